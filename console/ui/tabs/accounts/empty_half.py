"""The dashed card where a shop is missing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from console.core.model import Platform
from console.store.views import ShopRow
from console.ui.tabs.accounts import words
from console.ui.widgets import IconLabel, button, label
from console.ui.widgets.labels import fit


class EmptyHalf(QFrame):
    """The dashed card where a pair's other shop is missing: one button."""

    bind_asked = Signal(object)  # the Platform
    pair_asked = Signal(str)

    def __init__(self, platform: Platform) -> None:
        super().__init__()
        self.setObjectName("dashed")
        self.setMinimumHeight(240)
        self._platform = platform
        name = words.kind_of_shop(platform)
        self._partner = ""
        self.button: QPushButton = button(self.tr("Bind"), "soft", "link-2")
        self.button.clicked.connect(self._clicked)
        self._title = label("", 14, strong=True)
        self._bind_words = self.tr("Bind the {shop}").format(shop=name)
        why = label(
            self.tr("Once both are bound, goods and orders pair by themselves; only then can they be compared"),
            12,
            tone="text3",
            wrap=True,
        )
        why.setAlignment(Qt.AlignmentFlag.AlignCenter)
        fit(why, 240)
        room = QVBoxLayout(self)
        room.setContentsMargins(16, 16, 16, 16)
        room.setSpacing(10)
        room.addStretch(1)
        for part in (IconLabel("plus", 20, "accentText", ground="soft", side=48, disc=True), self._title, why):
            room.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        room.addSpacing(4)
        room.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        room.addStretch(1)
        self.offer(None)

    def offer(self, partner: ShopRow | None) -> None:
        """A shop that is bound already and has no partner is offered first."""
        self._partner = partner.shop_id if partner is not None else ""
        self._title.setText(self._bind_words if partner is None else self.tr("A bound shop has no partner yet"))
        said = self.tr("Pair with {shop}").format(shop=partner.name) if partner is not None else self.tr("Bind")
        self.button.setText(said)
        self.button.setAccessibleName(said if partner is not None else self._bind_words)

    @property
    def has_partner(self) -> bool:
        """Whether a bound shop is offered as the other half."""
        return bool(self._partner)

    def _clicked(self) -> None:
        if self._partner:
            self.pair_asked.emit(self._partner)
        else:
            self.bind_asked.emit(self._platform)
