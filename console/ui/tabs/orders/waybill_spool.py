"""The print queue on the orders page: its button, its dialog, and a strip while it stands still."""

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from console import catalogue
from console.core.changes import Changes
from console.core.errors import FileTrouble, Trouble
from console.store import waybill_prints
from console.ui.dialogs import answer
from console.ui.printers import printers
from console.ui.tabs.orders.waybill_queue import QueueDialog
from console.ui.widgets import StripLook, icon_button
from console.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from console.ui.tabs.orders.page import OrdersPage


class WaybillSpool(QObject):
    """Shows what waits at the printer, and passes on what is wanted of it."""

    def __init__(self, page: "OrdersPage") -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk
        self.queue: QueueDialog | None = None
        self._ended = False
        self.banner = Banner()
        self.banner.acted.connect(lambda _key: self.open_queue())
        self.button = icon_button("printer", self.tr("Print queue"))

    def furnish(self) -> None:
        """Put the button into the head and the strip under it, and listen."""
        page = self._page
        page.head.insertWidget(page.head.indexOf(page.export.button), self.button)
        page.column.insertWidget(page.column.indexOf(page.banner) + 1, self.banner)
        self.button.clicked.connect(self.open_queue)
        self._desk.changes.changed.connect(self._heard)
        page.tasks.start(self._read_stopped(), key="waybill_stopped")

    def _heard(self, changes: Changes) -> None:
        if "waybills" in changes.kinds:
            self._page.tasks.start(self._read_stopped(), key="waybill_stopped")

    async def do(self, work: Coroutine[Any, Any, object]) -> bool:
        """Do it, or say why not."""
        try:
            await work
        except (Trouble, FileTrouble) as trouble:
            said = catalogue.words_for(trouble, self._desk.language)
            self._page.said.emit(said.text, said.next_step)
            return False
        return True

    def open_queue(self) -> None:
        """What waits to be printed."""
        if self.queue is None:
            self._page.tasks.start(self._run_queue(), key="waybill_queue")

    async def _run_queue(self) -> None:
        actions, start = self._desk.actions.waybills, self._page.tasks.start
        queue = self.queue = QueueDialog(self._page, self._desk)
        self._ended = False

        def when(signal: Any, ask_for: Callable[..., Coroutine[Any, Any, object]]) -> None:
            signal.connect(lambda *values: start(self.do(ask_for(*values))))

        when(queue.resume_asked, actions.resume)
        when(queue.hold_asked, actions.hold)
        when(queue.settled, actions.settle)
        when(queue.again_asked, actions.again)
        when(queue.drop_asked, actions.drop)
        when(queue.printer_chosen, actions.move)
        queue.view_chosen.connect(self._view)
        start(self._read_stopped(), key="waybill_stopped")
        start(self._read_printers(queue), key="waybill_printers")
        try:
            await answer(queue)
        finally:
            self.queue = None
            self._page.tasks.cancel("waybill_printers")

    async def _read_printers(self, queue: QueueDialog) -> None:
        side = self._page.waybills
        queue.show_printers(printers(await side.system_printers(), side.folder))

    def _view(self, ended: bool) -> None:
        self._ended = ended
        self._page.tasks.start(self._read_stopped(), key="waybill_stopped")

    async def _read_stopped(self) -> None:
        """Whether the queue stands still, and all of it where it is open."""
        stopped = await self._desk.database.read(waybill_prints.stopped)
        rows = await self._desk.database.read(waybill_prints.queue)
        if self.queue is not None:
            shown = await self._desk.database.read(waybill_prints.queue, ended=True) if self._ended else rows
            self.queue.show_queue(shown, stopped)
        if stopped is None or not rows:
            self.banner.show_look(None)
            return
        said = self.tr("%n label(s) wait to be printed", "", len(rows))
        why = catalogue.words(stopped.code, self._desk.language, detail=stopped.detail).text
        self.banner.show_look(StripLook("amber", "printer", said, why, self.tr("Open the queue"), "queue"))
