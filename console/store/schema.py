"""Which shape the file has: a new file is made, an older one copied and migrated, a newer one refused."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection, Engine, MetaData, Table

from console.core.clock import Clock, shop_datetime
from console.core.errors import FileTrouble

MIGRATIONS = Path(__file__).parent / "migrations"
REVISIONS = tuple(f"{number:04}" for number in range(1, 38))
"""All alembic revisions, oldest first. The last is the shape that the modules ``tables*.py`` describe."""


def settle(
    engine: Engine, path: Path, clock: Clock, *, scripts: Path = MIGRATIONS, revisions: tuple[str, ...] = REVISIONS
) -> str:
    """Bring the file to the last revision and return it. Raises FileTrouble ``file.newer`` or ``file.damaged``."""
    newest = revisions[-1]
    with engine.begin() as conn:
        found = revision_of(conn)
        if found is None:
            if conn.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
                raise FileTrouble("file.damaged", str(path), "not a file of this program")
            make(conn, newest)
            return newest
    if found == newest:
        return newest
    if found not in revisions:
        raise FileTrouble("file.newer", str(path), found)
    copy(path, copy_path(path, found, clock))
    with engine.begin() as conn:
        migrate(conn, scripts, newest)
    return newest


def revision_of(conn: Connection) -> str | None:
    """The revision the file says it has; None where it says nothing."""
    if not conn.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").scalar_one():
        return None
    return str(conn.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())


def make(conn: Connection, revision: str) -> None:
    """Fill an empty file with tables and stamp it as alembic would, without loading alembic."""
    _metadata().create_all(conn)
    conn.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    conn.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (revision,))


def all_tables() -> Sequence[Table]:
    """The tables of the newest shape, each after those it points to."""
    return _metadata().sorted_tables


def _metadata() -> MetaData:
    from console.store.tables_customers import metadata

    return metadata


def migrate(conn: Connection, scripts: Path, target: str) -> None:
    """Run the revisions that the file lacks, in the caller's transaction (see migrations/env.py)."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = conn
    command.upgrade(config, target)


def copy_path(path: Path, revision: str, clock: Clock) -> Path:
    """Where the copy of an older file goes: ``console.0001.20260115-103000.db`` beside it."""
    when = shop_datetime(clock.now_ms()).strftime("%Y%m%d-%H%M%S")
    return path.with_name(f"{path.stem}.{revision}.{when}{path.suffix}")


def copy(source: Path, target: Path) -> None:
    """Copy a live file whole, as SQLite does it; never as bytes, the log would be missing."""
    begin, end = sqlite3.connect(source), sqlite3.connect(target)
    try:
        begin.backup(end)
    finally:
        end.close()
        begin.close()
