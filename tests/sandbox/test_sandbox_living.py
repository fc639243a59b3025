"""A living world moves with the clock, in order and within what is possible."""

import pytest

from console.sandbox.clock import DAY, HOUR, MINUTE, SECOND, Clock, parse_instant
from console.sandbox.living import Living
from console.sandbox.state import World
from console.sandbox.trades import IMPORTED, carries_number
from console.sandbox.world import build

NOW = parse_instant("2026-03-18T20:00:00+08:00")


class HandClock(Clock):
    """A clock that moves only by ``advance``."""

    def now_ms(self) -> int:
        return self.offset_ms


def make(seed: int = 7, orders: int = 300) -> tuple[World, HandClock, Living]:
    world, clock = build(seed, items=40, orders=orders, now_ms=NOW), HandClock(NOW)
    return world, clock, Living(world, clock)


def snapshot(world: World) -> list[object]:
    orders = [(order.oid, order.status, order.updated) for order in world.orders.values()]
    return [orders, [(trade.tid, trade.status, trade.updated) for trade in world.trades.values()]]


def test_nothing_happens_while_the_clock_stands_or_goes_back() -> None:
    world, clock, living = make()
    before = snapshot(world)
    living.touch()
    clock.advance(-3_600)
    living.touch()
    assert snapshot(world) == before


def test_people_buy_pay_and_are_imported() -> None:
    world, clock, living = make()
    known, trades_before = set(world.orders), set(world.trades)
    for _ in range(60):
        clock.advance(60)
        living.touch()
    new = [order for oid, order in world.orders.items() if oid not in known]
    assert 100 < len(new) < 2_000
    assert all(NOW < order.created <= clock.now_ms() for order in new)
    assert all(0 <= order.visible - order.created < 30 * SECOND for order in new)
    fresh = [trade for tid, trade in world.trades.items() if tid not in trades_before and trade.order]
    assert len(fresh) > 0.5 * len(new)
    for trade in fresh:
        assert trade.order is not None
        assert trade.order.paid < trade.created + SECOND
        assert trade.created - trade.order.paid < 40 * MINUTE
    assert {order.status for order in new} >= {10, 30}


def test_imports_come_out_of_order() -> None:
    world, clock, living = make(orders=50)
    known = set(world.trades)
    clock.advance(1_800)
    living.touch()
    paid = [trade.order.paid for tid, trade in world.trades.items() if tid not in known and trade.order]
    assert paid != sorted(paid)


def test_the_same_steps_make_the_same_history() -> None:
    worlds = []
    for _ in range(2):
        world, clock, living = make()
        for seconds in (5, 600, 86_400, 30):
            clock.advance(seconds)
            living.touch()
        worlds.append(snapshot(world))
    assert worlds[0] == worlds[1]


@pytest.mark.parametrize("days", [3, 60])
def test_a_leap_of_the_clock_keeps_the_world_whole(days: int) -> None:
    world, clock, living = make()
    known = set(world.orders)
    clock.advance(days * DAY / SECOND)
    living.touch()
    now = clock.now_ms()
    new = [order for oid, order in world.orders.items() if oid not in known]
    assert 100 < len(new) < 4_500
    assert all(order.updated <= now for order in world.orders.values())
    assert all(trade.updated <= now for trade in world.trades.values())
    assert not any(order.status == 10 and order.created < now - HOUR for order in world.orders.values())
    assert {40, 50} <= {order.status for order in new}
    imported = [trade for trade in world.trades.values() if trade.pay_type == IMPORTED]
    assert sum(map(carries_number, imported)) <= 0.4 * len(imported)


def test_stock_goes_down_with_sales_and_up_with_restocking() -> None:
    world, clock, living = make()
    before = {sku.code: sku.ks_stock for product in world.products for sku in product.skus}
    clock.advance(7_200)
    living.touch()
    after = {sku.code: sku.ks_stock for product in world.products for sku in product.skus}
    assert any(after[code] < before[code] for code in before)
    assert any(after[code] > before[code] for code in before)
    assert all(stock >= 0 for stock in after.values())


def test_a_step_that_no_longer_fits_does_not_happen() -> None:
    world, clock, living = make()
    unpaid = next(order for order in world.orders.values() if order.status == 10)
    unpaid.status = 80
    clock.advance(3_600)
    living.touch()
    assert (unpaid.status, unpaid.paid) == (80, 0)


def test_somebody_watches_only_while_a_session_runs() -> None:
    world, clock, living = make()
    clock.advance(1)
    living.touch()
    assert world.live_viewers
    assert world.live_room_id
    clock.advance(6 * 3_600)
    living.touch()
    assert (world.live_viewers, world.live_room_id) == (None, None)
