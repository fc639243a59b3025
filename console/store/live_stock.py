"""How the stock of a show's items stood at each moment: noted while it is on, when the shop's list says otherwise."""

from typing import Final

import msgspec
from sqlalchemy import Connection

from console.core.clock import MINUTE
from console.core.live import LiveEventType, LiveSource
from console.core.model import Platform
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
