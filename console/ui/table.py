"""The table: a view over a paged model with our header, one delegate, check boxes, hover, keyboard and placeholders."""

from collections.abc import Collection, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from console.ui import paint
from console.ui.paging import Index, PagedModel
from console.ui.table_delegate import COMPACT_HEIGHT, ROW_HEIGHT, CellDelegate, box_corner
from console.ui.table_header import CHECK_WIDTH, TableHeader
from console.ui.theme import current
from console.ui.widgets.scrollbar import OverlayBar

SKELETON_AFTER_MS = 300
Row = TypeVar("Row")


class TableView(QTableView, Generic[Row]):
    """Rows of a ``PagedModel``. Mouse and keyboard say the same: open a row, check it, do its verb."""

    row_opened = Signal(int)  # row id: Enter, or a click that hit no verb
    verb_chosen = Signal(int, str)  # row id, verb key
    span_changed = Signal()  # other rows came into sight

    def __init__(self, model: PagedModel[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paged = model
        self.hovered = -1
        self.opened: int | None = None
        self.compact = False
        self.by_keyboard = False
        self.awaiting = False  # more rows are on their way for the first time: skeletons stand below the real ones
        self._spare: tuple[int, ...] = ()
        self._left_out: frozenset[int] = frozenset()
        self._range_from = -1
        self._top_id: int | None = None
        self._current_id: int | None = None
        self._skeleton = QTimer(self)
        self._skeleton.setSingleShot(True)
        self._skeleton.setInterval(SKELETON_AFTER_MS)
        self._skeleton.timeout.connect(self.viewport().update)
        self._dress(model)
        self._listen(model)

    def _dress(self, model: PagedModel[Row]) -> None:
        self.setItemDelegate(CellDelegate(self))
        self.setHorizontalHeader(TableHeader(self))
        self.setModel(model)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(24)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self._bar = OverlayBar(self)

    def _listen(self, model: PagedModel[Row]) -> None:
        model.modelAboutToBeReset.connect(self._remember_place)
        model.modelReset.connect(self._find_place)
        model.modelReset.connect(self._await_skeleton)
        model.checked_changed.connect(self.horizontalHeader().viewport().update)
        self.verticalScrollBar().valueChanged.connect(self.span_changed)
        for place, column in enumerate(model.columns, start=1):
            self.setColumnWidth(place, column.width)
        self.setColumnWidth(0, CHECK_WIDTH)

    def set_compact(self, compact: bool) -> None:
        """40 high rows of one line instead of 56 high ones of two."""
        self.compact = compact
        self.verticalHeader().setDefaultSectionSize(COMPACT_HEIGHT if compact else ROW_HEIGHT)
        self.viewport().update()

    def set_awaiting(self, awaiting: bool) -> None:
        """Whether the first rows are still being fetched from a platform."""
        if awaiting != self.awaiting:
            self.awaiting = awaiting
            self.viewport().update()

    def set_spare(self, places: Sequence[int]) -> None:
        """Columns (by place) that are left out, first to last, where the window is too narrow for all."""
        self._spare = tuple(places)
        self._stretch()

    def set_left_out(self, places: Collection[int]) -> None:
        """Columns (by place) that say nothing in this view, however wide the window is."""
        self._left_out = frozenset(places)
        self._stretch()

    def set_opened(self, row_id: int | None) -> None:
        """The row whose drawer is open keeps its ground."""
        self.opened = row_id
        self.viewport().update()

    def step(self, by: int) -> int | None:
        """Move the current row (the drawer's ↑ and ↓); the id of the row arrived at."""
        target = self.currentIndex().row() + by
        if not 0 <= target < self.paged.rowCount():
            return None
        self._go(target)
        return self.paged.id_at(target)

    def visible_rows(self) -> tuple[int, int] | None:
        """First and last row in sight, counted from 0."""
        total = self.paged.rowCount()
        if not total:
            return None
        first = self.rowAt(0)
        last = self.rowAt(self.viewport().height() - 1)
        return max(0, first), total - 1 if last < 0 else last

    # -- place kept over a reset ------------------------------------------------------------------------------------

    def _remember_place(self) -> None:
        seen = self.visible_rows()
        if seen is None:
            return
        self._top_id = self.paged.id_at(seen[0]) if self.verticalScrollBar().value() > 0 else None

    def _find_place(self) -> None:
        if not self.paged.rowCount():
            return
        self.hovered = -1
        for held, act in ((self._current_id, self._make_current), (self._top_id, self._scroll_top)):
            place = self.paged.number_of(held) if held is not None else None
            if place is not None:
                act(place)
        self._top_id = None
        self.span_changed.emit()

    def _make_current(self, number: int) -> None:
        self._current_id = self.paged.id_at(number)
        index = self.paged.index(number, 1)
        self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.NoUpdate)

    def _scroll_top(self, number: int) -> None:
        self.verticalScrollBar().setValue(number * self.verticalHeader().defaultSectionSize())

    def currentChanged(self, now: Index, before: Index) -> None:  # noqa: N802
        super().currentChanged(now, before)
        if now.isValid():  # a reset makes it invalid: the row is found again by its id
            self._current_id = self.paged.id_at(now.row())

    def _go(self, number: int) -> None:
        self._make_current(number)
        self.scrollTo(self.paged.index(number, 1))

    # -- painting ---------------------------------------------------------------------------------------------------

    def _await_skeleton(self) -> None:
        if self.paged.loading and not self.paged.rowCount():
            self._skeleton.start()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        held = self.paged.rowCount()
        waiting = not held and self.paged.loading and not self._skeleton.isActive()
        if not waiting and not self.awaiting:
            super().paintEvent(event)
            return
        if held:
            super().paintEvent(event)
        painter = QPainter(self.viewport())
        if not held:
            painter.fillRect(self.viewport().rect(), current()["surface"])
        self._paint_skeleton(painter, held)
        painter.end()

    def _paint_skeleton(self, painter: QPainter, held: int) -> None:
        """Placeholders fading down, below the rows that are held."""
        high = self.verticalHeader().defaultSectionSize()
        rows = self.viewport().height() // high + 1
        for number in range(held, rows):
            opacity = max(0.15, 1 - number / rows)
            for place, column in enumerate(self.paged.columns, start=1):
                if self.isColumnHidden(place):
                    continue
                rect = QRect(self.columnViewportPosition(place), number * high, self.columnWidth(place), high)
                column.cell.draw_skeleton(painter, rect, number, opacity)
            box = QRect(box_corner(QRect(0, number * high, CHECK_WIDTH, high)), QSize(paint.BOX, paint.BOX))
            paint.skeleton(painter, box, opacity=opacity)
            line = QRect(0, (number + 1) * high - 1, self.viewport().width(), 1)
            painter.fillRect(line, current()["rowline"])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()
        self.span_changed.emit()

    def _stretch(self) -> None:
        columns = self.paged.columns
        shown = [at for at in range(1, len(columns) + 1) if at not in self._left_out]
        elastic = [place for place in shown if columns[place - 1].stretch]
        least = sum(columns[at - 1].width * 2 // 3 if at in elastic else columns[at - 1].width for at in shown)
        check = 0 if self.isColumnHidden(0) else CHECK_WIDTH  # a list in which nothing is checked has none
        spare = self.viewport().width() - check - sum(columns[at - 1].width for at in shown)
        short = check + least - self.viewport().width()
        for place in range(1, len(columns) + 1):
            self.setColumnHidden(place, place in self._left_out)
        for place in (at for at in self._spare if at in shown):
            if short <= 0:
                break
            self.setColumnHidden(place, True)
            short -= columns[place - 1].width
            spare += columns[place - 1].width
        for place in elastic:
            usual = columns[place - 1].width
            self.setColumnWidth(place, max(usual * 2 // 3, usual + spare // len(elastic)))

    # -- mouse ------------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._hover(index.row() if index.isValid() else -1)
        pointing = bool(self._verb_at(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def leaveEvent(self, event: Any) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, number: int) -> None:
        if number == self.hovered:
            return
        for changed in (self.hovered, number):
            if changed >= 0:
                top = self.rowViewportPosition(changed)
                self.viewport().update(0, top, self.viewport().width(), self.rowHeight(changed))
        self.hovered = number

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.by_keyboard = False
        if event.button() == Qt.MouseButton.LeftButton:
            self._click(event.position().toPoint(), event.modifiers())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _click(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        index = self.indexAt(point)
        if not index.isValid():
            return
        number = index.row()
        self._make_current(number)
        if modifiers & Qt.KeyboardModifier.ShiftModifier and self._range_from >= 0:
            self.paged.check_range(self._range_from, number)
        elif index.column() == 0 or modifiers & Qt.KeyboardModifier.ControlModifier:
            self.paged.toggle(number)
            self._range_from = number
        else:
            verb = self._verb_at(point)
            row_id = self.paged.id_at(number)
            self.verb_chosen.emit(row_id, verb) if verb else self.row_opened.emit(row_id)

    def _verb_at(self, point: QPoint) -> str:
        index = self.indexAt(point)
        if not index.isValid() or index.column() == 0:
            return ""
        row = self.paged.row(index.row())
        if row is None:
            return ""
        return self.paged.columns[index.column() - 1].cell.verb_at(point, self.visualRect(index), row)

    # -- keyboard ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.by_keyboard = True
        number = self.currentIndex().row()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Space if number >= 0:
                self.paged.toggle(number)
                self._range_from = number
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if number >= 0:
                self.row_opened.emit(self.paged.id_at(number))
            case Qt.Key.Key_A if control:
                self._check_page()
            case Qt.Key.Key_C if control and number >= 0:
                words = self.paged.data(self.currentIndex())
                QGuiApplication.clipboard().setText(words or "")
            case Qt.Key.Key_Escape if self.paged.checked:
                self.paged.set_checked(())
            case Qt.Key.Key_Home | Qt.Key.Key_End if self.paged.rowCount():
                self._go(0 if event.key() == Qt.Key.Key_Home else self.paged.rowCount() - 1)
            case _:
                super().keyPressEvent(event)

    def _check_page(self) -> None:
        seen = self.visible_rows()
        if seen is not None:
            self.paged.check_range(*seen)
