"""Shipping on the orders page: by keyboard and by list, held rows with their reason, nothing sent by itself."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from test_ui_orders import opened, quiet, said
from ui_fakes import FakeActions
from ui_shipping import FakeShipping

from console.app.invented import KUAISHOU, YOUZAN, invent
from console.core.clock import HOUR, parse_shop_time
from console.core.commands_orders import ShipOrder
from console.core.errors import FileTrouble, Refused
from console.core.model import Order, OrderStatus, Platform
from console.core.shipping import Terms
from console.documents.sheets import Export, Field, read
from console.store.order_view import order_rows
from console.store.orders import load_order, save_orders
from console.store.ship_figures import ship_figures
from console.store.terms import note_deadline
from console.ui import texts
from console.ui.context import Desk
from console.ui.tabs.orders import sheet_out
from console.ui.tabs.orders.page import OrdersPage
from console.ui.tabs.orders.ship_card import deadlines
from console.ui.tabs.orders.ship_deadline import DeadlineDialog
from console.ui.tabs.orders.ship_dialog import ShipDialog
from console.ui.tabs.orders.ship_sheet import read_rows


@pytest.fixture
async def page(desk: Desk, actions: FakeActions, qtbot: QtBot, until: Any) -> AsyncIterator[OrdersPage]:
    actions.shipping = FakeShipping()
    await invent(desk.database, desk.now(), 200)
    made = await opened(desk, qtbot, until)
    yield made
    made.hide()
    await made.close_page()


async def shippable(page: OrdersPage, count: int) -> list[Any]:
    """Rows that both platforms let leave."""
    found = await page.desk.database.read(order_rows, list(page.card.model.ids))
    good = [
        row
        for row in found
        if row.status is OrderStatus.TO_SHIP
        and row.platform is Platform.KUAISHOU
        and not row.risk
        and not row.refunding
        and row.after_sale is None
        and not row.parcels
    ]
    assert len(good) >= count
    return good[:count]


async def dialog_of(page: OrdersPage, until: Any) -> ShipDialog:
    await until(lambda: page.ships.dialog is not None and bool(page.ships.dialog.sales or not page.ships.dialog.rows))
    dialog = page.ships.dialog
    assert dialog is not None
    await until(lambda: not dialog.reading)
    return dialog


async def test_a_journey_is_asked_for_also_while_all_shops_are_shown(
    page: OrdersPage, actions: FakeActions, until: Any
) -> None:
    page.desk.scope.choose(None)
    found = await page.desk.database.read(order_rows, list(page.card.model.ids))
    row = next(row for row in found if row.platform is Platform.KUAISHOU and row.trade_no)
    page.open_row(row.id)
    await until(lambda: page.order_drawer.detail is not None and page.order_drawer.detail.row.id == row.id)
    page.ships.follow.click()
    shipping: Any = actions.shipping
    await until(lambda: bool(shipping.followed))
    assert shipping.followed == [(YOUZAN, row.trade_no)]
    await quiet(page, until)


async def test_what_has_arrived_is_not_offered_to_be_shipped(page: OrdersPage, until: Any) -> None:
    found = await page.desk.database.read(order_rows, list(page.card.model.ids))
    waits = next(row for row in found if row.status is OrderStatus.TO_SHIP)
    page.open_row(waits.id)
    await until(lambda: page.order_drawer.detail is not None)
    assert page.ships.of_drawer.isVisible()
    page.open_at({"tab": "done"})
    await quiet(page, until)
    page.open_row(page.card.model.id_at(0))
    await until(lambda: page.order_drawer.detail.row.id == page.card.model.id_at(0))
    assert not page.ships.of_drawer.isVisible()


async def test_the_key_ships_the_current_row_and_only_the_button_sends(
    page: OrdersPage, actions: FakeActions, until: Any, qtbot: QtBot
) -> None:
    (row,) = await shippable(page, 1)
    view = page.card.view
    view.setFocus()
    view.setCurrentIndex(page.card.model.index(page.card.model.ids.index(row.id), 0))
    qtbot.keyClick(view, Qt.Key.Key_S)
    dialog = await dialog_of(page, until)
    assert dialog.written.toPlainText() == f"{row.order_no},"
    assert dialog.written.textCursor().atBlockEnd(), "one types on behind the number"
    assert not dialog.accept_button.isEnabled()
    dialog.written.setPlainText(f"{row.order_no},中通,73000000000001")
    await until(dialog.accept_button.isEnabled)
    dialog.written.appendPlainText("")
    assert not dialog.accept_button.isEnabled(), "what is shown is the text before"
    await until(dialog.accept_button.isEnabled)
    assert actions.submitted == []
    assert (row.shop_id, row.order_no) in actions.shipping.asked  # type: ignore[attr-defined] # the fake's
    qtbot.keyClick(dialog.written, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: bool(actions.submitted))
    await quiet(page, until)
    first = actions.submitted[0]
    assert isinstance(first, ShipOrder)
    assert (first.order_no, first.numbers) == (row.order_no, ("73000000000001",))
    assert {one.key.platform for one in actions.submitted} == (
        {Platform.KUAISHOU} | ({Platform.YOUZAN} if row.trade_no else set())
    )
    assert page.ships.left == ""


async def test_a_list_ships_what_may_leave_and_keeps_the_rest_row_by_row(
    page: OrdersPage, actions: FakeActions, until: Any
) -> None:
    good = await shippable(page, 3)
    text = "\n".join(f"{row.order_no},中通,7300000000000{at}" for at, row in enumerate(good))
    page.ships.open(f"{text}\n424242,中通,73000000000009\n什么也不是")
    dialog = await dialog_of(page, until)
    await until(lambda: len(dialog.held()) == 2)
    assert [line.obstacle.code for line in dialog.held() if line.obstacle] == ["ship.unknown_order", "ship.row"]
    dialog.copy_held.click()
    assert QGuiApplication.clipboard().text() == "424242,中通,73000000000009\n什么也不是"
    actions.refusal = Refused("ship.hold_asked", platform=Platform.KUAISHOU, detail="不想要了")
    dialog.accept()
    await until(lambda: not page.ships.banner.isHidden())
    kept = page.ships.left.splitlines()
    assert kept[:2] == ["424242,中通,73000000000009", "什么也不是"]
    assert kept[2] == f"{good[0].order_no},中通快递,73000000000000"
    assert len(actions.submitted) >= 2, "what is refused keeps nothing else"
    page.ships.banner.acted.emit("left")
    again = await dialog_of(page, until)
    assert again.written.toPlainText().splitlines() == kept
    again.reject()
    await until(lambda: page.ships.dialog is None)


async def test_a_full_disk_loses_no_row_that_was_confirmed(
    page: OrdersPage, actions: FakeActions, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = await shippable(page, 3)
    text = "\n".join(f"{row.order_no},中通,7300000000000{at}" for at, row in enumerate(good))
    page.ships.open(text)
    dialog = await dialog_of(page, until)
    await until(dialog.accept_button.isEnabled)
    asked: list[str] = []

    async def submit(command: ShipOrder) -> int:
        if command.order_no in (good[1].order_no, good[1].trade_no):
            raise FileTrouble("disk.full", "console.db")
        asked.append(command.order_no)
        return len(asked)

    monkeypatch.setattr(actions, "submit", submit)
    dialog.accept()
    await until(lambda: not page.ships.banner.isHidden())
    assert set(asked) <= {good[0].order_no, good[0].trade_no}, "a full disk is not asked again and again"
    kept = [f"{row.order_no},中通快递,7300000000000{at}" for at, row in enumerate(good)]
    assert page.ships.left.splitlines() == kept[1:]
    assert page.ships.why


@pytest.mark.parametrize("form", ["xlsx", "csv"])
async def test_an_exported_list_is_filled_in_read_in_and_what_is_held_comes_back_with_its_reason(
    page: OrdersPage, actions: FakeActions, until: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    good = await shippable(page, 3)
    fields = sheet_out.fields()
    titles = [field.title for field in fields]
    filled = []
    for at, row in enumerate(good):
        cells = list(sheet_out.cells(row))
        cells[titles.index("快递")] = "中通快递" if at < 2 else "没有这家快递"
        cells[titles.index("运单号")] = f"7300000000000{at}"
        filled.append(cells)
    path, kept = tmp_path / f"list.{form}", tmp_path / f"held.{form}"
    with Export(path, fields) as sheet:
        sheet.add([*filled, list(sheet_out.cells(good[0]))])  # the last has no number: it is not to be shipped

    async def this() -> Path:
        return path

    async def there(name: str) -> Path:
        assert name.startswith("未发货明细-")
        return kept

    monkeypatch.setattr(page.ships, "where", this)
    monkeypatch.setattr(page.ships, "where_to", there)
    page.ships.open("")
    await until(lambda: page.ships.dialog is not None and page.ships.dialog.isVisible())
    dialog = page.ships.dialog
    assert dialog is not None
    dialog.sheet_asked.emit()
    await until(lambda: len(dialog.lines) == 3 and bool(dialog.sales) and not dialog.reading)
    assert {command.order_no for command in dialog.commands() if command.key.platform is Platform.KUAISHOU} == {
        row.order_no for row in good[:2]
    }
    dialog.save_held.click()
    await until(kept.exists)
    (back,) = read(kept, ["订单号", "快递公司", "运单号", "未发原因"])
    assert (back.cells["订单号"], back.cells["运单号"]) == (good[2].order_no, "73000000000002")
    assert "快递" in back.cells["未发原因"]
    assert read_rows(kept) == [f"{good[2].order_no},73000000000002"]
    dialog.reject()
    await until(lambda: page.ships.dialog is None)
    assert actions.submitted == []


async def test_what_a_platform_says_right_now_counts_and_cancelling_sends_nothing(
    page: OrdersPage, actions: FakeActions, until: Any
) -> None:
    (row,) = await shippable(page, 1)
    order = await page.desk.database.read(load_order, row.id)
    assert order is not None
    risky = replace(order, risk=True)
    actions.shipping.fresh[row.shop_id, row.order_no] = risky  # type: ignore[attr-defined] # the fake's
    page.ships.open(f"{row.order_no},中通,73000000000001")
    dialog = await dialog_of(page, until)
    await until(lambda: bool(dialog.held()))
    assert dialog.held()[0].obstacle is not None
    assert dialog.held()[0].obstacle.code == "ship.risk"
    dialog.reject()
    await until(lambda: page.ships.dialog is None)
    await quiet(page, until)
    assert actions.submitted == []


async def test_the_dialog_fits_a_small_window_with_every_field_it_may_ask_for(page: OrdersPage, until: Any) -> None:
    page.resize(1024, 700)
    page.ships.open("")
    dialog = await dialog_of(page, until)
    for field in (dialog.reason, dialog.mobile, dialog.typed):
        field.show()
    dialog.adjustSize()
    assert dialog.minimumSizeHint().height() <= dialog.height() <= page.window().height()
    dialog.reject()
    await quiet(page, until)


async def test_more_than_fifty_want_their_number_typed(
    page: OrdersPage, actions: FakeActions, until: Any, qtbot: QtBot
) -> None:
    rows = await shippable(page, 51)
    page.ships.open("\n".join(f"{row.order_no},中通,73000000000{at:03}" for at, row in enumerate(rows)))
    dialog = await dialog_of(page, until)
    await until(lambda: sum(line.leaves for line in dialog.lines) == 51 and not dialog.reading)
    assert dialog.typed.isVisible()
    assert not dialog.accept_button.isEnabled()
    qtbot.keyClicks(dialog.typed, "50")
    assert not dialog.accept_button.isEnabled()
    dialog.typed.clear()
    planned = dialog.lines
    qtbot.keyClicks(dialog.typed, "51")
    assert dialog.lines is planned, "nothing is planned anew for a digit: with thousands of rows that takes a while"
    assert dialog.accept_button.isEnabled()
    asked = actions.shipping.asked  # type: ignore[attr-defined] # the fake's
    assert len(asked) == len(set(asked)) == 51, (
        "of many Kuaishou's alone are asked for before; each one when it is sent"
    )
    assert {shop_id.partition(":")[0] for shop_id, _ in asked} == {"kuaishou"}
    dialog.accept()
    await until(
        lambda: len({one.key.object_id for one in actions.submitted if one.key.platform is Platform.KUAISHOU}) == 51
    )
    await quiet(page, until)


async def test_the_strip_leads_to_what_is_late_tonight_and_the_drawer_names_every_deadline(
    page: OrdersPage, until: Any
) -> None:
    strip, now = page.ships.strip, page.desk.now()
    late = [
        Order(
            order_no=f"88000000000{at}",
            status=OrderStatus.TO_SHIP,
            created_at=now - 50 * HOUR,
            paid_at=now - 50 * HOUR,
            ship_by_at=now - HOUR,
            updated_at=now,
            amount_fen=100,
        )
        for at in range(2)
    ]
    await page.desk.database.write(save_orders, KUAISHOU, late, now)
    ahead = replace(
        late[0],
        order_no="880000000009",
        paid_at=now - 70 * HOUR,
        ship_by_at=now - HOUR,
        shipped_at=now - 2 * HOUR,
        status=OrderStatus.SHIPPED,
        terms=Terms(presale=True),
    )
    await page.desk.database.write(save_orders, KUAISHOU, [ahead], now)
    page.ships.look()
    await until(lambda: strip.isVisible() and strip.late.isVisible() and "预售" in strip.rate.toolTip())
    assert "预售按各自时限：准时 1 单，超时 0 单" in strip.rate.toolTip(), "70 hours, and in time by its own clock"
    figures = await page.desk.database.read(ship_figures, page.desk.now(), None)
    assert texts.count(figures.tonight.due) in strip.tonight.text()
    for part in (strip.rate, strip.mean, strip.tonight, strip.late, strip.complaints):
        source = part.toolTip().splitlines()[-1]
        assert "两个平台" in source
        assert "截至" in source or "尚未同步" in source, "how old it is"
    assert "32" in strip.mean.toolTip()
    assert "1.8%" in strip.complaints.toolTip()
    assert len(figures.tonight.late) >= len(late), "whatever the pace of the hour is"
    strip.late.click()
    await quiet(page, until)
    assert sorted(page.card.model.ids) == sorted(figures.tonight.late)
    row_id = page.card.model.ids[0]
    (row,) = await page.desk.database.read(order_rows, [row_id])
    later = page.desk.now() + 72 * HOUR
    await page.desk.database.write(
        note_deadline, row.shop_id, row.order_no, "noted_extension", later, "买家同意", page.desk.now()
    )
    page.open_row(row_id)
    await until(lambda: page.order_drawer.detail is not None and page.order_drawer.detail.row.id == row_id)
    named = deadlines(page.order_drawer.detail)  # type: ignore[arg-type] # it is there
    assert [one.source for one in named] == ["platform", "noted_extension"]
    words = said(page.order_drawer)
    assert texts.moment(row.ship_by_at, page.desk.now()) in words
    assert texts.moment(later, page.desk.now()) in words


async def test_a_deadline_is_written_down_by_the_dialog_and_nonsense_is_not(
    page: OrdersPage, actions: FakeActions, until: Any
) -> None:
    kept: list[tuple[Any, ...]] = []

    async def note(*args: Any) -> None:
        kept.append(args)

    actions.shipping.note_deadline = note  # type: ignore[method-assign]
    (row,) = await shippable(page, 1)
    page.open_row(row.id)
    await until(lambda: page.order_drawer.detail is not None)
    await quiet(page, until)
    page.ships.note.click()
    await until(lambda: bool(page.findChildren(DeadlineDialog)))
    (dialog,) = page.findChildren(DeadlineDialog)
    dialog.when.setText("明天")
    assert not dialog.accept_button.isEnabled()
    dialog.when.setText("2026-11-30　18：00")
    dialog.reason.setText("客服同意")
    dialog.accept_button.click()
    await until(lambda: bool(kept))
    due = parse_shop_time("2026-11-30 18:00:00")
    assert kept == [(row.shop_id, row.order_no, "noted_extension", due, "客服同意")]
    await quiet(page, until)


@pytest.mark.parametrize(
    "titles",
    [("订单编号", "物流公司", "物流单号"), ("快手订单号", "快递公司", "快递单号"), ("原始单号", "承运商", "面单号")],
)
def test_a_warehouses_sheet_is_read_by_its_own_titles(look: Any, tmp_path: Path, titles: tuple[str, str, str]) -> None:
    path = tmp_path / "仓库.xlsx"
    with Export(path, [Field(title=title) for title in ("序号", *titles, "备注")]) as sheet:
        sheet.add([("1", "2632", "中通快递", "73000000000001", "")])
    assert read_rows(path) == ["2632,中通快递,73000000000001"]
