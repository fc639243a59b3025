"""What is done with one experiment: figures typed or imported, stopped with a reason, put away."""

import asyncio
from datetime import date, datetime

import shiboken6
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QWidget

from console import reference
from console.core.clock import SHOP_TIME
from console.rules.experiments import WHOLE, ArmName, Experiment, Figure, Metric
from console.rules.experiments_import import Table, read_table, words_from
from console.store.experiments import Judged
from console.ui import texts
from console.ui.dialogs import Dialog, answer
from console.ui.importing import Cells, Intake
from console.ui.rooms import View
from console.ui.tabs.traffic import experiments_words as words
from console.ui.tabs.traffic.experiments_form import typed
from console.ui.widgets import label
from console.ui.widgets.labels import Wrapped

translate = QCoreApplication.translate
MOST_SAID = 8  # rows that cannot be kept, said one by one


async def act(view: View, dialog: QDialog, judged: Judged, what: str) -> None:
    """Do it for the experiment of the open dialog."""
    asks, number = view.desk.actions.experiments, judged.experiment.id
    if what == "figures":
        form = FiguresDialog(dialog, judged)
        if await answer(form) == QDialog.DialogCode.Accepted:
            await asks.put_figures(number, form.figures(), form.reason.text())
    elif what == "import":
        sheet = ImportDialog(dialog, judged, view)
        if await answer(sheet) == QDialog.DialogCode.Accepted and sheet.table is not None:
            await asks.put_figures(number, sheet.table.figures, sheet.reason.text())
    elif what == "stop":
        why = ReasonDialog(dialog)
        if await answer(why) == QDialog.DialogCode.Accepted:
            await asks.move(number, "stopped", why.reason.text())
    elif what == "archive":
        await asks.move(number, "archived")
    else:
        await asks.move(number, "stopped" if judged.experiment.reason else "running", judged.experiment.reason)


def reason_field(parent: QDialog, judged: Judged) -> QLineEdit:
    """Why figures change that were concluded from."""
    made = QLineEdit(parent)
    made.setPlaceholderText(translate("experiments", "Why: the plan is reached, its conclusion changes"))
    made.setAccessibleName(translate("experiments", "Reason"))
    made.setVisible(judged.is_done)
    return made


