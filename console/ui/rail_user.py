"""The foot of the rail: who is at the window; a click locks it or lets somebody else come in."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from console.ui import icons, paint, person
from console.ui.session import Session
from console.ui.theme import current


class RailUser(QAbstractButton):
    """Initial, name and role; the initial alone when the rail is folded."""

    lock_asked = Signal()
    people_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._initial = ""
        self._name = ""
        self._under = ""
        self._named = False
        self.folded = False
        self._menu = QMenu(self)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)
        self.hide()  # until it is known who is there

    def show_session(self, session: Session) -> None:
        """Say who is there."""
        one = session.current
        self._named = bool(session.people)
        self._name = one.name if one is not None else self.tr("Owner")
        self._under = person.role_word(one.role) if one is not None else self.tr("Nobody named")
        self._initial = one.initial if one is not None else self._name[:1]
        self.setAccessibleName(f"{self._name} {self._under}")
        self._say()
        self._fill()
        self.show()

    def set_folded(self, folded: bool) -> None:
        self.folded = folded
        self._say()

    def _say(self) -> None:
        self.setToolTip(f"{self._name} · {self._under}" if self.folded and self._name else "")
        self.updateGeometry()
        self.update()

    def _fill(self) -> None:
        self._menu.clear()
        lock = self.tr("Lock or switch the person") if self._named else self.tr("Lock")
        people = self.tr("People and rights") if self._named else self.tr("Name people and set PINs")
        for words, icon, act in ((lock, "lock", self.lock_asked), (people, "users", self.people_asked)):
            action = QAction(icons.icon(icon), words, self._menu)
            action.setIconVisibleInMenu(True)
            action.triggered.connect(act)
            self._menu.addAction(action)

    def open_menu(self) -> None:
        """Over the foot. Never a nested loop."""
        tall = self._menu.sizeHint().height()
        self._menu.popup(self.mapToGlobal(QPoint(0, -tall - 4)))

    def sizeHint(self) -> QSize:
        return QSize(44 if self.folded else 136, 44)

    def minimumSizeHint(self) -> QSize:
        return QSize(44, 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            paint.rounded(painter, self.rect(), 6, look["pressed" if self.isDown() else "hover"])
        person.disc(painter, QPoint(6, 6), self._initial)
        if not self.folded:
            wide = self.width() - 46 - 4
            paint.text(painter, QRect(46, 4, wide, 19), self._name, look["text"], strong=True, elide=True)
            paint.text(painter, QRect(46, 22, wide, 17), self._under, look["text3"], pixels=12, elide=True)
        painter.end()
