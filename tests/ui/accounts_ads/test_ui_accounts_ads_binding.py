"""Binding an ads account by keys alone: what is typed, what is pasted, trouble on the way, and the wizard's offer."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from ui_accounts_ads import CALLBACK, NUMBER, SECRET, TYPED, card, dialog, fill, keep, paste, said, section, state_of
from ui_ads import FakeAds
from ui_fakes import FakeActions

from console.app.invented import KUAISHOU, YOUZAN
from console.core.errors import Refused
from console.core.model import ADS, Platform
from console.ui.tabs.accounts.ads_dialog import AGREE, KEYS
from console.ui.tabs.accounts.page import AccountsPage
from console.ui.tabs.accounts.wizard import DONE


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
