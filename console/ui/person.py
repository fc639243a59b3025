"""How one of the people is drawn: a disc with the initial, the name, and the role under it."""

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from console.core.operators import Operator, Role
from console.ui import icons, paint
from console.ui.theme import current

DISC = 32


def role_word(role: Role) -> str:
    """``店主`` / ``店员``."""
    if role is Role.OWNER:
        return QCoreApplication.translate("person", "Owner")
    return QCoreApplication.translate("person", "Clerk")


def disc(painter: QPainter, corner: QPoint, initial: str, ground: str = "bg_blue") -> None:
    """The round sign of somebody."""
    look = current()
    rect = QRect(corner.x(), corner.y(), DISC, DISC)
    paint.rounded(painter, rect, DISC / 2, look[ground])
    paint.text(painter, rect, initial, look["fg_blue"], pixels=14, strong=True, align=paint.CENTRE)


class Disc(QWidget):
    """The sign alone."""

    def __init__(self, initial: str) -> None:
        super().__init__()
        self._initial = initial
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(DISC, DISC)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        disc(painter, QPoint(0, 0), self._initial)
        painter.end()


class PersonButton(QAbstractButton):
    """One of several people to choose; arrows go from one to the next, as between radio buttons."""

    def __init__(self, one: Operator) -> None:
        super().__init__()
        self.one = one
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(one.name)
        self.setAccessibleName(f"{one.name} {role_word(one.role)}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(280, 48)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        if self.isChecked():
            paint.rounded(painter, self.rect(), 8, look["soft"], look["softBorder"])
        else:
            paint.rounded(painter, self.rect(), 8, look["hover" if self.underMouse() else "surface"], look["border"])
        disc(painter, QPoint(10, 8), self.one.initial, "surface" if self.isChecked() else "bg_blue")
        wide = self.width() - 52 - 36
        name = look["accentText" if self.isChecked() else "text"]
        paint.text(painter, QRect(52, 5, wide, 20), self.one.name, name, strong=True, elide=True)
        paint.text(painter, QRect(52, 25, wide, 16), role_word(self.one.role), look["text3"], pixels=12)
        if self.isChecked():
            icons.paint(painter, "check", QPoint(self.width() - 28, 16), 16, look["accentText"])
        painter.end()
