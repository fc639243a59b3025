"""The figure cards of the overview: what each counts, of which source and age, and what it is compared with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from console.core.clock import day_start
from console.core.model import Platform
from console.rules.insights import Fresh, change, of_next_day, share
from console.store.insights_views import Totals, What
from console.ui import texts
from console.ui.charted import ChartData, Column, days, when
from console.ui.kpi import KpiCard, KpiLook
from console.ui.sources import Sources
from console.ui.tabs.insights.cards_words import fresh_chip, of_orders
from console.ui.tabs.insights.overview_reading import OverviewReading

Number = float | None
BEHIND: dict[str, What | Literal["traffic"]] = {
    "refunds": "refunds",
    "ads": "ads",
    "live": "live",
    "visits": "traffic",
}
"""Which rows are behind a card, or which tab; of the others the paid orders are."""
OF_ORDERS = ("sales", "orders", "buyers", "average", "refunds", "live")


@dataclass(frozen=True)
class _Said:
    """A figure of a span in words and as a number to compare; the number is None where it is not known."""

    value: str
    number: Number
    before: Number
    fresh: Fresh
    source: str
    why: str = ""  # what stands under a figure that is not known, or in place of a comparison
    spark: ChartData | None = None


class Cards(QWidget):
    """Eight cards; ``asked`` names the rows behind the one that was clicked."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        rows = self.tr("Details")
        counts = self.tr(
            "Paid Kuaishou orders, and paid Youzan trades sold on Youzan itself, by their time of payment. "
            "A trade brought in from Kuaishou is the same sale as its order and is not added. Later refunds stay in."
        )
        live = self.tr(
            "What Kuaishou orders paid while a show was on came to ÷ all sales. Which show sold an order no list says."
        )
        ads = self.tr("What the bound ads accounts spent, by the ads platform's hourly report. ROI = its GMV ÷ spend.")
        visits = self.tr("People in the shop on the day before, as the platform's panel says after ten o'clock.")
        self.cards: dict[str, KpiCard] = {
            "sales": KpiCard(self.tr("Sales"), self.tr("Sum of what buyers paid, postage included. ") + counts, rows),
            "orders": KpiCard(self.tr("Paid orders"), self.tr("Number of orders. ") + counts, rows),
            "buyers": KpiCard(
                self.tr("Buyers"), self.tr("Different people who paid, each platform's by itself."), rows
            ),
            "average": KpiCard(self.tr("Average order"), self.tr("Sales ÷ paid orders."), rows),
            "refunds": KpiCard(
                self.tr("Refund rate"), self.tr("Money that went back in this time ÷ sales of this time."), rows
            ),
            "ads": KpiCard(self.tr("Ad spend"), ads, rows),
            "live": KpiCard(self.tr("Share of live"), live, rows),
            "visits": KpiCard(self.tr("Visitors yesterday"), visits, self.tr("To Traffic")),
        }
        for key, card in self.cards.items():
            card.asked.connect(lambda key=key: self.asked.emit(BEHIND.get(key, "paid")))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self.set_across(4)

    def set_across(self, across: int) -> None:
        """How many stand beside each other."""
        for at, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, at // across, at % across)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def show_reading(self, reading: OverviewReading) -> None:
        """Put the figures in."""
        for key, said in self._all(reading).items():
            unread = key in OF_ORDERS and not reading.is_known
            self.cards[key].show_look(
                self._look(reading, replace(said, why=self.tr("not read yet")) if unread else said)
            )

    def _all(self, reading: OverviewReading) -> dict[str, _Said]:
        orders = reading.sources("orders")
        return {
            "sales": self._of_sales(
                reading, orders, self.cards["sales"].title, texts.money, lambda of: of.sold.paid_fen, money=True
            ),
            "orders": self._of_sales(
                reading, orders, self.cards["orders"].title, texts.count, lambda of: of.sold.orders, money=False
            ),
            "buyers": self._buyers(reading, orders),
            "average": self._average(reading, orders),
            "refunds": self._refunds(reading),
            "ads": self._ads(reading),
            "live": self._live(reading, orders),
            "visits": self._visits(reading),
        }

    # -- each ---------------------------------------------------------------------------------------------------------

    @staticmethod
    def _of_sales(
        reading: OverviewReading,
        orders: Sources,
        title: str,
        words: Callable[[int], str],
        of: Callable[[Totals], int],
        *,
        money: bool,
    ) -> _Said:
        value = of(reading.total)
        shape = [step.paid_fen if money else step.orders for step in reading.read_steps]
        spark = _spark(reading, title, shape, words)
        return _Said(words(value), value, of(reading.before), of_orders(orders), _source(orders), spark=spark)

    def _buyers(self, reading: OverviewReading, orders: Sources) -> _Said:
        mine, before = reading.total.buyers, reading.before.buyers
        why = self.tr("%n order(s) without a named buyer", "", mine.unnamed) if mine.unnamed else ""
        known = bool(mine.people) or not mine.unnamed
        return _Said(
            texts.count(mine.people if known else None),
            None if mine.unnamed else mine.people,
            None if before.unnamed else before.people,  # else those without a name would seem to be newcomers
            of_orders(orders) if known else "none",
            _source(orders),
            why,
        )

    def _average(self, reading: OverviewReading, orders: Sources) -> _Said:
        now, before = (share(one.sold.paid_fen, one.sold.orders) for one in (reading.total, reading.before))
        words = texts.NOTHING if now is None else texts.money(round(now))
        why = self.tr("no paid order in this time") if now is None else _n(reading.total.sold.orders)
        means = [share(step.paid_fen, step.orders) for step in reading.read_steps]
        spark = _spark(reading, self.cards["average"].title, means, lambda mean: texts.money(round(mean)))
        return _Said(words, now, before, of_orders(orders), _source(orders), why, spark)

    def _refunds(self, reading: OverviewReading) -> _Said:
        sources = reading.sources("after_sales")
        now, before = (share(one.sold.refunded_fen, one.sold.paid_fen) for one in (reading.total, reading.before))
        why = self.tr("no sales in this time") if now is None else _n(reading.total.sold.refunds)
        words = texts.NOTHING if now is None else f"{now:.1%}"
        return _Said(words, now, before, of_orders(sources), _source(sources), why)

    def _ads(self, reading: OverviewReading) -> _Said:
        ads, before = reading.total.ads, reading.before.ads
        if not ads.accounts:
            return _Said(texts.NOTHING, None, None, "none", self.tr("Ads report"), self.tr("no ads account is bound"))
        if not ads.cost.rows:
            why = self.tr("nothing was read of this time")
            return _Said(texts.NOTHING, None, None, "none", self.tr("Ads report"), why)
        rate = share(ads.gmv_fen, ads.paired_cost_fen)
        why = self.tr("ROI {rate}").format(rate=texts.NOTHING if rate is None else f"{rate:.2f}")
        fresh: Fresh = "partial" if ads.cost.unknown or ads.read_at is None else "live"
        age = texts.age(ads.read_at, reading.now) if ads.read_at else self.tr("not read to the end")
        source = self.tr("Ads report · {age}").format(age=age)
        compared = before.cost.fen if before.cost.rows else None
        return _Said(texts.money(ads.cost.fen), ads.cost.fen, compared, fresh, source, why)

    def _live(self, reading: OverviewReading, orders: Sources) -> _Said:
        live, mine = reading.total.live, orders.of(Platform.KUAISHOU)
        if not live.shows:
            why = self.tr("no show in this time is known")
            return _Said(texts.NOTHING, None, None, "none", _source(mine), why)
        now = share(live.paid_fen, reading.total.sold.paid_fen)
        past = reading.before
        before = share(past.live.paid_fen, past.sold.paid_fen) if past.live.shows else None
        words = texts.NOTHING if now is None else f"{now:.1%}"
        shows = self.tr("%n show(s)", "", live.shows)
        why = f"{shows} · {_n(live.orders)}"
        return _Said(words, now, before, of_orders(mine), _source(mine), why)

    def _visits(self, reading: OverviewReading) -> _Said:
        told = reading.visits
        fresh = of_next_day(reading.now, None if told is None else told.day_at, reading.lines.due_hour)
        if told is None or fresh != "next_day":
            clock = f"{reading.lines.due_hour}:00"
            late = self.tr("nothing was imported of yesterday")
            why = self.tr("next day, from {clock} on").format(clock=clock) if fresh == "pending" else late
            return _Said(texts.NOTHING, None, None, fresh, self.tr("Traffic import"), why)
        source = self.tr("Traffic import · {age}").format(age=texts.age(told.kept_at, reading.now))
        return _Said(texts.count(told.viewers), None, None, "by_hand", source, texts.day(told.day_at))

    # -- together -----------------------------------------------------------------------------------------------------

    def _look(self, reading: OverviewReading, said: _Said) -> KpiLook:
        known = said.value != texts.NOTHING and said.fresh != "none"
        moved = change(said.number, said.before) if reading.reaches_before and said.fresh == "live" else None
        under = said.why
        if moved is not None:
            against = self._against(reading)
            under = f"{against} · {said.why}" if said.why else against
        elif known and said.number is not None:
            against = self._no_comparison(reading, said)
            under = f"{against} · {said.why}" if said.why else against
        return KpiLook(
            value=said.value if known else texts.NOTHING,
            chip=fresh_chip(said.fresh),
            source=said.source,
            change=moved,
            under=under,
            under_tone="amber" if said.fresh == "partial" and known else "text3",
            spark=said.spark if known else None,
        )

    def _against(self, reading: OverviewReading) -> str:
        if reading.span.key == "today":
            return self.tr("vs yesterday, same time")
        return self.tr("vs the %n day(s) before", "", reading.span.days)

    def _no_comparison(self, reading: OverviewReading, said: _Said) -> str:
        if said.fresh == "partial":
            return self.tr("not read to the end yet, not compared")
        if not reading.reaches_before or said.before is None:
            return self.tr("no data of the time before")
        return self.tr("nothing in the time before")


def _n(number: int) -> str:
    """Of how many rows a figure is made."""
    return f"n={texts.count(number)}"


def _source(sources: Sources) -> str:
    """``快手 14:31 · 有赞 14:28``; the day where it was not today."""

    def when(at: int | None) -> str:
        if at is None:
            return texts.NOTHING
        return texts.clock_time(at) if day_start(at) == day_start(sources.now) else texts.moment(at)[:5]

    return " · ".join(f"{texts.platform(which)} {when(at)}" for which, at in sources.times.items())


def _spark(reading: OverviewReading, title: str, values: Sequence[Number], words: Callable[[Any], str]) -> ChartData:
    """What a card draws: the days of the span, or the hours of a single one."""
    moments = [step.at for step in reading.read_steps]
    place = days(moments) if reading.span.days > 1 else when(moments)
    return ChartData("", (place, Column(title, values, words)), in_time=True)
