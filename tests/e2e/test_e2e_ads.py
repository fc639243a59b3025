"""An ads account in a real window against the sandbox: agreed to, read, signed out, signed in again, let go."""

import asyncio
import json
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from console.app.joining import Assembly
from console.core.clock import DAY, HOUR, SECOND
from console.core.errors import Busy
from console.core.model import ADS
from console.store import ads
from console.store.profile import Profile
from console.store.secrets import MemoryVault, SupportsSecrets, VaultTrouble
from console.ui import texts, theme
from console.ui.bridge import Bridge
from console.ui.context import Desk
from console.ui.language import Translators
from console.ui.preferences import Preferences
from console.ui.tabs.accounts.ads_card import AdsCard, NoAds
from console.ui.tabs.accounts.page import AccountsPage

pytestmark = pytest.mark.timeout(180)

CALLBACK = "https://shop.example/callback"
PATIENCE_S = 60.0


class _Stay(urllib.request.HTTPRedirectHandler):
    """The browser would follow; the test wants to see where to."""

    def redirect_request(self, *args: Any) -> None:
        return None


def agree(page: str) -> str:
    """Press the button on the ads platform's page; the address the browser is sent to."""
    with pytest.raises(urllib.error.HTTPError) as gone:
        urllib.request.build_opener(_Stay).open(urllib.request.Request(page, data=b"approve=1"))
    gone.value.close()
    return str(gone.value.headers["location"])


