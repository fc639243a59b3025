"""A slider over a show's time: where one is, and where the stream was cut."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui import paint
from console.ui.tabs.live.curve import LEFT, RIGHT
from console.ui.theme import current

HIGH = 22


class SeekBar(QWidget):
    """``sought`` carries the instant under the pointer while it is dragged, and where it is let go."""

    sought = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._begin, self._end, self._at = 0, 1, 0
        self._cuts: Sequence[tuple[int, int]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(400, HIGH)

    def show_span(self, begin_at: int, end_at: int, cuts: Sequence[tuple[int, int]]) -> None:
        self._begin, self._end, self._cuts = begin_at, max(begin_at + 1, end_at), cuts
        self.update()

    def show_at(self, at: int) -> None:
        self._at = at
        self.update()

    def _x(self, at: int) -> float:
        return LEFT + (self.width() - LEFT - RIGHT) * (at - self._begin) / (self._end - self._begin)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter, middle = current(), QPainter(self), HIGH / 2
        paint.rounded(painter, QRectF(LEFT, middle - 3, self.width() - LEFT - RIGHT, 6), 3, look["track"])
        for begin, end in self._cuts:
            box = QRectF(self._x(begin), middle - 3, max(3.0, self._x(end) - self._x(begin)), 6)
            painter.fillRect(box, look["dot_amber"])
        paint.rounded(painter, QRectF(LEFT, middle - 3, max(1.0, self._x(self._at) - LEFT), 6), 3, look["accentText"])
        spot = QPointF(self._x(self._at), middle)
        paint.dot(painter, spot, look["surface"], 8)
        paint.dot(painter, spot, look["accent"], 6)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._seek(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek(event)

    def _seek(self, event: QMouseEvent) -> None:
        share = (event.position().x() - LEFT) / max(1, self.width() - LEFT - RIGHT)
        self.sought.emit(round(self._begin + min(1.0, max(0.0, share)) * (self._end - self._begin)))
