"""明细下钻: the rows behind a figure, and under them what they come to, to the fen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.store.insights_views import Slice, SliceRow, Sum
from console.ui import texts
from console.ui.context import Desk
from console.ui.dialogs import Dialog, answer
from console.ui.table_card import TableCard
from console.ui.tabs.insights import rows_words
from console.ui.tabs.insights.rows_source import Proof, SliceSource, read_proof
from console.ui.tasks import Tasks
from console.ui.widgets import EmptyState, IconLabel, link
from console.ui.widgets.labels import Elided, Wrapped, set_tone


class SliceTable(QWidget):
    """A table card with its proof under it. ``opened``: the number of a row, for its own tab; ``fresh``: read anew."""

    opened = Signal(str, str)
    fresh = Signal()
    proven = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, left_out: Sequence[int] = ()) -> None:
        super().__init__()
        self._desk, self._tasks = desk, tasks
        self.wanted: Slice | None = None
        self.shown: Sum | None = None
        self.proof: Proof | None = None
        self.empty = empty = EmptyState("clipboard-list", self.tr("No rows"), " ")
        span = self.tr("{first}–{last} of {total} rows")
        self.card: TableCard[SliceRow] = TableCard(rows_words.columns(), tasks, empty, span)
        self.card.view.setColumnHidden(0, True)  # nothing is checked here
        self.card.view.set_compact(True)
        self.card.view.set_left_out(left_out)
        self.card.view.set_spare((rows_words.BELONGS,))
        self.card.view.row_opened.connect(self._open)
        self.card.model.listed.connect(self._listed)
        self._icon = IconLabel("circle-check", 16, "fg_green")
        self.words = Elided("", 13, tone="green")
        self._why = link(self.tr("Find out why"))
        self._why.clicked.connect(lambda: self._tasks.start(self._explain(), key="why"))
        row = QHBoxLayout()
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        row.addWidget(self._why)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.card, 1)
        whole.addLayout(row)
        self._say()

    def show_slice(self, wanted: Slice, shown: Sum | None) -> None:
        """These rows; ``shown`` is what the chart said that they come to."""
        self.wanted, self.shown, self.proof = wanted, shown, None
        self._say()
        self.card.model.show(SliceSource(self._desk.database, wanted))

    def _listed(self) -> None:
        self._tasks.start(self._prove(), key=f"proof:{id(self)}")

    async def _prove(self) -> None:
        if self.wanted is None:
            return
        wanted, ids = self.wanted, list(self.card.model.ids)
        proof = await self._desk.database.read(read_proof, wanted, ids, self.shown)
        if wanted is self.wanted:
            self.proof = proof
            self._say()
            self.proven.emit()

    def _say(self) -> None:
        proof = self.proof
        self._icon.setVisible(proof is not None)
        self._why.setVisible(proof is not None and not proof.is_exact)
        if proof is None:
            self.words.setText("")
            return
        self.empty.say(*self._none(proof))
        if not proof.was_read and not proof.rows.rows:
            self._icon.set_icon("circle-dashed", "text3")
            self._why.hide()
            set_tone(self.words, "text3")
            self.words.setText(self.tr("Not read yet: nothing can be added up"))
            return
        rows = self.tr("%n row(s)", "", proof.rows.rows)
        money = "" if proof.counts else self.tr(" come to {money}").format(money=texts.money(proof.rows.fen))
        unknown = "" if proof.counts or not proof.rows.unknown else self._unknown(proof)
        if proof.is_exact:
            self._icon.set_icon("circle-check", "fg_green")
            equal = self.tr(" = the figure, 0 off") if proof.counts else self.tr(" = the figure, ¥0.00 off")
        else:
            self._icon.set_icon("circle-alert", "fg_red")
            equal = self.tr(" · the figure said {shown}, {off} off").format(
                shown=texts.count(proof.shown.rows) if proof.counts else texts.money(proof.shown.fen),
                off=texts.count(abs(proof.difference)) if proof.counts else texts.money(abs(proof.difference)),
            )
        set_tone(self.words, "green" if proof.is_exact else "red")
        self.words.setText(f"{rows}{money}{equal}{unknown}")

    def _none(self, proof: Proof) -> tuple[str, str]:
        """What stands where there are no rows."""
        if proof.was_read:
            return self.tr("No rows"), self.tr("Nothing of this kind happened in this time")
        return self.tr("Not read yet"), self.tr("Rows appear here after the first whole reading")

    def _unknown(self, proof: Proof) -> str:
        return self.tr(" · %n without an amount", "", proof.rows.unknown)

    async def _explain(self) -> None:
        """Why the rows differ from the chart, and what can be done."""
        proof = self.proof
        if proof is None or self.wanted is None:
            return
        when = texts.clock_time(self.wanted.now)
        if proof.has_moved:
            said = self.tr(
                "The figure was added up at {time}. Orders have come in or changed since; the figure of now equals "
                "these rows to the fen."
            ).format(time=when)
        else:
            said = self.tr(
                "The rows come to {rows}, the figure of now to {figure}. That must not be: please send the diagnostics "
                "bundle of the settings."
            ).format(rows=texts.money(proof.rows.fen), figure=texts.money(proof.figure.fen))
        dialog = Dialog(self, self.tr("Rows and figure differ"), self.tr("Read anew"))
        dialog.body.addWidget(Wrapped(said, tone="text2"))
        if await answer(dialog):
            self.fresh.emit()

    def _open(self, row_id: int) -> None:
        place = self.card.model.number_of(row_id)
        row = None if place is None else self.card.model.held_row(place)
        if row is not None and row.kind != "ad_hour":
            self.opened.emit(row.kind, row.number)

    @property
    def is_settled(self) -> bool:
        """Whether rows and proof are here."""
        return self.wanted is None or (self.card.is_settled and self.proof is not None)


def title(wanted: Slice) -> str:
    """``支付订单 · 11-14 周六``."""
    return f"{rows_words.what_word(wanted.what)} · {rows_words.stretch_words(wanted)}"
