"""违规: a board by level or a list, worst clock first; cases come by file, form or paste: there is no interface."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout

from console import catalogue, reference
from console.core.changes import Changes
from console.core.clock import MINUTE, shop_datetime
from console.documents.case_sheet import Bad, Taken, paste_cases, read_cases
from console.rules.notices import notice
from console.rules.violations import Case, CaseState, Level
from console.store.violations import KeptCase
from console.ui import texts
from console.ui.context import Desk
from console.ui.dialogs import answer
from console.ui.files import ask_new_file, ask_old_file
from console.ui.page import Question
from console.ui.tabs.compliance.views import View
from console.ui.tabs.compliance.violations_board import Board, CaseList
from console.ui.tabs.compliance.violations_drawer import CaseDrawer
from console.ui.tabs.compliance.violations_forms import CaseDialog, LevelDialog, PasteDialog
from console.ui.tabs.compliance.violations_pauses import PauseDialog
from console.ui.tabs.compliance.violations_reading import Seen, Shown, read_pieces, read_seen
from console.ui.widgets import Segmented, StripLook, button, stack
from console.ui.widgets.banner import Banner
from console.ui.widgets.labels import Elided

MOVES = {
    "submitted": CaseState.APPEALED,
    "won": CaseState.WON,
    "lost": CaseState.LOST,
    "mended": CaseState.MENDED,
}
MOST_BAD = 5


class ViolationsView(View):
    """Owns the board, the list and the drawer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.seen = Seen()
        self.bad: tuple[Bad, ...] = ()
        self._minute = desk.now() // MINUTE
        takes = button(self.tr("Import notices"), "primary", "upload")
        takes.clicked.connect(lambda: self._start(self._import))
        pastes = button(self.tr("Paste"), "default", "clipboard-paste")
        pastes.clicked.connect(lambda: self._start(self._paste))
        types = button(self.tr("Type in"), "default", "plus")
        types.clicked.connect(lambda: self._start(self.enter_case))
        self.stats = Elided("")
        self.choice = Segmented([("board", self.tr("Board")), ("list", self.tr("List"))], "board")
        self.choice.chosen.connect(lambda key: self._stack.setCurrentIndex(0 if key == "board" else 1))
        self.banner = Banner()
        self.banner.acted.connect(lambda _key: self._say_bad(()))
        self.board = Board(desk)
        self.list = CaseList(desk, self.tasks)
        self._stack: QStackedWidget = QStackedWidget()
        self._stack.addWidget(self.board)
        self._stack.addWidget(self.list)
        self.drawer = CaseDrawer(self, desk.language)
        self._wire()
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(10)
        hint = self.tr("No platform has an interface for violations: they come in by file, form or paste")
        top = stack(self.stats, self.choice, types, pastes, takes, across=True)
        top.setStretchFactor(self.stats, 1)  # the words give way, not the buttons
        room.addLayout(top)
        room.addWidget(Elided(hint))
        room.addWidget(self.banner)
        room.addWidget(self._stack, 1)
        desk.scope.changed.connect(self.load)
        self.load()

    def _wire(self) -> None:
        self.board.opened.connect(self.open_case)
        self.list.opened.connect(self.open_case)
        self.board.asked.connect(lambda level: self._start(lambda: self._change_level(Level(level))))
        self.drawer.asked.connect(self._do)
        self.drawer.closed.connect(lambda: self.board.choose(""))
        self.drawer.stepped.connect(self._step)

    def _start(self, work: Callable[[], Coroutine[Any, Any, object]]) -> None:
        self.tasks.start(self.safely(work), key="act")

    # -- reading ----------------------------------------------------------------------------------------------------

    def on_changes(self, changes: Changes) -> None:
        if changes.kinds & {"compliance", "shops", "settings"}:
            self.load()

    def load(self) -> None:
        """Read everything again."""
        self.tasks.start(self._load(), key="load")

    async def _load(self) -> None:
        self.seen = await self.desk.database.read(read_seen, self.desk.scope.pair, self.desk.now())
        self.board.show_seen(self.seen)
        self.list.show_seen(self.seen)
        self._say_stats()
        self.counted.emit("violations", len(self.seen.open))
        if self.drawer.isVisible() and self.drawer.shown is not None:
            await self._show(self.drawer.shown.kept.case.case_id)
        self.settled.emit()

    def _say_stats(self) -> None:
        found = self.seen.outcomes
        if found is None or not found.total:
            self.stats.setText(self.tr("No violation was entered"))
            return
        states = found.by_state
        parts = [
            self.tr("{n} in all").format(n=texts.count(found.total)),
            self.tr("to appeal {n}").format(n=len(self.seen.open)),
            self.tr("appealed {n}").format(n=states.get("appealed", 0)),
            self.tr("won {n}").format(n=states.get("won", 0)),
            self.tr("lost {n}").format(n=states.get("lost", 0)),
            self.tr("missed {n}").format(n=found.missed),
        ]
        share = texts.NOTHING if found.win_share is None else f"{found.win_share:.0%}"
        parts.append(self.tr("share won {share}").format(share=share))
        if found.by_cause and found.by_cause[0][1] > 1:
            cause, number = found.by_cause[0]
            parts.append(self.tr("most often: {cause} ({n})").format(cause=cause, n=number))
        self.stats.setText(" · ".join(parts))

    def tick(self) -> None:
        """Clocks are words of days: they are read anew once a minute."""
        if self.desk.now() // MINUTE != self._minute:
            self._minute = self.desk.now() // MINUTE
            self.load()

    # -- the drawer -------------------------------------------------------------------------------------------------

    def open_at(self, question: Question) -> None:
        if case_id := question.get("case"):
            self.open_case(case_id)

    def open_case(self, case_id: str) -> None:
        self.tasks.start(self._show(case_id), key="show")

    async def _show(self, case_id: str) -> None:
        one = self._one(case_id)
        if one is None:
            self.seen = await self.desk.database.read(read_seen, self.desk.scope.pair, self.desk.now())
            one = self._one(case_id)
        if one is None:
            self.drawer.shut()
            return
        parts, missing = await self.desk.actions.compliance.evidence(case_id)
        pieces = await self.desk.database.read(read_pieces, case_id)
        figures = self.seen.figures[one.kept.case.level]
        self.drawer.show_case(one, figures, parts, missing, pieces, self.desk.now())
        sheet = self.drawer.sheet
        if sheet is not None:
            sheet.statement_changed.connect(lambda text: self.tasks.start(self._judge(text), key="judge"))
            sheet.statement_saved.connect(lambda: self._start(self._keep_statement))
            sheet.pause_asked.connect(lambda: self._start(lambda: self.ask_pauses(case_id)))
        self.board.choose(case_id)
        self.drawer.unveil()

    def _one(self, case_id: str) -> Shown | None:
        return next((one for one in self.seen.cases if one.kept.case.case_id == case_id), None)

    def _step(self, step: int) -> None:
        ids = [one.kept.case.case_id for one in self.seen.cases]
        shown = self.drawer.shown
        if shown is not None and shown.kept.case.case_id in ids:
            place = ids.index(shown.kept.case.case_id) + step
            if 0 <= place < len(ids):
                self.open_case(ids[place])

    async def _judge(self, text: str) -> None:
        """The statement by the wording checker, a moment after the last key."""
        await asyncio.sleep(0.3)
        checker = await self.desk.actions.wording.checker()
        found = await asyncio.to_thread(checker.check, text, "chat")
        sheet = self.drawer.sheet
        if sheet is None or sheet.statement.toPlainText() != text:
            return
        if found.findings:
            named = "、".join(dict.fromkeys(one.text for one in found.findings[:3]))
            sheet.say(self.tr("risky wording: {words}").format(words=named), "amber")
        elif text.strip():
            sheet.say(self.tr("wording checked, no risk found"), "green")

    async def _keep_statement(self) -> None:
        shown, sheet = self.drawer.shown, self.drawer.sheet
        if shown is not None and sheet is not None and sheet.is_dirty:
            kept = msgspec.structs.replace(shown.kept, statement=sheet.statement.toPlainText())
            await self.desk.actions.compliance.put_case(kept)
            await self._load()

    def _do(self, what: str, case_id: str) -> None:
        self._start(lambda: self.do(what, case_id))

    async def do(self, what: str, case_id: str) -> None:
        """A verb of the drawer. A statement that is being written is kept first."""
        await self._keep_statement()
        verb, _, kind = what.partition(":")
        if verb in MOVES:
            await self.desk.actions.compliance.move_case(case_id, MOVES[verb])
        elif verb == "add":
            path = await ask_old_file(self, self.tr("A file that proves something"), ("*",))
            if path is None:
                return
            await self.desk.actions.compliance.add_evidence(case_id, path, kind)
        elif verb == "pack":
            path = await ask_new_file(self, self.tr("Evidence"), f"{case_id}-evidence", "zip")
            if path is not None:
                await self.pack(case_id, path)
            return
        elif verb == "edit":
            await self.enter_case(self._one(case_id))
        await self._load()

    async def ask_pauses(self, case_id: str) -> None:
        """On which days the clock stands still."""
        await self._keep_statement()
        one = self._one(case_id)
        if one is None:
            return
        notice = shop_datetime(one.kept.case.notice_at).date()
        dialog = PauseDialog(self, one.kept.case.pauses, notice, self.desk.language)
        if await answer(dialog) == QDialog.DialogCode.Accepted:
            case = msgspec.structs.replace(one.kept.case, pauses=dialog.found())
            await self.desk.actions.compliance.put_case(msgspec.structs.replace(one.kept, case=case))
            await self._load()

    async def pack(self, case_id: str, path: Path) -> None:
        """Write the zip and say its hash."""
        left_out = self.drawer.sheet.left_out() if self.drawer.sheet is not None else ()
        packed = await self.desk.actions.compliance.pack(case_id, path, left_out)
        said = self.tr("Packed {n} files into {name}").format(n=len(packed.files), name=path.name)
        self.said.emit(said, f"sha256 {packed.sha256[:12]}…")

    # -- cases coming in --------------------------------------------------------------------------------------------

    async def _import(self) -> None:
        path = await ask_old_file(self, self.tr("Violations to take in"), ("xlsx", "csv"))
        if path is not None:
            await self.take(path)

    async def take(self, path: Path) -> None:
        """Take a table in. Bad rows are named until somebody has read them; the others are kept."""

        async def read() -> None:
            await self._take(await asyncio.to_thread(read_cases, path, reference.workdays()))

        await self.safely(read, "cli.unreadable_file")

    async def _take(self, taken: Taken) -> None:
        kept = [self._kept(case) for case in taken.cases]
        done = await self.desk.actions.compliance.put_cases(kept)
        said = self.tr("{n} new, {c} brought up to date, {m} known already")
        under = [self.tr("{n} rows left out").format(n=len(taken.bad))] if taken.bad else []
        if done.elsewhere:
            numbers = "、".join(done.elsewhere[:MOST_BAD])
            under.append(self.tr("Another shop has these numbers: {numbers}").format(numbers=numbers))
        self.said.emit(said.format(n=done.new, c=done.changed, m=done.known), " · ".join(under))
        self._say_bad(taken.bad)
        await self._load()

    def _kept(self, case: Case) -> KeptCase:
        return KeptCase(case=case, shop_id=self.seen.shop_id)

    def _say_bad(self, bad: Sequence[Bad]) -> None:
        self.bad = tuple(bad)
        if not bad:
            self.banner.show_look(None)
            return
        rows = [self._row_words(one) for one in bad[:MOST_BAD]]
        if len(bad) > MOST_BAD:
            rows.append(self.tr("and {n} more").format(n=len(bad) - MOST_BAD))
        title = self.tr("{n} rows were left out").format(n=len(bad))
        self.banner.show_look(StripLook("amber", "triangle-alert", title, " ".join(rows), self.tr("Read"), "read"))
        self.banner.setToolTip("\n".join(self._row_words(one) for one in bad[:40]))

    def _row_words(self, one: Bad) -> str:
        said = catalogue.words(one.code, self.desk.language, detail=one.cell)
        return self.tr("Row {n}: {why}").format(n=one.number, why=said.text)

    async def _paste(self) -> None:
        dialog = PasteDialog(self)
        if await answer(dialog) == QDialog.DialogCode.Accepted:
            await self.take_text(dialog.text.toPlainText())

    async def take_text(self, text: str) -> None:
        """A table is taken in as a file is; a notice is shown with what was recognised, for a person to confirm."""
        if "\t" in text.partition("\n")[0]:
            await self._take(await asyncio.to_thread(paste_cases, text, reference.workdays()))
            return
        await self._confirm(CaseDialog(self, noticed=notice(text)), "pasted", text)

    async def enter_case(self, one: Shown | None = None) -> None:
        """By hand, new or changed."""
        await self._confirm(CaseDialog(self, None if one is None else one.kept.case), "typed", "", one)

    async def _confirm(self, dialog: CaseDialog, source: str, note: str, one: Shown | None = None) -> None:
        if await answer(dialog) != QDialog.DialogCode.Accepted:
            return
        case = dialog.case()
        kept = one.kept if one is not None else msgspec.structs.replace(self._kept(case), note=note[:4000])
        told = case if one is not None else msgspec.structs.replace(case, source=source)
        await self.desk.actions.compliance.put_case(msgspec.structs.replace(kept, case=told))
        await self._load()
        self.open_case(case.case_id)

    async def _change_level(self, level: Level) -> None:
        chinese = self.desk.language == "zh_CN"
        dialog = LevelDialog(self, level, self.seen.figures[level], chinese)
        if await answer(dialog) == QDialog.DialogCode.Accepted:
            await self.desk.actions.compliance.set_level(level, dialog.figures())
            await self._load()
