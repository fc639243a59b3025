"""A platform to send to: it takes a call, loses it, is late with it, and sells meanwhile. A process that can be killed.

``Process`` stands for one run of the program: it dies at the n-th commit or call, before or after it, and from then on
nothing of it moves any more. What is on its way to the platform arrives all the same.
"""

import asyncio
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from console.core.clock import DAY, SECOND
from console.core.commands import Command, EditItem, SetPrice, SetShelf, SetStock
from console.core.errors import Busy, Offline, Refused, Trouble
from console.core.gateway import Attempt, Page, Window, WindowRule
from console.core.model import AuditState, Item, Listing, Order, OrderLine, OrderStatus, Platform, Sku
from console.store.database import Database

LAG = 30 * SECOND


class Crash(BaseException):
    """The process is gone."""


class Clock:
    """Stands still; sleeping and calling move it."""

    def __init__(self, now: int) -> None:
        self.now = now
        self.later: list[tuple[int, Callable[[], None]]] = []

    def now_ms(self) -> int:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.tick(max(1, round(seconds * 1000)))
        await asyncio.sleep(0)

    def tick(self, ms: int) -> None:
        """Move on; what is due happens on the way."""
        self.now += ms
        for due in [entry for entry in self.later if entry[0] <= self.now]:
            self.later.remove(due)
            due[1]()


class FakePlatform:
    """The truth: items with one variant each, orders, and every call that was accepted, by the row it was for."""

    def __init__(self, clock: Clock, items: int = 2, stock: int = 10, *, relative: bool = True) -> None:
        self.clock = clock
        self.relative = relative
        self.stock = {f"i{number}": stock for number in range(items)}
        self.begun_with = dict(self.stock)
        self.price = dict.fromkeys(self.stock, 1_000)
        self.shelf = dict.fromkeys(self.stock, True)
        self.title = dict.fromkeys(self.stock, "商品")
        self.audit = dict.fromkeys(self.stock, AuditState.PASSED)
        self.review_ms = 0
        self.orders: dict[str, Order] = {}
        self.sold = dict.fromkeys(self.stock, 0)
        self.accepted: list[int] = []
        self.heard = 0  # calls that arrived, accepted or not

    def sell(self, item_id: str, pieces: int) -> bool:
        """Somebody buys; the list shows it ``LAG`` later."""
        if self.stock[item_id] < pieces:
            return False
        self.stock[item_id] -= pieces
        self.sold[item_id] += pieces
        order_no = f"o{len(self.orders)}"
        line = OrderLine(line_no="1", title="", item_id=item_id, sku_id=f"s{item_id}", quantity=pieces)
        now = self.clock.now
        self.orders[order_no] = Order(
            order_no=order_no, status=OrderStatus.TO_SHIP, created_at=now, paid_at=now, updated_at=now, lines=(line,)
        )
        return True

    def give_back(self, order_no: str) -> None:
        """An order is closed, and its pieces return."""
        order = self.orders[order_no]
        if order.status is OrderStatus.CLOSED:
            return
        line = order.lines[0]
        self.orders[order_no] = replace(order, status=OrderStatus.CLOSED, updated_at=self.clock.now)
        self.stock[line.item_id] += line.quantity
        self.sold[line.item_id] -= line.quantity

    def take(self, command: Command, attempt: Attempt) -> None:
        """A call arrives. Raises Refused."""
        self.heard += 1
        match command:
            case SetStock():
                assert attempt.before is not None
                assert attempt.delta is not None
                after = (self.stock[command.item_id] if self.relative else attempt.before) + attempt.delta
                if after < 0:
                    raise Refused("kuaishou.21", platform=Platform.KUAISHOU)
                self.stock[command.item_id] = after
            case SetPrice():
                self.price[command.item_id] = command.price_fen
            case SetShelf():
                self.shelf[command.item_id] = command.on
            case EditItem():
                title = command.changes[0].to
                self.clock.later.append(
                    (self.clock.now + self.review_ms, lambda: self.title.update({command.item_id: title}))
                )
                self.clock.tick(0)
            case _:
                raise Refused("outbox.unsupported")
        self.accepted.append(int(attempt.call_id.partition("-")[0]))

    def listing(self, item_id: str) -> Listing | None:
        if item_id not in self.stock:
            return None
        sku = Sku(item_id=item_id, sku_id=f"s{item_id}", stock=self.stock[item_id], price_fen=self.price[item_id])
        item = Item(
            item_id=item_id,
            title=self.title[item_id],
            on_shelf=self.shelf[item_id],
            audit=self.audit[item_id],
            audit_reason="主图不清晰" if self.audit[item_id] is AuditState.REFUSED else "",
        )
        return Listing(item=item, skus=(sku,))


