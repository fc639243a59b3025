"""The page of home on a real file: first run, a full day, stale and partial sources, where its clicks lead."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from ui_fakes import FakeActions, FakeChanges
from ui_home_rows import BOTH, KUAISHOU, NOW, YOUZAN, bind, fill, order, read_at

from console.core.changes import changed
from console.core.clock import DAY, HOUR, MINUTE, SystemClock
from console.core.model import Link, Mapping, OrderStatus, Platform
from console.rules import proof_period
from console.rules.violations import Case, Level
from console.store.links import save_links
from console.store.orders import save_orders
from console.store.quarantine import BadRow, quarantine
from console.store.shops import pair
from console.store.views import SignIn
from console.store.violations import KeptCase, put_case
from console.ui.context import Desk
from console.ui.kpi import KpiCard
from console.ui.tabs.home.page import HomePage
from console.ui.tabs.home.proof import widths

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def at_noon(desk: Desk) -> Desk:
    """The desk's clock stands (nearly) at ``NOW``."""
    assert isinstance(desk.clock, SystemClock)
    desk.clock.offset_ms = NOW - SystemClock().now_ms()
    return desk


@pytest.fixture
async def page(at_noon: Desk) -> AsyncIterator[HomePage]:
    """Of an empty file: a test fills it first and then calls ``shown``."""
    made = HomePage(at_noon)
    made.resize(1240, 900)
    yield made
    await made.close_page()
    made.hide()
    made.deleteLater()


async def shown(page: HomePage, until: Any) -> HomePage:
    page.show()
    await until(lambda: page.is_settled)
    page.read()
    await until(lambda: page.is_settled)
    page.grab()
    return page


def said(widget: Any) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def tile(page: HomePage, key: str) -> str:
    return page.tiles.tiles[key].accessibleName()


def card(shown_card: KpiCard) -> str:
    return shown_card.accessibleName()


# -- first run ---------------------------------------------------------------------------------------------------------


async def test_without_shops_only_the_three_steps_stand_there(page: HomePage, until: Any, qtbot: QtBot) -> None:
    await shown(page, until)
    assert page.first_run.isVisible()
    assert not page.tiles.isVisible()
    assert not page.figures.isVisible()
    assert "绑定快手小店" in said(page.first_run)
    asked: list[Any] = []
    page.go.connect(lambda *there: asked.append(there))
    buttons = page.first_run.findChildren(QPushButton)
    assert [one.isEnabled() for one in buttons] == [True, False, False, True]
    qtbot.mouseClick(buttons[0], LEFT)
    assert asked == [("accounts", {"bind": "kuaishou"})], "the wizard, on that platform: not one click more"
    qtbot.mouseClick(page.first_run.restore, LEFT)
    assert asked[1:] == [("settings", {"section": "backups"})], "or what another computer has"


async def test_with_one_shop_the_other_half_is_the_step_to_take(page: HomePage, until: Any, qtbot: QtBot) -> None:
    await bind(page.desk, Platform.KUAISHOU)
    await shown(page, until)
    buttons = page.first_run.findChildren(QPushButton)
    assert [one.isEnabled() for one in buttons if one.isVisible()] == [False, True, False]
    assert page.tiles.isVisible()
    asked: list[Any] = []
    page.go.connect(lambda *there: asked.append(there))
    qtbot.mouseClick(buttons[1], LEFT)
    assert asked == [("accounts", {"bind": "youzan"})]
    await bind(page.desk, *Platform)
    await shown(page, until)
    assert not page.first_run.isVisible()


async def test_before_the_first_sync_nothing_is_zero(page: HomePage, until: Any) -> None:
    await bind(page.desk, *Platform)
    await shown(page, until)
    for key in ("to_ship", "due", "failed", "after_sale"):
        assert tile(page, key).endswith("— 尚未同步")
    assert card(page.figures.gmv).startswith("成交额: — ")
    assert "首次同步尚未完成" in card(page.figures.gmv)
    assert "尚未同步" in said(page.proof)
    assert "同步到商品和订单后显示" in said(page.tight)


# -- a full day --------------------------------------------------------------------------------------------------------


async def test_the_tiles_say_number_and_nearest_deadline(page: HomePage, until: Any) -> None:
    await fill(page.desk)
    await shown(page, until)
    assert tile(page, "to_ship") == "待发货: 3 已超时 1 笔"
    assert tile(page, "due") == "即将超时: 2 已超时 1 笔"
    assert tile(page, "failed") == "同步失败: 2 商品被驳回"
    assert tile(page, "after_sale") == "待处理售后: 4 最早 17:31"
    assert tile(page, "appeal") == "违规待申诉: — 未登记"
    mine = Case(case_id="V-1", level=Level.GENERAL, notice_at=NOW)
    await page.desk.database.write(put_case, KeptCase(case=mine, shop_id="kuaishou:1"), NOW)
    page.read()
    await until(lambda: tile(page, "appeal") == "违规待申诉: 1 最早 01-26 24:00")
    assert page.under.text() == "1 月 15 日 周四 · 快手 + 有赞 · 店铺时间 14:31"


