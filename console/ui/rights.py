"""What only an owner may do is greyed for others, and says so: ``guard(desk.session, button, Right.BIND)``.

It is for the eye. Whoever carries something out asks ``may`` once more.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from console.core.operators import Right
from console.ui.session import Session

_SWITCHED_OFF = Qt.WidgetAttribute.WA_ForceDisabled  # by its own page, not by a parent


def owner_only() -> str:
    """Why it is greyed."""
    return QCoreApplication.translate("rights", "Only an owner may do this; switch the person at the foot of the rail")


def guard(session: Session, widget: QWidget, right: Right) -> "Guard":
    """Grey this widget while whoever is there may not do it. Lives and ends with the widget."""
    return Guard(session, widget, right)


class Guard(QObject):
    """Keeps a widget greyed, also against its page, which may switch it on for reasons of its own."""

    def __init__(self, session: Session, widget: QWidget, right: Right) -> None:
        super().__init__(widget)
        self._session = session
        self._widget = widget
        self._right = right
        self._denied = False
        self._wanted = True
        self._tip = ""
        self._setting = False
        widget.installEventFilter(self)
        session.changed.connect(self._look)
        self._look()

    def _look(self) -> None:
        denied = not self._session.may(self._right)
        if denied == self._denied:
            return
        self._denied = denied
        if denied:
            self._wanted = not self._widget.testAttribute(_SWITCHED_OFF)
            self._tip = self._widget.toolTip()
            self._widget.setToolTip(owner_only())
        else:
            self._widget.setToolTip(self._tip)
        self._set(not denied and self._wanted)

    def _set(self, on: bool) -> None:
        self._setting = True
        self._widget.setEnabled(on)
        self._setting = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._widget and self._denied and not self._setting:
            if event.type() == QEvent.Type.EnabledChange and self._widget.isEnabled():
                self._wanted = True
                self._set(False)
            elif event.type() == QEvent.Type.ToolTipChange and self._widget.toolTip() != owner_only():
                self._tip = self._widget.toolTip()
                self._widget.setToolTip(owner_only())
        return False
