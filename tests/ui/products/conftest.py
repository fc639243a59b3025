"""The tab most tests of it look at: over goods of two shops, or over an empty file."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from ui_products import fill, opened

from console.ui.context import Desk
from console.ui.tabs.products.page import ProductsPage


@pytest.fixture
async def page(desk: Desk, qtbot: QtBot, until: Any) -> AsyncIterator[ProductsPage]:
    await desk.database.write(fill, desk.now())
    made = await opened(desk, qtbot, until)
    yield made
    made.hide()
    await made.close_page()


@pytest.fixture
async def bare(desk: Desk, qtbot: QtBot, until: Any) -> AsyncIterator[ProductsPage]:
    made = await opened(desk, qtbot, until)
    yield made
    made.hide()
    await made.close_page()