class ReasonDialog(Dialog):
    """Stopping before the plan is reached: nothing is concluded, and why is kept."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Stop the experiment"), self.tr("Stop"))
        said = self.tr("The plan is not reached: nothing is concluded, and the figures so far stay as they are.")
        self.body.addWidget(Wrapped(said, 13, tone="text2"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why, in a line"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.textChanged.connect(lambda said: self.accept_button.setEnabled(bool(said.strip())))
        self.accept_button.setEnabled(False)
        self.body.addWidget(self.reason)


class FiguresDialog(Dialog):
    """What both arms counted: of a day, or of everything so far."""

    def __init__(self, parent: QWidget, judged: Judged) -> None:
        super().__init__(parent, self.tr("Figures"), self.tr("Keep"))
        self.setMinimumWidth(600)
        self._judged = judged
        self.fields: dict[tuple[str, ArmName, str], QLineEdit] = {}
        self.day = QLineEdit()
        self.day.setPlaceholderText(self.tr("empty: everything so far; else a day like 2026-11-26"))
        self.day.setAccessibleName(self.tr("Day"))
        self.day.textChanged.connect(self._judge)
        self.body.addWidget(self.day)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        row = 0
        for metric in judged.experiment.metrics:
            row = self._metric(grid, row, metric)
        self.body.addLayout(grid)
        self.reason = reason_field(self, judged)
        self.reason.textChanged.connect(self._judge)
        self.body.addWidget(self.reason)
        self.trouble = Wrapped("", 12, tone="text3")
        self.body.addWidget(self.trouble)
        self._judge()

    def _metric(self, grid: QGridLayout, row: int, metric: Metric) -> int:
        share = metric.kind == "share"
        names = ("n", "hits") if share else ("n", "mean", "sd")
        said = {
            "n": self.tr("Sample"),
            "hits": self.tr("Count"),
            "mean": self.tr("Mean"),
            "sd": self.tr("Standard deviation"),
        }
        grid.addWidget(label(metric.name, 13, strong=True), row, 0)
        for place, name in enumerate(names, 1):
            grid.addWidget(label(said[name], 12, tone="text3"), row, place)
        arms: tuple[tuple[ArmName, str], ...] = (
            ("a", self._judged.experiment.a_name),
            ("b", self._judged.experiment.b_name),
        )
        for step, (arm, called) in enumerate(arms, 1):
            grid.addWidget(label(called if called in "AB" else f"{arm.upper()} {called}", 13), row + step, 0)
            for place, name in enumerate(names, 1):
                field = QLineEdit()
                field.setAccessibleName(f"{metric.name} {arm.upper()} {said[name]}")
                field.textChanged.connect(self._judge)
                self.fields[metric.key, arm, name] = field
                grid.addWidget(field, row + step, place)
        return row + 3

    def _judge(self) -> None:
        fine = bool(self.figures())
        late = self._judged.is_done and not self.reason.text().strip()
        self.accept_button.setEnabled(fine and not late)
        self.trouble.setText("" if fine else self.tr("Both arms of a metric: a sample, and a count within it"))

    def figures(self) -> list[Figure]:
        """Those that are whole; nothing where one that was begun is not."""
        day = _day_at(self.day.text())
        if day is None:
            return []
        found: list[Figure] = []
        for metric in self._judged.experiment.metrics:
            for arm in ("a", "b"):
                told = {
                    name: typed(field)
                    for (key, of, name), field in self.fields.items()
                    if (key, of) == (metric.key, arm)
                }
                if all(value is None for value in told.values()):
                    continue
                one = _figure(metric, "a" if arm == "a" else "b", told, day)
                if one is None:
                    return []
                found.append(one)
        return found


def _figure(metric: Metric, arm: ArmName, told: dict[str, float | None], day: int) -> Figure | None:
    n = told["n"]
    if n is None or n < 1 or n != int(n):
        return None
    if metric.kind == "share":
        hits = told["hits"]
        if hits is None or hits != int(hits) or not 0 <= hits <= n:
            return None
        return Figure(metric=metric.key, arm=arm, n=int(n), hits=int(hits), day_at=day)
    mean, sd = told["mean"], told["sd"]
    if mean is None or sd is None or sd < 0:
        return None
    return Figure(metric=metric.key, arm=arm, n=int(n), mean=mean, sd=sd, day_at=day)


def _day_at(text: str) -> int | None:
    if not text.strip():
        return WHOLE
    try:
        on = date.fromisoformat(text.strip())
    except ValueError:
        return None
    return int(datetime(on.year, on.month, on.day, tzinfo=SHOP_TIME).timestamp()) * 1000


class ImportDialog(Dialog):
    """A table is looked over before it is kept; rows that cannot be kept are said one by one."""

    def __init__(self, parent: QWidget, judged: Judged, view: View) -> None:
        super().__init__(parent, self.tr("Import figures"), self.tr("Keep"))
        self.setMinimumWidth(600)
        self._judged, self._view = judged, view
        self.table: Table | None = None
        why = self.tr(
            "One row an arm (and day): columns arm, sample, count; for means mean and deviation. A table with days "
            "adds up; one without stands for everything so far."
        )
        self.body.addWidget(Wrapped(why, 12, tone="text3"))
        self.intake = Intake(view.tasks, view.desk.language, self.tr("Figures"))
        self.intake.changed.connect(lambda: view.tasks.start(self._look(), key="experiment-file"))
        self.intake.failed.connect(self._complain)
        self.body.addWidget(self.intake)
        self.said = Wrapped("", 13)
        self.wrong = Wrapped("", 12, tone="amber")
        self.body.addWidget(self.said)
        self.body.addWidget(self.wrong)
        self.reason = reason_field(self, judged)
        self.reason.textChanged.connect(self._judge)
        self.body.addWidget(self.reason)
        self._judge()

    def _complain(self, said: str, then: str) -> None:
        self.table = None
        self.said.setText(" · ".join(part for part in (said, then) if part))
        self.wrong.clear()
        self._judge()

    async def _look(self) -> None:
        cells = await self.intake.cells(())
        if shiboken6.isValid(self):  # or closed meanwhile
            await self.take(cells, self.intake.origin)

    async def take(self, cells: Cells, origin: str) -> None:
        """Look a table over, off the loop; one that is long takes its time."""
        of: Experiment = self._judged.experiment
        known = words_from(reference.table("experiment_words"))
        self.table = None
        self._judge()
        table = await asyncio.to_thread(read_table, cells, of, known, origin)
        if not shiboken6.isValid(self):
            return  # closed meanwhile
        self.table = table
        bad = [one for one in self.table.lines if one.wrong is not None]
        if self.table.lacks:
            lacks = self.tr("These columns are missing: {names}")
            self.said.setText(lacks.format(names=" · ".join(words.column(name) for name in self.table.lacks)))
        else:
            kept = self.tr("{n} rows can be kept, {bad} cannot")
            self.said.setText(kept.format(n=texts.count(len(self.table.figures)), bad=texts.count(len(bad))))
        more = [] if len(bad) <= MOST_SAID else [self.tr("and {n} more").format(n=len(bad) - MOST_SAID)]
        self.wrong.setText("\n".join([*(words.wrong(one) for one in bad[:MOST_SAID]), *more]))
        self._judge()

    def _judge(self) -> None:
        late = self._judged.is_done and not self.reason.text().strip()
        self.accept_button.setEnabled(bool(self.table and self.table.figures) and not late)
