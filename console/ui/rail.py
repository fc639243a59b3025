"""The rail at the left: ten places, their badges, folded to icons when the window is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.ui import icons, paint, texts
from console.ui.rail_user import RailUser
from console.ui.theme import Tone, current
from console.ui.widgets import icon_button, line

WIDE, FOLDED = 200, 56


class RailItem(QAbstractButton):
    """One place: icon, word, badge; a dot for the badge when folded."""

    def __init__(self, key: str, icon_name: str, title: str, shortcut: str) -> None:
        super().__init__()
        self.key = key
        self._icon = icon_name
        self._title = title
        self._shortcut = shortcut
        self._number = 0
        self._tone: Tone = "grey"
        self.folded = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_badge(self, number: int, tone: Tone) -> None:
        """How many wait there; red only where something is broken."""
        self._number = number
        self._tone = tone
        self.setAccessibleName(f"{self._title} {texts.count(number)}" if number else self._title)
        self.update()

    def set_folded(self, folded: bool) -> None:
        self.folded = folded
        self.setToolTip(f"{self._title}  {self._shortcut}" if folded else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(FOLDED if self.folded else WIDE, 40)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        ground = QRect(8 if self.folded else 12, 2, self.width() - (16 if self.folded else 24), 36)
        on = self.isChecked()
        if on or self.underMouse():
            paint.rounded(painter, ground, 6, look["soft" if on else "hover"])
        front = look["accentText" if on else "text2"]
        x = (self.width() - 18) // 2 if self.folded else 24
        icons.paint(painter, self._icon, QPoint(x, 11), 18, front)
        if self.folded:
            if self._number:
                paint.dot(painter, QPoint(x + 18, 12).toPointF(), look[f"dot_{self._tone}"], 4)
        else:
            words = QRect(52, 0, self.width() - 52, 40)
            paint.text(painter, words, self._title, front if on else look["text2"], pixels=14, strong=on)
            if self._number:
                wide = paint.badge_width(texts.count(self._number))
                tone: Tone = "blue" if on and self._tone == "grey" else self._tone
                corner = QPoint(self.width() - 20 - wide, 11)
                paint.badge(painter, corner, texts.count(self._number), tone)
        painter.end()


class _Brand(QWidget):
    """Our sign and name."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.folded = False
        self.setFixedHeight(56)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        x = (self.width() - 28) // 2 if self.folded else 16
        paint.rounded(painter, QRect(x, 14, 28, 28), 7, look["accentBg"])
        icons.paint(painter, "store", QPoint(x + 5, 19), 18, look["onAccent"])
        if not self.folded:
            paint.text(painter, QRect(54, 0, 140, 56), self._name, look["text"], pixels=15, strong=True)
        painter.end()


class Rail(QFrame):
    """``chosen`` carries the key of a place; ``fold_asked`` comes from the button at the foot."""

    chosen = Signal(str)
    fold_asked = Signal()

    def __init__(self, places: Sequence[tuple[str, str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._brand = _Brand(self.tr("Merchant Console"))
        self._items = {key: RailItem(key, icon_name, title, keys) for key, icon_name, title, keys in places}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 12)
        whole.setSpacing(0)
        whole.addWidget(self._brand)
        whole.addSpacing(12)
        last = list(self._items)[-1]
        for key, item in self._items.items():
            item.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            if key == last:
                whole.addStretch(1)
                ruled = QHBoxLayout()
                ruled.setContentsMargins(16, 0, 16, 8)
                ruled.addWidget(line())
                whole.addLayout(ruled)
            whole.addWidget(item)
        self._fold = icon_button("panel-left-close", self.tr("Fold the rail"), small=True)
        self._fold.clicked.connect(self.fold_asked)
        self.user = RailUser()
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(4)
        self._foot.addWidget(self.user, 1)
        self._foot.addStretch()
        self._foot.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignCenter)
        whole.addLayout(self._foot)
        self.set_folded(False)

    def set_current(self, key: str) -> None:
        self._items[key].setChecked(True)

    def set_badge(self, key: str, number: int, tone: Tone = "grey") -> None:
        self._items[key].set_badge(number, tone)

    def set_folded(self, folded: bool) -> None:
        """Icons only, or icons and words."""
        self.is_folded = folded
        self.setFixedWidth(FOLDED if folded else WIDE)
        self._brand.folded = folded
        self._brand.update()
        self.user.set_folded(folded)
        direction = QBoxLayout.Direction
        self._foot.setDirection(direction.TopToBottom if folded else direction.LeftToRight)
        self._foot.setContentsMargins(6 if folded else 12, 8, 6 if folded else 14, 0)
        for item in self._items.values():
            item.set_folded(folded)
        self._fold.setIcon(icons.icon("panel-left-open" if folded else "panel-left-close"))
        name = self.tr("Unfold the rail") if folded else self.tr("Fold the rail")
        self._fold.setToolTip(name)
        self._fold.setAccessibleName(name)

    def focus_current(self) -> None:
        """F6 arrives here."""
        for item in self._items.values():
            if item.isChecked():
                item.setFocus(Qt.FocusReason.ShortcutFocusReason)
