"""One experiment whole: each metric with both arms, its interval and what may be concluded; its plan and its source."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.rules.experiments import Lines, Verdict
from console.store.experiments import Judged
from console.ui.dialogs import Dialog
from console.ui.tabs.traffic import experiments_words as words
from console.ui.tabs.traffic.experiments_cells import IntervalCell
from console.ui.widgets import Chip, button, label, line
from console.ui.widgets.labels import Elided, Wrapped


class _Interval(QWidget):
    """The same drawing as in the table."""

    def __init__(self, judged: Judged, verdict: Verdict) -> None:
        super().__init__()
        self._row = Judged(experiment=judged.experiment, verdicts=(verdict,))
        self._cell = IntervalCell()
        self.setAccessibleName(self._cell.words(self._row))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(300, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._cell.draw(painter, self.rect(), self._row, False)
        painter.end()


class DetailDialog(Dialog):
    """``act`` carries what is wanted: figures, import, stop, resume, archive, restore."""

    act = Signal(str)

    def __init__(self, parent: QWidget, judged: Judged, lines: Lines, now: int) -> None:
        super().__init__(parent, judged.experiment.name, self.tr("Close"), kind="default")
        self.setMinimumWidth(720)
        self.cancel_button.hide()
        self.judged, self._lines = judged, lines
        self.about = Wrapped("", 12, tone="text3")
        self.body.addWidget(self.about)
        self.buttons = {
            "figures": button(self.tr("Type figures"), "primary", "plus", small=True),
            "import": button(self.tr("Import figures"), "default", "upload", small=True),
            "stop": button(self.tr("Stop"), "default", "pause", small=True),
            "resume": button(self.tr("Go on"), "default", "play", small=True),
            "archive": button(self.tr("Archive"), "default", "archive", small=True),
            "restore": button(self.tr("Take out of the archive"), "default", "undo-2", small=True),
        }
        row = QHBoxLayout()
        row.setSpacing(8)
        for what, part in self.buttons.items():
            part.clicked.connect(lambda _=False, what=what: self.act.emit(what))
            row.addWidget(part)
        row.addStretch(1)
        self.body.addLayout(row)
        self._room = QVBoxLayout()
        self._room.setSpacing(10)
        self._inside: QWidget | None = None
        self.body.addLayout(self._room)
        self.trouble = Wrapped("", 12, tone="red")
        self.body.addWidget(self.trouble)
        self.show_one(judged, now)

    def show_one(self, judged: Judged, now: int) -> None:
        """Fill it, again after something was done."""
        self.judged = judged
        one = judged.experiment
        self.about.setText(self._about(judged, now))
        running, taken = one.state == "running", one.taken is not None
        shown = {
            "figures": running and not taken,
            "import": running and not taken,
            "stop": running and not judged.is_done,
            "resume": one.state == "stopped",
            "archive": one.state != "archived",
            "restore": one.state == "archived",
        }
        for what, part in self.buttons.items():
            part.setVisible(shown[what])
        if self._inside is not None:
            self._room.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for verdict in judged.verdicts:
            column.addWidget(line())
            column.addWidget(self._metric(judged, verdict))
        self._room.addWidget(self._inside)

    def _about(self, judged: Judged, now: int) -> str:
        one = judged.experiment
        split = (
            self.tr("people are dealt out by chance")
            if one.split == "random"
            else self.tr("days or shows take turns: not dealt out by chance")
        )
        parts = [
            words.subject(one.subject),
            f"A {one.a_name} · B {one.b_name}" if (one.a_name, one.b_name) != ("A", "B") else "",
            split,
            self.tr("begun {day}").format(day=words.begun(one.created_at)),
            words.stamp(judged, now),
        ]
        said = " · ".join(part for part in parts if part)
        if one.state == "stopped" or one.reason:
            stopped = self.tr("Stopped: {reason}").format(reason=one.reason)
            said = f"{said}\n{stopped}"
        if len(judged.verdicts) > 1:
            holm = self.tr("Several metrics: p is counted by Holm over all of them.")
            said = f"{said}\n{holm}"
        return said

    def _metric(self, judged: Judged, verdict: Verdict) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        stopped = judged.experiment.state != "running"
        grid.addWidget(label(verdict.metric.name, 14, strong=True), 0, 0)
        grid.addWidget(Chip(words.chip(verdict.conclusion, stopped)), 0, 3)
        for place, (name, arm) in enumerate((("A", verdict.a), ("B", verdict.b))):
            grid.addWidget(label(f"{name}  {words.value(verdict.metric, arm)}", 13, strong=True), 1, place)
            grid.addWidget(label(f"n={arm.n:,}", 12, tone="text3"), 2, place)
        grid.addWidget(_Interval(judged, verdict), 1, 2, 2, 1)
        grid.addWidget(label(f"p {words.p_value(verdict)}", 13), 1, 3)
        grid.addWidget(label(words.progress(verdict), 12, tone="text3"), 2, 3)
        grid.addWidget(Elided(words.interval(verdict)), 3, 0, 1, 4)
        grid.addWidget(Wrapped(words.why(verdict, self._lines), 12, tone="text2"), 4, 0, 1, 4)
        grid.addWidget(Wrapped(words.plan(verdict.metric, self._lines), 12, tone="text3"), 5, 0, 1, 4)
        grid.setColumnStretch(2, 1)
        return made
