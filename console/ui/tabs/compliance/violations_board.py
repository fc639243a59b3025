"""The violations as three lanes of cards, and as a list; both in the order of their clocks."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.rules.violations import Level, LevelFigures
from console.ui import texts
from console.ui.cells import Chips, Lines
from console.ui.context import Desk
from console.ui.held import Held
from console.ui.page import scrolled
from console.ui.paging import Column
from console.ui.table_card import TableCard
from console.ui.tabs.compliance import violations_words as words
from console.ui.tabs.compliance.violations_card import CaseCard
from console.ui.tabs.compliance.violations_reading import Seen, Shown, by_level
from console.ui.tasks import Tasks
from console.ui.widgets import EmptyState, IconLabel, icon_button, label, stack
from console.ui.widgets.labels import Wrapped

NOTICE, STATE = 4, 7  # columns that give way in a narrow window
SHOWN = 60  # cards of a lane at once; the list has them all
translate = QCoreApplication.translate


class Lane(QFrame):
    """A level: what it means, and its cases."""

    opened = Signal(str)
    asked = Signal()

    def __init__(self, level: Level, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("lane")
        self._level, self._desk = level, desk
        self.cards: dict[str, CaseCard] = {}
        self.count = label("0", 14, strong=True, tone="text3")
        self.line, self.source = Wrapped("", 12, tone="text2"), Wrapped("", 11, tone="text3")
        change = icon_button("sliders-horizontal", self.tr("Change the figures"), small=True)
        change.clicked.connect(self.asked)
        icon = IconLabel(words.LEVEL_ICONS[level], 16, f"fg_{words.LEVEL_TONES[level]}")
        top = stack(icon, label(words.level(level), 14, strong=True), None, self.count, change, across=True)
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(8)
        inside = QWidget()
        inside.setLayout(self._inside)
        room = QVBoxLayout(self)
        room.setContentsMargins(10, 8, 10, 8)
        room.setSpacing(6)
        room.addLayout(top)
        room.addWidget(self.line)
        room.addWidget(self.source)
        room.addWidget(scrolled(inside), 1)

    def show_cases(self, found: Sequence[Shown], figures: LevelFigures) -> None:
        """Make the cards anew."""
        while (item := self._inside.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.count.setText(texts.count(len(found)))
        self.line.setText(words.level_line(figures, self._desk.language == "zh_CN"))
        self.source.setText(words.source(figures))
        self.cards = {one.kept.case.case_id: CaseCard(one, self._desk.now()) for one in found[:SHOWN]}
        for card in self.cards.values():
            card.opened.connect(self.opened)
            self._inside.addWidget(card)
        if len(found) > SHOWN:
            more = self.tr("and {n} more in the list").format(n=texts.count(len(found) - SHOWN))
            self._inside.addWidget(label(more, 12, tone="text3"))
        if not found:
            under = self.tr("There is no appeal at this level") if figures.appeal_workdays is None else ""
            self._inside.addWidget(EmptyState("shield-check", self.tr("None of this level"), under), 1)
            return
        self._inside.addStretch(1)


class Board(QWidget):
    """Three lanes."""

    opened = Signal(str)
    asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.lanes = {level: Lane(level, desk) for level in Level}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for level, lane in self.lanes.items():
            lane.opened.connect(self.opened)
            lane.asked.connect(lambda level=level: self.asked.emit(level.value))
            row.addWidget(lane, 1)

    def show_seen(self, seen: Seen) -> None:
        for level, lane in self.lanes.items():
            lane.show_cases(by_level(seen.cases, level), seen.figures[level])

    def choose(self, case_id: str) -> None:
        """Mark the card whose drawer is open."""
        for lane in self.lanes.values():
            for name, card in lane.cards.items():
                card.choose(name == case_id)


def columns(desk: Desk) -> list[Column[Shown]]:
    """Of the list."""
    now = desk.now
    clocks = Lines[Shown](
        lambda one: words.clock_words(one.kept.case, one.clock, now()),
        strong=True,
        top_tone=lambda one: {"red": "fg_red", "amber": "fg_amber", "blue": "accentText"}.get(
            words.CLOCK_TONES[one.clock.urgency], "text2"
        ),
    )
    return [
        Column(translate("violations", "Number"), 116, Lines(lambda one: one.kept.case.case_id, free=True)),
        Column(translate("violations", "Level"), 108, Chips(lambda one: words.level_chip(one.kept.case.level))),
        Column(
            translate("violations", "Cause"),
            150,
            Lines(lambda one: one.kept.case.cause or texts.NOTHING, lambda one: words.about(one.kept.case), free=True),
            stretch=True,
        ),
        Column(
            translate("violations", "Notice"), 76, Lines(lambda one: texts.moment(one.kept.case.notice_at, now())[:-6])
        ),
        Column(
            translate("violations", "Appeal by"),
            156,
            Lines(
                lambda one: words.deadline(one.clock.due_at, now()),
                lambda one: "" if one.clock.certain else translate("violations", "safe day, the year is not known"),
            ),
        ),
        Column(translate("violations", "Clock"), 140, clocks),
        Column(translate("violations", "State"), 110, Chips(lambda one: words.state_chip(one.kept.case, one.clock))),
    ]


class CaseList(QWidget):
    """The same cases as a table."""

    opened = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        empty = EmptyState("shield-check", self.tr("No violations"), self.tr("Import a table, or paste a notice"))
        self.card: TableCard[Shown] = TableCard(
            columns(desk), tasks, empty, self.tr("{first}–{last} of {total} violations")
        )
        self._cases: Sequence[Shown] = ()
        self.card.view.setColumnHidden(0, True)
        self.card.view.set_spare((NOTICE, STATE))
        self.card.view.row_opened.connect(self._open)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.card)

    def show_seen(self, seen: Seen) -> None:
        self._cases = seen.cases
        self.card.model.show(Held(seen.cases), None)

    def _open(self, row_id: int) -> None:
        if row_id < len(self._cases):
            self.opened.emit(self._cases[row_id].kept.case.case_id)
