"""达标线: pass and excellent of three figures: the trade's, or the merchant's own by category and day."""

from datetime import datetime
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.core.clock import SECOND, SHOP_TIME, day_start, format_shop_time
from console.rules.live_text import Unreadable, read_percent, read_seconds
from console.rules.live_tiles import RATED, TileKey
from console.store.live_settings import LineRule
from console.ui.tabs.live import words
from console.ui.tabs.live.figures_reading import FiguresReading
from console.ui.widgets import Picker, button, label, link
from console.ui.widgets.labels import Wrapped, set_tone


class LinesPanel(QWidget):
    """``kept`` and ``dropped`` carry the rule."""

    kept = Signal(object)
    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._now = 0
        self._shown: object = None
        self.hold = Wrapped("", 13, tone="text2")
        self.figure = Picker([(key, words.title(key)) for key in RATED], RATED[0])
        self.category = Picker([("", self.tr("All categories"))], "")
        self.since, self.passing, self.excellent = QLineEdit(), QLineEdit(), QLineEdit()
        self.figure.chosen.connect(lambda: self._hint())
        self.wrong = Wrapped("", 12, tone="red")
        self.wrong.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        fields = (
            (self.tr("Figure"), self.figure),
            (self.tr("Category"), self.category),
            (self.tr("From the day"), self.since),
            (self.tr("Pass"), self.passing),
            (self.tr("Excellent"), self.excellent),
        )
        for number, (name, field) in enumerate(fields):
            place, column = number // 3 * 2, number % 3
            field.setAccessibleName(name)
            grid.addWidget(label(name, 12, tone="text2"), place, column)
            grid.addWidget(field, place + 1, column)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        self.keep = button(self.tr("Keep"), "primary", "check")
        self.keep.clicked.connect(self.submit)
        for line in (self.since, self.passing, self.excellent):
            line.returnPressed.connect(self.submit)
            line.textChanged.connect(lambda: self._complain(None, ""))
        grid.addWidget(self.keep, 3, 2)
        self.list = QVBoxLayout()
        self.list.setSpacing(4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 10, 0)
        whole.setSpacing(12)
        whole.addWidget(self.hold)
        whole.addWidget(label(self.tr("Set your own"), 13, strong=True))
        whole.addLayout(grid)
        whole.addWidget(self.wrong)
        why = self.tr("A show is judged by the lines of the day it began: what is set today does not change the past.")
        whole.addWidget(Wrapped(why, 12, tone="text3"))
        whole.addWidget(label(self.tr("Your own lines"), 13, strong=True))
        whole.addLayout(self.list)
        whole.addStretch(1)
        self._hint()

    def show_reading(self, reading: FiguresReading) -> None:
        """The lines in force, and the merchant's own."""
        self._now = reading.now
        self.since.setPlaceholderText(format_shop_time(reading.now)[:10])
        held = [
            self.tr("{figure}: pass {passing}, excellent {excellent}").format(
                figure=words.title(key),
                passing=words.exact(key, one.passing),
                excellent=words.exact(key, one.excellent),
            )
            for key, one in (reading.lines or {}).items()
        ]
        of = reading.category or self.tr("all categories")
        self.hold.setText(self.tr("In force ({category})").format(category=of) + "\n" + "\n".join(held))
        self.category.set_choices([("", self.tr("All categories")), *((one, one) for one in reading.branches)])
        if reading.rules != self._shown:
            self._shown = reading.rules
            self._list(reading)

    def _list(self, reading: FiguresReading) -> None:
        while (item := self.list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for rule in reading.rules:
            self.list.addWidget(self._row(rule))
        if not reading.rules:
            self.list.addWidget(label(self.tr("None: the trade's yardstick holds"), 12, tone="text3"))

    def _row(self, rule: LineRule) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        key = cast(TileKey, rule.figure)
        pair = f"{words.exact(key, rule.passing)} / {words.exact(key, rule.excellent)}"
        of = rule.category or self.tr("All categories")
        row.addWidget(label(f"{words.title(key)} · {of}", 13))
        row.addStretch(1)
        row.addWidget(label(pair, 13, strong=True))
        row.addWidget(label(self.tr("from {day}").format(day=format_shop_time(rule.since_at)[:10]), 12, tone="text3"))
        drop = link(self.tr("Take back"))
        drop.clicked.connect(lambda: self.dropped.emit(rule))
        row.addWidget(drop)
        return part

    # -- typing -----------------------------------------------------------------------------------------------------

    def _hint(self) -> None:
        is_time = self.figure.key() == "stay"
        self.passing.setPlaceholderText("1:30" if is_time else "5%")
        self.excellent.setPlaceholderText("3:00" if is_time else "15%")

    def submit(self) -> None:
        """Keep what was typed, unless it cannot be."""
        passing, excellent = self._number(self.passing), self._number(self.excellent)
        if passing is None or excellent is None:
            return
        if excellent < passing:
            self._complain(self.excellent, self.tr("Excellent lies above pass"))
            return
        since_at = self._day()
        if since_at is not None:
            self.kept.emit(
                LineRule(
                    figure=self.figure.key(),
                    since_at=since_at,
                    passing=passing,
                    excellent=excellent,
                    category=self.category.key(),
                )
            )

    def _number(self, line: QLineEdit) -> float | None:
        is_time = self.figure.key() == "stay"
        try:
            found = read_seconds(line.text()) if is_time else read_percent(line.text())
        except Unreadable:
            found = None
        if found is None or found.value <= 0 or (not is_time and found.value > 1):
            self._complain(line, self.tr("A time like 1:30") if is_time else self.tr("A share like 5%"))
            return None
        return found.value

    def _day(self) -> int | None:
        text = self.since.text().strip()
        if not text:
            return day_start(self._now)
        try:
            return round(datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=SHOP_TIME).timestamp()) * SECOND
        except ValueError:
            self._complain(self.since, self.tr("A day like 2026-11-01"))
            return None

    def _complain(self, line: QLineEdit | None, said: str) -> None:
        for one in (self.since, self.passing, self.excellent):
            set_tone(one, "true" if one is line else "false", "wrong")
        self.wrong.setText(said)
        self.wrong.setVisible(bool(said))
        if line is not None:
            line.setFocus()

    def empty(self) -> None:
        """For the next one."""
        for line in (self.since, self.passing, self.excellent):
            line.clear()
