"""The application and the first paint. Loads nothing but Qt: what is heavy comes after it, asyncio too."""

import signal
import sys
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from console.bundled import bundled
from console.ui.theme import STYLED


def application() -> QApplication:
    """The one QApplication. Closing a dialog must not end the program: the main coroutine ends it."""
    QCoreApplication.setApplicationName("merchant-console")
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else _made()
    app.setQuitOnLastWindowClosed(False)
    return app


def _made() -> QApplication:
    """Born in the style that ``theme.apply`` wants."""
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    QGuiApplication.setDesktopFileName("merchant-console")  # whose icon and name Linux shows for the window
    app.setProperty(STYLED, True)
    return app


def wear_icon() -> None:
    """The program's own picture, for its windows: after the first paint, for it is drawn from lines."""
    from PySide6.QtGui import QIcon

    QGuiApplication.setWindowIcon(QIcon(str(bundled("resources", "app.svg"))))


def asked_to_stop() -> list[int]:
    """The signals that come from now on, until the loop hears them itself. A window being made is not cut short."""
    heard: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, _: heard.append(number))
    return heard


def first_paint(window: QWidget) -> None:
    """Show the window and return once it was painted. There is no asyncio loop yet that this could hold up."""
    waiting = True

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            nonlocal waiting
            if event.type() in (QEvent.Type.Paint, QEvent.Type.Close):
                waiting = False
            return False

    watcher = Watcher()
    window.installEventFilter(watcher)
    window.show()
    while waiting:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    window.removeEventFilter(watcher)


def is_unheard() -> bool:
    """Whether a line on stderr reaches nobody, while a window would: started by a click, not from a terminal."""
    heard = sys.stderr is not None and sys.stderr.isatty()
    return not heard and QApplication.platformName() not in ("offscreen", "minimal")


def tell(words: str, next_step: str, heard: Sequence[int]) -> None:
    """Say why there will be no window, until that is closed or a signal comes. There is no asyncio loop that waits."""
    from PySide6.QtCore import QTimer  # a class that is named is a class that is made: not before the first paint
    from PySide6.QtWidgets import QMessageBox

    wear_icon()
    box = QMessageBox(QMessageBox.Icon.Warning, QCoreApplication.applicationName(), words)
    box.setInformativeText(next_step)
    awake = QTimer()  # Python hears signals only when it runs
    awake.setInterval(200)
    awake.timeout.connect(lambda: None)
    awake.start()
    box.show()
    while box.isVisible() and not heard:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    box.close()
