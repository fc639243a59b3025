"""The worker that carries out what the merchant wants: one command an object at a time, several objects at once.

It owns every task that writes to a platform. All it knows is in the file; what is in memory is only which objects are
being worked at.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection

from console.core.changes import changed
from console.core.clock import SECOND, Clock
from console.core.commands import Command
from console.core.errors import FileTrouble, Refused
from console.core.gateway import SupportsCommands
from console.core.objects import ObjectKey
from console.store import outbox, outbox_work
from console.store.database import Database
from console.store.outbox_rows import Intent
from console.store.outbox_view import heads
from console.sync.carrying import Carrier
from console.sync.hub import Hub
from console.sync.patience import DEFAULTS, Patience
from console.sync.resting import Resting, tell_end

P = ParamSpec("P")
T = TypeVar("T")

AT_ONCE = 4  # objects worked at together; the pace of calls is the gateway's


class Outbox:
    """Takes commands in and carries them out. ``start`` and ``bind`` are called on the loop's thread."""

    def __init__(
        self, database: Database, clock: Clock, hub: Hub, *, patience: Patience = DEFAULTS, at_once: int = AT_ONCE
    ) -> None:
        self._database = database
        self.hand = database  # what a person asks is written through it
        self._clock = clock
        self._hub = hub
        self._at_once = at_once
        self._patience = patience
        self._carrier = Carrier(database, clock, hub, patience)
        self._gateways: dict[str, SupportsCommands] = {}
        self._fresh: set[str] = set()  # shops whose rows nobody has looked after since they were bound
        self._strays: dict[int, tuple[int, str]] = {}  # rows whose task came to grief: again when, and for which fault
        self._faults: dict[int, Resting] = {}  # of rows, as long as they fail
        self._file = Resting("the outbox")
        self._rests_until = 0  # nothing is begun before: a row would be read back, and then not be written
        self._due: deque[Intent] = deque()
        self._tasks: dict[ObjectKey, asyncio.Task[None]] = {}
        self._loop: asyncio.Task[None] | None = None
        self._wake = asyncio.Event()

    # which shops

    def bind(self, shop_id: str, gateway: object) -> None:
        """Send this shop's commands from now on, if its gateway takes any. The gateway stays its owner's to close."""
        if isinstance(gateway, SupportsCommands):
            self._gateways[shop_id] = gateway
            self._fresh.add(shop_id)
            self._due.clear()
            self._wake.set()

    async def unbind(self, shop_id: str) -> None:
        """Stop sending for a shop; its commands stay in the file. A call that is on its way is unsure afterwards."""
        self._gateways.pop(shop_id, None)
        self._fresh.discard(shop_id)
        self._due.clear()
        await self._end([task for key, task in self._tasks.items() if key.shop_id == shop_id])

    # what the merchant may ask for

    async def submit(self, command: Command, undo_s: float | None = None) -> int:
        """Take a command in, to be sent when it can no longer be undone; returns its id. Raises Refused."""
        gateway = self._gateways.get(command.shop_id)
        if gateway is not None and not gateway.offers(command):
            raise Refused("outbox.unsupported", platform=command.key.platform)
        undo_ms = outbox.UNDO_MS if undo_s is None else round(undo_s * SECOND)
        return await self._ask_file(outbox.add, command, self._clock.now_ms(), undo_ms=undo_ms)

    async def decline(self, command: Command) -> None:
        """The merchant was shown what this would do and said no."""
        await self._ask_file(outbox.decline, command, self._clock.now_ms())

    async def undo(self, row_id: int) -> None:
        """Take a command back that was not sent. Raises Refused once it was."""
        await self._ask_file(outbox.undo, row_id, self._clock.now_ms())

    async def undo_all(self) -> int:
        """Take back everything that was not sent."""
        return await self._ask_file(outbox.undo_all, self._clock.now_ms())

    async def retry(self, row_id: int) -> None:
        """Go on with a command now; one that may have arrived is read back, not sent. Raises Refused."""
        self._rests_until = 0
        if row_id in self._strays:
            self._strays[row_id] = (self._clock.now_ms(), self._strays[row_id][1])
        await self._ask_file(outbox.retry, row_id, self._clock.now_ms())

    async def drop(self, row_id: int) -> None:
        """Give a command up. Raises Refused where it may be on its way."""
        await self._ask_file(outbox.drop, row_id, self._clock.now_ms())

    async def pause(self, paused: bool) -> None:
        """Hold everything back that was not sent, or let it go."""
        await self._ask_file(outbox.pause, paused, self._clock.now_ms())

    async def _ask_file(self, fn: "Callable[Concatenate[Connection, P], T]", *args: P.args, **kwargs: P.kwargs) -> T:
        answer = await self.hand.write(fn, *args, **kwargs)
        self._hub.announce(changed("outbox"))
        self._wake.set()
        return answer

    # working

    def start(self) -> None:
        """Work until ``stop``."""
        self._loop = asyncio.get_running_loop().create_task(self._run(), name="outbox")
        self._loop.add_done_callback(tell_end)

    async def stop(self) -> None:
        """End where it stands. A call that is on its way is unsure when the program starts again."""
        loop, self._loop = self._loop, None
        await self._end(([loop] if loop is not None else []) + list(self._tasks.values()))

    async def drain(self, patience_s: float = 300.0) -> None:
        """Without a window: work until nothing is left to do within ``patience_s`` from now."""
        if self._loop is not None:
            raise RuntimeError("the outbox is at work already")
        last_at = self._clock.now_ms() + round(patience_s * SECOND)
        self._fresh.update(self._gateways)
        try:
            while True:
                self._wake.clear()
                next_at = await self._pump()
                if self._tasks or self._wake.is_set():
                    await self._wake.wait()
                elif next_at is None or next_at > last_at:
                    return
                else:
                    await self._clock.sleep(max(0, next_at - self._clock.now_ms()) / SECOND)
        finally:
            await self._end(list(self._tasks.values()))

    async def _run(self) -> None:
        self._fresh.update(self._gateways)
        resting = Resting("the outbox")
        while True:
            self._wake.clear()
            next_at = None
            with resting.going_on() as turn:
                next_at = await self._pump()
                resting.well()
            if turn.failed is not None:
                next_at = self._rests_until = self._clock.now_ms() + round(resting.after(turn.failed) * SECOND)
            await self._rest(next_at)

    async def _pump(self) -> int | None:
        """Put to work what is due; returns when the next row is due, None where nothing waits for the clock."""
        if self._clock.now_ms() < self._rests_until:
            return self._rests_until
        await self._look_after()
        next_at = None if self._due else await self._read_due()
        while self._due and len(self._tasks) < self._at_once:
            row = self._due.popleft()
            if row.key not in self._tasks:
                self._work_at(row)
        return next_at

    async def _read_due(self) -> int | None:
        """What is due now. Nobody else works at these rows, so that each is as it was read when its turn comes.

        Returns when the first row that is not due is.
        """
        busy = set(self._tasks)  # before the reading: what it says of them is out of date
        now = self._clock.now_ms()
        rows = await self._database.read(heads, list(self._gateways))
        self._due.extend(row for row in rows if self._patience.is_due(row, now) and row.key not in busy)
        return min((row.not_before_at for row in rows if not self._patience.is_due(row, now)), default=None)

    async def _look_after(self) -> None:
        """Rows that a former run, a shop let go or a fault of ours left where they were."""
        while self._fresh:
            shop_id = next(iter(self._fresh))
            await self._database.write(outbox_work.recover, [shop_id], self._clock.now_ms())
            await self._database.write(outbox_work.release, shop_id, self._clock.now_ms())
            self._fresh.discard(shop_id)
            self._hub.announce(changed("outbox", shop_id=shop_id))
        while self._strays:
            row_id, (until, fault) = next(iter(self._strays.items()))
            now = self._clock.now_ms()
            await self._database.write(outbox_work.recover_one, row_id, now, until=until, fault=fault)
            self._strays.pop(row_id, None)
            if fault:
                self._hub.announce(changed("outbox"))

    def _work_at(self, row: Intent) -> None:
        gateway = self._gateways.get(row.key.shop_id)
        if gateway is None or (row.state == "sending" and row.accepted_at is None):
            return
        task = asyncio.get_running_loop().create_task(self._carrier.step(row, gateway), name=f"outbox:{row.id}")
        self._tasks[row.key] = task

        def ended(task: "asyncio.Task[None]") -> None:
            del self._tasks[row.key]
            error = None if task.cancelled() else task.exception()
            if isinstance(error, Exception):
                self._failed(row.id, error)
            elif not task.cancelled():
                self._file.well()
                self._faults.pop(row.id, None)
            self._wake.set()

        task.add_done_callback(ended)

    def _failed(self, row_id: int, error: Exception) -> None:
        """A full disk is everybody's trouble, and all rest; a fault of ours is one row's."""
        now = self._clock.now_ms()
        if not isinstance(error, FileTrouble):
            pause_s = self._faults.setdefault(row_id, Resting(f"outbox:{row_id}")).after(error)
            self._strays[row_id] = (now + round(pause_s * SECOND), type(error).__name__)
            return
        self._strays[row_id] = (now, "")
        if now >= self._rests_until:
            self._due.clear()
            self._rests_until = now + round(self._file.after(error) * SECOND)

    async def _rest(self, until: int | None) -> None:
        """Until something was added or has ended, or the next row is due."""
        waits: list[asyncio.Task[Any]] = [asyncio.create_task(self._wake.wait())]
        if until is not None:
            pause_s = max(0, until - self._clock.now_ms()) / SECOND
            waits.append(asyncio.create_task(self._clock.sleep(pause_s)))
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            await self._end(waits)

    async def _end(self, tasks: "Iterable[asyncio.Task[Any]]") -> None:
        tasks = list(tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
