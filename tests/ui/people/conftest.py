"""The section of people, over a file and a key store of its own."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from ui_people import Vault

from console.store.operators import Roster
from console.store.pins import Pins
from console.ui.context import Desk
from console.ui.session import Session
from console.ui.tabs.settings.page import SettingsPage


@pytest.fixture
def vault() -> Vault:
    return Vault()


@pytest.fixture
def session(desk: Desk, vault: Vault) -> Session:
    return Session(Roster(desk.database, Pins(vault.opened), desk.clock))


@pytest.fixture
async def page(qtbot: QtBot, desk: Desk, session: Session) -> AsyncIterator[SettingsPage]:
    made = SettingsPage(replace(desk, session=session, database=desk.database.acting(session.by)))
    made.resize(1000, 700)
    made.show()
    made.activateWindow()
    made.show_section("people")
    yield made
    await made.close_page()
    made.close()
    made.deleteLater()
