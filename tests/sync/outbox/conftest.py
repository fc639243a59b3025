"""The worker, and a platform that loses calls."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from outbox_acts import NOW, SHOP
from outbox_platform import Clock, FakeGateway, FakePlatform

from console.core.model import Platform, Shop
from console.store.database import Database
from console.store.shops import put_shop
from console.sync.hub import Hub
from console.sync.outbox import Outbox


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def platform(clock: Clock) -> FakePlatform:
    return FakePlatform(clock)


@pytest.fixture
def gateway(platform: FakePlatform) -> FakeGateway:
    return FakeGateway(platform)


@pytest.fixture
async def database(tmp_path: Path, ready_file: Path, clock: Clock) -> AsyncIterator[Database]:
    shutil.copyfile(ready_file, tmp_path / "console.db")
    file = Database.open(tmp_path / "console.db", clock)
    await file.write(put_shop, Shop(shop_id=SHOP, platform=Platform.KUAISHOU, platform_shop_id="1", name="暖屋"))
    yield file
    file.close()


@pytest.fixture
def worker(database: Database, clock: Clock, gateway: FakeGateway) -> Outbox:
    made = Outbox(database, clock, Hub())
    made.bind(SHOP, gateway)
    return made
