import asyncio
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from console.core.clock import Clock
from console.core.errors import FileTrouble
from console.store.database import Database
from console.store.settings import get, put


def set_theme(conn: Connection, theme: str) -> None:
    put(conn, "ui.theme", theme, 1)


def theme(conn: Connection) -> object:
    return get(conn, "ui.theme")


async def test_what_is_written_is_read(database: Database) -> None:
    await database.write(set_theme, "dark")
    assert await database.read(theme) == "dark"


async def test_a_failing_write_leaves_nothing(database: Database) -> None:
    def fail(conn: Connection) -> None:
        set_theme(conn, "dark")
        raise ValueError("our own mistake")

    with pytest.raises(ValueError, match="our own mistake"):
        await database.write(fail)
    assert await database.read(theme) is None


async def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(FileTrouble) as caught:
        await database.read(set_theme, "dark")
    assert caught.value.code == "disk.denied"
    assert await database.read(theme) is None


async def test_our_own_bad_sql_is_not_the_files_fault(database: Database) -> None:
    with pytest.raises(OperationalError, match="no such table"):
        await database.read(lambda conn: conn.exec_driver_sql("SELECT * FROM no_such_table").all())


async def test_an_error_does_not_tell_what_was_to_be_written(database: Database) -> None:
    """Its text goes into the log, and what is written may be a buyer's name and address."""

    def fails(conn: Connection) -> None:
        conn.exec_driver_sql("INSERT INTO no_such_table VALUES (?)", ("张三 文三路99号",))

    with pytest.raises(OperationalError) as caught:
        await database.write(fails)
    assert "no such table" in str(caught.value)
    assert "文三路" not in str(caught.value)


async def test_a_read_sees_one_state(database: Database) -> None:
    await database.write(set_theme, "light")
    reading, written = threading.Event(), threading.Event()

    def twice(conn: Connection) -> tuple[object, object]:
        first = theme(conn)
        reading.set()
        written.wait(5)
        return first, theme(conn)

    answer = asyncio.ensure_future(database.read(twice))
    await asyncio.to_thread(reading.wait, 5)
    await database.write(set_theme, "dark")
    written.set()
    assert await answer == ("light", "light")
    assert await database.read(theme) == "dark"


async def test_cancelling_drops_what_waits_and_finishes_what_runs(database: Database) -> None:
    running, go = threading.Event(), threading.Event()

    def slow(conn: Connection) -> None:
        running.set()
        go.wait(5)
        set_theme(conn, "dark")

    first = asyncio.ensure_future(database.write(slow))
    await asyncio.to_thread(running.wait, 5)
    second = asyncio.ensure_future(database.write(set_theme, "light"))
    await asyncio.sleep(0)
    for task in (first, second):
        task.cancel()
    assert all(
        isinstance(r, asyncio.CancelledError) for r in await asyncio.gather(first, second, return_exceptions=True)
    )
    go.set()
    assert await database.write(theme) == "dark"  # the thread lives, and comes to it after the first one's commit


async def test_many_writers_lose_nothing(database: Database) -> None:
    def add(conn: Connection) -> None:
        put(conn, "n", get(conn, "n", 0) + 1, 1)

    await asyncio.gather(*(database.write(add) for _ in range(60)))
    assert await database.read(lambda conn: get(conn, "n")) == 60


def test_importing_and_opening_stay_apart() -> None:
    code = "import sys, console.store.database, console.store.views; print('sqlalchemy' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"


def test_closing_leaves_one_file(path: Path, clock: Clock) -> None:
    database = Database.open(path, clock)
    database.close()
    database.close()
    assert [found.name for found in path.parent.iterdir()] == ["console.db"]


async def test_a_file_held_by_another_program_is_locked(database: Database, path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(FileTrouble) as caught:
        await database.write(set_theme, "dark")
    assert caught.value.code == "file.locked"
    assert database.trouble is not None, "the window says so"
    assert database.trouble.code == "file.locked"
    other.execute("ROLLBACK")
    other.close()
    await database.write(set_theme, "dark")
    assert database.trouble is None


async def test_a_full_disk_loses_the_page_and_nothing_else(database: Database) -> None:
    await database.write(set_theme, "light")

    def too_much(conn: Connection) -> None:
        pages = conn.exec_driver_sql("PRAGMA page_count").scalar_one()
        conn.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        put(conn, "ui.theme", "x" * 1_000_000, 1)

    with pytest.raises(FileTrouble) as caught:
        await database.write(too_much)
    assert caught.value.code == "disk.full"
    assert await database.read(theme) == "light"
    await database.write(theme)
    hand = database.acting(lambda: "somebody")
    assert hand.trouble is not None, "what writes nothing needs no room, and hands share the file"
    await hand.write(lambda conn: conn.exec_driver_sql("PRAGMA max_page_count = 1000000"))
    await hand.write(set_theme, "dark")
    assert database.trouble is None


def test_something_else_is_damaged(path: Path, clock: Clock) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this is no database, and it is longer than a header is " * 50)
    with pytest.raises(FileTrouble) as caught:
        Database.open(path, clock)
    assert caught.value.code == "file.damaged"


def test_another_programs_database_is_refused_untouched(path: Path, clock: Clock) -> None:
    path.parent.mkdir()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE songs (title)")
    other.close()
    with pytest.raises(FileTrouble) as caught:
        Database.open(path, clock)
    assert caught.value.code == "file.damaged"
    other = sqlite3.connect(path)
    assert [name for (name,) in other.execute("SELECT name FROM sqlite_master")] == ["songs"]
    other.close()


def test_damage_shows_when_the_last_close_was_not_clean(path: Path, clock: Clock) -> None:
    Database.open(path, clock).close()
    file = bytearray(path.read_bytes())
    page = 4096
    for at in range(2 * page, len(file), page):  # every page but the first two: their headers become nonsense
        file[at : at + 64] = b"\xff" * 64
    path.write_bytes(file)
    path.with_name("console.db-wal").write_bytes(b"")
    with pytest.raises(FileTrouble) as caught:
        Database.open(path, clock)
    assert caught.value.code == "file.damaged"


def test_a_folder_that_cannot_be(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "profile").write_text("a file where the folder should be")
    with pytest.raises(FileTrouble) as caught:
        Database.open(tmp_path / "profile" / "console.db", clock)
    assert caught.value.code == "disk.denied"


def test_a_path_that_is_a_folder(path: Path, clock: Clock) -> None:
    path.mkdir(parents=True)
    with pytest.raises(FileTrouble) as caught:
        Database.open(path, clock)
    assert caught.value.code == "disk.denied"
