"""The gap audit: orders that the platforms list and the file has not, or has as they were before, are read again.

What a sync reads, it reads once: a row that a platform's list shows later than it promises is missed for good. So every
night, and whenever somebody asks, a stretch of update time is listed anew and compared number by number.
"""

import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence

from console.core.clock import DAY, HOUR, MINUTE, Clock, day_start
from console.core.errors import FileTrouble, Trouble, Unreadable
from console.core.gateway import BadRow, Page, SupportsOrders, Window
from console.core.model import Order
from console.core.permissions import Ability
from console.store.database import Database
from console.store.gap_audits import GapAudit, gap_audits, held_between, held_orders, keep_audit
from console.store.orders import save_orders
from console.store.permissions import permissions
from console.sync.coordinator import SPLITS, Shelf
from console.sync.hub import Hub
from console.sync.nightly import Nightly, is_due
from console.sync.reading import PASSES, Listing
from console.sync.streams import ShopStreams
from console.sync.windows import EDGE_MS, halves

NIGHT_MS = 3 * HOUR + 30 * MINUTE  # after midnight, shop time: when the nightly audit is due
NIGHT_DAYS = 3  # how far back it goes
BY_DETAIL = 200  # so many orders are read again one by one; of more, what the list says is kept

log = logging.getLogger(__name__)


class _Comparing:
    """What one audit of one shop has seen."""

    def __init__(self, database: Database, shop_id: str) -> None:
        self._database = database
        self._shop_id = shop_id
        self.seen: set[str] = set()
        self.bad: dict[str, BadRow] = {}
        self.missing: dict[str, Order] = {}
        self.stale: dict[str, Order] = {}

    async def take(self, rows: Sequence[Order], bad: Sequence[BadRow], _completes: bool) -> None:
        """A page of the platform's list."""
        held = await self._database.read(held_orders, self._shop_id, [row.order_no for row in rows])
        for row in rows:
            self.seen.add(row.order_no)
            if row.order_no not in held:
                self.missing[row.order_no] = row
            elif _is_newer(row.updated_at, held[row.order_no]):
                self.stale[row.order_no] = row
        self.bad |= {row.key: row for row in bad}


def _is_newer(there: int | None, here: int | None) -> bool:
    return there is not None and here is not None and there > here


async def audit_shop(
    shop: ShopStreams, database: Database, clock: Clock, hub: Hub, begin_at: int, end_at: int
) -> GapAudit | None:
    """Compare one shop over a stretch of update time and read again what it lacks.

    None: its platform lists no orders, or the merchant lets nobody read them.

    Raises Trouble where the list cannot be read to its end: then nothing was found, and nothing is noted.
    """
    gateway = shop.gateway
    if not isinstance(gateway, SupportsOrders):
        return None
    shop_id, begun_at = shop.shop.shop_id, clock.now_ms()
    if not (await database.read(permissions, shop_id)).may_read(Ability.ORDERS):
        return None
    begin_at = max(begin_at, begun_at - gateway.order_windows.reach_ms + EDGE_MS)
    end_at = min(end_at, begun_at)
    comparing = _Comparing(database, shop_id)
    at = begin_at
    while at < end_at:
        window = Window(begin_at=at, end_at=min(at + gateway.order_windows.span_ms, end_at))
        await _read(gateway, window, comparing, SPLITS, shop)
        at = window.end_at
    shelf = Shelf[Order](
        shop_id, "orders", save_orders, key=lambda row: row.order_no, database=database, clock=clock, hub=hub
    )
    if comparing.bad:
        await shelf.keep([], list(comparing.bad.values()))
    unknown = await _unlisted(gateway, database, shop_id, comparing, (begin_at, end_at))
    found = GapAudit(
        shop_id=shop_id,
        begin_at=begin_at,
        end_at=end_at,
        begun_at=begun_at,
        ended_at=clock.now_ms(),
        there=len(comparing.seen),
        missing=tuple(sorted(comparing.missing)),
        stale=tuple(sorted(comparing.stale)),
        repaired=tuple(sorted(await _repair(gateway, shelf, {**comparing.missing, **comparing.stale}))),
        unknown=tuple(unknown),
    )
    await database.write(keep_audit, found)
    return found


