"""One finding in the list: closed two lines; open with its article, reason, better words, and a way to let it pass."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from console.core.clock import DAY
from console.rules.wording.nouns import Finding
from console.rules.wording.pardons import Scope
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.tabs.compliance import looks
from console.ui.widgets import Chip, IconLabel, Picker, button, label, stack
from console.ui.widgets.labels import Elided, TextTone, Wrapped, set_tone

LASTS = ("7", "30", "90", "")  # days; empty: until it is taken back


class FindingRow(QFrame):
    """``chosen``: it was clicked. ``mended`` carries a better word, ``passed`` reason, scope and days."""

    chosen = Signal()
    mended = Signal(str)
    passed = Signal(str, str, str)

    def __init__(self, finding: Finding, line: int, scopes: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName("findingRow")
        self.finding = finding
        self._line = line
        self._scopes = scopes
        self._lines: list[QLabel] = []
        self.reason: QLineEdit | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(16, 12, 16, 12)
        self._whole.setSpacing(6)
        self._closed = self._two_lines()
        self._whole.addWidget(self._closed)
        self._opened: QWidget | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{looks.severity(finding.severity)} {finding.text} {finding.rule.reason}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit()
        super().mousePressEvent(event)

    def renew(self, finding: Finding, line: int) -> None:
        """The same finding where it stands now."""
        self.finding, self._line = finding, line
        for where in self._lines:
            where.setText(self._where())

    def open(self, instead: Sequence[str]) -> None:
        """Show everything; ``instead`` are better words."""
        if self._opened is None:
            self._opened = self._everything(instead)
            self._whole.addWidget(self._opened)
        self._closed.hide()
        self._opened.show()
        set_tone(self, looks.TONES[self.finding.severity], "open")

    def close_again(self) -> None:
        """Two lines again."""
        if self._opened is not None:
            self._opened.hide()
        self._closed.show()
        set_tone(self, "", "open")

    def _where(self) -> str:
        return self.tr("line {n}").format(n=texts.count(self._line))

    def _two_lines(self) -> QWidget:
        one = self.finding
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(IconLabel(looks.ICONS[one.severity], 16, f"fg_{looks.TONES[one.severity]}"))
        words = Elided(one.text.replace("\n", " "), 13, tone="text")
        words.setFont(label("", 13, strong=True).font())
        top.addWidget(words, 1)
        self._lines.append(label(self._where(), 12, tone="text3"))
        top.addWidget(self._lines[-1])
        top.addWidget(label(one.rule_id, 11, tone="text3"))
        column.addLayout(top)
        column.addWidget(Elided(f"{one.rule.law} · {one.rule.reason}", 12, tone="text3"))
        return made

    def _everything(self, instead: Sequence[str]) -> QWidget:
        one = self.finding
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(Chip(looks.chip(one.severity)))
        words = Elided(one.text.replace("\n", " "), 15, tone="text")
        words.setFont(label("", 15, strong=True).font())
        top.addWidget(words, 1)
        if one.evasive:
            top.addWidget(Chip(ChipLook("purple", "eye", self.tr("Looks like evasion"))))
        top.addWidget(label(one.rule_id, 11, tone="text3"))
        column.addLayout(top)
        self._lines.append(label(self._where(), 12, tone="text3"))
        under = [self._lines[-1]]
        if one.plain != one.text:
            under.append(label(self.tr("read as “{plain}”").format(plain=one.plain), 12, tone="text3"))
        column.addLayout(stack(*under, None, across=True))
        facts: tuple[tuple[str, str, TextTone], ...] = (
            (self.tr("Article"), one.rule.law, "accent"),
            (self.tr("Reason"), one.rule.reason, "text"),
            (self.tr("Advice"), "；".join(one.rule.suggest), "text"),
        )
        for name, said, tone in facts:
            if said:
                row = QHBoxLayout()
                row.setSpacing(12)
                row.addWidget(label(name, 12, tone="text3"), 0, Qt.AlignmentFlag.AlignTop)
                row.addWidget(Wrapped(said, 12, tone=tone), 1)
                column.addLayout(row)
        column.addLayout(self._better(instead))
        column.addWidget(self._pass_box())
        return made

    def _better(self, instead: Sequence[str]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for words in instead:
            made = button(words, small=True)
            made.clicked.connect(lambda _=False, words=words: self.mended.emit(words))
            row.addWidget(made)
        away = button(self.tr("Delete it"), "ghost", "trash-2", small=True)
        away.clicked.connect(lambda: self.mended.emit(""))
        row.addWidget(away)
        row.addStretch(1)
        return row

    def _pass_box(self) -> QWidget:
        made = QFrame()
        made.setObjectName("quiet")
        column = QVBoxLayout(made)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Let it pass (listed in the monthly report)"), 12, strong=True, tone="text2"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("The reason, e.g. a registered trade mark"))
        self.reason.setAccessibleName(self.tr("Reason"))
        scope = Picker(self._scopes, self._scopes[0][0])
        lasts = Picker([(days, self._days(days)) for days in LASTS], "30")
        let = button(self.tr("Let it pass"), small=True)
        let.setEnabled(False)
        self.reason.textChanged.connect(lambda words: let.setEnabled(bool(words.strip())))
        reason = self.reason
        let.clicked.connect(lambda: self.passed.emit(reason.text().strip(), scope.key(), lasts.key()))
        column.addWidget(self.reason)
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (scope, lasts):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(let)
        column.addLayout(row)
        return made

    def _days(self, days: str) -> str:
        return self.tr("{n} days").format(n=days) if days else self.tr("No end")


def end_of(days: str, now: int) -> int | None:
    """When a pardon of so many days ends."""
    return now + int(days) * DAY if days else None


def scope_of(key: str) -> Scope:
    """A picker's key as a scope."""
    return "item" if key == "item" else "shop" if key == "shop" else "text"
