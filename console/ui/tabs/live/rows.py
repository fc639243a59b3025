"""A small painted list: titles, rows, one of them current. For lists too short and too lively for a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from console.ui import icons, paint
from console.ui.paint import ChipLook
from console.ui.tabs.live.picture_tile import PictureTile, draw
from console.ui.theme import Tone, current

if TYPE_CHECKING:
    from console.ui.pictures import Pictures

HEAD = 26
AROUND = 4  # a picture
MOST_READ = 20  # rows that a screen reader is told of


@dataclass(frozen=True)
class Column:
    """``wide`` 0 takes what the others leave."""

    title: str
    wide: int = 0
    right: bool = False


@dataclass(frozen=True)
class Cell:
    """Words with a smaller line under them, an icon or a picture before them, or a chip in their place."""

    words: str = ""
    ink: str = "text"
    strong: bool = False
    under: str = ""
    icon: str = ""
    chip: ChipLook | None = None
    waves: Sequence[tuple[int, int, Tone]] = ()  # from, to: underlined in that tone
    tile: PictureTile | None = None
    tip: str = ""  # of the whole row


Row = Sequence[Cell]


class Rows(QWidget):
    """``opened`` carries the number of the row that was clicked or entered."""

    opened = Signal(int)
    moved = Signal(int)

    def __init__(
        self, columns: Sequence[Column], high: int = 36, none: str = "", pictures: "Pictures | None" = None
    ) -> None:
        super().__init__()
        self._pictures = pictures
        if pictures is not None:
            self._owner = owner = pictures.owner()
            pictures.arrived.connect(self._came)
            self.destroyed.connect(lambda: pictures.leave(owner))
        self._columns = columns
        self._high = high
        self._none = none
        self._rows: Sequence[Row] = ()
        self.current = -1
        self._has_head = any(column.title for column in columns)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_rows(self, rows: Sequence[Row], none: str = "") -> None:
        """These, in their order; the current row stays where it is."""
        self._rows, self._none = rows, none or self._none
        self.current = min(self.current, len(rows) - 1)
        self.setAccessibleName(" ".join(column.title for column in self._columns))
        self.setAccessibleDescription("\n".join(self.words(MOST_READ)) or self._none)
        self._see()
        self.updateGeometry()
        self.update()

    def words(self, most: int | None = None) -> list[str]:
        """Every row in words, or the first so many."""
        return [
            " ".join(
                part for cell in row for part in (cell.words, cell.under, cell.chip.word if cell.chip else "") if part
            )
            for row in self._rows[:most]
        ]

    def select(self, number: int) -> None:
        """Make this row the current one."""
        if 0 <= number < len(self._rows):
            self.current = number
            self.moved.emit(number)
            self.update()

    # -- pictures ---------------------------------------------------------------------------------------------------

    def _see(self) -> None:
        if self._pictures is None or not self.isVisible():
            return
        from console.ui.pictures import inside

        tiles = [cell.tile for row in self._rows for cell in row if cell.tile is not None]
        pixels = inside(self._high - 2 * AROUND, self.devicePixelRatioF())
        self._pictures.see(self._owner, [one.address for one in tiles], pixels)

    def _came(self, _address: str) -> None:
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._see()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._pictures is not None:
            self._pictures.leave(self._owner)

    # -- room -------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(200, self._top() + self._high * max(1, len(self._rows)))

    def minimumSizeHint(self) -> QSize:
        fixed = sum(column.wide for column in self._columns)
        return QSize(fixed + 8 * len(self._columns) + 60, self.sizeHint().height())

    def _top(self) -> int:
        return HEAD if self._has_head else 0

    def _lefts(self) -> list[tuple[int, int]]:
        """Where each column begins, and how wide it is."""
        gap = 8
        fixed = sum(column.wide for column in self._columns) + gap * (len(self._columns) - 1)
        open_ones = sum(not column.wide for column in self._columns) or 1
        rest, x, found = max(40, (self.width() - 8 - fixed) // open_ones), 4, []
        for column in self._columns:
            wide = column.wide or rest
            found.append((x, wide))
            x += wide + gap
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        lefts = self._lefts()
        if self._has_head:
            for column, (x, wide) in zip(self._columns, lefts, strict=True):
                align = paint.RIGHT if column.right else paint.LEFT
                box = QRect(x, 0, wide, HEAD - 4)
                paint.text(painter, box, column.title, look["text3"], pixels=12, align=align, elide=True)
        if not self._rows:
            box = QRect(4, self._top(), self.width() - 8, self._high)
            paint.text(painter, box, self._none, look["text3"], elide=True)
        shown = event.rect()
        first = max(0, (shown.top() - self._top()) // self._high)
        last = min(len(self._rows), (shown.bottom() - self._top()) // self._high + 1)
        for number in range(first, last):
            self._row(painter, number, lefts)
        painter.end()

    def _row(self, painter: QPainter, number: int, lefts: Sequence[tuple[int, int]]) -> None:
        look = current()
        box = QRect(0, self._top() + number * self._high, self.width(), self._high)
        if number == self.current:
            paint.rounded(painter, box, 4, look["sel"])
        elif number:
            painter.fillRect(QRect(0, box.y(), box.width(), 1), look["rowline"])
        for cell, column, (x, wide) in zip(self._rows[number], self._columns, lefts, strict=True):
            self._cell(painter, QRect(x, box.y(), wide, self._high), cell, column)

    def _cell(self, painter: QPainter, box: QRect, cell: Cell, column: Column) -> None:
        look = current()
        if cell.chip is not None:
            x = box.right() - paint.chip_width(cell.chip) + 1 if column.right else box.x()
            paint.chip(painter, QPoint(x, box.y() + (box.height() - paint.CHIP_HEIGHT) // 2), cell.chip)
            return
        if cell.tile is not None:
            side = self._high - 2 * AROUND
            draw(painter, QRect(box.x(), box.y() + AROUND, side, side), cell.tile, self._pictures)
            box = box.adjusted(side + 8, 0, 0, 0)
        if cell.icon:
            icons.paint(painter, cell.icon, QPoint(box.x(), box.y() + (box.height() - 14) // 2), 14, look[cell.ink])
            box = box.adjusted(20, 0, 0, 0)
        align = paint.RIGHT if column.right else paint.LEFT
        main = box.adjusted(0, 3, 0, -box.height() // 2) if cell.under else box
        ink = look[cell.ink]
        paint.text(painter, main, cell.words, ink, strong=cell.strong, align=align, elide=not column.right)
        for start, end, tone in cell.waves:
            _wave(painter, main, cell, start, end, look[f"dot_{tone}"])
        if cell.under:
            below = box.adjusted(0, box.height() // 2, 0, -3)
            paint.text(painter, below, cell.under, look["text3"], pixels=12, align=align, elide=True)

    def tip_at(self, y: int) -> str:
        """What is said of the row there when somebody rests on it."""
        row = self._rows[self._at(y)] if self._at(y) >= 0 else ()
        return "\n".join(cell.tip for cell in row if cell.tip)

    def _at(self, y: int) -> int:
        """Which row is there; -1: none."""
        number = (y - self._top()) // self._high
        return number if y >= self._top() and number < len(self._rows) else -1

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().y()), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._at(round(event.position().y()))
        if number >= 0:
            self.select(number)
            self.opened.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.select(max(0, min(len(self._rows) - 1, self.current + step)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self.current < len(self._rows):
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)


def _wave(painter: QPainter, box: QRect, cell: Cell, start: int, end: int, colour: QColor) -> None:
    """A wavy line under a part of the words, as far as they are in sight."""
    left = box.x() + paint.width(cell.words[:start], strong=cell.strong)
    right = min(box.right(), box.x() + paint.width(cell.words[:end], strong=cell.strong))
    low = box.center().y() + 9
    points = [QPoint(x, low + 2 * (number % 2)) for number, x in enumerate(range(left, right + 1, 2))]
    painter.setPen(QPen(colour, 1))
    painter.drawPolyline(points)


def in_scroll(rows: QWidget) -> QScrollArea:
    """The list in an area of its own that scrolls."""
    from console.ui.page import scrolled

    area = scrolled(rows)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
