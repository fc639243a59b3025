"""文字检查: a text on the left, what is risky in it on the right, checked as it is written."""

import asyncio
from pathlib import Path
from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from console import catalogue
from console.catalogue import Words
from console.core.changes import Changes
from console.core.errors import FileTrouble, Trouble
from console.documents.passages import KINDS
from console.rules.wording.engine import Checker
from console.rules.wording.markers import markers, unused_markers, with_markers
from console.rules.wording.nouns import Category, Finding, Severity, Surface, Verdict
from console.rules.wording.paragraphs import Paragraphs
from console.rules.wording.pardons import Pardon, with_pardons
from console.rules.wording.rewording import instead_of
from console.ui import texts
from console.ui.context import Desk
from console.ui.files import ask_old_file
from console.ui.page import Question
from console.ui.speaking import read_pardons
from console.ui.tabs.compliance import looks
from console.ui.tabs.compliance.editor import WordingEditor
from console.ui.tabs.compliance.finding_row import end_of, scope_of
from console.ui.tabs.compliance.findings import FindingList
from console.ui.tabs.compliance.papers import Papers, digest_of
from console.ui.tabs.compliance.reading import lines_of, text_of
from console.ui.tabs.compliance.views import View
from console.ui.widgets import Chip, Picker, button, label, line
from console.ui.widgets.labels import Elided
from console.wording import rewordings

PAUSE_MS = 150  # after the last key
AT_ONCE = 4_000  # letters that are checked on the loop: a few ms; more goes to a thread
LONGEST = 200_000  # letters of a text


