"""A show that is on, for one operator at two metres: what matters now, what comes next, what to do about it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import msgspec
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.catalogue import Language
from console.core.clock import MINUTE
from console.core.streaming import StreamState
from console.rules.live import Minute, minute_of
from console.rules.live_advice import Advice
from console.rules.live_race import RACE_MINUTES
from console.rules.live_tiles import TILES
from console.store.live_board import risk
from console.ui.tabs.live import curve, outline, words
from console.ui.tabs.live.advice import AdviceCard, Adviser
from console.ui.tabs.live.fitted import Fitted
from console.ui.tabs.live.goods import GoodsCard
from console.ui.tabs.live.header import ShowHead
from console.ui.tabs.live.idle import TileRow
from console.ui.tabs.live.race import RaceCard
from console.ui.tabs.live.reading import LiveReading
from console.ui.tabs.live.runsheet import RunSheetCard
from console.ui.tabs.live.stream import StreamCard
from console.ui.tabs.live.tile import LiveTile
from console.ui.widgets import Card, Segmented
from console.ui.widgets.labels import Elided

WELFARE_MS = 5 * MINUTE
AHEAD_MS = 10 * MINUTE
BAR = 10
SIDE, SCRIPT, LEAST = 416, 256, 230
WIDE_FROM = 1_120


class CurveCard(Card):
    """The main curve with its choice of line."""

    def __init__(self) -> None:
        super().__init__(self.tr("Live curve"))
        self.head.insertWidget(1, Elided(self.tr("dashed: own median")), 1)
        self.way = Segmented(
            [
                ("online", self.tr("Online + sales")),
                ("acts", self.tr("Interactions")),
                ("clicks", self.tr("Clicks")),
            ],
            "online",
        )
        self.way.chosen.connect(lambda: self._draw())
        self.add_end(self.way)
        self.curve = curve.ShowCurve(180)
        self.body.addWidget(self.curve, 1)
        foot = self.tr("lift = mean of 3 min after ÷ mean of 3 min before − 1; under 30 people it is not said")
        self.body.addWidget(Elided(foot, 11))
        self._reading: LiveReading | None = None
        self.planned: Sequence[outline.Mark] = ()  # cues that are still to come

    def show_reading(self, reading: LiveReading) -> None:
        self._reading = reading
        self._draw()

    def _draw(self) -> None:
        if self._reading is not None:
            found = drawn(self._reading, self.way.key())
            planned = [one for one in self.planned if one.at <= found.end_at]
            self.curve.show_drawn(replace(found, marks=[*found.marks, *planned]))


def drawn(reading: LiveReading, way: str) -> outline.Drawn:
    """What the main curve shows of a show that is on."""
    begin_at = minute_of(reading.show.started_at)
    past = max(reading.now, begin_at + MINUTE)
    end_at = max(begin_at + 40 * MINUTE, past + AHEAD_MS)
    line: Sequence[tuple[int, float]] = [(at, float(people)) for at, people in reading.online]
    name = words.title("online")
    if way != "online":
        line = [(one.at + MINUTE // 2, float(_deeds(one, way))) for one in reading.minutes]
        name = words.translate("live", "Interactions/min" if way == "acts" else "Clicks/min")
    cuts = [(one.last_at, after.started_at) for one, after in zip(reading.parts, reading.parts[1:], strict=False)]
    return outline.Drawn(
        begin_at=begin_at,
        end_at=end_at,
        line=line,
        bars=money_bars(reading.sold),
        line_name=name,
        bars_name=words.translate("live", "Sales ¥/min"),
        usual=reading.usual if way == "online" else (),
        marks=[outline.mark_of(event, lift) for event, lift in reading.marks],
        cuts=cuts,
        now=reading.now,
        zone_ms=WELFARE_MS,
        ticks=outline.ticks(begin_at, end_at),
    )


def _deeds(one: Minute, way: str) -> int:
    return one.comments + one.likes + one.shares + one.gifts if way == "acts" else one.item_clicks


def money_bars(sold: Sequence[tuple[int, int]] | None) -> list[tuple[int, float]]:
    """What was sold in each minute, fen."""
    sums: dict[int, int] = {}
    for at, amount in sold or ():
        sums[minute_of(at)] = sums.get(minute_of(at), 0) + amount
    return [(at, float(amount)) for at, amount in sorted(sums.items())]


class Cockpit(QWidget):
    """``left`` is the column of the run sheet: empty and hidden until somebody puts a panel into it."""

    item_opened = Signal(str)
    advised = Signal(object)
    threatened = Signal(object)

    def __init__(self, stream: Callable[[], StreamState] = StreamState, language: Language = "zh_CN") -> None:
        super().__init__()
        self.head = ShowHead(stream)
        self.tiles = TileRow([LiveTile(key) for key in TILES], 1_080)
        self.adviser = Adviser()
        self.curve, self.race, self.advice = CurveCard(), RaceCard(), AdviceCard(self.adviser)
        self.goods, self.stream = GoodsCard(), StreamCard(language)
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

    def tick(self, now: int) -> None:
        """A second has passed: ages and the clock."""
        if self._reading is None:
            return
        self.head.show_reading(self._reading, now)
        for tile in self.tiles.tiles:
            tile.set_now(now)
