"""Shipping against the sandbox's platforms: both books, refusals predicted, refunds between print and ship.

The world's own log says what the platforms accepted; nothing of ours is asked for it.
"""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from outbox_world import LeapingClock, OwnWorld, around

from console import reference
from console.core.clock import HOUR, MINUTE
from console.core.commands_orders import ShipOrder
from console.core.model import OrderStatus, Platform
from console.rules.fulfilment import level, warn
from console.rules.ship_plan import ShipLine, plan_ship, untold_rows
from console.rules.ship_rows import read_text
from console.sandbox.refunds import BEFORE_SHIPPING, open_refund
from console.sandbox.state import Order, Trade
from console.store import ship_view
from console.store.aftersales import save_after_sales
from console.store.database import Database
from console.store.orders import load_order, order_id, save_orders
from console.store.outbox_rows import Intent
from console.store.outbox_view import intent
from console.store.shops import put_shop
from console.store.terms import note_deadline
from console.sync.hub import Hub
from console.sync.outbox import Outbox

KS_SHIP, KS_SPLIT, YZ_SHIP = (
    "open.seller.order.goods.deliver",
    "open.order.goods.split.deliver",
    "youzan.logistics.online.confirm",
)
TABLE = reference.carriers()


class Merchant:
    """A file, a worker with both gateways, and sales that stand in both books."""

    def __init__(self, world: OwnWorld, database: Database, clock: LeapingClock) -> None:
        self.world, self.database, self.clock = world, database, clock
        self.worker = Outbox(database, clock, Hub())
        self.gateways = {platform: world.gateway(platform, clock) for platform in Platform}
        self.shop_ids = {platform: world.shop(platform).shop_id for platform in Platform}
        for platform, gateway in self.gateways.items():
            self.worker.bind(self.shop_ids[platform], gateway)

    async def sales(self, count: int) -> list[tuple[Order, Trade]]:
        """Kuaishou orders with their trades, as if they had just been paid and brought in; read into the file."""
        world, now = self.world.ctx.world, self.world.ctx.clock.now_ms()
        sold = [(trade.order, trade) for trade in world.trades.values() if trade.order is not None]
        pairs = list({order.oid: (order, trade) for order, trade in sold}.values())[-count:]  # some came in twice
        assert len(pairs) == count
        for order, trade in pairs:
            order.status, order.paid, order.updated, order.ship_by = 30, now - HOUR, now, now + 5 * HOUR
            order.parcels, order.refunds, order.risk, order.sent, order.delivered = [], [], False, 0, 0
            order.presale, order.promise_s = False, 6 * 3600
            trade.status, trade.updated, trade.refund_state = "WAIT_SELLER_SEND_GOODS", now, 0
            trade.parcels, trade.refunds, trade.sent = [], [], 0
            for line in trade.lines:
                line.shipped = False
        for order, trade in pairs:
            await self.read(Platform.KUAISHOU, str(order.oid))
            await self.read(Platform.YOUZAN, trade.tid)
            await self.database.write(self._link, str(order.oid), trade.tid)
        return pairs

    async def read(self, platform: Platform, number: str) -> None:
        """One order as its platform has it now, into the file."""
        found = await self.gateways[platform].order(number)
        await self.database.write(save_orders, self.shop_ids[platform], [found], self.clock.now_ms())

    def _link(self, conn: Any, order_no: str, trade_no: str) -> None:
        ks, yz = self.shop_ids[Platform.KUAISHOU], self.shop_ids[Platform.YOUZAN]
        conn.exec_driver_sql(
            "INSERT INTO links (kuaishou_shop_id, youzan_shop_id, order_no, trade_no, mapping, reason, by_hand,"
            " changed_at) VALUES (?, ?, ?, ?, 'linked', 'outer_no', 0, 0)",
            (ks, yz, order_no, trade_no),
        )
        row_id = order_id(conn, ks, order_no)
        conn.exec_driver_sql(
            "UPDATE orders SET under_id = ? WHERE shop_id = ? AND order_no = ?", (row_id, yz, trade_no)
        )

    async def plan(self, text: str, **more: Any) -> tuple[ShipLine, ...]:
        """What would be sent, by what the file knows."""
        rows = read_text(text, TABLE)
        known = await self.database.read(ship_view.sales, [row.order_no for row in rows])
        return plan_ship(rows, known, **more)

    async def carry_out(self, commands: list[ShipOrder]) -> list[Intent]:
        """Submit, work until nothing is left, and see what came of each."""
        ids = [await self.worker.submit(command, 0) for command in commands]
        await self.worker.drain(3_600)
        found = [await self.database.read(intent, row_id) for row_id in ids]
        return [row for row in found if row is not None]

    async def ship(self, text: str, **more: Any) -> list[Intent]:
        """Both at once."""
        return await self.carry_out([command for line in await self.plan(text, **more) for command in line.commands])


