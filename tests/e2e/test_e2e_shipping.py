"""Shipping against the sandbox's platforms: both books, refusals predicted, refunds between print and ship.

The world's own log says what the platforms accepted; nothing of ours is asked for it.
"""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from outbox_world import LeapingClock, OwnWorld, around
from shipping_world import KS_SHIP, KS_SPLIT, TABLE, YZ_SHIP, Merchant

from console import catalogue
from console.core.clock import HOUR, MINUTE
from console.core.commands_orders import AppendParcel, Sending
from console.core.model import OrderStatus, Platform
from console.rules.ship_plan import plan_ship, untold_rows
from console.sandbox.refunds import BEFORE_SHIPPING, open_refund
from console.sandbox.state import Trade
from console.store import ship_view
from console.store.aftersales import save_after_sales
from console.store.database import Database
from console.store.orders import load_order, order_id
from console.store.outbox_view import intent
from console.store.ship_told import ship_to_tell
from console.store.shops import put_shop
from console.store.terms import note_deadline


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
    await made.close()


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


async def test_two_further_parcels_asked_for_within_one_undo_window_both_follow(merchant: Merchant) -> None:
    ((order, _),) = await merchant.sales(1)
    await merchant.ship(f"{order.oid},中通,73000000000001")
    more = [
        AppendParcel(
            shop_id=merchant.shop_ids[Platform.KUAISHOU],
            order_no=str(order.oid),
            parcel=Sending(waybill_no=number, carrier_code="9", carrier_name="中通快递"),
            seen=("73000000000001",),
        )
        for number in ("73000000000002", "73000000000003")
    ]
    rows = await merchant.carry_out(more)
    assert [row.state for row in rows] == ["done", "done"], [(row.code, row.detail) for row in rows]
    assert [one.waybill_no for one in order.parcels] == ["73000000000001", "73000000000002", "73000000000003"]
    stale = replace(more[0], parcel=replace(more[0].parcel, waybill_no="73000000000009"), seen=())
    (moved,) = await merchant.carry_out([stale])
    assert (moved.state, moved.code) == ("needs_you", "outbox.moved"), "a parcel that nobody here knew of is told"


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
    """S11: of thirty some turn out to be under review or to want another address; two go in one parcel, one in two."""
    pairs = await merchant.sales(29)
    orders = [order for order, _ in pairs]
    risky, moving, merged, strange, split = orders[:3], orders[3:5], orders[5:7], orders[7:9], orders[9]
    for order in risky:
        order.risk = True
    for order in moving:
        order.address_asked = True
    merged[1].buyer = merged[0].buyer
    split.quantity = pairs[9][1].lines[0].quantity = 3
    for order in (merged[1], split):
        order.updated += 1
        await merchant.read(Platform.KUAISHOU, str(order.oid))  # what changes after that, only the pre-flight sees
    pairs[9][1].updated += 1
    await merchant.read(Platform.YOUZAN, pairs[9][1].tid)
    own = await own_trade(merchant)
    numbers = {order.oid: f"7300000000{at:04}" for at, order in enumerate(orders)}
    numbers[merged[1].oid] = numbers[merged[0].oid]
    numbers[strange[1].oid] = numbers[strange[0].oid]
    text = [f"{order.oid},中通,{numbers[order.oid]}" for order in orders if order is not split]
    text += [f"{split.oid},中通,73000000900{at},1x{many}" for at, many in enumerate((1, 2))]
    text += [f"{own.tid},中通,73000000910{at}" for at in range(len(own.lines))]

    lines = await merchant.preflight("\n".join(text))
    held = {line.order_no: line.obstacle.code for line in lines if line.obstacle}
    wanted = {"ship.risk": risky, "ship.address": moving, "ship.receivers": strange}
    assert held == {str(order.oid): code for code, many in wanted.items() for order in many}
    for code in (*wanted, "ship.line_split"):
        assert catalogue.words(code, "zh_CN", platform=Platform.YOUZAN, detail="1").next_step, "what to do instead"
    by_number = {line.order_no: line for line in lines}
    untold = {line.order_no: line.untold.code for line in lines if line.untold}
    assert untold == {str(split.oid): "ship.line_split"}, "Youzan takes whole lines only"
    assert len(by_number[own.tid].commands) == len(own.lines), "and one parcel a call"

    rows = await merchant.carry_out([command for line in lines for command in line.commands])
    assert {row.state for row in rows} == {"done"}, [(row.code, row.detail) for row in rows if row.state != "done"]
    left = [order for order in orders if str(order.oid) not in held]
    assert len(left) == 22
    assert len(merchant.world.writes(KS_SPLIT)) == 1
    assert len(merchant.world.writes(KS_SHIP)) == 21
    assert len(merchant.world.writes(YZ_SHIP)) == 21 + len(own.lines)
    assert len(split.parcels) == 2
    assert [order.parcels[0].waybill_no for order in merged] == [numbers[merged[0].oid]] * 2
    assert len({parcel.waybill_no for parcel in own.parcels}) == len(own.lines)
    assert not [order for order in orders if order not in left and order.parcels]


