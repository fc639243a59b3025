"""样本量计算: how many are needed, tried out; power and risk are the merchant's own lines and can be kept."""

import msgspec
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from console.rules.experiments import Lines
from console.ui.dialogs import Dialog
from console.ui.tabs.traffic.experiments_form import MetricForm, typed
from console.ui.widgets import label
from console.ui.widgets.labels import Wrapped


class ReckonerDialog(Dialog):
    """Accepting it keeps power and risk for experiments that are planned from then on."""

    def __init__(self, parent: QWidget, lines: Lines) -> None:
        super().__init__(parent, self.tr("Sample size"), self.tr("Keep power and risk"))
        self.setMinimumWidth(600)
        self._lines = lines
        self.form = MetricForm(lines, named=False)
        self.form.base.setText("5")
        self.form.effect.setText("1")
        self.power, self.alpha = QLineEdit(f"{lines.power * 100:g}"), QLineEdit(f"{lines.alpha * 100:g}")
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, field in ((self.tr("Power (%)"), self.power), (self.tr("Risk (%)"), self.alpha)):
            field.setFixedWidth(72)
            field.setAccessibleName(words)
            field.textChanged.connect(self._judge)
            row.addWidget(label(words, 12, tone="text3"))
            row.addWidget(field)
        row.addStretch(1)
        self.body.addWidget(self.form)
        self.body.addLayout(row)
        why = self.tr(
            "Power: how often a difference of that size is found. Risk: how often one is found where there is none. "
            "Half the difference needs four times as many."
        )
        self.body.addWidget(Wrapped(why, 12, tone="text3"))
        self._judge()

    def _shares(self) -> tuple[float, float] | None:
        power, alpha = typed(self.power), typed(self.alpha)
        if power is None or alpha is None or not (50 <= power <= 99.9 and 0.1 <= alpha <= 20):
            return None
        return power, alpha

    def _judge(self) -> None:
        told = self._shares()
        self.accept_button.setEnabled(told is not None)
        if told is not None:
            self.form.show_lines(msgspec.structs.replace(self._lines, power=told[0] / 100, alpha=told[1] / 100), 1)

    def lines(self) -> dict[str, int]:
        """What was changed, as it is kept."""
        told = self._shares()
        if told is None:
            return {}
        wanted = {"power_bp": round(told[0] * 100), "alpha_bp": round(told[1] * 100)}
        before = {"power_bp": round(self._lines.power * 10_000), "alpha_bp": round(self._lines.alpha * 10_000)}
        return {name: value for name, value in wanted.items() if value != before[name]}
