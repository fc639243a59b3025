"""The bar on top: which shops, search, how fresh, what waits to be sent, and the theme."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from console.core.parties import Platform
from console.ui import icons, paint
from console.ui.bell import Bell
from console.ui.outbox.button import OutboxButton
from console.ui.theme import Tone, current
from console.ui.widgets import SearchBox, icon_button

if TYPE_CHECKING:  # what is not needed before the first paint
    from console.store.views import Pair, ShopRow


class _Framed(QAbstractButton):
    """A 36 high control with a border that paints its own inside."""

    def __init__(self, wide: int) -> None:
        super().__init__()
        self._wide = wide
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._wide, 36)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        ground = "pressed" if self.isDown() else "hover" if self.underMouse() else "surface"
        paint.rounded(painter, self.rect(), 6, look[ground], look["border2"])
        self.draw(painter)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Draw the inside."""


class ShopSwitcher(_Framed):
    """The pair being looked at; a list of all pairs. ``chosen`` carries a Pair or None for all shops.

    Shops that belong to no pair yet are named where there is no pair at all.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(232)
        self._pairs: list[tuple[Pair | None, str]] = []
        self._lone: Sequence[ShopRow] = ()
        self._at = 0
        self._menu = QMenu(self)
        self.setAccessibleName(self.tr("Shops"))
        self.clicked.connect(self._open)

    def set_pairs(
        self, pairs: "Sequence[tuple[Pair, str]]", current_pair: "Pair | None", shops: "Sequence[ShopRow]" = ()
    ) -> None:
        """What there is to choose from, and all shops."""
        self._lone = () if pairs else shops
        every: list[tuple[Pair | None, str]] = [(None, self.tr("All shops"))] if len(pairs) > 1 else []
        self._pairs = every + list(pairs)
        self._at = next((at for at, (pair, _) in enumerate(self._pairs) if pair == current_pair), 0)
        self._menu.clear()
        for at, (_, name) in enumerate(self._pairs):
            action = QAction(name, self._menu)
            action.triggered.connect(lambda _=False, at=at: self._choose(at))
            self._menu.addAction(action)
        self.setAccessibleName(self._words())
        self.update()

    def next(self) -> None:
        """Ctrl+Tab."""
        if len(self._pairs) > 1:
            self._choose((self._at + 1) % len(self._pairs))

    def _choose(self, at: int) -> None:
        self._at = at
        self.setAccessibleName(self._words())
        self.update()
        self.chosen.emit(self._pairs[at][0])

    def _open(self) -> None:
        if len(self._pairs) > 1:
            self._menu.setMinimumWidth(self.width())
            self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _words(self) -> str:
        if self._pairs:
            return self._pairs[self._at][1]
        return " · ".join(shop.name for shop in self._lone) or self.tr("No shop bound yet")

    def draw(self, painter: QPainter) -> None:
        look = current()
        if self._lone:
            for at, shop in enumerate(self._lone[:2]):
                paint.mark(painter, QRect(10 + 14 * at, 10, 16, 16), shop.platform)
            left = 22 + 14 * min(2, len(self._lone))
            rest = QRect(left, 0, self.width() - left - 12, 36)
            paint.text(painter, rest, self._words(), look["text"], strong=True, elide=True)
        elif not self._pairs:
            icons.paint(painter, "store", QPoint(12, 9), 18, look["text3"])
            paint.text(painter, QRect(40, 0, 160, 36), self._words(), look["text2"], elide=True)
        else:
            paint.mark(painter, QRect(10, 10, 16, 16), Platform.KUAISHOU)
            paint.mark(painter, QRect(24, 10, 16, 16), Platform.YOUZAN)
            name = self._words()
            wide = min(150, paint.width(name, 13, True))
            paint.text(painter, QRect(50, 0, wide, 36), name, look["text"], strong=True, elide=True)
            room = self.width() - 50 - wide - 36
            both = self.tr("Kuaishou + Youzan")
            if paint.width(both, 12) <= room:
                paint.text(painter, QRect(56 + wide, 0, room, 36), both, look["text3"], pixels=12)
        if len(self._pairs) > 1:
            icons.paint(painter, "chevrons-up-down", QPoint(self.width() - 26, 10), 16, look["text3"])


class SyncLight(_Framed):
    """A dot, a word, a time. A click tells more."""

    def __init__(self) -> None:
        super().__init__(120)
        self._tone: Tone = "grey"
        self._word = ""
        self._time = ""

    def show_state(self, tone: Tone, word: str, time: str) -> None:
        """Say this."""
        if (tone, word, time) == (self._tone, self._word, self._time):
            return
        self._tone, self._word, self._time = tone, word, time
        self._wide = 28 + paint.width(word) + (10 + paint.width(time, 12) if time else 0) + 12
        self.setAccessibleName(f"{word} {time}")
        self.updateGeometry()
        self.update()

    def draw(self, painter: QPainter) -> None:
        look = current()
        paint.dot(painter, QPointF(16, 18), look[f"dot_{self._tone}"])
        wide = paint.width(self._word)
        paint.text(painter, QRect(28, 0, wide, 36), self._word, look["text"])
        if self._time:
            paint.text(painter, QRect(28 + wide + 10, 0, 100, 36), self._time, look["text3"], pixels=12)


class TopBar(QFrame):
    """56 high. The shell fills it and listens to its parts."""

    theme_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self.setFixedHeight(56)
        self.switcher = ShopSwitcher()
        self.search = SearchBox(self.tr("Search order numbers, goods, buyers, waybills…"), "Ctrl K")
        self.search.setProperty("big", True)
        self.search.setMaximumWidth(400)
        self.light = SyncLight()
        self.outbox = OutboxButton()
        self.bell = Bell()
        self.theme_button = icon_button("moon", self.tr("Dark or light"))
        self.theme_button.clicked.connect(self.theme_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(16)
        row.addWidget(self.switcher)
        row.addWidget(self.search, 2)
        row.addStretch(1)
        row.addWidget(self.light)
        row.addWidget(self.outbox)
        divider = QFrame()
        divider.setObjectName("divider")
        divider.setFixedHeight(20)
        row.addWidget(divider)
        row.addWidget(self.bell)
        row.addWidget(self.theme_button)

    def show_theme(self, dark: bool) -> None:
        """The button shows where a click leads: the sun in the dark, the moon by day."""
        self.theme_button.setIcon(icons.icon("sun" if dark else "moon"))

    def know_nothing(self) -> None:
        """The file cannot be used: which shops there are, and how fresh, is not known, and nothing can be asked."""
        self.setEnabled(False)
        for part in (self.switcher, self.light):
            part.hide()
