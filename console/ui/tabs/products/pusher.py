"""From what is wanted to the outbox: read the goods anew, preview, send, and keep count of what became of it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from console import catalogue
from console.core.commands import Command
from console.core.errors import FileTrouble, Trouble
from console.core.model import Platform
from console.rules.aligning import align_price, align_stock
from console.rules.findings import Finding
from console.rules.publishing import stopped
from console.rules.pushing import Goods, Plan, Wish, plan
from console.store import push_view
from console.store.push_view import Ground
from console.ui import texts
from console.ui.dialogs import answer
from console.ui.tabs.products.preview import PreviewDialog
from console.ui.widgets import StripLook

if TYPE_CHECKING:
    from console.ui.tabs.products.page import ProductsPage

Checks = Callable[[Goods, Sequence[Wish]], Sequence[Finding]]
Alignment = Literal["stock", "price_kuaishou", "price_youzan"]


class Pusher(QObject):
    """Owned by the goods page. ``counted`` comes when the last push stands otherwise than before."""

    counted = Signal()

    def __init__(self, page: "ProductsPage") -> None:
        super().__init__(page)
        self._page = page
        self._desk = page.desk
        self.dialog: PreviewDialog | None = None
        self.ids: list[int] = []  # of the last push, in the outbox
        self.refused: list[tuple[Command, Trouble | FileTrouble]] = []  # of the last push: never taken in
        self.states: dict[int, tuple[str, str, str]] = {}

    # -- asking -----------------------------------------------------------------------------------------------------

    async def push_wishes(self, row_id: int, wishes: Sequence[Wish], checks: Checks | None = None) -> bool:
        """What was typed for one line of goods; returns whether it went into the outbox.

        ``checks`` says what stands in the way of publishing them.
        """
        goods, ground = await self._read([row_id])
        if not goods:
            return False
        found = checks(goods[0], wishes) if checks is not None else ()
        return await self._preview(stopped(plan(goods[0], wishes, ground.rules), wishes, found))

    async def push_plan(self, wanted: Plan) -> bool:
        """What somebody else reckoned, a sheet say; returns whether it went into the outbox."""
        return await self._preview(wanted)

    async def align(self, ids: Sequence[int], how: Alignment) -> bool:
        """Bring the chosen goods in step."""
        goods, ground = await self._read(ids)
        match how:
            case "stock":
                found = align_stock(goods, ground.rules)
            case "price_kuaishou":
                found = align_price(goods, ground.rules, Platform.KUAISHOU)
            case _:
                found = align_price(goods, ground.rules, Platform.YOUZAN)
        if not found.lines:
            self._page.said.emit(self.tr("Everything is in step already"), "")
            return False
        return await self._preview(found)

    async def _read(self, ids: Sequence[int]) -> tuple[list[Goods], Ground]:
        now = self._desk.now()
        goods = await self._desk.database.read(push_view.goods, ids, now)
        return goods, await self._desk.database.read(push_view.ground, now)

    async def _preview(self, wanted: Plan) -> bool:
        dialog = self.dialog = PreviewDialog(self._page, self._desk, wanted)
        try:
            if await answer(dialog) != QDialog.DialogCode.Accepted:
                await self._decline(wanted)
                return False
            commands = dialog.commands()
        finally:
            self.dialog = None
        await self.send(commands)
        return bool(self.ids)

    async def _decline(self, wanted: Plan) -> None:
        """What could not have been undone is remembered as declined."""
        for line in wanted.of("sent"):
            if line.command is not None and line.command.irreversible:
                await self._desk.actions.decline(line.command)

    async def send(self, commands: Sequence[Command]) -> None:
        """Into the outbox, one by one: what is refused does not keep the others."""
        self.ids, self.refused, self.states = [], [], {}
        for command in commands:
            try:
                self.ids.append(await self._desk.actions.submit(command))
            except (Trouble, FileTrouble) as trouble:
                self.refused.append((command, trouble))
        if self.ids:
            self._page.sent.emit(list(self.ids))
        elif self.refused:
            said = catalogue.words_for(self.refused[0][1], self._desk.language)
            self._page.said.emit(said.text, said.next_step)
        await self.count()

    # -- what became of it ------------------------------------------------------------------------------------------

    async def count(self) -> None:
        """Look how the last push stands."""
        if self.ids:
            self.states = await self._desk.database.read(push_view.ends, self.ids)
        self.counted.emit()

    def number(self, *states: str) -> int:
        """How many of the last push stand so."""
        return sum(state in states for state, _, _ in self.states.values())

    def look(self) -> StripLook | None:
        """The last push in one line; nothing for a single command that went its way, or once it was put away."""
        whole = len(self.ids) + len(self.refused)
        failed = self.number("needs_you") + len(self.refused)
        if not whole or (whole == 1 and not failed):
            return None
        said = self.tr("Last push: {done} of {all} done").format(done=self.number("done"), all=whole)
        parts = [
            (self.number("queued", "waiting"), self.tr("{n} waiting")),
            (self.number("sending"), self.tr("{n} sending")),
            (self.number("unsure"), self.tr("{n} being read back")),
            (failed, self.tr("{n} failed")),
            (self.number("undone"), self.tr("{n} taken back")),
        ]
        under = " · ".join(words.format(n=texts.count(number)) for number, words in parts if number)
        if failed:
            return StripLook("red", "circle-alert", said, under, self.tr("Push the failed again"), "again")
        on_its_way = self.number("queued", "waiting", "sending", "unsure")
        icon = "send" if on_its_way else "circle-check"
        return StripLook("blue", icon, said, under, self.tr("Put away"), "away")

    async def again(self) -> None:
        """Only those that failed: what may have arrived is read back first, what was never taken in is taken in."""
        commands = [command for command, _ in self.refused]
        failed = [row_id for row_id, (state, _, _) in self.states.items() if state == "needs_you"]
        self.refused = []
        for row_id in failed:
            try:
                await self._desk.actions.retry(row_id)
            except (Trouble, FileTrouble) as trouble:
                said = catalogue.words_for(trouble, self._desk.language)
                self._page.said.emit(said.text, said.next_step)
        for command in commands:
            try:
                self.ids.append(await self._desk.actions.submit(command))
            except (Trouble, FileTrouble) as trouble:
                self.refused.append((command, trouble))
        await self.count()

    def put_away(self) -> None:
        """Forget the last push."""
        self.ids, self.refused, self.states = [], [], {}
        self.counted.emit()
