"""The program's own window on a profile of its own, and what sends a show into its door."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
from PySide6.QtWidgets import QApplication

from console.app.joining import Assembly
from console.store.profile import Profile
from console.ui import theme
from console.ui.bridge import Bridge
from console.ui.context import Desk
from console.ui.language import Translators
from console.ui.preferences import Preferences
from console.ui.shell import Shell


@asynccontextmanager
async def window(folder: Path, qapp: QApplication) -> AsyncIterator[tuple[Assembly, Shell]]:
    """The program's own parts, on a profile of their own."""
    translators = Translators(qapp)
    translators.use("zh_CN")
    theme.apply(qapp, "light")
    preferences = Preferences(folder / "window.ini")
    preferences.language = "zh_CN"
    with Profile.open(folder / "profile") as profile:
        assembly = await Assembly.open(profile)
        shell, bridge = Shell(preferences), Bridge(assembly.hub)
        shell.resize(1440, 900)
        shell.show()
        shell.furnish(
            Desk(
                database=assembly.database,
                changes=bridge,
                clock=assembly.clock,
                actions=assembly,
                preferences=preferences,
                log_path=profile.log_path,
            )
        )
        try:
            yield assembly, shell
        finally:
            bridge.close()
            await shell.close_pages()
            shell.may_close = True
            shell.close()
            shell.deleteLater()
            await assembly.close()
            translators.use("en")


class Helper:
    """What an operator's browser helper sends."""

    def __init__(self, address: str, token: str) -> None:
        self._client = httpx.AsyncClient(headers={"x-console-token": token}, base_url=address)

    async def send(self, route: str, body: dict[str, Any]) -> dict[str, Any]:
        while True:
            answer = await self._client.post(route, json=body)
            if answer.status_code != 429:
                answer.raise_for_status()
                told: dict[str, Any] = answer.json()
                return told
            await asyncio.sleep(0.2)  # as the door asks of whoever is too fast

    async def close(self) -> None:
        await self._client.aclose()
