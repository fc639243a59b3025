"""A real window over an empty profile, everything below it, and a world outside that it is bound to."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from outbox_world import OwnWorld

from console.app.joining import Assembly
from console.binding.vaults import memory
from console.core.clock import SystemClock
from console.store.database import Database
from console.store.profile import Profile
from console.ui.bridge import Bridge
from console.ui.context import Desk
from console.ui.preferences import Preferences
from console.ui.shell import Shell


@asynccontextmanager
async def window(
    world: OwnWorld, folder: Path, clock: SystemClock | None = None
) -> AsyncIterator[tuple[Assembly, Shell, Desk]]:
    """Bound by the world's own file, in Chinese and light; all of it ends before the test does."""
    clock = clock or SystemClock()
    with Profile.open(folder / "profile") as profile:
        database = await asyncio.to_thread(Database.open, profile.database_path, clock)
        assembly = Assembly(profile, database, clock, memory)
        preferences = Preferences(folder / "window.ini")
        preferences.appearance, preferences.language = "light", "zh_CN"
        shell = Shell(preferences)
        shell.resize(1440, 900)
        shell.show()
        shell.activateWindow()
        bridge = Bridge(assembly.hub)
        desk = Desk(
            database=assembly.database,
            changes=bridge,
            clock=assembly.clock,
            actions=assembly,
            preferences=preferences,
            log_path=profile.log_path,
        )
        assembly.may, assembly.by = desk.session.may, desk.session.by
        shell.furnish(desk)
        try:
            assembly.start()
            assert await assembly.connect(world.connect) == []
            yield assembly, shell, desk
        finally:
            shell.hide()
            bridge.close()
            await shell.close_pages()
            await assembly.close()
            shell.may_close = True
            shell.close()
            shell.deleteLater()
