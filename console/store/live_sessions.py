"""Shows begun, joined and taken apart by hand: of a stream that was cut for long only a person knows what belongs."""

from typing import Final

from sqlalchemy import Connection

from console.core.clock import MINUTE
from console.core.errors import Refused
from console.rules.live import minute_of
from console.store import audit, live_ends, live_view
from console.store.live_minutes import add_up
from console.store.pages import driver

TABLES: Final = ("live_events", "live_snapshots", "cue_marks", "live_rooms")
LONGEST_MS: Final = 48 * 60 * MINUTE  # two openings farther apart are two shows

MOVE = "UPDATE OR IGNORE {table} SET session_id = ?2 WHERE session_id = ?1 AND at >= ?3"
REST = "DELETE FROM {table} WHERE session_id = ?1 AND at >= ?2"
SPAN = """
UPDATE live_sessions SET
    started_at = (SELECT MIN(started_at) FROM live_parts WHERE session_id = ?1),
    last_at = (SELECT MAX(last_at) FROM live_parts WHERE session_id = ?1),
    ended_at = (SELECT CASE WHEN COUNT(*) = COUNT(ended_at) THEN MAX(ended_at) END
                FROM live_parts WHERE session_id = ?1)
WHERE session_id = ?1
"""
TOLD = """
SELECT DISTINCT at - at % 60000 FROM (SELECT at FROM live_events WHERE session_id = ?1
UNION ALL SELECT at FROM live_snapshots WHERE session_id = ?1)
"""


def start(conn: Connection, title: str, now: int) -> str:
    """A show that somebody at the window says is on; returns its name. Raises Refused while another one is on."""
    open_one = driver(conn).execute(
        "SELECT session_id FROM live_sessions WHERE ended_at IS NULL AND last_at >= ? LIMIT 1", (now - 15 * MINUTE,)
    )
    if open_one.fetchone() is not None:
        raise Refused("live.still_on")
    live_ends.forget(driver(conn), now)
    name = f"hand-{now}"
    _put_session(conn, name, title.strip(), now, "manual")
    driver(conn).execute(
        "INSERT INTO live_parts (part_id, session_id, started_at, last_at) VALUES (?1, ?1, ?2, ?2)", (name, now)
    )
    audit.note(conn, now, "live.started", name, {"title": title.strip()})
    return name


def rename(conn: Connection, session_id: str, title: str, now: int) -> None:
    """What a show is called. Raises Refused where nobody knows it."""
    show = _show(conn, session_id)
    driver(conn).execute("UPDATE live_sessions SET title = ? WHERE session_id = ?", (title.strip(), show.session_id))
    audit.note(conn, now, "live.renamed", show.session_id, {"from": show.title, "to": title.strip()})


def before(conn: Connection, session_id: str) -> live_view.Show | None:
    """The show that this one may go on with: the one before it, unless it was long ago."""
    show = _show(conn, session_id)
    row = driver(conn).execute(
        "SELECT session_id FROM live_sessions WHERE started_at < ? AND last_at >= ? ORDER BY started_at DESC LIMIT 1",
        (show.started_at, show.started_at - LONGEST_MS),
    )
    found = row.fetchone()
    return None if found is None else live_view.show(conn, found[0])


def stitch(conn: Connection, session_id: str, now: int) -> str:
    """Let a show go on with the one before it: one show with a cut in between; returns the name it now has.

    Raises Refused where there is none before it within two days.
    """
    show, former = _show(conn, session_id), before(conn, session_id)
    if former is None:
        raise Refused("live.none_before")
    db = driver(conn)
    db.execute(
        "UPDATE live_parts SET ended_at = last_at WHERE session_id = ? AND ended_at IS NULL", (former.session_id,)
    )
    db.execute("UPDATE live_parts SET session_id = ? WHERE session_id = ?", (former.session_id, show.session_id))
    _move(conn, show.session_id, former.session_id, 0)
    db.execute("DELETE FROM live_sessions WHERE session_id = ?", (show.session_id,))
    if not former.title:
        db.execute("UPDATE live_sessions SET title = ? WHERE session_id = ?", (show.title, former.session_id))
    _recount(conn, former.session_id)
    audit.note(conn, now, "live.stitched", former.session_id, {"with": show.session_id})
    return former.session_id


def part_off(conn: Connection, session_id: str, part_id: str, now: int) -> str:
    """Take an opening and all after it out of a show, as a show of its own; returns that one's name.

    Raises Refused for the first opening, and for one that is none of the show's.
    """
    show = _show(conn, session_id)
    parts = live_view.parts(conn, show.session_id)
    place = next((number for number, one in enumerate(parts) if one.part_id == part_id), 0)
    if place == 0:
        raise Refused("live.no_part", detail=part_id)
    db, since_at = driver(conn), parts[place].started_at
    _put_session(conn, part_id, show.title, since_at, show.source.value)
    for one in parts[place:]:
        db.execute("UPDATE live_parts SET session_id = ? WHERE part_id = ?", (part_id, one.part_id))
    _move(conn, show.session_id, part_id, since_at)
    for name in (show.session_id, part_id):
        _recount(conn, name)
    audit.note(conn, now, "live.parted", show.session_id, {"part": part_id})
    return part_id


def _show(conn: Connection, session_id: str) -> live_view.Show:
    found = live_view.show(conn, session_id)
    if found is None:
        raise Refused("live.no_show", detail=session_id)
    return found


def _put_session(conn: Connection, name: str, title: str, at: int, source: str) -> None:
    driver(conn).execute(
        "INSERT INTO live_sessions (session_id, title, started_at, last_at, source) VALUES (?, ?, ?, ?, ?)",
        (name, title, at, at, source),
    )


def _move(conn: Connection, one: str, other: str, since_at: int) -> None:
    """What both know already is not moved, and not kept twice."""
    for table in TABLES:
        driver(conn).execute(MOVE.format(table=table), (one, other, since_at))
        driver(conn).execute(REST.format(table=table), (one, since_at))
    for table in ("live_minutes", "live_people"):
        driver(conn).execute(f"DELETE FROM {table} WHERE session_id IN (?, ?)", (one, other))  # noqa: S608 - our names


def _recount(conn: Connection, name: str) -> None:
    driver(conn).execute(SPAN, (name,))
    told = [row[0] for row in driver(conn).execute(TOLD, (name,))]
    add_up(conn, name, [minute_of(at) for at in told])
