"""Locking the window: everything in it is hidden, its keys and other windows are put away, and back after unlocking.

What is hidden is not drawn, cannot have the focus and answers no key: neither a picture of the window nor a key shows
anything of it. Dialogs come back only for the one who left them. Reading the shops goes on.
"""

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

from console.core.clock import MINUTE
from console.ui.context import Desk
from console.ui.lock import LockPage

if TYPE_CHECKING:
    from console.ui.shell import Shell

LOCK_KEYS = "Ctrl+Shift+L"
LOOK_MS = 5_000  # how often it is looked whether nobody has been there for long
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_FLEETING = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


class Presence(QObject):
    """Whether somebody is at the window: listens at the system's windows, which is cheaper than at every widget.

    The lock's keys are heard there, too: a dialog keeps the window's own shortcuts from working.
    """

    def __init__(self, desk: Desk, lock: "Locker") -> None:
        super().__init__(lock)
        self._desk = desk
        self._lock = lock
        self._seen_at = desk.now()
        self._heard: list[QWindow] = []
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._hear)
        self._hear(QGuiApplication.focusWindow())
        self._timer.start()

    def _hear(self, window: QWindow | None) -> None:
        self.seen()
        self._heard = [known for known in self._heard if shiboken6.isValid(known)]
        if window is not None and window not in self._heard:
            window.installEventFilter(self)
            self._heard.append(window)

    def seen(self) -> None:
        """Somebody is there."""
        self._seen_at = self._desk.now()

    def look(self) -> None:
        """Lock if nobody has been there for as long as the settings say."""
        minutes, now = self._desk.preferences.lock_minutes, self._desk.now()
        if now < self._seen_at:  # the clock was put back
            self._seen_at = now
        if minutes and not self._desk.session.locked and now - self._seen_at >= minutes * MINUTE:
            self._desk.session.lock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _SIGNS:
            self.seen()
            if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_lock(event):
                self._desk.session.lock()
                return True
        return False

    def close(self) -> None:
        """Listen no more."""
        self._timer.stop()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.disconnect(self._hear)
        for window in self._heard:
            if shiboken6.isValid(window):
                window.removeEventFilter(self)
        self._heard.clear()


def _is_lock(event: QKeyEvent) -> bool:
    return QKeySequence(event.keyCombination()) == QKeySequence(LOCK_KEYS)


class Locker(QObject):
    """Follows the session: locked, the shell shows the lock page and nothing else of the program is to be seen."""

    def __init__(self, shell: "Shell", desk: Desk) -> None:
        super().__init__(shell)
        self._shell = shell
        self._session = desk.session
        self._locked = False
        self._whose = ""
        self._focus: QWidget | None = None
        self._keys: list[QShortcut] = []
        self._aside: list[tuple[QWidget, Qt.WindowModality]] = []
        self.page = LockPage(desk)
        shell.layers.addWidget(self.page)
        self.presence = Presence(desk, self)
        self._session.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        if self._session.locked and not self._locked:
            self._cover()
        elif self._session.locked:
            self.page.show_people()  # somebody was taken in or let go meanwhile
            self.page.focus_here()
        elif self._locked:
            self._uncover()

    # -- covering -----------------------------------------------------------------------------------------------------

    def _cover(self) -> None:
        self._locked = True
        self._whose = self._session.by()
        self._focus = QApplication.focusWidget()
        worked_with = QApplication.activeWindow() is not None
        self._shell.toast.hide()
        QToolTip.hideText()
        self._keys = [key for key in self._shell.findChildren(QShortcut) if key.isEnabled()]
        for key in self._keys:
            key.setEnabled(False)
        for window in QApplication.topLevelWidgets():
            self._put_away(window)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        if worked_with:  # it may have been one of those that were put away
            self._shell.activateWindow()
        self.page.show_people()
        self._shell.layers.setCurrentWidget(self.page)
        self.page.focus_here()

    def _put_away(self, window: QWidget) -> None:
        if window is self._shell or not shiboken6.isValid(window) or not window.isVisible():
            return
        if window.windowType() in _FLEETING:
            window.close()
            return
        self._aside.append((window, window.windowModality()))
        window.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only while locked: no tooltip, and whatever opens now waits until somebody is in."""
        kind = event.type()
        if kind == QEvent.Type.ToolTip:
            return True
        if kind != QEvent.Type.Show or not isinstance(watched, QWidget):
            return False
        if watched.isWindow() and watched is not self._shell:
            watched.setWindowOpacity(0)  # it cannot be hidden before it was shown
            QTimer.singleShot(0, watched, lambda: self._came(watched))
        return False

    def _came(self, window: QWidget) -> None:
        if self._locked:
            worked_with = QApplication.activeWindow() is not None
            self._put_away(window)
            if worked_with:
                self._shell.activateWindow()
                self.page.focus_here()
        if shiboken6.isValid(window):
            window.setWindowOpacity(1)

    # -- uncovering ---------------------------------------------------------------------------------------------------

    def _uncover(self) -> None:
        self._locked = False
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        for key in self._keys:
            if shiboken6.isValid(key):
                key.setEnabled(True)
        self._keys = []
        self._shell.layers.setCurrentIndex(0)
        self.presence.seen()
        same = self._session.by() == self._whose
        focus, self._focus = self._focus, None
        if same and focus is not None and shiboken6.isValid(focus) and focus.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._shell.page is not None:
            self._shell.page.setFocus(Qt.FocusReason.OtherFocusReason)
        aside, self._aside = self._aside, []
        for window, modality in aside:
            if shiboken6.isValid(window):
                self._bring_back(window, modality, same=same)

    def _bring_back(self, window: QWidget, modality: Qt.WindowModality, *, same: bool) -> None:
        if same:
            window.setWindowModality(modality)
            window.show()
        elif isinstance(window, QDialog):
            window.reject()
        else:
            window.close()

    # -- the end ------------------------------------------------------------------------------------------------------

    async def close(self) -> None:
        """End what runs; what was put away is closed with its page."""
        self._session.changed.disconnect(self._follow)
        self.presence.close()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        await self.page.close_page()
        self.deleteLater()
