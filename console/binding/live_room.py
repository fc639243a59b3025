"""While a show is on, asks each Kuaishou shop how many watch its room: every 15 s, far less where it is refused.

It asks where the show's orders were made, too: only an order that is asked for by itself tells it.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable
from typing import Final, Protocol

from sqlalchemy import Connection

from console.core.changes import changed
from console.core.clock import HOUR, Clock
from console.core.errors import Busy, FileTrouble, Refused, SignInNeeded, Trouble
from console.core.gateway import SupportsOrders, SupportsRoom
from console.core.model import Platform
from console.core.permissions import Ability
from console.store import live_board, live_places, live_room, live_stock, live_view
from console.store.database import Database
from console.store.permissions import permissions
from console.sync.hub import Hub
from console.sync.resting import Resting

EVERY_S: Final = 15.0  # no faster than every ten: no limit is published
LONGEST_S: Final = 600.0
ORDERS_A_LOOK: Final = 4  # about a thousand an hour
MUTE: Final = 8  # so many orders that do not say where they were made: nobody is asked for more of them
LATE_MS: Final = 2 * HOUR  # so long after a show its orders are still asked for
ADS_EVERY_MS: Final = 120_000  # while a show is on; else every ten minutes

log = logging.getLogger(__name__)


class Shops(Protocol):
    """The shops that are read, as far as it matters here."""

    @property
    def shop_ids(self) -> Iterable[str]: ...

    def gateway(self, shop_id: str) -> object | None: ...


class RoomWatch:
    """Owns the task that asks. The calls are the gateway's own, so that the meter counts them.

    It notes the stock of what is on show, too, has the ads report read more often, and the shops once as a show begins:
    how many pieces there are may have been read a quarter of an hour before.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        hub: Hub,
        shops: Shops,
        wake_ads: Callable[[], None] = lambda: None,
        wake_shops: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._hub = hub
        self._shops = shops
        self._wake_ads = wake_ads
        self._woken_at = 0
        self._wake_shops = wake_shops
        self._woken_for = ""  # a show
        self._waits: dict[str, tuple[int, float]] = {}  # by what is asked: not before, and how long the last wait was
        self._silent: dict[str, set[str]] = {}  # by shop: orders that did not say where they were made
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._keep(), name="live:room")

    async def stop(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _keep(self) -> None:
        resting = Resting("live:room")
        while True:
            pause_s = EVERY_S
            try:
                with resting.going_on(but=FileTrouble) as turn:
                    await self.look()
                    resting.well()
                if turn.failed is not None:
                    pause_s = resting.after(turn.failed)
            except FileTrouble as trouble:  # whoever writes more than this complains of it
                log.info("the room is not kept now: %s", trouble.code)
            await self._clock.sleep(pause_s)

    async def look(self) -> None:
        """Ask every shop that may be asked now, if a show is on. A trouble puts that shop off and is not raised."""
        now = self._clock.now_ms()
        show = await self._database.read(live_board.on_air, now)
        if show is None:
            await self._late(now)
            return
        if self._woken_for != show.session_id:
            self._woken_for = show.session_id
            self._wake_shops()
        await self._database.write(live_stock.note, show.session_id, now)
        if now - self._woken_at >= ADS_EVERY_MS:
            self._woken_at = now
            self._wake_ads()
        for shop_id in sorted(self._shops.shop_ids):
            gateway = self._shops.gateway(shop_id)
            if (
                isinstance(gateway, SupportsRoom)
                and self._is_due(shop_id, now)
                and await self._database.read(_may, shop_id, Ability.FIGURES)
            ):
                await self._ask(shop_id, gateway, show.session_id)
            await self._where(shop_id, gateway, show.started_at, now)

    async def _late(self, now: int) -> None:
        """The orders of a show that is just over; of none the shops are as if nothing had been asked."""
        over = next(iter(await self._database.read(live_view.shows, 1)), None)
        if over is None or now - over.until_at > LATE_MS:
            self._waits.clear()
            self._silent.clear()
            return
        for shop_id in sorted(self._shops.shop_ids):
            await self._where(shop_id, self._shops.gateway(shop_id), over.started_at, over.until_at + 1)

    async def _where(self, shop_id: str, gateway: object, begin_at: int, end_at: int) -> None:
        """Where some of a shop's orders were made, until enough of them do not say it."""
        key, silent = f"{shop_id} orders", self._silent.setdefault(shop_id, set())
        if not isinstance(gateway, SupportsOrders) or not shop_id.startswith(f"{Platform.KUAISHOU}:"):
            return
        if len(silent) >= MUTE or not self._is_due(key, self._clock.now_ms()):
            return
        if not await self._database.read(_may, shop_id, Ability.ORDERS):
            return
        most = ORDERS_A_LOOK + len(silent)
        untold = await self._database.read(live_places.untold, shop_id, begin_at, end_at, most)
        for order_no in [one for one in untold if one not in silent][:ORDERS_A_LOOK]:
            try:
                order = await gateway.order(order_no)
            except Trouble as trouble:
                log.info("%s: where its orders are made is not told: %s", shop_id, trouble.code)
                self._put_off(key, trouble)
                return
            if order is None or order.sold_in is None:
                silent.add(order_no)
            else:
                await self._database.write(live_places.put, shop_id, order_no, order.sold_in)
        self._waits.pop(key, None)

    def _is_due(self, key: str, now: int) -> bool:
        return now >= self._waits.get(key, (0, 0.0))[0]

    async def _ask(self, shop_id: str, gateway: SupportsRoom, session_id: str) -> None:
        try:
            people = await gateway.room_viewers()
        except Trouble as trouble:
            log.info("%s: its room is not told: %s", shop_id, trouble.code)
            self._put_off(shop_id, trouble)
            return
        self._waits.pop(shop_id, None)
        if people and await self._database.write(live_room.put, session_id, shop_id, people, self._clock.now_ms()):
            self._hub.announce(changed("live", shop_id=shop_id))

    def _put_off(self, key: str, trouble: Trouble) -> None:
        """Twice as long each time; at once long where asking again will hardly help."""
        last = self._waits.get(key, (0, EVERY_S))[1]
        told = (trouble.wait_s or 0.0) if isinstance(trouble, Busy) else 0.0
        hardly = isinstance(trouble, Refused | SignInNeeded)
        wait = LONGEST_S if hardly else min(LONGEST_S, max(told, last * 2))
        self._waits[key] = (self._clock.now_ms() + round(wait * 1_000), wait)


def _may(conn: Connection, shop_id: str, ability: Ability) -> bool:
    return permissions(conn, shop_id).may_read(ability)
