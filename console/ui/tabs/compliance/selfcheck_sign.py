"""Signing a self-check: who, and why where something banned is open."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from console.rules.self_check import Signer, same_person
from console.ui.dialogs import Dialog
from console.ui.tabs.compliance import selfcheck_words as words
from console.ui.widgets import label
from console.ui.widgets.labels import Wrapped


class SignDialog(Dialog):
    """Whose signature, and why where something banned is open."""

    def __init__(self, parent: QWidget, role: Signer, name: str, blocks: int, signed: Sequence[str] = ()) -> None:
        super().__init__(parent, words.signer(role), self.tr("Sign"))
        self._signed = signed  # by whom it is signed already
        self._blocks = blocks
        self.name, self.note = QLineEdit(name), QLineEdit()
        self.name.setReadOnly(bool(name))
        form = QFormLayout()
        form.setSpacing(8)
        for title, field in ((self.tr("Name"), self.name), (self.tr("Note"), self.note)):
            field.setAccessibleName(title)
            field.textChanged.connect(self._judge)
            form.addRow(label(title, 12, tone="text3"), field)
        self.body.addLayout(form)
        self.trouble = Wrapped("", 12, tone="red")
        self.body.addWidget(self.trouble)
        self._judge()

    def _judge(self) -> None:
        said = "" if self.name.text().strip() else self.tr("The name is missing.")
        if any(same_person(self.name.text(), one) for one in self._signed):
            said = self.tr("This person signed already: the one who checks and the one who reviews are two people.")
        if not said and self._blocks and not self.note.text().strip():
            said = self.tr("%n banned finding(s) open: say why you sign all the same.", "", self._blocks)
        self.trouble.setText(said)
        self.accept_button.setEnabled(not said)
