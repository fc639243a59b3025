"""The focus ring: 2 px of accent, 3 px outside whatever the keyboard has reached. The style sheet cannot draw there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from console.ui import paint

GAP = 3


def next_region(regions: Sequence[tuple[QWidget, Callable[[], object]]]) -> None:
    """F6: into the region after that which holds the focus, each in its own way; into the first where none does."""
    focused = QApplication.focusWidget()
    holds = (n for n, (one, _) in enumerate(regions) if focused and one.isAncestorOf(focused))
    regions[(next(holds, len(regions) - 1) + 1) % len(regions)][1]()


class FocusRing(QWidget):
    """Lies over its window and lets every click through. Fields and tables show their focus themselves."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._watched: QWidget | None = None
        self._keyed = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def by_key(self) -> None:
        """The keyboard moves the focus now; until the next click whatever it reaches is ringed."""
        self._keyed = True

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None
        self._keyed = self._keyed and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton
        wants = isinstance(new, QAbstractButton) or (new is not None and bool(new.property("ring")))
        if new is None or not self._keyed or not wants or new.window() is not self._window:
            self.hide()
            return
        self._watched = new
        new.installEventFilter(self)
        self._follow()

    def _follow(self) -> None:
        widget = self._watched
        if widget is None or not widget.isVisible():
            self.hide()
            return
        corner = widget.mapTo(self._window, QPoint(0, 0))
        around = QRect(corner, widget.size()).adjusted(-GAP, -GAP, GAP, GAP)
        self.setGeometry(around.intersected(self._window.rect()))
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self._follow()
        elif kind == QEvent.Type.MouseButtonPress:
            self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.ring(painter, self.rect(), 8)
        painter.end()
