"""Linking on the goods page: the dry run, the verbs of one row and of the chosen ones, their keys, undoing a link."""

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.store.goods_links import Wanted
from console.store.views import ItemDetail
from console.store.views_goods import Claims, Counterpart
from console.ui import texts
from console.ui.dialogs import answer, ask
from console.ui.tabs.products import suggestion
from console.ui.tabs.products.accept_dialog import AcceptDialog
from console.ui.tabs.products.link_source import read_acceptable, read_claims, read_lead, read_pairs
from console.ui.tabs.products.match_dialog import MatchDialog
from console.ui.tabs.products.pick_dialog import PickDialog
from console.ui.tabs.products.source import read_detail
from console.ui.tabs.products.unlink_dialog import UnlinkDialog
from console.ui.tasks import Tasks
from console.ui.widgets import StripLook, button
from console.ui.widgets.banner import Banner

if TYPE_CHECKING:
    import asyncio

    from console.ui.tabs.products.page import ProductsPage


APART_AT_ONCE = 50  # goods in one piece: between two of them it can be stopped
Asks = MatchDialog | AcceptDialog | PickDialog | UnlinkDialog


async def _answered(dialog: Asks, tasks: Tasks, bar: "LinkBar") -> int:
    """What it finished with; what it still had asked for ends with it."""
    bar.dialog = dialog
    try:
        return await answer(dialog)
    finally:
        bar.dialog = None
        await tasks.close()


