"""Which rows of two books a change can touch: those alone are compared again, with all that may compete with them.

Matching decides about groups of rows that hang together, and about each group by itself (``rules/matching.py``): rows
that carry each other's numbers, and orders and trades without numbers that were paid within minutes of each other. So
the links of a group whose rows are as they were, and of which nothing has become due, are as they were. A group is
taken too large rather than too small. Of a row whose pay time moved also the group that it left is compared. Once told,
a carried number stays: that one was another before is found when all is compared, which is done each hour.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection

from console.core.clock import MINUTE, SECOND
from console.core.model import EXTERNAL
from console.store.pages import as_json_list, driver
from console.store.pay_moves import moved_since
from console.store.views import Pair

MOST = 20_000  # rows: with more it is quicker to compare all

BY_NUMBER = """
EXISTS (SELECT 1 FROM links AS k
        WHERE k.youzan_shop_id = o.shop_id AND k.trade_no = o.order_no AND k.reason = 'outer_no')
"""
CHANGED = f"""
SELECT o.id, o.paid_at, o.shop_id = ?2 AND o.kept_at >= ?3 AND NOT {BY_NUMBER} FROM orders AS o
WHERE o.shop_id IN (?1, ?2) AND (o.kept_at >= ?3 OR coalesce(o.paid_at, o.created_at) BETWEEN ?4 AND ?5)
"""  # noqa: S608 - our own words
OPEN = f"""
SELECT o.paid_at FROM orders AS o WHERE o.shop_id = ?1 AND o.paid_at IS NOT NULL AND (
  o.order_no IN (SELECT value FROM json_each(?2))
  OR o.outer_no = ''
  AND (o.source = '{EXTERNAL}'
       OR EXISTS (SELECT 1 FROM order_lines AS l WHERE l.order_id = o.id AND l.outer_line_no <> ''))
  AND NOT {BY_NUMBER})
