"""The first date on which a shop stops, and why: so that it is heard of days before, not on the day itself.

What can stop a shop by itself is the end of its sign-in, of a test user's grant, of the paid calls and of what was
paid for. Each is known in advance.
"""

from collections.abc import Collection
from typing import Literal

import msgspec

from console.core.clock import DAY

Cause = Literal["sign_in", "test_user", "quota", "paid_until"]

MARKS_DAYS = (7, 3, 1, 0)
"""How many days ahead a person is told, once each; 0 is the end itself."""


class Stop(msgspec.Struct, frozen=True, kw_only=True):
    """Something ends. ``at`` is ms UTC."""

    at: int
    cause: Cause

    @property
    def code(self) -> str:
        """Its words in the catalogue."""
        return f"stop.{self.cause}"


class Ends(msgspec.Struct, frozen=True, kw_only=True):
    """When things of one shop end; None: never, or nobody said."""

    sign_in_at: int | None = None
    test_user_at: int | None = None
    quota_at: int | None = None
    paid_until_at: int | None = None


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """Worth telling now: ``stop`` is at most ``days`` away; 0: it is over."""

    stop: Stop
    days: int


def stops(ends: Ends) -> tuple[Stop, ...]:
    """Everything that will stop the shop, the first one first."""
    causes: tuple[tuple[Cause, int | None], ...] = (
        ("sign_in", ends.sign_in_at),
        ("test_user", ends.test_user_at),
        ("quota", ends.quota_at),
        ("paid_until", ends.paid_until_at),
    )
    return tuple(sorted((Stop(at=at, cause=cause) for cause, at in causes if at is not None), key=lambda one: one.at))


def first_stop(ends: Ends) -> Stop | None:
    """When the shop stops for the first time if nobody does anything, and why. None: nothing is known to end."""
    return next(iter(stops(ends)), None)


def due_notice(stop: Stop, told: Collection[int], now: int) -> Notice | None:
    """What to tell of ``stop`` now, after the marks in ``told`` were told of the same end.

    Each mark is told once. Where several passed while nobody was looking only the nearest counts, and telling it
    settles those before it. The same end is the same date; a quota's date is forecast anew each day, there it is the
    same period.
    """
    left_ms = stop.at - now
    reached = [days for days in MARKS_DAYS if left_ms <= days * DAY]
    if not reached or reached[-1] >= min(told, default=MARKS_DAYS[0] + 1):
        return None
    return Notice(stop=stop, days=reached[-1])
