"""What items' detail pages say: kept as it was told last, for whoever checks its wording."""

from collections.abc import Iterable

from sqlalchemy import Connection

from console.core.model import Listing
from console.store.pages import as_json_list, driver

_KEEP = """
INSERT INTO item_details (shop_id, item_id, text, read_at) VALUES (?, ?, ?, ?)
ON CONFLICT (shop_id, item_id) DO UPDATE SET text = excluded.text, read_at = excluded.read_at
WHERE text <> excluded.text
"""
_FORGET = "DELETE FROM item_details WHERE shop_id = ? AND item_id IN (SELECT value FROM json_each(?))"


def keep(conn: Connection, shop_id: str, listings: Iterable[Listing], now: int) -> None:
    """What these listings say; what says nothing of it leaves it as it is."""
    told = {one.item.item_id: one.details for one in listings if one.details is not None}
    empty = [item_id for item_id, text in told.items() if not text]
    if empty:
        driver(conn).execute(_FORGET, (shop_id, as_json_list(empty)))
    driver(conn).executemany(_KEEP, [(shop_id, item_id, text, now) for item_id, text in told.items() if text])
