"""What the stream itself says of a show: it began, it goes on, it ended. It opens a show where nobody else has yet."""

from typing import Final

from sqlalchemy import Connection

from console.core.clock import MINUTE
from console.core.live import LiveAction, LiveSignal, LiveSource
from console.store import live_board, live_taking, live_view
from console.store.live_view import STREAM as PREFIX
from console.store.pages import driver

SAME_MS: Final = MINUTE  # two beginnings closer than this are one: the program was started anew meanwhile
KNOWN = f"""
SELECT part_id FROM live_parts
WHERE part_id LIKE '{PREFIX}%' AND (ended_at IS NULL OR last_at > ended_at) AND ABS(started_at - ?1) <= ?2
ORDER BY started_at DESC LIMIT 1
"""  # noqa: S608 - our own word


def began(conn: Connection, began_at: int, now: int) -> str:
    """The stream is on since ``began_at``: part of the show that is on, or the beginning of one. Returns its part."""
    row = driver(conn).execute(KNOWN, (began_at, SAME_MS)).fetchone()
    part_id = f"{PREFIX}{began_at}" if row is None else str(row[0])
    if row is None:
        show = live_board.on_air(conn, now)
        joins_at = began_at if show is None else max(began_at, show.started_at)
        _say(conn, part_id, LiveAction.START, joins_at, now)
    for at in (began_at, now):
        _say(conn, part_id, LiveAction.HEARTBEAT, at, now)
    return part_id


def goes_on(conn: Connection, part_id: str, at: int, now: int) -> None:
    """It was still on at ``at``."""
    _say(conn, part_id, LiveAction.HEARTBEAT, at, now)


def ended(conn: Connection, part_id: str, at: int, now: int) -> None:
    """It is over, and with it whatever anybody else tells of the show."""
    show = live_view.show(conn, part_id)
    if show is None:
        return
    for part in live_view.parts(conn, show.session_id):
        if part.ended_at is None or part.part_id == part_id:
            _say(conn, part.part_id, LiveAction.STOP, max(at, part.started_at), now)


def _say(conn: Connection, part_id: str, action: LiveAction, at: int, now: int) -> None:
    live_taking.take(conn, [LiveSignal(session_id=part_id, action=action, at=at)], now, LiveSource.OBS)
