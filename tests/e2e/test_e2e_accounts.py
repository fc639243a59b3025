"""Binding two shops and living through a dead sign-in, in a real window against both platforms behind sockets."""

import asyncio
import gc
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from console.app.joining import Assembly
from console.core.clock import DAY, HOUR, MINUTE, SECOND, format_shop_time, shop_datetime
from console.core.commands import SetShelf
from console.core.model import Platform
from console.core.permissions import Outcome
from console.rules.tiers import Tier
from console.store.checks import last_self_test
from console.store.health import health
from console.store.holes import hole
from console.store.outbox_view import intent
from console.store.profile import Profile
from console.store.secrets import MemoryVault, SupportsSecrets
from console.ui import theme
from console.ui.bridge import Bridge
from console.ui.context import Desk
from console.ui.language import Translators
from console.ui.preferences import Preferences
from console.ui.shell import Shell
from console.ui.tabs.accounts.group import DeadBar
from console.ui.tabs.accounts.page import AccountsPage
from console.ui.tabs.accounts.wizard import AGREE, DONE, BindDialog

pytestmark = pytest.mark.timeout(500)

CALLBACK = "https://shop.example/callback"
KUAISHOU_PAGE = "https://open.kwaixiaodian.com"
PATIENCE_S = 240.0
EDGE = 15 * MINUTE  # the console stays five minutes from the end of what can be listed, and reads for a while


class _Stay(urllib.request.HTTPRedirectHandler):
    """The browser would follow; the test wants to see where to."""

    def redirect_request(self, *args: Any) -> None:
        return None


def agree(page: str) -> str:
    """Press the button on the platform's page; the address the browser is sent to."""
    with pytest.raises(urllib.error.HTTPError) as gone:
        urllib.request.build_opener(_Stay).open(page + "&approve=1")
    gone.value.close()
    return str(gone.value.headers["location"])


