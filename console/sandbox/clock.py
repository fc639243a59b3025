"""The sandbox's one clock: the machine's time plus an offset that control can move.

Token lives, timestamp checks, list windows and the growth of the world all ask this clock and no other.
"""

import time
from datetime import datetime, timedelta, timezone

SHOP_TIME = timezone(timedelta(hours=8), "Asia/Shanghai")  # China has one zone without summer time since 1991

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR


class Clock:
    """Machine time plus ``offset_ms``; all instants are int ms UTC."""

    def __init__(self, offset_ms: int = 0) -> None:
        self.offset_ms = offset_ms

    @classmethod
    def at(cls, iso: str) -> "Clock":
        """A clock that shows ``iso`` now; an ISO-8601 text without an offset is shop time. Raises ValueError."""
        return cls.at_ms(parse_instant(iso))

    @classmethod
    def at_ms(cls, now_ms: int) -> "Clock":
        """A clock that shows ``now_ms`` now."""
        return cls(now_ms - machine_ms())

    def now_ms(self) -> int:
        return machine_ms() + self.offset_ms

    def advance(self, seconds: float) -> None:
        """Move on by ``seconds`` at once (back, if negative)."""
        self.offset_ms += round(seconds * SECOND)

    def iso(self) -> str:
        """Now as ISO-8601 text in shop time, to the millisecond."""
        return format_instant(self.now_ms())


def machine_ms() -> int:
    """The machine's own time, ms UTC."""
    return time.time_ns() // 1_000_000


def parse_instant(iso: str) -> int:
    """ISO-8601 text → ms UTC; without an offset it is read as shop time. Raises ValueError."""
    moment = datetime.fromisoformat(iso)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=SHOP_TIME)
    return round(moment.timestamp() * SECOND)


def format_instant(at: int) -> str:
    """ms UTC → ``"2026-01-15T10:30:00.000+08:00"``."""
    return shop_datetime(at).isoformat(timespec="milliseconds")


def shop_datetime(at: int) -> datetime:
    """The instant ``at`` (ms UTC) on the shop's wall clock."""
    return datetime.fromtimestamp(at / SECOND, SHOP_TIME)
