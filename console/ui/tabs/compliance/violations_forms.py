"""Typing a case in, pasting a notice, and what a level means: dialogs that keep nothing themselves."""

from collections.abc import Sequence
from typing import cast

import msgspec
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from console import reference
from console.core.clock import format_shop_time, shop_datetime
from console.core.money import fen, yuan
from console.documents.case_sheet import case_number
from console.rules.notices import Noticed, end_of, moment_of
from console.rules.violations import Case, CountFrom, Level, LevelFigures, end_of_day, last_day
from console.ui.dialogs import Dialog
from console.ui.tabs.compliance import violations_words as words
from console.ui.widgets import Picker, label
from console.ui.widgets.labels import Wrapped


class CaseDialog(Dialog):
    """A case by hand. Nothing is filled in that nobody said; the level has to be chosen."""

    def __init__(self, parent: QWidget, case: Case | None = None, noticed: Noticed | None = None) -> None:
        super().__init__(parent, self.tr("Violation"), self.tr("Keep"))
        self._case = case
        self.number, self.notice, self.cause, self.subject = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.orders, self.points, self.fine, self.due = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        levels = [("", self.tr("Choose the level")), *((one.value, words.level(one)) for one in Level)]
        self.level = Picker(levels, "")
        self.notice.setPlaceholderText("2026-11-18 23:10")
        self.due.setPlaceholderText(self.tr("as the notice says it; else by the level"))
        self.number.setPlaceholderText(self.tr("made up where there is none"))
        if noticed is not None:
            self.body.addWidget(Wrapped(self._recognised(noticed), 12, tone="amber"))
        form = QFormLayout()
        form.setSpacing(8)
        for name, field in self._fields():
            field.setAccessibleName(name)
            form.addRow(label(name, 12, tone="text3"), field)
        self.body.addLayout(form)
        self.trouble = QLabel()
        self.trouble.setProperty("tone", "red")
        self.body.addWidget(self.trouble)
        if case is not None:
            self._fill(case)
        elif noticed is not None:
            self._fill_noticed(noticed)
        for field in (self.notice, self.points, self.fine, self.due):
            field.textChanged.connect(self._judge)
        self.level.chosen.connect(self._judge)
        self._judge()

    def _fields(self) -> Sequence[tuple[str, QWidget]]:
        return (
            (self.tr("Number"), self.number),
            (self.tr("Level"), self.level),
            (self.tr("Time of the notice"), self.notice),
            (self.tr("Cause"), self.cause),
            (self.tr("Goods or show"), self.subject),
            (self.tr("Order numbers"), self.orders),
            (self.tr("Points"), self.points),
            (self.tr("Fine (yuan)"), self.fine),
            (self.tr("Appeal by"), self.due),
        )

    def _recognised(self, noticed: Noticed) -> str:
        """What was read out of the text, and what was not: to be looked over by a person."""
        parts = {
            self.tr("level"): noticed.level is not None,
            self.tr("time of the notice"): noticed.notice_at is not None,
            self.tr("appeal deadline"): noticed.due_at is not None or noticed.workdays is not None,
            self.tr("order numbers"): bool(noticed.orders),
        }
        found = self.tr("、").join(name for name, is_there in parts.items() if is_there) or "—"
        lacks = self.tr("、").join(name for name, is_there in parts.items() if not is_there)
        said = self.tr("Read out of the text: {found}. Look it over before it is kept.").format(found=found)
        missing = self.tr("Not found: {lacks}.").format(lacks=lacks)
        return f"{said} {missing}" if lacks else said

    def _fill(self, case: Case) -> None:
        self.number.setText(case.case_id)
        self.number.setReadOnly(True)
        self.level.set_key(case.level.value)
        self.notice.setText(format_shop_time(case.notice_at)[:16])
        self.cause.setText(case.cause)
        self.subject.setText(case.subject)
        self.orders.setText(case.order_no)
        self.points.setText("" if case.points is None else str(case.points))
        self.fine.setText("" if case.fine_fen is None else yuan(case.fine_fen))
        self.due.setText("" if case.told_due_at is None else _last_day(case.told_due_at))

    def _fill_noticed(self, noticed: Noticed) -> None:
        self.number.setText(noticed.case_no)
        self.level.set_key(noticed.level.value if noticed.level is not None else "")
        self.notice.setText("" if noticed.notice_at is None else format_shop_time(noticed.notice_at)[:16])
        self.cause.setText(noticed.cause)
        self.subject.setText(noticed.subject)
        self.orders.setText(" ".join(noticed.orders))
        self.points.setText("" if noticed.points is None else str(noticed.points))
        self.fine.setText("" if noticed.fine_fen is None else yuan(noticed.fine_fen))
        due_at = noticed.due_at
        if due_at is None and noticed.workdays is not None and noticed.notice_at is not None:
            begun = shop_datetime(noticed.notice_at).date()
            due_at = end_of_day(last_day(begun, noticed.workdays, reference.workdays())[0])
        self.due.setText("" if due_at is None else _last_day(due_at))

    def _judge(self) -> None:
        trouble = self._why_not()
        self.trouble.setText(trouble)
        self.accept_button.setEnabled(not trouble)

    def _why_not(self) -> str:
        if not self.level.key():
            return self.tr("The level is missing.")
        notice_at = moment_of(self.notice.text())
        if notice_at is None:
            return self.tr("The time of the notice is missing, like 2026-11-18 23:10.")
        due = self.due.text().strip()
        if due and (end_of(due) or 0) <= notice_at:
            return self.tr("The appeal must end after the notice.")
        if self.points.text().strip() and not self.points.text().strip().isdecimal():
            return self.tr("Points are a whole number.")
        try:
            fen(self.fine.text().strip() or "0")
        except ValueError:
            return self.tr("The fine is an amount in yuan.")
        return ""

    def case(self) -> Case:
        """As it was typed; what was done about it stays."""
        notice_at = moment_of(self.notice.text())
        assert notice_at is not None  # noqa: S101 - ``_judge`` let nobody accept it otherwise
        told = {
            "notice_at": self.notice.text(),
            "level": self.level.key(),
            "cause": self.cause.text(),
            "subject": self.subject.text(),
            "order_no": self.orders.text(),
        }
        points, fine, due = self.points.text().strip(), self.fine.text().strip(), self.due.text().strip()
        before = self._case or Case(
            case_id=self.number.text().strip() or case_number(told),
            notice_at=notice_at,
            level=Level(self.level.key()),
            source="typed",
        )
        return msgspec.structs.replace(
            before,
            notice_at=notice_at,
            level=Level(self.level.key()),
            cause=self.cause.text().strip(),
            subject=self.subject.text().strip(),
            order_no=" ".join(self.orders.text().replace("，", " ").replace(",", " ").split()),
            points=int(points) if points else None,
            fine_fen=fen(fine) if fine else None,
            told_due_at=end_of(due) if due else None,
        )


