"""The first thirty minutes beside the shop's own past shows: score, lights, five ratios, and what to do now."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.rules.live_race import LIGHTS, RACE_KEYS, RACE_MINUTES, Race
from console.ui import paint, texts
from console.ui.charted import ChartData, Column, join, tell
from console.ui.tabs.live import words
from console.ui.theme import current
from console.ui.widgets import Card, IconLabel

HIGH = 170
WIDEST = 0.5  # a ratio of 1.5 fills half a bar


class RaceCard(Card):
    """Folds to its head once the thirty minutes are over."""

    def __init__(self) -> None:
        super().__init__(self.tr("First-30-minute race"), self.tr("own shows, no platform score"))
        self.head.insertWidget(0, IconLabel("flame", 16, "fg_amber"))
        self.board = RaceBoard()
        self.body.addWidget(self.board)

    def show_race(self, race: Race) -> None:
        """Where the show stands."""
        self.board.show_race(race)


class RaceBoard(QWidget):
    """Painted: a score, five lights, five bars from a middle mark."""

    def __init__(self) -> None:
        super().__init__()
        self._race = Race(minute=0, ratios={}, lights=dict.fromkeys(LIGHTS, "waiting"), missing=3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        join(self)

    def sizeHint(self) -> QSize:
        return QSize(280, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, HIGH)

    def show_race(self, race: Race) -> None:
        self._race = race
        tell(self, " ".join(self.said()))
        self.setAccessibleDescription(" ".join(self.said()))
        self.update()

    def chart_data(self) -> ChartData | None:
        """The score, the ratios it is the mean of, and the lights."""
        race = self._race
        if race.missing:
            return None
        names = [self.tr("Score"), *(words.race_key(key) for key in RACE_KEYS)]
        ratios = [race.score, *(race.ratios.get(key) for key in RACE_KEYS)]
        said = "{:.2f}".format
        lights = [words.light(race.lights[at]).word for at in LIGHTS]
        columns = (
            Column(self.tr("Figure"), [*names, *(self.tr("{n} min").format(n=at) for at in LIGHTS)], kind="place"),
            Column(self.tr("× median"), [*ratios, *(None for _ in LIGHTS)], said, due=range(len(names))),
            Column(self.tr("Light"), [*(None for _ in names), *lights], kind="text"),
        )
        return ChartData(self.tr("First-30-minute race"), columns)

    def said(self) -> list[str]:
        """The race in words."""
        race = self._race
        if race.missing:
            return [self.tr("%n more show(s) needed to compare with", "", race.missing)]
        score = texts.NOTHING if race.score is None else f"{race.score:.2f}"
        told = [score, *(f"{at} {words.light(race.lights[at]).word}" for at in LIGHTS)]
        told += [f"{words.race_key(key)} {race.ratios[key]:.2f}" for key in RACE_KEYS if key in race.ratios]
        return [*told, words.race_hint(race.weakest) if race.weakest is not None else ""]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, race, look = QPainter(self), self._race, current()
        if race.missing:
            paint.text(painter, QRect(0, 4, self.width(), 20), self.said()[0], look["text2"], elide=True)
            why = self.tr("Each show kept here counts; nothing is estimated")
            paint.text(painter, QRect(0, 26, self.width(), 18), why, look["text3"], pixels=12, elide=True)
        else:
            self._score(painter)
            self._bars(painter, 104)
        self._lights(painter, 52)
        painter.end()

    def _score(self, painter: QPainter) -> None:
        race, look = self._race, current()
        score = texts.NOTHING if race.score is None else f"{race.score:.2f}"
        paint.text(painter, QRect(0, 0, 120, 44), score, look["text"], pixels=38, strong=True)
        x = paint.width(score, 38, True) + 12
        times = self.tr("× median of the last 7 shows")
        paint.text(painter, QRect(x, 4, self.width() - x, 16), times, look["text3"], pixels=12, elide=True)
        hint = words.race_hint(race.weakest) if race.weakest is not None else self.tr("Nothing trails")
        if race.minute >= RACE_MINUTES:
            hint = self.tr("The thirty minutes are over")
        paint.text(painter, QRect(x, 22, self.width() - x, 18), hint, look["text2"], pixels=12, elide=True)

    def _lights(self, painter: QPainter, y: int) -> None:
        wide = (self.width() - 4 * 6) // 5
        for number, at in enumerate(LIGHTS):
            light = words.light(self._race.lights[at])
            front, ground = current().chip(light.tone)
            box = QRect(number * (wide + 6), y, wide, 44)
            paint.rounded(painter, box, 6, ground)
            minute = self.tr("{n} min").format(n=at)
            paint.text(painter, box.adjusted(0, 4, 0, -22), minute, front, pixels=12, align=paint.CENTRE)
            paint.text(painter, box.adjusted(0, 20, 0, -4), light.word, front, strong=True, align=paint.CENTRE)

    def _bars(self, painter: QPainter, y: int) -> None:
        look = current()
        wide = (self.width() - 4 * 6) // 5
        for number, key in enumerate(RACE_KEYS):
            box = QRect(number * (wide + 6), y, wide, 60)
            paint.text(painter, QRect(box.x(), y, wide, 16), words.race_key(key), look["text3"], pixels=12)
            bar = QRect(box.x(), y + 22, wide - 4, 6)
            paint.rounded(painter, bar, 3, look["track"])
            middle = bar.x() + bar.width() // 2
            ratio = self._race.ratios.get(key)
            if ratio is not None:
                share = max(-WIDEST, min(WIDEST, ratio - 1)) / WIDEST
                reach = round(share * bar.width() / 2)
                ink = look["dot_green" if ratio >= 1 else "dot_amber"]
                painter.fillRect(QRect(min(middle, middle + reach), bar.y(), max(2, abs(reach)), 6), ink)
            painter.fillRect(QRect(middle, bar.y() - 3, 1, 12), look["text2"])
            said, tone = texts.NOTHING, "text3"
            if ratio is not None:
                said = f"{'▲' if ratio >= 1 else '▼'}{ratio:.2f}"
                tone = "fg_green" if ratio >= 1 else "fg_amber"
            paint.text(painter, QRect(box.x(), y + 34, wide, 18), said, look[tone], pixels=13, strong=True)
