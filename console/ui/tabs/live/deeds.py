"""What is asked of a show that is on: note this moment, end it."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from console.ui.context import Desk
from console.ui.dialogs import Dialog, answer
from console.ui.safely import safely
from console.ui.tasks import Tasks
from console.ui.widgets.labels import Wrapped


class Deeds(QObject):
    """``said`` carries a sentence for the toast; ``done`` comes after a deed, ``ended`` with the show that is over.

    ``on_air`` names the show that is on; empty where none is.
    """

    said = Signal(str, str)
    done = Signal()
    ended = Signal(str)

    def __init__(self, page: QWidget, desk: Desk, tasks: Tasks, on_air: Callable[[], str]) -> None:
        super().__init__(page)
        self._page, self._desk, self._tasks, self._on_air = page, desk, tasks, on_air

    def mark(self) -> None:
        """Note this moment of the show."""
        show = self._on_air()
        if show:
            name = self.tr("Mark")
            self._tasks.start(self._done(lambda: self._desk.actions.live.mark(show, name), self.tr("Marked")))

    def finish(self) -> None:
        """End it, after a question."""
        self._tasks.start(self._ask_finish(), key="finish")

    async def _ask_finish(self) -> None:
        """Ask first: it is said to be over from now on."""
        show = self._on_air()
        if not show:
            return
        dialog = Dialog(self._page, self.tr("End this show?"), self.tr("End and recap"), kind="danger")
        why = self.tr("It is kept as ended at this moment. What its page still tells changes it no more.")
        dialog.body.addWidget(Wrapped(why))
        if await answer(dialog) and await self._done(lambda: self._desk.actions.live.finish(show), ""):
            self.ended.emit(show)

    async def _done(self, act: Callable[[], Awaitable[None]], done: str) -> bool:
        if await safely(act, self.said.emit, self._desk.language) is None:
            return False
        if done:
            self.said.emit(done, "")
        self.done.emit()
        return True
