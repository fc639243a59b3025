"""The pace of calls to one platform, with a front where a person's click overtakes background traffic."""

import asyncio
import heapq
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count

from aiolimiter import AsyncLimiter


class Pace:
    """At most ``burst`` turns at once and ``rate_per_s`` in the long run, the urgent first, then by arrival.

    A free slot is never promised in advance: it goes to whoever is best placed when it opens, so that an urgent turn
    waits for one slot at most, however long the queue is.
    """

    def __init__(self, rate_per_s: float, burst: int = 1) -> None:
        self._limiter = AsyncLimiter(burst, burst / rate_per_s)
        self._queue: list[tuple[bool, int, asyncio.Future[None]]] = []
        self._arrivals = count()
        self._porter: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def turn(self, *, urgent: bool = False) -> AsyncIterator[None]:
        """Wait for a turn; the body is the call it was for."""
        await self._wait(urgent)
        yield

    async def _wait(self, urgent: bool) -> None:
        if not self._queue and self._limiter.has_capacity():
            await self._limiter.acquire()
            return
        ticket: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._queue, (not urgent, next(self._arrivals), ticket))
        if self._porter is None or self._porter.done():
            self._porter = asyncio.create_task(self._admit())
        try:
            await ticket
        finally:
            self._dismiss_porter()

    def _dismiss_porter(self) -> None:
        """Leave no task behind once nobody waits any more."""
        if all(ticket.done() for _, _, ticket in self._queue):
            self._queue.clear()
            porter, self._porter = self._porter, None
            if porter is not None:
                porter.cancel()

    async def _admit(self) -> None:
        """Hand each slot that opens to the best ticket; ends when nobody waits."""
        while self._queue:
            await self._limiter.acquire()
            while self._queue:
                _, _, ticket = heapq.heappop(self._queue)
                if not ticket.done():
                    ticket.set_result(None)
                    break
