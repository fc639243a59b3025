"""Finding records of the world by what the platform calls them."""

from collections.abc import Iterator
from itertools import islice

from console.sandbox.state import Order, Product, Refund, Sku, World


class Lookup:
    """Indexes that fill themselves: the world only ever gains orders, refunds and goods, it never forgets one."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._refunds: dict[int, tuple[Order, Refund]] = {}
        self._items: dict[int, Product] = {}
        self._first_orders: dict[str, int] = {}
        self._orders_seen = 0

    def order(self, oid: int, now: int) -> Order | None:
        """A visible order."""
        order = self._world.orders.get(oid)
        return order if order is not None and order.visible <= now else None

    def item(self, item_id: int) -> Product | None:
        """An item on this side, deleted or not."""
        if item_id not in self._items:
            self._items.update({p.ks_item_id: p for p in self._world.products if p.ks_item_id is not None})
        return self._items.get(item_id)

    def refund(self, refund_id: int, now: int) -> tuple[Order, Refund] | None:
        """A refund of a visible order, with the order."""
        if refund_id not in self._refunds:
            self._refunds.update({int(r.refund_id): (o, r) for o in self._world.orders.values() for r in o.refunds})
        found = self._refunds.get(refund_id)
        return found if found is not None and found[0].visible <= now else None

    def first_order(self, buyer_open_id: str) -> int | None:
        """The buyer's first order in this shop."""
        orders = self._world.orders
        for order in islice(orders.values(), self._orders_seen, None):
            known = self._first_orders.get(order.buyer.ks_open_id)
            if known is None or orders[known].created > order.created:
                self._first_orders[order.buyer.ks_open_id] = order.oid
        self._orders_seen = len(orders)
        return self._first_orders.get(buyer_open_id)

    def number_holders(self, waybill_no: str) -> Iterator[Order]:
        """Orders that went out under this parcel number."""
        for order in self._world.orders.values():
            if any(parcel.waybill_no == waybill_no for parcel in order.parcels):
                yield order


def listed_items(world: World) -> list[Product]:
    """Items of this side that are not deleted."""
    return [p for p in world.products if p.ks_item_id is not None and not p.ks_deleted]


def listed_skus(product: Product) -> list[Sku]:
    """SKUs of this side."""
    return [sku for sku in product.skus if sku.ks_sku_id is not None]
