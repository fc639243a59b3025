"""Two shops bound by hand in a real window: what is typed, what the browser does, what is then seen."""

import asyncio
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from console.app.joining import Assembly
from console.core.clock import DAY, MINUTE, SECOND, format_shop_time, shop_datetime
from console.core.model import Platform
from console.core.permissions import Outcome
from console.store.checks import last_self_test
from console.store.health import health
from console.store.secrets import MemoryVault
from console.ui.shell import Shell
from console.ui.tabs.accounts.page import AccountsPage
from console.ui.tabs.accounts.wizard import AGREE, DONE, BindDialog

CALLBACK = "https://shop.example/callback"
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


def _set_aside(conn: Any) -> list[Any]:
    return conn.exec_driver_sql("SELECT * FROM quarantine").all()  # type: ignore[no-any-return]
