"""Whether a show is running, as far as anybody has told."""

from sqlalchemy import Connection

from console.core.clock import MINUTE
from console.store.pages import driver

QUIET_MS = 10 * MINUTE  # after that a show of which nobody tells any more counts as over
RUNNING = "SELECT EXISTS (SELECT 1 FROM live_sessions WHERE ended_at IS NULL AND started_at <= ? AND last_at >= ?)"


def is_on_air(conn: Connection, now: int) -> bool:
    """A show that was not told to have ended, and was told of within the last minutes."""
    return bool(driver(conn).execute(RUNNING, (now, now - QUIET_MS)).fetchone()[0])
