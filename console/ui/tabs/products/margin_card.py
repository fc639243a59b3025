"""What is left of a piece at Kuaishou, variant by variant: price, cost and margin; where the cost is from, how old."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from console.core.model import Platform
from console.rules.pricing import Cost, margin_fen
from console.rules.pushing import Both, Goods, PushRules
from console.ui import texts
from console.ui.widgets import Card, label
from console.ui.widgets.labels import TextTone, Wrapped

SHOWN = 40  # variants in sight


class MarginCard(Card):
    """Made anew for every row."""

    def __init__(self, goods: Goods, rules: PushRules, now: int) -> None:
        super().__init__(self.tr("Cost and margin at Kuaishou"))
        self._rules, self._now, self._side = rules, now, goods.kuaishou
        shown = [both for both in goods.variants if both.kuaishou is not None][:SHOWN]
        costs = [both.cost for both in shown if both.cost is not None]
        if not shown:
            self.body.addWidget(label(self.tr("These goods are not at Kuaishou"), tone="text3"))
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        heads = (self.tr("Buyer pays"), self.tr("Cost"), self.tr("Margin"))
        for column, words in enumerate(heads, 1):
            grid.addWidget(label(words, 12, tone="text3"), 0, column, Qt.AlignmentFlag.AlignRight)
        for line, both in enumerate(shown, 1):
            self._variant(grid, line, both)
        self.body.addLayout(grid)
        self.body.addWidget(Wrapped(self._sources(costs), 12, tone="text3"))

    def _variant(self, grid: QGridLayout, line: int, both: Both) -> None:
        here = both.on(Platform.KUAISHOU)
        price = None if here is None or self._side is None else self._side.offer(here.price_fen).pays_fen
        cost = None if both.cost is None else both.cost.fen
        left = margin_fen(price, self._rules.costs(both.cost))
        grid.addWidget(Wrapped(both.spec or self.tr("Only variant")), line, 0)
        tones: tuple[TextTone, ...] = ("text2", "text2", "red" if left is not None and left < 0 else "text")
        for column, (value, tone) in enumerate(zip((price, cost, left), tones, strict=True), 1):
            shade: TextTone = "faint" if value is None else tone
            made = label(texts.money(value), tone=shade, selectable=True)
            grid.addWidget(made, line, column, Qt.AlignmentFlag.AlignRight)

    def _sources(self, costs: list[Cost]) -> str:
        """Who said what the goods cost, as of when, and what the margin does not reckon with."""
        if not costs:
            return self.tr("No cost is known: fill it in at Youzan, or import a sheet with the column “New cost”.")
        said = []
        for source, words in (
            ("platform", self.tr("Cost from Youzan, read {time}")),
            ("sheet", self.tr("Cost from a sheet, {time}")),
        ):
            ages = [cost.at for cost in costs if cost.source == source]
            if ages:
                said.append(words.format(time=texts.moment(min(ages), self._now)))
        if self._side is not None and (self._side.live_fen is not None or self._side.coupon_fen):
            said.append(self.tr("with the live price and the coupon that you entered"))
        lacks = []
        if self._rules.fee_bp is None:
            lacks.append(self.tr("the platform's fee"))
        if self._rules.other_fen is None:
            lacks.append(self.tr("postage and packing"))
        if lacks:
            said.append(self.tr("not reckoned with: {what}").format(what=self.tr(" and ").join(lacks)))
        return " · ".join(said)
