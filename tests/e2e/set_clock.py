"""A clock that a test sets, for what takes its time from the program's clock."""

import asyncio
from contextlib import suppress

from console.core.clock import SECOND, SystemClock


class SetClock(SystemClock):
    """Its time goes on when a test says so, too; ``still``: only then. Who sleeps wakes when the time has come."""

    def __init__(self, *, still: bool = False) -> None:
        super().__init__()
        self._still_at = super().now_ms() if still else None
        self._moved = asyncio.Event()

    def now_ms(self) -> int:
        return super().now_ms() if self._still_at is None else self._still_at + self.offset_ms

    def leap(self, ms: int) -> None:
        self.offset_ms += ms
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()

    async def sleep(self, seconds: float) -> None:
        until = self.now_ms() + seconds * SECOND
        while (left := until - self.now_ms()) > 0:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._moved.wait(), min(left / SECOND, 3_600))  # Qt's timers hold 24 days