class WordingView(View):
    """One text at a time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._checker: Checker | None = None
        self._parts: Paragraphs | None = None
        self._pardons: tuple[Pardon, ...] = ()
        self._subject = ""
        self._text = ""
        self.verdict = Verdict()
        self._current: Finding | None = None
        self.editor = WordingEditor()
        self.editor.setPlaceholderText(self.tr("Paste or write a title, a detail page, a script …"))
        self.list = FindingList()
        self.surface = Picker(looks.surfaces(), "detail", self.tr("For: "))
        self.category = Picker(looks.categories(), "general", self.tr("Goods: "))
        self.name = Elided(self.tr("Untitled text"), 14, tone="text")
        self.name.setFont(label("", 14, strong=True).font())
        self.counts = QHBoxLayout()
        self.counts.setSpacing(6)
        self.foot = Elided("", 12)
        opens = button(self.tr("Open a file"), "default", "file-spreadsheet")
        opens.clicked.connect(lambda: self.tasks.start(self._open_file(), key="file"))
        self.papers = Papers(desk, self.tasks)
        self.papers.said.connect(self.said)
        self.verbs = (opens, *self.papers.verbs)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._left(), 1)
        row.addWidget(self.list)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._check)
        self._join()
        self.tasks.start(self._load(), key="load")

    def _left(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        top = QHBoxLayout()
        top.setContentsMargins(12, 10, 16, 10)
        top.setSpacing(8)
        top.addWidget(self.surface)
        top.addWidget(self.category)
        top.addStretch(1)
        second = QHBoxLayout()
        second.setContentsMargins(16, 10, 16, 6)
        second.setSpacing(6)
        second.addWidget(self.name, 1)
        second.addLayout(self.counts)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.addWidget(self.foot, 1)
        foot.addWidget(self.papers.state)
        foot.setSpacing(12)
        foot.addWidget(label(self.tr("An aid, no substitute for a person"), 12, tone="text3"))
        whole = QVBoxLayout(card)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(line())
        whole.addLayout(second)
        whole.addWidget(self.editor, 1)
        whole.addWidget(line())
        whole.addLayout(foot)
        return card

    def _join(self) -> None:
        self.editor.textChanged.connect(self._changed)
        self.editor.stepped.connect(self.step)
        self.editor.mend_asked.connect(self.mend_first)
        self.editor.pass_asked.connect(self._ask_reason)
        self.surface.chosen.connect(lambda _key: self._begin())
        self.category.chosen.connect(lambda _key: self._begin())
        self.list.chosen.connect(self.show_finding)
        self.list.mended.connect(self.mend)
        self.list.passed.connect(self._let_pass)

    # -- checking -----------------------------------------------------------------------------------------------------

    @property
    def is_settled(self) -> bool:
        return not self.tasks.busy and not self._pause.isActive() and self.list.is_settled

    async def _load(self) -> None:
        self._checker = await self.desk.actions.wording.checker()
        self._pardons = await self.desk.database.read(read_pardons)
        self._begin()

    def on_changes(self, changes: Changes) -> None:
        if "wording" in changes.kinds:
            self.tasks.start(self._load(), key="load")

    def _begin(self) -> None:
        """By these rules, on this surface, in this category: nothing is known yet."""
        if self._checker is not None:
            self._parts = Paragraphs(self._checker, self._where(), self._goods())
            self._check()

    def _where(self) -> Surface:
        return cast(Surface, self.surface.key())

    def _goods(self) -> Category:
        return cast(Category, self.category.key())

    def _changed(self) -> None:
        if self.editor.toPlainText() != self._text:  # colours are no change
            self._pause.start()

    def _check(self) -> None:
        self._pause.stop()
        self._text = self.editor.toPlainText()
        if self._parts is None:
            return
        missing = self._parts.missing(self._text)
        if sum(map(len, missing)) > AT_ONCE:
            self.tasks.start(self._check_aside(self._parts, missing), key="check")
            return
        self._parts.learn(self._parts.look(missing))
        self._show()

    async def _check_aside(self, parts: Paragraphs, missing: list[str]) -> None:
        seen = await asyncio.to_thread(parts.look, missing)
        if parts is self._parts:
            parts.learn(seen)
            self._check()

    # -- showing ------------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        assert self._parts is not None  # noqa: S101 - called after a check only
        verdict = self._parts.verdict(self._text)
        marks = markers(self._text)
        passed = with_pardons(verdict, self._pardons, self._named(), self.desk.now())
        self.verdict = with_markers(passed, marks)
        self.editor.show_findings(self.verdict.findings, self.verdict.excused)
        lines = lines_of(self._text, self.verdict.findings)
        self.list.show_findings(list(zip(self.verdict.findings, lines, strict=True)), *self._nothing())
        self._show_counts()
        bank = self._parts.checker.bank
        said = self.tr("{n} letters · bank {bank} · as of {day}")
        foot = said.format(n=texts.count(len(self._text)), bank=bank.version, day=bank.as_of)
        idle = len(unused_markers(passed, marks))
        unneeded = self.tr("{n} marks that let nothing pass").format(n=texts.count(idle))
        self.foot.setText(f"{foot} · {unneeded}" if idle else foot)
        digest = digest_of(self._text, self._where(), self._goods())
        self.papers.show_text(self.name.text(), self._text, digest, self.verdict, bank.version)
        current = self._again(self._current)
        self._current = current
        if current is not None:
            self.show_finding(current, move=False)
        self.settled.emit()

    def _nothing(self) -> tuple[str, str]:
        if not self._text.strip():
            return self.tr("Nothing written yet"), self.tr("Paste a text, open a file, or pick one from the scan.")
        version = self._parts.checker.bank.version if self._parts is not None else texts.NOTHING
        return self.tr("No risk found (bank {bank})").format(bank=version), ""

    def _named(self) -> str:
        """What a pardon for this text alone calls it."""
        return self._subject or self.name.text()

    def _again(self, before: Finding | None) -> Finding | None:
        """The finding that was open, as it is found now."""
        if before is None:
            return None
        alike = [one for one in self.verdict.findings if one.fingerprint == before.fingerprint]
        return min(alike, key=lambda one: abs(one.start - before.start), default=None)

    def _show_counts(self) -> None:
        while (item := self.counts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for severity in looks.WORST_FIRST:
            number = sum(one.severity is severity for one in self.verdict.findings)
            if number:
                self.counts.addWidget(Chip(looks.chip(severity, number)))

    # -- working it off -----------------------------------------------------------------------------------------------

    def show_finding(self, finding: Finding, *, move: bool = True) -> None:
        """Open it in the list, and put the cursor onto it."""
        self._current = finding
        self.list.open_row(finding, self.instead(finding))
        if move:
            self.editor.select(finding)

    def instead(self, finding: Finding) -> tuple[str, ...]:
        """Better words for it."""
        if self._checker is None:
            return ()
        return instead_of(finding, rewordings(), self._checker, self._where(), self._goods())

    def step(self, by: int) -> None:
        """To the next finding after the cursor, or the one before it; round the end."""
        found = self.verdict.findings
        if not found:
            return
        at = self.editor.at()
        if by > 0:
            later = (
                [one for one in found if one.end > at] if self._current is None else [o for o in found if o.start >= at]
            )
            self.show_finding(later[0] if later else found[0])
        else:
            start = self._current.start if self._current is not None else at
            before = [one for one in found if one.start < start]
            self.show_finding(before[-1] if before else found[-1])

    def mend_first(self) -> None:
        """Ctrl+Enter: the first better word for what is open."""
        if self._current is not None and (words := self.instead(self._current)):
            self.mend(self._current, words[0])

    def mend(self, finding: Finding, words: str) -> None:
        """Put other words in its place; Ctrl+Z takes it back."""
        if self.editor.replace(finding, words):
            self._check()
        self.editor.setFocus()

    def _ask_reason(self) -> None:
        for row in self.list.rows:
            if row.finding is self._current and row.reason is not None:
                row.reason.setFocus()

    def _let_pass(self, finding: Finding, reason: str, scope: str, days: str) -> None:
        self.tasks.start(self._pardon(finding, reason, scope, days), key="pardon")

    async def _pardon(self, finding: Finding, reason: str, scope: str, days: str) -> None:
        wanted = scope_of(scope)
        if wanted == "text" and self._subject:
            wanted = "item"
        given = Pardon(
            rule_id=finding.rule_id,
            plain=finding.plain,
            scope=wanted,
            subject="" if wanted == "shop" else self._named(),
            reason=reason,
            until_at=end_of(days, self.desk.now()),
        )
        try:
            await self.desk.actions.wording.pardon(given)
        except (Trouble, FileTrouble) as trouble:
            words = catalogue.words_for(trouble, self.desk.language)
            self.said.emit(words.text, words.next_step)
            return
        await self._load()
        self.said.emit(self.tr("“{text}” passes from now on").format(text=finding.text), "")

    # -- what is checked ----------------------------------------------------------------------------------------------

    def put(self, name: str, text: str, *, subject: str = "") -> None:
        """Another text; ``subject`` names an item of a shop, for what is let pass of it."""
        self._subject = subject
        self._current = None
        self.name.setText(name or self.tr("Untitled text"))
        self.editor.setPlainText(text[:LONGEST])
        self._check()

    def open_at(self, question: Question) -> None:
        """``{"text": …, "name": …, "subject": "shop/item", "surface": …, "category": …}``."""
        self.surface.set_key(question.get("surface", self.surface.key()))
        self.category.set_key(question.get("category", self.category.key()))
        if "text" in question:
            self.put(question.get("name", ""), question["text"], subject=question.get("subject", ""))
        self._begin()

    def find_here(self) -> None:
        self.editor.setFocus()

    async def _open_file(self) -> None:
        path = await ask_old_file(self, self.tr("A text to check"), KINDS)
        if path is not None:
            await self.read_file(str(path))

    async def read_file(self, name: str) -> None:
        """Check what a file says; what cannot be read says why."""
        read = await text_of(Path(name), self.desk.language)
        if isinstance(read, Words):
            self.said.emit(read.text, read.next_step)
            return
        if len(read) > LONGEST:
            cut = self.tr("The first {n} letters are shown").format(n=texts.count(LONGEST))
            self.said.emit(cut, Path(name).name)
        self.put(Path(name).name, read)

    @property
    def worst(self) -> Severity | None:
        """The gravest of what is found."""
        return max((one.severity for one in self.verdict.findings), default=None)
