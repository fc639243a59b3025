"""What the board of a show that is on asks every second: bounded by the last minutes, never the whole log."""

import math
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Final

import msgspec
from sqlalchemy import Connection

from console.core.clock import MINUTE
from console.core.live import LiveEvent, LiveEventType, LiveSnapshot, LiveSource
from console.core.model import Platform
from console.rules.live import Minute
from console.rules.live_counters import before, whole
from console.rules.live_recap import Sold
from console.rules.live_sources import one_line, order_of
from console.store import live_settings, live_stock, live_view
from console.store.item_readings import READ_AT
from console.store.live_counters import restarts
from console.store.live_recaps import has_orders, orders_read_at
from console.store.live_shop import whose
from console.store.on_air import running
from console.store.pages import driver
from console.store.push_rules import buffers, push_rules

ORDERS_LATE_MS: Final = 3 * MINUTE  # orders are read once a minute
SPEED_MS: Final = 5 * MINUTE
TALK: Final = (LiveEventType.COMMENT, LiveEventType.CAPTION)
MOST_TALK: Final = 500
MOST_SHOPS: Final = 5  # of so many the shows are looked through for those of one

ONLINE = """
SELECT source, json_group_array(at), json_group_array(online) FROM live_snapshots
WHERE session_id = ? AND online IS NOT NULL GROUP BY source
"""  # as one text a source: row by row a long show would hold Python for a tenth of a second
BY_MINUTE = """
SELECT source, (at - ?2) / 60000, AVG(online), MAX(viewers), MAX(watch_s), AVG(avg_stay_s), MAX(interactors),
       MAX(new_followers), MAX(viewers_nonfan), MAX(item_clickers), MAX(item_clicks), MAX(gmv_fen), MAX(comments),
       MAX(likes), MAX(shares), MAX(gifts)
FROM live_snapshots WHERE session_id = ?1 AND at >= ?2 AND at < ?3 AND source = (
    SELECT source FROM live_snapshots WHERE session_id = ?1 GROUP BY source ORDER BY COUNT(*) DESC, source LIMIT 1)
GROUP BY 2 ORDER BY 2
"""
NAMES: Final = (
    *("viewers", "watch_s", "avg_stay_s", "interactors", "new_followers", "viewers_nonfan", "item_clickers"),
    *("item_clicks", "gmv_fen", "comments", "likes", "shares", "gifts"),
)
SOURCES = """
SELECT source, MAX(at) FROM (
    SELECT source, MAX(at) AS at FROM live_snapshots WHERE session_id = ?1 AND at >= ?2 GROUP BY source
    UNION ALL
    SELECT source, MAX(at) FROM live_events WHERE session_id = ?1 AND at >= ?2 AND source <> 'manual' GROUP BY source)
WHERE at IS NOT NULL GROUP BY source
"""
SUMS = """
SELECT item_id, SUM(CASE WHEN type = 'item_click' THEN COALESCE(count, 1) END),
       SUM(CASE WHEN type = 'order' THEN COALESCE(count, 1) END), SUM(CASE WHEN type = 'order' THEN amount_fen END)
FROM live_events WHERE {where} AND item_id <> '' AND type IN ('item_click', 'order') GROUP BY item_id
"""
LATEST_OF = f"""
SELECT * FROM (SELECT {", ".join(live_view.EVENT)} FROM live_events {live_view.BY_TYPE}
WHERE session_id = ?1 AND type = '{{kind}}' AND at >= ?2 AND at <= ?3 ORDER BY at DESC, event_id DESC LIMIT ?4)
"""  # noqa: S608 - our own words
LAST = "SELECT rowid, session_id || ' ' || event_id FROM live_events ORDER BY rowid DESC LIMIT 1"
NUMBERED = "SELECT session_id || ' ' || event_id FROM live_events WHERE rowid = ?"
TALKED = f"""
{" UNION ALL ".join(LATEST_OF.format(kind=kind.value) for kind in TALK)} ORDER BY at DESC, event_id DESC LIMIT ?4
"""
KNOWN = f"""
SELECT item_id, items.shop_id, title, price_fen, stock, image_url, {READ_AT}
FROM items WHERE items.shop_id LIKE ? AND item_id IN ({{marks}})
"""  # noqa: S608 - our own words


class Goods(msgspec.Struct, frozen=True, kw_only=True):
    """An item of a show. None: nobody says it. ``buffer``: pieces that are not to be sold.

    ``stock`` is what the shop's list said when it was asked at ``stock_at``; ``sold_since``: pieces that went after
    that, as far as told.
    """

    item_id: str
    title: str = ""
    image_url: str = ""
    price_fen: int | None = None
    stock: int | None = None
    stock_at: int | None = None
    sold_since: int = 0
    buffer: int = 0
    clicks: int | None = None
    orders: int | None = None
    gmv_fen: int | None = None
    recent_orders: int | None = None  # of the last five minutes
    ordered_by: LiveSource | None = None  # who says what was ordered, where it is said apart

    @property
    def left(self) -> int | None:
        """What there is by now."""
        return None if self.stock is None else max(0, self.stock - self.sold_since)

    @property
    def minutes_left(self) -> float | None:
        """Until what may be sold is gone, at the last five minutes' speed; None: nothing sells, or nobody knows."""
        if self.left is None or not self.recent_orders:
            return None
        return max(0, self.left - self.buffer) / (self.recent_orders / (SPEED_MS / MINUTE))


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """Clicks, orders and money by item up to a row of the log, so that the next look adds only what is new."""

    row: int = 0
    event: str = ""  # which one that is: where it was taken back, its number goes to another
    items: Mapping[str, tuple[int, int, int]] = {}