async def test_the_cards_say_amount_change_and_source(page: HomePage, until: Any) -> None:
    await fill(page.desk)
    await shown(page, until)
    assert card(page.figures.gmv) == "成交额: ¥161.00 ▲+130.0% 较昨日同时段 实时"
    assert card(page.figures.orders) == "支付订单: 3 ▲+200.0% 较昨日同时段 实时"
    assert card(page.figures.refunds) == "退款金额: ¥30.00  前期为零，不作比较 实时"
    assert card(page.figures.live) == "直播商品成交: —  这段时间没有已知的直播 无直播"
    assert "快手 14:31 · 有赞 14:30" in said(page.figures.gmv)


async def test_another_period_asks_and_compares_anew(page: HomePage, until: Any, qtbot: QtBot) -> None:
    await fill(page.desk)
    await shown(page, until)
    page.open_at({"period": "yesterday"})
    await until(lambda: page.is_settled)
    assert card(page.figures.gmv) == "成交额: ¥100.00  前期为零，不作比较 实时"
    assert "昨日对账证明" in said(page.proof)
    opened: list[Any] = []
    page.go.connect(lambda tab, question: opened.append((tab, question)))
    page.figures.gmv.asked.emit()
    assert opened == [("orders", {"tab": "all", "paid": "yesterday"})]


@pytest.mark.parametrize(
    ("key", "where"),
    [
        ("to_ship", ("orders", {"tab": "to_ship"})),
        ("due", ("orders", {"tab": "to_ship", "due": "soon"})),
        ("failed", ("products", {"tab": "failed"})),
        ("after_sale", ("orders", {"room": "aftersales", "state": "ours"})),
        ("appeal", ("compliance", {"view": "violations"})),
        ("sign_in", ("accounts", {})),
    ],
)
async def test_a_tile_leads_to_its_rows(page: HomePage, until: Any, qtbot: QtBot, key: str, where: Any) -> None:
    await fill(page.desk)
    await shown(page, until)
    opened: list[Any] = []
    page.go.connect(lambda tab, question: opened.append((tab, question)))
    qtbot.mouseClick(page.tiles.tiles[key], LEFT)
    qtbot.keyClick(page.tiles.tiles[key], Qt.Key.Key_Return)
    assert opened == [where, where]


async def test_orders_that_are_not_due_are_not_proved(page: HomePage, until: Any) -> None:
    """One of two is matched, the other was paid a moment ago: grey and said so, green once both are matched."""
    await bind(page.desk, *Platform)
    for shop in (KUAISHOU, YOUZAN):
        await read_at(page.desk, shop, NOW)
    write = page.desk.database.write
    await write(pair, KUAISHOU, YOUZAN)
    paid = [order(no, OrderStatus.TO_SHIP, 1_000, NOW - HOUR) for no in ("K1", "K2")]
    await write(save_orders, KUAISHOU, paid, NOW)
    await write(save_orders, YOUZAN, [order("E1", OrderStatus.TO_SHIP, 1_000, NOW - HOUR, outer_no="K1")], NOW)
    first = Link(order_no="K1", trade_no="E1", mapping=Mapping.LINKED)
    await write(save_links, BOTH, [first, Link(order_no="K2", trade_no=None, mapping=Mapping.WAITING)], NOW)
    await shown(page, until)
    assert page.proof._chip.accessibleName() == "1 单未到期"
    assert page.proof._chip.toolTip() == "1/2 已对上，其余未到期"
    await write(save_links, BOTH, [first, Link(order_no="K2", trade_no="E2", mapping=Mapping.LINKED)], NOW)
    await shown(page, until)
    assert page.proof._chip.accessibleName() == "全部对上"
    assert page.proof._chip.toolTip() == ""


async def test_unreadable_rows_alone_lead_to_the_diagnosis(page: HomePage, until: Any, qtbot: QtBot) -> None:
    await bind(page.desk, *Platform)
    await read_at(page.desk, KUAISHOU, NOW)
    await page.desk.database.write(quarantine, KUAISHOU, "orders", [BadRow(key="9", raw="{}", reason="no number")], NOW)
    await shown(page, until)
    assert tile(page, "failed") == "同步失败: 1 无法读取的数据"
    opened: list[Any] = []
    page.go.connect(lambda tab, question: opened.append((tab, question)))
    qtbot.mouseClick(page.tiles.tiles["failed"], LEFT)
    assert opened == [("settings", {"section": "diagnosis"})]
    assert "1 行数据无法读取" in said(page.urgent)


async def test_the_proof_is_green_only_if_whole_and_nothing_is_open(page: HomePage, until: Any) -> None:
    await fill(page.desk)
    await shown(page, until)
    words = said(page.proof)
    assert "1 / 2 笔一一对应" in words
    assert "缺单 1 ¥50.00" in words
    assert page.proof._chip.accessibleName() == "待处理 1"
    opened: list[Any] = []
    page.proof.opened.connect(lambda tab, question: opened.append((tab, question)))
    page.proof._link.click()
    assert opened == [("orders", {"proof": proof_period.day_of(page.desk.now()).key})]


# -- sign-ins ----------------------------------------------------------------------------------------------------------


