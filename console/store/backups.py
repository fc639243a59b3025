"""Copies of the file: made while it is used, looked through before they get their name, listed by what they are called.

A copy is one state of the file, whatever is written meanwhile. What is not whole has another name (``.part``) and is
cleared away by whoever made it. Secrets are in no copy: they are in no file of ours.
"""

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Literal

import msgspec
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from console.core.clock import SHOP_TIME, shop_datetime
from console.core.errors import FileTrouble
from console.store.engines import file_trouble
from console.store.schema import REVISIONS, revision_of

Origin = Literal["hand", "daily", "upgrade", "aside"]
"""Who made it: a person, the program each day, the program before an upgrade, or a restore that put the file aside."""

DAILY_KEPT = 7
PAGES = 512  # copied between two looks at whether to go on: two megabytes
STEPS = 20_000  # of SQLite's machine, likewise, while a copy is looked through
LOCK = "profile.lock"  # in the folder of every profile
LOGS = ("-wal", "-journal", "-shm")  # of SQLite, beside its file
MAGIC = b"SQLite format 3\0"
_STAMP = "%Y%m%d-%H%M%S"
_NAMES: tuple[tuple[Origin, re.Pattern[str]], ...] = (
    ("hand", re.compile(r"console-backup-(?P<when>\d{8}-\d{6})-schema(?P<revision>\d{4})\.db")),
    ("daily", re.compile(r"console-daily-(?P<when>\d{8}-\d{6})-schema(?P<revision>\d{4})\.db")),
    ("upgrade", re.compile(r"console\.(?P<revision>\d{4})\.(?P<when>\d{8}-\d{6})\.db")),
    ("aside", re.compile(r"console\.before-restore\.(?P<when>\d{8}-\d{6})\.db")),
)

Told = Callable[[float], None]
"""Is told how much of the whole is done, 0 to 1. Called on the thread that works."""


class StoppedError(Exception):
    """Whoever asked for it wants it no longer; nothing is left of it."""


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """A copy that is there. ``revision`` is empty where its name does not say it."""

    path: Path
    origin: Origin
    at: int
    size: int
    revision: str = ""


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """What a file holds: to say what lies between it and another."""

    revision: str
    orders: int
    items: int
    after_sales: int
    decisions: int  # rows of the audit
    at: int | None = None  # of the last one


def name(at: int, revision: str, *, daily: bool = False) -> str:
    """``console-backup-20260115-103000-schema0023.db``: when, in shop time, and of which shape."""
    kind = "daily" if daily else "backup"
    return f"console-{kind}-{shop_datetime(at).strftime(_STAMP)}-schema{revision}.db"


def aside(at: int) -> str:
    """What the present file is called once another takes its place."""
    return f"console.before-restore.{shop_datetime(at).strftime(_STAMP)}.db"


def listed(*folders: Path) -> list[Backup]:
    """The copies in these folders, newest first."""
    found = [
        backup
        for folder in folders
        if folder.is_dir()
        for path in folder.iterdir()
        if path.is_file() and (backup := _named(path)) is not None
    ]
    return sorted(found, key=lambda one: (one.at, one.path.name), reverse=True)


def _named(path: Path) -> Backup | None:
    known = _how(path.name)
    if known is None:
        return None
    origin, found = known
    try:
        when = datetime.strptime(found["when"], _STAMP).replace(tzinfo=SHOP_TIME)
        size = path.stat().st_size
    except (ValueError, OSError):
        return None
    revision = found.groupdict().get("revision") or ""
    return Backup(path=path, origin=origin, at=int(when.timestamp()) * 1000, size=size, revision=revision)


def _how(name: str) -> tuple[Origin, re.Match[str]] | None:
    """Who makes copies of this name."""
    for origin, pattern in _NAMES:
        found = pattern.fullmatch(name)
        if found is not None:
            return origin, found
    return None


def prune(folder: Path, now: int, keep: int = DAILY_KEPT) -> list[Path]:
    """Clear away the daily copies but the newest ``keep``; what a person made stays. Returns which went.

    Those that a wrong clock dated ahead stay, too, and push no other out.
    """
    old = [one.path for one in listed(folder) if one.origin == "daily" and one.at <= now][keep:]
    for path in old:
        path.unlink(missing_ok=True)
    return old


def make(source: Path, target: Path, stop: Event, told: Told) -> None:
    """Copy a file that may be in use to where nothing but a copy is lost, and look through it. Blocks.

    Raises FileTrouble, or StoppedError once ``stop`` is set; either way the target is as it was before.
    """
    with file_trouble(target):
        if is_in_use(source, target):
            raise FileTrouble("file.in_use", str(target))
        for path in (target, _part(target)):
            if path.exists() and not _is_copy(path, is_whole=path == target):
                raise FileTrouble("file.no_copy", str(path))
    put(source, target, stop, told)


