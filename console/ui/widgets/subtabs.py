"""The tabs of a page: words with counts, a line under the current one, a divider before those that need you."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QWidget

from console.ui import paint, texts
from console.ui.theme import Tone, current
from console.ui.widgets.buttons import icon_button

HEIGHT = 39
GAP, LEAST_GAP = 24, 8


@dataclass(frozen=True)
class SubTab:
    """One tab; ``tone`` colours its count where that is a call for attention."""

    key: str
    title: str
    tone: Tone = "grey"
    divided: bool = False  # a divider stands before it


class _Tab(QAbstractButton):
    def __init__(self, tab: SubTab) -> None:
        super().__init__()
        self.tab = tab
        self.number: int | None = None
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tab.title)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = paint.width(self.tab.title, 13, True) + (25 if self.tab.divided else 0)
        if self.number is not None:
            wide += 8 + paint.badge_width(texts.count(self.number))
        return QSize(wide, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        left = 0
        if self.tab.divided:
            painter.fillRect(QRect(0, 11, 1, 16), look["border2"])
            left = 25
        on = self.isChecked()
        colour = look["accentText" if on else "text" if self.underMouse() else "text2"]
        words = self.tab.title
        paint.text(painter, QRect(left, 0, self.width(), HEIGHT - 1), words, colour, strong=on)
        if self.number is not None:
            x = left + paint.width(words, 13, True) + 8
            tone: Tone = "blue" if on else self.tab.tone if self.number else "grey"
            paint.badge(painter, QPoint(x, (HEIGHT - paint.BADGE_HEIGHT) // 2), texts.count(self.number), tone)
        if on:
            painter.fillRect(QRect(left, HEIGHT - 2, self.width() - left, 2), look["accent"])
        painter.end()


class SubTabs(QWidget):
    """A row of tabs; ``chosen`` carries the key. ← and → move.

    With ``spill`` the last ones go into a menu where the window is narrow; the current one never does.
    """

    chosen = Signal(str)

    def __init__(self, tabs: Sequence[SubTab], key: str, parent: QWidget | None = None, *, spill: bool = False) -> None:
        super().__init__(parent)
        self._spill = spill
        self.setFixedHeight(HEIGHT + 1)
        self._tabs = [_Tab(tab) for tab in tabs]
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 1)
        row.setSpacing(GAP)
        for part in self._tabs:
            part.setChecked(part.tab.key == key)
            part.clicked.connect(lambda _=False, key=part.tab.key: self.choose(key))
            row.addWidget(part)
        self.more = icon_button("chevron-down", self.tr("More"), small=True)
        self.more.clicked.connect(self._open_more)
        self.more.hide()
        self._menu = QMenu(self)
        row.addWidget(self.more)
        row.addStretch(1)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)

    def key(self) -> str:
        return next(part.tab.key for part in self._tabs if part.isChecked())

    def choose(self, key: str) -> None:
        """Make this tab the current one and say so."""
        self.set_key(key)
        self.chosen.emit(key)

    def set_key(self, key: str) -> None:
        for part in self._tabs:
            part.setChecked(part.tab.key == key)
        self._fit()

    def set_counts(self, counts: dict[str, int]) -> None:
        for part in self._tabs:
            number = counts.get(part.tab.key)
            if number != part.number:
                part.number = number
                part.setAccessibleName(f"{part.tab.title} {texts.count(number)}")
                part.updateGeometry()
                part.update()
        self._fit()

    def minimumSizeHint(self) -> QSize:
        if self._spill:
            widest = max(part.sizeHint().width() for part in self._tabs)
            return QSize(2 * (widest + LEAST_GAP) + self.more.sizeHint().width(), HEIGHT + 1)
        return QSize(self._needed() + LEAST_GAP * (len(self._tabs) - 1), HEIGHT + 1)

    def sizeHint(self) -> QSize:
        return QSize(self._needed() + LEAST_GAP * (len(self._tabs) - 1), HEIGHT + 1)

    def _needed(self) -> int:
        return sum(part.sizeHint().width() for part in self._tabs)

    def _fit(self) -> None:
        """Stand closer together where the window is narrow, rather than cut the last one off."""
        room = (self.width() - self._needed()) // max(1, len(self._tabs) - 1)
        self._row.setSpacing(max(LEAST_GAP, min(GAP, room)))
        if self._spill:
            self._put_away()

    def _put_away(self) -> None:
        """Those that do not fit into the menu, from the end."""
        shown = list(self._tabs)
        if self.sizeHint().width() > self.width():
            left = self.width() - self.more.sizeHint().width() - LEAST_GAP
            wide = self._needed() + LEAST_GAP * (len(shown) - 1)
            for part in [one for one in reversed(self._tabs) if not one.isChecked()]:
                if wide <= left or len(shown) == 1:
                    break
                shown.remove(part)
                wide -= part.sizeHint().width() + LEAST_GAP
        for part in self._tabs:
            part.setVisible(part in shown)
        self.more.setVisible(len(shown) < len(self._tabs))

    def _open_more(self) -> None:
        self._menu.clear()
        for part in self._tabs:
            if part.isHidden():
                action = self._menu.addAction(part.accessibleName())
                action.triggered.connect(lambda _=False, key=part.tab.key: self.choose(key))
        self._menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = [part.tab.key for part in self._tabs]
        place = (keys.index(self.key()) + step) % len(keys)
        self._tabs[place].setFocus()
        self.choose(keys[place])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), current()["border"])
        painter.end()
