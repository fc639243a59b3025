"""Sales and refunds of goods as they were known at several instants, each question asked once for all of them.

To walk through the orders of three months takes most of the time, and what was advised is held against four instants.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from sqlalchemy import Connection

from console.core.clock import DAY
from console.core.model import AfterSaleKind, AfterSaleStatus
from console.rules.selecting import HALF, Lines
from console.store.insights import OF_SHOPS, SOLD, shops_of
from console.store.pages import driver
from console.store.views import Pair

SUMS: Final = ("orders", "pieces", "amount_fen", "late", "before", "long_orders", "buyers", "again")
SOLD_THEN: Final = f"paid_at >= ?1 AND paid_at < ?2 AND {SOLD} AND {OF_SHOPS}"
ONCE: Final = """
CASE WHEN l.position = 0 THEN 1 ELSE NOT EXISTS (
    SELECT 1 FROM order_lines AS e
    WHERE e.order_id = l.order_id AND e.position < l.position AND e.item_id = l.item_id) END
"""
"""An order counts once for an item, however many of its lines are of it."""
FEN: Final = "coalesce(l.amount_fen, l.price_fen * l.quantity, 0)"
FACTS: Final = f"""
WITH mine AS (
    SELECT o.shop_id, l.item_id, o.buyer_id, {{sums}}
    FROM orders AS o INDEXED BY ix_orders_buyer JOIN order_lines AS l ON l.order_id = o.id
    WHERE {SOLD_THEN} GROUP BY o.shop_id, o.buyer_id, l.item_id)
SELECT shop_id, item_id, {{told}} FROM mine GROUP BY shop_id, item_id
"""  # noqa: S608 - our own words
REFUNDED: Final = f"""
WITH back AS MATERIALIZED (
    SELECT shop_id AS back_shop, order_no AS back_no, line_no AS back_line, coalesce(finished_at, updated_at) AS back_at
    FROM after_sales WHERE status = '{AfterSaleStatus.SUCCESS}' AND kind <> '{AfterSaleKind.EXCHANGE}')
SELECT o.shop_id, l.item_id, {{sums}} FROM back CROSS JOIN orders AS o INDEXED BY sqlite_autoindex_orders_1
    ON o.shop_id = back_shop AND o.order_no = back_no
JOIN order_lines AS l ON l.order_id = o.id AND (back_line = '' OR back_line = l.line_no)
WHERE back_at < ?2 AND {SOLD_THEN} GROUP BY o.shop_id, l.item_id
"""  # noqa: S608 - our own words
PIECES: Final = f"""
SELECT o.shop_id, l.item_id, {{sums}}
FROM orders AS o INDEXED BY ix_orders_view JOIN order_lines AS l ON l.order_id = o.id
WHERE {SOLD_THEN} GROUP BY o.shop_id, l.item_id
"""  # noqa: S608 - our own words
ROWS: Final = "SELECT shop_id, item_id, coalesce(under_id, id) FROM items"

ByRow = dict[int, tuple[int, ...]]
"""Figures by the row that linked goods share."""


def sums_at(conn: Connection, instants: Sequence[int], pair: Pair | None, lines: Lines) -> list[ByRow]:
    """``SUMS`` of each item as known at each instant."""
    sums, told = list[str](), list[str]()
    for number, until in enumerate(instants):
        sums += _sums(number, until, lines)
        told += [f"sum({name}{number})" for name in ("month", "pieces", "fen", "late", "earlier", "long")]
        told += [f"sum(buyer_id <> '' AND long{number} > {least})" for least in (0, 1)]
    asked = FACTS.format(sums=", ".join(sums), told=", ".join(told))
    return _apart(by_row(conn, asked, _whole(instants, pair, lines)), len(SUMS), len(instants))


def _sums(number: int, until: int, lines: Lines) -> Iterator[str]:
    """By buyer and item, as of one instant."""
    month = f"o.paid_at >= {until - lines.days * DAY} AND o.paid_at < {until}"
    half = until - HALF * DAY
    yield f"sum(CASE WHEN {_long(until, lines)} THEN {ONCE} ELSE 0 END) AS long{number}"
    yield f"sum(CASE WHEN {month} THEN {ONCE} ELSE 0 END) AS month{number}"
    yield f"sum(CASE WHEN {month} THEN l.quantity ELSE 0 END) AS pieces{number}"
    yield f"sum(CASE WHEN {month} THEN {FEN} ELSE 0 END) AS fen{number}"
    yield f"sum(CASE WHEN o.paid_at >= {half} AND o.paid_at < {until} THEN l.quantity ELSE 0 END) AS late{number}"
    earlier = f"o.paid_at >= {half - HALF * DAY} AND o.paid_at < {half}"
    yield f"sum(CASE WHEN {earlier} THEN l.quantity ELSE 0 END) AS earlier{number}"


def _long(until: int, lines: Lines) -> str:
    return f"o.paid_at >= {until - lines.long_days * DAY} AND o.paid_at < {until}"


def refunded_at(conn: Connection, instants: Sequence[int], pair: Pair | None, lines: Lines) -> list[ByRow]:
    """Of how many orders of each item money had gone back by each instant."""
    sums = [
        f"count(DISTINCT CASE WHEN back_at < {until} AND {_long(until, lines)} THEN o.id END)" for until in instants
    ]
    asked = REFUNDED.format(sums=", ".join(sums))
    return _apart(by_row(conn, asked, _whole(instants, pair, lines)), 1, len(instants))


def pieces_in(conn: Connection, stretches: Sequence[tuple[int, int]], pair: Pair | None) -> list[dict[int, int]]:
    """How many pieces of each line of goods were sold in each stretch."""
    if not stretches:
        return []
    sums = [
        f"sum(CASE WHEN o.paid_at >= {begin} AND o.paid_at < {end} THEN l.quantity ELSE 0 END)"
        for begin, end in stretches
    ]
    whole = (min(begin for begin, _ in stretches), max(end for _, end in stretches), shops_of(pair))
    found = _apart(by_row(conn, PIECES.format(sums=", ".join(sums)), whole), 1, len(stretches))
    return [{row: pieces for row, (pieces,) in one.items() if pieces} for one in found]


def _whole(instants: Sequence[int], pair: Pair | None, lines: Lines) -> tuple[object, ...]:
    return min(instants) - lines.long_days * DAY, max(instants), shops_of(pair)


def _apart(found: ByRow, wide: int, instants: int) -> list[ByRow]:
    """What stands side by side, one after the other."""
    return [{row: sums[n * wide : (n + 1) * wide] for row, sums in found.items()} for n in range(instants)]


def by_row(conn: Connection, asked: str, told: tuple[object, ...]) -> ByRow:
    """Sums by shop and item, added up by the row that linked goods share."""
    rows = {(shop_id, item_id): row for shop_id, item_id, row in driver(conn).execute(ROWS)}
    found: ByRow = {}
    for shop_id, item_id, *sums in driver(conn).execute(asked, told):
        row = rows.get((shop_id, item_id))
        if row is not None:
            before = found.get(row, (0,) * len(sums))
            found[row] = tuple(a + (b or 0) for a, b in zip(before, sums, strict=True))
    return found
