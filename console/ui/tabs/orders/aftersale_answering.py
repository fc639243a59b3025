"""The way from a click to the outbox: the ticket is read anew, shown, confirmed; a no is remembered, too."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from console import catalogue
from console.core.commands_after_sales import AgreeAfterSale, RefuseAfterSale
from console.core.errors import FileTrouble, Trouble
from console.core.model import AfterSale, Platform
from console.store.views_tickets import TicketDetail
from console.ui.dialogs import answer
from console.ui.speaking import speaker
from console.ui.tabs.orders import aftersale_words
from console.ui.tabs.orders.aftersale_answer import ACCEPTED, AgreeDialog, RefuseDialog, is_answerable
from console.ui.tabs.orders.aftersale_source import read_address, read_detail

if TYPE_CHECKING:
    from console.ui.page import Page

translate = QCoreApplication.translate


class Answering(QObject):
    """Owned by the page. ``sent``: an answer is in the outbox. ``dialog`` is the one that is open, for tests."""

    sent = Signal()

    def __init__(self, page: "Page") -> None:
        super().__init__(page)
        self._page = page
        self._desk = page.desk
        self.dialog: AgreeDialog | RefuseDialog | None = None

    def start(self, act: str, row_id: int, shop_id: str = "") -> None:
        """``agree`` or ``refuse``, of the leading side or of the one in ``shop_id``."""
        self._page.tasks.start(self._run(act, row_id, shop_id), key="answer")

    async def _run(self, act: str, row_id: int, shop_id: str) -> None:
        try:
            await self._decide(act, row_id, shop_id)
        except (Trouble, FileTrouble) as trouble:
            said = catalogue.words_for(trouble, self._desk.language)
            self._page.said.emit(said.text, said.next_step)

    async def _decide(self, act: str, row_id: int, shop_id: str) -> None:
        found = await self._fresh(row_id, shop_id)
        if found is None:
            return
        shop_id, one = found
        platform = Platform(shop_id.partition(":")[0])
        grant = aftersale_words.grant_of(one.status, one.kind, platform)
        if not is_answerable(one, platform) or (act == "agree" and grant is None):
            self._page.said.emit(
                translate("aftersale", "It has moved on meanwhile"),
                translate("aftersale", "Nothing was sent; the list shows it as it is now"),
            )
            return
        if act == "agree" and grant is not None:
            address = await self._desk.database.read(read_address, shop_id)
            agreeing = self.dialog = AgreeDialog(self._page, shop_id, one, grant, address)
            try:
                accepted = await answer(agreeing) == ACCEPTED
                command, typed = agreeing.command(), agreeing.address()
                keep = agreeing.needs_address and typed != address
            finally:
                self.dialog = None
            if accepted and keep:
                await self._desk.actions.tickets.set_return_address(shop_id, typed)
            await self._send(accepted, command)
            return
        reasons = await self._desk.actions.tickets.refusal_reasons(shop_id, one.after_sale_no)
        refusing = self.dialog = RefuseDialog(self._page, shop_id, one, reasons, await speaker(self._desk))
        try:
            accepted = await answer(refusing) == ACCEPTED
            refusal, passed = refusing.command(), refusing.pardons()
        finally:
            self.dialog = None
        for given in passed if accepted else ():  # why banned words go out is kept before they do
            await self._desk.actions.wording.pardon(given)
        await self._send(accepted, refusal)

    async def _fresh(self, row_id: int, shop_id: str) -> tuple[str, AfterSale] | None:
        """The side that is answered, as the platform has it this moment."""
        detail = await self._desk.database.read(read_detail, row_id)
        if detail is None:
            return None
        shop, number = detail.row.shop_id, detail.row.after_sale_no
        if shop_id and detail.row.other is not None and detail.row.other.shop_id == shop_id:
            shop, number = shop_id, detail.row.other.after_sale_no
        await self._desk.actions.tickets.look_at(shop, number)
        detail = await self._desk.database.read(read_detail, row_id)
        one = None if detail is None else _side(detail, shop)
        return None if one is None else (shop, one)

    async def _send(self, accepted: bool, command: AgreeAfterSale | RefuseAfterSale) -> None:
        actions = self._desk.actions
        if not accepted:
            await actions.decline(command)
            return
        row_id = await actions.submit(command)
        self._page.sent.emit([row_id])
        self.sent.emit()


def _side(detail: TicketDetail, shop_id: str) -> AfterSale | None:
    if detail.row.shop_id == shop_id:
        return detail.one
    return detail.other
