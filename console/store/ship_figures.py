"""How punctually orders leave, and what of tonight will be late: figures above the list, and the rows behind them."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, column, func, select, text

from console import reference
from console.core.clock import DAY, day_start
from console.rules.fulfilment import Case, Forecast, Punctuality, forecast, punctuality
from console.rules.logistics import Complaints
from console.store import ship_view
from console.store.order_holds import KEPT, all_kept
from console.store.pages import as_json_list
from console.store.tracks import LONGEST_WAIT_MS, complaints
from console.store.views import Pair

JUDGED_DAYS, COMPLAINT_DAYS = 7, 30
UNTOLD_MOST = 500

SHOPS = "(:shops IS NULL OR o.shop_id IN (SELECT value FROM json_each(:shops)))"
HELD = "(o.risk OR o.refunding OR o.status <> 'to_ship')"
KEPT_BACK = f"o.id IN ({KEPT})"  # by the merchant: that excuses nothing before the platform, but nothing leaves tonight
ANY = f"SELECT EXISTS (SELECT 1 FROM orders AS o WHERE {SHOPS})"  # noqa: S608 - our own words
CASES = f"""
SELECT o.id, o.paid_at, o.ship_by_at, o.shipped_at, coalesce(t.presale, 0), {HELD}
FROM orders AS o LEFT JOIN order_terms AS t ON t.order_id = o.id
WHERE o.under_id IS NULL AND o.paid_at >= :since AND o.status NOT IN ('unpaid', 'closed', 'unknown') AND {SHOPS}
AND coalesce(json_extract(t.terms, '$.way'), 'carrier') = 'carrier'
"""  # noqa: S608 - our own words
WAITING = f"""
SELECT o.id, o.paid_at, o.ship_by_at, NULL, 0, ({HELD} OR {KEPT_BACK})
FROM orders AS o WHERE o.under_id IS NULL AND o.status = 'to_ship' AND o.ship_by_at < :night AND {SHOPS}
"""  # noqa: S608 - our own words
LEFT_LATELY = f"""
SELECT o.shipped_at FROM orders AS o
WHERE o.under_id IS NULL AND o.paid_at >= :since - {LONGEST_WAIT_MS}
AND o.shipped_at BETWEEN :since AND :now AND {SHOPS}
"""  # noqa: S608 - our own words
LATE = f"""
WITH gone AS (SELECT count(*) AS n FROM ({LEFT_LATELY})),
queue AS (SELECT o.id AS id, o.ship_by_at AS due, row_number() OVER (ORDER BY o.ship_by_at, o.id) AS place
  FROM orders AS o WHERE o.under_id IS NULL AND o.status = 'to_ship' AND NOT o.refunding AND o.ship_by_at < :night
  AND NOT o.risk AND NOT {KEPT_BACK} AND {SHOPS})
SELECT queue.id AS id FROM queue, gone
WHERE queue.due < :now OR gone.n = 0 OR :now + queue.place * :pace / gone.n > queue.due
"""  # noqa: S608 - our own words
TROUBLED = """
SELECT coalesce(o.under_id, o.id) AS id FROM parcel_tracks AS p
JOIN orders AS o ON o.shop_id = p.shop_id AND o.order_no = p.order_no WHERE p.finding <> ''
"""


class ShipFigures(msgspec.Struct, frozen=True, kw_only=True):
    """What stands above the list. ``untold`` are numbers that one platform knows and the other was not told.

    ``is_known``: there are orders at all; before that nothing is counted, not even to nothing.
    """

    punctuality: Punctuality
    tonight: Forecast
    complaints: Complaints
    untold: int
    kept: int = 0  # rows that the merchant keeps back
    is_known: bool = True


def ship_figures(conn: Connection, now: int, pair: Pair | None = None) -> ShipFigures:
    """Of the last week, of tonight, and of a month."""
    lines, shops = reference.ship_lines(), _shops(pair)
    night = day_start(now) + DAY
    cases = _cases(conn, CASES, since=now - JUDGED_DAYS * DAY, shops=shops)
    waiting = _cases(conn, WAITING, night=night, shops=shops)
    asked = {"since": now - lines.pace_ms, "now": now, "shops": shops}
    left = [int(row[0]) for row in conn.execute(text(LEFT_LATELY), asked)]
    shop_id = None if pair is None else pair.kuaishou_shop_id
    return ShipFigures(
        punctuality=punctuality(cases, lines, now),
        tonight=forecast(waiting, left, lines, now),
        complaints=complaints(conn, now - COMPLAINT_DAYS * DAY, pair),
        kept=all_kept(conn, pair),
        untold=len(ship_view.untold(conn, shop_id, UNTOLD_MOST)),
        is_known=bool(conn.execute(text(ANY), {"shops": shops}).scalar_one()),
    )


def late_tonight(now: int, pair: Pair | None = None) -> Any:
    """The rows that ``rules.fulfilment.forecast`` names late, as a question inside another."""
    pace = reference.ship_lines().pace_ms
    night = day_start(now) + DAY
    asked = text(LATE).bindparams(since=now - pace, now=now, night=night, pace=pace, shops=_shops(pair))
    return asked.columns(column("id"))


def troubled() -> Any:
    """The rows of which something is wrong with a parcel, whichever side told it."""
    return text(TROUBLED).columns(column("id"))


def late_count(conn: Connection, now: int, pair: Pair | None = None) -> int:
    """How many will be late tonight."""
    return int(conn.execute(select(func.count()).select_from(late_tonight(now, pair).subquery())).scalar_one())


def troubled_count(conn: Connection, pair: Pair | None = None) -> int:
    """How many orders have a parcel of which something is wrong."""
    asked = f"SELECT count(DISTINCT order_no) FROM parcel_tracks AS o WHERE finding <> '' AND {SHOPS}"  # noqa: S608 - our own words
    return int(conn.execute(text(asked), {"shops": _shops(pair)}).scalar_one())


def _shops(pair: Pair | None) -> str | None:
    return None if pair is None else as_json_list(list(pair.shop_ids))


def _cases(conn: Connection, sql: str, **asked: object) -> Sequence[Case]:
    return [
        Case(id=row[0], paid_at=row[1] or 0, due_at=row[2], shipped_at=row[3], presale=bool(row[4]), held=bool(row[5]))
        for row in conn.execute(text(sql), asked)
    ]
