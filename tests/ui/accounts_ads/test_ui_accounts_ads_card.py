"""Ads accounts on the accounts tab: the line where there is none, the card, testing, letting go."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui_accounts_ads import KEY, NUMBER, again, card, dialog, fill, keep, paste, said, section, spend
from ui_ads import FakeAds

from console.app.invented import KUAISHOU
from console.core.clock import HOUR, MINUTE
from console.core.model import ADS
from console.core.operators import Right
from console.core.permissions import Check, Outcome, Switch
from console.store import health, shops
from console.store.permissions import put_switch
from console.ui.tabs.accounts.ads_card import AdsSection, NoAds
from console.ui.tabs.accounts.ads_dialog import KEYS
from console.ui.tabs.accounts.page import AccountsPage

# -- what is shown --------------------------------------------------------------------------------------------------


async def test_without_one_there_is_a_line_and_a_button(page: AccountsPage) -> None:
    empty = section(page).empty
    assert isinstance(empty, NoAds)
    assert "投放消耗未知" in said(empty)
    empty.button.click()
    assert dialog(page).step == KEYS
    dialog(page).reject()


async def test_a_youzan_shop_alone_has_none(page: AccountsPage, until: Any) -> None:
    await page.desk.database.write(shops.remove_shop, KUAISHOU)
    await again(page, until)
    assert not [one for one in page.findChildren(AdsSection) if one.isVisible()]


async def test_a_card_says_spend_with_source_and_age(page: AccountsPage, asked: FakeAds, until: Any) -> None:
    await keep(page, asked, until)
    await spend(page, 120_00, 34_50)
    await again(page, until)
    words = said(card(page))
    assert card(page).chip.accessibleName() == "正常"
    assert "投放账户 901" in words
    assert card(page).spend.value.text() == "¥154.50"
    assert card(page).spend.under.text().startswith("投放报表 · 截至")
    assert card(page).last.value.text() == "2 分钟前"
    assert card(page).ending.value.text().startswith("29 天")


@pytest.mark.parametrize("cost", [(), (None,), (5_00, None)])
async def test_what_nobody_said_is_a_dash_and_no_nought(
    page: AccountsPage, asked: FakeAds, until: Any, cost: tuple[int | None, ...]
) -> None:
    await keep(page, asked, until)
    await spend(page, *cost)
    await again(page, until)
    assert card(page).spend.value.text() == "—"
    assert "还没有今天的数" in card(page).spend.under.text()


async def test_a_true_nought_is_one(page: AccountsPage, asked: FakeAds, until: Any) -> None:
    await keep(page, asked, until)
    await spend(page, 0)
    await again(page, until)
    assert card(page).spend.value.text() == "¥0.00"


async def test_an_end_nobody_told_is_a_dash(page: AccountsPage, asked: FakeAds, until: Any) -> None:
    shown = await keep(page, asked, until, ends_at=None)
    assert shown.ending.value.text() == "—"
    assert "没有返回" in shown.ending.under.text()


async def test_a_dead_sign_in_says_its_next_step_once(page: AccountsPage, asked: FakeAds, until: Any) -> None:
    await keep(page, asked, until)
    since = page.desk.now() - HOUR
    for at in (since, since + 10 * MINUTE):
        note = (KEY, ADS, "sign_in_needed", "kuaishou_ads.grant", "", at)
        await page.desk.database.write(health.note_trouble, *note)
    await again(page, until)
    words = said(card(page))
    assert card(page).chip.accessibleName() == "已失效"
    assert words.count("无法自动续期") == 1
    assert words.count("请重新授权投放账户") == 1
    page.open_at({"shop": KEY})
    assert card(page).again.hasFocus()
    card(page).again.click()
    assert dialog(page).step == KEYS, "the callback address is not known yet"
    assert dialog(page).keys.app_id.text == "8812345"
    dialog(page).reject()


@pytest.mark.parametrize(
    ("kind", "code", "chip", "words"),
    [
        ("busy", "kuaishou_ads.too_fast", "等待平台", "自动再试"),
        ("refused", "kuaishou_ads.scope", "被平台拒绝", "申请报表权限"),
        ("unreadable", "kuaishou_ads.hours", "部分读不懂", "更新程序"),
    ],
)
async def test_trouble_is_said_in_words(
    page: AccountsPage, asked: FakeAds, until: Any, kind: str, code: str, chip: str, words: str
) -> None:
    await keep(page, asked, until)
    await page.desk.database.write(health.note_trouble, KEY, ADS, kind, code, "", page.desk.now())
    await again(page, until)
    assert card(page).chip.accessibleName() == chip
    assert words in said(card(page))


async def test_a_switch_that_is_off_is_why_nothing_is_read(page: AccountsPage, asked: FakeAds, until: Any) -> None:
    await keep(page, asked, until)
    await page.desk.database.write(put_switch, KUAISHOU, Switch.DATA, False, page.desk.now())
    await again(page, until)
    assert card(page).chip.accessibleName() == "数据回传已关闭"


async def test_a_clerk_sees_why_it_is_grey(
    page: AccountsPage, asked: FakeAds, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page.desk.session, "may", lambda right: right is Right.SIGN_IN)
    page.desk.session.changed.emit()
    empty = section(page).empty
    assert empty is not None
    assert not empty.button.isEnabled()
    assert "店主" in empty.button.toolTip()
    shown = await keep(page, asked, until)
    assert not shown.unbind.isEnabled()
    assert "店主" in shown.unbind.toolTip()
    assert shown.again.isEnabled(), "signing in again is anybody's"
    assert shown.test.isEnabled()
    page.advertising.open_unbind(NUMBER)
    assert page.advertising.unbinding is None
    page.advertising.bind(KUAISHOU)
    assert page.advertising.dialog is None


# -- testing and letting go -----------------------------------------------------------------------------------------


async def test_a_test_says_what_it_found(page: AccountsPage, asked: FakeAds, until: Any) -> None:
    shown = await keep(page, asked, until)
    shown.test.click()
    assert shown.tested.text() == "自检中…"
    assert not shown.test.isEnabled(), "not twice at once"
    await until(lambda: page.is_settled)
    assert "自检通过" in shown.tested.text()
    asked.check = Check(
        scope="accounts", outcome=Outcome.REFUSED, kind="refused", code="bind.ads_account", detail=NUMBER
    )
    shown.test.click()
    await until(lambda: page.is_settled)
    assert "自检未通过" in shown.tested.text()
    assert "没有投放账户 901" in said(shown)
    assert asked.tested == [NUMBER, NUMBER]


async def test_unbinding_says_what_stops_and_what_stays(page: AccountsPage, asked: FakeAds, until: Any) -> None:
    await keep(page, asked, until)
    await spend(page, 1, 2, 3)
    await again(page, until)
    card(page).unbind.click()
    asking = page.advertising.unbinding
    assert asking is not None
    assert "不再读取" in said(asking)
    assert "3 个小时的数据保留在本机" in said(asking)
    assert "示例家居旗舰店" in said(asking)
    QTest.keyClick(asking, Qt.Key.Key_Escape)
    assert not asked.unbound
    card(page).unbind.click()
    assert page.advertising.unbinding is not None
    page.advertising.unbinding.accept_button.click()
    await until(lambda: asked.unbound)
    assert asked.unbound == [NUMBER]


async def test_one_that_was_let_go_can_be_bound_again(page: AccountsPage, asked: FakeAds, until: Any) -> None:
    await keep(page, asked, until)
    await spend(page, 7_00)
    asked.known.clear()
    await page.desk.database.write(health.forget, KEY)
    await again(page, until)
    shown = card(page)
    assert shown.chip.accessibleName() == "已解绑"
    assert shown.spend.value.text() == "¥7.00", "what was read stays, with its age"
    assert shown.unbind.isHidden()
    shown.again.click()
    assert dialog(page).keys.account.text == NUMBER
    fill(dialog(page))
    dialog(page).next.click()
    paste(page)
    await until(lambda: page.advertising.dialog is None)
    [(shop_id, keys, _, expected)] = asked.bound
    assert (shop_id, keys.grant_id, expected) == (KUAISHOU, NUMBER, ""), "bound anew, and no other account"


async def test_a_second_one_can_be_bound(page: AccountsPage, asked: FakeAds, until: Any) -> None:
    await keep(page, asked, until)
    another = section(page).another
    assert another is not None
    another.click()
    assert dialog(page).keys.account.text == ""
    dialog(page).reject()
