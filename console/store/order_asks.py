"""Orders of which a list told less than there is: what the file knew of them stays, and each is asked for by number.

Youzan's list prints neither parcels nor refunds [sheet 7.1]. A row of it that says nothing of them must not be read as
"none": a parcel would be followed no more, and a flagged order would look as if it could leave.
"""

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection

from console.core.clock import HOUR
from console.core.model import Order, OrderStatus, Parcel
from console.store.pages import News, as_json_list, driver

ASK_AGAIN_MS = 4 * HOUR  # while an after-sale is open: that it was closed moves no trade

_parcels = msgspec.json.Decoder(tuple[Parcel, ...]).decode

KNOWN = """
SELECT order_no, parcels, refunded_fen, refunding FROM orders
WHERE shop_id = ? AND order_no IN (SELECT value FROM json_each(?))
AND (parcels <> '[]' OR refunding OR refunded_fen > 0)
"""
PUT = """
INSERT INTO order_asks (order_id, due_at) VALUES (?, ?)
ON CONFLICT (order_id) DO UPDATE SET due_at = excluded.due_at
"""
DUE = """
SELECT o.order_no FROM order_asks AS a JOIN orders AS o ON o.id = a.order_id
WHERE o.shop_id = ? AND a.due_at <= ? ORDER BY a.due_at, a.order_id LIMIT ?
"""
ITS_ROW = "order_id = (SELECT id FROM orders WHERE shop_id = ? AND order_no = ?)"


def completed(conn: Connection, shop_id: str, orders: Sequence[Order]) -> Sequence[Order]:
    """A page, where it leaves something out filled with what was known."""
    bare = [order.order_no for order in orders if order.whole is False]
    if not bare:
        return orders
    rows = driver(conn).execute(KNOWN, (shop_id, as_json_list(bare)))
    known = {number: rest for number, *rest in rows}
    return [
        order if order.whole is not False or order.order_no not in known else _filled(order, *known[order.order_no])
        for order in orders
    ]


def _filled(order: Order, parcels: str, refunded_fen: int | None, refunding: bool) -> Order:
    return replace(
        order,
        parcels=order.parcels or _parcels(parcels),
        refunded_fen=refunded_fen if order.refunded_fen is None else order.refunded_fen,
        refunding=order.refunding or bool(refunding),
    )


def note(conn: Connection, news: News[Order], now: int) -> None:
    """Of what a page changed, whom to ask; and whom no more, having been told."""
    bare = [row_id for row_id, order, _ in news.inserted if order.whole is False and _lacks(order)]
    bare += [row_id for row_id, order, _ in news.changed if order.whole is False and (_lacks(order) or _left(order))]
    told = [(row_id, order) for row_id, order, _ in (*news.written, *news.same) if order.whole]
    due = [(row_id, now) for row_id in bare]
    due += [(row_id, now + ASK_AGAIN_MS) for row_id, order in told if order.refunding]
    over = [(row_id,) for row_id, order in told if not order.refunding]
    if due:
        driver(conn).executemany(PUT, due)
    if over:
        driver(conn).executemany("DELETE FROM order_asks WHERE order_id = ?", over)


def _lacks(order: Order) -> bool:
    """Whether an order in this state has parcels or refunds that its list does not tell."""
    return order.status is OrderStatus.SHIPPED or order.refunding or order.refunded_fen != 0


def _left(order: Order) -> bool:
    """Whether a part of it has left, or all of it unseen."""
    return bool(order.parcels) if order.status is OrderStatus.TO_SHIP else order.shipped_at is not None


def due(conn: Connection, shop_id: str, now: int, most: int) -> list[str]:
    """The orders to be asked for now: those that have waited longest first."""
    return [str(row[0]) for row in driver(conn).execute(DUE, (shop_id, now, most))]


def put_off(conn: Connection, shop_id: str, order_no: str, until: int) -> None:
    """What it is told of an order does not fit: ask again then."""
    driver(conn).execute(f"UPDATE order_asks SET due_at = ? WHERE {ITS_ROW}", (until, shop_id, order_no))  # noqa: S608


def drop(conn: Connection, shop_id: str, order_no: str) -> None:
    """Nothing more is told of an order, until a list tells that it has moved."""
    driver(conn).execute(f"DELETE FROM order_asks WHERE {ITS_ROW}", (shop_id, order_no))  # noqa: S608 - our own words
