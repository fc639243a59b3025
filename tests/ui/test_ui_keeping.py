"""暂缓发货: by key, on many at once, for a reason and until a time; a chip, a filter and the drawer show it, and a key
lets go again, for a reason.
"""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from test_ui_orders import opened, quiet
from test_ui_shipping import shippable
from ui_fakes import FakeActions

from console.app.invented import invent
from console.binding.order_shipping import OrderShipping
from console.core.clock import DAY, HOUR, SystemClock, day_start, format_shop_time
from console.core.commands_orders import Sending, ShipOrder
from console.core.operators import Operator, Role
from console.documents.sheets import Export, read
from console.rules.alerts import Alert
from console.store import outbox
from console.store.order_view import order_rows
from console.store.outbox_view import intent
from console.sync.hub import Hub
from console.ui import alert_words
from console.ui.context import Desk
from console.ui.tabs.orders import columns, sheet_out, words
from console.ui.tabs.orders.hold_dialog import HoldDialog, LetGoDialog
from console.ui.tabs.orders.page import OrdersPage

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
async def page(desk: Desk, actions: FakeActions, qtbot: QtBot, until: Any) -> AsyncIterator[OrdersPage]:
    database: Any = desk.database
    desk.session.current = Operator(operator_id="1", name="小王", role=Role.OWNER)
    hand = database.acting(desk.session.by)
    actions.shipping = OrderShipping(database, hand, SystemClock(), Hub(), lambda shop_id: None, lambda: ())
    await invent(desk.database, desk.now(), 200)
    made = await opened(desk, qtbot, until)
    made.open_at({"tab": "to_ship"})
    await quiet(made, until)
    yield made
    made.hide()
    await made.close_page()


async def in_front(page: OrdersPage, until: Any) -> None:
    """Keys go to the table."""
    page.window().activateWindow()
    page.card.view.setFocus()
    await until(page.card.view.hasFocus)


async def asked(page: OrdersPage, until: Any) -> LetGoDialog:
    """The dialog that a key opened."""
    await until(lambda: page.keeping.dialog is not None and page.keeping.dialog.isVisible())
    assert page.keeping.dialog is not None
    return page.keeping.dialog


