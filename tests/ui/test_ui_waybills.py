"""Numbers and labels from the orders page: taken, printed, marked when printed again, held back, voided, the queue."""

import asyncio
import functools
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot
from ui_fakes import FakeActions, FakeChanges

from console.binding.waybills import WaybillAsking
from console.core.changes import changed
from console.core.gateway import Attempt, Page, Window, WindowRule
from console.core.model import (
    AfterSale,
    AfterSaleKind,
    AfterSaleStatus,
    Order,
    OrderLine,
    OrderStatus,
    Parcel,
    Platform,
    Receiver,
    Shop,
)
from console.core.printing import PrinterTrouble
from console.core.shipping import Terms
from console.core.waybills import Sender, Slip, TakenWaybill, WaybillAccount
from console.store import waybill_prints, waybills
from console.store.aftersales import save_after_sales
from console.store.order_view import order_rows
from console.store.orders import save_orders
from console.store.shops import put_shop
from console.sync.hub import Hub
from console.sync.outbox import Outbox
from console.ui.context import Desk
from console.ui.dialogs import Dialog
from console.ui.tabs.orders.columns import verb
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


BUYER = Receiver(
    name_masked="周**",
    phone_masked="138****6021",
    address_masked="良睦路***号",
    province="浙江省",
    city="杭州市",
    district="余杭区",
)


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


