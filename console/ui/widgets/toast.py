"""The toast: one sentence at the bottom centre, dark in both themes, gone by itself; the newest replaces the last."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from console.ui import paint
from console.ui.icons import icon
from console.ui.theme import current, font
from console.ui.widgets.chips import IconLabel

STAYS_MS, CRITICAL_STAYS_MS = 6_000, 30_000
TICK_MS = 100
FOOT = 100  # status bar, margin and a list's foot: what is done with chosen rows stays within reach


class Toast(QWidget):
    """Lies over its window. With ``undo`` a word stands beside the sentence while it can be taken back."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._left_ms = 0
        self._stays_ms = STAYS_MS
        self._undo: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._icon = IconLabel("info", 16, "toastLink")
        self._words = _words(strong=True)
        self._under = _words()
        self._left = _words()
        self._word = QPushButton()
        self._word.setFlat(True)
        self._word.clicked.connect(self._take_back)
        close = QPushButton()
        close.setFlat(True)
        close.setIcon(icon("x", "toastText2"))
        close.setIconSize(QSize(16, 16))
        close.setAccessibleName(self.tr("Close"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(10)
        for part in (self._icon, self._words, self._under, self._left, self._word, close):
            row.addWidget(part)
        self.setFixedHeight(44)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        window.installEventFilter(self)
        self.hide()

    def say(
        self,
        words: str,
        under: str = "",
        *,
        icon_name: str = "circle-check",
        undo: tuple[str, Callable[[], object]] | None = None,
        stays_ms: int = STAYS_MS,
    ) -> None:
        """Show this sentence. ``undo`` is its word and what it does: it is there for ``stays_ms``, counted down."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # much to load: after the first paint

        look = current()
        self._icon.set_icon(icon_name)
        self._words.setText(words)
        self._words.setStyleSheet(f"color: {look.hex('onToast')};")
        self._under.setText(under)
        self._under.setStyleSheet(f"color: {look.hex('toastText2')};")
        self._under.setVisible(bool(under))
        self._undo = undo[1] if undo else None
        self._word.setText(undo[0] if undo else "")
        self._word.setVisible(undo is not None)
        self._word.setStyleSheet(f"color: {look.hex('toastLink')}; border: none; font-weight: 600;")
        self.setAccessibleName(f"{words} {under}".strip())
        self._stays_ms = self._left_ms = stays_ms
        self._left.setStyleSheet(f"color: {look.hex('toastText2')};")
        self._left.setVisible(undo is not None)
        self._count_down()
        if undo is not None:
            self._left.setFixedWidth(self._left.sizeHint().width())
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _count_down(self) -> None:
        self._left.setText(self.tr("{n} s left").format(n=-(-max(0, self._left_ms) // 1000)))

    def _tick(self) -> None:
        self._left_ms -= TICK_MS
        if self._left_ms <= 0:
            self._timer.stop()
            self.hide()
        self._count_down()
        self.update()

    def _take_back(self) -> None:
        self.hide()
        if self._undo is not None:
            self._undo()

    def hideEvent(self, event: object) -> None:
        self._timer.stop()

    def _place(self) -> None:
        window = self._window
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - FOOT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        paint.rounded(painter, self.rect(), 10, look["toast"])
        share = max(0.0, self._left_ms / self._stays_ms) if self._stays_ms else 0.0
        painter.fillRect(QRect(10, self.height() - 2, int((self.width() - 20) * share), 2), look["dot_blue"])
        painter.end()


def _words(*, strong: bool = False) -> QLabel:
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(13 if strong else 12, strong))
    return made
