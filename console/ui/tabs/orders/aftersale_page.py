"""售后工单: every after-sale of both platforms as one ticket, on a board or in a list, answered by whoever has it."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from console import catalogue
from console.core.changes import Kind
from console.core.clock import MINUTE
from console.core.errors import FileTrouble, Trouble
from console.core.model import Platform
from console.store.views import Pair
from console.store.views_tickets import Pulse, TicketFilter, TicketRow
from console.ui.context import Desk
from console.ui.exporting import Exporter
from console.ui.listing import ListPage
from console.ui.page import Question
from console.ui.reading_order import tab_as_read
from console.ui.sight import Sight
from console.ui.table_card import TableCard
from console.ui.tabs.orders import aftersale_columns, aftersale_out, aftersale_words
from console.ui.tabs.orders.aftersale_answering import Answering
from console.ui.tabs.orders.aftersale_board import BoardView
from console.ui.tabs.orders.aftersale_card import verbs
from console.ui.tabs.orders.aftersale_drawer import TicketDrawer
from console.ui.tabs.orders.aftersale_filters import TicketFilters, usual_sort
from console.ui.tabs.orders.aftersale_people import TicketPeople
from console.ui.tabs.orders.aftersale_source import (
    Head,
    TicketSource,
    read_board,
    read_detail,
    read_head,
)
from console.ui.widgets import EmptyState, Segmented, label, link
from console.ui.widgets.labels import Wrapped

PULSE_MS = MINUTE  # means over thirty days do not move faster
KEYS = {Qt.Key.Key_A: "agree", Qt.Key.Key_R: "refuse", Qt.Key.Key_O: "order"}
LANES = ("answer", "buyer", "receipt", "platform", "over")


class AfterSalesPage(ListPage):
    """Board and list of the same tickets; the drawer stands beside both."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({"after_sales", "links", "orders", "shops", "outbox"})
    ticking = (aftersale_columns.TIME_LEFT,)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, QCoreApplication.translate("aftersale", "After-sale tickets"))
        self._head: Head | None = None
        self._pulse: tuple[Pair | None, int, Pulse] | None = None  # whose figures, when read, and what they are
        self._asked: TicketFilter | None = None
        self._source: TicketSource | None = None
        self.people = TicketPeople(self)
        self.filters = TicketFilters()
        self.filters.changed.connect(self.ask)
        self.figures = Wrapped("", 12, tone="text2")
        self.board = BoardView(desk.now, self.person, desk.pictures)
        empty = EmptyState("circle-check", self.tr("No tickets"), "", self.tr("Clear the filters"))
        empty.on_click(self._empty_acted)
        card: TableCard[TicketRow] = TableCard(
            aftersale_columns.columns(desk.now, self._is_hot, self.person, desk.pictures),
            self.tasks,
            empty,
            self.tr("{first}–{last} of {total} tickets"),
        )
        self.export: Exporter[TicketRow] = Exporter(
            self, self.tr("After-sale tickets"), aftersale_out.fields, aftersale_out.cells(self.person)
        )
        self._fill_head()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.board)
        self._stack.addWidget(card)
        for part in (self.filters, self.figures, self.export.progress):
            self.column.addWidget(part)
        self.column.addWidget(self._stack, 1)
        drawer = TicketDrawer(self, desk.preferences.drawer_width, desk.pictures)
        self.ticket_drawer = drawer
        self.set_table(card, drawer)
        Sight(card.view, desk.pictures, aftersale_columns.picture)
        self.answering = Answering(self)
        self._listen(card)
        tab_as_read(self.column)
        self.view_as("board")
        self._set_people()
        self.ask()

    def _fill_head(self) -> None:
        back = link(QCoreApplication.translate("tabs", "Orders"))
        back.clicked.connect(lambda: self.go.emit("orders", {"room": ""}))
        self.back = back
        self.head.insertWidget(0, label("›", 16, tone="text3"))
        self.head.insertWidget(0, back)
        self.kind = Segmented([("board", self.tr("Board")), ("list", self.tr("List"))], "board")
        self.kind.chosen.connect(self.view_as)
        for part in (self.kind, self.people.rules_button, self.export.button):
            self.head.addWidget(part)

    def _listen(self, card: TableCard[TicketRow]) -> None:
        self.board.acted.connect(self._act)
        self.board.more.connect(self._list_of)
        self.drawer.stepped.connect(lambda by: self.board.step(by) if self.shows_board else None)
        self.ticket_drawer.copied.connect(lambda number: self.copy(number, self.tr("Copied")))
        self.ticket_drawer.acted.connect(self._drawer_acted)
        self.ticket_drawer.given.connect(self._given)
        self.drawer.closed.connect(lambda: self.board.set_opened(None))
        self.answering.sent.connect(self.refresh)
        self.people.changed.connect(self._set_people)
        self.people.moved.connect(self.refresh)
        card.model.listed.connect(self._say_empty)
        give = self.people.give
        give.chosen.connect(lambda to: self.people.assign(sorted(card.model.checked), to))
        card.foot.add_verb(give)

    def _is_hot(self, row: TicketRow) -> bool:
        hovered = self.card.view.hovered
        return 0 <= hovered < self.card.model.rowCount() and self.card.model.id_at(hovered) == row.id

    def _set_people(self) -> None:
        self.filters.set_people(self.people.people, self.people.me)
        self.ticket_drawer.set_people(self.people.people)

    def person(self, row: TicketRow) -> str:
        """The name of whoever has a ticket."""
        return self.people.name(row)

    def _given(self, operator_id: str) -> None:
        detail = self.ticket_drawer.detail
        if detail is not None:
            self.people.assign([detail.row.id], operator_id)

    def _complain(self, trouble: Trouble | FileTrouble) -> None:
        said = catalogue.words_for(trouble, self.desk.language)
        self.said.emit(said.text, said.next_step)

    # -- asking -----------------------------------------------------------------------------------------------------

    @property
    def shows_board(self) -> bool:
        """Whether the board is in sight, and not the list."""
        return self.kind.key() == "board"

    def view_as(self, kind: str) -> None:
        """Board or list."""
        self.kind.set_key(kind)
        self.filters.tabs.setVisible(not self.shows_board)
        self._show_right()

    def _show_right(self) -> None:
        """Without a shop there is no board: the list says why."""
        bare = self._head is not None and not self._head.shops
        self._stack.setCurrentIndex(0 if self.shows_board and not bare else 1)

    def _list_of(self, lane: str) -> None:
        self.filters.set_all(tab=lane)
        self.view_as("list")
        self.ask()

    def ask(self) -> None:
        """Show what tabs and filters ask for."""
        wanted = self._asked = self.filters.wanted(self.desk.scope.pair)
        self._source = TicketSource(self.desk.database, wanted, self.desk.now)
        self.card.view.set_spare((aftersale_columns.ACTION, aftersale_columns.ASKED, aftersale_columns.PERSON))
        self.card.model.show(self._source, usual_sort(wanted.tab))
        self.start_head()

    def refresh(self) -> None:
        wanted = self.filters.wanted(self.desk.scope.pair)
        if self._source is None or wanted != self._asked:
            self.ask()
            return
        super().refresh()

    def start_head(self) -> None:
        self.tasks.start(self._read_head(), key="head")

    async def _read_head(self) -> None:
        if self._asked is None:
            return
        asked, now = self._asked, self.desk.now()
        fresh = self._pulse is not None and self._pulse[0] == asked.pair and now - self._pulse[1] < PULSE_MS
        head = await self.desk.database.read(read_head, asked, now, self._pulse[2] if self._pulse and fresh else None)
        board = await self.desk.database.read(read_board, asked)
        if asked is not self._asked:
            return
        if not fresh:
            self._pulse = (asked.pair, now, head.pulse)
        self._head = head
        self.board.show_board(board, head.sums.lanes)
        counts = {lane: head.sums.lanes[lane].count for lane in head.sums.lanes}
        whole = {"open": head.sums.open, "all": sum(counts.values())}
        self.filters.tabs.set_counts({**dict[str, int](counts.items()), **whole})
        self.under.setText(aftersale_words.head(head.sums, head.read_at, self.desk.now()) if head.shops else "")
        self.filters.say_due(aftersale_words.due(head.sums))
        self.figures.setText(aftersale_words.pulse(head.pulse, self.desk.now()) if head.shops else "")
        self.figures.setVisible(bool(head.shops))
        self._show_right()
        self._say_empty()

    def tick(self) -> None:
        super().tick()
        if self.shows_board:
            self.board.tick()

    def _say_empty(self) -> None:
        empty, head = self.card.empty, self._head
        if head is not None and not head.shops:
            empty.say(self.tr("No shop is bound yet"), self.tr("Tickets appear here once both shops are bound"))
            empty.button.setText(self.tr("Go to accounts"))
        elif self.filters.is_narrowed:
            empty.say(self.tr("No ticket fits"), self.tr("Search and filters leave nothing of this tab"))
            empty.button.setText(self.tr("Clear the filters"))
        else:
            empty.say(self.tr("No tickets here"), self.next_sync())
            empty.button.setText(self.tr("Sync now"))
        empty.button.show()

    def _empty_acted(self) -> None:
        self.act_on_nothing(self.filters, bound=self._head is None or bool(self._head.shops))

    # -- what the shell tells ---------------------------------------------------------------------------------------

    def open_at(self, question: Question) -> None:
        """``tab``, ``text``, ``person`` and ``state`` as the filters name them; a lane's tab is shown as its list."""
        self.drawer.shut()
        tab = question.get("tab", "open")
        self.filters.set_all(
            tab=tab,
            text=question.get("text", ""),
            person=question.get("person", "all"),
            state=question.get("state", "all"),
        )
        self.view_as("list" if tab in (*LANES, "all") else "board")
        self.ask()

    def find_here(self) -> None:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    # -- tickets ----------------------------------------------------------------------------------------------------

    def open_row(self, row_id: int) -> None:
        self.board.set_opened(row_id)
        super().open_row(row_id)

    async def show_detail(self, row_id: int) -> None:
        detail = await self.desk.database.read(read_detail, row_id, self.desk.now())
        if row_id != self.card.view.opened:
            return
        if detail is None:
            self.drawer.shut()
            return
        self.ticket_drawer.show_detail(detail, self.desk.now(), self.person(detail.row))
        if detail.read_at is None:
            await self._look(detail.row.shop_id, detail.row.after_sale_no)

    async def _look(self, shop_id: str, after_sale_no: str) -> None:
        try:
            await self.desk.actions.tickets.look_at(shop_id, after_sale_no)
        except (Trouble, FileTrouble) as trouble:
            self._complain(trouble)

    def do_verb(self, row_id: int, verb: str) -> None:
        what, _, platform = verb.partition(":")
        place = self.card.model.number_of(row_id)
        row = None if place is None else self.card.model.row(place)
        number = aftersale_columns.number(row, Platform(platform)) if row is not None and what == "copy" else None
        if number:
            self.copy(number, self.tr("Copied"))
        elif what != "copy":
            self.open_row(row_id)

    def _act(self, what: str, row_id: int) -> None:
        if what in ("agree", "refuse"):
            self.answering.start(what, row_id)
        elif what == "order":
            row = self.board.row(row_id)
            if row is not None:
                self._to_order(row)
        else:
            self.open_row(row_id)

    def _drawer_acted(self, what: str, shop_id: str) -> None:
        detail = self.ticket_drawer.detail
        if detail is None:
            return
        match what:
            case "order":
                self._to_order(detail.row)
            case "look":
                self.tasks.start(self._look(detail.row.shop_id, detail.row.after_sale_no), key="look")
            case _:
                self.answering.start(what, detail.row.id, shop_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A agrees, R refuses, O goes to the order: of the ticket in the drawer, else of the current one."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            act = KEYS.get(Qt.Key(event.key()))
            if act is not None and self._by_key(act):
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = None if event.modifiers() else KEYS.get(Qt.Key(event.key()))
        if act is None or not self._by_key(act):
            super().keyPressEvent(event)

    def _by_key(self, act: str) -> bool:
        if self.drawer.isVisible():
            if act == "order":
                self._drawer_acted("order", "")
                return True
            return self.ticket_drawer.press(act)
        index = self.card.view.currentIndex()
        row = self.card.model.row(index.row()) if index.isValid() and not self.shows_board else None
        if row is None or (act != "order" and act not in dict(verbs(row))):
            return False
        if act == "order":
            self._to_order(row)
        else:
            self.answering.start(act, row.id)
        return True

    def _to_order(self, row: TicketRow) -> None:
        self.go.emit("orders", {"tab": "all", "text": row.order_no})
