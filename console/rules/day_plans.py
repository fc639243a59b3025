"""A year's plan of days off as the merchant imports it: looked over before it moves every deadline. Pure."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Final

import msgspec

from console.core.errors import Refused

LEAST_OFF: Final = 13  # the statutory days of a year, by the decree of 2024
SOLAR: Final = ((1, 1), (5, 1), (10, 1))  # feasts whose day is the same every year
WEEKEND: Final = (5, 6)


class PlanDay(msgspec.Struct, frozen=True, kw_only=True):
    """A day off, or a weekend day that is worked for it."""

    on: date
    works: bool
    name: str = ""


class DayPlan(msgspec.Struct, frozen=True, kw_only=True):
    """All of a year, in order."""

    year: int
    days: tuple[PlanDay, ...]

    @property
    def off(self) -> int:
        """How many days are free."""
        return sum(not one.works for one in self.days)


def plan_of(days: Iterable[PlanDay], known: Collection[int]) -> DayPlan:
    """The plan that these days are. Raises Refused for one that cannot be a year's, or of a year that is ``known``."""
    found = sorted(days, key=lambda one: one.on)
    years = {one.on.year for one in found}
    if len(years) != 1:
        raise Refused("plan.years", detail=", ".join(map(str, sorted(years))))
    year = years.pop()
    if year in known:
        raise Refused("plan.known", detail=str(year))
    if len({one.on for one in found}) < len(found):
        raise Refused("plan.twice")
    odd = [one.on for one in found if one.works and one.on.weekday() not in WEEKEND]
    if odd:
        raise Refused("plan.worked", detail=odd[0].isoformat())
    off = {one.on for one in found if not one.works}
    lacks = [date(year, month, day) for month, day in SOLAR if date(year, month, day) not in off]
    if len(off) < LEAST_OFF or lacks:
        detail = lacks[0].isoformat() if lacks else str(len(off))
        raise Refused("plan.torn", detail=detail)
    return DayPlan(year=year, days=tuple(found))


def rows_of(plans: Iterable[DayPlan]) -> tuple[dict[str, str], ...]:
    """As the rows of ``resources/workdays.csv``."""
    return tuple(
        {"date": one.on.isoformat(), "kind": "work" if one.works else "off", "name": one.name}
        for plan in plans
        for one in plan.days
    )
