"""One task list: its people, its words with what the checker finds, what came back; and the next step."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit

from console.core.operators import Right
from console.rules.wording.nouns import Finding, Severity
from console.store.touch_board import ListResult
from console.store.touch_lists import TaskList
from console.ui import texts
from console.ui.context import Desk
from console.ui.rights import guard
from console.ui.tabs.customers import touch_words as words
from console.ui.widgets import Card, Chip, button, label
from console.ui.widgets.labels import Wrapped, set_tone

MOST_SAID = 4


class TaskCard(Card):
    """``step`` carries what is to be done: check, settle, export, results, finish, drop."""

    step = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(" ")
        self.task: TaskList | None = None
        self.chip = Chip(words.state_chip("draft"))
        self.add_end(self.chip)
        self.people = label("", 14, strong=True)
        self.left = Wrapped("", 12, tone="amber")
        self.made = Wrapped("", 12, tone="text3")
        self.message = QPlainTextEdit()
        self.message.setFixedHeight(108)
        self.message.setTabChangesFocus(True)
        self.message.setAccessibleName(self.tr("Message"))
        self.message.textChanged.connect(self._typed)
        self.found = Wrapped("", 12, tone="text3")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why it may go out all the same (kept in the audit)"))
        self.reason.setAccessibleName(self.tr("Reason"))
        guard(desk.session, self.reason, Right.OVERRIDE)
        self.back = Wrapped("", 12, tone="text2")
        self.paid = Wrapped("", 13, tone="text2")
        self.note = Wrapped(
            self.tr("Contacts go out masked unless an owner wants them in full; who, when and how many is kept."),
            12,
            tone="text3",
        )
        for part in (self.people, self.left, self.made, self.message, self.found, self.reason, self.back, self.paid):
            self.body.addWidget(part)
        self.body.addLayout(self._steps())
        self.body.addStretch(1)
        self.body.addWidget(self.note)

    def _steps(self) -> QHBoxLayout:
        self.buttons = {
            "settle": button(self.tr("Words are right, ready to export"), "primary", "circle-check"),
            "export": button(self.tr("Export"), "primary", "upload"),
            "results": button(self.tr("Import results"), "primary", "file-spreadsheet"),
            "finish": button(self.tr("Mark as done"), icon_name="circle-check"),
            "drop": button(self.tr("Delete"), icon_name="trash-2"),
        }
        row = QHBoxLayout()
        for key, made in self.buttons.items():
            made.clicked.connect(lambda _=False, key=key: self.step.emit(key))
            row.addWidget(made)
        row.addStretch(1)
        return row

    def show_task(
        self,
        task: TaskList,
        left: Sequence[tuple[str, int]],
        failures: Sequence[tuple[str, int]],
        strays: Sequence[tuple[int, str, str]],
        now: int,
    ) -> None:
        """Fill it; what is being written stays while the same list is in sight."""
        is_same = self.task is not None and (self.task.id, self.task.state) == (task.id, task.state)
        self.task = task
        self.title.setText(task.name)
        self.under.setText(words.joined((words.channel(task.channel), task.staff)))
        self.chip.set_look(words.state_chip(task.state))
        said = self.tr("{send} to send to · {hold} held out · {left} left out")
        numbers = {"send": task.sends, "hold": task.holds, "left": task.left}
        self.people.setText(said.format(**{key: texts.count(value) for key, value in numbers.items()}))
        self.left.setText(" · ".join(f"{words.why(why)} {texts.count(n)}" for why, n in left))
        self.left.setVisible(bool(left))
        self.made.setText(words.joined(self._made(task, now)))
        if not is_same:
            self.message.blockSignals(True)
            self.message.setPlainText(task.message)
            self.message.blockSignals(False)
            self.reason.setText(task.pardon)
        is_open = task.state in ("draft", "due")
        self.message.setReadOnly(not is_open)
        self._show_back(task, failures, strays)
        shown = {"draft": ("settle", "drop"), "due": ("export", "drop"), "running": ("results", "finish"), "done": ()}
        for key, made in self.buttons.items():
            made.setVisible(key in shown[task.state])
        self._offer()

    def _typed(self) -> None:
        self._offer()
        self.step.emit("check")

    def _offer(self) -> None:
        """Words that were changed must be looked over again before they go out."""
        if self.task is not None and self.task.state == "due":
            is_other = self.message.toPlainText().strip() != self.task.message
            self.buttons["settle"].setVisible(is_other)
            self.buttons["export"].setEnabled(not is_other)

    def _made(self, task: TaskList, now: int) -> list[str]:
        parts = [task.source, self.tr("made {age}").format(age=texts.age(task.made_at, now)), task.made_by]
        if task.exported_at is not None:
            went = self.tr("exported {time} {by}")
            parts.append(went.format(time=texts.moment(task.exported_at, now), by=task.exported_by).strip())
        if task.pardon:
            parts.append(self.tr("let pass: {reason}").format(reason=task.pardon))
        return parts

    def _show_back(
        self, task: TaskList, failures: Sequence[tuple[str, int]], strays: Sequence[tuple[int, str, str]]
    ) -> None:
        lines = []
        if task.reached or task.failed:
            said = self.tr("{reached} reached · {failed} failed · {open} without an answer")
            open_ = task.sends - task.reached - task.failed
            counts = {"reached": task.reached, "failed": task.failed, "open": open_}
            lines.append(said.format(**{key: texts.count(value) for key, value in counts.items()}))
        elif task.state == "running":
            lines.append(self.tr("No results yet: import what the sending tool exports"))
        if failures:
            some = [f"{why or texts.NOTHING} {texts.count(n)}" for why, n in failures[:MOST_SAID]]
            lines.append(self.tr("Failed: {why}").format(why=" · ".join(some)))
        if strays:
            rows = self.tr(", ").join(f"{number} {said}" for number, said, _ in strays[:MOST_SAID])
            lines.append(words.joined((self.tr("%n row(s) fit nobody", "", len(strays)), rows), ": "))
        self.back.setText("\n".join(lines))
        self.back.setVisible(bool(lines))

    def show_result(self, result: ListResult | None, now: int) -> None:
        """Who paid by the orders in the file, beside those who were held out."""
        self.paid.setVisible(result is not None)
        if result is None:
            return
        lift, paid = result.lift, result.bought
        said = self.tr("By the orders: {n} of {of} sent to bought ({share}); of {held} held out {other}")
        share = texts.NOTHING if not lift.sent else f"{lift.bought / lift.sent:.1%}"
        counts = {"n": lift.bought, "of": lift.sent, "held": lift.held, "other": lift.held_bought}
        parts = [said.format(share=share, **{key: texts.count(value) for key, value in counts.items()})]
        margin = texts.money(paid.margin_fen) if paid.margin_fen is not None else self.tr("— (costs missing)")
        parts.append(self.tr("margin {money}").format(money=margin))
        if result.open:
            parts.append(self.tr("counts until {time}").format(time=texts.moment(paid.ends_at, now)))
        self.paid.setText(words.joined(parts))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """What the checker says of the words; a banned one asks for a reason."""
        is_open = self.task is not None and self.task.state in ("draft", "due")
        banned = [one.text for one in findings if one.severity is Severity.BLOCK]
        others = [one.text for one in findings if one.severity is not Severity.BLOCK]
        parts = []
        if banned:
            parts.append(self.tr("Banned: {words}").format(words="、".join(dict.fromkeys(banned))))
        if others:
            parts.append(self.tr("Look at: {words}").format(words="、".join(dict.fromkeys(others))))
        if not self.message.toPlainText().strip():
            parts = [self.tr("No words yet: the file goes out without a message")]
        self.found.setText(words.joined(parts) or self.tr("The wording checker finds nothing"))
        set_tone(self.found, "red" if banned else "amber" if others else "text3")
        self.reason.setVisible(bool(banned) and is_open)
        self.found.setVisible(is_open)