@pytest.fixture
def world(tmp_path: Path) -> Iterator[OwnWorld]:
    made = OwnWorld(tmp_path, items=20)
    yield made
    made.stop()


@pytest.fixture
async def merchant(tmp_path: Path, world: OwnWorld) -> AsyncIterator[Merchant]:
    clock = LeapingClock(world)
    database = Database.open(tmp_path / "console.db", clock)
    for platform in Platform:
        await database.write(put_shop, world.shop(platform))
    made = Merchant(world, database, clock)
    yield made
    for gateway in made.gateways.values():
        await gateway.aclose()
    database.close()


async def test_a_parcel_is_told_to_both_platforms_each_under_its_own_code(merchant: Merchant) -> None:
    ((order, trade),) = await merchant.sales(1)
    rows = await merchant.ship(f"{order.oid},中通,73000000000001")
    assert [row.state for row in rows] == ["done", "done"], [(row.code, row.detail) for row in rows]
    assert [(one.waybill_no, one.ks_carrier) for one in order.parcels] == [("73000000000001", 9)]
    assert [(one.waybill_no, one.yz_carrier) for one in trade.parcels] == [("73000000000001", 3)]
    kept = await merchant.database.read(
        lambda conn: load_order(conn, order_id(conn, merchant.shop_ids[Platform.KUAISHOU], str(order.oid)) or 0)
    )
    assert kept is not None
    assert kept.status is OrderStatus.SHIPPED, "what was read back is in the file"


async def test_shipped_on_one_side_elsewhere_the_number_is_handed_on_to_the_other(merchant: Merchant) -> None:
    pairs = await merchant.sales(2)
    ((order, trade), (other, back)) = pairs
    await merchant.gateways[Platform.KUAISHOU]._calls.write(
        KS_SHIP, {"orderId": order.oid, "expressNo": "YT0000000000001", "expressCode": 6}
    )
    body = {"tid": back.tid, "is_no_express": 0, "out_stype": "3", "out_sid": "73000000000002"}
    await merchant.gateways[Platform.YOUZAN]._calls.write(YZ_SHIP, "3.0.0", body)
    for one, copy in pairs:
        await merchant.read(Platform.KUAISHOU, str(one.oid))
        await merchant.read(Platform.YOUZAN, copy.tid)
    numbers = await merchant.database.read(ship_view.untold, None)
    assert sorted(numbers) == sorted(str(one.oid) for one, _ in pairs)
    known = await merchant.database.read(ship_view.sales, numbers)
    lines = plan_ship(untold_rows(known.values(), TABLE), known)
    rows = await merchant.carry_out([command for line in lines for command in line.commands])
    assert [row.state for row in rows] == ["done", "done"]
    assert [one.waybill_no for one in trade.parcels] == ["YT0000000000001"]
    assert [one.waybill_no for one in other.parcels] == ["73000000000002"]
    assert await merchant.database.read(ship_view.untold, None) == []


@pytest.mark.parametrize("fault", ["cut_before", "cut_after", "server_error"])
async def test_a_reply_that_is_lost_ships_nothing_twice(merchant: Merchant, fault: str) -> None:
    ((order, _),) = await merchant.sales(1)
    (line,) = await merchant.plan(f"{order.oid},中通,73000000000001")
    made = [around(gateway, lambda: merchant.world.fault(fault)) for gateway in merchant.gateways.values()]
    rows = await merchant.carry_out(list(line.commands))
    assert [row.state for row in rows] == ["done", "done"]
    assert [len(merchant.world.writes(method)) for method in (KS_SHIP, YZ_SHIP)] == [1, 1]
    assert all(made), "each was really sent"


async def test_a_refund_between_print_and_ship_holds_the_goods_before_and_at_the_call(merchant: Merchant) -> None:
    """S10: twenty are printed, two are refunded (one waits, one is being paid out), eighteen leave."""
    pairs = await merchant.sales(20)
    text = "\n".join(f"{order.oid},中通,7300000000{at:04}" for at, (order, _) in enumerate(pairs))
    commands = [command for line in await merchant.plan(text) for command in line.commands]
    assert len(commands) == 40
    world, now = merchant.world.ctx.world, merchant.world.ctx.clock.now_ms()
    waits, pays = pairs[3][0], pairs[7][0]
    for order, status in ((waits, 10), (pays, 50)):
        refund = open_refund(world.random, order, BEFORE_SHIPPING[0], now)
        refund.status = status
        order.updated = refund.updated = now
        found = await merchant.gateways[Platform.KUAISHOU].after_sale(str(refund.refund_id))
        await merchant.database.write(save_after_sales, merchant.shop_ids[Platform.KUAISHOU], [found], now)
    held = [line for line in await merchant.plan(text) if not line.leaves]
    codes = {line.order_no: line.obstacle.code for line in held if line.obstacle}
    assert codes == {str(waits.oid): "ship.hold_asked", str(pays.oid): "ship.hold_refunding"}
    refused = []
    ids = []
    for command in commands:  # the plan was made before: each is checked again as it is taken in, and at the call
        try:
            ids.append(await merchant.worker.submit(command, 0))
        except Exception as trouble:  # noqa: BLE001 - looked at right below
            refused.append((command.order_no, getattr(trouble, "code", "")))
    await merchant.worker.drain(3_600)
    rows = [await merchant.database.read(intent, row_id) for row_id in ids]
    assert {row.state for row in rows if row} == {"done"}
    trades = {str(order.oid): trade.tid for order, trade in pairs}
    both = {str(waits.oid), str(pays.oid), trades[str(waits.oid)], trades[str(pays.oid)]}
    assert {number for number, _ in refused} == both
    assert not waits.parcels
    assert not pays.parcels
    assert sum(bool(order.parcels) for order, _ in pairs) == 18