"""  # noqa: S608 - our own words
PAID_IN = f"""
SELECT id, paid_at FROM orders
WHERE shop_id IN (?1, ?2) AND paid_at / {MINUTE} IN (SELECT value FROM json_each(?3))
"""  # noqa: S608 - a number
NUMBERS = """
SELECT o.order_no, o.outer_no, o.shop_id = ?2, l.line_no, l.outer_line_no
FROM orders AS o LEFT JOIN order_lines AS l ON l.order_id = o.id WHERE o.id IN (SELECT value FROM json_each(?1))
"""
NAMING = """
WITH numbers AS MATERIALIZED (SELECT value FROM json_each(?2))
SELECT id, paid_at FROM orders WHERE shop_id = ?1 AND outer_no IN (SELECT value FROM numbers)
UNION SELECT o.id, o.paid_at FROM order_lines AS l JOIN orders AS o ON o.id = l.order_id
WHERE l.outer_line_no IN (SELECT value FROM numbers) AND o.shop_id = ?1
"""
NAMED = """
WITH numbers AS MATERIALIZED (SELECT value FROM json_each(?2))
SELECT id, paid_at FROM orders WHERE shop_id = ?1 AND order_no IN (SELECT value FROM numbers)
UNION SELECT o.id, o.paid_at FROM order_lines AS l JOIN orders AS o ON o.id = l.order_id
WHERE l.line_no IN (SELECT value FROM numbers) AND o.shop_id = ?1
"""
LINKED = """
WITH known AS MATERIALIZED (SELECT shop_id, order_no FROM orders WHERE id IN (SELECT value FROM json_each(?3)))
SELECT t.id, t.paid_at FROM known AS o CROSS JOIN links AS k ON k.kuaishou_shop_id = ?1 AND k.order_no = o.order_no
CROSS JOIN orders AS t ON t.shop_id = ?2 AND t.order_no = k.trade_no WHERE o.shop_id = ?1
UNION
SELECT o.id, o.paid_at FROM known AS t CROSS JOIN links AS k ON k.youzan_shop_id = ?2 AND k.trade_no = t.order_no
CROSS JOIN orders AS o ON o.shop_id = ?1 AND o.order_no = k.order_no WHERE t.shop_id = ?2
"""

Row = tuple[int, int | None]
"""Row id and pay time."""


class Since(msgspec.Struct, frozen=True, kw_only=True):
    """What may have changed: rows that came in from ``kept_at`` on, and rows of an age that has become due; ms UTC."""

    kept_at: int
    due_from: int
    due_to: int


def rows_in_reach(
    conn: Connection, pair: Pair, since: Since, apart: Iterable[str], tolerance_ms: int
) -> frozenset[int] | None:
    """The ids of all rows to compare again; None: too many to be told apart. ``apart``: trades set apart by people."""
    k, y = pair.shop_ids
    asked = (k, y, since.kept_at, since.due_from, since.due_to)
    changed = driver(conn).execute(CHANGED, asked).fetchall()
    if len(changed) > MOST:
        return None
    left = moved_since(conn, pair, since.kept_at)
    moved = [paid_at for _, paid_at, may_compete in changed if may_compete and paid_at is not None]
    opened = [] if not changed else [row[0] for row in driver(conn).execute(OPEN, (y, as_json_list(apart)))]
    crowds = _Crowds(sorted([*opened, *moved, *(at for at, of_trade in left if of_trade)]), tolerance_ms)
    found: dict[int, int | None] = {}
    fresh: dict[int, int | None] = {row_id: paid_at for row_id, paid_at, *_ in changed}
    fresh |= dict(_paid_near(conn, pair, crowds.joined(at for at, _ in left)))
    while fresh:
        found |= fresh
        if len(found) > MOST:
            return None
        near = [*_paid_near(conn, pair, crowds.joined(fresh.values())), *_by_number(conn, pair, fresh)]
        fresh = {row_id: paid_at for row_id, paid_at in near if row_id not in found}
    return frozenset(found)


class _Crowds:
    """Trades without numbers, in crowds: two in a row may compete for an order if they were paid closely enough."""

    def __init__(self, times: Sequence[int], tolerance_ms: int) -> None:
        early, late = tolerance_ms + SECOND, SECOND  # an order's pay time lies this much before and after a trade's
        cuts = [at for at in range(1, len(times)) if times[at] - times[at - 1] > early + late]
        self._begins = [times[at] - early for at in (0, *cuts)] if times else []
        self._ends = [times[at - 1] + late for at in (*cuts, len(times))] if times else []
        self._joined: set[int] = set()

    def joined(self, times: Iterable[int | None]) -> list[tuple[int, int]]:
        """The spans of the crowds that rows paid then belong to, and that nobody asked for yet."""
        hit = {bisect_right(self._begins, at) - 1 for at in times if at is not None}
        known = {at for at in hit if at >= 0} - self._joined
        self._joined |= known
        return [(self._begins[at], self._ends[at]) for at in sorted(known)]


def _paid_near(conn: Connection, pair: Pair, spans: Sequence[tuple[int, int]]) -> list[Row]:
    """All rows that were paid within these spans, which are in order and apart."""
    if not spans:
        return []
    minutes = {minute for begin, end in spans for minute in range(begin // MINUTE, end // MINUTE + 1)}
    rows = driver(conn).execute(PAID_IN, (*pair.shop_ids, as_json_list(minutes)))
    ends = [end for _, end in spans]
    found = [(row_id, at, bisect_left(ends, at)) for row_id, at in rows]
    return [(row_id, at) for row_id, at, place in found if place < len(spans) and spans[place][0] <= at]


def _by_number(conn: Connection, pair: Pair, ids: Iterable[int]) -> list[Row]:
    """The trades that name an order of these, the orders that a trade of these names, and what was linked to them."""
    k, y = pair.shop_ids
    here, sql = as_json_list(ids), driver(conn)
    own: set[str] = set()
    named: set[str] = set()
    for order_no, outer_no, is_trade, line_no, outer_line_no in sql.execute(NUMBERS, (here, y)):
        (named if is_trade else own).update((outer_no, outer_line_no) if is_trade else (order_no, line_no))
    found: list[Row] = sql.execute(LINKED, (k, y, here)).fetchall()
    for asked, shop_id, numbers in ((NAMING, y, own), (NAMED, k, named)):
        if known := [number for number in numbers if number]:
            found += sql.execute(asked, (shop_id, as_json_list(known))).fetchall()
    return found
