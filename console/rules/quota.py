"""How many calls a shop will have made at the end of its paid period, and on which day they run out.

Youzan's calls are bought first and used later, by the month; Kuaishou's allowance of a shop is not published. Only the
calls this program made are known: another program on the same app is not in the figures.

A shop's calls go by the weekday (a quiet Sunday, a live show on Friday) and around a level that moves slowly. So a
day's expectation is the level times the weekday's share; both come from the whole days of the last four weeks, recent
ones weighing more.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec

from console.core.clock import DAY, day_start, shop_datetime

LOOK_BACK_DAYS = 28
_WEEK = 7
_HALF_LIFE_DAYS = 10.0  # a day that long ago weighs half as much for the level
_ENOUGH_FOR_WEEKDAYS = 14  # whole days; before that every day is taken for alike


class Allowance(msgspec.Struct, frozen=True, kw_only=True):
    """What was bought: ``most`` calls from ``begin_at`` to ``end_at``, both midnights of the shop."""

    most: int
    begin_at: int
    end_at: int


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """How a period goes. None is what cannot be said: nothing is published, or no whole day was seen yet."""

    used: int
    most: int | None = None
    at_end: int | None = None  # calls made by the end of the period
    runs_out_at: int | None = None  # the beginning of the day on which the last call is made

    @property
    def share_at_end(self) -> float | None:
        """The part of the allowance used at the end; more than 1: it runs out."""
        return None if self.at_end is None or not self.most else self.at_end / self.most


def calendar_month(now: int) -> tuple[int, int]:
    """The shop's calendar month around ``now``, half-open, ms UTC."""
    first = shop_datetime(now).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return _ms(first), _ms(first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1))


def monthly(most: int, now: int) -> Allowance:
    """A package that starts anew each month."""
    begin_at, end_at = calendar_month(now)
    return Allowance(most=most, begin_at=begin_at, end_at=end_at)


def forecast(counts: Mapping[int, int], allowance: Allowance, now: int) -> Forecast:
    """What becomes of ``allowance``; ``counts`` holds calls by the beginning of the day, quiet days left out."""
    today = day_start(now)
    used = sum(count for day_at, count in counts.items() if allowance.begin_at <= day_at < allowance.end_at)
    expected = _expectation(counts, today)
    if expected is None:
        return Forecast(used=used, most=allowance.most, runs_out_at=today if used >= allowance.most else None)
    total, runs_out_at = float(used), today if used >= allowance.most else None
    for day_at in range(max(today, allowance.begin_at), allowance.end_at, DAY):
        ahead = expected[_weekday(day_at)]
        if day_at == today:
            ahead *= 1 - (now - today) / DAY
        total += ahead
        if runs_out_at is None and total > allowance.most:
            runs_out_at = day_at
    return Forecast(used=used, most=allowance.most, at_end=round(total), runs_out_at=runs_out_at)


def _expectation(counts: Mapping[int, int], today: int) -> Sequence[float] | None:
    """The calls of a day, by weekday; None where no whole day was seen."""
    seen = [day_at for day_at in counts if today - LOOK_BACK_DAYS * DAY <= day_at < today]
    if not seen:
        return None
    days = range(min(seen), today, DAY)
    shares = _weekday_shares(counts, days)
    weights = [0.5 ** ((today - day_at) / DAY / _HALF_LIFE_DAYS) for day_at in days]
    shared = sum(weight * shares[_weekday(day_at)] for weight, day_at in zip(weights, days, strict=True))
    called = sum(weight * counts.get(day_at, 0) for weight, day_at in zip(weights, days, strict=True))
    return [called / shared * share for share in shares] if shared else [0.0] * _WEEK


def _weekday_shares(counts: Mapping[int, int], days: Sequence[int]) -> list[float]:
    """How each weekday stands to the average one, from whole weeks."""
    whole = days[len(days) % _WEEK :]
    total = sum(counts.get(day_at, 0) for day_at in whole)
    if len(days) < _ENOUGH_FOR_WEEKDAYS or not total:
        return [1.0] * _WEEK
    shares = [0.0] * _WEEK
    for day_at in whole:
        shares[_weekday(day_at)] += counts.get(day_at, 0) * _WEEK / total
    return shares


def _weekday(day_at: int) -> int:
    return shop_datetime(day_at).weekday()


def _ms(moment: datetime) -> int:
    return int(moment.timestamp()) * 1000
