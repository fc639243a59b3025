"""Labels: a size, a weight and a tone of the theme."""

import re
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from console.ui.theme import font

TextTone = Literal["text", "text2", "text3", "faint", "accent", "red", "amber", "green", "purple", "up", "down"]


_LONGEST = 32  # letters in a row: a wrapped label is never narrower than its longest word
_RUN = re.compile(rf"[!-~]{{{_LONGEST + 1},}}")


def breakable(words: str) -> str:
    """Words that a wrapped label can break anywhere: what a buyer pasted into a remark may have no end."""
    return _RUN.sub(lambda run: "\u200b".join(re.findall(rf".{{1,{_LONGEST}}}", run[0])), words)


def label(
    words: str = "",
    pixels: int = 13,
    *,
    strong: bool = False,
    tone: TextTone = "text",
    wrap: bool = False,
    selectable: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """A plain-text label: what a platform wrote is never read as markup."""
    made = QLabel(breakable(words) if wrap else words, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(pixels, strong))
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    if selectable:
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return made


class Wrapped(QLabel):
    """A wrapped label that asks for the room its words need: deep in a layout Qt asks it for too few lines."""

    def __init__(self, words: str = "", pixels: int = 13, *, tone: TextTone = "text", strong: bool = False) -> None:
        super().__init__(breakable(words))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(pixels, strong))
        self.setProperty("tone", tone)
        self.setWordWrap(True)

    def setText(self, words: str) -> None:  # noqa: N802 - Qt's name
        super().setText(breakable(words))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()) if self.text() else 0)


class Elided(QLabel):
    """One line of context that gives way: where the room is short it ends in … and tells the rest as a tooltip."""

    def __init__(self, words: str = "", pixels: int = 12, *, tone: TextTone = "text3") -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(pixels))
        self.setProperty("tone", tone)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.width()
        self.setToolTip("" if fits else self.text())
        if fits:
            super().paintEvent(event)
            return
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter = QPainter(self)
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.style().drawItemText(painter, self.rect(), align, self.palette(), True, shown, self.foregroundRole())
        painter.end()


def fit(made: QLabel, widest: int) -> None:
    """Give a wrapped label that stands alone in the middle the room it needs: there Qt asks for one line only."""
    across = min(widest, made.fontMetrics().horizontalAdvance(made.text()) + 8)
    made.setFixedWidth(across)
    made.setMinimumHeight(max(0, made.heightForWidth(across)))  # -1 while it has no words


def set_tone(widget: QWidget, tone: str, name: str = "tone") -> None:
    """Change a property that the style sheet looks at, and have it looked at again."""
    if widget.property(name) == tone:
        return
    widget.setProperty(name, tone)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
