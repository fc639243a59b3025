"""Which show is on, as far as anybody has told: one answer for the cockpit, for pushes and for what is read."""

from typing import Final

from sqlalchemy import Connection

from console.core.clock import MINUTE
from console.rules.live import STITCH_MS
from console.store.pages import driver

ENDED_MS: Final = STITCH_MS  # a show of which nobody told anything for so long is over: nothing joins it any more
AHEAD_MS: Final = MINUTE  # so far the sender's clock may go before ours
LATEST = """
SELECT session_id FROM live_sessions
WHERE ended_at IS NULL AND started_at <= ?1 + ?3 AND last_at >= ?1 - ?2 ORDER BY last_at DESC LIMIT 1
"""


def running(conn: Connection, now: int) -> str | None:
    """The show that was not told to have ended, and was told of lately; of several the one told of last."""
    row = driver(conn).execute(LATEST, (now, ENDED_MS, AHEAD_MS)).fetchone()
    return None if row is None else str(row[0])


def is_on_air(conn: Connection, now: int) -> bool:
    """Whether there is one."""
    return running(conn, now) is not None
