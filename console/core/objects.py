"""What a command can be about: which object it is, and the object as its platform has it."""

from typing import Literal, TypeAlias

import msgspec

from console.core.model import AfterSale, Listing, Order, Platform, Sku

ObjectKind = Literal["item", "order", "after_sale"]
Found: TypeAlias = Listing | Order | AfterSale | None
"""The object as the platform has it now; None where it is not there (any more)."""


class ObjectKey(msgspec.Struct, frozen=True, kw_only=True):
    """What a command is about. One command an object is on its way at a time."""

    shop_id: str
    kind: ObjectKind
    object_id: str

    @property
    def platform(self) -> Platform:
        return Platform(self.shop_id.partition(":")[0])


def sku_in(found: Found, sku_id: str) -> Sku | None:
    """A variant of a listing. An item without variants is its own only one."""
    if not isinstance(found, Listing):
        return None
    for sku in found.skus or ():
        if sku.sku_id == sku_id:
            return sku
    if found.skus or sku_id not in ("", "0", found.item.item_id):
        return None
    item = found.item
    return Sku(item_id=item.item_id, sku_id=sku_id, code=item.code, price_fen=item.price_fen, stock=item.stock)
