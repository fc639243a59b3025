"""下一场直播: nothing is known of broadcasts yet. The card says so, and what will be on it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from console.ui.paint import ChipLook
from console.ui.widgets import Card, Chip, IconLabel, label, line, link


class NextLive(Card):
    """Honest until the live tab is built."""

    opened = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(self.tr("Next broadcast"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.add_end(Chip(ChipLook("grey", "circle-dashed", self.tr("Not yet"))))
        self.body.addWidget(label(self.tr("No broadcast plan is connected yet. What will stand here:"), wrap=True))
        for icon, words in (
            ("clock", self.tr("time, title and host of the next show")),
            ("list-checks", self.tr("what is ready and what is not")),
            ("package", self.tr("goods short of stock for tonight")),
        ):
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(IconLabel(icon, 16, "text3"))
            row.addWidget(label(words, tone="text2", wrap=True), 1)
            self.body.addLayout(row)
        self.body.addStretch(1)
        self.body.addWidget(line())
        foot = QHBoxLayout()
        foot.addWidget(label(self.tr("no number is shown until then"), 12, tone="text3", wrap=True), 1)
        more = link(self.tr("About Live"))
        more.clicked.connect(lambda: self.opened.emit("live", {}))
        foot.addWidget(more)
        self.body.addLayout(foot)
