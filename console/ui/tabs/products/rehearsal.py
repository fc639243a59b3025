"""超卖演练: past sales of one variant replayed against a gap and a buffer, and the buffer that would have done."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget
from shiboken6 import isValid

from console import reference
from console.core.clock import DAY, SECOND
from console.core.model import Platform
from console.rules.oversell import Advice, Burst, Outcome, Way, advise, rehearse
from console.rules.pushing import Both, Goods, PushRules
from console.rules.rehearsing import Sold, bursts, of_variant
from console.store.views_goods import PastSale
from console.ui import texts
from console.ui.context import Desk
from console.ui.dialogs import Dialog
from console.ui.tabs.products.cells import BadFigure, pieces_of
from console.ui.tasks import Tasks
from console.ui.widgets import Card, Picker, button, label, stack
from console.ui.widgets.labels import Wrapped, set_tone

if TYPE_CHECKING:
    from sqlalchemy import Connection

DAYS = 30
WIDE = 640
GAP_S = 60  # how often stock is followed in real time
MOST_GAP_S = 86_400


def read_sales(conn: "Connection", goods: Goods, since_at: int) -> list[PastSale]:
    """On a database thread."""
    from console.store import item_sales

    return item_sales.sales(conn, goods, since_at)


class RehearsalCard(Card):
    """In the drawer; hidden as long as nothing was sold that could be replayed."""

    def __init__(self, page: QWidget, goods: Goods, rules: PushRules, desk: Desk, tasks: Tasks) -> None:
        super().__init__("")
        self._page, self._goods, self._rules, self._desk, self._tasks = page, goods, rules, desk, tasks
        self.said = Wrapped("", 12, tone="text2")
        self.open = button(self.tr("Rehearse overselling"), "default", "play", small=True)
        self.open.clicked.connect(self._open)
        self.body.addLayout(stack(self.said, self.open, across=True))
        self.sold: list[Sold] = []
        self.dialog: RehearsalDialog | None = None
        self.hide()
        tasks.start(self._read(), key="sales")

    async def _read(self) -> None:
        since = self._desk.now() - DAYS * DAY
        found = await self._desk.database.read(read_sales, self._goods, since)
        if not isValid(self):  # other goods are in the drawer by now
            return
        self.sold = [(sale.at, sale.platform, sale.sku_id, sale.pieces) for sale in found]
        counts = {
            platform.value: texts.count(sum(sale.pieces for sale in found if sale.platform is platform))
            for platform in Platform
        }
        words = self.tr("Sold in the last {days} days: {kuaishou} at Kuaishou, {youzan} at Youzan")
        self.said.setText(words.format(days=DAYS, **counts))
        self.setVisible(bool(found))

    def _open(self) -> None:
        dialog = self.dialog = RehearsalDialog(self._page, self._goods, self._rules, self.sold, self._tasks)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        self._tasks.cancel("play")
        if dialog is not None:
            dialog.deleteLater()


class RehearsalDialog(Dialog):
    """What a gap and a buffer would have done; nothing is changed."""

    def __init__(self, page: QWidget, goods: Goods, rules: PushRules, sold: Sequence[Sold], tasks: Tasks) -> None:
        super().__init__(page, self.tr("Rehearse overselling"), self.tr("Close"), kind="default")
        self.cancel_button.hide()
        self.setFixedWidth(min(WIDE, page.window().width() - 48))
        self._rules, self._tasks = rules, tasks
        only = len(goods.variants) == 1
        self._sold = {str(at): of_variant(both, sold, only=only) for at, both in enumerate(goods.variants)}
        self._variants = {str(at): both for at, both in enumerate(goods.variants)}
        names = [(key, both.spec or self.tr("The only variant")) for key, both in self._variants.items()]
        best = max(self._sold, key=lambda key: sum(sale[3] for sale in self._sold[key]), default="0")
        self.variant = Picker(names, best)
        self.variant.chosen.connect(lambda _key: self._fill_stock())
        buffer = rules.buffer if goods.buffer is None else goods.buffer
        self.stock, self.gap, self.buffer = QLineEdit(), QLineEdit(str(GAP_S)), QLineEdit(str(buffer))
        self.said = Wrapped("", tone="text2")
        self.run = button(self.tr("Rehearse"), "primary", "play")
        self.run.clicked.connect(self._start)
        self._lay_out()
        self._fill_stock()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (words, part, unit) in enumerate(
            (
                (self.tr("Variant"), self.variant, ""),
                (self.tr("Stock at the start of a day"), self.stock, self.tr("pieces")),
                (self.tr("Both shops are told every"), self.gap, self.tr("seconds")),
                (self.tr("Buffer"), self.buffer, self.tr("pieces")),
            )
        ):
            if isinstance(part, QLineEdit):
                part.setFixedWidth(96)
            part.setAccessibleName(words)
            grid.addWidget(label(words, tone="text2"), row, 0)
            grid.addLayout(stack(part, label(unit, 12, tone="text3"), None, across=True), row, 1)
        self.body.addLayout(grid)
        self.body.addLayout(stack(None, self.run, across=True))
        self.body.addWidget(self.said)
        note = self.tr("Each day on which any was sold in the last {days} days is replayed as if it had begun with")
        more = self.tr("this stock; what was really there at the time is not on record. Nothing is changed.")
        self.body.addWidget(Wrapped(f"{note.format(days=DAYS)} {more}", 12, tone="text3"))

    def _fill_stock(self) -> None:
        both = self._variants.get(self.variant.key())
        stock = None if both is None else _stock(both)
        self.stock.setText("" if stock is None else str(stock))
        self._say(self.tr("{n} days with sales").format(n=texts.count(len(self._bursts(0)))), tone="text3")

    def _bursts(self, stock: int) -> tuple[Burst, ...]:
        return bursts(self._sold.get(self.variant.key(), []), stock)

    def _start(self) -> None:
        try:
            stock, gap_s, buffer = (pieces_of(part.text()) for part in (self.stock, self.gap, self.buffer))
        except BadFigure as bad:
            self._say(str(bad), tone="red")
            return
        found = self._bursts(stock)
        if not found or not 0 < gap_s <= MOST_GAP_S:
            none, odd = self.tr("Nothing of this variant was sold"), self.tr("The gap is 1 second to a day")
            self._say(odd if found else none, tone="red")
            return
        self.run.setEnabled(False)
        self._say(self.tr("Replaying…"), tone="text3")
        way = Way(gap_ms=gap_s * SECOND, buffer=buffer, cap=self._rules.cap)
        self._tasks.start(self._rehearse(found, way), key="play")

    async def _rehearse(self, found: tuple[Burst, ...], way: Way) -> None:
        risk = reference.figures()["oversell_risk_percent"].value
        outcome = await asyncio.to_thread(rehearse, found, way)
        advice = await asyncio.to_thread(_advise, found, way, risk / 100)
        self.run.setEnabled(True)  # whoever closed the dialog meanwhile has cancelled this
        self._say("\n".join([self._told(outcome, way), self._advised(advice, risk)]), tone="text")

    def _told(self, outcome: Outcome, way: Way) -> str:
        if not outcome.worst:
            said = self.tr("With a buffer of {buffer} none of {days} days oversells (95% sure: under {high})")
            return said.format(buffer=way.buffer, days=outcome.sample, high=_share(outcome.high))
        said = self.tr("With a buffer of {buffer} {risk} of {days} days oversell (95% sure: {low} to {high})")
        often = self.tr("{expected} pieces a day on average, {worst} at worst")
        return f"{said}\n{often}".format(
            buffer=way.buffer,
            risk=_share(outcome.risk),
            days=outcome.sample,
            low=_share(outcome.low),
            high=_share(outcome.high),
            expected=f"{outcome.expected:.1f}",
            worst=texts.count(outcome.worst),
        )

    def _advised(self, advice: Advice, risk: int) -> str:
        said = self.tr("Advised: {buffer}; at most {risk}% of days oversell, {unsold} pieces a day go unsold")
        words = [said.format(buffer=advice.buffer, risk=risk, unsold=f"{advice.outcome.unsold:.1f}")]
        if advice.sure_buffer is None:
            words.append(self.tr("So few days prove this of no buffer: take it as a hint"))
        elif advice.sure_buffer != advice.buffer:
            words.append(self.tr("95% sure with {buffer}").format(buffer=advice.sure_buffer))
        return "\n".join(words)

    def _say(self, words: str, *, tone: str) -> None:
        self.said.setText(words)
        set_tone(self.said, tone)


def _advise(found: tuple[Burst, ...], way: Way, risk: float) -> Advice:
    return advise(found, gap_ms=way.gap_ms, cap=way.cap, risk=risk)


def _stock(both: Both) -> int | None:
    """Youzan's, which leads; else Kuaishou's."""
    found = [sku.stock for sku in (both.youzan, both.kuaishou) if sku is not None and sku.stock is not None]
    return found[0] if found else None


def _share(share: float) -> str:
    return f"{share * 100:.0f}%"
