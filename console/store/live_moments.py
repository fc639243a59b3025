"""What of a past show is asked minute by minute, as of one moment of it, and in one line."""

from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import Connection

from console.core.clock import MINUTE
from console.core.live import LiveSource
from console.rules.live import Minute, minute_of
from console.rules.live_counters import before
from console.rules.live_recap import Sold
from console.rules.live_sources import order_of
from console.store import live_after, live_board, live_settings, live_stock, live_view
from console.store.live_board import Goods, Tally
from console.store.live_counters import restarts
from console.store.live_recaps import has_orders
from console.store.live_shop import Whose, whose
from console.store.pages import driver

MOST_GOODS, MOST_ON_AIR = 20, 12
COMMENTS, ACTS, CLICKS = ("comments",), ("comments", "likes", "shares", "gifts"), ("item_clicks",)
PEAKS = """
SELECT source, MAX(online) FROM live_snapshots
WHERE session_id = ? AND at <= ? AND online IS NOT NULL GROUP BY source
"""


class GoodsThen(msgspec.Struct, frozen=True, kw_only=True):
    """The items of a show as of a moment, and who says what of them was ordered; None: nobody does."""

    goods: Sequence[Goods] = ()
    source: LiveSource | None = None


class ShowSum(msgspec.Struct, frozen=True, kw_only=True):
    """A show in one line; None: nobody told it. ``sold_by``: who says what was sold."""

    most_online: int | None = None
    viewers: int | None = None
    orders: int | None = None
    gmv_fen: int | None = None
    sold_by: LiveSource | None = None
    shops: int = 0  # see ``Rate.shops``


def summed(conn: Connection, show: live_view.Show) -> ShowSum:
    """As its recap says it, by the same sources, without reading the show row by row."""
    own, mine = live_settings.precedence(conn), Whose()
    of = (show.session_id, show.until_at)
    online = _first(dict(driver(conn).execute(PEAKS, of)), order_of("online", own))
    people = _first(_last(conn, "viewers", show), order_of("online", own))
    order = order_of("gmv_fen", own)
    gmv, orders = _last(conn, "gmv_fen", show), _last(conn, "orders_paid", show)
    if has_orders(conn, show.until_at):
        mine = whose(conn, show.session_id)
        sales = live_view.sales(conn, show.started_at, show.until_at + 1, mine.shop_id)
        gmv[LiveSource.ORDERS], orders[LiveSource.ORDERS] = sum(one.amount_fen for one in sales), len(sales)
    else:
        told, amount = live_board.ordered_until(conn, *of)
        if told:
            by = live_view.ordered_by(conn, show)
            gmv[by], orders[by] = amount, told
    source = next((one for one in order if one in gmv or one in orders), None)
    return ShowSum(
        most_online=online,
        viewers=people,
        orders=_first(orders, order),
        gmv_fen=_first(gmv, order),
        sold_by=source,
        shops=mine.shops if source is LiveSource.ORDERS else 0,
    )


def _last(conn: Connection, name: str, show: live_view.Show) -> dict[str, int]:
    """The last word of each source on a counter; what a person brings after the end is of the show, too."""
    asked = f"""SELECT source, {name}, MAX(at) FROM live_snapshots WHERE session_id = ? AND {name} IS NOT NULL
                AND (at <= ? OR source IN ('manual', 'file')) GROUP BY source"""  # noqa: S608 - our own names
    told = driver(conn).execute(asked, (show.session_id, show.until_at)).fetchall()
    begun = restarts(conn, show.session_id)
    was = {source: before(begun, at) if source == LiveSource.INGEST else None for source, _, at in told}
    return {source: value + (one.counted.get(name, 0) if (one := was[source]) else 0) for source, value, _ in told}


def _first(told: Mapping[str, int], order: Sequence[LiveSource]) -> int | None:
    return next((told[one] for one in order if one in told), None)


