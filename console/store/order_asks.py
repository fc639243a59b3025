"""Orders of which a list told less than there is: what the file knew of them stays, and each is asked for by number.

Youzan's list prints neither parcels nor refunds [sheet 7.1]. A row of it that says nothing of them must not be read as
"none": a parcel would be followed no more, and a flagged order would look as if it could leave. What an order says that
was asked for by its number is believed, also that there is none.
"""

from collections.abc import Sequence
from typing import Literal

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection

from console.core.clock import DAY, HOUR
from console.core.model import Order, OrderStatus, Parcel
from console.store.pages import News, as_json_list, driver

ASK_AGAIN_MS = 4 * HOUR  # while an after-sale is open: that it was closed moves no trade
MOST_MS, MOST_REFUNDING_MS = 7 * DAY, DAY  # and no pause is longer

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
SELECT o.order_no FROM order_asks AS a JOIN orders AS o ON o.id = a.order_id WHERE o.shop_id = ? AND a.due_at <= ?
ORDER BY o.refunding DESC, o.status = 'to_ship' DESC, o.updated_at DESC, a.order_id DESC LIMIT ?
"""
PAUSE = f"""
UPDATE order_asks SET due_at = :now + min(
    max(:now - o.kept_at, {ASK_AGAIN_MS}), CASE WHEN o.refunding THEN {MOST_REFUNDING_MS} ELSE {MOST_MS} END
) FROM orders AS o WHERE o.id = order_id AND due_at <= :now
AND o.shop_id = :shop_id AND o.order_no IN (SELECT value FROM json_each(:numbers))
"""  # noqa: S608 - our own figures
ITS_ROW = "order_id = (SELECT id FROM orders WHERE shop_id = ? AND order_no = ?)"


def completed(conn: Connection, shop_id: str, orders: Sequence[Order]) -> Sequence[Order]:
    """A page, where it leaves something out filled with what was known."""
    bare = [order.order_no for order in orders if _is_partly_told(order)]
    if not bare:
        return orders
    rows = driver(conn).execute(KNOWN, (shop_id, as_json_list(bare)))
    known = {number: rest for number, *rest in rows}
    return [
        _filled(order, *known[order.order_no]) if _is_partly_told(order) and order.order_no in known else order
        for order in orders
    ]


def _is_partly_told(order: Order) -> bool:
    """Also of an order that was asked for: that a part was paid back may be told without how much."""
    return order.whole is False or (order.whole is True and order.refunded_fen is None)


def _filled(order: Order, parcels: str, refunded_fen: int | None, refunding: bool) -> Order:
    return replace(
        order,
        parcels=order.parcels if _tells(order, "parcels") else order.parcels or _parcels(parcels),
        refunded_fen=(refunded_fen or None if order.whole else refunded_fen)
        if order.refunded_fen is None
        else order.refunded_fen,
        refunding=order.refunding or (bool(refunding) and not _tells(order, "refunds")),
    )


def _tells(order: Order, what: Literal["parcels", "refunds"]) -> bool:
    return bool(order.whole) or what in order.told


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
    has_some = order.status is OrderStatus.SHIPPED or (order.status is OrderStatus.TO_SHIP and "left" in order.told)
    lacks_parcels = has_some and not _tells(order, "parcels")
    return lacks_parcels or ((order.refunding or order.refunded_fen != 0) and not _tells(order, "refunds"))


def _left(order: Order) -> bool:
    """Whether a part of it has left, or all of it unseen."""
    if _tells(order, "parcels"):
        return False
    return bool(order.parcels) if order.status is OrderStatus.TO_SHIP else order.shipped_at is not None


def due(conn: Connection, shop_id: str, now: int, most: int) -> list[str]:
    """The orders to be asked for now: what may not leave first, then what moved last; the backlog has what is left."""
    return [str(row[0]) for row in driver(conn).execute(DUE, (shop_id, now, most))]


def put_off(conn: Connection, shop_id: str, order_no: str, until: int) -> None:
    """What it is told of an order does not fit: ask again then."""
    driver(conn).execute(f"UPDATE order_asks SET due_at = ? WHERE {ITS_ROW}", (until, shop_id, order_no))  # noqa: S608


def pause(conn: Connection, shop_id: str, order_nos: Sequence[str], now: int) -> None:
    """Of those that were asked for in vain: again after as long as they have not moved, so each pause doubles."""
    told = {"shop_id": shop_id, "numbers": as_json_list(order_nos), "now": now}
    driver(conn).execute(PAUSE, told)


def drop(conn: Connection, shop_id: str, order_no: str) -> None:
    """Nothing more is told of an order, until a list tells that it has moved; of a flagged one it is asked again."""
    its_row = f"{ITS_ROW[:-1]} AND NOT refunding)"
    driver(conn).execute(f"DELETE FROM order_asks WHERE {its_row}", (shop_id, order_no))  # noqa: S608 - our own words
