"""When the next show is to be, what it is called, who hosts it."""

import re
from typing import Final

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from console.core.clock import DAY, HOUR, MINUTE, day_start
from console.store.views_live import Plan
from console.ui import texts
from console.ui.context import Desk
from console.ui.dialogs import Dialog, answer
from console.ui.widgets import Picker, label
from console.ui.widgets.labels import Wrapped, set_tone

DAYS_AHEAD: Final = 31
MOST_LETTERS: Final = 40
NEVER: Final = "never"
USUAL: Final = "20:00"
USUAL_INTO: Final = 20 * HOUR
_TIME = re.compile(r"([01]?\d|2[0-3])[:：]([0-5]\d)")


async def ask_plan(page: QWidget, plan: Plan | None, desk: Desk) -> None:
    """Ask when the next show is to be, and keep it."""
    dialog = PlanDialog(page, plan, desk.now())
    if await answer(dialog) == QDialog.DialogCode.Accepted:
        await desk.actions.scripts.plan(dialog.plan())


class PlanDialog(Dialog):
    """Accepted: ``plan()`` is what was asked for; None: no show is planned any more."""

    def __init__(self, page: QWidget, plan: Plan | None, now: int) -> None:
        super().__init__(page, self.tr("Next broadcast"), self.tr("Plan it"))
        self._now = now
        today = day_start(now)
        days = [(str(at), texts.day(at)) for at in range(today, today + DAYS_AHEAD * DAY, DAY)]
        if plan is not None:
            days.append((NEVER, self.tr("No show is planned")))
        usual = today if now < today + USUAL_INTO else today + DAY
        chosen = usual if plan is None else max(today, day_start(plan.at))
        self.day = Picker(days, str(chosen))
        self.time = QLineEdit(USUAL if plan is None else texts.clock_time(plan.at))
        self.title = QLineEdit("" if plan is None else plan.title)
        self.host = QLineEdit("" if plan is None else plan.host)
        self.trouble = Wrapped("", 12, tone="red")
        for title, field in (
            (self.tr("Day"), self.day),
            (self.tr("Begins at"), self.time),
            (self.tr("Title"), self.title),
            (self.tr("Host"), self.host),
        ):
            field.setAccessibleName(title)
            self.body.addWidget(label(title, 12, tone="text3"))
            self.body.addWidget(field)
            if field is self.time:
                self.body.addWidget(self.trouble)
        for edit in (self.title, self.host):
            edit.setMaxLength(MOST_LETTERS)
        self.time.textChanged.connect(self._judge)
        self.day.chosen.connect(self._judge)
        self._judge()
        self.title.setFocus()

    def plan(self) -> Plan | None:
        """What was asked for."""
        at = self._at()
        if self.day.key() == NEVER or at is None:
            return None
        return Plan(at=at, title=self.title.text().strip(), host=self.host.text().strip())

    def _at(self) -> int | None:
        """Shop time has no summer time: an hour of the day is always as far from its beginning."""
        found = _TIME.fullmatch(self.time.text().strip())
        if found is None or self.day.key() == NEVER:
            return None
        return int(self.day.key()) + int(found[1]) * HOUR + int(found[2]) * MINUTE

    def _judge(self) -> None:
        never, at = self.day.key() == NEVER, self._at()
        said = ""
        if not never and at is None:
            said = self.tr("Write it like 20:00")
        elif at is not None and at <= self._now:
            said = self.tr("This time has passed: choose a later one")
        for field in (self.time, self.title, self.host):
            field.setEnabled(not never)
        self.trouble.setText(said)
        self.trouble.setVisible(bool(said))
        set_tone(self.time, "true" if said else "false", "wrong")
        self.accept_button.setEnabled(not said)
        self.accept_button.setText(self.tr("Plan nothing") if never else self.tr("Plan it"))
