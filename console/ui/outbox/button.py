"""待发送 6: the counter in the top bar. Red when something needs somebody, grey while there is nothing."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from console.ui import icons, paint, texts
from console.ui.theme import current

ICON, GAP, EDGE = 16, 8, 12


class OutboxButton(QAbstractButton):
    """Opens the panel; ``set_open`` while that is to be seen."""

    def __init__(self) -> None:
        super().__init__()
        self._under_way = self._needs_you = 0
        self._paused = False
        self._open = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_counts(0, 0, paused=False)

    def show_counts(self, under_way: int, needs_you: int, *, paused: bool) -> None:
        """Say how much is on its way, and how much of it waits for a person."""
        self._under_way, self._needs_you, self._paused = under_way, needs_you, paused
        said = self.tr("Outbox: {n} under way").format(n=texts.count(under_way))
        if needs_you:
            said += self.tr(", {n} need you").format(n=texts.count(needs_you))
        if paused:
            said += self.tr(", paused")
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.updateGeometry()
        self.update()

    def set_open(self, is_open: bool) -> None:
        """Whether the panel is to be seen."""
        self._open = is_open
        self.update()

    @property
    def _number(self) -> str:
        return texts.count(self._under_way) if self._under_way else ""

    def sizeHint(self) -> QSize:
        number = paint.width(self._number, 13, True) + 6 if self._number else 0
        return QSize(EDGE + ICON + GAP + paint.width(self.tr("Outbox")) + number + EDGE, 36)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        red = bool(self._needs_you)
        ground = "pressed" if self.isDown() or self._open else "hover" if self.underMouse() else "surface"
        paint.rounded(painter, self.rect(), 6, look[ground], look["border2"])
        front = look["fg_red" if red else "text2" if self._number else "text3"]
        icons.paint(painter, "pause" if self._paused else "send", QPoint(EDGE, 10), ICON, front)
        left = EDGE + ICON + GAP
        wide = paint.width(self.tr("Outbox"))
        word = look["fg_red" if red else "text" if self._number else "text3"]
        paint.text(painter, QRect(left, 0, wide + 2, 36), self.tr("Outbox"), word)
        if self._number:
            room = QRect(left + wide + 6, 0, self.width() - left - wide - 6, 36)
            paint.text(painter, room, self._number, word, strong=True)
        painter.end()
