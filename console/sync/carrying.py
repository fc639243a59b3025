"""One step of one command: send it, see whether it arrived, find out what came of a call that was never answered.

Everything that is known is written down before the next thing is done; the rest of the program could be killed at any
``await`` here and nothing would be sent twice or forgotten.
"""

from console.core.changes import Kind, changed
from console.core.clock import Clock
from console.core.commands import SetStock
from console.core.commands_waybills import WaybillCommand
from console.core.errors import Busy, Refused, SignInNeeded, Trouble
from console.core.gateway import SupportsCommands, SupportsOrders
from console.core.objects import Found, ObjectKind
from console.core.permissions import Ability
from console.rules.sending import judge, plan, shows, turned_down
from console.rules.stock import Sold, Span, Verdict, is_sold_out, verdict
from console.store import outbox_work
from console.store.database import Database
from console.store.outbox_rows import Call, Intent
from console.store.permissions import permissions
from console.sync.hub import Hub
from console.sync.looking import read_back, sold
from console.sync.patience import Patience
from console.sync.waybilling import Waybilling

_KINDS: dict[ObjectKind, Kind] = {"item": "items", "order": "orders", "after_sale": "after_sales"}


class Carrier:
    """Does one step of a row, with the gateway of its shop."""

    def __init__(self, database: Database, clock: Clock, hub: Hub, patience: Patience) -> None:
        self._database = database
        self._clock = clock
        self._hub = hub
        self._patience = patience
        self._waybilling = Waybilling(database, clock, hub, patience)

    async def step(self, row: Intent, gateway: SupportsCommands) -> None:
        """Whatever is next for this row, which nobody else works at. Raises FileTrouble."""
        try:
            if isinstance(row.command, WaybillCommand):
                await self._waybilling.step(row, gateway)
            elif row.undoable:
                await self._send(row, gateway)
            elif row.state == "unsure":
                await self._find_out(row, gateway)
            else:
                await self._confirm(row, gateway)
        finally:
            self._hub.announce(changed("outbox", shop_id=row.key.shop_id))

    # sending

    async def _send(self, row: Intent, gateway: SupportsCommands) -> None:
        from_at = self._platform_now(gateway)
        found: Found = None
        try:
            found = await read_back(gateway, row.key)
            wanted = plan(row.command, found)
        except Trouble as trouble:
            await self._keep(row, found)
            await self._not_sent(row, trouble)
            return
        if wanted is None:
            await self._done(row, found)
            return
        try:
            sending = await self._database.write(
                outbox_work.begin, row.id, wanted, from_at, self._platform_now(gateway), self._clock.now_ms()
            )
        except Refused as refused:
            await self._ask(row, refused)
            return
        if sending is None or sending.call is None:  # taken back, paused or overtaken meanwhile
            return
        self._hub.announce(changed("outbox", shop_id=row.key.shop_id))
        try:
            await gateway.execute(sending.command, sending.call.attempt)
        except Trouble as trouble:
            await self._troubled(sending, trouble)
            await self._see_why(sending, trouble, gateway)
            return
        await self._database.write(outbox_work.accepted, row.id, self._clock.now_ms())
        await self._confirm(sending, gateway)

    async def _not_sent(self, row: Intent, trouble: Trouble) -> None:
        """Nothing was sent; ``row`` may have been tried before."""
        if isinstance(trouble, Refused):
            await self._ask(row, trouble)
            return
        now = self._clock.now_ms()
        await self._database.write(outbox_work.wait, row.id, trouble, now + self._patience.pause(row, trouble), now)

    async def _troubled(self, row: Intent, trouble: Trouble) -> None:
        """The call was made, or was about to be."""
        now = self._clock.now_ms()
        if isinstance(trouble, Refused):
            await self._database.write(outbox_work.needs_you, row.id, trouble, now, outcome="refused")
        elif isinstance(trouble, SignInNeeded) or not trouble.sent:
            until = now + self._patience.pause(row, trouble)
            await self._database.write(outbox_work.wait, row.id, trouble, until, now, outcome="not_sent")
        else:
            await self._database.write(outbox_work.unsure, row.id, trouble, now + self._patience.pause(row), now)

    async def _see_why(self, row: Intent, trouble: Trouble, gateway: SupportsCommands) -> None:
        """An order or after-sale that was refused has mostly moved on: a person is to decide by what it is now."""
        if row.key.kind == "item" or not isinstance(trouble, Refused):
            return
        try:
            await self._keep(row, await read_back(gateway, row.key))
        except Trouble:
            return  # the next reading of its list brings it

    async def _keep(self, row: Intent, found: Found) -> None:
        """What was read of an order or after-sale is kept, whatever comes of the command."""
        if found is not None and row.key.kind != "item":
            await self._database.write(outbox_work.keep, row.key.shop_id, found, self._clock.now_ms())
            self._hub.announce(changed(_KINDS[row.key.kind], shop_id=row.key.shop_id))

    # after it was accepted

    async def _confirm(self, row: Intent, gateway: SupportsCommands) -> None:
        """Read the object back: what was accepted should be there."""
        call = row.call
        if call is not None and call.seen_at is not None and call.seen is not None:
            await self._confirm_stock(row, call, gateway)
            return
        from_at = self._platform_now(gateway)
        try:
            found = await read_back(gateway, row.key)
        except Trouble as trouble:
            await self._look_again(row, trouble)
            return
        before, delta = (None, None) if call is None else (call.attempt.before, call.attempt.delta)
        if found is None:
            await self._ask(row, Refused("outbox.gone"))
        elif shows(row.command, found, before, delta):
            await self._done(row, found)
        elif isinstance(row.command, SetStock):
            await self._observe(row, row.command, found, from_at, gateway)
        else:
            await self._await_review(row, found)

    async def _confirm_stock(self, row: Intent, call: Call, gateway: SupportsCommands) -> None:
        """A stock that looks as before, though a change of it was accepted: sales or returns may have made it up."""
        try:
            judged = await self._judge_stock(row, call, gateway)
            found = await read_back(gateway, row.key)
        except Trouble as trouble:
            await self._look_again(row, trouble)
            return
        if judged is Verdict.NOT_APPLIED:
            await self._ask(row, Refused("outbox.no_effect"))
        else:
            await self._done(row, found)

    async def _await_review(self, row: Intent, found: Found) -> None:
        """It is not to be seen yet. Meanwhile other commands of the object may go on."""
        now = self._clock.now_ms()
        since = row.accepted_at or now
        reason = turned_down(found)
        if reason is not None:
            await self._ask(row, Refused("outbox.review_refused", detail=reason))
        elif now >= since + self._patience.review:
            await self._ask(row, Refused("outbox.not_seen"))
        else:
            pause = max(self._patience.again, min(now - since, self._patience.longest))
            await self._database.write(outbox_work.wait, row.id, Busy("outbox.review"), now + pause, now)

    # where nobody knows

    async def _find_out(self, row: Intent, gateway: SupportsCommands) -> None:
        """Whether a call that was never answered was carried out. Nothing is sent before that is certain."""
        call = row.open_call
        if call is None:  # cannot be: a row is unsure of a call
            await self._ask(row, Refused("outbox.unclear"))
            return
        try:
            if call.seen_at is None or not isinstance(row.command, SetStock):
                await self._read_unsure(row, gateway)
            else:
                await self._conclude(row, call, gateway, await self._judge_stock(row, call, gateway))
        except Trouble as trouble:
            await self._look_again(row, trouble)

    async def _read_unsure(self, row: Intent, gateway: SupportsCommands) -> None:
        from_at = self._platform_now(gateway)
        found = await read_back(gateway, row.key)
        if found is None:
            await self._ask(row, Refused("outbox.gone"))
            return
        if isinstance(row.command, SetStock):
            await self._observe(row, row.command, found, from_at, gateway)
            return
        judged, now = judge(row.command, found), self._clock.now_ms()
        if judged is Verdict.APPLIED:
            await self._done(row, found, arrived=True)
        elif judged is Verdict.UNCLEAR:
            await self._ask(row, Refused("outbox.moved"))
        elif now < self._patience.settled_at(row):
            await self._database.write(outbox_work.look_again, row.id, self._patience.settled_at(row))
        elif gateway.shows_at_once(row.command):
            await self._database.write(outbox_work.not_applied, row.id, now + self._patience.pause(row), now)
        else:
            await self._unclear(row)

    async def _conclude(self, row: Intent, call: Call, gateway: SupportsCommands, judged: Verdict) -> None:
        """What a stock that was read back, and the orders until then, say of the call."""
        now = self._clock.now_ms()
        settled = (call.seen_from_at or 0) - gateway.ahead_ms >= self._patience.settled_at(row)
        over = judged is Verdict.UNCLEAR and _is_over(call)
        if judged is Verdict.APPLIED or (over and settled):
            await self._done(row, await read_back(gateway, row.key), arrived=True)
        elif judged is Verdict.UNCLEAR and not over:
            await self._unclear(row)
        elif settled:
            await self._database.write(outbox_work.not_applied, row.id, now + self._patience.pause(row), now)
        else:  # it was not there yet, but may still have been on its way
            await self._database.write(outbox_work.forget_observed, row.id, max(now, self._patience.settled_at(row)))

    async def _unclear(self, row: Intent) -> None:
        """Look again a few times; then a person must decide. It is never sent again by itself."""
        if row.looks + 1 < self._patience.most_looks:
            until = max(self._clock.now_ms() + self._patience.pause(row), self._patience.settled_at(row))
            await self._database.write(outbox_work.forget_observed, row.id, until)
            return
        await self._ask(row, Refused("outbox.unclear", detail=_figures(row)))

    async def _observe(
        self, row: Intent, command: SetStock, found: Found, from_at: int, gateway: SupportsCommands
    ) -> None:
        """Keep what a stock was; orders placed until now are in the list only a while later."""
        stock = command.stock_in(found)
        if stock is None:
            await self._ask(row, Refused("outbox.gone"))
            return
        lag = gateway.order_windows.lag_ms if isinstance(gateway, SupportsOrders) else 0
        to_at, until = self._platform_now(gateway), self._clock.now_ms() + lag + self._patience.skew
        await self._database.write(outbox_work.observed, row.id, stock, from_at, to_at, until)

    async def _judge_stock(self, row: Intent, call: Call, gateway: SupportsCommands) -> Verdict:
        attempt = call.attempt
        if attempt.before is None or attempt.delta is None or call.seen is None:
            return Verdict.UNCLEAR
        first = Span(attempt.read_from_at, attempt.read_at)
        last = Span(call.seen_from_at or 0, call.seen_at or 0)
        return verdict(attempt.before, attempt.delta, call.seen, await self._sold(row, gateway, first, last))

    async def _sold(self, row: Intent, gateway: SupportsCommands, first: Span, last: Span) -> Sold | None:
        by = await self._database.read(permissions, row.key.shop_id)
        command = row.command
        if not isinstance(gateway, SupportsOrders) or not isinstance(command, SetStock):
            return None
        if not by.may_read(Ability.ORDERS):
            return None
        skew = self._patience.skew
        return await sold(gateway, command.item_id, command.sku_id, first, last, clock=self._clock, skew_ms=skew)

    # small things

    async def _done(self, row: Intent, found: Found, *, arrived: bool = False) -> None:
        now = self._clock.now_ms()
        await self._database.write(outbox_work.done, row.id, found, now, outcome="applied" if arrived else "")
        self._hub.announce(changed(_KINDS[row.key.kind], shop_id=row.key.shop_id))

    async def _ask(self, row: Intent, refused: Refused) -> None:
        await self._database.write(outbox_work.needs_you, row.id, refused, self._clock.now_ms())

    async def _look_again(self, row: Intent, trouble: Trouble) -> None:
        until = self._clock.now_ms() + self._patience.pause(row, trouble)
        await self._database.write(outbox_work.look_again, row.id, until, trouble)

    def _platform_now(self, gateway: SupportsCommands) -> int:
        return self._clock.now_ms() + gateway.ahead_ms


def _is_over(call: Call) -> bool:
    """Nothing was to be left, and nothing is; only a call that is still on its way might take what comes after it."""
    made = call.attempt
    known = made.before is not None and made.delta is not None and call.seen is not None
    return known and is_sold_out(made.before or 0, made.delta or 0, call.seen or 0)


def _figures(row: Intent) -> str:
    """What a person needs to judge a stock by: what it was, what was to be added, what it is."""
    call = row.open_call
    if call is None or row.expected is None or call.seen is None:
        return ""
    return f"{call.attempt.before} {call.attempt.delta:+d} → {call.seen}"
