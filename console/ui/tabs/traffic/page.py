"""流量: where viewers come from, which content earns them, and what was tried."""

from typing import ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.core.changes import Kind
from console.ui.context import Desk
from console.ui.rooms import Room, RoomsPage, View


def _sources(desk: Desk) -> View:
    from console.ui.tabs.traffic.sources import SourcesView

    return SourcesView(desk)


def _contents(desk: Desk) -> View:
    from console.ui.tabs.traffic.contents import ContentsView

    return ContentsView(desk)


def _labels(desk: Desk) -> View:
    from console.ui.tabs.traffic.labels import LabelsView

    return LabelsView(desk)


def _experiments(desk: Desk) -> View:
    from console.ui.tabs.traffic.experiments import ExperimentsView

    return ExperimentsView(desk)


def _calendar(desk: Desk) -> View:
    from console.ui.tabs.traffic.calendar import CalendarView

    return CalendarView(desk)


ROOMS = (
    Room("sources", str(QT_TRANSLATE_NOOP("traffic", "Sources")), _sources),
    Room("contents", str(QT_TRANSLATE_NOOP("traffic", "Content")), _contents),
    Room("labels", str(QT_TRANSLATE_NOOP("traffic", "Labels")), _labels),
    Room("experiments", str(QT_TRANSLATE_NOOP("traffic", "Experiments")), _experiments),
    Room("calendar", str(QT_TRANSLATE_NOOP("traffic", "Promotion calendar")), _calendar),
)


class TrafficPage(RoomsPage):
    """Sources, content, labels, experiments and the promotion calendar."""

    rooms: ClassVar[tuple[Room, ...]] = ROOMS
    context = "traffic"
    kinds: ClassVar[frozenset[Kind]] = frozenset({"shops", "orders", "live", "traffic", "settings"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, QCoreApplication.translate("tabs", "Traffic"))
