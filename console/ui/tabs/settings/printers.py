"""打印机: where labels go, whether the queue runs, and whose labels are printed by themselves."""

import asyncio
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.documents import label_printers
from console.documents.label_printers import PDF, PNG, SYSTEM, Known
from console.ui.context import Desk
from console.ui.paint import ChipLook
from console.ui.printers import printer_name, printers
from console.ui.tabs.settings.printer_rows import Contracts, PrinterRow, Printing, read_printing, state_chip
from console.ui.tabs.settings.sections import Row, Section
from console.ui.tasks import Tasks
from console.ui.widgets import Picker, button, link
from console.ui.widgets.labels import Wrapped, set_tone

SAID_MS = 4_000
SAMPLE = "0000000000000"  # the number of the test page


class Printers(QWidget):
    """Two cards: the printers with the queue, and the carriers."""

    settled = Signal()

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._desk, self._tasks = desk, tasks
        self.is_settled = False
        self.rows: dict[str, PrinterRow] = {}
        self.rules: dict[str, Picker] = {}
        self._known: list[Known] = []
        self._contracts = Contracts()
        self._shown: tuple[object, object] | None = None
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.setInterval(SAID_MS)
        self._said.timeout.connect(self._unsay)
        self._kept: dict[str, Row] = {}  # every row by its key: what is made anew is still found
        self._noted = ""
        again = link(self.tr("Look again"))
        again.clicked.connect(lambda: self.read(anew=True))
        self.folder_link = link(self.tr("Open the folder of labels"))
        self.folder_link.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder))))
        self.list = Section(self.tr("Printers"), self.tr("100 × 180 mm · 203 dpi"))
        self.list.add_end(self.folder_link)
        self.list.add_end(again)
        self.autos = Section(self.tr("Print by themselves"), self.tr("as soon as a number is taken"))
        self.note = Wrapped("", 12, tone="text3")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addWidget(self.list)
        whole.addWidget(self.autos)
        whole.addWidget(self.note)
        desk.preferences.changed.connect(self._preferred)

    @property
    def folder(self) -> Path:
        """Where labels go that are files."""
        return self._desk.log_path.parent / "labels"

    def keep(self, words: str) -> bool:
        """Show only the rows that say these words; whether any does, or a card's name."""
        cards = (self.list, self.autos)
        named = [words.casefold() in card.title.text().casefold() for card in cards]
        kept = [card.keep("" if by_name else words) for card, by_name in zip(cards, named, strict=True)]
        return not words or any(kept) or any(named)

    # -- reading ----------------------------------------------------------------------------------------------------

    def read(self, *, anew: bool = False) -> None:
        """Ask the file again; the system and the shops' contracts only ``anew``, or where nobody has yet."""
        self._tasks.start(self._read(anew or not self.is_settled), key="printers")

    async def ask_system(self) -> list[Known]:
        """The printers of this computer; a test says otherwise."""
        return await asyncio.to_thread(label_printers.on_this_computer)

    async def _read(self, anew: bool) -> None:
        found = await self._desk.database.read(read_printing, self._desk.now())
        if anew:
            self._known = await self.ask_system()
        self._show(found)
        if anew:
            self._contracts = await self._ask_contracts(found.shops)
            self._show(found)
        self.is_settled = True
        self.settled.emit()

    async def _ask_contracts(self, shops: Sequence[str]) -> Contracts:
        found = Contracts()
        for shop_id in shops:
            try:
                accounts = await self._desk.actions.waybills.accounts(shop_id)
            except (Trouble, FileTrouble) as trouble:
                found.trouble = catalogue.words_for(trouble, self._desk.language).text
            else:
                found.names |= {one.company: one.carrier_name for one in accounts}
        return found

    # -- showing ----------------------------------------------------------------------------------------------------

    def _show(self, found: Printing) -> None:
        """Made anew only where something changed: a list that is open stays open."""
        printers_now = (tuple(self._known), found.waiting, found.stopped, found.out_today)
        rules_now = (self._choices(), found.autos, found.carriers, self._contracts)
        before, self._shown = self._shown, (printers_now, rules_now)
        if before is None or before[0] != printers_now:
            self._show_printers(found)
        if before is None or before[1] != rules_now:
            self._show_rules(found)

    def _show_printers(self, found: Printing) -> None:
        self.list.clear_rows()
        self.rows = {}
        usual = self._usual()
        for known in self._known:
            self._add(f"{SYSTEM}{known.name}", self._under(known), state_chip(known), found, usual)
        into = ChipLook("grey", "scroll-text", self.tr("Into files"))
        self._add(f"{PDF}{self.folder}", self.tr("one PDF a label"), into, found, usual)
        self._add(f"{PNG}{self.folder}", self.tr("one picture a label"), into, found, usual)
        self.list.add_row(self._queue(found))

    def _usual(self) -> str:
        """Where labels go: as chosen, else to the first printer there is."""
        keys = [key for key, _ in self._choices()]
        chosen = self._desk.preferences.label_printer
        return chosen if chosen in keys else keys[0]

    def _choices(self) -> list[tuple[str, str]]:
        return printers([one.name for one in self._known], self.folder)

    def _add(self, key: str, under: str, chip: ChipLook, found: Printing, usual: str) -> None:
        today = found.out_today.get(key, 0)
        said = [under, self.tr("%n label(s) today", "", today)] if today else [under]
        row = PrinterRow(printer_name(key), " · ".join(said), chip, usual=key == usual)
        row.use.clicked.connect(lambda: self.use(key))
        row.test.clicked.connect(lambda: self.test(key))
        self.rows[key] = self._kept[key] = row
        self.list.add_row(row)

    def _under(self, known: Known) -> str:
        dpi = "" if known.finest_dpi is None else self.tr("up to {n} dpi").format(n=known.finest_dpi)
        usual = self.tr("the system's usual one") if known.is_usual else ""
        return " · ".join(part for part in (known.paper, dpi, usual) if part) or self.tr("found")

    def _queue(self, found: Printing) -> Row:
        act = button(self.tr("Resume") if found.stopped else self.tr("Pause"), small=True)
        actions = self._desk.actions.waybills
        act.clicked.connect(lambda: self._do("queue", actions.resume() if found.stopped else actions.hold(), ""))
        if found.stopped is None:
            said = self.tr("A printer that fails stops the queue; it goes on where it stood, and no number comes twice")
        else:
            words = catalogue.words(found.stopped.code, self._desk.language, detail=found.stopped.detail)
            said = f"{words.text} {words.next_step}"
        waits = self.tr("%n label(s) wait in the print queue", "", found.waiting)
        row = Row(waits if found.waiting else self.tr("The print queue is empty"), said, act)
        act.setEnabled(bool(found.waiting) or found.stopped is not None)
        act.setToolTip("" if act.isEnabled() else self.tr("Nothing waits that could be paused"))
        self.pause, self._kept["queue"] = act, row
        return row

    def _show_rules(self, found: Printing) -> None:
        self.autos.clear_rows()
        self.rules = {}
        names = {**found.carriers, **self._contracts.names}
        names = {**{company: company for company in found.autos if company not in names}, **names}
        for company, name in names.items():
            self._add_rule(company, name, found.autos.get(company, ""))
        if names:
            said = self.tr("An after-sale or a hold by the platform keeps a label back, by itself or not.")
        else:
            said = self._contracts.trouble or self.tr("Carriers appear here once a shop has a contract for e-waybills.")
        self.note.setText(said)
        set_tone(self.note, "amber" if self._contracts.trouble and not names else "text3")

    def _add_rule(self, company: str, name: str, printer: str) -> None:
        choices = [("", self.tr("Off")), *self._choices()]
        gone = bool(printer) and all(key != printer for key, _ in choices)
        if gone:
            choices.append((printer, self.tr("{name} (not there)").format(name=printer_name(printer))))
        picker = Picker(choices, printer)
        picker.setAccessibleName(f"{name}: {picker.text()}")
        under = self.tr("Its printer is not there now: labels wait in the queue") if gone else ""
        row = Row(name, under, picker)
        set_auto = self._desk.actions.waybills.set_auto
        picker.chosen.connect(lambda key: self._do(f"auto:{company}", set_auto(company, key), self._saved))
        self.rules[company], self._kept[f"auto:{company}"] = picker, row
        self.autos.add_row(row)

    # -- doing ------------------------------------------------------------------------------------------------------

    @property
    def _saved(self) -> str:
        return self.tr("Saved")

    def use(self, key: str) -> None:
        """Labels go there from now on."""
        self._desk.preferences.label_printer = key
        self._note(key, self._saved)

    def _preferred(self, name: str) -> None:
        if name == "label_printer":
            for key, row in self.rows.items():
                row.set_usual(key == self._usual())

    def test(self, key: str) -> None:
        """Put a sample out; it bears no real number and is in no ledger."""
        kind = key.partition(":")[0]
        said = f"{SAMPLE}.{kind}" if kind in ("pdf", "png") else self.tr("Sent to the printer")
        self._do(key, self._desk.actions.waybills.test_page(key), said)

    def _do(self, key: str, work: Coroutine[Any, Any, object], said: str) -> None:
        self._tasks.start(self._done(key, work, said))

    async def _done(self, key: str, work: Coroutine[Any, Any, object], said: str) -> None:
        try:
            await work
        except (Trouble, FileTrouble) as trouble:
            words = catalogue.words_for(trouble, self._desk.language)
            self._note(key, words.text, words.next_step, good=False)
        else:
            self._note(key, said)
            self.read()

    def _note(self, key: str, said: str, more: str = "", *, good: bool = True) -> None:
        self._unsay()
        note = self._kept[key].note
        note.setText(said)
        note.setToolTip(more)
        set_tone(note, "green" if good else "red")
        self._noted = key
        self._said.start()

    def _unsay(self) -> None:
        if self._noted in self._kept:
            self._kept[self._noted].note.setText("")
