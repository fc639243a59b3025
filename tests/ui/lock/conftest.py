"""A window that people can lock, and what it stands on."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from ui_lock import HandClock, Vault

from console.store.operators import Roster
from console.store.pins import Pins
from console.ui.context import Desk
from console.ui.session import Session
from console.ui.shell import Shell


@pytest.fixture
def vault() -> Vault:
    return Vault()


@pytest.fixture
def hand() -> HandClock:
    return HandClock()


@pytest.fixture
def session(desk: Desk, vault: Vault, hand: HandClock) -> Session:
    return Session(Roster(desk.database, Pins(vault.opened), hand))


@pytest.fixture
def peopled(desk: Desk, session: Session, hand: HandClock) -> Desk:
    """A desk with a session; nobody is named yet."""
    return replace(desk, session=session, clock=hand, database=desk.database.acting(session.by))


@pytest.fixture
async def shell(qtbot: QtBot, peopled: Desk) -> AsyncIterator[Shell]:
    made = Shell(peopled.preferences)
    made.resize(1440, 900)
    made.show()
    made.furnish(peopled)
    made.activateWindow()
    yield made
    await made.close_pages()
    made.may_close = True
    made.close()
    made.deleteLater()
