"""订单: every Kuaishou order beside its Youzan trade, on live data."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel

from console.core.changes import Kind
from console.core.model import Platform
from console.store.views import OrderFilter, OrderRow, OrderTab
from console.ui import texts
from console.ui.cells import Countdown
from console.ui.context import Desk
from console.ui.covering import step_past
from console.ui.exporting import Exporter
from console.ui.listing import ListPage
from console.ui.page import Question
from console.ui.reading_order import tab_as_read
from console.ui.sight import Sight
from console.ui.table_card import TableCard
from console.ui.tabs.orders import columns, sheet_out, words
from console.ui.tabs.orders.append_bar import AppendBar
from console.ui.tabs.orders.drawer import OrderDrawer
from console.ui.tabs.orders.filters import OrderFilters, usual_sort
from console.ui.tabs.orders.keep_bar import KeepBar
from console.ui.tabs.orders.note_bar import NoteBar
from console.ui.tabs.orders.pair_bar import PairBar
from console.ui.tabs.orders.proof_panel import ProofPanel
from console.ui.tabs.orders.reveal_bar import RevealBar
from console.ui.tabs.orders.saved_views import SavedViews
from console.ui.tabs.orders.ship_bar import ShipBar
from console.ui.tabs.orders.source import (
    Head,
    OrderSource,
    read_detail,
    read_head,
    read_numbers,
    read_sum,
    same_view,
)
from console.ui.tabs.orders.waybill_bar import WaybillBar
from console.ui.widgets import EmptyState, StripLook, button, label
from console.ui.widgets.banner import Banner

SHIPPED_TABS: tuple[OrderTab, ...] = ("shipped", "done", "closed")


class OrdersPage(ListPage):
    """The mapping table."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({"orders", "links", "after_sales", "shops", "waybills"})
    ticking = (columns.SHIP_BY,)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, QCoreApplication.translate("tabs", "Orders"))
        self.filters = OrderFilters()
        self.filters.changed.connect(self.ask)
        self.banner = Banner()
        empty = EmptyState("clipboard-list", self.tr("No orders"), "", self.tr("Clear the filters"))
        empty.on_click(self._empty_acted)
        card: TableCard[OrderRow] = TableCard(
            columns.columns(desk.now, self._is_hot, desk.pictures),
            self.tasks,
            empty,
            self.tr("{first}–{last} of {total} orders"),
        )
        self.export: Exporter[OrderRow] = Exporter(self, self.tr("Order list"), sheet_out.fields, sheet_out.cells)
        tickets = button(self.tr("After-sale tickets"), "default", "undo-2")
        tickets.clicked.connect(lambda: self.go.emit("orders", {"room": "aftersales"}))
        self.head.addWidget(tickets)
        self.head.addWidget(self.export.button)
        for part in (self.filters, self.banner, self.export.progress):
            self.column.addWidget(part)
        self.column.addWidget(card, 1)
        self._head: Head | None = None
        self._asked: OrderFilter | None = None
        self._source: OrderSource | None = None
        self._tab: OrderTab = self.filters.tab
        self._countdown: Countdown[OrderRow] = Countdown(columns.ship_by, desk.now, words.held)
        drawer = OrderDrawer(self, desk.preferences.drawer_width, desk.pictures, desk.language)
        drawer.copied.connect(lambda number: self.copy(number, self.tr("Copied")))
        self.order_drawer = drawer
        self.set_table(card, drawer)
        Sight(card.view, desk.pictures, columns.picture)
        self._batch(card)
        self._proofs()
        self.ships = ShipBar(self)
        self.ships.furnish()
        self.waybills = WaybillBar(self)
        self.waybills.furnish()
        self.append = AppendBar(self)
        self.notes = NoteBar(self)
        self.notes.furnish()
        self.keeping = KeepBar(self)
        self.keeping.furnish()
        self.reveals = RevealBar(self)
        self.reveals.furnish()
        card.model.listed.connect(self._say_empty)
        self.views = SavedViews(self, self.filters.views)
        tab_as_read(self.column)
        self.ask()

    def _batch(self, card: TableCard[OrderRow]) -> None:
        self._sum: QLabel = label(tone="text2")
        card.foot.verbs.addWidget(self._sum)
        numbers = button(self.tr("Copy numbers"), "ghost", "copy")
        numbers.clicked.connect(lambda: self.tasks.start(self._copy_numbers(), key="copy"))
        card.foot.add_verb(numbers)
        self._sum.hide()
        card.model.checked_changed.connect(self._add_up)

    def _proofs(self) -> None:
        self.proof = ProofPanel(self)
        self.proof.opened.connect(self._open_found)
        self.pairing = PairBar(self)
        self.pairing.furnish()
        opens = button(self.tr("Reconcile"), "default", "scale")
        opens.clicked.connect(self.open_proof)
        self.head.insertWidget(self.head.indexOf(self.export.button), opens)

    def open_proof(self) -> None:
        """The proof of a day or month, over the list."""
        self.drawer.shut()
        self.proof.open_panel()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's
        """Tab, from wherever in this page the focus is."""
        if self.proof.isVisible():
            return step_past(self, self.proof, forward=forward)
        return super().focusNextPrevChild(forward)

    def _open_found(self, row_id: int, number: str) -> None:
        """A row of a proof was clicked: it alone in the list, and its drawer."""
        self.proof.close_panel()
        self.filters.set_all(tab="all", text=number)
        self.ask()
        self.open_row(row_id)

    def _is_hot(self, row: OrderRow) -> bool:
        hovered = self.card.view.hovered
        return 0 <= hovered < self.card.model.rowCount() and self.card.model.id_at(hovered) == row.id

    # -- asking -----------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Show what tabs and filters ask for."""
        wanted = self.filters.wanted(self.desk.scope.pair, self.desk.now())
        model = self.card.model
        untouched = model.sort_order in (None, usual_sort(self._tab))
        self._tab = wanted.tab
        self._asked = wanted
        dropped = columns.SHIP_BY if wanted.tab in SHIPPED_TABS else columns.PARCEL
        self.card.view.set_spare((columns.ACTION, columns.AFTER_SALE, dropped))
        self._source = OrderSource(self.desk.database, wanted)
        model.show(self._source, usual_sort(wanted.tab) if untouched else model.sort_order)
        self.start_head()

    def refresh(self) -> None:
        wanted = self.filters.wanted(self.desk.scope.pair, self.desk.now())
        if self._source is None or self._asked is None or not same_view(wanted, self._asked):
            self.ask()
            return
        self._asked = self._source.wanted = wanted
        super().refresh()

    def start_head(self) -> None:
        self.tasks.start(self._read_head(), key="head")

    async def _read_head(self) -> None:
        if self._asked is None:
            return
        asked = self._asked
        head = await self.desk.database.read(read_head, asked)
        if asked is not self._asked:
            return
        self._head = head
        self.filters.tabs.set_counts(dict[str, int](head.counts.items()))
        self._say_head(head)
        self._say_empty()

    def _say_head(self, head: Head) -> None:
        held = self.tr("{n} orders").format(n=texts.count(head.held))
        fresh = texts.as_of(head.read_at, self.desk.now())
        merged = self.tr("Kuaishou and Youzan merged by mapping")
        self.under.setText(f"{held} · {merged} · {fresh}" if head.shops else "")
        reading = bool(head.unread) and any(shop in self.desk.actions.syncing() for shop in head.unread)
        self.card.set_awaiting(reading and not self.filters.is_narrowed)
        if not reading:
            self.banner.show_look(None)
            return
        under = self.tr("{n} fetched so far · what has arrived is shown and can be worked with")
        self.banner.show_look(
            StripLook("blue", "refresh-cw", self.tr("First sync is running"), under.format(n=texts.count(head.held)))
        )

    # -- nothing to show --------------------------------------------------------------------------------------------

    def _say_empty(self) -> None:
        empty, head = self.card.empty, self._head
        if head is not None and not head.shops:
            empty.say(self.tr("No shop is bound yet"), self.tr("Orders appear here once both shops are bound"))
            empty.button.setText(self.tr("Go to accounts"))
        elif self.filters.is_narrowed:
            under = self.tr("Search and filters leave nothing of this tab")
            if self.filters.search.text().strip():
                under = self.tr("Only orders are searched here; goods that were never sold are found under Products")
            empty.say(self.tr("No order fits"), under)
            empty.button.setText(self.tr("Clear the filters"))
        else:
            empty.say(self._none_of_tab(), self.next_sync())
            empty.button.setText(self.tr("Sync now"))

    def _none_of_tab(self) -> str:
        return {
            "unpaid": self.tr("No order waits for payment"),
            "to_ship": self.tr("No order waits to be shipped"),
            "shipped": self.tr("No order is on its way"),
            "done": self.tr("No completed orders"),
            "closed": self.tr("No closed orders"),
            "after_sale": self.tr("No order is in after-sale"),
            "mapping": self.tr("Every order has its trade"),
        }.get(self._tab, self.tr("No orders"))

    def _empty_acted(self) -> None:
        self.act_on_nothing(self.filters, bound=self._head is None or bool(self._head.shops))

    # -- what the shell tells ---------------------------------------------------------------------------------------

    def open_at(self, question: Question) -> None:
        """``tab``, ``text`` and the pickers as the filters name them; what is not named is not narrowed."""
        self.drawer.shut()
        self.proof.close_panel()
        if "proof" in question:
            self.proof.open_at(question["proof"])
            return
        self.filters.set_all(
            tab=question.get("tab", "all"),
            text=question.get("text", ""),
            paid=question.get("paid", "all"),
            mapping=question.get("mapping", "all"),
            due=question.get("due", "all"),
            after_sale=question.get("after_sale", "all"),
            parcel=question.get("parcel", "all"),
            mark=question.get("mark", "all"),
            flag=question.get("flag", "all"),
            carrier=question.get("carrier", "all"),
        )
        self.ask()

    def find_here(self) -> None:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    # -- rows -------------------------------------------------------------------------------------------------------

    async def show_detail(self, row_id: int) -> None:
        detail = await self.desk.database.read(read_detail, row_id)
        if row_id != self.card.view.opened:
            return
        if detail is None:
            self.drawer.shut()
            return
        now = self.desk.now()
        self.order_drawer.show_detail(detail, self._countdown.look(detail.row), now)

    def do_verb(self, row_id: int, verb: str) -> None:
        what, _, platform = verb.partition(":")
        if what == "ship":
            self.ships.ship([row_id])
            return
        if what == "print":
            self.waybills.open([row_id])
            return
        if what != "copy":
            self.open_row(row_id)
            return
        place = self.card.model.number_of(row_id)
        row = None if place is None else self.card.model.row(place)
        number = None if row is None else columns.number(row, Platform(platform))
        if number:
            self.copy(number, self.tr("Copied"))

    # -- the choice -------------------------------------------------------------------------------------------------

    def _add_up(self) -> None:
        self._sum.setText("")
        if self.card.model.checked:
            self.tasks.start(self._read_sum(sorted(self.card.model.checked)), key="sum")

    async def _read_sum(self, ids: list[int]) -> None:
        total = await self.desk.database.read(read_sum, ids)
        self._sum.setText(self.tr("in all {money}").format(money=texts.money(total)))

    async def _copy_numbers(self) -> None:
        model = self.card.model
        ids = [row_id for row_id in model.ids if row_id in model.checked]
        numbers = await self.desk.database.read(read_numbers, ids)
        self.copy("\n".join("\t".join(pair).strip("\t") for pair in numbers), self.tr("%n orders copied", "", len(ids)))
