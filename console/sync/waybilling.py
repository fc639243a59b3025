"""One step of a command about a waybill number: ask the platform, write what it said.

Here an unknown outcome is found out by asking once more: the platform's own key gives the same parcel the same number,
and a number that is void stays void. So nothing is taken twice, wherever the program was killed.
"""

from console.core.changes import changed
from console.core.clock import Clock
from console.core.commands_waybills import TakeWaybill, VoidWaybill
from console.core.errors import Refused, SignInNeeded, Trouble
from console.core.gateway import SupportsWaybills
from console.core.model import Order
from console.rules.sending import Plan
from console.store import outbox_work, waybill_taking, waybills
from console.store.database import Database
from console.store.outbox_rows import Intent, Outcome
from console.sync.hub import Hub
from console.sync.looking import read_back
from console.sync.patience import Patience


class Waybilling:
    """Carries out TakeWaybill and VoidWaybill, one call a step."""

    def __init__(self, database: Database, clock: Clock, hub: Hub, patience: Patience) -> None:
        self._database = database
        self._clock = clock
        self._hub = hub
        self._patience = patience

    async def step(self, row: Intent, gateway: object) -> None:
        """Whatever is next for this row. Raises FileTrouble."""
        if not isinstance(gateway, SupportsWaybills):
            await self._needs_you(row, Refused("outbox.unsupported", platform=row.key.platform))
            return
        if not row.undoable:
            await self._ask(row, gateway, again=True)
            return
        sending = await self._begin(row, gateway)
        if sending is not None:
            await self._ask(sending, gateway, again=False)

    async def _begin(self, row: Intent, gateway: SupportsWaybills) -> Intent | None:
        """Look at the order first: it may have been refunded or sent since. None: nothing is to be asked now."""
        try:
            found = await read_back(gateway, row.key)
            if not isinstance(found, Order):
                raise Refused("outbox.gone", platform=row.key.platform)
            await self._database.write(outbox_work.keep, row.key.shop_id, found, self._clock.now_ms())
            self._hub.announce(changed("orders", shop_id=row.key.shop_id))
            now = self._clock.now_ms()
            return await self._database.write(outbox_work.begin, row.id, Plan(), now, now, now)
        except Refused as refused:
            await self._needs_you(row, refused)
        except Trouble as trouble:
            await self._wait(row, trouble, outcome="")
        return None

    async def _ask(self, row: Intent, gateway: SupportsWaybills, *, again: bool) -> None:
        """``again``: an earlier asking may have been heard."""
        try:
            await self._carry_out(row, gateway)
        except Refused as refused:
            await self._needs_you(row, refused, asked=not again)
        except Trouble as trouble:
            now = self._clock.now_ms()
            if again:
                until = now + self._patience.pause(row, trouble)
                await self._database.write(outbox_work.look_again, row.id, until, trouble)
            elif isinstance(trouble, SignInNeeded) or not trouble.sent:
                await self._wait(row, trouble, outcome="not_sent")
            else:
                await self._database.write(outbox_work.unsure, row.id, trouble, now + self._patience.pause(row), now)

    async def _carry_out(self, row: Intent, gateway: SupportsWaybills) -> None:
        command = row.command
        if isinstance(command, TakeWaybill):
            if await self._database.read(waybills.has_number, command):
                await self._database.write(outbox_work.done, row.id, None, self._clock.now_ms(), outcome="applied")
                return
            taken = await gateway.take_waybill(command)
            await self._database.write(waybill_taking.keep, row.id, command, taken, self._clock.now_ms())
        elif isinstance(command, VoidWaybill):
            await gateway.void_waybill(command)
            await self._database.write(waybill_taking.void, row.id, command, self._clock.now_ms())
        self._hub.announce(changed("waybills", shop_id=row.key.shop_id))

    async def _needs_you(self, row: Intent, refused: Refused, *, asked: bool = False) -> None:
        now = self._clock.now_ms()
        await self._database.write(outbox_work.needs_you, row.id, refused, now, outcome="refused" if asked else "")

    async def _wait(self, row: Intent, trouble: Trouble, *, outcome: Outcome) -> None:
        now = self._clock.now_ms()
        until = now + self._patience.pause(row, trouble)
        await self._database.write(outbox_work.wait, row.id, trouble, until, now, outcome=outcome)
