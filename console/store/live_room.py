"""What the shops' own interface tells of their rooms. It does not say whether that is now or since the start.

As long as the number never falls within a show it is kept as all who came; the first fall says that it is of the
moment, and what was kept of this show is put right.

Of several shops on air each has a room of its own. Who watches two of them is in both numbers, so they are never added
up: the shop that was told of first in a show speaks for it, and the others are kept beside it.
"""

from itertools import groupby, pairwise

from sqlalchemy import Connection

from console.core.live import LiveSnapshot, LiveSource
from console.rules.live import minute_of
from console.rules.live_reconcile import Room
from console.store import live_taking, live_view
from console.store.live_minutes import add_up
from console.store.pages import driver

KNOWN = """
SELECT MAX(viewers), MAX(online IS NOT NULL) FROM live_snapshots WHERE session_id = ? AND source = 'shop_uv'
"""
RIGHT = """
UPDATE live_snapshots SET online = viewers, viewers = NULL
WHERE session_id = ? AND source = 'shop_uv' AND viewers IS NOT NULL
"""
TOLD = "SELECT at FROM live_snapshots WHERE session_id = ? AND source = 'shop_uv'"
PUT_ROOM = "INSERT OR IGNORE INTO live_rooms (session_id, shop_id, at, people) VALUES (?, ?, ?, ?)"
FIRST = "SELECT shop_id FROM live_rooms WHERE session_id = ? ORDER BY at, shop_id LIMIT 1"
ROOMS = """
SELECT told.shop_id, COALESCE(shops.name, ''), at, people
FROM live_rooms AS told LEFT JOIN shops ON shops.shop_id = told.shop_id WHERE session_id = ? ORDER BY told.shop_id, at
"""


def put(conn: Connection, session_id: str, shop_id: str, people: int, now: int) -> bool:
    """Keep a shop's number of this moment; False where nobody knows the show. 0 says that its room is not on."""
    parts = live_view.parts(conn, session_id)
    if not parts or people <= 0:
        return False
    db = driver(conn)
    db.execute(PUT_ROOM, (session_id, shop_id, now, people))
    if db.execute(FIRST, (session_id,)).fetchone()[0] == shop_id:
        _speak(conn, session_id, parts[-1].part_id, people, now)
    return True


def rooms(conn: Connection, session_id: str) -> list[Room]:
    """What each shop's interface told in a show, the one that speaks for it first."""
    told = driver(conn).execute(ROOMS, (session_id,))
    found = []
    for (shop_id, name), some in groupby(told, key=lambda row: row[:2]):
        rows = [(at, people) for _, _, at, people in some]
        numbers = [people for _, people in rows]
        fell = any(later < sooner for sooner, later in pairwise(numbers))
        found.append(
            Room(
                shop_id=shop_id,
                name=name,
                first_at=rows[0][0],
                last_at=rows[-1][0],
                most=max(numbers),
                last=numbers[-1],
                is_of_moment=fell,
            )
        )
    return sorted(found, key=lambda one: (one.first_at, one.shop_id))


def _speak(conn: Connection, session_id: str, part_id: str, people: int, now: int) -> None:
    highest, of_moment = driver(conn).execute(KNOWN, (session_id,)).fetchone()
    if not of_moment and highest is not None and people < highest:
        driver(conn).execute(RIGHT, (session_id,))
        told = [row[0] for row in driver(conn).execute(TOLD, (session_id,))]
        add_up(conn, session_id, {minute_of(at) for at in told})
        of_moment = True
    row = LiveSnapshot(session_id=part_id, at=now, online=people if of_moment else None)
    if not of_moment:
        row = LiveSnapshot(session_id=part_id, at=now, viewers=people)
    live_taking.take(conn, [row], now, LiveSource.SHOP_UV)
