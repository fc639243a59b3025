"""The page most tests of this room look at."""

from collections.abc import AsyncIterator

import pytest
from live_page import shown_page
from PySide6.QtWidgets import QApplication

from console.ui.context import Desk
from console.ui.tabs.live.page import LivePage


@pytest.fixture
async def page(desk: Desk, qapp: QApplication) -> AsyncIterator[LivePage]:
    async with shown_page(desk) as made:
        yield made
