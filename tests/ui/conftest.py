"""What the window's tests stand on: a file of their own, a desk, actions that remember what was asked."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from ui_fakes import FakeActions, FakeChanges

from console.core.clock import SystemClock
from console.store.database import Database
from console.ui import theme
from console.ui.bridge import Bridge
from console.ui.context import Desk
from console.ui.language import Translators
from console.ui.preferences import Preferences


@pytest.fixture
def translators(qapp: QApplication) -> Iterator[Translators]:
    """Chinese, as long as nothing else is asked for."""
    made = Translators(qapp)
    made.use("zh_CN")
    yield made
    made.use("en")


@pytest.fixture
def look(qapp: QApplication, translators: Translators) -> QApplication:
    """The application in light Chinese, as the window sets it."""
    theme.apply(qapp, "light")
    return qapp


@pytest.fixture
def changes() -> FakeChanges:
    return FakeChanges()


@pytest.fixture
def actions() -> FakeActions:
    return FakeActions()


@pytest.fixture
async def desk(
    look: QApplication, tmp_path: Path, ready_file: Path, changes: FakeChanges, actions: FakeActions
) -> AsyncIterator[Desk]:
    """A desk over an empty file."""
    clock = SystemClock()
    shutil.copyfile(ready_file, tmp_path / "console.db")
    database = await asyncio.to_thread(Database.open, tmp_path / "console.db", clock)
    preferences = Preferences(tmp_path / "window.ini")
    preferences.appearance = "light"
    preferences.language = "zh_CN"
    bridge = Bridge(changes)
    yield Desk(
        database=database,
        changes=bridge,
        clock=clock,
        actions=actions,
        preferences=preferences,
        log_path=tmp_path / "console.log",
    )
    bridge.close()
    await asyncio.to_thread(database.close)
