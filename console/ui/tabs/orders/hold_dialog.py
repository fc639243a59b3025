"""暂缓发货 and its end: why, and until when. Both are the merchant's own; nothing of it goes to a platform."""

from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.core.clock import DAY, HOUR, day_start, format_shop_time, parse_typed_time
from console.rules.holding import Hold, Until, ends_at
from console.ui import texts
from console.ui.dialogs import Dialog
from console.ui.tabs.orders.pair_dialog import reason_field
from console.ui.widgets import label
from console.ui.widgets.fields import Picker
from console.ui.widgets.labels import Wrapped, set_tone

translate = QCoreApplication.translate
EVENING = 18 * HOUR  # what a time of one's own begins with: tomorrow at six


def usual_reasons() -> list[str]:
    """Why orders are mostly kept back."""
    return [
        translate("holding", "Waiting for stock"),
        translate("holding", "Waiting for a gift or part"),
        translate("holding", "The buyer asked to wait"),
        translate("holding", "Address is being checked"),
        translate("holding", "To go together with another order"),
        translate("holding", "Suspicious, being checked"),
    ]


def usual_ends() -> list[str]:
    """Why they are mostly let go again."""
    return [
        translate("holding", "The goods are in"),
        translate("holding", "Agreed with the buyer"),
        translate("holding", "Address is right"),
        translate("holding", "Checked, nothing wrong"),
        translate("holding", "Kept back by mistake"),
    ]


def untils() -> list[tuple[Until, str]]:
    """How long."""
    return [
        ("open", translate("holding", "somebody lets it go")),
        ("tomorrow", translate("holding", "tomorrow, 09:00")),
        ("three_days", translate("holding", "in 3 days, 09:00")),
        ("week", translate("holding", "in 7 days, 09:00")),
        ("at", translate("holding", "at a day and time…")),
    ]


def told(hold: Hold, now: int) -> str:
    """Who, since when and until when: what stands under the reason."""
    until = translate("holding", "until somebody lets it go")
    if hold.until_at is not None:
        until = translate("holding", "until {time}").format(time=texts.moment(hold.until_at, now))
    since = translate("holding", "since {time}").format(time=texts.moment(hold.since_at, now))
    return " · ".join((hold.by or translate("holding", "nobody named"), since, until))


class UsualReason(QWidget):
    """The usual reasons to choose from, and the field that holds the one that counts."""

    def __init__(self, usual: Sequence[str], hint: str) -> None:
        super().__init__()
        named = [("", translate("holding", "choose or write")), *((one, one) for one in usual)]
        self.usual = Picker(named, "", translate("holding", "Reason: "))
        self.field: QLineEdit = reason_field(hint)
        self.usual.chosen.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.usual, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.field)

    def _take(self, reason: str) -> None:
        self.field.setText(reason)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def text(self) -> str:
        return self.field.text().strip()


class LetGoDialog(Dialog):
    """Accepted: ``reason.text``, without which nothing is decided."""

    def __init__(self, page: QWidget, title: str, accept: str, said: str, usual: Sequence[str], hint: str) -> None:
        super().__init__(page, title, accept)
        self.body.addWidget(label(said, tone="text2", wrap=True))
        self.reason = UsualReason(usual, hint)
        self.body.addWidget(self.reason)
        self.note = Wrapped("", 12, tone="text3")
        self.reason.field.textChanged.connect(self._judge)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._go)
        self._furnish()
        self.body.addWidget(self.note)
        self.reason.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._judge()

    def _furnish(self) -> None:
        """What stands between the reason and the note."""

    def lacking(self) -> str:
        """What is still missing, in words."""
        return "" if self.reason.text else self.tr("Give a reason first")

    def _judge(self) -> None:
        lacking = self.lacking()
        self.note.setText(lacking)
        self.accept_button.setEnabled(not lacking)
        self.accept_button.setToolTip(lacking)

    def _go(self) -> None:
        if self.accept_button.isEnabled():
            self.accept()


class HoldDialog(LetGoDialog):
    """Accepted: ``reason.text`` and ``until_at()``."""

    def __init__(self, page: QWidget, title: str, accept: str, said: str, hint: str, *, by: str, now: int) -> None:
        self._by, self._now = by, now
        super().__init__(page, title, accept, said, usual_reasons(), hint)

    def _furnish(self) -> None:
        self.until = Picker(untils(), "open", self.tr("Until: "))
        self.when = QLineEdit(format_shop_time(day_start(self._now) + DAY + EVENING)[:16])
        self.when.setAccessibleName(self.tr("Day and time, shop time"))
        self.when.setPlaceholderText(self.tr("Day and time, shop time"))
        self.until.chosen.connect(self._chosen)
        self.when.textChanged.connect(self._judge)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.until)
        row.addWidget(self.when)
        row.addStretch(1)
        self.body.addLayout(row)
        self.when.hide()

    def _chosen(self, key: str) -> None:
        self.when.setVisible(key == "at")
        if key == "at":
            self.when.setFocus(Qt.FocusReason.OtherFocusReason)
            self.when.selectAll()
        self._judge()

    def until_at(self) -> int | None:
        """The instant at which it ends by itself; None: never. Raises ValueError."""
        key: Until = next((one for one in get_args(Until) if one == self.until.key()), "open")
        if key != "at":
            return ends_at(key, self._now)
        return parse_typed_time(self.when.text())

    def lacking(self) -> str:
        return super().lacking() or self._wrong_time()

    def _wrong_time(self) -> str:
        try:
            at = self.until_at()
        except ValueError:
            return self.tr("Write it like 2026-11-26 18:00")
        return self.tr("That time is past") if at is not None and at <= self._now else ""

    def _judge(self) -> None:
        super()._judge()
        wrong = bool(self._wrong_time())
        set_tone(self.note, "red" if wrong else "text3")
        if not self.lacking():
            at = self.until_at()
            self.note.setText(told(Hold(reason="", since_at=self._now, by=self._by, until_at=at), self._now))