class Bench:
    """The accounts page, everything below it, and the ads platform outside."""

    def __init__(self, box: Any, assembly: Assembly, page: AccountsPage, vault: MemoryVault, until: Any) -> None:
        self.box = box
        self.assembly = assembly
        self.page = page
        self.vault = vault
        self._until = until
        self.visited: list[str] = []
        self.said: list[str] = []
        page.open_url = self._visit
        page.said.connect(lambda words, _under: self.said.append(words))

    def _visit(self, address: str) -> bool:
        self.visited.append(address)
        return True

    async def until(self, seen: Callable[[], object]) -> None:
        await self._until(seen, PATIENCE_S)

    async def control(self, path: str, body: Any = None) -> Any:
        return await asyncio.to_thread(self.box.ask, path, body)

    async def advance(self, length_ms: int) -> None:
        await self.control("/clock", {"advance_s": length_ms // SECOND})
        self.assembly.clock.offset_ms = round(float((await self.control("/clock"))["offset_s"]) * SECOND)

    @property
    def cards(self) -> list[AdsCard]:
        return [one for one in self.page.findChildren(AdsCard) if one.isVisible()]

    @property
    def state(self) -> str:
        return self.cards[0].chip.accessibleName() if self.cards else ""

    async def agree_in_browser(self) -> None:
        dialog = self.page.advertising.dialog
        assert dialog is not None
        address = await asyncio.to_thread(agree, dialog.agree.address)
        dialog.agree.pasted.line.setText(address)
        QTest.keyClick(dialog.agree.pasted.line, Qt.Key.Key_Return)
        await self.until(lambda: self.page.advertising.dialog is None)


@pytest.fixture
def open_bench(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, open_sandbox: Callable[..., Any], until: Any
) -> Iterator[Callable[..., Any]]:
    """Both shops are read by a connection file that has no ads account in it."""
    translators = Translators(qapp)
    translators.use("zh_CN")
    theme.apply(qapp, "light")
    vault = MemoryVault()

    async def opened() -> tuple[SupportsSecrets, bool]:
        return vault, True

    @asynccontextmanager
    async def start(*words: str) -> AsyncIterator[Bench]:
        box = await asyncio.to_thread(open_sandbox, *words)
        line = {name: value for name, value in box.line.items() if name != ADS}
        connect = tmp_path / "shops.json"
        await asyncio.to_thread(connect.write_text, json.dumps(line))
        with Profile.open(tmp_path / "profile") as profile:
            assembly = await Assembly.open(profile, opened)
            assert not await assembly.connect(connect)
            assembly.ads.start()
            preferences = Preferences(tmp_path / "window.ini")
            preferences.appearance, preferences.language = "light", "zh_CN"
            bridge = Bridge(assembly.hub)
            page = AccountsPage(
                Desk(
                    database=assembly.database,
                    changes=bridge,
                    clock=assembly.clock,
                    actions=assembly,
                    preferences=preferences,
                    log_path=profile.log_path,
                )
            )
            bridge.changed.connect(page.on_changes)
            qtbot.addWidget(page)
            page.resize(1240, 800)
            page.show()
            try:
                yield Bench(box, assembly, page, vault, until)
            finally:
                page.hide()
                bridge.close()
                await page.close_page()
                await assembly.close()

    yield start
    translators.use("en")


async def locked(_key: str) -> None:
    """What a key store says whose owner went for lunch."""
    raise VaultTrouble("KeyringLocked")


def said(card: AdsCard) -> str:
    """All that can be read on it."""
    return " ".join(one.text() for one in card.findChildren(QLabel) if one.isVisibleTo(card))


async def test_the_whole_life_of_an_ads_account(open_bench: Any, qtbot: QtBot) -> None:
    async with open_bench("--seed", "11", "--items", "12", "--orders", "300", "--frozen") as bench:
        told, number = bench.box.line[ADS], str(bench.box.line[ADS]["advertiser_id"])
        await bench.until(lambda: [one for one in bench.page.findChildren(NoAds) if one.isVisible()])
        (empty,) = [one for one in bench.page.findChildren(NoAds) if one.isVisible()]

        # a name of another account binds nothing
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
        dialog = bench.page.advertising.dialog
        for name, text in (
            ("app_id", told["app_id"]),
            ("secret", told["secret"]),
            ("callback", CALLBACK),
            ("account", "999"),
            ("base_url", told["base_url"]),
        ):
            getattr(dialog.keys, name).line.setText(str(text))
        qtbot.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        assert bench.visited == [dialog.agree.address]
        dialog.agree.pasted.line.setText(await asyncio.to_thread(agree, dialog.agree.address))
        qtbot.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await bench.until(lambda: dialog.agree.error.isVisible())
        assert "没有投放账户 999" in dialog.agree.error.words.text()
        assert not bench.vault._kept

        # its own is read at once, and today's spend is what the file sums up
        qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
        dialog.keys.account.line.setText("")
        qtbot.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await bench.agree_in_browser()
        assert bench.said == [f"投放账户 {number} 已绑定"]
        await bench.until(lambda: bench.state == "正常")
        now = bench.assembly.clock.now_ms()
        today = await bench.assembly.database.read(ads.day, number, now)
        (card,) = bench.cards
        await bench.until(lambda: card.spend.value.text() == texts.money(today.cost_fen))
        before = await bench.assembly.database.read(ads.hours_kept, number)
        assert before > 10, "the last 7 days"
        assert card.ending.value.text().startswith("29 天")
        card.test.click()
        await bench.until(lambda: "自检通过" in card.tested.text())

        # two days later a renewal has moved the end on, without anybody's doing
        await bench.advance(2 * DAY)
        moved = bench.assembly.clock.now_ms()
        await bench.assembly.sync_now()
        await bench.until(lambda: (bench.page.advertising._states[0].read_at or 0) >= moved)
        ends_at = (await bench.assembly.advertising.sign_ins())[number].ends_at
        assert ends_at is not None
        assert ends_at - bench.assembly.clock.now_ms() > 29 * DAY + 23 * HOUR

        # the grant is withdrawn: said once, with its next step; the figures stay
        await bench.control("/faults", {"on": ["token_revoked"], "times": 1})
        bench.assembly.ads.wake()
        await bench.until(lambda: bench.state == "已失效")
        # a panel that a layout was just given is shown by Qt a turn of the loop later
        await bench.until(lambda: said(card).count("请重新授权投放账户") == 1)
        calls = bench.assembly.ads._gateways[number].calls
        await bench.assembly.ads.read_once()
        assert bench.assembly.ads._gateways[number].calls == calls, "a dead pair is not tried again"
        assert await bench.assembly.database.read(ads.hours_kept, number) >= before

        qtbot.mouseClick(card.again, Qt.MouseButton.LeftButton)
        await bench.agree_in_browser()
        await bench.until(lambda: bench.state == "正常")

        # a key store that is locked lets go of nothing: the account is read as before
        forget = bench.vault.forget
        bench.vault.forget = locked  # type: ignore[method-assign]
        with pytest.raises(Busy, match=r"bind\.vault_silent"):
            await bench.assembly.advertising.unbind(number)
        bench.vault.forget = forget
        assert number in bench.assembly.ads.account_ids

        # let go: nothing secret stays, what was read does
        (card,) = bench.cards
        qtbot.mouseClick(card.unbind, Qt.MouseButton.LeftButton)
        assert bench.page.advertising.unbinding is not None
        qtbot.mouseClick(bench.page.advertising.unbinding.accept_button, Qt.MouseButton.LeftButton)
        await bench.until(lambda: bench.state == "已解绑")
        assert not bench.vault._kept
        assert await bench.assembly.database.read(ads.hours_kept, number) >= before
