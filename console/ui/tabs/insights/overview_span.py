"""Which days the data tab looks at: today, the last 7, 30 or 90, or from one day to another."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QWidget

from console.core.clock import parse_shop_time, shop_datetime
from console.rules.insights import LENGTHS, Span, SpanKey, own, span
from console.ui.dialogs import Dialog, answer
from console.ui.tasks import Tasks
from console.ui.widgets import Segmented, label
from console.ui.widgets.labels import set_tone


def span_word(key: SpanKey) -> str:
    """What the choice is called."""
    return {
        "today": QCoreApplication.translate("insights", "Today"),
        "week": QCoreApplication.translate("insights", "7 days"),
        "month": QCoreApplication.translate("insights", "30 days"),
        "quarter": QCoreApplication.translate("insights", "90 days"),
        "own": QCoreApplication.translate("insights", "Own days"),
    }[key]


class SpanPicker(QWidget):
    """The choices beside each other; ``chosen`` comes with each."""

    chosen = Signal()

    def __init__(self, tasks: Tasks, key: SpanKey = "month") -> None:
        super().__init__()
        self._tasks = tasks
        self._key: SpanKey = key
        self._days: tuple[str, str] | None = None
        self.keys = Segmented([(one, span_word(one)) for one in (*LENGTHS, "own")], key)
        self.keys.chosen.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.keys)
        self.dialog: DaysDialog | None = None
        self.now = 0

    def of(self, now: int) -> Span:
        """The days that are chosen, as of now."""
        self.now = now
        if self._key == "own" and self._days is not None:
            first, last = (parse_shop_time(f"{day} 00:00:00") for day in self._days)
            return own(first, last, now)
        return span(self._key, now)

    def set_key(self, key: str) -> None:
        """Choose from outside; one that nobody knows changes nothing."""
        if key in LENGTHS:
            self._key = key
            self.keys.set_key(key)

    def set_days(self, first: str, last: str) -> None:
        """From one day to another, both as ``2026-11-01``."""
        self._days, self._key = (min(first, last), max(first, last)), "own"
        self.keys.set_key("own")

    def _choose(self, key: str) -> None:
        if key == "own":
            self._tasks.start(self._ask(), key="days")
            return
        self.set_key(key)
        self.chosen.emit()

    async def _ask(self) -> None:
        current = self.of(self.now)
        first, last = (f"{shop_datetime(at):%Y-%m-%d}" for at in (current.begin_at, current.end_at - 1))
        dialog = self.dialog = DaysDialog(self, first, last)
        try:
            wanted = await answer(dialog) == QDialog.DialogCode.Accepted
            days = (dialog.first.text().strip(), dialog.last.text().strip())
        finally:
            self.dialog = None
        if not wanted:
            self.keys.set_key(self._key)
            return
        self.set_days(*days)
        self.chosen.emit()


class DaysDialog(Dialog):
    """Two days, written as ``2026-11-01``."""

    def __init__(self, parent: QWidget, first: str, last: str) -> None:
        super().__init__(parent, self.tr("From one day to another"), self.tr("Show these days"))
        self.first, self.last = QLineEdit(first), QLineEdit(last)
        row = QHBoxLayout()
        row.setSpacing(12)
        for words, field in ((self.tr("First day"), self.first), (self.tr("Last day"), self.last)):
            field.setAccessibleName(words)
            field.setPlaceholderText("2026-11-01")
            field.textChanged.connect(self._check)
            row.addWidget(label(words, tone="text2"))
            row.addWidget(field, 1)
        self.body.addLayout(row)
        self._hint = label(self.tr("Days in shop time, like 2026-11-01"), 12, tone="text3")
        self.body.addWidget(self._hint)
        self._check()

    def _check(self) -> None:
        fits = all(is_day(field.text()) for field in (self.first, self.last))
        self.accept_button.setEnabled(fits)
        set_tone(self._hint, "text3" if fits else "red")


def is_day(text: str) -> bool:
    """Whether it is a day like ``2026-11-01``."""
    words = text.strip()
    try:
        return len(words) == len("2026-11-01") and date.fromisoformat(words).year >= 2000
    except ValueError:
        return False
