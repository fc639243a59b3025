"""A shop of a hundred orders, a carrier that gives numbers, and the outbox that asks for them."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from outbox_platform import Clock
from sync_waybills import NOW
from waybill_world import SHOP, Numbers, order

from console.core.model import Platform, Shop
from console.store.database import Database
from console.store.orders import save_orders
from console.store.shops import put_shop
from console.sync.hub import Hub
from console.sync.outbox import Outbox


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def numbers() -> Numbers:
    return Numbers()


@pytest.fixture
async def database(tmp_path: Path, clock: Clock, numbers: Numbers) -> AsyncIterator[Database]:
    file = Database.open(tmp_path / "console.db", clock)
    await file.write(put_shop, Shop(shop_id=SHOP, platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居"))
    orders = [order(number) for number in range(100)]
    numbers.books = {one.order_no: one for one in orders}
    await file.write(save_orders, SHOP, orders, NOW)
    yield file
    file.close()


@pytest.fixture
def outbox(database: Database, clock: Clock, numbers: Numbers) -> Outbox:
    made = Outbox(database, clock, Hub())
    made.bind(SHOP, numbers)
    return made
