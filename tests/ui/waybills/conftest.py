"""The orders page with five orders to send, a carrier that gives numbers and a printer."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from ui_fakes import FakeActions, FakeChanges
from ui_waybills import SHOP, World, order, place_fields, quiet

from console.core.model import (
    Platform,
    Shop,
)
from console.core.waybills import Sender
from console.store import waybills
from console.store.orders import save_orders
from console.store.shops import put_shop
from console.ui.context import Desk
from console.ui.tabs.orders.page import OrdersPage


@pytest.fixture
async def world(
    desk: Desk, changes: FakeChanges, actions: FakeActions, qtbot: QtBot, until: Any, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[World]:
    made = World(desk, changes, actions)
    now = desk.now()
    await desk.database.write(
        put_shop, Shop(shop_id=SHOP, platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居")
    )
    orders = [order(number, now) for number in range(5)]
    made.carrier.books = {one.order_no: one for one in orders}
    await desk.database.write(save_orders, SHOP, orders, now)
    await desk.database.write(
        waybills.put_sender, SHOP, Sender(name="小禾家居", mobile="13800008820", **place_fields()), now
    )
    made.outbox.bind(SHOP, made.carrier)
    page = made.page = OrdersPage(desk)

    async def none() -> list[str]:
        return []

    monkeypatch.setattr(page.waybills, "system_printers", none)
    qtbot.addWidget(page)
    page.resize(1240, 800)
    page.show()
    await quiet(page, until)
    yield made
    page.hide()
    await page.close_page()
