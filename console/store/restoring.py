"""A copy in place of the file: set down now, put there at the next start, before anybody opens it.

Whatever was on its way to a platform when the copy was made is not sent again by itself: it may have arrived since.
Both steps may be cut off anywhere: until the last rename of ``take_over`` the copy is still set down.
"""

import logging
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from threading import Event
from typing import Literal

from sqlalchemy import Connection

from console.core.clock import Clock
from console.core.errors import FileTrouble
from console.store import audit
from console.store.backups import Told, aside, contents, contents_of, put
from console.store.engines import file_trouble
from console.store.outbox_rows import ACTIVE
from console.store.pages import as_json_list
from console.store.schema import MIGRATIONS, migrate

PLANNED = "console.restore.db"
SPOILT = "console.restore-spoilt.db"
CHAINED = "0003"  # from this revision on the audit takes the rows that are written now

Outcome = Literal["none", "restored", "spoilt"]

log = logging.getLogger(__name__)


def set_down(source: Path, folder: Path, now: int, stop: Event, told: Told, by: str = "") -> None:
    """Have a copy of ``source`` take the place of the file in ``folder`` at the next start. Blocks.

    Raises FileTrouble where it is none of ours, or newer; StoppedError. Then whatever was set down before still is.
    """
    contents(source)

    def calm(conn: Connection) -> None:
        if contents_of(conn, source).revision < CHAINED:
            migrate(conn, MIGRATIONS, CHAINED)
        conn.info[audit.ACTOR] = by
        _hold_back(conn, now)
        audit.note(conn, now, "backup.restore", source.name)

    put(source, folder / PLANNED, stop, told, calm)


def planned(folder: Path) -> bool:
    """Whether a copy is set down."""
    return (folder / PLANNED).is_file()


def leave(folder: Path) -> bool:
    """The file stays after all; returns whether anything had been set down."""
    was = planned(folder)
    with file_trouble(folder):
        (folder / PLANNED).unlink(missing_ok=True)
    return was


def take_over(path: Path, clock: Clock) -> Outcome:
    """Put what is set down where the file is, which is kept aside. Nobody has the file open. Blocks.

    A copy that is no good any more gets out of the way, and the file stays. Raises FileTrouble where neither can be.
    """
    folder = path.parent
    if not planned(folder):
        return "none"
    try:
        contents(folder / PLANNED)
    except FileTrouble as trouble:
        log.error("the backup that was to be restored is no good: %s", trouble.code)
        with file_trouble(path):
            (folder / PLANNED).replace(folder / SPOILT)
        return "spoilt"
    kept = folder / aside(clock.now_ms())
    with file_trouble(path):
        _fold(path)
        _move(path, kept)
        try:
            (folder / PLANNED).replace(path)
        except OSError:
            _move(kept, path)
            raise
    log.info("restored a backup; the former file is %s", kept.name)
    return "restored"


def _fold(path: Path) -> None:
    """Have the log written into the file, where there is one; a damaged file goes aside as it is."""
    if path.exists():
        with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as conn:
            conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _move(path: Path, to: Path) -> None:
    """A file with its log, which goes first: no file is ever beside a log that is not its own."""
    for suffix in ("-wal", "-shm", ""):
        with suppress(FileNotFoundError):
            path.with_name(path.name + suffix).replace(to.with_name(to.name + suffix))


def _hold_back(conn: Connection, now: int) -> None:
    """What was on its way then waits for a person, and so do labels that were to be printed."""
    held = {row[0] for row in conn.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "outbox" in held:
        conn.exec_driver_sql(
            "UPDATE outbox SET state = 'needs_you', not_before_at = ?, kind = 'refused', code = 'outbox.restored', "
            "detail = '' WHERE state IN (SELECT value FROM json_each(?))",
            (now, as_json_list(ACTIVE)),
        )
    if "waybill_prints" in held:
        conn.exec_driver_sql(
            "UPDATE waybill_prints SET state = 'unclear', code = 'print.restored' WHERE state IN ('queued', 'printing')"
        )
