"""What stands in the drawer of a violation: the deadline, what happened, the evidence and the statement."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from console import catalogue, reference
from console.core.clock import format_shop_time, shop_datetime
from console.documents.evidence import Missing, Part
from console.rules.violations import CaseState, LevelFigures, counted_days
from console.store.violations import STATEMENT_LETTERS, Piece
from console.ui import texts
from console.ui.tabs.compliance import violations_words as words
from console.ui.tabs.compliance.violations_card import TEXT
from console.ui.tabs.compliance.violations_reading import Shown, estimated, missing_years
from console.ui.tabs.compliance.violations_ruler import Flag, Ruler
from console.ui.widgets import Dot, IconLabel, button, label, line, link, stack
from console.ui.widgets.labels import Elided, Wrapped, set_tone

ICONS = {"order": "clipboard-list", "waybill": "truck", "chat": "message-square", "statement": "scroll-text"}
BOXES = {"today": "banner_red", "near": "banner_amber", "far": "banner_blue"}


class CaseSheet(QWidget):
    """``statement_changed`` comes as the statement is typed."""

    statement_changed = Signal(str)
    statement_saved = Signal()
    pause_asked = Signal()

    def __init__(
        self,
        one: Shown,
        figures: LevelFigures,
        parts: Sequence[Part],
        missing: Sequence[Missing],
        pieces: Sequence[Piece],
        now: int,
        language: catalogue.Language,
    ) -> None:
        super().__init__()
        self.setObjectName("scrolled")
        self._one, self._figures, self._now, self._language = one, figures, now, language
        self.ticks: dict[str, QCheckBox] = {}
        self.add = button(self.tr("Add"), "default", "plus", small=True)
        self.room = QVBoxLayout(self)
        self.room.setContentsMargins(0, 0, 8, 0)
        self.room.setSpacing(8)
        self.room.addWidget(self._deadline_box())
        self._timeline(pieces)
        self._evidence(parts, missing)
        self._statement()
        self.room.addStretch(1)

    # -- the clock --------------------------------------------------------------------------------------------------

    def _deadline_box(self) -> QWidget:
        one, now = self._one, self._now
        box = QFrame()
        box.setObjectName(BOXES.get(one.clock.urgency, "quiet"))
        room = QVBoxLayout(box)
        room.setContentsMargins(16, 12, 16, 12)
        room.setSpacing(6)
        tone = TEXT.get(words.CLOCK_TONES[one.clock.urgency], "text2")
        top = QHBoxLayout()
        if one.clock.due_at is None:
            top.addWidget(label(self.tr("This level cannot be appealed"), 14, strong=True))
        else:
            due = self.tr("Appeal by {when}").format(when=words.deadline(one.clock.due_at, now))
            top.addWidget(label(due, 14, strong=True, tone=tone))
            top.addStretch(1)
            running = one.clock.urgency in BOXES
            left = texts.span(one.clock.due_at - now) if running else words.state_chip(one.kept.case, one.clock).word
            said = self.tr("{time} left").format(time=left) if running else left
            top.addWidget(label(said, 14, strong=True, tone=tone))
        room.addLayout(top)
        if one.clock.due_at is not None:
            room.addWidget(self._ruler())
            room.addWidget(Wrapped(self._counted(), 12, tone="text2"))
            room.addWidget(self._pauses())
        if years := missing_years(one):
            room.addWidget(Wrapped(self._uncertain(years), 12, tone="amber"))
        weighs = self.tr("weighs for good")
        if one.impact_until is not None:
            until = format_shop_time(one.impact_until - 1)[:10]
            weighs = self.tr("weighs until {day}").format(day=until)
        rule = self.tr("Rule: {source} · {weighs}").format(source=words.source(self._figures), weighs=weighs)
        room.addWidget(Wrapped(rule, 12, tone="text3"))
        return box

    def _ruler(self) -> Ruler:
        one, ruler = self._one, Ruler()
        begun = shop_datetime(one.kept.case.notice_at).date()
        last = one.clock.last_day or begun
        start = max(begun, last - timedelta(days=11)) if (last - begun).days > 11 else begun
        flag = Flag(last, self.tr("last day"), words.CLOCK_TONES[one.clock.urgency])
        today = shop_datetime(self._now).date()
        ruler.show_days(start, today, reference.workdays(), [flag], self._days())
        return ruler

    def _days(self) -> Sequence[date]:
        one = self._one
        return counted_days(one.kept.case, one.clock.last_day, reference.workdays(), self._figures.count_from)

    def _pauses(self) -> QWidget:
        """The days on which the clock stands still, and a way to change them."""
        told = [
            self.tr("{begin} to {end}: {reason}").format(
                begin=words.short_day(one.begin, self._now), end=words.short_day(one.end, self._now), reason=one.reason
            )
            for one in self._one.kept.case.pauses
        ]
        said = self.tr("Clock stands still: {days}").format(days="; ".join(told)) if told else ""
        self.pause = link(self.tr("Pause days"))
        self.pause.clicked.connect(self.pause_asked)
        made = QWidget()
        made.setLayout(stack(Elided(said, 12, tone="text2"), None, self.pause, across=True))
        return made

    def _counted(self) -> str:
        one, days = self._one, self._days()
        told = words.short_day(shop_datetime(one.kept.case.notice_at).date(), self._now)
        shown = " · ".join(f"{day:%m-%d}" for day in days)
        said = self.tr("Notice {day} → counted from the next working day, {n}: {days}")
        if self._figures.count_from == "same":
            said = self.tr("Notice {day} → counted from that day on, {n}: {days}")
        said = said.format(day=told, n=len(days), days=shown)
        if one.clock.by == "notice":
            by = self.tr("as the notice itself says")
            return f"{said} · {by}"
        return said

    def _uncertain(self, years: Sequence[int]) -> str:
        one = self._one
        safe = "" if one.clock.last_day is None else one.clock.last_day.isoformat()
        guess = estimated(one, {one.kept.case.level: self._figures})
        said = self.tr(
            "The days off of {year} are not known yet: safe day {safe}, estimate {guess}. Go by the safe day."
        )
        return said.format(year=years[0], safe=safe, guess=texts.NOTHING if guess is None else guess.isoformat())

    # -- what happened ----------------------------------------------------------------------------------------------

    def _timeline(self, pieces: Sequence[Piece]) -> None:
        case = self._one.kept.case
        source = {"typed": self.tr("typed in"), "pasted": self.tr("pasted")}.get(case.source, case.source)
        events = [(case.notice_at, "red", self.tr("Notice of the platform ({source})").format(source=source))]
        events += [(one.added_at, "grey", self.tr("Evidence: {name}").format(name=one.name)) for one in pieces]
        if case.appealed_at is not None:
            events.append((case.appealed_at, "blue", self.tr("Appeal marked as submitted")))
        if case.decided_at is not None:
            won = case.state is CaseState.WON
            events.append((case.decided_at, "green" if won else "red", self.tr("Won") if won else self.tr("Lost")))
        if case.mended_at is not None:
            events.append((case.mended_at, "green", self.tr("Mended")))
        self.room.addWidget(label(self.tr("What happened"), 14, strong=True))
        for at, tone, said in sorted(events, key=lambda event: event[0]):
            dot = Dot()
            dot.set_tone(tone)  # type: ignore[arg-type]  # the literals above are tones
            row = QWidget()
            when = label(texts.moment(at, self._now), 12, tone="text2")
            row.setLayout(stack(dot, when, Elided(said, 13, tone="text"), None, across=True, gap=10))
            self.room.addWidget(row)

    # -- the evidence -----------------------------------------------------------------------------------------------

    def _evidence(self, parts: Sequence[Part], missing: Sequence[Missing]) -> None:
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Evidence"), 14, strong=True))
        head.addWidget(label(self.tr("{n} there, {m} missing").format(n=len(parts), m=len(missing)), 12, tone="text3"))
        head.addStretch(1)
        head.addWidget(self.add)
        self.room.addLayout(head)
        for part in parts:
            self._part(part)
        for gap in missing:
            self._missing(gap)

    def _part(self, part: Part) -> None:
        tick = QCheckBox()
        tick.setChecked(True)
        tick.setAccessibleName(part.name)
        self.ticks[part.name] = tick
        right = f"sha256 {part.sha256[:4]}…{part.sha256[-2:]}" if part.sha256 else self.tr("from this file, masked")
        if part.kind == "statement":
            right = self.tr("as kept")
        name = Elided(part.name, 13, tone="text")
        name.setToolTip(part.sha256)
        self._row(tick, IconLabel(ICONS.get(part.kind, "layers")), name, label(right, 12, tone="text3"))

    def _missing(self, gap: Missing) -> None:
        tick = QCheckBox()
        tick.setEnabled(False)
        code, _, detail = gap.reason.partition(": ")
        said = catalogue.words(code, self._language, detail=detail)
        why = Elided(said.text, 12, tone="amber")
        why.setToolTip(said.next_step)
        self._row(
            tick,
            IconLabel(ICONS.get(gap.kind, "layers"), tint="text3"),
            label(words.piece(gap.kind), tone="text3"),
            why,
        )

    def _row(self, tick: QWidget, icon: QWidget, name: QWidget, right: QWidget) -> None:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 4, 0, 4)
        across.setSpacing(10)
        across.addWidget(tick)
        across.addWidget(icon)
        across.addWidget(name, 1)
        across.addWidget(right, 1 if isinstance(right, Elided) else 0)
        self.room.addWidget(row)
        self.room.addWidget(line())

    def left_out(self) -> tuple[str, ...]:
        """The parts whose tick was taken away."""
        return tuple(name for name, tick in self.ticks.items() if not tick.isChecked())

    # -- the statement ----------------------------------------------------------------------------------------------

    def _statement(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Statement"), 14, strong=True))
        template = link(self.tr("By the template"))
        template.clicked.connect(self.put_template)
        head.addWidget(template)
        head.addStretch(1)
        self.verdict = label("", 12, tone="text3")
        head.addWidget(self.verdict)
        self.statement = QPlainTextEdit(self._one.kept.statement)
        self.statement.setAccessibleName(self.tr("Statement"))
        self.statement.setPlaceholderText(self.tr("What happened, what was mended, what the evidence shows"))
        self.statement.setMinimumHeight(110)
        self.statement.textChanged.connect(self._typed)
        self.save = button(self.tr("Keep the statement"), small=True)
        self.save.clicked.connect(self.statement_saved)
        self.room.addLayout(head)
        self.room.addWidget(self.statement)
        self.room.addLayout(stack(None, self.save, across=True))
        self.say("", "text3")

    @property
    def is_dirty(self) -> bool:
        """Whether the statement is other than what is kept."""
        return self.statement.toPlainText() != self._one.kept.statement

    @property
    def is_too_long(self) -> bool:
        return len(self.statement.toPlainText()) > STATEMENT_LETTERS

    def _typed(self) -> None:
        self.say("", "text3")
        self.statement_changed.emit(self.statement.toPlainText())

    def say(self, verdict: str, tone: str) -> None:
        """How long it is, and what the wording checker says of it."""
        count = f"{len(self.statement.toPlainText())}/{STATEMENT_LETTERS}"
        self.verdict.setText(self.tr("{count} letters").format(count=count) + (f" · {verdict}" if verdict else ""))
        set_tone(self.verdict, "red" if self.is_too_long else tone)
        self.save.setEnabled(self.is_dirty and not self.is_too_long)

    def put_template(self) -> None:
        """Sentences to be filled in: facts that are known, gaps where they are not."""
        case = self._one.kept.case
        said = self.tr(
            "About notice {number} of {day} ({cause}):\n1. What happened: …\n2. What was mended, and when: …\n"
            "3. Proof: see the evidence attached ({orders}).\nPlease look into it again."
        )
        text = said.format(
            number=case.case_id,
            day=format_shop_time(case.notice_at)[:10],
            cause=case.cause or "…",
            orders=case.order_no or "…",
        )
        self.statement.setPlainText(text[:STATEMENT_LETTERS])

    def take_over(self, before: "CaseSheet") -> None:
        """Ticks that were taken away, and words that are being written."""
        for name in before.left_out():
            if name in self.ticks:
                self.ticks[name].setChecked(False)
        if before.is_dirty:
            self.statement.setPlainText(before.statement.toPlainText())
