"""自检报告: the month's self-check is made, read, signed and written out here. The paper stays white in the dark."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.catalogue import Language
from console.core.changes import Changes
from console.documents.self_check_paper import body
from console.rules import proof_period
from console.rules.self_check import MonthSum, Signer
from console.store.self_checks import Kept, Short
from console.ui.context import Desk
from console.ui.dialogs import answer
from console.ui.page import Question, scrolled
from console.ui.tabs.compliance.selfcheck_files import ReportFiles
from console.ui.tabs.compliance.selfcheck_paper import Paper, Sheet, draw
from console.ui.tabs.compliance.selfcheck_side import (
    RIGHT,
    Completion,
    Contents,
    Signatures,
    SixMonths,
)
from console.ui.tabs.compliance.selfcheck_sign import SignDialog
from console.ui.tabs.compliance.views import View
from console.ui.widgets import Card, EmptyState, Picker, button, stack
from console.ui.widgets.labels import Wrapped

if TYPE_CHECKING:
    from sqlalchemy import Connection

MONTHS = 14
MOST = 40  # findings of a source on the paper of the window; files have more
WIDE_FROM = 1_040  # narrower, the contents give way


def read_shorts(conn: "Connection") -> list[Short]:
    """On a database thread."""
    from console.store import self_checks

    return self_checks.shorts(conn)


def _sheet(kept: Kept, language: Language, broken: bool, wide: int, ratio: float) -> Sheet:
    """For a thread."""
    return draw(body(kept, language, broken=broken, most=MOST), wide, ratio)


class SelfCheckView(View):
    """One report in sight."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.shorts: Sequence[Short] = ()
        self.kept: Kept | None = None
        self.broken = ""
        self.files = ReportFiles(self)
        self._wanted: int | None = None
        this = proof_period.month_of(desk.now())
        months = [this.key]
        while len(months) < MONTHS:
            months.append(proof_period.next_to(proof_period.month(months[-1]), -1).key)
        self.months = Picker([(one, one) for one in months], this.key, self.tr("Month: "))
        self.months.chosen.connect(self._chosen)
        self.html = button(self.tr("Export HTML"), small=True)
        self.xlsx = button(self.tr("Export xlsx"))
        self.pdf = button(self.tr("Export PDF"), "primary")
        for verb, form in ((self.html, "html"), (self.xlsx, "xlsx"), (self.pdf, "pdf")):
            verb.clicked.connect(lambda _=False, form=form: self.tasks.start(self._export(form), key="export"))
        self.verbs = (self.months, self.xlsx, self.pdf)
        self._build()
        self.load()

    def _build(self) -> None:
        self.contents = Contents()
        self.contents.opened.connect(self.open_report)
        self.paper = Paper()
        self.contents.went.connect(self.paper.go_to)
        self.paper.widened.connect(lambda: self.tasks.start(self._draw(), key="draw"))
        self.empty = EmptyState("clipboard-list", "", "", self.tr("Run the self-check"))
        self.empty.on_click(self.run)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.empty)
        self.middle.addWidget(self.paper)
        self.note = Wrapped("", 12, tone="text2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.stop_button = button(self.tr("Stop"), small=True)
        self.stop_button.clicked.connect(self.stop)
        self.working = QWidget()
        row = QHBoxLayout(self.working)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for part, stretch in ((self.note, 2), (self.bar, 3), (self.stop_button, 0)):
            row.addWidget(part, stretch)
        self.working.hide()
        centre = QVBoxLayout()
        centre.setSpacing(8)
        centre.addWidget(self.working)
        centre.addWidget(self.middle, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.contents)
        whole.addLayout(centre, 1)
        whole.addWidget(self._side())

    def _side(self) -> QWidget:
        self.completion, self.six, self.signatures = Completion(), SixMonths(), Signatures()
        self.chat = button(self.tr("Add a chat log"), small=True)
        self.chat.setToolTip(self.tr("Only findings are kept of it, with phones and addresses covered"))
        self.chat.clicked.connect(lambda: self.tasks.start(self.files.take_chat(self.months.key()), key="chat"))
        self.completion.body.addLayout(stack(self.chat, self.html, None, across=True))
        months = self.months_card = Card(self.tr("Findings of six months"))
        months.body.addWidget(self.six)
        self.signatures.asked.connect(lambda role: self.tasks.start(self.sign(role), key="sign"))
        self.signatures.again.clicked.connect(self.run)
        self.drop = button(self.tr("Let go of reports older than three years"), small=True)
        self.drop.clicked.connect(lambda: self.tasks.start(self._drop(), key="drop"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(12)
        for part in (self.completion, months, self.signatures):
            column.addWidget(part)
        column.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        side = scrolled(inside)
        side.setFixedWidth(RIGHT)
        return side

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.contents.setVisible(self.width() >= WIDE_FROM)

    # -- reading ------------------------------------------------------------------------------------------------------

    def on_changes(self, changes: Changes) -> None:
        if "compliance" in changes.kinds:
            self.load()

    def open_at(self, question: Question) -> None:
        """``month`` or ``report``."""
        if question.get("month"):
            self.months.set_key(question["month"])
            self._chosen()
        if question.get("report", "").isdigit():
            self.open_report(int(question["report"]))

    def _chosen(self) -> None:
        self._wanted = None
        self.load()

    def open_report(self, number: int) -> None:
        """Show this one, whichever month it is of."""
        self._wanted = number
        self.load()

    def load(self) -> None:
        self.tasks.start(self._load(), key="load")

    async def _load(self) -> None:
        self.shorts = await self.desk.database.read(read_shorts)
        wanted = self._wanted
        if wanted is None:
            wanted = next((one.number for one in self.shorts if one.month == self.months.key()), None)
        self.kept = None if wanted is None else await self.desk.actions.self_checks.report(wanted)
        self.broken = await self.desk.actions.self_checks.broken()
        self._show()
        await self._draw()
        self.settled.emit()

    async def _draw(self) -> None:
        """Draw the report in sight as wide as there is room for it."""
        if self.kept is None:
            return
        told = (self.kept, self.desk.language, bool(self.broken), self.paper.room, self.devicePixelRatioF())
        sheet = await asyncio.to_thread(_sheet, *told)
        self.paper.show_sheet(sheet)
        if self.paper.room != sheet.wide:  # it was resized meanwhile
            self.paper.widened.emit()

    def _show(self) -> None:
        kept, now = self.kept, self.desk.now()
        self.drop.setVisible(any(one.keep_until <= now for one in self.shorts))
        self.contents.show_report(kept)
        self.contents.show_reports(self.shorts, None if kept is None else kept.number)
        for verb in (self.html, self.xlsx, self.pdf):
            verb.setEnabled(kept is not None)
        self.signatures.setVisible(kept is not None)
        self.html.setVisible(kept is not None)
        if kept is None:
            month = self.months.key()
            self.empty.say(self.tr("No self-check of {month} yet").format(month=month), self._what_it_does())
            self.completion.show_looked((), None)
            sums = [MonthSum(month=one.month, found=one.found, open=one.open) for one in self._sums()]
            self.six.show_sums(sums)
            self.months_card.setVisible(bool(sums))
            self.middle.setCurrentWidget(self.empty)
            return
        self.months.set_key(kept.report.month)
        self.completion.show_looked(kept.report.looked, kept.report.completion)
        mine = MonthSum(month=kept.report.month, found=len(kept.report.issues), open=kept.report.count(state="open"))
        self.six.show_sums([*kept.report.trend, mine])
        self.months_card.show()
        self.signatures.show_report(kept, now, self.broken)
        self.middle.setCurrentWidget(self.paper)

    def _sums(self) -> list[Short]:
        last: dict[str, Short] = {}
        for one in self.shorts:
            last.setdefault(one.month, one)
        return [last[month] for month in sorted(last) if month < self.months.key()][-5:]

    def _what_it_does(self) -> str:
        return self.tr(
            "Titles, variants, run sheets, shows, chats, certificates and violations of the month are looked through. "
            "The report is signed, chained to the one before and kept for at least three years."
        )

    # -- acting -------------------------------------------------------------------------------------------------------

    def run(self) -> None:
        """Look through the month in sight."""
        self.tasks.start(self._run(), key="run")

    def stop(self) -> None:
        """Leave it; nothing is kept of it."""
        self.tasks.cancel("run")

    async def _run(self) -> None:
        month = self.months.key()
        self.note.setText(self.tr("Looking through {month}…").format(month=month))
        self.working.show()
        self.empty.button.setEnabled(False)
        self.signatures.again.setEnabled(False)

        async def look() -> None:
            self._wanted = await self.desk.actions.self_checks.run(month, self.desk.session.by(), self._progress)
            self.said.emit(self.tr("The self-check is done"), month)

        try:
            await self.safely(look)
        finally:
            self.working.hide()
            self.empty.button.setEnabled(True)
            self.signatures.again.setEnabled(True)
        await self._load()

    def _progress(self, done: int, whole: int) -> None:
        self.bar.setMaximum(max(1, whole))
        self.bar.setValue(done)

    async def sign(self, role: Signer) -> None:
        """Ask who, and why where it must be said; then sign."""
        if self.kept is None:
            return
        signed = [one.name for one in self.kept.signs]
        dialog = SignDialog(self, role, self.desk.session.by(), self.kept.report.open_blocks, signed)
        if await answer(dialog) != QDialog.DialogCode.Accepted:
            return
        told = (self.kept.number, role, dialog.name.text().strip(), dialog.note.text().strip())
        await self.safely(lambda: self.desk.actions.self_checks.sign(*told))
        await self._load()

    async def _export(self, form: str) -> None:
        if self.kept is not None:
            await self.files.export(self.kept, form)

    async def _drop(self) -> None:
        await self.desk.actions.self_checks.drop_old()
        await self._load()
