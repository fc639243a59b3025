"""The day or month that a proof is about: half-open, in shop time, whatever zone the machine is set to."""

import re

import msgspec

from console.core.clock import DAY, day_start, parse_shop_time, shop_datetime

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"\d{4}-\d{2}")


class Period(msgspec.Struct, frozen=True):
    """``key`` is ``"2026-11-22"`` or ``"2026-11"``; instants are ms UTC, ``end_at`` the first that is outside."""

    key: str
    begin_at: int
    end_at: int

    @property
    def is_month(self) -> bool:
        return len(self.key) == len("2026-11")


def day(key: str) -> Period:
    """The day ``"2026-11-22"``. Raises ValueError."""
    if not _DAY.fullmatch(key):
        raise ValueError(f"not a day like 2026-11-22: {key!r}")
    begin = parse_shop_time(f"{key} 00:00:00")
    return Period(key, begin, begin + DAY)


def month(key: str) -> Period:
    """The month ``"2026-11"``. Raises ValueError."""
    if not _MONTH.fullmatch(key):
        raise ValueError(f"not a month like 2026-11: {key!r}")
    begin = parse_shop_time(f"{key}-01 00:00:00")
    beyond = shop_datetime(begin + 31 * DAY)  # within the next month, whichever this one is
    return Period(key, begin, parse_shop_time(f"{beyond:%Y-%m}-01 00:00:00"))


def day_of(at: int) -> Period:
    """The day that holds an instant."""
    begin = day_start(at)
    return Period(f"{shop_datetime(begin):%Y-%m-%d}", begin, begin + DAY)


def month_of(at: int) -> Period:
    """The month that holds an instant."""
    return month(f"{shop_datetime(at):%Y-%m}")


def next_to(period: Period, by: int) -> Period:
    """The day or month before (-1) or after (1)."""
    beyond = period.end_at if by > 0 else period.begin_at - 1
    return month_of(beyond) if period.is_month else day_of(beyond)
