"""The room over a file with tickets in all lanes."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from ui_aftersales import fill, opened
from ui_fakes import FakeActions

from console.ui.context import Desk
from console.ui.tabs.orders.aftersale_page import AfterSalesPage


@pytest.fixture
async def page(desk: Desk, actions: FakeActions, qtbot: QtBot, until: Any) -> AsyncIterator[AfterSalesPage]:
    async def write(fn: Any, *values: Any) -> Any:
        return await desk.database.write(fn, *values, desk.now())

    await fill(desk)
    actions.tickets.write = write
    made = await opened(desk, qtbot, until)
    yield made
    made.hide()
    await made.close_page()
