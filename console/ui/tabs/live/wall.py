"""大屏: the six figures for a second screen, two metres away; frameless, above other windows. No buyer's data."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from console.rules.live_advice import Advice
from console.rules.live_tiles import TILES
from console.ui import paint, texts
from console.ui.paint import ChipLook
from console.ui.tabs.live import script_words, words
from console.ui.tabs.live.goods import worst
from console.ui.tabs.live.header import shops_of, told_by
from console.ui.tabs.live.reading import LiveReading
from console.ui.tabs.live.tile import LiveTile
from console.ui.tabs.live.tile_sizes import WALL, wall_sizes
from console.ui.theme import current, font
from console.ui.widgets import Card, IconLabel, label, stack
from console.ui.widgets.labels import Elided, set_tone

DRAWN_FOR = (1440, 900)  # at this size every number below holds; else all of them grow or shrink together
LEAST = (640, 400)
LONGEST = "−0:00:00"
EDGE = 12  # so near to its border the mouse takes hold of the border


Standing = Callable[[LiveReading, int], ChipLook]
"""How a show stands at a moment."""


class WallWindow(QWidget):
    """Fills its screen. Drag it anywhere, its border resizes it; Esc or F11 closes it. ``closed`` tells."""

    closed = Signal()

    def __init__(self, standing: Standing) -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, flags)
        self.setWindowTitle(self.tr("Live wall"))
        self._standing = standing
        self.filled: QScreen | None = None  # the screen that it was opened on
        self.setMinimumSize(*LEAST)
        self._sized: list[tuple[QLabel, int, bool]] = []
        self._light = IconLabel("radio", 28, "fg_red")
        self.state = self._label(26, strong=True, tone="red")
        self.elapsed = self._label(60, strong=True)
        self.title = Elided("", 22, tone="text2")
        self._sized.append((self.title, 22, False))
        self._stamps = self._label(16, tone="text2")
        leave = self._label(14, self.tr("Esc or F11 closes"), tone="text3")
        head = QHBoxLayout()
        head.setSpacing(24)
        for part in (self._light, self.state, self.elapsed):
            head.addWidget(part)
        head.addWidget(self.title, 1)
        for one in (self._stamps, leave):
            one.setAlignment(paint.RIGHT)
        head.addLayout(stack(None, self._stamps, leave, None, gap=2))
        self.tiles = [LiveTile(key, WALL) for key in TILES]
        self._grid = QGridLayout()
        for number, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, number // 3, number % 3)
        for column in range(3):
            self._grid.setColumnStretch(column, 1)
        self._whole = QVBoxLayout(self)
        self._whole.addLayout(head)
        self._whole.addLayout(self._grid, 1)
        self._whole.addWidget(self._make_band())
        self.resize(*DRAWN_FOR)
        self._scale()

    def _label(self, pixels: int, said: str = "", *, strong: bool = False, tone: str = "text") -> QLabel:
        made = label(said, pixels, strong=strong)
        set_tone(made, tone)
        self._sized.append((made, pixels, strong))
        return made

    def _make_band(self) -> Card:
        self._band = band = Card()
        band.setObjectName("banner_blue")
        self._cue_name = Elided("", 28, tone="text")
        self._sized.append((self._cue_name, 28, True))
        self._cue_left = self._label(80, strong=True)
        self._trigger = Elided("", 24, tone="amber")
        self._sized.append((self._trigger, 24, True))
        self._means = Elided("", 30, tone="text")
        self._sized.append((self._means, 30, True))
        self._risk = self._label(24, strong=True, tone="red")
        row = QHBoxLayout()
        row.setSpacing(32)
        row.addLayout(stack(None, self._label(18, self.tr("Next cue"), tone="text3"), self._cue_name, None), 1)
        row.addWidget(self._cue_left)
        row.addLayout(stack(None, self._trigger, self._means, None), 3)
        keys = self._label(14, self.tr("F9 done · Shift+F9 skip · F10 mark"), tone="text3")
        for one in (self._risk, keys):
            one.setAlignment(paint.RIGHT)
        row.addLayout(stack(None, self._risk, keys, None))
        band.body.addLayout(row)
        self.set_cue("", None)
        return band

    # -- room -------------------------------------------------------------------------------------------------------

    def open_beside(self, window: QWidget) -> None:
        """Fill the screen that ``window`` is not on; where there is only one, that one."""
        own, screens = window.screen(), QGuiApplication.screens()
        self.filled = next((one for one in screens if one is not own), own)
        self.setGeometry(place(own, screens))
        self.show()

    def _scale(self) -> None:
        """Everything as large as the window lets it be: a wall is read from two metres."""
        factor = min(self.width() / DRAWN_FOR[0], self.height() / DRAWN_FOR[1])

        def px(pixels: int) -> int:
            return max(1, round(pixels * factor))

        for one, pixels, strong in self._sized:
            one.setFont(font(max(11, px(pixels)), strong=strong))
        sizes = wall_sizes(factor)
        for tile in self.tiles:
            tile.set_sizes(sizes)
        self._cue_left.setMinimumWidth(paint.width(LONGEST, px(80), True))
        self._grid.setSpacing(px(18))
        self._whole.setContentsMargins(px(24), px(12), px(24), px(20))
        self._whole.setSpacing(px(14))
        self._band.setFixedHeight(px(134))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scale()

    # -- what is shown ----------------------------------------------------------------------------------------------

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
            self._risk.setText(said.format(item=name, n=texts.count(gone.left), m=f"{gone.minutes_left:.0f}"))
        self.tick(reading, reading.now)

    def tick(self, reading: LiveReading, now: int) -> None:
        """A second has passed."""
        self.elapsed.setText(words.elapsed((reading.show.ended_at or now) - reading.show.started_at))
        look = self._standing(reading, now)
        self._light.set_icon(look.icon, f"fg_{look.tone}")
        self.state.setText(look.word)
        set_tone(self.state, look.tone)
        told = sorted(told_by(reading).items(), key=lambda one: -one[1])[:2]
        named = [(words.source(source, shops_of(reading, source)), at) for source, at in told]
        self._stamps.setText(" · ".join(f"{name} {words.how_old(at, now)}" for name, at in named))
        for tile in self.tiles:
            tile.set_now(now)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current()["bg"])
        painter.end()

    # -- hands ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.close()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        handle = self.windowHandle()
        if event.button() != Qt.MouseButton.LeftButton or handle is None:
            return
        held = edges(self.rect(), event.position().toPoint())
        if held:
            handle.startSystemResize(held)
        else:
            handle.startSystemMove()

    def closeEvent(self, event: object) -> None:
        self.closed.emit()


def place(own: QScreen, screens: list[QScreen]) -> QRect:
    """The whole of another screen than one's own; the free part of one's own where there is no other."""
    other = next((one for one in screens if one is not own), None)
    return own.availableGeometry() if other is None else other.geometry()


def edges(window: QRect, at: QPoint) -> Qt.Edge:
    """Which borders are held by a press there; none in the middle."""
    inner = window.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    held = Qt.Edge(0)
    for edge, is_held in (
        (Qt.Edge.LeftEdge, at.x() < inner.left()),
        (Qt.Edge.RightEdge, at.x() > inner.right()),
        (Qt.Edge.TopEdge, at.y() < inner.top()),
        (Qt.Edge.BottomEdge, at.y() > inner.bottom()),
    ):
        if is_held:
            held |= edge
    return held
