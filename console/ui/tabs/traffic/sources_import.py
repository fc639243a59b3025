"""导入: a table or a paste, or lines typed under titles, looked over before anything is kept."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from console import reference
from console.core.clock import day_start, format_shop_time
from console.documents import sheets
from console.rules.live_import import cells_of
from console.rules.traffic import CHANNELS, Origin, TrafficRow
from console.rules.traffic_import import CHANNEL, FIELDS, TrafficLine, TrafficPlan, plan, read_lines
from console.rules.traffic_rows import read_day
from console.ui.dialogs import Dialog
from console.ui.files import ask_old_file
from console.ui.page import scrolled
from console.ui.rows import Cell, Column, Rows
from console.ui.safely import safely
from console.ui.tabs.traffic import sources_words as words
from console.ui.tabs.traffic.sources_kit import TITLES, PasteBox
from console.ui.tasks import Tasks
from console.ui.widgets import IconLabel, Picker, button, label, link
from console.ui.widgets.labels import Elided, Wrapped, set_tone

if TYPE_CHECKING:
    from console.store.traffic import Kept, RowState
    from console.ui.context import Desk

SUFFIXES = ("xlsx", "csv")
MOST_SHOWN = 300
REST_S = 0.15  # after the last key
ACROSS, LINE, MOST_LINES = 2, 40, 3  # columns beside each other, how high one is, how many are seen at once
LEAVE_OUT = ""


class TrafficImport(Dialog):
    """``good`` are the rows that can be kept; ``origin`` is where they came from."""

    def __init__(self, parent: QWidget, desk: "Desk", text: str = "") -> None:
        super().__init__(parent, self.tr("Import traffic figures"), self.tr("Keep"))
        self.setMinimumSize(760, 640)
        self._desk = desk
        self._today = day_start(desk.now())
        self.tasks = Tasks("TrafficImport")
        self.origin: Origin = "manual"
        self._told: str | Sequence[Sequence[str]] = ""  # what was pasted or typed, or the cells of a file
        self._chosen: dict[int, str] = {}
        self.plan = TrafficPlan(table=None)
        self.lines: list[TrafficLine] = []
        self.states: dict[int, RowState] = {}
        self.pickers: dict[int, Picker] = {}
        self._build()
        if text:
            self.text.setPlainText(text)
        self._show()

    # -- how it is built --------------------------------------------------------------------------------------------

    def _build(self) -> None:
        why = self.tr(
            "No platform gives these figures to a program. Export them from the back office (xlsx, csv), copy the "
            "cells, or type them. You look them over before they are kept; the same rows again change nothing."
        )
        self.body.addWidget(Wrapped(why, 12, tone="text3"))
        self.file = button(self.tr("Choose a file"), icon_name="file-spreadsheet")
        self.file.clicked.connect(lambda: self.tasks.start(self._ask_file(), key="file"))
        self.paste = button(self.tr("Paste"), icon_name="clipboard-paste")
        self.paste.clicked.connect(lambda: self.take_paste(QGuiApplication.clipboard().text()))
        top = QHBoxLayout()
        top.addWidget(self.file)
        top.addWidget(self.paste)
        top.addSpacing(12)
        top.addWidget(label(self.tr("Type under titles:"), 12, tone="text3"))
        self.templates = {}
        for key, titles in TITLES.items():
            one = self.templates[key] = link(words.table(key))
            one.clicked.connect(lambda _=False, titles=titles: self._type_under(titles))
            top.addWidget(one)
        top.addStretch(1)
        self.body.addLayout(top)
        self.text = PasteBox()
        self.text.setAccessibleName(self.tr("Rows"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(84)
        self.text.textChanged.connect(self._typed)
        self.text.pasted.connect(lambda: setattr(self, "origin", "paste"))
        self.body.addWidget(self.text)
        self.day = QLineEdit()
        self.day.setFixedWidth(120)
        self.day.setPlaceholderText(format_shop_time(self._today)[:10])
        self.day.setAccessibleName(self.tr("Day of rows that tell none"))
        self.day.textChanged.connect(lambda: self._look())
        which = QHBoxLayout()
        self.kind = label("", 13, strong=True)
        which.addWidget(self.kind)
        which.addStretch(1)
        which.addWidget(label(self.tr("Rows without a day are of"), 12, tone="text3"))
        which.addWidget(self.day)
        self.body.addLayout(which)
        self._columns = QGridLayout()
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(6)
        inside = QWidget()
        inside.setLayout(self._columns)
        self._mapping = scrolled(inside)
        self.body.addWidget(self._mapping)
        columns = (Column(self.tr("Row"), 44, right=True), Column(self.tr("Figures")), Column(self.tr("Outcome"), 250))
        self.rows = Rows(columns, self.tr("Preview"), self.tr("Nothing to look over yet"))
        area = scrolled(self.rows)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(area, 1)
        self.sum = label("", 12, tone="text2")
        self.body.addWidget(self.sum)

    # -- what comes in ----------------------------------------------------------------------------------------------

    def take_paste(self, text: str) -> None:
        """Look over what was copied."""
        self.text.setPlainText(text)
        self.origin = "paste"

    def _type_under(self, titles: str) -> None:
        self.text.setPlainText(f"{titles}\n")
        self.origin = "manual"
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)
        self.text.setFocus()

    def _typed(self) -> None:
        self.origin = "manual" if self.origin == "file" else self.origin
        text = self.text.toPlainText()
        self._take(text if text.strip() else "")

    async def _ask_file(self) -> None:
        path = await ask_old_file(self, self.tr("Traffic figures"), SUFFIXES)
        if path is not None:
            await self.take_file(path)

    async def take_file(self, path: Path) -> None:
        """Look over a file, read off the loop."""
        done = await safely(
            lambda: asyncio.to_thread(sheets.cells, path), self._complain, self._desk.language, "cli.unreadable_file"
        )
        if done is not None:
            self.text.blockSignals(True)
            self.text.clear()
            self.text.setPlaceholderText(path.name)
            self.text.blockSignals(False)
            self._take(done.answer)
            self.origin = "file"

    def _complain(self, said: str, then: str) -> None:
        self._take(())
        self.sum.setText(words.joined((said, then)))
        set_tone(self.sum, "red")

    def _take(self, told: str | Sequence[Sequence[str]]) -> None:
        self._told, self._chosen = told, {}
        self._look()

    def choose(self, place: int, field: str) -> None:
        """Somebody says what a column is."""
        self._chosen[place] = field
        self._look()

    def _look(self) -> None:
        self.accept_button.setEnabled(False)
        self.tasks.start(self._read(), key="look")

    async def _read(self) -> None:
        await asyncio.sleep(REST_S)
        known, told, chosen = reference.traffic_words(), self._told, dict(self._chosen)
        synonyms = [one for table in known.columns.values() for one in table]
        cells = await asyncio.to_thread(cells_of, told, synonyms) if isinstance(told, str) and told else told
        self.plan = await asyncio.to_thread(plan, cells, known, chosen)
        tells = any(one.field == "day" and one.state == "kept" and one.sample for one in self.plan.columns)
        usual = None if tells else self._today  # rows of merged cells without a day are surely not all of today
        day_at = read_day(self.day.text(), self._today) if self.day.text().strip() else usual
        self.lines = await asyncio.to_thread(read_lines, self.plan, known, self._today, day_at)
        from console.store import traffic

        good = [line for line in self.lines if line.rows]
        states = await self._desk.database.read(traffic.states, [line.rows for line in good])
        self.states = {line.number: state for line, state in zip(good, states, strict=True)}
        self._show()

    # -- what is shown ----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        self.kind.setText(words.table(self.plan.table) if self._told else "")
        while (item := self._columns.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.pickers = {}
        for number, one in enumerate(self.plan.columns):
            part = self._column(one.place, one.name, one.field, one.state, one.sample)
            self._columns.addWidget(part, number // ACROSS, number % ACROSS)
        lines = -(-len(self.plan.columns) // ACROSS)
        self._mapping.setFixedHeight(min(MOST_LINES, lines) * LINE)
        self._mapping.setVisible(bool(self.plan.columns))
        self.rows.show_rows([self._row(line) for line in self.lines[:MOST_SHOWN]])
        good, bad = len(self.good()), sum(bool(line.wrong) for line in self.lines)
        same = sum(state == "same" for state in self.states.values())
        parts = [self.tr("%n row(s) can be kept", "", good)] if self.lines else []
        if same:
            parts.append(self.tr("%n known already", "", same))
        if bad:
            parts.append(self.tr("%n row(s) cannot be kept", "", bad))
        if self.plan.cut:
            parts.append(self.tr("%n row(s) are too many at once and left out", "", self.plan.cut))
        set_tone(self.sum, "text2")
        self.sum.setText(" · ".join(parts))
        self.accept_button.setEnabled(good > same)

    def _column(self, place: int, name: str, field: str, state: str, sample: str) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 8, 0)
        ink = {"kept": "fg_green", "ask": "fg_amber"}.get(state, "text3")
        icon = {"kept": "circle-check", "ask": "circle-question-mark"}.get(state, "circle-minus")
        row.addWidget(IconLabel(icon, 16, ink))
        row.addWidget(Elided(words.joined((name, sample)), 12, tone="amber" if state == "ask" else "text2"), 1)
        fields = list(FIELDS[self.plan.table]) if self.plan.table else []
        if self.plan.table == "sources" and "source" not in [one.field for one in self.plan.columns]:
            fields += [f"{CHANNEL}{key}" for key in CHANNELS]
        choices = [(LEAVE_OUT, self.tr("leave out")), *((one, words.field(one)) for one in fields)]
        picker = Picker(choices, field if state == "kept" else LEAVE_OUT)
        picker.setAccessibleName(name)
        picker.chosen.connect(lambda chosen: self.choose(place, chosen))
        self.pickers[place] = picker
        row.addWidget(picker)
        return made

    def _row(self, line: TrafficLine) -> tuple[Cell, ...]:
        number = Cell(str(line.number), "text3")
        if line.wrong:
            said = words.reason(line.wrong, line.said)
            cells = self.plan.rows[line.number - self.plan.first]
            return number, Cell("  ".join(cell for cell in cells if cell), "text3"), Cell(said, "fg_amber", "ban")
        state = self.states.get(line.number, "new")
        ink = {"same": "text3", "changed": "fg_blue"}.get(state, "fg_green")
        icon = {"same": "circle-minus", "changed": "refresh-cw"}.get(state, "circle-check")
        return number, Cell(words.told(line.rows)), Cell(words.state(state), ink, icon)

    def good(self) -> list[tuple[TrafficRow, ...]]:
        """What can be kept."""
        return [line.rows for line in self.lines if line.rows]

    def outcome(self, kept: "Kept") -> str:
        """What became of the rows, in words."""
        refused = sum(bool(line.wrong) for line in self.lines)
        parts = [self.tr("%n row(s) kept", "", kept.accepted)]
        if kept.duplicate:
            parts.append(self.tr("%n known already", "", kept.duplicate))
        if refused:
            parts.append(self.tr("%n refused", "", refused))
        return " · ".join(parts)
