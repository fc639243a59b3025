"""The steps after reading after-sales: their details, their twins on the other platform, and who is to answer them."""

import logging

from msgspec.structs import replace

from console.core.changes import changed
from console.core.clock import DAY, Clock
from console.core.errors import Refused, Trouble
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


async def tell_details(
    gateway: object, shelf: Shelf[AfterSale], database: Database, clock: Clock, most: int = AT_A_TIME
) -> int:
    """Ask by number for after-sales whose detail is not known, or is older than they are; returns how many were told.

    Trouble ends it for now: the list is what matters, and the next reading goes on where this one stopped.
    """
    if not isinstance(gateway, SupportsAfterSaleTalk) or not isinstance(gateway, SupportsAfterSales):
        return 0
    told = 0
    for number in await database.read(stale, shelf.shop_id, clock.now_ms() - ENDED_DAYS * DAY, most):
        try:
            row = await whole(gateway, gateway, number)
        except Refused as refused:
            log.info("the detail of %s of %s is not told: %s", number, shelf.shop_id, refused)
            continue
        except Trouble as trouble:
            log.info("details of %s are asked for later: %s", shelf.shop_id, trouble)
            break
        if row is not None:
            await shelf.keep([row])
            told += 1
    return told


async def whole(gateway: SupportsAfterSales, talk: SupportsAfterSaleTalk, number: str) -> AfterSale | None:
    """An after-sale with its facts and its history; None where the platform does not know it. Raises Trouble."""
    row = await gateway.after_sale(number)
    if row is None or row.facts is None:
        return row
    history = await talk.after_sale_history(number)
    return replace(row, facts=replace(row.facts, history=history))
