"""Cards and what stands in them: titles, tiles, empty states, thin lines."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from console.ui import icons, paint, texts
from console.ui.theme import Tone, current
from console.ui.widgets.buttons import button
from console.ui.widgets.chips import IconLabel
from console.ui.widgets.labels import Elided, fit, label


def stack(
    *parts: QWidget | None, across: bool = False, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QBoxLayout:
    """A layout of these widgets; None is a stretch."""
    made: QBoxLayout = QHBoxLayout() if across else QVBoxLayout()
    made.setContentsMargins(*margins)
    made.setSpacing(gap)
    for part in parts:
        if part is None:
            made.addStretch(1)
        else:
            made.addWidget(part)
    return made


def line() -> QFrame:
    """A thin grey line across."""
    made = QFrame()
    made.setObjectName("line")
    return made


class Card(QFrame):
    """A bordered panel: ``head`` with the title, words beside it that give way, and what is added; ``body``."""

    def __init__(self, title: str = "", under: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(8)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.title = label(title, 14, strong=True)
        self.under = Elided(under)
        if title:
            self.head.addWidget(self.title)
            self.head.addWidget(self.under)
            self.head.addStretch(1)
            whole.addLayout(self.head)
        whole.addLayout(self.body)

    def add_end(self, widget: QWidget) -> None:
        """Put a chip or a link at the right end of the title row."""
        self.head.addWidget(widget)


WIDEST, LEAST_WIDE = 560, 120  # pixels of the words under an empty state


class EmptyState(QWidget):
    """Nothing here: icon, one line why, at most one button."""

    def __init__(
        self, icon_name: str, words: str, under: str = "", action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.icon = IconLabel(icon_name, 24, "accentText", ground="soft", side=56, disc=True)
        self.words = label(words, 14, strong=True)
        self.under = label(under, 13, tone="text3", wrap=True)
        self.under.setAlignment(Qt.AlignmentFlag.AlignCenter)
        fit(self.under, WIDEST)
        self.button: QPushButton = button(action)
        whole = QVBoxLayout(self)
        whole.setSpacing(12)
        whole.addStretch(2)
        for part in (self.icon, self.words, self.under, self.button):
            whole.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)
        self.under.setVisible(bool(under))  # only now: shown without a parent it would be a window
        self.button.setVisible(bool(action))

    def say(self, words: str, under: str = "") -> None:
        """Other words."""
        self.words.setText(words)
        self.under.setText(under)
        self._fit()
        self.under.setVisible(bool(under))

    def minimumSizeHint(self) -> QSize:
        """Never wider than the room: the words wrap."""
        return QSize(LEAST_WIDE, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fit(self.under, min(WIDEST, max(LEAST_WIDE, self.width() - 24)))

    def on_click(self, act: Callable[[], object]) -> None:
        self.button.clicked.connect(lambda: act())


class Tile(QWidget):
    """A to-do: icon, what, how many, the nearest deadline under it. A click opens exactly those rows."""

    clicked = Signal()

    def __init__(self, icon_name: str, title: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon_name
        self._title = title
        self._tone = tone
        self._number: int | None = None
        self._under = ""
        self._urgent = False
        self._hovered = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ring", True)

    def set_number(self, number: int | None, under: str = "", *, urgent: bool = False) -> None:
        """``None`` is unknown; 0 is grey; ``urgent`` colours the line under it."""
        self._number = number
        self._under = under
        self._urgent = urgent
        self.setAccessibleName(f"{self._title}: {texts.count(number)} {under}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(176, 88)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 88)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        paint.rounded(painter, self.rect(), 8, look["hover" if self._hovered else "surface"], look["border"])
        some = bool(self._number)
        tone: Tone = self._tone if some else "grey"
        front, ground = look.chip(tone)
        paint.rounded(painter, QRect(16, 16, 32, 32), 6, ground)
        icons.paint(painter, self._icon, QPoint(24, 24), 16, front)
        wide = self.width() - 60 - 24
        paint.text(painter, QRect(60, 14, wide, 18), self._title, look["text2"], elide=True)
        number = look["text" if some else "faint"]
        paint.text(painter, QRect(60, 33, wide, 30), texts.count(self._number), number, pixels=24, strong=True)
        under = look["fg_red" if self._urgent and some else "text3"]
        paint.text(painter, QRect(60, 63, wide + 16, 16), self._under, under, pixels=12, elide=True)
        icons.paint(painter, "chevron-right", QPoint(self.width() - 26, 36), 16, look["faint"])
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: object) -> None:
        self._hovered = False
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)
