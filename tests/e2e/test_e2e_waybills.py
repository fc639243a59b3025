"""Numbers and labels against the sandbox: killed with -9 anywhere, refunded meanwhile, shipped at last.

That nothing is taken twice is told by the sandbox's own books, not by ours.
"""

import asyncio
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import forking
import pytest
import waybill_child
from msgspec.structs import replace

from console.connect import FileVault
from console.core.clock import DAY, SystemClock
from console.core.commands_orders import Sending, ShipOrder
from console.core.commands_waybills import TakeWaybill, VoidWaybill
from console.core.gateway import Window
from console.core.model import Order, OrderStatus, Platform
from console.platforms import open_gateway
from console.store import outbox, waybill_prints, waybills
from console.store.database import Database
from console.store.orders import save_orders
from console.store.outbox_view import group
from console.store.shops import put_shop
from console.store.waybills import Waybill
from console.sync.hub import Hub
from console.sync.outbox import Outbox
from console.sync.printing import Spooler

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="forks children"),
    pytest.mark.timeout(300),
]
TAKE, VOID = "open.express.ebill.get", "open.express.ebill.cancel"


class Warehouse:
    """One shop of a sandbox, its file, its paper."""

    def __init__(self, box: Any, folder: Path) -> None:
        self.box, self.file, self.paper = box, folder / "console.db", folder / "paper"
        self.paper.mkdir()
        self.clock = SystemClock(int(box.ask("/clock")["now_ms"]) - SystemClock().now_ms())
        self.vault = FileVault(box.connect)
        self.shop_id = ""
        self.orders: list[Order] = []

    def gateway(self) -> Any:
        base_url = self.box.line["kuaishou"]["base_url"]
        return open_gateway(Platform.KUAISHOU, vault=self.vault, key="kuaishou", base_url=base_url, clock=self.clock)

    async def prepare(self, most: int) -> None:
        """The shop and what it has to send into the file; a command for the number of each."""
        gateway = self.gateway()
        shop = await gateway.shop()
        self.shop_id = shop.shop_id
        now = self.clock.now_ms()
        found: dict[str, Order] = {}
        cursor: str | None = None
        while True:
            page = await gateway.orders(Window(begin_at=now - 6 * DAY, end_at=now), cursor)
            found |= {one.order_no: one for one in page.rows}
            cursor = page.cursor
            if cursor is None:
                break
        fit = [
            one for one in found.values() if one.status is OrderStatus.TO_SHIP and not one.refunding and not one.risk
        ]
        self.orders = fit[:most]
        account = next(one for one in await gateway.waybill_accounts() if one.company == "ZTO")
        await gateway.aclose()
        database = Database.open(self.file, SystemClock())
        await database.write(put_shop, shop)
        await database.write(save_orders, shop.shop_id, list(found.values()), now)
        await database.write(waybills.put_auto, "ZTO", "paper", now)
        for order in self.orders:
            command = TakeWaybill(
                shop_id=shop.shop_id,
                order_no=order.order_no,
                package=f"{order.order_no}-1",
                account=account,
                sender=replace(account.places[0], name="小禾家居", mobile="13800008820"),
            )
            await database.write(outbox.add, command, SystemClock().now_ms(), undo_ms=0)
        database.close()

    def written(self, method: str) -> list[dict[str, Any]]:
        """What the sandbox wrote down of these calls."""
        return [row for row in self.box.ask("/log") if row["method"] == method]


@pytest.fixture
def house(make_sandbox: Any, tmp_path: Path) -> Iterator[Warehouse]:
    box = make_sandbox(tmp_path, "--seed", "5", "--items", "40", "--orders", "1500", "--frozen")
    yield Warehouse(box, tmp_path)
    box.stop()


async def numbers(database: Database, house: Warehouse) -> dict[str, Waybill]:
    found = await database.read(waybills.live_waybills, house.shop_id, [one.order_no for one in house.orders])
    return {one.waybill_no: one for one in found.values()}


