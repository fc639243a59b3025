"""Big promotions as the window asks for them: kept under the hand of who asks. Nothing is sent to a platform."""

from collections.abc import Callable
from typing import TypeVar

from console.core.changes import changed
from console.core.clock import Clock
from console.rules.promotions import Promotion, Task
from console.store import promotions
from console.store.database import Database
from console.sync.hub import Hub

T = TypeVar("T")


class PromotionsAsking:
    """Writes to the file only."""

    def __init__(self, hand: Database, clock: Clock, hub: Hub) -> None:
        self._hand = hand
        self._clock = clock
        self._hub = hub

    async def plan(self, wanted: Promotion, chinese: bool) -> int:
        """Keep a promotion with its tasks planned back from its day; returns how many were made."""
        return await self._do(promotions.plan, wanted, chinese)

    async def put(self, wanted: Promotion) -> None:
        """Its name, days and whether they are confirmed. Tasks stay where they are."""
        await self._do(promotions.put, wanted)

    async def drop(self, wanted: Promotion) -> None:
        """Out of the calendar, with its tasks."""
        await self._do(promotions.drop, wanted)

    async def put_task(self, wanted: Task) -> int:
        """Keep a task, new (id 0) or changed; returns its id."""
        return await self._do(promotions.put_task, wanted)

    async def drop_task(self, task_id: int) -> None:
        """Throw a task away."""
        await self._do(promotions.drop_task, task_id)

    async def put_template(self, promotion_id: str | None) -> None:
        """Plan new promotions as this one is planned; None: as it came with the program."""
        await self._do(promotions.put_template, promotion_id)

    async def _do(self, act: Callable[..., T], *told: object) -> T:
        answered = await self._hand.write(act, *told, self._clock.now_ms())
        self._hub.announce(changed("traffic", "compliance"))  # the bell counts duties and tasks alike
        return answered
