"""A past show minute by minute, and its items as of a moment: orders are those that the shop had by then."""

from sqlalchemy import Connection
from test_store_live_after import sell

from console.core.clock import HOUR, MINUTE
from console.core.live import LiveAction, LiveEvent, LiveEventType, LiveRow, LiveSignal, LiveSnapshot, LiveSource
from console.rules.live import Minute
from console.store import live_board, live_moments, live_view
from console.store.live_minutes import minutes
from console.store.live_taking import take


def show(conn: Connection, now: int, *more: LiveRow) -> live_view.Show:
    click = LiveEvent(session_id="s", event_id="c", at=now, type=LiveEventType.ITEM_CLICK, item_id="7", count=3)
    rows = [LiveSignal(session_id="s", action=LiveAction.START, at=now), click, *more]
    take(conn, [*rows, LiveSignal(session_id="s", action=LiveAction.STOP, at=now + 9 * MINUTE)], now, LiveSource.INGEST)
    found = live_view.show(conn, "s")
    assert found is not None
    return found


def told(then: live_moments.GoodsThen) -> list[tuple[str, int | None, int | None, int | None]]:
    return [(one.item_id, one.clicks, one.orders, one.gmv_fen) for one in then.goods]


def test_what_of_an_item_was_ordered_by_then_is_what_the_shops_orders_say(conn: Connection, now: int) -> None:
    """Orders 1 and 2 are of item 7, paid at once and after a minute; order 3 is of item 8, after two."""
    on = show(conn, now)
    sell(conn, now)
    then = live_moments.goods_then(conn, on, now + MINUTE)
    assert (told(then), then.source) == ([("7", 3, None, None)], None), "nobody tells, so that nothing is said"
    conn.exec_driver_sql(
        "INSERT INTO cursors (shop_id, stream, watermark) VALUES ('kuaishou:1', 'orders', ?)", (now + HOUR,)
    )
    then = live_moments.goods_then(conn, on, now + MINUTE - 1)
    assert (told(then), then.source) == ([("7", 3, 1, None)], LiveSource.ORDERS), "its lines say no amount"
    assert told(live_moments.goods_then(conn, on, now + 2 * MINUTE)) == [("7", 3, 2, None), ("8", 0, 1, None)]


def test_an_items_orders_on_air_are_the_shops_where_nobody_tells_them_one_by_one(conn: Connection, now: int) -> None:
    on = show(conn, now)
    sell(conn, now)
    tally = live_board.tally(conn, "s", live_board.Tally())
    (alone,) = live_moments.goods_now(conn, on, tally, now + 2 * MINUTE)
    assert (alone.item_id, alone.orders, alone.recent_orders, alone.ordered_by) == ("7", None, None, None)
    conn.exec_driver_sql(
        "INSERT INTO cursors (shop_id, stream, watermark) VALUES ('kuaishou:1', 'orders', ?)", (now + MINUTE,)
    )
    first, second = live_moments.goods_now(conn, on, tally, now + 2 * MINUTE)
    assert [(one.item_id, one.clicks, one.orders, one.recent_orders) for one in (first, second)] == [
        ("7", 3, 2, 2),
        ("8", 0, 1, 1),
    ]
    assert first.ordered_by is LiveSource.ORDERS
    assert [one.recent_orders for one in live_moments.goods_now(conn, on, tally, now + 4 * MINUTE)] == [2, 1]
    (late,) = live_moments.goods_now(conn, on, tally, now + 5 * MINUTE)
    assert late.orders is None, "the shop's orders were last read too long ago"
    told = live_board.Tally(items={"7": (3, 1, 900)})
    (own,) = live_moments.goods_now(conn, on, told, now + 2 * MINUTE)
    assert (own.orders, own.ordered_by) == (1, None)


def test_without_the_shops_orders_the_shows_own_events_stand_in(conn: Connection, now: int) -> None:
    order = LiveEvent(
        session_id="s", event_id="o", at=now + MINUTE, type=LiveEventType.ORDER, item_id="7", amount_fen=900
    )
    then = live_moments.goods_then(conn, show(conn, now, order), now + MINUTE)
    assert (told(then), then.source) == ([("7", 3, 1, 900)], LiveSource.INGEST)


def test_a_show_in_one_line_says_what_the_shop_sold_and_else_what_its_page_told(conn: Connection, now: int) -> None:
    page = LiveSnapshot(session_id="s", at=now + MINUTE, online=40, viewers=900, gmv_fen=7, orders_paid=2)
    on = show(conn, now, page)
    took = LiveSnapshot(session_id="s", at=now + 12 * MINUTE, online=4_000)
    take(conn, [took], now, LiveSource.FILE)
    assert live_moments.summed(conn, on) == live_moments.ShowSum(
        most_online=40, viewers=900, orders=2, gmv_fen=7, sold_by=LiveSource.INGEST
    )
    sell(conn, now)
    conn.exec_driver_sql(
        "INSERT INTO cursors (shop_id, stream, watermark) VALUES ('kuaishou:1', 'orders', ?)", (now + HOUR,)
    )
    found = live_moments.summed(conn, on)
    assert (found.orders, found.gmv_fen, found.sold_by) == (3, 6_000, LiveSource.ORDERS)


def test_comments_are_counted_singly_or_by_the_pages_own_counter(conn: Connection, now: int) -> None:
    shown = [
        LiveSnapshot(session_id="s", at=now + minute * MINUTE, online=5, comments=comments)
        for minute, comments in ((0, 10), (1, 14), (2, 20), (4, 31), (5, 30))
    ]
    on = show(conn, now, *shown)
    by_counter = live_moments.comments_by_minute(conn, on, minutes(conn, "s"))
    assert by_counter == {now + MINUTE: 4, now + 2 * MINUTE: 6}, "neither across a minute not told nor backwards"
    singly = [Minute(at=now, comments=2), Minute(at=now + MINUTE)]
    assert live_moments.comments_by_minute(conn, on, singly) == {now: 2, now + MINUTE: 0}


def test_orders_are_counted_in_the_minutes_that_were_told(now: int) -> None:
    whole = [Minute(at=now), Minute(at=now + MINUTE)]
    assert live_moments.orders_by_minute(None, whole) is None
    assert live_moments.orders_by_minute([(now + 5, 100), (now + 9, 1)], whole) == {now: 2, now + MINUTE: 0}
