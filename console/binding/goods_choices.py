"""What a person sets about pushing goods: rules for all of them, buffer and floor of one. Kept, then told."""

from collections.abc import Callable

from console.core.changes import changed
from console.core.clock import Clock
from console.core.errors import Refused
from console.core.operators import Right
from console.rules.pushing import Field, Lead
from console.store import costs, offers, push_rules
from console.store.database import Database
from console.store.offers import Part
from console.store.push_rules import Name
from console.sync.hub import Hub


class GoodsChoices:
    """Writes through the hand of whoever asks; what guards prices only an owner may change."""

    def __init__(self, hand: Database, clock: Clock, hub: Hub, may: Callable[[Right], bool]) -> None:
        self._hand = hand
        self._clock = clock
        self._hub = hub
        self._may = may

    async def set_rule(self, name: Name, value: int | None) -> None:
        """Gap and fee (basis points), buffer or cap (pieces), other costs (fen) of all goods. Raises Refused."""
        if name == "gap_bp":
            self._need_owner()
        self._told(await self._hand.write(push_rules.put_rule, name, value, self._clock.now_ms()))

    async def set_lead(self, field: Field, lead: Lead) -> None:
        """Which side leads a field. Raises Refused."""
        self._need_owner()
        self._told(await self._hand.write(push_rules.put_lead, field, lead, self._clock.now_ms()))

    async def set_buffer(self, shop_id: str, item_id: str, pieces: int | None) -> None:
        """The buffer of one item; None: the one of all goods. Raises Refused."""
        self._told(await self._hand.write(push_rules.put_buffer, shop_id, item_id, pieces, self._clock.now_ms()))

    async def set_floor(self, shop_id: str, item_id: str, floor_fen: int | None) -> None:
        """The price below which one item is not to be sold; None: there is none. Raises Refused."""
        self._need_owner()
        self._told(await self._hand.write(push_rules.put_item_floor, shop_id, item_id, floor_fen, self._clock.now_ms()))

    async def set_offer(self, part: Part, shop_id: str, item_id: str, fen: int | None) -> None:
        """The price of live shows, or what every buyer's coupon takes. Raises Refused."""
        self._told(await self._hand.write(offers.put, part, shop_id, item_id, fen, self._clock.now_ms()))

    async def set_cost(self, shop_id: str, item_id: str, cost_fen: int) -> None:
        """What a piece of one item costs the merchant, as a sheet says it."""
        self._told(await self._hand.write(costs.put_cost, shop_id, item_id, cost_fen, self._clock.now_ms()))

    def _need_owner(self) -> None:
        if not self._may(Right.OVERRIDE):
            raise Refused("people.owner_only")

    def _told(self, news: bool) -> None:
        if news:
            self._hub.announce(changed("settings"))
