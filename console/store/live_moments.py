"""What of a past show is asked minute by minute, as of one moment of it, and in one line."""

from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import Connection

from console.core.clock import MINUTE
from console.core.live import LiveSource
from console.rules.live import Minute, minute_of
from console.rules.live_recap import Sold
from console.store import live_after, live_board, live_stock, live_view
from console.store.live_board import Goods, Tally
from console.store.live_recaps import has_orders
from console.store.live_shop import Whose, whose
from console.store.pages import driver

MOST_GOODS, MOST_ON_AIR = 20, 12


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
    """What the shop's orders say was sold, where they are read so far; else what the show's own page or events told."""
    asked = "SELECT MAX(online), MAX(viewers), MAX(gmv_fen), MAX(orders_paid) FROM live_snapshots"
    of = (show.session_id, show.until_at)
    row = driver(conn).execute(f"{asked} WHERE session_id = ? AND at <= ?", of).fetchone()
    online, viewers, gmv, orders = row
    source = None if gmv is None and orders is None else show.source
    mine = Whose()
    if has_orders(conn, show.until_at):
        mine, source = whose(conn, show.session_id), LiveSource.ORDERS
        sales = live_view.sales(conn, show.started_at, show.until_at + 1, mine.shop_id)
        orders, gmv = len(sales), sum(one.amount_fen for one in sales)
    elif source is None:
        told, amount = live_board.ordered_until(conn, *of)
        if told:
            orders, gmv, source = told, amount, show.source
    return ShowSum(most_online=online, viewers=viewers, orders=orders, gmv_fen=gmv, sold_by=source, shops=mine.shops)


def goods_then(conn: Connection, show: live_view.Show, at: int) -> GoodsThen:
    """The most clicked first, with the stock that was noted by then.

    What was ordered is what the shop's orders say that were paid in the show until then, where they are read so far:
    an item that is in none of them sold nothing. Else it is what the show's own events tell.
    """
    tally = live_board.tally_until(conn, show.session_id, at)
    source = show.source if any(one[1] for one in tally.items.values()) else None
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
    begin_at = minute_of(show.started_at)
    counted = live_board.by_minute(conn, show.session_id, begin_at, show.until_at + 1)
    known = {begin_at + one.at // MINUTE * MINUTE: one.comments for one in counted if one.comments is not None}
    pairs = ((at, known.get(at - MINUTE), count) for at, count in known.items())
    return {at: count - before for at, before, count in pairs if before is not None and count >= before} or None


def orders_by_minute(sold: Sequence[Sold] | None, told: Sequence[Minute]) -> dict[int, int] | None:
    """How many were paid in each minute that anybody told of; None: nobody tells single orders."""
    if sold is None:
        return None
    found = {one.at: 0 for one in told}
    for at, _ in sold:
        found[minute_of(at)] = found.get(minute_of(at), 0) + 1
    return found
