"""The window on an empty profile, against both platforms behind sockets."""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from accounts_bench import Bench
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.app.joining import Assembly
from console.store.profile import Profile
from console.store.secrets import MemoryVault, SupportsSecrets
from console.ui import theme
from console.ui.bridge import Bridge
from console.ui.context import Desk
from console.ui.language import Translators
from console.ui.preferences import Preferences
from console.ui.shell import Shell


@pytest.fixture(autouse=True)
def _garbage_is_collected_here() -> Iterator[None]:
    """Qt's objects must die on the thread they live on, as in the program."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def open_bench(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, open_sandbox: Callable[..., Any], until: Any
) -> Iterator[Callable[..., Any]]:
    """``async with open_bench("--items", "20", …) as bench``: a sandbox, and the window on an empty profile.

    All of it ends before the test does: afterwards events are handled while no loop runs.
    """
    translators = Translators(qapp)
    translators.use("zh_CN")
    theme.apply(qapp, "light")
    vault = MemoryVault()

    async def opened() -> tuple[SupportsSecrets, bool]:
        return vault, True

    @asynccontextmanager
    async def start(*words: str) -> AsyncIterator[Bench]:
        box = await asyncio.to_thread(open_sandbox, *words)
        with Profile.open(tmp_path / "profile") as profile:
            assembly = await Assembly.open(profile, opened)
            preferences = Preferences(tmp_path / "window.ini")
            preferences.appearance, preferences.language = "light", "zh_CN"
            shell = Shell(preferences)
            shell.resize(1440, 900)
            shell.show()
            bridge = Bridge(assembly.hub)
            desk = Desk(
                database=assembly.database,
                changes=bridge,
                clock=assembly.clock,
                actions=assembly,
                preferences=preferences,
                log_path=profile.log_path,
            )
            shell.furnish(desk)
            bench = Bench(box, assembly, shell, vault, until)
            try:
                await bench.follow_clock()
                assembly.start()
                await bench.settle()
                yield bench
            finally:
                shell.hide()
                bridge.close()
                await shell.close_pages()
                await assembly.close()
                shell.may_close = True
                shell.close()
                shell.deleteLater()

    yield start
    translators.use("en")
