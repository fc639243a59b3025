"""Binding two shops in a real window against both platforms behind sockets."""

import asyncio
import json
import urllib.error
import urllib.parse
import urllib.request
from typing import Any

import pytest
from accounts_bench import said
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from console.core.clock import SECOND
from console.core.model import Platform
from console.core.permissions import Outcome
from console.rules.tiers import Tier

pytestmark = pytest.mark.timeout(500)
KUAISHOU_PAGE = "https://open.kwaixiaodian.com"


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
