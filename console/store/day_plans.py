"""Plans of days off that the merchant imported, with the file they came from; each with an audit row."""

from typing import Final

import msgspec
from sqlalchemy import Connection

from console.rules.day_plans import DayPlan
from console.store import settings

KEY: Final = "compliance.day_plans"


class KeptPlan(msgspec.Struct, frozen=True, kw_only=True):
    """A plan and where it came from."""

    plan: DayPlan
    source: str
    taken_at: int


def plans(conn: Connection) -> tuple[KeptPlan, ...]:
    """By year."""
    return msgspec.convert(settings.get(conn, KEY, []), tuple[KeptPlan, ...])


def put_plan(conn: Connection, plan: DayPlan, source: str, now: int) -> None:
    """Keep it, in place of another one of its year."""
    others = [one for one in plans(conn) if one.plan.year != plan.year]
    found = sorted([*others, KeptPlan(plan=plan, source=source, taken_at=now)], key=lambda one: one.plan.year)
    settings.put(conn, KEY, msgspec.to_builtins(found), now)
