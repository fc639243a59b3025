"""Of which goods and shows the file can tell enough to compare: what sold lately, and shows that are over."""

from typing import Final

from sqlalchemy import Connection

from console.core.clock import DAY, shop_datetime
from console.core.model import OrderStatus, Platform
from console.store.live_places import LEADS
from console.store.live_view import shows
from console.store.pages import driver

DAYS: Final = 28
MOST: Final = 30
SOLD: Final = f"""
SELECT orders.shop_id, line.item_id, MAX(line.title) FROM orders JOIN order_lines AS line ON line.order_id = orders.id
WHERE {LEADS} AND orders.paid_at >= ? AND orders.paid_at < ? AND orders.status <> ? AND orders.shop_id LIKE ?
AND line.item_id <> '' GROUP BY 1, 2 ORDER BY COUNT(*) DESC, 2 LIMIT ?
"""  # noqa: S608 - our own words


def sold_items(conn: Connection, now: int) -> list[tuple[str, str, str]]:
    """Shop, item and title of what sold most often lately."""
    asked = (now - DAYS * DAY, now, OrderStatus.UNPAID.value, f"{Platform.KUAISHOU}:%", MOST)
    return [(shop_id, item_id, title) for shop_id, item_id, title in driver(conn).execute(SOLD, asked)]


def past_shows(conn: Connection) -> list[tuple[str, str]]:
    """The latest shows that are over, ``MOST`` of them, each by its time and title; the latest first."""
    over = [one for one in shows(conn, MOST + 1) if one.ended_at is not None][:MOST]
    return [(one.session_id, f"{shop_datetime(one.started_at):%m-%d %H:%M} {one.title}".strip()) for one in over]
