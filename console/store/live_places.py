"""Where Kuaishou orders were made: in a live room or elsewhere. Only an order that is asked for by itself tells it."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection

from console.core.live import LIVE_ROOM, SoldIn
from console.core.model import Order, OrderStatus, Platform
from console.rules.live_reconcile import Places
from console.store.pages import Written, driver

NOT_ELSEWHERE: Final = f"""
NOT EXISTS (SELECT 1 FROM order_places AS place WHERE place.order_id = orders.id AND place.kind <> {LIVE_ROOM})
"""  # noqa: S608 - our own number
"""Of a row of ``orders``: made in a live room, or nobody said where."""

PUT = """
INSERT INTO order_places (order_id, kind, place_id) {rows}
ON CONFLICT (order_id) DO UPDATE SET kind = excluded.kind, place_id = excluded.place_id
WHERE order_places.kind <> excluded.kind OR order_places.place_id <> excluded.place_id
"""
PUT_PAGE = PUT.format(rows="VALUES (?, ?, ?)")
PUT_ONE = PUT.format(rows="SELECT id, ?3, ?4 FROM orders WHERE shop_id = ?1 AND order_no = ?2")
LEADS: Final = "orders.under_id IS NULL"
"""Of a Kuaishou order it always holds; with it a stretch of time is found by its index, and no other order is read."""
PAID = f"{LEADS} AND orders.paid_at >= ? AND orders.paid_at < ? AND orders.status <> ? AND orders.shop_id LIKE ?"
TOLD = f"""
SELECT COALESCE(SUM(place.kind = {LIVE_ROOM}), 0), COALESCE(SUM(place.kind <> {LIVE_ROOM}), 0),
       SUM(CASE WHEN place.kind <> {LIVE_ROOM} THEN orders.amount_fen END), COALESCE(SUM(place.kind IS NULL), 0)
FROM orders LEFT JOIN order_places AS place ON place.order_id = orders.id WHERE {PAID}
"""  # noqa: S608 - our own words
UNTOLD = f"""
SELECT orders.order_no FROM orders WHERE {PAID} AND orders.shop_id = ?
AND NOT EXISTS (SELECT 1 FROM order_places AS place WHERE place.order_id = orders.id)
ORDER BY orders.paid_at DESC, orders.order_no LIMIT ?
"""  # noqa: S608 - our own words


def save_places(conn: Connection, rows: Sequence[Written[Order]]) -> None:
    """Keep where the orders of a page were made, as far as they say it; silence takes nothing back."""
    told = [(row_id, order.sold_in.kind, order.sold_in.place_id) for row_id, order, *_ in rows if order.sold_in]
    if told:
        driver(conn).executemany(PUT_PAGE, told)


def put(conn: Connection, shop_id: str, order_no: str, sold_in: SoldIn) -> None:
    """Keep where one order was made."""
    driver(conn).execute(PUT_ONE, (shop_id, order_no, sold_in.kind, sold_in.place_id))


def places(conn: Connection, begin_at: int, end_at: int, shop_id: str = "") -> Places:
    """Of the Kuaishou orders paid in a half-open stretch, of one shop or of all."""
    live, elsewhere, elsewhere_fen, untold = driver(conn).execute(TOLD, _stretch(begin_at, end_at, shop_id)).fetchone()
    return Places(live=live, elsewhere=elsewhere, elsewhere_fen=elsewhere_fen, untold=untold)


def untold(conn: Connection, shop_id: str, begin_at: int, end_at: int, most: int) -> list[str]:
    """Orders of a shop paid in a half-open stretch of which nobody said where they were made, the latest first."""
    asked = (*_stretch(begin_at, end_at), shop_id, most)
    return [order_no for (order_no,) in driver(conn).execute(UNTOLD, asked)]


def _stretch(begin_at: int, end_at: int, shop_id: str = "") -> tuple[int, int, str, str]:
    return begin_at, end_at, OrderStatus.UNPAID.value, shop_id or f"{Platform.KUAISHOU}:%"
