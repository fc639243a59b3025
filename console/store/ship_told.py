"""Which warnings of a ship-by time are to be told now: 12, 4 and 1 hour before the nearest one, each once.

What the merchant keeps back is warned of by itself: its time goes on all the same, and the warning says who keeps it.
"""

from sqlalchemy import Connection

from console import reference
from console.core.clock import HOUR
from console.rules.alerts import Alert
from console.rules.fulfilment import warn
from console.store.order_holds import KEPT, Due, due
from console.store.warned import note_told, told

LEAVES = f"under_id IS NULL AND status = 'to_ship' AND NOT risk AND NOT refunding AND id NOT IN ({KEPT})"
NEAREST = f"SELECT min(ship_by_at) FROM orders WHERE {LEAVES} AND ship_by_at >= ?"  # noqa: S608 - our own words
WITHIN = f"SELECT count(*) FROM orders WHERE {LEAVES} AND ship_by_at BETWEEN ? AND ?"  # noqa: S608 - our own words


def ship_to_tell(conn: Connection, now: int) -> list[Alert]:
    """Of what leaves, and of what is kept back."""
    return [*_leaving_to_tell(conn, now), *_kept_to_tell(conn, now)]


def kept_standing(conn: Connection, now: int) -> list[Alert]:
    """What is kept back though its time is near, or past: one for all, for as long as it is so."""
    steps = reference.ship_lines().steps_ms
    found = due(conn, 0, now + max(steps))
    if found is None:
        return []
    left = found.ship_by_at - now
    reached = min((step for step in steps if left <= step), default=0)
    return [_kept(found, found.ship_by_at - (reached if left > 0 else 0), 0 if left <= min(steps) else 1)]


def _kept_to_tell(conn: Connection, now: int) -> list[Alert]:
    steps = reference.ship_lines().steps_ms
    nearest = due(conn, now, now + max(steps))
    hours = None if nearest is None else warn(nearest.ship_by_at, now, steps, ())
    if nearest is None or hours is None:
        return []
    about, cause = nearest.ship_by_at // (hours * HOUR) * (hours * HOUR), f"kept{hours}"
    if hours in told(conn, "", cause, about):
        return []
    note_told(conn, "", cause, about, hours)
    near = due(conn, now, now + hours * HOUR) or nearest
    return [_kept(near, now, sorted(step // HOUR for step in steps).index(hours), hours)]


def _kept(found: Due, at: int, level: int, hours: int = 0) -> Alert:
    """The detail is within how many hours (where it is told once), the first one's number, who keeps it and why."""
    who_why = " · ".join(filter(None, (found.hold.by, found.hold.reason)))
    return Alert(
        key=f"kept:{found.ship_by_at}:{hours}",
        cause="kept",
        level=level,
        at=at,
        detail="\n".join((str(hours or ""), found.order_no, who_why)),
        ends_at=found.ship_by_at,
        number=found.number,
    )


def _leaving_to_tell(conn: Connection, now: int) -> list[Alert]:
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
