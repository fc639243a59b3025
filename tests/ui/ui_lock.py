"""People with PINs, a clock that is moved by hand, and a window that shows a buyer."""

import asyncio
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from console.core.operators import Operator, Role
from console.store.secrets import MemoryVault, SupportsSecrets, VaultTrouble
from console.ui.lock import LockPage
from console.ui.session import Session
from console.ui.shell import Shell

BUYER = "陶晓雯 138****4821"


LOCK = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Vault(MemoryVault):
    """Keeps PINs for the test; can be silent."""

    def __init__(self) -> None:
        super().__init__()
        self.silent = False
        self.lasts = True

    async def opened(self) -> tuple[SupportsSecrets, bool]:
        return self, self.lasts

    async def recall(self, key: str) -> str | None:
        if self.silent:
            raise VaultTrouble("locked")
        return await super().recall(key)


@dataclass
class HandClock:
    """Stands until it is moved."""

    now: int = 1_768_444_200_000

    def now_ms(self) -> int:
        return self.now

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)


async def named(session: Session) -> tuple[Operator, Operator]:
    """An owner, who is at the window, and a clerk."""
    one = await session.add("陈静", Role.OWNER, "1234")
    two = await session.add("王强", Role.CLERK, "5678")
    return one, two


def page_of(shell: Shell) -> LockPage:
    assert shell.locker is not None
    return shell.locker.page


def with_buyer(shell: Shell) -> QLabel:
    """The page in sight shows a buyer, in a colour that nothing else has."""
    assert shell.page is not None
    shown = QLabel(BUYER, shell.page)
    shown.setStyleSheet("background: #ff00fe; color: #ff00fe;")
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
    shown.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    shown.setToolTip(BUYER)
    shown.resize(300, 60)
    shown.show()
    return shown


def has_buyer(widget: QWidget) -> bool:
    """Whether the colour is anywhere in a picture of it."""
    image = widget.grab().toImage()
    wanted = QColor("#ff00fe").rgb()
    return any(image.pixel(x, y) == wanted for x in range(0, image.width(), 10) for y in range(0, image.height(), 10))


def in_sight(shell: Shell) -> list[str]:
    """Every text of a visible widget, in any window of the program."""
    found = []
    for window in QApplication.topLevelWidgets():
        for widget in (window, *window.findChildren(QWidget)):
            if widget.isVisible():
                found += [str(widget.property("text") or ""), widget.accessibleName(), widget.windowTitle()]
    return found


def press(window: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key as the window system hands it over: to the window, not to a widget."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        handle = window.windowHandle()
        if handle is not None:
            QApplication.sendEvent(handle, QKeyEvent(kind, key, held))


def point(window: QWidget) -> None:
    """The mouse moves over the window."""
    at, none = QPointF(600, 890), Qt.MouseButton.NoButton
    held = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window.windowHandle(), QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, held))


async def type_pin(qtbot: QtBot, page: LockPage, pin: str, until: Any) -> None:
    await until(lambda: not page.busy and QApplication.focusWidget() is page.pin)
    qtbot.keyClicks(page.pin, pin)
    qtbot.keyClick(page.pin, Qt.Key.Key_Return)
    await until(lambda: not page.busy)
