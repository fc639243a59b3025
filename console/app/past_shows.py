"""Earlier evenings for demo and pictures, so that medians, ranks, the race, recaps and replays have something to tell.

All invented, as the show that is on. What they sold is left to the shop's orders; only last evening keeps its words.
"""

import asyncio
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from random import Random
from typing import TYPE_CHECKING, Any

from console.core.clock import DAY, MINUTE
from console.core.live import LiveEventType, LiveSource

if TYPE_CHECKING:
    from console.app.joining import Assembly
    from console.core.live import LiveRow
    from console.store.live_view import Show

EVENINGS = 8  # from so many on the own rank is said
LONG = 150 * MINUTE
BATCH = 500
LOOKS, LOOK_S, ENOUGH = 50, 0.1, 12
ONCE_A_MINUTE = MINUTE
MARKS = ("cue", "pk", "red_packet", "bag")
WORDS = ("comment", "caption", "item_click")
CROWD = ("online", "viewers_uv", "views_pv", "exposure_uv", "watch_seconds_sum")
DEEDS = ("comments", "likes", "shares", "gifts", "interactors_uv", "new_followers", "item_clicks", "item_clickers_uv")
MONEY = ("orders_paid", "buyers_uv", "gmv_fen")


async def tell_past_shows(assembly: "Assembly", on: "Show") -> None:
    """Keep the evenings before the show that is on, each at its hour; nothing where one is kept already."""
    from console.store import live_taking, live_view

    if len(await assembly.database.read(live_view.shows, 2)) > 1:
        return
    items = await _items(assembly, on)
    for back in range(EVENINGS, 0, -1):
        rows = evening(back, on.started_at - back * DAY, items)
        while some := list(islice(rows, BATCH)):
            await assembly.database.write(live_taking.take, some, assembly.clock.now_ms(), LiveSource.INGEST)


async def _items(assembly: "Assembly", on: "Show") -> list[tuple[str, int]]:
    """What the show that is on sells, as soon as some of it was clicked; its price plays no part here."""
    from console.store import live_view

    clicks, names = (LiveEventType.ITEM_CLICK,), set[str]()
    for _ in range(LOOKS):
        told = await assembly.database.read(live_view.events, on.session_id, 0, on.started_at + 10 * MINUTE, clicks)
        names = {one.item_id for one in told if one.item_id}
        if len(names) >= ENOUGH:
            break
        await asyncio.sleep(LOOK_S)
    return [(name, 0) for name in sorted(names)]


def evening(back: int, began: int, items: Sequence[tuple[str, int]]) -> Iterator["LiveRow"]:
    """The rows of the evening ``back`` days ago, with its end."""
    from console.ingest.wire import read_object
    from console.sandbox.live_show import show

    luck = Random(f"evening {back}")  # noqa: S311 - nothing secret: the same evening each time
    crowd, deeds = luck.uniform(0.7, 1.05), luck.uniform(0.8, 1.1)
    session, over = "", began + LONG
    for row in takewhile(lambda one: _at(one) < over, show(back, began, items, f"past-{back}")):
        session = row["session_id"]
        if _is_kept(row, began, is_whole=back == 1):
            yield read_object(_scaled(row, crowd, deeds))
    yield read_object({"kind": "session", "v": 1, "session_id": session, "action": "stop", "ts_ms": over})


def _at(row: dict[str, Any]) -> int:
    return int(row.get("ts_ms") or row["started_at_ms"])


def _is_kept(row: dict[str, Any], began: int, *, is_whole: bool) -> bool:
    if row["kind"] == "snapshot":
        return is_whole or (_at(row) - began) % ONCE_A_MINUTE == 0
    return row["kind"] == "session" or row["type"] in MARKS or (is_whole and row["type"] in WORDS)


def _scaled(row: dict[str, Any], crowd: float, deeds: float) -> dict[str, Any]:
    """No two evenings are the same size."""
    if row["kind"] != "snapshot":
        return row
    told = {name: value for name, value in row.items() if name not in MONEY}
    for names, by in ((CROWD, crowd), (DEEDS, crowd * deeds)):
        told |= {name: round(told[name] * by) for name in names}
    return told