def on_air(conn: Connection, now: int) -> live_view.Show | None:
    """The show that is on, as far as anybody tells."""
    session_id = running(conn, now)
    return None if session_id is None else live_view.show(conn, session_id)


def online(conn: Connection, session_id: str) -> list[tuple[int, int]]:
    """How many watched, at every moment that somebody told it: of several sources one at a time."""
    told = {}
    for source, *columns in driver(conn).execute(ONLINE, (session_id,)):
        at, people = (msgspec.json.decode(column, type=list[int]) for column in columns)
        told[LiveSource(source)] = sorted(zip(at, people, strict=True))
    return one_line(told, order_of("online", live_settings.precedence(conn)))


def by_minute(conn: Connection, session_id: str, begin_at: int, end_at: int = 2**62) -> list[LiveSnapshot]:
    """One snapshot a minute, ``at`` from the beginning: its counters only grow, so the largest is the last.

    Of several sources the one that told most: two that differ must not be stirred into one curve.
    """
    found, begun = [], restarts(conn, session_id)
    for source, minute, watching, *told in driver(conn).execute(BY_MINUTE, (session_id, begin_at, end_at)):
        values = dict(zip(NAMES, told, strict=True))
        people = None if watching is None else round(watching)
        at = minute * MINUTE + MINUTE - 1
        one = LiveSnapshot(session_id=session_id, at=at, online=people, **values)
        # the minute in which they begin again holds what they had counted until then
        was = before(begun, begin_at + minute * MINUTE) if source == LiveSource.INGEST.value else None
        found.append(whole(one, was))
    return found


def past(conn: Connection, before_at: int, most: int = 30, shop_id: str = "") -> list[list[LiveSnapshot]]:
    """The shows before this one, the latest first, a snapshot a minute; none that is known to be of another shop."""
    asked = """SELECT session_id, started_at, last_at FROM live_sessions
               WHERE last_at < ? ORDER BY started_at DESC LIMIT ?"""
    told = driver(conn).execute(asked, (before_at, most * MOST_SHOPS if shop_id else most)).fetchall()
    own = (one for one in told if not shop_id or whose(conn, one[0]).shop_id in ("", shop_id))
    return [_with_sales(conn, *one) for one in islice(own, most)]


def _with_sales(conn: Connection, session_id: str, begin_at: int, last_at: int) -> list[LiveSnapshot]:
    """A snapshot a minute, the shop's orders in place of what the page said of money, where there are any."""
    show = by_minute(conn, session_id, begin_at)
    paid = live_view.sales(conn, begin_at, last_at + 1, whose(conn, session_id).shop_id)
    sold = [(one.paid_at - begin_at, one.amount_fen) for one in paid]
    if not sold:
        return show
    found, at, total = [], 0, 0
    for one in show:
        while at < len(sold) and sold[at][0] <= one.at:
            total, at = total + sold[at][1], at + 1
        found.append(msgspec.structs.replace(one, gmv_fen=total))
    return found


class Sales(msgspec.Struct, frozen=True, kw_only=True):
    """What was sold so far: amounts by time (whole minutes before the last ten), how many orders, and who says so.

    ``read_at``: as of when; ``shops``: of so many together, for nobody tells of which of them the show is.
    """

    sold: Sequence[Sold] | None = None
    orders: int | None = None
    source: LiveSource = LiveSource.ORDERS
    read_at: int | None = None
    shops: int = 0


def sales(conn: Connection, show: live_view.Show, told: Sequence[Minute], now: int) -> Sales:
    """The shop's orders where they are read up to now, else the orders among the show's events."""
    if has_orders(conn, min(now, show.until_at) - ORDERS_LATE_MS):
        of = whose(conn, show.session_id)
        found = live_view.sales(conn, show.started_at, now + 1, of.shop_id)
        sold = [(one.paid_at, one.amount_fen) for one in found]
        return Sales(sold=sold, orders=len(found), read_at=orders_read_at(conn, now), shops=of.shops)
    if not any(one.orders for one in told):
        return Sales()
    exact = (now - 2 * SPEED_MS) // MINUTE * MINUTE
    lately = live_view.events(conn, show.session_id, exact, now + 1, (LiveEventType.ORDER,))
    sold = [(one.at, one.gmv_fen) for one in told if one.at < exact and one.gmv_fen]
    sold += [(one.at, one.amount_fen or 0) for one in lately]
    orders, by = sum(one.orders for one in told), live_view.ordered_by(conn, show)
    return Sales(sold=sold, orders=orders, source=by, read_at=show.last_at)


