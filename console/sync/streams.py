"""Which streams a shop has, by what its gateway can do; and asking once more for rows that did not fit."""

import logging
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from console.core.clock import Clock
from console.core.errors import Busy, Offline, SignInNeeded, Trouble
from console.core.gateway import SupportsAfterSales, SupportsItems, SupportsOrders, SupportsShop
from console.core.model import AfterSale, Listing, Order, Shop
from console.store.aftersales import save_after_sales
from console.store.database import Database
from console.store.items import save_listings
from console.store.orders import save_orders
from console.store.quarantine import quarantined
from console.store.views import Stream
from console.sync.coordinator import Shelf, SupportsRun, WindowCoordinator
from console.sync.hub import Hub
from console.sync.items import ItemCoordinator
from console.sync.order_details import tell_orders
from console.sync.tickets import DetailStep

log = logging.getLogger(__name__)

AskOne = Callable[[str], Awaitable[Any]]


class ShopStreams:
    """One bound shop: its gateway, and a coordinator for each stream that the gateway offers."""

    def __init__(self, shop: Shop, gateway: SupportsShop, database: Database, clock: Clock, hub: Hub) -> None:
        self.shop = shop
        self.gateway = gateway
        self._database = database
        self._clock = clock
        self._shelves: dict[Stream, tuple[Shelf[Any], AskOne]] = {}
        self._tells = {"orders": self.tell_orders, "after_sales": self.tell_after_sales}
        self.coordinators: list[SupportsRun] = []
        common: dict[str, Any] = {"database": database, "clock": clock, "hub": hub}
        if isinstance(gateway, SupportsOrders):
            orders = Shelf[Order](shop.shop_id, "orders", save_orders, key=lambda row: row.order_no, **common)
            self._shelves["orders"] = (orders, gateway.order)
            self._add(WindowCoordinator(orders, gateway.orders, gateway.order_windows, shop.platform))
        if isinstance(gateway, SupportsAfterSales):
            tickets = Shelf[AfterSale](
                shop.shop_id, "after_sales", save_after_sales, key=lambda row: row.after_sale_no, **common
            )
            self._shelves["after_sales"] = (tickets, gateway.after_sale)
            self._details = DetailStep(gateway, tickets, database, clock)
            self._add(WindowCoordinator(tickets, gateway.after_sales, gateway.after_sale_windows, shop.platform))
        if isinstance(gateway, SupportsItems):
            items = Shelf[Listing](shop.shop_id, "items", save_listings, key=lambda row: row.item.item_id, **common)
            self._shelves["items"] = (items, gateway.listing)
            self._add(ItemCoordinator(items, gateway, shop.platform))

    def _add(self, coordinator: SupportsRun) -> None:
        self.coordinators.append(coordinator)

    async def tell(self, stream: Stream) -> int:
        """What the list just read leaves out of what changed, a few at a time; returns of how many was told."""
        return await self._tells[stream]() if stream in self._tells else 0

    async def tell_orders(self) -> int:
        shelf, _ = self._shelves["orders"]
        return await tell_orders(self.gateway, shelf, self._database, self._clock)

    async def tell_after_sales(self) -> int:
        return await self._details.run()

    async def ask_again(self, only: Stream | None = None) -> int:
        """Ask by number for each row put aside: the list may have spoilt what the detail tells well.

        A platform that does not answer at all is left alone: it would say the same of every row, after a wait each.
        """
        written = 0
        for stream, key in await self._put_aside():
            if only not in (None, stream):
                continue
            shelf, ask = self._shelves[stream]
            try:
                row = await ask(key)
            except (Offline, Busy, SignInNeeded) as trouble:
                log.info("rows put aside of %s are asked for later: %s", self.shop.shop_id, trouble)
                return written
            except Trouble as trouble:
                log.info("%s %s of %s still does not fit: %s", stream, key, self.shop.shop_id, trouble)
                continue
            if row is not None:
                written += (await shelf.keep([row])).written
        return written

    async def _put_aside(self) -> Iterable[tuple[Stream, str]]:
        rows = await self._database.read(quarantined)
        mine = [row for row in rows if row.shop_id == self.shop.shop_id and not row.key.startswith("?")]
        return [
            (shelf.stream, row.key) for row in mine for shelf, _ in self._shelves.values() if shelf.stream == row.stream
        ]
