"""The second screen's window: opened and closed from the page, and going on while another tab is in sight."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from console.rules.live_advice import Advice
from console.rules.live_script import Stand
from console.ui.tabs.live import script_words
from console.ui.tabs.live.hotkeys import Acts, listen
from console.ui.tabs.live.reading import LiveReading
from console.ui.tabs.live.wall import Standing, WallWindow

PACE_MS = 1_000


class SecondScreen(QObject):
    """``beat`` comes each second while its window is open, ``lost`` as its screen is unplugged and it is closed: on the
    only screen that is left it would lie over the cockpit. ``now`` is the desk's clock.

    ``standing`` says how the show stands: the same as in the cockpit's head.
    """

    beat = Signal()
    lost = Signal()

    def __init__(self, parent: QObject, now: Callable[[], int], standing: Standing) -> None:
        super().__init__(parent)
        self._now = now
        self._standing = standing
        self._reading: LiveReading | None = None
        self.window: WallWindow | None = None
        self._beat = QTimer(self)
        self._beat.setInterval(PACE_MS)
        self._beat.timeout.connect(self._tick)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._unplugged)

    def open(self, beside: QWidget, reading: LiveReading, advice: Advice | None, keys: Acts) -> None:
        """Open it with this show, away from the window ``beside``."""
        self.window = WallWindow(self._standing)
        self.window.closed.connect(self._closed)
        listen(self.window, keys)
        self.show_reading(reading, advice)
        self.window.open_beside(beside)
        self._beat.start()

    def close(self) -> None:
        """Close it, if it is open."""
        if self.window is not None:
            self.window.close()

    def show_reading(self, reading: LiveReading, advice: Advice | None) -> None:
        """A new reading."""
        self._reading = reading
        if self.window is not None:
            self.window.show_reading(reading, advice)

    def show_cue(self, stand: Stand | None) -> None:
        """The next cue."""
        if self.window is not None and stand is not None:
            self.window.set_cue(stand.cue.title, stand.left_ms, script_words.tone(stand.place))
        elif self.window is not None:
            self.window.set_cue("", None)

    def _tick(self) -> None:
        if self.window is not None and self._reading is not None:
            self.window.tick(self._reading, self._now())
        self.beat.emit()

    def _unplugged(self, screen: QScreen) -> None:
        if self.window is not None and self.window.filled is screen:
            self.close()
            self.lost.emit()

    def _closed(self) -> None:
        self._beat.stop()
        if self.window is not None:
            self.window.deleteLater()
            self.window = None
