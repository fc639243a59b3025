"""SQLite as we want it: pragmas, explicit transactions, and its errors in our words."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from console.core.errors import FileCode, FileTrouble

CHECKED_UP_TO = 50 * 1024 * 1024  # bytes; a longer file takes too long to check before the window may use it

ROOM_BYTES = 64 * 1024  # with less than this free nothing can be opened, let alone written

WRITER_KIB, READER_KIB = 32 * 1024, 16 * 1024  # of pages that each keeps: with SQLite's two megabytes a page is read
# anew all the time where somebody goes through many orders and their lines

CODES: dict[int, FileCode] = {
    sqlite3.SQLITE_BUSY: "file.locked",
    sqlite3.SQLITE_LOCKED: "file.locked",
    sqlite3.SQLITE_CORRUPT: "file.damaged",
    sqlite3.SQLITE_NOTADB: "file.damaged",
    sqlite3.SQLITE_FULL: "disk.full",
    sqlite3.SQLITE_READONLY: "disk.denied",
    sqlite3.SQLITE_CANTOPEN: "disk.denied",
    sqlite3.SQLITE_PERM: "disk.denied",
    sqlite3.SQLITE_IOERR: "disk.denied",
}
"""SQLite's primary result codes that are the disk's or the file's fault; every other error is a bug of ours."""


def writer(path: Path, busy_ms: int) -> Engine:
    """The engine of the writer thread: each transaction takes the write lock at once.

    What is deleted is overwritten, on every system alike: rows of buyers would lie in the file's free pages for ever.
    """
    how = ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON", f"cache_size=-{WRITER_KIB}")
    return _engine(path, 1, "BEGIN IMMEDIATE", f"busy_timeout={busy_ms}", *how)


def reader(path: Path, busy_ms: int) -> Engine:
    """The engine of the reader threads: snapshots, and no way to write."""
    return _engine(path, 2, "BEGIN", f"busy_timeout={busy_ms}", "query_only=ON", f"cache_size=-{READER_KIB}")


def _engine(path: Path, connections: int, begin: str, *pragmas: str) -> Engine:
    engine = create_engine(
        f"sqlite:///{path}",
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        connect_args={"timeout": 0},
        hide_parameters=True,  # buyers' names and addresses would be in every error that is logged
    )

    @event.listens_for(engine, "connect")
    def prepare(dbapi: sqlite3.Connection, record: object) -> None:
        dbapi.isolation_level = None  # Python must not guess where transactions begin
        for pragma in (*pragmas, "foreign_keys=ON"):
            dbapi.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def start(conn: Connection) -> None:
        driver = conn.connection.driver_connection
        if driver is not None:
            driver.execute(begin)  # beneath SQLAlchemy: this is a tenth of the cost, and it comes with every page

    return engine


def was_left_open(path: Path) -> bool:
    """Whether the file was not closed properly last time: SQLite removes its log when the last user leaves."""
    return path.exists() and path.with_name(f"{path.name}-wal").exists()


def quick_check(engine: Engine, path: Path) -> None:
    """Look through a file that was left open, unless it is long. Raises FileTrouble ``file.damaged``."""
    if path.stat().st_size > CHECKED_UP_TO:
        return
    with engine.begin() as conn:
        answer = conn.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if answer != "ok":
        raise FileTrouble("file.damaged", str(path), str(answer))


@contextmanager
def file_trouble(path: Path) -> Iterator[None]:
    """Turn what the disk or SQLite says about the file into FileTrouble; let our own mistakes through."""
    try:
        yield
    except DBAPIError as error:
        code = file_code(error.orig)
        if code is None:
            raise
        raise FileTrouble(_told_apart(code, path), str(path), str(error.orig)) from error
    except sqlite3.Error as error:
        code = file_code(error)
        if code is None:
            raise
        raise FileTrouble(_told_apart(code, path), str(path), str(error)) from error
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise FileTrouble("disk.full" if full else "disk.denied", str(path), error.strerror or "") from error


def total_changes(conn: Connection) -> int:
    """How many rows this connection has changed since it was opened."""
    driver = conn.connection.driver_connection
    return driver.total_changes if isinstance(driver, sqlite3.Connection) else 0


def _told_apart(code: FileCode, path: Path) -> FileCode:
    """SQLite calls a full disk an input/output error where it was its index or its log that found no room."""
    if code != "disk.denied":
        return code
    try:
        return "disk.full" if shutil.disk_usage(path.parent).free < ROOM_BYTES else code
    except OSError:
        return code


def file_code(error: BaseException | None) -> FileCode | None:
    """Our code for an SQLite error, None where neither disk nor file is at fault."""
    number = getattr(error, "sqlite_errorcode", None)
    return None if number is None else CODES.get(number & 0xFF)
