"""The data tab on a real file: what its cards say and do not say; the rows behind a click come to the figure."""

import csv
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from ui_home_rows import KUAISHOU, NOW, TODAY, bind, fill, order

from console.core.clock import DAY, HOUR, MINUTE, SystemClock
from console.core.model import AdHour, OrderStatus, Platform
from console.documents.sheets import Format, read
from console.store import ads
from console.store.orders import save_orders
from console.ui import texts
from console.ui.context import Desk
from console.ui.tabs.insights.overview import OverviewView
from console.ui.tabs.insights.page import InsightsPage
from console.ui.tabs.insights.rows import RowsView

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
async def page(desk: Desk) -> AsyncIterator[InsightsPage]:
    assert isinstance(desk.clock, SystemClock)
    desk.clock.offset_ms = NOW - SystemClock().now_ms()
    made = InsightsPage(desk)
    made.resize(1240, 1200)
    yield made
    await made.close_page()
    made.hide()
    made.deleteLater()


async def shown(page: InsightsPage, until: Any, key: str = "today") -> OverviewView:
    page.show()
    view = page.enter("overview")
    assert isinstance(view, OverviewView)
    await until(lambda: page.is_settled)
    view.open_at({"span": key})
    await until(lambda: page.is_settled)
    page.grab()
    return view


def said(view: OverviewView, key: str) -> str:
    return view.cards.cards[key].accessibleName()


async def test_without_a_shop_it_says_what_to_do_and_shows_no_figure(page: InsightsPage, until: Any) -> None:
    view = await shown(page, until)
    asked: list[Any] = []
    page.go.connect(lambda *there: asked.append(there))
    assert view.empty.isVisible()
    assert not view.area.isVisible()
    view.empty.button.click()
    assert asked == [("accounts", {})]


async def test_before_the_first_sync_nothing_is_zero(page: InsightsPage, until: Any) -> None:
    await bind(page.desk, *Platform)
    view = await shown(page, until)
    for key in view.cards.cards:
        assert texts.NOTHING in said(view, key)
        assert "¥0" not in said(view, key)
    assert view.trend.bars.look is None
    assert [step.value for step in view.funnel.bars.steps] == [None] * 5
    assert view.value.need.isVisible()
    assert view.table.words.text() == "尚未读取，无法合计"


async def test_a_day_in_cards_with_source_and_what_it_is_compared_with(page: InsightsPage, until: Any) -> None:
    await fill(page.desk)
    view = await shown(page, until)
    assert said(view, "sales") == "成交额: ¥161.00 ▲+130.0% 较昨日同时段 实时"  # 70.00 by this time yesterday
    assert "支付订单: 3 " in said(view, "orders")
    assert "客单价: ¥53.67" in said(view, "average")
    assert "退款率: 18.6%" in said(view, "refunds")
    assert said(view, "buyers") == "支付买家: —  3 笔未给出买家 无来源"
    assert said(view, "ads") == "投放消耗: —  未绑定投放账户 无来源"
    assert said(view, "visits") == "昨日访客: —  昨日数据未导入 无来源"
    named = f"UPDATE orders SET buyer_id = 'b' || id WHERE paid_at >= {TODAY}"
    await page.desk.database.write(lambda conn: conn.exec_driver_sql(named))
    view = await shown(page, until)
    assert said(view, "buyers") == "支付买家: 3  没有前期数据 实时", "yesterday's are not known: that is no growth"
    assert isinstance(page.desk.clock, SystemClock)
    page.desk.clock.offset_ms -= 5 * HOUR  # 09:31
    await shown(page, until)
    assert said(view, "visits") == "昨日访客: —  T+1，10:00 后出数 待出数"


async def test_ads_say_what_they_cost_and_brought_and_lead_to_their_hours(page: InsightsPage, until: Any) -> None:
    await fill(page.desk)
    write = page.desk.database.write
    await write(ads.put_account, "901", KUAISHOU, NOW)
    hours = [
        AdHour(advertiser_id="901", begin_at=TODAY + 9 * HOUR, cost_fen=4_000, gmv_fen=10_000),
        AdHour(advertiser_id="901", begin_at=TODAY + 10 * HOUR, cost_fen=1_000, gmv_fen=2_500),
    ]
    await write(ads.save_hours, hours, NOW)
    await write(ads.note_read, "901", NOW - 2 * MINUTE)
    view = await shown(page, until)
    assert said(view, "ads") == "投放消耗: ¥50.00  没有前期数据 · ROI 2.50 实时"
    view.cards.cards["ads"].asked.emit()
    await until(lambda: page.is_settled)
    assert view.table.words.text() == "2 行合计 ¥50.00 = 图中数值，差 0 分"
    await write(ads.save_hours, [AdHour(advertiser_id="901", begin_at=TODAY + 11 * HOUR)], NOW)
    view = await shown(page, until)
    assert said(view, "ads").endswith("部分"), "an hour that does not say is no hour without cost"


async def test_today_is_pale_and_never_in_the_mean(page: InsightsPage, until: Any) -> None:
    await fill(page.desk)
    view = await shown(page, until)
    look = view.trend.bars.look
    assert look is not None
    *_, yesterday, today = look.bars
    assert (yesterday.value, yesterday.is_over, yesterday.mean) == (10_000.0, True, pytest.approx(10_000 / 7))
    assert (today.value, today.is_over, today.mean) == (16_100.0, False, None)
    assert look.projection == 16_100, "no earlier Thursday sold anything after this time"
    page.desk.clock.offset_ms += 2 * DAY  # type: ignore[attr-defined]  # a system clock, see the fixture
    view = await shown(page, until)
    assert view.trend.bars.look is not None
    *_, thursday, friday, saturday = view.trend.bars.look.bars
    assert thursday.value == 16_100.0
    assert not thursday.is_over, "nothing was read after two o'clock"
    assert (friday.value, saturday.value) == (None, None), "no zero where nothing was read"


