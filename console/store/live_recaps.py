"""A show gathered from the file and said in figures."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from console.core.clock import DAY, MINUTE
from console.core.live import LiveEvent, LiveSource
from console.rules.live_kept import Kept, kept
from console.rules.live_lift import SPAN_MS
from console.rules.live_pk import compared
from console.rules.live_recap import ItemSum, Recap, Sold, figures, mark_lifts, of_one_source
from console.rules.live_reconcile import AfterShow, compare
from console.rules.live_sources import BY_HAND
from console.store import (
    live_after,
    live_loyal,
    live_places,
    live_room,
    live_scripts,
    live_settings,
    live_view,
)
from console.store.live_counters import restarts
from console.store.live_minutes import ACTED, minutes
from console.store.live_shop import Whose, whose
from console.store.pages import driver

ITEMS = """
SELECT item_id, SUM(CASE WHEN type = 'item_click' THEN COALESCE(count, 1) END),
       SUM(CASE WHEN type = 'order' THEN COALESCE(count, 1) END),
       SUM(CASE WHEN type = 'order' THEN COALESCE(amount_fen, 0) END)
FROM live_events WHERE session_id = ? AND item_id <> '' AND type IN ('item_click', 'order') GROUP BY item_id
"""
DEEDS = f"""
SELECT ?2 + (at - ?2 + {SPAN_MS}) / {MINUTE} * {MINUTE} - {SPAN_MS}, SUM(COALESCE(count, 1)) FROM live_events
WHERE session_id = ?1 AND at >= ?2 - {SPAN_MS} AND at < ?2 + {SPAN_MS} AND type IN ({ACTED}) GROUP BY 1
"""  # noqa: S608 - our own words
TOLD = """
SELECT at, COALESCE(amount_fen, 0) FROM live_events WHERE session_id = ? AND type = 'order' ORDER BY at
"""


def recap(conn: Connection, show: live_view.Show) -> Recap:
    """The whole show up to its last row.

    What a page that was left open tells after the end is not of the show; what a person brings later is. Sales are the
    shop's orders where they are read so far, else the orders among its events, else the page's sum.
    """
    begin_at, end_at = show.started_at, show.until_at + 1
    told = [
        (one.snapshot, one.source)
        for one in live_view.snapshots(conn, show.session_id)
        if one.snapshot.at < end_at or one.source in BY_HAND
    ]
    mine = whose(conn, show.session_id)
    sold, sold_source = _sold(conn, show, mine)
    marks = [one for one in live_view.marks(conn, show.session_id) if one.at < end_at]
    counted = [one for one in minutes(conn, show.session_id) if one.at < end_at]
    acted = _around(conn, show.session_id, marks) if any(one.acts for one in counted) else None
    named = live_view.people(conn, show.session_id)
    own = live_settings.precedence(conn)
    shops = mine.shops if sold_source is LiveSource.ORDERS else 0
    found = figures(told, named or None, sold, begin_at, end_at, sold_source, own, shops)
    watched = [pair for pair in told if pair[1] is found["online"].source]
    by_minute = of_one_source(counted, [one for one, _ in watched], len(watched) < len(told))
    return Recap(
        title=show.title,
        session_id=show.session_id,
        begin_at=begin_at,
        end_at=end_at,
        is_ended=show.ended_at is not None,
        parts=[(one.started_at, one.ended_at or one.last_at) for one in _openings(conn, show)],
        figures=found,
        minutes=by_minute,
        sold=sold,
        sold_source=sold_source,
        marks=mark_lifts(marks, watched, acted, sold, begin_at, end_at),
        items=_items(
            conn,
            show.session_id,
            live_after.items_sold(conn, begin_at, end_at, mine.shop_id) if sold_source is LiveSource.ORDERS else None,
        ),
        compared=compare(told, sold if sold_source is LiveSource.ORDERS else None, end_at, shops),
        after=live_after.after(conn, begin_at, end_at, mine.shop_id)
        if sold_source is LiveSource.ORDERS
        else AfterShow(ads=live_after.ads(conn, begin_at, end_at)),
        fans=live_loyal.fans(conn, show, has_orders=has_orders(conn, show.until_at), shop_id=mine.shop_id),
        pks=compared(marks, by_minute, sold, end_at),
        places=live_places.places(conn, begin_at, end_at, mine.shop_id) if sold_source is LiveSource.ORDERS else None,
        cues=_cues(conn, show),
        rooms=live_room.rooms(conn, show.session_id),
        restarts=[one.at for one in restarts(conn, show.session_id)],
    )


def _cues(conn: Connection, show: live_view.Show) -> list[Kept]:
    done = live_scripts.marks(conn, show.session_id)
    return kept(live_scripts.script_of(conn, show.session_id), done, show.started_at, show.until_at)


def _openings(conn: Connection, show: live_view.Show) -> list[live_view.Part]:
    return live_view.openings(live_view.parts(conn, show.session_id))


def _items(conn: Connection, session_id: str, sold: Mapping[str, tuple[int, int | None]] | None) -> list[ItemSum]:
    """The most clicked first, added up by the file: a loud show has hundreds of thousands of clicks.

    ``sold``: what the shop's orders say, where they are read so far; an item that is in none of them sold nothing.
    """
    told = {
        item_id: (clicks, (orders, gmv)) for item_id, clicks, orders, gmv in driver(conn).execute(ITEMS, (session_id,))
    }
    found = []
    for item_id in {*told, *(sold or ())}:
        clicks, by_events = told.get(item_id, (None, (None, None)))
        orders, gmv = by_events if sold is None else sold.get(item_id, (0, 0))
        found.append(ItemSum(item_id=item_id, clicks=clicks, orders=orders, gmv_fen=gmv))
    return sorted(found, key=lambda one: (-(one.clicks or 0), -(one.orders or 0), one.item_id))


def _around(conn: Connection, session_id: str, marks: Sequence[LiveEvent]) -> dict[int, list[tuple[int, int]]]:
    """How much people did near each mark, by minutes counted from it: the rest of a long show has no part in it."""
    db = driver(conn)
    return {at: db.execute(DEEDS, (session_id, at)).fetchall() for at in {mark.at for mark in marks}}


def _sold(conn: Connection, show: live_view.Show, mine: Whose) -> tuple[list[Sold] | None, LiveSource]:
    if has_orders(conn, show.until_at):
        sales = live_view.sales(conn, show.started_at, show.until_at + 1, mine.shop_id)
        return [(sale.paid_at, sale.amount_fen) for sale in sales], LiveSource.ORDERS
    told = driver(conn).execute(TOLD, (show.session_id,)).fetchall()
    return told or None, live_view.ordered_by(conn, show)


def orders_read_at(conn: Connection, at: int) -> int | None:
    """When the shop's orders were last read, of several shops the one that was read longest ago; None: not for a day.

    A little after what they are complete up to: an order may show up late.
    """
    asked = """SELECT MIN(COALESCE(success_at, watermark)) FROM cursors LEFT JOIN health USING (shop_id, stream)
               WHERE stream = 'orders' AND shop_id LIKE 'kuaishou:%' AND watermark >= ?"""
    read_at = driver(conn).execute(asked, (at - DAY,)).fetchone()[0]
    return None if read_at is None else int(read_at)


def has_orders(conn: Connection, at: int) -> bool:
    """Whether the Kuaishou shops' orders were read at least up to ``at``: only then do they say what was sold.

    Of all shops that are read at all: the sum of one that is and one that is not would be short. A shop that was not
    read for a day before has stopped, and is not waited for.
    """
    asked = """SELECT MIN(watermark) FROM cursors
               WHERE stream = 'orders' AND shop_id LIKE 'kuaishou:%' AND watermark >= ?"""
    read_at = driver(conn).execute(asked, (at - DAY,)).fetchone()[0]
    return read_at is not None and read_at >= at
