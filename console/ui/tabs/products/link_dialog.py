"""What linking many goods at once looks like: the list, then progress with a way to stop it, and what went wrong."""

from collections.abc import Awaitable, Callable, Sequence

from PySide6.QtWidgets import QProgressBar, QWidget

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.ui import texts
from console.ui.context import Desk
from console.ui.dialogs import Dialog
from console.ui.tabs.products.match_list import match_card
from console.ui.tasks import Tasks
from console.ui.widgets import EmptyState
from console.ui.widgets.buttons import set_icon
from console.ui.widgets.labels import Wrapped

WIDE, HIGH = 960, 680
AT_ONCE = 1_000  # links in one piece: between two of them it can be stopped
Step = tuple[int, Callable[[], Awaitable[object]]]
"""How many links it makes, and what makes them: all or none of them."""


class LinkDialog(Dialog):
    """Base of both. The filled button links; closing stops between two pieces, and what is linked then stays so."""

    def __init__(self, page: QWidget, desk: Desk, tasks: Tasks, title: str, none: str) -> None:
        super().__init__(page, title, self.tr("Link"))
        set_icon(self.accept_button, "link-2", "onAccent")
        window = page.window()
        self.setFixedSize(min(WIDE, window.width() - 48), min(HIGH, window.height() - 48))
        self.desk, self.tasks = desk, tasks
        self.linked = 0
        self.running = False
        self._stop = False
        self.said = Wrapped("", tone="text2")
        self.card = match_card(tasks, desk.pictures, EmptyState("link-2", none))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.progress = Wrapped("", 12, tone="text2")
        self.trouble = Wrapped("", 12, tone="red")
        for part in (self.bar, self.progress, self.trouble):
            part.hide()

    def lay_out(self) -> None:
        """Below what a subclass has put into the body."""
        self.body.addWidget(self.card, 1)
        for part in (self.said, self.bar, self.progress, self.trouble):
            self.body.addWidget(part)

    # -- what a subclass answers ------------------------------------------------------------------------------------

    def steps(self) -> Sequence[Step]:
        """What the filled button starts."""
        raise NotImplementedError

    async def ended(self, *, stopped: bool) -> None:
        """Everything is linked, or it was stopped, or went wrong (then ``trouble`` says so)."""
        raise NotImplementedError

    # -- running ----------------------------------------------------------------------------------------------------

    def accept(self) -> None:
        if not self.running:
            self.tasks.start(self._run(), key="linking")

    def reject(self) -> None:
        """While it links: stop after this piece. Else close."""
        if not self.running:
            super().reject()
            return
        self._stop = True
        self.cancel_button.setEnabled(False)
        self.progress.setText(self.tr("Stopping…"))

    async def _run(self) -> None:
        self.running, self._stop = True, False
        steps = self.steps()
        total = sum(number for number, _ in steps)
        self.accept_button.setEnabled(False)
        self.cancel_button.setText(self.tr("Stop"))
        self.trouble.hide()
        self.said.hide()
        self._show_progress(0, total)
        try:
            await self._take(steps, total)
        except (Trouble, FileTrouble) as trouble:
            words = catalogue.words_for(trouble, self.desk.language)
            self.trouble.setText(f"{words.text} {words.next_step}")
            self.trouble.show()
        finally:
            self.running = False
            self.cancel_button.setEnabled(True)
            self.cancel_button.setText(self.tr("Close"))
            self.bar.hide()
            self.progress.hide()
            self.said.show()
        await self.ended(stopped=self._stop)

    async def _take(self, steps: Sequence[Step], total: int) -> None:
        done = 0
        for number, act in steps:
            if self._stop:
                return
            await act()
            done += number
            self.linked += number
            self._show_progress(done, total)

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        said = self.tr("{done} of {total} linked")
        self.progress.setText(said.format(done=texts.count(done), total=texts.count(total)))
        self.bar.show()
        self.progress.show()
