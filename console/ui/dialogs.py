"""Dialogs that never spin a loop of their own: ``await ask(…)`` while every other task goes on."""

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.ui.veil import Veil
from console.ui.widgets.buttons import Kind, button
from console.ui.widgets.cards import line
from console.ui.widgets.labels import label


async def answer(dialog: QDialog) -> int:
    """Open the dialog and wait for what it finished with; 0 when it was rejected."""
    done: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def finish(code: int) -> None:
        if not done.done():
            done.set_result(code)

    dialog.finished.connect(finish)
    dialog.open()
    try:
        return await done
    finally:
        if dialog.isVisible():
            dialog.reject()
        dialog.deleteLater()


class Veiled(QDialog):
    """A dialog over a window that greys while it is open: what lies under it cannot be used now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        Veil(self)


class Dialog(Veiled):
    """Head 64, body, foot 64. ``body`` takes the widgets; the filled button accepts, 取消 rejects."""

    def __init__(
        self, parent: QWidget, title: str, accept: str, *, kind: Kind = "primary", undoable: bool = True
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 24, 0)
        title_label = label(title, 18, strong=True)
        title_label.setFixedHeight(64)
        head.addWidget(title_label)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(24, 0, 24, 24)
        self.body.setSpacing(12)
        self.accept_button = button(accept, kind)
        self.cancel_button = button(self.tr("Cancel"))
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 16, 24, 16)
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.accept_button)
        whole.addLayout(head)
        whole.addLayout(self.body)
        whole.addWidget(line())
        whole.addLayout(foot)
        first = self.accept_button if undoable else self.cancel_button
        first.setDefault(True)
        first.setFocus(Qt.FocusReason.OtherFocusReason)


async def ask(
    parent: QWidget, title: str, words: str, accept: str, *, kind: Kind = "primary", undoable: bool = True
) -> bool:
    """One question, two buttons. Focus starts on the filled one only if what it does can be undone."""
    dialog = Dialog(parent, title, accept, kind=kind, undoable=undoable)
    dialog.body.addWidget(label(words, tone="text2", wrap=True))
    return await answer(dialog) == QDialog.DialogCode.Accepted
