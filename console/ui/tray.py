"""Notices beside the desktop's clock, where the system has such a place; else the window's entry asks to be seen."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from console.ui import icons
from console.ui.theme import current

STAYS_MS = 8_000
PIXELS = 64


class Tray(QObject):
    """``opened`` comes with a click on a notice. Nothing is beside the clock before the first one."""

    opened = Signal()

    def __init__(self, window: QWidget, is_there: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable) -> None:
        super().__init__(window)
        self._window = window
        self._is_there = is_there
        self.icon: QSystemTrayIcon | None = None

    def say(self, title: str, words: str) -> None:
        """Put up a notice; it goes by itself."""
        if self._is_there():
            picture = QIcon(icons.pixmap("radio", PIXELS, current()["accent"]))
            if self.icon is None:
                self.icon = QSystemTrayIcon(picture, self)
                self.icon.messageClicked.connect(self.opened)
                self.icon.activated.connect(lambda _why: self.opened.emit())
            self.icon.show()
            self.icon.setToolTip(title)
            self.icon.showMessage(title, words, picture, STAYS_MS)
        QApplication.alert(self._window.window())

    def close(self) -> None:
        """Leave nothing beside the clock."""
        if self.icon is not None:
            self.icon.hide()
            self.icon.deleteLater()
            self.icon = None
