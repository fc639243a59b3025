"""How the stock of a show's items stood at each moment: noted while it is on, when the shop's list says otherwise; and
what was sold since it was read."""

from collections.abc import Mapping
from typing import Final

import msgspec
from sqlalchemy import Connection

from console.core.clock import MINUTE
from console.core.live import LiveEventType, LiveSource
from console.core.model import OrderStatus, Platform
from console.store.live_places import LEADS
from console.store.pages import driver

WORD: Final = "stock"  # the text of such a row
LATELY_MS: Final = 10 * MINUTE

IN_PLAY = """
SELECT DISTINCT item_id FROM live_events
WHERE session_id = ?1 AND at >= ?2 AND type IN ('item_click', 'order') AND item_id <> ''
"""
STOCK = """
SELECT item_id, SUM(stock) FROM items
WHERE shop_id LIKE ? AND stock IS NOT NULL AND gone = 0 AND item_id IN (SELECT value FROM json_each(?)) GROUP BY item_id
"""
NOTED = """
SELECT item_id, count, MAX(at) FROM live_events
WHERE session_id = ?1 AND event_id >= 'stock:' AND event_id < 'stock;' AND at <= ?2 AND text = 'stock'
GROUP BY item_id
"""  # by the names these rows have: a long show's log is not read for it
PUT = """
INSERT OR IGNORE INTO live_events
    (session_id, event_id, at, type, user_key, user_name, text, count, item_id, amount_fen, source)
VALUES (?, ?, ?, ?, '', '', ?, ?, ?, NULL, ?)
"""
READ = """
WITH read AS MATERIALIZED (
    SELECT json_extract(value, '$[0]') AS item_id, json_extract(value, '$[1]') AS shop_id,
           json_extract(value, '$[2]') AS at FROM json_each(?1))
"""
PAID = f"""{READ}
SELECT line.item_id, SUM(line.quantity) FROM orders
CROSS JOIN order_lines AS line ON line.order_id = orders.id
JOIN read ON read.item_id = line.item_id AND read.shop_id = orders.shop_id AND orders.paid_at > read.at
WHERE {LEADS} AND orders.paid_at > ?2 AND orders.paid_at <= ?3 AND orders.status <> ?4 GROUP BY line.item_id
"""  # noqa: S608 - our own words
TOLD = f"""{READ}
SELECT told.item_id, SUM(COALESCE(told.count, 1)) FROM live_events AS told
JOIN read ON read.item_id = told.item_id AND told.at > read.at
WHERE told.session_id = ?4 AND told.type = 'order' AND told.at > ?2 AND told.at <= ?3 GROUP BY told.item_id
"""  # noqa: S608 - our own words


def sold_since(conn: Connection, session_id: str, read: Mapping[str, tuple[str, int]], now: int) -> dict[str, int]:
    """Pieces of each item that went since its stock was read; ``read``: of which shop, and when that was.

    The shop's orders and the show's events tell of the same sales, each late in its own way: the larger counts.
    """
    if not read:
        return {}
    since = min(at for _, at in read.values())
    asked = (msgspec.json.encode([(item_id, *of) for item_id, of in read.items()]).decode(), since, now)
    db = driver(conn)
    paid = dict(db.execute(PAID, (*asked, OrderStatus.UNPAID.value)).fetchall())
    told = dict(db.execute(TOLD, (*asked, session_id)).fetchall())
    return {item_id: max(paid.get(item_id) or 0, told.get(item_id) or 0) for item_id in paid.keys() | told.keys()}


def note(conn: Connection, session_id: str, now: int) -> int:
    """Note what changed since the last note of the items in play; returns how many. The show is not prolonged by it."""
    db = driver(conn)
    noted = stock_at(conn, session_id, now)
    wanted = {row[0] for row in db.execute(IN_PLAY, (session_id, now - LATELY_MS))} | set(noted)
    known = db.execute(STOCK, (f"{Platform.KUAISHOU}:%", msgspec.json.encode(sorted(wanted)).decode())).fetchall()
    changed = [(item_id, stock) for item_id, stock in known if noted.get(item_id) != stock]
    kind, source = LiveEventType.NOTICE.value, LiveSource.ORDERS.value
    for item_id, stock in changed:
        db.execute(PUT, (session_id, f"stock:{item_id}:{now}", now, kind, WORD, stock, item_id, source))
    return len(changed)


def stock_at(conn: Connection, session_id: str, at: int) -> dict[str, int]:
    """The last that was noted of each item up to a moment; an item of which nothing was is missing."""
    return {item_id: stock for item_id, stock, _ in driver(conn).execute(NOTED, (session_id, at))}
