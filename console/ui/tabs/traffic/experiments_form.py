"""The fields of a metric's plan: base, smallest difference that matters, spread; and how many that needs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from console.rules.experiments import Kind, Lines, Metric, needed
from console.ui import texts
from console.ui.widgets import Picker, label
from console.ui.widgets.labels import Wrapped


def typed(field: QLineEdit) -> float | None:
    """A number as it was typed; ``%`` and separators may stand in it."""
    plain = field.text().replace(",", "").replace("，", "").replace("%", "").replace("¥", "").strip()
    try:
        found = float(plain)
    except ValueError:
        return None
    return found if abs(found) < 1e12 else None


class MetricForm(QWidget):
    """A metric with its plan. ``fixed``: the metric comes with the file, and is a mean of observations."""

    changed = Signal()

    def __init__(self, lines: Lines, *, named: bool = True) -> None:
        super().__init__()
        self._lines = lines
        self._key, self._unit = "", ""
        self.count = 1  # metrics of the experiment: each is planned for its part of the risk
        self.name = QLineEdit()
        self.kind = Picker([("share", self.tr("Share (%)")), ("mean", self.tr("Mean"))], "share")
        self.better = Picker([("more", self.tr("more is better")), ("less", self.tr("less is better"))], "more")
        self.base, self.effect, self.sd = QLineEdit(), QLineEdit(), QLineEdit()
        self.base_word, self.effect_word = label("", 12, tone="text3"), label("", 12, tone="text3")
        self.sd_word = label(self.tr("Standard deviation"), 12, tone="text3")
        self.says = Wrapped("", 12, tone="text2")
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        name_word, kind_word = label(self.tr("Metric"), 12, tone="text3"), label(self.tr("Kind"), 12, tone="text3")
        better_word = label(self.tr("Direction"), 12, tone="text3")
        for place, (word, field) in enumerate(
            ((name_word, self.name), (kind_word, self.kind), (better_word, self.better))
        ):
            grid.addWidget(word, 0, place)
            grid.addWidget(field, 1, place)
        pairs = ((self.base_word, self.base), (self.effect_word, self.effect), (self.sd_word, self.sd))
        for place, (word, field) in enumerate(pairs):
            grid.addWidget(word, 2, place)
            grid.addWidget(field, 3, place)
        grid.addWidget(self.says, 4, 0, 1, 3)
        for place in range(3):
            grid.setColumnStretch(place, 1)
        self.name.setAccessibleName(self.tr("Metric"))
        self.name.setPlaceholderText(self.tr("like: entry rate"))
        if not named:
            for part in (name_word, self.name, better_word, self.better):
                part.hide()
            grid.addWidget(kind_word, 0, 0)
            grid.addWidget(self.kind, 1, 0)
        for field in (self.name, self.base, self.effect, self.sd):
            field.textChanged.connect(self.judge)
        self.kind.chosen.connect(lambda _key: self.judge())
        self.better.chosen.connect(lambda _key: self.judge())
        self.judge()

    def take(self, key: str, name: str, unit: str) -> None:
        """A metric that the file tells: always a mean."""
        self._key, self._unit = key, unit
        self.name.setText(name)
        self.name.setReadOnly(True)
        self.kind.set_key("mean")
        self.kind.setEnabled(False)
        self.judge()

    def free(self) -> None:
        """A metric that a person names."""
        self._key = self._unit = ""
        self.name.setReadOnly(False)
        self.kind.setEnabled(True)
        self.judge()

    def fill(self, base: float | None, sd: float | None) -> None:
        """What was before, as the file tells it."""
        scale = 100 if self._unit == "fen" else 1
        self.base.setText("" if base is None else f"{base / scale:.4g}")
        self.sd.setText("" if sd is None else f"{sd / scale:.4g}")

    def planned(self, place: int = 0) -> Metric:
        """As it was typed; without a plan where that is none."""
        kind: Kind = "share" if self.kind.key() == "share" else "mean"
        scale = 0.01 if kind == "share" else 100.0 if self._unit == "fen" else 1.0
        base, effect, sd = (typed(field) or 0.0 for field in (self.base, self.effect, self.sd))
        return Metric(
            key=self._key or f"m{place + 1}",
            name=self.name.text().strip(),
            kind=kind,
            unit=self._unit,
            less=self.better.key() == "less",
            base=base * scale,
            effect=abs(effect) * scale,
            sd=abs(sd) * scale,
        )

    def needs(self) -> int | None:
        """How many an arm needs; None where the plan is none."""
        try:
            return needed(self.planned(), self.count, self._lines)
        except (ValueError, OverflowError):
            return None

    def show_lines(self, lines: Lines, count: int) -> None:
        """Reckon with these lines and so many metrics."""
        self._lines, self.count = lines, count
        self.judge()

    def judge(self) -> None:
        """Say how many are needed, or what is missing."""
        share = self.kind.key() == "share"
        self.base_word.setText(self.tr("Rate now (%)") if share else self.tr("Mean now"))
        effect = self.tr("Smallest difference that matters (points)") if share else self.tr("Smallest difference")
        self.effect_word.setText(effect)
        for part in (self.sd_word, self.sd):
            part.setVisible(not share)
        for word, field in ((self.base_word, self.base), (self.effect_word, self.effect), (self.sd_word, self.sd)):
            field.setAccessibleName(word.text())
        found = self.needs()
        if found is None:
            self.says.setText(
                self.tr("A rate between 0 and 100 and a difference that stays within it")
                if share
                else self.tr("A difference above 0 and the standard deviation of single values")
            )
        else:
            said = self.tr("{n} an arm, {both} in all; power {power}, risk {alpha}").format(
                n=texts.count(found),
                both=texts.count(2 * found),
                power=f"{self._lines.power:.0%}",
                alpha=f"{self._lines.alpha / self.count:.2%}" if self.count > 1 else f"{self._lines.alpha:.0%}",
            )
            self.says.setText(said)
        self.changed.emit()
