"""今日对账证明: every paid Kuaishou order has its Youzan trade, or stands here with what is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from console.core.clock import DAY
from console.core.model import Mapping, Platform
from console.rules import proof_period
from console.store.views import TROUBLED, MappingSum
from console.ui import paint, texts
from console.ui.charted import ChartData, Column, join, tell
from console.ui.mappings import mapping_look
from console.ui.page import Question
from console.ui.paint import ChipLook
from console.ui.tabs.home.period import Period
from console.ui.tabs.home.reading import HomeReading
from console.ui.theme import Tone, current
from console.ui.widgets import Card, Chip, Dot, label, line, link
from console.ui.widgets.labels import Elided

ORDER = (
    Mapping.LINKED,
    Mapping.MISSING_TRADE,
    Mapping.AMOUNT_DIFFERS,
    Mapping.DUPLICATE,
    Mapping.AMBIGUOUS,
    Mapping.WAITING,
)
ROWS = 4
LEAST = 6  # no part of the bar is narrower: a single missing order must be seen


class ShareBar(QWidget):
    """The parts of a whole beside each other, 8 high, in the colours of their states."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: Sequence[tuple[Tone, str, int]] = ()
        self.setFixedHeight(8)
        join(self)

    def set_parts(self, parts: Sequence[tuple[Tone, str, int]]) -> None:
        self._parts = [part for part in parts if part[2]]
        tell(self)
        self.update()

    def chart_data(self) -> ChartData | None:
        """A row a state."""
        columns = (
            Column(self.tr("Mapping"), [word for _, word, _ in self._parts], kind="place"),
            Column(self.tr("Orders"), [number for _, _, number in self._parts], texts.count),
        )
        return ChartData(self.tr("Proof"), columns) if self._parts else None

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        paint.rounded(painter, self.rect(), 4, look["track"])
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setClipPath(shape)
        left = 0
        for (tone, *_), wide in zip(self._parts, widths([n for *_, n in self._parts], self.width()), strict=True):
            painter.fillRect(QRect(left, 0, wide - 2, self.height()), look[f"dot_{tone}"])
            left += wide
        painter.end()


