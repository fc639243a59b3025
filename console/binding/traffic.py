"""Traffic as the window asks for it: kept under the hand of who asks."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from console.core.changes import changed
from console.core.clock import Clock
from console.rules.traffic import LabelRow, Origin, TrafficRow, of_shop
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

    async def put(self, lines: Sequence[Sequence[TrafficRow]], origin: Origin, shop_id: str) -> Kept:
        """Keep the rows of a table that was imported or typed, as a shop's; empty: nobody knows of which."""
        accepted = duplicate = 0
        try:
            for first in range(0, len(lines), BATCH):
                some = [of_shop(line, shop_id) for line in lines[first : first + BATCH]]
                kept = await self._hand.write(traffic.put, some, origin, self._clock.now_ms())
                accepted += kept.accepted
                duplicate += kept.duplicate
        finally:
            self._hub.announce(changed("traffic"))
        return Kept(accepted=accepted, duplicate=duplicate)

    async def put_labels(self, day_at: int, rows: Sequence[LabelRow], shop_id: str) -> Kept:
        """The labels of a shop's day as a person wrote them: those he took out are gone."""
        return await self._do(traffic.replace_labels, day_at, of_shop(rows, shop_id), "manual")

    async def set_kind(self, shop_id: str, work: str, kind: str) -> None:
        """What a work of a shop is; empty: as it was imported."""
        await self._do(traffic.set_kind, shop_id, work, kind)

    async def drop_work(self, shop_id: str, work: str) -> None:
        """As if a work of a shop had never been imported."""
        await self._do(traffic.drop_work, shop_id, work)

    async def put_line(self, name: str, value: float | None) -> None:
        """A line to judge by, from today on; None: as it came with the program."""
        await self._do(traffic_lines.put_line, name, value)

    async def _do(self, act: Callable[..., T], *told: object) -> T:
        answered = await self._hand.write(act, *told, self._clock.now_ms())
        self._hub.announce(changed("traffic"))
        return answered
