"""A show that is on, for one operator at two metres: what matters now, what comes next, what to do about it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.catalogue import Language
from console.core.streaming import StreamState
from console.rules.live_advice import Advice
from console.rules.live_race import RACE_MINUTES
from console.rules.live_tiles import TILES
from console.store.live_board import risk
from console.ui.tabs.live import words
from console.ui.tabs.live.advice import AdviceCard, Adviser
from console.ui.tabs.live.curve_card import CurveCard
from console.ui.tabs.live.fitted import Fitted
from console.ui.tabs.live.goods import GoodsCard
from console.ui.tabs.live.header import ShowHead
from console.ui.tabs.live.idle import TileRow
from console.ui.tabs.live.race import RaceCard
from console.ui.tabs.live.reading import LiveReading
from console.ui.tabs.live.runsheet import RunSheetCard
from console.ui.tabs.live.stream import StreamCard
from console.ui.tabs.live.tile import LiveTile

if TYPE_CHECKING:
    from console.ui.pictures import Pictures

BAR = 10
SIDE, SCRIPT, LEAST = 416, 256, 230
WIDE_FROM = 1_120


class Cockpit(QWidget):
    """``left`` is the column of the run sheet: empty and hidden until somebody puts a panel into it."""

    item_opened = Signal(str)
    advised = Signal(object)
    threatened = Signal(object)

    def __init__(
        self,
        stream: Callable[[], StreamState] = StreamState,
        language: Language = "zh_CN",
        pictures: "Pictures | None" = None,
    ) -> None:
        super().__init__()
        self.head = ShowHead(stream)
        self.tiles = TileRow([LiveTile(key) for key in TILES], 1_080)
        self.adviser = Adviser()
        self.curve, self.race, self.advice = CurveCard(), RaceCard(), AdviceCard(self.adviser)
        self.goods, self.stream = GoodsCard(pictures), StreamCard(language)
        self.goods.opened.connect(self.item_opened)
        self.script_room = QWidget()
        self.script_room.setFixedWidth(SCRIPT)
        self.left = QVBoxLayout(self.script_room)
        self.left.setContentsMargins(0, 0, 0, 0)
        self.script_room.hide()
        self._reading: LiveReading | None = None
        self.advice_now: Advice | None = None
        self._steps: list[Callable[[], None]] = []
        self._next_step = QTimer(self)
        self._next_step.setSingleShot(True)
        self._next_step.timeout.connect(self._step)
        self._wide: bool | None = None
        self._script: RunSheetCard | None = None
        self._arrange()

    def put_script(self, panel: RunSheetCard) -> None:
        """The run sheet's panel, in the left column; where there is no room beside, the next cue stays above all."""
        self.left.addWidget(panel)
        self._script = panel
        self.script_room.show()
        self._place_next()

    def _place_next(self) -> None:
        if self._script is None:
            return
        coming = self._script.next
        coming.set_flat(not self._wide)
        if self._wide:
            self._script.body.insertWidget(0, coming)
        else:
            self._strip.addWidget(coming)

    def _arrange(self) -> None:
        pair = QHBoxLayout()
        pair.setSpacing(12)
        for card in (self.race, self.advice):
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            pair.addWidget(card, 1)
        middle = QVBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.curve, 1)
        middle.addLayout(pair)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12)
        for beside in (self.goods, self.stream):
            beside.setMinimumHeight(LEAST)
            side.addWidget(beside, 1)
        self._below = QHBoxLayout()
        self._below.setSpacing(12)
        self._below.addWidget(self.script_room)
        self._below.addLayout(middle, 1)
        self._below.addWidget(self._side)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, BAR, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self.tiles)
        self._column.addLayout(self._below, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        self.head.setContentsMargins(0, 0, BAR, 0)
        whole.addWidget(self.head)
        self._strip = QHBoxLayout()
        self._strip.setContentsMargins(0, 0, BAR, 0)
        whole.addLayout(self._strip)
        whole.addWidget(Fitted(inside), 1)
        self.set_room(WIDE_FROM)

    def set_room(self, wide: int) -> None:
        """Beside each other where there is room; else goods and stream stand below, and the page scrolls."""
        self.tiles.set_room(wide)
        is_wide = wide >= WIDE_FROM
        self.head.is_narrow = not is_wide
        if is_wide == self._wide:
            return
        self._wide = is_wide
        if is_wide:
            self._side.setFixedWidth(SIDE)
            self._side.setMinimumHeight(0)
            self._below.addWidget(self._side)
        else:
            self._below.removeWidget(self._side)
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
            self._side.setMinimumHeight(520)
            self._column.addWidget(self._side)
        self._place_next()

    def show_reading(self, reading: LiveReading) -> None:
        """A new reading: the tiles and the head at once, the rest piece by piece, so that no step is long."""
        self._reading = reading
        for tile, told in zip(self.tiles.tiles, reading.tiles, strict=True):
            tile.show_tile(told, reading.now)
        self.head.show_reading(reading, reading.now)
        self.race.setVisible(reading.race.minute < RACE_MINUTES)
        self.advice.under.setText(self._under(reading))
        watched = msgspec.structs.replace(reading.watched, dropped=self.head.stream().dropped)
        advice = self.adviser.look(watched)
        self.advice_now = advice
        if advice is not None:
            self.advised.emit(advice)
        for one in reading.goods:
            if risk(one.minutes_left) == "high":
                self.threatened.emit(one)
        self._steps = [
            lambda: self.curve.show_reading(reading),
            lambda: self.race.show_race(reading.race),
            lambda: self.advice.show_advice(advice),
            lambda: self.goods.show_goods(reading.goods, reading.featured),
            lambda: self.stream.show_talk(reading.talk),
        ]
        self._next_step.start()

    def _under(self, reading: LiveReading) -> str:
        """Once the thirty minutes are over, the race is one line here."""
        said, race = self.tr("reminds, never acts"), reading.race
        if race.minute < RACE_MINUTES or race.score is None:
            return said
        last = words.light(race.lights[RACE_MINUTES]).word
        return said + self.tr(" · first 30 minutes: {score} {word}").format(score=f"{race.score:.2f}", word=last)

    @property
    def is_settled(self) -> bool:
        """Whether the last reading is shown whole."""
        return not self._steps

    def _step(self) -> None:
        if self._steps:
            self._steps.pop(0)()
        if self._steps:
            self._next_step.start()

    def press(self, key: int) -> bool:
        """A key of the cockpit alone; False where it is none."""
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.goods.select(key - Qt.Key.Key_1)
        elif key == Qt.Key.Key_Space:
            self.stream.toggle_pause()
        elif key == Qt.Key.Key_H:
            self.stream.handle()
        else:
            return False
        return True

    def tick(self, now: int) -> None:
        """A second has passed: ages and the clock."""
        if self._reading is None:
            return
        self.head.show_reading(self._reading, now)
        for tile in self.tiles.tiles:
            tile.set_now(now)
