"""The value matrix in its card: what is looked at, its scale, what is chosen, or how much history it takes."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from console import reference
from console.rules.customers import Again
from console.store.customers_board import Board
from console.ui import paint, texts
from console.ui.tabs.customers import profile_words as words
from console.ui.tabs.customers.matrix import MatrixGrid
from console.ui.theme import current
from console.ui.widgets import Card, Segmented, button, label
from console.ui.widgets.labels import Elided, Wrapped, set_tone


class Scale(QWidget):
    """The hue from light to deep."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(112, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, steps = QPainter(self), 14
        wide = self.width() / steps
        for step in range(steps):
            ground = QColor(current()["s1"])
            ground.setAlphaF(0.12 + 0.88 * step / (steps - 1))
            painter.fillRect(QRect(round(step * wide), 0, round(wide) + 1, self.height()), ground)
        painter.end()


class Need(QWidget):
    """数据不足: how much there is of what it takes, as a bar."""

    def __init__(self) -> None:
        super().__init__()
        self.have, self.wanted = 0, 1
        self.setFixedHeight(76)

    def show_need(self, have: int, wanted: int) -> None:
        """Days of orders."""
        self.have, self.wanted = have, max(1, wanted)
        self.setAccessibleName(" ".join(self.words()))
        self.update()

    def words(self) -> tuple[str, str]:
        """What is said over and under the bar."""
        have = self.tr("{have} of {need} days of orders").format(have=self.have, need=self.wanted)
        return have, self.tr("enough in %n day(s)", "", max(0, self.wanted - self.have))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        have, until = self.words()
        paint.text(painter, QRect(0, 8, self.width(), 18), have, look["text2"])
        paint.rounded(painter, QRect(0, 32, self.width(), 8), 4, look["sunken"])
        wide = round(self.width() * min(1.0, self.have / self.wanted))
        if wide >= 8:
            paint.rounded(painter, QRect(0, 32, wide, 8), 4, look["s1"])
        paint.text(painter, QRect(0, 46, self.width(), 18), until, look["text3"], pixels=12)
        painter.end()


class MatrixCard(Card):
    """``opened``: the chosen customers are to be listed. ``lines_asked``: the borders are to be changed."""

    opened = Signal()
    lines_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("RFM value matrix"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.board: Board | None = None
        self.grid = MatrixGrid()
        self.modes = Segmented(
            [("people", self.tr("People")), ("mean", self.tr("Average spend")), ("margin", self.tr("Margin"))], "mean"
        )
        self.modes.chosen.connect(self._set_mode)
        borders = button(self.tr("Borders"), "default", "sliders-horizontal")
        borders.clicked.connect(self.lines_asked)
        self.add_end(self.modes)
        self.add_end(borders)
        self.need = Need()
        self.reason = Wrapped("", 12, tone="text3")
        self.grid.chosen.connect(self._say)
        self.grid.opened.connect(self.opened)
        self.scale = Scale()
        self.ends = label("", 12, tone="text3")
        self.mode_word = label("", 12, tone="text3")
        self.sum = Elided("", 13, tone="amber")
        self.list_button = button(self.tr("List them"), "default", "list-checks")
        self.list_button.clicked.connect(self.opened)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for part in (self.mode_word, self.scale, self.ends):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self.list_button)
        self.again = Elided("", 12)
        self.stamp = Elided("", 11)
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(self.need)
        self.body.addWidget(self.reason)
        self.body.addLayout(foot)
        self.body.addWidget(self.sum)
        self.body.addWidget(self.again)
        self.body.addWidget(self.stamp)

    def show_board(self, board: Board) -> None:
        """Twenty-five cells, or how long until the history suffices for them."""
        self.board = board
        least = round(board.lines["least_days"].value)
        enough = board.days >= least and bool(board.cells)
        for part in (self.grid, self.scale, self.ends, self.mode_word, self.sum, self.list_button):
            part.setVisible(enough)
        self.need.setVisible(not enough)
        self.reason.setVisible(not enough)
        self.need.show_need(board.days, least)
        self.reason.setText(
            self.tr("How lately and how often people buy says nothing of a shorter history. Nothing is borrowed.")
        )
        people = self.tr("{n} people · {days} days")
        self.under.setText(people.format(n=texts.count(board.people), days=texts.count(board.days)))
        self.grid.show_board(board)
        self.again.setText(self._again(board.again, board))
        self.stamp.setText(self._stamp(board))
        self._say()

    def _set_mode(self, mode: str) -> None:
        self.grid.set_mode(mode)
        self._say()

    def _say(self) -> None:
        """The scale's ends, and what the chosen cells come to."""
        ends, board = self.grid.ends(), self.board
        names = {"people": self.tr("People"), "mean": self.tr("Average spend M"), "margin": self.tr("Margin")}
        self.mode_word.setText(names[self.grid.mode])
        money = self.grid.mode != "people"
        said = "" if ends is None else "–".join(f"{round(end / 100) if money else round(end):,}" for end in ends)
        self.ends.setText(f"¥{said}" if said and money else said or texts.NOTHING)
        block = self.grid.block
        self.list_button.setEnabled(bool(block))
        set_tone(self.sum, "amber" if block else "text3")
        if board is None or not block:
            self.sum.setText(self.tr("Drag over cells, or press Shift and the arrows, to choose some of them"))
            return
        cells = [cell for place in block if (cell := self.grid.cells.get(place)) is not None]
        people, fen = sum(cell.people for cell in cells), sum(cell.paid_fen for cell in cells)
        every, whole = board.people, sum(cell.paid_fen for cell in board.cells)
        names_of = dict.fromkeys(words.segment_word(reference.customer_grid()[place]) for place in block)
        chosen = self.tr("Chosen: {names} {people} people · {share} of people, {spent} of money · {money}")
        self.sum.setText(
            chosen.format(
                names=self.tr(", ").join(names_of),
                people=texts.count(people),
                share=_share(people, every),
                spent=_share(fen, whole),
                money=texts.money(fen),
            )
        )

    def _again(self, told: Again, board: Board) -> str:
        """How often regulars come again against new buyers, beside the merchants' yardstick."""
        low, high = (f"{board.lines[name].value:g}" for name in ("again_low", "again_high"))
        of = self.tr("Bought again within {days} days: regulars {a} (n={n}) · bought once before {b} (m={m})").format(
            days=told.days,
            a=_share(told.regulars_again, told.regulars),
            n=texts.count(told.regulars),
            b=_share(told.fresh_again, told.fresh),
            m=texts.count(told.fresh),
        )
        times = self.tr("too few to compare") if told.times is None else self.tr("{x} ×").format(x=f"{told.times:.1f}")
        yardstick = self.tr("yardstick {low}–{high} × (of {day})").format(
            low=low, high=high, day=board.lines["again_low"].since
        )
        return f"{of} · {times} · {yardstick}"

    def _stamp(self, board: Board) -> str:
        said = self.tr("Orders in this file · worked out {at} · n={n}").format(
            at=texts.moment(board.at, board.now), n=texts.count(sum(cell.orders for cell in board.cells))
        )
        if board.unnamed:
            said += " · " + self.tr("%n order(s) without a named buyer are left out", "", board.unnamed)
        return said + " · " + self.tr("closed, refunded and trial orders are no purchases")


def _share(part: float, whole: float) -> str:
    return texts.NOTHING if not whole else f"{part / whole:.1%}"
