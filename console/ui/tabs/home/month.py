"""本月自检: how far the self-check of the month has come, in one line; a click opens the report."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from console.store.views_compliance import MonthCheck
from console.ui import texts
from console.ui.widgets import IconLabel, button, label
from console.ui.widgets.labels import Elided, set_tone


class MonthCard(QFrame):
    """``opened`` carries the tab and the question its page is to answer."""

    opened = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._month = ""
        self.title = label(self.tr("Self-check of the month"), 14, strong=True)
        self.share = label(texts.NOTHING, 14, strong=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setFixedWidth(160)
        self.bar.setMaximum(100)
        self.said = Elided("", 13, tone="text2")
        self.verb = button("")
        self.verb.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(IconLabel("clipboard-list", 18, "text2"))
        for part in (self.title, self.bar, self.share):
            row.addWidget(part)
        row.addWidget(self.said, 1)
        row.addWidget(self.verb)

    def show_check(self, check: MonthCheck) -> None:
        """What was left of the month before comes first: it is late."""
        self._month = check.before or check.month
        share = None if check.number is None else check.completion
        self.share.setText(texts.NOTHING if share is None else f"{int(share * 100)}%")
        self.bar.setValue(int((share or 0) * 100))
        set_tone(self.bar, "green" if share == 1 else "blue")
        self.said.setText(self._words(check))
        set_tone(self.said, "amber" if check.before or check.is_due else "text2")
        done = check.number is not None and not check.before
        self.verb.setText(self.tr("See report") if done else self.tr("Go to the self-check"))
        self.setAccessibleName(f"{self.title.text()} {self.share.text()} {self.said.text()}")

    def _words(self, check: MonthCheck) -> str:
        if check.before_lacks == "missing":
            return self.tr("the one of {month} was not made").format(month=check.before)
        if check.before_lacks == "unsigned":
            return self.tr("the one of {month} is not signed").format(month=check.before)
        left = self.tr("%n day(s) left in {month}", "", max(0, check.days_left)).format(month=check.month)
        if check.number is None:
            return self.tr("not made yet · {left}").format(left=left)
        found = self.tr("{found} findings, {open} open").format(
            found=texts.count(check.found), open=texts.count(check.open)
        )
        signed = self.tr("signed") if check.signs else self.tr("not signed")
        return f"{found} · {signed} · {left}"

    def _open(self) -> None:
        self.opened.emit("compliance", {"view": "selfcheck", "month": self._month})
