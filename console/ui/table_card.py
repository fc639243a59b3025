"""A table in its card: the view, what stands there when it is empty, and the foot that becomes the batch bar."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout

from console.core.errors import FileTrouble, Trouble
from console.ui import texts
from console.ui.paging import Column, PagedModel
from console.ui.table import TableView
from console.ui.tasks import Tasks
from console.ui.widgets import EmptyState, label, link
from console.ui.widgets.labels import set_tone

Row = TypeVar("Row")


class TableFoot(QFrame):
    """48 high. ``第 1–20 笔 · 共 86 笔``; with rows checked: how many, verbs, and a way to let them go."""

    cleared = Signal()
    all_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tableFoot")
        self.setFixedHeight(48)
        self._span = label(pixels=12, tone="text3")
        self._checked = label(strong=True)
        self._all = link("")
        self._clear = link(self.tr("Clear the selection"))
        self._clear.clicked.connect(self.cleared)
        self._all.clicked.connect(self.all_asked)
        self.verbs = QHBoxLayout()
        self.verbs.setSpacing(4)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(self._span)
        row.addWidget(self._checked)
        row.addLayout(self.verbs)
        row.addWidget(self._all)
        row.addWidget(self._clear)
        row.addStretch(1)
        self.note = label(pixels=12, tone="text3")
        row.addWidget(self.note)
        self.show_checked(0, 0)

    def add_verb(self, part: QPushButton) -> None:
        """A button that acts on the checked rows; seen only while there are some."""
        self.verbs.addWidget(part)
        part.hide()

    def show_span(self, words: str) -> None:
        self._span.setText(words)

    def checked_words(self, number: int) -> str:
        """How many are checked. Chinese counts orders otherwise than goods: a list of other things says it its way."""
        return self.tr("%n selected", "", number)

    def all_words(self, total: int) -> str:
        """The link that checks everything."""
        return self.tr("Select all {total}").format(total=texts.count(total))

    def show_checked(self, number: int, total: int) -> None:
        """Become the batch bar, or the foot again."""
        some = number > 0
        set_tone(self, "true" if some else "false", "batch")
        self._span.setVisible(not some)
        self.note.setVisible(not some)
        self._checked.setVisible(some)
        self._clear.setVisible(some)
        self._checked.setText(self.checked_words(number))
        self._all.setText(self.all_words(total))
        self._all.setVisible(some and number < total)
        for at in range(self.verbs.count()):
            item = self.verbs.itemAt(at)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setVisible(some)


class TableCard(QFrame, Generic[Row]):
    """What a tab puts on its page. ``span`` is the foot's pattern with {first}, {last} and {total}."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        tasks: Tasks,
        empty: EmptyState,
        span: str,
        foot: TableFoot | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self.model: PagedModel[Row] = PagedModel(columns, tasks, self)
        self.view: TableView[Row] = TableView(self.model)
        self.foot = foot or TableFoot()
        self.empty = empty
        self.broken = EmptyState("circle-alert", self.tr("This could not be read"), "", self.tr("Try again"))
        self.broken.on_click(self.model.reload)
        self._span = span
        self._stack = QStackedWidget()
        for part in (self.view, self.empty, self.broken):
            self._stack.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.foot)
        self._listen()

    def _listen(self) -> None:
        model = self.model
        model.listed.connect(self._show_right)
        model.modelReset.connect(self._show_right)
        model.failed.connect(self._show_broken)
        model.checked_changed.connect(self._show_checked)
        self.view.span_changed.connect(self._show_span)
        self.foot.cleared.connect(lambda: model.set_checked(()))
        self.foot.all_asked.connect(model.check_all)

    @property
    def is_settled(self) -> bool:
        return self.model.is_settled

    def _show_right(self) -> None:
        none = self.model.loaded and not self.model.loading and not self.model.rowCount() and not self.view.awaiting
        self._stack.setCurrentWidget(self.empty if none else self.view)
        self._show_span()
        self._show_checked()

    def set_awaiting(self, awaiting: bool) -> None:
        """The first rows are still being fetched: what is not here yet is drawn as a skeleton, not as nothing."""
        self.view.set_awaiting(awaiting)
        self._show_right()

    def _show_broken(self, error: Exception) -> None:
        code = error.code if isinstance(error, Trouble | FileTrouble) else type(error).__name__
        self.broken.say(self.tr("This could not be read"), code)
        self._stack.setCurrentWidget(self.broken)

    def _show_span(self) -> None:
        seen = self.view.visible_rows()
        if seen is None:
            self.foot.show_span("" if self.model.loaded else self.tr("Reading…"))
            return
        first, last = seen
        total = texts.count(self.model.rowCount())
        self.foot.show_span(self._span.format(first=texts.count(first + 1), last=texts.count(last + 1), total=total))

    def _show_checked(self) -> None:
        self.foot.show_checked(len(self.model.checked), self.model.rowCount())
