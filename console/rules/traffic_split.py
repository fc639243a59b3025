"""来源分布: how many came from where on each day of a stretch: people or counts, never both. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from console.core.clock import DAY
from console.rules.traffic import CHANNELS, SourceRow, Standing, may_be_one, standing_of

Measure = Literal["viewers", "views"]


class SplitDay(msgspec.Struct, frozen=True, kw_only=True):
    """A day. ``by`` is empty where nothing was told; ``apart``: of site-wide promotion, None: not told."""

    day_at: int
    by: Mapping[str, int] = {}
    apart: int | None = None
    shows: int = 0
    untold: int = 0  # rows that tell only the other measure

    @property
    def total(self) -> int:
        return sum(self.by.values())

    def of(self, standing: Standing) -> int:
        """How many of one kind of traffic."""
        return sum(number for source, number in self.by.items() if standing_of(source) == standing)


class Split(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of days, each by itself and all together."""

    measure: Measure
    days: tuple[SplitDay, ...]
    by: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.by.values())

    @property
    def told(self) -> list[SplitDay]:
        """The days of which something is known."""
        return [day for day in self.days if day.by]

    @property
    def missing(self) -> int:
        """Days of which nothing was imported."""
        return len(self.days) - len(self.told)

    @property
    def apart(self) -> int | None:
        """Site-wide promotion, which overlaps with the rest: printed beside it, never added."""
        told = [day.apart for day in self.days if day.apart is not None]
        return sum(told) if told else None

    def order(self) -> list[str]:
        """The channels from the bottom of a stack to its top: the largest first, what nobody knows last."""
        known = [key for key in self.by if standing_of(key) != "unknown"]
        rest = [key for key in CHANNELS if key in self.by and key not in known]
        return sorted(known, key=lambda key: (-self.by[key], key)) + rest


def split(
    rows: Iterable[SourceRow],
    measure: Measure,
    begin_at: int,
    days: int,
    apart: Mapping[int, int] | None = None,
) -> Split:
    """Days from ``begin_at`` on. ``apart``: what the ads report tells of site-wide promotion, by day.

    A day of a shop that was told as a whole is not added to what its shows tell of it.
    """
    of: dict[int, list[SourceRow]] = defaultdict(list)
    for row in rows:
        of[row.day_at].append(row)
    made = tuple(_day(begin_at + n * DAY, of.get(begin_at + n * DAY, []), measure, apart or {}) for n in range(days))
    total: dict[str, int] = defaultdict(int)
    for day in made:
        for source, number in day.by.items():
            total[source] += number
    return Split(measure=measure, days=made, by=dict(total))


def _day(day_at: int, rows: list[SourceRow], measure: Measure, apart: Mapping[int, int]) -> SplitDay:
    tells = {row.shop_id for row in rows if not row.show and getattr(row, measure) is not None}
    whole = [row for row in rows if not row.show or not any(may_be_one(row.shop_id, one) for one in tells)]
    by: dict[str, int] = defaultdict(int)
    beside, untold = apart.get(day_at), 0
    told_beside: int | None = None
    for row in whole:
        number = getattr(row, measure)
        if number is None:
            untold += 1
        elif standing_of(row.source) == "apart":
            told_beside = (told_beside or 0) + number
        else:
            by[row.source] += number
    return SplitDay(
        day_at=day_at,
        by=dict(by),
        apart=beside if told_beside is None else told_beside,
        shows=len({row.show for row in whole if row.show}),
        untold=untold,
    )
