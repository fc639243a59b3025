"""The binding wizard: every field says what is wrong, keys alone are enough, and nothing stays behind."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import FakeActions

from console.core.errors import Busy, Refused
from console.core.gateway import Credentials
from console.core.model import Platform, Shop
from console.core.permissions import Ability, Check, Outcome, Switch
from console.rules.tiers import Tier
from console.store import shops
from console.store.views import ShopRow, SignIn
from console.ui.context import Desk
from console.ui.tabs.accounts.wizard import AGREE, DONE, KEYS, BindDialog, Wanted

APP_KEY = "ks" + "7" * 18
SECRETS = ("app-secret-1234", "sign-secret-1234")
CALLBACK = "https://shop.example/callback"
YOUZAN = Shop(shop_id="youzan:2", platform=Platform.YOUZAN, platform_shop_id="2", name="小禾家居")


class Browser:
    """Remembers where it was sent; may be missing."""

    def __init__(self) -> None:
        self.visited: list[str] = []
        self.there = True

    def __call__(self, address: str) -> bool:
        self.visited.append(address)
        return self.there

    @property
    def state(self) -> str:
        return self.visited[-1].partition("state=")[2]


@pytest.fixture
def browser() -> Browser:
    return Browser()


@pytest.fixture
def window(look: QApplication, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


@pytest.fixture
async def wizard(desk: Desk, window: QWidget, browser: Browser) -> AsyncIterator[BindDialog]:
    made = BindDialog(window, desk, Wanted(), browser)
    made.open()
    yield made
    await made.close_tasks()
    made.reject()
    window.hide()


def fill(wizard: BindDialog) -> None:
    keys = wizard.keys
    for field, text in (
        (keys.app_key, APP_KEY),
        (keys.app_secret, SECRETS[0]),
        (keys.sign_secret, SECRETS[1]),
        (keys.callback, CALLBACK),
    ):
        field.line.setText(text)


def tab_to_next_field(wizard: BindDialog) -> None:
    QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Tab)
    while not isinstance(wizard.focusWidget(), QLineEdit):
        QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Tab)


def all_text(wizard: BindDialog) -> str:
    return " ".join(line.text() for line in wizard.findChildren(QLineEdit))


@pytest.mark.parametrize(
    ("name", "wrong", "right"),
    [
        ("app_key", "ks123", APP_KEY),
        ("app_key", "KS" + "7" * 18, f"  {APP_KEY} "),
        ("app_secret", "has a blank", SECRETS[0]),
        ("sign_secret", "密钥密钥密钥密钥", SECRETS[1]),
        ("callback", "http://shop.example/callback", CALLBACK),
        ("base_url", "https://x.example/path", "https://x.example"),
        ("base_url", "http://x.example", "http://127.0.0.1:8000"),
        ("client_id", "a-b", "3d3204d3a678732f94"),
        ("kdt_id", "k16480894", "16480894"),
    ],
)
async def test_a_field_says_what_is_wrong_while_one_types(
    wizard: BindDialog, name: str, wrong: str, right: str
) -> None:
    field = getattr(wizard.keys, name)
    field.line.setText(wrong)
    assert field.fault == f"bind.{'secret' if 'secret' in name else name}"
    assert len(field.said.text()) > 15, "what is wrong, and where the right value stands"
    assert field.line.property("wrong") == "true"
    field.line.setText(right)
    assert not field.fault
    assert field.line.property("wrong") == "false"
    assert field.text == right.strip()


async def test_what_is_missing_is_asked_for_first(wizard: BindDialog, browser: Browser) -> None:
    wizard.keys.app_key.line.setText(APP_KEY)
    wizard.next.click()
    assert wizard.step == KEYS
    assert "还没有填" in wizard.keys.app_secret.said.text()
    assert wizard.focusWidget() is wizard.keys.app_secret.line
    assert not browser.visited


async def test_secrets_are_dots(wizard: BindDialog) -> None:
    for field in (wizard.keys.app_secret, wizard.keys.sign_secret, wizard.keys.client_secret):
        assert field.line.echoMode() == QLineEdit.EchoMode.Password
    assert wizard.keys.app_key.line.echoMode() == QLineEdit.EchoMode.Normal


async def test_the_whole_way_by_keys(
    wizard: BindDialog, actions: FakeActions, browser: Browser, desk: Desk, until: Any
) -> None:
    await desk.database.write(shops.put_shop, YOUZAN)
    for text in (APP_KEY, *SECRETS, CALLBACK):
        if text != APP_KEY:  # there the wizard begins
            tab_to_next_field(wizard)
        QTest.keyClicks(wizard.focusWidget(), text)
    QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    assert wizard.step == AGREE
    assert browser.visited == [wizard.agree.address]
    focused = wizard.focusWidget()
    assert focused is wizard.agree.pasted.line
    QTest.keyClicks(focused, f"{CALLBACK}?code=abcdef&state={browser.state}")
    QTest.keyClick(focused, Qt.Key.Key_Return)
    await until(lambda: wizard.step == DONE and not wizard.busy)
    [(platform, keys, code, expected)] = actions.signed_in
    assert (platform, code, expected) == (Platform.KUAISHOU, "abcdef", "")
    assert (keys.app_key, keys.app_secret, keys.sign_secret) == (APP_KEY, *SECRETS)
    assert keys.base_url == "https://kuaishou.example"
    assert wizard.focusWidget() is wizard.next
    QTest.keyClick(wizard.next, Qt.Key.Key_Return)
    await until(lambda: not wizard.isVisible())
    assert actions.paired == [("kuaishou:1", "youzan:2")]


async def test_youzan_skips_the_browser(wizard: BindDialog, actions: FakeActions, browser: Browser, until: Any) -> None:
    actions.shop = YOUZAN
    wizard.keys.choices[Platform.YOUZAN].setChecked(True)
    wizard.keys.client_id.line.setText("3d3204d3a678732f94")
    wizard.keys.client_secret.line.setText(SECRETS[0])
    wizard.keys.kdt_id.line.setText("16480894")
    QTest.keyClick(wizard.keys.kdt_id.line, Qt.Key.Key_Return)
    await until(lambda: wizard.step == DONE and not wizard.busy)
    [(platform, keys, code, _)] = actions.signed_in
    assert (platform, code, keys.grant_id, keys.sign_secret) == (Platform.YOUZAN, "", "16480894", "")
    assert keys.base_url == "https://youzan.example"
    assert not browser.visited


async def test_a_code_with_another_state_is_refused(wizard: BindDialog, actions: FakeActions, browser: Browser) -> None:
    fill(wizard)
    wizard.next.click()
    wizard.agree.pasted.line.setText(f"{CALLBACK}?code=abcdef&state=somebody-elses")
    assert "state 不一致" in wizard.agree.pasted.said.text()
    wizard.next.click()
    assert wizard.step == AGREE
    assert not wizard.busy
    assert not actions.signed_in
    assert browser.state not in ("", "somebody-elses")


async def test_pasting_is_offered_and_never_silent(wizard: BindDialog) -> None:
    fill(wizard)
    QGuiApplication.clipboard().setText("  code-from-clipboard ")
    wizard.next.click()
    assert "clipboard" not in all_text(wizard)
    wizard.agree.paste.click()
    assert wizard.agree.pasted.text == "code-from-clipboard"


async def test_without_a_browser_the_address_can_be_copied(wizard: BindDialog, browser: Browser) -> None:
    browser.there = False
    fill(wizard)
    wizard.next.click()
    assert "没有找到浏览器" in wizard.agree.opened.text()
    wizard.agree.copy.click()
    assert QGuiApplication.clipboard().text() == wizard.agree.address


async def test_trouble_is_said_at_the_step_and_can_be_mended(
    wizard: BindDialog, actions: FakeActions, until: Any
) -> None:
    fill(wizard)
    wizard.next.click()
    actions.trouble = Refused("kuaishou.100200105", platform=Platform.KUAISHOU)
    wizard.agree.pasted.line.setText("used-up-code")
    wizard.next.click()
    assert not wizard.next.isEnabled(), "not asked twice"
    await until(lambda: not wizard.busy)
    assert wizard.step == AGREE
    assert wizard.agree.error.isVisible()
    assert "授权码" in wizard.agree.error.words.text()
    assert "kuaishou.100200105" in wizard.agree.error.under.text()
    assert not wizard.agree.pasted.text, "the code is used up"
    assert wizard.keys.keys().app_secret == SECRETS[0], "the keys need not be typed again"
    wizard.agree.pasted.line.setText("fresh-code")
    wizard.next.click()
    await until(lambda: wizard.step == DONE)


async def test_trouble_below_the_edge_comes_into_sight(wizard: BindDialog, actions: FakeActions, until: Any) -> None:
    """Youzan's step with the address opened is longer than the dialog; what is wrong stands at its end."""
    keys = wizard.keys
    keys.choices[Platform.YOUZAN].click()
    keys.show_advanced(True)
    for field, text in ((keys.client_id, "3d3204d3a678732f94"), (keys.client_secret, SECRETS[0]), (keys.kdt_id, "1")):
        field.line.setText(text)
    wizard.resize(wizard.width(), 500)
    actions.trouble = Refused("kuaishou.100200105", platform=Platform.YOUZAN)
    wizard.next.click()
    await until(lambda: keys.error.isVisible() and not wizard.busy)
    await until(lambda: keys.error.visibleRegion().boundingRect().height() == keys.error.height())


