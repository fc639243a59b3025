"""A shop's switches: each saves at once and says so beside itself."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.core.permissions import Permissions, Switch
from console.ui.tabs.accounts import permits
from console.ui.widgets import Switch as Knob
from console.ui.widgets import label

SAYS_MS = 4_000
ALL: tuple[Switch | str, ...] = (*Switch, permits.READ_ONLY)
ACROSS = 2


class SwitchesPanel(QWidget):
    """``turned`` carries the switch (or ``read_only``) and what it was turned to."""

    turned = Signal(object, bool)

    def __init__(self, shop_name: str) -> None:
        super().__init__()
        self.knobs: dict[Switch | str, Knob] = {}
        self.saved = label("", 12, tone="green")
        self._waiting: dict[Switch | str, bool] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAYS_MS)
        self._timer.timeout.connect(lambda: self.saved.setText(""))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(self.tr("Switches"), 13, strong=True))
        head.addWidget(self.saved)
        head.addStretch(1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for at, switch in enumerate(ALL):
            grid.addWidget(self._row(switch, shop_name), at // ACROSS, at % ACROSS)
        for column in range(ACROSS):
            grid.setColumnStretch(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addLayout(grid)

    def _row(self, switch: Switch | str, shop_name: str) -> QWidget:
        name = permits.switch_name(switch)
        knob = Knob(f"{name} {shop_name}")
        knob.clicked.connect(lambda on: self._turn(switch, on))
        self.knobs[switch] = knob
        made = QWidget()
        made.setToolTip(permits.switch_hint(switch))
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(knob)
        row.addWidget(label(name, 13))
        row.addStretch(1)
        return made

    def _turn(self, switch: Switch | str, on: bool) -> None:
        self._waiting[switch] = on
        self.saved.setText("")
        self.turned.emit(switch, on)

    def show_state(self, kept: Permissions) -> None:
        """Show what is in the file; a switch that is being saved stays as it was turned."""
        for switch, knob in self.knobs.items():
            on = kept.read_only if switch == permits.READ_ONLY else switch in kept.on
            if self._waiting.get(switch) == on:
                del self._waiting[switch]
            elif switch not in self._waiting:
                knob.setChecked(on)

    def say_saved(self, switch: Switch | str, on: bool) -> None:
        """It is in the file."""
        word = self.tr("{name} is on · saved") if on else self.tr("{name} is off · saved")
        self.saved.setText(word.format(name=permits.switch_name(switch)))
        self._timer.start()

    def take_back(self, switch: Switch | str) -> None:
        """It could not be saved: as it was."""
        on = self._waiting.pop(switch, None)
        if on is not None:
            self.knobs[switch].setChecked(not on)
