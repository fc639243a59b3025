"""Prices of which a person should know: kept for as long as that is so, and each told once, over a restart too."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from console.rules.alerts import Priced
from console.rules.price_watch import PriceTrouble
from console.store.item_view import item_ids
from console.store.pages import driver
from console.store.views import ItemFilter

_COLUMNS = ("shop_id", "item_id", "kind", "spec", "pays_fen", "other_fen", "floor_fen", "gap_bp", "margin_fen")
_HELD = ", ".join(f"told.{name}" for name in _COLUMNS)
STANDING = (
    f"SELECT {_HELD}, told.seen_at, told.told_at, item.title FROM price_alerts AS told "  # noqa: S608 - our own names
    "JOIN items AS item ON item.shop_id = told.shop_id AND item.item_id = told.item_id AND NOT item.gone "
    "ORDER BY told.seen_at DESC, told.item_id"
)
KEEP = (
    f"INSERT INTO price_alerts ({', '.join(_COLUMNS)}, seen_at) VALUES ({', '.join('?' * (len(_COLUMNS) + 1))}) "  # noqa: S608
    "ON CONFLICT (shop_id, item_id, kind) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS[3:])
)
END = "DELETE FROM price_alerts WHERE shop_id = ? AND item_id = ? AND kind = ?"
TELL = "UPDATE price_alerts SET told_at = ? WHERE told_at IS NULL"


def all_goods(conn: Connection) -> list[int]:
    """The rows whose prices are looked at."""
    return item_ids(conn, ItemFilter())


def standing(conn: Connection) -> list[Priced]:
    """Those that stand, the newest first."""
    found = []
    for *values, seen_at, told_at, title in driver(conn).execute(STANDING):
        trouble = PriceTrouble(**dict(zip(_COLUMNS, values, strict=True)))
        found.append(Priced(trouble=trouble, title=title, seen_at=seen_at, told=told_at is not None))
    return found


def keep(conn: Connection, troubles: Sequence[PriceTrouble], now: int) -> bool:
    """These stand now, and no others; returns whether that is news. One that stood before stays told."""
    wanted = {_values(one) for one in troubles}
    before = {tuple(row) for row in driver(conn).execute(f"SELECT {', '.join(_COLUMNS)} FROM price_alerts")}  # noqa: S608
    over = {row[:3] for row in before} - {row[:3] for row in wanted}
    fresh: Collection[tuple[object, ...]] = wanted - before
    driver(conn).executemany(END, sorted(over))
    driver(conn).executemany(KEEP, [(*row, now) for row in fresh])
    return bool(over or fresh)


def note_told(conn: Connection, now: int) -> None:
    """A person was told of all that stand."""
    driver(conn).execute(TELL, (now,))


def _values(trouble: PriceTrouble) -> tuple[object, ...]:
    return tuple(getattr(trouble, name) for name in _COLUMNS)
