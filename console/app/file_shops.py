"""The shops of a connection file: read for one run, asked for again until their platforms say whose tokens they are."""

import asyncio
import logging
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from console.binding.ads import AdsBindings
from console.binding.shops import Bindings
from console.connect import Connection, FileVault, clock_of, read_connection
from console.core.clock import SystemClock
from console.core.errors import Busy, Offline, Trouble
from console.core.model import ADS, Platform
from console.sync.resting import Resting

AGAIN_S = 15.0  # between two questions to whoever did not answer
MUCH_LATER_S = 600.0  # after an answer that asking again will hardly change

log = logging.getLogger(__name__)


class Asking:
    """The tasks that ask until somebody answers, by name."""

    def __init__(self) -> None:
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def keep(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        """Own a task that asks; one of the same name is replaced."""
        former = self._tasks.pop(name, None)
        if former is not None:
            former.cancel()
        self._tasks[name] = asyncio.get_running_loop().create_task(work, name=f"asking:{name}")

    async def stop(self) -> None:
        tasks = list(self._tasks.values())
        self._tasks.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class FileShops:
    """One file at a time. ``is_demo``: it is a sandbox's."""

    def __init__(self, bindings: Bindings, ads: AdsBindings, clock: SystemClock, asking: Asking) -> None:
        self._bindings = bindings
        self._ads = ads
        self._clock = clock
        self._asking = asking
        self.is_demo = False
        self._file: tuple[Connection, FileVault] | None = None
        self._adopted: dict[Platform, str] = {}

    async def connect(self, path: Path) -> list[Trouble]:
        """Read the shops whose tokens a connection file holds, and no others for the rest of this run.

        Their secrets stay in the file. Raises ConnectTrouble when it is no good; the troubles returned are those of
        platforms that did not say whose tokens they are.
        """
        connection = await asyncio.to_thread(read_connection, path)
        clock, trouble = await clock_of(connection)
        if trouble is not None:
            log.warning("the clock of %s is unknown: %s", connection.control_url, trouble.code)
        await self._asking.stop()
        await self._ads.rest()
        await self._bindings.rest()
        self._clock.offset_ms = clock.offset_ms
        self.is_demo = bool(connection.control_url)
        self._file = (connection, FileVault(path))
        self._adopted.clear()
        answers = await asyncio.gather(*(self._adopt(platform) for platform in Platform), return_exceptions=True)
        for answer in answers:
            if isinstance(answer, BaseException) and not isinstance(answer, Trouble):
                raise answer
        return [answer for answer in answers if isinstance(answer, Trouble)]

    async def _adopt(self, platform: Platform) -> None:
        """Whose token of the file this is: read that shop, and pair it with the file's other one."""
        assert self._file is not None  # noqa: S101 - set before anybody is asked
        connection, vault = self._file
        shop = await self._bindings.adopt(platform, vault, platform.value, connection.keys(platform).base_url)
        self._adopted[platform] = shop.shop_id
        ads = connection.kuaishou_ads
        if platform is Platform.KUAISHOU and ads is not None:
            await self._ads.adopt(ads.advertiser_id, shop.shop_id, vault, ADS, ads.base_url)
        if len(self._adopted) == len(Platform):
            await self._bindings.pair(self._adopted[Platform.KUAISHOU], self._adopted[Platform.YOUZAN])

    def keep_asking(self, first_s: float) -> None:
        """Ask the file's platforms that did not answer again, until they do."""
        if self._file is None:
            return
        for platform in set(Platform) - set(self._adopted):
            self._asking.keep(platform.value, self._ask_again(platform, first_s))

    async def _ask_again(self, platform: Platform, pause_s: float) -> None:
        resting = Resting(f"asking:{platform}", AGAIN_S)
        while platform not in self._adopted:
            await asyncio.sleep(pause_s)
            try:
                with resting.going_on(but=Trouble) as turn:
                    await self._adopt(platform)
                if turn.failed is not None:
                    pause_s = resting.after(turn.failed)
            except Trouble as trouble:
                log.info("%s does not say whose token this is: %s", platform, trouble.code)
                pause_s = AGAIN_S if isinstance(trouble, (Offline, Busy)) else MUCH_LATER_S
