"""预测 and 选品 on a real file: nothing is said before enough is known; then bands, errors, a budget, and reasons."""

import csv
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from ui_home_rows import KUAISHOU, NOW, TODAY, YOUZAN, bind, order

from console.binding.forecasting import Forecasting
from console.core.clock import DAY, HOUR, SystemClock, shop_datetime
from console.core.model import AuditState, Item, Listing, Order, OrderLine, OrderStatus, Platform
from console.store import costs, forecasts, selecting
from console.store.items import save_listings
from console.store.orders import save_orders
from console.store.shops import pair
from console.ui import texts
from console.ui.context import Desk
from console.ui.tabs.insights.advice import SelectionView
from console.ui.tabs.insights.forecast import ForecastView
from console.ui.tabs.insights.page import InsightsPage

DAYS = 63
SPEND = (60_00, 120_00, 240_00, 90_00, 180_00)  # fen, by turns: no weekday of seven has its own


def spend_of(back: int) -> int:
    return SPEND[back % len(SPEND)]


def sold_on(back: int) -> int:
    """What a day brought: a Sunday more, and ads by a curve that bends; with a little of what nobody knows."""
    spend = spend_of(back)
    ads = 0.4 + 1.2 * spend / (spend + 120_00)
    return round(100_000 * (1.4 if back % 7 == 0 else 1.0) * ads * (1 + (back * 37 % 11 - 5) / 100))


def sale(back: int, n: int) -> Order:
    fen = sold_on(back) // 2
    line = OrderLine(line_no="1", title="保温杯", item_id="1", quantity=1, price_fen=fen, amount_fen=fen)
    at = TODAY - back * DAY + HOUR
    return order(f"F{back}-{n}", OrderStatus.SUCCESS, fen, at, buyer_id=f"b{back % 9}", lines=(line,))


@pytest.fixture
async def page(desk: Desk, changes: Any, actions: Any) -> AsyncIterator[InsightsPage]:
    assert isinstance(desk.clock, SystemClock)
    desk.clock.offset_ms = NOW - SystemClock().now_ms()
    actions.forecasting = Forecasting(desk.database, desk.database, desk.clock, changes)
    made = InsightsPage(desk)
    made.resize(1240, 1200)
    made.show()
    desk.changes.changed.connect(made.on_changes)
    yield made
    await made.close_page()
    made.hide()
    made.deleteLater()


async def trade(desk: Desk, days: int = DAYS) -> None:
    """So many whole days of two orders each, and goods with a cost."""
    await bind(desk, *Platform)
    await desk.database.write(pair, KUAISHOU, YOUZAN)
    goods = Item(item_id="1", title="保温杯", price_fen=1000, stock=900, on_shelf=True, audit=AuditState.PASSED)
    await desk.database.write(save_listings, KUAISHOU, [Listing(item=goods, skus=())], NOW)
    await desk.database.write(costs.put_cost, KUAISHOU, "1", 500, NOW)
    rows = [sale(back, n) for back in range(1, days + 2) for n in range(2)]
    await desk.database.write(save_orders, KUAISHOU, rows, NOW)


def sheet(folder: Path) -> Path:
    path = folder / "spend.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["日期", "花费(元)"])
        out.writerows([f"{shop_datetime(TODAY - b * DAY):%Y-%m-%d}", spend_of(b) / 100] for b in range(1, DAYS + 1))
        out.writerow(["明天", "5"])
    return path


async def entered(page: InsightsPage, until: Any, key: str) -> Any:
    view = page.enter(key)
    await until(lambda: page.is_settled)
    page.grab()
    return view


async def test_before_there_is_enough_it_says_what_lacks_and_shows_no_figure(page: InsightsPage, until: Any) -> None:
    view = await entered(page, until, "forecast")
    assert isinstance(view, ForecastView)
    assert view.card.chart.look is None
    assert [bar.words for bar in view.lacking.bars] == ["0 / 28 天", "0 / 100 单", "0 / 14 天"]
    asked: list[Any] = []
    page.go.connect(lambda *there: asked.append(there))
    view.lacking.action.click()
    assert asked == [("accounts", {})]
    assert {one.text() for one in view.card.sums.values()} == {texts.NOTHING}
    assert view.backtest.value.text() == texts.NOTHING
    assert not view.budget.inside.isVisible()
    chosen = await entered(page, until, "selection")
    assert chosen.empty.isVisible()


