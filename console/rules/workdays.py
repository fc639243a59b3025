"""The working-day clock: the State Council's days off and make-up days, and an honest answer where they are not known.

A year's plan is published in the November before it. Until its rows are there, a day of that year is answered on the
safe side, and marked so: no weekday is free, and a weekend near a festival is worked, as it may become a make-up day.
A deadline reckoned so is never later than the true one. Days are shop days (fixed UTC+8); this room knows no today.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import msgspec

NEAR_DAYS = 14
"""How far a make-up day lies from its festival at most, as of every plan from 2018 to 2026."""

ONE = timedelta(days=1)


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """A day as the calendar has it. ``certain`` is False where its year's plan is not known."""

    on: date
    works: bool
    certain: bool
    name: str = ""  # the holiday that makes it free, or makes it worked


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """The day on which a number of working days is over; where not ``certain``, the earliest it can be."""

    on: date
    certain: bool


class Workdays(msgspec.Struct, frozen=True, kw_only=True):
    """The plans that are known. ``festivals`` are the days of the feasts themselves, known for years ahead."""

    off: Mapping[date, str]
    work: Mapping[date, str]
    festivals: frozenset[date] = frozenset()

    @property
    def years(self) -> tuple[int, ...]:
        """The years whose plan is known."""
        return tuple(sorted({day.year for day in self.off}))

    def covers(self, on: date) -> bool:
        """Whether the plan of that day's year is known."""
        return any(day.year == on.year for day in self.off)

    def day(self, on: date) -> Day:
        """What a day is, and whether that is certain."""
        if not self.covers(on):
            return Day(on=on, works=on.weekday() < 5 or self._near_a_festival(on), certain=False)
        name = self.off.get(on) or self.work.get(on, "")
        return Day(on=on, works=on not in self.off and (on.weekday() < 5 or on in self.work), certain=True, name=name)

    def is_workday(self, on: date) -> bool:
        """Whether work is done that day; on the safe side where its year is not known."""
        return self.day(on).works

    def add(self, start: date, count: int) -> Due:
        """The ``count``-th working day after ``start``, which does not count itself; 0: ``start``."""
        if count < 0:
            raise ValueError("working days are counted forwards")
        on, certain = start, True
        while count:
            on += ONE
            day = self.day(on)
            certain = certain and day.certain
            count -= day.works
        return Due(on=on, certain=certain)

    def between(self, start: date, end: date) -> int:
        """How many working days lie after ``start``, up to and with ``end``; 0 where ``end`` is not later."""
        return sum(self.is_workday(start + ONE * step) for step in range(1, (end - start).days + 1))

    def _near_a_festival(self, on: date) -> bool:
        """Whether a weekend of a year without a plan may be worked: all are, where the festivals are not known."""
        if all(feast.year != on.year for feast in self.festivals):
            return True
        return any(abs((on - feast).days) <= NEAR_DAYS for feast in self.festivals)


def workdays_from(rows: Iterable[Mapping[str, str]]) -> Workdays:
    """The calendar of a table's rows: ``date``, ``kind`` (off, work, festival) and ``name``. Raises ValueError."""
    off: dict[date, str] = {}
    work: dict[date, str] = {}
    festivals: set[date] = set()
    for row in rows:
        on, kind = date.fromisoformat(row["date"]), row["kind"]
        if kind == "off":
            off[on] = row["name"]
        elif kind == "work":
            work[on] = row["name"]
        elif kind == "festival":
            festivals.add(on)
        else:
            raise ValueError(f"a day is off, work or festival, not {kind}")
    return Workdays(off=off, work=work, festivals=frozenset(festivals))
