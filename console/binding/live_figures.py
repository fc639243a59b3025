"""Figures of shows, their sources and their lines as the window asks for them: kept under the hand of who asks."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from console.core.changes import changed
from console.core.clock import Clock
from console.core.live import LiveSnapshot, LiveSource, Taken
from console.store import live_sessions, live_settings, live_typed
from console.store.database import Database
from console.store.live_settings import LineRule
from console.sync.hub import Hub

T = TypeVar("T")


class FiguresByHand:
    """Writes to the file only."""

    def __init__(self, hand: Database, clock: Clock, hub: Hub) -> None:
        self._hand = hand
        self._clock = clock
        self._hub = hub

    async def _do(self, act: Callable[..., T], *told: object) -> T:
        answered = await self._hand.write(act, *told, self._clock.now_ms())
        self._hub.announce(changed("live"))
        return answered

    async def start(self, title: str) -> str:
        """A show is on from now; returns its name."""
        return await self._do(live_sessions.start, title)

    async def rename(self, session_id: str, title: str) -> None:
        """What a show is called."""
        await self._do(live_sessions.rename, session_id, title)

    async def stitch(self, session_id: str) -> str:
        """It goes on with the show before it; returns the name both have now."""
        return await self._do(live_sessions.stitch, session_id)

    async def part_off(self, session_id: str, part_id: str) -> str:
        """From this opening on it is a show of its own; returns that one's name."""
        return await self._do(live_sessions.part_off, session_id, part_id)

    async def put(self, session_id: str, snapshots: Sequence[LiveSnapshot], source: LiveSource) -> list[Taken]:
        """Keep figures that a person brings."""
        return await self._do(live_typed.put, session_id, snapshots, source)

    async def take_back(self, session_id: str, at: int, source: LiveSource) -> bool:
        """As if they had never been brought; False where there are none."""
        return await self._do(live_typed.take_back, session_id, at, source)

    async def believe(self, figure: str, order: Sequence[str]) -> None:
        """Believe the sources of a figure in this order; empty: as usual."""
        await self._do(live_settings.put_order, figure, order)

    async def put_lines(self, rule: LineRule) -> None:
        """Pass and excellent of a figure, of a category, from a day on."""
        await self._do(live_settings.put_rule, rule)

    async def drop_lines(self, rule: LineRule) -> None:
        """What held before holds again."""
        await self._do(live_settings.drop_rule, rule)
