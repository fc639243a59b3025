"""The minutes of a show, added up from its rows: only those that something new fell in."""

from collections.abc import Iterable

from sqlalchemy import Connection

from console.core.clock import MINUTE
from console.core.live import INTERACTIONS
from console.rules.live import COUNTED, Minute
from console.store.pages import driver

ACTED = ", ".join(f"'{one.value}'" for one in sorted(INTERACTIONS))
COUNTS = ", ".join(
    f"COALESCE(SUM(CASE WHEN type = '{kind.value}' THEN COALESCE(count, 1) END), 0) AS {name}"
    for kind, name in COUNTED.items()
)
FIELDS = Minute.__struct_fields__

FIRSTS = f"""
SELECT session_id, user_key, MIN(at) AS first_at FROM live_events
WHERE session_id = ?1 AND at >= ?2 AND at < ?3 AND user_key <> '' AND type IN ({ACTED}) GROUP BY user_key
"""  # noqa: S608 - our own words
MOVED = f"""
SELECT DISTINCT known.first_at - known.first_at % {MINUTE} FROM ({FIRSTS}) AS told
JOIN live_people AS known ON known.session_id = ?1 AND known.user_key = told.user_key
WHERE told.first_at < known.first_at
"""  # noqa: S608 - our own words
PUT_FIRSTS = f"""
INSERT INTO live_people (session_id, user_key, first_at) SELECT session_id, user_key, first_at FROM ({FIRSTS})
WHERE TRUE ON CONFLICT (session_id, user_key) DO UPDATE SET first_at = excluded.first_at
WHERE excluded.first_at < live_people.first_at
"""  # noqa: S608 - our own words
ADD_UP = f"""
INSERT OR REPLACE INTO live_minutes (session_id, {", ".join(FIELDS)})
SELECT ?1, ?2,
       (SELECT COALESCE(SUM(online), 0) FROM live_snapshots WHERE session_id = ?1 AND at >= ?2 AND at < ?3),
       (SELECT COUNT(online) FROM live_snapshots WHERE session_id = ?1 AND at >= ?2 AND at < ?3),
       {", ".join(COUNTED.values())}, gmv_fen, interactors,
       (SELECT COUNT(*) FROM live_people WHERE session_id = ?1 AND first_at >= ?2 AND first_at < ?3)
FROM (SELECT {COUNTS},
             COALESCE(SUM(CASE WHEN type = 'order' THEN amount_fen END), 0) AS gmv_fen,
             COUNT(DISTINCT CASE WHEN user_key <> '' AND type IN ({ACTED}) THEN user_key END) AS interactors
      FROM live_events WHERE session_id = ?1 AND at >= ?2 AND at < ?3)
"""  # noqa: S608 - our own words


def add_up(conn: Connection, session_id: str, minutes: Iterable[int]) -> None:
    """These minutes anew, and those from which somebody's first deed moved away because an earlier one came late."""
    db = driver(conn)
    wanted = set(minutes)
    for at in sorted(wanted):
        minute = (session_id, at, at + MINUTE)
        wanted.update(moved for (moved,) in db.execute(MOVED, minute).fetchall())
        db.execute(PUT_FIRSTS, minute)
    db.executemany(ADD_UP, [(session_id, at, at + MINUTE) for at in sorted(wanted)])


def minutes(conn: Connection, session_id: str) -> list[Minute]:
    """All minutes of a show in which something came in."""
    asked = f"SELECT {', '.join(FIELDS)} FROM live_minutes WHERE session_id = ? ORDER BY at"  # noqa: S608 - our own words
    return [Minute(**dict(zip(FIELDS, row, strict=True))) for row in driver(conn).execute(asked, (session_id,))]
