"""The four figure cards: what each counts, and when its number may be compared."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from console.core.model import Platform
from console.store.views import Step
from console.ui import texts
from console.ui.charted import ChartData, Column, days, when
from console.ui.kpi import KpiCard, KpiLook, change_of
from console.ui.paint import ChipLook
from console.ui.sources import Sources
from console.ui.tabs.home.reading import HomeReading
from console.ui.tabs.home.when import briefly
from console.ui.widgets.labels import TextTone


class Figures(QWidget):
    """成交额, 支付订单, 退款金额 and 直播商品成交."""

    opened = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        details = self.tr("Details")
        counts = self.tr(
            "Paid Kuaishou orders, and paid Youzan trades sold on Youzan itself, by their time of payment. "
            "A trade brought in from Kuaishou is the same sale as its order and is not added. Later refunds stay in."
        )
        self.gmv = KpiCard(self.tr("Sales"), self.tr("Sum of what buyers paid, postage included. ") + counts, details)
        self.orders = KpiCard(self.tr("Paid orders"), self.tr("Number of orders. ") + counts, details)
        back = self.tr(
            "After-sales that ended with money going back, by the time they ended. Exchanges are left out; what both "
            "platforms say of one sale counts once."
        )
        self.refunds = KpiCard(self.tr("Refunds"), back, self.tr("Ongoing"))
        live = self.tr(
            "Kuaishou orders paid while a show was on, without those known to be made elsewhere. Which show sold an "
            "order no list of orders says: beside a show the shop's own page may have sold some of them."
        )
        self.live = KpiCard(self.tr("Live goods"), live, self.tr("To Live"))
        self._cards = (self.gmv, self.orders, self.refunds, self.live)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        self.set_across(len(self._cards))
        self._paid = "today"
        self.gmv.asked.connect(self._open_orders)
        self.orders.asked.connect(self._open_orders)
        self.refunds.asked.connect(lambda: self.opened.emit("orders", {"tab": "after_sale"}))
        self.live.asked.connect(lambda: self.opened.emit("live", {}))

    def set_across(self, across: int) -> None:
        """How many stand beside each other."""
        for at, card in enumerate(self._cards):
            self._grid.addWidget(card, at // across, at % across)
        for column in range(len(self._cards)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def _open_orders(self) -> None:
        self.opened.emit("orders", {"tab": "all", "paid": self._paid})

    def show_reading(self, reading: HomeReading) -> None:
        """Put the numbers in."""
        self._paid = reading.period.key
        total, before = reading.total, reading.before_so_far
        until = reading.period.until
        paid, back = reading.sources("orders", until), reading.sources("after_sales", until)
        self.gmv.show_look(self._look(reading, paid, self.gmv.title, texts.money, _paid_fen, total, before))
        self.orders.show_look(self._look(reading, paid, self.orders.title, texts.count, _orders, total, before))
        self.refunds.show_look(self._look(reading, back, self.refunds.title, texts.money, _refunded, total, before))
        self.live.show_look(self._live(reading, paid.of(Platform.KUAISHOU)))

    def _live(self, reading: HomeReading, sources: Sources) -> KpiLook:
        """Of the shows in the period; where there was none nothing is said of money."""
        sold = reading.sold_live
        if not sold.shows or not sources.is_known:
            return KpiLook(
                value=texts.NOTHING,
                chip=ChipLook("grey", "circle-dashed", self.tr("No show")) if not sold.shows else self._chip(sources),
                source=self._source(sources),
                under=self.tr("no show in this period is known") if not sold.shows else "",
            )
        said = self.tr("{shows} · {orders}").format(
            shows=self.tr("%n show(s)", "", sold.shows), orders=self.tr("%n order(s)", "", sold.orders)
        )
        return KpiLook(
            value=texts.money(sold.paid_fen),
            chip=ChipLook("red", "radio", self.tr("On air")) if sold.is_on else self._chip(sources),
            source=self._source(sources),
            under=said if not sources.late else self._lag(sources),
            under_tone="amber" if sources.late else "text3",
        )

    def _look(
        self,
        reading: HomeReading,
        sources: Sources,
        name: str,
        words: Callable[[int], str],
        of: Callable[[Step], int],
        total: Step,
        before: Step,
    ) -> KpiLook:
        change, under, tone = self._comparison(reading, sources, of(total), of(before))
        place = days([step.at for step in reading.steps])
        if not reading.period.is_days:
            place = when([min(step.at + reading.period.step, reading.period.until) for step in reading.steps])
        sums = Column(self.tr("Running total"), _running(reading.steps, of), words)
        return KpiLook(
            value=words(of(total)) if sources.is_known else texts.NOTHING,
            chip=self._chip(sources),
            source=self._source(sources),
            change=change,
            under=under,
            under_tone=tone,
            spark=ChartData(name, (place, sums), in_time=True) if sources.is_known else None,
        )

    def _comparison(
        self, reading: HomeReading, sources: Sources, value: int, before: int
    ) -> tuple[float | None, str, TextTone]:
        """A partial number is not compared."""
        if not sources.is_known:
            return None, self.tr("the first sync is under way"), "text3"
        if sources.late:
            return None, self._lag(sources), "amber"
        if not reading.reaches_before:
            return None, self.tr("no data of the period before"), "text3"
        change = change_of(value, before)
        if change is None:
            return None, self.tr("nothing in the period before"), "text3"
        return change, reading.period.compared_with(), "text3"

    def _lag(self, sources: Sources) -> str:
        """``有赞缺 33 分钟，不作比较``: of the platform that lags most."""
        worst = min(sources.late, key=lambda which: sources.times[which] or 0)
        at = sources.times[worst]
        if at is None:
            return self.tr("{name} not read to the end yet, not compared").format(name=texts.platform(worst))
        behind = texts.span(sources.now - at)
        return self.tr("{name} is {span} behind, not compared").format(name=texts.platform(worst), span=behind)

    def _chip(self, sources: Sources) -> ChipLook:
        if not sources.is_known:
            return ChipLook("grey", "circle-dashed", self.tr("No data yet"))
        if sources.late:
            return ChipLook("amber", "triangle-alert", self.tr("Partial"))
        return ChipLook("green", "zap", self.tr("Live"))

    @staticmethod
    def _source(sources: Sources) -> str:
        """``快手 14:31 · 有赞 14:28``; the day where it was not today."""
        return " · ".join(f"{texts.platform(which)} {briefly(at, sources.now)}" for which, at in sources.times.items())


def _paid_fen(step: Step) -> int:
    return step.paid_fen


def _orders(step: Step) -> int:
    return step.orders


def _refunded(step: Step) -> int:
    return step.refunded_fen


def _running(steps: Sequence[Step], of: Callable[[Step], int]) -> list[int]:
    sums, total = [], 0
    for step in steps:
        total += of(step)
        sums.append(total)
    return sums
