"""S10 and S12: a hundred numbers from the sandbox, a printer that drops out, refunds between print and ship.

Numbers are taken through the outbox, labels drawn by the real spooler into a folder that vanishes half-way. How many
numbers were given, voided and shipped is told by the sandbox's own books.
"""

from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from outbox_world import LeapingClock, OwnWorld
from PySide6.QtWidgets import QApplication
from shipping_world import KS_SHIP, YZ_SHIP, Merchant

from console.binding.order_shipping import OrderShipping
from console.binding.waybills import WaybillAsking
from console.core.clock import DAY, MINUTE, SECOND
from console.core.errors import Refused
from console.core.model import Platform
from console.core.printing import Printer
from console.core.waybills import Sender, WaybillAccount
from console.documents import label_printers
from console.rules.waybills import Tally
from console.sandbox.refunds import BEFORE_SHIPPING, open_refund
from console.sandbox.state import Order, Trade
from console.store import waybill_desk, waybill_prints, waybills
from console.store.aftersales import save_after_sales
from console.store.database import Database
from console.store.orders import order_id
from console.store.outbox_view import intent
from console.store.shops import put_shop
from console.store.waybills import Waybill
from console.sync.hub import Hub

pytestmark = pytest.mark.timeout(120)
TAKE, VOID = "open.express.ebill.get", "open.express.ebill.cancel"
OURS = Platform.KUAISHOU
WAITS, PAYS_OUT = 10, 50  # the states of a refund that S10 names


