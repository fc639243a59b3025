"""推送预览: what will change, what is held or skipped and why, what cannot be undone, how many calls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.core.clock import SECOND
from console.core.commands import Command, loss_phrase
from console.core.operators import Right
from console.rules.pushing import Plan
from console.store.outbox import UNDO_MS
from console.ui import texts
from console.ui.context import Desk
from console.ui.dialogs import Dialog
from console.ui.rights import guard
from console.ui.tabs.products.preview_list import HEAD, ROW, Lines, LinesArea
from console.ui.widgets import IconLabel, button, label
from console.ui.widgets.buttons import set_icon
from console.ui.widgets.labels import TextTone, Wrapped

WIDE, ROWS_SHOWN = 880, 7
TYPED_ABOVE = 50
CALLS_EACH = 3  # a reading before, the writing, a reading back


class PreviewDialog(Dialog):
    """Accepted: ``commands()`` is what the person wants sent."""

    def __init__(self, parent: QWidget, desk: Desk, plan: Plan, title: str = "") -> None:
        losses = plan.losses
        super().__init__(
            parent,
            title or self.tr("Push preview"),
            self.tr("Push"),
            kind="danger" if losses else "primary",
            undoable=not losses,
        )
        self.plan = plan
        self._desk = desk
        room = parent.window().size()
        self.setFixedWidth(min(WIDE, room.width() - 48))
        self.body.addLayout(self._tiles())
        lines = Lines(plan.lines, desk.language, desk.pictures)
        self.area = LinesArea(lines)
        most = max(2, min(ROWS_SHOWN, (room.height() - 480) // ROW + 2))
        self.area.setFixedHeight(HEAD + min(max(1, len(plan.lines)), most) * ROW + 2)
        self.body.addWidget(self.area)
        self.reason = QLineEdit()
        self.override = button(self.tr("Push all the same…"), small=True)
        self.held = self._held_note()
        self.body.addWidget(self.held)
        self.held.setVisible(bool(plan.of("held")))
        self.typed = QLineEdit()
        self.confirm = self._confirmation()
        self.body.addWidget(self.confirm)
        self.confirm.setVisible(bool(self.phrase))
        self.note = label(self._note_words(), 12, tone="text3")
        self.body.addWidget(self.note)
        set_icon(self.accept_button, "send", "onAccent")
        self._show()
        if self.phrase:
            self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what it says -----------------------------------------------------------------------------------------------

    def _tiles(self) -> QHBoxLayout:
        sent, held, skipped = (self.plan.of("sent"), self.plan.of("held"), self.plan.of("skipped"))
        goods = len({line.row_id for line in sent})
        left_out = len({line.row_id for line in held + skipped})
        losses = len(self.plan.losses)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._tile(self.tr("To update"), goods, self.tr("%n field(s)", "", len(sent))))
        why = (
            self.tr("%n did not pass", "", len(held))
            if held
            else self.tr("{n} in step").format(n=texts.count(self.plan.in_step))
        )
        row.addWidget(self._tile(self.tr("Left out"), left_out, why, "amber" if left_out else "text"))
        lost = self.tr("cannot be undone") if losses else self.tr("no variant is lost")
        row.addWidget(self._tile(self.tr("Variants deleted"), losses, lost, "red" if losses else "green"))
        calls = self.tr("each read before and after")
        row.addWidget(self._tile(self.tr("Calls"), len(sent) * CALLS_EACH, calls))
        return row

    def _tile(self, title: str, number: int, under: str, tone: TextTone = "text") -> QFrame:
        made = QFrame()
        made.setObjectName("quiet")
        column = QVBoxLayout(made)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        column.addWidget(label(title, 12, tone="text3"))
        column.addWidget(label(texts.count(number), 18, strong=True, tone=tone))
        column.addWidget(label(under, 12, tone="text3"))
        made.setAccessibleName(f"{title} {number} {under}")
        return made

    def _held_note(self) -> QFrame:
        made = QFrame()
        made.setObjectName("banner_amber")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconLabel("triangle-alert", 16, "fg_amber"))
        both = QVBoxLayout()
        both.setSpacing(2)
        words = self.tr("%n price(s) did not pass and are left out", "", len(self.plan.of("held")))
        both.addWidget(label(words, strong=True, tone="amber"))
        both.addWidget(
            Wrapped(self.tr("An owner may push them with a reason, which goes into the audit."), 12, tone="text2")
        )
        row.addLayout(both, 1)
        self.override.clicked.connect(self._ask_reason)
        row.addWidget(self.override)
        whole = QVBoxLayout(made)
        whole.setContentsMargins(12, 10, 12, 10)
        whole.setSpacing(8)
        whole.addLayout(row)
        self.reason.setPlaceholderText(self.tr("Why these prices are wanted all the same"))
        self.reason.setAccessibleName(self.reason.placeholderText())
        self.reason.textChanged.connect(self._show)
        self.reason.hide()
        whole.addWidget(self.reason)
        guard(self._desk.session, self.override, Right.OVERRIDE)
        return made

    def _ask_reason(self) -> None:
        self.reason.show()
        self.override.hide()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note_words(self) -> str:
        if self.plan.losses:
            return self.tr("A deleted variant does not come back, neither does its stock.")
        words = self.tr("Only what changes is sent · can be taken back for {n} s")
        return words.format(n=UNDO_MS // SECOND)

    # -- what has to be typed ---------------------------------------------------------------------------------------

    @property
    def phrase(self) -> str:
        """What is to be typed before anything goes: of a loss its phrase, of many rows their number."""
        if self.plan.losses:
            return loss_phrase(self.plan.losses)
        number = len(self.plan.of("sent"))
        return str(number) if number > TYPED_ABOVE else ""

    def _confirmation(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        ask = self.tr("Type the number of changes to confirm: {phrase}")
        if self.plan.losses:
            ask = self.tr("Variants will be deleted. Type to confirm: {phrase}")
        said = label(ask.format(phrase=self.phrase), 12, tone="red" if self.plan.losses else "text2")
        self.typed.setAccessibleName(said.text())
        self.typed.setPlaceholderText(self.phrase)
        self.typed.textChanged.connect(self._show)
        column.addWidget(said)
        column.addWidget(self.typed)
        return made

    def _show(self) -> None:
        """The button says how many go, and is grey while something is missing."""
        number = len(self.commands())
        self.accept_button.setText(self.tr("Push %n change(s)", "", number))
        missing = ""
        if not number:
            missing = self.tr("Nothing can be pushed")
        elif self.phrase and self.typed.text().strip() != self.phrase:
            missing = self.tr("Type “{phrase}” first").format(phrase=self.phrase)
        self.accept_button.setEnabled(not missing)
        self.accept_button.setToolTip(missing)

    def commands(self) -> list[Command]:
        """What goes, with the reason and what was typed in it."""
        reason = self.reason.text() if self._desk.may(Right.OVERRIDE) else ""
        return self.plan.commands(reason, self.typed.text())
