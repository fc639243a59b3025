"""The head of a table: 36 high, quiet ground, a box that checks all, our sort arrow beside the word."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView

from console.ui import icons, paint
from console.ui.cells import GAP
from console.ui.paging import PagedModel, Sort
from console.ui.theme import current

if TYPE_CHECKING:
    from console.ui.table import TableView

HEIGHT = 36
CHECK_WIDTH = 40


class TableHeader(QHeaderView):
    """Paints itself; a click on a sortable word sorts, on the box checks every row of the view."""

    def __init__(self, view: "TableView[Any]") -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(32)
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)
        self.setHighlightSections(False)

    @property
    def _paged(self) -> PagedModel[Any]:
        return self._view.paged

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        look = current()
        painter.save()
        painter.fillRect(rect, look["sunken"])
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), look["border"])
        if section == 0:
            corner = QPoint(rect.x() + 16, rect.y() + (rect.height() - paint.BOX) // 2)
            paint.check_box(painter, corner, self._all_state())
        else:
            self._paint_title(painter, rect, section)
        painter.restore()

    def _paint_title(self, painter: QPainter, rect: QRect, section: int) -> None:
        column = self._paged.columns[section - 1]
        look = current()
        inner = rect.adjusted(GAP, 0, -GAP if column.right else 0, 0)
        order = self._paged.sort_order
        sorted_here = order is not None and column.sort == order.key and bool(column.sort)
        colour = look["text2" if sorted_here else "text3"]
        wide = paint.width(column.title, 12)
        left = inner.x()
        if column.right:
            left = inner.right() + 1 - wide - (16 if sorted_here else 0)
        paint.text(painter, QRect(left, inner.y(), wide, inner.height()), column.title, colour, pixels=12)
        if order is not None and sorted_here:
            arrow = "arrow-down" if order.descending else "arrow-up"
            icons.paint(painter, arrow, QPoint(left + wide + 3, inner.y() + (inner.height() - 12) // 2), 12, colour)

    def _all_state(self) -> Qt.CheckState:
        checked = len(self._paged.checked)
        if not checked:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if checked == self._paged.rowCount() else Qt.CheckState.PartiallyChecked

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        section = self.logicalIndexAt(event.position().toPoint())
        hot = section == 0 or (section > 0 and bool(self._paged.columns[section - 1].sort))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hot else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        section = self.logicalIndexAt(event.position().toPoint())
        if section == 0:
            self._paged.set_checked(()) if self._paged.checked else self._paged.check_all()
        elif section > 0:
            self.sort_section(section)
        event.accept()

    def sort_section(self, section: int) -> None:
        """Sort by this column; a second time the other way round."""
        key = self._paged.columns[section - 1].sort
        if not key:
            return
        order = self._paged.sort_order
        descending = order is not None and order.key == key and not order.descending
        self._paged.sort_by(Sort(key, descending))
        self.viewport().update()
