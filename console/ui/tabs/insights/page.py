"""数据: what happened, down to the rows, and what is likely next."""

from typing import ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.core.changes import Kind
from console.ui.context import Desk
from console.ui.rooms import Room, RoomsPage, View


def _overview(desk: Desk) -> View:
    from console.ui.tabs.insights.overview import OverviewView

    return OverviewView(desk)


def _forecast(desk: Desk) -> View:
    from console.ui.tabs.insights.forecast import ForecastView

    return ForecastView(desk)


def _selection(desk: Desk) -> View:
    from console.ui.tabs.insights.advice import SelectionView

    return SelectionView(desk)


def _rows(desk: Desk) -> View:
    from console.ui.tabs.insights.rows import RowsView

    return RowsView(desk)


ROOMS = (
    Room("overview", str(QT_TRANSLATE_NOOP("insights", "Overview")), _overview),
    Room("forecast", str(QT_TRANSLATE_NOOP("insights", "Forecast")), _forecast),
    Room("selection", str(QT_TRANSLATE_NOOP("insights", "Selection")), _selection),
    Room("rows", str(QT_TRANSLATE_NOOP("insights", "Details")), _rows),
)


class InsightsPage(RoomsPage):
    """Overview, forecast, selection and the rows behind them."""

    rooms: ClassVar[tuple[Room, ...]] = ROOMS
    context = "insights"
    kinds: ClassVar[frozenset[Kind]] = frozenset({"shops", "orders", "after_sales", "items", "live", "settings"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, QCoreApplication.translate("tabs", "Data"))
