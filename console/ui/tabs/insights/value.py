"""客户价值: buyers by how lately and how often they bought, three by three; a cell brings their orders."""

from math import log

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.core.clock import DAY, day_start
from console.rules.insights import Lines
from console.store.insights_views import Sum, ValueBoard, ValueCell
from console.ui import paint, texts
from console.ui.charted import ChartData, Column, join, tell
from console.ui.theme import current, ink_on, mixed
from console.ui.widgets import Card, link
from console.ui.widgets.cards import stack
from console.ui.widgets.labels import Wrapped

SIDE, HEAD = 3, 22


class ValueGrid(QWidget):
    """Nine cells; ``picked`` carries row and column. Arrows move, Enter picks."""

    picked = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.cells: dict[tuple[int, int], ValueCell] = {}
        self.rows: tuple[str, ...] = ("", "", "")
        self.columns: tuple[str, ...] = ("", "", "")
        self.at: tuple[int, int] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("ring", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(HEAD + SIDE * 50)
        join(self)

    def sizeHint(self) -> QSize:
        return QSize(260, HEAD + SIDE * 62)

    def show_board(self, board: ValueBoard, rows: tuple[str, ...], columns: tuple[str, ...]) -> None:
        self.cells = {(cell.row, cell.column): cell for cell in board.cells}
        self.rows, self.columns = rows, columns
        tell(self)
        self.update()

    def chart_data(self) -> ChartData | None:
        """A row a cell."""
        places = [(row, column) for row in range(SIDE) for column in range(SIDE)]
        cells = [self.cells.get(place) for place in places]
        some = [row for row, cell in enumerate(cells) if cell is not None]
        means = [None if cell is None else round(cell.fen / cell.people) for cell in cells]
        names = [f"{self.rows[row]} × {self.columns[column]}" for row, column in places]
        columns = (
            Column(self.tr("Last bought × how often"), names, kind="place"),
            Column(self.tr("A buyer paid"), means, texts.money, due=some),
            Column(self.tr("Buyers"), [cell and cell.people for cell in cells], texts.count, named=False),
            Column(self.tr("Orders"), [cell and cell.orders for cell in cells], texts.count, named=False),
            Column(self.tr("Sum"), [cell and cell.fen for cell in cells], texts.money, named=False),
        )
        return ChartData(self.tr("Customer value"), columns) if self.cells else None

    def words(self, row: int, column: int) -> str:
        """What a cell says."""
        cell = self.cells.get((row, column))
        said = texts.NOTHING if cell is None else f"{texts.money(round(cell.fen / cell.people))}, {cell.people}"
        return f"{self.rows[row]} {self.columns[column]}: {said}"

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a cell stands."""
        left = max(paint.width(word, 12) for word in self.rows) + 10
        wide = (self.width() - left) // SIDE
        high = (self.height() - HEAD) // SIDE
        return QRect(left + column * wide, HEAD + row * high, wide - 3, high - 3)

    def _place(self, event: QMouseEvent) -> tuple[int, int] | None:
        point = event.position().toPoint()
        every = ((row, column) for row in range(SIDE) for column in range(SIDE))
        return next((place for place in every if self.cell_rect(*place).contains(point)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(self._place(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pick(self._place(event))

    def leaveEvent(self, event: object) -> None:
        self._go(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            row, column = self.at or (0, 0)
            self._go((max(0, min(2, row + step[0])), max(0, min(2, column + step[1]))) if self.at else (0, 0))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick(self.at)
        else:
            super().keyPressEvent(event)

    def _go(self, place: tuple[int, int] | None) -> None:
        self.at = place
        self.setAccessibleDescription("" if place is None else self.words(*place))
        self.setCursor(Qt.CursorShape.PointingHandCursor if place in self.cells else Qt.CursorShape.ArrowCursor)
        self.update()

    def _pick(self, place: tuple[int, int] | None) -> None:
        if place in self.cells and place is not None:
            self.picked.emit(*place)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        most = max((cell.fen / cell.people for cell in self.cells.values()), default=0)
        for column, word in enumerate(self.columns):
            rect = self.cell_rect(0, column)
            head = QRect(rect.x(), 0, rect.width(), HEAD)
            paint.text(painter, head, word, look["text3"], pixels=12, align=paint.CENTRE)
        for row, word in enumerate(self.rows):
            rect = self.cell_rect(row, 0)
            side = QRect(0, rect.y(), rect.x() - 8, rect.height())
            paint.text(painter, side, word, look["text3"], pixels=12, align=paint.RIGHT)
            for column in range(SIDE):
                self._paint_cell(painter, (row, column), most)
        painter.end()

    def _paint_cell(self, painter: QPainter, place: tuple[int, int], most: float) -> None:
        look, rect, cell = current(), self.cell_rect(*place), self.cells.get(place)
        if cell is None:
            paint.rounded(painter, rect, 4, look["sunken"])
            paint.text(painter, rect, texts.NOTHING, look["faint"], align=paint.CENTRE)
            return
        mean = cell.fen / cell.people
        scale = log(1 + mean) / log(1 + most) if most else 0.0
        depth = max(0.0, (scale - 0.5) * 2) if most else 0.0  # half of a log scale is a thousandth of the money
        ground = mixed(look["s1"], look["surface"], 0.12 + 0.88 * depth)
        paint.rounded(painter, rect, 4, ground, look["s2"] if place == self.at else None)
        strong = ink_on(ground)
        half = rect.height() // 2
        top = QRect(rect.x(), rect.y() + 6, rect.width(), half - 4)
        words = f"¥{round(mean / 100):,}"
        paint.text(painter, top, words, strong, pixels=14, strong=True, align=paint.CENTRE)
        foot = QRect(rect.x(), rect.y() + half, rect.width(), half - 6)
        paint.text(painter, foot, texts.count(cell.people), strong, pixels=12, align=paint.CENTRE)


class ValueCard(Card):
    """``picked``: row, column and what the cell says; ``opened``: the customers' own tab."""

    picked = Signal(int, int, object)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Customer value"), self.tr("how often × how lately"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.grid = ValueGrid()
        self.grid.picked.connect(self._pick)
        counted = self.tr(
            "Paid orders as everywhere in Data: later refunds stay in, each platform's buyers by themselves. Customers "
            "counts less refunds, and one person of both platforms once."
        )
        self.grid.setToolTip(counted)
        self.need = Need()
        self._foot = Wrapped("", 12, tone="text3")
        self.way = link(self.tr("Open the customers' matrix"))
        self.way.clicked.connect(self.opened)
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(self.need)
        self.body.addStretch()
        self.body.addWidget(self._foot)
        self.body.addLayout(stack(self.way, None, across=True))

    def show_board(self, board: ValueBoard, lines: Lines, now: int) -> None:
        """Nine cells, or how long until the history suffices for them."""
        value = lines.value
        known = 0 if board.since_at is None else (day_start(now) - day_start(board.since_at)) // DAY + 1
        enough = known >= lines.value_least_days and bool(board.cells)
        self.grid.setVisible(enough)
        self.need.setVisible(not enough)
        self.need.show_need(known, lines.value_least_days)
        rows = (self.tr("{n} days").format(n=value.recent_days), self.tr("{n} days").format(n=value.lately_days))
        some, many = value.some_orders, value.many_orders
        first = self.tr("{n}×").format(n=1 if some == 2 else f"<{some}")
        between = self.tr("{n}×").format(n=f"{some}–{many - 1}")
        columns = (first, between, self.tr("≥ {n}×").format(n=many))
        self.grid.show_board(board, (*rows, self.tr("longer")), columns)
        words = self.tr("In a cell: what a buyer paid in all · buyers")
        if board.unnamed:
            words += " · " + self.tr("%n order(s) without a named buyer are left out", "", board.unnamed)
        self._foot.setText(words if enough else self.tr("Nothing is borrowed: cells come from your own orders only"))

    def _pick(self, row: int, column: int) -> None:
        cell = self.grid.cells[row, column]
        self.picked.emit(row, column, Sum(rows=cell.orders, fen=cell.fen))


class Need(QWidget):
    """数据不足: how much there is of what it takes, as a bar."""

    def __init__(self) -> None:
        super().__init__()
        self.have, self.wanted = 0, 1
        self.setFixedHeight(72)

    def show_need(self, have: int, wanted: int) -> None:
        self.have, self.wanted = have, max(1, wanted)
        self.setAccessibleName(" ".join(self._words()))
        self.update()

    def _words(self) -> tuple[str, str]:
        short = max(0, self.wanted - self.have)
        have = self.tr("{have} of {need} days of orders").format(have=self.have, need=self.wanted)
        return have, self.tr("enough in %n day(s)", "", short)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        have, until = self._words()
        paint.text(painter, QRect(0, 8, self.width(), 18), have, look["text2"])
        track = QRect(0, 32, self.width(), 8)
        paint.rounded(painter, track, 4, look["sunken"])
        wide = round(track.width() * min(1.0, self.have / self.wanted))
        if wide >= 8:
            paint.rounded(painter, QRect(0, 32, wide, 8), 4, look["s1"])
        paint.text(painter, QRect(0, 46, self.width(), 18), until, look["text3"], pixels=12)
        painter.end()
