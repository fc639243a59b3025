"""明细: the rows behind any figure, by kind and days; export writes exactly these."""

from typing import cast, get_args

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from console.core.changes import Changes
from console.core.clock import shop_datetime
from console.store.insights_views import Slice, Sum, What
from console.ui.context import Desk
from console.ui.exporting import Exporter, ListView
from console.ui.page import Question
from console.ui.tabs.insights import rows_words
from console.ui.tabs.insights.overview_span import SpanPicker
from console.ui.tabs.insights.rows_out import BiFolder
from console.ui.tabs.insights.rows_table import SliceTable, title
from console.ui.widgets import Segmented
from console.ui.widgets.labels import Elided

CHOICES: tuple[What, ...] = ("paid", "made", "refunds", "live", "ads")


class RowsView(ListView):
    """A click on a figure of the overview leads here, with what it said."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.span = SpanPicker(self.tasks)
        self.span.chosen.connect(self._choose)
        self.whats = Segmented([(what, rows_words.what_word(what)) for what in CHOICES], "paid")
        self.whats.chosen.connect(lambda _key: self._choose())
        self.table = SliceTable(desk, self.tasks)
        self.card = self.table.card
        self.table.opened.connect(self._open)
        self.table.fresh.connect(self._choose_again)
        self.table.proven.connect(self._arrived)
        self.card.model.settled.connect(self._arrived)
        name = QCoreApplication.translate("insights", "Details")
        self.export: Exporter[object] = Exporter(self, name, rows_words.fields, rows_words.cells)  # type: ignore[arg-type]  # of slice rows only
        self.export.button.setShortcut("Ctrl+E")
        self.bi = BiFolder(self)
        self.verbs = (self.span, self.bi.button, self.export.button)
        self._which = Elided("", 13, tone="text2")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.whats)
        row.addWidget(self._which, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(row)
        whole.addWidget(self.export.progress)
        whole.addWidget(self.bi.progress)
        whole.addWidget(self.table, 1)
        self._choose()

    @property
    def is_settled(self) -> bool:
        return not self.tasks.busy and self.table.is_settled

    def _arrived(self) -> None:
        if self.is_settled:
            self.settled.emit()

    def show_slice(self, wanted: Slice, shown: Sum | None) -> None:
        """These rows, and what somebody was shown of them."""
        self.whats.set_key(wanted.what)
        self._which.setText(title(wanted))
        self.table.show_slice(wanted, shown)

    def _choose(self) -> None:
        now = self.desk.now()
        days = self.span.of(now)
        what = cast(What, self.whats.key() or "paid")
        wanted = Slice(what=what, begin_at=days.begin_at, end_at=days.until, now=now, pair=self.desk.scope.pair)
        self.show_slice(wanted, None)

    def _choose_again(self) -> None:
        """The same rows, and the figure of now."""
        if self.table.wanted is not None:
            self.show_slice(self.table.wanted, None)

    def on_changes(self, changes: Changes) -> None:
        """What is read stays as it was shown, unless other shops are looked at."""
        wanted = self.table.wanted
        if wanted is not None and wanted.pair != self.desk.scope.pair:
            self._choose()

    def open_at(self, question: Question) -> None:
        """``what``, ``from``, ``to``, ``cell``; ``rows`` and ``fen``: what the figure said."""
        what = question.get("what", "")
        if what not in get_args(What):
            return
        now = self.desk.now()
        begin, end = int(question.get("from", now)), int(question.get("to", now + 1))
        row, _, column = question.get("cell", "").partition(",")
        wanted = Slice(
            what=cast(What, what),
            begin_at=begin,
            end_at=end,
            now=int(question.get("now", now)),
            pair=self.desk.scope.pair,
            cell=(int(row), int(column)) if row and column else None,
        )
        shown = Sum(rows=int(question["rows"]), fen=int(question["fen"])) if "rows" in question else None
        if what in CHOICES:
            first, last = (f"{shop_datetime(at):%Y-%m-%d}" for at in (begin, end - 1))
            self.span.now = now
            self.span.set_days(first, last)
        self.show_slice(wanted, shown)

    def _open(self, kind: str, number: str) -> None:
        """A row in its own tab."""
        self.go.emit("orders", rows_words.question(kind, number))
