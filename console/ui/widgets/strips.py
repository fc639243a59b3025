"""The strip under the top bar: one at a time, the worst first; it pushes the page down and says what still works."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from console.ui.widgets.buttons import button
from console.ui.widgets.chips import IconLabel
from console.ui.widgets.labels import label, set_tone

StripTone = Literal["red", "amber", "grey", "blue"]


@dataclass(frozen=True)
class StripLook:
    """What a strip says. ``action`` is the word on its button, ``key`` what the button means."""

    tone: StripTone
    icon: str
    words: str
    under: str = ""
    action: str = ""
    key: str = ""


class Strip(QFrame):
    """40 high; hidden when there is nothing to say."""

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(40)
        self._key = ""
        self._icon = IconLabel("info", 16)
        self._words = label(strong=True)
        self._under = label(pixels=12, tone="text2")
        self._button = button("", small=True)
        self._button.clicked.connect(lambda: self.acted.emit(self._key))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        for part in (self._icon, self._words, self._under):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._button)
        self.hide()

    def show_look(self, look: StripLook | None) -> None:
        """Say this, or nothing."""
        self.setVisible(look is not None)
        if look is None:
            return
        self._key = look.key
        self.setObjectName(f"strip_{look.tone}")
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.set_icon(look.icon, f"fg_{look.tone}")
        self._words.setText(look.words)
        set_tone(self._words, {"red": "red", "amber": "amber", "blue": "accent"}.get(look.tone, "text"))
        self._under.setText(look.under)
        self._button.setText(look.action)
        self._button.setVisible(bool(look.action))
        self.setAccessibleName(f"{look.words} {look.under}")
