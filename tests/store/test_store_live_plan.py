"""The next show and what is ready for it; what shows sold, of the orders in the file."""

from typing import Any

import pytest
from sqlalchemy import Connection

from console.core.clock import HOUR, MINUTE
from console.core.live import LiveAction, LiveSignal, LiveSnapshot, LiveSource, SoldIn
from console.core.model import Item, Listing, Order, OrderStatus
from console.rules.live_script import Cue, Script
from console.store import settings
from console.store.items import save_listings
from console.store.live_plan import FOLDER, next_show, put_plan, sold_live, standing
from console.store.live_scripts import choose_script, put_script
from console.store.live_taking import take
from console.store.orders import save_orders
from console.store.views_live import Plan, Ready, SoldLive

SHOP = "kuaishou:1"


def begin(conn: Connection, name: str, at: int, ended_at: int | None = None) -> None:
    take(conn, [LiveSignal(session_id=name, action=LiveAction.START, at=at)], at, LiveSource.FILE)
    if ended_at is not None:
        take(conn, [LiveSignal(session_id=name, action=LiveAction.STOP, at=ended_at)], ended_at, LiveSource.FILE)


def paid(no: str, at: int, amount_fen: int, **more: Any) -> Order:
    return Order(order_no=no, status=OrderStatus.TO_SHIP, amount_fen=amount_fen, paid_at=at, updated_at=at, **more)


def test_nothing_is_known_of_an_empty_file(conn: Connection, now: int) -> None:
    told = next_show(conn, now)
    assert (told.on_air, told.plan, told.last, told.ready) == (None, None, None, Ready())
    assert sold_live(conn, 0, now, now) == SoldLive()


@pytest.mark.parametrize(("after_ms", "is_planned"), [(-HOUR, True), (2 * HOUR, True), (2 * HOUR + 1, False)])
def test_a_plan_is_the_next_show_until_its_time_is_long_past(
    conn: Connection, now: int, after_ms: int, is_planned: bool
) -> None:
    plan = Plan(at=now, title="晚场", host="小禾")
    put_plan(conn, plan, now - HOUR)
    assert next_show(conn, now + after_ms).plan == (plan if is_planned else None)


def test_a_planned_show_that_began_is_no_next_show_any_more(conn: Connection, now: int) -> None:
    put_plan(conn, Plan(at=now), now - HOUR)
    begin(conn, "yesterday", now - 5 * HOUR, now - 4 * HOUR)
    assert next_show(conn, now).plan is not None
    begin(conn, "early", now - HOUR)
    assert next_show(conn, now).plan is None
    put_plan(conn, None, now)
    assert next_show(conn, now).plan is None


def test_a_planned_show_is_told_once_half_an_hour_before_it(conn: Connection, now: int) -> None:
    plan = Plan(at=now, title="晚场")
    put_plan(conn, plan, now - HOUR)
    assert standing(conn, now - 30 * MINUTE - 1) == ([], [])
    stands, fresh = standing(conn, now - 30 * MINUTE)
    assert stands == fresh
    assert [(one.detail, one.ends_at, one.number) for one in fresh] == [("晚场", now, 3)]
    assert standing(conn, now - 29 * MINUTE) == (stands, [])
    put_plan(conn, Plan(at=now + HOUR), now)
    assert standing(conn, now) == ([], []), "put off"
    assert len(standing(conn, now + 40 * MINUTE)[1]) == 1
    begin(conn, "it", now + 50 * MINUTE)
    assert standing(conn, now + 51 * MINUTE) == ([], [])


def test_what_is_on_stands_beside_the_show_before_it(conn: Connection, now: int) -> None:
    begin(conn, "first", now - 9 * HOUR, now - 8 * HOUR)
    begin(conn, "second", now - MINUTE)
    told = next_show(conn, now)
    assert told.on_air is not None
    assert (told.on_air.session_id, told.on_air.online) == ("second", None)
    assert told.last is not None
    assert told.last.session_id == "first"
    rows = [LiveSnapshot(session_id="second", at=now - n * 1000, online=n) for n in (3, 2)]
    take(conn, [*rows, LiveSnapshot(session_id="second", at=now, viewers=9)], now, LiveSource.FILE)
    on = next_show(conn, now).on_air
    assert on is not None
    assert (on.online, on.online_at) == (2, now - 2000), "the last that told it, not the last row"


def test_goods_of_the_run_sheet_are_looked_up_in_the_stock(conn: Connection, now: int) -> None:
    goods = [Listing(item=Item(item_id=str(n), title=f"杯 {n}", stock=n, on_shelf=True), skus=()) for n in (0, 7)]
    save_listings(conn, SHOP, goods, now)
    cues = tuple(Cue(cue_id=str(n), into_ms=n, item_id=item) for n, item in enumerate(("0", "7", "7", "gone", "")))
    put_script(conn, Script(script_id="s", name="晚场", cues=cues), now)
    assert next_show(conn, now).ready == Ready(), "kept, but not chosen"
    choose_script(conn, "s", now)
    settings.put(conn, FOLDER, "/shows", now)
    assert next_show(conn, now).ready == Ready(script="晚场", cues=5, takes_figures=True, goods=2, sold_out=("杯 0",))


def test_what_shows_sold_is_the_paid_orders_within_them_once(conn: Connection, now: int) -> None:
    begin(conn, "a", now - 4 * HOUR, now - 2 * HOUR)
    begin(conn, "b", now - 3 * HOUR, now - HOUR)  # in two rooms at once: one show
    orders = [
        paid("before", now - 4 * HOUR - 1, 1),
        paid("first", now - 4 * HOUR, 10),
        paid("both", now - 150 * MINUTE, 100),
        paid("elsewhere", now - 149 * MINUTE, 1_000, sold_in=SoldIn(kind=1)),
        paid("end", now - HOUR, 10_000),
    ]
    save_orders(conn, SHOP, orders, now)
    save_orders(conn, "kuaishou:2", [paid("other", now - 90 * MINUTE, 100_000)], now)
    save_orders(conn, "youzan:3", [paid("trade", now - 90 * MINUTE, 1_000_000)], now)
    assert sold_live(conn, 0, now, now) == SoldLive(shows=1, orders=3, paid_fen=100_110)
    assert sold_live(conn, 0, now, now, SHOP) == SoldLive(shows=1, orders=2, paid_fen=110)
    assert sold_live(conn, now - 2 * HOUR, now, now) == SoldLive(shows=1, orders=1, paid_fen=100_000)
    assert sold_live(conn, now - 30 * MINUTE, now, now) == SoldLive()
    begin(conn, "c", now - MINUTE)
    assert sold_live(conn, now - 30 * MINUTE, now, now) == SoldLive(shows=1, is_on=True)
