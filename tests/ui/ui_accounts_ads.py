"""Ads accounts on the accounts tab, as its tests keep, fill and read them."""

from typing import Any

from PySide6.QtWidgets import QLabel, QWidget
from ui_ads import FakeAds

from console.app.invented import KUAISHOU
from console.core.changes import changed
from console.core.clock import DAY, HOUR, MINUTE, day_start
from console.core.model import ADS, AdHour
from console.store import ads, health
from console.store.views import SignIn
from console.ui.tabs.accounts.ads_card import AdsCard, AdsSection
from console.ui.tabs.accounts.ads_dialog import BindAdsDialog
from console.ui.tabs.accounts.page import AccountsPage

NUMBER, KEY = "901", f"{ADS}:901"
SECRET = "ads-secret-1234"
CALLBACK = "https://shop.example/callback"
TYPED = ("8812345", SECRET, CALLBACK)


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
