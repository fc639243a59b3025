"""The accounts tab on a real file: pairs, states, what stands where a shop is missing, letting go."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import FakeActions, FakeChanges

from console.app.invented import KUAISHOU, YOUZAN, invent
from console.core.changes import changed
from console.core.clock import DAY, HOUR
from console.core.errors import Refused
from console.core.model import Platform, Shop
from console.store import health, shops
from console.store.holdings import holdings
from console.store.views import Pair, SignIn
from console.ui.context import Desk
from console.ui.tabs.accounts.card import ShopCard
from console.ui.tabs.accounts.empty_half import EmptyHalf
from console.ui.tabs.accounts.group import DeadBar
from console.ui.tabs.accounts.page import AccountsPage

ORDERS = 20
BOTH = Pair(kuaishou_shop_id=KUAISHOU, youzan_shop_id=YOUZAN)


async def opened(desk: Desk, qtbot: QtBot, until: Any) -> AccountsPage:
    page = AccountsPage(desk)
    qtbot.addWidget(page)
    page.resize(1240, 800)
    page.show()
    await until(lambda: page.is_settled)
    return page


async def again(page: AccountsPage, until: Any) -> None:
    """As the shell does when something changed."""
    page.on_changes(changed("shops", "health", "orders"))
    await until(lambda: page.is_settled)


def signed_in(now: int) -> dict[str, SignIn]:
    return {
        KUAISHOU: SignIn(app_key="ks1", base_url="https://kuaishou.example", ends_at=now + 28 * DAY + 19 * HOUR),
        YOUZAN: SignIn(app_key="yz1", base_url="https://youzan.example", grant_id="2", renews_for_ever=True),
    }


@pytest.fixture
async def page(desk: Desk, actions: FakeActions, qtbot: QtBot, until: Any) -> AsyncIterator[AccountsPage]:
    await invent(desk.database, desk.now(), ORDERS)
    actions.known = signed_in(desk.now())
    made = await opened(desk, qtbot, until)
    yield made
    made.hide()
    await made.close_page()


def said(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def card(page: AccountsPage, shop_id: str) -> ShopCard:
    return next(group.cards[shop_id] for group in page.groups.values() if shop_id in group.cards)


async def test_a_pair_stands_side_by_side(page: AccountsPage) -> None:
    assert len(page.groups) == 1
    kuaishou, youzan = said(card(page, KUAISHOU)), said(card(page, YOUZAN))
    assert "示例家居旗舰店" in kuaishou
    assert "店铺 ID 90000001" in kuaishou
    assert card(page, KUAISHOU).chip.accessibleName() == card(page, YOUZAN).chip.accessibleName() == "正常"
    assert "28 天" in kuaishou
    assert "自动续期" in youzan
    assert "未公布" in kuaishou
    assert f"订单 {ORDERS}" in kuaishou
    assert not page.findChildren(EmptyHalf)
    assert not page.findChildren(DeadBar)


async def test_a_date_nobody_told_is_a_dash(
    page: AccountsPage, actions: FakeActions, changes: FakeChanges, until: Any
) -> None:
    actions.known[KUAISHOU] = SignIn(app_key="ks1", base_url="https://kuaishou.example")
    await again(page, until)
    assert card(page, KUAISHOU).ending.value.text() == "—"
    assert "没有返回" in card(page, KUAISHOU).ending.under.text()


@pytest.mark.parametrize(
    ("days", "tone", "chip"), [(30, "green", "正常"), (6, "amber", "即将到期"), (0.5, "red", "即将到期")]
)
async def test_the_end_comes_closer(
    page: AccountsPage, actions: FakeActions, until: Any, days: float, tone: str, chip: str
) -> None:
    ends_at = page.desk.now() + round(days * DAY)
    actions.known[KUAISHOU] = SignIn(app_key="ks1", base_url="https://kuaishou.example", ends_at=ends_at)
    await again(page, until)
    shown = card(page, KUAISHOU)
    assert shown.ending.bar.property("tone") == tone
    assert shown.chip.accessibleName() == chip
    assert shown.ending.bar.value() == pytest.approx(1000 * days / 180, abs=1)


async def test_a_dead_shop_has_the_only_red_button(page: AccountsPage, until: Any) -> None:
    since = page.desk.now() - 5 * HOUR
    await page.desk.database.write(health.note_trouble, YOUZAN, "orders", "sign_in_needed", "youzan.4201", "", since)
    await again(page, until)
    [bar] = page.findChildren(DeadBar)
    assert "示例家居" in said(bar)
    assert "已失效" in said(bar)
    assert card(page, YOUZAN).chip.accessibleName() == "已失效"
    assert card(page, KUAISHOU).chip.accessibleName() == "正常", "the other shop goes on"
    red = [one for one in page.findChildren(QPushButton) if one.property("kind") == "danger"]
    assert red == [bar.button]
    bar.button.click()
    assert page.wizard is not None
    assert page.wizard.keys.platform is Platform.YOUZAN
    page.wizard.reject()


async def test_trouble_is_said_once_in_words_with_the_next_step(page: AccountsPage, until: Any) -> None:
    for stream in ("orders", "items"):
        await page.desk.database.write(
            health.note_trouble, KUAISHOU, stream, "busy", "kuaishou.100200500", "", page.desk.now()
        )
    await again(page, until)
    words = said(card(page, KUAISHOU))
    assert words.count("快手授权服务暂时故障") == 1
    assert "稍后会自动再试" in words
    assert card(page, KUAISHOU).chip.accessibleName() == "等待平台", "busy is never signed out"


async def test_a_shop_that_was_let_go_says_so(page: AccountsPage, actions: FakeActions, until: Any) -> None:
    del actions.known[YOUZAN]
    await page.desk.database.write(health.forget, YOUZAN)
    await again(page, until)
    assert card(page, YOUZAN).chip.accessibleName() == "已解绑"
    assert "重新绑定" in card(page, YOUZAN).again.text()
    assert "删除" in card(page, YOUZAN).unbind.text()


async def test_parted_shops_are_offered_to_each_other(page: AccountsPage, actions: FakeActions, until: Any) -> None:
    await page.desk.database.write(shops.part, BOTH)
    await again(page, until)
    halves = page.findChildren(EmptyHalf)
    assert len(page.groups) == len(halves) == 2
    halves[0].button.click()
    await until(lambda: actions.paired)
    assert actions.paired == [(KUAISHOU, YOUZAN)]


async def test_an_empty_half_opens_the_wizard_on_its_platform(page: AccountsPage, until: Any) -> None:
    await page.desk.database.write(shops.remove_shop, YOUZAN)
    await again(page, until)
    [half] = page.findChildren(EmptyHalf)
    assert "有赞微商城" in said(half)
    half.button.click()
    assert page.wizard is not None
    assert page.wizard.keys.platform is Platform.YOUZAN
    page.wizard.reject()


async def test_unbinding_wants_the_name_typed(page: AccountsPage, actions: FakeActions, until: Any) -> None:
    card(page, YOUZAN).unbind.click()
    dialog = page.unbinding
    assert dialog is not None
    held = (await page.desk.database.read(holdings))[YOUZAN]
    assert f"{held.orders} 笔订单、{held.items} 件商品" in said(dialog), "what stays is counted"
    assert not dialog.accept_button.isEnabled()
    dialog.typed.setText("示例")
    assert not dialog.accept_button.isEnabled()
    dialog.typed.setText(" 示例家居 ")
    dialog.accept_button.click()
    await until(lambda: actions.unbound)
    assert (actions.unbound, actions.erased) == ([YOUZAN], [])
    assert page.unbinding is None


async def test_erasing_is_asked_for_by_a_switch(page: AccountsPage, actions: FakeActions, until: Any) -> None:
    page.open_unbind(KUAISHOU)
    dialog = page.unbinding
    assert dialog is not None
    dialog.all_of_it.setChecked(True)
    assert "无法撤销" in said(dialog)
    dialog.typed.setText("示例家居旗舰店")
    dialog.accept_button.click()
    await until(lambda: actions.erased)
    assert (actions.unbound, actions.erased) == ([], [KUAISHOU])


async def test_escape_unbinds_nothing(page: AccountsPage, actions: FakeActions, until: Any) -> None:
    page.open_unbind(KUAISHOU)
    dialog = page.unbinding
    assert dialog is not None
    dialog.typed.setText("示例家居旗舰店")
    QTest.keyClick(dialog.typed, Qt.Key.Key_Escape)
    await until(lambda: page.is_settled)
    assert page.unbinding is None
    assert not actions.unbound


async def test_a_refusal_reaches_the_toast(
    page: AccountsPage, actions: FakeActions, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse() -> None:
        raise Refused("bind.vault", detail="locked")

    monkeypatch.setattr(actions, "sync_now", refuse)
    heard: list[str] = []
    page.said.connect(lambda words, _under: heard.append(words))
    page.sync.click()
    await until(lambda: heard)
    assert "locked" in heard[0]


async def test_no_key_store_is_said_as_long_as_it_is_so(page: AccountsPage, actions: FakeActions, until: Any) -> None:
    assert "钥匙串" not in said(page)
    actions.lasting = False
    await again(page, until)
    assert "没有可用的系统钥匙串" in said(page)


async def test_nothing_bound_yet(desk: Desk, qtbot: QtBot, until: Any) -> None:
    page = await opened(desk, qtbot, until)
    assert page.empty.isVisible()
    assert not page.sync.isEnabled()
    page.empty.button.click()
    assert page.wizard is not None
    page.wizard.reject()
    shop = Shop(shop_id=KUAISHOU, platform=Platform.KUAISHOU, platform_shop_id="90000001", name="示例家居旗舰店")
    await desk.database.write(shops.put_shop, shop)
    await again(page, until)
    assert not page.empty.isVisible()
    assert page.bind.isVisible()
    page.bind.click()
    assert page.wizard is not None
    assert page.wizard.keys.platform is Platform.YOUZAN, "the one that has no shop yet"
    page.wizard.reject()
    page.hide()
    await page.close_page()
