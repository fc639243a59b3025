"""What the file itself tells of two arms: an item's days before and after a change, and shows of either kind.

A day, or a show, is one observation: what is sold within one hangs together, so that orders are not counted as if each
were dealt out alone. Only whole days, only shows that are over.
"""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection

from console.core.clock import DAY, day_start
from console.core.model import OrderStatus
from console.rules.experiments import Arm, ArmName, Experiment, Figure, Metric, Taken, added_up
from console.store.cursors import orders_read_until
from console.store.live_after import after
from console.store.live_places import LEADS
from console.store.live_shop import whose
from console.store.live_view import show
from console.store.pages import driver

ITEM_METRICS: Final = ("orders_day", "pieces_day", "amount_day")
SHOW_METRICS: Final = ("orders_show", "amount_show", "orders_per_click")
HISTORY_DAYS: Final = 28  # of what was before, to plan by

BY_DAY = f"""
SELECT (orders.paid_at - ?1) / {DAY}, COUNT(DISTINCT orders.id), SUM(line.quantity), SUM(line.amount_fen)
FROM orders JOIN order_lines AS line ON line.order_id = orders.id
WHERE {LEADS} AND orders.paid_at >= ?1 AND orders.paid_at < ?2 AND orders.status <> ?3 AND orders.shop_id = ?4
AND line.item_id = ?5 GROUP BY 1
"""  # noqa: S608 - our own words
FIRST = f"SELECT MIN(orders.paid_at) FROM orders WHERE {LEADS} AND orders.paid_at > 0 AND orders.shop_id = ?"  # noqa: S608
CLICKS = "SELECT SUM(item_clicks) FROM live_minutes WHERE session_id = ?"


def taken_figures(conn: Connection, of: Experiment, taken: Taken) -> list[Figure]:
    """Every observation there is, one a figure; the plan says how many of them count."""
    if taken.source == "shows":
        return [one for metric in of.metrics for one in _of_shows(conn, metric, taken)]
    return [one for metric in of.metrics for one in _around(conn, metric, taken, metric.planned)]


def history(conn: Connection, taken: Taken, metric: Metric, until: int) -> Arm:
    """What was before, to plan by: an item's last days, or the shows of A."""
    if taken.source == "shows":
        return added_up(one for one in _of_shows(conn, metric, taken) if one.arm == "a")
    begin = max(day_start(until) - HISTORY_DAYS * DAY, _since(conn, taken.shop_id))
    return added_up(_days(conn, metric, taken, "a", begin, day_start(until)))


def _around(conn: Connection, metric: Metric, taken: Taken, days: int) -> list[Figure]:
    since, until = _since(conn, taken.shop_id), _until(conn, taken.shop_id)
    change = taken.changed_at
    before = _days(conn, metric, taken, "a", max(change - days * DAY, since), min(change, until))
    return [*before, *_days(conn, metric, taken, "b", change, min(change + days * DAY, until))]


def _since(conn: Connection, shop_id: str) -> int:
    """The first whole day of which the file knows the orders."""
    (first,) = driver(conn).execute(FIRST, (shop_id,)).fetchone()
    return 2**62 if first is None else day_start(first) + DAY


def _until(conn: Connection, shop_id: str) -> int:
    """The end of the last whole day that was read to its end."""
    read = orders_read_until(conn, (shop_id,))
    return 0 if read is None else day_start(read)


def _days(conn: Connection, metric: Metric, taken: Taken, arm: ArmName, begin: int, end: int) -> list[Figure]:
    if begin >= end:
        return []
    known = (begin, end, OrderStatus.UNPAID.value, taken.shop_id, taken.item_id)
    place = ITEM_METRICS.index(metric.key)
    by_day = {day: values[place] for day, *values in driver(conn).execute(BY_DAY, known)}
    return [
        Figure(
            metric=metric.key,
            arm=arm,
            n=1,
            day_at=begin + day * DAY,
            mean=float(value),
            origin="orders",
            kept_at=begin + (day + 1) * DAY,
        )
        for day in range((end - begin) // DAY)
        for value in (by_day.get(day, 0),)
        if value is not None  # a line did not say its share
    ]


def _of_shows(conn: Connection, metric: Metric, taken: Taken) -> list[Figure]:
    arms: Sequence[tuple[ArmName, tuple[str, ...]]] = (("a", taken.a_shows), ("b", taken.b_shows))
    found = [_of_show(conn, metric, arm, name) for arm, names in arms for name in names]
    return [one for one in found if one is not None]


def _of_show(conn: Connection, metric: Metric, arm: ArmName, session_id: str) -> Figure | None:
    one = show(conn, session_id)
    if one is None or one.ended_at is None:
        return None
    sold = after(conn, one.started_at, one.until_at, whose(conn, session_id).shop_id)
    (clicks,) = driver(conn).execute(CLICKS, (session_id,)).fetchone()
    rate = sold.orders / clicks if clicks and sold.orders is not None else None
    values = {"orders_show": sold.orders, "amount_show": sold.gmv_fen, "orders_per_click": rate}
    value = values[metric.key]
    if value is None:
        return None
    return Figure(
        metric=metric.key, arm=arm, n=1, day_at=one.started_at, mean=value, origin="shows", kept_at=one.ended_at
    )
