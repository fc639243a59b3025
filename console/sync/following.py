"""Asks where parcels are that are on their way: a few at a time, each a few times a day, until they have arrived."""

import asyncio
import logging
from collections.abc import Callable, Iterable

from console.core.changes import changed
from console.core.clock import DAY, HOUR, Clock
from console.core.errors import FileTrouble, Refused, Trouble, Unreadable
from console.core.gateway import SupportsTracks
from console.core.model import Order, Parcel
from console.core.permissions import Ability
from console.core.shipping import Track
from console.store import tracks
from console.store.database import Database
from console.store.orders import load_order
from console.store.permissions import permissions
from console.sync.hub import Hub
from console.sync.resting import Resting
from console.sync.streams import ShopStreams

EVERY_S = 600.0
ASK_AGAIN_MS = 4 * HOUR  # a parcel is asked for this often at most
REACH_MS = 30 * DAY  # what left longer ago is nobody's parcel any more
AT_A_TIME = 40  # orders a round: the platform counts these calls

log = logging.getLogger(__name__)


class Follower:
    """Owns the task that asks."""

    def __init__(self, database: Database, clock: Clock, hub: Hub, shops: Callable[[], Iterable[ShopStreams]]) -> None:
        self._database = database
        self._clock = clock
        self._hub = hub
        self._shops = shops
        self._resting = Resting("following parcels")
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """From now on, every ten minutes."""
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._keep(), name="parcels")

    async def stop(self) -> None:
        """What was told stays."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _keep(self) -> None:
        while True:
            await self._clock.sleep(EVERY_S)
            well = True
            for shop in list(self._shops()):
                try:
                    with self._resting.going_on(but=Trouble) as turn:  # the other shops have their turn
                        await self.round(shop.shop.shop_id, shop.gateway)
                    well = well and turn.failed is None
                except Trouble as trouble:  # the shop's own reading complains of it
                    log.info("parcels of %s are not followed now: %s", shop.shop.shop_id, trouble.code)
            if well:
                self._resting.well()

    async def round(self, shop_id: str, gateway: object) -> int:
        """The orders that nobody asked of for the longest; returns of how many parcels was told. Raises Trouble."""
        if not isinstance(gateway, SupportsTracks):
            return 0
        allowed = await self._database.read(permissions, shop_id)
        if not allowed.may_read(Ability.TRACKING):
            return 0
        now = self._clock.now_ms()
        due = await self._database.read(tracks.followed, shop_id, now - REACH_MS, now - ASK_AGAIN_MS, AT_A_TIME)
        told = 0
        for _, row_id in due:
            order = await self._database.read(load_order, row_id)
            if order is not None:
                told += await self.ask(shop_id, order, gateway)
        if told:
            self._hub.announce(changed("orders", shop_id=shop_id))
        return told

    async def ask(self, shop_id: str, order: Order, gateway: SupportsTracks) -> int:
        """Each parcel of an order; of one that is not told of is kept that it was asked for, and why in vain."""
        told = 0
        for parcel in order.parcels:
            track, answer = await self._track(shop_id, parcel, gateway)
            now = self._clock.now_ms()
            if track is None:
                await self._database.write(tracks.put_untold, shop_id, order, parcel, answer, now)
            else:
                await self._database.write(tracks.put_track, shop_id, order, parcel, track, now)
                told += 1
        return told

    async def _track(self, shop_id: str, parcel: Parcel, gateway: SupportsTracks) -> tuple[Track | None, str]:
        """Its journey, or why it is not told. Raises the troubles that end a round."""
        track, answer = None, "fault"
        try:
            with self._resting.going_on(but=(Trouble, FileTrouble)):  # the other parcels are asked for
                track, answer = await gateway.track(parcel), "unknown"
        except (Refused, Unreadable) as trouble:
            log.info("%s: nothing is told of a parcel: %s", shop_id, trouble.code)
            answer = trouble.code
        return track, answer