class Bench:
    """The window, everything below it, and the platforms outside."""

    def __init__(self, box: Any, assembly: Assembly, shell: Shell, vault: MemoryVault, until: Any) -> None:
        self.box = box
        self.assembly = assembly
        self.shell = shell
        self.vault = vault
        self.visited: list[str] = []
        self.toasts: list[str] = []
        self._until = until
        say = shell.toast.say

        def heard(words: str, *args: Any, **options: Any) -> None:
            if "停止同步" in words or "授权" in words:  # prices and deadlines are other tests'
                self.toasts.append(words)
            say(words, *args, **options)

        shell.toast.say = heard  # type: ignore[method-assign] # listens, and passes it on
        page = shell.show_tab("accounts")
        assert isinstance(page, AccountsPage)
        self.page = page
        page.open_url = self._visit

    def _visit(self, address: str) -> bool:
        self.visited.append(address)
        return True

    async def until(self, seen: Callable[[], object]) -> None:
        await self._until(seen, PATIENCE_S)

    async def settle(self) -> None:
        await self.until(lambda: self.page.is_settled and self.shell.watch and self.shell.watch.is_settled)

    # -- the clock ----------------------------------------------------------------------------------------------------

    async def follow_clock(self) -> None:
        self.assembly.clock.offset_ms = round(float((await self.control("/clock"))["offset_s"]) * SECOND)

    async def advance(self, length_ms: int) -> None:
        await self.control("/clock", {"advance_s": length_ms // SECOND})
        await self.follow_clock()

    async def control(self, path: str, body: Any = None) -> Any:
        return await asyncio.to_thread(self.box.ask, path, body)

    # -- the wizard ---------------------------------------------------------------------------------------------------

    def keys(self, platform: Platform) -> dict[str, str]:
        found: dict[str, str] = self.box.line[platform.value]
        return found

    @property
    def wizard(self) -> BindDialog:
        assert self.page.wizard is not None
        return self.page.wizard

    def fill(self, platform: Platform) -> None:
        """Type what the merchant copies from the platform's pages."""
        told, keys = self.keys(platform), self.wizard.keys
        keys.choices[platform].click()
        fields = {keys.base_url: "base_url", keys.client_id: "client_id", keys.client_secret: "client_secret"}
        fields |= {keys.kdt_id: "kdt_id"}
        if platform is Platform.KUAISHOU:
            fields = {keys.base_url: "base_url", keys.app_key: "app_key", keys.app_secret: "app_secret"}
            fields |= {keys.sign_secret: "sign_secret"}
            keys.callback.line.setText(CALLBACK)
        for field, name in fields.items():
            field.line.setText(told[name])

    async def agree_in_browser(self) -> None:
        """From the wizard's second step to its third, with the test behind it."""
        wizard = self.wizard
        assert wizard.step == AGREE
        address = await asyncio.to_thread(agree, wizard.agree.address)
        wizard.agree.pasted.line.setText(address)
        QTest.keyClick(wizard.agree.pasted.line, Qt.Key.Key_Return)
        await self.tested()

    async def tested(self) -> None:
        await self.until(lambda: self.wizard.step == DONE and not self.page.permitting.tester.running)

    async def finish(self, qtbot: QtBot) -> None:
        qtbot.mouseClick(self.wizard.next, Qt.MouseButton.LeftButton)
        await self.until(lambda: self.page.wizard is None)
        await self.settle()

    async def bind_both(self, qtbot: QtBot) -> tuple[str, str]:
        """Youzan, then Kuaishou, through the window; the ids of both."""
        qtbot.mouseClick(self.page.empty.button, Qt.MouseButton.LeftButton)
        self.fill(Platform.YOUZAN)
        QTest.keyClick(self.wizard.keys.kdt_id.line, Qt.Key.Key_Return)
        await self.tested()
        await self.finish(qtbot)
        qtbot.mouseClick(self.page.bind, Qt.MouseButton.LeftButton)
        self.fill(Platform.KUAISHOU)
        qtbot.mouseClick(self.wizard.next, Qt.MouseButton.LeftButton)
        await self.agree_in_browser()
        kuaishou = next(one for one in self.assembly.bindings.shop_ids if one.startswith("kuaishou"))
        youzan = next(one for one in self.assembly.bindings.shop_ids if one.startswith("youzan"))
        return kuaishou, youzan

    async def sign_in_again(self, qtbot: QtBot, button: QPushButton) -> None:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        await self.agree_in_browser()
        await self.finish(qtbot)

    # -- what is seen -------------------------------------------------------------------------------------------------

    def card(self, shop_id: str) -> Any:
        return next(view.cards[shop_id] for view in self.page.groups.values() if shop_id in view.cards)

    async def outcomes(self, shop_id: str) -> dict[str, Outcome]:
        test = await self.assembly.database.read(last_self_test, shop_id)
        return {check.scope: check.outcome for check in test.checks}

    async def read_all(self) -> None:
        """Have every shop read until nothing that the platforms list is missing, or patience ends."""
        wanted = await self.listed()
        began = time.monotonic()
        while missing := wanted - await self.assembly.database.read(_held):
            assert time.monotonic() - began < PATIENCE_S, (
                f"never read: {missing}, {await self.troubles()}, {await self.assembly.database.read(_set_aside)}"
            )
            await self.assembly.sync_now()  # lists show new rows a while after they are there
            await asyncio.sleep(1)
        await self.until(lambda: not self.assembly.syncing())

    async def listed(self) -> set[tuple[str, str]]:
        """The orders of both sides but those that are about to leave the lists.

        Youzan's are read for 89 days, Kuaishou's for 90; each number begins with the time of its order.
        """
        world = await self.control("/world")
        now = self.assembly.clock.now_ms() + EDGE
        digits = "".join(one for one in format_shop_time(now - 89 * DAY) if one.isdecimal())
        oldest = shop_datetime(now - 90 * DAY)
        second = oldest.hour * 3_600 + oldest.minute * 60 + oldest.second
        kuaishou, youzan = (world[side]["orders"]["ids"] for side in ("kuaishou", "youzan"))
        found = {(self.shop_id("kuaishou"), one) for one in kuaishou if one[:10] >= f"{oldest:%y%j}{second:05d}"}
        return found | {(self.shop_id("youzan"), number) for number in youzan if number[1:15] >= digits}

    async def troubles(self) -> list[tuple[str, str, str]]:
        return [(row.shop_id, row.stream, row.code) for row in await self.assembly.database.read(health) if row.kind]

    def shop_id(self, side: str) -> str:
        return next(one for one in self.assembly.bindings.shop_ids if one.startswith(side))


def _held(conn: Connection) -> set[tuple[str, str]]:
    return {(str(shop), str(number)) for shop, number in conn.exec_driver_sql("SELECT shop_id, order_no FROM orders")}


def said(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


@pytest.fixture(autouse=True)
def _garbage_is_collected_here() -> Iterator[None]:
    """Qt's objects must die on the thread they live on, as in the program."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def open_bench(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, open_sandbox: Callable[..., Any], until: Any
) -> Iterator[Callable[..., Any]]:
    """``async with open_bench("--items", "20", …) as bench``: a sandbox, and the window on an empty profile.

    All of it ends before the test does: afterwards events are handled while no loop runs.
    """
    translators = Translators(qapp)
    translators.use("zh_CN")
    theme.apply(qapp, "light")
    vault = MemoryVault()

    async def opened() -> tuple[SupportsSecrets, bool]:
        return vault, True

    @asynccontextmanager
    async def start(*words: str) -> AsyncIterator[Bench]:
        box = await asyncio.to_thread(open_sandbox, *words)
        with Profile.open(tmp_path / "profile") as profile:
            assembly = await Assembly.open(profile, opened)
            preferences = Preferences(tmp_path / "window.ini")
            preferences.appearance, preferences.language = "light", "zh_CN"
            shell = Shell(preferences)
            shell.resize(1440, 900)
            shell.show()
            bridge = Bridge(assembly.hub)
            desk = Desk(
                database=assembly.database,
                changes=bridge,
                clock=assembly.clock,
                actions=assembly,
                preferences=preferences,
                log_path=profile.log_path,
            )
            shell.furnish(desk)
            bench = Bench(box, assembly, shell, vault, until)
            try:
                await bench.follow_clock()
                assembly.start()
                await bench.settle()
                yield bench
            finally:
                shell.hide()
                bridge.close()
                await shell.close_pages()
                await assembly.close()
                shell.may_close = True
                shell.close()
                shell.deleteLater()

    yield start
    translators.use("en")


def ends_by_the_server(keys: dict[str, str], refresh_token: str) -> tuple[int, dict[str, Any]]:
    """What Kuaishou itself says is left of a sign-in, in seconds; asking trades the pair."""
    words = {"app_id": keys["app_key"], "app_secret": keys["app_secret"], "grant_type": "refresh_token"}
    query = urllib.parse.urlencode(words | {"refresh_token": refresh_token})
    with urllib.request.urlopen(f"{keys['base_url']}/oauth2/refresh_token?{query}") as answer:
        told = json.load(answer)
    return int(told["refresh_token_expires_in"]), told


def token_ends_by_the_server(keys: dict[str, str]) -> int:
    """When Youzan itself says that the present token ends, ms UTC; asking changes nothing while it lives."""
    body = {"authorize_type": "silent", "grant_id": keys["kdt_id"], "refresh": False}
    body |= {"client_id": keys["client_id"], "client_secret": keys["client_secret"]}
    request = urllib.request.Request(
        keys["base_url"] + "/auth/token",
        data=json.dumps(body).encode(),
        headers={"content-type": "application/json"},
    )
    with urllib.request.urlopen(request) as answer:
        return int(json.load(answer)["data"]["expires"])


async def test_s1_bind_two_accounts(open_bench: Any, qtbot: QtBot) -> None:
    """The self-test names the scope that was withheld and its page; granted, every line works."""
    async with open_bench(
        "--seed", "3", "--items", "8", "--orders", "40", "--frozen", "--without-scope", "merchant_refund"
    ) as bench:
        kuaishou, youzan = await bench.bind_both(qtbot)
        abilities = bench.wizard.done_step.abilities
        assert abilities is not None
        assert "售后处理未开通" in said(bench.wizard.done_step), "the scope, and what stays grey"
        assert "退款、退货工单会置灰" in said(bench.wizard.done_step)
        (way,) = [one for one in bench.wizard.done_step.findChildren(QPushButton) if one.toolTip() == KUAISHOU_PAGE]
        qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
        assert bench.visited[1:] == [KUAISHOU_PAGE], "after the page on which one agrees"
        assert bench.wizard.next.isEnabled(), "a missing scope keeps nobody from finishing"
        await bench.finish(qtbot)

        outcomes = await bench.outcomes(kuaishou)
        assert [scope for scope, one in outcomes.items() if one is not Outcome.OK] == ["merchant_refund"]
        assert set((await bench.outcomes(youzan)).values()) == {Outcome.OK}
        await bench.until(lambda: bench.card(kuaishou).checks.lines["merchant_refund"].open.isVisible())
        line = bench.card(kuaishou).checks.lines["merchant_refund"]
        assert "kuaishou.scope" in line.toolTip(), "the platform's code, for whoever asks"
        qtbot.mouseClick(line.open, Qt.MouseButton.LeftButton)
        assert bench.visited[1:] == [KUAISHOU_PAGE] * 2
        await bench.until(lambda: bench.page.accounts.groups(None)[0].tier is Tier.BASIC)
        (group,) = bench.page.groups.values()
        assert group.tier.accessibleName() == "基础绑定"
        assert "售后" in group.tier.toolTip(), "what the next tier still wants"

        await bench.control("/scopes", {"without": []})
        await bench.sign_in_again(qtbot, bench.card(kuaishou).again)
        qtbot.mouseClick(bench.page.test_all, Qt.MouseButton.LeftButton)
        assert bench.page.permitting.tester.running == {kuaishou, youzan}
        await bench.until(lambda: not bench.page.permitting.tester.running)
        await bench.settle()
        for shop_id in (kuaishou, youzan):
            outcomes = await bench.outcomes(shop_id)
            assert set(outcomes.values()) == {Outcome.OK}
            words = f"{len(outcomes)} / {len(outcomes)} 可用"
            await bench.until(lambda shop_id=shop_id, words=words: words in bench.card(shop_id).checks.under.text())
            assert not [one for one in bench.card(shop_id).checks.lines.values() if one.open.isVisible()]
        await bench.until(lambda: bench.page.accounts.groups(None)[0].tier is Tier.ADVANCED)

        sign_ins = await bench.assembly.sign_ins()
        assert sign_ins[youzan].token_ends_at == await asyncio.to_thread(
            token_ends_by_the_server, bench.keys(Platform.YOUZAN)
        )
        kept = await bench.vault.load(kuaishou)
        assert kept is not None
        left_s, _ = await asyncio.to_thread(ends_by_the_server, bench.keys(Platform.KUAISHOU), kept.refresh_token)
        by_server = bench.assembly.clock.now_ms() + left_s * SECOND
        ends_at = sign_ins[kuaishou].ends_at
        assert ends_at is not None
        assert abs(ends_at - by_server) < 5 * SECOND, "told in whole seconds, asked a moment later"


async def test_s2_the_authorisation_dies_in_the_night(open_bench: Any, qtbot: QtBot) -> None:
    """Told at three days and at one, critical at the end; the queue stays, and what was missed is read afterwards."""
    async with open_bench("--seed", "5", "--items", "10", "--orders", "60") as bench:
        kuaishou, _ = await bench.bind_both(qtbot)
        await bench.finish(qtbot)
        ends_at = (await bench.assembly.sign_ins())[kuaishou].ends_at
        assert ends_at is not None
        await bench.read_all()
        assert not bench.toasts

        await bench.advance(ends_at - bench.assembly.clock.now_ms() - 3 * DAY + MINUTE)
        await bench.until(lambda: len(bench.toasts) == 1)
        assert "2 天 23 时" in bench.toasts[0]
        assert "快手" in bench.toasts[0]
        await bench.read_all()

        await bench.advance(48 * HOUR)
        await bench.until(lambda: len(bench.toasts) == 2)
        assert "23 时" in bench.toasts[1]
        await bench.read_all()
        bench.shell.show_tab("home")
        assert "停止同步" in said(bench.shell.strip), "it lasts, on every page"
        assert "快手" in said(bench.shell.strip)
        bench.shell.show_tab("accounts")

        await bench.advance(23 * HOUR)
        await bench.read_all()
        assert len(bench.toasts) == 2, "a day was told; it is told once"
        item_id = (await bench.control("/world"))["kuaishou"]["items"]["ids"][0]
        await bench.advance(2 * HOUR)
        await bench.until(lambda: len(bench.toasts) == 3)
        assert "授权已到期" in bench.toasts[2]
        assert bench.shell.watch is not None
        assert [alert.level for alert in _of_sign_in(bench, kuaishou)] == [0]

        await bench.advance(48 * HOUR)  # by now its last token is over, too
        await bench.assembly.sync_now()
        await bench.until(lambda: bench.page.findChildren(DeadBar))
        await bench.settle()
        (bar,) = [one for one in bench.page.findChildren(DeadBar) if one.isVisibleTo(bench.page)]
        assert not _red(bench.shell.strip), "the page's bar says it already"
        bench.shell.show_tab("home")
        assert _red(bench.shell.strip)
        bench.shell.show_tab("accounts")
        assert len(bench.toasts) == 3, "one death, one cry"
        queued = await bench.assembly.submit(SetShelf(shop_id=kuaishou, item_id=item_id, on=False), undo_s=0)
        await asyncio.sleep(1)
        kept = await bench.assembly.database.read(intent, queued)
        assert kept is not None
        assert kept.state not in ("done", "undone")

        await bench.advance(5 * HOUR)  # the night goes on, and people buy
        await bench.sign_in_again(qtbot, bar.button)
        assert set((await bench.outcomes(kuaishou)).values()) == {Outcome.OK}
        await bench.read_all()
        filled = await bench.assembly.database.read(hole, kuaishou)
        assert filled is not None
        assert filled.streams["orders"].rows > 0
        await bench.until(lambda: "已补齐" in bench.card(kuaishou).filled.text() and _is_filled(bench, kuaishou))
        filled = await bench.assembly.database.read(hole, kuaishou)
        assert filled is not None
        assert filled.done_at is not None
        assert f"订单 {filled.streams['orders'].rows:,} 条" in bench.card(kuaishou).filled.text()
        await bench.until(lambda: not bench.page.findChildren(DeadBar) or not _visible_bars(bench.page))
        assert _of_sign_in(bench, kuaishou) == []
        again = await bench.assembly.database.read(intent, queued)
        assert again is not None
        assert again.state != "undone"


def _set_aside(conn: Any) -> list[Any]:
    return conn.exec_driver_sql("SELECT * FROM quarantine").all()  # type: ignore[no-any-return]


def _of_sign_in(bench: Bench, shop_id: str) -> list[Any]:
    """What the bell says of a shop's sign-in: orders may be late in the same night."""
    assert bench.shell.watch is not None
    alerts = bench.shell.watch.alerts
    return [alert for alert in alerts if alert.shop_id == shop_id and alert.cause in ("dead", "trouble", "stop")]


def _is_filled(bench: Bench, shop_id: str) -> bool:
    state = bench.page.state_of(shop_id)
    return state is not None and state.stand.hole is not None and state.stand.hole.done_at is not None


def _red(strip: QWidget) -> bool:
    return strip.isVisible() and strip.objectName() == "strip_red"


def _visible_bars(page: AccountsPage) -> list[DeadBar]:
    return [one for one in page.findChildren(DeadBar) if one.isVisibleTo(page)]
