"""Traffic as the window asks for it: kept under the hand of who asks."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from console.core.changes import changed
from console.core.clock import Clock
from console.rules.traffic import LabelRow, Origin, TrafficRow
from console.store import traffic, traffic_lines
from console.store.database import Database
from console.store.traffic import Kept
from console.sync.hub import Hub

T = TypeVar("T")
BATCH = 500  # rows a transaction: nobody waits long for the file


class TrafficAsking:
    """Writes to the file only."""

    def __init__(self, hand: Database, clock: Clock, hub: Hub) -> None:
        self._hand = hand
        self._clock = clock
        self._hub = hub

    async def put(self, lines: Sequence[Sequence[TrafficRow]], origin: Origin) -> Kept:
        """Keep the rows of a table that was imported or typed."""
        accepted = duplicate = 0
        try:
            for first in range(0, len(lines), BATCH):
                some = lines[first : first + BATCH]
                kept = await self._hand.write(traffic.put, some, origin, self._clock.now_ms())
                accepted += kept.accepted
                duplicate += kept.duplicate
        finally:
            self._hub.announce(changed("traffic"))
        return Kept(accepted=accepted, duplicate=duplicate)

    async def put_labels(self, day_at: int, rows: Sequence[LabelRow]) -> Kept:
        """The labels of a day as a person wrote them: those he took out are gone."""
        return await self._do(traffic.replace_labels, day_at, rows, "manual")

    async def set_kind(self, work: str, kind: str) -> None:
        """What a work is; empty: as it was imported."""
        await self._do(traffic.set_kind, work, kind)

    async def drop_work(self, work: str) -> None:
        """As if a work had never been imported."""
        await self._do(traffic.drop_work, work)

    async def put_line(self, name: str, value: float | None) -> None:
        """A line to judge by, from today on; None: as it came with the program."""
        await self._do(traffic_lines.put_line, name, value)

    async def _do(self, act: Callable[..., T], *told: object) -> T:
        answered = await self._hand.write(act, *told, self._clock.now_ms())
        self._hub.announce(changed("traffic"))
        return answered