def put(source: Path, target: Path, stop: Event, told: Told, then: Callable[[Connection], None] | None = None) -> None:
    """The same to any place, with ``then`` done to the copy before it is looked through and gets its name."""
    part = _part(target)
    with file_trouble(target):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if shutil.disk_usage(target.parent).free < size_of(source):
            raise FileTrouble("disk.full", str(target))
        try:
            _clear(part)
            _copy(source, part, stop, told)
            if then is not None:
                with _opened(part) as conn:
                    then(conn)
            _look_through(part, stop)
            part.chmod(0o600)
            part.replace(target)
        finally:
            _clear(part)


def is_in_use(source: Path, target: Path) -> bool:
    """Whether a program of ours works with this file, or keeps its name: what it writes would be lost.

    ``source``: the file of this program. Other profiles' folders count, and so does any file with a log beside it.
    """
    if (target.exists() and target.samefile(source)) or any(_beside(target, log).exists() for log in LOGS):
        return True
    folder, name = target.parent, target.name.casefold()
    if not folder.is_dir() or not (folder.samefile(source.parent) or (folder / LOCK).exists()):
        return False
    return name == LOCK or (name.startswith("console.") and _how(target.name) is None)


def _is_copy(path: Path, *, is_whole: bool) -> bool:
    """By its name, or by what is in it: a copy has no log, while a file that is worked with says that it has one.

    What a cut off copying left is none yet, but begins like one.
    """
    if not path.is_file() or _how(path.name) is not None:
        return path.is_file()
    with path.open("rb") as file:
        head = file.read(20)
    if not is_whole:
        return not head or head.startswith(MAGIC)
    if not head.startswith(MAGIC) or head[18:20] != b"\1\1":
        return False
    try:
        contents(path)
    except FileTrouble:
        return False
    return True


def _copy(source: Path, part: Path, stop: Event, told: Told) -> None:
    def step(_status: int, remaining: int, whole: int) -> None:
        if stop.is_set():
            raise StoppedError
        told(1 - remaining / whole if whole else 1.0)

    with closing(_read_only(source)) as begin, closing(sqlite3.connect(part)) as end:
        begin.isolation_level = None
        begin.execute("BEGIN")  # whoever writes meanwhile does not make the copy begin anew
        begin.execute("SELECT count(*) FROM sqlite_master").fetchone()
        begin.backup(end, pages=PAGES, progress=step)
        begin.execute("COMMIT")
        end.execute("PRAGMA journal_mode=DELETE")  # one file, no log beside it


def _look_through(part: Path, stop: Event) -> None:
    with closing(sqlite3.connect(part)) as conn:
        conn.set_progress_handler(lambda: int(stop.is_set()), STEPS)
        try:
            answer = conn.execute("PRAGMA quick_check(1)").fetchone()[0]
        except sqlite3.OperationalError:
            if stop.is_set():
                raise StoppedError from None
            raise
    if answer != "ok":
        raise FileTrouble("file.damaged", str(part), str(answer))


def size_of(path: Path) -> int:
    """Bytes of a file with its log, in which much of a busy file is."""
    return sum(one.stat().st_size for one in (path, _beside(path, "-wal")) if one.exists())


def contents(path: Path) -> Contents:
    """What a file holds. Blocks. Raises FileTrouble where it is none of ours, damaged, or newer than we are."""
    if not path.is_file():
        raise FileTrouble("file.missing", str(path))
    with file_trouble(path), _opened(path, read_only=True) as conn:
        return contents_of(conn, path)


def contents_of(conn: Connection, path: Path) -> Contents:
    """The same of a file that is open."""
    revision = revision_of(conn)
    if revision is None:
        raise FileTrouble("file.damaged", str(path), "not a file of this program")
    if revision not in REVISIONS:
        raise FileTrouble("file.newer", str(path), revision)
    decisions, at = conn.exec_driver_sql("SELECT count(*), max(at) FROM audit").one()
    return Contents(
        revision=revision,
        orders=_count(conn, "orders"),
        items=_count(conn, "items"),
        after_sales=_count(conn, "after_sales"),
        decisions=decisions,
        at=at,
    )


def _count(conn: Connection, table: str) -> int:
    return int(conn.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())  # noqa: S608 - our own names


class _opened:  # noqa: N801 - reads as a word: with _opened(part) as conn
    """A connection to a file that is nobody's yet, in one transaction; nothing of it stays open."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        connect = (lambda: _read_only(path)) if read_only else (lambda: sqlite3.connect(path))
        self._engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
        self._begun = self._engine.begin()

    def __enter__(self) -> Connection:
        return self._begun.__enter__()

    def __exit__(self, *error: object) -> None:
        self._begun.__exit__(*error)  # type: ignore[arg-type] # as they came
        self._engine.dispose()


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _clear(part: Path) -> None:
    for suffix in ("", *LOGS):
        _beside(part, suffix).unlink(missing_ok=True)


def _part(target: Path) -> Path:
    """What a copy is called until it is whole."""
    return _beside(target, ".part")


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)
