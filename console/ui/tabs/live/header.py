"""The head of a show that is on: state, title, elapsed time, who tells what and since when, three buttons."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.core.clock import SECOND
from console.core.live import LiveSource
from console.core.streaming import LinkStage, StreamState
from console.rules.live import Rate
from console.rules.live_sources import typing_due
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.stream_words import explained, stream_line
from console.ui.tabs.live import words
from console.ui.tabs.live.reading import LiveReading
from console.ui.theme import font
from console.ui.widgets import Chip, Dot, button, icon_button, label
from console.ui.widgets.labels import Elided

STAMPS = 4


class ShowHead(QWidget):
    """``marked``, ``walled``, ``finished``, ``past`` and ``typed`` are its buttons."""

    marked = Signal()
    walled = Signal()
    finished = Signal()
    past = Signal()
    typed = Signal()

    def __init__(self, stream: Callable[[], StreamState] = StreamState) -> None:
        super().__init__()
        self.setFixedHeight(52)
        self.is_narrow = False
        self.stream = stream  # how it stands, where one is linked
        self.state = Chip(ChipLook("grey", "radio", self.tr("Off air")))
        self.title = Elided("", 16, tone="text")
        self.title.setFont(font(16, True))
        self.under = Elided("", 12, tone="text3")
        self.elapsed = label("", 32, strong=True)
        self._stamps = [(Dot(), label("", 11, tone="text2")) for _ in range(STAMPS)]
        self.mark = button(self.tr("Mark F10"), icon_name="tag")
        self.wall = button(self.tr("Wall F11"), icon_name="gauge")
        self.finish = button(self.tr("End and recap"), "danger")
        self.history = icon_button("history", self.tr("Last shows"))
        self.history.clicked.connect(self.past)
        self.figures = icon_button("clipboard-list", self.tr("Figures and sources"))
        self.figures.clicked.connect(self.typed)
        self.mark.clicked.connect(self.marked)
        self.wall.clicked.connect(self.walled)
        self.finish.clicked.connect(self.finished)
        names = QVBoxLayout()
        names.setSpacing(2)
        for part in (self.title, self.under):
            names.addWidget(part)
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        for number, (dot, words_) in enumerate(self._stamps):
            grid.addWidget(dot, number % 2, number // 2 * 2)
            grid.addWidget(words_, number % 2, number // 2 * 2 + 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.state)
        row.addLayout(names)
        row.addStretch(1)
        row.addWidget(self.elapsed)
        row.addLayout(grid)
        row.addStretch(1)
        for one in (self.history, self.figures, self.mark, self.wall, self.finish):
            row.addWidget(one)

    def show_reading(self, reading: LiveReading, now: int) -> None:
        """As of now: only ages and the clock move between two readings."""
        show = reading.show
        self.state.set_look(self.standing(reading, now))
        self.title.setText(show.title or self.tr("A show without a title"))
        parts = [self.tr("since {time}").format(time=texts.clock_time(show.started_at))]
        if not self.is_narrow:
            parts.append(texts.day(show.started_at))
        if len(reading.parts) > 1:
            parts.append(self.tr("%n opening(s) stitched", "", len(reading.parts)))
        if reading.restarts:
            parts.append(words.translate("live", "counters added up"))
        self.under.setText(" · ".join(parts))
        self.state.setToolTip(words.counted_anew(reading.restarts))
        self.elapsed.setText(words.elapsed((show.ended_at or now) - show.started_at))
        self._say_sources(reading, now)

    def standing(self, reading: LiveReading, now: int) -> ChipLook:
        """How the show stands, for the wall, too."""
        silent = reading.is_silent(now)
        if reading.show.ended_at is not None:
            return ChipLook("grey", "circle-check", self.tr("Over"))
        status = self.stream().status
        if status is not None and status.is_active and status.is_reconnecting:
            return ChipLook("amber", "wifi-off", self.tr("Stream reconnecting"))
        if silent and reading.fed_at is None and status is not None and status.is_active:
            silent = False  # nobody tells figures, but the stream runs
        if silent:
            past = 0 if reading.fed_at is None else (now - reading.fed_at) // SECOND
            lost = self.tr("Cut: {time} without data").format(time=f"{past // 60}:{past % 60:02d}")
            return ChipLook("amber", "wifi-off", lost)
        typed_at = reading.sources.get(LiveSource.MANUAL)
        if reading.fed_at is None and typing_due(now - reading.show.started_at, typed_at, now):
            return ChipLook("amber", "clipboard-list", self.tr("Figures are due: type them in"))
        return ChipLook("red", "radio", self.tr("On air"))

    def _say_sources(self, reading: LiveReading, now: int) -> None:
        stream = self.stream()
        linked = stream.stage is not LinkStage.OFF
        some = sorted(told_by(reading).items(), key=lambda one: -one[1])[: STAMPS - linked]
        for number, (dot, said) in enumerate(self._stamps):
            known = number < len(some)
            dot.setVisible(known)
            said.setVisible(known)
            if known:
                source, at = some[number]
                dot.set_tone(words.age_tone(source, now - at))
                said.setText(f"{words.source(source, shops_of(reading, source))} · {words.how_old(at, now)}")
                said.setToolTip("")
                if source is LiveSource.INGEST and reading.ahead_ms:
                    dot.set_tone("amber")
                    said.setText(f"{words.source(source)} · {self._clock_off(reading.ahead_ms)}")
                    said.setToolTip(
                        self.tr("Its rows bear its own time: cues and marks made here lie beside them by that much.")
                    )
        if linked:
            self._say_stream(len(some), stream)

    def _clock_off(self, ahead_ms: int) -> str:
        seconds = abs(ahead_ms) // SECOND
        said = self.tr("clock {n} s fast") if ahead_ms > 0 else self.tr("clock {n} s slow")
        return said.format(n=seconds)

    def _say_stream(self, number: int, stream: StreamState) -> None:
        dot, said = self._stamps[number]
        tone, line = stream_line(stream)
        dot.set_tone(tone)
        dot.show()
        said.setText(line)
        said.setToolTip(explained(stream))
        said.show()


def shops_of(reading: LiveReading, source: LiveSource) -> int:
    """Of how many shops together a source speaks."""
    return _money(reading).shops if source is LiveSource.ORDERS else 0


def _money(reading: LiveReading) -> Rate:
    return next(tile.rate for tile in reading.tiles if tile.key == "gmv_fen")


def told_by(reading: LiveReading) -> dict[LiveSource, int]:
    """Who tells anything, and when last; the shop's orders are read beside the show."""
    told = dict(reading.sources)
    money = _money(reading)
    if money.source is LiveSource.ORDERS and money.at is not None:
        told[LiveSource.ORDERS] = money.at
    return told
