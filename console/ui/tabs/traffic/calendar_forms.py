"""The forms of the calendar: one task, and one promotion with its days."""

import secrets
from datetime import date

import msgspec
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from console.rules.promotions import LANES, STATES, Lane, Promotion, Task, TaskState
from console.ui.dialogs import Dialog
from console.ui.tabs.traffic import calendar_words as words
from console.ui.widgets import Picker, Switch, button, label
from console.ui.widgets.labels import Wrapped


class TaskDialog(Dialog):
    """Who does what until when, and what proves it. ``dropped`` is True where it is to be thrown away."""

    def __init__(self, parent: QWidget, task: Task) -> None:
        super().__init__(parent, self.tr("Task"), self.tr("Keep"))
        self.setMinimumWidth(520)
        self._task = task
        self.dropped = False
        self.called = QLineEdit(task.title)
        self.lane = Picker([(key, words.lane(key)) for key in LANES], task.lane)
        self.begins, self.due = QLineEdit(task.begin_on.isoformat()), QLineEdit(task.due_on.isoformat())
        self.owner, self.proof, self.note = QLineEdit(task.owner), QLineEdit(task.proof), QLineEdit(task.note)
        self.owner.setPlaceholderText(self.tr("of a show: its host"))
        self.proof.setPlaceholderText(self.tr("what shows that it was done: a file's name, a number, a link"))
        self.state = Picker([(key, words.state(key)) for key in STATES], task.state)
        form = QFormLayout()
        form.setSpacing(8)
        for said, field in (
            (self.tr("What"), self.called),
            (self.tr("Lane"), self.lane),
            (self.tr("Begins"), self.begins),
            (self.tr("Due"), self.due),
            (self.tr("Owner"), self.owner),
            (self.tr("State"), self.state),
            (self.tr("Proof"), self.proof),
            (self.tr("Note"), self.note),
        ):
            field.setAccessibleName(said)
            form.addRow(label(said, 12, tone="text3"), field)
        self.body.addLayout(form)
        self.trouble = Wrapped("", 12, tone="red")
        self.body.addWidget(self.trouble)
        if task.id:
            away = button(self.tr("Throw away"), "default", "trash-2", small=True)
            away.clicked.connect(self._drop)
            self.body.addWidget(away)
        for one in (self.called, self.begins, self.due):
            one.textChanged.connect(self._judge)
        self._judge()

    def _drop(self) -> None:
        self.dropped = True
        self.accept()

    def _judge(self) -> None:
        begin, due = day(self.begins.text()), day(self.due.text())
        said = ""
        if not self.called.text().strip():
            said = self.tr("Say what is to be done.")
        elif begin is None or due is None:
            said = self.tr("Days are written like 2026-12-01.")
        elif due < begin:
            said = self.tr("It is due before it begins.")
        self.trouble.setText(said)
        self.accept_button.setEnabled(not said)

    def task(self) -> Task:
        """As it was typed."""
        lane: Lane = next(one for one in LANES if one == self.lane.key())
        state: TaskState = next(one for one in STATES if one == self.state.key())
        return msgspec.structs.replace(
            self._task,
            title=self.called.text().strip(),
            lane=lane,
            begin_on=day(self.begins.text()) or self._task.begin_on,
            due_on=day(self.due.text()) or self._task.due_on,
            owner=self.owner.text().strip(),
            state=state,
            proof=self.proof.text().strip(),
            note=self.note.text().strip(),
        )


class PromotionDialog(Dialog):
    """Its name and days. They are the merchant's own until he says where they were announced."""

    def __init__(self, parent: QWidget, promotion: Promotion | None, today: date) -> None:
        super().__init__(parent, self.tr("Promotion"), self.tr("Keep"))
        self.setMinimumWidth(520)
        self._promotion = promotion
        self.dropped = False
        self.called = QLineEdit("" if promotion is None else promotion.name)
        self.called.setPlaceholderText(self.tr("like: shop anniversary"))
        self.begins, self.ends = QLineEdit(), QLineEdit()
        if promotion is not None:
            self.begins.setText(promotion.day_on.isoformat())
            self.ends.setText(promotion.end_on.isoformat())
        self.begins.setPlaceholderText(today.isoformat())
        self.ends.setPlaceholderText(self.tr("empty: that day only"))
        self.confirmed = Switch(self.tr("Days are confirmed"), promotion is not None and promotion.confirmed)
        self.source = QLineEdit("" if promotion is None else promotion.source)
        self.source.setPlaceholderText(self.tr("where it was announced, and when"))
        form = QFormLayout()
        form.setSpacing(8)
        for said, field in (
            (self.tr("Name"), self.called),
            (self.tr("Day of the rush"), self.begins),
            (self.tr("Last day"), self.ends),
            (self.tr("Days are confirmed"), self.confirmed),
            (self.tr("Announced"), self.source),
        ):
            field.setAccessibleName(said)
            form.addRow(label(said, 12, tone="text3"), field)
        self.body.addLayout(form)
        own = self.tr("Tasks that are planned already stay where they are; missing ones are planned by the new day.")
        self.body.addWidget(Wrapped(own, 12, tone="text3"))
        self.trouble = Wrapped("", 12, tone="red")
        self.body.addWidget(self.trouble)
        if promotion is not None:
            away = button(self.tr("Take out of the calendar"), "default", "trash-2", small=True)
            away.clicked.connect(self._drop)
            self.body.addWidget(away)
        for one in (self.called, self.begins, self.ends):
            one.textChanged.connect(self._judge)
        self._judge()

    def _drop(self) -> None:
        self.dropped = True
        self.accept()

    def _days(self) -> tuple[date, date] | None:
        begin = day(self.begins.text())
        end = begin if not self.ends.text().strip() else day(self.ends.text())
        return None if begin is None or end is None or end < begin else (begin, end)

    def _judge(self) -> None:
        said = ""
        if not self.called.text().strip():
            said = self.tr("The name is missing.")
        elif self._days() is None:
            said = self.tr("Days are written like 2026-12-01, and the last one is not before the first.")
        self.trouble.setText(said)
        self.accept_button.setEnabled(not said)

    def promotion(self) -> Promotion:
        """As it was typed."""
        days = self._days()
        assert days is not None  # noqa: S101 - else it cannot be accepted
        number = f"own-{secrets.token_hex(4)}" if self._promotion is None else self._promotion.promotion_id
        return Promotion(
            promotion_id=number,
            name=self.called.text().strip(),
            day_on=days[0],
            end_on=days[1],
            confirmed=self.confirmed.isChecked(),
            source=self.source.text().strip(),
        )


def day(text: str) -> date | None:
    """A day as it was typed; None where that is none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
