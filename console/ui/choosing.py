"""A dialog in which one row of a short list is chosen: the same keys wherever something is looked for and linked."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from console.ui.dialogs import Dialog
from console.ui.table_card import TableCard


class ChoosingDialog(Dialog):
    """``card`` is the list that is chosen from; whoever derives makes it."""

    card: TableCard[Any]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the search box the arrows go into the list; Enter accepts once all that is needed is there."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.card.model.rowCount():
            self.card.view.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.card.view.currentIndex().isValid():
                self.card.view.setCurrentIndex(self.card.model.index(0, 1))
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.accept_button.isEnabled():
                self.accept()
            return
        super().keyPressEvent(event)
