"""One verdict, opened: what was found by whom, how it was asked, and a way to contest it."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from console import catalogue
from console.rules.reviews import Point, Verdict
from console.rules.wording.nouns import Severity
from console.ui import texts
from console.ui.dialogs import Dialog
from console.ui.page import scrolled
from console.ui.tabs.compliance import looks
from console.ui.tabs.compliance import reviews_words as words
from console.ui.widgets import Chip, label, line, stack
from console.ui.widgets.labels import Elided, Wrapped

LIST_HIGH = 240


class VerdictDialog(Dialog):
    """Everything a model said is plain text here."""

    def __init__(self, parent: QWidget, one: Verdict, language: catalogue.Language) -> None:
        super().__init__(parent, self.tr("Review of {time}").format(time=texts.full_moment(one.at)), self.tr("Contest"))
        self.setMinimumWidth(640)
        self._one, self._language = one, language
        self.body.addWidget(Elided(f"{words.subject(one)} · {words.surface(one)} · {words.found(one)}", 13))
        if one.trouble:
            said = catalogue.words(one.trouble, language, platform="reviewer")
            self.body.addWidget(Wrapped(f"{said.text} {said.next_step}", 13, tone="amber"))
        self.body.addWidget(self._points())
        for said_of in self._how():
            self.body.addWidget(Wrapped(said_of, 12, tone="text3"))
        if one.sent:
            self.body.addWidget(label(self.tr("What was sent"), 12, tone="text3"))
            sent = QPlainTextEdit(one.sent)
            sent.setReadOnly(True)
            sent.setAccessibleName(self.tr("What was sent"))
            sent.setMaximumHeight(90)
            self.body.addWidget(sent)
        self.reason = QLineEdit(one.contest)
        self.reason.setAccessibleName(self.tr("Why it is wrong"))
        self.reason.setPlaceholderText(self.tr("Why it is wrong: kept beside the verdict with your name"))
        self.reason.setMaxLength(500)
        self.reason.textChanged.connect(self._judge)
        self.body.addWidget(self.reason)
        if one.contested_at is not None:
            by = one.contested_by or self.tr("somebody at this computer")
            said_by = self.tr("Contested by {name}, {time}").format(name=by, time=texts.full_moment(one.contested_at))
            self.body.addWidget(Elided(said_by))
        self.cancel_button.setText(self.tr("Close"))
        self._judge()

    def _judge(self) -> None:
        reason = self.reason.text().strip()
        self.accept_button.setEnabled(bool(reason) and reason != self._one.contest)

    def _points(self) -> QWidget:
        inside = QWidget()
        room = QVBoxLayout(inside)
        room.setContentsMargins(0, 0, 8, 0)
        room.setSpacing(6)
        for point in self._one.points:
            room.addWidget(self._point(point))
            room.addWidget(line())
        if not self._one.points:
            room.addWidget(label(self.tr("No risk found: an aid, no proof that there is none"), tone="text2"))
        room.addStretch(1)
        area = scrolled(inside)
        area.setFixedHeight(LIST_HIGH if len(self._one.points) > 2 else LIST_HIGH // 2)
        return area

    def _point(self, point: Point) -> QWidget:
        made = QWidget()
        where = point.frame or self.tr("letter {n}").format(n=(point.start or 0) + 1)
        both = stack(
            Wrapped(f"“{point.text}”", 13, strong=True),
            Wrapped(point.reason, 12, tone="text2"),
            Elided(f"{where} · {words.by(point)}", 12),
            gap=2,
        )
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(10)
        row.addWidget(Chip(looks.chip(Severity.of(point.severity))))
        row.addLayout(both, 1)
        return made

    def _how(self) -> list[str]:
        one = self._one
        told = [self.tr("Word bank {version}").format(version=one.bank.partition("+")[0])]
        if one.model:
            told.append(self.tr("model {model} at {place}").format(model=one.model, place=one.endpoint))
            told.append(self.tr("prompt {version}").format(version=one.prompt))
            took = texts.NOTHING if one.took_ms is None else f"{one.took_ms / 1000:.1f} s"
            told.append(self.tr("took {time}, cost {cost}").format(time=took, cost=words.cost(one)))
            told.append(self.tr("{n} of its claims did not fit the text and were dropped").format(n=one.dropped))
            told.append(self.tr("input sha256 {hash}").format(hash=f"{one.input_hash[:12]}…"))
        return [" · ".join(told)]
