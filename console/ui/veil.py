"""The grey over the window behind a dialog: what lies under it cannot be used now."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget

from console.ui.theme import current


class Veil(QWidget):
    """Lies over the dialog's window from when it is opened until it ends."""

    def __init__(self, dialog: QDialog) -> None:
        parent = dialog.parentWidget()
        window = parent.window() if parent is not None else dialog
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        dialog.installEventFilter(self)
        window.installEventFilter(self)
        dialog.destroyed.connect(self.deleteLater)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._window:
            if kind == QEvent.Type.Resize and self.isVisible():
                self.setGeometry(self._window.rect())
        elif kind == QEvent.Type.Show:
            self.setGeometry(self._window.rect())
            self.show()
            self.raise_()
        elif kind == QEvent.Type.Hide:
            self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current()["veil"])
        painter.end()
