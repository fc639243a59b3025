"""What is known of the shop's goods at an instant, added up in SQL: sales, buyers, refunds, clicks, costs, stock."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import msgspec
from sqlalchemy import Connection

from console.core.clock import DAY
from console.core.model import AfterSaleKind, AfterSaleStatus, Platform
from console.rules.pricing import Cost, margin_fen
from console.rules.selecting import HALF, Facts, Lines
from console.store import costs
from console.store.insights import OF_SHOPS, SOLD, shops_of
from console.store.pages import driver
from console.store.push_rules import push_rules
from console.store.views import Pair

SOLD_THEN: Final = f"paid_at >= ?1 AND paid_at < ?2 AND {SOLD} AND {OF_SHOPS}"
FACTS: Final = f"""
WITH mine AS (
    SELECT o.shop_id, l.item_id, o.buyer_id, count(DISTINCT o.id) AS orders,
           count(DISTINCT CASE WHEN o.paid_at >= ?4 THEN o.id END) AS month_orders,
           sum(CASE WHEN o.paid_at >= ?4 THEN l.quantity ELSE 0 END) AS pieces,
           sum(CASE WHEN o.paid_at >= ?4 THEN coalesce(l.amount_fen, l.price_fen * l.quantity, 0) ELSE 0 END) AS fen,
           sum(CASE WHEN o.paid_at >= ?5 THEN l.quantity ELSE 0 END) AS late,
           sum(CASE WHEN o.paid_at >= ?6 AND o.paid_at < ?5 THEN l.quantity ELSE 0 END) AS earlier
    FROM orders AS o INDEXED BY ix_orders_buyer JOIN order_lines AS l ON l.order_id = o.id
    WHERE {SOLD_THEN} GROUP BY o.shop_id, o.buyer_id, l.item_id)
SELECT shop_id, item_id, sum(month_orders), sum(pieces), sum(fen), sum(late), sum(earlier), sum(orders),
       sum(buyer_id <> ''), sum(buyer_id <> '' AND orders > 1)
FROM mine GROUP BY shop_id, item_id
"""  # noqa: S608 - our own words
REFUNDED: Final = f"""
WITH back AS MATERIALIZED (
    SELECT shop_id AS back_shop, order_no AS back_no, line_no AS back_line FROM after_sales
    WHERE status = '{AfterSaleStatus.SUCCESS}' AND kind <> '{AfterSaleKind.EXCHANGE}'
    AND coalesce(finished_at, updated_at) < ?2)
SELECT o.shop_id, l.item_id, count(DISTINCT o.id) FROM back CROSS JOIN orders AS o INDEXED BY sqlite_autoindex_orders_1
    ON o.shop_id = back_shop AND o.order_no = back_no
JOIN order_lines AS l ON l.order_id = o.id AND (back_line = '' OR back_line = l.line_no)
WHERE {SOLD_THEN} GROUP BY o.shop_id, l.item_id
"""  # noqa: S608 - our own words
SOLD_BY_ITEM: Final = f"""
SELECT o.shop_id, l.item_id, sum(coalesce(l.amount_fen, l.price_fen * l.quantity, 0)), sum(l.quantity)
FROM orders AS o INDEXED BY ix_orders_view JOIN order_lines AS l ON l.order_id = o.id
WHERE {SOLD_THEN} GROUP BY o.shop_id, l.item_id
"""  # noqa: S608 - our own words
ROWS: Final = "SELECT shop_id, item_id, coalesce(under_id, id) FROM items"
GOODS: Final = """
SELECT i.id, i.shop_id, i.item_id, i.title, coalesce(c.path, i.category_name), i.price_fen, i.stock, i.on_shelf,
       i.created_at, y.item_id
FROM items AS i
LEFT JOIN categories AS c ON c.shop_id = i.shop_id AND c.category_id = i.category_id
LEFT JOIN items AS y ON y.under_id = i.id AND NOT y.gone
WHERE i.under_id IS NULL AND NOT i.gone AND (?1 IS NULL OR i.shop_id IN (SELECT value FROM json_each(?1)))
GROUP BY i.id
"""
CLICKED: Final = f"""
SELECT i.id, sum(CASE WHEN e.type = 'item_click' THEN coalesce(e.count, 1) END),
       count(CASE WHEN e.type = 'order' THEN 1 END)
FROM live_sessions AS s
JOIN live_events AS e ON e.session_id = s.session_id AND e.type IN ('item_click', 'order') AND e.item_id <> ''
JOIN items AS i ON i.item_id = e.item_id AND i.shop_id LIKE '{Platform.KUAISHOU}:%'
WHERE s.started_at >= ?1 AND s.started_at < ?2 AND e.at < ?2
AND (?3 IS NULL OR i.shop_id IN (SELECT value FROM json_each(?3))) GROUP BY i.id
"""  # noqa: S608 - our own words


class Goods(msgspec.Struct, frozen=True, kw_only=True):
    """A line of goods; ``price_fen`` and ``stock`` as they are now, for the past is not kept of them."""

    row_id: int
    shop_id: str
    item_id: str
    title: str
    category: str
    price_fen: int | None
    stock: int | None
    on_shelf: bool | None
    created_at: int | None
    youzan_item_id: str | None

    @property
    def branch(self) -> str:
        """The first part of the category's path."""
        return self.category.partition(">")[0].strip()


