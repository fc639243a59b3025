"""Has the page read while it is out of sight: whoever packs orders during a show is called all the same."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from console.core.changes import Changes
from console.ui.context import Desk
from console.ui.page import Page

PACE_MS = 5_000


class Lookout(QObject):
    """``due`` comes every five seconds while the page is out of sight and a show is on, or may have begun."""

    due = Signal()

    def __init__(self, page: Page, desk: Desk, is_on: Callable[[], bool]) -> None:
        super().__init__(page)
        self._page = page
        self._is_on = is_on
        self._heard = False  # something was told of a show meanwhile
        desk.changes.changed.connect(self._hear)
        self._beat = QTimer(self)
        self._beat.setInterval(PACE_MS)
        self._beat.timeout.connect(self.look)
        self._beat.start()

    def look(self) -> None:
        """Ask for a reading where the page does not look itself."""
        if self._page.isVisible() and not self._page.window().isMinimized():
            self._heard = False
        elif self._heard or self._is_on():
            self._heard = False
            self.due.emit()

    def close(self) -> None:
        """Look no more."""
        self._beat.stop()

    def _hear(self, changes: Changes) -> None:
        self._heard = self._heard or "live" in changes.kinds
