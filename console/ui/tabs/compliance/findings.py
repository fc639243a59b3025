"""The list of findings beside the editor: worst first or by line, one of them open."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.rules.wording.nouns import Finding
from console.ui import texts
from console.ui.page import scrolled
from console.ui.tabs.compliance.finding_row import FindingRow
from console.ui.widgets import EmptyState, Picker, label, line

AT_ONCE = 8  # rows made without looking at anything else
SHOWN = 50  # rows at once; more than these nobody works off in one go


class FindingList(QFrame):
    """``chosen`` carries the finding that was opened; ``mended`` and ``passed`` what is wanted of it."""

    chosen = Signal(object)
    mended = Signal(object, str)
    passed = Signal(object, str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setFixedWidth(432)
        self.rows: list[FindingRow] = []
        self._found: tuple[tuple[Finding, int], ...] = ()
        self._queue: list[tuple[Finding, int]] = []
        self._wanted: tuple[Finding, Sequence[str]] | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._more)
        self.title = label("", 14, strong=True)
        self.order = Picker([("worst", self.tr("Worst first")), ("place", self.tr("By place"))], "worst")
        self.order.chosen.connect(lambda _key: self._fill())
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 12, 10)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(label(self.tr("F8 next · Shift+F8 back"), 12, tone="text3"))
        head.addStretch(1)
        head.addWidget(self.order)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._area = scrolled(self._inside)
        self.empty = EmptyState("shield-check", "")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(line())
        whole.addWidget(self._area, 1)
        whole.addWidget(self.empty, 1)
        self.scopes: Sequence[tuple[str, str]] = (("text", self.tr("This text")), ("shop", self.tr("Everywhere")))

    def show_findings(self, found: Sequence[tuple[Finding, int]], empty: str, under: str = "") -> None:
        """Show these with their lines; ``empty`` is said where there are none."""
        self._found = tuple(found)
        self.title.setText(self.tr("Found {n}").format(n=texts.count(len(found))))
        self.empty.say(empty, under)
        self.empty.setVisible(not found)
        self._area.setVisible(bool(found))
        self._fill()

    def _fill(self) -> None:
        """Rows anew; where the same is found as before, perhaps elsewhere, they stay."""
        shown = self._ordered()[:SHOWN]
        if (
            self.rows
            and not self._queue
            and [_same(one) for one, _ in shown] == [_same(row.finding) for row in self.rows]
        ):
            for row, (finding, number) in zip(self.rows, shown, strict=True):
                row.renew(finding, number)
            return
        for row in self.rows:
            row.hide()
            row.deleteLater()
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and not isinstance(widget, FindingRow):
                widget.deleteLater()
        self.rows = []
        self._queue = list(shown)
        self._more()

    def _more(self) -> None:
        """A few rows at a time: each costs about a millisecond of the loop."""
        some, self._queue = self._queue[:AT_ONCE], self._queue[AT_ONCE:]
        for finding, number in some:
            row = FindingRow(finding, number, self.scopes)
            row.chosen.connect(lambda row=row: self.chosen.emit(row.finding))
            row.mended.connect(lambda words, row=row: self.mended.emit(row.finding, words))
            row.passed.connect(lambda why, scope, days, row=row: self.passed.emit(row.finding, why, scope, days))
            self.rows.append(row)
            self._column.addWidget(row)
            row.show()  # at once: a layout shows it only when events are next looked at
            self._column.addWidget(line())
            if self._wanted is not None and self._wanted[0] is finding:
                self.open_row(*self._wanted)
        if self._queue:
            self._later.start()
            return
        if len(self._found) > SHOWN:
            more = self.tr("and {n} more").format(n=texts.count(len(self._found) - SHOWN))
            self._column.addWidget(label(f"   {more}", 12, tone="text3"))
        self._column.addStretch(1)

    @property
    def is_settled(self) -> bool:
        """Whether all rows are there."""
        return not self._queue

    def _ordered(self) -> list[tuple[Finding, int]]:
        if self.order.key() == "worst":
            return sorted(self._found, key=lambda one: (-one[0].severity, one[0].start))
        return list(self._found)

    @property
    def ordered(self) -> list[Finding]:
        """The findings as the list has them."""
        return [finding for finding, _ in self._ordered()]

    def open_row(self, finding: Finding, instead: Sequence[str]) -> FindingRow | None:
        """Open one, as soon as it is there, and close whichever was open."""
        self._wanted = (finding, instead)
        opened = None
        for row in self.rows:
            if row.finding is finding:
                row.open(instead)
                opened = row
            else:
                row.close_again()
        if opened is not None:
            self._area.ensureWidgetVisible(opened, 0, 40)
        return opened


def _same(finding: Finding) -> tuple[str, int, str]:
    return finding.fingerprint, finding.severity, finding.text
