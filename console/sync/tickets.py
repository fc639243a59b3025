"""The steps after reading after-sales: their details, their twins on the other platform, and who is to answer them."""

import logging

from msgspec.structs import replace

from console.core.changes import changed
from console.core.clock import DAY, MINUTE, Clock
from console.core.errors import Busy, Offline, SignInNeeded, Trouble
from console.core.gateway import SupportsAfterSales, SupportsAfterSaleTalk
from console.core.model import AfterSale
from console.store import ticket_work
from console.store.aftersale_details import stale
from console.store.database import Database
from console.store.shops import pairs
from console.sync.coordinator import Shelf
from console.sync.hub import Hub

log = logging.getLogger(__name__)

AT_A_TIME = 20  # details after each reading of the list: two calls each, which must not crowd out the lists
AGAIN_MS = 10 * MINUTE  # until one that was not told is asked for again, doubled up to ``LONGEST_MS``
LONGEST_MS = DAY
ENDED_DAYS = 30  # of after-sales that ended longer ago nobody asks the details


class TicketStep:
    """Writes twins where they changed, and gives out what is nobody's yet. It answers nothing."""

    def __init__(self, database: Database, clock: Clock, hub: Hub) -> None:
        self._database = database
        self._clock = clock
        self._hub = hub

    async def run(self) -> int:
        """All pairs; returns how many tickets changed."""
        written = 0
        for pair in await self._database.read(pairs):
            twins = await self._database.read(ticket_work.unpaired, pair, self._clock.now_ms())
            if twins:
                written += await self._database.write(ticket_work.keep_twins, twins)
        given = await self._database.read(ticket_work.arrivals, self._clock.now_ms())
        if given:
            written += await self._database.write(ticket_work.hand_over, given, self._clock.now_ms())
        if written:
            self._hub.announce(changed("after_sales"))
        return written


class DetailStep:
    """Asks by number for after-sales of one shop whose detail is not known, or is older than they are.

    One that is not told - refused, unknown, unreadable - waits for its next turn, longer each time, and keeps no other
    waiting; it has its turn at once when it has changed.
    """

    def __init__(self, gateway: object, shelf: Shelf[AfterSale], database: Database, clock: Clock) -> None:
        self._gateway = gateway
        self._shelf = shelf
        self._database = database
        self._clock = clock
        self._waits: dict[tuple[str, int], tuple[int, int]] = {}  # number as of a change: tries, and not before

    async def run(self, most: int = AT_A_TIME) -> int:
        """A few of them; returns how many were told.

        No answer at all ends it for now: the list is what matters, and the next reading goes on where this one stopped.
        """
        gateway, shop_id = self._gateway, self._shelf.shop_id
        if not isinstance(gateway, SupportsAfterSaleTalk) or not isinstance(gateway, SupportsAfterSales):
            return 0
        now = self._clock.now_ms()
        put_off = [one for one, (_, until) in self._waits.items() if until > now]
        told = 0
        for one in await self._database.read(stale, shop_id, now - ENDED_DAYS * DAY, most, put_off):
            try:
                row = await whole(gateway, gateway, one[0])
            except (Offline, Busy, SignInNeeded) as trouble:
                log.info("details of %s are asked for later: %s", shop_id, trouble)
                break
            except Exception as error:
                self._put_off(one)
                if not isinstance(error, Trouble):  # a fault of ours: told and shown by whoever reads this shop
                    raise
                log.info("the detail of %s of %s is not told: %s", one[0], shop_id, error)
                continue
            self._put_off(one)  # unless it was told all, it is asked for again
            if row is not None:
                await self._shelf.keep([row])
                told += 1
            if row is not None and row.facts is not None and (row.updated_at or 0) >= one[1]:
                del self._waits[one]
        return told

    def _put_off(self, one: tuple[str, int]) -> None:
        tries = self._waits.get(one, (0, 0))[0]
        self._waits[one] = (tries + 1, self._clock.now_ms() + min(AGAIN_MS * 2 ** min(tries, 16), LONGEST_MS))


async def whole(gateway: SupportsAfterSales, talk: SupportsAfterSaleTalk, number: str) -> AfterSale | None:
    """An after-sale with its facts and its history; None where the platform does not know it. Raises Trouble."""
    row = await gateway.after_sale(number)
    if row is None or row.facts is None:
        return row
    history = await talk.after_sale_history(number)
    return replace(row, facts=replace(row.facts, history=history))
