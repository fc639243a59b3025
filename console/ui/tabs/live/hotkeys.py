"""Keys of a show, the same in every window of ours: main window and wall. Outside of them nothing is listened to."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

Acts = Mapping[str, Callable[[], object]]


def listen(where: QWidget, acts: Acts) -> None:
    """Each key once, however long it is held: a second cue must not be confirmed by a heavy finger."""
    for keys, act in acts.items():
        shortcut = QShortcut(QKeySequence(keys), where)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
