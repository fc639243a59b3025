"""The page's first card: what stops first by itself, when, and why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from console.catalogue import Language
from console.ui.tabs.accounts import ahead
from console.ui.tabs.accounts.reading import ShopState
from console.ui.widgets import IconLabel, button, stack
from console.ui.widgets.labels import Wrapped, set_tone

_TINTS = {"red": "fg_red", "amber": "fg_amber", "green": "fg_green", "grey": "text3"}


class OutageCard(QFrame):
    """``sign_in_asked`` and ``bought_asked`` carry the shop whose end can be put off that way."""

    sign_in_asked = Signal(str)
    bought_asked = Signal(str)

    def __init__(self, lang: Language) -> None:
        super().__init__()
        self.setObjectName("card")
        self._lang = lang
        self._told: ahead.Outage | None = None
        self._icon = IconLabel("hourglass", 18, "text3")
        self.words = Wrapped("", 13, strong=True)
        self.under = Wrapped("", 12, tone="text3")
        self.button = button("", "default", small=True)
        self.button.clicked.connect(self._clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(stack(self.words, self.under, gap=2), 1)
        row.addWidget(self.button)

    def show_states(self, states: list[ShopState], now: int) -> None:
        """Say what is known by now."""
        told = ahead.outage(states, now, self._lang)
        if told == self._told:
            return
        self._told = told
        self._icon.set_icon("hourglass", _TINTS[told.tone])
        self.words.setText(told.words)
        set_tone(self.words, told.tone if told.tone in ("red", "amber") else "text")
        self.under.setText(told.under)
        self.under.setVisible(bool(told.under))
        stop = told.stop
        signs = stop is not None and stop.cause in ("sign_in", "test_user")
        self.button.setText(self.tr("Sign in again") if signs else self.tr("Package…"))
        self.button.setVisible(stop is not None)
        self.button.setAccessibleName(f"{self.button.text()}: {told.words}")
        self.setAccessibleName(f"{told.words} {told.under}")

    def _clicked(self) -> None:
        if self._told is None or self._told.stop is None:
            return
        if self._told.stop.cause in ("sign_in", "test_user"):
            self.sign_in_asked.emit(self._told.shop_id)
        else:
            self.bought_asked.emit(self._told.shop_id)
