"""Time: one source of it, and the shop's day.

China has had one zone without summer time since 1991, so shop time is a fixed offset and needs no zone files.
"""

import time
import unicodedata
from datetime import datetime, timedelta, timezone
from typing import Protocol

SHOP_TIME = timezone(timedelta(hours=8), "Asia/Shanghai")

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

_AT_ONCE_S = 3_600.0  # a timer of Qt's holds 24 days: a wait reckoned by a wrong clock would not fit


class Clock(Protocol):
    """Where every room takes the time from, so that tests and the sandbox can move it."""

    def now_ms(self) -> int:
        """Now, ms UTC."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait; a fake clock may wait less."""
        ...


class SystemClock:
    """The machine's clock plus an offset: the sandbox may live on another day."""

    def __init__(self, offset_ms: int = 0) -> None:
        self.offset_ms = offset_ms

    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000 + self.offset_ms

    async def sleep(self, seconds: float) -> None:
        import asyncio  # here: the window is painted before there is a loop

        while seconds > _AT_ONCE_S:
            await asyncio.sleep(_AT_ONCE_S)
            seconds -= _AT_ONCE_S
        await asyncio.sleep(seconds)


def shop_datetime(at: int) -> datetime:
    """The instant ``at`` (ms UTC) on the shop's wall clock."""
    return datetime.fromtimestamp(at / 1000, SHOP_TIME)


def day_start(at: int) -> int:
    """Midnight, shop time, of the day that holds ``at``; ms UTC."""
    return (at + 8 * HOUR) // DAY * DAY - 8 * HOUR


def parse_shop_time(text: str) -> int:
    """``"2026-01-15 10:30:00"`` in shop time → ms UTC. Raises ValueError."""
    return int(datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=SHOP_TIME).timestamp()) * 1000


def parse_typed_time(text: str) -> int:
    """``"2026-01-15 10:30"`` as somebody types it, also in a Chinese keyboard's wide signs. Raises ValueError."""
    return parse_shop_time(f"{unicodedata.normalize('NFKC', text).strip()}:00")


def format_shop_time(at: int) -> str:
    """ms UTC → ``"2026-01-15 10:30:00"`` in shop time."""
    return shop_datetime(at).strftime("%Y-%m-%d %H:%M:%S")
