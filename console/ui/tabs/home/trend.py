"""成交走势: the curve of sales, beside the period before and the same weekday."""

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.ui import paint
from console.ui.tabs.home import curves
from console.ui.tabs.home.reading import HomeReading
from console.ui.theme import current
from console.ui.widgets import Card, Segmented, label

if TYPE_CHECKING:
    from console.ui.charts import TrendChart

HEIGHT = 196


class TrendCard(Card):
    """The chart comes a moment after the page: its library is large, and the first paint does not wait for it."""

    def __init__(self) -> None:
        super().__init__(self.tr("Sales trend"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._legend = QHBoxLayout()
        self._legend.setSpacing(6)
        self._way = Segmented([("each", self.tr("By time")), ("sum", self.tr("Total"))], "sum")
        self._way.chosen.connect(lambda: self._draw())
        self.head.addLayout(self._legend)
        self.head.addSpacing(8)
        self.add_end(self._way)
        self._room = QVBoxLayout()
        self._room.setContentsMargins(0, 0, 0, 0)
        self._none = label("", tone="text3")
        self._none.setFixedHeight(HEIGHT)
        self._none.setAlignment(paint.CENTRE)
        self._room.addWidget(self._none)
        self.body.addLayout(self._room)
        self.chart: TrendChart | None = None
        self._reading: HomeReading | None = None

    @property
    def way(self) -> curves.Way:
        return cast(curves.Way, self._way.key())

    async def bring_chart(self) -> None:
        """Load the library, then make the chart.

        Its numbers are loaded beside the loop. Its widgets are not: PySide makes its classes when they are first asked
        for, and two threads that ask at once end the program.
        """
        if self.chart is None:
            await asyncio.to_thread(import_module, "numpy")
            made = _chart_class()
            if self.chart is None:
                self.chart = made()
                self.chart.setFixedHeight(HEIGHT)
                self._room.addWidget(self.chart)
                self._draw()

    def show_reading(self, reading: HomeReading) -> None:
        """Draw it; an order that was never read is no zero."""
        self._reading = reading
        self._draw()

    def _draw(self) -> None:
        reading = self._reading
        known = reading is not None and reading.sources("orders").is_known
        self._none.setText("" if reading is None or known else self.tr("The curve begins once orders have been read"))
        self._none.setVisible(not known or self.chart is None)
        if self.chart is not None:
            self.chart.setVisible(known)
        if reading is None or not known:
            self._say_legend([])
            return
        drawn = curves.lines(reading, self.way)
        self._say_legend(drawn)
        if self.chart is not None:
            self._fill(self.chart, reading, drawn)

    def _fill(self, chart: "TrendChart", reading: HomeReading, drawn: list[curves.Line]) -> None:
        from console.ui.charts import Curve, Scale

        period, way = reading.period, self.way
        scale = Scale(
            end=curves.end_of(period, way),
            places=curves.places(period, way),
            value_words=curves.exact_money,
            axis_words=curves.axis_money,
            place_words=lambda place: curves.place_words(period, way, place),
        )
        shown = [Curve(line.name, line.ink, line.points, line.lead) for line in drawn]
        chart.show_curves(shown, scale, self.title.text())

    def _say_legend(self, drawn: list[curves.Line]) -> None:
        while self._legend.count():
            item = self._legend.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in drawn:
            self._legend.addWidget(_Stroke(line.ink))
            self._legend.addWidget(label(line.name, 12, tone="text2"))
            self._legend.addSpacing(6)


class _Stroke(QWidget):
    """A short stroke in a curve's colour."""

    def __init__(self, ink: str) -> None:
        super().__init__()
        self._ink = ink
        self.setFixedSize(12, 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.rounded(painter, self.rect(), 2, current()[self._ink])
        painter.end()


def _chart_class() -> "type[TrendChart]":
    from console.ui.charts import TrendChart

    return TrendChart