@pytest.mark.parametrize("kills", [5, pytest.param(60, marks=pytest.mark.long)])
async def test_killed_anywhere_no_number_is_taken_twice_and_no_label_printed_twice(
    house: Warehouse, kills: int
) -> None:
    await house.prepare(14)
    assert len(house.orders) >= 10
    random, context = Random(kills), forking.server()
    done = killed = 0
    while not done:
        ours, theirs = context.Pipe()
        child = context.Process(
            target=waybill_child.work, args=(house.file, house.box.connect, house.paper, house.shop_id, theirs)
        )
        child.start()
        theirs.close()
        assert await asyncio.to_thread(ours.poll, 60)
        assert ours.recv() == "begins"
        if killed < kills and not await asyncio.to_thread(ours.poll, random.uniform(0.0, 0.12)):
            child.kill()
            killed += 1
        else:
            assert await asyncio.to_thread(ours.poll, 60)
            done = ours.recv() == "done"
        await asyncio.to_thread(child.join, 30)
        ours.close()
        child.close()
    assert killed >= min(kills, 3)

    taken = Counter(row["body"]["tradeOrderCode"] for row in house.written(TAKE))
    assert taken == Counter(one.order_no for one in house.orders), "once each, by the sandbox's log"
    database = Database.open(house.file, SystemClock())
    mine = await numbers(database, house)
    assert sorted(mine) == sorted(str(row["object_id"]) for row in house.written(TAKE))
    labels = Counter(path.name.partition(".")[0] for path in house.paper.iterdir())
    assert labels == Counter(list(mine)), "each came out once"
    tally = await database.read(waybills.waybill_counts, 0, 2 * SystemClock().now_ms())
    assert (tally.taken, tally.printed, tally.waiting, tally.reprints) == (len(mine), len(mine), 0, 0)
    assert tally.adds_up
    assert await database.read(group, "needs_you") == []
    database.close()


async def test_a_refund_between_print_and_ship_holds_and_its_number_is_voided(
    house: Warehouse,
) -> None:
    """S10 without a window: what was printed and then refunded is not sent, its number goes back."""
    await house.prepare(4)
    database, gateway, hub = Database.open(house.file, SystemClock()), house.gateway(), Hub()
    worker = Outbox(database, SystemClock(), hub, patience=waybill_child.PATIENCE)
    worker.bind(house.shop_id, gateway)
    printing = Spooler(database, SystemClock(), hub, lambda _name: waybill_child.Paper(house.paper))
    await worker.drain(20)
    assert await printing.work() == len(house.orders)
    by_order = {one.order_no: one for one in (await numbers(database, house)).values()}
    refunded, sent = house.orders[0], house.orders[1]
    await database.write(
        save_orders, house.shop_id, [replace(refunded, refunding=True, updated_at=house.clock.now_ms() + 1)], 1
    )

    await database.write(waybill_prints.ask, [by_order[refunded.order_no].id], "paper", 1)
    assert await printing.work() == 0, "held back, and not printed again"
    assert [row.code for row in await database.read(waybill_prints.queue)] == ["ship.hold_flagged"]
    one = by_order[sent.order_no]
    parcel = Sending(waybill_no=one.waybill_no, carrier_code=one.carrier_code, carrier_name=one.carrier_name)
    await worker.submit(ShipOrder(shop_id=house.shop_id, order_no=sent.order_no, parcels=(parcel,)), 0)
    back = by_order[refunded.order_no]
    void = VoidWaybill(
        shop_id=house.shop_id,
        order_no=back.order_no,
        package=back.package,
        company=back.company,
        waybill_no=back.waybill_no,
        reason="已退款",
    )
    await worker.submit(void, 0)
    await worker.drain(20)
    assert [str(row["object_id"]) for row in house.written(VOID)] == [back.waybill_no]
    tally = await database.read(waybills.waybill_counts, 0, 2 * SystemClock().now_ms())
    assert (tally.taken, tally.voided, tally.shipped) == (len(house.orders), 1, 1)
    assert tally.printed == len(house.orders) - 1
    assert tally.adds_up
    await gateway.aclose()
    database.close()
