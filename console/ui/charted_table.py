"""A chart as a table: over the chart, of the same data, to be read, selected and copied. Rows are written when seen."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)
from shiboken6 import isValid

from console.documents.sheets import pasted
from console.ui import paint, texts
from console.ui.charted import TABLED, ChartData, Column
from console.ui.paging import Index
from console.ui.theme import current
from console.ui.widgets import Card, stack
from console.ui.widgets.labels import Elided

LEAST = QSize(240, 190)  # a smaller chart lends its table more room
HIGH, PAD = 28, 28
SAMPLE = 40  # rows that a column's width is measured by
SLICE = 400  # rows written at once: the loop goes on between two slices
RIGHT = int(paint.RIGHT)
LEFT = int(paint.LEFT)


class _Rows(QAbstractTableModel):
    """Columns as they are; a row is put into words when it comes into sight."""

    def __init__(self, data: ChartData, parent: QObject) -> None:
        super().__init__(parent)
        self.held = data

    def show_data(self, data: ChartData) -> None:
        """Other data: what is selected stays so where the columns are the same."""
        if [one.title for one in data.columns] != [one.title for one in self.held.columns]:
            self.beginResetModel()
            self.held = data
            self.endResetModel()
            return
        before, after = self.held.rows, data.rows
        if after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
        elif after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
        self.held = data
        if after > before:
            self.endInsertRows()
        elif after < before:
            self.endRemoveRows()
        if after:
            self.dataChanged.emit(self.index(0, 0), self.index(after - 1, len(data.columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self.held.rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.held.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column = self.held.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.said(index.row())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.kind == "number" else LEFT
        if role == Qt.ItemDataRole.ForegroundRole and column.values[index.row()] is None:
            return current()["faint"]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.held.columns):
            return None
        column = self.held.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.kind == "number" else LEFT
        return None


class _View(QTableView):
    """Rows are selected; ``copy`` and ``back`` are the frame's."""

    def __init__(self, rows: _Rows, copy: Callable[[], None], back: Callable[[], None]) -> None:
        super().__init__()
        self._copy, self._back = copy, back
        self.setModel(rows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        side, head = self.verticalHeader(), self.horizontalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(HIGH)
        head.setHighlightSections(False)
        head.setFixedHeight(HIGH + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: it would put every row into words at once."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Columns as wide as their words, and what is left over between them."""
        rows = self.model()
        wide = [_wide(one) for one in rows.held.columns] if isinstance(rows, _Rows) else []
        spare = max(0, self.viewport().width() - sum(wide)) // max(1, len(wide))
        for place, pixels in enumerate(wide):
            self.setColumnWidth(place, pixels + spare)


def _wide(column: Column) -> int:
    many = len(column.values)
    sample = {*range(0, many, max(1, many // SAMPLE)), *([many - 1] if many else [])}
    words = max((paint.width(column.said(row), 13) for row in sample), default=0)
    return max(words, paint.width(column.title, 13)) + PAD


class ChartTable(QFrame):
    """Lies over its chart, and over more of what is around it where the chart is small."""

    def __init__(self, chart: QWidget, host: QWidget, data: ChartData) -> None:
        super().__init__(host)
        self.setObjectName("chartTable")
        self.chart, self.host = chart, host
        self.rows = _Rows(data, self)
        self.view = _View(self.rows, self.copy, self.back)
        self.view.setAccessibleName(chart.accessibleName())
        self.foot = Elided("", 11)
        room = stack(self.view, self.foot, gap=4, margins=(1, 1, 1, 4))
        self.foot.setContentsMargins(10, 0, 10, 0)
        self.setLayout(room)
        self._copying: Iterator[str] | None = None
        self._lines: list[str] = []
        self._step = QTimer(self)
        self._step.setInterval(0)
        self._step.timeout.connect(self._write)
        for one in (chart, host):
            one.installEventFilter(self)
        chart.destroyed.connect(self._orphaned)
        self._place()
        self._hint()
        chart.setProperty(TABLED, True)
        QWidget.setTabOrder(chart, self.view)

    def open(self) -> None:
        """Show it, with what came last in sight."""
        self.show()
        self.raise_()
        self.view.fit()
        self._show_latest()
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def back(self) -> None:
        """The chart again."""
        self.chart.setProperty(TABLED, False)
        for one in (self.chart, self.host):
            one.removeEventFilter(self)
        self._step.stop()
        has_focus = self.view.hasFocus()
        self.hide()
        if has_focus:
            self.chart.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.deleteLater()

    def _orphaned(self) -> None:
        """Its chart was deleted, as in a card that is filled anew; or both are, with what holds them."""
        self._step.stop()
        if isValid(self.host):
            self.host.removeEventFilter(self)
            self.hide()
        self.deleteLater()

    def show_data(self, data: ChartData | None) -> None:
        """Other data of the same chart; without any it is a chart again, which says so."""
        if data is None or not data.rows:
            self.back()
            return
        follows = self._is_in_sight(self.rows.held.latest)
        self.rows.show_data(data)
        self.view.setAccessibleName(self.chart.accessibleName())
        self._hint()
        if follows:
            self._show_latest()

    def _is_in_sight(self, row: int) -> bool:
        return 0 <= self.view.rowViewportPosition(row) < self.view.viewport().height()

    def _show_latest(self) -> None:
        """Of what follows each other: what came last."""
        data = self.rows.held
        if data.in_time:
            self.view.scrollTo(self.rows.index(data.latest, 0), QAbstractItemView.ScrollHint.PositionAtBottom)

    def _hint(self) -> None:
        said = self.tr("{n} rows · Ctrl+C copies · Esc or Ctrl+Shift+T: the chart again")
        self.foot.setText(said.format(n=texts.count(self.rows.held.rows)))

    # -- copying ----------------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """The selected rows, else all of them, with their titles: cells parted by tabs, nothing where nothing is known.

        Row by row in slices, so that four hours of seconds do not hold up the window.
        """
        data = self.rows.held
        ranges = self.view.selectionModel().selection().toList()
        chosen = {row for of in ranges for row in range(of.top(), of.bottom() + 1)} or range(data.rows)
        self._lines = ["\t".join(pasted(one.title) for one in data.columns)]
        self._copying = ("\t".join(_cell(one, row) for one in data.columns) for row in sorted(chosen))
        self._write()
        if self._copying is not None:
            self._step.start()

    def _write(self) -> None:
        for _ in range(SLICE):
            line = next(self._copying, None) if self._copying is not None else None
            if line is None:
                self._copying = None
                self._step.stop()
                QGuiApplication.clipboard().setText("\n".join(self._lines))
                self.foot.setText(self.tr("{n} rows copied").format(n=texts.count(len(self._lines) - 1)))
                return
            self._lines.append(line)

    # -- where it lies ----------------------------------------------------------------------------------------------

    def _place(self) -> None:
        host, room = self.host, room_in(self.host)
        at = QRect(self.chart.mapTo(host, QPoint(0, 0)), self.chart.size()).intersected(room)
        wide, high = (
            max(at.width(), min(LEAST.width(), room.width())),
            max(at.height(), min(LEAST.height(), room.height())),
        )
        left = max(room.left(), min(at.left(), room.right() + 1 - wide))
        top = max(room.top(), min(at.top(), room.bottom() + 1 - high))
        self.setGeometry(left, top, wide, high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        elif event.type() == QEvent.Type.HideToParent and watched is self.chart:
            self.back()
        return False


def _cell(column: Column, row: int) -> str:
    if column.values[row] is None:
        return ""
    said = column.said(row)
    return " ".join(said.split()) if column.kind == "number" else pasted(said)


def room_in(host: QWidget) -> QRect:
    """Where a table may lie: in a card below its head, so that its switches stay at hand."""
    return host.body.geometry() if isinstance(host, Card) else host.rect()
