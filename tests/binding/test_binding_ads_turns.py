"""When an ads account is read: every ten minutes, and at once when somebody asks; by a clock that a test turns."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from console.binding.ads_reading import EVERY_S, AdsReader
from console.core.clock import DAY, MINUTE, SystemClock
from console.core.errors import SignInNeeded
from console.core.gateway import Page, Window, WindowRule
from console.core.model import AdHour
from console.store import ads, health
from console.store.database import Database
from console.sync.hub import Hub

NOW = 1_768_444_200_000
KEY = "kuaishou_ads:901"


class TurnedClock:
    """Time goes on when the test says so; who sleeps wakes when his time has come."""

    def __init__(self) -> None:
        self.now = NOW
        self._sleeping: list[tuple[int, asyncio.Event]] = []

    def now_ms(self) -> int:
        return self.now

    async def sleep(self, seconds: float) -> None:
        woken = asyncio.Event()
        mine = (self.now + round(seconds * 1000), woken)
        self._sleeping.append(mine)
        try:
            await woken.wait()
        finally:
            self._sleeping.remove(mine)

    @property
    def until(self) -> list[int]:
        return [at for at, _ in self._sleeping]

    def turn(self, length_ms: int) -> None:
        self.now += length_ms
        for at, woken in self._sleeping:
            if at <= self.now:
                woken.set()


class CountedReport:
    """Answers one hour a day, or refuses."""

    ad_windows = WindowRule(span_ms=DAY, reach_ms=6 * DAY, lag_ms=0, overlap_ms=DAY)

    def __init__(self) -> None:
        self.asked = 0
        self.refuses = False
        self.broken = False

    async def ad_hours(self, window: Window, cursor: str | None) -> Page[AdHour]:
        self.asked += 1
        if self.broken:
            raise ZeroDivisionError
        if self.refuses:
            raise SignInNeeded("kuaishou_ads.grant")
        hour = AdHour(advertiser_id="901", begin_at=window.begin_at, cost_fen=1_00)
        return Page(rows=[hour], bad=[], cursor=None, total=1)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    made = await asyncio.to_thread(Database.open, tmp_path / "console.db", SystemClock())
    await made.write(ads.put_account, "901", "kuaishou:1", NOW)
    yield made
    await asyncio.to_thread(made.close)


@pytest.fixture
async def turns(database: Database) -> AsyncIterator[tuple[AdsReader, TurnedClock, CountedReport]]:
    clock, report = TurnedClock(), CountedReport()
    reader = AdsReader(report, ("901", KEY, "kuaishou:1", "https://ads.example"), database, clock, Hub())
    reader.start()
    yield reader, clock, report
    await reader.stop()
    assert not clock.until, "nobody sleeps on"


async def test_it_is_read_at_once_and_then_every_ten_minutes(turns: Any, until: Any) -> None:
    _, clock, report = turns
    await until(lambda: clock.until)
    assert report.asked == 7, "at first all there are"
    assert clock.until == [NOW + round(EVERY_S * 1000)]
    assert EVERY_S * 1000 == 10 * MINUTE
    clock.turn(10 * MINUTE - 1)
    for _ in range(5):
        await asyncio.sleep(0)
    assert report.asked == 7, "not before its time"
    clock.turn(1)
    await until(lambda: clock.until == [clock.now + 10 * MINUTE])
    assert report.asked == 10, "two days and today, which may still be revised"


async def test_waking_reads_now(turns: Any, until: Any, database: Database) -> None:
    reader, clock, report = turns
    await until(lambda: clock.until)
    clock.now += MINUTE
    reader.wake()
    await until(lambda: clock.until == [NOW + 11 * MINUTE])
    assert report.asked == 10
    assert (await database.read(ads.accounts))[0].read_at == NOW + MINUTE


async def test_a_dead_sign_in_is_noted_once_and_its_hours_stay(turns: Any, until: Any, database: Database) -> None:
    _, clock, report = turns
    await until(lambda: clock.until)
    report.refuses = True
    for turn in (1, 2):
        clock.turn(10 * MINUTE)
        await until(lambda turn=turn: clock.until == [NOW + (turn + 1) * 10 * MINUTE])
    [row] = await database.read(health.health)
    assert (row.shop_id, row.kind, row.code) == (KEY, "sign_in_needed", "kuaishou_ads.grant")
    assert (row.success_at, row.since_at) == (NOW, NOW + 10 * MINUTE), "since the first time"
    assert (await database.read(ads.day, "901", NOW)).cost_fen == 1_00


async def test_a_fault_of_ours_is_told_once_shown_and_got_over(turns: Any, until: Any, database: Database) -> None:
    told: list[str] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context["message"]))
    _, clock, report = turns
    await until(lambda: clock.until)
    report.broken = True
    for turn in (1, 2):
        clock.turn(10 * MINUTE)
        await until(lambda turn=turn: clock.until == [NOW + (turn + 1) * 10 * MINUTE])
    [row] = await database.read(health.health)
    assert (row.kind, row.code, row.detail) == ("unreadable", "sync.fault", "ZeroDivisionError")
    assert told == ["ads:901 failed"]
    report.broken = False
    clock.turn(10 * MINUTE)
    await until(lambda: clock.until == [NOW + 40 * MINUTE])
    [row] = await database.read(health.health)
    assert row.kind == ""