class Tray:
    """Where labels come out: real files, and the order they came in."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.out = folder, list[tuple[str, int]]()
        self.drops_at = 0

    def __call__(self, name: str) -> Printer:
        """The printer of that name, opened for one label."""
        if self.drops_at == len(self.out) + 1:
            self.folder.rename(self.folder.with_name("elsewhere"))
            self.folder.write_text("no folder any more")
            self.drops_at = 0
        return _Noted(label_printers.open_printer(name), self.out)

    def comes_back(self) -> None:
        self.folder.unlink()
        self.folder.with_name("elsewhere").rename(self.folder)

    @property
    def files(self) -> list[str]:
        return sorted(path.stem for path in self.folder.iterdir())


class _Noted:
    def __init__(self, printer: Printer, out: list[tuple[str, int]]) -> None:
        self._printer, self._out = printer, out

    def put(self, slip: Any) -> None:
        self._printer.put(slip)
        self._out.append((slip.waybill_no, slip.copy))


class House(Merchant):
    """Both books, the contract with a carrier, and the printer."""

    def __init__(self, world: OwnWorld, database: Database, clock: LeapingClock, tray: Tray) -> None:
        super().__init__(world, database, clock)
        self.tray = tray
        self.pairs: list[tuple[Order, Trade]] = []
        self.carrier = WaybillAccount(company="")
        self.ours = self.shop_ids[OURS]
        self.printer = f"{label_printers.PNG}{tray.folder}"
        self.desk = self.opened()

    def opened(self) -> WaybillAsking:
        """What the window asks, as a start of the program builds it."""
        hub, shops = Hub(), {self.shop_ids[one]: gateway for one, gateway in self.gateways.items()}
        return WaybillAsking(self.database, self.database, self.clock, hub, shops.get, self.worker, self.tray)

    async def sell(self, count: int) -> None:
        """So many sales to send, and who sends them."""
        self.pairs = await self.sales(count)
        self.carrier = next(one for one in await self.desk.accounts(self.ours) if one.company == "ZTO")
        place = self.carrier.places[0]
        await self.desk.set_sender(self.ours, Sender(**_words(place) | {"name": "小禾家居", "mobile": "13800008820"}))

    @property
    def numbers(self) -> list[str]:
        """The orders, in the order of the list."""
        return [str(order.oid) for order, _ in self.pairs]

    async def take(self) -> None:
        for number in self.numbers:
            await self.desk.take(self.ours, number, self.carrier)
        await self.worker.drain(3_600)

    async def held(self) -> dict[str, Waybill]:
        """The numbers of the ledger that are not void, by order."""
        return await self.database.read(waybills.live_waybills, self.ours, self.numbers)

    async def print(self, numbers: Sequence[str]) -> int:
        """Ask for the labels of these orders; how many came out."""
        held = await self.held()
        await self.desk.print([held[number].id for number in numbers], self.printer)
        return await self.desk.spooler.work()

    async def refund(self, order: Order, status: int) -> None:
        """The buyer asks for the money back; the program has read it."""
        world, now = self.world.ctx.world, self.clock.now_ms()
        refund = open_refund(world.random, order, BEFORE_SHIPPING[0], now)
        refund.status = status
        order.updated = refund.updated = now
        found = await self.gateways[OURS].after_sale(str(refund.refund_id))
        await self.database.write(save_after_sales, self.ours, [found], now)

    async def scan(self) -> str:
        """What somebody at the packing table scans: each order with the number on its label."""
        held = await self.held()
        return "\n".join(f"{number},中通,{held[number].waybill_no}" for number in self.numbers)

    async def offered_for_voiding(self) -> list[waybill_desk.ParcelRow]:
        """What the print-and-ship dialog holds back that has a number."""
        ids = await self.database.read(lambda conn: [order_id(conn, self.ours, number) for number in self.numbers])
        rows = await self.database.read(waybill_desk.parcels, [one for one in ids if one is not None])
        return [row for row in rows if row.is_held and row.waybill is not None]

    async def tally(self) -> Tally:
        now = self.clock.now_ms()
        return await self.database.read(waybills.waybill_counts, now - DAY, now + DAY)


def _words(place: Sender) -> dict[str, Any]:
    return {name: getattr(place, name) for name in place.__struct_fields__}


@pytest.fixture
def world(tmp_path: Path) -> Iterator[OwnWorld]:
    made = OwnWorld(tmp_path, items=20, orders=300)
    yield made
    made.stop()


@pytest.fixture
async def house(tmp_path: Path, world: OwnWorld, qapp: QApplication) -> AsyncIterator[House]:
    clock = LeapingClock(world)
    database = Database.open(tmp_path / "console.db", clock)
    for platform in Platform:
        await database.write(put_shop, world.shop(platform))
    made = House(world, database, clock, Tray(tmp_path / "labels"))
    yield made
    await made.close()


async def test_s12_a_printer_that_drops_out_at_37_of_100_prints_each_once_in_order(house: House) -> None:
    await house.sell(100)
    await house.take()
    given = Counter(str(row["body"]["tradeOrderCode"]) for row in house.world.writes(TAKE))
    assert given == Counter(house.numbers), "one each, by the sandbox's books"
    ledger = await house.held()
    listed = [ledger[number].waybill_no for number in house.numbers]
    assert len(set(listed)) == 100
    assert set(listed) == {str(row["object_id"]) for row in house.world.writes(TAKE)}

    house.tray.drops_at = 37
    assert await house.print(house.numbers) == 36
    why = await house.database.read(waybill_prints.stopped)
    assert why is not None
    assert why.code == "print.folder"
    await house.refund(house.pairs[59][0], WAITS)  # while nothing moves
    house.clock.leap(10 * MINUTE / SECOND)
    house.desk = house.opened()  # the machine slept, the program was started anew
    house.desk.spooler.start()
    await house.desk.spooler.stop()
    assert len(house.tray.out) == 36, "nothing is printed before a person lets it"

    house.tray.comes_back()
    await house.desk.resume()
    assert await house.desk.spooler.work() == 63
    kept_back = listed.pop(59)
    assert house.tray.out == [(number, 0) for number in listed], "each once, in the order of the list"
    assert house.tray.files == sorted(listed)
    held = {row.waybill_no: row.code for row in await house.database.read(waybill_prints.queue)}
    assert held == {kept_back: "ship.hold_asked"}

    assert await house.print([house.numbers[11]]) == 1
    assert house.tray.out[-1] == (listed[11], 1), "marked as a reprint"
    assert house.tray.files == sorted([*listed, f"{listed[11]}-1"])
    (offered,) = await house.offered_for_voiding()
    assert offered.waybill is not None
    assert offered.waybill.waybill_no == kept_back
    await house.desk.void(offered.waybill.id, "已申请退款")
    await house.worker.drain(3_600)
    assert [row["object_id"] for row in house.world.writes(VOID)] == [kept_back]
    tally = await house.tally()
    assert (tally.taken, tally.printed, tally.voided, tally.reprints) == (100, 99, 1, 1)
    assert (tally.waiting, tally.doubled) == (0, 0)
    assert tally.taken == tally.printed + tally.voided
    assert tally.adds_up
    assert len(house.world.writes(TAKE)) == 100, "no number was taken for a reprint"


async def test_s10_two_of_twenty_are_refunded_between_print_and_ship(house: House) -> None:
    await house.sell(20)
    await house.take()
    assert await house.print(house.numbers) == 20
    waits, pays = house.pairs[3][0], house.pairs[7][0]
    await house.refund(waits, WAITS)
    await house.refund(pays, PAYS_OUT)
    lines = await house.plan(await house.scan())
    why = {line.order_no: line.obstacle.code for line in lines if line.obstacle}
    assert why == {str(waits.oid): "ship.hold_asked", str(pays.oid): "ship.hold_refunding"}
    rows = await house.carry_out([command for line in lines for command in line.commands])
    assert {row.state for row in rows} == {"done"}
    assert [len(house.world.writes(method)) for method in (KS_SHIP, YZ_SHIP)] == [18, 18]
    ledger = await house.held()
    for order, trade in house.pairs:
        number = ledger[str(order.oid)].waybill_no
        sent = [] if order in (waits, pays) else [number]
        assert [one.waybill_no for one in order.parcels] == [one.waybill_no for one in trade.parcels] == sent

    offered = await house.offered_for_voiding()
    assert {row.order_no for row in offered} == {str(waits.oid), str(pays.oid)}
    for row in offered:
        assert row.waybill is not None
        await house.desk.void(row.waybill.id, "已退款")
    await house.worker.drain(3_600)
    voided = {str(one["object_id"]) for one in house.world.writes(VOID)}
    assert voided == {row.waybill.waybill_no for row in offered if row.waybill is not None}
    tally = await house.tally()
    assert (tally.taken, tally.printed, tally.voided, tally.shipped) == (20, 18, 2, 18)
    assert tally.adds_up
    shipped = ledger[house.numbers[0]]
    with pytest.raises(Refused, match=r"waybill\.used"):
        await house.desk.void(shipped.id, "写错了")
    assert await house.tally() == tally


async def test_what_the_merchant_keeps_back_gets_no_number_no_label_and_no_parcel_until_it_is_let_go(
    house: House,
) -> None:
    await house.sell(4)
    first, second, third, fourth = house.numbers
    rows = {number: await house.database.read(order_id, house.ours, number) or 0 for number in house.numbers}
    shipping = OrderShipping(house.database, house.database, house.clock, Hub(), lambda _: None, lambda: ())
    await shipping.keep_back([rows[first]], "等到货", house.clock.now_ms() + 20 * MINUTE)
    with pytest.raises(Refused, match="hold_kept"):
        await house.desk.take(house.ours, first, house.carrier)
    for number in (second, third, fourth):
        await house.desk.take(house.ours, number, house.carrier)
    await house.worker.drain(3_600)
    ledger = await house.held()
    assert sorted(ledger) == sorted([second, third, fourth])

    await house.desk.print([ledger[number].id for number in (second, third, fourth)], house.printer)
    await shipping.keep_back([rows[second]], "等赠品")  # between queue and print
    assert await house.desk.spooler.work() == 2
    assert [number for number, _ in house.tray.out] == [ledger[one].waybill_no for one in (third, fourth)]
    (waits,) = await house.database.read(waybill_prints.queue)
    assert (waits.order_no, waits.code) == (second, "ship.hold_kept")
    assert waits.detail.startswith("等赠品 · ")

    scanned = "\n".join(f"{number},中通,{ledger[number].waybill_no}" for number in (second, third, fourth))
    lines = await house.plan(scanned)
    assert [line.order_no for line in lines if line.leaves] == [third, fourth], "pre-flight refuses it"
    ids = [await house.worker.submit(command, 600) for line in lines for command in line.commands]
    kept = await shipping.keep_back([rows[third]], "买家要求晚发")  # between the click and the call
    assert (kept.held, kept.stopped, kept.too_late) == (1, 2, 0)
    house.clock.leap(700)
    await house.worker.drain(3_600)
    ended = [await house.database.read(intent, row_id) for row_id in ids]
    assert sorted(row.state for row in ended if row) == ["done", "done", "undone", "undone"]
    sent = {str(order.oid): [one.waybill_no for one in order.parcels] for order, _ in house.pairs}
    assert sent == {first: [], second: [], third: [], fourth: [ledger[fourth].waybill_no]}

    house.clock.leap(10 * MINUTE / SECOND)
    assert await shipping.ending.look() == 1, "the first one's time is over"
    assert await shipping.let_go([rows[second], rows[third]], "已到货") == 2
    await house.desk.take(house.ours, first, house.carrier)
    await house.worker.drain(3_600)
    await house.desk.spooler.again(waits.id)
    assert await house.desk.spooler.work() == 1
    assert await house.print([first]) == 1
    done = await house.ship(await house.scan())
    assert {row.state for row in done} == {"done"}
    ledger = await house.held()
    for order, trade in house.pairs:
        number = ledger[str(order.oid)].waybill_no
        assert [one.waybill_no for one in order.parcels] == [one.waybill_no for one in trade.parcels] == [number]
    assert (await house.tally()).adds_up
