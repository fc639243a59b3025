"""Above a proof: where one is, which day or month, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.rules import proof_period
from console.rules.proof_period import Period
from console.ui import texts
from console.ui.widgets import Picker, Segmented, button, icon_button, label, link
from console.ui.widgets.labels import Elided

DAYS, MONTHS = 31, 13  # how many stand in the list; the arrows go further


class ProofBar(QWidget):
    """``changed`` comes with another period."""

    changed = Signal()

    def __init__(self, now: int) -> None:
        super().__init__()
        self._now = now
        self.period: Period = proof_period.day_of(now)
        self.back = link(self.tr("Orders"))
        self.under = Elided()
        self.pdf = button(self.tr("PDF"), "default", "scroll-text")
        self.csv = button(self.tr("CSV"), "default", "file-spreadsheet")
        self.prove = button(self.tr("Check again"), "primary", "refresh-cw")
        self.kind = Segmented([("day", self.tr("By day")), ("month", self.tr("By month"))], "day")
        self.before = icon_button("chevron-left", self.tr("The period before"))
        self.after = icon_button("chevron-right", self.tr("The period after"))
        self.choice = Picker([(self.period.key, "")], self.period.key)
        self.audit = button(self.tr("Find gaps"), "default", "search")
        self.verify = button(self.tr("Verify chain"), "default", "shield-check")
        for part, tip in (
            (self.audit, self.tr("Compare order numbers with both platforms, and read what lacks")),
            (self.verify, self.tr("Look through every proof and audit row: is each as it was written?")),
            (self.pdf, self.tr("Export this proof as a PDF")),
            (self.csv, self.tr("Export its rows as CSV")),
        ):
            part.setToolTip(tip)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(self._top())
        whole.addLayout(self._controls())
        self.kind.chosen.connect(self._by)
        self.choice.chosen.connect(self._choose)
        self.before.clicked.connect(lambda: self.show_period(proof_period.next_to(self.period, -1)))
        self.after.clicked.connect(lambda: self.show_period(proof_period.next_to(self.period, 1)))
        self._fill()

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        title = label(self.tr("Proof of reconciliation"), 20, strong=True)
        for part in (self.back, label("›", 16, tone="text3"), title):
            row.addWidget(part)
        row.addWidget(self.under)
        row.addStretch(1)
        row.addWidget(self.prove)
        return row

    def _controls(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.kind, self.before, self.choice, self.after):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self.audit, self.verify, self.pdf, self.csv):
            row.addWidget(part)
        return row

    def set_now(self, now: int) -> None:
        """The list of days ends today."""
        if proof_period.day_of(now).key != proof_period.day_of(self._now).key:
            self._now = now
            self._fill()
        self._now = now

    def show_period(self, period: Period) -> None:
        """Another day or month."""
        if period == self.period:
            return
        self.period = period
        self.kind.set_key("month" if period.is_month else "day")
        self._fill()
        self.changed.emit()

    def _by(self, key: str) -> None:
        """The month that holds the day; of a month the last day that has begun."""
        if key == "month":
            self.show_period(proof_period.month_of(self.period.begin_at))
        else:
            self.show_period(proof_period.day_of(min(self.period.end_at - 1, self._now)))

    def _choose(self, key: str) -> None:
        self.show_period(proof_period.month(key) if self.period.is_month else proof_period.day(key))

    def _fill(self) -> None:
        now = proof_period.month_of(self._now) if self.period.is_month else proof_period.day_of(self._now)
        found = [now]
        while len(found) < (MONTHS if self.period.is_month else DAYS):
            found.append(proof_period.next_to(found[-1], -1))
        if self.period not in found:
            found.append(self.period)
        self.choice.set_choices([(one.key, self._named(one, now)) for one in found])
        self.choice.set_key(self.period.key)
        self.after.setEnabled(self.period.end_at <= self._now)

    def _named(self, period: Period, now: Period) -> str:
        if period == now:
            return (self.tr("this month {key}") if period.is_month else self.tr("today {key}")).format(key=period.key)
        return period.key if period.is_month else f"{period.key} {texts.weekday(period.begin_at)}"
