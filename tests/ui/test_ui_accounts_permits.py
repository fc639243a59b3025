"""Tiers, self-tests, switches, calls and first stops on the cards, on a real file."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import FakeActions

from console.app.invented import KUAISHOU, YOUZAN, invent
from console.core.changes import changed
from console.core.clock import DAY, HOUR, day_start
from console.core.commands import SetShelf
from console.core.errors import Refused
from console.core.operators import Right
from console.core.permissions import Ability, Check, Outcome, Switch
from console.store.calls import add_calls
from console.store.checks import put_checks
from console.store.health import health, note_success, note_trouble
from console.store.holes import note_read, open_hole
from console.store.outbox import add
from console.store.outlook import Package, put_package, put_paid_until
from console.store.permissions import put_read_only, put_switch
from console.store.views import SignIn
from console.ui.context import Desk
from console.ui.tabs.accounts import permits
from console.ui.tabs.accounts.card import ShopCard
from console.ui.tabs.accounts.group import DeadBar
from console.ui.tabs.accounts.page import AccountsPage
from console.ui.tabs.accounts.tier import TierPopover
from console.ui.veil import Veil

PAGE = "https://open.kwaixiaodian.com"


def line(scope: str, *abilities: Ability, outcome: Outcome = Outcome.OK, **more: Any) -> Check:
    return Check(scope=scope, abilities=frozenset(abilities), outcome=outcome, **more)


REFUSED = line(
    "merchant_refund",
    Ability.AFTER_SALES,
    outcome=Outcome.REFUSED,
    kind="refused",
    code="kuaishou.scope",
    detail="token中无scope权限",
    page=PAGE,
)
CHECKS = (
    line("merchant_user", Ability.SHOP),
    line("merchant_item", Ability.ITEMS, Ability.STOCK),
    line("merchant_order", Ability.ORDERS),
    REFUSED,
    line("merchant_logistics", Ability.LOGISTICS, Ability.TRACKING),
    line("app_secret", outcome=Outcome.NOT_ASKED, code="check.not_asked"),
)
GRANTED = tuple(
    line("merchant_refund", Ability.AFTER_SALES) if one is REFUSED else line(one.scope, *one.abilities)
    for one in CHECKS
)  # fmt: skip


@pytest.fixture
async def page(desk: Desk, actions: FakeActions, qtbot: QtBot, until: Any) -> AsyncIterator[AccountsPage]:
    await invent(desk.database, desk.now(), 10)
    actions.known = {
        KUAISHOU: SignIn(app_key="ks1", base_url="https://kuaishou.example", ends_at=desk.now() + 28 * DAY),
        YOUZAN: SignIn(app_key="yz1", base_url="https://youzan.example", grant_id="2", renews_for_ever=True),
    }
    actions.checks = {KUAISHOU: CHECKS, YOUZAN: GRANTED}
    made = AccountsPage(desk)
    qtbot.addWidget(made)
    made.resize(1240, 900)
    made.show()
    await until(lambda: made.is_settled)
    yield made
    made.hide()
    await made.close_page()


async def again(page: AccountsPage, until: Any) -> None:
    page.on_changes(changed("shops", "health", "settings"))
    await until(lambda: page.is_settled)


def card(page: AccountsPage, shop_id: str) -> ShopCard:
    return next(group.cards[shop_id] for group in page.groups.values() if shop_id in group.cards)


def said(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


async def keep(page: AccountsPage, until: Any, kuaishou: Any = CHECKS, youzan: Any = GRANTED) -> None:
    for shop_id, checks in ((KUAISHOU, kuaishou), (YOUZAN, youzan)):
        await page.desk.database.write(put_checks, shop_id, checks, page.desk.now())
    await again(page, until)


# -- the tier


async def test_nobody_knows_the_tier_of_a_pair_that_was_never_tested(page: AccountsPage) -> None:
    (group,) = page.groups.values()
    assert group.tier.accessibleName() == "尚未自检"


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # by a popup, of a screen that is none
async def test_the_looser_shop_counts_and_the_popover_says_what_is_missing(page: AccountsPage, until: Any) -> None:
    await keep(page, until)
    (group,) = page.groups.values()
    assert group.tier.accessibleName() == "基础绑定"
    assert "售后" in group.tier.accessibleDescription()
    group.tier.setFocus()
    QTest.keyClick(group.tier, Qt.Key.Key_Space)
    (popover,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, TierPopover) and one.isVisible()]
    words = said(popover)
    assert "距离「高级绑定」还缺" in words
    assert "平台没有授予“售后”权限" in words
    assert "“实时库存与物流”没有打开" in words, "of the shop that has the higher one"
    popover.close()


# -- the self-test


async def test_a_line_for_each_scope_and_a_way_where_it_is_refused(page: AccountsPage, until: Any) -> None:
    await keep(page, until)
    panel = card(page, KUAISHOU).checks
    assert list(panel.lines) == [check.scope for check in CHECKS]
    assert panel.under.text().startswith("4 / 6 可用 · ")
    refused = panel.lines["merchant_refund"]
    assert refused.open.isVisible()
    assert [scope for scope, one in panel.lines.items() if one.open.isVisible()] == ["merchant_refund"]
    assert "kuaishou.scope token中无scope权限" in refused.toolTip()
    visited: list[str] = []
    page.open_url = lambda address: not visited.append(address)
    refused.open.click()
    assert visited == [PAGE]
    page.open_url = lambda _: False
    heard: list[str] = []
    page.said.connect(lambda words, _: heard.append(words))
    refused.open.click()
    assert PAGE in heard[0], "no browser: the address is said"


async def test_before_the_first_test_the_lines_are_known(page: AccountsPage) -> None:
    panel = card(page, KUAISHOU).checks
    assert list(panel.lines) == [check.scope for check in CHECKS]
    assert panel.under.text() == "尚未自检"
    assert "未检测" in panel.lines["merchant_order"].accessibleName()


async def test_it_shows_its_progress_and_can_be_stopped(page: AccountsPage, actions: FakeActions, until: Any) -> None:
    actions.pace = asyncio.Event()
    page.test_all.click()
    await until(lambda: actions.tested == [KUAISHOU, YOUZAN])
    panel = card(page, KUAISHOU).checks
    assert panel.under.text() == "正在自检 0 / 6"
    assert "正在检测" in panel.lines["merchant_user"].accessibleName()
    assert page.test_all.text() == "停止自检（0 / 12）"
    panel.again.click()
    await until(lambda: page.permitting.tester.running == {YOUZAN})
    assert panel.under.text() == "尚未自检", "half a test is none"
    page.test_all.click()
    await until(lambda: not page.permitting.tester.running)
    assert page.test_all.text() == "全部自检"


async def test_one_shop_is_tested_by_itself(page: AccountsPage, actions: FakeActions, until: Any) -> None:
    card(page, YOUZAN).checks.again.click()
    await until(lambda: actions.tested and not page.permitting.tester.running)
    assert actions.tested == [YOUZAN]


# -- the switches


async def test_a_switch_saves_at_once_and_says_so(page: AccountsPage, actions: FakeActions, until: Any) -> None:
    panel = card(page, KUAISHOU).switches
    assert {name: knob.isChecked() for name, knob in panel.knobs.items()} == {
        Switch.PRODUCTS: True,
        Switch.ORDERS: True,
        Switch.DATA: True,
        Switch.REAL_TIME: False,
        permits.READ_ONLY: False,
    }
    panel.knobs[Switch.DATA].setFocus()
    QTest.keyClick(panel.knobs[Switch.DATA], Qt.Key.Key_Space)
    panel.knobs[permits.READ_ONLY].click()
    await until(lambda: len(actions.switched) == 2)
    assert actions.switched == [(KUAISHOU, "data", False), (KUAISHOU, "read_only", True)]
    await until(lambda: "只读" in panel.saved.text())
    assert "已保存" in panel.saved.text()


async def test_switches_show_what_is_in_the_file(page: AccountsPage, until: Any) -> None:
    await page.desk.database.write(put_switch, YOUZAN, Switch.ORDERS, False, page.desk.now())
    await page.desk.database.write(put_read_only, YOUZAN, True, page.desk.now())
    await again(page, until)
    knobs = card(page, YOUZAN).switches.knobs
    assert not knobs[Switch.ORDERS].isChecked()
    assert knobs[permits.READ_ONLY].isChecked()
    assert card(page, KUAISHOU).switches.knobs[Switch.ORDERS].isChecked()


async def test_a_switch_that_cannot_be_saved_goes_back(
    page: AccountsPage, actions: FakeActions, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(shop_id: str, switch: Switch, on: bool) -> None:
        raise Refused("bind.vault", detail="locked")

    monkeypatch.setattr(actions, "set_switch", refuse)
    heard: list[str] = []
    page.said.connect(lambda words, _: heard.append(words))
    knob = card(page, KUAISHOU).switches.knobs[Switch.ORDERS]
    knob.click()
    await until(lambda: heard)
    assert knob.isChecked()
    assert card(page, KUAISHOU).switches.saved.text() == ""


# -- calls and ends


async def test_calls_nobody_sells_are_said_to_be_so(page: AccountsPage, until: Any) -> None:
    await page.desk.database.write(add_calls, {KUAISHOU: 12}, page.desk.now())
    await again(page, until)
    assert card(page, KUAISHOU).quota.value.text() == "未公布"
    assert "12 次" in card(page, KUAISHOU).quota.under.text()
    assert card(page, YOUZAN).quota.value.text() == "未填写套餐"


async def test_what_was_bought_is_a_meter_with_a_forecast(page: AccountsPage, until: Any) -> None:
    now = page.desk.now()
    database = page.desk.database
    for day in range(1, 15):
        await database.write(add_calls, {YOUZAN: 1_000}, day_start(now) - day * DAY)
    await database.write(put_package, YOUZAN, Package(most=20_000, begin_at=now - 10 * DAY, end_at=now + 90 * DAY), now)
    await again(page, until)
    fact = card(page, YOUZAN).quota
    assert fact.value.text().endswith("/ 20,000")
    assert "用完" in fact.under.text()
    assert fact.bar.isVisible()
    assert fact.bar.property("tone") == "red"
    assert page.outage is not None
    assert "最早停止：有赞" in page.outage.words.text()
    assert "接口调用量用完" in page.outage.under.text()


async def test_the_first_stop_stands_on_top(page: AccountsPage, until: Any) -> None:
    assert page.outage is not None
    assert "最早停止：快手「示例家居旗舰店」" in page.outage.words.text()
    assert "授权到期" in page.outage.under.text()
    assert "未计入（未填写）：示例家居的套餐" in page.outage.under.text()
    await page.desk.database.write(put_paid_until, YOUZAN, page.desk.now() + 5 * DAY, page.desk.now())
    await again(page, until)
    assert "最早停止：有赞「示例家居」" in page.outage.words.text()
    assert page.outage.words.property("tone") == "amber"


async def test_nothing_known_is_no_date(page: AccountsPage, actions: FakeActions, until: Any) -> None:
    actions.known[KUAISHOU] = SignIn(app_key="ks1", base_url="https://kuaishou.example")
    await again(page, until)
    assert page.outage is not None
    assert page.outage.words.text() == "目前没有已知的停止日期"
    assert not page.outage.button.isVisible()


async def test_a_package_is_entered_checked_and_kept(page: AccountsPage, actions: FakeActions, until: Any) -> None:
    card(page, YOUZAN).bought.click()
    dialog = page.permitting.dialog
    assert dialog is not None
    for most, until_day, right in (
        ("many", "", False),
        ("0", "", False),
        ("2,000,000", "2027-13-01", False),
        ("2,000,000", "2027-06-30", True),
    ):
        dialog.most.setText(most)
        dialog.until.setText(until_day)
        assert dialog.accept_button.isEnabled() is right, (most, until_day)
    dialog.accept_button.click()
    await until(lambda: actions.bought)
    assert actions.bought == [(YOUZAN, Package(most=2_000_000), 1_814_371_199_000)]
    card(page, KUAISHOU).bought.click()
    assert page.permitting.dialog is not None
    assert not page.permitting.dialog.most.isEnabled()
    assert "快手" in page.permitting.dialog.most.placeholderText(), "it says why"
    page.permitting.dialog.reject()
    await until(lambda: page.is_settled)
    assert len(actions.bought) == 1


# -- what was missed


async def test_what_was_missed_is_said_with_its_rows(page: AccountsPage, until: Any) -> None:
    now, database = page.desk.now(), page.desk.database
    for stream in ("orders", "items", "after_sales"):
        await database.write(note_trouble, KUAISHOU, stream, "sign_in_needed", "kuaishou.24", "", now - 5 * HOUR)
    before = await database.read(health)
    await database.write(open_hole, KUAISHOU, before, now)
    for stream in ("orders", "items", "after_sales"):
        await database.write(note_success, KUAISHOU, stream, now)
    await again(page, until)
    shown = card(page, KUAISHOU).filled
    assert "正在补齐" in shown.text()
    await database.write(note_read, KUAISHOU, "orders", 1_038, now, whole=True)
    await database.write(note_read, KUAISHOU, "items", 0, now, whole=True)
    await again(page, until)
    assert "订单 1,038 条、商品 0 条；售后尚未补齐" in shown.text()
    await database.write(note_read, KUAISHOU, "after_sales", 2, now, whole=True)
    await again(page, until)
    assert "已补齐：订单 1,038 条、商品 0 条、售后 2 条" in shown.text()
    assert shown.isVisible()


async def test_a_dialog_veils_the_window(page: AccountsPage) -> None:
    page.open_wizard()
    veils = [one for one in page.window().findChildren(Veil) if one.isVisible()]
    assert len(veils) == 1
    assert veils[0].size() == page.window().size()
    assert page.wizard is not None
    page.wizard.reject()
    assert not veils[0].isVisible()


async def test_the_bar_of_a_dead_shop_says_that_the_queue_is_kept(page: AccountsPage, until: Any) -> None:
    database, now = page.desk.database, page.desk.now()
    await database.write(note_trouble, KUAISHOU, "orders", "sign_in_needed", "kuaishou.24", "", now)
    await again(page, until)
    (bar,) = page.findChildren(DeadBar)
    assert "待发送" not in said(bar)
    await database.write(add, SetShelf(shop_id=KUAISHOU, item_id="1", on=False), now)
    await again(page, until)
    assert "待发送的 1 条保留，登录后继续发送" in said(bar)


async def test_a_clerk_turns_no_switch(page: AccountsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    knob = card(page, KUAISHOU).switches.knobs[Switch.ORDERS]
    assert knob.isEnabled()
    monkeypatch.setattr(page.desk.session, "may", lambda right: right is not Right.SWITCHES)
    page.desk.session.changed.emit()
    assert not knob.isEnabled()
