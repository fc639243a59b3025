"""How often a page reads the file: soon after there are news, never in a flurry, and once a minute without any."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

PAUSE_MS: Final = 2_000
AGAIN_S: Final = 60  # ages and deadlines move on although nothing changes


class Pacing(QObject):
    """Calls ``read`` of a page; the page says when one of them begins, whoever asked for it."""

    def __init__(self, page: QObject, read: Callable[[], None]) -> None:
        super().__init__(page)
        self._read = read
        self._again = False
        self._ticks = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._rested)

    def begun(self) -> None:
        """A reading begins: the next one for the sake of news comes after the pause."""
        self._pause.start()

    def news(self) -> None:
        """Read now, or once at the end of the pause, however much arrives in it."""
        if self._pause.isActive():
            self._again = True
            return
        self._read()

    def tick(self) -> None:
        """A second has passed."""
        self._ticks += 1
        if self._ticks % AGAIN_S == 0:
            self._read()

    def _rested(self) -> None:
        if self._again:
            self._again = False
            self._read()
