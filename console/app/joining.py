"""Below the window: file, hub, engine and gateways, built in order and ended in the opposite one."""

import asyncio
import logging
from collections.abc import Set
from pathlib import Path
from typing import TYPE_CHECKING, Self, get_args

from console.connect import Connection, FileVault, clock_of, read_connection
from console.core.changes import changed
from console.core.clock import SystemClock
from console.core.errors import Trouble
from console.core.model import Platform, Shop
from console.store.database import Database
from console.store.profile import Profile
from console.store.views import Stream
from console.sync.engine import Engine
from console.sync.hub import Hub

if TYPE_CHECKING:
    from console.platforms import Gateway

AGAIN_S = 15.0  # between two questions to a platform that did not say whose token it holds

log = logging.getLogger(__name__)


class Assembly:
    """Owns everything below the window. It is also the window's ``Actions``."""

    def __init__(self, profile: Profile, database: Database, clock: SystemClock) -> None:
        self.profile = profile
        self.database = database
        self.clock = clock
        self.hub = Hub()
        self.engine = Engine(database, clock, self.hub)
        self.demo = False
        self._gateways: dict[Platform, Gateway] = {}
        self._bound: dict[str, Platform] = {}
        self._asking: list[asyncio.Task[None]] = []

    @classmethod
    async def open(cls, profile: Profile) -> Self:
        """Open the profile's file. Raises FileTrouble; the profile stays its owner's to release."""
        clock = SystemClock()
        database = await asyncio.to_thread(Database.open, profile.database_path, clock)
        return cls(profile, database, clock)

    # -- shops ------------------------------------------------------------------------------------------------------

    async def connect(self, path: Path) -> tuple[dict[Platform, Shop], list[Trouble]]:
        """Ask the platforms that a connection file names whose tokens it holds, and bind those shops.

        Raises ConnectTrouble when the file is no good. A platform that did not answer is among the troubles.
        """
        connection = await asyncio.to_thread(read_connection, path)
        clock, trouble = await clock_of(connection)
        if trouble is not None:
            log.warning("the clock of %s is unknown: %s", connection.control_url, trouble.code)
        self.clock.offset_ms = clock.offset_ms
        self.demo = bool(connection.control_url)
        await self._close_gateways()
        self._open_gateways(connection, FileVault(path))
        answers = await asyncio.gather(*(self._ask(platform) for platform in self._gateways), return_exceptions=True)
        shops: dict[Platform, Shop] = {}
        troubles: list[Trouble] = []
        for platform, answer in zip(self._gateways, answers, strict=True):
            if isinstance(answer, Shop):
                shops[platform] = answer
            elif isinstance(answer, Trouble):
                troubles.append(answer)
            else:
                raise answer
        return shops, troubles

    def _open_gateways(self, connection: Connection, vault: FileVault) -> None:
        from console.platforms import open_gateway

        for platform in Platform:
            base_url = connection.keys(platform).base_url
            self._gateways[platform] = open_gateway(
                platform, vault=vault, key=platform.value, base_url=base_url, clock=self.clock
            )

    async def _ask(self, platform: Platform) -> Shop:
        """Whose token this is; keep the shop, pair it, read it from now on."""
        from console.store.shops import pair, put_shop, shops

        gateway = self._gateways[platform]
        shop = await gateway.shop()
        await self.database.write(put_shop, shop)
        self._bound[shop.shop_id] = platform
        both = {known.platform: known.shop_id for known in await self.database.read(shops)}
        mine = {which: shop_id for shop_id, which in self._bound.items()}
        if len(mine) == len(Platform) and set(mine.values()) <= set(both.values()):
            await self.database.write(pair, mine[Platform.KUAISHOU], mine[Platform.YOUZAN])
        self.engine.bind(shop, gateway)
        self.hub.announce(changed("shops", shop_id=shop.shop_id))
        return shop

    def keep_asking(self) -> None:
        """Ask the platforms that did not answer again, until they do."""
        for platform in set(self._gateways) - set(self._bound.values()):
            self._asking.append(asyncio.get_running_loop().create_task(self._ask_again(platform)))

    async def _ask_again(self, platform: Platform) -> None:
        while True:
            await asyncio.sleep(AGAIN_S)
            try:
                await self._ask(platform)
            except Trouble as trouble:
                log.info("%s does not say whose token this is: %s", platform, trouble.code)
            else:
                return

    # -- what the window may ask for ----------------------------------------------------------------------------------

    async def sync_now(self) -> None:
        self.engine.health.next_try.clear()
        self.engine.wake()
        self.hub.announce(changed("health"))

    async def bind_from_file(self, path: Path) -> None:
        _, troubles = await self.connect(path)
        if troubles:
            self.keep_asking()
            raise troubles[0]

    def syncing(self) -> Set[str]:
        now, next_try = self.clock.now_ms(), self.engine.health.next_try
        streams: tuple[Stream, ...] = get_args(Stream)
        return {shop_id for shop_id in self._bound if any(next_try.get((shop_id, one), 0) <= now for one in streams)}

    def next_try_at(self, shop_id: str) -> int | None:
        times = [at for (owner, _), at in self.engine.health.next_try.items() if owner == shop_id]
        return min(times, default=None)

    # -- the end ------------------------------------------------------------------------------------------------------

    async def close(self) -> None:
        """End reading, let token refreshes finish, fold the file."""
        for task in self._asking:
            task.cancel()
        await asyncio.gather(*self._asking, return_exceptions=True)
        await self.engine.stop()
        await self._close_gateways()
        await asyncio.to_thread(self.database.close)

    async def _close_gateways(self) -> None:
        for shop_id in list(self._bound):
            await self.engine.unbind(shop_id)
        self._bound.clear()
        for gateway in self._gateways.values():
            await gateway.aclose()
        self._gateways.clear()
