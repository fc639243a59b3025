"""Another wished accuracy, from today on."""

from PySide6.QtWidgets import QLineEdit, QWidget

from console.ui.dialogs import Dialog
from console.ui.widgets.labels import Wrapped


class TargetDialog(Dialog):
    """Takes whole percent from 1 to 99."""

    def __init__(self, parent: QWidget, accuracy_bp: int) -> None:
        super().__init__(parent, self.tr("Target of the accuracy"), self.tr("Keep"))
        said = self.tr("Accuracy = 1 − WAPE. The target changes no forecast; it stands beside what was measured.")
        self.body.addWidget(Wrapped(said, 13, tone="text2"))
        self.field = QLineEdit(f"{accuracy_bp / 100:g}")
        self.field.setAccessibleName(self.tr("Percent"))
        self.field.textChanged.connect(self._look)
        self.body.addWidget(self.field)

    def accuracy_bp(self) -> int | None:
        """What was typed; None where it makes no sense."""
        said = self.field.text().strip().removesuffix("%")
        return int(said) * 100 if said.isascii() and said.isdigit() and 0 < int(said) < 100 else None

    def _look(self) -> None:
        self.accept_button.setEnabled(self.accuracy_bp() is not None)