class PasteDialog(Dialog):
    """The text of a notice, or cells of a table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Paste a notice"), self.tr("Read it"))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Text of the notice"))
        self.text.setMinimumHeight(200)
        hint = self.tr(
            "No platform hands out violations by an interface. Paste the notice as it stands in the back office, "
            "or a table with its titles."
        )
        self.body.addWidget(Wrapped(hint, 12, tone="text3"))
        self.body.addWidget(self.text)
        self.accept_button.setEnabled(False)
        self.text.textChanged.connect(lambda: self.accept_button.setEnabled(bool(self.text.toPlainText().strip())))


class LevelDialog(Dialog):
    """What a level means: dated today when it is kept, and never without a source."""

    def __init__(self, parent: QWidget, level: Level, figures: LevelFigures, chinese: bool) -> None:
        super().__init__(parent, words.level(level), self.tr("Keep"))
        self._figures, self._chinese = figures, chinese
        self.appeal = QLineEdit("" if figures.appeal_workdays is None else str(figures.appeal_workdays))
        self.impact = QLineEdit("" if figures.impact_days is None else str(figures.impact_days))
        self.measure = QLineEdit(figures.measure_zh if chinese else figures.measure_en)
        choices = [("next", self.tr("first working day after the notice")), ("same", self.tr("day of the notice"))]
        self.count_from = Picker(choices, figures.count_from)
        self.cutoff = QLineEdit(str(figures.cutoff_hour))
        self.source = QLineEdit()
        self.source.setPlaceholderText(self.tr("which page or notice says so"))
        form = QFormLayout()
        form.setSpacing(8)
        for name, field in (
            (self.tr("Working days to appeal (empty: no appeal)"), self.appeal),
            (self.tr("Days it weighs (empty: for good)"), self.impact),
            (self.tr("Counting begins on"), self.count_from),
            (self.tr("The last day ends at (hour, 1 to 24)"), self.cutoff),
            (self.tr("Measure"), self.measure),
            (self.tr("Source"), self.source),
        ):
            field.setAccessibleName(name)
            if isinstance(field, QLineEdit):
                field.textChanged.connect(self._judge)
            form.addRow(label(name, 12, tone="text3"), field)
        self.body.addLayout(form)
        self.body.addWidget(Wrapped(self.tr("So far: {source}").format(source=words.source(figures)), 12, tone="text3"))
        self._judge()

    def _judge(self) -> None:
        numbers = (self.appeal.text().strip(), self.impact.text().strip())
        fine = all(not one or (one.isdecimal() and int(one) > 0) for one in numbers)
        hour = self.cutoff.text().strip()
        fine = fine and hour.isdecimal() and 1 <= int(hour) <= 24
        self.accept_button.setEnabled(fine and bool(self.source.text().strip()))

    def figures(self) -> LevelFigures:
        """As they were typed."""
        appeal, impact = self.appeal.text().strip(), self.impact.text().strip()
        measure = {"measure_zh" if self._chinese else "measure_en": self.measure.text().strip()}
        return msgspec.structs.replace(
            self._figures,
            appeal_workdays=int(appeal) if appeal else None,
            impact_days=int(impact) if impact else None,
            source=self.source.text().strip(),
            count_from=cast(CountFrom, self.count_from.key()),
            cutoff_hour=int(self.cutoff.text()),
            **measure,
        )


def _last_day(due_at: int) -> str:
    """A midnight is said as the day before it, which runs to its 24:00."""
    text = format_shop_time(due_at)
    return format_shop_time(due_at - 1)[:10] if text.endswith("00:00:00") else text[:16]
