"""E-waybills on the orders page: the verb of the chosen rows, its key, and what their dialog asks for."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut

from console import catalogue
from console.core.changes import Changes
from console.core.clock import DAY, day_start
from console.core.errors import FileTrouble, Refused, Trouble
from console.core.model import Platform
from console.documents.waybill_label import picture
from console.store import waybill_desk, waybills
from console.store.waybill_desk import ParcelRow
from console.ui.dialogs import answer, ask
from console.ui.printers import printer_name, printers
from console.ui.tabs.orders.waybill_dialog import WaybillDialog
from console.ui.tabs.orders.waybill_spool import WaybillSpool
from console.ui.tabs.orders.waybill_void import VoidDialog
from console.ui.widgets import button

if TYPE_CHECKING:
    from console.ui.tabs.orders.page import OrdersPage

KINDS = {"waybills", "outbox", "orders", "after_sales"}


class WaybillBar(QObject):
    """Owned by the orders page; ``furnish`` once its table and drawer are there."""

    def __init__(self, page: "OrdersPage") -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk
        self.dialog: WaybillDialog | None = None
        self._ids: list[int] = []  # rows of the dialog
        self._asked: set[str] = set()  # orders that numbers are being taken for
        self._sent: list[int] = []  # their commands
        self._shop = ""
        self._stale = self._reading = False
        self.spool = WaybillSpool(page)
        self.open_url = QDesktopServices.openUrl
        self.verb = button(self.tr("Waybills and labels"), "default", "printer")
        self.of_drawer = button(self.tr("Label"), "default", "printer")

    def furnish(self) -> None:
        """Put the verbs into the batch bar, the head and the drawer, and listen."""
        page = self._page
        page.card.foot.add_verb(self.verb)
        page.drawer.foot.addWidget(self.of_drawer)
        self.verb.clicked.connect(self.open_chosen)
        self.verb.setToolTip(self.tr("Take numbers, print labels (Ctrl+P)"))
        self.of_drawer.clicked.connect(self._open_opened)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.open_chosen)
        self._desk.changes.changed.connect(self._heard)
        self.spool.furnish()

    def _heard(self, changes: Changes) -> None:
        if self.dialog is not None and changes.kinds & KINDS:
            self._stale = True
            if not self._reading:
                self._page.tasks.start(self._keep_up(self.dialog), key="waybill_read")

    # -- which orders -----------------------------------------------------------------------------------------------

    def open_chosen(self) -> None:
        """Ctrl+P: the chosen rows in the order of the list, else the current one."""
        model, view = self._page.card.model, self._page.card.view
        chosen = [row_id for row_id in model.ids if row_id in model.checked]
        if not chosen and view.currentIndex().isValid():
            chosen = [model.id_at(view.currentIndex().row())]
        self.open(chosen)

    def _open_opened(self) -> None:
        opened = self._page.card.view.opened
        self.open([] if opened is None else [opened])

    def open(self, row_ids: Sequence[int]) -> None:
        """The dialog about these rows."""
        if row_ids and self.dialog is None:
            self._page.tasks.start(self._run(list(row_ids)), key="waybills")

    async def _run(self, row_ids: list[int]) -> None:
        self._ids, self._asked, self._sent = row_ids, set(), []
        dialog = self.dialog = WaybillDialog(self._page, self._desk)
        self._connect(dialog)
        self._page.tasks.start(self._load(dialog), key="waybill_load")
        try:
            await answer(dialog)
        finally:
            self.dialog = None
            for key in ("waybill_load", "waybill_read", "waybill_label"):
                self._page.tasks.cancel(key)

    def _connect(self, dialog: WaybillDialog) -> None:
        side, start = dialog.side, self._page.tasks.start
        dialog.take_asked.connect(lambda: start(self._take(dialog), key="waybill_take"))
        dialog.print_asked.connect(lambda: start(self._print(dialog)))
        dialog.void_asked.connect(lambda ids: start(self._void(dialog, ids)))
        dialog.split_asked.connect(lambda row: start(self._split(dialog, row)))
        dialog.stop_asked.connect(lambda: start(self._stop()))
        dialog.ship_asked.connect(lambda: self._ship(dialog))
        dialog.looked_at.connect(lambda _at: start(self._label(dialog), key="waybill_label"))
        side.printer_chosen.connect(lambda key: setattr(self._desk.preferences, "label_printer", key))
        side.account_chosen.connect(lambda key: setattr(self._desk.preferences, "waybill_account", key))
        side.account_chosen.connect(lambda _key: start(self._label(dialog), key="waybill_label"))
        side.sender_changed.connect(lambda: start(self._put_sender(dialog)))
        side.auto_changed.connect(lambda company, on: start(self._put_auto(dialog, company, on)))
        side.folder_asked.connect(self._open_folder)
        side.test_asked.connect(lambda: start(self.spool.do(self._desk.actions.waybills.test_page(side.printer.key()))))

    # -- reading ----------------------------------------------------------------------------------------------------

    async def system_printers(self) -> list[str]:
        """The printers of this computer; a test says otherwise."""
        from PySide6.QtPrintSupport import QPrinterInfo

        return list(await asyncio.to_thread(QPrinterInfo.availablePrinterNames))

    @property
    def folder(self) -> Path:
        """Where labels go that are files."""
        return self._desk.log_path.parent / "labels"

    def _open_folder(self) -> None:
        place = self.folder if self.folder.exists() else self.folder.parent  # it is made with the first label
        self.open_url(QUrl.fromLocalFile(str(place)))

    async def _load(self, dialog: WaybillDialog) -> None:
        preferences, side = self._desk.preferences, dialog.side
        side.show_printers(printers(await self.system_printers(), self.folder), preferences.label_printer)
        await self._read(dialog)
        shops = [row.shop_id for row in dialog.rows if row.shop_id.startswith(f"{Platform.KUAISHOU}:")]
        self._shop = shops[0] if shops else ""
        side.show_sender(await self._desk.database.read(waybills.sender_of, self._shop))
        autos = await self._desk.database.read(waybills.auto_printed)
        try:
            if not self._shop:
                raise Refused("waybill.cannot")
            accounts = await self._desk.actions.waybills.accounts(self._shop)
            side.show_accounts(accounts, preferences.waybill_account, autos)
        except (Trouble, FileTrouble) as trouble:
            side.show_no_accounts(catalogue.words_for(trouble, self._desk.language).text)
        dialog.say_buttons()
        await self._label(dialog)

    async def _keep_up(self, dialog: WaybillDialog) -> None:
        """Read again for as long as something changes; one reading at a time, for a thousand parcels take a while."""
        self._reading = True
        try:
            while self._stale and self.dialog is dialog:
                self._stale = False
                await self._read(dialog)
        finally:
            self._reading = False

    async def _read(self, dialog: WaybillDialog) -> None:
        today = day_start(self._desk.now())
        rows = await self._desk.database.read(waybill_desk.parcels, self._ids)
        tally = await self._desk.database.read(waybills.waybill_counts, today, today + DAY)
        if self.dialog is not dialog:  # it was closed meanwhile
            return
        dialog.show_rows(rows)
        dialog.show_tally(tally)
        open_ones = [row for row in dialog.rows if row.order_no in self._asked and row.waybill is None]
        left = sum(row.asked not in ("needs_you", "done", "undone", None) for row in open_ones)
        dialog.show_progress(len(self._asked) - left, len(self._asked))
        await self._label(dialog)

    async def _label(self, dialog: WaybillDialog) -> None:
        if self.dialog is not dialog:
            return
        row = dialog.current
        slip = None if row is None else await self._desk.database.read(waybill_desk.preview, row, self._desk.now())
        if self.dialog is not dialog:
            return
        if slip is not None and not slip.waybill_no:
            slip = dialog.side.as_it_would_be(slip)
        image = None if slip is None else await asyncio.to_thread(picture, slip)
        if self.dialog is dialog:
            dialog.show_label(image)

    # -- doing ------------------------------------------------------------------------------------------------------

    async def _take(self, dialog: WaybillDialog) -> None:
        account, rows = dialog.side.chosen, [row for row in dialog.to_take if row.shop_id == self._shop]
        client = dialog.side.client.text().strip()
        if account is None or not await self.spool.do(self._put_sender(dialog)):
            return
        refused: list[Trouble | FileTrouble] = []
        self._asked, self._sent = {row.order_no for row in rows}, []
        for row in rows:
            try:
                asked = self._desk.actions.waybills.take(row.shop_id, row.order_no, account, client)
                self._sent.append(await asked)
            except (Trouble, FileTrouble) as trouble:
                refused.append(trouble)
        if refused:
            said = catalogue.words_for(refused[0], self._desk.language)
            self._page.said.emit(self.tr("%n number(s) were not asked for", "", len(refused)), said.text)

    async def _split(self, dialog: WaybillDialog, row: ParcelRow) -> None:
        """One more number for an order that leaves in one more parcel."""
        account, client = dialog.side.chosen, dialog.side.client.text().strip()
        words = self.tr("Order {order} waits with {numbers}. One more number is taken for a further parcel.")
        more = self.tr("What each parcel holds is said when it is shipped: 1x2+2x1.")
        said = words.format(order=row.order_no, numbers=", ".join(row.beside))
        title, accept = self.tr("Split into another parcel?"), self.tr("Take one more number")
        if account is None or not await ask(dialog, title, f"{said} {more}", accept):
            return
        if not await self.spool.do(self._put_sender(dialog)):
            return
        taking = self._desk.actions.waybills.take(row.shop_id, row.order_no, account, client, row.beside)
        if await self.spool.do(taking):
            self._page.said.emit(self.tr("One more number is being taken"), row.order_no)

    async def _stop(self) -> None:
        """What was not sent yet is taken back; what was sent gets its number and keeps it."""
        self._page.tasks.cancel("waybill_take")
        sent, self._sent = self._sent, []
        for row_id in sent:
            try:
                await self._desk.actions.undo(row_id)
            except Refused:
                continue  # it is on its way
        if self.dialog is not None:
            await self._read(self.dialog)

    async def _put_sender(self, dialog: WaybillDialog) -> None:
        who = dialog.side.who
        dialog.side.show_sender(who)
        if self._shop:
            await self._desk.actions.waybills.set_sender(self._shop, who)
        await self._label(dialog)

    async def _put_auto(self, dialog: WaybillDialog, company: str, on: bool) -> None:
        await self.spool.do(self._desk.actions.waybills.set_auto(company, dialog.side.printer.key() if on else ""))

    async def _print(self, dialog: WaybillDialog) -> None:
        ids = [row.waybill.id for row in dialog.to_print if row.waybill is not None]
        printer = dialog.side.printer.key()
        again = all(row.waybill is not None and row.waybill.printed for row in dialog.to_print)
        if again and not await ask(
            dialog,
            self.tr("Print again?"),
            self.tr("Each label is marked as a reprint and counted; the numbers stay."),
            self.tr("Print %n label(s) again", "", len(ids)),
        ):
            return
        if await self.spool.do(self._desk.actions.waybills.print(ids, printer)):
            where = printer_name(printer)
            self._page.said.emit(self.tr("%n label(s) in the print queue", "", len(ids)), where)

    async def _void(self, dialog: WaybillDialog, ids: Sequence[int]) -> None:
        asking = VoidDialog(dialog, len(ids))
        if not await answer(asking):
            return
        sent: list[int] = []
        for waybill_id in ids:
            try:
                sent.append(await self._desk.actions.waybills.void(waybill_id, asking.why))
            except (Trouble, FileTrouble) as trouble:
                said = catalogue.words_for(trouble, self._desk.language)
                self._page.said.emit(said.text, said.next_step)
        if sent:
            self._page.sent.emit(sent)

    def _ship(self, dialog: WaybillDialog) -> None:
        """On to shipping, with the numbers of those that may leave."""
        found = [(row.order_no, row.waybill) for row in dialog.rows if row.waybill is not None and row.leaves]
        text = "\n".join(f"{order_no},{one.carrier_name},{one.waybill_no}" for order_no, one in found)
        dialog.reject()
        self._page.ships.open(text)
