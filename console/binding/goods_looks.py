"""What a person asks to be looked at: categories, or an item with what its category asks; and which leaf is meant."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from console.core.categories import CategoryFacts, ItemFacts
from console.core.changes import changed
from console.core.clock import Clock
from console.core.errors import Refused
from console.core.gateway import SupportsCategories, SupportsCategoryFacts, SupportsItems, SupportsShop
from console.core.model import Listing
from console.store import categories
from console.store.database import Database
from console.store.items import save_listings
from console.sync.hub import Hub

if TYPE_CHECKING:
    GatewayOf = Callable[[str], SupportsShop | None]


class GoodsLooks:
    """Reads only, a few calls for each click, and keeps what was said with its age. Raises Trouble."""

    def __init__(self, hand: Database, clock: Clock, hub: Hub, gateway_of: "GatewayOf") -> None:
        self._hand = hand
        self._clock = clock
        self._hub = hub
        self._gateway_of = gateway_of

    async def read_categories(self, shop_id: str) -> int:
        """The whole tree of a shop, in place of the former one; returns how many categories there are."""
        gateway = self._gateway(shop_id)
        if not isinstance(gateway, SupportsCategories):
            raise Refused("goods.cannot_look", platform=gateway.platform)
        found = await gateway.categories()
        await self._hand.write(categories.put_tree, shop_id, found, self._clock.now_ms())
        self._hub.announce(changed("items", shop_id=shop_id))
        return len(found)

    async def look_at(self, shop_id: str, item_id: str) -> None:
        """One item anew: its listing, what its detail says, and what its category asks, where the platform tells."""
        gateway = self._gateway(shop_id)
        if not isinstance(gateway, SupportsItems):
            raise Refused("goods.cannot_look", platform=gateway.platform)
        listing = await gateway.listing(item_id)
        item = asks = None
        if listing is not None and isinstance(gateway, SupportsCategoryFacts):
            item = await gateway.item_facts(item_id)
            if item is not None and item.category_id:
                asks = await self._asked_of(gateway, item.category_id)
        await self._hand.write(_keep, shop_id, listing, item, asks, self._clock.now_ms())
        self._hub.announce(changed("items", shop_id=shop_id))

    async def choose_categories(self, shop_id: str, leaves: Mapping[str, str]) -> int:
        """Say which Kuaishou leaves goods of a Youzan shop belong to; returns how many that changed."""
        number = await self._hand.write(categories.choose, shop_id, leaves, self._clock.now_ms())
        if number:
            self._hub.announce(changed("items", shop_id=shop_id))
        return number

    async def _asked_of(self, gateway: SupportsCategoryFacts, category_id: str) -> CategoryFacts | None:
        """What a category asks; None where the platform knows no such leaf: that is a finding, not a trouble."""
        try:
            return await gateway.category_facts(category_id)
        except Refused:
            return None

    def _gateway(self, shop_id: str) -> SupportsShop:
        gateway = self._gateway_of(shop_id)
        if gateway is None:
            raise Refused("goods.shop_not_read")
        return gateway


def _keep(
    conn: Connection,
    shop_id: str,
    listing: Listing | None,
    item: ItemFacts | None,
    asks: CategoryFacts | None,
    now: int,
) -> None:
    if listing is not None:
        save_listings(conn, shop_id, [listing], now)
    if item is not None:
        categories.put_item_facts(conn, shop_id, item, now)
    if asks is not None:
        categories.put_category_facts(conn, shop_id, asks, now)
