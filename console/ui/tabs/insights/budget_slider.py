"""A slider over what was ever spent a day, with a dot where one is now. Keys: ← → a hundredth, Home, End."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui import paint
from console.ui.theme import current

HIGH, EDGE, STEPS = 24, 10, 100


class BudgetSlider(QWidget):
    """``moved`` carries the spend."""

    moved = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.most, self.now, self.value = 1.0, 0.0, 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(240, HIGH)

    def show_range(self, now: float, value: float, most: float) -> None:
        """Where one is, where the handle stands, and where history ends."""
        self.most, self.now, self.value = max(most, 1.0), now, value
        self.update()

    def _x(self, value: float) -> float:
        return EDGE + (self.width() - 2 * EDGE) * min(max(value, 0.0), self.most) / self.most

    def _move(self, value: float) -> None:
        value = min(max(value, 0.0), self.most)
        if value != self.value:
            self.value = value
            self.update()
            self.moved.emit(value)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move((event.position().x() - EDGE) / max(1, self.width() - 2 * EDGE) * self.most)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self._move(self.value + step * self.most / STEPS)
        elif event.key() == Qt.Key.Key_Home:
            self._move(0.0)
        elif event.key() == Qt.Key.Key_End:
            self._move(self.most)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter, middle = current(), QPainter(self), HIGH / 2
        tone = "accent" if self.isEnabled() else "faint"
        paint.rounded(painter, QRectF(EDGE, middle - 3, self.width() - 2 * EDGE, 6), 3, look["track"])
        paint.rounded(painter, QRectF(EDGE, middle - 3, max(1.0, self._x(self.value) - EDGE), 6), 3, look[tone])
        paint.dot(painter, QPointF(self._x(self.now), middle), look["faint"], 5)
        paint.dot(painter, QPointF(self._x(self.value), middle), look[tone], 9)
        paint.dot(painter, QPointF(self._x(self.value), middle), look["surface"], 5)
        painter.end()