async def test_a_click_on_a_bar_a_card_or_a_step_brings_rows_that_come_to_it(
    page: InsightsPage, until: Any, qtbot: QtBot
) -> None:
    await fill(page.desk)
    view = await shown(page, until, "week")
    for click, words in (
        (
            lambda: view.trend.bars.picked.emit(len(view.trend.bars.look.bars) - 2),
            "2 行合计 ¥100.00 = 图中数值，差 0 分",
        ),
        (lambda: view.cards.cards["refunds"].asked.emit(), "1 行合计 ¥30.00 = 图中数值，差 0 分"),
        (lambda: view.funnel.bars.picked.emit("made"), "5 行 = 图中数值，差 0 笔"),
        (lambda: view.cards.cards["sales"].asked.emit(), "5 行合计 ¥261.00 = 图中数值，差 0 分"),
    ):
        click()
        await until(lambda: page.is_settled)
        assert view.table.words.text() == words
    bars = view.trend.bars
    bars.setFocus()
    qtbot.keyClick(bars, Qt.Key.Key_Left)
    qtbot.keyClick(bars, Qt.Key.Key_Left)
    assert bars.tip()[1] == "¥100.00"
    qtbot.keyClick(bars, Qt.Key.Key_Return)
    await until(lambda: page.is_settled)
    assert view.table.words.text().startswith("2 行合计 ¥100.00")
    qtbot.mouseClick(bars, LEFT, pos=bars.bar_rect(6).center().toPoint())
    await until(lambda: page.is_settled)
    assert view.table.words.text().startswith("3 行合计 ¥161.00")


async def test_rows_that_changed_since_say_so_and_why(page: InsightsPage, until: Any, qtbot: QtBot) -> None:
    await fill(page.desk)
    view = await shown(page, until)
    late = order("K9", OrderStatus.TO_SHIP, 500, TODAY + 9 * HOUR)
    await page.desk.database.write(save_orders, KUAISHOU, [late], NOW)
    view.cards.cards["sales"].asked.emit()
    await until(lambda: page.is_settled)
    assert view.table.words.text() == "4 行合计 ¥166.00，图中为 ¥161.00，差 ¥5.00"
    why = next(part for part in view.table.findChildren(QPushButton) if part.text() == "查原因")
    qtbot.mouseClick(why, LEFT)
    found: list[QPushButton] = []

    def again() -> bool:
        found[:] = [part for part in view.table.findChildren(QPushButton) if part.text() == "重新读取"]
        return bool(found)

    await until(again)
    told = " ".join(part.text() for part in found[0].window().findChildren(QLabel))
    assert "一分不差" in told
    found[0].click()
    await until(lambda: page.is_settled and view.table.words.text().endswith("差 0 分"))
    assert "¥166.00" in said(view, "sales")


async def test_the_details_export_exactly_their_rows_and_a_folder_for_bi(
    page: InsightsPage, until: Any, tmp_path: Path
) -> None:
    await fill(page.desk)
    view = await shown(page, until, "week")
    asked: list[Any] = []
    page.go.connect(lambda *there: asked.append(there))
    view.trend.bars.picked.emit(5)
    await until(lambda: page.is_settled)
    next(part for part in view.rows_card.findChildren(QPushButton) if part.text() == "打开明细").click()
    (place, question) = asked[-1]
    assert place == "insights"
    page.open_at(question)
    rows = page.view
    assert isinstance(rows, RowsView)
    await until(lambda: page.is_settled)
    assert rows.table.words.text() == "2 行合计 ¥100.00 = 图中数值，差 0 分"

    async def here(name: str, form: Format) -> Path | None:
        return tmp_path / f"rows.{form}"

    async def there() -> Path | None:
        return tmp_path / "bi"

    rows.export.where, rows.bi.where = here, there
    told: list[str] = []
    page.said.connect(lambda words, _under: told.append(words))
    rows.export.button.click()
    await until(lambda: rows.export.dialog is not None)
    assert rows.export.dialog is not None
    rows.export.dialog.accept()
    await until(lambda: bool(told))
    written = read(tmp_path / "rows.xlsx", ["单号", "金额"])
    assert sorted((row.cells["单号"], float(row.cells["金额"])) for row in written) == [("K3", 70.0), ("K4", 30.0)]
    rows.bi.button.click()
    await until(lambda: len(told) > 1)
    with (tmp_path / "bi" / "orders.csv").open(encoding="utf-8", newline="") as file:
        assert sum(int(row["amount_fen"]) for row in csv.DictReader(file) if row["is_sale"] == "true") == 28_100
    assert "9 张表" in told[1]
    assert rows.bi.button.isEnabled()


async def test_days_of_ones_own_are_written_and_checked(page: InsightsPage, until: Any) -> None:
    await fill(page.desk)
    view = await shown(page, until)
    view.span.keys.chosen.emit("own")
    await until(lambda: view.span.dialog is not None)
    dialog = view.span.dialog
    assert dialog is not None
    dialog.first.setText("2026-13-01")
    assert not dialog.accept_button.isEnabled()
    dialog.first.setText("2026-01-14")
    dialog.last.setText("2026-01-14")
    dialog.accept()
    await until(lambda: page.is_settled and "¥100.00" in said(view, "sales"))
    assert view.table.words.text().startswith("2 行合计 ¥100.00")
