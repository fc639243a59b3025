"""备份与恢复: a copy of the file now or every day, when the last one was made, and one of them back in its place."""

from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from console import catalogue
from console.core.clock import DAY
from console.core.errors import FileTrouble, Trouble
from console.core.operators import Right
from console.store.backup_choice import BackupState
from console.store.backups import Backup
from console.ui import texts
from console.ui.asking_keeping import FileKeeping
from console.ui.context import Desk
from console.ui.dialogs import answer
from console.ui.files import ask_new_file, ask_old_file
from console.ui.paint import ChipLook
from console.ui.tabs.settings.restore_dialog import RestoreDialog
from console.ui.tabs.settings.sections import Row, Section, across, keep_in
from console.ui.tasks import Tasks
from console.ui.widgets import Chip, StripLook, Switch, button, label, link
from console.ui.widgets.banner import Banner
from console.ui.widgets.labels import TextTone, set_tone

T = TypeVar("T")

STALE = 7 * DAY  # after that the chip says so
SHOWN = 30
SUFFIX = "db"
WORK = "backup"  # the key of the one task that copies


class Backups(QWidget):
    """Two cards: how it is done, and the copies there are. Above them what will happen at the next start."""

    settled = Signal()
    said = Signal(str, str)

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._desk, self._tasks = desk, tasks
        self.is_settled = False
        self.state = BackupState(daily=True)
        self.dialog: RestoreDialog | None = None
        self._words = ""  # of what copies now
        self._is_busy = False  # something copies: what would begin another rests, whatever is shown anew meanwhile
        self._restores: list[QPushButton] = []  # one a row
        self.ask_new: Callable[[str], Awaitable[Path | None]] = self._ask_new
        self.ask_old: Callable[[], Awaitable[Path | None]] = self._ask_old
        self.plan = Banner()
        self.plan.acted.connect(lambda _key: self._start("plan", self._leave))
        self.progress = Banner()
        self.progress.acted.connect(lambda _key: self._tasks.cancel(WORK))
        self.chip = Chip(ChipLook("grey", "circle-dashed", self.tr("None yet")))
        self.daily = Switch(self.tr("A backup every day"))
        self.now = button(self.tr("Back up now"), "primary", "archive")
        self.elsewhere = button(self.tr("Save elsewhere…"))
        self.card = Section(self.tr("Backups"))
        self.card.add_end(self.chip)
        self.rows: dict[str, Row] = {}
        self._build()
        self.list = Section(self.tr("Backups there are"))
        self.from_file = link(self.tr("Restore from a file…"))
        self.open_folder = link(self.tr("Open folder"))
        self.list.add_end(self.from_file)
        self.list.add_end(self.open_folder)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        for part in (self.plan, self.progress, self.card, self.list):
            whole.addWidget(part)
        self._wire()

    def _build(self) -> None:
        under = self.tr("Some minutes after the start, once a day; the newest {n} are kept").format(n=7)
        self.rows["daily"] = self.card.add_row(Row(self.tr("A backup every day"), under, self.daily))
        under = self.tr(
            "All orders, goods, links, notes and settings of this computer. Not in it: sign-ins (they are in the "
            "system's key store), pictures, and files added as evidence."
        )
        both = across(self.elsewhere, self.now)
        self.rows["now"] = self.card.add_row(Row(self.tr("Back up now"), under, both))

    def _wire(self) -> None:
        self.daily.clicked.connect(lambda on: self._start("daily", lambda: self._set_daily(on)))
        self.now.clicked.connect(lambda: self._start(WORK, self._back_up))
        self.elsewhere.clicked.connect(lambda: self._start(WORK, self._back_up_elsewhere))
        self.from_file.clicked.connect(lambda: self._start(WORK, self._restore_from_file))
        self.open_folder.clicked.connect(self._open_folder)

    def keep(self, words: str) -> bool:
        """Show only the rows that say these words; whether any does."""
        found = keep_in((self.card, self.list), words)
        self.list.setVisible(not words or not self.list.isHidden())  # also while there are no rows in it yet
        return found

    # -- reading ------------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Look at what is there."""
        self.is_settled = False
        self._tasks.start(self._read(), key="backups")

    async def _read(self) -> None:
        self.state = await self._desk.actions.keeping.state()
        self._show()
        self.is_settled = True
        self.settled.emit()

    def _show(self) -> None:
        state, now = self.state, self._desk.now()
        self.daily.setChecked(state.daily)
        self.daily.setEnabled(self._desk.may(Right.SWITCHES))
        self.chip.set_look(self._chip_look(state, now))
        self._show_plan()
        self.list.clear_rows()
        self._restores.clear()
        for backup in state.kept[:SHOWN]:
            self.list.add_row(self._row(backup, now))
        if not state.kept:
            self.list.body.addWidget(label(self.tr("There is no backup yet."), tone="text3"))
        self._let()
        if state.code:
            said = catalogue.words(state.code, self._desk.language, detail=state.detail)
            self._note("daily", said.text, "red", said.next_step)

    def _chip_look(self, state: BackupState, now: int) -> ChipLook:
        if state.last_at is None:
            return ChipLook("grey", "circle-dashed", self.tr("None yet"))
        when = texts.moment(state.last_at, now)
        if state.code or now - state.last_at > STALE:
            return ChipLook("amber", "triangle-alert", self.tr("Last one {time}").format(time=when))
        return ChipLook("green", "circle-check", self.tr("Backed up {time}").format(time=when))

    def _show_plan(self) -> None:
        if not self.state.planned:
            self.plan.show_look(None)
            return
        words = self.tr("At the next start a backup takes the place of the present data")
        under = self.tr("until then everything goes on as it is")
        self.plan.show_look(StripLook("amber", "history", words, under, self.tr("Do not restore"), "leave"))

    def _row(self, backup: Backup, now: int) -> Row:
        at, origin = texts.full_moment(backup.at), self._origin(backup)
        shape = self.tr("schema {number}").format(number=backup.revision) if backup.revision else ""
        under = " · ".join(part for part in (origin, shape, texts.bytes_size(backup.size)) if part)
        restore = link(self.tr("Restore…"))
        restore.setAccessibleName(self.tr("Restore the backup of {time}").format(time=at))
        may = self._desk.may(Right.ERASE)
        restore.setToolTip(backup.path.name if may else self.tr("Only the owner may do this"))
        restore.clicked.connect(lambda: self._start(WORK, lambda: self._restore(backup.path, backup.at)))
        self._restores.append(restore)
        return Row(at, under, restore)

    def _origin(self, backup: Backup) -> str:
        return {
            "hand": self.tr("by hand · looked through"),
            "daily": self.tr("daily · looked through"),
            "upgrade": self.tr("before an upgrade"),
            "aside": self.tr("put aside when a backup was restored"),
        }[backup.origin]

    # -- doing --------------------------------------------------------------------------------------------------------

    async def _set_daily(self, on: bool) -> None:
        await self._desk.actions.keeping.set_daily(on)
        await self._read()
        self._note("daily", self.tr("Saved"), "green")

    async def _back_up(self) -> None:
        made = await self._working(self.tr("Backing up: {share}"), lambda: self._keeping.back_up(self._told))
        self.said.emit(self.tr("Backed up and looked through"), made.name)

    async def _back_up_elsewhere(self) -> None:
        from console.store import backups

        name = backups.name(self._desk.now(), self._desk.database.schema_version)
        path = await self.ask_new(name.removesuffix(f".{SUFFIX}"))
        if path is None:
            return
        made = await self._working(self.tr("Backing up: {share}"), lambda: self._keeping.back_up(self._told, path))
        self.said.emit(self.tr("Backed up and looked through"), made.name)

    async def _restore_from_file(self) -> None:
        path = await self.ask_old()
        if path is not None:
            await self._restore(path, None)

    async def _restore(self, path: Path, at: int | None) -> None:
        then, present = await self._keeping.contents(path), await self._keeping.contents()
        self.dialog = RestoreDialog(self.window(), path.name, at, then, present)
        try:
            wanted = await answer(self.dialog) == QDialog.DialogCode.Accepted
        finally:
            self.dialog = None
        if wanted:
            await self._working(
                self.tr("Setting the backup down: {share}"), lambda: self._keeping.restore_next(path, self._told)
            )

    async def _leave(self) -> None:
        await self._keeping.restore_not()
        await self._read()
        self.said.emit(self.tr("Nothing is restored"), "")

    @property
    def _keeping(self) -> FileKeeping:
        return self._desk.actions.keeping

    async def _working(self, words: str, work: Callable[[], Awaitable[T]]) -> T:
        """What copies: how far it is and a way to stop it, and the buttons rest meanwhile."""
        self._words = words
        self._told(0.0)
        self._set_busy(True)
        try:
            return await work()
        finally:
            self._set_busy(False)
            self.progress.show_look(None)
            self.read()

    def _told(self, share: float) -> None:
        words = self._words.format(share=f"{share:.0%}")
        under = self.tr("then it is looked through") if share < 1 else self.tr("looking through it")
        self.progress.show_look(StripLook("blue", "archive", words, under, self.tr("Stop"), "stop"))

    def _set_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self._let()

    def _let(self) -> None:
        """One copies at a time: what begins another would stop it."""
        for part in (self.now, self.elsewhere):
            part.setEnabled(not self._is_busy)
        for part in (self.from_file, *self._restores):
            part.setEnabled(not self._is_busy and self._desk.may(Right.ERASE))

    def _start(self, name: str, work: Callable[[], Coroutine[Any, Any, object]]) -> None:
        async def safely() -> None:
            try:
                await work()
            except (Trouble, FileTrouble) as trouble:
                said = catalogue.words_for(trouble, self._desk.language)
                self._note("daily" if name == "daily" else "now", said.text, "red", said.next_step)
                self.daily.setChecked(self.state.daily)

        self._tasks.start(safely(), key=name)

    def _note(self, name: str, words: str, tone: TextTone, tip: str = "") -> None:
        for row in self.rows.values():
            row.note.setText("")
        note = self.rows[name].note
        note.setText(words)
        note.setToolTip(tip)
        set_tone(note, tone)

    # -- places -------------------------------------------------------------------------------------------------------

    def _open_folder(self) -> None:
        folder = self._keeping.folder
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder if folder.exists() else folder.parent)))

    async def _ask_new(self, name: str) -> Path | None:
        return await ask_new_file(self.window(), self.tr("Save elsewhere"), name, SUFFIX)

    async def _ask_old(self) -> Path | None:
        return await ask_old_file(self.window(), self.tr("Restore from a file"), (SUFFIX,))
