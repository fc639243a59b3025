"""The spooler: one label after the other, in the order they were asked for, each step written down before it is done.

A printer that says no stops the queue; nothing is lost and nothing comes out twice when it goes on. What was at the
printer when the program ended is a person's to judge: it is never printed again by itself.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection

from console.core.changes import Changes, changed
from console.core.clock import Clock
from console.core.errors import FileTrouble
from console.core.printing import Printer, PrinterTrouble
from console.store import waybill_prints
from console.store.database import Database
from console.store.waybill_prints import Job
from console.sync.hub import Hub
from console.sync.resting import Resting, tell_end

P = ParamSpec("P")
T = TypeVar("T")

log = logging.getLogger(__name__)


class Spooler:
    """Prints what is in the queue. ``open_printer`` gives a printer by its name; it may raise PrinterTrouble."""

    def __init__(self, database: Database, clock: Clock, hub: Hub, open_printer: Callable[[str], Printer]) -> None:
        self._database = database
        self.hand = database  # what a person asks is written through it
        self._clock = clock
        self._hub = hub
        self._open_printer = open_printer
        self._task: asyncio.Task[None] | None = None
        self._owed: Callable[[Connection], object] | None = None  # what is known and not yet written down
        self._resting = Resting("printing")
        self._wake = asyncio.Event()
        self._ready = asyncio.Event()  # what a former run left was looked at
        self._stop_hearing: Callable[[], None] = lambda: None

    def start(self) -> None:
        """Work until ``stop``. What a former run left waits for a person."""
        self._stop_hearing = self._hub.subscribe(self._heard)
        self._ready.clear()
        self._task = asyncio.get_running_loop().create_task(self._run(), name="printing")
        self._task.add_done_callback(tell_end)

    async def stop(self) -> None:
        """End where it stands. A label that is at the printer is let through; what came of it is written down."""
        self._stop_hearing()
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    # what a person may ask for

    async def print(self, waybill_ids: Sequence[int], printer: str) -> int:
        """Put labels into the queue, in this order; returns how many were not in it. Raises Refused."""
        return await self._ask(waybill_prints.ask, list(waybill_ids), printer, self._clock.now_ms())

    async def resume(self) -> None:
        await self._ask(waybill_prints.resume, self._clock.now_ms())

    async def hold(self) -> None:
        """Stop after the label that is at the printer."""
        await self._ask(waybill_prints.stop, "print.by_hand", "", self._clock.now_ms())

    async def settle(self, print_id: int, out: bool) -> None:
        """A person looked whether an unclear label came out. Raises Refused."""
        await self._ask(waybill_prints.settle, print_id, out, self._clock.now_ms())

    async def again(self, print_id: int) -> None:
        """Try a held label once more. Raises Refused."""
        await self._ask(waybill_prints.again, print_id, self._clock.now_ms())

    async def drop(self, print_id: int) -> None:
        """A label is not wanted any more. Raises Refused once it is at the printer."""
        await self._ask(waybill_prints.drop, print_id, self._clock.now_ms())

    async def move(self, printer: str) -> int:
        """Print what waits on another printer; returns how many labels."""
        return await self._ask(waybill_prints.move, printer, self._clock.now_ms())

    async def drop_all(self) -> int:
        """Take everything out of the queue that is not at the printer."""
        return await self._ask(waybill_prints.drop_all, self._clock.now_ms())

    async def _ask(self, fn: "Callable[Concatenate[Connection, P], T]", *args: P.args, **kwargs: P.kwargs) -> T:
        if self._task is not None:
            await self._ready.wait()
        answer = await self.hand.write(fn, *args, **kwargs)
        self._hub.announce(changed("waybills"))
        self._wake.set()
        return answer

    # working

    def _heard(self, changes: Changes) -> None:
        if "waybills" in changes.kinds:  # a number was taken that is printed by itself
            self._wake.set()

    async def _run(self) -> None:
        looked = False  # at what a former run left
        while True:
            with self._resting.going_on() as turn:
                if not looked:
                    await self._database.write(waybill_prints.recover, self._clock.now_ms())
                    looked = True
                self._ready.set()
                self._wake.clear()
                await self.work()
                self._resting.well()
                await self._wake.wait()
            if turn.failed is not None:  # the file; after a fault of ours a person lets it go on
                self._ready.set()
                if self._owed is None and not isinstance(turn.failed, FileTrouble):
                    why, now = type(turn.failed).__name__, self._clock.now_ms()
                    self._owed = partial(waybill_prints.stop, code="print.fault", detail=why, now=now)
                await self._clock.sleep(self._resting.after(turn.failed))

    async def work(self) -> int:
        """Print until nothing is left, or the printer says no; returns how many labels came out."""
        await self._settle_up()
        out, going = 0, True
        while going:
            turn = await self._database.write(waybill_prints.begin, self._clock.now_ms())
            if turn.job is not None or turn.held:  # and only then: what is announced wakes this very loop
                self._hub.announce(changed("waybills"))
            going = turn.job is not None and await _to_its_end(self._print(turn.job))
            out += going
        return out

    async def _print(self, job: Job) -> bool:
        """Whether the label came out."""
        try:
            return await self._try(job)
        finally:
            self._hub.announce(changed("waybills"))

    async def _try(self, job: Job) -> bool:
        failed = partial(waybill_prints.failed, print_id=job.id)
        out = False
        try:
            await asyncio.to_thread(self._put, job)
            out = True
            self._owed = partial(waybill_prints.came_out, print_id=job.id, now=self._clock.now_ms())
        except PrinterTrouble as trouble:
            said = {"code": trouble.code, "detail": trouble.detail, "sure": trouble.sure}
            self._owed = partial(failed, **said, now=self._clock.now_ms())
        except Exception as error:  # a driver's own fault: nobody knows what it did
            log.exception("a printer failed")
            said = {"code": "print.driver", "detail": type(error).__name__, "sure": False}
            self._owed = partial(failed, **said, now=self._clock.now_ms())
        await self._settle_up()
        return out

    async def _settle_up(self) -> None:
        """Write down what is known before anything else is printed, however long the file could not be used."""
        if self._owed is not None:
            await self._database.write(self._owed)
            self._owed = None
            self._hub.announce(changed("waybills"))

    def _put(self, job: Job) -> None:
        self._open_printer(job.printer).put(job.slip)


async def _to_its_end(work: Any) -> bool:
    """A label that is at the printer is not abandoned half-way: a cancelled spooler waits for it, then ends."""
    task = asyncio.ensure_future(work)
    try:
        return bool(await asyncio.shield(task))
    except asyncio.CancelledError:
        await asyncio.gather(task, return_exceptions=True)
        raise
