"""The label on the screen: at its true proportion, always black on white."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.documents.waybill_label import HIGH, WIDE
from console.ui import paint
from console.ui.theme import current


class LabelSheet(QWidget):
    """Shows one label as large as there is room, or a word where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._scaled: QPixmap | None = None
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_label(self, image: QImage | None, words: str) -> None:
        """``words`` is what a screen reader says, and what stands there without a label."""
        self._image, self._scaled, self._words = image, None, words
        self.setAccessibleName(words)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 360)

    def paper(self) -> QRect:
        """Where the paper lies."""
        high = min(self.height() - 16, (self.width() - 24) * HIGH // WIDE)
        wide = high * WIDE // HIGH
        return QRect((self.width() - wide) // 2, (self.height() - high) // 2, wide, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look, paper = current(), self.paper()
        painter.fillRect(event.rect(), look["sunken"])
        if self._image is None:
            paint.text(painter, self.rect(), self._words, look["text3"], align=paint.CENTRE)
            painter.end()
            return
        ratio = self.devicePixelRatioF()
        if self._scaled is None or self._scaled.width() != round(paper.width() * ratio):
            size = QSize(round(paper.width() * ratio), round(paper.height() * ratio))
            scaled = self._image.scaled(
                size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self._scaled = QPixmap.fromImage(scaled)
            self._scaled.setDevicePixelRatio(ratio)
        painter.fillRect(paper.adjusted(-1, -1, 1, 1), look["border2"])
        painter.drawPixmap(paper.topLeft(), self._scaled)
        painter.end()
