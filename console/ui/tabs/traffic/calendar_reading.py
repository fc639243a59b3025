"""What the calendar reads from the file: promotions, the tasks of the one in sight, what stands in its way."""

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from console import reference
from console.core.clock import shop_datetime
from console.rules.promotions import Promotion, Task
from console.rules.promotions_conflicts import Conflict, Facts, conflicts

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.promotions_facts import Past
    from console.store.views import Pair


class Calendar(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the view shows. ``chosen`` None: there is no promotion."""

    now: int
    today: date
    promotions: tuple[Promotion, ...]
    chosen: Promotion | None
    tasks: tuple[Task, ...]
    facts: Facts
    conflicts: tuple[Conflict, ...]
    past: "tuple[Past, ...]"
    own_template: bool


def read_calendar(conn: "Connection", promotion_id: str, pair: "Pair | None", now: int) -> Calendar:
    """On a database thread."""
    from console.store import promotions as store
    from console.store import settings
    from console.store.promotions_facts import facts, past

    today = shop_datetime(now).date()
    several = store.promotions(conn, today)
    ahead = [one for one in several if one.end_on >= today] or several[-1:]
    chosen = next((one for one in several if one.promotion_id == promotion_id), ahead[0] if ahead else None)
    tasks = [] if chosen is None else store.tasks(conn, chosen.promotion_id)
    known = facts(conn, pair, now)
    found = [] if chosen is None else conflicts(chosen, tasks, known, reference.workdays(), today)
    return Calendar(
        now=now,
        today=today,
        promotions=tuple(several),
        chosen=chosen,
        tasks=tuple(tasks),
        facts=known,
        conflicts=tuple(found),
        past=tuple(past(conn, pair, now)),
        own_template=settings.get(conn, store.TEMPLATE) is not None,
    )
