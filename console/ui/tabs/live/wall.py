"""大屏: the six figures for a second screen, two metres away; frameless, above other windows. No buyer's data."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.rules.live import SILENT_MS
from console.rules.live_advice import Advice
from console.rules.live_tiles import TILES
from console.ui import paint, texts
from console.ui.tabs.live import script_words, words
from console.ui.tabs.live.goods import worst
from console.ui.tabs.live.header import told_by
from console.ui.tabs.live.reading import LiveReading
from console.ui.tabs.live.tile import WALL, LiveTile
from console.ui.theme import current
from console.ui.widgets import Card, IconLabel, label, stack
from console.ui.widgets.labels import set_tone

SIZE = (1440, 900)


class WallWindow(QWidget):
    """Drag it anywhere; Esc or F11 closes it. ``closed`` tells."""

    closed = Signal()

    def __init__(self) -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, flags)
        self.setWindowTitle(self.tr("Live wall"))
        self.resize(*SIZE)
        self._light = IconLabel("radio", 28, "fg_red")
        self.state = label("", 26, strong=True, tone="red")
        self.elapsed = label("", 64, strong=True)
        self.title = label("", 22, tone="text2")
        self._stamps = label("", 16, tone="text2")
        head = QHBoxLayout()
        head.setSpacing(28)
        for part in (self._light, self.state, self.elapsed, self.title):
            head.addWidget(part)
        head.addStretch(1)
        leave = label(self.tr("Esc or F11 closes"), 14, tone="text3")
        for one in (self._stamps, leave):
            one.setAlignment(paint.RIGHT)
        head.addLayout(stack(None, self._stamps, leave, None, gap=4))
        self.tiles = [LiveTile(key, WALL) for key in TILES]
        grid = QGridLayout()
        grid.setSpacing(18)
        for number, tile in enumerate(self.tiles):
            grid.addWidget(tile, number // 3, number % 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 20)
        whole.setSpacing(16)
        whole.addLayout(head)
        whole.addLayout(grid, 1)
        whole.addWidget(self._band())

    def _band(self) -> Card:
        band = Card()
        band.setFixedHeight(150)
        band.setObjectName("banner_blue")
        self._cue_name = label("", 26, strong=True)
        self._cue_left = label("", 80, strong=True)
        self._trigger = label("", 24, strong=True, tone="amber")
        self._means = label("", 30, strong=True)
        self._risk = label("", 24, strong=True, tone="red")
        row = QHBoxLayout()
        row.setSpacing(32)
        row.addLayout(stack(None, label(self.tr("Next cue"), 18, tone="text3"), self._cue_name, None))
        row.addWidget(self._cue_left)
        row.addStretch(1)
        row.addLayout(stack(None, self._trigger, self._means, None))
        row.addStretch(1)
        keys = label(self.tr("F9 done · Shift+F9 skip · F10 mark"), 14, tone="text3")
        for one in (self._risk, keys):
            one.setAlignment(paint.RIGHT)
        row.addLayout(stack(None, self._risk, keys, None))
        band.body.addLayout(row)
        self.set_cue("", None)
        return band

    def set_cue(self, name: str, left_ms: int | None, tone: str = "text") -> None:
        """The next one of the run sheet, and how long until it."""
        self._cue_name.setText(name or self.tr("no cue planned"))
        self._cue_left.setText("" if left_ms is None else script_words.countdown(left_ms))
        set_tone(self._cue_left, tone)

    def show_reading(self, reading: LiveReading, advice: Advice | None) -> None:
        """A new reading."""
        for tile, told in zip(self.tiles, reading.tiles, strict=True):
            tile.show_tile(told, reading.now)
        self.title.setText(reading.show.title)
        self._trigger.setText("" if advice is None else words.trigger(advice.trigger))
        self._means.setText("" if advice is None or not advice.means else words.means(advice.means[0])[1])
        gone = worst(reading.goods)
        if gone is None or gone.minutes_left is None:
            self._risk.setText("")
        else:
            said = self.tr("{item}: {n} left, {m} min")
            name = gone.title[:10] or gone.item_id
            self._risk.setText(said.format(item=name, n=texts.count(gone.stock), m=f"{gone.minutes_left:.0f}"))
        self.tick(reading, reading.now)

    def tick(self, reading: LiveReading, now: int) -> None:
        """A second has passed."""
        self.elapsed.setText(words.elapsed((reading.show.ended_at or now) - reading.show.started_at))
        silent = reading.fed_at is None or now - reading.fed_at >= SILENT_MS
        self._light.set_icon("wifi-off" if silent else "radio", "fg_amber" if silent else "fg_red")
        self.state.setText(self.tr("Cut") if silent else self.tr("On air"))
        set_tone(self.state, "amber" if silent else "red")
        told = sorted(told_by(reading).items(), key=lambda one: -one[1])[:2]
        self._stamps.setText(" · ".join(f"{words.source(source)} {words.how_old(at, now)}" for source, at in told))
        for tile in self.tiles:
            tile.set_now(now)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current()["bg"])
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.close()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        handle = self.windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and handle is not None:
            handle.startSystemMove()

    def closeEvent(self, event: object) -> None:
        self.closed.emit()
