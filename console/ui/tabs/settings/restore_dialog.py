"""What happens when a backup is restored, told before it is: what it holds, what it lacks, what becomes of the rest."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QWidget

from console.store.backups import Contents
from console.ui import texts
from console.ui.dialogs import Dialog
from console.ui.widgets import IconLabel, label, stack
from console.ui.widgets.labels import Wrapped

WIDE = 600


class RestoreDialog(Dialog):
    """Accepted: it is to take the place of the present file at the next start."""

    def __init__(self, parent: QWidget, name: str, at: int | None, then: Contents, present: Contents) -> None:
        super().__init__(
            parent, self.tr("Restore a backup"), self.tr("Restore at the next start"), kind="danger", undoable=False
        )
        self.setFixedWidth(WIDE)
        named = name if at is None else self.tr("{name}, made {time}").format(name=name, time=texts.full_moment(at))
        self.body.addWidget(Wrapped(named, tone="text2"))
        self.body.addWidget(self._compared(then, present))
        for icon, words in self._told(then, present):
            self.body.addWidget(_said(icon, words))
        self.word = self.tr("restore")
        ask = label(self.tr("Type “{word}” to confirm").format(word=self.word), 12, tone="text2")
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(self.word)
        self.typed.setAccessibleName(ask.text())
        self.typed.textChanged.connect(self._typed)
        ask.setBuddy(self.typed)
        self.body.addLayout(stack(ask, self.typed, gap=4))
        self._typed("")
        self.typed.setFocus()

    def _compared(self, then: Contents, present: Contents) -> QWidget:
        panel = QFrame()
        panel.setObjectName("quiet")
        grid = QGridLayout(panel)
        grid.setContentsMargins(12, 10, 12, 10)
        grid.setVerticalSpacing(8)
        right = Qt.AlignmentFlag.AlignRight
        for at, title in enumerate((self.tr("In the backup"), self.tr("Now")), start=1):
            grid.addWidget(label(title, 12, tone="text3"), 0, at, right)
            grid.setColumnMinimumWidth(at, 120)
        rows = (
            (self.tr("Orders"), then.orders, present.orders),
            (self.tr("Goods"), then.items, present.items),
            (self.tr("After-sales"), then.after_sales, present.after_sales),
            (self.tr("Decisions in the audit"), then.decisions, present.decisions),
        )
        for row, (title, was, now) in enumerate(rows, start=1):
            grid.addWidget(label(title, tone="text2"), row, 0)
            grid.addWidget(label(texts.count(was), strong=True), row, 1, right)
            grid.addWidget(label(texts.count(now), strong=True), row, 2, right)
        grid.setColumnStretch(0, 1)
        return panel

    def _told(self, then: Contents, present: Contents) -> tuple[tuple[str, str], ...]:
        lost = max(0, present.decisions - then.decisions)
        return (
            ("clock", self.tr("Nothing happens now. At the next start the backup takes the place of the data.")),
            ("archive", self.tr("The present file is not deleted: it is put aside, and can be restored likewise.")),
            (
                "refresh-cw",
                self.tr("Orders, goods and after-sales since then come again from the platforms with the next sync."),
            ),
            (
                "triangle-alert",
                self.tr(
                    "What was decided here since then is not in it: links, costs, notes, rules, run sheets, waybill "
                    "numbers taken. The audit counts {n}."
                ).format(n=texts.count(lost)),
            ),
            (
                "send",
                self.tr("What waited to be sent then is not sent by itself: each asks you first, for it may be done."),
            ),
        )

    def _typed(self, words: str) -> None:
        right = words.strip().casefold() == self.word.casefold()
        self.accept_button.setEnabled(right)
        self.accept_button.setToolTip("" if right else self.tr("The word is not typed yet"))


def _said(icon: str, words: str) -> QWidget:
    made = QWidget()
    tint = "fg_amber" if icon == "triangle-alert" else "text3"
    row = stack(IconLabel(icon, 16, tint), across=True, gap=10)
    row.setAlignment(Qt.AlignmentFlag.AlignTop)
    row.addWidget(Wrapped(words, tone="text2"), 1)
    made.setLayout(row)
    return made
