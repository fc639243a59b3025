"""Since when an item's stock is as its platform said it: not when it was kept, but when its page was asked for.

A long list takes minutes to read, and goods are sold meanwhile. Of a row that was written with a page it is known when
that page was asked for; one that the last complete list left as it was is counted from that list's beginning, for
nobody noted on which page it stood. So a sale is counted rather twice than never.
"""

from sqlalchemy import Connection

from console.store.pages import driver

PUT = """
INSERT INTO item_readings (shop_id, kept_at, complete, asked_at) VALUES (?, ?, ?, ?)
ON CONFLICT (shop_id, kept_at, complete) DO UPDATE SET asked_at = min(asked_at, excluded.asked_at)
"""
READ_AT = """
MAX(
    COALESCE((SELECT asked_at FROM item_readings AS page WHERE page.shop_id = items.shop_id
              AND page.kept_at = items.kept_at AND NOT page.complete), items.kept_at),
    COALESCE((SELECT MAX(asked_at) FROM item_readings AS list
              WHERE list.shop_id = items.shop_id AND list.complete), 0))
"""  # of a row of ``items``


def note_page(conn: Connection, shop_id: str, asked_at: int, kept_at: int) -> None:
    """Rows that were kept then were asked for then."""
    driver(conn).execute(PUT, (shop_id, kept_at, False, asked_at))


def note_complete(conn: Connection, shop_id: str, asked_at: int, kept_at: int) -> None:
    """A list that was begun then was read to its end: what was known of readings before it is told by it."""
    db = driver(conn)
    db.execute("DELETE FROM item_readings WHERE shop_id = ? AND (complete OR kept_at < ?)", (shop_id, asked_at))
    db.execute(PUT, (shop_id, kept_at, True, asked_at))
