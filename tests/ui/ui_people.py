"""人员与权限 as its tests use it: a key store that can be silent, words typed by keys, rows of the trail."""

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from console.core.operators import Role
from console.store import audit
from console.store.secrets import MemoryVault, SupportsSecrets, VaultTrouble
from console.ui.session import Session
from console.ui.tabs.settings.page import SettingsPage


class Vault(MemoryVault):
    """A key store; can be silent, can turn out to be none."""

    def __init__(self) -> None:
        super().__init__()
        self.silent = False
        self.lasts = True

    async def opened(self) -> tuple[SupportsSecrets, bool]:
        return self, self.lasts

    async def keep(self, key: str, text: str) -> None:
        if self.silent:
            raise VaultTrouble("locked")
        await super().keep(key, text)


async def named(session: Session) -> None:
    await session.add("陈静", Role.OWNER, "1234")
    await session.add("王强", Role.CLERK, "5678")


def type_in(qtbot: QtBot, *words: str) -> None:
    """Type into the field that has the focus, Tab, into the next …; the last one ends with Enter."""
    for number, word in enumerate(words):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClicks(focus, word)
        qtbot.keyClick(focus, Qt.Key.Key_Return if number == len(words) - 1 else Qt.Key.Key_Tab)


def bytes_of(folder: Path) -> bytes:
    """Everything that lies in it."""
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def says(widget: QWidget) -> str:
    return "\n".join(part.text() for part in widget.findChildren(QLabel) if part.isVisible())


async def rows_of(page: SettingsPage) -> list[tuple[str, dict[str, Any]]]:
    found = await page.desk.database.read(audit.rows, "operators.")
    return [(row.action, json.loads(row.detail)) for row in found]