async def test_a_sign_in_that_ends_within_a_week_is_counted(page: HomePage, until: Any, actions: FakeActions) -> None:
    await fill(page.desk)
    actions.known[KUAISHOU] = SignIn(app_key="k", base_url="", ends_at=NOW + 3 * DAY + HOUR)
    await shown(page, until)
    assert tile(page, "sign_in").startswith("授权到期: 1 快手 · 3 天")
    assert "快手「快店」授权 3 天" in said(page.urgent)


async def test_a_sign_in_far_from_its_end_is_a_grey_zero_with_its_day(
    page: HomePage, until: Any, actions: FakeActions
) -> None:
    await fill(page.desk)
    actions.known[KUAISHOU] = SignIn(app_key="k", base_url="", ends_at=NOW + 30 * DAY)
    await shown(page, until)
    assert tile(page, "sign_in") == "授权到期: 0 最近 2026-02-14"


async def test_what_the_platform_did_not_say_is_not_guessed(page: HomePage, until: Any) -> None:
    await fill(page.desk)
    await shown(page, until)
    assert tile(page, "sign_in") == "授权到期: — 平台未告知"


# -- stale and partial -------------------------------------------------------------------------------------------------


async def test_a_stale_source_says_of_when_it_is_and_is_not_compared(page: HomePage, until: Any) -> None:
    await fill(page.desk, youzan_read_at=NOW - 33 * MINUTE)
    await shown(page, until)
    assert tile(page, "to_ship") == "待发货: 3 截至 13:58"
    assert tile(page, "after_sale") == "待处理售后: 4 截至 13:58"
    assert card(page.figures.gmv) == "成交额: ¥161.00  有赞缺 33 分钟，不作比较 部分"
    assert "快手 14:31 · 有赞 13:58" in said(page.figures.gmv)


async def test_half_a_first_sync_is_partial(page: HomePage, until: Any) -> None:
    await bind(page.desk, *Platform)
    await page.desk.database.write(
        save_orders, KUAISHOU, [order("K1", OrderStatus.TO_SHIP, 900, NOW - HOUR, ship_by_at=NOW + DAY)], NOW
    )
    await read_at(page.desk, KUAISHOU, NOW)
    await shown(page, until)
    assert tile(page, "to_ship") == "待发货: 1 同步未完成"
    assert card(page.figures.gmv) == "成交额: ¥9.00  有赞尚未同步完，不作比较 部分"


# -- refreshing --------------------------------------------------------------------------------------------------------


async def test_changes_are_taken_up_but_not_one_by_one(page: HomePage, until: Any, changes: FakeChanges) -> None:
    await fill(page.desk)
    await shown(page, until)
    readings: list[Any] = []
    page.settled.connect(lambda: readings.append(page.reading))
    more = order("K9", OrderStatus.TO_SHIP, 100, NOW - MINUTE, ship_by_at=NOW + DAY)
    await page.desk.database.write(save_orders, KUAISHOU, [more], NOW)
    for _ in range(5):
        page.on_changes(changed("orders"))
    assert not readings  # the pause after the last reading is not over
    await until(lambda: tile(page, "to_ship").startswith("待发货: 4"))
    assert len(readings) == 1


async def test_settings_are_no_reason_to_read(page: HomePage, until: Any) -> None:
    await shown(page, until)
    page._pacing._pause.stop()
    page.on_changes(changed("settings"))
    assert page.is_settled


async def test_once_a_minute_home_reads_by_itself(page: HomePage, until: Any) -> None:
    await fill(page.desk)
    await shown(page, until)
    for _ in range(59):
        page.tick()
    assert page.is_settled
    page.tick()
    assert not page.is_settled
    await until(lambda: page.is_settled)


async def test_sync_now_asks_for_it(page: HomePage, until: Any, actions: FakeActions, qtbot: QtBot) -> None:
    await fill(page.desk)
    await shown(page, until)
    qtbot.mouseClick(page.sync, LEFT)
    await until(lambda: actions.synced == 1)


# -- room --------------------------------------------------------------------------------------------------------------


async def test_a_small_window_scrolls_down_and_never_sideways(page: HomePage, until: Any) -> None:
    await fill(page.desk)
    page.resize(968, 560)
    await shown(page, until)
    area = page.tiles.parentWidget().parentWidget().parentWidget()
    assert area.verticalScrollBar().maximum() > 0
    assert area.horizontalScrollBar().maximum() == 0
    first, fourth = page.tiles.tiles["to_ship"], page.tiles.tiles["after_sale"]
    assert (first.x(), first.y() < fourth.y()) == (fourth.x(), True)
    page.resize(1240, 900)
    await until(lambda: first.y() == fourth.y())


@pytest.mark.parametrize("numbers", [[1], [405, 3, 2, 2], [1, 100_000], [5, 5, 5]])
def test_every_part_of_the_bar_is_seen_and_together_they_fill_it(numbers: list[int]) -> None:
    made = widths(numbers, 240)
    assert min(made) >= 6
    assert sum(made) == 242  # the last part's gap lies beyond the bar


def test_a_bar_of_nothing_is_empty() -> None:
    assert widths([], 240) == widths([0], 240) == []
