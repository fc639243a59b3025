"""预测: the coming days with their bands, what the method was worth, another budget, advice, and what is missing."""

import asyncio
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from console.core.changes import Changes, Kind
from console.core.clock import shop_datetime
from console.rules.forecast_lacking import needs
from console.rules.forecast_spend import BadRow, Spent, spent
from console.store import selecting
from console.store.forecasts import only_shop, scope
from console.store.selecting_facts import Margin
from console.ui.context import Desk
from console.ui.dialogs import answer
from console.ui.files import ask_old_file
from console.ui.page import scrolled
from console.ui.rooms import View
from console.ui.tabs.insights.advice_card import AdviceCard
from console.ui.tabs.insights.backtest import BacktestCard
from console.ui.tabs.insights.budget import BudgetCard
from console.ui.tabs.insights.forecast_card import ForecastCard
from console.ui.tabs.insights.forecast_reading import ForecastReading, read_forecast
from console.ui.tabs.insights.forecast_target import TargetDialog
from console.ui.tabs.insights.lacking import LackingCard
from console.ui.widgets import Segmented, button
from console.ui.widgets.scrollbar import OverlayBar

KINDS: Final[frozenset[Kind]] = frozenset({"shops", "orders", "after_sales", "items", "settings"})
REST_MS: Final = 30_000  # between two readings, however much arrives
WIDE_FROM: Final = 1_000
SHOWN_BAD: Final = 5


class ForecastView(View):
    """Two readings of the file fill it: the forecast, then the advice."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.reading: ForecastReading | None = None
        self.dialog: TargetDialog | None = None
        self._again = False
        self._wide: bool | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(REST_MS)
        self._pause.timeout.connect(self._rested)
        self.days = Segmented([("14", self.tr("14 days")), ("30", self.tr("30 days"))], "14")
        self.days.chosen.connect(self.read)
        self.make = button(self.tr("Forecast now"), "default", "refresh-cw")
        self.make.clicked.connect(lambda: self.tasks.start(self._make(), key="make"))
        self.verbs = (self.days, self.make)
        self._build()
        self.read()

    def _build(self) -> None:
        self.card, self.backtest = ForecastCard(self.desk.language), BacktestCard()
        self.budget, self.advice, self.lacking = BudgetCard(), AdviceCard(self.desk.language), LackingCard()
        self.lacking.acted.connect(self._act)
        self.backtest.change.clicked.connect(lambda: self.tasks.start(self._aim(), key="target"))
        self.advice.opened.connect(lambda: self.go.emit("insights", {"view": "selection"}))
        inside = QWidget()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.area = scrolled(inside)
        self._bar = OverlayBar(self.area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area, 1)
        self._arrange(wide=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= WIDE_FROM
        if wide != self._wide:
            self._arrange(wide=wide)

    def _arrange(self, *, wide: bool) -> None:
        """As on the board where there is room; else one under the other."""
        self._wide = wide
        cards = (self.card, self.backtest, self.budget, self.advice, self.lacking)
        places = (
            ((0, 0, 8), (0, 8, 4), (1, 0, 4), (1, 4, 4), (1, 8, 4))
            if wide
            else ((0, 0, 12), (1, 0, 6), (1, 6, 6), (2, 0, 12), (3, 0, 12))
        )
        for card, (row, column, span) in zip(cards, places, strict=True):
            self._grid.addWidget(card, row, column, 1, span)
        for column in range(12):
            self._grid.setColumnStretch(column, 1)

    # -- reading -----------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read it anew; what is shown stays until the answer is here."""
        self._pause.start()
        self.tasks.start(self._read(), key="read")

    async def _read(self) -> None:
        now, pair = self.desk.now(), self.desk.scope.pair
        chosen = await self.desk.database.read(selecting.kept, scope(pair))
        margin = Margin(share=None, known=0.0) if chosen is None else chosen.margin
        reading = self.reading = await read_forecast(self.desk.database, now, pair, int(self.days.key()), margin)
        self.card.show_reading(reading)
        self.backtest.show_reading(reading)
        self.budget.show_reading(reading)
        self.lacking.show_needs(needs(reading.material.history, reading.material.lines))
        if chosen is not None:
            self.advice.show_chosen(chosen)
        elif reading.material.history.orders:
            await self.desk.actions.forecasting.advise(pair)  # it says so when it is there, and this is read again
        self.settled.emit()

    def on_changes(self, changes: Changes) -> None:
        """At most one reading in half a minute; what the merchant set or brought is shown at once."""
        if changes.kinds & {"settings", "shops"}:
            self.read()
        elif changes.kinds & KINDS:
            if self._pause.isActive():
                self._again = True
            else:
                self.read()

    def _rested(self) -> None:
        if self._again:
            self._again = False
            self.read()

    # -- what a person does --------------------------------------------------------------------------------------------

    async def _make(self) -> None:
        self.make.setEnabled(False)
        try:
            if await self.safely(lambda: self.desk.actions.forecasting.make(self.desk.scope.pair)):
                kept = self.reading is not None and bool(self.reading.forecast.days)
                self.said.emit(self.tr("Forecast kept") if kept else self.tr("There is nothing to forecast yet"), "")
        finally:
            self.make.setEnabled(True)

    async def _aim(self) -> None:
        if self.reading is None:
            return
        dialog = self.dialog = TargetDialog(self, self.reading.material.target.accuracy_bp)
        try:
            wanted = await answer(dialog) == QDialog.DialogCode.Accepted
            accuracy = dialog.accuracy_bp()
        finally:
            self.dialog = None
        if wanted and accuracy is not None:
            since = f"{shop_datetime(self.desk.now()):%Y-%m-%d}"
            await self.safely(lambda: self.desk.actions.forecasting.put_target(accuracy, since))

    def _act(self, what: str) -> None:
        if what == "bind":
            self.go.emit("accounts", {})
        else:
            self.tasks.start(self._import(), key="import")

    async def _import(self) -> None:
        path = await ask_old_file(self, self.tr("What ads cost by day"), ("xlsx", "csv"))
        if path is not None:
            await self.take_file(path)

    async def take_file(self, path: Path) -> None:
        """Bring in a table of ad spend; what could not be read of it is answered row by row."""
        from console.documents import sheets

        found: list[Spent] = []

        async def read() -> None:
            cells = await asyncio.to_thread(sheets.cells, path)
            found.append(await asyncio.to_thread(spent, cells, self.desk.now()))

        if not await self.safely(read, "cli.unreadable_file"):
            return
        table = found[0]
        if not table.titled:
            said = self.tr("The table has no columns of day and cost")
            self.said.emit(said, self.tr("It needs a title row with 日期 and 花费, as the ads back office exports it"))
            return
        self.lacking.show_bad("\n".join(self._bad(row) for row in table.bad[:SHOWN_BAD]))
        pair = self.desk.scope.pair
        shop_id = pair.kuaishou_shop_id if pair is not None else await self.desk.database.read(only_shop)
        if table.days and await self.safely(lambda: self.desk.actions.forecasting.bring_spend(shop_id, table.days)):
            self.said.emit(self.tr("%n day(s) of ad spend kept", "", len(table.days)), path.name)

    def _bad(self, row: BadRow) -> str:
        why = {
            "bad_day": self.tr("the day cannot be read"),
            "future": self.tr("the day has not come"),
            "too_old": self.tr("the day is too long ago"),
            "bad_cost": self.tr("the amount cannot be read"),
        }[row.wrong]
        return self.tr("Row {n}: {why} ({said})").format(n=row.number, why=why, said=row.said)
