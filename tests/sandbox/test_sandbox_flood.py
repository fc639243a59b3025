"""A flood: as many orders as wished, exact shares of trouble, and pages that tell some rows more than once."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from console.sandbox.clock import MINUTE, Clock, parse_instant
from console.sandbox.context import AppKeys, Context, Frozen
from console.sandbox.faults import Faults
from console.sandbox.flood import LATE, Flooding, Wish, echoed
from console.sandbox.server import build_app
from console.sandbox.state import World
from console.sandbox.world import build

START = "2026-03-18T12:00:00+08:00"


@pytest.fixture
def world() -> World:
    return build(3, items=30, orders=50, now_ms=parse_instant(START))


@pytest.fixture
async def control(world: World) -> AsyncIterator[httpx.AsyncClient]:
    ctx = Context(world, Clock.at(START), Faults(), Frozen(), AppKeys("k", "s"), AppKeys("k", "s"))
    transport = httpx.ASGITransport(build_app(ctx, []))
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox/control") as client:
        yield client


def test_as_many_as_wished_with_exact_shares(world: World) -> None:
    now = parse_instant(START)
    before = set(world.orders)
    told = Flooding(world).emit(Wish(orders=400, minutes=10, doubled=0.05, lost=0.05, unordered=0.1), now)
    fresh = set(world.orders) - before
    assert sorted(map(int, told["orders"])) == sorted(fresh)
    assert [len(told[name]) for name in ("doubled", "lost", "unordered")] == [20, 20, 40]
    assert len({*told["doubled"], *told["lost"], *told["unordered"]}) == 80, "no row has two troubles"
    instants = [world.orders[oid].created for oid in fresh]
    assert now == min(instants)
    assert max(instants) < now + 10 * MINUTE
    late = {str(oid) for oid in fresh if world.orders[oid].visible == world.orders[oid].created + LATE}
    assert late == set(told["lost"])
    paid = {oid for oid in fresh if world.orders[oid].paid}
    assert {trade.order.oid for trade in world.trades.values() if trade.order} >= paid
    assert {world.orders[oid].status for oid in fresh} == {10, 30, 40, 80}


def test_a_page_tells_some_rows_twice_and_some_as_they_were(world: World) -> None:
    Flooding(world).emit(Wish(orders=60, minutes=1, doubled=0.5, unordered=0.5), parse_instant(START))
    orders = [order for order in world.orders.values() if order.oid in world.echoes and order.paid]
    rows: list[dict[str, Any]] = [
        {"orderBaseInfo": {"oid": order.oid, "status": order.status, "createTime": order.created, "updateTime": 9}}
        for order in orders
    ]
    told = echoed(world, orders, rows)
    assert len(told) == 2 * len(rows)
    for row, echo in zip(told[::2], told[1::2], strict=True):
        base = echo["orderBaseInfo"]
        if world.echoes[base["oid"]] == "doubled":
            assert echo == row
        else:
            assert (base["status"], base["updateTime"], base["payTime"]) == (10, base["createTime"], 0)
    world.echoes.clear()
    assert echoed(world, orders, rows) == rows


async def test_control_makes_a_flood_and_tells_states(control: httpx.AsyncClient, world: World) -> None:
    answer = await control.post("/flood", json={"orders": 10, "minutes": 1, "lost": 0.1})
    assert answer.status_code == 200
    assert len(answer.json()["orders"]) == 10
    states = (await control.get("/states")).json()
    seen = [order for order in world.orders.values() if str(order.oid) in states["kuaishou"]]
    assert states["kuaishou"] == {str(order.oid): order.status for order in seen}
    assert set(states["youzan"].values()) <= {trade.status for trade in world.trades.values()}


@pytest.mark.parametrize(
    "wish",
    [
        {},
        {"orders": 0, "minutes": 1},
        {"orders": 1.5, "minutes": 1},
        {"orders": True, "minutes": 1},
        {"orders": 5, "minutes": 0},
        {"orders": 5, "minutes": 1, "lost": 1.1},
        {"orders": 5, "minutes": 1, "lost": -0.1},
        {"orders": 5, "minutes": 1, "lost": "many"},
        {"orders": 5, "minutes": 1, "rain": 1},
    ],
)
async def test_a_wish_that_makes_no_sense_is_refused(
    control: httpx.AsyncClient, world: World, wish: dict[str, Any]
) -> None:
    before = len(world.orders)
    answer = await control.post("/flood", json=wish)
    assert answer.status_code == 400
    assert len(world.orders) == before
