"""What the file tells about a promotion: prices, papers, stock, the planned show; and how past ones went."""

from datetime import date, datetime, timedelta
from typing import Final

import msgspec
from sqlalchemy import Connection

from console.core.clock import DAY, SHOP_TIME, day_start, shop_datetime
from console.core.model import OrderStatus, Platform
from console.rules.promotions import Promotion, of_year
from console.rules.promotions_conflicts import Booked, Facts, Papered, Priced, Stocked
from console.store.certificates import certificates
from console.store.live_places import LEADS
from console.store.live_plan import planned
from console.store.pages import driver
from console.store.promotions import festivals, known
from console.store.takings import takings
from console.store.views import Pair

DAYS: Final = 7  # the law looks back so far, and the pace is that of the same days
MOST: Final = 20  # of a kind
PAST: Final = 5
SOLD: Final = f"""
WITH sold AS (
    SELECT orders.shop_id, line.item_id, line.sku_id, SUM(line.quantity) AS pieces,
           MIN(NULLIF(COALESCE(line.amount_fen, line.price_fen * line.quantity) / line.quantity, 0)) AS low_fen
    FROM orders JOIN order_lines AS line ON line.order_id = orders.id
    WHERE {LEADS} AND orders.paid_at >= ?1 AND orders.paid_at < ?2 AND orders.status <> ?3 AND orders.shop_id LIKE ?4
    AND line.item_id <> '' AND line.quantity > 0 GROUP BY 1, 2, 3)
SELECT item.item_id, item.title, COALESCE(sku.spec, ''), sku.price_fen, sold.low_fen, item.stock, sold.pieces FROM sold
JOIN items AS item ON item.shop_id = sold.shop_id AND item.item_id = sold.item_id
LEFT JOIN skus AS sku ON sku.shop_id = sold.shop_id AND sku.item_id = sold.item_id AND sku.sku_id = sold.sku_id
WHERE NOT item.gone AND item.on_shelf IS NOT 0
"""  # noqa: S608 - our own words; prices variant by variant: others have other ones
FIRST: Final = f"SELECT MIN(orders.paid_at) FROM orders WHERE {LEADS} AND orders.paid_at > 0"  # noqa: S608 - our own


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """How one went. None: the orders in the file do not reach back to it."""

    name: str
    day_on: date
    end_on: date
    orders: int | None = None
    paid_fen: int | None = None


def facts(conn: Connection, pair: Pair | None, now: int) -> Facts:
    """What stands in the way, as far as the file knows; the furthest off of each kind."""
    shop = f"{Platform.KUAISHOU}:%" if pair is None else pair.kuaishou_shop_id
    asked = (now - DAYS * DAY, now, OrderStatus.UNPAID.value, shop)
    rows = driver(conn).execute(SOLD, asked).fetchall()
    prices = [
        Priced(item_id=item_id, title=f"{title} {spec}".strip(), price_fen=price, low_fen=low)
        for item_id, title, spec, price, low, *_ in rows
        if price is not None and low is not None
    ]
    raised = sorted((one for one in prices if one.price_fen > one.low_fen), key=_how_far)
    pieces: dict[tuple[str, str, int], int] = {}
    for item_id, title, _, _, _, stock, sold in rows:
        if stock is not None:
            pieces[item_id, title, stock] = pieces.get((item_id, title, stock), 0) + sold
    stocks = [
        Stocked(item_id=item_id, title=title, stock=stock, sold=sold, days=DAYS)
        for (item_id, title, stock), sold in pieces.items()
    ]
    papers = [
        one for one in certificates(conn, "" if pair is None else pair.kuaishou_shop_id) if one.valid_to is not None
    ]
    return Facts(
        prices=tuple(raised[:MOST]),
        priced_n=len(prices),
        papers=tuple(
            Papered(certificate_id=one.certificate_id, kind=one.kind, number=one.number, valid_to=one.valid_to)
            for one in papers
            if one.valid_to is not None
        ),
        papers_n=len(papers),
        stock=tuple(sorted(stocks, key=lambda one: (one.lasts, one.item_id))[:MOST]),
        stocked_n=len(stocks),
        shows=tuple(_planned(conn, now)),
    )


def _how_far(one: Priced) -> tuple[float, str, str]:
    return one.low_fen / one.price_fen, one.item_id, one.title


def _planned(conn: Connection, now: int) -> list[Booked]:
    plan = planned(conn, now)
    if plan is None:
        return []
    on = shop_datetime(plan.at).date()
    return [Booked(title=plan.title, host=plan.host.strip(), begin_on=on, end_on=on)]


def past(conn: Connection, pair: Pair | None, now: int) -> list[Past]:
    """The last ones that are over, the latest first, by the orders in the file."""
    today = shop_datetime(now).date()
    ended = [
        one
        for row in known()
        for year in (today.year - 1, today.year)
        for one in (of_year(row, year, festivals()),)
        if one is not None and one.end_on < today
    ]
    (first,) = driver(conn).execute(FIRST).fetchone()
    since = None if first is None else day_start(first) + DAY
    return [_went(conn, one, pair, since) for one in sorted(ended, key=lambda one: one.day_on, reverse=True)[:PAST]]


def _went(conn: Connection, one: Promotion, pair: Pair | None, since: int | None) -> Past:
    begin, end = first_instant(one.day_on), first_instant(one.end_on + timedelta(days=1))
    if since is None or begin < since:
        return Past(name=one.name, day_on=one.day_on, end_on=one.end_on)
    found = takings(conn, begin, end, end - begin, pair)
    return Past(
        name=one.name,
        day_on=one.day_on,
        end_on=one.end_on,
        orders=sum(step.orders for step in found),
        paid_fen=sum(step.paid_fen for step in found),
    )


def first_instant(on: date) -> int:
    """Midnight, shop time; ms UTC."""
    return int(datetime(on.year, on.month, on.day, tzinfo=SHOP_TIME).timestamp()) * 1000
