"""暂缓发货 until a time: the clock ends it while the program runs, and at its next start what ended meanwhile."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from console.binding.holding import HoldsEnding
from console.binding.order_shipping import OrderShipping
from console.core.changes import Changes
from console.core.clock import HOUR
from console.core.model import Order, OrderStatus, Platform, Shop
from console.store.database import Database
from console.store.order_holds import count_kept
from console.store.order_trail import trail
from console.store.orders import order_id, save_orders
from console.store.shops import put_shop
from console.sync.hub import Hub

KS, NOW = "kuaishou:1", 1_790_000_000_000


class Clock:
    """Stands still until moved; whoever sleeps lets the others have their turn."""

    def __init__(self) -> None:
        self.now = NOW

    def now_ms(self) -> int:
        return self.now

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0.001)


def sold(conn: Connection) -> list[int]:
    put_shop(conn, Shop(shop_id=KS, platform=Platform.KUAISHOU, platform_shop_id="1", name="暖屋"))
    orders = [Order(order_no=number, status=OrderStatus.TO_SHIP, updated_at=1) for number in ("1", "2")]
    save_orders(conn, KS, orders, NOW)
    return [order_id(conn, KS, one.order_no) or 0 for one in orders]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def database(tmp_path: Path, clock: Clock) -> AsyncIterator[Database]:
    made = await asyncio.to_thread(Database.open, tmp_path / "console.db", clock)
    yield made
    await asyncio.to_thread(made.close)


async def test_the_clock_ends_it_and_says_so(database: Database, clock: Clock) -> None:
    hub, ended = Hub(), asyncio.Event()
    rows = await database.write(sold)
    hand = database.acting(lambda: "小王")
    shipping = OrderShipping(database, hand, clock, hub, lambda _: None, lambda: ())
    kept = await shipping.keep_back(rows[:1], "等到货", NOW + HOUR)
    assert (kept.held, kept.stopped, kept.too_late) == (1, 0, 0)
    await shipping.keep_back(rows[1:], "等到货")
    await asyncio.sleep(0)  # what was announced so far is told

    def heard(changes: Changes) -> None:
        if "orders" in changes.kinds:
            ended.set()

    stop_hearing = hub.subscribe(heard)
    ending = shipping.ending
    assert await ending.look() == 0
    ending.start()
    try:
        clock.now = NOW + HOUR
        async with asyncio.timeout(20):
            await ended.wait()
    finally:
        await ending.stop()
        stop_hearing()
    assert await database.read(count_kept, rows) == 1, "one that nobody gave a time stays"
    step = (await database.read(trail, [(KS, "1")]))[0]
    assert (step.action, step.by, step.at) == ("order.hold_expired", "", NOW + HOUR)
    assert step.detail["was"].startswith("等到货 · 小王 · ")


async def test_what_ended_while_nothing_ran_ends_at_the_start(database: Database, clock: Clock) -> None:
    rows = await database.write(sold)
    shipping = OrderShipping(database, database, clock, Hub(), lambda _: None, lambda: ())
    await shipping.keep_back(rows, "等到货", NOW + HOUR)
    clock.now += 30 * HOUR
    assert await HoldsEnding(database, clock, Hub()).look() == 2
    assert await database.read(count_kept, rows) == 0
