"""The show of the evening: the same from the same seed, believable, and sent as a helper would send it."""

import asyncio
import json
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from console.core.clock import SystemClock
from console.core.live import LiveRow, Taken
from console.ingest.door import Door
from console.sandbox.clock import DAY, HOUR, SECOND
from console.sandbox.live_sending import LiveSending
from console.sandbox.live_show import BUSIEST, LONGEST, show
from console.sandbox.live_till import WorldTill
from console.sandbox.products import on_sale
from console.sandbox.serve import Wish, build_context

BEGAN = 1_768_444_200_000
ITEMS = [(str(25_000_000 + number), 1_990 + number) for number in range(8)]


def test_the_same_seed_tells_the_same_show() -> None:
    first, again, other = (list(show(seed, BEGAN, ITEMS)) for seed in (7, 7, 8))
    assert first == again
    assert first != other


def test_a_show_is_four_hours_long_and_cut_twice() -> None:
    rows = list(show(7, BEGAN, ITEMS))
    starts = [row["started_at_ms"] for row in rows if row.get("action") == "start"]
    assert len(starts) == 3
    assert rows[-1]["action"] == "stop"
    assert rows[-1]["ts_ms"] == BEGAN + LONGEST
    ids = [row["event_id"] for row in rows if row["kind"] == "event"]
    assert len(ids) == len(set(ids))
    a_second = Counter(row["ts_ms"] // 1_000 for row in rows if row["kind"] == "event")
    assert max(a_second.values()) <= BUSIEST + 4


def test_its_counters_never_go_back_and_people_are_fewer_than_deeds() -> None:
    snapshots = [row for row in show(7, BEGAN, ITEMS) if row["kind"] == "snapshot"]
    for name in ("viewers_uv", "comments", "likes", "new_followers", "gmv_fen", "interactors_uv"):
        told = [row[name] for row in snapshots]
        assert told == sorted(told), name
    last = snapshots[-1]
    assert last["interactors_uv"] <= last["comments"] + last["likes"] + last["shares"] + last["gifts"]
    assert 0.02 < last["interactors_uv"] / last["viewers_uv"] < 0.3
    for told in snapshots[60:]:
        assert 0.08 < told["item_clickers_uv"] / told["viewers_uv"] < 0.25
        assert 0.02 < told["buyers_uv"] / told["item_clickers_uv"] < 0.1, "real shows sell to a few in a hundred"
    assert 60 < last["watch_seconds_sum"] / last["viewers_uv"] < 200


@pytest.fixture
def door() -> Iterator[tuple[str, list[tuple[str, str, Any]]]]:
    """A door that takes everything and remembers it; the second call is told to come again."""
    calls: list[tuple[str, str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            calls.append((self.path, self.headers["x-console-token"], body))
            busy = len(calls) == 2
            taken = len(body.get("events", [1]))
            answer = json.dumps({"ok": True, "accepted": taken, "duplicate": 0, "rejected": []}).encode()
            self.send_response(429 if busy else 200)
            self.end_headers()
            self.wfile.write(b"{}" if busy else answer)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/ingest/v1", calls
    server.shutdown()
    server.server_close()
    thread.join()


async def test_the_past_is_sent_first_and_then_each_second(
    door: tuple[str, list[tuple[str, str, Any]]], until: Callable[..., Any]
) -> None:
    address, calls = door
    context = build_context(Wish(seed=3, items=20, orders=30, frozen=True, now=BEGAN), "")
    sending = LiveSending(context)
    sending.begin(address, "t", 5)
    await until(lambda: len(calls) > 30 and sending.told()["sent"], 30)
    past = len(calls)
    context.clock.advance(4)
    await until(lambda: len(calls) > past + 2, 30)
    assert sending.told()["on"]
    sending.end()
    await until(lambda: not sending.told()["on"])
    assert {token for _, token, _ in calls} == {"t"}
    assert calls[1] == calls[2], "told to wait, it comes again"
    told = [body["ts_ms"] for path, _, body in calls if path.endswith("snapshot")]
    assert told == sorted(told)
    assert 0 <= told[0] - (BEGAN - 5 * 60_000) < 60_000, "it began five minutes ago"


async def test_what_the_page_says_was_sold_are_orders_of_the_world(
    door: tuple[str, list[tuple[str, str, Any]]], until: Callable[..., Any]
) -> None:
    address, calls = door
    context = build_context(Wish(seed=3, items=20, orders=30, frozen=True, now=BEGAN), "")
    began = context.clock.now_ms() - 20 * 60_000
    before = set(context.world.orders)
    sending = LiveSending(context)
    sending.begin(address, "t", 20)
    await until(lambda: any(body.get("ts_ms", 0) > began + 19 * 60_000 for _, _, body in calls), 60)
    sending.end()
    last = [body for path, _, body in calls if path.endswith("snapshot")][-1]
    events = [one for path, _, body in calls if path.endswith("events") for one in body["events"]]
    told = {one["event_id"].removeprefix("order-"): one for one in events if one["type"] == "order"}
    orders = [one for one in context.world.orders.values() if began <= one.paid < last["ts_ms"] - 2_000]
    assert last["orders_paid"] == len(orders) > 5
    assert last["buyers_uv"] / last["item_clickers_uv"] < 0.1
    assert last["gmv_fen"] == sum(one.payment for one in orders)
    assert all(told[str(one.oid)]["amount_fen"] == one.payment for one in orders)
    assert len({one.carrier_id for one in orders}) == 1
    assert all(one.carrier_type == 2 and one.updated >= began + 20 * 60_000 for one in orders if one.oid not in before)
    bought = {trade.order.oid for trade in context.world.trades.values() if trade.order}
    assert {one.oid for one in orders} <= bought, "each of them comes to Youzan, too"


class Counting:
    """Stands behind a door and takes everything."""

    def __init__(self) -> None:
        self.rows = 0
        self.reasons: list[str] = []

    async def keep(self, rows: Sequence[LiveRow]) -> Sequence[Taken]:
        self.rows += len(rows)
        return [Taken()] * len(rows)

    async def refused(self, reasons: Sequence[str]) -> None:
        self.reasons += reasons


async def test_it_keeps_to_the_pace_of_the_door(until: Callable[..., Any]) -> None:
    context = build_context(Wish(seed=3, items=20, orders=30, frozen=True, now=BEGAN), "")
    behind = Counting()
    door = Door(behind, SystemClock(BEGAN - SystemClock().now_ms()), "t")
    await asyncio.to_thread(door.start)
    sending = LiveSending(context)
    try:
        sending.begin(door.address, "t", 12)
        await until(lambda: behind.reasons or behind.rows > 1_100, 30)  # of some 1,290, in 80 calls
    finally:
        sending.end()
        await asyncio.to_thread(door.stop)
    assert behind.reasons == []


def test_what_an_earlier_evening_sold_was_sent_and_is_read_by_update_time() -> None:
    ctx = build_context(Wish(seed=3, items=20, orders=30, frozen=True, now=BEGAN), "")
    now = ctx.clock.now_ms()
    till = WorldTill(ctx.world, ctx.clock, now - HOUR, 1)
    item = next(str(one.ks_item_id) for one in ctx.world.products if on_sale(one))
    till.sell_before(now - 3 * DAY, item, 2)
    order = list(ctx.world.orders.values())[-1]
    assert (order.paid, order.carrier_id) == (now - 3 * DAY, 2)
    assert order.updated >= now
    assert order.paid < order.sent < order.ship_by, "nothing of it is late"
    trade = list(ctx.world.trades.values())[-1]
    assert trade.updated >= now - SECOND
    assert till.paid(now) == [], "no row of the show that is on"
