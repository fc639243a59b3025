"""Counts what each shop's calls cost: the gateways' counters into the file, four times a minute and at the end."""

import asyncio
import logging
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from console.core.clock import Clock
from console.core.errors import FileTrouble
from console.store.calls import add_calls
from console.sync.resting import Resting

if TYPE_CHECKING:
    from console.store.database import Database

EVERY_S = 15.0

log = logging.getLogger(__name__)


class Counter(Protocol):
    """A gateway, as far as it matters here."""

    @property
    def calls(self) -> int: ...


class Meter:
    """Owns the task that writes. A program that is killed loses some seconds of the count and nothing else."""

    def __init__(self, database: "Database", clock: Clock, every_s: float = EVERY_S) -> None:
        self._database = database
        self._clock = clock
        self._every_s = every_s
        self._counters: dict[str, Counter] = {}
        self._noted: dict[str, int] = {}
        self._task: asyncio.Task[None] | None = None
        self._ending = asyncio.Event()

    def watch(self, shop_id: str, counter: Counter) -> None:
        """Count this gateway's calls for the shop, from now on."""
        self._counters[shop_id] = counter
        self._noted[shop_id] = counter.calls
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._keep(), name="metering")

    async def leave(self, shop_id: str) -> None:
        """The gateway was closed: note the rest of its calls and forget it."""
        await self.note()
        self._counters.pop(shop_id, None)
        self._noted.pop(shop_id, None)

    async def note(self) -> None:
        """Write what was called since the last time. A file that takes nothing is for others to complain of."""
        fresh = {shop_id: counter.calls - self._noted[shop_id] for shop_id, counter in self._counters.items()}
        fresh = {shop_id: count for shop_id, count in fresh.items() if count}
        if not fresh:
            return
        self._add(fresh)  # before the write: one that was begun is finished, also where nobody waits for it any more
        try:
            await self._database.write(add_calls, fresh, self._clock.now_ms())
        except FileTrouble as trouble:
            log.info("calls are not counted now: %s", trouble.code)
            self._add({shop_id: -count for shop_id, count in fresh.items() if shop_id in self._noted})

    async def close(self) -> None:
        """Note the rest and stop. The task ends by itself: cancelled in the midst of a write it would lose a count."""
        self._ending.set()
        if self._task is not None:
            await self._task
        self._counters.clear()
        self._noted.clear()

    def _add(self, counts: Mapping[str, int]) -> None:
        for shop_id, count in counts.items():
            self._noted[shop_id] += count

    async def _keep(self) -> None:
        resting = Resting("metering")
        while not self._ending.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._ending.wait(), self._every_s)
            with resting.going_on():
                await self.note()
