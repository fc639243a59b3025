"""回测误差: what the method missed in rehearsals, how often its band held, and what last week's weekday missed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from console.rules.forecast_made import Forecast
from console.rules.forecast_past import Fold
from console.store.forecasts import Target
from console.ui import paint, texts
from console.ui.charted import ChartData, Column, join, tell
from console.ui.paint import ChipLook
from console.ui.tabs.insights import forecast_words as words
from console.ui.tabs.insights.forecast_reading import ForecastReading
from console.ui.widgets import Card, label, link, stack
from console.ui.widgets.chips import Chip
from console.ui.widgets.labels import Wrapped, set_tone

SHOWN = 4  # folds


class Folds(QWidget):
    """A row a rehearsal; the latest few are in sight, all of them in the table."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for column, head in enumerate(self._heads()):
            grid.addWidget(_right(label(head, 12, tone="text3"), column), 0, column)
            grid.setColumnStretch(column, 1)
        self.cells: list[list[QLabel]] = []
        for row in range(1, SHOWN + 1):
            made = [_right(label("", 13), column) for column in range(len(self._heads()))]
            for column, cell in enumerate(made):
                grid.addWidget(cell, row, column)
            self.cells.append(made)
        self._folds: Sequence[Fold] = ()
        join(self)

    def _heads(self) -> tuple[str, ...]:
        return self.tr("From"), self.tr("Error"), self.tr("80% held"), self.tr("Naive")

    def show_folds(self, folds: Sequence[Fold], least: float) -> None:
        """Fewer than ``least`` of the days within the band are worth a look."""
        self._folds = folds
        for place, row in enumerate(self.cells):
            self._show_fold(row, folds[place] if place < len(folds) else None, least)
        tell(self)

    def chart_data(self) -> ChartData | None:
        begin, *heads = self._heads()
        told = ("wape", "coverage", "naive_wape")
        columns = [
            Column(begin, [fold.begin_at for fold in self._folds], lambda at: texts.full_moment(at)[:10], "place")
        ]
        for head, name in zip(heads, told, strict=True):
            columns.append(Column(head, [getattr(fold, name) for fold in self._folds], _percent))
        return ChartData(self.tr("Error in rehearsals"), columns) if self._folds else None

    @staticmethod
    def _show_fold(row: list[QLabel], fold: Fold | None, least: float) -> None:
        for cell in row:
            cell.setVisible(fold is not None)
        if fold is None:
            return
        said = (
            words.date(fold.begin_at), words.percent(fold.wape, 1), words.percent(fold.coverage),
            words.percent(fold.naive_wape, 1),
        )  # fmt: skip
        for cell, text in zip(row, said, strict=True):
            cell.setText(text)
        set_tone(row[2], "amber" if fold.coverage is not None and fold.coverage < least else "text")


class BacktestCard(Card):
    """``change`` is the link that asks for another wished accuracy."""

    def __init__(self) -> None:
        super().__init__(self.tr("Error in rehearsals"), " ")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.value = label(texts.NOTHING, 30, strong=True)
        self.value.setAccessibleName(self.tr("Weighted absolute error"))
        self.chip = Chip(ChipLook("grey", "circle-dashed", self.tr("Not enough data")))
        self.said = Wrapped("", 12, tone="text3")
        self.aim = Wrapped("", 12, tone="text2")
        self.change = link(self.tr("Change the target"))
        self.body.addLayout(stack(self.value, None, self.chip, across=True))
        self.body.addWidget(self.said)
        self.folds = Folds()
        self.body.addWidget(self.folds)
        self.covered = Wrapped("", 12)
        self.body.addWidget(self.covered)
        self.body.addWidget(self.aim)
        self.body.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def show_reading(self, reading: ForecastReading) -> None:
        """Fill it."""
        forecast, target = reading.forecast, reading.material.target
        past, lines = forecast.past, reading.material.lines
        rounds = self.tr("%n round(s)", "", len(past.folds))
        each = self.tr("{rounds} of {days} days").format(rounds=rounds, days=forecast.horizon)
        self.under.setText(each if past.folds else "")
        self.value.setText(words.percent(past.wape, 1))
        self.chip.set_look(self._chip(forecast))
        naive = words.percent(past.naive_wape, 1)
        self.said.setText(self.tr("Weighted absolute error (WAPE); same weekday last week {naive}").format(naive=naive))
        self.folds.show_folds(past.folds, lines.coverage_low)
        inside = past.coverage is not None and lines.coverage_low <= past.coverage <= lines.coverage_high
        self.covered.setText(self._covered(past.coverage, past.covered_days, lines.coverage_low, lines.coverage_high))
        set_tone(self.covered, "text3" if past.coverage is None else "green" if inside else "amber")
        self.aim.setText(self._aim(past.wape, target))

    def _chip(self, forecast: Forecast) -> ChipLook:
        past = forecast.past
        if past.wape is None or past.naive_wape is None:
            return ChipLook("grey", "circle-dashed", self.tr("Not enough data"))
        if past.worse:
            return ChipLook("red", "circle-x", self.tr("No better than last week"))
        return ChipLook("green", "circle-check", self.tr("Better than last week"))

    def _covered(self, share: float | None, days: int, low: float, high: float) -> str:
        if share is None:
            return self.tr("How often the 80% band held cannot be measured yet")
        aim = f"{low:.0%}–{high:.0%}"
        held = self.tr("The 80% band held on {share} of {n} days, it should on {aim}").format(
            share=words.percent(share), n=texts.count(days), aim=aim
        )
        if share < low:
            return "⚠ " + held + " · " + self.tr("too narrow")
        return "⚠ " + held + " · " + self.tr("too wide") if share > high else held

    def _aim(self, wape: float | None, target: Target) -> str:
        aim = words.percent(target.accuracy_bp / 10_000)
        own = self.tr("your own") if target.own else self.tr("preset")
        wish = self.tr("Target {aim} ({own}, since {day})").format(aim=aim, own=own, day=target.since)
        if wape is None:
            return wish
        measured = self.tr("Measured accuracy {share}").format(share=words.percent(max(0.0, 1 - wape), 1))
        reached = 1 - wape >= target.accuracy_bp / 10_000
        return f"{measured} · {wish} · " + (self.tr("reached") if reached else self.tr("not reached"))


def _right(made: QLabel, column: int) -> QLabel:
    made.setAlignment(paint.RIGHT if column else paint.LEFT)
    return made


def _percent(share: float | None) -> str:
    return words.percent(share, 1)
