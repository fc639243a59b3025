"""Shipping on the orders page: the verb of the chosen rows, its key, a list from a file, the rows that were left."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from console import catalogue, reference
from console.core.clock import shop_datetime
from console.core.errors import FileTrouble, Trouble
from console.core.model import OrderStatus, Platform
from console.documents.sheets import SheetTrouble
from console.rules.ship_plan import ShipLine, keys_to_reread, rows_again, untold_rows
from console.store import ship_view, shops
from console.ui.dialogs import answer
from console.ui.files import ask_new_file, ask_old_file
from console.ui.reach import read_reach
from console.ui.tabs.orders import ship_sheet
from console.ui.tabs.orders.filters import LATE
from console.ui.tabs.orders.ship_deadline import DeadlineDialog
from console.ui.tabs.orders.ship_dialog import ShipDialog
from console.ui.tabs.orders.ship_strip import ShipStrip
from console.ui.widgets import StripLook, button, icon_button
from console.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from console.store.views import OrderDetail
    from console.ui.tabs.orders.page import OrdersPage

REREAD_MOST, REREAD_MANY = 30, 300  # orders: see ``keys_to_reread``; each one is asked for again when it is sent
KEY = "S"
NOT_SHIPPED = (OrderStatus.UNPAID, OrderStatus.RECEIVED, OrderStatus.SUCCESS, OrderStatus.CLOSED)
LOOK_AGAIN_MS = 30_000


class ShipBar(QObject):
    """Owned by the orders page; ``furnish`` once its table and drawer are there."""

    def __init__(self, page: "OrdersPage") -> None:
        super().__init__(page)
        self._page = page
        self._desk = page.desk
        self.dialog: ShipDialog | None = None
        self.left = ""  # rows that did not leave last time
        self.why = ""
        self.banner = Banner()
        self.banner.acted.connect(self._banner_acted)
        self.verb = button(self.tr("Ship"), "primary", "truck")
        self.by_list = button(self.tr("Ship by list"), "default", "clipboard-paste")
        self.of_drawer = button(self.tr("Ship"), "primary", "truck")
        self.follow = icon_button("refresh-cw", self.tr("Ask where it is"))
        self.note = icon_button("calendar-days", self.tr("Note a deadline"))
        self.strip = ShipStrip()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(LOOK_AGAIN_MS)
        self._rest.timeout.connect(self.look)

    def furnish(self) -> None:
        """Put the verbs into the batch bar, the head and the drawer, and listen."""
        page = self._page
        page.card.foot.add_verb(self.verb)
        page.head.insertWidget(page.head.indexOf(page.export.button), self.by_list)
        for part in (self.note, self.follow, self.of_drawer):
            page.drawer.foot.addWidget(part)
        page.column.insertWidget(page.column.indexOf(page.banner) + 1, self.banner)
        page.column.insertWidget(page.column.indexOf(self.banner) + 1, self.strip)
        self.strip.late_asked.connect(lambda: page.open_at({"tab": "to_ship", "due": LATE}))
        self.strip.untold_asked.connect(self.hand_on)
        self.strip.kept_asked.connect(lambda: page.open_at({"tab": "all", "mark": "kept"}))
        self.follow.clicked.connect(lambda: page.tasks.start(self._follow(), key="follow"))
        self.note.clicked.connect(lambda: page.tasks.start(self._note(), key="note"))
        page.card.model.listed.connect(self._changed)
        self.verb.clicked.connect(self.ship_chosen)
        self.by_list.clicked.connect(lambda: self.open(""))
        self.of_drawer.clicked.connect(self._ship_opened)
        page.order_drawer.shown.connect(self._offer)
        shortcut = QShortcut(QKeySequence(KEY), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.ship_chosen)
        for part in (self.verb, self.of_drawer):
            part.setToolTip(self.tr("Ship ({key})").format(key=KEY))

    # -- figures, journeys and deadlines ------------------------------------------------------------------------------

    def _changed(self) -> None:
        """The list was read anew: so are the figures, at most once in a while."""
        if not self._rest.isActive():
            self.look()
            self._rest.start()

    def look(self) -> None:
        """Read the figures."""
        self._page.tasks.start(self._look(), key="ship_figures")

    async def _look(self) -> None:
        from console.store.ship_figures import ship_figures

        now, pair = self._desk.now(), self._desk.scope.pair
        found = await self._desk.database.read(ship_figures, now, pair)
        reach = await self._desk.database.read(read_reach, pair, "orders")
        self.strip.show_figures(found, now, reach.read_at)

    def _opened(self) -> "OrderDetail | None":
        detail = self._page.order_drawer.detail
        return detail if detail is not None and detail.row.id == self._page.card.view.opened else None

    async def _follow(self) -> None:
        """Ask the side that can tell; Kuaishou has no call for it."""
        detail = self._opened()
        if detail is None:
            return
        youzan, shop_id = detail.row.trade_no, detail.row.shop_id
        if detail.row.platform is Platform.KUAISHOU:
            bound = await self._desk.database.read(shops.pairs)
            shop_id = next((one.youzan_shop_id for one in bound if one.kuaishou_shop_id == shop_id), "")
        if not youzan or not shop_id:
            self._page.said.emit(self.tr("Only Youzan tells where a parcel is, and this order has no trade there"), "")
            return
        try:
            told = await self._desk.actions.shipping.follow(shop_id, youzan)
        except (Trouble, FileTrouble) as trouble:
            said = catalogue.words_for(trouble, self._desk.language)
            self._page.said.emit(said.text, said.next_step)
            return
        if not told:
            self._page.said.emit(self.tr("The platform knows nothing of its parcels yet"), "")
        await self._page.show_detail(detail.row.id)

    async def _note(self) -> None:
        detail = self._opened()
        if detail is None:
            return
        dialog = DeadlineDialog(self._page, self._desk.now())
        if await answer(dialog) != QDialog.DialogCode.Accepted:
            return
        row = detail.row
        at, number = dialog.due_at(), (row.order_no if row.platform is Platform.KUAISHOU else row.trade_no) or ""
        try:
            await self._desk.actions.shipping.note_deadline(
                row.shop_id, number, dialog.source(), at, dialog.reason.text().strip()
            )
        except (Trouble, FileTrouble) as trouble:
            said = catalogue.words_for(trouble, self._desk.language)
            self._page.said.emit(said.text, said.next_step)
            return
        await self._page.show_detail(row.id)

    # -- which orders -----------------------------------------------------------------------------------------------

    def ship_chosen(self) -> None:
        """S: the chosen rows, else the current one."""
        model, view = self._page.card.model, self._page.card.view
        chosen = [row_id for row_id in model.ids if row_id in model.checked]
        if not chosen and view.currentIndex().isValid():
            chosen = [model.id_at(view.currentIndex().row())]
        self.ship(chosen)

    def ship(self, row_ids: Sequence[int]) -> None:
        """The dialog about these rows."""
        if row_ids:
            self._page.tasks.start(self._ship_rows(row_ids), key="ship")

    def _offer(self, _row_id: int) -> None:
        """What has arrived, is over or is not paid is not to be shipped."""
        detail = self._page.order_drawer.detail
        self.of_drawer.setVisible(detail is not None and detail.row.status not in NOT_SHIPPED)

    def _ship_opened(self) -> None:
        opened = self._page.card.view.opened
        self.ship([] if opened is None else [opened])

    async def _ship_rows(self, row_ids: Sequence[int]) -> None:
        await self._ask("\n".join(await self._desk.database.read(ship_view.rows_to_ship, row_ids)))

    def open(self, text: str) -> None:
        """The dialog with these rows written in it."""
        self._page.tasks.start(self._ask(text), key="ship")

    def hand_on(self) -> None:
        """Numbers that one platform knows and the other was not told."""
        self._page.tasks.start(self._hand_on(), key="ship")

    async def _hand_on(self) -> None:
        pair = self._desk.scope.pair
        shop_id = pair.kuaishou_shop_id if pair is not None else None
        numbers = await self._desk.database.read(ship_view.untold, shop_id)
        found = await self._desk.database.read(ship_view.sales, numbers)
        rows = untold_rows(found.values(), reference.carriers())
        if rows:
            await self._ask("\n".join(row.raw for row in rows))

    # -- the dialog -------------------------------------------------------------------------------------------------

    async def _ask(self, text: str) -> None:
        page = self._page
        dialog = self.dialog = ShipDialog(page, self._desk, text)
        dialog.asked.connect(lambda: page.tasks.start(self._know(dialog), key="ship_know"))
        dialog.sheet_asked.connect(lambda: page.tasks.start(self._from_sheet(dialog), key="ship_sheet"))
        dialog.save_asked.connect(lambda: page.tasks.start(self._save_held(dialog), key="ship_save"))
        page.tasks.start(self._know(dialog), key="ship_know")
        try:
            if await answer(dialog) != QDialog.DialogCode.Accepted:
                return
            lines, held = dialog.going(), dialog.held_text()
        finally:
            self.dialog = None
            page.tasks.cancel("ship_know")
        await self.send(lines, held)

    async def _know(self, dialog: ShipDialog) -> None:
        """First what the file knows; then the orders are asked for, each once."""
        numbers = dialog.numbers()
        dialog.know(await self._desk.database.read(ship_view.sales, numbers, dialog.fresh))
        keys = [key for key in keys_to_reread(dialog.lines, REREAD_MOST, REREAD_MANY) if key not in dialog.fresh]
        if not keys:
            return
        dialog.know(dialog.sales, reading=True)
        dialog.fresh |= await self._desk.actions.shipping.reread(keys)
        dialog.know(await self._desk.database.read(ship_view.sales, numbers, dialog.fresh))

    async def where(self) -> Path | None:
        """Which sheet to read; a test says it otherwise."""
        return await ask_old_file(self._page, self.tr("Ship by list"), ("xlsx", "csv"))

    async def _from_sheet(self, dialog: ShipDialog) -> None:
        path = await self.where()
        if path is None:
            return
        language = self._desk.language
        try:
            rows = await asyncio.to_thread(ship_sheet.read_rows, path)
        except SheetTrouble as trouble:
            said = catalogue.words(trouble.code, language, detail=trouble.detail)
            self._page.said.emit(said.text, said.next_step)
        except OSError as error:
            said = catalogue.words("disk.denied", language, path=error.filename or path)
            self._page.said.emit(said.text, said.next_step)
        else:
            dialog.put("\n".join(rows))
            if not rows:
                self._page.said.emit(self.tr("No row of the sheet has an order and a waybill number"), path.name)

    async def where_to(self, name: str) -> Path | None:
        """Where to write a sheet; a test says it otherwise."""
        return await ask_new_file(self._page, self.tr("Save the held rows"), name, "xlsx")

    async def _save_held(self, dialog: ShipDialog) -> None:
        """What does not leave, with why, as a sheet that can be corrected and read in again."""
        day = shop_datetime(self._desk.now()).strftime("%Y%m%d-%H%M")
        lines, language = list(dialog.held()), self._desk.language
        name = self.tr("Held rows")
        path = await self.where_to(f"{name}-{day}")
        if path is None:
            return
        try:
            written = await asyncio.to_thread(ship_sheet.write_held, path, lines, language)
        except OSError as error:
            said = catalogue.words("disk.denied", language, path=error.filename or path)
            self._page.said.emit(said.text, said.next_step)
        else:
            self._page.said.emit(self.tr("%n row(s) saved with the reason", "", written), path.name)

    # -- sending ----------------------------------------------------------------------------------------------------

    async def send(self, lines: Sequence[ShipLine], held: str = "") -> None:
        """Into the outbox, one by one; what is refused, held, or not even asked for is kept row by row."""
        ids: list[int] = []
        left: list[ShipLine] = []
        why: Trouble | FileTrouble | None = None
        for line in lines:
            for command in line.commands:
                if not isinstance(why, FileTrouble):
                    try:
                        ids.append(await self._desk.actions.submit(command))
                        continue
                    except FileTrouble as trouble:
                        why = trouble
                    except Trouble as trouble:
                        why = why or trouble
                if line not in left[-1:]:
                    left.append(line)
        self.left = "\n".join(filter(None, [held, *(row for line in left for row in rows_again(line))]))
        self.why = catalogue.words_for(why, self._desk.language).text if why is not None else ""
        if ids:
            self._page.sent.emit(ids)
        self._page.card.model.set_checked(())
        self._show_left()

    def _show_left(self) -> None:
        number = len(self.left.splitlines())
        if not number:
            self.banner.show_look(None)
            return
        said = self.tr("%n row(s) were not shipped", "", number)
        self.banner.show_look(StripLook("amber", "triangle-alert", said, self.why, self.tr("Open them"), "left"))

    def _banner_acted(self, key: str) -> None:
        text, self.left = self.left, ""
        self._show_left()
        if key == "left":
            self.open(text)