async def test_above_thirty_a_wish_for_another_address_is_still_met_before_anything_is_sent(merchant: Merchant) -> None:
    pairs = await merchant.sales(40)
    for order, _ in pairs[35:]:
        order.address_asked = True  # no list tells, and the file knows nothing of it
    text = "\n".join(f"{order.oid},中通,7300000000{at:04}" for at, (order, _) in enumerate(pairs))
    lines = await merchant.preflight(text)
    held = {line.order_no: line.obstacle.code for line in lines if line.obstacle}
    assert held == {str(order.oid): "ship.address" for order, _ in pairs[35:]}


async def own_trade(merchant: Merchant) -> Trade:
    """One that was bought at Youzan itself, of several lines, to be sent."""
    world, now = merchant.world.ctx.world, merchant.world.ctx.clock.now_ms()
    own = [one for one in world.trades.values() if one.order is None]
    trade = max(own, key=lambda one: len(one.lines))
    if len(trade.lines) == 1:  # what is bought together is chance, by the hour the world begins
        trade.lines.append(next(one for one in own if one is not trade).lines[0])
    trade.status, trade.updated, trade.refund_state = "WAIT_SELLER_SEND_GOODS", now, 0
    trade.parcels, trade.refunds, trade.sent = [], [], 0
    for line in trade.lines:
        line.shipped = False
    await merchant.read(Platform.YOUZAN, trade.tid)
    return trade


async def test_an_extension_that_the_platforms_field_does_not_know_delays_no_warning(merchant: Merchant) -> None:
    """S13: five hours are left, an extension is agreed, the field stays; four hours before the warning comes, once."""
    ((order, _),) = await merchant.sales(1)
    shop_id, number, now = merchant.shop_ids[Platform.KUAISHOU], str(order.oid), merchant.clock.now_ms()
    agreed = now + 29 * HOUR
    await merchant.database.write(note_deadline, shop_id, number, "noted_extension", agreed, "客服同意延期", now)
    await merchant.read(Platform.KUAISHOU, number)
    kept = await merchant.database.read(lambda conn: load_order(conn, order_id(conn, shop_id, number) or 0))
    assert kept is not None
    assert kept.ship_by_at == min(one.at for one in kept.terms.deadlines)
    shown = {(one.source, one.at) for one in kept.terms.deadlines}
    assert {("platform", kept.ship_by_at), ("noted_extension", agreed)} <= shown, "both, each with its source"
    heard = []
    for passed in range(5 * 60 + 1):
        if passed % 60 == 59:  # the list is read again and the program started again: neither warns once more
            await merchant.read(Platform.KUAISHOU, number)
            merchant.database.close()
            merchant.database = Database.open(merchant.database.path, merchant.clock)
        told = await merchant.database.write(ship_to_tell, now + passed * MINUTE)
        heard += [(passed, alert.level, alert.detail, alert.ends_at) for alert in told]
    due = kept.ship_by_at
    assert heard == [(0, 2, "12", due), (60, 1, "4", due), (240, 0, "1", due)]


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
