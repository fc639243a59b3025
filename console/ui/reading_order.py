"""Tab goes on as one reads: along the layout, whenever its parts were made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_as_read(layout: QLayout) -> None:
    """Let Tab go through what this layout holds from its beginning to its end. Called when all of it is there."""
    for one, after in pairwise(list(_stops(layout))):
        QWidget.setTabOrder(one, after)


def _stops(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if inner is not None:
            yield from _stops(inner)
        if widget is None:
            continue
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        inside = widget.widget() if isinstance(widget, QScrollArea) else widget
        below = None if inside is None else inside.layout()
        if below is not None:
            yield from _stops(below)