async def _read(gateway: SupportsOrders, window: Window, comparing: _Comparing, splits: int, shop: ShopStreams) -> None:
    """A window until it is complete; one that will not hold still is read in halves, as a sync does."""

    async def ask(cursor: str | None) -> Page[Order]:
        return await gateway.orders(window, cursor)

    for _ in range(PASSES):
        if (await Listing[Order](ask, lambda row: row.order_no, comparing.take).read()).complete:
            return
    parts = halves(window) if splits else None
    if parts is None:
        raise Unreadable("sync.drift", platform=shop.shop.platform, detail="orders")
    for part in parts:
        await _read(gateway, part, comparing, splits - 1, shop)


async def _repair(gateway: SupportsOrders, shelf: Shelf[Order], lacking: dict[str, Order]) -> list[str]:
    """Read these again and keep them; returns the numbers that are in the file now."""
    done: list[str] = []
    for place, (number, listed) in enumerate(lacking.items()):
        order: Order | None = listed
        if place < BY_DETAIL:
            try:
                order = await gateway.order(number) or listed
            except Trouble as trouble:
                log.info("order %s is kept as it was listed: %s", number, trouble.code)
        if order is not None:
            await shelf.keep([order])
            done.append(number)
    return done


async def _unlisted(
    gateway: SupportsOrders, database: Database, shop_id: str, comparing: _Comparing, stretch: tuple[int, int]
) -> list[str]:
    """The file's orders of the stretch that the list does not name and the platform does not know when asked.

    Nothing is taken out of the file for that: it is told, and a person decides.
    """
    held = await database.read(held_between, shop_id, *stretch)
    unknown = []
    for number in [one for one in held if one not in comparing.seen and one not in comparing.bad][:BY_DETAIL]:
        try:
            order = await gateway.order(number)
        except Trouble as trouble:
            log.info("whether %s is still there is not known: %s", number, trouble.code)
            continue
        if order is None:
            unknown.append(number)
    return unknown


class Auditor:
    """Audits all bound shops every night, and when asked."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        hub: Hub,
        shops: Callable[[], Iterable[ShopStreams]],
        after: Callable[[], Awaitable[object]] | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._hub = hub
        self._shops = shops
        self._after = after  # what is to be done once a night's audit is through
        self._owed = False  # it is still to be done
        self._nights = Nightly("sync:gap audit", clock, self.look)

    async def audit(self, shop_ids: Iterable[str], begin_at: int, end_at: int) -> list[GapAudit]:
        """Compare these shops now. Raises Trouble."""
        wanted = set(shop_ids)
        found = []
        for shop in list(self._shops()):
            if shop.shop.shop_id in wanted:
                one = await audit_shop(shop, self._database, self._clock, self._hub, begin_at, end_at)
                if one is not None:
                    found.append(one)
        return found

    def start(self) -> None:
        """Look every few minutes whether tonight's audit is due, until ``stop``."""
        self._nights.start()

    async def stop(self) -> None:
        await self._nights.stop()

    async def look(self) -> int:
        """Audit every shop whose nightly audit is due; returns how many were. A shop in trouble has its next chance."""
        now = self._clock.now_ms()
        done = 0
        for shop in list(self._shops()):
            last = await self._database.read(gap_audits, [shop.shop.shop_id], 1, now)
            if not is_due(last[0].begun_at if last else None, now, NIGHT_MS):
                continue
            found = None
            try:
                with self._nights.resting.going_on(but=(Trouble, FileTrouble)):  # the other shops have their turn
                    begin_at = day_start(now) - NIGHT_DAYS * DAY
                    found = await audit_shop(shop, self._database, self._clock, self._hub, begin_at, now)
            except Trouble as trouble:
                log.info("the gap audit of %s waits: %s", shop.shop.shop_id, trouble.code)
            done += found is not None
            self._owed |= found is not None
        if self._owed and self._after is not None:
            await self._after()
        self._owed = False
        return done
