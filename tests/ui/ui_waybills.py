"""A carrier, a printer and an orders page over five orders, for what is done with numbers and labels."""

import asyncio
import functools
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtWidgets import QDialog
from ui_fakes import FakeActions, FakeChanges

from console.binding.waybills import WaybillAsking
from console.core.gateway import Attempt, Page, Window, WindowRule
from console.core.model import (
    Order,
    OrderLine,
    OrderStatus,
    Platform,
    Receiver,
    Shop,
)
from console.core.printing import PrinterTrouble
from console.core.waybills import Sender, Slip, TakenWaybill, WaybillAccount
from console.sync.hub import Hub
from console.sync.outbox import Outbox
from console.ui.context import Desk
from console.ui.dialogs import Dialog
from console.ui.tabs.orders.page import OrdersPage
from console.ui.tabs.orders.waybill_dialog import WaybillDialog
from console.ui.tabs.orders.waybill_queue import QueueDialog

SHOP = "kuaishou:1"
PLACE = Sender(province="浙江省", city="金华市", district="义乌市", detail="银海路 18 号")
ZTO = WaybillAccount(
    company="ZTO",
    carrier_code="9",
    carrier_name="中通快递",
    branch_code="579",
    branch_name="义乌网点",
    left=1206,
    places=(PLACE,),
)
BUYER = Receiver(
    name_masked="周**",
    phone_masked="138****6021",
    address_masked="良睦路***号",
    province="浙江省",
    city="杭州市",
    district="余杭区",
)


class Carrier:
    """Gives numbers."""

    platform = Platform.KUAISHOU
    order_windows = WindowRule(span_ms=1, reach_ms=1, lag_ms=0, overlap_ms=0)
    ahead_ms = 0

    def __init__(self) -> None:
        self.books: dict[str, Order] = {}
        self.given: dict[str, str] = {}
        self.voided: list[str] = []
        self.gate = asyncio.Event()
        self.gate.set()

    def offers(self, command: object) -> bool:
        return True

    def shows_at_once(self, command: object) -> bool:
        return True

    async def execute(self, command: object, attempt: Attempt) -> None:
        raise AssertionError

    async def shop(self) -> Shop:
        raise AssertionError

    async def orders(self, window: Window, cursor: str | None) -> Page[Order]:
        return Page(rows=[])

    async def order(self, order_no: str) -> Order | None:
        await self.gate.wait()
        return self.books.get(order_no)

    async def waybill_accounts(self) -> list[WaybillAccount]:
        return [ZTO]

    async def take_waybill(self, command: Any) -> TakenWaybill:
        number = self.given.setdefault(command.request_id, f"7584129{len(self.given):07}")
        return TakenWaybill(waybill_no=number)

    async def void_waybill(self, command: Any) -> None:
        self.voided.append(command.waybill_no)


class Paper:
    """Where labels come out; it may be empty."""

    def __init__(self) -> None:
        self.out: list[Slip] = []
        self.empty_at = -1

    def put(self, slip: Slip) -> None:
        if len(self.out) == self.empty_at:
            raise PrinterTrouble("print.refused", "out of paper")
        self.out.append(slip)


def order(number: int, now: int) -> Order:
    return Order(
        order_no=f"26326112224{number:05}",
        status=OrderStatus.TO_SHIP,
        status_code="30",
        created_at=now - number * 1000,
        paid_at=now - number * 1000,
        updated_at=now - 1,
        amount_fen=9_900,
        receiver=BUYER,
        lines=(OrderLine(line_no="1", title=f"水洗棉四件套 {number}", quantity=1),),
    )


class World:
    """A page over five orders, a carrier that gives numbers, a printer."""

    def __init__(self, desk: Desk, changes: FakeChanges, actions: FakeActions) -> None:
        self.desk, self.hub = desk, Hub()
        self.hub.subscribe(changes.announce)
        self.carrier, self.paper = Carrier(), Paper()
        self.outbox = Outbox(desk.database, desk.clock, self.hub)
        self.asking = WaybillAsking(
            desk.database,
            desk.database,
            desk.clock,
            self.hub,
            lambda _shop: self.carrier,
            self.outbox,
            lambda _name: self.paper,
        )
        actions.waybills = self.asking
        actions.undo = self.outbox.undo  # type: ignore[method-assign]  # what is taken back is taken back here
        self.page: OrdersPage

    @property
    def dialog(self) -> WaybillDialog:
        found = self.page.waybills.dialog
        assert found is not None
        return found

    @property
    def queue(self) -> QueueDialog:
        found = self.page.waybills.spool.queue
        assert found is not None
        return found


def at_work(test: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., Coroutine[Any, Any, None]]:
    """Outbox and spooler run only while the test does: between it and its fixtures there is no loop for them."""

    @functools.wraps(test)
    async def run(world: World, until: Any) -> None:
        world.asking.spooler.start()
        world.outbox.start()
        try:
            await test(world, until)
            if world.page.waybills.dialog is not None:
                world.dialog.reject()
            await until(lambda: not world.page.tasks.busy)
        finally:
            await world.asking.spooler.stop()
            await world.outbox.stop()

    return run


def place_fields() -> dict[str, str]:
    return {"province": PLACE.province, "city": PLACE.city, "district": PLACE.district, "detail": PLACE.detail}


async def quiet(page: OrdersPage, until: Any) -> None:
    def still() -> bool:
        page.grab()
        return page.card.is_settled

    await until(still)


async def opened(world: World, until: Any, rows: int = 5) -> WaybillDialog:
    page = world.page
    page.card.model.set_checked(page.card.model.ids[:rows])
    page.waybills.verb.click()
    await until(lambda: page.waybills.dialog is not None and world.dialog.rows and world.dialog.side.chosen)
    return world.dialog


async def taken(world: World, until: Any, rows: int = 5) -> WaybillDialog:
    dialog = await opened(world, until, rows)
    await until(lambda: dialog.take_button.isEnabled())
    dialog.take_button.click()
    await until(lambda: len(dialog.to_print) == rows)
    return dialog


async def found(dialog: QDialog, until: Any) -> Dialog:
    """The question over the dialog."""
    await until(lambda: any(one.isVisible() for one in dialog.findChildren(Dialog)))
    return next(one for one in dialog.findChildren(Dialog) if one.isVisible())
