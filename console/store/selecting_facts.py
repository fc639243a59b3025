"""What is known of the shop's goods at an instant, added up in SQL: sales, buyers, refunds, clicks, costs, stock."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import msgspec
from sqlalchemy import Connection

from console.core.clock import DAY
from console.core.model import Platform
from console.rules.pricing import Cost, margin_fen
from console.rules.selecting import Facts, Lines
from console.store import costs
from console.store.insights import shops_of
from console.store.pages import driver
from console.store.push_rules import push_rules
from console.store.selecting_sums import SOLD_THEN, SUMS, ByRow, by_row, refunded_at, sums_at
from console.store.views import Pair

SOLD_BY_ITEM: Final = f"""
SELECT o.shop_id, l.item_id, sum(coalesce(l.amount_fen, l.price_fen * l.quantity, 0))
FROM orders AS o INDEXED BY ix_orders_view JOIN order_lines AS l ON l.order_id = o.id
WHERE {SOLD_THEN} GROUP BY o.shop_id, l.item_id
"""  # noqa: S608 - our own words
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
    return facts_at(conn, (until,), pair, lines, now=now)[0]


def facts_at(
    conn: Connection, instants: Sequence[int], pair: Pair | None, lines: Lines, *, now: bool = True
) -> list[list[Facts]]:
    """What was known of each item at each of these. ``now``: the first is the present one, of which stock is known."""
    known = goods(conn, pair)
    left = margins(conn, known)
    sums, back = sums_at(conn, instants, pair, lines), refunded_at(conn, instants, pair, lines)
    return [
        _facts(known, left, sums[n], back[n], _clicked(conn, until, pair, lines), now=now and not n)
        for n, until in enumerate(instants)
    ]


def _clicked(conn: Connection, until: int, pair: Pair | None, lines: Lines) -> dict[int, tuple[int | None, int]]:
    rows = driver(conn).execute(CLICKED, (until - lines.days * DAY, until, shops_of(pair)))
    return {row_id: (clicks, orders) for row_id, clicks, orders in rows}


def _facts(
    known: Sequence[Goods],
    left: Mapping[int, float],
    sums: ByRow,
    back: ByRow,
    clicked: Mapping[int, tuple[int | None, int]],
    *,
    now: bool,
) -> list[Facts]:
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
    sold = {row: fen for row, (fen,) in by_row(conn, SOLD_BY_ITEM, (until - days * DAY, until, shops_of(pair))).items()}
    left = margins(conn, goods(conn, pair))
    whole, known = sum(sold.values()), sum(fen for row_id, fen in sold.items() if row_id in left)
    if not known:
        return Margin(share=None, known=0.0)
    return Margin(share=sum(fen * left[row] for row, fen in sold.items() if row in left) / known, known=known / whole)
