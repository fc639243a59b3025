"""RFM 价值矩阵: five by five cells, a block of them chosen by dragging or with Shift and the arrows."""

from collections.abc import Mapping
from math import log
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from console import reference
from console.rules.customers import SIDE
from console.store.customers_board import Board, Cell
from console.ui import paint, texts
from console.ui.charted import ChartData, Column, join, tell
from console.ui.tabs.customers import profile_words as words
from console.ui.theme import current, ink_on, mixed

HEAD: Final = 24
Place = tuple[int, int]


class MatrixGrid(QWidget):
    """``chosen`` comes when the block of cells is another one; ``opened`` when it is asked for."""

    chosen = Signal()
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cells: Mapping[Place, Cell] = {}
        self.board: Board | None = None
        self.mode = "mean"
        self.anchor: Place | None = None
        self.end: Place | None = None
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(HEAD + SIDE * 46)
        join(self)

    def sizeHint(self) -> QSize:
        return QSize(560, HEAD + SIDE * 58)

    def show_board(self, board: Board) -> None:
        """Fill it."""
        self.board = board
        self.cells = {(cell.row, cell.column): cell for cell in board.cells}
        tell(self)
        self.update()

    def chart_data(self) -> ChartData | None:
        """A row a cell, those that nobody is in, too."""
        if self.board is None or not self.cells:
            return None
        places = [(row, column) for row in range(SIDE) for column in range(SIDE)]
        cells = [self.cells.get(place) for place in places]
        rows, across = words.row_words(self.board.borders), words.column_words(self.board.borders)
        names = [f"{rows[row]} × {across[column]}" for row, column in places]
        margins = [None if cell is None or cell.unknown else cell.margin_fen for cell in cells]
        some = [row for row, cell in enumerate(cells) if cell is not None]
        people = [cell and cell.people for cell in cells]
        means = [cell and round(cell.paid_fen / cell.people) for cell in cells]
        segments = [words.segment_word(reference.customer_grid()[place]) for place in places]
        columns = (
            Column(self.tr("Last bought × how often"), names, kind="place"),
            Column(self.tr("Segment"), segments, kind="text"),
            Column(self.tr("People"), people, texts.count, named=self.mode == "people", due=some),
            Column(self.tr("Paid each"), means, texts.money, named=self.mode == "mean", due=some),
            Column(self.tr("Paid"), [cell and cell.paid_fen for cell in cells], texts.money, named=False),
            Column(self.tr("Margin"), margins, texts.money, named=self.mode == "margin", due=some),
        )
        return ChartData(self.tr("Value matrix"), columns)

    def set_mode(self, mode: str) -> None:
        """``people``, ``mean`` or ``margin``."""
        self.mode = mode
        tell(self)
        self.update()

    # -- what is chosen -----------------------------------------------------------------------------------------------

    @property
    def block(self) -> tuple[Place, ...]:
        """The chosen places; none: nothing is chosen."""
        if self.anchor is None or self.end is None:
            return ()
        (top, left), (bottom, right) = self.anchor, self.end
        rows = range(min(top, bottom), max(top, bottom) + 1)
        return tuple((row, column) for row in rows for column in range(min(left, right), max(left, right) + 1))

    def choose(self, anchor: Place | None, end: Place | None) -> None:
        """Choose the block between two places."""
        if (anchor, end) != (self.anchor, self.end):
            self.anchor, self.end = anchor, end
            self.setAccessibleDescription("" if end is None else self.say(end))
            self.update()
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            row, column = self.end or (-step[0], -step[1])
            to = (max(0, min(SIDE - 1, row + step[0])), max(0, min(SIDE - 1, column + step[1])))
            stays = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.anchor is not None
            self.choose(self.anchor if stays else to, to)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.block:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape and self.block:
            self.choose(None, None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().toPoint())
        self._dragging = place is not None
        self.choose(place, place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().toPoint())
        if self._dragging and place is not None:
            self.choose(self.anchor, place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.block:
            self.opened.emit()

    # -- where and what -----------------------------------------------------------------------------------------------

    def _left(self) -> int:
        return 10 + (max(paint.width(word, 12) for word in words.row_words(self.board.borders)) if self.board else 60)

    def rect_of(self, row: int, column: int) -> QRect:
        """Where a cell stands."""
        left = self._left()
        wide, high = (self.width() - left) // SIDE, (self.height() - HEAD) // SIDE
        return QRect(left + column * wide, HEAD + row * high, wide - 2, high - 2)

    def place_at(self, point: QPoint) -> Place | None:
        """The cell under a point."""
        every = ((row, column) for row in range(SIDE) for column in range(SIDE))
        return next((place for place in every if self.rect_of(*place).adjusted(0, 0, 2, 2).contains(point)), None)

    def value(self, cell: Cell) -> float | None:
        """What a cell says in this mode; fen, or people."""
        if self.mode == "people":
            return cell.people
        if self.mode == "mean":
            return cell.paid_fen / cell.people
        return None if cell.margin_fen is None or cell.unknown else float(cell.margin_fen)

    def value_words(self, cell: Cell) -> str:
        """The same in words: money without its cents, for many figures stand side by side."""
        value = self.value(cell)
        if value is None:
            return texts.NOTHING
        if self.mode == "people":
            return self.tr("{n} people").format(n=texts.count(round(value)))
        return f"{'−' if value < 0 else ''}¥{abs(round(value / 100)):,}"

    def people_words(self, cell: Cell | None, room: int) -> str:
        """How many are in it, under another figure; without the unit where the segment's name needs the room."""
        if cell is None or self.mode == "people":
            return ""
        count = texts.count(cell.people)
        said = self.tr("{n} people").format(n=count)
        return said if paint.width(said, 12) <= room else count

    def say(self, place: Place) -> str:
        """What a cell is and says."""
        if self.board is None:
            return ""
        row, column = words.row_words(self.board.borders)[place[0]], words.column_words(self.board.borders)[place[1]]
        name = reference.customer_grid()[place]
        said = f"{row} × {column} · {words.segment_word(name)}: {words.segment_meant(name, self.board.borders)}"
        cell = self.cells.get(place)
        if cell is None:
            return f"{said} · {texts.NOTHING}"
        figures = self.tr("{people} people, {orders} purchases, {money}").format(
            people=texts.count(cell.people), orders=texts.count(cell.orders), money=texts.money(cell.paid_fen)
        )
        missing = (
            self.tr(" · margin of %n unknown: costs of goods are missing", "", cell.unknown) if cell.unknown else ""
        )
        return f"{said} · {figures}{missing}"

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            place = self.place_at(event.pos())
            QToolTip.showText(event.globalPos(), "" if place is None else self.say(place), self)
            return True
        return super().event(event)

    # -- how it looks -------------------------------------------------------------------------------------------------

    def ends(self) -> tuple[float, float] | None:
        """The least and the most that any cell says; None where none says anything."""
        told = [value for cell in self.cells.values() if (value := self.value(cell)) is not None]
        return (min(told), max(told)) if told else None

    def deep(self, value: float) -> float:
        """Where a value lies on the log scale between the ends, 0 to 1."""
        ends = self.ends()
        if ends is None:
            return 0.0
        low, high = (log(1 + max(0.0, end)) for end in ends)
        return 1.0 if high <= low else max(0.0, (log(1 + max(0.0, value)) - low) / (high - low))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.board is None:
            return
        look, painter = current(), QPainter(self)
        for column, word in enumerate(words.column_words(self.board.borders)):
            rect = self.rect_of(0, column)
            head = QRect(rect.x(), 0, rect.width(), HEAD)
            paint.text(painter, head, word, look["text3"], pixels=12, align=paint.CENTRE)
        for row, word in enumerate(words.row_words(self.board.borders)):
            rect = self.rect_of(row, 0)
            side = QRect(0, rect.y(), rect.x() - 8, rect.height())
            paint.text(painter, side, word, look["text3"], pixels=12, align=paint.RIGHT)
            for column in range(SIDE):
                self._paint_cell(painter, (row, column))
        if block := self.block:
            rect = self.rect_of(*block[0]).united(self.rect_of(*block[-1])).adjusted(-1, -1, 0, 0)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(look["s2"]))
            for inset in (0, 1):
                painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 4, 4)
        painter.end()

    def _paint_cell(self, painter: QPainter, place: Place) -> None:
        look, rect, cell = current(), self.rect_of(*place), self.cells.get(place)
        value = None if cell is None else self.value(cell)
        if cell is None or value is None:
            paint.rounded(painter, rect, 4, look["sunken"])
            strong = under = look["text3"]
        else:
            ground = mixed(look["s1"], look["surface"], 0.12 + 0.88 * self.deep(value))
            paint.rounded(painter, rect, 4, ground)
            strong = under = ink_on(ground)
        inner = rect.adjusted(9, 5, -7, -5)
        half = inner.height() // 2
        top = QRect(inner.x(), inner.y(), inner.width(), half)
        foot = QRect(inner.x(), inner.y() + half, inner.width(), half)
        said = texts.NOTHING if cell is None else self.value_words(cell)
        paint.text(painter, top, said, strong, pixels=14, strong=True, elide=True)
        name = words.segment_word(reference.customer_grid()[place])
        people = self.people_words(cell, inner.width() - paint.width(name, 11, True) - 6)
        paint.text(painter, foot, people, under, pixels=12)
        beside = foot.adjusted(paint.width(people, 12) + 6 if people else 0, 0, 0, 0)
        paint.text(painter, beside, name, under, pixels=11, strong=True, align=paint.RIGHT, elide=True)
