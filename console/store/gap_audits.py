"""Gap audits that were made: what each found missing on which shop, and what of it was read again."""

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection

from console.store.pages import as_json_list, driver

_COLUMNS = "shop_id, begin_at, end_at, begun_at, ended_at, there, missing, stale, repaired, unknown"


class GapAudit(msgspec.Struct, frozen=True, kw_only=True):
    """One comparison of a shop with its platform over a stretch of update time; numbers are the platform's."""

    shop_id: str
    begin_at: int
    end_at: int
    begun_at: int
    ended_at: int
    there: int
    missing: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    repaired: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def left(self) -> int:
        """What was found and could not be read again."""
        return len(set(self.missing + self.stale) - set(self.repaired))


def keep_audit(conn: Connection, found: GapAudit) -> None:
    """Note what was found."""
    values = msgspec.structs.astuple(found)
    lists = [msgspec.json.encode(value).decode() for value in values[6:]]
    marks = ", ".join("?" for _ in values)
    conn.exec_driver_sql(f"INSERT INTO gap_audits ({_COLUMNS}) VALUES ({marks})", (*values[:6], *lists))  # noqa: S608


def gap_audits(
    conn: Connection, shop_ids: Iterable[str], most: int = 20, until_at: int | None = None
) -> list[GapAudit]:
    """The newest audits of these shops, newest first; ``until_at`` leaves out those of a clock that ran ahead."""
    rows = conn.exec_driver_sql(
        f"SELECT {_COLUMNS} FROM gap_audits WHERE shop_id IN (SELECT value FROM json_each(?)) "  # noqa: S608 - our names
        "AND begun_at <= COALESCE(?, begun_at) ORDER BY begun_at DESC, id DESC LIMIT ?",
        (as_json_list(shop_ids), until_at, most),
    )
    return [_of(tuple(row)) for row in rows]


def _of(row: tuple[object, ...]) -> GapAudit:
    lists = [msgspec.json.decode(str(value), type=tuple[str, ...]) for value in row[6:]]
    return GapAudit(**dict(zip(GapAudit.__struct_fields__, (*row[:6], *lists), strict=True)))  # type: ignore[arg-type]  # columns in the struct's order


def recovered(conn: Connection, shop_ids: Iterable[str]) -> set[str]:
    """The numbers that audits had to fetch because the file had not got them."""
    asked = "SELECT missing, repaired FROM gap_audits WHERE shop_id IN (SELECT value FROM json_each(?))"
    found: set[str] = set()
    for missing, repaired in conn.exec_driver_sql(asked, (as_json_list(shop_ids),)):
        numbers = (msgspec.json.decode(str(text), type=set[str]) for text in (missing, repaired))
        found |= set.intersection(*numbers)
    return found


def held_orders(conn: Connection, shop_id: str, numbers: Sequence[str]) -> dict[str, int | None]:
    """Those of these orders that the file has, with the update time it has them of."""
    asked = "SELECT order_no, updated_at FROM orders WHERE shop_id = ? AND order_no IN (SELECT value FROM json_each(?))"
    return dict(driver(conn).execute(asked, (shop_id, as_json_list(numbers))).fetchall())


def held_between(conn: Connection, shop_id: str, begin_at: int, end_at: int) -> list[str]:
    """The orders that the file has as updated in a stretch of time."""
    asked = "SELECT order_no FROM orders WHERE shop_id = ? AND updated_at >= ? AND updated_at < ? ORDER BY order_no"
    return [row[0] for row in driver(conn).execute(asked, (shop_id, begin_at, end_at))]
