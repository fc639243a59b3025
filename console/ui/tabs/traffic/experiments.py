"""实验: A/B experiments, a row each; the plan comes first, and nothing is concluded before it is reached."""

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtWidgets import QDialog, QVBoxLayout

from console.core.changes import Changes
from console.rules.experiments import Lines
from console.store.experiments import Judged
from console.ui.cells import Chips, Verbs  # fmt: skip
from console.ui.cells import Lines as Two
from console.ui.context import Desk
from console.ui.dialogs import answer
from console.ui.held import Held
from console.ui.page import Question
from console.ui.paging import Column
from console.ui.paint import ChipLook
from console.ui.rooms import View
from console.ui.tabs.traffic import experiments_words as words
from console.ui.tabs.traffic.experiments_cells import IntervalCell, ProgressCell
from console.ui.tabs.traffic.experiments_table import ExperimentTable
from console.ui.widgets import EmptyState, Segmented, button, label, stack
from console.ui.widgets.labels import Elided

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.views import Pair
    from console.ui.tabs.traffic.experiments_detail import DetailDialog

PAGE = 500  # more are not looked through at once
P, METRIC = 6, 2  # columns that give way in a narrow window


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the view shows."""

    rows: tuple[Judged, ...]
    lines: Lines
    put_away: bool


def read_experiments(conn: "Connection", put_away: bool, pair: "Pair | None") -> Seen:
    """On a database thread."""
    from console.store import experiments

    rows = experiments.judged(conn, archived=put_away, shop_ids=() if pair is None else pair.shop_ids)
    return Seen(rows=tuple(rows[:PAGE]), lines=experiments.lines(conn), put_away=put_away)


class ExperimentsView(View):
    """The table, and what may be done with a row."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.seen: Seen | None = None
        self.reckon = button(self.tr("Sample size"), "default", "scale")
        self.reckon.clicked.connect(lambda: self._start(self.open_reckoner))
        self.new = button(self.tr("New experiment"), "primary", "plus")
        self.new.clicked.connect(lambda: self._start(self.open_new))
        self.verbs = (self.reckon, self.new)
        self.which = Segmented([("now", self.tr("Current")), ("away", self.tr("Archived"))], "now")
        self.which.chosen.connect(lambda _key: self.load())
        self.empty = EmptyState(
            "flask-conical",
            self.tr("No experiment yet"),
            self.tr(
                "Compare two titles, prices, covers, scripts or cues. The size of the sample is fixed before; figures "
                "are typed, imported, or taken from the orders in the file."
            ),
            self.tr("New experiment"),
        )
        self.empty.on_click(lambda: self._start(self.open_new))
        self.card = ExperimentTable(
            self._columns(), self.tasks, self.empty, self.tr("{first}–{last} of {total} experiments")
        )
        self.card.view.setColumnHidden(0, True)
        self.card.view.set_spare((METRIC,))
        self.card.view.row_opened.connect(self._open)
        self.card.view.verb_chosen.connect(lambda row_id, _verb: self._open(row_id))
        head = stack(
            label(self.tr("A/B experiments"), 14, strong=True),
            Elided(self.tr("The sample is fixed before; concluded only once it is reached; till then only progress")),
            None,
            self.which,
            across=True,
        )
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(10)
        room.addLayout(head)
        room.addWidget(self.card, 1)
        desk.scope.changed.connect(self.load)
        self.load()

    def _columns(self) -> list[Column[Judged]]:
        return [
            Column(
                self.tr("Experiment"),
                170,
                Two(lambda one: one.experiment.name, self._under, strong=True, free=True),
                stretch=True,
            ),
            Column(self.tr("Metric"), 104, Two(lambda one: one.lead.metric.name, self._more, free=True)),
            Column("A", 76, Two(lambda one: words.value(one.lead.metric, one.lead.a), right=True), right=True),
            Column("B", 76, Two(lambda one: words.value(one.lead.metric, one.lead.b), right=True), right=True),
            Column(self.tr("B − A with its 95 % interval"), 196, IntervalCell()),
            Column("p", 62, Two(lambda one: words.p_value(one.lead), right=True), right=True),
            Column(self.tr("Sample"), 136, ProgressCell()),
            Column(self.tr("Conclusion"), words.widest_chip() + 20, Chips(self._chip)),
            Column("", 60, Verbs(lambda _one: ("open", self.tr("Details")))),
        ]

    @staticmethod
    def _chip(one: Judged) -> ChipLook:
        return words.chip(one.lead.conclusion, one.experiment.state != "running")

    def _under(self, one: Judged) -> str:
        parts = [words.subject(one.experiment.subject), words.stamp(one, self.desk.now())]
        return " · ".join(parts)

    def _more(self, one: Judged) -> str:
        more = len(one.verdicts) - 1
        return self.tr("and {n} more").format(n=more) if more else ""

    # -- reading -----------------------------------------------------------------------------------------------------

    def on_changes(self, changes: Changes) -> None:
        if changes.kinds & {"traffic", "orders", "live", "settings"}:
            self.load()

    def load(self) -> None:
        """Read everything again."""
        self.tasks.start(self._load(), key="load")

    async def _load(self) -> None:
        self.seen = await self.desk.database.read(read_experiments, self.which.key() == "away", self.desk.scope.pair)
        self.card.model.show(Held(self.seen.rows, lambda one: one.experiment.id), None)
        self.card.show_judged(self.seen.rows)
        if not self.seen.put_away:
            running = sum(one.experiment.state == "running" for one in self.seen.rows)
            self.counted.emit("experiments", running)
        self.settled.emit()

    # -- what is asked -----------------------------------------------------------------------------------------------

    def _start(self, work: Callable[[], Coroutine[Any, Any, object]]) -> None:
        self.tasks.start(self.safely(work), key="act")

    def open_at(self, question: Question) -> None:
        if question.get("experiment", "").isdigit():
            self._open(int(question["experiment"]))

    def _open(self, row_id: int) -> None:
        self._start(lambda: self.open_detail(row_id))

    async def open_reckoner(self) -> None:
        """How many are needed, without beginning anything; the lines can be set there."""
        from console.ui.tabs.traffic.experiments_reckoner import ReckonerDialog

        lines = await self._lines()
        dialog = ReckonerDialog(self, lines)
        if await answer(dialog) == QDialog.DialogCode.Accepted:
            for name, value in dialog.lines().items():
                await self.desk.actions.experiments.put_line(name, value)

    async def open_new(self) -> None:
        """Plan and begin one."""
        from console.ui.tabs.traffic.experiments_new import NewDialog, read_choices

        lines = await self._lines()
        choices = await self.desk.database.read(read_choices, self.desk.now())
        dialog = NewDialog(self, self.desk, lines, choices, self.tasks)
        if await answer(dialog) == QDialog.DialogCode.Accepted:
            await self.desk.actions.experiments.start(dialog.experiment())
            self.which.set_key("now")
            await self._load()

    async def _lines(self) -> Lines:
        from console.store import experiments

        return await self.desk.database.read(experiments.lines)

    async def open_detail(self, experiment_id: int) -> None:
        """All about one: metrics, figures, plan; figures are added there, and it is stopped or put away."""
        from console.store import experiments
        from console.ui.tabs.traffic.experiments_detail import DetailDialog

        told = await self.desk.database.read(experiments.judged_one, experiment_id)
        lines = await self._lines()
        dialog = DetailDialog(self, told, lines, self.desk.now())
        dialog.act.connect(lambda what: self._start(lambda: self._act(dialog, experiment_id, what)))
        await answer(dialog)
        await self._load()

    async def _act(self, dialog: "DetailDialog", experiment_id: int, what: str) -> None:
        from console.store import experiments
        from console.ui.tabs.traffic import experiments_acts as acts

        await acts.act(self, dialog, dialog.judged, what)
        dialog.show_one(await self.desk.database.read(experiments.judged_one, experiment_id), self.desk.now())