def goods_then(conn: Connection, show: live_view.Show, at: int) -> GoodsThen:
    """The most clicked first, with the stock that was noted by then.

    What was ordered is what the shop's orders say that were paid in the show until then, where they are read so far:
    an item that is in none of them sold nothing. Else it is what the show's own events tell.
    """
    tally = live_board.tally_until(conn, show.session_id, at)
    source = live_view.ordered_by(conn, show) if any(one[1] for one in tally.items.values()) else None
    sold: Mapping[str, tuple[int, int | None]] | None = None
    if has_orders(conn, at):
        shop_id, source = whose(conn, show.session_id).shop_id, LiveSource.ORDERS
        sold = live_after.items_sold(conn, show.started_at, at + 1, shop_id)
        tally = _with_sold(tally, sold)
    stock = live_stock.stock_at(conn, show.session_id, at)
    found = []
    for one in live_board.goods(conn, show.session_id, tally, at, most=len(tally.items)):
        orders, gmv = (one.orders, one.gmv_fen) if sold is None else sold.get(one.item_id, (0, 0))
        noted = stock.get(one.item_id)
        found.append(msgspec.structs.replace(one, stock=noted, stock_at=None, sold_since=0, orders=orders, gmv_fen=gmv))
    return GoodsThen(goods=sorted(found, key=_rank)[:MOST_GOODS], source=source)


def goods_now(conn: Connection, show: live_view.Show, tally: Tally, now: int) -> list[Goods]:
    """The items of a show that is on, the most clicked first.

    Where nobody tells single orders, which a page never does, the shop's orders paid in the show stand in.
    """
    told = any(one[1] for one in tally.items.values())
    if told or not has_orders(conn, now - live_board.ORDERS_LATE_MS):
        return live_board.goods(conn, show.session_id, tally, now)
    shop_id = whose(conn, show.session_id).shop_id
    sold = live_after.items_sold(conn, show.started_at, now + 1, shop_id)
    lately = live_after.items_sold(conn, now - live_board.SPEED_MS, now + 1, shop_id)
    tally = _with_sold(tally, sold)
    found = []
    for one in live_board.goods(conn, show.session_id, tally, now, most=len(tally.items)):
        orders, gmv = sold.get(one.item_id, (0, 0))
        recent, _ = lately.get(one.item_id, (0, 0))
        found.append(
            msgspec.structs.replace(one, orders=orders, gmv_fen=gmv, recent_orders=recent, ordered_by=LiveSource.ORDERS)
        )
    return sorted(found, key=_rank)[:MOST_ON_AIR]


def _with_sold(tally: Tally, sold: Mapping[str, tuple[int, int | None]]) -> Tally:
    """What was sold without a click that anybody told, too."""
    return msgspec.structs.replace(tally, items=dict.fromkeys(sold, (0, 0, 0)) | dict(tally.items))


def _rank(one: Goods) -> tuple[int, int, str]:
    return -(one.clicks or 0), -(one.orders or 0), one.item_id


def comments_by_minute(conn: Connection, show: live_view.Show, told: Sequence[Minute]) -> dict[int, int] | None:
    """Single comments where anybody sends them, else by how much the page's own counter rose; None: neither is told."""
    if any(one.comments for one in told):
        return {one.at: one.comments for one in told}
    return _risen(conn, show, COMMENTS)


def acts_by_minute(conn: Connection, show: live_view.Show, told: Sequence[Minute]) -> dict[int, int] | None:
    """The same of all that people do: comments, likes, shares and gifts."""
    if any(one.acts for one in told):
        return {one.at: one.acts for one in told}
    return _risen(conn, show, ACTS)


def clicks_by_minute(conn: Connection, show: live_view.Show, told: Sequence[Minute]) -> dict[int, int] | None:
    """The same of how often an item was opened."""
    if any(one.item_clicks for one in told):
        return {one.at: one.item_clicks for one in told}
    return _risen(conn, show, CLICKS)


def _risen(conn: Connection, show: live_view.Show, names: Sequence[str]) -> dict[int, int] | None:
    """By how much those of these counters rose that the page tells, from one minute to the next."""
    begin_at = minute_of(show.started_at)
    counted = live_board.by_minute(conn, show.session_id, begin_at, show.until_at + 1)
    told = [name for name in names if any(getattr(one, name) is not None for one in counted)]
    known = {
        begin_at + one.at // MINUTE * MINUTE: sum(getattr(one, name) for name in told)
        for one in counted
        if all(getattr(one, name) is not None for name in told)
    }
    pairs = ((at, known.get(at - MINUTE), count) for at, count in known.items()) if told else ()
    return {at: count - was for at, was, count in pairs if was is not None and count >= was} or None


def orders_by_minute(sold: Sequence[Sold] | None, told: Sequence[Minute]) -> dict[int, int] | None:
    """How many were paid in each minute that anybody told of; None: nobody tells single orders."""
    if sold is None:
        return None
    found = {one.at: 0 for one in told}
    for at, _ in sold:
        found[minute_of(at)] = found.get(minute_of(at), 0) + 1
    return found
