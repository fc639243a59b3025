"""What a table has in sight: the addresses of the pictures of those rows, told to ``Pictures`` as they change.

At most every 50 ms, so that rows flown over while scrolling are never asked for. A table that is hidden sees nothing.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer

from console.ui.pictures import Pictures, inside
from console.ui.table import TableView

PACE_MS = 50
SIDE = 40  # logical pixels
Row = TypeVar("Row")


class Sight(QObject, Generic[Row]):
    """Watches a table for ``Pictures``. It is the table's child and ends with it."""

    def __init__(self, view: TableView[Row], pictures: Pictures, address: Callable[[Row], str]) -> None:
        super().__init__(view)
        self._view = view
        self._pictures = pictures
        self._address = address
        self._owner = owner = pictures.owner()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PACE_MS)
        self._timer.timeout.connect(self._look)
        view.span_changed.connect(self._look_soon)
        view.paged.modelReset.connect(self._look_soon)
        view.paged.dataChanged.connect(self._look_soon)
        pictures.arrived.connect(self._came)
        view.installEventFilter(self)
        view.destroyed.connect(lambda: pictures.leave(owner))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.DevicePixelRatioChange):
            self._look_soon()
        return False

    def _look_soon(self, *_: Any) -> None:
        self._pictures.expect(self._owner)
        if not self._timer.isActive():
            self._timer.start()

    def _look(self) -> None:
        pixels = inside(SIDE, self._view.devicePixelRatioF())
        self._pictures.see(self._owner, self._addresses(), pixels)

    def _addresses(self) -> list[str]:
        seen = self._view.visible_rows() if self._view.isVisible() else None
        if seen is None:
            return []
        rows = (self._view.paged.held_row(number) for number in range(seen[0], seen[1] + 1))
        return list(dict.fromkeys(self._address(row) for row in rows if row is not None))

    def _came(self, address: str) -> None:
        """Draw the rows in sight again; which of them show it, drawing finds out."""
        if self._view.isVisible():
            self._view.viewport().update()
