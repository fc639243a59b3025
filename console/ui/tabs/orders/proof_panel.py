"""对账证明: a day or a month as an equation, what is open in it, how it was proved, and every proof made of it."""

from collections.abc import Awaitable, Callable
from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from console import catalogue
from console.core.changes import Changes
from console.core.errors import FileTrouble, Trouble
from console.rules import proof_period
from console.store.chains import Verified
from console.store.proofs import Proof
from console.ui import texts
from console.ui.held import Held
from console.ui.page import Page, scrolled
from console.ui.table_card import TableCard
from console.ui.tabs.orders import proof_list
from console.ui.tabs.orders.proof_bar import ProofBar
from console.ui.tabs.orders.proof_equation import EquationCard
from console.ui.tabs.orders.proof_export import ProofExport
from console.ui.tabs.orders.proof_list import Finding, Part
from console.ui.tabs.orders.proof_reading import ProofReading, find_order, read_proofs
from console.ui.tabs.orders.proof_steps import Runs, StepsCard, broken_words
from console.ui.theme import current
from console.ui.widgets import Card, EmptyState, Segmented, icon_button, label

NARROW = 1_150  # below it the steps stand under the equation
TABLE_HIGH = 300


class ProofPanel(QWidget):
    """Lies over the page of orders. ``opened``: the row of the order table that a finding is about, and its number."""

    opened = Signal(int, str)
    shut = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page, self._desk, self._tasks = page, page.desk, page.tasks
        self._reading: ProofReading | None = None
        self._number: int | None = None  # the proof that was asked for; None: the newest
        self._verified: Verified | None = None
        self.bar = ProofBar(self._desk.now())
        self.equation, self.steps = EquationCard(), StepsCard()
        self.parts = Segmented([(part, "") for part in ("open", "explained", "not_paid", "all")], "open")
        self.runs = Runs()
        self._print = label("", 12, tone="text3", selectable=True)
        self._copy = icon_button("copy", self.tr("Copy the fingerprint"), small=True)
        self.card: TableCard[Finding] = self._table()
        self.export = ProofExport(self._page)
        self._both: QBoxLayout = QHBoxLayout()
        self._lay_out()
        self._listen()
        self.hide()
        page.installEventFilter(self)

    def _table(self) -> TableCard[Finding]:
        empty = EmptyState("circle-check", self.tr("Nothing to show"), "", "")
        card: TableCard[Finding] = TableCard(
            proof_list.columns(), self._tasks, empty, self.tr("{first}–{last} of {total} rows")
        )
        card.view.setColumnHidden(0, True)  # nothing is checked here
        card.view.set_spare(proof_list.SPARE)
        card.view.set_compact(True)
        card.setMinimumHeight(TABLE_HIGH)
        return card

    def _lay_out(self) -> None:
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 10, 0)  # beside the bar
        body.setSpacing(12)
        self._both.setSpacing(12)
        self._both.addWidget(self.equation, 3)
        self._both.addWidget(self.steps, 2)
        body.addLayout(self._both)
        row = QHBoxLayout()
        row.addWidget(self.parts)
        row.addStretch(1)
        body.addLayout(row)
        body.addWidget(self.card, 1)
        body.addWidget(self._runs_card())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 16)
        whole.setSpacing(12)
        whole.addWidget(self.bar)
        area = scrolled(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole.addWidget(area, 1)

    def _runs_card(self) -> Card:
        card = Card(self.tr("Proofs of this period"), self.tr("as high as what was open; grey is nothing"))
        card.add_end(self._print)
        card.add_end(self._copy)
        card.body.addWidget(self.runs)
        return card

    def _listen(self) -> None:
        bar = self.bar
        bar.back.clicked.connect(self.close_panel)
        bar.changed.connect(self._another)
        bar.prove.clicked.connect(lambda: self._run(self._prove))
        bar.audit.clicked.connect(lambda: self._run(self._audit))
        bar.verify.clicked.connect(lambda: self._run(self._verify))
        bar.pdf.clicked.connect(lambda: self._run(lambda: self._export("pdf")))
        bar.csv.clicked.connect(lambda: self._run(lambda: self._export("csv")))
        self.parts.chosen.connect(lambda _key: self._show_rows())
        self.runs.chosen.connect(self._choose_run)
        self._copy.clicked.connect(self._copy_print)
        self.card.view.row_opened.connect(self._open_row)
        self.card.view.verb_chosen.connect(lambda row_id, _verb: self._open_row(row_id))

    # -- coming and going -------------------------------------------------------------------------------------------

    def open_panel(self) -> None:
        """Over the page, at the period it was left at."""
        self.bar.set_now(self._desk.now())
        self.setGeometry(self._page.rect())
        self.show()
        self.raise_()
        self.bar.prove.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ask()

    def open_at(self, key: str) -> None:
        """At ``"2026-11-22"`` or ``"2026-11"``; anything else leaves the period as it is."""
        for named in (proof_period.day, proof_period.month):
            with suppress(ValueError):
                self.bar.show_period(named(key))
                break
        self._number = None
        self.open_panel()

    def close_panel(self) -> None:
        if self.isVisible():
            self.hide()
            self.shut.emit()

    def event(self, event: QEvent) -> bool:
        """The list's one-letter keys are not for what lies hidden under the panel."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_letter(event):
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._page.rect())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._both.setDirection(way)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current()["bg"])
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        super().keyPressEvent(event)

    # -- reading ----------------------------------------------------------------------------------------------------

    def on_changes(self, changes: Changes) -> None:
        """Another pair, or orders that were read meanwhile: what is shown stays, its age moves on."""
        if self.isVisible() and "shops" in changes.kinds:
            self.ask()

    def ask(self) -> None:
        """Show the period's newest proof, or the one that was chosen."""
        self._tasks.start(self._read(), key="proof")

    def _another(self) -> None:
        self._number = None
        self.ask()

    def _choose_run(self, number: int) -> None:
        self._number = number
        self.ask()

    async def _read(self) -> None:
        period, pair = self.bar.period, self._desk.scope.pair
        reading = await self._desk.database.read(read_proofs, pair, period, self._number)
        if period == self.bar.period:
            self._show(reading)

    def _show(self, reading: ProofReading) -> None:
        self._reading = reading
        proof = reading.proof
        content = None if proof is None else proof.content
        self.equation.show_content(content)
        self.steps.show_steps(content, reading.audits, self._verified, self._desk.now())
        self.runs.show_runs(reading.kept, None if proof is None else proof.number)
        self.bar.under.setText(f"{self._whose(reading)}{self._under(reading, proof)}")
        self._print.setText("" if proof is None else f"SHA-256 {proof.hash[:8]}…{proof.hash[-8:]}")
        self._print.setAccessibleName("" if proof is None else f"SHA-256 {proof.hash}")
        self._copy.setEnabled(proof is not None)
        for part in (self.bar.pdf, self.bar.csv):
            part.setEnabled(proof is not None)
        for part in (self.bar.prove, self.bar.audit):
            part.setEnabled(reading.pair is not None)
        self.bar.prove.setText(self.tr("Check now") if proof is None else self.tr("Check again"))
        self._show_rows()

    def _whose(self, reading: ProofReading) -> str:
        """Of all shops nothing is proved at once: whose proof is shown."""
        if reading.pair is None or not reading.one_of_many:
            return ""
        name = reading.shops.get(reading.pair.kuaishou_shop_id, "")
        return self.tr("{shop} only; choose another at the top").format(shop=name) + " · "

    def _under(self, reading: ProofReading, proof: Proof | None) -> str:
        if reading.pair is None:
            return self.tr("No two shops belong together yet")
        if proof is None:
            return self.tr("not proved yet")
        said = self.tr("window to {until} · no. {n} of this period · {age}")
        numbers = [one.number for one in reading.kept]
        return said.format(
            until=texts.moment(proof.content["until_at"], self._desk.now()),
            n=numbers.index(proof.number) + 1,
            age=texts.age(proof.made_at, self._desk.now()),
        )

    def _show_rows(self) -> None:
        proof = None if self._reading is None else self._reading.proof
        findings: list[Finding] = [] if proof is None else proof.content["findings"]
        numbers = {part: sum(proof_list.part_of(one) == part for one in findings) for part in self._names()}
        numbers["all"] = len(findings)
        for part, name in self._names().items():
            self.parts.set_words(part, f"{name} {texts.count(numbers[part])}" if proof is not None else name)
        key = self.parts.key()
        part = next((one for one in self._names() if one == key), "all")
        self.card.empty.say(self._none(proof, part))
        self.card.empty.icon.set_icon("circle-dashed" if proof is None else "circle-check", "accentText", "soft")
        self.card.model.show(Held(one for one in findings if part in ("all", proof_list.part_of(one))), None)

    def _names(self) -> dict[Part, str]:
        return {
            "open": self.tr("To look at"),
            "explained": self.tr("Explained"),
            "not_paid": self.tr("Not paid"),
            "all": self.tr("All"),
        }

    def _none(self, proof: Proof | None, part: Part) -> str:
        if proof is None:
            return self.tr("This period was not proved yet")
        return self.tr("Every order is accounted for") if part == "open" else self.tr("No such rows")

    # -- doing ------------------------------------------------------------------------------------------------------

    def _run(self, work: Callable[[], Awaitable[None]]) -> None:
        self._tasks.start(self._guarded(work), key="proving")

    async def _guarded(self, work: Callable[[], Awaitable[None]]) -> None:
        busy = (self.bar.prove, self.bar.audit, self.bar.verify)
        for part in busy:
            part.setEnabled(False)
        try:
            await work()
        except (Trouble, FileTrouble) as trouble:
            words = catalogue.words_for(trouble, self._desk.language)
            self._page.said.emit(words.text, words.next_step)
        finally:
            for part in busy:
                part.setEnabled(True)

    async def _prove(self) -> None:
        reading = self._reading
        if reading is None or reading.pair is None:
            return
        await self._desk.actions.proofs.prove(reading.pair, self.bar.period)
        self._number = None
        await self._read()

    async def _audit(self) -> None:
        reading = self._reading
        if reading is None or reading.pair is None:
            return
        found = await self._desk.actions.proofs.audit(reading.pair, self.bar.period)
        lacking = sum(len({*one.missing, *one.stale}) for one in found)
        repaired = sum(len(one.repaired) for one in found)
        said = self.tr("Gap audit: found {n}, repaired {m}").format(n=texts.count(lacking), m=texts.count(repaired))
        whole = {one.shop_id for one in found} >= set(reading.pair.shop_ids)
        under = "" if whole else self.tr("A shop that is not bound, or whose orders are switched off, is not compared")
        self._page.said.emit(said if found else self.tr("Gap audit: no shop could be compared"), under)
        await self._prove()

    async def _verify(self) -> None:
        self._verified = await self._desk.actions.proofs.verify()
        whole = self.tr("Both chains are as they were written")
        self._page.said.emit(broken_words(self._verified) if self._verified.breaks else whole, "")
        await self._read()

    async def _export(self, form: str) -> None:
        reading = self._reading
        if reading is not None and reading.proof is not None:
            await self.export.run(reading.proof, reading.shops, "pdf" if form == "pdf" else "csv")

    def _copy_print(self) -> None:
        if self._reading is not None and self._reading.proof is not None:
            QGuiApplication.clipboard().setText(self._reading.proof.hash)
            self._page.said.emit(self.tr("Copied"), self._reading.proof.hash[:16])

    def _open_row(self, row_id: int) -> None:
        row = self.card.model.row(row_id)
        if row is not None and self._reading is not None and self._reading.pair is not None:
            self._tasks.start(self._find(row), key="finding")

    async def _find(self, row: Finding) -> None:
        reading = self._reading
        if reading is None or reading.pair is None:
            return
        found = await self._desk.database.read(find_order, reading.pair, row["order_no"], row["trade_no"])
        if found is None:
            self._page.said.emit(self.tr("This row is not in the file any more"), row["order_no"] or "")
            return
        self.opened.emit(found, row["order_no"] or row["trade_no"])


def _is_letter(event: QKeyEvent) -> bool:
    return event.text().isalpha() and event.modifiers() == Qt.KeyboardModifier.NoModifier
