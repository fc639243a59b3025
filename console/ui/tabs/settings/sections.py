"""The parts settings are made of: the list of sections, a section, a row with a sentence and a control."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.ui import icons, paint
from console.ui.theme import current
from console.ui.widgets import Card, label, line


class _Entry(QAbstractButton):
    def __init__(self, icon_name: str, title: str) -> None:
        super().__init__()
        self._icon = icon_name
        self._title = title
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(168, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        on = self.isChecked()
        if on:
            paint.rounded(painter, self.rect(), 6, look["surface"], look["border"])
        elif self.underMouse():
            paint.rounded(painter, self.rect(), 6, look["hover"])
        front = look["accentText" if on else "text2"]
        icons.paint(painter, self._icon, QPoint(12, 10), 16, front)
        paint.text(painter, QRect(38, 0, 126, 36), self._title, front, strong=on, elide=True)
        painter.end()


class SectionList(QWidget):
    """The sub-navigation."""

    chosen = Signal(str)

    def __init__(self, sections: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._entries = {key: _Entry(icon_name, title) for key, icon_name, title in sections}
        for key, entry in self._entries.items():
            entry.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            column.addWidget(entry)

    def set_current(self, key: str) -> None:
        self._entries[key].setChecked(True)

    def current(self) -> str:
        return next((key for key, entry in self._entries.items() if entry.isChecked()), "")

    def set_shown(self, keys: Sequence[str]) -> None:
        for key, entry in self._entries.items():
            entry.setVisible(key in keys)


class Row(QWidget):
    """A sentence, what it means under it, and the control at the right; ``note`` says 已保存 beside it."""

    def __init__(self, title: str, under: str, control: QWidget) -> None:
        super().__init__()
        self._text = f"{title} {under}".casefold()
        self.note = label(pixels=12, tone="green")
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(label(title))
        if under:
            lines.addWidget(label(under, 12, tone="text3", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        row.addLayout(lines, 1)
        row.addWidget(self.note)
        row.addWidget(control)

    def says(self, words: str) -> bool:
        return words.casefold() in self._text


class Section(Card):
    """A card of rows with thin lines between them."""

    def __init__(self, title: str, under: str = "") -> None:
        super().__init__(title, under)
        self.rows: list[Row] = []
        self.body.setSpacing(0)

    def add_row(self, row: Row) -> Row:
        if self.rows:
            self.body.addWidget(line())
        self.rows.append(row)
        self.body.addWidget(row)
        return row

    def clear_rows(self) -> None:
        """Take every row out: they are made anew."""
        self.rows.clear()
        while (item := self.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def keep(self, words: str) -> bool:
        """Show only the rows that say these words; whether any does."""
        for row in self.rows:
            row.setVisible(not words or row.says(words))
        return any(not row.isHidden() for row in self.rows)


def keep_in(sections: Iterable[Section], words: str) -> bool:
    """Show only the rows of these sections that say the words, and no section without any; whether any does."""
    found = [(section, section.keep(words)) for section in sections]
    for section, shown in found:
        section.setVisible(shown)
    return any(shown for _, shown in found)


def across(*parts: QWidget) -> QWidget:
    """Several controls beside each other, for one row."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    return made
