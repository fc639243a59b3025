"""The price below which an item is not to be sold: the merchant's own, kept as a setting, hence audited."""

from sqlalchemy import Connection

from console.store import settings


def floor_fen(conn: Connection, shop_id: str, item_id: str) -> int | None:
    """An item's floor; None: it has none."""
    value = settings.get(conn, _key(shop_id, item_id))
    return None if value is None else int(value)


def put_floor(conn: Connection, shop_id: str, item_id: str, floor: int | None, now: int) -> bool:
    """Set a floor, or take it away; returns whether that changed anything."""
    if floor == floor_fen(conn, shop_id, item_id):
        return False
    return settings.put(conn, _key(shop_id, item_id), floor, now)


def _key(shop_id: str, item_id: str) -> str:
    return f"floor.{shop_id}.{item_id}"
