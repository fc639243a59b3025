"""The sandbox's show from outside: what its page tells through the door, what the shop's orders say, and the room."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from app_sandbox import Outside

from console.app.joining import Assembly
from console.core.clock import MINUTE, SECOND
from console.core.live import LiveSource
from console.store import live_board, live_view
from console.store.live_minutes import minutes

Until = Callable[..., Awaitable[None]]
LONG = 5  # minutes it has been on


@pytest.mark.timeout(120)
async def test_the_page_and_the_orders_agree_and_the_room_is_counted(
    assembly: Assembly, outside: Outside, until: Until
) -> None:
    began = assembly.clock.now_ms() - LONG * MINUTE
    assert await assembly.connect(outside.connect) == []
    state = await assembly.live.open(0)
    asked = {"door": state.address, "token": await assembly.live.token(), "minutes": LONG}
    await asyncio.to_thread(outside.ask, "/live", asked)
    try:
        await until(lambda: outside.ask("/live")["sent"] > 100, 30)
        while True:
            show = await assembly.database.read(live_view.show, "last")
            if show is not None and assembly.clock.now_ms() - show.last_at < 15 * SECOND:
                break
            await asyncio.sleep(0.2)
        before = assembly.bindings.calls
        await assembly.room.look()
        assert assembly.bindings.calls == before + 1, "one signed call, counted by the gateway's meter"
    finally:
        await asyncio.to_thread(outside.ask, "/live", {"stop": True})
    assert abs(show.started_at - began) < MINUTE
    report = await assembly.engine.sync_once()
    assert report.failures == ()
    rows = await assembly.database.read(live_view.snapshots, show.session_id)
    told = [one.snapshot for one in rows if one.source is LiveSource.INGEST][-1]
    assert told.orders_paid
    sold = await assembly.database.read(live_view.sales, show.started_at, told.at - 2 * SECOND)
    assert told.orders_paid == len(sold)
    assert told.gmv_fen == sum(one.amount_fen for one in sold)
    assert [one.snapshot.viewers for one in rows if one.source is LiveSource.SHOP_UV]
    by_minute = await assembly.database.read(minutes, show.session_id)
    board = await assembly.database.read(live_board.sales, show, by_minute, assembly.clock.now_ms())
    assert (board.source, board.orders) == (LiveSource.ORDERS, len(board.sold or ()))
    assert (board.orders or 0) >= told.orders_paid
