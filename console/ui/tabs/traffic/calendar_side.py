"""The right card: how far the day is, what stands in the way, how past ones went, and what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.rules.promotions_conflicts import Conflict, ConflictKind
from console.ui.page import scrolled
from console.ui.tabs.traffic import calendar_words as words
from console.ui.tabs.traffic.calendar_reading import Calendar
from console.ui.widgets import Card, IconLabel, button, label, line
from console.ui.widgets.labels import Wrapped
from console.ui.widgets.scrollbar import OverlayBar

OF_A_KIND = 3  # conflicts that are shown; how many more there are is said


class SideCard(Card):
    """``opened`` carries a conflict."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(" ")
        self.plan = button(self.tr("Make the task list"), "primary", "list-checks")
        self.out = button(self.tr("Export"), "default", "file-spreadsheet")
        self._inside: QWidget | None = None
        self.area = scrolled(QWidget())
        self._bar = OverlayBar(self.area)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.plan)
        foot.addStretch(1)
        foot.addWidget(self.out)
        self.body.addWidget(self.area, 1)
        self.body.addLayout(foot)
        self.setMinimumWidth(280)

    def show_calendar(self, calendar: Calendar) -> None:
        """Fill it."""
        chosen = calendar.chosen
        self.title.setText("" if chosen is None else words.away(chosen, calendar.today))
        self.plan.setVisible(chosen is not None)
        self.out.setEnabled(bool(calendar.tasks))
        self.plan.setText(self.tr("Add missing tasks") if calendar.tasks else self.tr("Make the task list"))
        inside = QWidget()
        inside.setObjectName("scrolled")  # the card is seen through it
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        if chosen is not None:
            column.addWidget(Wrapped(words.days(chosen), 12, tone="text3" if chosen.confirmed else "amber"))
        kinds: dict[ConflictKind, int] = {}
        for one in calendar.conflicts:
            kinds[one.kind] = kinds.get(one.kind, 0) + 1
            if kinds[one.kind] <= OF_A_KIND:
                column.addWidget(self._conflict(one))
        more = sum(max(0, number - OF_A_KIND) for number in kinds.values())
        if more:
            column.addWidget(label(self.tr("and {n} more of these").format(n=more), 12, tone="text3"))
        column.addWidget(self._known(calendar))
        column.addWidget(line())
        column.addWidget(label(self.tr("How past ones went"), 12, tone="text3"))
        for past in calendar.past:
            column.addWidget(Wrapped(words.went(past), 12, tone="text2"))
        column.addStretch(1)
        self.area.setWidget(inside)
        self._inside = inside

    def _conflict(self, one: Conflict) -> QWidget:
        icon, tone = words.ICONS[one.tone]
        top, under = words.conflict(one)
        return self._row(icon, f"dot_{tone}", top, under)

    def _row(self, icon: str, tint: str, top: str, under: str) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Wrapped(top, 13, strong=True))
        column.addWidget(Wrapped(under, 12, tone="text3"))
        mark = QVBoxLayout()
        mark.addWidget(IconLabel(icon, tint=tint))
        mark.addStretch(1)
        row.addLayout(mark)
        row.addLayout(column, 1)
        return made

    def _known(self, calendar: Calendar) -> QWidget:
        """Of how much it was looked: nothing found where nothing is known is no good news."""
        facts = calendar.facts
        said = self.tr("Looked at: {prices} prices and {stock} stocks that sold in 7 days, {papers} dated certificates")
        told = said.format(prices=facts.priced_n, stock=facts.stocked_n, papers=facts.papers_n)
        if calendar.conflicts:
            return self._row("database", "text3", self.tr("From the file"), told)
        if not (facts.priced_n or facts.stocked_n or facts.papers_n):
            return self._row("circle-dashed", "text3", self.tr("Nothing to compare with yet"), told)
        return self._row("circle-check", "dot_green", self.tr("Nothing stands in the way"), told)
