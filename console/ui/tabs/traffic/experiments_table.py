"""The experiments' table as a chart: its intervals are drawn, and told with both ends in columns and rows."""

from collections.abc import Sequence

from console.store.experiments import Judged
from console.ui.charted import ChartData, Column, join, tell
from console.ui.paging import Column as Shown
from console.ui.table_card import TableCard
from console.ui.tabs.traffic import experiments_words as words
from console.ui.tasks import Tasks
from console.ui.widgets import EmptyState


class ExperimentTable(TableCard[Judged]):
    """In sight is the metric that decides; the rows of ``chart_data`` are every metric of every experiment."""

    def __init__(self, columns: Sequence[Shown[Judged]], tasks: Tasks, empty: EmptyState, span: str) -> None:
        super().__init__(columns, tasks, empty, span)
        self._rows: Sequence[Judged] = ()
        self.setFocusProxy(self.view)
        join(self)

    def show_judged(self, rows: Sequence[Judged]) -> None:
        """What the model shows from now on."""
        self._rows = rows
        tell(self)

    def chart_data(self) -> ChartData | None:
        told = [(one, verdict) for one in self._rows for verdict in one.verdicts]
        ends = [
            [None if v.difference is None else words.signed(v.metric, getattr(v.difference, end)) for _, v in told]
            for end in ("value", "low", "high")
        ]
        concluded = [words.chip(v.conclusion, one.experiment.state != "running").word for one, v in told]
        columns = (
            Column(self.tr("Experiment"), [one.experiment.name for one, _ in told], kind="place"),
            Column(self.tr("Metric"), [v.metric.name for _, v in told], kind="text"),
            Column("A", [words.value(v.metric, v.a) for _, v in told], named=False),
            Column("B", [words.value(v.metric, v.b) for _, v in told], named=False),
            Column("B − A", ends[0], named=False),
            Column(self.tr("95 % from"), ends[1], named=False),
            Column(self.tr("95 % to"), ends[2], named=False),
            Column("p", [None if v.p is None else words.p_value(v) for _, v in told], named=False),
            Column(self.tr("Sample"), [words.progress(v) for _, v in told], named=False),
            Column(self.tr("Conclusion"), concluded, kind="text"),
        )
        note = self.tr("%n experiment(s)", "", len(self._rows))
        return ChartData(self.tr("A/B experiments"), columns, note=note) if told else None
