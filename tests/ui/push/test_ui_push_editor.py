"""Editing one line of goods over a real file: typed, previewed, sent; what is kept of floors, buffers and costs."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from ui_fakes import FakeChanges
from ui_outbox import KUAISHOU, FileActions
from ui_push import OURS, THEIRS, editor, free, noted, preview, quiet, row_of, said

from console.core.changes import changed
from console.core.commands import EditItem, ReplaceSkus, SetPrice, SetShelf, SetStock
from console.store import costs, push_rules
from console.store.outbox_view import group
from console.ui.context import Desk
from console.ui.tabs.products.page import ProductsPage


async def test_everything_is_typed_previewed_and_sent(
    page: ProductsPage, actions: FileActions, desk: Desk, until: Any
) -> None:
    await free(desk, "title", "stock")
    edit = await editor(page, until, 2)
    assert page.item_drawer.preview.toolTip() == "还没有改动"
    edit.field(OURS, "price", "10020").setText("61.5")
    edit.field(OURS, "stock", "10021").setText("9")
    edit.field(THEIRS, "title").setText("新标题")
    edit.shelves[OURS].click()
    assert page.item_drawer.preview.isEnabled()
    sent: list[list[int]] = []
    page.sent.connect(sent.append)
    found = await preview(page, until)
    assert [(line.field, line.now, line.after) for line in found.plan.lines] == [
        ("title", "保温杯 002", "新标题"),
        ("price", 5990, 6150),
        ("stock", 4, 9),
        ("shelf", True, False),
    ]
    assert "12" in said(found), "calls: each read, written, read back"
    QTest.keyClick(found, Qt.Key.Key_Return)
    await until(lambda: sent)
    kinds = {type(command) for command in actions.submitted}
    assert kinds == {SetPrice, SetStock, EditItem, SetShelf}
    stock = next(one for one in actions.submitted if isinstance(one, SetStock))
    assert (stock.target, stock.seen) == (9, 4)
    assert stock.seen_at is not None
    rows = await desk.database.read(group, "waiting")
    assert sent == [[row.id for row in rows]]
    await until(lambda: page.item_drawer.editor is not None and not page.item_drawer.editor.draft)


async def test_nothing_is_sent_on_cancel(page: ProductsPage, actions: FileActions, until: Any) -> None:
    edit = await editor(page, until)
    edit.field(OURS, "price", "10010").setText("60")
    found = await preview(page, until)
    QTest.keyClick(found, Qt.Key.Key_Escape)
    await until(lambda: page.pushes.pusher.dialog is None)
    assert actions.submitted == []
    assert edit.draft, "what was typed is still there"


@pytest.mark.parametrize(
    ("field", "typed", "fault"),
    [
        ("price", "59.999", "两位小数"),
        ("price", "0", "大于 0"),
        ("price", "", "两位小数"),
        ("stock", "-1", "正整数"),
        ("stock", "1.5", "正整数"),
    ],
)
async def test_a_bad_figure_is_said_and_stops(
    page: ProductsPage, until: Any, field: Any, typed: str, fault: str
) -> None:
    edit = await editor(page, until)
    edit.field(THEIRS, field, "20010").setText(typed)
    assert fault in edit.fault.text()
    assert not page.item_drawer.preview.isEnabled()
    assert fault in page.item_drawer.preview.toolTip()


async def test_the_led_side_follows(page: ProductsPage, until: Any) -> None:
    edit = await editor(page, until)
    assert edit.field(OURS, "stock", "10010").isReadOnly()
    assert "由有赞主导" in edit.field(OURS, "stock", "10010").toolTip()
    assert not edit.field(THEIRS, "stock", "20010").isReadOnly()
    assert not edit.field(OURS, "price", "10010").isReadOnly()
    edit.take_stocks()
    assert edit.field(OURS, "stock", "10010").text() == "11", "it may be brought in step"
    assert [(wish.sku_id, wish.to) for wish in edit.wishes()] == [("10010", 11), ("10011", 5)]


async def test_what_is_typed_outlives_a_sync(page: ProductsPage, changes: FakeChanges, desk: Desk, until: Any) -> None:
    edit = await editor(page, until)
    edit.field(OURS, "price", "10010").setText("61")

    def sold(conn: Any) -> None:
        conn.exec_driver_sql("UPDATE skus SET stock = 8 WHERE sku_id = '10010'")
        conn.exec_driver_sql("UPDATE items SET stock = 12 WHERE item_id = '1001'")

    await desk.database.write(sold)
    changes.announce(changed("items"))
    await until(lambda: page.item_drawer.editor is not edit, seconds=8)
    again = page.item_drawer.editor
    assert again is not None
    assert again.field(OURS, "price", "10010").text() == "61"
    assert again.field(OURS, "stock", "10010").text() == "8"


async def test_a_lost_variant_is_typed_and_both_decisions_are_kept(
    page: ProductsPage, actions: FileActions, desk: Desk, until: Any
) -> None:
    edit = await editor(page, until)
    assert list(edit.removals) == ["20012"], "only what Youzan alone has"
    edit.removals["20012"].click()
    found = await preview(page, until)
    assert not found.accept_button.isEnabled()
    assert QApplication.focusWidget() in (found.typed, None) or found.typed.isVisible()
    found.reject()
    await until(lambda: page.pushes.pusher.dialog is None)
    assert actions.submitted == []
    assert len(await noted(desk, "intent.decline")) == 1
    found = await preview(page, until)
    found.typed.setText("C001")
    assert not found.accept_button.isEnabled()
    found.typed.setText("C001-2")
    found.accept_button.click()
    await until(lambda: actions.submitted)
    (command,) = actions.submitted
    assert isinstance(command, ReplaceSkus)
    assert command.confirmed
    assert [loss.sku_id for loss in command.loses] == ["20012"]
    assert len(await noted(desk, "intent.add")) == 1


async def test_floor_and_buffer_are_saved_when_typed(
    page: ProductsPage, actions: FileActions, desk: Desk, until: Any
) -> None:
    await editor(page, until, 3)
    for name, words in (("floor_kuaishou", "52"), ("buffer", "3"), ("live", "49.90"), ("coupon", "2")):
        holder = page.item_drawer.findChild(QWidget, name)
        assert holder is not None
        line = holder.findChild(QLineEdit)
        assert line is not None
        line.setText(words)
        line.editingFinished.emit()
        await until(lambda name=name: any(name.split("_")[0] in str(one[:2]) for one in actions.goods.asked))
        await quiet(page, until)
    assert actions.goods.asked == [
        ("put_item_floor", KUAISHOU, "1003", 5200),
        ("put_buffer", KUAISHOU, "1003", 3),
        ("put", "live", KUAISHOU, "1003", 4990),
        ("put", "coupon", KUAISHOU, "1003", 200),
    ]
    assert page.item_drawer.editor is not None
    side = page.item_drawer.editor.goods.kuaishou
    assert side is not None
    assert (side.floor_fen, side.live_fen, side.coupon_fen) == (5200, 4990, 200)
    row = page.card.model.row(0)
    assert row is not None
    await until(lambda: page.pushes.standing.buffer(row) == "3")
    assert page.pushes.standing.buffer_tone(row) == "text"


async def test_cost_and_margin_say_where_they_are_from(page: ProductsPage, desk: Desk, until: Any) -> None:
    await editor(page, until, 3)
    assert "成本未知" in said(page.item_drawer)
    await desk.database.write(costs.put_cost, KUAISHOU, "1003", 900, desk.now())
    await page.show_detail(row_of(page, 3))
    await quiet(page, until)
    shown = said(page.item_drawer)
    assert "成本来自导入表格" in shown
    assert "未扣除：平台服务费、邮费和包装" in shown
    await desk.database.write(push_rules.put_rule, "fee_bp", 500, desk.now())
    await desk.database.write(push_rules.put_rule, "other_fen", 100, desk.now())
    await page.show_detail(row_of(page, 3))
    await quiet(page, until)
    goods = page.item_drawer.editor.goods if page.item_drawer.editor is not None else None
    assert goods is not None
    here = goods.variants[0].kuaishou
    assert here is not None
    assert here.price_fen is not None
    left = here.price_fen - 900 - -(-here.price_fen * 5 // 100) - 100
    shown = said(page.item_drawer)
    assert "未扣除" not in shown
    assert f"¥{left / 100:,.2f}" in shown
