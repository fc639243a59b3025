"""The bell in a real window: what is so, what was read, where a click leads, and that each thing is told once."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from ui_fakes import FakeActions, FakeChanges

from console.app.invented import KUAISHOU, YOUZAN, invent
from console.core.changes import changed
from console.core.clock import DAY, HOUR, MINUTE
from console.rules.price_watch import PriceTrouble
from console.store import health, price_alerts
from console.store.views import SignIn
from console.ui.bell import BellPopover
from console.ui.bridge import PACE_MS
from console.ui.context import Desk
from console.ui.shell import Shell
from console.ui.tabs.products.page import ProductsPage
from console.ui.watch import Watch

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # by a popup, of a screen that is none


def ends(at: int | None) -> SignIn:
    return SignIn(app_key="ks1", base_url="https://kuaishou.example", ends_at=at)


@pytest.fixture
async def shell(desk: Desk, actions: FakeActions, until: Any) -> AsyncIterator[Shell]:
    await invent(desk.database, desk.now(), 10)
    await desk.database.write(_nothing_to_ship)
    actions.known = {KUAISHOU: ends(desk.now() + 30 * DAY), YOUZAN: ends(None)}
    made = Shell(desk.preferences)
    made.resize(1240, 800)
    made.show()
    made.furnish(desk)
    await until(lambda: made.is_settled)
    yield made
    made.hide()
    await made.close_pages()
    made.may_close = True
    made.close()
    made.deleteLater()


def _nothing_to_ship(conn: Any) -> None:
    conn.exec_driver_sql("UPDATE orders SET status = 'success', ship_by_at = NULL")


def watch(shell: Shell) -> Watch:
    assert shell.watch is not None
    return shell.watch


async def told(shell: Shell, changes: FakeChanges, until: Any) -> str:
    """What the toast says after something changed; empty while it is hidden."""
    changes.announce(changed("health"))
    await asyncio.sleep(2 * PACE_MS / 1000)  # the bridge may hold it back for that long
    await until(lambda: watch(shell).is_settled and shell.is_settled)
    return shell.toast.accessibleName() if shell.toast.isVisible() else ""


async def dies(shell: Shell, desk: Desk) -> None:
    await desk.database.write(
        health.note_trouble, KUAISHOU, "orders", "sign_in_needed", "kuaishou.24", "", desk.now() - MINUTE
    )


def popover(shell: Shell) -> BellPopover:
    QTest.mouseClick(shell.topbar.bell, Qt.MouseButton.LeftButton)
    (found,) = _popovers()
    return found


def _popovers() -> list[BellPopover]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, BellPopover) and one.isVisible()]


def said(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


async def test_nothing_to_tell(shell: Shell) -> None:
    assert shell.topbar.bell.accessibleName() == "提醒"
    found = popover(shell)
    assert "没有需要处理的事" in said(found)
    found.close()


@pytest.mark.parametrize(("days", "level"), [(6.5, 2), (2.5, 2), (0.9, 1)])
async def test_an_end_is_told_once_and_stays_in_the_bell(
    shell: Shell, actions: FakeActions, changes: FakeChanges, desk: Desk, until: Any, days: float, level: int
) -> None:
    actions.known[KUAISHOU] = ends(desk.now() + round(days * DAY))
    assert "停止同步" in await told(shell, changes, until)
    assert shell.topbar.bell.accessibleName() == "提醒，1 条未读"
    shell.toast.hide()
    assert await told(shell, changes, until) == ""
    (alert,) = watch(shell).alerts
    assert alert.level == level
    strip = shell.strip.isVisible() and "停止同步" in said(shell.strip)
    assert strip == (days <= 3), "a strip stands on every page for the last three days"
    if strip:
        shell.show_tab("accounts")
        await until(lambda: shell.is_settled)
        assert not shell.strip.isVisible(), "that page says it itself"


async def test_a_death_is_critical_until_it_is_over(
    shell: Shell, actions: FakeActions, changes: FakeChanges, desk: Desk, until: Any
) -> None:
    await dies(shell, desk)
    assert "快手「示例家居旗舰店」授权已失效" in await told(shell, changes, until)
    assert [alert.level for alert in watch(shell).alerts] == [0]
    assert shell.strip.objectName() == "strip_red"
    await desk.database.write(health.note_success, KUAISHOU, "orders", desk.now())
    assert await told(shell, changes, until) == "", "taken back: it is not so any more"
    assert watch(shell).alerts == ()
    assert shell.topbar.bell.accessibleName() == "提醒"


async def test_in_quiet_hours_only_what_is_critical_is_told(
    shell: Shell, actions: FakeActions, changes: FakeChanges, desk: Desk, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("console.ui.watch.is_quiet", lambda quiet, _at: quiet == "22-8")
    beeps: list[int] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(1))
    shell.preferences.quiet = "22-8"
    actions.known[KUAISHOU] = ends(desk.now() + 2 * DAY)
    assert await told(shell, changes, until) == ""
    assert shell.topbar.bell.accessibleName() == "提醒，1 条未读", "it waits in the bell"
    await dies(shell, desk)
    assert "授权已失效" in await told(shell, changes, until)
    assert not beeps


async def test_a_death_makes_a_sound_by_day(
    shell: Shell, changes: FakeChanges, desk: Desk, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    beeps: list[int] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(1))
    await dies(shell, desk)
    await told(shell, changes, until)
    assert beeps


async def test_a_row_opens_what_it_is_about_and_is_read_then(
    shell: Shell, changes: FakeChanges, desk: Desk, until: Any
) -> None:
    await dies(shell, desk)
    await told(shell, changes, until)
    found = popover(shell)
    (row,) = found.rows
    assert row.accessibleName().startswith("P0 快手「示例家居旗舰店」授权已失效")
    QTest.keyClick(row, Qt.Key.Key_Space)
    await until(lambda: shell.current_key == "accounts" and shell.is_settled)
    assert not _popovers()
    assert watch(shell).unread() == []
    assert [alert.cause for alert in watch(shell).alerts] == ["dead"], "read, but still so"


async def test_all_are_read_and_a_new_cause_is_not(
    shell: Shell, changes: FakeChanges, actions: FakeActions, desk: Desk, until: Any
) -> None:
    await dies(shell, desk)
    await told(shell, changes, until)
    found = popover(shell)
    found.read_all.emit()
    found.close()
    assert shell.topbar.bell.accessibleName() == "提醒"
    await desk.database.write(
        health.note_trouble, YOUZAN, "orders", "busy", "youzan.4101", "", desk.now() - 20 * MINUTE
    )
    await told(shell, changes, until)
    assert [alert.shop_id for alert in watch(shell).unread()] == [YOUZAN]
    assert [alert.cause for alert in watch(shell).alerts] == ["dead", "trouble"]


async def test_late_orders_are_one_line(shell: Shell, changes: FakeChanges, desk: Desk, until: Any) -> None:
    def late(conn: Any, at: int) -> None:
        conn.exec_driver_sql("UPDATE orders SET status = 'to_ship', ship_by_at = ? WHERE mapping IS NOT NULL", (at,))

    await desk.database.write(late, desk.now() - HOUR)
    await told(shell, changes, until)
    (alert,) = watch(shell).alerts
    assert (alert.cause, alert.level) == ("late", 0)
    found = popover(shell)
    found.rows[0].click()
    await until(lambda: shell.current_key == "orders" and shell.is_settled)
    assert not _popovers()


def _cheap(conn: Any, item_id: str, now: int) -> None:
    trouble = PriceTrouble(
        shop_id=KUAISHOU,
        item_id=item_id,
        kind="gap",
        spec="白",
        pays_fen=4990,
        other_fen=5990,
        gap_bp=-1669,
        margin_fen=1240,
    )
    price_alerts.keep(conn, [trouble], now)


async def test_a_price_is_told_with_its_margin_and_leads_to_the_goods(
    shell: Shell, changes: FakeChanges, desk: Desk, until: Any
) -> None:
    asked = "SELECT item_id FROM items WHERE shop_id = ? AND NOT gone LIMIT 1"
    item_id = await desk.database.read(lambda conn: conn.exec_driver_sql(asked, (KUAISHOU,)).scalar_one())
    await desk.database.write(_cheap, item_id, desk.now())
    words = await told(shell, changes, until)
    assert "快手 ¥49.90，有赞 ¥59.90，相差 −16.7%" in words
    assert "毛利 ¥12.40" in words
    shell.toast.hide()
    assert await told(shell, changes, until) == "", "once"
    (alert,) = watch(shell).alerts
    watch(shell)._go(alert)
    assert shell.current_key == "products"
    await until(lambda: shell.is_settled)
    page = shell.page
    assert isinstance(page, ProductsPage)
    await until(lambda: page.item_drawer.detail is not None and page.is_settled)
    assert page.item_drawer.detail is not None
    assert page.item_drawer.detail.row.kuaishou_item_id == item_id
