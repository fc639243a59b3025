"""类目映射: the Kuaishou leaf of the goods of each Youzan category; suggested, explained, applied to all alike."""

import asyncio
from collections.abc import Coroutine
from collections.abc import Mapping as Map
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from console import catalogue, reference
from console.core.errors import FileTrouble, Trouble
from console.documents import category_sheet, sheets
from console.documents.sheets import SheetTrouble
from console.rules.categories import Category
from console.rules.categories import Kuaishou as Leaves
from console.store.views import Pair
from console.store.views_goods import Mapping, Tree
from console.ui import texts
from console.ui.cells import Chips, Lines
from console.ui.context import Desk
from console.ui.dialogs import Dialog, ask
from console.ui.files import ask_new_file, ask_old_file
from console.ui.held import Held
from console.ui.paging import Column
from console.ui.paint import ChipLook
from console.ui.table_card import TableCard, TableFoot
from console.ui.tabs.products.category_kinds import Kind, fits, kinds, unread_name
from console.ui.tabs.products.leaf_pane import LeafPane
from console.ui.tasks import Tasks
from console.ui.widgets import EmptyState, SearchBox, Segmented, button, label, stack
from console.ui.widgets.labels import Wrapped, set_tone

if TYPE_CHECKING:
    from sqlalchemy import Connection

WIDE, HIGH, PANE = 1120, 720, 400
BAD_SHOWN = 8


def read_mapping(conn: "Connection", pair: Pair) -> Mapping:
    """On a database thread."""
    from console.store import belonging

    return belonging.mapping(conn, pair)


