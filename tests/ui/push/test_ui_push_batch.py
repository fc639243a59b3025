"""Pushing many goods at once, how each row's push stands, and where nothing can be written."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui_fakes import FakeChanges
from ui_outbox import KUAISHOU, YOUZAN, FileActions, fill
from ui_push import OURS, THEIRS, dialog, editor, quiet, words

from console.core.changes import changed
from console.core.commands import SetPrice
from console.core.errors import Refused
from console.core.permissions import Switch
from console.store import health, outbox_work, push_rules
from console.store.outbox_view import group, intent
from console.store.pairing import pair_items
from console.store.permissions import put_read_only, put_switch
from console.ui.context import Desk
from console.ui.tabs.products.drawer import EDIT, HISTORY
from console.ui.tabs.products.page import ProductsPage


async def test_stock_comes_in_step_less_the_buffer_and_the_failed_go_alone(
    page: ProductsPage, actions: FileActions, desk: Desk, changes: FakeChanges, until: Any
) -> None:
    await desk.database.write(push_rules.put_rule, "buffer", 3, desk.now())
    await desk.database.write(push_rules.put_buffer, KUAISHOU, "1002", 6, desk.now())
    await desk.database.write(push_rules.put_rule, "cap", 7, desk.now())
    page.card.model.check_all()
    page.pushes.stock.click()
    found = await dialog(page, until)
    after = {(line.title[-3:], line.spec): line.after for line in found.plan.of("sent")}
    assert after == {
        ("001", "规格0"): 7,
        ("001", "规格1"): 2,
        ("002", "规格0"): 5,
        ("002", "规格1"): 0,
        ("003", "规格0"): 7,
        ("003", "规格1"): 2,
    }
    actions.refusal, actions.refuse_from = Refused("outbox.moved"), 2
    found.accept_button.click()
    await until(lambda: len(actions.submitted) == 5)
    await until(lambda: "最近一次推送：已完成 0 / 6" in words(page))
    assert "5 处待发送 · 1 处失败" in words(page)
    one = (await desk.database.read(group, "waiting"))[0].id
    await desk.database.write(outbox_work.needs_you, one, Refused("kuaishou.9"), desk.now())
    changes.announce(changed("outbox"))
    await until(lambda: "2 处失败" in words(page))
    page.pushes.progress.acted.emit("again")
    await until(lambda: len(actions.submitted) == 6)
    await until(lambda: "6 处待发送" in words(page))
    row = await desk.database.read(intent, one)
    assert row is not None
    assert row.state == "queued"


async def test_prices_either_way(page: ProductsPage, desk: Desk, until: Any) -> None:
    def dearer(conn: Any) -> None:
        conn.exec_driver_sql("UPDATE skus SET price_fen = 6590 WHERE shop_id = ?", (YOUZAN,))

    await desk.database.write(dearer)
    page.card.model.check_all()
    for part, side, to in ((page.pushes.price, OURS, 6590), (page.pushes.youzan_price, THEIRS, 5990)):
        part.click()
        found = await dialog(page, until)
        assert {(line.side, line.after) for line in found.plan.of("sent")} == {(side, to)}
        assert len(found.plan.of("sent")) == 6
        assert [line.codes for line in found.plan.of("skipped")] == ([] if side is OURS else [("push.no_variant",)])
        found.reject()
        await until(lambda: page.pushes.pusher.dialog is None)
        await quiet(page, until)


async def test_more_than_fifty_are_typed(desk: Desk, page: ProductsPage, until: Any) -> None:
    await desk.database.write(fill, desk.now(), 30)
    assert desk.scope.pair is not None
    await desk.database.write(pair_items, desk.scope.pair)
    page.ask()
    await until(lambda: page.card.model.rowCount() == 30)
    await quiet(page, until)
    page.card.model.check_all()
    page.pushes.stock.click()
    found = await dialog(page, until)
    assert found.phrase == "60"
    assert not found.accept_button.isEnabled()
    found.typed.setText("60")
    assert found.accept_button.isEnabled()
    found.reject()
    await until(lambda: page.pushes.pusher.dialog is None)


async def test_a_row_shows_how_its_push_stands(
    page: ProductsPage, actions: FileActions, desk: Desk, changes: FakeChanges, until: Any
) -> None:
    row = page.card.model.row(page.card.model.rowCount() - 1)
    assert row is not None

    def chip() -> str:
        look = page.pushes.standing.chip(row)
        return "" if look is None else look.word

    one = await actions.submit(SetPrice(shop_id=KUAISHOU, item_id="1001", sku_id="10010", price_fen=6000))
    await until(lambda: chip() == "待发送")
    two = await actions.submit(SetPrice(shop_id=YOUZAN, item_id="2001", sku_id="20010", price_fen=6000))
    await desk.database.write(outbox_work.needs_you, two, Refused("youzan.9"), desk.now())
    changes.announce(changed("outbox"))
    await until(lambda: chip() == "需要你")
    await actions.drop(two)
    await desk.database.write(outbox_work.done, one, None, desk.now())
    changes.announce(changed("outbox"))
    await until(lambda: chip() == "已推送")
    page.item_drawer.tabs.choose(HISTORY)
    page.open_row(row.id)
    await until(lambda: len(page.item_drawer.rows) == 2)


@pytest.mark.parametrize("why", ["read_only", "switch", "offline"])
async def test_what_cannot_be_written_is_grey_and_says_why(
    page: ProductsPage, actions: FileActions, desk: Desk, changes: FakeChanges, until: Any, why: str
) -> None:
    reason = {"read_only": "只读模式", "switch": "“商品同步”没有打开", "offline": "暂时不能推送"}[why]

    def bar(conn: Any, now: int) -> None:
        if why == "read_only":
            put_read_only(conn, KUAISHOU, True, now)
        elif why == "switch":
            put_switch(conn, KUAISHOU, Switch.PRODUCTS, False, now)
        else:
            health.note_trouble(conn, KUAISHOU, "items", "offline", "net.offline", "", now)

    await desk.database.write(bar, desk.now())
    changes.announce(changed("settings", "health"))
    await until(lambda: not page.pushes.stock.isEnabled())
    assert reason in page.pushes.stock.toolTip()
    assert page.pushes.youzan_price.isEnabled(), "the other shop goes on"
    edit = await editor(page, until)
    field = edit.field(OURS, "price", "10010")
    assert field.isReadOnly()
    assert reason in field.toolTip()
    page.drawer.shut()
    page.card.model.check_all()
    await page.pushes.pusher.align([], "stock")
    assert actions.submitted == []


async def test_by_keys_alone(page: ProductsPage, actions: FileActions, until: Any) -> None:
    view = page.card.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_F)
    await until(lambda: page.drawer.isVisible() and page.item_drawer.editor is not None)
    await quiet(page, until)
    assert page.item_drawer.tabs.key() == EDIT
    edit = page.item_drawer.editor
    assert edit is not None
    field = edit.field(OURS, "price", edit.goods.variants[0].kuaishou.sku_id)  # type: ignore[union-attr] # both sides have it
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "60.5")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    found = await dialog(page, until)
    QTest.keyClick(found, Qt.Key.Key_Return)
    await until(lambda: actions.submitted)
    await until(lambda: page.pushes.pusher.dialog is None)
    page.activateWindow()  # as a window manager does
    await quiet(page, until)
    page.drawer.shut()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_P)
    found = await dialog(page, until)
    assert {line.field for line in found.plan.lines} == {"stock"}
    QTest.keyClick(found, Qt.Key.Key_Escape)
    await until(lambda: page.pushes.pusher.dialog is None)