async def test_refusals_are_predicted_and_none_is_met(merchant: Merchant) -> None:
    """S11: of thirty some are under review, some want another address, some go in two parcels, two share one."""
    pairs = await merchant.sales(30)
    for order, _ in pairs[:3]:
        order.risk = True
        order.updated += 1
        await merchant.read(Platform.KUAISHOU, str(order.oid))
    many = next((order for order, _ in pairs[3:] if order.quantity > 1), None)
    if many is None:
        many = pairs[4][0]
        many.quantity = 2
        many.updated += 1
        await merchant.read(Platform.KUAISHOU, str(many.oid))
    text = []
    for at, (order, _) in enumerate(pairs):
        if order is many:
            text += [
                f"{order.oid},中通,7300000090{at:04},1x1",
                f"{order.oid},中通,7300000091{at:04},1x{many.quantity - 1}",
            ]
        else:
            text.append(f"{order.oid},中通,7300000000{at:04}")
    lines = await merchant.plan("\n".join(text))
    held = {line.order_no: line.obstacle.code for line in lines if line.obstacle}
    assert held == {str(order.oid): "ship.risk" for order, _ in pairs[:3]}
    split = next(line for line in lines if line.order_no == str(many.oid))
    assert split.untold is not None, "Youzan cannot be told of pieces of one line in two parcels"
    assert split.untold.code == "ship.line_split"
    rows = await merchant.carry_out([command for line in lines for command in line.commands])
    assert {row.state for row in rows} == {"done"}, [(row.code, row.detail) for row in rows if row.state != "done"]
    assert len(merchant.world.writes(KS_SPLIT)) == 1
    assert len(merchant.world.writes(KS_SHIP)) == 26
    assert len(merchant.world.writes(YZ_SHIP)) == 26
    assert len(many.parcels) == 2


async def test_an_extension_that_the_platforms_field_does_not_know_delays_no_warning(merchant: Merchant) -> None:
    """S13: five hours are left, an extension is agreed, the field stays; four hours before the warning comes, once."""
    ((order, _),) = await merchant.sales(1)
    shop_id, number, now = merchant.shop_ids[Platform.KUAISHOU], str(order.oid), merchant.clock.now_ms()
    agreed = now + 29 * HOUR
    await merchant.database.write(note_deadline, shop_id, number, "noted_extension", agreed, "客服同意延期", now)
    await merchant.read(Platform.KUAISHOU, number)
    kept = await merchant.database.read(lambda conn: load_order(conn, order_id(conn, shop_id, number) or 0))
    assert kept is not None
    assert [(one.source, one.at) for one in kept.terms.deadlines][-1] == ("noted_extension", agreed)
    assert kept.ship_by_at == min(one.at for one in kept.terms.deadlines)
    steps, told, heard = reference.ship_lines().steps_ms, [], []
    for passed in range(5 * 60 + 2):
        mark = warn(kept.ship_by_at, now + passed * MINUTE, steps, told)
        if mark is not None:
            told.append(mark)
            heard.append(mark)
    assert heard == [12, 4, 1]
    assert level(kept.ship_by_at, now + 4 * HOUR + MINUTE, steps) == "first"


async def test_where_a_parcel_is_comes_from_youzan(merchant: Merchant) -> None:
    ((order, trade),) = await merchant.sales(1)
    await merchant.ship(f"{order.oid},中通,73000000000001")
    gateway = merchant.gateways[Platform.YOUZAN]
    found = await gateway.order(trade.tid)
    first = await gateway.track(found.parcels[0])
    assert first.state == "collected"
    merchant.clock.leap(61 * 3600)
    last = await gateway.track(found.parcels[0])
    assert last.state == "signed"
    assert [event.at for event in last.events] == sorted(event.at for event in last.events)
    assert len(last.events) == 5
