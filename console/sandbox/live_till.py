"""What a live room sells: real orders of the world, so that the platform's lists and the room's own page agree."""

from itertools import islice
from random import Random
from typing import NamedTuple, Protocol

from console.sandbox import lifecycle
from console.sandbox.clock import HOUR, SECOND, Clock
from console.sandbox.lifecycle import PAY_WITHIN
from console.sandbox.people import Crowd
from console.sandbox.sales import LIVE, Purchase, Sales
from console.sandbox.state import Order, Product, World
from console.sandbox.trades import Import, import_lag, mirror

THINKS = 20 * SECOND  # from placing an order in the room to paying it


class Sale(NamedTuple):
    """A paid order, as the room's page shows it."""

    number: str
    at: int
    item_id: str
    amount_fen: int
    buyer: str


class Till(Protocol):
    """Rings up what is bought, and tells each paid order once."""

    def sell(self, at: int, item_id: str, price: int, buyer: str) -> None:
        """Somebody buys one."""
        ...

    def paid(self, until: int) -> list[Sale]:
        """What was paid before ``until`` and not told yet, in order."""
        ...


class PaperTill:
    """Sales that are orders of no world."""

    def __init__(self) -> None:
        self._sold: list[Sale] = []
        self._number = 0

    def sell(self, at: int, item_id: str, price: int, buyer: str) -> None:
        self._number += 1
        self._sold.append(Sale(f"{at}-{self._number}", at, item_id, price, buyer))

    def paid(self, until: int) -> list[Sale]:
        found = [one for one in self._sold if one.at < until]
        self._sold = [one for one in self._sold if one.at >= until]
        return found


class WorldTill:
    """While a show is on, whatever is bought of the shop is bought in its room: what the world sells of itself, too.

    An order that is told of a past instant was changed now: so whoever reads by update time finds it.
    """

    def __init__(self, world: World, clock: Clock, began: int, room: int) -> None:
        self._world, self._clock, self._began, self._room = world, clock, began, room
        crowd = Crowd(world.random)
        self._sales, self._import = Sales(world, crowd), Import(world)
        self._random: Random = world.random
        self._products: dict[str, Product] = {str(one.ks_item_id): one for one in world.products}
        self._seen = len(world.orders)
        self._open: dict[int, Order] = {}
        for order in world.orders.values():
            if order.created >= began - PAY_WITHIN:
                self._watch(order)

    def sell(self, at: int, item_id: str, price: int, buyer: str) -> None:
        """One of it, paid at once, on its way to Youzan some minutes later."""
        order = self._sales.order(Purchase(at - THINKS, product=self._products[item_id], plain=True))
        lifecycle.pay(order, at)
        lifecycle.take_stock(order, at)
        order.visible, order.updated = at, max(at, self._clock.now_ms())
        self._bring(order)

    def sell_before(self, at: int, item_id: str, room: int) -> None:
        """One in the room of an earlier evening, sent the day after; what became of it since is told now."""
        now, luck = self._clock.now_ms(), self._random
        order = self._sales.order(Purchase(at - THINKS, product=self._products[item_id], plain=True))
        order.carrier_type, order.carrier_id, order.visible = LIVE, room, at
        lifecycle.pay(order, at)
        lifecycle.ship(luck, order, sent := min(now, at + luck.randrange(2 * HOUR, 18 * HOUR)))
        if (signed := sent + lifecycle.transit(luck)) <= now:
            lifecycle.sign(order, signed)
            if (done := signed + lifecycle.settling(luck)) <= now:
                lifecycle.succeed(order, done)
        order.updated = now
        self._bring(order)

    def _bring(self, order: Order) -> None:
        trade = self._import.bring(order, order.paid + import_lag(self._random), exact=True)
        trade.visible = trade.created
        mirror(self._random, order, trade, max(trade.created, self._clock.now_ms()))

    def paid(self, until: int) -> list[Sale]:
        for order in islice(reversed(self._world.orders.values()), len(self._world.orders) - self._seen):
            self._watch(order)
        self._seen = len(self._world.orders)
        found = [order for order in self._open.values() if order.paid and order.paid < until]
        for order in found:
            del self._open[order.oid]
        found.sort(key=lambda order: (order.paid, order.oid))
        return [_sale(order) for order in found if order.paid >= self._began]

    def _watch(self, order: Order) -> None:
        """It may be paid in the show; what is placed in it is placed in the room."""
        if order.paid and order.paid < self._began:
            return
        if order.created >= self._began - THINKS:
            order.carrier_type, order.carrier_id = LIVE, self._room
        self._open[order.oid] = order


def _sale(order: Order) -> Sale:
    return Sale(str(order.oid), order.paid, str(order.product.ks_item_id), order.payment, f"o{order.buyer.ks_open_id}")
