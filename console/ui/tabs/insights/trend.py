"""成交走势: sales, orders or the average order of every day; a click on a day brings its rows."""

from typing import Literal, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from console import reference
from console.catalogue import Language
from console.core.clock import DAY, day_start, shop_datetime
from console.rules.insights import means, promo_on, share
from console.store.insights_views import Sum
from console.store.views import Step
from console.ui import paint, texts
from console.ui.scales import axis_money, short_count
from console.ui.tabs.insights.overview_reading import OverviewReading
from console.ui.tabs.insights.trend_bars import Bar, BarsLook, TrendBars
from console.ui.widgets import Card, Segmented, label
from console.ui.widgets.labels import Wrapped

Figure = Literal["sales", "orders", "average"]


class TrendCard(Card):
    """``picked``: a stretch, and what the chart says of it."""

    picked = Signal(object, object, object)  # instants outgrow the int of a signal

    def __init__(self, language: Language) -> None:
        super().__init__(self.tr("Sales, orders, average order"), self.tr("every day, shop time"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._language = language
        self.figures = Segmented(
            [("sales", self.tr("Sales")), ("orders", self.tr("Orders")), ("average", self.tr("Average"))], "sales"
        )
        self.figures.chosen.connect(lambda: self._draw())
        self.add_end(self.figures)
        self.bars = TrendBars()
        self.bars.picked.connect(self._pick)
        self._none = label("", tone="text3", wrap=True)
        self._none.setAlignment(paint.CENTRE)
        self._none.setMinimumHeight(190)
        self._foot = Wrapped("", 12, tone="text3")
        self.body.addWidget(self.bars, 1)
        self.body.addWidget(self._none, 1)
        self.body.addWidget(self._foot)
        self._reading: OverviewReading | None = None
        self._chosen_at: int | None = None

    @property
    def figure(self) -> Figure:
        return cast(Figure, self.figures.key())

    def show_reading(self, reading: OverviewReading) -> None:
        """Draw it; a day before the first order that is known is no zero."""
        self._reading = reading
        self._draw()

    def choose(self, begin_at: int | None) -> None:
        """Mark the day whose rows are shown."""
        self._chosen_at = begin_at
        self._draw()

    def _draw(self) -> None:
        reading = self._reading
        known = reading is not None and reading.is_known and reading.since_at is not None
        self.bars.setVisible(known)
        self._foot.setVisible(known)
        self._none.setVisible(not known)
        self._none.setText(self.tr("The chart begins once orders have been read"))
        if reading is None or not known:
            self.bars.show_look(None)
            return
        look = self.look(reading)
        chosen = next((at for at, bar in enumerate(look.bars) if bar.at == self._chosen_at), -1)
        self.bars.show_look(look, chosen)
        words = self.tr("A click on a bar shows its orders below.")
        if look.projection is not None:
            words += " " + self.tr("Dashed: as the same weekdays before went on from this time, in no sum.")
        self._foot.setText(words)

    def look(self, reading: OverviewReading) -> BarsLook:
        """The bars of the figure that is chosen."""
        today = day_start(reading.now)
        values = [self._value(reading, step) for step in reading.days]
        over = [step.at < today and reading.is_read(step.at + DAY) for step in reading.days]
        whole = [value if done else None for value, done in zip(values, over, strict=True)]
        mean = means([None if one is None else round(one) for one in whole], reading.lines.mean_days)
        bars = [
            Bar(step.at, value, of, self._name(reading, step.at), done)
            for step, value, of, done in zip(reading.days, values, mean, over, strict=True)
        ][reading.lead :]
        words = texts.count if self.figure == "orders" else texts.money
        axis = short_count if self.figure == "orders" else axis_money
        return BarsLook(
            bars=bars,
            words=lambda value: words(round(value)),
            axis=axis,
            name=self._figure_word(),
            mean_name=self.tr("mean of {n} days").format(n=reading.lines.mean_days),
            mean_word=self.tr("{n}-day mean").format(n=reading.lines.mean_days),
            projection=reading.projection if self.figure == "sales" else None,
            projection_word=self.tr("may end at"),
        )

    def _figure_word(self) -> str:
        words = {"sales": self.tr("Sales"), "orders": self.tr("Orders"), "average": self.tr("Average")}
        return words[self.figure]

    def _value(self, reading: OverviewReading, step: Step) -> float | None:
        if reading.since_at is None or step.at + DAY <= reading.since_at or not reading.is_read(step.at):
            return None
        if self.figure == "average":
            return share(step.paid_fen, step.orders)
        return float(step.paid_fen if self.figure == "sales" else step.orders)

    def _name(self, reading: OverviewReading, at: int) -> str:
        """The promotion of a day by the merchant's own calendar, else by custom; its first day alone is named."""
        own, day = reading.own_promos, shop_datetime(at)
        name = own.get(f"{day:%Y-%m-%d}", "")
        if name:
            return "" if own.get(f"{shop_datetime(at - DAY):%Y-%m-%d}") == name else name
        promo = promo_on(at, reference.promos())
        return "" if promo is None else promo.names.get(self._language, promo.key)

    def _pick(self, place: int) -> None:
        reading = self._reading
        if reading is None:
            return
        step = reading.days[reading.lead + place]
        end = min(step.at + DAY, reading.span.until)
        self.picked.emit(step.at, end, Sum(rows=step.orders, fen=step.paid_fen))