async def test_a_forecast_with_bands_its_error_spend_and_another_budget(
    page: InsightsPage, until: Any, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = page.desk
    await trade(desk)
    view = await entered(page, until, "forecast")
    assert isinstance(view, ForecastView)
    assert view.reading is not None
    assert view.reading.forecast.verdict == "made"
    assert "ROI 还不行" in view.lacking.lead.text()
    assert not view.budget.inside.isVisible()

    await view.take_file(sheet(tmp_path))  # one row of it has no day
    await until(lambda: view.lacking.bars[2].words == "63 / 14 天" and page.is_settled)
    assert view.lacking.bad.text() == "第 65 行：日期读不懂（明天）"
    forecast = view.reading.forecast
    assert forecast.roi
    assert forecast.drive is not None
    assert forecast.past.wape is not None
    assert forecast.past.wape < 0.25

    view.card.figures.set_key("roi")
    view.card.figures.chosen.emit("roi")
    chart = view.card.chart
    assert chart.look is not None
    assert chart.look.level == pytest.approx(2.0)  # half of the price is cost
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert [name for name, _ in chart.tip()][1:] == ["中位数", "80 %", "95 %"]
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert [name for name, _ in chart.tip()][1:3] == ["实际", "当时预测"]

    assert view.budget.inside.isVisible()
    before = view.budget.budget
    qtbot.keyClick(view.budget.slider, Qt.Key.Key_End)
    after = view.budget.budget
    assert before is not None
    assert after is not None
    assert after.then.spend_fen == max(SPEND)
    assert (after.then.roi or 0) < (before.then.roi or 0)
    assert view.budget.cells["roi"][2].text().startswith("▼")
    assert view.budget.warning.text()


async def test_what_was_forecast_is_kept_once_a_night_and_shown_later(page: InsightsPage, until: Any) -> None:
    desk = page.desk
    await trade(desk)
    view = await entered(page, until, "forecast")
    forecasting = desk.actions.forecasting
    assert isinstance(forecasting, Forecasting)
    assert await forecasting.look() == 2  # of the pair, and of all shops
    assert await forecasting.look() == 0
    await until(lambda: "最近留存 01-15 14:31" in view.card.why.text())
    told = await desk.database.read(forecasts.told_then, "", TODAY, TODAY + 40 * DAY)
    assert len(told) == 29
    view.make.click()
    await until(lambda: page.is_settled)
    assert await desk.database.read(forecasts.last_made_at, "", desk.now()) >= NOW


async def test_the_target_is_changed_by_whole_percent(page: InsightsPage, until: Any) -> None:
    await trade(page.desk)
    view = await entered(page, until, "forecast")
    view.backtest.change.click()
    await until(lambda: view.dialog is not None)
    dialog = view.dialog
    assert isinstance(dialog, QDialog)
    dialog.field.setText("120")
    assert not dialog.accept_button.isEnabled()
    dialog.field.setText("70")
    dialog.accept_button.click()
    await until(lambda: "目标准确率 70%（自定，2026-01-15 起）" in view.backtest.aim.text())
    await until(lambda: page.is_settled)


async def test_advice_has_reasons_and_its_weights_are_the_merchants(page: InsightsPage, until: Any) -> None:
    await trade(page.desk)
    view = await entered(page, until, "selection")
    assert isinstance(view, SelectionView)
    view.groups.set_key("rest")
    view.groups.chosen.emit("rest")
    row = view.rows[0]
    assert row.title.text() == "保温杯"
    assert "毛利 50%" in row.said.text() or "日销" in row.said.text()
    row.why.click()
    assert row.more is not None
    assert not row.more.isHidden()
    opened: list[Any] = []
    page.go.connect(lambda *there: opened.append(there))
    row.open.click()
    assert opened == [("products", {"text": "保温杯"})]

    view.weights.change.click()
    await until(lambda: view.dialog is not None)
    dialog = view.dialog
    assert dialog is not None
    dialog.fields["sales"].setText("-1")
    assert not dialog.accept_button.isEnabled()
    dialog.fields["sales"].setText("90")
    dialog.accept_button.click()
    await until(lambda: "自定，2026-01-15 起" in view.weights.under.text())
    assert (await page.desk.database.read(selecting.weights)).by["sales"] == 90
    await until(lambda: page.is_settled)
