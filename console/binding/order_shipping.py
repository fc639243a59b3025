"""What a person asks around shipping: orders read anew before they leave, parcels, a deadline written down."""

import asyncio
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from console.binding.holding import HoldsEnding
from console.core.changes import changed
from console.core.clock import Clock
from console.core.errors import Refused, Trouble
from console.core.gateway import SupportsOrders, SupportsTracks
from console.core.model import Order
from console.store import holding, outbox_work, terms
from console.store.database import Database
from console.store.orders import load_order, order_id
from console.sync.following import Follower
from console.sync.hub import Hub

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.holding import Kept
    from console.store.terms import NoteSource
    from console.sync.streams import ShopStreams

    GatewayOf = Callable[[str], object]

AT_ONCE = 6  # orders that are asked for; how many a second is the channel's to keep


class OrderShipping:
    """Reads only, but for what is ours; what is read by the clock nobody asked for."""

    def __init__(
        self,
        database: Database,
        hand: Database,
        clock: Clock,
        hub: Hub,
        gateway_of: "GatewayOf",
        shops: "Callable[[], Iterable[ShopStreams]]",
    ) -> None:
        self._hand = hand
        self._clock = clock
        self._hub = hub
        self._gateway_of = gateway_of
        self.follower = Follower(database, clock, hub, shops)
        self.ending = HoldsEnding(database, clock, hub)

    def start(self) -> None:
        """Follow parcels from now on, and end what was kept back until a time."""
        self.follower.start()
        self.ending.start()

    async def stop(self) -> None:
        await self.ending.stop()
        await self.follower.stop()

    async def reread(self, keys: Collection[tuple[str, str]]) -> dict[tuple[str, str], Order]:
        """One call an order, a few at a time. One that cannot be read now is judged by what the file has, and again
        when it is sent.
        """
        found: dict[tuple[str, str], Order] = {}
        few = asyncio.Semaphore(AT_ONCE)

        async def ask(shop_id: str, order_no: str) -> None:
            async with few:
                order = await self._read(shop_id, order_no)
            if order is not None:
                found[shop_id, order_no] = order
                await self._hand.write(outbox_work.keep, shop_id, order, self._clock.now_ms())

        async with asyncio.TaskGroup() as group:
            for key in keys:
                group.create_task(ask(*key))
        for shop_id in {shop_id for shop_id, _ in found}:
            self._hub.announce(changed("orders", shop_id=shop_id))
        return found

    async def _read(self, shop_id: str, order_no: str) -> Order | None:
        gateway = self._gateway_of(shop_id)
        if not isinstance(gateway, SupportsOrders):
            return None
        try:
            return await gateway.order(order_no)
        except Trouble:
            return None

    async def follow(self, shop_id: str, order_no: str) -> int:
        """Ask for each of its parcels, and keep what was said."""
        gateway = self._gateway_of(shop_id)
        if not isinstance(gateway, SupportsTracks):
            raise Refused("ship.no_tracks")
        order = await self._hand.read(_order, shop_id, order_no)
        told = 0 if order is None else await self.follower.ask(shop_id, order, gateway)
        if told:
            self._hub.announce(changed("orders", shop_id=shop_id))
        return told

    async def note_deadline(
        self, shop_id: str, order_no: str, source: "NoteSource", due_at: int | None, reason: str
    ) -> None:
        now = self._clock.now_ms()
        await self._hand.write(terms.note_deadline, shop_id, order_no, source, due_at, reason, now)
        self._hub.announce(changed("orders", shop_id=shop_id))

    async def keep_back(self, row_ids: Sequence[int], reason: str, until_at: int | None = None) -> "Kept":
        kept = await self._hand.write(holding.keep_back, row_ids, reason, self._clock.now_ms(), until_at)
        self._hub.announce(changed("orders"))
        if kept.stopped:
            self._hub.announce(changed("outbox"))
        return kept

    async def let_go(self, row_ids: Sequence[int], why: str) -> int:
        gone = await self._hand.write(holding.let_go, row_ids, why, self._clock.now_ms())
        self._hub.announce(changed("orders"))
        return gone


def _order(conn: "Connection", shop_id: str, order_no: str) -> Order | None:
    row_id = order_id(conn, shop_id, order_no)
    return None if row_id is None else load_order(conn, row_id)
