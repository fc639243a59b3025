"""Which warnings of a ship-by time are to be told now: 12, 4 and 1 hour before the nearest one, each once."""

from sqlalchemy import Connection

from console import reference
from console.core.clock import HOUR
from console.rules.alerts import Alert
from console.rules.fulfilment import warn
from console.store.warned import note_told, told

NEAREST = """
SELECT min(ship_by_at) FROM orders
WHERE under_id IS NULL AND status = 'to_ship' AND NOT risk AND NOT refunding AND ship_by_at >= ?
"""
WITHIN = """
SELECT count(*) FROM orders
WHERE under_id IS NULL AND status = 'to_ship' AND NOT risk AND NOT refunding AND ship_by_at BETWEEN ? AND ?
"""


def ship_to_tell(conn: Connection, now: int) -> list[Alert]:
    """At most one: of the nearest step. Orders whose time lies in the same stretch of that step are told of together.

    So a busy shop hears of the last hour once an hour, of the last four once in four, whatever comes and goes.
    """
    next_at = conn.exec_driver_sql(NEAREST, (now,)).scalar_one()
    steps = reference.ship_lines().steps_ms
    hours = warn(next_at, now, steps, ())
    if hours is None:
        return []
    stretch = hours * HOUR
    about, cause = next_at // stretch * stretch, f"ship{hours}"
    if hours in told(conn, "", cause, about):
        return []
    note_told(conn, "", cause, about, hours)
    number = conn.exec_driver_sql(WITHIN, (now, now + stretch)).scalar_one()
    level = sorted(step // HOUR for step in steps).index(hours)
    return [
        Alert(
            key=f"due:{about}:{hours}",
            cause="due",
            level=level,
            at=now,
            detail=str(hours),
            ends_at=int(next_at),
            number=int(number),
        )
    ]
