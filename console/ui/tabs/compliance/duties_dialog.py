"""One duty: its law and where its date comes from, whose it is, until when, and the files that prove it."""

from datetime import date

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.rules.duties import Duty, DutyState, Proof, Work
from console.ui import texts
from console.ui.dialogs import Dialog
from console.ui.tabs.compliance import duties_words as words
from console.ui.widgets import IconLabel, Picker, button, icon_button, label
from console.ui.widgets.labels import Elided, Wrapped


class DutyDialog(Dialog):
    """``dropped`` carries the hash of a file that is to prove it no longer."""

    dropped = Signal(str)

    def __init__(self, parent: QWidget, duty: Duty, work: Work, chinese: bool) -> None:
        super().__init__(parent, self.tr("Duty"), self.tr("Keep"))
        self.setMinimumWidth(560)
        self._work = work
        self.body.addWidget(Wrapped(words.what(duty, chinese), 14, strong=True))
        told = self.tr("{law} · {since} · source: {source}, {day}").format(
            law=words.law(duty), since=words.holds(duty), source=words.source(duty, chinese), day=duty.as_of
        )
        self.body.addWidget(Wrapped(told, 12, tone="text3"))
        if not duty.sure:
            unsure = self.tr("Nobody read this in an official text yet: confirm it, and enter the day yourself.")
            self.body.addWidget(Wrapped(unsure, 12, tone="amber"))
        self.owner, self.due, self.note = QLineEdit(work.owner), QLineEdit(), QLineEdit(work.note)
        self.due.setText("" if work.due_on is None else work.due_on.isoformat())
        self.due.setPlaceholderText(_hint(duty))
        self.state = Picker([(one.value, words.state(one)) for one in DutyState], work.state.value)
        form = QFormLayout()
        form.setSpacing(8)
        for name, field in (
            (self.tr("Owner"), self.owner),
            (self.tr("Due"), self.due),
            (self.tr("State"), self.state),
            (self.tr("Note"), self.note),
        ):
            field.setAccessibleName(name)
            form.addRow(label(name, 12, tone="text3"), field)
        self.body.addLayout(form)
        self.add = button(self.tr("Add a proof"), "default", "upload", small=True)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Proof"), 13, strong=True))
        head.addWidget(Elided(words.proof(duty, chinese)), 1)
        head.addWidget(self.add)
        self.body.addLayout(head)
        self.files = QVBoxLayout()
        self.files.setSpacing(4)
        self.body.addLayout(self.files)
        self.trouble = Wrapped(words.done(work), 12, tone="text3")
        self.body.addWidget(self.trouble)
        self.show_proofs(work.proofs)
        self.due.textChanged.connect(self._judge)
        self._judge()

    def show_proofs(self, proofs: tuple[Proof, ...]) -> None:
        """The files it has now; they are kept at once, whatever becomes of the form."""
        while (item := self.files.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for proof in proofs:
            self.files.addWidget(self._file(proof))
        if not proofs:
            self.files.addWidget(label(self.tr("no file yet"), 12, tone="text3"))

    def _file(self, proof: Proof) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        name = Elided(proof.name, 13, tone="text")
        short = f"sha256 {proof.sha256[:8]}… · {texts.bytes_size(proof.bytes)}"
        away = icon_button("trash-2", self.tr("Take out"), small=True)
        away.clicked.connect(lambda: self.dropped.emit(proof.sha256))
        for part in (IconLabel("badge-check"), name, label(short, 12, tone="text3"), away):
            row.addWidget(part, 1 if part is name else 0)
        return made

    def _judge(self) -> None:
        fine = _day(self.due.text()) is not False
        self.accept_button.setEnabled(fine)
        self.trouble.setText(words.done(self._work) if fine else self.tr("Days are written like 2027-03-02."))

    def work(self) -> Work:
        """As it was typed."""
        due = _day(self.due.text())
        return msgspec.structs.replace(
            self._work,
            owner=self.owner.text().strip(),
            due_on=due if isinstance(due, date) else None,
            state=DutyState(self.state.key()),
            note=self.note.text().strip(),
        )


def _hint(duty: Duty) -> str:
    return "2026-12-31" if duty.valid_from is None else duty.valid_from.isoformat()


def _day(text: str) -> date | bool | None:
    """A day, none, or False for what is no day."""
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return False
