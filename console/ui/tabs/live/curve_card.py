"""The main curve of a show that is on, with the choice of what it draws."""

from collections.abc import Sequence
from dataclasses import replace

from console.core.clock import MINUTE
from console.rules.live import minute_of
from console.ui import texts
from console.ui.tabs.live import curve, outline, words
from console.ui.tabs.live.reading import LiveReading
from console.ui.widgets import Card, Segmented
from console.ui.widgets.labels import Elided

WELFARE_MS = 5 * MINUTE
AHEAD_MS = 10 * MINUTE


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
        told = reading.acts if way == "acts" else reading.clicks
        line = [(at + MINUTE // 2, float(number)) for at, number in sorted((told or {}).items())]
        name = words.translate("live", "Interactions/min" if way == "acts" else "Clicks/min")
        name = name if told is not None else f"{name} {texts.NOTHING}"
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


def money_bars(sold: Sequence[tuple[int, int]] | None) -> list[tuple[int, float]]:
    """What was sold in each minute, fen."""
    sums: dict[int, int] = {}
    for at, amount in sold or ():
        sums[minute_of(at)] = sums.get(minute_of(at), 0) + amount
    return [(at, float(amount)) for at, amount in sorted(sums.items())]
