"""The accounts tab over two bound shops, and what answers it about ads accounts."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from ui_ads import FakeAds
from ui_fakes import FakeActions

from console.app.invented import invent
from console.ui.context import Desk
from console.ui.tabs.accounts.page import AccountsPage


@pytest.fixture
def asked(actions: FakeActions) -> FakeAds:
    return actions.advertising


@pytest.fixture
async def page(desk: Desk, qtbot: QtBot, until: Any) -> AsyncIterator[AccountsPage]:
    await invent(desk.database, desk.now(), 10)
    made = AccountsPage(desk)
    made.visited = []  # type: ignore[attr-defined]
    made.open_url = lambda address: made.visited.append(address) or True  # type: ignore[attr-defined,func-returns-value]
    qtbot.addWidget(made)
    made.resize(1240, 800)
    made.show()
    await until(lambda: made.is_settled)
    yield made
    made.hide()
    await made.close_page()