class Margin(msgspec.Struct, frozen=True, kw_only=True):
    """What is left of what was paid, a share of one, and of which share of it the costs are known."""

    share: float | None
    known: float


def goods(conn: Connection, pair: Pair | None) -> list[Goods]:
    """Everything that is for sale, linked goods once."""
    rows = driver(conn).execute(GOODS, (shops_of(pair),))
    names = [field.name for field in msgspec.structs.fields(Goods)]
    return [
        Goods(**dict(zip(names, (*row[:7], None if row[7] is None else bool(row[7]), *row[8:]), strict=True)))
        for row in rows
    ]


def facts(conn: Connection, until: int, pair: Pair | None, lines: Lines, *, now: bool = True) -> list[Facts]:
    """What was known of each item at ``until``. ``now`` False: of a past instant, so that stock is left out."""
    of = shops_of(pair)
    begin = until - lines.long_days * DAY
    asked = (begin, until, of, until - lines.days * DAY, until - HALF * DAY, until - 2 * HALF * DAY)
    sums = _by_row(conn, FACTS, asked)
    back = _by_row(conn, REFUNDED, (begin, until, of))
    clicked = {row[0]: row[1:] for row in driver(conn).execute(CLICKED, (until - lines.days * DAY, until, of))}
    known = goods(conn, pair)
    left = margins(conn, known)
    shares = _category_shares(known, sums)
    return [
        Facts(
            row_id=one.row_id,
            title=one.title,
            category=one.category,
            **_named(sums.get(one.row_id, (0,) * len(SUMS))),
            refunded=back.get(one.row_id, (0,))[0],
            margin=left.get(one.row_id),
            stock=one.stock if now else None,
            clicks=clicked.get(one.row_id, (0, 0))[0] or 0 if clicked else None,
            live_orders=clicked.get(one.row_id, (0, 0))[1] if clicked else None,
            category_share=shares.get(one.branch),
            on_shelf=one.on_shelf if now else None,
            created_at=one.created_at,
        )
        for one in known
    ]


def _named(sums: Sequence[int]) -> dict[str, Any]:
    return dict(zip(SUMS, sums, strict=True))


def _by_row(conn: Connection, asked: str, told: tuple[object, ...]) -> dict[int, tuple[int, ...]]:
    """Sums by shop and item, added up by the row that linked goods share."""
    rows = {(shop_id, item_id): row for shop_id, item_id, row in driver(conn).execute(ROWS)}
    found: dict[int, tuple[int, ...]] = {}
    for shop_id, item_id, *sums in driver(conn).execute(asked, told):
        row = rows.get((shop_id, item_id))
        if row is not None:
            before = found.get(row, (0,) * len(sums))
            found[row] = tuple(a + (b or 0) for a, b in zip(before, sums, strict=True))
    return found


SUMS: Final = ("orders", "pieces", "amount_fen", "late", "before", "long_orders", "buyers", "again")


def _category_shares(known: Iterable[Goods], sums: Mapping[int, Sequence[int]]) -> dict[str, float]:
    """How much of what the shop sells is of each branch."""
    by: dict[str, int] = {}
    for one in known:
        by[one.branch] = by.get(one.branch, 0) + sums.get(one.row_id, (0, 0, 0))[2]
    whole = sum(by.values())
    return {name: fen / whole for name, fen in by.items()} if whole else {}


def margins(conn: Connection, known: Sequence[Goods]) -> dict[int, float]:
    """What is left of each price after cost, fee and the rest, a share of one; goods of unknown cost are not in it."""
    ids = [one for each in known for one in (each.item_id, each.youzan_item_id) if one]
    told, rules = costs.known(conn, ids), push_rules(conn)
    found = {}
    for one in known:
        side = Platform(one.shop_id.partition(":")[0])
        both = {side: one.item_id, Platform.YOUZAN: one.youzan_item_id or one.item_id}
        cost = costs.cost_of(told, both, None, None) or _dearest(told, both)
        left = margin_fen(one.price_fen, rules.costs(cost))
        if left is not None and one.price_fen:
            found[one.row_id] = left / one.price_fen
    return found


def _dearest(told: costs.Known, both: Mapping[Platform, str]) -> Cost | None:
    """Of goods whose variants cost differently, the dearest: a margin is rather told too small."""
    each = [cost for side, item_id in both.items() for cost in told.get((side.value, item_id), {}).values()]
    return max(each, key=lambda cost: cost.fen, default=None)


def shop_margin(conn: Connection, until: int, pair: Pair | None, days: int) -> Margin:
    """Of everything that was sold lately, by what the goods cost today."""
    both = _by_row(conn, SOLD_BY_ITEM, (until - days * DAY, until, shops_of(pair)))
    sold = {row: fen for row, (fen, _) in both.items()}
    left = margins(conn, goods(conn, pair))
    whole, known = sum(sold.values()), sum(fen for row_id, fen in sold.items() if row_id in left)
    if not known:
        return Margin(share=None, known=0.0)
    return Margin(share=sum(fen * left[row] for row, fen in sold.items() if row in left) / known, known=known / whole)


def sold_pieces(conn: Connection, begin_at: int, end_at: int, pair: Pair | None) -> dict[int, int]:
    """How many pieces of each line of goods were sold in a stretch."""
    both = _by_row(conn, SOLD_BY_ITEM, (begin_at, end_at, shops_of(pair)))
    return {row: pieces for row, (_, pieces) in both.items()}
