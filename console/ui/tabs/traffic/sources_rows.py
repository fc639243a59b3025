"""A painted list: titles, rows, one of them current. For the import's preview and for the works."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from console.ui import icons, paint
from console.ui.theme import current

HEAD, HIGH, GAP = 28, 32, 12
MOST_READ = 20  # rows that a screen reader is told of


@dataclass(frozen=True)
class Column:
    """``wide`` 0 takes what the others leave."""

    title: str
    wide: int = 0
    right: bool = False


@dataclass(frozen=True)
class Cell:
    """Words in a token's colour, with an icon before them."""

    words: str
    ink: str = "text"
    icon: str = ""
    tip: str = ""


class RowList(QWidget):
    """``moved`` carries the row that is current from now on, ``opened`` the one that was double-clicked or entered."""

    moved = Signal(int)
    opened = Signal(int)

    def __init__(self, columns: Sequence[Column], name: str, none: str) -> None:
        super().__init__()
        self._columns, self._name, self._none = columns, name, none
        self._rows: Sequence[Sequence[Cell]] = ()
        self.current = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    def show_rows(self, rows: Sequence[Sequence[Cell]], none: str = "") -> None:
        """These, in their order; the current row keeps its place."""
        self._rows, self._none = rows, none or self._none
        self.current = min(self.current, len(rows) - 1)
        said = ["  ".join(cell.words for cell in row) for row in rows[:MOST_READ]]
        self.setAccessibleDescription("\n".join(said) or self._none)
        self.setMinimumHeight(self.sizeHint().height())  # a layout beside wrapped words forgets what it needs
        self.update()

    def words(self) -> list[str]:
        """Every row in words."""
        return ["  ".join(cell.words for cell in row) for row in self._rows]

    def select(self, number: int) -> None:
        """Make this row the current one."""
        if 0 <= number < len(self._rows):
            self.current = number
            self.moved.emit(number)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, HEAD + HIGH * max(1, len(self._rows)))

    def minimumSizeHint(self) -> QSize:
        fixed = sum(column.wide for column in self._columns)
        return QSize(fixed + GAP * len(self._columns) + 80, self.sizeHint().height())

    def _boxes(self, y: int, high: int) -> list[QRect]:
        fixed = sum(column.wide for column in self._columns) + GAP * (len(self._columns) - 1)
        free = sum(not column.wide for column in self._columns) or 1
        rest, x, found = max(60, (self.width() - 16 - fixed) // free), 8, []
        for column in self._columns:
            wide = column.wide or rest
            found.append(QRect(x, y, wide, high))
            x += wide + GAP
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        for column, box in zip(self._columns, self._boxes(0, HEAD), strict=True):
            align = paint.RIGHT if column.right else paint.LEFT
            paint.text(painter, box, column.title, look["text3"], pixels=12, align=align)
        if not self._rows:
            box = QRect(8, HEAD, self.width() - 16, HIGH)
            paint.text(painter, box, self._none, look["text3"], elide=True)
        first = max(0, (event.rect().top() - HEAD) // HIGH)
        for number in range(first, min(len(self._rows), (event.rect().bottom() - HEAD) // HIGH + 1)):
            self._row(painter, number)
        painter.end()

    def _row(self, painter: QPainter, number: int) -> None:
        look, y = current(), HEAD + number * HIGH
        whole = QRect(0, y, self.width(), HIGH)
        if number == self.current:
            paint.rounded(painter, whole, 4, look["sel"])
            if self.hasFocus():
                paint.ring(painter, whole, 4)
        painter.fillRect(QRect(0, y, self.width(), 1), look["rowline"])
        for cell, column, box in zip(self._rows[number], self._columns, self._boxes(y, HIGH), strict=True):
            if cell.icon:
                icons.paint(painter, cell.icon, QPoint(box.x(), y + (HIGH - 14) // 2), 14, look[cell.ink])
                box = box.adjusted(20, 0, 0, 0)
            align = paint.RIGHT if column.right else paint.LEFT
            paint.text(painter, box, cell.words, look[cell.ink], align=align, elide=True)

    def _at(self, y: int) -> int:
        number = (y - HEAD) // HIGH
        return number if y >= HEAD and number < len(self._rows) else -1

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            number = self._at(event.pos().y())
            row = self._rows[number] if number >= 0 else ()
            QToolTip.showText(event.globalPos(), "\n".join(cell.tip or cell.words for cell in row), self)
            return True
        return super().event(event)

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
