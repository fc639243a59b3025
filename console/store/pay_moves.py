"""Pay times that moved, as a presale's does with its second payment: what competed at the old one is compared again."""

from sqlalchemy import Connection

from console.core.clock import HOUR
from console.core.model import Order
from console.store.pages import News, driver
from console.store.views import Pair

KEPT_MS = 2 * HOUR  # longer than it takes until all is compared anyway

PUT = """
INSERT INTO pay_moves (order_id, paid_at, moved_at) VALUES (?, ?, ?)
ON CONFLICT (order_id, paid_at) DO UPDATE SET moved_at = excluded.moved_at
"""
MOVED = """
SELECT m.paid_at, o.shop_id = ?2 FROM pay_moves AS m JOIN orders AS o ON o.id = m.order_id
WHERE o.shop_id IN (?1, ?2) AND m.moved_at >= ?3
"""


def note(conn: Connection, news: News[Order], now: int) -> None:
    """Of a page's rows that changed: where they were paid before, if they were."""
    moved = [
        (row_id, was, now)
        for row_id, order, _ in news.changed
        if (was := news.before[row_id][0]) is not None and was != order.paid_at
    ]
    if moved:
        driver(conn).execute("DELETE FROM pay_moves WHERE moved_at < ?", (now - KEPT_MS,))
        driver(conn).executemany(PUT, moved)


def moved_since(conn: Connection, pair: Pair, since: int) -> list[tuple[int, bool]]:
    """Pay times of a pair's rows that are no more, and whether a trade had them."""
    return [(at, bool(of_trade)) for at, of_trade in driver(conn).execute(MOVED, (*pair.shop_ids, since))]
