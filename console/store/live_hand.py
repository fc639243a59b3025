"""What somebody at the window says of a show: a moment worth noting, and that it is over."""

from sqlalchemy import Connection

from console.core.errors import Refused
from console.core.live import LiveAction, LiveEvent, LiveEventType, LiveSignal, LiveSource
from console.store import live_taking, live_view


def mark(conn: Connection, session_id: str, words: str, now: int) -> None:
    """A cue at this moment, in the part of the show that is on. Raises Refused where nobody knows the show."""
    part = _last_part(conn, session_id)
    row = LiveEvent(session_id=part, event_id=f"hand-{now}", at=now, type=LiveEventType.CUE, text=words)
    live_taking.take(conn, [row], now, LiveSource.MANUAL)


def finish(conn: Connection, session_id: str, now: int) -> None:
    """It is over now. Raises Refused where nobody knows the show."""
    row = LiveSignal(session_id=_last_part(conn, session_id), action=LiveAction.STOP, at=now)
    live_taking.take(conn, [row], now, LiveSource.MANUAL)


def _last_part(conn: Connection, session_id: str) -> str:
    parts = live_view.parts(conn, session_id)
    if not parts:
        raise Refused("live.no_show", detail=session_id)
    return parts[-1].part_id
