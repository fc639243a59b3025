"""导入: a table or a paste of figures is looked over before it is kept: which column is what, which rows cannot be."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console import catalogue, reference
from console.catalogue import Language
from console.core.live import LiveSnapshot, Taken
from console.documents import sheets
from console.documents.sheets import SheetTrouble
from console.rules.live_import import FIELDS, TIME, Column, Plan, Row, Span, cells_of, plan, read_rows
from console.ui import texts
from console.ui.files import ask_old_file
from console.ui.tabs.live import figure_words
from console.ui.tabs.live.figures_reading import FiguresReading
from console.ui.tabs.live.rows import Cell, Rows
from console.ui.tabs.live.rows import Column as Titled
from console.ui.tabs.live.rows import Row as Shown
from console.ui.tasks import Tasks
from console.ui.widgets import IconLabel, Picker, Segmented, button, label
from console.ui.widgets.labels import Elided, Wrapped

MOST_SHOWN = 200
SUFFIXES = ("xlsx", "csv")
LEAVE_OUT = ""


class ImportPanel(QWidget):
    """``kept`` carries the snapshots of the rows that can be kept."""

    kept = Signal(object)

    def __init__(self, tasks: Tasks, lang: Language) -> None:
        super().__init__()
        self._tasks, self._lang = tasks, lang
        self._reading: FiguresReading | None = None
        self._cells: Sequence[Sequence[str]] = ()
        self._chosen: dict[int, str] = {}
        self.plan: Plan | None = None
        self.found: list[Row] = []
        self.pickers: dict[int, Picker] = {}
        self.paste = button(self.tr("Paste"), "primary", "clipboard-paste")
        self.paste.clicked.connect(lambda: self.take_text(QGuiApplication.clipboard().text()))
        self.file = button(self.tr("Choose a file"), icon_name="file-spreadsheet")
        self.file.clicked.connect(lambda: self._tasks.start(self._ask_file(), key="figures-file"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.way = Segmented(
            [("since", self.tr("since the start")), ("each", self.tr("of each row's stretch"))], "since"
        )
        self.way.setToolTip(
            self.tr("Of a stretch each, counters are added up; how many people it was is left out: nobody counts twice")
        )
        self.way.chosen.connect(lambda: self._look())
        top = QHBoxLayout()
        top.addWidget(self.paste)
        top.addWidget(self.file)
        top.addStretch(1)
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
        self.sum = label("", 12, tone="text2")
        foot.addWidget(self.sum, 1)
        foot.addWidget(self.keep)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 10, 0)
        whole.setSpacing(12)
        whole.addLayout(top)
        whole.addLayout(counts)
        whole.addWidget(self.said)
        whole.addLayout(self.columns)
        whole.addLayout(foot)
        whole.addWidget(self.rows)
        whole.addStretch(1)
        self._look()

    def show_reading(self, reading: FiguresReading) -> None:
        """Which show it is for."""
        before = self._reading.show if self._reading is not None else None
        self._reading = reading
        self.setEnabled(reading.show is not None)
        if before != reading.show and self._cells:
            self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste.click()
        else:
            super().keyPressEvent(event)

    # -- what comes in ----------------------------------------------------------------------------------------------

    def take_text(self, text: str) -> None:
        """Look over what was pasted."""
        self.take_cells(cells_of(text, reference.live_synonyms()))

    async def _ask_file(self) -> None:
        path = await ask_old_file(self, self.tr("Figures of a show"), SUFFIXES)
        if path is not None:
            await self.take_file(path)

    async def take_file(self, path: Path) -> None:
        """Look over a file, read off the loop."""
        try:
            found = await asyncio.to_thread(sheets.cells, path)
        except SheetTrouble as trouble:
            self._complain(catalogue.words(trouble.code, self._lang, detail=trouble.detail).text)
        except OSError as error:
            self._complain(catalogue.words("cli.unreadable_file", self._lang, path=path, detail=error.strerror).text)
        else:
            self.take_cells(found)

    def take_cells(self, cells: Sequence[Sequence[str]]) -> None:
        """Look over these."""
        self._cells, self._chosen = cells, {}
        self._look()

    def _complain(self, said: str) -> None:
        self._cells = ()
        self._look()
        self.said.setText(said)

    def _look(self) -> None:
        reading = self._reading
        self.plan, self.found = None, []
        if reading is not None and reading.show is not None and self._cells:
            show = reading.show
            span = Span(session_id=show.session_id, begin_at=show.started_at, end_at=reading.at, now=reading.now)
            self.plan = plan(self._cells, reference.live_synonyms(), self._chosen)
            self.found = read_rows(self.plan, span, per_row=self.way.key() == "each")
        self._show_columns()
        self._show_rows()

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
        self.said.setText(self._why if known or not self._cells else nothing)

    def _column(self, one: Column) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Elided(one.name, 13, tone="text"))
        told = " · ".join(part for part in (figure_words.column_words(one.kind), one.sample) if part)
        names.addWidget(Elided(told, 12, tone="amber" if one.kind == "ask" else "text3"))
        choices = [(LEAVE_OUT, self.tr("leave out")), *((f, figure_words.field_name(f)) for f in (TIME, *FIELDS))]
        kept = one.kind in ("time", "kept")
        picker = Picker(choices, one.field if kept else LEAVE_OUT)
        picker.setAccessibleName(one.name)
        picker.chosen.connect(lambda field, place=one.place: self.choose(place, field))
        self.pickers[one.place] = picker
        ink = "fg_green" if kept else "fg_amber" if one.kind == "ask" else "text3"
        icon = "circle-check" if kept else "circle-question-mark" if one.kind == "ask" else "circle-minus"
        row.addWidget(IconLabel(icon, 16, ink))
        row.addLayout(names, 1)
        row.addWidget(picker)
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
        parts = [self.tr("%n row(s) can be kept", "", len(good))] if self.found else []
        if bad:
            parts.append(self.tr("%n row(s) cannot", "", bad))
        self.sum.setText(" · ".join(parts))

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
        parts = [self.tr("%n row(s) kept", "", len(taken) - known)]
        if known:
            parts.append(self.tr("%n known already", "", known))
        if bad:
            parts.append(self.tr("%n refused", "", bad))
        self._cells = ()
        self._look()
        return " · ".join(parts)
