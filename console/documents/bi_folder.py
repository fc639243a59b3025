"""A folder for other programs: a csv a table and one ``schema.json`` that says what every column means.

The same file gives the same bytes. A file that would not change is left alone, with its time; until all of them are
whole nothing of the former folder is touched.
"""

import filecmp
import hashlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
from sqlalchemy import Connection

from console.store import insights_export
from console.store.insights_export import Column, Kind, Table
from console.store.insights_tables import TABLES

SCHEMA: Final = "schema.json"
VERSION: Final = 1
QUOTED: Final[frozenset[Kind]] = frozenset({"id", "text", "key", "instant", "day"})
_RECKONED = ("=", "+", "-", "@", "\t", "\r")
NOTES: Final = {
    "encoding": "UTF-8 without a mark, lines end in a line feed, the first line names the columns",
    "text": "id, text, key, instant and day stand in double quotes: read them as text, or digits are lost",
    "null": "nothing between two commas is not known; two double quotes are an empty text",
    "fen": "whole fen: 100 are one yuan",
    "instant": "ISO 8601 in shop time (+08:00)",
    "guard": "free text that a spreadsheet would reckon with (= + - @) has an apostrophe in front",
    "buyers": "masked by the platform; buyer_key only tells one from another",
}


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a table."""

    table: str
    rows: int
    changed: bool


class Stopped(Exception):
    """Whoever asked wants it no more; the folder is as it was before."""


class FolderTrouble(Exception):
    """The folder cannot be written; not the file's own trouble, as an OSError on a database thread would be."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(f"{path}: {detail}")
        self.path = path
        self.detail = detail


def export(
    conn: Connection,
    folder: Path,
    since: int = 0,
    say: Callable[[str, int], None] = lambda _table, _rows: None,
    stopped: Callable[[], bool] = lambda: False,
) -> list[Written]:
    """Write the folder. On a database thread: it reads all tables as of one moment. Raises FolderTrouble, Stopped."""
    try:
        return _export(conn, folder, since, say, stopped)
    except OSError as error:
        raise FolderTrouble(folder, error.strerror or str(error)) from error


def _export(
    conn: Connection, folder: Path, since: int, say: Callable[[str, int], None], stopped: Callable[[], bool]
) -> list[Written]:
    folder.mkdir(parents=True, exist_ok=True)
    made: list[tuple[Path, Path, str, int]] = []
    try:
        for table in TABLES:
            part = folder / f".{table.name}.csv.part"
            made.append((part, folder / f"{table.name}.csv", table.name, 0))
            count = _write(conn, table, part, since, say, stopped)
            made[-1] = (*made[-1][:3], count)
        schema = folder / f".{SCHEMA}.part"
        made.append((schema, folder / SCHEMA, "", 0))
        schema.write_bytes(described())
        if stopped():
            raise Stopped
        return [Written(table=name, rows=rows, changed=_settle(part, path)) for part, path, name, rows in made][:-1]
    finally:
        for part, *_ in made:
            part.unlink(missing_ok=True)


def described() -> bytes:
    """The schema: tables, columns, kinds, keys; nothing of the data."""
    tables = [
        {
            "file": f"{table.name}.csv",
            "about": table.about,
            "key": table.key,
            "since": table.since,
            "columns": [{"name": one.name, "kind": one.kind, "about": one.about} for one in table.columns],
        }
        for table in TABLES
    ]
    told = msgspec.json.encode({"version": VERSION, "notes": NOTES, "tables": tables})
    return msgspec.json.format(told, indent=2) + b"\n"


def _write(
    conn: Connection,
    table: Table,
    part: Path,
    since: int,
    say: Callable[[str, int], None],
    stopped: Callable[[], bool],
) -> int:
    count = 0
    with part.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(_quoted(column.name) for column in table.columns) + "\n")
        for some in insights_export.rows(conn, table, since):
            file.write(lines(table.columns, some))
            count += len(some)
            say(table.name, count)
            if stopped():
                raise Stopped
    return count


def lines(columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> str:
    """Rows as they stand in the file."""
    kinds = [column.kind for column in columns]
    return "".join(",".join(map(_cell, kinds, row)) + "\n" for row in rows)


def _cell(kind: Kind, value: Any) -> str:
    if value is None:
        return ""
    if kind == "key":
        return _quoted(hashlib.sha256(str(value).encode()).hexdigest()[:20]) if value else ""
    if kind == "flag":
        return "true" if value else "false"
    if kind not in QUOTED:
        return str(value)
    text = str(value)
    return _quoted(f"'{text}" if kind == "text" and text.startswith(_RECKONED) else text)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _settle(part: Path, path: Path) -> bool:
    """Put a whole file in its place; returns whether it says anything new."""
    if path.exists() and filecmp.cmp(part, path, shallow=False):
        return False
    part.replace(path)
    return True
