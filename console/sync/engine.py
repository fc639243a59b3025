"""Drives the streams of all bound shops: once for the command line, or steadily while the window is open."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from random import Random

import msgspec

from console.core.changes import Changes
from console.core.clock import Clock
from console.core.errors import Busy, FileTrouble, Offline, SignInNeeded, Trouble
from console.core.gateway import SupportsShop
from console.core.model import Platform, Shop
from console.core.permissions import Ability, Permissions, Switch
from console.rules.matching import DEFAULTS, MatchingSettings
from console.store.database import Database
from console.store.on_air import is_on_air
from console.store.permissions import permissions
from console.store.quarantine import quarantined
from console.store.views import Stream
from console.sync.coordinator import SupportsRun
from console.sync.customers import CustomerStep
from console.sync.health import Health
from console.sync.hub import Hub
from console.sync.linking import LinkStep
from console.sync.matching import MatchStep
from console.sync.pricing import PriceStep
from console.sync.report import Failure, Report, distinct
from console.sync.resting import Resting, tell_end
from console.sync.streams import ShopStreams
from console.sync.tickets import TicketStep
from console.sync.together import together


class Intervals(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds between the end of one reading and the next; up to a tenth is added so that shops do not keep step."""

    orders: float = 60
    after_sales: float = 120
    items: float = 900
    on_air: float = 120  # items of a Kuaishou shop while a show is on
    real_time: float = 60  # any stream of a shop whose merchant wants stock and parcels followed in real time
    matching: float = 300  # at the latest; sooner after every change of orders
    settle: float = 2  # orders come in pages: matching waits for the last of them
    trouble: float = 15  # after the first failure, doubled up to ``longest``
    longest: float = 600

    def of(self, stream: Stream, by: Permissions, *, is_on_show: bool = False) -> float:
        usual = float(getattr(self, stream))
        usual = min(usual, self.on_air) if is_on_show else usual
        return min(usual, self.real_time) if Switch.REAL_TIME in by.on else usual


_ABILITIES: dict[Stream, Ability] = {
    "items": Ability.ITEMS,
    "orders": Ability.ORDERS,
    "after_sales": Ability.AFTER_SALES,
}


