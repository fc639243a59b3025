"""Rows that did not fit: kept with their raw text, counted, and released when they arrive well."""

from collections.abc import Collection, Iterable, Sequence

import msgspec
from sqlalchemy import Connection, select

from console.core.gateway import BadRow
from console.store.tables import Quarantine, table_of
from console.store.views import QuarantinedRow, Stream

RAW_CHARS = 20_000  # of a row's raw text; enough to see what is wrong with it


def quarantine(conn: Connection, shop_id: str, stream: Stream, bad: Sequence[BadRow], now: int) -> int:
    """Put rows aside; returns how many were not there yet. One that comes again is counted, not doubled."""
    before = _count(conn, shop_id, stream)
    if bad:
        conn.exec_driver_sql(
            "INSERT INTO quarantine (shop_id, stream, key, raw, reason, first_at, last_at, seen) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT (shop_id, stream, key) DO UPDATE SET "
            "raw = excluded.raw, reason = excluded.reason, last_at = excluded.last_at, seen = seen + 1",
            [(shop_id, stream, row.key, row.raw[:RAW_CHARS], row.reason, now, now) for row in bad],
        )
    return _count(conn, shop_id, stream) - before


def release(conn: Connection, shop_id: str, stream: Stream, ids: Iterable[str]) -> int:
    """Let go of rows that have since arrived well; returns how many."""
    arrived = msgspec.json.encode(list(ids)).decode()
    return conn.exec_driver_sql(
        "DELETE FROM quarantine WHERE shop_id = ? AND stream = ? AND key IN (SELECT value FROM json_each(?))",
        (shop_id, stream, arrived),
    ).rowcount


def release_absent(conn: Connection, shop_id: str, stream: Stream, seen: Collection[str]) -> int:
    """After a complete sweep: let go of rows that the platform no longer lists; returns how many."""
    listed = msgspec.json.encode(list(seen)).decode()
    return conn.exec_driver_sql(
        "DELETE FROM quarantine WHERE shop_id = ? AND stream = ? AND key NOT IN (SELECT value FROM json_each(?))",
        (shop_id, stream, listed),
    ).rowcount


def quarantined(conn: Connection) -> list[QuarantinedRow]:
    """Everything put aside, the latest first."""
    table = table_of(Quarantine)
    return [QuarantinedRow(**row._mapping) for row in conn.execute(select(table).order_by(table.c.last_at.desc()))]


def _count(conn: Connection, shop_id: str, stream: Stream) -> int:
    asked = "SELECT count(*) FROM quarantine WHERE shop_id = ? AND stream = ?"
    return int(conn.exec_driver_sql(asked, (shop_id, stream)).scalar_one())
