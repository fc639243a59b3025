"""如果改预算: another spend a day, within what was ever spent, beside the present one. Changes nothing."""

from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from console.rules.forecast_budget import Budget, Side, changed, most_spent
from console.ui import paint, texts
from console.ui.tabs.insights import forecast_words as words
from console.ui.tabs.insights.budget_slider import BudgetSlider
from console.ui.tabs.insights.forecast_reading import ForecastReading
from console.ui.widgets import Card, label, stack
from console.ui.widgets.labels import Wrapped, set_tone


class BudgetCard(Card):
    """Fill it with ``show_reading``."""

    def __init__(self) -> None:
        super().__init__(self.tr("If the budget changed"), self.tr("only on this page"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._reading: ForecastReading | None = None
        self.budget: Budget | None = None
        self.slider = BudgetSlider()
        self.slider.setAccessibleName(self.tr("Ad spend a day"))
        self.slider.moved.connect(self._move)
        self.spend = label("", 14, strong=True)
        self.least, self.most = label(words.rough(0), 11, tone="text3"), label("", 11, tone="text3")
        self.inside = QWidget()
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(stack(label(self.tr("Ad spend a day"), tone="text2"), None, self.spend, across=True))
        column.addWidget(self.slider)
        column.addLayout(stack(self.least, None, self.most, across=True))
        self.grid = QGridLayout()
        self.grid.setVerticalSpacing(8)
        for place, head in enumerate(("", self.tr("Now"), self.tr("Then"), self.tr("Difference"))):
            made = label(head, 12, tone="text3")
            made.setAlignment(paint.RIGHT if place else paint.LEFT)
            self.grid.addWidget(made, 0, place)
            self.grid.setColumnStretch(place, 3 if not place else 2)
        names = {
            "roi": self.tr("Forecast ROI"),
            "paid": self.tr("Paid a day"),
            "left": self.tr("Margin − spend a day"),
            "below": self.tr("Below break-even"),
        }
        self.cells: dict[str, tuple[QLabel, QLabel, QLabel]] = {}
        for row, (key, name) in enumerate(names.items(), 1):
            self.grid.addWidget(label(name, tone="text2"), row, 0)
            three = (label(), label(), label(strong=True))
            for place, cell in enumerate(three, 1):
                cell.setAlignment(paint.RIGHT)
                self.grid.addWidget(cell, row, place)
            self.cells[key] = three
        column.addLayout(self.grid)
        self.warning = Wrapped("", 12, tone="amber", strong=True)
        self.note = Wrapped("", 12, tone="text3")
        column.addWidget(self.warning)
        column.addWidget(self.note)
        self.none = Wrapped("", 13, tone="text3")
        self.body.addWidget(self.inside)
        self.body.addWidget(self.none)
        self.body.addStretch(1)

    def show_reading(self, reading: ForecastReading) -> None:
        """Begin at the present spend again where that has changed."""
        before = None if self._reading is None else self._reading.forecast.spend_fen
        self._reading = reading
        now = reading.forecast.spend_fen
        self._move(now if now is not None and (now != before or self.budget is None) else self.slider.value)

    def _move(self, spend_fen: float) -> None:
        reading = self._reading
        if reading is None:
            return
        most = most_spent(reading.material.history.days)
        self.budget = changed(reading.forecast, spend_fen, most, reading.material.margin_share)
        self.inside.setVisible(self.budget is not None)
        self.none.setVisible(self.budget is None)
        self.none.setText(self._nothing(reading))
        if self.budget is not None:
            self._fill(self.budget)

    def _nothing(self, reading: ForecastReading) -> str:
        if not reading.forecast.days:
            return self.tr("There is no forecast to change.")
        if not reading.forecast.roi:
            return self.tr("Ad spend is not known on enough days to say what more of it would bring.")
        return self.tr(
            "Days of more and of less spend show no effect that chance would not explain: "
            "what another budget brings cannot be said."
        )

    def _fill(self, budget: Budget) -> None:
        now, then = budget.now, budget.then
        self.slider.show_range(now.spend_fen, then.spend_fen, budget.most_fen)
        self.spend.setText(f"{words.rough(now.spend_fen)} → {words.rough(then.spend_fen)}")
        self.most.setText(self.tr("{amount} · most ever").format(amount=words.rough(budget.most_fen)))
        self._row("roi", words.ratio(now.roi), words.ratio(then.roi), _moved(now.roi, then.roi, ".2f"))
        grown = (then.paid_fen - now.paid_fen) / now.paid_fen if now.paid_fen else 0.0
        self._row("paid", words.rough(now.paid_fen), words.rough(then.paid_fen), _moved(0.0, grown, ".0%"))
        self._row("left", _money(now), _money(then), _left(now, then))
        points = None if now.below is None or then.below is None else (then.below - now.below) * 100
        said = texts.NOTHING if points is None else self.tr("{n} points").format(n=_moved(0.0, points, ".0f"))
        self._row("below", words.chance(now.below), words.chance(then.below), said)
        worse = now.left_fen is not None and then.left_fen is not None and then.left_fen < now.left_fen
        set_tone(self.cells["left"][2], "amber" if worse else "text")
        self.warning.setText(self._warning(budget))
        self.warning.setVisible(bool(self.warning.text()))
        ends = self.tr("Nothing is known of more than {amount} a day, so nothing is said of it.")
        said = ends.format(amount=words.rough(budget.most_fen))
        if now.left_fen is None:
            said += " " + self.tr("The margin is not known: fill in costs of goods.")
        self.note.setText(said)

    def _row(self, key: str, now: str, then: str, moved: str) -> None:
        for cell, said in zip(self.cells[key], (now, then, moved), strict=True):
            cell.setText(said)

    def _warning(self, budget: Budget) -> str:
        now, then = budget.now, budget.then
        if budget.small and now.left_fen is not None and then.left_fen is not None:
            more, gain = then.spend_fen - now.spend_fen, then.left_fen - now.left_fen
            if gain < 0:
                return "⚠ " + self.tr("{more} more spent a day loses {loss}").format(
                    more=words.rough(more), loss=words.rough(-gain)
                )
            return "⚠ " + self.tr("Small gain: {more} more spent a day leaves only {gain}").format(
                more=words.rough(more), gain=words.rough(gain)
            )
        if then.spend_fen >= budget.most_fen:
            return "⚠ " + self.tr("Here history ends")
        return ""


def _moved(now: float | None, then: float | None, form: str) -> str:
    """``▲ 27%``, ``▼ 0.30``."""
    if now is None or then is None:
        return texts.NOTHING
    by = then - now
    said = f"{abs(by):{form}}"
    if float(said.rstrip("%")) == 0:
        return said
    return f"{'▲' if by > 0 else '▼'} {said}"


def _money(side: Side) -> str:
    left = side.left_fen
    return texts.NOTHING if left is None else f"{'−' if left < 0 else ''}{words.rough(abs(left))}"


def _left(now: Side, then: Side) -> str:
    return (
        texts.NOTHING
        if now.left_fen is None or then.left_fen is None
        else words.signed_money(then.left_fen - now.left_fen)
    )