class Process:
    """One run of the program: ``fuse`` counts down with every commit and call, and at 0 the process dies."""

    def __init__(self) -> None:
        self.fuse: int | None = None
        self.dead = False

    def spark(self) -> None:
        if self.fuse is not None and not self.dead:
            self.fuse -= 1
            self.dead = self.fuse <= 0
        if self.dead:
            raise Crash


class MortalDatabase:
    """The file, as a process that may die sees it."""

    def __init__(self, database: Database, process: Process) -> None:
        self.database = database
        self.process = process

    async def write(self, fn: Any, *args: Any, **kwargs: Any) -> Any:
        self.process.spark()
        answer = await self.database.write(fn, *args, **kwargs)
        self.process.spark()
        return answer

    async def read(self, fn: Any, *args: Any, **kwargs: Any) -> Any:
        self.process.spark()
        return await self.database.read(fn, *args, **kwargs)


class FakeGateway:
    """The way to the platform. ``fates`` say how the next calls go, ``hiccups`` how many readings fail."""

    platform = Platform.KUAISHOU
    order_windows = WindowRule(span_ms=7 * DAY, reach_ms=90 * DAY, lag_ms=LAG, overlap_ms=5 * 60 * SECOND)
    ahead_ms = 0

    def __init__(self, platform: FakePlatform, process: Process | None = None) -> None:
        self.behind = platform
        self.process = process or Process()
        self.fates: list[str] = []
        self.hiccups = 0
        self.meanwhile: list[Callable[[], object]] = []  # what happens at the next calls
        self.executed: list[Command] = []
        self.on_the_way: set[str] = set()
        self.reviewed = False

    def offers(self, command: Command) -> bool:
        return True

    def shows_at_once(self, command: Command) -> bool:
        return not (self.reviewed and isinstance(command, EditItem))

    async def _travel(self) -> None:
        self.process.spark()
        self.behind.clock.tick(40)
        await asyncio.sleep(0)
        if self.meanwhile:
            self.meanwhile.pop(0)()
        self.behind.clock.tick(40)

    async def items(self, cursor: str | None) -> Page[Listing]:
        raise NotImplementedError

    async def listing(self, item_id: str) -> Listing | None:
        await self._travel()
        if self.hiccups:
            self.hiccups -= 1
            raise Offline("net.timeout", platform=Platform.KUAISHOU)
        found = self.behind.listing(item_id)
        self.behind.clock.tick(40)
        self.process.spark()
        return found

    async def orders(self, window: Window, cursor: str | None) -> Page[Order]:
        await self._travel()
        if self.hiccups:
            self.hiccups -= 1
            raise Offline("net.timeout", platform=Platform.KUAISHOU)
        now = self.behind.clock.now
        rows = [
            order
            for order in self.behind.orders.values()
            if window.begin_at <= (order.updated_at or 0) < window.end_at and (order.created_at or 0) + LAG <= now
        ]
        return Page(rows=[*rows, *rows[:1]])  # a row comes twice

    async def order(self, order_no: str) -> Order | None:
        return self.behind.orders.get(order_no)

    async def execute(self, command: Command, attempt: Attempt) -> None:
        key = command.key.object_id
        assert key not in self.on_the_way, "two commands of one object at once"
        self.on_the_way.add(key)
        try:
            await self._execute(command, attempt)
        finally:
            self.on_the_way.discard(key)

    async def _execute(self, command: Command, attempt: Attempt) -> None:
        await self._travel()
        self.executed.append(command)
        fate = self.fates.pop(0) if self.fates else "ok"
        trouble: Trouble | None = None
        match fate:
            case "ok":
                self.behind.take(command, attempt)
            case "lost_before":
                trouble = Offline("net.broken", platform=Platform.KUAISHOU)
            case "lost_after":
                self.behind.take(command, attempt)
                trouble = Offline("net.timeout", platform=Platform.KUAISHOU)
            case "late":
                self.behind.clock.later.append(
                    (self.behind.clock.now + 20 * SECOND, lambda: self._arrive(command, attempt))
                )
                trouble = Offline("net.timeout", platform=Platform.KUAISHOU)
            case "bad_gateway":
                self.behind.take(command, attempt)
                trouble = Busy("net.busy", platform=Platform.KUAISHOU)
            case "throttled":
                trouble = Busy("kuaishou.1016", platform=Platform.KUAISHOU, wait_s=1, sent=False)
            case "unreachable":
                trouble = Offline("net.refused", platform=Platform.KUAISHOU, sent=False)
            case "refused":
                trouble = Refused("kuaishou.21", platform=Platform.KUAISHOU)
        self.behind.clock.tick(40)
        self.process.spark()
        if trouble is not None:
            raise trouble

    def _arrive(self, command: Command, attempt: Attempt) -> None:
        try:
            self.behind.take(command, attempt)
        except Refused:
            return
