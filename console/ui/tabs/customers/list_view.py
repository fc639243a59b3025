"""客户列表: everybody who ever paid, or whom conditions, cells or a segment name; the drawer beside it."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from console.core.changes import Changes
from console.rules.customers import SEGMENTS
from console.rules.customers_conditions import Conditions
from console.store import customers_sheet
from console.store.customers_asked import Asked
from console.store.customers_join import Buyer
from console.store.customers_said import read_conditions
from console.store.customers_sheet import CustomerRow
from console.ui.context import Desk
from console.ui.dialogs import answer
from console.ui.exporting import Exporter, ListView
from console.ui.page import Question
from console.ui.paging import Sort
from console.ui.table_card import TableCard, TableFoot
from console.ui.tabs.customers import list_source
from console.ui.tabs.customers import profile_words as words
from console.ui.tabs.customers.drawer import CustomerDrawer, WordDialog
from console.ui.tabs.customers.list_join import ask_join
from console.ui.tabs.customers.list_source import CustomerSource
from console.ui.tabs.customers.tasks_new import ask_new_list
from console.ui.widgets import EmptyState, Picker, SearchBox, button, link
from console.ui.widgets.labels import Elided

KINDS = {"orders", "after_sales", "links", "shops", "customers", "settings"}


class CustomerFoot(TableFoot):
    """Counts people."""

    def checked_words(self, number: int) -> str:
        return self.tr("%n customer(s) selected", "", number)


class CustomerListView(ListView):
    """Search, segment, sort; Enter or a click opens the drawer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.conditions: Conditions = ()
        self.places: tuple[tuple[int, int], ...] = ()
        self.search = SearchBox(self.tr("Name, tag or last four digits"))
        self.search.setMinimumWidth(220)
        self.search.asked.connect(lambda _text: self.ask())
        every = [("", self.tr("all"))] + [(str(name), words.segment_word(name)) for name in SEGMENTS]
        self.segment = Picker(every, "", self.tr("Segment: "))
        self.segment.chosen.connect(lambda _key: self.ask())
        self.narrowed = Elided("", 12, tone="text2")
        self.all = link(self.tr("Show everybody"))
        self.all.clicked.connect(self.clear)
        self._make_table()
        name = QCoreApplication.translate("customers", "Customer list")
        self.export: Exporter[CustomerRow] = Exporter(self, name, list_source.fields, list_source.cells)
        self.export.button.setShortcut("Ctrl+E")
        self.verbs = (self.export.button,)
        top = QHBoxLayout()
        top.setSpacing(12)
        for part in (self.search, self.segment):
            top.addWidget(part)
        top.addWidget(self.narrowed, 1)
        top.addWidget(self.all)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(top)
        whole.addWidget(self.export.progress)
        whole.addWidget(self.card, 1)
        self._make_drawer()
        self.ask()

    def _make_table(self) -> None:
        empty = EmptyState(
            "users",
            self.tr("Nobody fits"),
            self.tr("Customers come from the orders of your own shops; other filters may find some."),
            self.tr("Show everybody"),
        )
        empty.on_click(self.clear)
        span = self.tr("{first}–{last} of {total} customers · numbers stay masked")
        self.card: TableCard[CustomerRow] = TableCard(
            list_source.columns(self.desk.now), self.tasks, empty, span, CustomerFoot()
        )
        self.card.model.sort_order = Sort("last_at", descending=True)
        task = button(self.tr("Make a task list"), "default", "send", small=True)
        task.clicked.connect(lambda: self.tasks.start(self._make_task(sorted(self.card.model.checked)), key="task"))
        self.card.foot.add_verb(task)
        join = self.join_button = button(self.tr("Join"), "default", "link", small=True)
        join.clicked.connect(lambda: self.tasks.start(ask_join(self, sorted(self.card.model.checked)), key="join"))
        self.card.foot.add_verb(join)
        view = self.card.view
        view.row_opened.connect(self.open_row)
        view.selectionModel().currentRowChanged.connect(self._moved)
        view.installEventFilter(self)
        self.card.model.settled.connect(self._arrived)

    def _make_drawer(self) -> None:
        drawer = self.drawer = CustomerDrawer(self, self.desk.language)
        drawer.stepped.connect(lambda by: self.card.view.step(by))
        drawer.closed.connect(self._shut)
        start = self.tasks.start
        drawer.parted.connect(lambda buyer: start(self._part(buyer), key="part"))
        drawer.tag_asked.connect(lambda: start(self._tag(), key="say"))
        drawer.note_asked.connect(lambda: start(self._note(), key="say"))
        drawer.untagged.connect(lambda tag: start(self._do("tag", tag, on=False), key="do"))
        drawer.consented.connect(lambda channel, agreed: start(self._do("consent", channel, agreed), key="do"))
        drawer.block_asked.connect(lambda: start(self._block(), key="say"))
        drawer.task_asked.connect(lambda: start(self._make_task(self._opened), key="task"))

    # -- what is shown ------------------------------------------------------------------------------------------------

    @property
    def is_settled(self) -> bool:
        return self.card.is_settled and not self.tasks.busy

    def _arrived(self) -> None:
        if self.is_settled:
            self.settled.emit()

    def ask(self) -> None:
        """Who is to be shown now."""
        asked = Asked(
            now=self.desk.now(),
            pair=self.desk.scope.pair,
            conditions=self.conditions,
            cells=self.places,
            segment=self.segment.key(),
            text=self.search.text(),
        )
        told = [words.condition_words(one, self.desk.language) for one in self.conditions if one.is_whole]
        if self.places:
            told.append(self.tr("%n cell(s) of the matrix", "", len(self.places)))
        self.narrowed.setText(" · ".join(told))
        self.all.setVisible(bool(told))
        self.card.model.show(CustomerSource(self.desk.database, asked))

    def clear(self) -> None:
        """Everybody."""
        self.conditions, self.places = (), ()
        self.segment.set_key("")
        self.search.clear()
        self.ask()

    def on_changes(self, changes: Changes) -> None:
        if changes.kinds & KINDS:
            self.ask()
            if self.card.view.opened is not None:
                self.tasks.start(self._show(self.card.view.opened), key="detail")

    def open_at(self, question: Question) -> None:
        """``conditions`` as JSON, ``cells`` as ``0-3,1-4``, ``segment``, ``text``."""
        told = question.get("conditions", "")
        self.conditions = read_conditions(told) if told else ()
        cells = (one.partition("-") for one in question.get("cells", "").split(",") if one)
        self.places = tuple((int(row), int(column)) for row, _, column in cells)
        self.segment.set_key(question.get("segment", ""))
        self.search.setText(question.get("text", ""))
        self.ask()

    def find_here(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- the drawer ---------------------------------------------------------------------------------------------------

    @property
    def _opened(self) -> Sequence[int]:
        return [self.card.view.opened] if self.card.view.opened is not None else []

    def open_row(self, row_id: int) -> None:
        """Show this customer; the list beside stays in use."""
        self.card.view.set_opened(row_id)
        if not self.drawer.isVisible():
            self.drawer.unveil()
        self.tasks.start(self._show(row_id), key="detail")

    async def _show(self, row_id: int) -> None:
        now = self.desk.now()
        sheet = await self.desk.database.read(customers_sheet.sheet, row_id, now)
        if row_id != self.card.view.opened:
            return
        if sheet is None:
            self.drawer.shut()
        else:
            self.drawer.show_sheet(sheet, now)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if self.drawer.isVisible() and now.isValid():
            row_id = self.card.model.id_at(now.row())
            if row_id != self.card.view.opened:
                self.open_row(row_id)

    def _shut(self) -> None:
        self.tasks.cancel("detail")
        self.card.view.set_opened(None)
        self.card.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the drawer while the list has the focus."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or not self.drawer.isVisible():
            return False
        keys = {
            Qt.Key.Key_Escape: self.drawer.shut,
            Qt.Key.Key_T: self.drawer.tag_asked.emit,
            Qt.Key.Key_N: self.drawer.note_asked.emit,
        }
        act = keys.get(Qt.Key(event.key()))
        if act is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        act()
        return True

    # -- what is said of somebody -------------------------------------------------------------------------------------

    def _buyer(self) -> Buyer | None:
        sheet = self.drawer.sheet
        return None if sheet is None else (sheet.row.shop_id, sheet.row.buyer_id)

    async def _do(self, act: str, *told: object, **more: object) -> None:
        buyer, desk = self._buyer(), self.desk.actions.customers
        acts: dict[str, Callable[..., Coroutine[Any, Any, object]]] = {
            "tag": desk.tag,
            "note": desk.note,
            "consent": desk.consent,
            "block": desk.block,
        }
        if buyer is not None:
            await self.safely(lambda: acts[act](buyer, *told, **more))

    async def _word(self, dialog: WordDialog) -> str:
        return dialog.field.text() if await answer(dialog) else ""

    async def _tag(self) -> None:
        hint = self.tr("For example: sensitive skin")
        word = await self._word(WordDialog(self, self.tr("Add a tag"), self.tr("Add"), hint, most=30))
        if word:
            await self._do("tag", word)

    async def _note(self) -> None:
        text = await self._word(WordDialog(self, self.tr("Write a note"), self.tr("Write"), self.tr("What was said")))
        if text:
            await self._do("note", text)

    async def _block(self) -> None:
        if self.drawer.sheet is not None and self.drawer.sheet.row.blocked:
            await self._do("block", "", on=False)
            return
        under = self.tr("Blacklisted customers are left out of every task list.")
        why = await self._word(WordDialog(self, self.tr("Blacklist"), self.tr("Blacklist"), self.tr("Reason"), under))
        if why:
            await self._do("block", why)

    async def _part(self, buyer: Buyer) -> None:
        under = self.tr("The orders stay with each identity; your word counts more than linked orders from now on.")
        why = await self._word(WordDialog(self, self.tr("Take apart"), self.tr("Take apart"), self.tr("Reason"), under))
        if why:
            await self.safely(lambda: self.desk.actions.customers.part(buyer, why))

    async def _make_task(self, ids: Sequence[int]) -> None:
        if not ids:
            return
        named = self.tr("%n chosen customer(s)", "", len(ids))
        made = await ask_new_list(self, [(named, list(ids))])
        if made is not None:
            self.go.emit("customers", {"view": "tasks", "list": str(made)})
