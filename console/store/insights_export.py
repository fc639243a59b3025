"""What other programs may have of the file, as plain tables: each column with its meaning, each row once, in one order.

Ids are text, amounts whole fen, instants ISO 8601 in shop time; what nobody knows is NULL. Of buyers there is the mask
of the platform and a key that only tells one from another; no note, no address, no number of a phone.
"""

from collections.abc import Iterator
from typing import Any, Final, Literal

import msgspec
from sqlalchemy import Connection

from console.core.clock import HOUR
from console.store.pages import driver

Kind = Literal["id", "text", "key", "count", "fen", "number", "flag", "instant", "day"]
AT_ONCE: Final = 1_000
SHOP_S: Final = 8 * HOUR // 1000


class Column(msgspec.Struct, frozen=True):
    """``sql`` is what it is read from; empty: the column of its own name."""

    name: str
    kind: Kind
    about: str
    sql: str = ""


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """``source`` follows FROM and holds ``?1``: only rows that came in at that instant or later (0: all)."""

    name: str
    about: str
    key: tuple[str, ...]
    since: str  # what ``--since`` means for it
    columns: tuple[Column, ...]
    source: str

    @property
    def sql(self) -> str:
        return f"SELECT {', '.join(map(_read, self.columns))} FROM {self.source}"  # noqa: S608 - our own words


def rows(conn: Connection, table: Table, since: int) -> Iterator[list[tuple[Any, ...]]]:
    """The rows of a table, some at a time. Read them inside one ``read``: then all tables are of one moment."""
    cursor = driver(conn).execute(table.sql, (since,))
    while some := cursor.fetchmany(AT_ONCE):
        yield some


def read_at(conn: Connection) -> int | None:
    """As of when the file is whole: the oldest last reading of any stream; None where one was never read."""
    asked = "SELECT min(success_at), count(*) - count(success_at) FROM health"
    oldest, never = driver(conn).execute(asked).fetchone()
    return None if never else oldest


def _read(column: Column) -> str:
    sql = column.sql or column.name
    if column.kind == "instant":
        return f"strftime('%Y-%m-%dT%H:%M:%S+08:00', {sql} / 1000 + {SHOP_S}, 'unixepoch')"
    if column.kind == "day":
        return f"strftime('%Y-%m-%d', {sql} / 1000 + {SHOP_S}, 'unixepoch')"
    return sql
