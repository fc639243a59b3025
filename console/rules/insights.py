"""What the data tab reckons: stretches of time and what each is compared with, means of whole days, how today may end.

No clock and no file: whoever asks says what time it is and by which lines to judge.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from console.core.clock import DAY, HOUR, day_start, shop_datetime

SpanKey = Literal["today", "week", "month", "quarter", "own"]
LENGTHS: dict[SpanKey, int] = {"today": 1, "week": 7, "month": 30, "quarter": 90}
Fresh = Literal["live", "partial", "next_day", "pending", "by_hand", "too_few", "none"]
MOST_DAYS = 732  # of a span of one's own


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """``[begin_at, end_at)`` in shop days; ``until`` is now where it is not over yet. All ms UTC."""

    key: SpanKey
    begin_at: int
    end_at: int
    until: int

    @property
    def days(self) -> int:
        return (self.end_at - self.begin_at) // DAY

    @property
    def before(self) -> "Span":
        """As many days that end where this begins, up to the same time: an unfinished one is fairly compared."""
        by = self.end_at - self.begin_at
        return Span(key=self.key, begin_at=self.begin_at - by, end_at=self.end_at - by, until=self.until - by)


def span(key: SpanKey, now: int) -> Span:
    """Today, or so many days that end with today."""
    return own(day_start(now) - (LENGTHS.get(key, 1) - 1) * DAY, now, now, key)


def own(first_at: int, last_at: int, now: int, key: SpanKey = "own") -> Span:
    """The days from the one that holds ``first_at`` to the one that holds ``last_at``; none of the future."""
    today = day_start(now)
    end = min(day_start(last_at), today) + DAY
    begin = max(min(day_start(first_at), end - DAY), end - MOST_DAYS * DAY)
    return Span(key=key, begin_at=begin, end_at=end, until=min(now + 1, end))


# -- days --------------------------------------------------------------------------------------------------------------


def means(values: Sequence[int | None], of: int) -> list[float | None]:
    """The mean of each day and the ``of - 1`` before it; None where one of them is not known.

    A day that is not over is not known: hand None over for it.
    """
    found: list[float | None] = []
    for at in range(len(values)):
        some = values[max(0, at - of + 1) : at + 1]
        known = [value for value in some if value is not None]
        found.append(sum(known) / of if len(known) == of else None)
    return found


class Weekday(msgspec.Struct, frozen=True):
    """What an earlier day of the same weekday had by this time of day, and in the end."""

    by_now: int
    whole: int


def projected(by_now: int, before: Sequence[Weekday], least: int) -> int | None:
    """What today comes to if it goes on as those days did from this time on; None where there are too few of them."""
    if len(before) < max(1, least):
        return None
    return by_now + round(sum(day.whole - day.by_now for day in before) / len(before))


class Promo(msgspec.Struct, frozen=True, kw_only=True):
    """A promotion that comes every year: names by language, first and last day as ``11-11``."""

    key: str
    names: Mapping[str, str]
    begins: str
    ends: str


def promo_from(row: Mapping[str, str]) -> Promo:
    """A row of the table."""
    return Promo(key=row["key"], names={"zh_CN": row["zh"], "en": row["en"]}, begins=row["begins"], ends=row["ends"])


def promo_on(at: int, promos: Sequence[Promo]) -> Promo | None:
    """The promotion of a day; one over the turn of the year ends before it begins."""
    day = f"{shop_datetime(at):%m-%d}"
    for promo in promos:
        if promo.begins <= promo.ends:
            if promo.begins <= day <= promo.ends:
                return promo
        elif day >= promo.begins or day <= promo.ends:
            return promo
    return None


# -- how fresh ---------------------------------------------------------------------------------------------------------


def of_next_day(now: int, known_day: int | None, due_hour: int) -> Fresh:
    """Of a figure that a platform gives of a day on the day after: whether yesterday's is there, or still to come.

    ``known_day``: an instant of the latest day that is known.
    """
    today = day_start(now)
    if known_day is not None and day_start(known_day) >= today - DAY:
        return "next_day"
    return "pending" if now < today + due_hour * HOUR else "none"


def share(part: int | None, whole: int | None) -> float | None:
    """Part of a whole; nothing of nothing is not known."""
    return None if part is None or not whole else part / whole


def change(value: int | float | None, before: int | float | None) -> float | None:
    """How much more than before; None where there was nothing to compare with."""
    return None if value is None or not before else (value - before) / before


# -- customers ---------------------------------------------------------------------------------------------------------


class ValueLines(msgspec.Struct, frozen=True, kw_only=True):
    """Where the nine cells border on each other: days since the last order, number of orders."""

    recent_days: int
    lately_days: int
    some_orders: int
    many_orders: int

    def cell(self, last_at: int, orders: int, now: int) -> tuple[int, int]:
        """Row (0: bought lately) and column (2: bought often) of a buyer."""
        past = now - last_at
        row = 0 if past <= self.recent_days * DAY else 1 if past <= self.lately_days * DAY else 2
        return row, 2 if orders >= self.many_orders else 1 if orders >= self.some_orders else 0


class Lines(msgspec.Struct, frozen=True, kw_only=True):
    """By what the data tab judges."""

    due_hour: int
    mean_days: int
    weekdays: int
    weekdays_least: int
    value_least_days: int
    value: ValueLines


def lines_from(known: Mapping[str, int]) -> Lines:
    """The lines out of figures by name (``insight_due_hour``)."""
    return Lines(
        due_hour=known["insight_due_hour"],
        mean_days=known["insight_mean_days"],
        weekdays=known["insight_weekdays"],
        weekdays_least=known["insight_weekdays_least"],
        value_least_days=known["insight_value_least_days"],
        value=ValueLines(
            recent_days=known["insight_value_recent_days"],
            lately_days=known["insight_value_lately_days"],
            some_orders=known["insight_value_some_orders"],
            many_orders=known["insight_value_many_orders"],
        ),
    )