async def test_back_goes_to_the_keys(wizard: BindDialog) -> None:
    fill(wizard)
    wizard.next.click()
    wizard.back.click()
    assert wizard.step == KEYS
    assert wizard.keys.app_key.text == APP_KEY


async def test_closing_empties_every_field(wizard: BindDialog) -> None:
    fill(wizard)
    wizard.next.click()
    wizard.agree.pasted.line.setText("a-code-to-forget")
    QTest.keyClick(wizard.agree.pasted.line, Qt.Key.Key_Escape)
    assert not wizard.isVisible()
    text = all_text(wizard)
    assert not [one for one in (*SECRETS, "a-code-to-forget", APP_KEY) if one in text]
    for line in wizard.findChildren(QLineEdit):
        line.undo()
    assert not [one for one in SECRETS if one in all_text(wizard)], "not even by undoing"


async def test_cancelling_while_the_platform_is_asked_asks_no_more(
    wizard: BindDialog, actions: FakeActions, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    cancelled: list[bool] = []

    async def slow(platform: Platform, keys: Credentials, code: str = "", expected: str = "") -> Shop:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            cancelled.append(True)
            raise
        return actions.shop

    monkeypatch.setattr(actions, "bind", slow)
    fill(wizard)
    wizard.next.click()
    wizard.agree.pasted.line.setText("some-code")
    wizard.next.click()
    await until(lambda: wizard.busy)
    await asyncio.sleep(0)
    wizard.reject()
    await until(lambda: cancelled)


async def test_signing_in_again_starts_at_the_browser(
    desk: Desk, window: QWidget, browser: Browser, actions: FakeActions, until: Any
) -> None:
    desk.preferences.callback = CALLBACK
    row = ShopRow(shop_id="kuaishou:1", platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居")
    known = SignIn(app_key=APP_KEY, base_url="http://127.0.0.1:9")
    wizard = BindDialog(window, desk, Wanted(Platform.KUAISHOU, row, known), browser)
    wizard.open()
    assert wizard.step == AGREE
    assert not browser.visited, "the browser opens when it is asked for"
    wizard.agree.open.click()
    wizard.agree.pasted.line.setText("new-code")
    actions.trouble = Busy("kuaishou.100200500", platform=Platform.KUAISHOU)
    wizard.next.click()
    await until(lambda: not wizard.busy)
    assert "暂时故障" in wizard.agree.error.words.text()
    wizard.agree.pasted.line.setText("new-code")
    wizard.next.click()
    await until(lambda: wizard.step == DONE and not wizard.busy)
    _, keys, code, expected = actions.signed_in[-1]
    assert (code, expected, keys.app_secret, keys.base_url) == ("new-code", "kuaishou:1", "", "http://127.0.0.1:9")
    await wizard.close_tasks()
    wizard.reject()
    window.hide()


async def test_without_a_key_store_the_result_says_so(wizard: BindDialog, actions: FakeActions, until: Any) -> None:
    actions.lasting = False
    fill(wizard)
    wizard.next.click()
    wizard.agree.pasted.line.setText("some-code")
    wizard.next.click()
    await until(lambda: wizard.step == DONE and not wizard.busy)
    words = " ".join(one.accessibleName() for one in wizard.done_step.findChildren(QWidget))
    assert "只保留到程序关闭" in words


async def test_it_fits_a_small_window(wizard: BindDialog, window: QWidget) -> None:
    assert wizard.width() <= 1024
    assert wizard.height() <= 700


async def bound(wizard: BindDialog, actions: FakeActions, until: Any, *checks: Check) -> None:
    """To the third step, with the test over."""
    actions.checks = {"kuaishou:1": checks}
    fill(wizard)
    wizard.next.click()
    wizard.agree.pasted.line.setText("some-code")
    wizard.next.click()
    await until(lambda: wizard.step == DONE and not wizard.busy and wizard.done_step.again.text() == "重新自检")


ORDERS = Check(scope="merchant_order", abilities=frozenset({Ability.ORDERS}), outcome=Outcome.OK)
WITHHELD = Check(
    scope="merchant_logistics",
    abilities=frozenset({Ability.LOGISTICS}),
    outcome=Outcome.REFUSED,
    kind="refused",
    code="kuaishou.scope",
    page="https://open.kwaixiaodian.com",
)


async def test_the_third_step_tests_and_says_what_stays_grey(
    wizard: BindDialog, actions: FakeActions, browser: Browser, until: Any
) -> None:
    await bound(wizard, actions, until, ORDERS, WITHHELD)
    assert actions.tested == ["kuaishou:1"]
    step = wizard.done_step
    assert step.summary.text() == "2 项 · 1 通过 · 1 缺失"
    words = " ".join(one.accessibleName() for one in step.findChildren(QWidget))
    assert "订单读取: 可用" in words
    assert "发货与运单: 平台拒绝" in words
    assert "发货与运单未开通：打单发货会置灰" in words
    (way,) = [one for one in step.findChildren(QPushButton) if one.toolTip() == WITHHELD.page]
    way.click()
    assert browser.visited[-1] == WITHHELD.page
    wizard.next.click()
    await until(lambda: not wizard.isVisible())


async def test_a_tier_is_a_set_of_switches(wizard: BindDialog, actions: FakeActions, until: Any) -> None:
    await bound(wizard, actions, until, ORDERS)
    step = wizard.done_step
    assert [tier for tier, one in step.tiers.choices.items() if one.isChecked()] == [Tier.ADVANCED]
    step.tiers.choices[Tier.BASIC].setFocus()
    QTest.keyClick(step.tiers.choices[Tier.BASIC], Qt.Key.Key_Space)
    await until(lambda: not step.tasks.busy)
    assert actions.switched == [("kuaishou:1", "data", False)]
    assert step.abilities is not None
    assert not step.abilities.knobs[Switch.DATA].isChecked()
    step.abilities.knobs[Switch.PRODUCTS].click()
    await until(lambda: not step.tasks.busy)
    assert actions.switched[1:] == [("kuaishou:1", "products", False)]
    assert not [one for one in step.tiers.choices.values() if one.isChecked()], "a set of one's own"


async def test_a_test_can_be_stopped_and_run_again(wizard: BindDialog, actions: FakeActions, until: Any) -> None:
    await bound(wizard, actions, until, ORDERS, WITHHELD)
    actions.pace = asyncio.Event()
    wizard.done_step.again.click()
    assert wizard.done_step.again.text() == "停止自检"
    assert "检测中" in wizard.done_step.summary.text()
    await until(lambda: len(actions.tested) == 2)
    wizard.done_step.again.click()
    await until(lambda: wizard.done_step.again.text() == "重新自检")
    assert wizard.done_step.summary.text() == "2 项 · 0 通过 · 0 缺失"
