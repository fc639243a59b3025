"""Reads one ads account every ten minutes, by the shop day, while its shop's switch for figures is on."""

import asyncio
import logging
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from console.core.changes import changed
from console.core.clock import DAY, Clock, day_start
from console.core.errors import FileTrouble, Trouble, Unreadable
from console.core.gateway import BadRow, Page, SupportsAds, Window
from console.core.model import ADS, AdHour
from console.core.permissions import Ability
from console.store import ads, health
from console.store.permissions import permissions
from console.sync.reading import PASSES, Listing
from console.sync.resting import Resting

if TYPE_CHECKING:
    from console.store.database import Database
    from console.sync.hub import Hub

EVERY_S = 600.0
AGAIN_MS = 2 * DAY  # hours this young may still be revised
STREAM = "ads"

log = logging.getLogger(__name__)


def days(read_at: int | None, now: int, reach_ms: int) -> Iterator[Window]:
    """The shop days to be read, oldest first: the last two and what was missed, the first time all there are."""
    since = now - reach_ms if read_at is None else min(now - AGAIN_MS, read_at - DAY)
    begin = day_start(max(since, now - reach_ms))
    while begin < now:
        yield Window(begin_at=begin, end_at=min(begin + DAY, now))
        begin += DAY


class AdsReader:
    """Owns the task that reads. ``account``: its number, its key in health, its shop and the platform's address."""

    def __init__(
        self, gateway: SupportsAds, account: tuple[str, str, str, str], database: "Database", clock: Clock, hub: "Hub"
    ) -> None:
        self.advertiser_id, self._key, self.shop_id, self.base_url = account
        self._gateway = gateway
        self._database = database
        self._clock = clock
        self._hub = hub
        self._bad: list[BadRow] = []
        self._resting = Resting(f"ads:{self.advertiser_id}")
        self._awake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._keep(), name=f"ads:{self.advertiser_id}")

    def wake(self) -> None:
        self._awake.set()

    async def stop(self) -> None:
        """What was read stays; a renewal of the token runs to its end, the gateway waits for it."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _keep(self) -> None:
        while True:
            self._awake.clear()
            try:
                with self._resting.going_on(but=FileTrouble):
                    await self.read()
            except FileTrouble as trouble:  # whoever writes more than this complains of it
                log.info("ads are not kept now: %s", trouble.code)
            await self._wait()

    async def _wait(self) -> None:
        """For the next turn, or until somebody wakes us."""
        waits = [asyncio.create_task(self._awake.wait()), asyncio.create_task(self._clock.sleep(EVERY_S))]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for each in waits:
                each.cancel()
            await asyncio.gather(*waits, return_exceptions=True)

    async def read(self) -> None:
        """Read what is due, if the merchant lets us. A trouble is noted and not raised."""
        allowed, read_at = await self._database.read(self._due)
        if not allowed:
            return
        try:
            with self._resting.going_on(but=(Trouble, FileTrouble)) as turn:
                await self._read(read_at)
        except Trouble as trouble:
            log.info("%s: %s %s", self._key, trouble.kind, trouble.code)
            told = (trouble.kind, trouble.code, trouble.detail, self._clock.now_ms())
            await self._database.write(health.note_trouble, self._key, STREAM, *told)
        else:
            await self._note_end(turn.failed)
        self._hub.announce(changed("health", shop_id=self.shop_id))

    async def _note_end(self, fault: Exception | None) -> None:
        """Well, or a fault of ours: that is shown like a trouble, and tried again."""
        if fault is None:
            self._resting.well()
            await self._database.write(self._note_well, self._clock.now_ms())
            return
        what, now = type(fault).__name__, self._clock.now_ms()
        await self._database.write(health.note_trouble, self._key, STREAM, "unreadable", "sync.fault", what, now)

    async def _read(self, read_at: int | None) -> None:
        self._bad = []
        for window in days(read_at, self._clock.now_ms(), self._gateway.ad_windows.reach_ms):
            await self._read_day(window)
        if self._bad:  # the others are kept; this one is asked for again
            first = self._bad[0]
            raise Unreadable("kuaishou_ads.hours", platform=ADS, detail=f"{first.key} {first.reason}")

    async def _read_day(self, window: Window) -> None:
        async def ask(cursor: str | None) -> Page[AdHour]:
            return await self._gateway.ad_hours(window, cursor)

        missing = 0
        for _ in range(PASSES):
            reading = await Listing(ask, lambda hour: str(hour.begin_at), self._save).read()
            if reading.complete:
                return
            missing = reading.missing
        raise Unreadable("sync.drift", platform=ADS, detail=f"{STREAM}: {missing}")

    async def _save(self, rows: Sequence[AdHour], bad: Sequence[BadRow], _completes: bool) -> None:
        self._bad += bad
        await self._database.write(ads.save_hours, rows, self._clock.now_ms())

    def _due(self, conn: Connection) -> tuple[bool, int | None]:
        allowed = permissions(conn, self.shop_id).may_read(Ability.FIGURES)
        mine = (row.read_at for row in ads.accounts(conn) if row.advertiser_id == self.advertiser_id)
        return allowed, next(mine, None)

    def _note_well(self, conn: Connection, now: int) -> None:
        ads.note_read(conn, self.advertiser_id, now)
        health.note_success(conn, self._key, STREAM, now)
