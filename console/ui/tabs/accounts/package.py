"""What was bought of a platform, in the merchant's own words: nobody can ask the platform for it."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from console.core.clock import SHOP_TIME
from console.core.model import Platform
from console.ui import texts
from console.ui.dialogs import Dialog
from console.ui.tabs.accounts.reading import ShopState
from console.ui.widgets import label, stack
from console.ui.widgets.labels import set_tone

if TYPE_CHECKING:
    from console.store.outlook import Package

WIDE = 520


class PackageDialog(Dialog):
    """Accepted: ``package`` and ``paid_until_at`` are what was entered; empty fields are None."""

    def __init__(self, parent: QWidget, state: ShopState) -> None:
        title = QCoreApplication.translate("PackageDialog", "What was bought for “{shop}”")
        save = QCoreApplication.translate("PackageDialog", "Save")
        super().__init__(parent, title.format(shop=state.shop.name), save)
        self.setFixedWidth(WIDE)
        why = label(
            self.tr(
                "The platform tells programs neither. Entered here, they make it possible to foresee the day on which "
                "this shop stops."
            ),
            12,
            tone="text3",
            wrap=True,
        )
        why.setFixedWidth(WIDE - 48)
        why.setMinimumHeight(why.heightForWidth(WIDE - 48))
        self.body.addWidget(why)
        kept = state.stand.package
        self.most = self._field(self.tr("Calls bought, anew each month"), str(kept.most) if kept is not None else "")
        self._period = kept if kept is not None and kept.end_at is not None else None
        until = state.stand.paid_until_at
        shown = texts.full_moment(until)[:10] if until is not None else ""
        self.until = self._field(self.tr("Paid until (year-month-day)"), shown)
        self.most.setPlaceholderText("2000000")
        self.until.setPlaceholderText("2027-06-30")
        if state.shop.platform is Platform.KUAISHOU:
            self.most.setEnabled(False)
            self.most.setPlaceholderText(self.tr("Kuaishou sells no calls and publishes no allowance"))
        self.wrong = label("", 12, tone="red")
        self.body.addWidget(self.wrong)
        for line in (self.most, self.until):
            line.textChanged.connect(self._check)
        self._check()
        (self.most if self.most.isEnabled() else self.until).setFocus()

    def _field(self, name: str, text: str) -> QLineEdit:
        made = QLineEdit(text)
        made.setAccessibleName(name)
        title = label(name, 12, tone="text2")
        title.setBuddy(made)
        self.body.addLayout(stack(title, made, gap=4))
        return made

    @property
    def package(self) -> "Package | None":
        """What was bought; a period that was entered elsewhere stays while its figure does."""
        from console.store.outlook import Package

        text = _digits(self.most.text())
        if not text:
            return None
        if self._period is not None and self._period.most == int(text):
            return self._period
        return Package(most=int(text))

    @property
    def paid_until_at(self) -> int | None:
        """The end of the day that was entered."""
        return _day_end(self.until.text())

    def _check(self) -> None:
        digits, day = _digits(self.most.text()), self.until.text().strip()
        wrong_most = bool(digits) and (not digits.isdecimal() or not 0 < int(digits) <= 10**12)
        wrong_day = bool(day) and _day_end(day) is None
        set_tone(self.most, "true" if wrong_most else "false", "wrong")
        set_tone(self.until, "true" if wrong_day else "false", "wrong")
        said = ""
        if wrong_most:
            said = self.tr("A whole number of calls, such as 2000000")
        elif wrong_day:
            said = self.tr("A date such as 2027-06-30")
        self.wrong.setText(said)
        self.accept_button.setEnabled(not said)
        self.accept_button.setToolTip(said)


def _digits(text: str) -> str:
    return "".join(text.replace(",", "").replace("，", "").split())


def _day_end(text: str) -> int | None:
    try:
        day = datetime.strptime(text.strip(), "%Y-%m-%d").replace(hour=23, minute=59, second=59, tzinfo=SHOP_TIME)
        return int(day.timestamp()) * 1000
    except (ValueError, OverflowError):
        return None
