"""总览: figures, trend, funnel, the rows behind what was clicked, and customers by value."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from console import reference
from console.core.changes import Changes, Kind
from console.rules.insights import Span
from console.store.insights_views import Slice, Sum, What
from console.ui.context import Desk
from console.ui.pacing import Pacing
from console.ui.page import Question, scrolled
from console.ui.rooms import View
from console.ui.tabs.insights import rows_words
from console.ui.tabs.insights.cards import Cards
from console.ui.tabs.insights.cards_words import of_orders
from console.ui.tabs.insights.funnel import FunnelCard
from console.ui.tabs.insights.overview_reading import Boards, OverviewReading, read_boards, read_overview
from console.ui.tabs.insights.overview_sources import SourcesCard
from console.ui.tabs.insights.overview_span import SpanPicker
from console.ui.tabs.insights.rows_source import asked
from console.ui.tabs.insights.rows_table import SliceTable, title
from console.ui.tabs.insights.trend import TrendCard
from console.ui.tabs.insights.value import ValueCard
from console.ui.widgets import Card, EmptyState, button
from console.ui.widgets.scrollbar import OverlayBar

WIDE_FROM = 1_000
ROWS_HIGH = 330
KINDS: frozenset[Kind] = frozenset({"shops", "orders", "after_sales", "links", "health", "live", "settings"})


class OverviewView(View):
    """Two readings of the file fill it: the figures, then the boards."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.reading: OverviewReading | None = None
        self.boards: Boards | None = None
        self._is_whole = False  # the rows are those of all days; nobody clicked a bar
        self._wide: bool | None = None
        self._pacing = Pacing(self, self.read)
        self.span = SpanPicker(self.tasks)
        self.span.chosen.connect(self._other_days)
        self.verbs = (self.span,)
        self._build()
        self.read()

    def _build(self) -> None:
        self.cards, self.trend, self.funnel = Cards(), TrendCard(self.desk.language), FunnelCard()
        self.value, self.sources = ValueCard(), SourcesCard()
        self.table = SliceTable(self.desk, self.tasks, left_out=(rows_words.BELONGS,))
        self.rows_card = Card(self.tr("Rows behind it"), " ")
        self.rows_card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        opens = button(self.tr("Open the details"), small=True)
        opens.clicked.connect(self._open_rows)
        self.rows_card.add_end(opens)
        self.rows_card.body.addWidget(self.table)
        self.table.setFixedHeight(ROWS_HIGH)
        self.cards.asked.connect(self._card_asked)
        self.trend.picked.connect(lambda begin, end, shown: self.drill("paid", begin, end, shown))
        self.funnel.picked.connect(self._step_picked)
        self.value.picked.connect(self._cell_picked)
        self.value.opened.connect(lambda: self.go.emit("customers", {}))
        self.sources.opened.connect(lambda: self.go.emit("traffic", {}))
        self.table.opened.connect(self._open_row)
        self.table.fresh.connect(self._anew)
        self.table.proven.connect(self._arrived)
        self.table.card.model.settled.connect(self._arrived)
        under, way = self.tr("Figures appear here once orders have been read"), self.tr("Go to accounts")
        self.empty = EmptyState("chart-column", self.tr("No shop is bound yet"), under, way)
        self.empty.on_click(lambda: self.go.emit("accounts", {}))
        self.empty.hide()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        inside = self._inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.cards)
        column.addLayout(self._grid)
        column.addWidget(self.sources)
        column.addStretch(1)
        self.area = scrolled(inside)
        self._bar = OverlayBar(self.area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area, 1)
        whole.addWidget(self.empty, 1)
        self._arrange(wide=True)

    # -- reading -----------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read it anew; what is shown stays until the answer is here."""
        self._pacing.begun()
        self.tasks.start(self._read(), key="read")

    async def _read(self) -> None:
        now, pair, lines = self.desk.now(), self.desk.scope.pair, reference.insight_lines()
        span = self.span.of(now)
        reading = await self.desk.database.read(read_overview, span, pair, now, lines)
        self._show(reading)
        boards = await self.desk.database.read(read_boards, span, pair, now, lines)
        self._show_boards(reading, boards)
        self._arrived()

    def _show(self, reading: OverviewReading) -> None:
        first = self.reading is None or self.reading.pair != reading.pair
        self.reading = reading
        some = bool(reading.shops)
        self.area.setVisible(some)
        self.empty.setVisible(not some)
        if not some:
            return
        self.cards.show_reading(reading)
        self.trend.show_reading(reading)
        if first or (self._is_whole and self.table.shown != self._sum_of("paid")):
            self._whole_span(reading.span)

    def _show_boards(self, reading: OverviewReading, boards: Boards) -> None:
        self.boards = boards
        if not reading.shops:
            return
        known = reading.is_known
        made = boards.made if known else None
        fresh = of_orders(reading.sources("orders"))
        self.funnel.show_steps(made.made if made else None, made.paid if made else None, fresh, {}, "by_hand")
        self.value.show_board(boards.value, reading.lines, boards.now)
        self.sources.show_split(boards.split, boards.split_at, boards.now)

    @property
    def is_settled(self) -> bool:
        return not self.tasks.busy and self.table.is_settled

    def _arrived(self) -> None:
        self.settled.emit()

    def on_changes(self, changes: Changes) -> None:
        if changes.kinds & KINDS:
            self._pacing.news()

    def tick(self) -> None:
        self._pacing.tick()

    def open_at(self, question: Question) -> None:
        """``span``: one of the choices of the head."""
        if "span" in question:
            self.span.set_key(question["span"])
            self._other_days()

    def _other_days(self) -> None:
        self.reading = None
        self.read()

    # -- drilling down -----------------------------------------------------------------------------------------------

    def drill(
        self, what: What, begin_at: int, end_at: int, shown: Sum | None, cell: tuple[int, int] | None = None
    ) -> None:
        """Show the rows behind a figure in the card below."""
        reading = self.reading
        if reading is None:
            return
        self._is_whole = False
        wanted = Slice(what=what, begin_at=begin_at, end_at=end_at, now=reading.now, pair=reading.pair, cell=cell)
        self.trend.choose(begin_at if what == "paid" and rows_words.days_of(wanted) == 1 else None)
        self.rows_card.under.setText(title(wanted))
        self.table.show_slice(wanted, shown)

    def _whole_span(self, span: Span, what: What = "paid") -> None:
        self.drill(what, span.begin_at, span.until, self._sum_of(what))
        self._is_whole = what == "paid"

    def _sum_of(self, what: What) -> Sum:
        """What the card of these rows says."""
        assert self.reading is not None  # noqa: S101 - asked for by a card that shows one
        total = self.reading.total
        return {
            "refunds": Sum(rows=total.sold.refunds, fen=total.sold.refunded_fen),
            "ads": total.ads.cost,
            "live": Sum(rows=total.live.orders, fen=total.live.paid_fen),
        }.get(what, Sum(rows=total.sold.orders, fen=total.sold.paid_fen))

    def _card_asked(self, what: str) -> None:
        if what == "traffic":
            self.go.emit("traffic", {})
        elif self.reading is not None:
            self._whole_span(self.reading.span, cast(What, what))
            self.area.ensureWidgetVisible(self.rows_card)

    def _step_picked(self, what: str) -> None:
        if self.boards is not None:
            span, made = self.boards.span, self.boards.made
            shown = Sum(rows=made.made if what == "made" else made.paid)
            self.drill(cast(What, what), span.begin_at, span.until, shown)

    def _cell_picked(self, row: int, column: int, shown: Sum) -> None:
        if self.boards is not None:
            self.drill("value", 0, self.boards.now + 1, shown, (row, column))

    def _open_rows(self) -> None:
        if self.table.wanted is not None:
            self.go.emit("insights", {"view": "rows", **asked(self.table.wanted, self.table.shown)})

    def _open_row(self, kind: str, number: str) -> None:
        self.go.emit("orders", rows_words.question(kind, number))

    def _anew(self) -> None:
        self.reading = None
        self.read()

    # -- room --------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= WIDE_FROM
        if wide != self._wide:
            self._arrange(wide=wide)

    def _arrange(self, *, wide: bool) -> None:
        """As many beside each other as there is room for."""
        self._wide = wide
        self.cards.set_across(4 if wide else 2)
        places = ((0, 0, 7), (0, 7, 4), (1, 0, 7), (1, 7, 4)) if wide else ((0, 0, 1), (1, 0, 1), (2, 0, 1), (3, 0, 1))
        for card, (row, column, span) in zip(
            (self.trend, self.funnel, self.rows_card, self.value), places, strict=True
        ):
            self._grid.addWidget(card, row, column, 1, span)
        for column in range(11):
            self._grid.setColumnStretch(column, 1 if wide or not column else 0)

    def find_here(self) -> None:
        self.table.card.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
