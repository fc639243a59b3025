"""The step after reading: which trade belongs to which order, for every pair of shops."""

import asyncio

from console.core.changes import changed
from console.core.clock import Clock
from console.rules.matching import MatchingSettings, match
from console.store.database import Database
from console.store.links import save_links, unsettled
from console.store.shops import pairs
from console.store.views import Pair
from console.sync.hub import Hub


class MatchStep:
    """Reads both books, compares them off the loop, and keeps the links where they changed."""

    def __init__(self, database: Database, clock: Clock, hub: Hub, settings: MatchingSettings) -> None:
        self._database = database
        self._clock = clock
        self._hub = hub
        self.settings = settings

    async def run(self) -> int:
        """All pairs; returns how many links were written."""
        written = 0
        for pair in await self._database.read(pairs):
            written += await self.of_pair(pair, self._clock.now_ms())
        return written

    async def of_pair(self, pair: Pair, now: int) -> int:
        """One pair, judged as of ``now``."""
        books = await self._database.read(unsettled, pair)
        links = await asyncio.to_thread(
            match, books.orders, books.trades, now=now, settings=self.settings, apart=books.apart
        )
        saved = await self._database.write(save_links, pair, links, now)
        if saved.written:
            self._hub.announce(changed("links"))
        return saved.written
