"""How a page of nouns becomes rows: what of it is news, and SQL compiled once from the tables.

Three rules: the newer ``updated_at`` wins, equal content writes nothing, and what was written is counted exactly. The
caller's transaction holds the write lock, so the rows as they were (one question a page) cannot change meanwhile.
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

import msgspec
from sqlalchemy import ClauseElement, Connection, bindparam, false, insert, update
from sqlalchemy.dialects import sqlite
from sqlmodel import SQLModel

from console.store.tables import table_of
from console.store.views import Saved

Values = tuple[Any, ...]
encode = msgspec.msgpack.Encoder().encode


class Dated(Protocol):
    """A noun that says when the platform last changed it; None where the platform does not say."""

    @property
    def updated_at(self) -> int | None: ...


N = TypeVar("N", bound=Dated)


class News(NamedTuple, Generic[N]):
    """One noun worth writing, with its row id and fingerprint."""

    id: int
    noun: N
    digest: int


class Sifted(NamedTuple, Generic[N]):
    """What of a page is new and what has changed."""

    inserted: list[News[N]]
    changed: list[News[N]]

    @property
    def all(self) -> list[News[N]]:
        return self.inserted + self.changed


class PageTable(Generic[N]):
    """A table that pages go into. ``values`` gives a noun's values in the order of ``columns``.

    ``key`` (SQL) and ``key_of`` (of a noun) name a row within its shop. Rows are looked up by ``scope``, an indexed
    column; it is the key itself unless said otherwise. ``returns``: the table marks rows gone, and they may return.
    """

    def __init__(
        self,
        model: type[SQLModel],
        key: str,
        columns: Sequence[str],
        key_of: Callable[[N], str],
        values: Callable[[N], Values],
        *,
        scope: str = "",
        scope_of: Callable[[N], str] | None = None,
        returns: bool = False,
    ) -> None:
        name = model.__tablename__
        # a gone row that comes back has changed, whatever its fingerprint says
        digest = "CASE WHEN gone THEN NULL ELSE digest END" if returns else "digest"
        self._key_of = key_of
        self._scope_of = scope_of or key_of
        self._values = values
        self._before = (
            f"SELECT {key}, id, updated_at, {digest} FROM {name} "  # noqa: S608 - names of our own tables
            f"WHERE shop_id = ? AND {scope or key} IN (SELECT value FROM json_each(?))"
        )
        self._last_id = f"SELECT coalesce(max(id), 0) FROM {name}"  # noqa: S608
        self._insert = insert_sql(model, ("id", "shop_id", *columns, "digest", "kept_at"), returns=returns)
        self._update = update_sql(model, (*columns, "digest", "kept_at"), returns=returns)

    def sift(self, conn: Connection, shop_id: str, nouns: Iterable[N]) -> Sifted[N]:
        """Compare a page with the rows as they are. Where a page names a row twice, the newer one stands."""
        newest: dict[str, N] = {}
        for noun in nouns:
            key = self._key_of(noun)
            if key not in newest or not is_older(noun.updated_at, newest[key].updated_at):
                newest[key] = noun
        scopes = msgspec.json.encode(list({self._scope_of(noun): None for noun in newest.values()})).decode()
        before = {row[0]: row for row in conn.exec_driver_sql(self._before, (shop_id, scopes))}
        sifted: Sifted[N] = Sifted([], [])
        for key, noun in newest.items():
            mark = fingerprint(noun)
            row = before.get(key)
            if row is None:
                sifted.inserted.append(News(len(sifted.inserted), noun, mark))
            elif row[3] != mark and not is_older(noun.updated_at, row[2]):
                sifted.changed.append(News(row[1], noun, mark))
        return self._numbered(conn, sifted)

    def _numbered(self, conn: Connection, sifted: Sifted[N]) -> Sifted[N]:
        if not sifted.inserted:
            return sifted
        first = conn.exec_driver_sql(self._last_id).scalar_one() + 1
        return Sifted([News(first + n.id, n.noun, n.digest) for n in sifted.inserted], sifted.changed)

    def write(self, conn: Connection, shop_id: str, sifted: Sifted[N], now: int) -> Saved:
        """Write what ``sift`` found; ``now`` is when it came in."""
        values = self._values
        if sifted.inserted:
            rows = [(n.id, shop_id, *values(n.noun), n.digest, now) for n in sifted.inserted]
            conn.exec_driver_sql(self._insert, rows)
        if sifted.changed:
            conn.exec_driver_sql(self._update, [(*values(n.noun), n.digest, now, n.id) for n in sifted.changed])
        return Saved(
            inserted=len(sifted.inserted),
            changed=len(sifted.changed),
            ids=tuple(self._key_of(n.noun) for n in sifted.all),
        )


def fingerprint(noun: object) -> int:
    """64 bits that differ whenever the noun's content does."""
    return int.from_bytes(blake2b(encode(noun), digest_size=8).digest(), "big", signed=True)


def is_older(arriving: int | None, kept: int | None) -> bool:
    """Whether what arrives is older than what is kept. A platform that does not say is believed."""
    return arriving is not None and kept is not None and arriving < kept


def insert_sql(model: type[SQLModel], columns: Sequence[str], *, returns: bool = False) -> str:
    """``INSERT`` with a value for each of ``columns``, which stand in the table's order; ``gone`` starts as 0."""
    values: dict[str, Any] = {name: bindparam(name) for name in columns}
    statement = insert(table_of(model)).values(values | ({"gone": false()} if returns else {}))
    return compiled(statement, columns)


def update_sql(model: type[SQLModel], columns: Sequence[str], *, returns: bool = False) -> str:
    """``UPDATE`` with a value for each of ``columns`` and then the row's id; ``gone`` becomes 0."""
    table = table_of(model)
    values: list[tuple[Any, Any]] = [(table.c[name], bindparam(f"new_{name}")) for name in columns]
    if returns:
        values.append((table.c.gone, false()))
    statement = update(table).where(table.c.id == bindparam("row_id")).ordered_values(*values)
    return compiled(statement, [*(f"new_{name}" for name in columns), "row_id"])


def compiled(statement: ClauseElement, order: Sequence[str]) -> str:
    """The statement's text for the driver, whose question marks stand in ``order``."""
    text = statement.compile(dialect=sqlite.dialect())
    if list(text.positiontup or ()) != list(order):  # type: ignore[attr-defined]
        raise ValueError(f"columns are not in the table's order: {order}")
    return str(text)
