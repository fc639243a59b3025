"""Beside a report: contents and reports at its left; how much was looked at, six months and signatures at its right."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from console.rules.self_check import SIGNERS, Looked, MonthSum, Signer
from console.store.self_checks import Kept, Short
from console.ui import paint, texts
from console.ui.charted import ChartData, Column, join, tell
from console.ui.tabs.compliance import selfcheck_words as words
from console.ui.theme import current
from console.ui.widgets import Card, Chip, button, label, line, link
from console.ui.widgets.labels import Elided, Wrapped

LEFT, RIGHT = 196, 252


def emptied(room: QVBoxLayout) -> QVBoxLayout:
    """Without what stood in it."""
    while room.count():
        item = room.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    return room


class Contents(Card):
    """Sections of the report in sight, and below them all reports, the newest first."""

    went = Signal(str)  # an anchor
    opened = Signal(int)  # a report's number

    def __init__(self) -> None:
        super().__init__(self.tr("Contents"))
        self.setFixedWidth(LEFT)
        self._sections, self._reports, self._facts = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for room in (self._sections, self._reports, self._facts):
            room.setSpacing(2)
        self.body.addLayout(self._sections)
        self.body.addWidget(line())
        self.body.addLayout(self._facts)
        self.body.addWidget(line())
        self.body.addWidget(label(self.tr("All reports"), 13, strong=True))
        self.body.addLayout(self._reports)
        self.body.addStretch(1)

    def show_report(self, kept: Kept | None) -> None:
        """Its sections with their counts, and the facts that are always in sight."""
        sections, facts = emptied(self._sections), emptied(self._facts)
        if kept is None:
            return
        for anchor, name, count in words.sections(kept.report):
            sections.addWidget(self._entry(name, "" if count is None else texts.count(count), anchor))
        for title, value in words.facts(kept):
            facts.addWidget(label(title, 12, tone="text3"))
            facts.addWidget(Elided(value, 13, tone="text2"))

    def _entry(self, name: str, count: str, anchor: str) -> QPushButton:
        made = button(f"{name}  {count}".strip(), "link")
        made.setProperty("left", True)
        made.clicked.connect(lambda: self.went.emit(anchor))
        return made

    def show_reports(self, reports: Sequence[Short], number: int | None, most: int = 8) -> None:
        """The newest; the one in sight is not a link."""
        room = emptied(self._reports)
        for one in reports[:most]:
            words_of = self.tr("{month} · no. {n}").format(month=one.month, n=one.number)
            if one.number == number:
                room.addWidget(label(words_of, 13, strong=True))
                continue
            made = link(words_of)
            made.clicked.connect(lambda _=False, number=one.number: self.opened.emit(number))
            room.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        if not reports:
            room.addWidget(label(self.tr("none yet"), 12, tone="text3"))


class Completion(Card):
    """How much of each source was looked at; what nobody knows the size of has no share."""

    def __init__(self) -> None:
        super().__init__(self.tr("Looked at"), "—")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(1)
        self.body.addLayout(self._rows)

    def show_looked(self, looked: Sequence[Looked], whole: float | None) -> None:
        room = emptied(self._rows)
        self.under.setText(words.share(whole))
        for one in looked:
            row = QWidget()
            both = QVBoxLayout(row)
            both.setContentsMargins(0, 0, 0, 2)
            both.setSpacing(2)
            top = QHBoxLayout()
            top.addWidget(Elided(words.source(one.source), 13, tone="text"), 1)
            top.addWidget(label(words.looked(one), 12, tone="text2"))
            both.addLayout(top)
            bar = QProgressBar()
            bar.setTextVisible(False)
            bar.setFixedHeight(6)
            bar.setMaximum(max(1, one.of or 0))
            bar.setValue(min(one.looked, one.of or 0))
            bar.setProperty("tone", "green" if one.of is not None and one.looked >= one.of else "blue")
            bar.setVisible(bool(one.of))
            both.addWidget(bar)
            room.addWidget(row)


class SixMonths(QWidget):
    """What was found in each of six months; a month without a report has no bar and says so."""

    def __init__(self) -> None:
        super().__init__()
        self._sums: tuple[MonthSum, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        join(self)

    def sizeHint(self) -> QSize:
        return QSize(200, 112)

    def show_sums(self, sums: Sequence[MonthSum]) -> None:
        self._sums = tuple(sums)
        tell(self)
        self.update()

    def chart_data(self) -> ChartData | None:
        """A row a month that has a report."""
        sums = self._sums
        columns = (
            Column(self.tr("Month"), [one.month for one in sums], kind="place"),
            Column(self.tr("Found"), [one.found for one in sums], texts.count),
            Column(self.tr("Open"), [one.open for one in sums], texts.count, named=False),
        )
        return ChartData(self.tr("Six months"), columns, in_time=True) if sums else None

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        most = max((one.found for one in self._sums), default=0)
        across = self.width() / max(6, len(self._sums))
        floor = self.height() - 22
        for place, one in enumerate(self._sums):
            last = place == len(self._sums) - 1
            high = round((floor - 24) * one.found / most) if most else 0
            left = round(place * across + across * 0.18)
            wide = round(across * 0.64)
            bar = QRect(left, floor - high, wide, high)
            if high:
                paint.rounded(painter, bar, 2, look["dot_blue" if last else "border2"])
            over = QRect(left - 8, floor - high - 19, wide + 16, 16)
            tint = look["text" if last else "text2"]
            paint.text(painter, over, texts.count(one.found), tint, pixels=12, strong=last, align=paint.CENTRE)
            under = QRect(left - 10, floor + 4, wide + 20, 16)
            paint.text(painter, under, words.short_month(one.month), look["text3"], pixels=12, align=paint.CENTRE)
        painter.end()


class Signatures(Card):
    """Who signed as what; ``asked`` carries the next one that is to sign."""

    asked = Signal(object)  # a Signer

    def __init__(self) -> None:
        super().__init__(self.tr("Signatures"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.warning = Wrapped("", 12, tone="amber")
        self.again = button(self.tr("Check again"))
        self.sign = button(self.tr("Sign"), "primary")
        self._next: Signer | None = None
        self.sign.clicked.connect(lambda: self.asked.emit(self._next))
        verbs = QHBoxLayout()
        verbs.setSpacing(8)
        verbs.addWidget(self.again)
        verbs.addStretch(1)
        verbs.addWidget(self.sign)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.warning)
        self.body.addLayout(verbs)

    def show_report(self, kept: Kept, now: int, broken: str) -> None:
        """Both signatures, and what whoever signs next should know."""
        room = emptied(self._rows)
        self._next = next((role for role in SIGNERS if kept.signed(role) is None), None)
        for role in SIGNERS:
            one = kept.signed(role)
            row = QWidget()
            across = QHBoxLayout(row)
            across.setContentsMargins(0, 0, 0, 0)
            across.addWidget(label(words.signer(role)))
            across.addStretch(1)
            if one is None:
                across.addWidget(label(self.tr("to be signed"), 12, tone="text3"))
            else:
                across.addWidget(Elided(f"{one.name} · {texts.moment(one.at, now)}", 12, tone="text2"))
                row.setToolTip(one.note)
            room.addWidget(row)
        room.addWidget(Chip(words.stamp(kept, broken)), 0, Qt.AlignmentFlag.AlignLeft)
        said = ""
        if broken:
            said = self.tr("A record in the chain was changed ({where}). Compare with a backup.").format(where=broken)
        elif kept.report.open_blocks and self._next is not None:
            said = self.tr("%n banned finding(s) open: whoever signs gives a reason.", "", kept.report.open_blocks)
        self.warning.setText(said)
        self.warning.setVisible(bool(said))
        self.sign.setEnabled(self._next is not None and not broken)
