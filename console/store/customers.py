"""Keeps customers in step with the orders: which buyers' orders changed since, and those customers worked out anew.

Nothing is told to this room: each buyer's orders, refunds and places leave a stamp, and another stamp means that they
changed. So it heals by itself whatever wrote the orders, and what it leaves is what a reckoning from nothing would.
"""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import msgspec
from sqlalchemy import Connection

from console import reference
from console.core.clock import DAY
from console.core.live import LIVE_ROOM
from console.core.model import AfterSaleKind, AfterSaleStatus, OrderStatus, Platform
from console.rules.customers import Bought, Profile, profile
from console.rules.insights import promo_on
from console.store import settings
from console.store.customers_join import Buyer, Joined, joined
from console.store.insights import SOLD
from console.store.pages import as_json_list, driver
from console.store.proof_reading import TRIAL_WORDS
from console.store.selecting_facts import goods, margins

GOODS_KEY: Final = "customers.goods"
DONE_KEY: Final = "customers.done_at"
AT_ONCE: Final = 60  # buyers a transaction: nobody waits long for the file

STAMPS: Final = """
WITH told AS (
    SELECT shop_id, buyer_id, count(*) AS orders, sum(kept_at) AS kept, sum(coalesce(under_id, 0)) AS under
    FROM orders INDEXED BY ix_orders_customer WHERE buyer_id <> '' GROUP BY shop_id, buyer_id),
back AS (
    SELECT o.shop_id, o.buyer_id, count(*) || '.' || sum(a.kept_at) AS told
    FROM after_sales AS a CROSS JOIN orders AS o ON o.shop_id = a.shop_id AND o.order_no = a.order_no GROUP BY 1, 2),
place AS (
    SELECT o.shop_id, o.buyer_id, count(*) || '.' || sum(p.kind) AS told
    FROM order_places AS p CROSS JOIN orders AS o ON o.id = p.order_id GROUP BY 1, 2),
now AS (
    SELECT t.shop_id, t.buyer_id,
           t.orders || '.' || t.kept || '.' || t.under || '/' || coalesce(b.told, '') || '/' || coalesce(p.told, '')
           AS stamp
    FROM told AS t LEFT JOIN back AS b ON b.shop_id = t.shop_id AND b.buyer_id = t.buyer_id
    LEFT JOIN place AS p ON p.shop_id = t.shop_id AND p.buyer_id = t.buyer_id)
"""
DUE: Final = f"""
{STAMPS}
SELECT n.shop_id, n.buyer_id, n.stamp FROM now AS n
LEFT JOIN customer_identities AS i ON i.shop_id = n.shop_id AND i.buyer_id = n.buyer_id
WHERE i.stamp IS NULL OR i.stamp <> n.stamp
UNION ALL
SELECT i.shop_id, i.buyer_id, '' FROM customer_identities AS i
WHERE NOT EXISTS (SELECT 1 FROM orders INDEXED BY ix_orders_customer
                  WHERE orders.shop_id = i.shop_id AND orders.buyer_id = i.buyer_id)
"""  # noqa: S608 - our own words
ITEMS: Final = "SELECT shop_id, item_id, coalesce(under_id, id), category_name FROM items ORDER BY id"
ORDERS: Final = f"""
WITH who AS (SELECT json_extract(value, '$[0]') AS shop, json_extract(value, '$[1]') AS buyer FROM json_each(?1))
SELECT orders.id, shop_id, buyer_id, paid_at, created_at, amount_fen, refunded_fen, status, discount_fen, buyer_note,
       seller_note, region, buyer_masked, receiver,
       (SELECT p.kind FROM order_places AS p WHERE p.order_id = orders.id),
       (SELECT sum(a.amount_fen) FROM after_sales AS a WHERE a.shop_id = orders.shop_id AND a.order_no = orders.order_no
        AND a.status = '{AfterSaleStatus.SUCCESS}' AND a.kind <> '{AfterSaleKind.EXCHANGE}')
FROM who CROSS JOIN orders INDEXED BY ix_orders_buyer ON shop_id = shop AND buyer_id = buyer
WHERE paid_at IS NOT NULL AND {SOLD} ORDER BY paid_at, orders.id
"""  # noqa: S608 - our own words
LINES: Final = """
SELECT order_id, item_id, quantity, coalesce(amount_fen, price_fen * quantity) FROM order_lines
WHERE order_id IN (SELECT value FROM json_each(?)) ORDER BY order_id, position
"""
PUT: Final = """
INSERT INTO customers (id, shop_id, buyer_id, name, tail, sides, placed, orders, paid_fen, unpriced, margin_fen,
    refunds, refunded_fen, coupons, most_fen, first_at, last_at, gap_ms, kept_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
PUT_FACET: Final = "INSERT INTO customer_facets (facet, value, customer_id, orders, out_of) VALUES (?, ?, ?, ?, ?)"
FORGET_FACETS: Final = "DELETE FROM customer_facets WHERE customer_id IN (SELECT value FROM json_each(?))"
FORGET: Final = "DELETE FROM customers WHERE id IN (SELECT value FROM json_each(?))"

Due = Mapping[Buyer, str]
"""The buyers whose orders changed, and the stamp those bear now; empty: there are none any more."""


class Brought(msgspec.Struct, frozen=True):
    """How many customers were written, and all the buyers that they are or were: nobody of them is due any more."""

    written: int
    buyers: frozenset[Buyer]


class Goods(msgspec.Struct, frozen=True):
    """What is known of goods, by shop and number: branch, leaf, and the share of the price that is left."""

    by: Mapping[tuple[str, str], tuple[str, str, float | None]]
    stamp: int


def goods_now(conn: Connection) -> Goods:
    """Read it; whoever bought goods of which something else is known now is worked out anew."""
    known = {one.row_id: one for one in goods(conn, None)}
    left = margins(conn, list(known.values()))
    by = {}
    for shop_id, item_id, row_id, category_name in driver(conn).execute(ITEMS):
        one = known.get(row_id)
        path = category_name if one is None else one.category  # of goods that are gone the name is left
        branch, leaf = path.partition(">")[0].strip(), path.rpartition(">")[2].strip()
        by[shop_id, item_id] = (branch, leaf, left.get(row_id))
    return Goods(by, zlib.crc32(repr(sorted(by.items())).encode()))


def due(conn: Connection) -> tuple[Due, Goods]:
    """The buyers whose customers are to be worked out anew, and by what is known of goods."""
    known = goods_now(conn)
    if settings.get(conn, GOODS_KEY, 0) == known.stamp:
        rows = driver(conn).execute(DUE)
    else:
        rows = driver(conn).execute(f"{STAMPS} SELECT shop_id, buyer_id, stamp FROM now")  # noqa: S608 - our own words
    return {(shop_id, buyer_id): stamp for shop_id, buyer_id, stamp in rows}, known


def bring(conn: Connection, some: Sequence[Buyer], every: Due, known: Goods, now: int) -> Brought:
    """Work out anew whoever these buyers are; ``every``: all who are due, for most have a second name among them."""
    groups = joined(conn, some, every, now)
    drop_rows(conn, groups.before)
    bought = _bought_by(conn, [buyer for one in groups.made for buyer in one.buyers], known)
    rows: list[tuple[Any, ...]] = []
    facets: list[tuple[str, str, int, int, int]] = []
    for one in groups.made:
        mine = sorted((row for buyer in one.buyers for row in bought.get(buyer, ())), key=lambda row: row.at)
        told = profile(row.order for row in mine)
        if not told.placed:
            continue
        name = next((row.name for row in reversed(mine) if row.name), "")
        tail = next((row.tail for row in reversed(mine) if row.tail), "")
        rows.append(_row(one, told, name, tail, now))
        facets += [(*trait, one.customer_id, count, told.orders) for trait, count in told.facets.items()]
    driver(conn).executemany(PUT, rows)
    driver(conn).executemany(PUT_FACET, facets)
    return Brought(len(rows), groups.buyers)


def done(conn: Connection, known: Goods, now: int) -> None:
    """Everything is as the orders are."""
    settings.remember(conn, GOODS_KEY, known.stamp)
    settings.remember(conn, DONE_KEY, now)


def drop_rows(conn: Connection, ids: Iterable[int]) -> None:
    """As if these customers had never been worked out."""
    told = as_json_list(ids)
    driver(conn).execute(FORGET_FACETS, (told,))
    driver(conn).execute(FORGET, (told,))


def _row(one: Joined, told: Profile, name: str, tail: str, now: int) -> tuple[Any, ...]:
    sides = {Platform(shop_id.partition(":")[0]) for shop_id, _ in one.buyers}
    mask = (Platform.KUAISHOU in sides) + 2 * (Platform.YOUZAN in sides)
    return (
        one.customer_id,
        *one.buyers[0],
        name,
        tail,
        mask,
        told.placed,
        told.orders,
        told.paid_fen,
        told.unpriced,
        told.margin_fen,
        told.refunds,
        told.refunded_fen,
        told.coupons,
        told.most_fen,
        told.first_at,
        told.last_at,
        told.gap_ms,
        now,
    )


class _Told(NamedTuple):
    """An order with what it calls its buyer."""

    at: int
    order: Bought
    name: str
    tail: str


def _bought_by(conn: Connection, buyers: Sequence[Buyer], known: Goods) -> dict[Buyer, list[_Told]]:
    """What each of these bought; one question for all of them."""
    rows = driver(conn).execute(ORDERS, (msgspec.json.encode(buyers).decode(),)).fetchall()
    lines: dict[int, list[tuple[str, int, int | None]]] = {}
    for order_id, item_id, quantity, fen in driver(conn).execute(LINES, (as_json_list(row[0] for row in rows),)):
        lines.setdefault(order_id, []).append((item_id, quantity, fen))
    found: dict[Buyer, list[_Told]] = {}
    for row in rows:
        receiver = msgspec.json.decode(row[13])
        digits = str(receiver.get("phone_masked", ""))[-4:]
        tail = digits if len(digits) == 4 and digits.isdigit() else ""
        name = str(receiver.get("name_masked", "")) or row[12]
        told = _Told(row[3], _bought(row, lines.get(row[0], []), known), name, tail)
        found.setdefault((row[1], row[2]), []).append(told)
    return found


def _bought(row: Sequence[Any], lines: Sequence[tuple[str, int, int | None]], known: Goods) -> Bought:
    _, shop_id, _, paid_at, created_at, fen, told_back, status, discount, note, seller_note, region, *_ = row
    platform = shop_id.partition(":")[0]
    promo = promo_on(paid_at, reference.promos())
    unknown = ("", "", None)
    priced = [(*known.by.get((shop_id, item_id), unknown), line_fen) for item_id, _, line_fen in lines]
    words = f"{note}\n{seller_note}".lower()
    return Bought(
        at=paid_at,
        made_at=created_at,
        fen=fen,
        back_fen=max(told_back or 0, row[15] or 0),
        closed=status == OrderStatus.CLOSED,
        trial=any(word in words for word in TRIAL_WORDS),
        discounted=bool(discount and discount > 0),
        noted=bool(note.strip()),
        platform=platform,
        channel=_channel(platform, row[14]),
        province=region.partition("|")[0],
        promo="" if promo is None else promo.key,
        pieces=sum(quantity for _, quantity, _ in lines),
        lines=tuple((branch, leaf, line_fen, share) for branch, leaf, share, line_fen in priced),
    )


def _channel(platform: str, kind: int | None) -> str:
    """Where it was bought; Kuaishou tells it only of orders that were asked for by number."""
    if platform == Platform.YOUZAN:
        return "youzan"
    return "" if kind is None else "live" if kind == LIVE_ROOM else "elsewhere"


def history_days(conn: Connection, now: int) -> int:
    """How many days the history of purchases in the file is long; 0: there is none."""
    row = driver(conn).execute("SELECT min(first_at) FROM customers").fetchone()
    return 0 if row[0] is None else (now - int(row[0])) // DAY + 1


def worked_out_at(conn: Connection) -> int | None:
    """When everything was last as the orders were; None: never."""
    at = settings.get(conn, DONE_KEY, None)
    return None if at is None else int(at)