class Engine:
    """Owns every task that reads. ``start``, ``bind`` and ``wake`` are called on the loop's thread."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        hub: Hub,
        *,
        matching: MatchingSettings = DEFAULTS,
        intervals: Intervals = Intervals(),  # noqa: B008 - frozen
        random: Random | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._hub = hub
        self._intervals = intervals
        self._random = random or Random()  # noqa: S311 - spreads calls, guards nothing
        self._match = MatchStep(database, clock, hub, matching)
        self._shops: dict[str, ShopStreams] = {}
        self._tasks: dict[str, list[asyncio.Task[None]]] = {}
        self._wakes: dict[tuple[str, Stream], asyncio.Event] = {}
        self._link = LinkStep(database, hub)
        self._price = PriceStep(database, clock, hub)
        self._tickets, self._tickets_changed = TicketStep(database, clock, hub), asyncio.Event()
        self._customers, self._customers_due = CustomerStep(database, clock, hub), asyncio.Event()
        self._orders_changed, self._items_changed, self._prices_due = (asyncio.Event() for _ in range(3))
        self._stop_listening = hub.subscribe(self._hear)
        self._live = False
        self.health = Health(database, clock, hub)

    def bind(self, shop: Shop, gateway: SupportsShop) -> None:
        """Read this shop from now on. The gateway stays its owner's to close."""
        self._shops[shop.shop_id] = ShopStreams(shop, gateway, self._database, self._clock, self._hub)
        if self._live:
            self._watch_shop(shop.shop_id)

    async def unbind(self, shop_id: str) -> None:
        """Stop reading a shop; what was read stays in the file."""
        self._shops.pop(shop_id, None)
        await _end(self._tasks.pop(shop_id, []))
        self.health.forget(shop_id)

    def streams(self) -> list[ShopStreams]:
        """What is read of each bound shop."""
        return list(self._shops.values())

    # once

    async def sync_once(self, only: Stream | None = None) -> Report:
        """Every stream of every shop, or one; then the rows put aside, then what is compared. Raises no Trouble."""
        written = 0
        shops = list(self._shops.values())
        failures: list[Failure] = []
        wanted = [
            (shop, one) for shop in shops for one in await self._wanted(shop) if only is None or one.stream == only
        ]
        due = wanted
        for _ in range(2):  # what failed in passing gets a second chance
            outcomes = await together(self._run(shop, one) for shop, one in due)
            written += sum(count for count, _ in outcomes)
            failures = [failure for failure in failures if failure.kind in ("sign_in_needed", "refused")]
            failures += [failure for _, failure in outcomes if failure is not None]
            due = [run for run, (_, bad) in zip(due, outcomes, strict=True) if bad is not None and _may_pass(bad)]
            if not due:
                break
        written += sum(await together(shop.ask_again(one.stream) for shop, one in wanted))
        if only is None:
            await self._match.run()
        await self._link.run()
        await self._price.run()
        await self._tickets.run()
        await self._customers.run()
        left = tuple(row.key for row in await self._database.read(quarantined))
        return Report(written=written, failures=distinct(failures), quarantined=left)

    async def _wanted(self, shop: ShopStreams) -> list[SupportsRun]:
        """The streams that the merchant left switched on."""
        by = await self._database.read(permissions, shop.shop.shop_id)
        return [one for one in shop.coordinators if _may_read(by, one.stream)]

    async def _run(self, shop: ShopStreams, coordinator: SupportsRun) -> tuple[int, Failure | None]:
        """One reading of one stream, its outcome noted."""
        shop_id, stream = shop.shop.shop_id, coordinator.stream
        try:
            with self.health.reading_now(shop_id, stream):
                await coordinator.run()
        except Trouble as trouble:
            failure = Failure.of(trouble, shop_id, shop.shop.platform, stream)
            await self.health.troubled(failure, coordinator.tally.written)
            return coordinator.tally.written, failure
        await self.health.well(shop_id, stream, coordinator.tally.written)
        return coordinator.tally.written, None

    # steadily

    def start(self) -> None:
        """Read all shops again and again until ``stop``."""
        self._live = True
        seldom = self._intervals.matching  # what waits today is missing tomorrow, who lags today disagrees tomorrow
        self._tasks[""] = [
            self._owned(self._keep("matching", self._match.run, self._orders_changed, seldom), "matching"),
            self._owned(self._keep("linking", self._link.run, self._items_changed), "linking"),
            self._owned(self._keep("tickets", self._tickets.run, self._tickets_changed, seldom), "tickets"),
            self._owned(self._keep("customers", self._customers.run, self._customers_due), "customers"),
            self._owned(self._keep("pricing", self._price.run, self._prices_due), "pricing"),
        ]
        for shop_id in self._shops:
            self._watch_shop(shop_id)

    async def stop(self) -> None:
        """End every reading where it stands: what was kept is whole."""
        self._live = False
        self._stop_listening()
        tasks = [task for tasks in self._tasks.values() for task in tasks]
        self._tasks.clear()
        await _end(tasks)

    def wake(self, shop_id: str | None = None) -> None:
        """Read now: one shop, or all. A shop that rests until somebody signs in tries again."""
        for (owner, _), event in self._wakes.items():
            if shop_id in (None, owner):
                event.set()
        self._orders_changed.set()

    def _watch_shop(self, shop_id: str) -> None:
        shop = self._shops[shop_id]
        self._tasks[shop_id] = [
            self._owned(self._watch(shop, one), f"{shop_id}:{one.stream}") for one in shop.coordinators
        ]

    async def _watch(self, shop: ShopStreams, coordinator: SupportsRun) -> None:
        """One stream: read, then wait as long as the outcome says, or until woken."""
        key = (shop.shop.shop_id, coordinator.stream)
        wake = self._wakes[key] = asyncio.Event()
        failures, resting = 0, Resting(f"sync:{key[0]}:{key[1]}", self._intervals.trouble)
        while True:
            wake.clear()
            pause_s: float | None = None
            with resting.going_on() as turn:  # the file, or a fault of ours that health cannot be told
                usual_s, failure = await self._turn(shop, coordinator, resting)
                failures = failures + 1 if failure else 0
                pause_s = self._pause(usual_s, failure, failures)
            if turn.failed is not None:
                pause_s = resting.after(turn.failed)
            self.health.next_try.pop(key, None)
            if pause_s is not None:
                self.health.next_try[key] = self._clock.now_ms() + round(pause_s * 1000)
            await self._wait(wake, pause_s)

    async def _turn(
        self, shop: ShopStreams, coordinator: SupportsRun, resting: Resting
    ) -> tuple[float, Failure | None]:
        """One reading, if the merchant lets us; returns the usual pause after it, and why it did not reach its end.

        A fault of ours is a trouble like any other: told once, shown in health, and tried again later.
        """
        by = await self._database.read(permissions, shop.shop.shop_id)
        failure = None
        if _may_read(by, coordinator.stream):
            with resting.going_on(but=FileTrouble) as turn:
                failure = await self._read(shop, coordinator)
            if turn.failed is not None:
                failure = Failure.fault(turn.failed, shop.shop.shop_id, shop.shop.platform, coordinator.stream)
                await self.health.troubled(failure, coordinator.tally.written)
        if failure is None:
            resting.well()
        is_on_show = _shows(shop.shop, coordinator.stream) and await self._database.read(
            is_on_air, self._clock.now_ms()
        )
        return self._intervals.of(coordinator.stream, by, is_on_show=is_on_show), failure

    async def _read(self, shop: ShopStreams, coordinator: SupportsRun) -> Failure | None:
        _, failure = await self._run(shop, coordinator)
        if coordinator.tally.bad:
            await shop.ask_again(coordinator.stream)
        if failure is None:
            await shop.tell(coordinator.stream)
        return failure

    def _pause(self, usual_s: float, failure: Failure | None, failures: int) -> float | None:
        """Seconds until the next reading; None: until woken, for trying again cannot help."""
        if failure is None:
            pause_s = usual_s
        elif failure.kind == SignInNeeded.kind:
            return None
        else:
            pause_s = min(self._intervals.trouble * 2.0 ** (failures - 1), self._intervals.longest)
            pause_s = max(pause_s, failure.wait_s or 0)
        return pause_s * (1 + self._random.random() / 10)

    async def _wait(self, wake: asyncio.Event, pause_s: float | None) -> None:
        if pause_s is None:
            await wake.wait()
            return
        waits = [asyncio.create_task(wake.wait()), asyncio.create_task(self._clock.sleep(pause_s))]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            await _end(waits)

    async def _keep(
        self, name: str, step: Callable[[], Awaitable[object]], due: asyncio.Event, every_s: float | None = None
    ) -> None:
        """A step at the start, whenever it is ``due``, and every so often.

        What makes it due comes in pages, and decisions one after the other: it waits for the last of them.
        """
        resting = Resting(f"sync:{name}")
        while True:
            await self._clock.sleep(self._intervals.settle)
            due.clear()
            pause_s = every_s
            with resting.going_on() as turn:
                await step()
                resting.well()
            if turn.failed is not None:
                pause_s = resting.after(turn.failed)
            await self._wait(due, pause_s)

    def _hear(self, changes: Changes) -> None:
        if "orders" in changes.kinds:
            self._orders_changed.set()
        if changes.kinds & {"items", "shops"}:
            self._items_changed.set()
        if changes.kinds & {"after_sales", "links"}:
            self._tickets_changed.set()
        if changes.kinds & {"items", "shops", "settings"}:
            self._prices_due.set()
        if changes.kinds & {"orders", "after_sales", "links", "items", "shops", "prices"}:
            self._customers_due.set()

    def _owned(self, coroutine: "asyncio._CoroutineLike[None]", name: str) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(coroutine, name=f"sync:{name}")
        task.add_done_callback(tell_end)
        return task


def _shows(shop: Shop, stream: Stream) -> bool:
    """Whether the stock of what is on show in a live room comes by it."""
    return stream == "items" and shop.platform is Platform.KUAISHOU


def _may_read(by: Permissions, stream: Stream) -> bool:
    ability = _ABILITIES.get(stream)
    return ability is None or by.may_read(ability)


def _may_pass(failure: Failure) -> bool:
    return failure.kind in (Offline.kind, Busy.kind, "unreadable")


async def _end(tasks: "Iterable[asyncio.Task[object]] | list[asyncio.Task[None]]") -> None:
    tasks = list(tasks)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
