"""总览: what is open, the ledger, the month's self-check and the word bank; the clocks on a ruler of working days."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from console import reference
from console.core.changes import Changes
from console.core.clock import shop_datetime
from console.rules.certificates import CertState
from console.rules.violations import Level
from console.rules.wording.engine import Checker
from console.store.ledger import Entry
from console.store.views_compliance import MonthCheck
from console.ui import texts
from console.ui.context import Desk
from console.ui.files import ask_old_file
from console.ui.page import scrolled
from console.ui.tabs.compliance import ledger_words, looks
from console.ui.tabs.compliance import violations_words as words
from console.ui.tabs.compliance.disputes import Risk, dispute_cells, read_risks
from console.ui.tabs.compliance.duties import read_duties
from console.ui.tabs.compliance.ledger import read_ledger
from console.ui.tabs.compliance.ledger import summary as ledger_summary
from console.ui.tabs.compliance.minors_card import MinorsCard
from console.ui.tabs.compliance.overview_parts import Figure, Rows
from console.ui.tabs.compliance.views import View
from console.ui.tabs.compliance.violations_card import TEXT
from console.ui.tabs.compliance.violations_reading import Seen, Shown, read_seen
from console.ui.tabs.compliance.violations_ruler import Flag, Ruler
from console.ui.widgets import Chip, button, label, link, stack
from console.ui.widgets.labels import Elided

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.disputes import Warned
    from console.store.views import Pair

ROWS = 6
OLD_BANK_DAYS = 90
WIDE = 1_100  # pixels: from here on two cards stand side by side


def read_overview(conn: "Connection", pair: "Pair | None", now: int) -> tuple[Seen, list[Entry]]:
    """On a database thread."""
    return read_seen(conn, pair, now), read_ledger(conn, pair, now)[0]


def read_month(conn: "Connection", now: int) -> MonthCheck:
    """On a database thread."""
    from console.store.self_check_due import month_check

    return month_check(conn, now)


class OverviewView(View):
    """Everything here opens the sub-view it speaks of."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.open_cases = Figure(self.tr("Open violations"))
        self.certificates = Figure(self.tr("Certificates"))
        self.self_check = Figure(self.tr("Self-check of the month"))
        self.bank = Figure(self.tr("Word bank"))
        takes = button(self.tr("Import notices"), "primary", "upload")
        takes.clicked.connect(lambda: self.go.emit("compliance", {"view": "violations"}))
        self.verbs = (takes,)
        under = self.tr("counted from the working day after the notice, until 24:00")
        self.clocks = Rows(self.tr("Violations and clocks"), under, self.tr("All violations"))
        self.clocks.all.clicked.connect(lambda: self.go.emit("compliance", {"view": "violations"}))
        self.ruler = Ruler()
        self.unsure = label("", 12, tone="amber")
        self.clocks.body.addSpacing(8)
        self.clocks.body.addWidget(self.ruler)
        self.plan = link(self.tr("Import the plan"))
        self.plan.clicked.connect(lambda: self.tasks.start(self._ask_plan(), key="plan"))
        self.clocks.body.addLayout(stack(self.unsure, self.plan, None, across=True))
        under = self.tr("renewal windows are counted back in working days")
        self.papers = Rows(self.tr("Ledger of certificates"), under, self.tr("All certificates"))
        self.papers.all.clicked.connect(lambda: self.go.emit("compliance", {"view": "certificates"}))
        under = self.tr("the score is made of reasons that everybody can see")
        self.disputes = Rows(self.tr("After-sales near a dispute"), under, self.tr("All of them"))
        self.disputes.all.clicked.connect(lambda: self.go.emit("compliance", {"view": "disputes"}))
        inside = QWidget()
        room = QVBoxLayout(inside)
        room.setContentsMargins(0, 0, 6, 0)
        room.setSpacing(12)
        top = QHBoxLayout()
        top.setSpacing(12)
        for card in (self.open_cases, self.certificates, self.self_check, self.bank):
            top.addWidget(card, 1)
        room.addLayout(top)
        self.minors = MinorsCard(desk.language == "zh_CN")
        self.minors.opened.connect(lambda: self.go.emit("compliance", {"view": "duties"}))
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(12)
        self._middle.addWidget(self.clocks, 5)
        self._middle.addWidget(self.minors, 2)
        room.addLayout(self._middle)
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower.setSpacing(12)
        self._lower.addWidget(self.papers, 4)
        self._lower.addWidget(self.disputes, 3)
        room.addLayout(self._lower)
        room.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))
        desk.scope.changed.connect(self.load)
        self.load()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the clocks and the ledger, what is beside them stands below them."""
        wide = event.size().width() >= WIDE
        for row in (self._middle, self._lower):
            row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)

    def on_changes(self, changes: Changes) -> None:
        if changes.kinds & {"compliance", "wording", "items", "shops", "settings", "after_sales"}:
            self.load()

    def load(self) -> None:
        self.tasks.start(self._load(), key="load")

    async def _load(self) -> None:
        now = self.desk.now()
        seen, entries = await self.desk.database.read(read_overview, self.desk.scope.pair, now)
        self._say_cases(seen, now)
        self._say_papers(entries)
        self._say_disputes(*await self.desk.database.read(read_risks, now, self.desk.scope.pair))
        duties = await self.desk.database.read(read_duties, self.desk.scope.pair)
        self.minors.show_checks(duties.minors, duties.work, shop_datetime(now).date())
        self.counted.emit("violations", len(seen.open))
        self._say_self_check(await self.desk.database.read(read_month, now), now)
        self._say_bank(await self.desk.actions.wording.checker(), now)
        self.settled.emit()

    def _say_self_check(self, check: MonthCheck, now: int) -> None:
        left = self.tr("%n day(s) left in {month}", "", max(0, check.days_left)).format(month=check.month)
        tone = "amber" if check.is_due or check.before else "text2"
        if check.number is None:
            self.self_check.say(texts.NOTHING, self.tr("no self-check was made yet"), left, tone)
            return
        share = texts.NOTHING if check.completion is None else f"{int(check.completion * 100)}%"
        found = self.tr("{found} findings, {open} open, {blocks} banned").format(
            found=texts.count(check.found), open=texts.count(check.open), blocks=texts.count(check.blocks)
        )
        signed = self.tr("signed") if check.signs else self.tr("not signed")
        self.self_check.say(share, found, f"{signed} · {texts.as_of(check.made_at, now)} · {left}", tone)

    def _say_disputes(self, warned: "Warned", found: Sequence[Risk]) -> None:
        near = [one for one in found if one.scored.warned]
        self.counted.emit("disputes", len(near))
        titles = (self.tr("Score"), self.tr("After-sale"), self.tr("Reasons"))
        none = self.tr("None from score {score} on").format(score=warned.threshold)
        self.disputes.fill(titles, [dispute_cells(one) for one in near[:ROWS]], 2, none)

    def _say_cases(self, seen: Seen, now: int) -> None:
        found = seen.open
        levels = [(words.level(one), sum(case.kept.case.level is one for case in found)) for one in Level]
        split = " · ".join(f"{name} {number}" for name, number in levels if number)
        made_of, tone = split or self.tr("nothing waits to be appealed"), "text2"
        if found:
            worst = found[0]
            made_of = f"{words.clock_words(worst.kept.case, worst.clock, now)} · {split}"
            tone = TEXT.get(words.CLOCK_TONES[worst.clock.urgency], "text2")
        last = max((one.kept.changed_at for one in seen.cases), default=None)
        source = self.tr("entered by hand, {when}; no platform has an interface").format(when=texts.as_of(last, now))
        if last is None:
            source = self.tr("nothing was entered; no platform has an interface")
        self.open_cases.say(texts.count(len(found) if seen.cases else None), made_of, source, tone)
        shown = seen.cases[:ROWS]
        rows = [self._case_row(one, now) for one in shown]
        titles = (
            self.tr("Number"),
            self.tr("Level"),
            self.tr("Cause"),
            self.tr("Points"),
            self.tr("Appeal by"),
            self.tr("Clock"),
            "",
        )
        self.clocks.fill(titles, rows, 2, self.tr("No violation was entered"))
        self._say_ruler(found, now)

    def _case_row(self, one: Shown, now: int) -> list[QWidget]:
        case = one.kept.case
        opens = button(self.tr("View"), small=True)
        opens.clicked.connect(lambda: self.go.emit("compliance", {"view": "violations", "case": case.case_id}))
        tone = TEXT.get(words.CLOCK_TONES[one.clock.urgency], "text2")
        points = texts.NOTHING if case.points is None else f"−{case.points}"
        return [
            label(case.case_id),
            Chip(words.level_chip(case.level)),
            Elided(case.cause or texts.NOTHING, 13, tone="text"),
            label(points),
            label(words.due_words(one.clock, now), tone="text" if one.clock.certain else "amber"),
            label(words.clock_words(case, one.clock, now), strong=True, tone=tone),
            opens,
        ]

    def _say_ruler(self, found: Sequence[Shown], now: int) -> None:
        today = shop_datetime(now).date()
        flags = [
            Flag(one.clock.last_day, one.kept.case.case_id, words.CLOCK_TONES[one.clock.urgency])
            for one in found
            if one.clock.last_day is not None
        ]
        start = today - timedelta(days=4)
        self.ruler.show_days(start, today, reference.workdays(), flags)
        missing = {day.year for day in self.ruler.shown if not reference.workdays().covers(day)}
        missing |= {today.year + 1} if not any(year > today.year for year in reference.workdays().years) else set()
        said = self.tr("The days off of {year} are not known yet: days of that year are estimated")
        self.unsure.setText(said.format(year=min(missing)) if missing else "")
        self.unsure.setVisible(bool(missing))
        self.plan.setVisible(bool(missing))

    async def _ask_plan(self) -> None:
        path = await ask_old_file(self, self.tr("Plan of days off"), ("csv", "xlsx", "json"))
        if path is not None:
            await self.take_plan(path)

    async def take_plan(self, path: Path) -> None:
        """A year's days off from a file; why not, where it cannot be."""

        async def take() -> None:
            plan = await self.desk.actions.compliance.take_day_plan(path)
            told_of = self.tr("Days off of {year} taken in").format(year=plan.year)
            numbers = self.tr("{off} days off, {work} weekend days worked; every deadline counts by them")
            self.said.emit(told_of, numbers.format(off=plan.off, work=len(plan.days) - plan.off))
            await self._load()

        await self.safely(take, "cli.unreadable_file")

    def _say_papers(self, entries: Sequence[Entry]) -> None:
        grave = {CertState.URGENT, CertState.MISSED, CertState.EXPIRED}
        bad = any(one.standing.state in grave for one in entries)
        entered = [one for one in entries if one.standing.state is not CertState.MISSING]
        made_of = ledger_summary(entries) or self.tr("no certificate was entered")
        source = self.tr("entered on this machine")
        self.certificates.say(texts.count(len(entered) or None), made_of, source, "red" if bad else "text2")
        rows = [self._paper_row(one) for one in entries[:ROWS]]
        titles = (
            self.tr("Certificate"),
            self.tr("For"),
            self.tr("Valid to"),
            self.tr("Renewal window"),
            self.tr("State"),
        )
        self.papers.fill(titles, rows, 1, self.tr("No certificate was entered"))

    def _paper_row(self, one: Entry) -> list[QWidget]:
        window: QLabel = label(ledger_words.window(one.standing), tone="text" if one.standing.certain else "amber")
        return [
            label(one.certificate.kind),
            Elided(ledger_words.concerns(one.certificate), 13, tone="text"),
            label(ledger_words.valid_to(one)),
            window,
            Chip(ledger_words.state_chip(one.standing)),
        ]

    def _say_bank(self, checker: Checker, now: int) -> None:
        bank = checker.bank
        counts = [(one, sum(rule.severity == one.word for rule in bank.rules)) for one in looks.WORST_FIRST]
        made_of = " · ".join(f"{looks.severity(one)} {texts.count(number)}" for one, number in counts if number)
        since = shop_datetime(now).date().toordinal() - _ordinal(bank.as_of)
        source = self.tr("{n} rules, as of {day}").format(n=texts.count(len(bank.rules)), day=bank.as_of)
        if bank.own:
            source = self.tr("{rules} · {n} own words").format(rules=source, n=texts.count(len(bank.own)))
        self.bank.say(bank.version.partition("+")[0], made_of, source, "amber" if since > OLD_BANK_DAYS else "text2")


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
