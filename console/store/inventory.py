"""What a file is like, without what is in it: shape, numbers of rows, settings, health. For a diagnostics bundle."""

import re
from typing import Any

import msgspec
from sqlalchemy import Connection

from console.store.health import health
from console.store.quarantine import quarantined
from console.store.schema import revision_of
from console.store.shops import shops

_NUMBER = re.compile(r"\d{5,}")
_PRAGMAS = ("journal_mode", "page_count", "page_size", "freelist_count", "user_version")


class Inventory(msgspec.Struct, frozen=True, kw_only=True):
    """As of one instant. Shops are told apart by their platform and a number, not by name."""

    revision: str
    pragmas: dict[str, Any]
    schema: tuple[str, ...]
    rows: dict[str, int]
    settings: dict[str, Any]
    shops: tuple[str, ...]
    health: tuple[dict[str, Any], ...]
    unread: dict[str, int]


def inventory(conn: Connection) -> Inventory:
    """Read it on a database thread."""
    tables = [
        str(row[0])
        for row in conn.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        )
    ]
    asked = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type DESC, name"
    number = {shop.shop_id: f"{shop.platform.value}-{at}" for at, shop in enumerate(shops(conn), start=1)}
    unread: dict[str, int] = {}
    for one in quarantined(conn):
        place = f"{number.get(one.shop_id, 'a shop')} {one.stream}"
        unread[place] = unread.get(place, 0) + 1
    return Inventory(
        revision=revision_of(conn) or "",
        pragmas={name: conn.exec_driver_sql(f"PRAGMA {name}").scalar() for name in _PRAGMAS},
        schema=tuple(str(row[0]) for row in conn.exec_driver_sql(asked)),
        rows={table: _count(conn, table) for table in tables},
        settings=_settings(conn, number),
        shops=tuple(number.values()),
        health=tuple(_health(conn, number)),
        unread=unread,
    )


def _count(conn: Connection, table: str) -> int:
    return int(conn.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar_one())  # noqa: S608 - the file's own names


def _settings(conn: Connection, number: dict[str, str]) -> dict[str, Any]:
    """By name; of those that are set for single goods or orders only how many there are."""
    found: dict[str, Any] = {}
    for key, value in conn.exec_driver_sql("SELECT key, value FROM settings ORDER BY key"):
        name = str(key)
        for shop_id, called in number.items():
            name = name.replace(shop_id, called)
        of_one = _NUMBER.sub("*", name)
        found[of_one] = msgspec.json.decode(str(value)) if of_one == name else int(found.get(of_one, 0)) + 1
    return found


def _health(conn: Connection, number: dict[str, str]) -> list[dict[str, Any]]:
    return [msgspec.to_builtins(one) | {"shop_id": number.get(one.shop_id, "a shop")} for one in health(conn)]
