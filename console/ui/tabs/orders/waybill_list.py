"""A painted list of parcels or labels: a name, a number, where it stands. Only what is in sight costs anything."""

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from console.ui import paint
from console.ui.paint import ChipLook
from console.ui.theme import current

ROW = 60
_SIDE = 40


@dataclass(frozen=True)
class Entry:
    """One line."""

    title: str
    under: str
    chip: ChipLook


class Entries(QWidget):
    """One of them is chosen; ↑↓ move."""

    chosen = Signal(int)

    def __init__(self, *, thumbs: bool = True) -> None:
        super().__init__()
        self.entries: tuple[Entry, ...] = ()
        self.current = 0
        self._thumbs = thumbs
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; the choice stays where it was."""
        self.entries = tuple(entries)
        self.current = max(0, min(self.current, len(self.entries) - 1))
        spoken = "; ".join(f"{one.title} {one.under} {one.chip.word}" for one in self.entries[:20])
        self.setAccessibleName(spoken)
        self.setFixedHeight(max(ROW, len(self.entries) * ROW))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, max(1, len(self.entries)) * ROW)

    def choose(self, at: int) -> None:
        """Go to a line."""
        if 0 <= at < len(self.entries) and at != self.current:
            self.current = at
            self.update()
            self.chosen.emit(at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.choose(int(event.position().y()) // ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.choose(self.current + step)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), current()["surface"])
        first = max(0, event.rect().top() // ROW)
        for at in range(first, min(len(self.entries), event.rect().bottom() // ROW + 1)):
            self._paint_entry(painter, QRect(0, at * ROW, self.width(), ROW), at)
        painter.end()

    def _paint_entry(self, painter: QPainter, rect: QRect, at: int) -> None:
        look, entry = current(), self.entries[at]
        if at == self.current:
            paint.rounded(painter, rect.adjusted(1, 2, -1, -2), 8, look["sel"], look["softBorder"])
        x = rect.x() + 12
        if self._thumbs:
            paint.thumb(painter, QRect(x, rect.y() + 10, _SIDE, _SIDE), crc32(entry.title.encode()))
            x += _SIDE + 10
        wide, right = paint.chip_width(entry.chip), rect.right() - 10
        strong = at == self.current
        title = QRect(x, rect.y() + 9, right - wide - 8 - x, 22)
        paint.text(painter, title, entry.title, look["text"], strong=strong, elide=True)
        paint.text(painter, QRect(x, rect.y() + 33, right - x, 18), entry.under, look["text3"], pixels=12)
        paint.chip(painter, QPoint(right - wide, rect.y() + 9), entry.chip)


class EntriesArea(QScrollArea):
    """Keeps the chosen line in sight."""

    def __init__(self, entries: Entries) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(entries)
        entries.chosen.connect(lambda at: self.ensureVisible(0, at * ROW + ROW // 2, 0, ROW))
