"""A painted table for short lists and previews: cells of words, bars and chips; one row may be current."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from console.ui import icons, paint
from console.ui.paint import ChipLook
from console.ui.theme import current

HEAD, GAP, EDGE = 28, 12, 8
BAR_WIDE, BAR_HIGH = 60, 6
MOST_READ = 30  # rows that a screen reader is told of


@dataclass(frozen=True)
class Column:
    """``wide`` 0 takes what the others leave."""

    title: str
    wide: int = 0
    right: bool = False


@dataclass(frozen=True)
class Cell:
    """Words in a token's colour, a second line under them, an icon before them; ``bar``: a share of its place;
    ``chip``: instead of words."""

    words: str = ""
    ink: str = "text"
    icon: str = ""
    tip: str = ""
    under: str = ""
    strong: bool = False
    bar: float | None = None
    bar_ink: str = "dot_green"
    chip: ChipLook | None = None

    @property
    def said(self) -> str:
        """All of it in words."""
        word = self.chip.word if self.chip is not None else self.words
        return f"{word} {self.under}".strip()


Row = Sequence[Cell]


class Rows(QWidget):
    """``moved`` carries the row that is current from now on, ``opened`` the one that was entered."""

    moved = Signal(int)
    opened = Signal(int)

    def __init__(self, columns: Sequence[Column], name: str, none: str, high: int = 34) -> None:
        super().__init__()
        self._columns, self._none, self._high = columns, none, high
        self._rows: Sequence[Row] = ()
        self.current = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    def show_rows(self, rows: Sequence[Row], current: int | None = None) -> None:
        """These, in their order; the current row keeps its place unless told."""
        self._rows = rows
        self.current = min(self.current if current is None else current, len(rows) - 1)
        self.setAccessibleDescription("\n".join(_words(rows[:MOST_READ])) or self._none)
        self.updateGeometry()
        self.update()

    def words(self) -> list[str]:
        """Every row in words."""
        return _words(self._rows)

    def select(self, number: int) -> None:
        """Make this row the current one."""
        if 0 <= number < len(self._rows):
            self.current = number
            self.moved.emit(number)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, HEAD + self._high * max(1, len(self._rows)))

    def minimumSizeHint(self) -> QSize:
        fixed = sum(column.wide for column in self._columns)
        return QSize(fixed + GAP * len(self._columns) + 60, self.sizeHint().height())

    def _boxes(self, y: int, high: int) -> list[QRect]:
        fixed = sum(column.wide for column in self._columns) + GAP * (len(self._columns) - 1)
        free = sum(not column.wide for column in self._columns) or 1
        rest, x, found = max(60, (self.width() - 2 * EDGE - fixed) // free), EDGE, []
        for column in self._columns:
            found.append(QRect(x, y, column.wide or rest, high))
            x += (column.wide or rest) + GAP
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        for column, box in zip(self._columns, self._boxes(0, HEAD), strict=True):
            align = paint.RIGHT if column.right else paint.LEFT
            paint.text(painter, box, column.title, look["text3"], pixels=12, align=align, elide=True)
        if not self._rows:
            box = QRect(EDGE, HEAD, self.width() - 2 * EDGE, self._high)
            paint.text(painter, box, self._none, look["text3"], elide=True)
        first = max(0, (event.rect().top() - HEAD) // self._high)
        for number in range(first, min(len(self._rows), (event.rect().bottom() - HEAD) // self._high + 1)):
            self._draw(painter, number)
        painter.end()

    def _draw(self, painter: QPainter, number: int) -> None:
        look, y = current(), HEAD + number * self._high
        whole = QRect(0, y, self.width(), self._high)
        if number == self.current:
            paint.rounded(painter, whole, 4, look["sel"])
            if self.hasFocus():
                paint.ring(painter, whole, 4)
        painter.fillRect(QRect(0, y, self.width(), 1), look["rowline"])
        for cell, column, box in zip(self._rows[number], self._columns, self._boxes(y, self._high), strict=True):
            self._cell(painter, cell, box, right=column.right)

    def _cell(self, painter: QPainter, cell: Cell, box: QRect, *, right: bool) -> None:
        look = current()
        if cell.chip is not None:
            x = box.right() - paint.chip_width(cell.chip) if right else box.x()
            paint.chip(painter, QPoint(x, box.center().y() - paint.CHIP_HEIGHT // 2), cell.chip)
            return
        if cell.bar is not None:
            ground = QRect(box.right() - BAR_WIDE, box.center().y() - BAR_HIGH // 2, BAR_WIDE, BAR_HIGH)
            paint.rounded(painter, ground, BAR_HIGH / 2, look["track"])
            wide = max(BAR_HIGH, round(BAR_WIDE * min(1.0, cell.bar)))
            paint.rounded(painter, QRect(ground.topLeft(), QSize(wide, BAR_HIGH)), BAR_HIGH / 2, look[cell.bar_ink])
            box = box.adjusted(0, 0, -BAR_WIDE - 8, 0)
        align = paint.RIGHT if right else paint.LEFT
        if cell.icon:
            beside = box.right() - paint.width(cell.words, 13, cell.strong) - 20 if right else box.x()
            middle = box.center().y() - (9 if cell.under else 0)
            icons.paint(painter, cell.icon, QPoint(max(box.x(), beside), middle - 7), 14, look[cell.ink])
            box = box if right else box.adjusted(20, 0, 0, 0)
        if cell.under:
            half = QRect(box.x(), box.center().y() - 18, box.width(), 18)
            paint.text(painter, half, cell.words, look[cell.ink], align=align, elide=True, strong=cell.strong)
            under = half.translated(0, 18)
            paint.text(painter, under, cell.under, look["text3"], pixels=12, align=align, elide=True)
            return
        paint.text(painter, box, cell.words, look[cell.ink], align=align, elide=True, strong=cell.strong)

    def _at(self, y: int) -> int:
        number = (y - HEAD) // self._high
        return number if y >= HEAD and number < len(self._rows) else -1

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            self._tip(event)
            return True
        return super().event(event)

    def _tip(self, event: QHelpEvent) -> None:
        number = self._at(event.pos().y())
        row = self._rows[number] if number >= 0 else ()
        boxes = self._boxes(0, self._high)
        under = [cell for cell, box in zip(row, boxes, strict=False) if box.left() <= event.pos().x() <= box.right()]
        QToolTip.showText(event.globalPos(), "\n".join(cell.tip or cell.said for cell in under), self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.select(self._at(round(event.position().y())))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._at(round(event.position().y())) >= 0:
            self.opened.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.select(max(0, min(len(self._rows) - 1, self.current + step)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current >= 0:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)


def _words(rows: Sequence[Row]) -> list[str]:
    return ["  ".join(cell.said for cell in row) for row in rows]