@pytest.fixture
async def world(
    desk: Desk, changes: FakeChanges, actions: FakeActions, qtbot: QtBot, until: Any, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[World]:
    made = World(desk, changes, actions)
    now = desk.now()
    await desk.database.write(
        put_shop, Shop(shop_id=SHOP, platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居")
    )
    orders = [order(number, now) for number in range(5)]
    made.carrier.books = {one.order_no: one for one in orders}
    await desk.database.write(save_orders, SHOP, orders, now)
    await desk.database.write(waybills.put_sender, SHOP, Sender(name="小禾家居", mobile="13800008820", **_place()), now)
    made.outbox.bind(SHOP, made.carrier)
    page = made.page = OrdersPage(desk)

    async def none() -> list[str]:
        return []

    monkeypatch.setattr(page.waybills, "system_printers", none)
    qtbot.addWidget(page)
    page.resize(1240, 800)
    page.show()
    await quiet(page, until)
    yield made
    page.hide()
    await page.close_page()


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


def _place() -> dict[str, str]:
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


@at_work
async def test_numbers_are_taken_and_labels_printed_in_the_order_of_the_list(world: World, until: Any) -> None:
    dialog = await taken(world, until)
    assert dialog.take_button.text() == "取号 0 个"
    assert not dialog.take_button.isEnabled()
    assert "1,206" in dialog.side.left.text()
    listed = [row.order_no for row in dialog.rows]
    dialog.print_button.click()
    await until(lambda: len(world.paper.out) == 5)
    assert [slip.order_no for slip in world.paper.out] == listed
    assert all(slip.receiver_phone == "138****6021" for slip in world.paper.out)
    await until(lambda: all(entry.chip.word == "已打印 1 次" for entry in dialog.list.entries))
    await until(lambda: dialog.sheet.accessibleName().startswith("面单 7584129"))
    dialog.reject()


@at_work
async def test_labels_that_are_files_can_be_found(world: World, until: Any) -> None:
    dialog = await taken(world, until, 1)
    opened: list[QUrl] = []
    world.page.waybills.open_url = lambda url: opened.append(url) or True
    dialog.side.printer.set_key("pdf")
    dialog.side.printer.chosen.emit("pdf")
    assert dialog.side.folder.isVisible()
    dialog.side.folder.click()
    folder = world.page.waybills.folder
    assert [url.toLocalFile() for url in opened] == [str(folder.parent)], "before the first of them"
    dialog.reject()


@at_work
async def test_what_was_printed_is_printed_again_only_when_asked_twice(world: World, until: Any) -> None:
    dialog = await taken(world, until, 1)
    dialog.print_button.click()
    await until(lambda: len(world.paper.out) == 1 and dialog.to_print and dialog.to_print[0].waybill.printed)  # type: ignore[union-attr]  # it has a number
    dialog.print_button.click()
    asked = await found(dialog, until)
    assert len(world.paper.out) == 1
    asked.accept_button.click()
    await until(lambda: len(world.paper.out) == 2)
    assert [slip.copy for slip in world.paper.out] == [0, 1]
    assert world.paper.out[0].waybill_no == world.paper.out[1].waybill_no
    assert len(world.carrier.given) == 1
    dialog.reject()


async def found(dialog: QDialog, until: Any) -> Dialog:
    """The question over the dialog."""
    await until(lambda: any(one.isVisible() for one in dialog.findChildren(Dialog)))
    return next(one for one in dialog.findChildren(Dialog) if one.isVisible())


@at_work
async def test_a_refund_holds_a_parcel_back_and_offers_to_void_its_number(world: World, until: Any) -> None:
    dialog = await taken(world, until, 3)
    hit = dialog.rows[1]
    asked = AfterSale(
        after_sale_no="9",
        order_no=hit.order_no,
        kind=AfterSaleKind.REFUND_ONLY,
        status=AfterSaleStatus.REFUNDING,
        amount_fen=9_900,
        reason="不想要了",
        created_at=world.desk.now(),
        updated_at=world.desk.now(),
    )
    await world.desk.database.write(save_after_sales, SHOP, [asked], world.desk.now())
    world.hub.announce(changed("after_sales", shop_id=SHOP))
    await until(lambda: len(dialog.held) == 1)
    assert dialog.note.isVisible()
    assert "不想要了" in dialog.note_words.text()
    dialog.print_button.click()
    await until(lambda: len(world.paper.out) == 2)
    assert hit.order_no not in [slip.order_no for slip in world.paper.out]
    dialog.void_held.click()
    asking = await found(dialog, until)
    asking.findChildren(QLineEdit)[0].setText("已退款")
    sent: list[object] = []
    world.page.sent.connect(sent.append)
    asking.accept_button.click()
    await until(lambda: sent)
    dialog.reject()


@at_work
async def test_taking_can_be_stopped_and_what_was_not_sent_is_taken_back(world: World, until: Any) -> None:
    dialog = await opened(world, until)
    world.carrier.gate.clear()
    await until(lambda: dialog.take_button.isEnabled())
    dialog.take_button.click()
    await until(lambda: dialog.stop.isVisible() and len(world.page.waybills._sent) == 5)
    dialog.stop.click()
    world.carrier.gate.set()
    await until(lambda: not dialog.stop.isVisible())
    await until(lambda: all(row.asked in (None, "undone", "done") or row.waybill for row in dialog.rows))
    assert len(world.carrier.given) < 5
    assert len(dialog.to_take) == 5 - len(world.carrier.given)
    dialog.reject()


@at_work
async def test_without_a_sender_no_number_is_taken(world: World, until: Any) -> None:
    dialog = await opened(world, until, 1)
    await until(lambda: dialog.take_button.isEnabled())
    dialog.side.mobile.setText("")
    dialog.side.sender_changed.emit()
    await until(lambda: not dialog.take_button.isEnabled())
    assert "手机号" in dialog.side.place.text()
    dialog.side.mobile.setText("13800008821")
    dialog.side.sender_changed.emit()
    await until(lambda: dialog.take_button.isEnabled())
    kept = await world.desk.database.read(waybills.sender_of, SHOP)
    assert kept.mobile == "13800008821"
    dialog.reject()


@at_work
async def test_a_printer_without_paper_stops_the_queue_and_says_so(world: World, until: Any) -> None:
    dialog = await taken(world, until)
    world.paper.empty_at = 2
    dialog.print_button.click()
    page = world.page
    await until(lambda: page.waybills.spool.banner.isVisible())
    dialog.reject()
    page.waybills.spool.open_queue()
    await until(lambda: page.waybills.spool.queue is not None and world.queue.rows)
    queue = world.queue
    assert len(queue.rows) == 3
    assert "out of paper" in queue.state.text()
    world.paper.empty_at = -1
    queue.resume.click()
    await until(lambda: len(world.paper.out) == 5)
    assert len({slip.waybill_no for slip in world.paper.out}) == 5
    await until(lambda: queue.empty.isVisible() and not page.waybills.spool.banner.isVisible())
    queue.views.chosen.emit("ended")
    await until(lambda: len(queue.rows) == 5)
    queue.reject()


@at_work
async def test_what_has_left_is_not_handed_on_to_shipping_again(world: World, until: Any) -> None:
    dialog = await taken(world, until, 2)
    assert dialog.ship_button.isEnabled()
    numbers = {row.order_no: row.waybill.waybill_no for row in dialog.rows if row.waybill is not None}
    left = [
        replace(
            one,
            status=OrderStatus.SHIPPED,
            updated_at=world.desk.now(),
            parcels=(Parcel(waybill_no=numbers[one.order_no], carrier_code="9"),),
        )
        for one in world.carrier.books.values()
        if one.order_no in numbers
    ]
    await world.desk.database.write(save_orders, SHOP, left, world.desk.now())
    world.hub.announce(changed("orders", shop_id=SHOP))
    await until(lambda: not dialog.ship_button.isEnabled())
    assert all(row.obstacle is None for row in dialog.rows), "their labels may be printed again"


@at_work
async def test_what_is_printed_is_next_to_be_shipped(world: World, until: Any) -> None:
    dialog = await taken(world, until, 2)
    ids = [row.row_id for row in dialog.rows]
    before = await world.desk.database.read(order_rows, ids)
    assert [verb(row)[0] for row in before] == ["print", "print"]
    world.paper.empty_at = 1
    dialog.print_button.click()
    await until(lambda: world.page.waybills.spool.banner.isVisible())
    after = await world.desk.database.read(order_rows, ids)
    assert [verb(row)[0] for row in after] == ["ship", "print"]


@at_work
async def test_what_waits_for_a_printer_that_vanished_goes_to_another(world: World, until: Any) -> None:
    dialog = await taken(world, until)
    world.paper.empty_at = 2
    dialog.print_button.click()
    page = world.page
    await until(lambda: page.waybills.spool.banner.isVisible())
    dialog.reject()
    page.waybills.spool.open_queue()
    await until(lambda: page.waybills.spool.queue is not None and world.queue.printer.isVisible())
    queue = world.queue
    before = queue.rows[0].printer
    assert queue.printer.key() == before
    other = f"png:{page.waybills.folder}"
    assert before != other
    queue.printer.chosen.emit(other)
    await until(lambda: {row.printer for row in queue.rows} == {other})
    assert len(queue.rows) == 3
    assert len(world.paper.out) == 2, "it waits still, until somebody lets it go on"
    queue.reject()


@at_work
async def test_a_label_nobody_knows_of_is_settled_by_a_person(world: World, until: Any) -> None:
    dialog = await taken(world, until, 1)
    ids = [row.waybill.id for row in dialog.to_print if row.waybill is not None]
    dialog.reject()
    await world.desk.database.write(waybill_prints.stop, "print.by_hand", "", world.desk.now())
    await world.desk.database.write(waybill_prints.ask, ids, "pdf:x", world.desk.now())
    await world.desk.database.write(waybill_prints.resume, world.desk.now())
    await world.desk.database.write(waybill_prints.begin, world.desk.now())
    await world.desk.database.write(waybill_prints.recover, world.desk.now())
    world.page.waybills.spool.open_queue()
    await until(lambda: world.page.waybills.spool.queue is not None and world.queue.rows)
    queue = world.queue
    assert queue.rows[0].state == "unclear"
    assert queue.came_out.isVisible()
    queue.came_out.click()
    await until(lambda: not queue.rows)
    assert world.paper.out == [], "it was not printed once more"
    queue.reject()


@at_work
async def test_ctrl_p_is_the_key_and_a_label_reads_aloud(world: World, until: Any) -> None:
    page = world.page
    page.card.view.setFocus()
    page.card.view.setCurrentIndex(page.card.model.index(0, 0))
    QTest.keyClick(page.card.view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: page.waybills.dialog is not None and world.dialog.rows and world.dialog.side.chosen)
    assert len(world.dialog.rows) == 1
    assert "未取号" in world.dialog.list.accessibleName()
    world.dialog.reject()


@at_work
async def test_an_order_of_several_pieces_is_split_over_further_numbers(world: World, until: Any) -> None:
    now = world.desk.now()
    pieces = (OrderLine(line_no="1", title="四件套", quantity=1), OrderLine(line_no="2", title="枕套", quantity=1))
    number = order(0, now).order_no
    world.carrier.books[number] = msgspec.structs.replace(order(0, now), lines=pieces, updated_at=now)
    await world.desk.database.write(save_orders, SHOP, [world.carrier.books[number]], now)
    dialog = await taken(world, until)
    at = next(place for place, row in enumerate(dialog.rows) if row.order_no == number)
    single = next(place for place, row in enumerate(dialog.rows) if row.order_no != number)
    dialog.list.choose(single)
    assert not dialog.split_button.isEnabled(), "one piece leaves in one parcel"
    dialog.list.choose(at)
    await until(lambda: dialog.split_button.isEnabled())
    dialog.split_button.click()
    await until(lambda: bool(dialog.findChildren(Dialog)))
    (asked,) = dialog.findChildren(Dialog)
    asked.accept()
    await until(lambda: [row.order_no for row in dialog.rows].count(number) == 2)
    both = [row for row in dialog.rows if row.order_no == number]
    assert len({row.waybill.waybill_no for row in both if row.waybill}) == 2
    assert [row.waybill.package for row in both if row.waybill] == [f"{number}-1", f"{number}-2"]
    assert not any(row.splits for row in both), "two pieces, two parcels"
    dialog.print_button.click()
    await until(lambda: len(world.paper.out) == 6)
    slips = [slip for slip in world.paper.out if slip.order_no == number]
    assert [(slip.parcel, slip.parcels) for slip in slips] == [(1, 2), (2, 2)]
    dialog.reject()


@at_work
async def test_what_is_left_of_a_partly_shipped_order_gets_a_number_of_its_own(world: World, until: Any) -> None:
    now = world.desk.now()
    pieces = (OrderLine(line_no="1", title="四件套", quantity=2),)
    dialog = await taken(world, until, 1)
    (first,) = dialog.rows
    assert first.waybill is not None
    dialog.reject()
    await until(lambda: world.page.waybills.dialog is None)
    part = msgspec.structs.replace(
        world.carrier.books[first.order_no],
        status=OrderStatus.SHIPPED,
        status_code="40",
        lines=pieces,
        updated_at=now + 1,
        parcels=(Parcel(waybill_no=first.waybill.waybill_no, carrier_code="9"),),
        terms=Terms(pieces_sent=1),
    )
    world.carrier.books[first.order_no] = part
    await world.desk.database.write(save_orders, SHOP, [part], now + 1)
    world.page.waybills.open([first.row_id])
    await until(
        lambda: world.page.waybills.dialog is not None and len(world.dialog.rows) == 2 and world.dialog.can_take
    )
    dialog = world.dialog
    assert [row.waybill is None for row in dialog.rows] == [False, True]
    await until(lambda: dialog.take_button.isEnabled())
    dialog.take_button.click()
    await until(lambda: all(row.waybill is not None for row in dialog.rows))
    assert len({row.waybill.waybill_no for row in dialog.rows if row.waybill}) == 2
    dialog.reject()
