"""Experiments and big promotions as the window asks for them: kept under the hand of who asks."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from console.core.changes import changed
from console.core.clock import Clock
from console.rules.experiments import Experiment, Figure, State
from console.store import experiments
from console.store.database import Database
from console.sync.hub import Hub

T = TypeVar("T")


class ExperimentsAsking:
    """Writes to the file only."""

    def __init__(self, hand: Database, clock: Clock, hub: Hub) -> None:
        self._hand = hand
        self._clock = clock
        self._hub = hub

    async def start(self, wanted: Experiment) -> int:
        """Begin it with its plan; returns its id."""
        return await self._do(experiments.start, wanted)

    async def move(self, experiment_id: int, state: State, reason: str = "") -> None:
        """Stop it with a reason, put it away, or go on."""
        await self._do(experiments.move, experiment_id, state, reason)

    async def put_figures(self, experiment_id: int, told: Sequence[Figure], reason: str = "") -> None:
        """Keep what arms counted; once the plan is reached only with a reason."""
        await self._do(experiments.put_figures, experiment_id, told, reason)

    async def put_line(self, name: str, value: int | None) -> None:
        """A line of experiments that are planned from now on; None: as it came."""
        await self._do(experiments.put_line, name, value)

    async def _do(self, act: Callable[..., T], *told: object) -> T:
        answered = await self._hand.write(act, *told, self._clock.now_ms())
        self._hub.announce(changed("traffic"))
        return answered