def sources(conn: Connection, session_id: str, since_at: int) -> dict[LiveSource, int]:
    """Who told anything lately, and when last."""
    return {LiveSource(name): at for name, at in driver(conn).execute(SOURCES, (session_id, since_at))}


def tally(conn: Connection, session_id: str, known: Tally) -> Tally:
    """Add what came in since: rows are never changed, and new ones get higher numbers however late they are.

    Only where the last one seen was taken back all are counted anew.
    """
    db = driver(conn)
    if known.row and db.execute(NUMBERED, (known.row,)).fetchone() != (known.event,):
        known = Tally()
    last, event = db.execute(LAST).fetchone() or (0, "")
    if last == known.row:
        return known
    where = "session_id = ?1" if not known.row else "rowid > ?2 AND +session_id = ?1"
    items = dict(known.items)
    for item_id, *new in db.execute(SUMS.format(where=where) if known.row else _first(where), (session_id, known.row)):
        was = items.get(item_id, (0, 0, 0))
        items[item_id] = (was[0] + (new[0] or 0), was[1] + (new[1] or 0), was[2] + (new[2] or 0))
    return Tally(row=last, event=event, items=items)


def tally_until(conn: Connection, session_id: str, at: int) -> Tally:
    """The same as of an instant of a past show."""
    where = "session_id = ?1 AND at <= ?2"
    found = driver(conn).execute(SUMS.format(where=where), (session_id, at))
    return Tally(items={item_id: (new[0] or 0, new[1] or 0, new[2] or 0) for item_id, *new in found})


def ordered_until(conn: Connection, session_id: str, at: int) -> tuple[int, int]:
    """How many orders the show's own events tell up to an instant, and their sum in fen."""
    asked = """SELECT COALESCE(SUM(COALESCE(count, 1)), 0), COALESCE(SUM(amount_fen), 0) FROM live_events
               WHERE session_id = ? AND at <= ? AND type = 'order'"""
    orders, gmv = driver(conn).execute(asked, (session_id, at)).fetchone()
    return int(orders), int(gmv)


def _first(where: str) -> str:
    """The whole show; the second value is named so that both ways take the same values."""
    return SUMS.format(where=f"{where} AND ?2 = 0")


def goods(conn: Connection, session_id: str, sums: Tally, now: int, most: int = 12) -> list[Goods]:
    """The items of a show, the most clicked first, with what the shop's own list says of them."""
    wanted = sorted(sums.items, key=lambda item_id: (-sums.items[item_id][0], item_id))[:most]
    db, rules, own = driver(conn), push_rules(conn), buffers(conn)
    marks = ", ".join("?" * len(wanted))
    known = {row[0]: row for row in db.execute(KNOWN.format(marks=marks), (f"{Platform.KUAISHOU}:%", *wanted))}
    read = {item_id: (row[1], row[6]) for item_id, row in known.items() if row[4] is not None}
    gone = live_stock.sold_since(conn, session_id, read, now)
    where = "session_id = ? AND at > ? AND at <= ?"
    lately = {row[0]: row[2] or 0 for row in db.execute(SUMS.format(where=where), (session_id, now - SPEED_MS, now))}
    tells_clicks = any(one[0] for one in sums.items.values())
    tells_orders = any(one[1] for one in sums.items.values())
    kept = rules.on_air_buffer if rules.on_air_buffer is not None else rules.buffer
    found = []
    for item_id in wanted:
        clicks, orders, gmv = sums.items[item_id]
        _, shop_id, title, price, stock, image, read_at = known.get(item_id, (item_id, "", "", None, None, "", None))
        found.append(
            Goods(
                item_id=item_id,
                title=title,
                image_url=image,
                price_fen=price,
                stock=stock,
                stock_at=None if stock is None else read_at,
                sold_since=gone.get(item_id, 0),
                buffer=own.get((shop_id, item_id), kept),
                clicks=clicks if tells_clicks else None,
                orders=orders if tells_orders else None,
                gmv_fen=gmv if tells_orders else None,
                recent_orders=lately.get(item_id, 0) if tells_orders else None,
            )
        )
    return found


def talk(
    conn: Connection, session_id: str, begin_at: int = 0, end_at: int = 2**62, most: int = MOST_TALK
) -> list[LiveEvent]:
    """Comments and captions, the latest first."""
    found = driver(conn).execute(TALKED, (session_id, begin_at, end_at, most))
    return [msgspec.convert(dict(zip(live_view.EVENT, row, strict=True)), LiveEvent) for row in found]


def risk(minutes: float | None) -> str:
    """``high`` below five minutes, ``middle`` below thirty, else ``low``; empty: cannot be said."""
    if minutes is None or math.isnan(minutes):
        return ""
    return "high" if minutes < 5 else "middle" if minutes < 30 else "low"
