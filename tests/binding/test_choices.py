"""What the merchant chooses for a shop is kept, told once, and what was switched on is read at once."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import cast

import pytest

from console.binding.choices import Choices
from console.core.changes import Changes
from console.core.clock import SystemClock
from console.core.permissions import Permissions, Switch
from console.store.audit import rows
from console.store.database import Database
from console.store.outlook import Package, bought
from console.store.permissions import permissions
from console.sync.engine import Engine
from console.sync.hub import Hub

SHOP = "kuaishou:1"


class Woken:
    """Stands in for the engine: remembers whom it was to read."""

    def __init__(self) -> None:
        self.shops: list[str | None] = []

    def wake(self, shop_id: str | None = None) -> None:
        self.shops.append(shop_id)


class Bench:
    """Choices on a file of their own."""

    def __init__(self, database: Database, clock: SystemClock) -> None:
        self.database = database
        self.woken = Woken()
        self.heard: list[Changes] = []
        hub = Hub()
        hub.subscribe(self.heard.append)
        self.choices = Choices(database, clock, cast(Engine, self.woken), hub)


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    clock = SystemClock()
    database = await asyncio.to_thread(Database.open, tmp_path / "console.db", clock)
    yield Bench(database, clock)
    await asyncio.to_thread(database.close)


async def test_a_switch_is_kept_told_and_read(bench: Bench) -> None:
    await bench.choices.set_switch(SHOP, Switch.REAL_TIME, True)
    await asyncio.sleep(0)
    assert Switch.REAL_TIME in (await bench.database.read(permissions, SHOP)).on
    assert bench.woken.shops == [SHOP]
    assert [(changes.kinds, changes.shop_id) for changes in bench.heard] == [(frozenset({"settings"}), SHOP)]
    assert [row.subject for row in await bench.database.read(rows, "settings.put")] == [f"shops.{SHOP}.real_time"]


async def test_what_changes_nothing_is_not_told(bench: Bench) -> None:
    await bench.choices.set_switch(SHOP, Switch.ORDERS, True)
    await bench.choices.set_read_only(SHOP, False)
    await asyncio.sleep(0)
    assert (bench.woken.shops, bench.heard) == ([], [])
    assert await bench.database.read(permissions, SHOP) == Permissions()


async def test_switching_off_reads_nothing(bench: Bench) -> None:
    await bench.choices.set_switch(SHOP, Switch.ORDERS, False)
    await bench.choices.set_read_only(SHOP, True)
    kept = await bench.database.read(permissions, SHOP)
    assert (Switch.ORDERS in kept.on, kept.read_only) == (False, True)
    assert bench.woken.shops == []


async def test_what_was_bought_can_be_taken_back(bench: Bench) -> None:
    package = Package(most=2_000_000)
    await bench.choices.set_bought(SHOP, package, 1_814_371_199_000)
    assert await bench.database.read(bought, SHOP) == (package, 1_814_371_199_000)
    await bench.choices.set_bought(SHOP, None, None)
    assert await bench.database.read(bought, SHOP) == (None, None)
