"""What the shop's own interface tells of its room. It does not say whether that is now or since the start.

As long as the number never falls within a show it is kept as all who came; the first fall says that it is of the
moment, and what was kept of this show is put right.
"""

from typing import Final

from sqlalchemy import Connection

from console.core.clock import MINUTE
from console.core.live import LiveSnapshot, LiveSource
from console.rules.live import minute_of
from console.store import live_taking, live_view
from console.store.live_minutes import add_up
from console.store.pages import driver

NEAR_MS: Final = 15 * MINUTE

KNOWN = """
SELECT MAX(viewers), MAX(online IS NOT NULL) FROM live_snapshots WHERE session_id = ? AND source = 'shop_uv'
"""
RIGHT = """
UPDATE live_snapshots SET online = viewers, viewers = NULL
WHERE session_id = ? AND source = 'shop_uv' AND viewers IS NOT NULL
"""
TOLD = "SELECT at FROM live_snapshots WHERE session_id = ? AND source = 'shop_uv'"


def put(conn: Connection, session_id: str, people: int, now: int) -> bool:
    """Keep the number of this moment; False where nobody knows the show. 0 says that the room is not on."""
    parts = live_view.parts(conn, session_id)
    if not parts or people <= 0:
        return False
    highest, of_moment = driver(conn).execute(KNOWN, (session_id,)).fetchone()
    if not of_moment and highest is not None and people < highest:
        driver(conn).execute(RIGHT, (session_id,))
        told = [row[0] for row in driver(conn).execute(TOLD, (session_id,))]
        add_up(conn, session_id, {minute_of(at) for at in told})
        of_moment = True
    name = parts[-1].part_id
    row = LiveSnapshot(session_id=name, at=now, online=people if of_moment else None)
    if not of_moment:
        row = LiveSnapshot(session_id=name, at=now, viewers=people)
    live_taking.take(conn, [row], now, LiveSource.SHOP_UV)
    return True
