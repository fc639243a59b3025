"""Tells whoever listens what changed in the file."""

import asyncio
import logging
from collections.abc import Callable
from itertools import count

from console.core.changes import Changes

Listener = Callable[[Changes], None]

log = logging.getLogger(__name__)


class Hub:
    """Announcements made in one turn of the loop reach the listeners together, one for each shop."""

    def __init__(self) -> None:
        self._listeners: dict[int, Listener] = {}
        self._numbers = count()
        self._waiting: dict[str | None, Changes] = {}

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear all changes from now on, on the loop's thread; the answer ends it."""
        number = next(self._numbers)
        self._listeners[number] = listener

        def stop() -> None:
            self._listeners.pop(number, None)

        return stop

    def announce(self, changes: Changes) -> None:
        """Say that something changed. To be called on the loop's thread."""
        if not self._waiting:
            asyncio.get_running_loop().call_soon(self._let_go)
        held = self._waiting.get(changes.shop_id)
        self._waiting[changes.shop_id] = changes if held is None else held | changes

    def _let_go(self) -> None:
        waiting, self._waiting = self._waiting, {}
        for changes in waiting.values():
            for listener in list(self._listeners.values()):
                try:
                    listener(changes)
                except Exception:  # one listener's fault must not keep the news from the others
                    log.exception("a listener failed")
