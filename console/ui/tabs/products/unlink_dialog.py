"""拆开关联: asks why two goods are not the same after all."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from console.ui.dialogs import Dialog
from console.ui.widgets import label


class UnlinkDialog(Dialog):
    """Asks why; a reason is needed, for it goes into the audit and keeps both apart from then on."""

    def __init__(self, page: QWidget, title: str) -> None:
        super().__init__(page, self.tr("Undo this link?"), self.tr("Undo the link"), kind="danger")
        said = self.tr("{title}: both shops' goods stand apart again. Codes and titles will not join them any more.")
        self.body.addWidget(label(said.format(title=title), tone="text2", wrap=True))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why they are not the same goods"))
        self.reason.setAccessibleName(self.reason.placeholderText())
        self.reason.setMaxLength(200)
        self.reason.textChanged.connect(self._show)
        self.body.addWidget(self.reason)
        self._show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        said = bool(self.reason.text().strip())
        self.accept_button.setEnabled(said)
        self.accept_button.setToolTip("" if said else self.tr("Give a reason first"))