class LinkBar(QObject):
    """Owned by the goods page; ``furnish`` once its table and drawer are there."""

    def __init__(self, page: "ProductsPage") -> None:
        super().__init__(page)
        self._page = page
        self._desk = page.desk
        self.match = button(self.tr("Match automatically"), "default", "link-2")
        self.match.setToolTip(self.tr("Goods are matched by code; likely ones by title, for you to confirm"))
        self.match.clicked.connect(lambda: self._start(self._match()))
        self.accept_all = button(self.tr("Accept the suggestions"), "ghost", "check")
        self.accept_all.clicked.connect(lambda: self._start(self._accept_checked()))
        self.apart_all = button(self.tr("Not the same"), "ghost", "unlink")
        self.apart_all.clicked.connect(lambda: self._start(self._set_apart(self._checked())))
        self.dialog: Asks | None = None
        self._task: asyncio.Task[None] | None = None
        self._place: int | None = None
        self._stop = False
        self.progress = Banner()
        self.progress.acted.connect(self._halt)

    def furnish(self) -> None:
        """Put the verbs into the batch bar and listen."""
        page = self._page
        for part in (self.accept_all, self.apart_all):
            page.card.foot.add_verb(part)
        page.item_drawer.decided.connect(self._decided)
        model = page.card.model
        for signal in (model.checked_changed, model.listed, model.modelReset):
            signal.connect(self.show_verbs)
        model.listed.connect(self._go_on)
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("A", self._accept_key),
            ("C", lambda: self._on_current(suggestion.OTHER)),
            ("N", self._apart_key),
        )
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def show_columns(self) -> None:
        """In the tabs that ask, what is suggested stands where other tabs compare."""
        view = self._page.card.view
        last = len(self._page.card.model.columns)
        asks = self._page.filters.tab in suggestion.TABS
        own = (last - 1, last)
        view.set_left_out(range(suggestion.KEPT + 1, last - 1) if asks else own)
        self.show_verbs()

    def show_verbs(self) -> None:
        """Of the chosen rows: in the tabs that ask only what answers, elsewhere everything else."""
        asks = self._page.filters.tab in suggestion.TABS
        some = bool(self._page.card.model.checked)
        row = self._page.card.foot.verbs
        own = (self.accept_all, self.apart_all)
        for at in range(row.count()):
            item = row.itemAt(at)
            part = item.widget() if item is not None else None
            if part is not None:
                part.setVisible(some and (part in own) == asks)
        self.accept_all.setVisible(some and self._page.filters.tab == "to_confirm")

    # -- one row ----------------------------------------------------------------------------------------------------

    def do(self, row_id: int, verb: str, other: Counterpart | None = None) -> None:
        """What a word in the row or a button in the drawer means."""
        match verb:
            case suggestion.ACCEPT:
                self._start(self._accept(row_id, other))
            case suggestion.OTHER:
                self._start(self._pick(row_id))
            case suggestion.APART:
                self._start(self._set_apart([row_id]))
            case "unlink":
                self._start(self._unlink(row_id))
            case "show":
                self._start(self._show_link(other))

    def _decided(self, verb: str, other: Counterpart | None) -> None:
        detail = self._page.item_drawer.detail
        if detail is not None:
            self.do(detail.row.id, verb, other)

    def _current(self) -> int | None:
        view = self._page.card.view
        if view.opened is not None:
            return view.opened
        index = view.currentIndex()
        return self._page.card.model.id_at(index.row()) if index.isValid() else None

    def _on_current(self, verb: str) -> None:
        row_id = self._current()
        if row_id is not None:
            self.do(row_id, verb)

    def _checked(self) -> list[int]:
        model = self._page.card.model
        return [row_id for row_id in model.ids if row_id in model.checked]

    def _accept_key(self) -> None:
        """A: the chosen rows, shown first; without any the current one."""
        if self._page.card.model.checked:
            if self._page.filters.tab == "to_confirm":
                self._start(self._accept_checked())
        else:
            self._on_current(suggestion.ACCEPT)

    def _apart_key(self) -> None:
        """N: as A."""
        if self._page.filters.tab not in suggestion.TABS:
            return
        checked = self._checked()
        if checked:
            self._start(self._set_apart(checked))
        else:
            self._on_current(suggestion.APART)

    # -- what is done -----------------------------------------------------------------------------------------------

    def _start(self, work: Coroutine[object, object, None]) -> None:
        """One decision at a time: what is pressed meanwhile is not asked for."""
        if self._task is not None and not self._task.done():
            work.close()
            return
        self._task = self._page.tasks.start(self._told(work))

    async def _told(self, work: Awaitable[None]) -> None:
        """Whatever goes wrong is said."""
        try:
            await work
        except (Trouble, FileTrouble) as trouble:
            said = catalogue.words_for(trouble, self._desk.language)
            self._page.said.emit(said.text, said.next_step)
            self._page.refresh()

    def _over(self, row_id: int, said: str, under: str = "") -> None:
        """It is decided: say so, and go on with the next row."""
        page = self._page
        page.said.emit(said, under)
        view, model = page.card.view, page.card.model
        index = view.currentIndex()
        if page.filters.tab in suggestion.TABS and index.isValid() and model.id_at(index.row()) == row_id:
            self._place = index.row()
            if model.rowCount() == 1:
                page.drawer.shut()
            elif view.step(1) is None:
                view.step(-1)
        page.refresh()

    def _go_on(self) -> None:
        """Where the next row was decided with it, the one that stands in its place is the current one."""
        place, self._place = self._place, None
        view, rows = self._page.card.view, self._page.card.model.rowCount()
        if place is not None and rows and not view.currentIndex().isValid():
            view.setCurrentIndex(self._page.card.model.index(min(place, rows - 1), 1))

    async def _claims(self, row_id: int) -> tuple[ItemDetail, Claims] | None:
        detail = await self._desk.database.read(read_detail, row_id)
        if detail is None:
            return None
        claims = await self._desk.database.read(read_claims, row_id, detail.row.contested)
        return None if claims is None else (detail, claims)

    async def _accept(self, row_id: int, other: Counterpart | None) -> None:
        """Link what is suggested, or what was pressed in the drawer."""
        found = await self._claims(row_id)
        if found is None:
            return
        detail, claims = found
        if other is None and not detail.row.contested and detail.row.asked is not None:
            other = detail.row.asked.best
        if other is None:
            self._page.said.emit(
                self.tr("Nothing is suggested here that can be accepted as it is"), self.tr("C: choose")
            )
            return
        await self._link(row_id, detail, claims, other)

    async def _link(self, row_id: int, detail: ItemDetail, claims: Claims, other: Counterpart) -> None:
        wanted = Wanted(*claims.ends(other), other.reason)
        await self._desk.actions.linking.link(claims.pair, [wanted])
        self._over(row_id, self.tr("Linked"), f"{detail.row.title} ↔ {other.title}")

    async def _pick(self, row_id: int) -> None:
        found = await self._claims(row_id)
        if found is None:
            self._page.said.emit(self.tr("Goods are linked once both shops are bound"), "")
            return
        detail, claims = found
        if None not in (detail.kuaishou, detail.youzan):
            self._page.said.emit(self.tr("These goods are linked: undo that link first"), "")
            return
        tasks = Tasks("pick")
        dialog = PickDialog(self._page, self._desk, tasks, row_id, detail.row.title or texts.NOTHING, claims)
        if await _answered(dialog, tasks, self) and dialog.chosen is not None:
            await self._link(row_id, detail, claims, dialog.chosen)

    async def _set_apart(self, row_ids: Sequence[int]) -> None:
        """不关联; many at once only after a question."""
        title, accept = self.tr("Leave %n goods without a link?", "", len(row_ids)), self.tr("Leave them so")
        words = self.tr("What is suggested for them, and what shares their codes, is not asked about again.")
        if not row_ids or (len(row_ids) > 1 and not await ask(self._page, title, words, accept)):
            return
        done = 0
        self._stop = False
        try:
            for first in range(0, len(row_ids), APART_AT_ONCE):
                if self._stop:
                    break
                self._show_progress(done, len(row_ids))
                some = row_ids[first : first + APART_AT_ONCE]
                await self._desk.actions.linking.set_apart(some)
                done += len(some)
        finally:
            self.progress.show_look(None)
        self._page.card.model.set_checked(())
        self._over(row_ids[0], self.tr("%n goods stay without a link", "", done))

    def _show_progress(self, done: int, total: int) -> None:
        """Only where it takes a while."""
        if total > APART_AT_ONCE:
            words = self.tr("Leaving goods without a link: {done} of {total}")
            words = words.format(done=texts.count(done), total=texts.count(total))
            self.progress.show_look(StripLook("blue", "unlink", words, action=self.tr("Stop"), key="stop"))

    def _halt(self) -> None:
        """Stop after this piece; what is decided stays so."""
        self._stop = True

    async def _accept_checked(self) -> None:
        checked = self._checked()
        if not checked:
            return
        found = await self._desk.database.read(read_acceptable, checked)
        tasks = Tasks("accept")
        dialog = AcceptDialog(self._page, self._desk, tasks, found)
        await _answered(dialog, tasks, self)
        if dialog.linked:
            self._page.card.model.set_checked(())
            self._page.said.emit(self.tr("%n goods linked", "", dialog.linked), "")
            self._page.refresh()

    async def _unlink(self, row_id: int) -> None:
        detail = await self._desk.database.read(read_detail, row_id)
        if detail is None or detail.kuaishou is None or detail.youzan is None:
            return
        claims = await self._desk.database.read(read_claims, row_id, False)
        dialog = UnlinkDialog(self._page, detail.row.title or texts.NOTHING)
        if not await _answered(dialog, Tasks("unlink"), self) or claims is None:
            return
        ends = (detail.kuaishou.item_id, detail.youzan.item_id)
        await self._desk.actions.linking.unlink(claims.pair, *ends, dialog.reason.text().strip())
        self._over(row_id, self.tr("The link is undone"), detail.row.title)

    async def _show_link(self, other: Counterpart | None) -> None:
        found = None if other is None else await self._desk.database.read(read_lead, other.row_id)
        if found is not None:
            self._page.open_row(found)

    async def _match(self) -> None:
        """The dry run over the pair in sight, or over all pairs."""
        page = self._page
        pair = page.desk.scope.pair
        pairs = [pair] if pair is not None else await self._desk.database.read(read_pairs)
        if not pairs:
            page.said.emit(self.tr("Goods are linked once both shops are bound"), "")
            return
        if not page.is_compared():
            page.said.emit(self.tr("Both shops are compared once all their goods have been read"), "")
            return
        tasks = Tasks("match")
        await _answered(MatchDialog(page, self._desk, tasks, pairs), tasks, self)
        page.refresh()
