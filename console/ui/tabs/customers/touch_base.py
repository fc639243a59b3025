"""What the rooms of touches share: reading again when something changed, importing, and the lines to judge by."""

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from console.core.changes import Changes
from console.rules.live_text import Unreadable, read_number
from console.rules.touching import Lines
from console.rules.touching_import import ReadLine
from console.rules.touching_rows import Consent
from console.rules.touching_words import Table
from console.store.touch_rows import Kept_
from console.ui.context import Desk
from console.ui.dialogs import Dialog, answer
from console.ui.page import scrolled
from console.ui.rooms import View
from console.ui.tabs.customers import touch_words as words
from console.ui.tabs.customers.touch_import import TouchImport
from console.ui.widgets import button, label
from console.ui.widgets.labels import Wrapped

KINDS = frozenset({"touches", "orders", "shops", "prices"})
REST_S = 5  # a sync changes orders every moment: they are counted again at most so often
SCALES = {"_roi_bp": 10_000.0, "_bp": 100.0, "_fen": 100.0}


class TouchBase(View):
    """A subclass answers ``_read``. ``tables``: what can be imported here."""

    tables: Sequence[Table] = ()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._waits = 0
        self._is_due = False
        self.take = button(self.tr("Import"), "primary", "upload")
        self.take.clicked.connect(lambda: self.tasks.start(self.ask_import(), key="import"))
        self.verbs = (self.take,)
        desk.scope.changed.connect(self.load)

    async def _read(self) -> None:
        """Read and show."""
        raise NotImplementedError

    def load(self) -> None:
        """Read it again."""
        self._waits, self._is_due = REST_S, False
        self.tasks.start(self._load(), key="load")

    async def _load(self) -> None:
        await self._read()
        self.settled.emit()

    def on_changes(self, changes: Changes) -> None:
        if not changes.kinds & KINDS:
            return
        if self._waits and "touches" not in changes.kinds:
            self._is_due = True
        else:
            self.load()

    def tick(self) -> None:
        self._waits = max(0, self._waits - 1)
        if self._is_due and not self._waits:
            self.load()

    async def ask_import(self) -> None:
        """Have a table looked over, then keep what can be kept."""
        dialog = TouchImport(self, self.desk, self.tables)
        try:
            if await answer(dialog):
                await self.safely(lambda: self._keep(dialog.good(), dialog))
        finally:
            await dialog.tasks.close()

    async def _keep(self, lines: Sequence[ReadLine], dialog: TouchImport) -> None:
        touching = self.desk.actions.touching
        if dialog.plan.table == "consents":
            kept = await touching.put_consents([cast("Consent", line.row) for line in lines])
        else:
            rows = [cast("Kept_", line.row) for line in lines]
            kept = await touching.put(rows, dialog.intake.origin, dialog.shop.shop_id)
        told = dialog.counted.after(kept.accepted, kept.duplicate, dialog.refused, kept.strays)
        self.said.emit(told, words.table(dialog.plan.table))

    async def ask_lines(self, lines: Lines) -> None:
        """The lines to judge by."""
        dialog = TouchLines(self, lines)
        if not await answer(dialog):
            return
        put = self.desk.actions.touching.put_line
        for name, value in dialog.changes().items():
            if not await self.safely(partial(put, name, value)):
                return


class TouchLines(Dialog):
    """Every line with its day; what is cleared is as it came with the program."""

    def __init__(self, parent: QWidget, lines: Lines) -> None:
        super().__init__(parent, self.tr("Reference figures"), self.tr("Save"))
        self._lines = lines
        why = self.tr("Yardsticks, not promises: set your own as soon as you have some. Empty: as it came.")
        self.body.addWidget(Wrapped(why, 12, tone="text3"))
        self.setMinimumSize(560, 560)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        self.fields: dict[str, QLineEdit] = {}
        for row, (name, line) in enumerate(lines.items()):
            field = self.fields[name] = QLineEdit(f"{line.value / scale_of(name):g}")
            field.setFixedWidth(96)
            field.setAccessibleName(words.line_name(name))
            grid.addWidget(label(words.line_name(name), 13), row, 0)
            grid.addWidget(field, row, 1)
            own = self.tr("your own, {day}") if line.own else self.tr("came with it, {day}")
            grid.addWidget(label(own.format(day=line.since), 12, tone="text3"), row, 2)
        self.body.addWidget(scrolled(inside), 1)

    def changes(self) -> dict[str, float | None]:
        """What is to be another; what cannot be read stays as it is."""
        found: dict[str, float | None] = {}
        for name, field in self.fields.items():
            text = field.text().strip()
            if not text:
                if self._lines[name].own:
                    found[name] = None
                continue
            try:
                read = read_number(text.removesuffix("%"))
            except Unreadable:
                continue
            value = None if read is None else round(read.value * scale_of(name), 4)
            if value is not None and value > 0 and value != self._lines[name].value:
                found[name] = value
        return found


def scale_of(name: str) -> float:
    """What a line is shown by."""
    return next((scale for ending, scale in SCALES.items() if name.endswith(ending)), 1.0)
