"""What a platform says of a command's object: how it is now, and what was sold of it between two readings."""

from collections.abc import Sequence

from console.core.clock import Clock
from console.core.errors import Refused, SignInNeeded
from console.core.gateway import BadRow, Page, SupportsAfterSales, SupportsItems, SupportsOrders, Window
from console.core.model import Order
from console.core.objects import Found, ObjectKey
from console.rules.stock import Sold, Span, sold_between
from console.sync.reading import PASSES, Listing
from console.sync.windows import plan


async def read_back(gateway: object, key: ObjectKey) -> Found:
    """The object as its platform has it now. Raises Trouble."""
    if key.kind == "item" and isinstance(gateway, SupportsItems):
        return await gateway.listing(key.object_id)
    if key.kind == "order" and isinstance(gateway, SupportsOrders):
        return await gateway.order(key.object_id)
    if key.kind == "after_sale" and isinstance(gateway, SupportsAfterSales):
        return await gateway.after_sale(key.object_id)
    raise Refused("outbox.unsupported", platform=key.platform)


async def sold(
    gateway: SupportsOrders, item_id: str, sku_id: str, first: Span, last: Span, *, clock: Clock, skew_ms: int
) -> Sold | None:
    """The pieces; None where orders cannot be read, not all of them, or not that far back. Raises other Trouble."""
    begin_at = first.from_at - skew_ms
    windows = plan(begin_at, clock.now_ms(), gateway.order_windows)
    if not windows or windows[0].begin_at > begin_at:
        return None
    held: dict[str, Order] = {}
    try:
        for window in windows:
            if not await _read(gateway, window, held):
                return None
    except (Refused, SignInNeeded):
        return None
    return sold_between(held.values(), item_id, sku_id, first, last, skew_ms=skew_ms)


async def _read(gateway: SupportsOrders, window: Window, held: dict[str, Order]) -> bool:
    """A window's orders into ``held``; returns whether these are all of them, each one readable."""
    whole = True

    async def ask(cursor: str | None) -> Page[Order]:
        return await gateway.orders(window, cursor)

    async def keep(rows: Sequence[Order], bad: Sequence[BadRow], completes: bool) -> None:
        nonlocal whole
        whole = whole and not bad
        held.update((row.order_no, row) for row in rows)

    listing = Listing(ask, lambda row: row.order_no, keep)
    for _ in range(PASSES):
        if (await listing.read()).complete:
            return whole
    return False
