"""Run sheets in the file, which of them is on, and what was done with each cue of a show."""

from collections.abc import Mapping

import msgspec
from sqlalchemy import Connection

from console.core.live import LiveEvent, LiveEventType, LiveSource
from console.rules.live_script import EVENT_OF, Cue, Mark, Script
from console.store import audit, settings
from console.store.live_taking import take
from console.store.pages import driver

CHOSEN = "live.script"


def put_script(conn: Connection, script: Script, now: int) -> None:
    """Keep a run sheet, new or changed."""
    values = (script.script_id, script.name, script.category, msgspec.json.encode(script.cues).decode(), now)
    driver(conn).execute(
        "INSERT OR REPLACE INTO live_scripts (script_id, name, category, cues, changed_at) VALUES (?, ?, ?, ?, ?)",
        values,
    )
    audit.note(conn, now, "live.script", script.script_id, {"name": script.name, "cues": len(script.cues)})


def drop_script(conn: Connection, script_id: str, now: int) -> None:
    """Throw a run sheet away. What was done in past shows stays."""
    if driver(conn).execute("DELETE FROM live_scripts WHERE script_id = ?", (script_id,)).rowcount:
        audit.note(conn, now, "live.script_drop", script_id)


def scripts(conn: Connection) -> list[Script]:
    """All of them, the last changed first."""
    asked = "SELECT script_id, name, category, cues FROM live_scripts ORDER BY changed_at DESC, script_id"
    return [_script(row) for row in driver(conn).execute(asked)]


def script(conn: Connection, script_id: str) -> Script | None:
    """One of them."""
    asked = "SELECT script_id, name, category, cues FROM live_scripts WHERE script_id = ?"
    row = driver(conn).execute(asked, (script_id,)).fetchone()
    return None if row is None else _script(row)


def choose_script(conn: Connection, script_id: str, now: int) -> None:
    """The run sheet of the shows from now on; empty: none."""
    settings.put(conn, CHOSEN, script_id, now)


def chosen_script(conn: Connection) -> Script | None:
    """The run sheet that is on."""
    return script(conn, str(settings.get(conn, CHOSEN, "")))


def put_mark(conn: Connection, session_id: str, mark: Mark) -> Mark | None:
    """Note what was done with a cue; returns what stood there before, for whoever takes it back."""
    before = marks(conn, session_id).get(mark.cue_id)
    driver(conn).execute(
        "INSERT OR REPLACE INTO cue_marks (session_id, cue_id, state, at, moved_ms) VALUES (?, ?, ?, ?, ?)",
        (session_id, mark.cue_id, mark.state, mark.at, mark.moved_ms),
    )
    return before


def confirm(conn: Connection, session_id: str, cue: Cue, mark: Mark) -> None:
    """A cue was done: noted, and in the show's own log, so that its lift can be told afterwards. Twice is once."""
    put_mark(conn, session_id, mark)
    kind = EVENT_OF.get(cue.kind, LiveEventType.CUE)
    row = LiveEvent(session_id=session_id, event_id=event_id_of(cue.cue_id), at=mark.at, type=kind, text=cue.title)
    take(conn, [row], mark.at, LiveSource.MANUAL)


def take_back(conn: Connection, session_id: str, cue_id: str, before: Mark | None) -> None:
    """As it was before the last mark; a confirmed cue leaves the show's log again."""
    db = driver(conn)
    if before is None:
        db.execute("DELETE FROM cue_marks WHERE session_id = ? AND cue_id = ?", (session_id, cue_id))
    else:
        put_mark(conn, session_id, before)
    if before is None or before.state != "done":
        db.execute("DELETE FROM live_events WHERE session_id = ? AND event_id = ?", (session_id, event_id_of(cue_id)))


def marks(conn: Connection, session_id: str) -> Mapping[str, Mark]:
    """What was done with the cues of a show, by cue."""
    asked = "SELECT cue_id, state, at, moved_ms FROM cue_marks WHERE session_id = ?"
    names = ("cue_id", "state", "at", "moved_ms")
    found = driver(conn).execute(asked, (session_id,))
    rows = [msgspec.convert(dict(zip(names, row, strict=True)), Mark) for row in found]
    return {row.cue_id: row for row in rows}


def event_id_of(cue_id: str) -> str:
    """Under which a confirmed cue stands in the show's log."""
    return f"script:{cue_id}"


def _script(row: tuple[str, str, str, str]) -> Script:
    cues = msgspec.json.decode(row[3], type=tuple[Cue, ...])
    return Script(script_id=row[0], name=row[1], category=row[2], cues=cues)
