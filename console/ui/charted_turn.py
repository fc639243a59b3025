"""Ctrl+Shift+T turns the chart with the focus into a table, else the next one in sight, and turns it back."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QSplitter, QStackedWidget, QWidget

from console.ui.charted import KEYS, TABLED, ChartData, Charted, translate
from console.ui.charted_table import LEAST, ChartTable, room_in
from console.ui.widgets import Card

SMALL = 80  # pixels: a lower chart is but a stroke in a card, and comes last


def turn(room: QWidget) -> bool:
    """Chart to table, or back; False where no chart with data is in sight."""
    focused = QApplication.focusWidget()
    opened = [one for one in room.findChildren(ChartTable) if one.isVisible()]
    mine = next((one for one in opened if focused is one.chart or (focused and one.isAncestorOf(focused))), None)
    chart = None if mine is not None else _around(focused, room)
    if mine is None and chart is None and opened:
        mine = opened[0]
    if mine is not None:
        mine.back()
        return True
    chart = chart or _next(room, focused)
    return chart is not None and show(chart)


def show(chart: QWidget) -> bool:
    """Its table; False where it has no data."""
    data = chart.chart_data() if isinstance(chart, Charted) else None
    if data is None or not data.rows:
        return False
    if chart.property(TABLED):
        return True
    ChartTable(chart, _host(chart), data).open()
    return True


def _host(chart: QWidget) -> QWidget:
    """The nearest card around it that has the room for a table; without one whatever has."""
    around = []
    found = chart.parentWidget()
    while found is not None and not found.isWindow():
        if not isinstance(found, (QSplitter, QAbstractScrollArea, QStackedWidget)):  # they lay out whatever they hold
            around.append(found)
        found = found.parentWidget()
    roomy = [one for one in around if room_in(one).width() >= LEAST.width() and room_in(one).height() >= LEAST.height()]
    cards = [one for one in roomy if isinstance(one, Card)]
    return (cards or roomy or around or [chart])[0]


def menu_of(chart: QWidget) -> QMenu:
    """What can be done with a chart."""
    menu = QMenu(chart)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    words = translate("charted", "Show as a table")
    act = menu.addAction(f"{words}\t{KEYS}")  # as Qt writes a key into a menu
    data = chart.chart_data() if isinstance(chart, Charted) else None
    act.setEnabled(data is not None and bool(data.rows))
    act.triggered.connect(lambda: show(chart))
    return menu


def refresh(chart: QWidget, data: ChartData | None) -> None:
    """Bring the open table of a chart up to date."""
    for one in chart.window().findChildren(ChartTable):
        if one.chart is chart and one.isVisibleTo(one.host):
            one.show_data(data)


def _around(widget: QWidget | None, room: QWidget) -> QWidget | None:
    """The chart that this one is, or is a part of."""
    while widget is not None and widget is not room:
        if isinstance(widget, Charted) and _has_data(widget):
            return widget
        widget = widget.parentWidget()
    return None


def _has_data(chart: QWidget) -> bool:
    data = chart.chart_data() if isinstance(chart, Charted) else None
    return data is not None and data.rows > 0


def _next(room: QWidget, focused: QWidget | None) -> QWidget | None:
    """The first one after the focus as one reads, else the first; those that are scrolled out of sight come last."""

    def where(widget: QWidget) -> tuple[int, int]:
        corner = widget.mapTo(room, QPoint(0, 0))
        return corner.y(), corner.x()

    charts = [one for one in room.findChildren(QWidget) if isinstance(one, Charted) and one.isVisible()]
    charts = [one for one in charts if _has_data(one)]
    inside = focused is not None and focused is not room and room.isAncestorOf(focused)
    since = where(focused) if inside and focused is not None else (0, 0)

    def order(chart: QWidget) -> tuple[bool, bool, bool, tuple[int, int]]:
        at = where(chart)
        return chart.visibleRegion().isEmpty(), chart.height() < SMALL, at < since, at

    return min(charts, key=order, default=None)
