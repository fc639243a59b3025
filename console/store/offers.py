"""What no platform tells of a price: the one of live shows, and a coupon that every buyer gets. The merchant's word.

Kept as settings, hence audited, by Kuaishou item.
"""

from collections.abc import Mapping
from typing import Literal

from sqlalchemy import Connection

from console.core.errors import Refused
from console.store import settings
from console.store.pages import driver

Part = Literal["live", "coupon"]
Told = Mapping[tuple[str, str], int]
"""Fen by (shop, item)."""

ALL = "SELECT key, value FROM settings WHERE key >= ? AND key < ? AND value <> 'null'"
MOST_FEN = 99_999_999


def told(conn: Connection, part: Part) -> Told:
    """Of all items that have one."""
    begin = f"goods.{part}."
    found = {}
    for key, value in driver(conn).execute(ALL, (begin, f"{begin}\x7f")):
        shop_id, _, item_id = key.removeprefix(begin).rpartition(".")
        found[shop_id, item_id] = int(value)
    return found


def put(conn: Connection, part: Part, shop_id: str, item_id: str, fen: int | None, now: int) -> bool:
    """Set one, or take it away; returns whether that changed anything. Raises Refused."""
    if fen is not None and not 0 < fen <= MOST_FEN:
        raise Refused("push.bad_figure", detail=str(fen))
    key = f"goods.{part}.{shop_id}.{item_id}"
    if settings.get(conn, key) == fen:
        return False
    return settings.put(conn, key, fen, now)
