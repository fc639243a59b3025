"""Keeps the outbox's counter, panel and toast up to date, and does what is asked there."""

from collections.abc import Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from console import catalogue
from console.core.changes import Changes
from console.core.clock import day_start
from console.core.errors import FileTrouble, Trouble
from console.store.outbox_rows import Intent
from console.ui.context import Desk
from console.ui.outbox import words

if TYPE_CHECKING:
    from console.store.outbox_panel import Reading
    from console.ui.outbox.panel import OutboxPanel
    from console.ui.shell import Shell

STAYS_PAUSED_MS = 8_000


class Dispatch(QObject):
    """Owned by the shell; ``tick`` comes once a second. The panel is made when it is first opened."""

    def __init__(self, shell: "Shell", desk: Desk) -> None:
        super().__init__(shell)
        self._shell = shell
        self._desk = desk
        self._reading = False
        self._again = False
        self.panel: OutboxPanel | None = None
        self.read: Reading | None = None
        shell.topbar.outbox.clicked.connect(self.toggle)

    def start(self) -> None:
        """Look once, and listen."""
        self._desk.changes.changed.connect(self._changed)
        self.look()

    def stop(self) -> None:
        """Listen no more."""
        self._desk.changes.changed.disconnect(self._changed)

    @property
    def is_settled(self) -> bool:
        return self.read is not None and not self._reading

    @property
    def is_open(self) -> bool:
        return self.panel is not None and self.panel.isVisible()

    # -- looking ----------------------------------------------------------------------------------------------------

    def tick(self) -> None:
        """A second has passed: countdowns go on."""
        if self.is_open:
            self._show()

    def look(self) -> None:
        """Read the file once more."""
        if self._reading:
            self._again = True
            return
        self._reading = True
        self._shell.tasks.start(self._look())

    def _changed(self, changes: Changes) -> None:
        if "outbox" in changes.kinds or "settings" in changes.kinds:
            self.look()

    async def _look(self) -> None:
        from console.store.outbox_panel import reading

        wanted, limit = (self.panel.wanted, self.panel.limit) if self.panel is not None and self.is_open else ((), 0)
        try:
            self.read = await self._desk.database.read(reading, day_start(self._desk.now()), wanted, limit)
        finally:
            self._reading = False
        self._show()
        if self._again:
            self._again = False
            self.look()

    def _show(self) -> None:
        if self.read is None:
            return
        counts = self.read.counts
        self._shell.topbar.outbox.show_counts(counts.under_way, counts.needs_you, paused=self.read.paused)
        if self.panel is not None and self.is_open:
            self.panel.show_reading(self.read, self._desk.now(), self._desk.language)

    # -- the panel --------------------------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Open the panel, or close it."""
        if self.panel is not None and self.is_open:
            self.panel.shut()
            return
        panel = self.panel or self._make_panel()
        panel.unveil()
        panel.setFocus()
        self._shell.topbar.outbox.set_open(True)
        self.look()

    def _make_panel(self) -> "OutboxPanel":
        from console.ui.outbox.panel import OutboxPanel

        panel = self.panel = OutboxPanel(self._shell.room)
        panel.closed.connect(self._closed)
        panel.asked_again.connect(self.look)
        panel.acted.connect(self._act)
        panel.pause_asked.connect(lambda paused: self._do(self._desk.actions.pause(paused)))
        panel.undo_all_asked.connect(lambda: self._shell.tasks.start(self._undo_all(), key="outbox_undo_all"))
        return panel

    def _closed(self) -> None:
        self._shell.topbar.outbox.set_open(False)
        if self._shell.page is not None:
            self._shell.page.setFocus()

    def _act(self, act: str, row_id: int) -> None:
        actions = self._desk.actions
        match act:
            case "retry":
                self._do(actions.retry(row_id))
            case "drop":
                self._do(actions.drop(row_id))
            case "undo":
                self._shell.tasks.start(self._undo([row_id]))
            case _:
                self._go(row_id)

    def _go(self, row_id: int) -> None:
        """To what the command is about."""
        rows = [row for found in (self.read.groups.values() if self.read else ()) for row in found if row.id == row_id]
        for row in rows:
            tab = "products" if row.key.kind == "item" else "orders"
            room = {"room": "aftersales"} if row.key.kind == "after_sale" else {}
            if self.panel is not None:
                self.panel.shut()
            self._shell.go_to(tab, {"tab": "all", "text": row.key.object_id, "open": "first", **room})

    # -- doing ------------------------------------------------------------------------------------------------------

    def _do(self, asked: Coroutine[Any, Any, None]) -> None:
        self._shell.tasks.start(self._done(asked))

    async def _done(self, asked: Coroutine[Any, Any, None]) -> None:
        try:
            await asked
        except (Trouble, FileTrouble) as trouble:
            self._complain(trouble)
        self.look()

    def _complain(self, trouble: Trouble | FileTrouble) -> None:
        said = catalogue.words_for(trouble, self._desk.language)
        self._shell.toast.say(said.text, said.next_step, icon_name="triangle-alert")

    async def _undo_all(self) -> None:
        try:
            number = await self._desk.actions.undo_all()
        except (Trouble, FileTrouble) as trouble:
            self._complain(trouble)
            return
        self._shell.toast.say(self.tr("%n taken back", "", number), icon_name="undo-2")
        self.look()

    def undo_last(self) -> None:
        """Ctrl+Z: take the one back that was added last, if it was not sent."""
        self._shell.tasks.start(self._undo_last(), key="outbox_undo_last")

    async def _undo_last(self) -> None:
        from console.store.outbox_panel import latest_undoable

        row_id = await self._desk.database.read(latest_undoable)
        if row_id is None:
            self._shell.toast.say(self.tr("Nothing waits that could be taken back"), icon_name="info")
            return
        await self._undo([row_id])

    async def _undo(self, ids: Sequence[int]) -> None:
        """Take these back; say of which it was too late."""
        from console.store.outbox_panel import some

        late: Trouble | FileTrouble | None = None
        taken = []
        for row_id in ids:
            try:
                await self._desk.actions.undo(row_id)
                taken.append(row_id)
            except (Trouble, FileTrouble) as trouble:
                late = trouble
        self.look()
        if late is not None and not taken:
            self._complain(late)
            return
        rows, names = await self._desk.database.read(some, taken)
        said = words.sentence(rows, names) if rows else ""
        under = self.tr("%n could not be taken back any more", "", len(ids) - len(taken)) if late is not None else ""
        self._shell.toast.say(self.tr("Taken back: {what}").format(what=said), under, icon_name="undo-2")

    # -- the toast --------------------------------------------------------------------------------------------------

    def taken_in(self, ids: Sequence[int]) -> None:
        """A page had these added: say so, and offer to take them back until the first of them is sent."""
        self._shell.tasks.start(self._taken_in(list(ids)), key="outbox_toast")
        self.look()

    async def _taken_in(self, ids: list[int]) -> None:
        from console.store.outbox import is_paused
        from console.store.outbox_panel import some

        rows, names = await self._desk.database.read(some, ids)
        waiting = [row for row in rows if row.undoable]
        if not waiting:
            return
        paused = await self._desk.database.read(is_paused)
        self._say(waiting, words.sentence(waiting, names), paused=paused)

    def _say(self, waiting: Sequence[Intent], said: str, *, paused: bool) -> None:
        at = min(row.not_before_at for row in waiting)
        left = at - self._desk.now()
        if not paused and left <= 0:
            return
        under = self.tr("held: sending is paused") if paused else self.tr("is sent {time}")
        ids = [row.id for row in waiting]
        self._shell.toast.say(
            said,
            under.format(time=words.clock(at)),
            icon_name="send",
            undo=(self.tr("Undo"), lambda: self._shell.tasks.start(self._undo(ids))),
            stays_ms=STAYS_PAUSED_MS if paused else left,
        )
