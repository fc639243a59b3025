"""客户: who is worth a message today, by which channel, and who was already reached."""

from typing import ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.core.changes import Kind
from console.ui.context import Desk
from console.ui.rooms import Room, RoomsPage, View


def _matrix(desk: Desk) -> View:
    from console.ui.tabs.customers.matrix_view import MatrixView

    return MatrixView(desk)


def _list(desk: Desk) -> View:
    from console.ui.tabs.customers.list_view import CustomerListView

    return CustomerListView(desk)


def _segments(desk: Desk) -> View:
    from console.ui.tabs.customers.segments_view import SegmentsView

    return SegmentsView(desk)


def _touch(desk: Desk) -> View:
    from console.ui.tabs.customers.touch import TouchView

    return TouchView(desk)


def _coupons(desk: Desk) -> View:
    from console.ui.tabs.customers.coupons import CouponsView

    return CouponsView(desk)


def _tasks(desk: Desk) -> View:
    from console.ui.tabs.customers.tasks import TasksView

    return TasksView(desk)


ROOMS = (
    Room("matrix", str(QT_TRANSLATE_NOOP("customers", "Value matrix")), _matrix),
    Room("list", str(QT_TRANSLATE_NOOP("customers", "Customer list")), _list),
    Room("segments", str(QT_TRANSLATE_NOOP("customers", "Segments")), _segments),
    Room("touch", str(QT_TRANSLATE_NOOP("customers", "Channels compared")), _touch),
    Room("coupons", str(QT_TRANSLATE_NOOP("customers", "Coupons and stored value")), _coupons),
    Room("tasks", str(QT_TRANSLATE_NOOP("customers", "Tasks")), _tasks),
)


class CustomersPage(RoomsPage):
    """The matrix, the list, the segments, and what reaches customers."""

    rooms: ClassVar[tuple[Room, ...]] = ROOMS
    context = "customers"
    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {"shops", "orders", "after_sales", "links", "settings", "customers", "touches"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, QCoreApplication.translate("tabs", "Customers"))
