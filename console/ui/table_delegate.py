"""What paints one cell of the table: ground, row line, focus ring, check box, and the column's own cell."""

import logging
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from console.ui import paint
from console.ui.theme import current

if TYPE_CHECKING:
    from console.ui.table import TableView

ROW_HEIGHT = 56
COMPACT_HEIGHT = 40
log = logging.getLogger(__name__)


class CellDelegate(QStyledItemDelegate):
    """Draws ground, row line, focus ring and check box; leaves the value to the column's cell."""

    def __init__(self, view: "TableView[Any]") -> None:
        super().__init__(view)
        self._view = view
        self._failed: set[int] = set()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, rect, number, column = current(), option.rect, index.row(), index.column()
        row_id = self._view.paged.id_at(number)
        chosen = row_id in self._view.paged.checked or row_id == self._view.opened
        ground = "sel" if chosen else "hover" if number == self._view.hovered else "surface"
        painter.fillRect(rect, look[ground])
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), look["rowline"])
        painter.save()
        try:
            self._draw(painter, rect, number, column)
        except Exception:  # an error that leaves a virtual method of Qt's may take the process with it
            if column not in self._failed:
                self._failed.add(column)
                log.exception("column %d cannot be drawn", column)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.by_keyboard:
            painter.save()
            paint.ring(painter, rect.adjusted(0, 0, 0, -1), 4)
            painter.restore()

    def _draw(self, painter: QPainter, rect: QRect, number: int, column: int) -> None:
        model = self._view.paged
        if column == 0:
            checked = model.id_at(number) in model.checked
            paint.check_box(painter, box_corner(rect), Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
            return
        cell, row = model.columns[column - 1].cell, model.row(number)
        if row is None:
            cell.draw_skeleton(painter, rect, number, 1.0)
        else:
            cell.draw(painter, rect, row, self._view.compact)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(40, COMPACT_HEIGHT if self._view.compact else ROW_HEIGHT)


def box_corner(rect: QRect) -> QPoint:
    """Where the check box of a row begins."""
    return QPoint(rect.x() + 16, rect.y() + (rect.height() - paint.BOX) // 2)
