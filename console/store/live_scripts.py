"""Run sheets in the file, which of them is on, and what was done with each cue of a show."""

from collections.abc import Mapping

import msgspec
from sqlalchemy import Connection

from console.core.live import LiveEvent, LiveEventType, LiveSource
from console.core.model import Platform
from console.rules.live_script import SAME_MS, Cue, Mark, Script, event_type, is_told
from console.store import audit, settings
from console.store.live_taking import take
from console.store.live_view import events, parts
from console.store.pages import driver

CHOSEN = "live.script"
FEATURED = """
SELECT item_id FROM live_events WHERE session_id = ? AND event_id >= 'featured:' AND event_id < 'featured;'
AND source = 'manual' AND item_id <> '' ORDER BY at DESC LIMIT 1
"""  # by the names these rows have: a long show's log is not read for it


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


def add_cue(conn: Connection, script: Script, cue: Cue, now: int) -> None:
    """One more cue of a run sheet as the file holds it at this moment: what was added meanwhile stays.

    ``script`` is how it begins where the file holds none of this name; it is the one that shows go by from then on.
    """
    kept = next((one for one in scripts(conn) if one.script_id == script.script_id), None)
    known = script if kept is None else kept
    cues = sorted((*known.cues, cue), key=lambda one: (one.into_ms, one.cue_id))
    put_script(conn, msgspec.structs.replace(known, cues=tuple(cues)), now)
    if kept is None:
        choose_script(conn, script.script_id, now)


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
    """A cue was done: noted, and in the show's own log, so that its lift can be told afterwards. Twice is once.

    What the live page told by itself is not told again: two marks side by side would spoil each other's lift.
    """
    put_mark(conn, session_id, mark)
    kind = event_type(cue)
    near = events(conn, session_id, mark.at - SAME_MS, mark.at + SAME_MS + 1, (kind,))
    if not any(is_told(cue, mark.at, one) for one in near):
        _log(conn, session_id, event_id_of(cue.cue_id), mark.at, kind, cue.title)


def take_back(conn: Connection, session_id: str, cue_id: str, before: Mark | None) -> None:
    """As it was before the last mark; a confirmed cue leaves the show's log again."""
    db = driver(conn)
    if before is None:
        db.execute("DELETE FROM cue_marks WHERE session_id = ? AND cue_id = ?", (session_id, cue_id))
    else:
        put_mark(conn, session_id, before)
    if before is None or before.state != "done":
        db.execute("DELETE FROM live_events WHERE session_id = ? AND event_id = ?", (session_id, event_id_of(cue_id)))


def feature(conn: Connection, session_id: str, item_id: str, at: int) -> None:
    """From now on this item is the one that is spoken of. No mark: it would spoil the lift of every cue beside it."""
    _log(conn, session_id, f"featured:{at}", at, LiveEventType.NOTICE, "", item_id)


def featured(conn: Connection, session_id: str) -> str:
    """The item that is spoken of, as far as anybody said; else empty."""
    row = driver(conn).execute(FEATURED, (session_id,)).fetchone()
    return "" if row is None else str(row[0])


def goods_named(conn: Connection, most: int = 5_000) -> dict[str, str]:
    """Titles of the Kuaishou shops' goods by their number, for whoever writes a run sheet."""
    asked = "SELECT item_id, title FROM items WHERE shop_id LIKE ? ORDER BY title LIMIT ?"
    return dict(driver(conn).execute(asked, (f"{Platform.KUAISHOU}:%", most)))


def _log(
    conn: Connection, session_id: str, event_id: str, at: int, kind: LiveEventType, text: str, item_id: str = ""
) -> None:
    """In the opening of the room that is on: of a stitched show an earlier one must not seem to go on."""
    known = parts(conn, session_id)
    part = known[-1].part_id if known else session_id
    row = LiveEvent(session_id=part, event_id=event_id, at=at, type=kind, text=text, item_id=item_id)
    take(conn, [row], at, LiveSource.MANUAL)


def marks(conn: Connection, session_id: str) -> Mapping[str, Mark]:
    """What was done with the cues of a show, by cue."""
    asked = "SELECT cue_id, state, at, moved_ms FROM cue_marks WHERE session_id = ?"
    names = ("cue_id", "state", "at", "moved_ms")
    found = driver(conn).execute(asked, (session_id,))
    rows = [msgspec.convert(dict(zip(names, row, strict=True)), Mark) for row in found]
    return {row.cue_id: row for row in rows}


def script_of(conn: Connection, session_id: str) -> Script | None:
    """The run sheet by which a show went: the one whose cues were done in it; None: none was, or it is gone."""
    done = marks(conn, session_id).keys()
    if not done:
        return None
    counted = [(sum(cue.cue_id in done for cue in one.cues), one) for one in scripts(conn)]
    many, found = max(counted, key=lambda one: one[0], default=(0, None))
    return found if many else None


def event_id_of(cue_id: str) -> str:
    """Under which a confirmed cue stands in the show's log."""
    return f"script:{cue_id}"


def _script(row: tuple[str, str, str, str]) -> Script:
    cues = msgspec.json.decode(row[3], type=tuple[Cue, ...])
    return Script(script_id=row[0], name=row[1], category=row[2], cues=cues)
