"""手动录入: figures an operator reads off the page and types in; what is wrong is said at its field."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console import reference
from console.core.live import LiveSnapshot
from console.rules.live_import import Span, read_when
from console.rules.live_text import Unreadable, read_field, read_pad, snapshot_of
from console.store.live_typed import Typed
from console.ui import texts
from console.ui.tabs.live import figure_words, words
from console.ui.tabs.live.figures_reading import FiguresReading
from console.ui.widgets import button, label, link
from console.ui.widgets.labels import Elided, Wrapped, set_tone

ACROSS = 3
MOST_LISTED = 12


class FigureField(QWidget):
    """A figure's name with its unit, a line, and what is wrong with what was typed."""

    def __init__(self, field: str, hint: str = "") -> None:
        super().__init__()
        self.field = field
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(figure_words.field_name(field))
        self.line.textChanged.connect(lambda: self.complain(""))
        self.wrong = Wrapped("", 12, tone="red")
        self.wrong.hide()
        unit = "" if field == "at" else f" ({figure_words.unit(field)})"
        title = label(figure_words.field_name(field) + unit, 12, tone="text2")
        title.setBuddy(self.line)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        for part in (title, self.line, self.wrong):
            whole.addWidget(part)
        whole.addStretch(1)

    def complain(self, said: str) -> None:
        """Say it under the line; empty: nothing is wrong."""
        self.wrong.setText(said)
        self.wrong.setVisible(bool(said))
        set_tone(self.line, "true" if said else "false", "wrong")

    def value(self) -> float | None:
        """What was typed; None: nothing. Raises Unreadable."""
        found = read_field(self.field, self.line.text())
        return None if found is None else found.value


class PadPanel(QWidget):
    """``kept`` carries the snapshot; ``taken_back`` the moment of one and its source."""

    kept = Signal(object)
    taken_back = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._reading: FiguresReading | None = None
        self._shown: tuple[object, ...] = ()
        self.quick = QLineEdit()
        self.quick.setPlaceholderText(self.tr("in one line: online 356 stay 1:42 likes 2300 followers 12"))
        self.quick.setAccessibleName(self.tr("All in one line"))
        self.quick.textChanged.connect(self._spread)
        self.unread = Wrapped("", 12, tone="amber")
        self.fields = {field: FigureField(field) for field in figure_words.PAD}
        self.when = FigureField("at", self.tr("now"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for number, one in enumerate((*self.fields.values(), self.when)):
            grid.addWidget(one, number // ACROSS, number % ACROSS)
        for column in range(ACROSS):
            grid.setColumnStretch(column, 1)
        self.keep = button(self.tr("Keep"), "primary", "check")
        self.keep.clicked.connect(self.submit)
        for line in (self.quick, self.when.line, *(one.line for one in self.fields.values())):
            line.returnPressed.connect(self.submit)
        foot = QHBoxLayout()
        why = self.tr("Kept as typed by hand, with its time. Empty fields stay unknown: never 0.")
        foot.addWidget(Wrapped(why, 12, tone="text3"), 1)
        foot.addWidget(self.keep)
        self.list = QVBoxLayout()
        self.list.setSpacing(4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 10, 0)
        whole.setSpacing(12)
        whole.addWidget(self.quick)
        whole.addWidget(self.unread)
        whole.addLayout(grid)
        whole.addLayout(foot)
        whole.addWidget(label(self.tr("Brought by hand"), 13, strong=True))
        whole.addLayout(self.list)
        whole.addStretch(1)
        self.unread.hide()

    def show_reading(self, reading: FiguresReading) -> None:
        """What was brought to this show so far."""
        self._reading = reading
        self.setEnabled(reading.show is not None)
        told = tuple(reading.typed[:MOST_LISTED])
        shown = (told, reading.now // 60_000)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self.list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in told:
            self.list.addWidget(self._row(one, reading.now))
        if not told:
            self.list.addWidget(label(self.tr("Nothing yet"), 12, tone="text3"))

    def _row(self, one: Typed, now: int) -> QWidget:
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        said = figure_words.told(one.values)
        inside.addWidget(label(texts.full_moment(one.at)[11:], 12, tone="text3"))
        inside.addWidget(Elided(said, 13, tone="text"), 1)
        inside.addWidget(label(f"{words.source(one.source)} · {words.how_old(one.at, now)}", 12, tone="text3"))
        back = link(self.tr("Take back"))
        back.setAccessibleName(f"{self.tr('Take back')} {said}")
        back.clicked.connect(lambda: self.taken_back.emit(one.at, one.source))
        inside.addWidget(back)
        return row

    # -- typing -----------------------------------------------------------------------------------------------------

    def _spread(self, line: str) -> None:
        """What the line says, into the fields; words that nobody understands are named."""
        pad = read_pad(line, reference.live_synonyms())
        for field, one in self.fields.items():
            if field in pad.values:
                one.line.setText(_typable(field, pad.values[field]))
        unread = [*pad.unread, *(name for name in pad.values if name not in self.fields)]
        self.unread.setText(self.tr("Not understood: {words}").format(words=" · ".join(unread)))
        self.unread.setVisible(bool(unread))

    def submit(self) -> None:
        """Keep what stands in the fields, unless one of them is wrong."""
        reading = self._reading
        if reading is None or reading.show is None:
            return
        values: dict[str, float] = {}
        wrong: list[FigureField] = []
        for field, one in self.fields.items():
            try:
                value = one.value()
            except Unreadable:
                one.complain(self.tr("Not a figure"))
                wrong.append(one)
            else:
                if value is not None:
                    values[field] = value
        at = self._at(reading, wrong)
        if not wrong and not values:
            first = self.fields["online"]
            first.complain(self.tr("Type at least one figure"))
            wrong.append(first)
        if wrong:
            wrong[0].line.setFocus()
            return
        snapshot: LiveSnapshot | None = snapshot_of(values, reading.show.session_id, at)
        if snapshot is not None:
            self.kept.emit(snapshot)

    def _at(self, reading: FiguresReading, wrong: list[FigureField]) -> int:
        """Now, or the time that was typed; the end of a show that is over."""
        show, text = reading.show, self.when.line.text().strip()
        if show is None or not text:
            return reading.at
        span = Span(session_id=show.session_id, begin_at=show.started_at, end_at=reading.at, now=reading.now)
        try:
            at = read_when(text, span)
        except Unreadable:
            self.when.complain(self.tr("Not a time, like 20:15"))
            wrong.append(self.when)
            return 0
        if not show.started_at <= at <= reading.at:
            self.when.complain(self.tr("Not within the show"))
            wrong.append(self.when)
        return at

    def empty(self) -> None:
        """For the next figures."""
        lines: Sequence[QLineEdit] = (self.quick, self.when.line, *(one.line for one in self.fields.values()))
        for line in lines:
            line.clear()
        self.quick.setFocus()


def _typable(field: str, value: float) -> str:
    if field in figure_words.MONEY:
        return f"{value / 100:.2f}"
    if field == "avg_stay_s":
        return figure_words.value_words(field, value)
    return f"{value:.0f}"
