"""What a checked text leaves behind: its findings as a table, and who signed it off."""

import asyncio
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.documents.finding_sheet import Told, export_findings
from console.rules.wording.nouns import Severity, Verdict
from console.ui import texts
from console.ui.context import Desk
from console.ui.files import ask_new_file
from console.ui.tabs.compliance import looks
from console.ui.tasks import Tasks
from console.ui.widgets import button
from console.ui.widgets.labels import Elided

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.wording import Signed


def read_signed(conn: "Connection", digest: str) -> "Signed | None":
    """On a database thread."""
    from console.store import wording

    return wording.signed(conn, digest)


def digest_of(text: str, surface: str, category: str) -> str:
    """What a signature speaks of: this very text, for that place and those goods."""
    return sha256(f"{surface}\0{category}\0{text}".encode()).hexdigest()


class Papers(QObject):
    """Two verbs and a line that says whether this very text was signed off; a banned wording keeps it from that."""

    said = Signal(str, str)

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._text = self._name = self._digest = ""
        self._verdict = Verdict()
        self._bank = ""
        self.state = Elided("", 12, tone="green")
        self.export_button = button(self.tr("Export findings"), "default", "file-spreadsheet")
        self.export_button.clicked.connect(lambda: tasks.start(self._ask(), key="file"))
        self.sign_button = button(self.tr("Sign off"), "primary", "badge-check")
        self.sign_button.clicked.connect(lambda: tasks.start(self.sign(), key="sign"))
        self.verbs = (self.export_button, self.sign_button)

    def show_text(self, name: str, text: str, digest: str, verdict: Verdict, bank: str) -> None:
        """Another text, or another verdict of it."""
        self._name, self._text, self._verdict, self._bank = name, text, verdict, bank
        self.export_button.setEnabled(bool(text.strip()))
        self.sign_button.setEnabled(bool(text.strip()) and not verdict.blocks)
        why = self.tr("Banned wordings are left: change them, or let them pass with a reason")
        self.sign_button.setToolTip(why if verdict.blocks else "")
        if digest != self._digest:
            self._digest = digest
            self.state.setText("")
            self._tasks.start(self._look(), key="signed")

    async def _look(self) -> None:
        digest = self._digest
        found = await self._desk.database.read(read_signed, digest)
        if digest == self._digest and found is not None:
            when = texts.moment(found.at, self._desk.now())
            who = found.by or self.tr("somebody")
            self.state.setText(self.tr("Signed off by {who}, {when}").format(who=who, when=when))

    async def sign(self) -> None:
        """Note that this text may go out as it is."""
        found = self._verdict.findings
        counts = {str(one.word): sum(each.severity is one for each in found) for one in Severity}
        try:
            await self._desk.actions.wording.sign(self._digest, self._name, counts, self._bank)
        except (Trouble, FileTrouble) as trouble:
            words = catalogue.words_for(trouble, self._desk.language)
            self.said.emit(words.text, words.next_step)
            return
        await self._look()
        self.said.emit(self.tr("Signed off"), self._name)

    async def _ask(self) -> None:
        path = await ask_new_file(self.sign_button, self.tr("Export findings"), self.tr("wording findings"), "xlsx")
        if path is not None:
            await self.export(path)

    async def export(self, path: Path) -> None:
        """Write what was found; by its suffix a spreadsheet or a csv."""
        told = Told(severity=lambda one: looks.severity(one.severity), excuse=looks.excuse)
        try:
            await asyncio.to_thread(export_findings, path, self._text, self._verdict, told)
        except OSError as error:
            words = catalogue.words("cli.unwritable", self._desk.language, path=path.name, detail=error.strerror or "")
            self.said.emit(words.text, words.next_step)
            return
        self.said.emit(self.tr("Written to {name}").format(name=path.name), "")
