"""Giving numbers back: said what it means, asked why."""

from PySide6.QtWidgets import QLineEdit, QWidget

from console.ui.dialogs import Dialog
from console.ui.widgets import label


class VoidDialog(Dialog):
    """Accepted: ``why`` is the reason, perhaps empty."""

    def __init__(self, parent: QWidget, count: int) -> None:
        title = self.tr("Void %n number(s)", "", count)
        super().__init__(parent, title, self.tr("Void"), kind="danger", undoable=False)
        said = self.tr("A void number never comes back; its printed label is worth nothing.")
        self.body.addWidget(label(said, tone="text2", wrap=True))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why, for the ledger"))
        self.reason.setAccessibleName(self.reason.placeholderText())
        self.body.addWidget(self.reason)

    @property
    def why(self) -> str:
        return self.reason.text().strip()
