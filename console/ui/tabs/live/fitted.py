"""A body that fills what is in sight, and scrolls only where its parts cannot be any smaller."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Fitted(QScrollArea):
    """Qt's own way to do so asks wrapped words how high they would like to be, and gives that to every part beside."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab brings what it arrives at into sight
        inside.setObjectName("scrolled")
        self.setWidget(inside)
        inside.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        layout, room = self._inside.layout(), self.viewport().size()
        least = layout.totalMinimumSize().height() if layout is not None else 0
        self._inside.resize(room.width(), max(room.height(), least))
