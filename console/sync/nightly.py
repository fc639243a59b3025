"""Work that is done once a night: looked at every few minutes, so that a night slept through is made up for."""

import asyncio
from collections.abc import Awaitable, Callable

from console.core.clock import DAY, Clock, day_start
from console.sync.resting import Resting, tell_end

LOOK_S = 300.0  # between two looks at whether it is due


class Nightly:
    """Owns its one task. ``look`` does what is due; whatever it fails by, there are other nights."""

    def __init__(self, name: str, clock: Clock, look: Callable[[], Awaitable[object]]) -> None:
        self.resting = Resting(name)
        self._name = name
        self._clock = clock
        self._look = look
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Look until ``stop``."""
        self._task = asyncio.get_running_loop().create_task(self._go_on(), name=self._name)
        self._task.add_done_callback(tell_end)

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def _go_on(self) -> None:
        pause_s = LOOK_S
        while True:
            await self._clock.sleep(pause_s)
            pause_s = LOOK_S
            with self.resting.going_on() as turn:
                await self._look()
            if turn.failed is not None:
                pause_s = max(LOOK_S, self.resting.after(turn.failed))


def is_due(last_at: int | None, now: int, night_ms: int) -> bool:
    """Whether the latest night, so long after midnight in shop time, lies after the last one; of a day to come: no."""
    if last_at is None or last_at > now:
        return True
    night = day_start(now) + night_ms
    return last_at < (night if night <= now else night - DAY)
