"""商品: the same goods on both sides, on live data."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt

from console.core.changes import Changes, Kind
from console.store.views import ItemFilter, ItemRow, ItemTab
from console.ui import texts
from console.ui.context import Desk
from console.ui.exporting import Exporter
from console.ui.listing import ListPage
from console.ui.page import Question
from console.ui.paging import Sort
from console.ui.sight import Sight
from console.ui.table_card import TableCard, TableFoot
from console.ui.tabs.products import columns, sheet_out, suggestion
from console.ui.tabs.products.drawer import ItemDrawer
from console.ui.tabs.products.filters import ANY, ItemFilters
from console.ui.tabs.products.importing import Importer
from console.ui.tabs.products.link_bar import LinkBar
from console.ui.tabs.products.link_source import read_claims
from console.ui.tabs.products.mapping_bar import MappingBar
from console.ui.tabs.products.push_bar import PushBar
from console.ui.tabs.products.reason_bar import ReasonBar
from console.ui.tabs.products.source import (
    Head,
    ItemSource,
    read_codes,
    read_detail,
    read_head,
    read_pushing,
)
from console.ui.widgets import EmptyState, StripLook, button
from console.ui.widgets.banner import Banner

NEWEST = Sort("updated_at", descending=True)


class ItemFoot(TableFoot):
    """Counts goods."""

    def checked_words(self, number: int) -> str:
        return self.tr("%n goods selected", "", number)

    def all_words(self, total: int) -> str:
        return self.tr("Select all {total} goods").format(total=texts.count(total))


class ProductsPage(ListPage):
    """The goods table."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({"items", "shops", "links", "prices", "wording"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, QCoreApplication.translate("tabs", "Products"))
        self._head: Head | None = None
        self.pushes = PushBar(self)
        self.links = LinkBar(self)
        self._open_first = False
        self.filters = ItemFilters()
        self.filters.changed.connect(self.ask)
        self.reasons = ReasonBar()
        self.reasons.chosen.connect(self.filters.set_cause)
        self.reasons.stretched.connect(self.filters.set_refused)
        self.banner = Banner()
        empty = EmptyState("package", self.tr("No goods"), "", self.tr("Clear the filters"))
        empty.on_click(self._empty_acted)
        card: TableCard[ItemRow] = TableCard(
            [
                *columns.columns(desk.now, self.is_compared, self.pushes.standing, desk.pictures),
                *suggestion.columns(desk.pictures),
            ],
            self.tasks,
            empty,
            self.tr("{first}–{last} of {total} goods"),
            ItemFoot(),
        )
        card.view.set_spare((columns.ACTION, columns.UPDATED, columns.MARGIN, columns.BUFFER, columns.REASON))
        sheet = sheet_out.cells(self.pushes.standing, self.is_compared)
        self.export: Exporter[ItemRow] = Exporter(self, self.tr("Goods list"), sheet_out.fields, sheet)
        self.mapping = MappingBar(self)
        self.importer = Importer(self)
        for made in (self.importer.button, self.export.button, self.links.match, self.mapping.button):
            self.head.addWidget(made)
        progress = (self.export.progress, self.pushes.progress, self.links.linker.progress)
        for part in (self.filters, self.reasons, self.banner, *progress):
            self.column.addWidget(part)
        self.column.addWidget(card, 1)
        self._asked: ItemFilter | None = None
        drawer = ItemDrawer(self, desk, self.tasks)
        drawer.copied.connect(lambda words: self.copy(words, self.tr("Copied")))
        self.item_drawer = drawer
        drawer.checks.wording_asked.connect(lambda question: self.go.emit("compliance", question))
        self.set_table(card, drawer)
        for picture in (columns.picture, suggestion.picture):
            Sight(card.view, desk.pictures, picture)
        codes = button(self.tr("Copy merchant codes"), "ghost", "copy")
        codes.clicked.connect(lambda: self.tasks.start(self._copy_codes(), key="copy"))
        self.pushes.furnish()
        self.mapping.furnish()
        card.foot.add_verb(codes)
        self.links.furnish()
        card.model.listed.connect(self._say_empty)
        card.model.listed.connect(self._open_what_was_asked)
        self.ask()

    def is_compared(self) -> bool:
        """Whether the goods of every shop in sight have been read to the end: only then is a lone one known to be."""
        return self._head is not None and not self._head.unread

    # -- asking -----------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Show what tabs and filters ask for."""
        wanted = self.filters.wanted(self.desk.scope.pair)
        self._asked = wanted
        self.links.show_columns()
        self.reasons.setVisible(wanted.tab == "failed")
        self.reasons.set_cause(self.filters.cause)
        self.reasons.set_stretch(self.filters.refused)
        model = self.card.model
        model.show(ItemSource(self.desk.database, wanted), model.sort_order or NEWEST)
        self.start_head()

    def refresh(self) -> None:
        if self.filters.wanted(self.desk.scope.pair) != self._asked:
            self.ask()
            return
        super().refresh()

    def start_head(self) -> None:
        self.tasks.start(self._read_head(), key="head")

    async def _read_head(self) -> None:
        if self._asked is None:
            return
        asked = self._asked
        head = await self.desk.database.read(read_head, asked, self.desk.now(), self.reasons.days)
        if asked is not self._asked:
            return
        if self._head is None or self._head.unread != head.unread:
            self.card.view.viewport().update()
        self._head = head
        self.filters.tabs.set_counts(dict[str, int](head.counts.items()))
        self.reasons.show_numbers(head.causes, head.course, self.desk.now(), head.failing)
        self._say_head(head)
        self._say_empty()

    def _say_head(self, head: Head) -> None:
        held = self.tr("{n} goods").format(n=texts.count(head.held))
        fresh = texts.as_of(head.read_at, self.desk.now())
        self.under.setText(f"{held} · {fresh}" if head.shops else "")
        reading = any(shop in self.desk.actions.syncing() for shop in head.unread)
        self.card.set_awaiting(reading and not self.filters.is_narrowed and self.filters.tab == "all")
        if not reading:
            self.banner.show_look(None)
            return
        under = self.tr("{n} fetched so far · both shops are compared once all goods are here")
        self.banner.show_look(
            StripLook("blue", "refresh-cw", self.tr("First sync is running"), under.format(n=texts.count(head.held)))
        )

    def on_changes(self, changes: Changes) -> None:
        super().on_changes(changes)
        if changes.kinds & {"outbox", "settings", "health", "shops"}:
            self.pushes.look()

    # -- nothing to show --------------------------------------------------------------------------------------------

    def _say_empty(self) -> None:
        empty, head = self.card.empty, self._head
        empty.button.setVisible(True)
        if head is not None and not head.shops:
            empty.say(self.tr("No shop is bound yet"), self.tr("Goods appear here once both shops are bound"))
            empty.button.setText(self.tr("Go to accounts"))
        elif self.filters.is_narrowed:
            empty.say(self.tr("No goods fit"), self.tr("Search and filters leave nothing of this tab"))
            empty.button.setText(self.tr("Clear the filters"))
        elif self.filters.tab == "to_confirm":
            empty.say(
                self.tr("Nothing to confirm"),
                self.tr("Goods with one equal code stand under Can be linked; of the others no two titles are alike"),
            )
            empty.button.setVisible(False)
        elif self._may_match():
            linkable = self.tr("{n} can be linked by their codes").format(n=texts.count(self._linkable()))
            empty.say(self._none_of_tab("kept"), linkable)
            empty.button.setText(self.links.match.text())
        else:
            empty.say(self._none_of_tab(self.filters.tab), self.next_sync())
            empty.button.setText(self.tr("Sync now"))

    def _linkable(self) -> int:
        return 0 if self._head is None else self._head.counts.get("linkable", 0)

    def _may_match(self) -> bool:
        """Whether nothing is linked because nobody has had it done yet."""
        return self.filters.tab == "kept" and not self.filters.is_narrowed and self._linkable() > 0

    def _none_of_tab(self, tab: ItemTab) -> str:
        if self._head is not None and self._head.unread and tab in ("kept", "linkable", "conflict"):
            return self.tr("Both shops are compared once all their goods have been read")
        return {
            "kept": self.tr("No goods are linked"),
            "linkable": self.tr("Nothing more can be linked by codes"),
            "conflict": self.tr("No merchant code is in conflict"),
            "only_youzan": self.tr("All goods of Youzan are at Kuaishou, too"),
            "only_kuaishou": self.tr("All goods of Kuaishou are at Youzan, too"),
            "failed": self.tr("The platform turned nothing down"),
        }.get(tab, self.tr("No goods"))

    def _empty_acted(self) -> None:
        if self._may_match():
            self.links.match.click()
            return
        self.act_on_nothing(self.filters, bound=self._head is None or bool(self._head.shops))

    # -- what the shell tells ---------------------------------------------------------------------------------------

    def open_at(self, question: Question) -> None:
        """``tab``, ``text``, ``gap`` and ``shelf`` as the filters name them; what is not named is not narrowed.

        ``open``: the first of them is shown in the drawer.
        """
        self.drawer.shut()
        self._open_first = question.get("open") == "first"
        self.filters.set_all(
            tab=question.get("tab", "all"),
            text=question.get("text", ""),
            gap=question.get("gap", ANY),
            shelf=question.get("shelf", ANY),
        )
        self.ask()

    def _open_what_was_asked(self) -> None:
        if self._open_first and self.card.model.rowCount():
            self._open_first = False
            self.open_row(self.card.model.id_at(0))

    def find_here(self) -> None:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    # -- rows -------------------------------------------------------------------------------------------------------

    def do_verb(self, row_id: int, verb: str) -> None:
        if verb in (suggestion.ACCEPT, suggestion.OTHER, suggestion.APART):
            self.links.do(row_id, verb)
        else:
            super().do_verb(row_id, verb)

    async def show_detail(self, row_id: int) -> None:
        detail = await self.desk.database.read(read_detail, row_id)
        contested = detail is not None and detail.row.contested
        claims = await self.desk.database.read(read_claims, row_id, contested)
        if row_id != self.card.view.opened:
            return
        if detail is None:
            self.drawer.shut()
            return
        self.item_drawer.show_detail(detail, self.desk.now(), compared=self.is_compared(), claims=claims)
        pushing = await self.desk.database.read(read_pushing, detail, self.desk.now())
        if row_id == self.card.view.opened:
            self.item_drawer.show_pushing(pushing)

    async def _copy_codes(self) -> None:
        model = self.card.model
        ids = [row_id for row_id in model.ids if row_id in model.checked]
        codes = await self.desk.database.read(read_codes, ids)
        if not codes:
            self.said.emit(self.tr("None of these goods has a merchant code"), "")
            return
        self.copy("\n".join(codes), self.tr("%n merchant code(s) copied", "", len(codes)))
