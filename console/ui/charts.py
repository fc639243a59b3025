"""Charts: curves over time with axes, grid and tooltip of our own. The only module that knows pyqtgraph.

Import it late: pyqtgraph brings numpy, and the first paint must not wait for either.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from console.ui import paint
from console.ui.charted import ChartData, Column, join, tell, translate
from console.ui.scales import GRID_LINES as GRID_LINES
from console.ui.scales import round_top as round_top
from console.ui.theme import current, font

BEYOND = 0.015  # the axis runs on a little, so that the dot at the end of a curve is whole
RIGHT = 18  # room for the half of the last label that stands beyond the end of the axis

Words = Callable[[float], str]


@dataclass(frozen=True)
class Curve:
    """A line: its name, a colour of the theme, and (place, value) pairs. The ``lead`` is the one the chart is about."""

    name: str
    ink: str
    points: Sequence[tuple[float, float]]
    lead: bool = False


@dataclass(frozen=True)
class Scale:
    """The axes: how far the curves may run, what stands under which place, how a value and a place are written."""

    end: float
    places: Sequence[tuple[float, str]]
    value_words: Words
    axis_words: Words
    place_words: Words


class _Axis(pg.AxisItem):  # type: ignore[misc]
    """Labels at given places, 11 px, no line and no ticks."""

    def __init__(self, side: str) -> None:
        super().__init__(side, maxTickLength=0)
        self.setStyle(
            tickLength=0, tickAlpha=0, tickTextOffset=8, autoExpandTextSpace=False, hideOverlappingLabels=False
        )
        self.setTickFont(font(11))

    def restyle(self) -> None:
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.setTextPen(current()["text3"])


class TrendChart(pg.PlotWidget):  # type: ignore[misc]
    """A few curves from zero. Nothing drags, zooms or moves; the pointer or the arrow keys read the values."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._across = _Axis("bottom")
        self._up = _Axis("left")
        super().__init__(parent, axisItems={"bottom": self._across, "left": self._up}, enableMenu=False)
        self.setMouseEnabled(False, False)
        self.hideButtons()
        self.getPlotItem().setContentsMargins(0, 4, RIGHT, 0)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("ring", True)
        self.setMinimumHeight(180)
        self.viewport().setMouseTracking(True)
        self._curves: Sequence[Curve] = ()
        self._scale: Scale | None = None
        self._name = ""
        self._top = 1.0
        self._at: float | None = None
        self.tip = _Tip(self)
        self._levels = [self._item(pg.InfiniteLine(angle=0), 0) for _ in range(GRID_LINES + 1)]
        self._strokes: list[Any] = []
        self._end = self._item(pg.ScatterPlotItem(size=9, pen=None, antialias=True), 2)
        self._cross = self._item(pg.InfiniteLine(angle=90, movable=False), 3)
        self._restyle()
        join(self)

    def sizeHint(self) -> QSize:
        return QSize(480, 200)

    def show_curves(self, curves: Sequence[Curve], scale: Scale, name: str) -> None:
        """Draw these; ``name`` is what all of them are of."""
        self._curves, self._scale, self._name = curves, scale, name
        highest = max((value for curve in curves for _, value in curve.points), default=0)
        self._top = round_top(highest)
        tell(self)
        self._draw()

    def chart_data(self) -> ChartData | None:
        """A row a place, a column a curve."""
        scale, places = self._scale, self._places()
        if scale is None:
            return None
        columns = [Column(translate("charted", "Time"), places, scale.place_words, "place")]
        for curve in self._curves:
            told = dict(curve.points)
            values = [told.get(place) for place in places]  # curves have places of their own: nothing is missing there
            columns.append(Column(curve.name, values, scale.value_words, due=range(0)))
        return ChartData(self._name, columns, in_time=True)

    def _draw(self) -> None:
        """Fill the items that are there. None is ever thrown away: Qt's scene and Python's memory disagree on when."""
        scale = self._scale
        if scale is None:
            return
        look = current()
        levels = [self._top * n / GRID_LINES for n in range(GRID_LINES + 1)]
        for line, level in zip(self._levels, levels, strict=True):
            line.setValue(level)
            line.setPen(QPen(look["grid"], 0))
        self._up.setTicks([[(level, scale.axis_words(level)) for level in levels]])
        self._up.setWidth(max(paint.width(scale.axis_words(level), 11) for level in levels) + 14)
        self._across.setTicks([list(scale.places)])
        drawn = sorted((curve for curve in self._curves if curve.points), key=lambda one: one.lead)
        while len(self._strokes) < len(drawn):
            self._strokes.append(self._item(pg.PlotDataItem(antialias=True), 1))
        for number, stroke in enumerate(self._strokes):
            stroke.setVisible(number < len(drawn))
            if number < len(drawn):
                _fill(stroke, drawn[number])
        self._show_end(next((curve for curve in drawn if curve.lead), None))
        self.setXRange(0, scale.end * (1 + BEYOND), padding=0)
        self.setYRange(0, self._top * 1.04, padding=0)
        self._read_at(self._at)

    def _item(self, made: Any, height: int) -> Any:
        """Put an item on the chart, for as long as the chart lives."""
        made.setZValue(height)
        self.getPlotItem().addItem(made)
        return made

    def _show_end(self, lead: Curve | None) -> None:
        """The dot where the leading curve has come to."""
        self._end.setVisible(lead is not None)
        if lead is not None:
            self._end.setData(*([value] for value in lead.points[-1]), brush=QBrush(current()[lead.ink]))

    # -- reading ----------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.getPlotItem().vb.mapSceneToView(QPointF(event.position()))
        self._read_at(place.x())

    def leaveEvent(self, event: QEvent) -> None:
        self._read_at(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._read_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        places = self._places()
        if not step or not places:
            event.ignore()
            return
        here = places.index(self._at) if self._at in places else len(places) - 1
        self._read_at(places[max(0, min(len(places) - 1, here + step))])

    def _places(self) -> list[float]:
        return sorted({x for curve in self._curves for x, _ in curve.points})

    def _read_at(self, at: float | None) -> None:
        """Put the cross-hair on the nearest point and say what every curve is there."""
        places = self._places()
        self._at = min(places, key=lambda place: abs(place - at)) if places and at is not None else None
        self._cross.setVisible(self._at is not None)
        if self._at is None or self._scale is None:
            self.tip.hide()
            self.setAccessibleDescription(self.accessibleName())
            return
        self._cross.setPos(self._at)
        rows = [
            (curve.ink, curve.name, self._scale.value_words(dict(curve.points)[self._at]))
            for curve in self._curves
            if self._at in dict(curve.points)
        ]
        spot = self.getPlotItem().vb.mapViewToScene(QPointF(self._at, self._top / 2))
        title = self._scale.place_words(self._at)
        self.setAccessibleDescription(" ".join([title, *(f"{name} {value}" for _, name, value in rows)]))
        self.tip.tell(title, rows, QPoint(round(spot.x()), round(spot.y())))

    def close(self) -> bool:
        """As any widget closes: the library's own way takes the view apart and crashes here."""
        return bool(QWidget.close(self))

    # -- looks ------------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_cross"):
            self._restyle()

    def _restyle(self) -> None:
        look = current()
        self.setBackground(look["surface"])
        for axis in (self._across, self._up):
            axis.restyle()
        self._cross.setPen(QPen(look["faint"], 0, Qt.PenStyle.DashLine))
        self._draw()


class _Tip(QWidget):
    """The one tooltip for all curves; lies over the chart and lets the pointer through."""

    def __init__(self, chart: QWidget) -> None:
        super().__init__(chart)
        self._chart = chart
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.title = ""
        self.rows: list[tuple[str, str, str]] = []
        self.hide()

    def tell(self, title: str, rows: list[tuple[str, str, str]], spot: QPoint) -> None:
        self.title, self.rows = title, rows
        size = self.sizeHint()
        left = spot.x() + 14 if spot.x() + 14 + size.width() < self._chart.width() else spot.x() - 14 - size.width()
        top = max(4, min(spot.y() - size.height() // 2, self._chart.height() - size.height() - 4))
        self.setGeometry(QRect(QPoint(max(4, left), top), size))
        self.show()
        self.raise_()
        self.update()

    def sizeHint(self) -> QSize:
        names = max((paint.width(name, 12) for _, name, _ in self.rows), default=0)
        values = max((paint.width(value, 12, True) for _, _, value in self.rows), default=0)
        wide = max(paint.width(self.title, 12), 16 + names + 24 + values)
        return QSize(wide + 24, 30 + 22 * len(self.rows) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        paint.rounded(painter, self.rect(), 8, look["surface"], look["border2"])
        inside = self.rect().adjusted(12, 6, -12, 0)
        title = QRect(inside.x(), inside.y(), inside.width(), 20)
        paint.text(painter, title, self.title, look["text3"], pixels=12)
        for number, (ink, name, value) in enumerate(self.rows):
            row = QRect(inside.x(), inside.y() + 22 + 22 * number, inside.width(), 22)
            paint.dot(painter, QPointF(row.x() + 4, row.center().y() + 0.5), look[ink])
            paint.text(painter, row.adjusted(16, 0, 0, 0), name, look["text2"], pixels=12)
            paint.text(painter, row, value, look["text"], pixels=12, strong=True, align=paint.RIGHT)
        painter.end()


def _fill(stroke: Any, curve: Curve) -> None:
    """Give an item this curve: full and filled for the leading one, paler for the others."""
    colour = QColor(current()[curve.ink])
    if not curve.lead and curve.ink != "previous":
        colour.setAlphaF(0.45)
    stroke.setPen(pg.mkPen(colour, width=2 if curve.lead else 1.5))
    stroke.setFillLevel(0 if curve.lead else None)
    stroke.setFillBrush(_fading(colour) if curve.lead else None)
    stroke.setData([x for x, _ in curve.points], [y for _, y in curve.points])


def _fading(colour: QColor) -> QBrush:
    """18 % under the line, nothing at the foot. The chart's y runs upwards, so the gradient does, too."""
    foot, head = QColor(colour), QColor(colour)
    foot.setAlphaF(0.0)
    head.setAlphaF(0.18)
    gradient = QLinearGradient(0, 0, 0, 1)
    gradient.setCoordinateMode(QLinearGradient.CoordinateMode.ObjectMode)
    gradient.setColorAt(0, foot)
    gradient.setColorAt(1, head)
    return QBrush(gradient)
