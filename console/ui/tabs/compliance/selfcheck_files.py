"""Files of a self-check: a chat log in, the report out. Both are asked for, and a trouble is said in words."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtCore import QObject

from console.documents.passages import KINDS
from console.store.self_checks import Kept
from console.ui import texts
from console.ui.files import ask_new_file, ask_old_file
from console.ui.tabs.compliance.views import View


class ReportFiles(QObject):
    """``where`` and ``which`` ask for files; a test puts its own there."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._view = view
        self.where: Callable[[str, str], Awaitable[Path | None]] = self._ask_where
        self.which: Callable[[], Awaitable[Path | None]] = self._ask_chat

    async def take_chat(self, month: str) -> None:
        """A chat log by file, for a month; it stands in its next report."""
        path = await self.which()
        if path is None:
            return

        async def take() -> None:
            lines, found = await self._view.desk.actions.self_checks.take_chat(month, path)
            told = self.tr("{n} lines looked at, {found} findings; check again to have them in the report")
            self._view.said.emit(path.name, told.format(n=texts.count(lines), found=texts.count(found)))

        await self._view.safely(take, "cli.unreadable_file")

    async def export(self, kept: Kept, form: str) -> None:
        """Ask where, then write it there."""
        name = self.tr("Self-check {month} no. {n}").format(month=kept.report.month, n=kept.number)
        path = await self.where(name.replace(" ", "_"), form)
        if path is None:
            return
        actions = self._view.desk.actions
        if await self._view.safely(lambda: actions.self_checks.write(kept.number, path, self._view.desk.language)):
            self._view.said.emit(self.tr("The report was exported"), path.name)

    async def _ask_where(self, name: str, form: str) -> Path | None:
        return await ask_new_file(self._view, self.tr("Export the report"), name, form)

    async def _ask_chat(self) -> Path | None:
        return await ask_old_file(self._view, self.tr("Chat log"), KINDS)
