"""Where the counters of a show's page began again, and what they had counted before: the log keeps what was sent."""

from typing import Final

import msgspec
from sqlalchemy import Connection

from console.rules.live_counters import COUNTERS, Before, added, fallen
from console.store.pages import driver

TOLD: Final = """
SELECT json_group_array(at), json_group_array(viewers) FROM live_snapshots
WHERE session_id = ? AND source = 'ingest' AND viewers IS NOT NULL
"""  # as one text: row by row, or by SQL's own windows, a long show would take ten times as long
COUNTED: Final = f"""
SELECT {", ".join(f"MAX({name})" for name in COUNTERS)} FROM live_snapshots
WHERE session_id = ? AND source = 'ingest' AND at >= ? AND at < ?
"""  # noqa: S608 - our own names
STAYED: Final = """
SELECT avg_stay_s FROM live_snapshots
WHERE session_id = ? AND source = 'ingest' AND at >= ? AND at < ? AND avg_stay_s IS NOT NULL ORDER BY at DESC LIMIT 1
"""


def restarts(conn: Connection, session_id: str) -> list[Before]:
    """In the order of time; of most shows none."""
    db, parts, found, since = driver(conn), [], list[Before](), 0
    columns = (msgspec.json.decode(one, type=list[int]) for one in db.execute(TOLD, (session_id,)).fetchone())
    for at in fallen(sorted(zip(*columns, strict=True))):
        stretch = (session_id, since, at)
        counted = zip(COUNTERS, db.execute(COUNTED, stretch).fetchone(), strict=True)
        stay = db.execute(STAYED, stretch).fetchone()
        parts.append(({name: value for name, value in counted if value is not None}, stay[0] if stay else None))
        found.append(added(at, parts))
        since = at
    return found