async def test_keys_keep_the_chosen_back_for_a_reason_until_a_time_and_let_them_go(
    page: OrdersPage, until: Any, qtbot: QtBot
) -> None:
    said: list[tuple[str, str]] = []
    page.said.connect(lambda first, more: said.append((first, more)))
    good = (await shippable(page, 2))[:2]
    ids = [row.id for row in good]
    command = ShipOrder(
        shop_id=good[0].shop_id, order_no=good[0].order_no, parcels=(Sending(waybill_no="SF1", carrier_code="4"),)
    )
    queued = await page.desk.database.write(outbox.add, command, page.desk.now())
    page.card.model.set_checked(ids)
    await in_front(page, until)
    qtbot.keyClick(page.card.view, Qt.Key.Key_H)
    dialog = await asked(page, until)
    assert isinstance(dialog, HoldDialog)
    assert not dialog.accept_button.isEnabled(), "a hold without a reason is none"
    qtbot.keyClick(dialog.reason.field, Qt.Key.Key_Return, CONTROL)
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.reason.field, "waits")
    assert "小王" in dialog.note.text()
    assert "手动解除前一直暂缓" in dialog.note.text()
    dialog.until._choose("at")
    dialog.when.setText("2020-01-01 09:00")
    assert not dialog.accept_button.isEnabled(), "a time that is past ends nothing"
    dialog.when.setText("tomorrow")
    assert not dialog.accept_button.isEnabled()
    tonight = day_start(page.desk.now()) + 2 * DAY + 9 * HOUR
    dialog.when.setText(format_shop_time(tonight)[:16].replace(":", "："))  # as a Chinese keyboard types it
    qtbot.keyClick(dialog.when, Qt.Key.Key_Return, CONTROL)
    await until(lambda: len(said) == 1)
    assert said == [("已暂缓发货 2 单", "已从待发送中撤下 1 条")]
    stopped = await page.desk.database.read(intent, queued)
    assert stopped is not None
    assert (stopped.state, stopped.code) == ("undone", "outbox.kept_back")
    kept = await page.desk.database.read(order_rows, ids)
    assert [(row.hold.reason, row.hold.by, row.hold.until_at) for row in kept if row.hold] == [
        ("waits", "小王", tonight)
    ] * 2
    assert all("暂缓" in [chip.word for chip in words.flags(row)] for row in kept)
    assert all(columns.verb(row)[0] == "open" for row in kept), "the next thing is not to ship it"
    page.ships.look()
    await until(lambda: page.ships.strip.kept.text() == "暂缓 2 单")
    page.ships.strip.kept.click()
    await quiet(page, until)
    assert page.filters.question() == {"tab": "all", "mark": "kept"}
    assert sorted(page.card.model.ids) == sorted(ids)
    page.open_row(ids[0])
    await until(lambda: page.order_drawer.detail is not None)
    shown = [part.text() for part in page.order_drawer.findChildren(QLabel)]
    assert "暂缓发货：waits" in shown
    assert any(text.startswith("小王 · ") and format_shop_time(tonight)[5:16] in text for text in shown)
    page.drawer.shut()
    page.ships.ship(ids)
    await until(lambda: page.ships.dialog is not None and len(page.ships.dialog.sales) == 2)
    ships = page.ships.dialog
    assert ships is not None
    assert ships.commands() == []
    assert all(line.obstacle and line.obstacle.detail.startswith("waits · 小王 · ") for line in ships.lines)
    ships.reject()
    await until(lambda: page.ships.dialog is None)
    page.card.model.set_checked(ids)
    await in_front(page, until)
    qtbot.keyClick(page.card.view, Qt.Key.Key_H, SHIFT)
    dialog = await asked(page, until)
    assert not isinstance(dialog, HoldDialog)
    assert not dialog.accept_button.isEnabled(), "a release has its reason, too"
    dialog.reason.usual._choose("已到货")
    dialog.accept_button.click()
    await until(lambda: len(said) == 2)
    assert said[1][0] == "已解除暂缓 2 单"
    assert [row.hold for row in await page.desk.database.read(order_rows, ids)] == [None, None]
    page.keeping.open(ids, let_go=True)
    await until(lambda: len(said) == 3)
    assert said[2][0] == "所选订单都没有暂缓"


@pytest.mark.parametrize("form", ["xlsx", "csv"])
async def test_a_list_that_went_out_says_who_keeps_what_back_and_why(
    page: OrdersPage, tmp_path: Path, form: str
) -> None:
    ids = [row.id for row in (await shippable(page, 2))[:2]]
    until_at = day_start(page.desk.now()) + 3 * DAY
    await page.desk.actions.shipping.keep_back(ids[:1], "等赠品, 再发", until_at)
    path, fields = tmp_path / f"list.{form}", sheet_out.fields()
    rows = await page.desk.database.read(order_rows, ids)
    with Export(path, fields) as sheet:
        sheet.add([sheet_out.cells(row) for row in rows])
    titles = ["暂缓原因", "暂缓人", "暂缓开始", "暂缓至"]
    found = [[row.cells[title] for title in titles] for row in read(path, titles)]
    assert rows[0].hold is not None
    since = format_shop_time(rows[0].hold.since_at)
    assert found == [["等赠品, 再发", "小王", since, format_shop_time(until_at)], [""] * 4]


def test_the_warning_names_the_first_one_who_keeps_it_and_why(desk: Desk) -> None:
    at = day_start(desk.now()) + 20 * HOUR
    hold = "小王 · 等赠品"
    alert = Alert(key="k", cause="kept", level=0, at=at, detail=f"4\n100\n{hold}", ends_at=at + HOUR, number=3)
    said = alert_words.said(alert, (), at, "zh_CN")
    assert said.words == "暂缓中的订单 4 小时内须发货：3 单"
    assert said.under == f"小王 · 等赠品 · {format_shop_time(at + HOUR)[5:16]} 前须发货，100"
    assert alert_words.opens(alert) == ("orders", {"tab": "to_ship", "mark": "kept"})
