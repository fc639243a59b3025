"""Copies of the file: whole, looked through, listed, cleared away; and one in place of the file at the next start."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest
from store_clock import NOW, StillClock

from console.core.clock import DAY
from console.core.errors import FileTrouble
from console.core.model import Platform, Shop
from console.store import audit, backups, engines, restoring, schema, settings
from console.store.backups import StoppedError
from console.store.database import Database
from console.store.schema import REVISIONS
from console.store.shops import put_shop

KUAISHOU = Shop(shop_id="kuaishou:1", platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居")


def _ignore(_share: float) -> None:
    """Nobody listens."""


def _one(path: Path, asked: str) -> object:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as conn:
        return conn.execute(asked).fetchone()[0]


def _there(folder: Path, pattern: str = "*") -> list[str]:
    return sorted(one.name for one in folder.glob(pattern))


def _fill(path: Path, rows: int) -> None:
    """Rows enough that a copy takes several looks at whether to go on."""
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("CREATE TABLE filling (n INTEGER, text TEXT)")
        conn.executemany("INSERT INTO filling VALUES (?, ?)", ((n, "x" * 1_000) for n in range(rows)))


async def test_a_copy_is_one_state_of_the_file_while_it_is_written(
    database: Database, path: Path, tmp_path: Path, clock: StillClock
) -> None:
    """A writer that never rests neither spoils the copy nor makes it begin anew: it was made at one instant."""
    await asyncio.to_thread(_fill, path, 8_000)
    over = Event()

    def write() -> None:
        with closing(sqlite3.connect(path, timeout=30)) as conn:
            n = 0
            while not over.is_set():
                with conn:
                    conn.execute("UPDATE filling SET n = ? WHERE rowid = 1", (-n,))
                    conn.execute("UPDATE filling SET n = ? WHERE rowid = 8000", (-n,))
                n += 1

    writer, shares, target = Thread(target=write), list[float](), tmp_path / "there" / "copy.db"
    writer.start()
    try:
        await asyncio.to_thread(backups.make, path, target, Event(), shares.append)
    finally:
        over.set()
        writer.join()
    assert _one(target, "SELECT count(*) FROM filling") == 8_000
    first, last = (_one(target, f"SELECT n FROM filling WHERE rowid = {row}") for row in (1, 8000))
    assert first == last or (first, last) == (0, 7_999)
    assert shares == sorted(shares)
    assert len(shares) > 2
    assert shares[-1] == 1
    assert _there(target.parent) == ["copy.db"]  # no log, no half


async def test_a_copy_that_is_not_wanted_any_more_leaves_nothing(
    database: Database, path: Path, tmp_path: Path
) -> None:
    await asyncio.to_thread(_fill, path, 4_000)
    stop, target = Event(), tmp_path / "there" / "copy.db"

    def told(share: float) -> None:
        if share > 0.2:
            stop.set()

    with pytest.raises(StoppedError):
        await asyncio.to_thread(backups.make, path, target, stop, told)
    assert _there(target.parent) == []


async def test_a_spoilt_copy_gets_no_name(database: Database, path: Path, tmp_path: Path) -> None:
    """What is copied is looked through: here somebody tears a page out of it in between."""
    await asyncio.to_thread(_fill, path, 500)
    target = tmp_path / "copy.db"

    def tear(_conn: object) -> None:
        part = target.with_name("copy.db.part")
        held = bytearray(part.read_bytes())
        held[-4_096 * 20 :] = b"\xff" * 4_096 * 20
        part.write_bytes(held)

    with pytest.raises(FileTrouble) as trouble:
        await asyncio.to_thread(backups.put, path, target, Event(), _ignore, tear)
    assert trouble.value.code == "file.damaged"
    assert _there(tmp_path, "copy*") == []


async def test_a_copy_takes_the_place_of_copies_only(
    database: Database, path: Path, tmp_path: Path, clock: StillClock
) -> None:
    """Whoever has a file open goes on in what is no file any more: all of that would be lost without a word."""
    other, stick = tmp_path / "other", tmp_path / "stick"
    for folder in (other, stick):
        folder.mkdir()
    (other / "profile.lock").touch()
    Database.open(other / "console.db", clock).close()  # of a profile that nobody has open now
    (stick / "mine.db").hardlink_to(path)
    (stick / "accounts.db").write_text("what somebody keeps there")
    (stick / "busy.db-wal").touch()
    (stick / "next.db.part").write_text("half of a download")
    (stick / "moved.db").write_bytes((other / "console.db").read_bytes())  # a file that is worked with, not a copy
    in_use = (
        path, path.with_name("console.restore.db"), path.with_name("Console.DB"), path.with_name("console.log"),
        path.with_name("profile.lock"), path.parent / "." / path.name, other / "console.db",
        other / "console.restore.db", stick / "mine.db", stick / "busy.db",
    )  # fmt: skip
    for target in in_use:
        with pytest.raises(FileTrouble, match=r"file\.in_use"):
            backups.make(path, target, Event(), _ignore)
    for target in (stick / "accounts.db", stick / "moved.db", stick / "next.db", other):
        with pytest.raises(FileTrouble, match=r"file\.no_copy"):
            backups.make(path, target, Event(), _ignore)
    await database.write(settings.put, "since", True, NOW)
    assert await database.read(settings.get, "since")
    assert (stick / "accounts.db").read_text() == "what somebody keeps there"
    for target in (stick / "console.db", path.with_name(backups.name(NOW, REVISIONS[-1]))):
        for _ in range(2):  # where nothing is, and where a copy is
            backups.make(path, target, Event(), _ignore)
        assert _one(target, "SELECT value FROM settings WHERE key = 'since'") == "true"


def test_names_say_when_and_of_which_shape_and_the_list_reads_them(tmp_path: Path) -> None:
    made = [
        backups.name(NOW, "0023"),
        backups.name(NOW + 1_000, "0023", daily=True),
        backups.aside(NOW + 2_000),
        "console.0019.20260115-103003.db",
    ]
    assert made[0] == "console-backup-20260115-103000-schema0023.db"
    for name in [*made, "console.db", "console-backup-20261340-103000-schema0023.db", "console.restore.db"]:
        (tmp_path / name).write_bytes(b"12345")
    found = backups.listed(tmp_path, tmp_path / "nowhere")
    assert [(one.origin, one.revision) for one in found] == [
        ("upgrade", "0019"), ("aside", ""), ("daily", "0023"), ("hand", "0023"),
    ]  # fmt: skip
    assert found[-1].at == NOW
    assert found[-1].size == 5


def test_only_daily_copies_are_cleared_away(tmp_path: Path) -> None:
    daily = [backups.name(NOW + day * DAY, "0023", daily=True) for day in range(9)]
    hand = backups.name(NOW - DAY, "0023")
    for name in [*daily, hand]:
        (tmp_path / name).touch()
    gone = backups.prune(tmp_path, NOW + 9 * DAY)
    assert {one.name for one in gone} == set(daily[:2])
    assert {one.name for one in tmp_path.iterdir()} == {*daily[2:], hand}


def test_what_a_file_holds_and_what_is_no_file_of_ours(path: Path, database: Database, tmp_path: Path) -> None:
    held = backups.contents(path)
    assert (held.revision, held.orders, held.decisions) == (REVISIONS[-1], 0, 0)
    with pytest.raises(FileTrouble) as missing:
        backups.contents(tmp_path / "none.db")
    (tmp_path / "text.db").write_text("not a file of this program, and long enough to be looked at " * 40)
    with pytest.raises(FileTrouble) as damaged:
        backups.contents(tmp_path / "text.db")
    with closing(sqlite3.connect(tmp_path / "newer.db")) as conn, conn:
        conn.execute("CREATE TABLE alembic_version (version_num TEXT)")
        conn.execute("INSERT INTO alembic_version VALUES ('9999')")
    with pytest.raises(FileTrouble) as newer:
        backups.contents(tmp_path / "newer.db")
    codes = [trouble.value.code for trouble in (missing, damaged, newer)]
    assert codes == ["file.missing", "file.damaged", "file.newer"]


@pytest.fixture
def write(path: Path, clock: StillClock) -> Callable[..., None]:
    """Open the file, do something to it, close it."""

    def work(fn: Callable[..., object], *values: object) -> None:
        opened = Database.open(path, clock, busy_ms=50)
        try:
            asyncio.run(opened.write(fn, *values))
        finally:
            opened.close()

    return work


def _queue(conn: object, state: str) -> None:
    conn.exec_driver_sql(  # type: ignore[attr-defined] # a Connection
        "INSERT INTO outbox (shop_id, object_kind, object_id, command, state, added_at, not_before_at, attempts, "
        "looks, kind, code, detail) VALUES ('kuaishou:1', 'order', '7', '{}', ?, 1, 1, 0, 0, '', '', '')",
        (state,),
    )


def test_a_restore_waits_for_the_next_start_keeps_the_file_and_sends_nothing_again(
    path: Path, clock: StillClock, write: Callable[..., None]
) -> None:
    """The file of before is the file again, the present one is kept, and what was on its way asks a person."""
    write(put_shop, KUAISHOU)
    for state in ("queued", "waiting", "sending", "unsure", "done", "undone"):
        write(_queue, state)
    copy = path.parent / "backups" / backups.name(NOW, REVISIONS[-1])
    backups.make(path, copy, Event(), _ignore)
    write(settings.put, "since", True, NOW + 1)
    restoring.set_down(copy, path.parent, NOW + 2, Event(), _ignore, by="陈静")
    assert restoring.planned(path.parent)
    assert _one(path, "SELECT count(*) FROM settings WHERE key = 'since'") == 1  # nothing happened yet
    clock.now = NOW + 60_000
    assert restoring.take_over(path, clock) == "restored"
    assert not restoring.planned(path.parent)
    assert _one(path, "SELECT count(*) FROM settings WHERE key = 'since'") == 0
    assert _one(path, "SELECT group_concat(state) FROM (SELECT state FROM outbox ORDER BY id)") == ",".join(
        ["needs_you"] * 4 + ["done", "undone"]
    )
    assert _one(path, "SELECT count(*) FROM outbox WHERE code = 'outbox.restored'") == 4
    assert _one(copy, "SELECT count(*) FROM outbox WHERE state = 'queued'") == 1  # the backup is as it was
    kept = next(one for one in backups.listed(path.parent) if one.origin == "aside")
    assert _one(kept.path, "SELECT count(*) FROM settings WHERE key = 'since'") == 1
    engine = engines.writer(path, 50)
    with engine.begin() as conn:
        told = audit.rows(conn, "backup.restore")
        assert [(row.subject, row.detail) for row in told] == [(copy.name, '{"by":"陈静"}')]
        assert audit.broken_at(conn) is None
    engine.dispose()
    assert restoring.take_over(path, clock) == "none"


def test_a_restore_cut_off_between_two_renames_goes_on_at_the_next_start(
    path: Path, clock: StillClock, write: Callable[..., None]
) -> None:
    write(settings.put, "then", True, NOW)
    restoring.set_down(path, path.parent, NOW, Event(), _ignore)
    path.replace(path.parent / backups.aside(NOW))  # killed here
    assert restoring.take_over(path, clock) == "restored"
    assert _one(path, "SELECT count(*) FROM settings WHERE key = 'then'") == 1


@pytest.mark.parametrize("revision", ["0001", "0002"])
def test_a_copy_from_before_the_audit_was_chained_is_restored_too(
    path: Path, clock: StillClock, write: Callable[..., None], tmp_path: Path, revision: str
) -> None:
    write(settings.put, "since", True, NOW)
    old = tmp_path / "old.db"
    engine = engines.writer(old, 50)
    with engine.begin() as conn:
        schema.migrate(conn, schema.MIGRATIONS, revision)
        conn.exec_driver_sql("INSERT INTO audit (at, action, subject, detail) VALUES (5, 'settings.put', 'then', '')")
    engine.dispose()
    restoring.set_down(old, path.parent, NOW, Event(), _ignore, by="陈静")
    assert backups.contents(old).revision == revision, "the copy itself stays as it was"
    assert restoring.take_over(path, clock) == "restored"
    write(settings.put, "later", True, NOW + 1)
    assert (
        _one(path, "SELECT group_concat(subject) FROM (SELECT subject FROM audit ORDER BY id)") == "then,old.db,later"
    )
    with closing(sqlite3.connect(path)) as held:
        assert held.execute("SELECT detail FROM audit WHERE id = 2").fetchone()[0] == '{"by":"陈静"}'


def test_a_restore_can_be_left_and_a_spoilt_one_gets_out_of_the_way(
    path: Path, clock: StillClock, write: Callable[..., None], expected_logs: list[str]
) -> None:
    expected_logs.append("is no good: file.damaged")
    write(settings.put, "then", True, NOW)
    restoring.set_down(path, path.parent, NOW, Event(), _ignore)
    assert restoring.leave(path.parent)
    assert not restoring.leave(path.parent)
    (path.parent / restoring.PLANNED).write_bytes(b"torn" * 4_096)
    assert restoring.take_over(path, clock) == "spoilt"
    assert not restoring.planned(path.parent)
    assert _one(path, "SELECT count(*) FROM settings WHERE key = 'then'") == 1
