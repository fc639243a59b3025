"""未成年人保护 on the overview: whether the mode is on, and how each of its checks stands; a click opens the list."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.rules.duties import Standing, Work, standing
from console.store.duties import duties
from console.ui.tabs.compliance import duties_words as words
from console.ui.widgets import Card, Dot, IconLabel, button, label
from console.ui.widgets.labels import Elided, TextTone, set_tone

TONES: dict[Standing, TextTone] = {"overdue": "red", "near": "amber", "unproved": "amber", "done": "green"}


class MinorsCard(Card):
    """A row a check."""

    opened = Signal()

    def __init__(self, chinese: bool) -> None:
        super().__init__(self.tr("Protection of minors"))
        self._chinese = chinese
        self.mode = label("", 12, tone="text2")
        self.dot = Dot()
        self.all = button(self.tr("Checklists"), small=True)
        self.all.clicked.connect(self.opened)
        for part in (self.dot, self.mode, self.all):
            self.add_end(part)
        self._room = QVBoxLayout()
        self._room.setSpacing(8)
        self.body.addLayout(self._room)

    def show_checks(self, is_on: bool, work: Mapping[str, Work], today: date) -> None:
        """As they stand today."""
        self.mode.setText(self.tr("On") if is_on else self.tr("Off"))
        set_tone(self.mode, "green" if is_on else "text3")
        self.dot.set_tone("green" if is_on else "grey")
        while (item := self._room.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for duty in duties():
            if duty.list == "minors":
                how = standing(duty, work.get(duty.duty_id, Work()), today)
                self._room.addWidget(self._row(words.what(duty, self._chinese), how))

    def _row(self, text: str, how: Standing) -> QWidget:
        made = QWidget()
        look = words.chip(how)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(look.icon, 16, f"fg_{look.tone}"))
        row.addWidget(Elided(text, 13, tone="text"), 1)
        row.addWidget(label(look.word, 12, tone=TONES.get(how, "text3")))
        return made
