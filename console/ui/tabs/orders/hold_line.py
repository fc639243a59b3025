"""暂缓发货 in the order drawer: why it is kept back, who, since when, until when."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from console.rules.holding import Hold
from console.ui.tabs.orders.hold_dialog import told
from console.ui.widgets import IconLabel
from console.ui.widgets.labels import Wrapped


class HoldLine(QFrame):
    """A quiet panel above everything else that is said of the order."""

    def __init__(self, hold: Hold, now: int) -> None:
        super().__init__()
        self.setObjectName("quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(IconLabel("pause", 16, "fg_amber"))
        both = QVBoxLayout()
        both.setSpacing(2)
        reason, under = self.tr("Kept back: {reason}").format(reason=hold.reason), told(hold, now)
        both.addWidget(Wrapped(reason, strong=True))
        both.addWidget(Wrapped(under, 12, tone="text3"))
        row.addLayout(both, 1)
        self.setAccessibleName(f"{reason}, {under}")
