"""What somebody at the window says of a show: a moment worth noting, that it is over, and that it is not."""

from sqlalchemy import Connection

from console.core.errors import Refused
from console.core.live import LiveAction, LiveEvent, LiveEventType, LiveSignal, LiveSource
from console.rules.live import minute_of
from console.store import audit, live_board, live_taking, live_view
from console.store.live_ends import note_end, put_back
from console.store.live_minutes import add_up
from console.store.pages import driver

REOPEN = "UPDATE live_parts SET ended_at = NULL WHERE session_id = ? AND part_id = ?"
ON = "UPDATE live_sessions SET ended_at = NULL WHERE session_id = ?"


def mark(conn: Connection, session_id: str, words: str, now: int) -> None:
    """A cue at this moment, in the part of the show that is on. Raises Refused where nobody knows the show."""
    part = _parts(conn, session_id)[-1].part_id
    row = LiveEvent(session_id=part, event_id=f"hand-{now}", at=now, type=LiveEventType.CUE, text=words)
    live_taking.take(conn, [row], now, LiveSource.MANUAL)


def finish(conn: Connection, session_id: str, now: int) -> None:
    """It is over now, whoever tells of it: the helper and the stream have an opening each.

    What still comes in of it is put aside and does not begin it anew: a page that is left open goes on telling.
    Raises Refused where nobody knows the show.
    """
    parts = _parts(conn, session_id)
    for part in parts:
        if part.ended_at is None or part is parts[-1]:
            row = LiveSignal(session_id=part.part_id, action=LiveAction.STOP, at=max(now, part.started_at))
            live_taking.take(conn, [row], now, LiveSource.MANUAL)
    note_end(conn, session_id, now)


def reopen(conn: Connection, session_id: str, now: int) -> None:
    """It was ended by mistake and goes on, with all that came in meanwhile.

    Raises Refused where nobody knows the show, and while another one is on.
    """
    parts, on = _parts(conn, session_id), live_board.on_air(conn, now)
    if on is not None and on.session_id != session_id:
        raise Refused("live.still_on")
    ended_at = max(part.ended_at or part.last_at for part in parts)
    last = [part for part in parts if (part.ended_at or part.last_at) == ended_at]
    for part in last:
        driver(conn).execute(REOPEN, (session_id, part.part_id))
    driver(conn).execute(ON, (session_id,))
    add_up(conn, session_id, {minute_of(at) for at in put_back(driver(conn), session_id)})
    row = LiveSignal(session_id=last[-1].part_id, action=LiveAction.HEARTBEAT, at=now)
    live_taking.take(conn, [row], now, LiveSource.MANUAL)
    audit.note(conn, now, "live.reopened", session_id, {"ended_at": ended_at})


def _parts(conn: Connection, session_id: str) -> list[live_view.Part]:
    parts = live_view.parts(conn, session_id)
    if not parts:
        raise Refused("live.no_show", detail=session_id)
    return parts
