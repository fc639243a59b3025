"""Ads accounts on the accounts tab: the line where there is none, the card, binding by keys alone, letting go."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from ui_ads import FakeAds
from ui_fakes import FakeActions

from console.app.invented import KUAISHOU, YOUZAN, invent
from console.core.changes import changed
from console.core.clock import DAY, HOUR, MINUTE, day_start
from console.core.errors import Refused
from console.core.model import ADS, AdHour, Platform
from console.core.operators import Right
from console.core.permissions import Check, Outcome, Switch
from console.store import ads, health, shops
from console.store.permissions import put_switch
from console.store.views import SignIn
from console.ui.context import Desk
from console.ui.tabs.accounts.ads_card import AdsCard, AdsSection, NoAds
from console.ui.tabs.accounts.ads_dialog import AGREE, KEYS, BindAdsDialog
from console.ui.tabs.accounts.page import AccountsPage
from console.ui.tabs.accounts.wizard import DONE

NUMBER, KEY = "901", f"{ADS}:901"
SECRET = "ads-secret-1234"
CALLBACK = "https://shop.example/callback"
TYPED = ("8812345", SECRET, CALLBACK)


@pytest.fixture
def asked(actions: FakeActions) -> FakeAds:
    return actions.advertising


@pytest.fixture
async def page(desk: Desk, qtbot: QtBot, until: Any) -> AsyncIterator[AccountsPage]:
    await invent(desk.database, desk.now(), 10)
    made = AccountsPage(desk)
    made.visited = []  # type: ignore[attr-defined]
    made.open_url = lambda address: made.visited.append(address) or True  # type: ignore[attr-defined,func-returns-value]
    qtbot.addWidget(made)
    made.resize(1240, 800)
    made.show()
    await until(lambda: made.is_settled)
    yield made
    made.hide()
    await made.close_page()


async def again(page: AccountsPage, until: Any) -> None:
    page.on_changes(changed("shops", "health"))
    await until(lambda: page.is_settled)


async def keep(page: AccountsPage, asked: FakeAds, until: Any, **sign_in: Any) -> AdsCard:
    """A bound account that was read two minutes ago."""
    now, write = page.desk.now(), page.desk.database.write
    await write(ads.put_account, NUMBER, KUAISHOU, now - DAY)
    await write(ads.note_read, NUMBER, now - 2 * MINUTE)
    await write(health.note_success, KEY, ADS, now - 2 * MINUTE)
    kept = {"ends_at": now + 29 * DAY + 3 * HOUR, **sign_in}
    asked.known[NUMBER] = SignIn(app_key="8812345", base_url="https://ads.example", grant_id=NUMBER, **kept)
    await again(page, until)
    return card(page)


async def spend(page: AccountsPage, *cost: int | None) -> None:
    """What the first hours of today cost."""
    begin = day_start(page.desk.now())
    hours = [AdHour(advertiser_id=NUMBER, begin_at=begin + n * HOUR, cost_fen=one) for n, one in enumerate(cost)]
    await page.desk.database.write(ads.save_hours, hours, page.desk.now())


def card(page: AccountsPage) -> AdsCard:
    [found] = [one for one in page.findChildren(AdsCard) if one.isVisible()]
    return found


def section(page: AccountsPage) -> AdsSection:
    [found] = [one for one in page.findChildren(AdsSection) if one.isVisible()]
    return found


def said(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def dialog(page: AccountsPage) -> BindAdsDialog:
    assert page.advertising.dialog is not None
    return page.advertising.dialog


def fill(made: BindAdsDialog) -> None:
    for field, text in zip((made.keys.app_id, made.keys.secret, made.keys.callback), TYPED, strict=True):
        field.line.setText(text)


def state_of(page: AccountsPage) -> str:
    return str(page.visited[-1]).partition("state=")[2]  # type: ignore[attr-defined]


def paste(page: AccountsPage, code: str = "abcdef") -> None:
    made = dialog(page)
    made.agree.pasted.line.setText(f"{CALLBACK}?auth_code={code}&state={state_of(page)}")
    made.next.click()


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


# -- binding --------------------------------------------------------------------------------------------------------


async def test_the_whole_way_by_keys(page: AccountsPage, asked: FakeAds, until: Any) -> None:
    heard: list[str] = []
    page.said.connect(lambda words, _under: heard.append(words))
    empty = section(page).empty
    assert empty is not None
    empty.button.setFocus()
    QTest.keyClick(empty.button, Qt.Key.Key_Space)
    made = dialog(page)
    for text in TYPED:
        QTest.keyClicks(made.focusWidget(), text)
        if text != CALLBACK:
            QTest.keyClick(made.focusWidget(), Qt.Key.Key_Tab)
            while not isinstance(made.focusWidget(), QLineEdit):
                QTest.keyClick(made.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(made.focusWidget(), Qt.Key.Key_Return)
    assert made.step == AGREE
    assert page.visited == [made.agree.address]  # type: ignore[attr-defined]
    assert made.focusWidget() is made.agree.pasted.line
    QTest.keyClicks(made.focusWidget(), f"{CALLBACK}?auth_code=abcdef&state={state_of(page)}")
    QTest.keyClick(made.focusWidget(), Qt.Key.Key_Return)
    await until(lambda: page.advertising.dialog is None)
    [(shop_id, keys, code, expected)] = asked.bound
    assert (shop_id, code, expected) == (KUAISHOU, "abcdef", "")
    assert (keys.app_key, keys.app_secret, keys.grant_id) == ("8812345", SECRET, "")
    assert keys.base_url == "https://ads.example"
    assert heard == ["投放账户 901 已绑定"]
    assert page.desk.preferences.ads_callback == CALLBACK
    assert page.desk.preferences.callback == "", "the shop's app is another one"


@pytest.mark.parametrize(
    ("name", "wrong", "right", "code"),
    [
        ("app_id", "ks12345", " 8812345 ", "bind.ads_app_id"),
        ("secret", "with blank", SECRET, "bind.secret"),
        ("callback", "shop.example", CALLBACK, "bind.ads_callback"),
        ("account", "my-account", NUMBER, "bind.ads_number"),
        ("base_url", "http://x.example", "http://127.0.0.1:8000", "bind.base_url"),
    ],
)
async def test_a_field_says_what_is_wrong_while_one_types(
    page: AccountsPage, name: str, wrong: str, right: str, code: str
) -> None:
    page.advertising.bind(KUAISHOU)
    field = getattr(dialog(page).keys, name)
    field.line.setText(wrong)
    assert field.fault == code
    assert len(field.said.text()) > 15, "what is wrong, and where the right value stands"
    field.line.setText(right)
    assert not field.fault
    dialog(page).reject()


async def test_what_is_missing_is_asked_for_first(page: AccountsPage) -> None:
    page.advertising.bind(KUAISHOU)
    made = dialog(page)
    made.keys.app_id.line.setText("8812345")
    made.next.click()
    assert made.step == KEYS
    assert made.focusWidget() is made.keys.secret.line
    assert made.keys.secret.line.echoMode() == QLineEdit.EchoMode.Password
    made.reject()


@pytest.mark.parametrize("pasted", ["abcdef", f"{CALLBACK}?auth_code=abcdef", f"{CALLBACK}?auth_code=a&state=other"])
async def test_a_code_whose_state_is_not_ours_is_not_taken(page: AccountsPage, asked: FakeAds, pasted: str) -> None:
    page.advertising.bind(KUAISHOU)
    made = dialog(page)
    fill(made)
    made.next.click()
    made.agree.pasted.line.setText(pasted)
    made.next.click()
    assert made.step == AGREE
    assert made.agree.pasted.fault in ("bind.state", "bind.ads_no_code")
    assert not made.busy
    assert not asked.bound
    made.reject()


async def test_trouble_is_said_and_can_be_mended(page: AccountsPage, asked: FakeAds, until: Any) -> None:
    page.advertising.bind(KUAISHOU)
    made = dialog(page)
    fill(made)
    made.next.click()
    asked.trouble = Refused("bind.ads_which", platform=ADS, detail="901, 902")
    paste(page, "first")
    await until(lambda: not made.busy)
    assert made.step == AGREE
    assert "901, 902" in made.agree.error.words.text()
    assert not made.agree.pasted.text, "the code is used up"
    made.back.click()
    made.keys.account.line.setText("902")
    made.next.click()
    paste(page, "second")
    await until(lambda: page.advertising.dialog is None)
    assert [(keys.grant_id, keys.app_secret, code) for _, keys, code, _ in asked.bound] == [
        ("", SECRET, "first"),
        ("902", SECRET, "second"),
    ]


async def test_cancelling_leaves_nothing(page: AccountsPage, asked: FakeAds) -> None:
    page.advertising.bind(KUAISHOU)
    made = dialog(page)
    fill(made)
    made.next.click()
    made.agree.pasted.line.setText("a-code-to-forget")
    QTest.keyClick(made.agree.pasted.line, Qt.Key.Key_Escape)
    assert page.advertising.dialog is None
    lines = made.findChildren(QLineEdit)
    for line in lines:
        line.undo()
    assert not [line.text() for line in lines if SECRET in line.text() or "forget" in line.text()]
    assert not asked.bound


async def test_signing_in_again_begins_at_the_browser(page: AccountsPage, asked: FakeAds, until: Any) -> None:
    page.desk.preferences.ads_callback = CALLBACK
    shown = await keep(page, asked, until)
    shown.again.click()
    made = dialog(page)
    assert made.step == AGREE
    assert not page.visited  # type: ignore[attr-defined]
    made.agree.open.click()
    paste(page, "fresh")
    await until(lambda: page.advertising.dialog is None)
    [(shop_id, keys, code, expected)] = asked.bound
    assert (shop_id, code, expected, keys.app_secret) == (KUAISHOU, "fresh", NUMBER, "")


@pytest.mark.parametrize("wanted", [True, False])
async def test_the_wizard_offers_it_at_its_end(
    page: AccountsPage, actions: FakeActions, until: Any, wanted: bool
) -> None:
    page.open_wizard()
    wizard = page.wizard
    assert wizard is not None
    texts = ("ks" + "7" * 18, SECRET, SECRET, CALLBACK)
    keys = wizard.keys
    for field, text in zip((keys.app_key, keys.app_secret, keys.sign_secret, keys.callback), texts, strict=True):
        field.line.setText(text)
    wizard.next.click()
    wizard.agree.pasted.line.setText("some-code")
    wizard.next.click()
    await until(lambda: wizard.step == DONE and not wizard.busy)
    knob = wizard.done_step.ads
    assert knob is not None
    assert not knob.isChecked(), "it is asked for, never on by itself"
    knob.setChecked(wanted)
    wizard.next.click()
    await until(lambda: page.wizard is None)
    if wanted:
        assert "小禾家居" in said(dialog(page)), "for the shop that was bound just now"
        dialog(page).reject()
    assert page.advertising.dialog is None


async def test_both_platforms_stand_above_it(page: AccountsPage, asked: FakeAds, until: Any) -> None:
    await keep(page, asked, until)
    [view] = page.groups.values()
    assert set(view.cards) == {KUAISHOU, YOUZAN}
    below = card(page).mapTo(page, card(page).rect().topLeft()).y()
    assert all(one.mapTo(page, one.rect().bottomLeft()).y() < below for one in view.cards.values())
    assert [one.shop.platform for one in page.accounts.groups(None)[0].halves] == list(Platform)
