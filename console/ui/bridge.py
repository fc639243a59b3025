"""What changed in the file, told to the window at most five times a second."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from console.core.changes import Changes

PACE_MS = 200


class SupportsChanges(Protocol):
    """Announces changes on the loop's thread; ``subscribe`` returns the way to stop listening."""

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]: ...


class Bridge(QObject):
    """Merges announcements: the first goes on at once, those within the next 200 ms go together."""

    changed = Signal(Changes)

    def __init__(self, changes: SupportsChanges, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: Changes | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PACE_MS)
        self._timer.timeout.connect(self._let_go)
        self._stop: Callable[[], None] | None = changes.subscribe(self._hear)

    def close(self) -> None:
        """Stop listening; what waits is dropped."""
        if self._stop is not None:
            self._stop()
            self._stop = None
        self._timer.stop()
        self._waiting = None

    def _hear(self, changes: Changes) -> None:
        if self._timer.isActive():
            self._waiting = changes if self._waiting is None else self._waiting | changes
            return
        self._timer.start()
        self.changed.emit(changes)

    def _let_go(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._timer.start()
            self.changed.emit(waiting)
