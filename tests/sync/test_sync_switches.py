"""The merchant's switches: a stream that is off is not asked for, one in real time is asked for often."""

from typing import Any

import pytest

from console.core.clock import DAY
from console.core.live import LiveAction, LiveSignal, LiveSource
from console.core.permissions import Switch
from console.store.live_taking import take
from console.store.permissions import put_read_only, put_switch
from console.sync.engine import Engine, Intervals
from console.sync.hub import Hub


@pytest.fixture
async def engine(database: Any, clock: Any, hub: Hub, shop: Any, gateway: Any) -> Any:
    engine = Engine(database, clock, hub, intervals=Intervals(real_time=30))
    engine.bind(shop, gateway)
    yield engine
    await engine.stop()


def stocked(gateway: Any, make: Any) -> None:
    gateway.books = {f"o{number:04}": make.order(number) for number in range(12)}
    gateway.tickets = {f"a{number:04}": make.ticket(number) for number in range(3)}
    gateway.stock = {f"i{number:04}": make.listing(number) for number in range(4)}


@pytest.mark.parametrize(
    ("switch", "off", "on"),
    [(Switch.PRODUCTS, {"items"}, {"orders", "after_sales"}), (Switch.ORDERS, {"orders", "after_sales"}, {"items"})],
)
async def test_what_is_switched_off_is_not_asked_for(
    engine: Engine, gateway: Any, make: Any, database: Any, shop: Any, switch: Switch, off: set[str], on: set[str]
) -> None:
    stocked(gateway, make)
    await database.write(put_switch, shop.shop_id, switch, False, 1)
    assert (await engine.sync_once()).failures == ()
    assert not any(gateway.said(call) for call in off)
    assert all(gateway.said(call) for call in on)
    await database.write(put_switch, shop.shop_id, switch, True, 2)
    await engine.sync_once()
    assert all(gateway.said(call) for call in off)


async def test_rows_put_aside_are_left_alone_while_their_stream_is_off(
    engine: Engine, gateway: Any, make: Any, database: Any, shop: Any
) -> None:
    stocked(gateway, make)
    gateway.spoilt = gateway.untold = {"o0003"}
    await engine.sync_once()
    gateway.asked.clear()
    await database.write(put_switch, shop.shop_id, Switch.ORDERS, False, 1)
    await engine.sync_once()
    assert not gateway.said("order")


async def test_a_shop_that_is_read_only_is_read(
    engine: Engine, gateway: Any, make: Any, database: Any, shop: Any
) -> None:
    stocked(gateway, make)
    await database.write(put_read_only, shop.shop_id, True, 1)
    assert (await engine.sync_once()).written == 12 + 3 + 8


async def test_a_switch_is_heeded_while_the_window_is_open(
    engine: Engine, gateway: Any, database: Any, shop: Any, until: Any
) -> None:
    await database.write(put_switch, shop.shop_id, Switch.ORDERS, False, 1)
    engine.start()
    await until(lambda: gateway.said("items") >= 2)
    assert gateway.said("orders") == 0
    await database.write(put_switch, shop.shop_id, Switch.ORDERS, True, 2)
    await until(lambda: gateway.said("orders"))


async def test_real_time_shortens_every_pause(
    engine: Engine, gateway: Any, database: Any, shop: Any, until: Any, clock: Any
) -> None:
    await database.write(put_switch, shop.shop_id, Switch.REAL_TIME, True, 1)
    engine.start()
    await until(lambda: gateway.said("items") >= 3 and gateway.said("after_sales") >= 3)
    pauses = [slept for slept in clock.slept if slept not in (Intervals().settle, Intervals().matching)]
    assert pauses
    assert all(30 <= slept <= 33 for slept in pauses)


@pytest.mark.parametrize("is_on", [True, False])
async def test_items_of_a_show_that_is_on_are_read_more_often(
    engine: Engine, gateway: Any, database: Any, shop: Any, until: Any, clock: Any, is_on: bool
) -> None:
    now = clock.now_ms()
    times = (now, now + 9 * DAY) if is_on else (now - DAY,)  # the clock of this test runs away
    rows = [LiveSignal(session_id="s", action=LiveAction.HEARTBEAT, at=at) for at in times]
    await database.write(take, rows, now, LiveSource.INGEST)
    engine.start()
    await until(lambda: gateway.said("items") >= 2)
    assert any(900 <= slept <= 990 for slept in clock.slept) is not is_on
