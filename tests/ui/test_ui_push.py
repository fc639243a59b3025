"""Editing goods and pushing them, in the goods tab over a real file: plan, preview, guard, rules, batches, states."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from ui_fakes import FakeChanges
from ui_outbox import KUAISHOU, YOUZAN, FileActions, fill

from console.core.changes import changed
from console.core.commands import EditItem, ReplaceSkus, SetPrice, SetShelf, SetStock
from console.core.errors import Refused
from console.core.model import Platform
from console.core.operators import Operator, Role
from console.core.permissions import Switch
from console.store import audit, costs, health, outbox_work, push_rules
from console.store.floors import put_floor
from console.store.outbox_view import group, intent
from console.store.pairing import pair_items
from console.store.permissions import put_read_only, put_switch
from console.store.shops import pairs
from console.ui.context import Desk
from console.ui.tabs.products.drawer import EDIT, HISTORY
from console.ui.tabs.products.editor import Editor
from console.ui.tabs.products.page import ProductsPage
from console.ui.tabs.products.preview import PreviewDialog

OURS, THEIRS = Platform.KUAISHOU, Platform.YOUZAN


@pytest.fixture
def actions(changes: FakeChanges) -> FileActions:
    made = FileActions(changes)
    made.goods.write = made.keep
    return made


@pytest.fixture
async def page(desk: Desk, actions: FileActions, changes: FakeChanges, until: Any) -> AsyncIterator[ProductsPage]:
    actions.desk = desk
    await desk.database.write(fill, desk.now())
    desk.scope.pair = (await desk.database.read(pairs))[0]
    made = ProductsPage(desk)
    deaf = changes.subscribe(made.on_changes)
    made.resize(1240, 820)
    made.show()
    made.activateWindow()
    await quiet(made, until)
    yield made
    deaf()
    made.hide()
    await made.close_page()
    made.deleteLater()


async def quiet(page: ProductsPage, until: Any) -> None:
    def still() -> bool:
        page.grab()
        return page.is_settled

    await until(still)


def row_of(page: ProductsPage, number: int) -> int:
    """The row id of goods ``1001`` …: the newest is first, and its number is its update time."""
    return page.card.model.id_at(page.card.model.rowCount() - number)


async def editor(page: ProductsPage, until: Any, number: int = 1) -> Editor:
    page.item_drawer.tabs.choose(EDIT)
    page.open_row(row_of(page, number))
    await until(lambda: page.item_drawer.editor is not None)
    await quiet(page, until)
    assert page.item_drawer.editor is not None
    return page.item_drawer.editor


async def preview(page: ProductsPage, until: Any) -> PreviewDialog:
    page.item_drawer.preview.click()
    return await dialog(page, until)


async def dialog(page: ProductsPage, until: Any) -> PreviewDialog:
    await until(lambda: page.pushes.pusher.dialog is not None and page.pushes.pusher.dialog.isVisible())
    found = page.pushes.pusher.dialog
    assert found is not None
    return found


def words(page: ProductsPage) -> str:
    """What the line about the last push says."""
    return said(page.pushes.progress) if page.pushes.progress.isVisibleTo(page) else ""


def said(widget: QWidget) -> str:
    return " ".join(part.text() for part in widget.findChildren(QLabel) if part.isVisibleTo(widget))


async def noted(desk: Desk, action: str) -> list[audit.AuditRow]:
    """What the log of deeds says of it: the window asks for it, and goes on while it is written."""
    async with asyncio.timeout(20):
        while not (rows := await desk.database.read(audit.rows, action)):  # noqa: ASYNC110 - the file tells nobody
            await asyncio.sleep(0.01)
    return rows


async def free(desk: Desk, *fields: Any) -> None:
    for field in fields:
        await desk.database.write(push_rules.put_lead, field, "free", desk.now())


def as_clerk(desk: Desk) -> None:
    owner = Operator(operator_id="o", name="陈静", role=Role.OWNER)
    clerk = Operator(operator_id="c", name="小李", role=Role.CLERK)
    desk.session.people = (owner, clerk)
    desk.session.current = clerk
    desk.session.changed.emit()


# --- one line of goods -----------------------------------------------------------------------------------------------


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


# --- the guard -------------------------------------------------------------------------------------------------------


async def test_a_price_too_far_off_or_below_the_floor_is_held(
    page: ProductsPage, actions: FileActions, desk: Desk, until: Any
) -> None:
    await desk.database.write(put_floor, KUAISHOU, "1001", 5200, desk.now())
    edit = await editor(page, until)
    edit.field(OURS, "price", "10010").setText("49.90")
    found = await preview(page, until)
    (line,) = found.plan.of("held")
    assert line.codes == ("goods.price_below_floor", "goods.price_gap")
    assert not found.accept_button.isEnabled()
    assert "1 处价格未通过检查" in said(found)
    found.override.click()
    assert not found.accept_button.isEnabled(), "a reason, not a click"
    found.reason.setText("   ")
    assert not found.accept_button.isEnabled()
    found.reason.setText("清仓")
    found.accept_button.click()
    await until(lambda: actions.submitted)
    (command,) = actions.submitted
    assert isinstance(command, SetPrice)
    assert (command.price_fen, command.override) == (4990, "清仓")
    rows = await noted(desk, "intent.add")
    assert "清仓" in rows[-1].detail


async def test_a_clerk_cannot_override(page: ProductsPage, actions: FileActions, desk: Desk, until: Any) -> None:
    edit = await editor(page, until)
    edit.field(OURS, "price", "10010").setText("49.90")
    as_clerk(desk)
    found = await preview(page, until)
    assert not found.override.isEnabled()
    assert "店主" in found.override.toolTip()
    found.reason.setText("我说的")
    assert found.commands() == []
    found.reject()
    await until(lambda: page.pushes.pusher.dialog is None)
    assert actions.submitted == []


async def test_the_gap_is_measured_against_what_the_other_side_will_be(page: ProductsPage, until: Any) -> None:
    edit = await editor(page, until)
    edit.field(OURS, "price", "10010").setText("49.90")
    edit.field(THEIRS, "price", "20010").setText("49.90")
    found = await preview(page, until)
    assert found.plan.of("held") == []
    assert len(found.plan.of("sent")) == 2
    found.reject()
    await until(lambda: page.pushes.pusher.dialog is None)


@pytest.mark.parametrize(("gap_bp", "held"), [(500, True), (1_000, False)])
async def test_the_threshold_is_a_setting(page: ProductsPage, desk: Desk, until: Any, gap_bp: int, held: bool) -> None:
    await desk.database.write(push_rules.put_rule, "gap_bp", gap_bp, desk.now())
    edit = await editor(page, until)
    edit.field(OURS, "price", "10010").setText("54.90")
    found = await preview(page, until)
    assert bool(found.plan.of("held")) == held
    found.reject()
    await until(lambda: page.pushes.pusher.dialog is None)


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


# --- rules and own figures -------------------------------------------------------------------------------------------


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


async def test_the_rules_are_saved_and_guarded(
    page: ProductsPage, actions: FileActions, desk: Desk, until: Any
) -> None:
    page.pushes.rules_button.click()
    rules = page.pushes.rules
    assert rules is not None
    rules.lines["gap_bp"].setText("7.5")
    rules.lines["gap_bp"].editingFinished.emit()
    await until(lambda: rules.said.text() == "已保存")
    rules.lines["buffer"].setText("x")
    rules.lines["buffer"].editingFinished.emit()
    assert "正整数" in rules.said.text()
    rules.lines["buffer"].setText("2")
    rules.lines["buffer"].editingFinished.emit()
    free = QCoreApplication.translate("RulesDialog", "Each side keeps its own; neither follows the other")
    before = said(rules).count(free)
    rules.leads["stock"].chosen.emit("free")
    assert said(rules).count(free) == before + 1, "what nobody leads is not said to follow"
    for name, words in (("fee_bp", "5"), ("other_fen", "4.00")):
        rules.lines[name].setText(words)
        rules.lines[name].editingFinished.emit()
    await until(lambda: len(actions.goods.asked) == 5)
    await quiet(page, until)
    kept = await desk.database.read(push_rules.push_rules)
    assert (kept.gap_bp, kept.buffer, kept.leads["stock"]) == (750, 2, "free")
    assert (kept.fee_bp, kept.other_fen) == (500, 400)
    page.filters.gap.set_key("large")
    assert "超过 7.5%" in page.filters.gap.text()
    as_clerk(desk)
    assert not rules.lines["gap_bp"].isEnabled()
    assert not rules.leads["price"].isEnabled()
    assert rules.lines["buffer"].isEnabled()
    rules.reject()


# --- in bulk ---------------------------------------------------------------------------------------------------------


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


# --- states and bars -------------------------------------------------------------------------------------------------


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
