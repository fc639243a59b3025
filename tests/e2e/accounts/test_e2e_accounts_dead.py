"""Living through a sign-in that died in the night, in a real window against both platforms behind sockets."""

import asyncio
from typing import Any

import pytest
from accounts_bench import Bench, said
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.core.clock import DAY, HOUR, MINUTE
from console.core.commands import SetShelf
from console.core.permissions import Outcome
from console.store.holes import hole
from console.store.outbox_view import intent
from console.ui.tabs.accounts.group import DeadBar
from console.ui.tabs.accounts.page import AccountsPage

pytestmark = pytest.mark.timeout(500)


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