class MappingDialog(Dialog):
    """``at``: the Youzan item that it was opened for. What is chosen stays here; nothing is sent to a platform."""

    def __init__(self, page: QWidget, desk: Desk, tasks: Tasks, pair: Pair, at: str = "") -> None:
        super().__init__(page, self.tr("Category mapping"), self.tr("Close"), kind="default")
        self.cancel_button.hide()
        window = page.window()
        self.setFixedSize(min(WIDE, window.width() - 48), min(HIGH, window.height() - 48))
        self._desk, self._tasks, self._pair, self._at = desk, tasks, pair, at
        self._mapping = Mapping(pair=pair, goods=(), kuaishou=Tree(), youzan=Tree())
        self._paths: dict[str, str] = {}
        self._leaves = Leaves((), ())
        self._kinds: list[Kind] = []
        self._kind: Kind | None = None
        self.said = Wrapped("", 12, tone="text3")
        self.trouble = Wrapped("", 12, tone="red")
        self.trouble.hide()
        self.search = SearchBox(self.tr("Youzan category, goods or leaf"))
        self.search.setFixedWidth(220)
        self.search.asked.connect(lambda _text: self._list())
        self.open_only = Segmented([("all", self.tr("All")), ("open", self.tr("Not mapped"))], "all")
        self.open_only.chosen.connect(lambda _key: self._list())
        self.read = button(self.tr("Read categories"), "default", "refresh-cw")
        self.read.clicked.connect(lambda: self._start(self._read_trees()))
        self.import_ = button(self.tr("Import"), "default", "upload")
        self.import_.clicked.connect(lambda: self._start(self._import()))
        self.export = button(self.tr("Export"), "default", "file-spreadsheet")
        self.export.clicked.connect(lambda: self._start(self._export()))
        self.card = self._make_card(tasks)
        self.pane = LeafPane(desk.language)
        self.pane.setFixedWidth(PANE)
        self.pane.applied.connect(lambda leaves: self._start(self._apply(leaves)))
        self._lay_out()
        self._start(self._reload())

    def _make_card(self, tasks: Tasks) -> TableCard[Kind]:
        columns: list[Column[Kind]] = [
            Column(
                self.tr("Youzan category"),
                190,
                Lines(self._source, self._count, free=True, more=self._number),
                stretch=True,
            ),
            Column(self.tr("Kuaishou leaf"), 210, Lines(self._leaf, self._more, free=True, more=self._leaf_number)),
            Column(self.tr("State"), 112, Chips(self._state)),
        ]
        empty = EmptyState("layers", self.tr("No goods"))
        foot = TableFoot()
        card: TableCard[Kind] = TableCard(columns, tasks, empty, self.tr("{first}–{last} of {total} kinds"), foot)
        card.view.setColumnHidden(0, True)
        card.view.row_opened.connect(self._open)
        return card

    def _lay_out(self) -> None:
        parts = (self.search, self.open_only, None, self.import_, self.export, self.read)
        self.body.addLayout(stack(*parts, across=True))
        self.body.addWidget(self.said)
        self.body.addWidget(self.trouble)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.card, 1)
        both.addWidget(self.pane)
        self.body.addLayout(both, 1)
        note = self.tr("What is chosen here is kept on this computer for checks and publishing; no goods are changed")
        self.body.addWidget(label(note, 12, tone="text3"))

    # -- reading ----------------------------------------------------------------------------------------------------

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        self.trouble.hide()
        self._tasks.start(self._told(work), key="leaves")

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        """Whatever goes wrong stands in the dialog."""
        try:
            await work
        except (Trouble, FileTrouble) as trouble:
            self._complain(catalogue.words_for(trouble, self._desk.language))
        except SheetTrouble as trouble:
            self._complain(catalogue.words(trouble.code, self._desk.language, detail=trouble.detail))
        except OSError as error:
            self._complain(catalogue.words("disk.denied", self._desk.language, path=error.filename or ""))

    def _complain(self, words: catalogue.Words) -> None:
        self.trouble.setText(f"{words.text} {words.next_step}")
        self.trouble.show()

    async def _reload(self) -> None:
        self._mapping = await self._desk.database.read(read_mapping, self._pair)
        tree = self._mapping.kuaishou
        self._paths = {one.category_id: one.path for one in tree.categories}
        plain = [Category(category_id=one.category_id, path=one.path) for one in tree.leaves]
        self._leaves = await asyncio.to_thread(Leaves, plain, reference.category_rows())
        self.pane.show_leaves(tree.leaves)
        self._say()
        self._list()
        wanted = self._kind.source_id if self._kind is not None else self._source_of(self._at)
        found = next((kind for kind in self._kinds if kind.source_id == wanted), None)
        if found is not None:
            await self._show(found)

    def _source_of(self, item_id: str) -> str | None:
        return next((one.source_id for one in self._mapping.goods if one.item_id == item_id), None)

    def _say(self) -> None:
        goods, tree = self._mapping.goods, self._mapping.kuaishou
        self._kinds = kinds(self._mapping)
        mapped = sum(bool(one.target_id) for one in goods)
        said = self.tr("{n} goods at Youzan · {mapped} mapped · {left} not")
        left = len(goods) - mapped
        counts = {"n": texts.count(len(goods)), "mapped": texts.count(mapped), "left": texts.count(left)}
        age = self.tr("categories were never read")
        if tree.kept_at is not None:
            age = self.tr("{n} leaves, read {time}").format(
                n=texts.count(len(tree.leaves)), time=texts.moment(tree.kept_at, self._desk.now())
            )
        self.said.setText(f"{said.format(**counts)} · {age}")
        set_tone(self.said, "text3" if tree.kept_at is not None else "amber")
        for part in (self.import_, self.export):
            part.setEnabled(tree.kept_at is not None and bool(goods))

    def _list(self) -> None:
        text, open_only = self.search.text().strip().casefold(), self.open_only.key() == "open"
        fitting = [kind for kind in self._kinds if fits(kind, self._paths, text, open_only=open_only)]
        self.card.model.show(Held(fitting, lambda kind: kind.id))

    # -- rows -------------------------------------------------------------------------------------------------------

    def _source(self, kind: Kind) -> str:
        return unread_name() if kind.is_unread else kind.path or self.tr("Without a Youzan category")

    def _number(self, kind: Kind) -> str:
        return self.tr("Youzan category {number}").format(number=kind.source_id) if kind.is_unread else ""

    def _count(self, kind: Kind) -> str:
        said = self.tr("{n} goods").format(n=texts.count(len(kind.goods)))
        return f"{said} · {kind.goods[0].title}" if kind.is_unread else said

    def _leaf(self, kind: Kind) -> str:
        best = kind.targets.most_common(1)
        return self._paths.get(best[0][0], unread_name()) if best else texts.NOTHING

    def _leaf_number(self, kind: Kind) -> str:
        unread = [leaf for leaf in kind.targets if leaf not in self._paths]
        return self.tr("Kuaishou category {number}").format(number=", ".join(unread)) if unread else ""

    def _more(self, kind: Kind) -> str:
        others = len(kind.targets) - 1
        return self.tr("and {n} other leaves").format(n=texts.count(others)) if others > 0 else ""

    def _state(self, kind: Kind) -> ChipLook:
        if kind.mapped == len(kind.goods):
            return ChipLook("green", "circle-check", self.tr("Mapped"))
        if kind.mapped:
            return ChipLook("amber", "circle-dashed", self.tr("In part"))
        return ChipLook("grey", "circle-dashed", self.tr("Not mapped"))

    def _open(self, row_id: int) -> None:
        kind = next((one for one in self._kinds if one.id == row_id), None)
        if kind is not None:
            self._at = "" if self._source_of(self._at) != kind.source_id else self._at
            self._start(self._show(kind))

    async def _show(self, kind: Kind) -> None:
        self._kind = kind
        self.card.view.set_opened(kind.id)
        only = next((one for one in kind.goods if one.item_id == self._at), None)
        suggestions = await asyncio.to_thread(kind.suggest, self._leaves, only)
        if kind is self._kind:
            self.pane.show_kind(kind, only, suggestions)

    # -- doing ------------------------------------------------------------------------------------------------------

    async def _read_trees(self) -> None:
        self.read.setEnabled(False)
        try:
            for shop_id in self._pair.shop_ids:
                await self._desk.actions.looks.read_categories(shop_id)
        except (Trouble, FileTrouble):
            self.read.setEnabled(True)
            raise
        self.read.setEnabled(True)  # whoever closed the dialog meanwhile has cancelled this
        await self._reload()

    async def _apply(self, leaves: Map[str, str]) -> None:
        await self._desk.actions.looks.choose_categories(self._pair.youzan_shop_id, leaves)
        await self._reload()

    async def _export(self) -> None:
        path = await self.where_out()
        if path is None:
            return
        mapping = self._mapping
        rows = category_sheet.rows(mapping.goods, mapping.kuaishou.categories, mapping.youzan.categories)
        await asyncio.to_thread(_write, path, rows)
        self._note(self.tr("{n} rows written to {name}").format(n=texts.count(len(rows)), name=path.name))

    async def _import(self) -> None:
        path = await self.where_in()
        if path is None:
            return
        sheet = await asyncio.to_thread(sheets.read, path, (category_sheet.ITEM, category_sheet.LEAF))
        found = category_sheet.filled(sheet, self._mapping.goods, self._mapping.kuaishou.categories)
        said = self.tr("{change} goods change their leaf, {same} rows change nothing, {bad} rows cannot be used")
        counts = {"change": len(found.leaves), "same": found.same, "bad": len(found.bad)}
        words = [said.format(**{key: texts.count(number) for key, number in counts.items()})]
        words += [self._bad(row) for row in found.bad[:BAD_SHOWN]]
        if len(found.bad) > BAD_SHOWN:
            words.append(self.tr("and {n} more").format(n=texts.count(len(found.bad) - BAD_SHOWN)))
        if not found.leaves:
            self._note("\n".join(words))
        elif await ask(self, self.tr("Import this sheet?"), "\n".join(words), self.tr("Import")):
            await self._apply(found.leaves)

    def _bad(self, row: category_sheet.BadRow) -> str:
        said = {
            "item_unknown": self.tr("Row {row}: no goods have the Youzan ID {said}"),
            "item_twice": self.tr("Row {row}: {said} stands in the sheet twice"),
            "leaf_unknown": self.tr("Row {row}: there is no Kuaishou category {said}"),
            "not_leaf": self.tr("Row {row}: {said} is not a leaf category"),
        }[row.wrong]
        return said.format(row=row.number, said=row.said)

    def _note(self, words: str) -> None:
        self.said.setText(words)
        set_tone(self.said, "text")

    async def where_out(self) -> Path | None:
        """Where to write; a test says it otherwise."""
        return await ask_new_file(self, self.tr("Export"), self.tr("Category mapping"), "xlsx")

    async def where_in(self) -> Path | None:
        """What to read; a test says it otherwise."""
        return await ask_old_file(self, self.tr("Import"), ("xlsx", "csv"))


def _write(path: Path, rows: list[list[sheets.Value]]) -> None:
    with sheets.Export(path, category_sheet.FIELDS) as sheet:
        sheet.add(rows)
