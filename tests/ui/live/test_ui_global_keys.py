"""Keys in front of any program: Windows' part against a stand-in for user32; wanted, on air, given back."""

import ctypes
from collections.abc import Awaitable, Callable
from ctypes import wintypes

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from test_ui_live import feed, read, show

from console.core.live import LiveAction, LiveSignal
from console.ui import global_keys
from console.ui.context import Desk
from console.ui.global_keys import Acts, NoKeys, WindowsKeys, code_of
from console.ui.tabs.live.page import LivePage

Until = Callable[[Callable[[], bool]], Awaitable[None]]


class User32:
    """Takes every key but those that another program holds."""

    def __init__(self, held: set[int]) -> None:
        self.held = held
        self.keys: dict[int, tuple[int, int]] = {}

    def RegisterHotKey(self, window: None, number: int, modifiers: int, key: int) -> int:  # noqa: N802 - Windows' name
        assert window is None
        if key in self.held:
            return 0
        self.keys[number] = (modifiers, key)
        return 1

    def UnregisterHotKey(self, window: None, number: int) -> int:  # noqa: N802 - Windows' name
        assert window is None
        return int(self.keys.pop(number, None) is not None)


class FakeKeys:
    """A system that has them; ``held`` are another program's."""

    is_there = True

    def __init__(self, held: list[str]) -> None:
        self.held = held
        self.acts: Acts = {}

    def take(self, acts: Acts) -> list[str]:
        self.acts = {keys: act for keys, act in acts.items() if keys not in self.held}
        return self.held

    def release(self) -> None:
        self.acts = {}


def message(number: int, kind: int = global_keys.WM_HOTKEY) -> wintypes.MSG:
    made = wintypes.MSG()
    made.message, made.wParam = kind, number
    return made


@pytest.mark.parametrize(
    ("keys", "code"),
    [("F9", (0, 0x78)), ("Shift+F9", (4, 0x78)), ("Ctrl+Alt+1", (3, 0x31)), ("Ctrl+Z", (2, 0x5A)), ("F10", (0, 0x79))],
)
def test_keys_as_windows_numbers_them(keys: str, code: tuple[int, int]) -> None:
    assert code_of(keys) == code


@pytest.mark.parametrize("keys", ["F13", "Hyper+1", "Ctrl+", "Ctrl+é"])
def test_keys_that_are_none(keys: str) -> None:
    with pytest.raises(ValueError, match="no such"):
        code_of(keys)


def test_windows_messages_do_what_their_key_says_until_it_is_given_back(qapp: QApplication) -> None:
    user32, done = User32({0x79}), []
    keys = WindowsKeys(user32)
    assert keys.take({"F9": lambda: done.append("F9"), "F10": lambda: done.append("F10")}) == ["F10"]
    assert user32.keys == {1: (global_keys.NO_REPEAT, 0x78)}
    told, other = message(1), message(1, 0x0100)
    assert keys.heard.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(told)) == (True, 0)
    assert keys.heard.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(other)) == (False, 0)
    assert keys.heard.nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)
    assert done == ["F9"]
    keys.release()
    assert user32.keys == {}
    keys.heard.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(told))
    assert done == ["F9"]


async def test_only_if_wanted_only_on_air_and_given_back(page: LivePage, desk: Desk, until: Until) -> None:
    told: list[str] = []
    page.said.connect(lambda words, _under: told.append(words))
    link, keys = page.cueing.panel.everywhere, FakeKeys(["Ctrl+Alt+3"])
    assert isinstance(page.everywhere.keys, NoKeys)
    assert link.text() == "热键只在本程序窗口内有效"
    page.everywhere.keys = keys
    page.everywhere.toggle()  # wanted, but no show is on
    assert link.text() == "全局热键：开"
    assert keys.acts == {}
    await feed(desk, show(desk.now()))
    await read(page)
    assert {"F9", "Shift+F9", "F10", "Ctrl+Alt+1"} <= set(keys.acts)
    assert "其他程序占用：Ctrl+Alt+3" in told[-1]
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert link.text() == "全局热键：关"
    assert keys.acts == {}
    page.everywhere.toggle()
    assert keys.acts
    over = LiveSignal(session_id="s", action=LiveAction.STOP, at=desk.now())
    await feed(desk, [over])
    await read(page)
    assert keys.acts == {}
