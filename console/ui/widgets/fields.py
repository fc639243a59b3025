"""Fields: search box, segmented choice, picker (our combo box), switch."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from console.ui import icons, paint
from console.ui.theme import current

TYPING_PAUSE_MS = 250


class SearchBox(QLineEdit):
    """A field with a glass: ``asked`` comes when typing pauses or Enter is pressed; Esc empties it.

    One with ``keys`` is come to from anywhere, and leads away: its words stay, and whoever comes back types over them
    or asks for the same again with Enter.
    """

    asked = Signal(str)

    def __init__(self, hint: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._last = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setTextMargins(24, 0, paint.width(keys, 11) + 16 if keys else 0, 0)
        self.textEdited.connect(lambda: self._pause.start())
        self.returnPressed.connect(self._entered)

    def _entered(self) -> None:
        if self._keys:
            self._last = ""
        self._ask()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        windows = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if self._keys and event.reason() not in windows:
            QTimer.singleShot(0, self, self.selectAll)  # the click that gave it the focus sets the cursor after this

    def set_text(self, words: str) -> None:
        """Set it from the program and ask at once."""
        self.setText(words)
        self._ask()

    def _ask(self) -> None:
        self._pause.stop()
        words = self.text().strip()
        if words != self._last:
            self._last = words
            self.asked.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.set_text("")
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = current()
        painter = QPainter(self)
        icons.paint(painter, "search", QPoint(10, (self.height() - 16) // 2), 16, look["text3"])
        if self._keys and not self.text() and not self.hasFocus():
            wide = paint.width(self._keys, 11) + 10
            rect = QRect(self.width() - wide - 8, (self.height() - 20) // 2, wide, 20)
            paint.rounded(painter, rect, 4, look["surface"], look["border2"])
            paint.text(painter, rect, self._keys, look["text3"], pixels=11, align=paint.CENTRE)
        painter.end()


class Segmented(QFrame):
    """Two to four choices side by side; ``chosen`` carries the key."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("segmented")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for name, words in choices:
            part = QPushButton(words)
            part.setCheckable(True)
            part.setChecked(name == key)
            part.setCursor(Qt.CursorShape.PointingHandCursor)
            part.setMinimumWidth(paint.width(words, 13, True) + 24)
            part.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            self._group.addButton(part)
            self._buttons[name] = part
            row.addWidget(part)

    def key(self) -> str:
        return next((name for name, part in self._buttons.items() if part.isChecked()), "")

    def set_key(self, key: str) -> None:
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def set_words(self, key: str, words: str) -> None:
        """Other words for a choice: its number has changed."""
        self._buttons[key].setText(words)


class Picker(QPushButton):
    """Choose one of several: words, chevron, a list with a check mark on the current one."""

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], key: str, prefix: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._prefix = prefix
        self._key = key
        self._choices = tuple(choices)
        self.setProperty("kind", "default")
        self.setProperty("left", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._menu = QMenu(self)
        self._fill()
        self.clicked.connect(self.open_list)

    def key(self) -> str:
        return self._key

    def set_key(self, key: str) -> None:
        """Show this choice without announcing it."""
        if key != self._key and any(key == name for name, _ in self._choices):
            self._key = key
            self._fill()

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Other choices; the key stays if it is still among them."""
        self._choices = tuple(choices)
        if self._choices and all(name != self._key for name, _ in self._choices):
            self._key = self._choices[0][0]
        self._fill()

    def open_list(self) -> None:
        """Show the choices under the button. Never a nested loop."""
        self._menu.setMinimumWidth(self.width())
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _fill(self) -> None:
        self._menu.clear()
        for name, words in self._choices:
            action = QAction(words, self._menu)
            action.setIcon(icons.icon("check", "accentText") if name == self._key else _blank())
            action.setIconVisibleInMenu(True)
            action.triggered.connect(lambda _=False, name=name: self._choose(name))
            self._menu.addAction(action)
        words = next((words for name, words in self._choices if name == self._key), "")
        self.setText(f"{self._prefix}{words}")
        self.setAccessibleName(self.text())
        widest = max((paint.width(self._prefix + words) for _, words in self._choices), default=0)
        self.setMinimumWidth(widest + 52)

    def _choose(self, name: str) -> None:
        if name == self._key:
            return
        self._key = name
        self._fill()
        self.chosen.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_list()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        corner = QPoint(self.width() - 26, (self.height() - 16) // 2)
        icons.paint(painter, "chevron-down", corner, 16, current()["text3"])
        painter.end()


def _blank() -> QPixmap:
    made = QPixmap(16, 16)
    made.fill(Qt.GlobalColor.transparent)
    return made


class Switch(QAbstractButton):
    """On or off, at once. ``toggled`` says which."""

    def __init__(self, name: str, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setChecked(on)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(36, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        ground = "accentBg" if self.isChecked() else "border2"
        paint.rounded(painter, self.rect(), 10, look[ground if self.isEnabled() else "track"])
        x = 18 if self.isChecked() else 2
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawEllipse(QRectF(x, 2, 16, 16))
        painter.end()
