"""Keys that hold whichever program is in front. Off unless wanted; each system needs a part of its own.

Windows' part was written by its documentation and tried against a stand-in only: it has not been run on Windows. Other
systems have none; there keys hold in our own windows.
"""

import ctypes
import sys
from collections.abc import Callable, Mapping
from ctypes import wintypes
from typing import Any, Final, Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

Acts = Mapping[str, Callable[[], object]]

WM_HOTKEY: Final = 0x0312
MODIFIERS: Final = {"Alt": 0x0001, "Ctrl": 0x0002, "Shift": 0x0004}
NO_REPEAT: Final = 0x4000
F1: Final = 0x70


class GlobalKeys(Protocol):
    """One set of keys at a time."""

    @property
    def is_there(self) -> bool:
        """Whether this system has them at all."""
        ...

    def take(self, acts: Acts) -> list[str]:
        """Listen to these everywhere; returns those that another program holds already."""
        ...

    def release(self) -> None:
        """Listen no longer. Harmless where nothing was taken."""
        ...


class NoKeys:
    """A system without them."""

    is_there = False

    def take(self, acts: Acts) -> list[str]:
        return list(acts)

    def release(self) -> None:
        return


class _Heard(QAbstractNativeEventFilter):
    """Picks WM_HOTKEY out of the window messages of this thread."""

    def __init__(self, act: Callable[[int], None]) -> None:
        super().__init__()
        self._act = act

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        if QByteArray(kind).data() == b"windows_generic_MSG":
            told = wintypes.MSG.from_address(int(message))
            if told.message == WM_HOTKEY:
                self._act(told.wParam)
                return True, 0
        return False, 0


class WindowsKeys:
    """RegisterHotKey of user32: the first who asks for a key has it."""

    is_there = True

    def __init__(self, user32: Any) -> None:
        self._user32 = user32
        self._acts: dict[int, Callable[[], object]] = {}
        self.heard = _Heard(self._act)

    def take(self, acts: Acts) -> list[str]:
        self.release()
        held: list[str] = []
        for number, (keys, act) in enumerate(acts.items(), 1):
            modifiers, key = code_of(keys)
            if self._user32.RegisterHotKey(None, number, modifiers | NO_REPEAT, key):
                self._acts[number] = act
            else:
                held.append(keys)
        app = QCoreApplication.instance()
        if app is not None and self._acts:
            app.installNativeEventFilter(self.heard)
        return held

    def release(self) -> None:
        for number in self._acts:
            self._user32.UnregisterHotKey(None, number)
        app = QCoreApplication.instance()
        if app is not None and self._acts:
            app.removeNativeEventFilter(self.heard)
        self._acts.clear()

    def _act(self, number: int) -> None:
        act = self._acts.get(number)
        if act is not None:
            act()


def code_of(keys: str) -> tuple[int, int]:
    """``"Ctrl+Alt+1"`` → modifiers and virtual key. Raises ValueError for a key that we do not use."""
    *held, last = keys.split("+")
    modifiers = 0
    for name in held:
        if name not in MODIFIERS:
            raise ValueError(f"no such modifier: {name}")
        modifiers |= MODIFIERS[name]
    if last.startswith("F") and last[1:].isdigit() and 1 <= int(last[1:]) <= 12:
        return modifiers, F1 + int(last[1:]) - 1
    if len(last) == 1 and last.isascii() and last.isalnum():
        return modifiers, ord(last.upper())
    raise ValueError(f"no such key: {keys}")


def global_keys() -> GlobalKeys:
    """What this system has."""
    library: Any = getattr(ctypes, "windll", None)
    return NoKeys() if sys.platform != "win32" or library is None else WindowsKeys(library.user32)
