"""Numbers taken and labels printed, as their tests ask for them."""

from outbox_platform import Clock
from waybill_world import SHOP, FakePrinter, order, take

from console.store import waybills
from console.store.database import Database
from console.sync.hub import Hub
from console.sync.outbox import Outbox
from console.sync.printing import Spooler

NOW = 1_790_000_000_000


def spooler(database: Database, clock: Clock, printer: FakePrinter) -> Spooler:
    return Spooler(database, clock, Hub(), lambda _name: printer)


async def taken(database: Database, outbox: Outbox, count: int) -> list[int]:
    """Numbers for so many orders; their rows in the ledger, in the order of the list."""
    for number in range(count):
        await outbox.submit(take(number), 0)
    await outbox.drain()
    live = await database.read(waybills.live_waybills, SHOP, [order(number).order_no for number in range(count)])
    return [live[order(number).order_no].id for number in range(count)]


async def number(database: Database, waybill_id: int) -> waybills.Waybill:
    found = await database.read(waybills.waybill, waybill_id)
    assert found is not None
    return found
