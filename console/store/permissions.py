"""The switches of each shop, kept as settings: every change has its row in the audit."""

from sqlalchemy import Connection

from console.core.permissions import Permissions, Switch
from console.store import settings

_READ_ONLY = "read_only"


def permissions(conn: Connection, shop_id: str) -> Permissions:
    """A shop's switches; one that was never touched is as ``Permissions`` has it."""
    untouched = Permissions()
    return Permissions(
        on=frozenset(one for one in Switch if settings.get(conn, _key(shop_id, one), one in untouched.on)),
        read_only=bool(settings.get(conn, _key(shop_id, _READ_ONLY), untouched.read_only)),
    )


def put_switch(conn: Connection, shop_id: str, switch: Switch, on: bool, now: int) -> bool:
    """Turn one switch; returns whether that changed anything."""
    if (switch in permissions(conn, shop_id).on) == on:
        return False
    return settings.put(conn, _key(shop_id, switch), on, now)


def put_read_only(conn: Connection, shop_id: str, read_only: bool, now: int) -> bool:
    """Lock a shop against every write, or unlock it; returns whether that changed anything."""
    if permissions(conn, shop_id).read_only == read_only:
        return False
    return settings.put(conn, _key(shop_id, _READ_ONLY), read_only, now)


def _key(shop_id: str, name: str) -> str:
    return f"shops.{shop_id}.{name}"
