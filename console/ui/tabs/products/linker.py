"""What is decided about links on the goods page, one decision at a time: accept, choose, leave apart, undo, match."""

from collections.abc import Awaitable, Coroutine, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.store.goods_links import Wanted
from console.store.views import ItemDetail
from console.store.views_goods import Claims, Counterpart
from console.ui import texts
from console.ui.dialogs import answer, ask
from console.ui.tabs.products.accept_dialog import AcceptDialog
from console.ui.tabs.products.link_source import read_acceptable, read_claims, read_lead, read_pairs
from console.ui.tabs.products.match_dialog import MatchDialog
from console.ui.tabs.products.pick_dialog import PickDialog
from console.ui.tabs.products.source import read_detail
from console.ui.tabs.products.unlink_dialog import UnlinkDialog
from console.ui.tasks import Tasks
from console.ui.widgets import StripLook
from console.ui.widgets.banner import Banner

if TYPE_CHECKING:
    import asyncio

    from console.ui.tabs.products.page import ProductsPage

APART_AT_ONCE = 50  # goods in one piece: between two of them it can be stopped
Asks = MatchDialog | AcceptDialog | PickDialog | UnlinkDialog


async def _answered(dialog: Asks, tasks: Tasks, linker: "Linker") -> int:
    """What it finished with; what it still had asked for ends with it."""
    linker.dialog = dialog
    try:
        return await answer(dialog)
    finally:
        linker.dialog = None
        await tasks.close()


class Linker(QObject):
    """Owned by the link bar. ``over``: a row is decided, what is to be said of it, and what stands beside that."""

    over = Signal(int, str, str)

    def __init__(self, page: "ProductsPage") -> None:
        super().__init__(page)
        self._page = page
        self._desk = page.desk
        self.dialog: Asks | None = None
        self._task: asyncio.Task[None] | None = None
        self._stop = False
        self.progress = Banner()
        self.progress.acted.connect(self._halt)

    def start(self, work: Coroutine[object, object, None]) -> None:
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

    async def _claims(self, row_id: int) -> tuple[ItemDetail, Claims] | None:
        detail = await self._desk.database.read(read_detail, row_id)
        if detail is None:
            return None
        claims = await self._desk.database.read(read_claims, row_id, detail.row.contested)
        return None if claims is None else (detail, claims)

    async def accept(self, row_id: int, other: Counterpart | None) -> None:
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
        self.over.emit(row_id, self.tr("Linked"), f"{detail.row.title} ↔ {other.title}")

    async def pick(self, row_id: int) -> None:
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

    async def set_apart(self, row_ids: Sequence[int]) -> None:
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
        self.over.emit(row_ids[0], self.tr("%n goods stay without a link", "", done), "")

    def _show_progress(self, done: int, total: int) -> None:
        """Only where it takes a while."""
        if total > APART_AT_ONCE:
            words = self.tr("Leaving goods without a link: {done} of {total}")
            words = words.format(done=texts.count(done), total=texts.count(total))
            self.progress.show_look(StripLook("blue", "unlink", words, action=self.tr("Stop"), key="stop"))

    def _halt(self) -> None:
        """Stop after this piece; what is decided stays so."""
        self._stop = True

    async def accept_many(self, checked: Sequence[int]) -> None:
        """What is suggested for these, after a look at the list."""
        found = await self._desk.database.read(read_acceptable, checked)
        tasks = Tasks("accept")
        dialog = AcceptDialog(self._page, self._desk, tasks, found)
        await _answered(dialog, tasks, self)
        if dialog.linked:
            self._page.card.model.set_checked(())
            self._page.said.emit(self.tr("%n goods linked", "", dialog.linked), "")
            self._page.refresh()

    async def unlink(self, row_id: int) -> None:
        detail = await self._desk.database.read(read_detail, row_id)
        if detail is None or detail.kuaishou is None or detail.youzan is None:
            return
        claims = await self._desk.database.read(read_claims, row_id, False)
        dialog = UnlinkDialog(self._page, detail.row.title or texts.NOTHING)
        if not await _answered(dialog, Tasks("unlink"), self) or claims is None:
            return
        ends = (detail.kuaishou.item_id, detail.youzan.item_id)
        await self._desk.actions.linking.unlink(claims.pair, *ends, dialog.reason.text().strip())
        self.over.emit(row_id, self.tr("The link is undone"), detail.row.title)

    async def show_link(self, other: Counterpart | None) -> None:
        found = None if other is None else await self._desk.database.read(read_lead, other.row_id)
        if found is not None:
            self._page.open_row(found)

    async def match(self) -> None:
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
