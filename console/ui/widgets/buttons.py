"""Buttons: default, primary (one a region), danger, soft, ghost, link. All of them look through the style sheet."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from console.ui.icons import icon

Kind = Literal["default", "primary", "danger", "soft", "ghost", "link"]
GAP = 4  # pixels between icon and words, beside the four of Qt's own
_ICON_TOKENS: dict[Kind, str] = {
    "default": "text2",
    "primary": "onAccent",
    "danger": "onAccent",
    "soft": "accentText",
    "ghost": "text2",
    "link": "accentText",
}


def button(
    words: str, kind: Kind = "default", icon_name: str = "", *, small: bool = False, parent: QWidget | None = None
) -> QPushButton:
    """A button with words. Only one ``primary`` a region."""
    made = QPushButton(words, parent)
    made.setProperty("kind", kind)
    made.setProperty("small", small)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon_name:
        set_icon(made, icon_name, _ICON_TOKENS[kind], alone=not words)
    return made


def set_icon(made: QPushButton, icon_name: str, tint: str = "text2", *, alone: bool = False) -> None:
    """Put an icon before the words of a button, or in its middle where it has none."""
    made.setIcon(icon(icon_name, tint))
    made.setIconSize(QSize(16 if alone else 16 + GAP, 16))


def link(words: str, parent: QWidget | None = None) -> QPushButton:
    """A word that does something: 看明细."""
    return button(words, "link", parent=parent)


def icon_button(icon_name: str, name: str, *, small: bool = False, parent: QWidget | None = None) -> QPushButton:
    """A button without words; ``name`` is what a screen reader says and the tooltip shows."""
    made = button("", "ghost", icon_name, small=small, parent=parent)
    made.setProperty("square", True)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made
