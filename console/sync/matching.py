"""The step after reading: which trade belongs to which order, for every pair of shops."""

import asyncio

from console.core.changes import changed
from console.core.clock import Clock
from console.rules.matching import MatchingSettings, match
from console.store.cursors import both_read_until
from console.store.database import Database
from console.store.links import save_links, unsettled
from console.store.shops import pairs
from console.store.views import Pair
from console.sync.hub import Hub

NOTHING_IS_DUE = 0  # an instant before every order


class MatchStep:
    """Reads both books, compares them off the loop, and keeps the links where they changed.

    What is missed is judged as of when both sides were read, not by the clock: during a first reading, or while one
    platform cannot be reached, what the other side has not told yet is waited for.
    """

    def __init__(self, database: Database, clock: Clock, hub: Hub, settings: MatchingSettings) -> None:
        self._database = database
        self._clock = clock
        self._hub = hub
        self.settings = settings

    async def run(self) -> int:
        """All pairs; returns how many links were written."""
        written = 0
        for pair in await self._database.read(pairs):
            written += await self.of_pair(pair)
        return written

    async def of_pair(self, pair: Pair) -> int:
        """One pair; returns how many links were written."""
        now = self._clock.now_ms()
        until = await self._database.read(both_read_until, pair)  # before the books: these may only know more
        due = NOTHING_IS_DUE if until is None else min(until, now)
        books = await self._database.read(unsettled, pair)
        links = await asyncio.to_thread(
            match, books.orders, books.trades, now=due, settings=self.settings, apart=books.apart
        )
        saved = await self._database.write(save_links, pair, links, now)
        if saved.written:
            self._hub.announce(changed("links"))
        return saved.written
