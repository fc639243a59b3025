"""The time of the tests of the file."""

import asyncio

NOW = 1_768_444_200_000  # 2026-01-15 10:30:00 shop time


class StillClock:
    """Stands at one instant until moved."""

    def __init__(self, now: int = NOW) -> None:
        self.now = now

    def now_ms(self) -> int:
        return self.now

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)
