"""导入: a table or a paste, or lines typed under titles, looked over before anything is kept."""

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from console import reference
from console.core.clock import day_start, format_shop_time
from console.core.model import Platform
from console.rules.traffic import CHANNELS, TrafficRow, of_shop
from console.rules.traffic_import import CHANNEL, FIELDS, TrafficColumn, TrafficLine, TrafficPlan, plan, read_lines
from console.rules.traffic_rows import read_day
from console.ui.importing import MOST_SHOWN, ColumnPick, Template
from console.ui.importing_dialog import TableImport
from console.ui.page import scrolled
from console.ui.rows import Cell
from console.ui.tabs.traffic import sources_words as words
from console.ui.tabs.traffic.sources_kit import TITLES
from console.ui.widgets import Picker, label

if TYPE_CHECKING:
    from console.store.traffic import RowState
    from console.ui.context import Desk

ACROSS, LINE, MOST_LINES = 2, 44, 3  # columns beside each other, how high one is, how many are seen at once
translate = QCoreApplication.translate


class TrafficImport(TableImport):
    """``lines`` are what came of each row, ``states`` what of it is news."""

    def __init__(self, parent: QWidget, desk: "Desk", text: str = "") -> None:
        self._today = day_start(desk.now())
        self._chosen: dict[int, str] = {}
        self.plan = TrafficPlan(table=None)
        self.lines: list[TrafficLine] = []
        self.states: dict[int, RowState] = {}
        self.pickers: dict[int, Picker] = {}
        templates = [Template(key, words.table(key), titles) for key, titles in TITLES.items()]
        title = translate("TrafficImport", "Import traffic figures")
        super().__init__(parent, desk, title, templates, Platform.KUAISHOU)
        self.day = QLineEdit()
        self.day.setFixedWidth(120)
        self.day.setPlaceholderText(format_shop_time(self._today)[:10])
        self.day.setAccessibleName(self.tr("Day of rows that tell none"))
        self.day.textChanged.connect(lambda: self.look())
        self.which.addWidget(label(self.tr("Rows without a day are of"), 12, tone="text3"))
        self.which.addWidget(self.day)
        self._columns = QGridLayout()
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(6)
        inside = QWidget()
        inside.setLayout(self._columns)
        self._mapping = scrolled(inside)
        self.columns.addWidget(self._mapping)
        if text:
            self.intake.text.setPlainText(text)
        self._show()

    def _came(self) -> None:
        self._chosen = {}
        self.look()

    def choose(self, place: int, field: str) -> None:
        """Somebody says what a column is."""
        self._chosen[place] = field
        self.look()

    async def _read(self) -> None:
        known, chosen = reference.traffic_words(), dict(self._chosen)
        cells = await self.intake.cells([one for table in known.columns.values() for one in table])
        self.plan = await asyncio.to_thread(plan, cells, known, chosen)
        tells = any(one.field == "day" and one.state == "kept" and one.sample for one in self.plan.columns)
        usual = None if tells else self._today  # rows of merged cells without a day are surely not all of today
        day_at = read_day(self.day.text(), self._today) if self.day.text().strip() else usual
        self.lines = await asyncio.to_thread(read_lines, self.plan, known, self._today, day_at)
        from console.store import traffic

        good, shop_id = [line for line in self.lines if line.rows], self.shop.shop_id
        states = await self._desk.database.read(traffic.states, [of_shop(line.rows, shop_id) for line in good])
        self.states = {line.number: state for line, state in zip(good, states, strict=True)}

    # -- what is shown ----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        self.kind.setText("" if self.intake.is_empty else words.table(self.plan.table))
        while (item := self._columns.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.pickers = {}
        for number, one in enumerate(self.plan.columns):
            self._columns.addWidget(self._column(one), number // ACROSS, number % ACROSS)
        lines = -(-len(self.plan.columns) // ACROSS)
        self._mapping.setFixedHeight(min(MOST_LINES, lines) * LINE)
        self._mapping.setVisible(bool(self.plan.columns))
        good, same = len(self.good()), sum(state == "same" for state in self.states.values())
        rows = [self._row(line) for line in self.lines[:MOST_SHOWN]]
        self.preview.show_rows(rows, self.counted.before(good, self.refused, same, self.plan.cut))
        self.accept_button.setEnabled(good > same)

    def _column(self, one: TrafficColumn) -> QWidget:
        fields = list(FIELDS[self.plan.table]) if self.plan.table else []
        if self.plan.table == "sources" and "source" not in [column.field for column in self.plan.columns]:
            fields += [f"{CHANNEL}{key}" for key in CHANNELS]
        choices = [(field, words.field(field)) for field in fields]
        made = ColumnPick(one.name, one.sample, one.state, choices, one.field)
        made.chosen.connect(lambda field: self.choose(one.place, field))
        self.pickers[one.place] = made.picker
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

    @property
    def refused(self) -> int:
        """How many rows cannot be kept."""
        return sum(bool(line.wrong) for line in self.lines)