def widths(numbers: Sequence[int], room: int) -> list[int]:
    """How the room is shared: by number, but everything that is there is to be seen; the largest gives way."""
    whole = sum(numbers)
    if not whole:
        return []
    made = [max(LEAST, room * number // whole) for number in numbers]
    largest = numbers.index(max(numbers))
    made[largest] += room + 2 - sum(made)
    return made


class ProofCard(Card):
    """``opened`` carries the tab and the question its page is to answer."""

    opened = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(self.tr("Proof of today"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._chip = Chip(ChipLook("grey", "circle-dashed", texts.NOTHING))
        self.add_end(self._chip)
        self._number = label(texts.NOTHING, 28, strong=True)
        self._of = Elided("", 13)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._number)
        head.addWidget(self._of, 1)
        self._bar = ShareBar()
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(8)
        self._rows.setVerticalSpacing(6)
        self._rows.setColumnStretch(1, 1)
        self._rows.setColumnStretch(3, 2)
        self._cells: list[QWidget] = []
        self._window = label("", 12, tone="text3")
        self._link = link(self.tr("See the proof"))
        self._link.clicked.connect(self._open)
        foot = QHBoxLayout()
        foot.addWidget(self._window, 1)
        foot.addWidget(self._link)
        self.body.addLayout(head)
        self.body.addWidget(self._bar)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self.body.addWidget(line())
        self.body.addLayout(foot)
        self._question: Question = {"tab": "mapping"}

    def _open(self) -> None:
        self.opened.emit("orders", self._question)

    def show_reading(self, reading: HomeReading) -> None:
        """Put the numbers in."""
        period = reading.period
        self.title.setText(self._title(period))
        sums = {one.mapping: one for one in reading.proof}
        total = sum(one.orders for one in reading.proof)
        known = reading.sources("orders").is_known
        linked = sums[Mapping.LINKED].orders if Mapping.LINKED in sums else 0
        self._number.setText(texts.count(linked) if known else texts.NOTHING)
        words = self.tr("of {n} orders matched one to one").format(n=texts.count(total))
        self._of.setText(f"/ {words}" if known else self.tr("not read yet"))
        self._fill_rows([sums[state] for state in ORDER if state in sums] if known else [])
        self._chip.set_look(self._state(reading, total, linked))
        unproved = self.tr("{linked} of {n} matched; of the others no counterpart is due yet")
        counted = unproved.format(linked=texts.count(linked), n=texts.count(total))
        self._chip.setToolTip(counted if known and linked < total and not _open_orders(reading) else "")
        self._window.setText(self._span(period))
        self._question = {"tab": "mapping" if _open_orders(reading) else "all", "paid": period.key}
        if period.key in ("today", "yesterday"):  # a proof is of one day
            self._question = {"proof": proof_period.day_of(period.begin_at).key}

    def _fill_rows(self, sums: Sequence[MappingSum]) -> None:
        for cell in self._cells:
            cell.hide()
            cell.deleteLater()
        self._cells = []
        shown = sums[:ROWS] if len(sums) <= ROWS else [*sums[: ROWS - 1], _rest(sums[ROWS - 1 :])]
        for at, one in enumerate(shown):
            look = mapping_look(one.mapping)
            word = look.word if at < ROWS - 1 or len(sums) <= ROWS else self.tr("Others")
            cells: tuple[QWidget, ...] = (
                Dot(look.tone),
                label(word),
                label(texts.count(one.orders), strong=True),
                label(self._money(one), tone="text2"),
            )
            for column, cell in enumerate(cells):
                self._rows.addWidget(cell, at, column, paint.RIGHT if column > 1 else paint.LEFT)
            self._cells += cells
        looks = [mapping_look(one.mapping) for one in sums]
        self._bar.set_parts([(look.tone, look.word, one.orders) for look, one in zip(looks, sums, strict=True)])

    def _money(self, one: MappingSum) -> str:
        if one.mapping is Mapping.AMOUNT_DIFFERS:
            return self.tr("off by {money}").format(money=texts.money(one.difference_fen))
        return texts.money(one.amount_fen)

    def _state(self, reading: HomeReading, total: int, linked: int) -> ChipLook:
        """Green only if the window is whole and every order in it is matched: what is not due is not proved."""
        sources = reading.sources("orders", reading.period.until)
        if not sources.is_known:
            return ChipLook("grey", "circle-dashed", self.tr("No data yet"))
        if set(reading.platforms) != set(Platform):
            return ChipLook("grey", "circle-dashed", self.tr("One side only"))
        still_open = _open_orders(reading)
        if still_open:
            return ChipLook("amber", "triangle-alert", self.tr("{n} open").format(n=texts.count(still_open)))
        if sources.late:
            return ChipLook("amber", "triangle-alert", self.tr("Partial"))
        if not total:
            return ChipLook("grey", "circle-dashed", self.tr("No orders yet"))
        if linked < total:
            return ChipLook("grey", "clock", self.tr("%n not due yet", "", total - linked))
        return ChipLook("green", "circle-check", self.tr("In order"))

    def _title(self, period: Period) -> str:
        return {
            "today": self.tr("Proof of today"),
            "yesterday": self.tr("Proof of yesterday"),
            "week": self.tr("Proof of 7 days"),
            "month": self.tr("Proof of 30 days"),
        }[period.key]

    def _span(self, period: Period) -> str:
        """``窗口 00:00–14:30``: half-open, by the time of payment."""
        last = period.until - 1
        if period.is_days or period.key == "yesterday":
            begin, end = texts.moment(period.begin_at)[:5], texts.moment(last)[:5]
            span = begin if period.length == DAY else f"{begin} – {end}"
        else:
            span = f"{texts.clock_time(period.begin_at)}–{texts.clock_time(last)}"
        return self.tr("Paid {span}").format(span=span)


def _open_orders(reading: HomeReading) -> int:
    """How many stand in a state that somebody has to look at."""
    return sum(one.orders for one in reading.proof if one.mapping in TROUBLED)


def _rest(sums: Sequence[MappingSum]) -> MappingSum:
    """The last states as one line, in the colour of the first of them."""
    return MappingSum(
        mapping=sums[0].mapping,
        orders=sum(one.orders for one in sums),
        amount_fen=sum(one.amount_fen for one in sums),
        difference_fen=sum(one.difference_fen for one in sums),
    )
