"""The window's keys. Loaded after the first paint: what a key is to Qt is much to make."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def hear(window: QWidget, keys: Iterable[tuple[str, Callable[[], object]]]) -> None:
    """Each does what stands beside it, wherever in the window the focus is."""
    for words, act in keys:
        _hear(QShortcut(QKeySequence(words), window), act)


def _hear(shortcut: QShortcut, act: Callable[[], object]) -> None:
    shortcut.activated.connect(lambda: act())
