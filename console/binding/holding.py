"""暂缓发货 until a time: holds end by themselves when the clock says so. Nobody asked for it, so nobody is named."""

import asyncio

from console.core.changes import changed
from console.core.clock import Clock
from console.store import holding, order_holds
from console.store.database import Database
from console.sync.hub import Hub
from console.sync.resting import Resting, tell_end

EVERY_S = 20.0  # so late a hold ends at most, while the program runs; else at its next start


class HoldsEnding:
    """Owns the task that looks."""

    def __init__(self, database: Database, clock: Clock, hub: Hub) -> None:
        self._database = database
        self._clock = clock
        self._hub = hub
        self._resting = Resting("holds ending")
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Look at once, and again and again until ``stop``."""
        self._task = asyncio.get_running_loop().create_task(self._keep(), name="holds")
        self._task.add_done_callback(tell_end)

    async def stop(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _keep(self) -> None:
        while True:
            pause_s = EVERY_S
            with self._resting.going_on() as turn:
                await self.look()
                self._resting.well()
            if turn.failed is not None:
                pause_s = max(EVERY_S, self._resting.after(turn.failed))
            await self._clock.sleep(pause_s)

    async def look(self) -> int:
        """End what is to end by now; returns how many."""
        if not await self._database.read(order_holds.ending, self._clock.now_ms()):
            return 0  # nearly always: nobody waits for the writer then
        ended = await self._database.write(holding.let_end, self._clock.now_ms())
        self._hub.announce(changed("orders"))
        return ended
