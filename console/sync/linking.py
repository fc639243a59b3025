"""The step after reading goods: what has to be asked about them, for every pair of shops whose goods were read."""

import asyncio

from console import reference
from console.core.changes import changed
from console.rules.linking import propose
from console.rules.links import Proposal
from console.store.database import Database
from console.store.goods_questions import books, is_read, save_questions
from console.store.shops import pairs
from console.store.views import Pair
from console.sync.hub import Hub


async def dry_run(database: Database, pair: Pair) -> Proposal:
    """试算: what could be linked, what has to be asked, what only one shop has. Writes nothing."""
    held = await database.read(books, pair)
    least = reference.figures()["link_title_percent"].value / 100
    return await asyncio.to_thread(propose, held.kuaishou, held.youzan, held=held.held, least=least)


class LinkStep:
    """Compares both shops' goods off the loop, and keeps the questions where they changed. It links nothing."""

    def __init__(self, database: Database, hub: Hub) -> None:
        self._database = database
        self._hub = hub

    async def run(self) -> int:
        """All pairs; returns how many questions are new or gone."""
        written = 0
        for pair in await self._database.read(pairs):
            if not await self._database.read(is_read, pair):
                continue
            proposal = await dry_run(self._database, pair)
            fresh = await self._database.write(save_questions, pair, proposal)
            if fresh:
                self._hub.announce(changed("links"))
            written += fresh
        return written
