"""导入: a table or a paste of figures is looked over before it is kept: which column is what, which rows cannot be."""

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console import reference
from console.catalogue import Language
from console.core.live import LiveSnapshot, Taken
from console.rules.live_import import FIELDS, TIME, Column, Plan, Row, Span, plan, read_rows
from console.ui import texts
from console.ui.importing import MOST_SHOWN, ColumnPick, Counted, Intake
from console.ui.tabs.live import figure_words
from console.ui.tabs.live.figures_reading import FiguresReading
from console.ui.tabs.live.rows import Cell, Rows
from console.ui.tabs.live.rows import Column as Titled
from console.ui.tabs.live.rows import Row as Shown
from console.ui.tasks import Tasks
from console.ui.widgets import Picker, Segmented, button, label
from console.ui.widgets.labels import Wrapped


class ImportPanel(QWidget):
    """``kept`` carries the snapshots of the rows that can be kept."""

    kept = Signal(object)

    def __init__(self, tasks: Tasks, lang: Language) -> None:
        super().__init__()
        self._tasks, self._lang = tasks, lang
        self._reading: FiguresReading | None = None
        self._chosen: dict[int, str] = {}
        self.plan: Plan | None = None
        self.found: list[Row] = []
        self.pickers: dict[int, Picker] = {}
        self.intake = Intake(tasks, lang, self.tr("Figures of a show"))
        self.intake.changed.connect(self._came)
        self.intake.failed.connect(self._look)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.way = Segmented(
            [("since", self.tr("since the start")), ("each", self.tr("of each row's stretch"))], "since"
        )
        self.way.setToolTip(
            self.tr("Of a stretch each, counters are added up; how many people it was is left out: nobody counts twice")
        )
        self.way.chosen.connect(lambda: self._look())
        counts = QHBoxLayout()
        counts.addWidget(label(self.tr("Counters are"), 12, tone="text3"))
        counts.addWidget(self.way)
        counts.addStretch(1)
        why = self.tr("From the back office: xlsx, csv, or copied cells (Ctrl+V). You look it over before it is kept.")
        self.said = Wrapped(why, 12, tone="text3")
        self._why = why
        self.columns = QVBoxLayout()
        self.columns.setSpacing(4)
        titles = (Titled(self.tr("Row"), 40, right=True), Titled(self.tr("Time"), 76), Titled(self.tr("Figures")))
        self.rows = Rows(titles, 30, self.tr("Nothing to look over yet"))
        self.keep = button(self.tr("Keep"), "primary", "check")
        self.keep.clicked.connect(self.submit)
        foot = QHBoxLayout()
        self.sum, self.counted = label("", 12, tone="text2"), Counted(self)
        foot.addWidget(self.sum, 1)
        foot.addWidget(self.keep)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 10, 0)
        whole.setSpacing(12)
        whole.addWidget(self.intake)
        whole.addLayout(counts)
        whole.addWidget(self.said)
        whole.addLayout(self.columns)
        whole.addLayout(foot)
        whole.addWidget(self.rows)
        whole.addStretch(1)
        self._show_columns()
        self._show_rows()

    def show_reading(self, reading: FiguresReading) -> None:
        """Which show it is for."""
        before = self._reading.show if self._reading is not None else None
        self._reading = reading
        self.setEnabled(reading.show is not None)
        if before != reading.show and not self.intake.is_empty:
            self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.intake.paste.click()
        else:
            super().keyPressEvent(event)

    # -- what comes in ----------------------------------------------------------------------------------------------

    def _came(self) -> None:
        self._chosen = {}
        self._look()

    def _look(self, said: str = "", then: str = "") -> None:
        """``said``: why nothing could be taken in."""
        self.keep.setEnabled(False)
        self._tasks.start(self._read(said, then), key="figures-look")

    async def _read(self, said: str, then: str) -> None:
        """Look over what came in, off the loop."""
        reading, synonyms, chosen = self._reading, reference.live_synonyms(), dict(self._chosen)
        cells = await self.intake.cells(synonyms)
        made, found = None, []
        if reading is not None and reading.show is not None and cells:
            show = reading.show
            span = Span(session_id=show.session_id, begin_at=show.started_at, end_at=reading.at, now=reading.now)
            made = await asyncio.to_thread(plan, cells, synonyms, chosen)
            each = self.way.key() == "each"
            found = await asyncio.to_thread(read_rows, made, span, per_row=each)
        self.plan, self.found = made, found
        self._show_columns()
        self._show_rows()
        if said:
            self.said.setText(" · ".join(part for part in (said, then) if part))

    # -- what is shown ----------------------------------------------------------------------------------------------

    def _show_columns(self) -> None:
        while (item := self.columns.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.pickers = {}
        known = self.plan.columns if self.plan is not None else ()
        for one in known:
            self.columns.addWidget(self._column(one))
        nothing = self.tr("None of the titles is known. Give the table a row of titles, such as 时间 or 在线人数.")
        self.said.setText(self._why if known or self.intake.is_empty else nothing)

    def _column(self, one: Column) -> QWidget:
        told = " · ".join(part for part in (figure_words.column_words(one.kind), one.sample) if part)
        state = "kept" if one.kind in ("time", "kept") else one.kind
        choices = [(field, figure_words.field_name(field)) for field in (TIME, *FIELDS)]
        part = ColumnPick(one.name, told, state, choices, one.field)
        part.chosen.connect(lambda field: self.choose(one.place, field))
        self.pickers[one.place] = part.picker
        return part

    def choose(self, place: int, field: str) -> None:
        """Somebody says what a column is."""
        self._chosen[place] = field
        self._look()

    def _show_rows(self) -> None:
        self.rows.show_rows([self._row(one) for one in self.found[:MOST_SHOWN]])
        good = self.good()
        bad = len(self.found) - len(good)
        self.keep.setEnabled(bool(good))
        self.sum.setText(self.counted.before(len(good), bad))

    def _row(self, one: Row) -> Shown:
        time = texts.full_moment(one.at)[11:] if one.at is not None else texts.NOTHING
        if one.snapshot is None:
            said = Cell(figure_words.wrong_words(one), ink="fg_amber", icon="triangle-alert")
        else:
            told = {name: value for name in FIELDS if (value := getattr(one.snapshot, name)) is not None}
            said = Cell(figure_words.told(told))
        return Cell(str(one.number), ink="text3"), Cell(time, ink="text2"), said

    def good(self) -> list[LiveSnapshot]:
        """What can be kept."""
        return [one.snapshot for one in self.found if one.snapshot is not None]

    def submit(self) -> None:
        """Keep it."""
        if self.good():
            self.kept.emit(self.good())

    def done(self, taken: Sequence[Taken]) -> str:
        """They are kept: what became of them, in words; the panel is empty again."""
        known = sum(one.is_duplicate for one in taken)
        bad = len(self.found) - len(taken)
        said = self.counted.after(len(taken) - known, known, bad)
        self.intake.empty()
        return said
