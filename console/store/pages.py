"""How a page of nouns becomes rows: what of it is news, and SQL compiled once from the tables.

Three rules: the newer ``updated_at`` wins, equal content writes nothing, and what was written is counted exactly. The
caller's transaction holds the write lock, so the rows as they were (one question a page) cannot change meanwhile.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

import msgspec
from sqlalchemy import ClauseElement, Connection, Select, bindparam, false, func, insert, select, update
from sqlalchemy.dialects import sqlite
from sqlmodel import SQLModel

from console.store.tables import table_of
from console.store.views import Saved

Values = tuple[Any, ...]


class Dated(Protocol):
    """A noun that says when the platform last changed it; None where the platform does not say."""

    @property
    def updated_at(self) -> int | None: ...


N = TypeVar("N", bound=Dated)
Written = tuple[int, N, Values]
"""Row id, noun, and the noun's values."""


class News(NamedTuple, Generic[N]):
    """What of a page is new, what has changed and what is as it was. What is older is in none of them.

    ``before``: of the known rows among them, by row id, what is ``watched`` as it was.
    """

    inserted: list[Written[N]]
    changed: list[Written[N]]
    same: list[Written[N]]
    before: Mapping[int, Values] = MappingProxyType({})

    @property
    def written(self) -> list[Written[N]]:
        return self.inserted + self.changed


class PageTable(Generic[N]):
    """A table that pages go into. ``values`` gives a noun's values in the order of ``columns``.

    ``key`` (SQL) and ``key_of`` (of a noun) name a row within its shop. Rows are looked up by ``scope``, an indexed
    column; it is the key itself unless said otherwise. ``returns``: the table marks rows gone, and they may return.
    ``watched``: columns, or other SQL about a row, of which it is told what they were.
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
        watched: Sequence[str] = (),
    ) -> None:
        self._key_of = key_of
        self._scope_of = scope_of or key_of
        self._values = values
        name = model.__tablename__
        self._before = (  # and in a last row, without a key, the table's last id
            f"SELECT {', '.join((key, 'id', 'updated_at', 'gone' if returns else '0', *watched))} FROM {name} "  # noqa: S608 - our own names
            f"WHERE shop_id = ? AND {scope or key} IN (SELECT value FROM json_each(?)) "
            f"UNION ALL SELECT NULL, coalesce(max(id), 0), NULL, 0{', NULL' * len(watched)} FROM {name}"
        )
        self._contents = f"SELECT id, {', '.join(columns)} FROM {name} WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608
        self._insert = insert_sql(model, ("id", "shop_id", *columns, "kept_at"), returns=returns)
        self._update = update_sql(model, (*columns, "kept_at"), returns=returns)

    def sift(self, conn: Connection, shop_id: str, nouns: Iterable[N]) -> News[N]:
        """Compare a page with the rows as they are. Where a page names a row twice, the newer one stands."""
        newest = self._newest(list(nouns))
        before = self._rows_before(conn, shop_id, newest.values())
        _, last_id, *_ = before.pop(None)
        inserted: list[Written[N]] = []
        changed: list[Written[N]] = []
        doubtful: list[Written[N]] = []
        watched: dict[int, Values] = {}
        for key, noun in newest.items():
            row = before.get(key)
            if row is None:
                inserted.append((last_id + len(inserted) + 1, noun, self._values(noun)))
                continue
            _, row_id, was_at, gone, *_ = row
            is_at, certain = noun.updated_at, gone
            if is_at is not None and was_at is not None:  # as ``is_older`` says it, without the cost of calling it
                if is_at < was_at:
                    continue
                certain = gone or was_at < is_at
            watched[row_id] = row[4:]
            (changed if certain else doubtful).append((row_id, noun, self._values(noun)))
        different, same = self._compared(conn, doubtful)
        return News(inserted, changed + different, same, watched)

    def _newest(self, nouns: Sequence[N]) -> dict[str, N]:
        """By key, in the order they came in."""
        found = {self._key_of(noun): noun for noun in nouns}
        if len(found) == len(nouns):  # nearly always
            return found
        found = {}
        for noun in nouns:
            key = self._key_of(noun)
            if key not in found or not is_older(noun.updated_at, found[key].updated_at):
                found[key] = noun
        return found

    def _rows_before(self, conn: Connection, shop_id: str, nouns: Iterable[N]) -> dict[str | None, Values]:
        """Key, row id, update time, whether gone and what is watched of the rows; under None the table's last row id.

        Asked beneath SQLAlchemy, whose results cost more than the question: they are plain tuples, used once.
        """
        scopes = as_json_list(dict.fromkeys(map(self._scope_of, nouns)))
        return {row[0]: row for row in driver(conn).execute(self._before, (shop_id, scopes))}

    def _compared(self, conn: Connection, rows: list[Written[N]]) -> tuple[list[Written[N]], list[Written[N]]]:
        """Part rows whose update time says nothing into those whose content is different and those where it is not."""
        if not rows:
            return [], []
        ids = as_json_list(row_id for row_id, *_ in rows)
        kept = {row[0]: row[1:] for row in driver(conn).execute(self._contents, (ids,))}
        different = [row for row in rows if kept[row[0]] != row[2]]
        return different, [row for row in rows if kept[row[0]] == row[2]]

    def write(self, conn: Connection, shop_id: str, news: News[N], now: int) -> Saved:
        """Write what ``sift`` found; ``now`` is when it came in."""
        if news.inserted:
            rows = [(row_id, shop_id, *values, now) for row_id, _, values in news.inserted]
            driver(conn).executemany(self._insert, rows)
        if news.changed:
            driver(conn).executemany(self._update, [(*values, now, row_id) for row_id, _, values in news.changed])
        return Saved(
            inserted=len(news.inserted),
            changed=len(news.changed),
            ids=tuple(self._key_of(noun) for _, noun, _ in news.written),
        )


def driver(conn: Connection) -> sqlite3.Connection:
    """The connection beneath, in the same transaction."""
    found = conn.connection.driver_connection
    if not isinstance(found, sqlite3.Connection):
        raise TypeError(f"not a connection to SQLite: {type(found)}")
    return found


def as_json_list(values: Iterable[object]) -> str:
    """One parameter for many values: ``IN (SELECT value FROM json_each(?))`` keeps the statement the same."""
    return msgspec.json.encode(list(values)).decode()


def ids_of(conn: Connection, asked: Select[tuple[int]]) -> list[int]:
    """The row ids a question with an ORDER BY answers, gathered by SQLite: 100,000 result rows would cost more than it.

    SQLite keeps the order of a subquery when an aggregate other than count, min and max stands over it.
    """
    gathered = select(func.json_group_array(asked.subquery().c[0]))
    return msgspec.json.decode(conn.execute(gathered).scalar_one(), type=list[int])


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
