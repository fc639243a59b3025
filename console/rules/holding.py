"""暂缓发货 (hold, 挂起): that the merchant keeps an order back, why, who, since when and until when. Pure.

It is the merchant's own intent. Neither platform has such a call: nobody is told, and the platform's deadline goes on.
"""

from typing import Literal

import msgspec

from console.core.clock import DAY, HOUR, day_start, format_shop_time
from console.core.errors import Refused

Until = Literal["open", "tomorrow", "three_days", "week", "at"]
"""How long it is meant for: until somebody lets go, the morning of a day, a time that is written down."""

MORNING = 9 * HOUR  # of the shop's day: then somebody is there to ship
_DAYS: dict[Until, int] = {"tomorrow": 1, "three_days": 3, "week": 7}


class Hold(msgspec.Struct, frozen=True, kw_only=True):
    """An order that is kept back. ``by``: empty where nobody was named; ``until_at`` None: until somebody lets go."""

    reason: str
    since_at: int
    by: str = ""
    until_at: int | None = None

    @property
    def told(self) -> str:
        """Why, who, since when and until when, in no language: it stands inside sentences of either."""
        since, until = _short(self.since_at), "" if self.until_at is None else f" → {_short(self.until_at)}"
        return " · ".join(part for part in (self.reason, self.by, f"{since}{until}") if part)


def _short(at: int) -> str:
    """``11-26 18:05``, shop time."""
    return format_shop_time(at)[5:16]


def ends_at(until: Until, now: int) -> int | None:
    """When a hold meant for so long ends: at nine in the morning of that day; None where no day is named."""
    days = _DAYS.get(until)
    return None if days is None else day_start(now) + days * DAY + MORNING


def check(reason: str, until_at: int | None, now: int) -> str:
    """The reason as it is kept. Raises Refused without one, and for a hold that would be over at once."""
    if not reason.strip():
        raise Refused("ship.keep_why")
    if until_at is not None and until_at <= now:
        raise Refused("ship.keep_past", detail=_short(until_at))
    return reason.strip()


def is_over(hold: Hold, now: int) -> bool:
    """Whether its time has come: it belongs to the hold that it ends then."""
    return hold.until_at is not None and hold.until_at <= now
