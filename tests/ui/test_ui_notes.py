"""备注插旗: by key, on many at once, by each platform's own rule; nothing is sent that leaves an order as it is."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from test_ui_orders import opened, quiet
from ui_fakes import FakeActions

from console.app.invented import invent
from console.core.commands_orders import NOTE_LONGEST, NoteOrder
from console.core.model import Order, OrderStatus, Platform
from console.store.order_view import order_rows
from console.store.views import OrderRow
from console.ui.context import Desk
from console.ui.tabs.orders.note_bar import NoteDialog
from console.ui.tabs.orders.page import OrdersPage


@pytest.fixture
async def page(desk: Desk, qtbot: QtBot, until: Any) -> AsyncIterator[OrdersPage]:
    await invent(desk.database, desk.now(), 200)
    made = await opened(desk, qtbot, until)
    made.open_at({"tab": "all"})
    await quiet(made, until)
    yield made
    made.hide()
    await made.close_page()


async def rows(page: OrdersPage, platform: Platform) -> list[OrderRow]:
    found = await page.desk.database.read(order_rows, list(page.card.model.ids))
    return [row for row in found if row.platform is platform]


async def dialog_of(page: OrdersPage, until: Any) -> NoteDialog:
    await until(lambda: page.notes.dialog is not None and page.notes.dialog.isVisible())
    dialog = page.notes.dialog
    assert dialog is not None
    return dialog


async def test_the_key_writes_a_note_and_a_flag_on_the_current_order(
    page: OrdersPage, actions: FakeActions, until: Any, qtbot: QtBot
) -> None:
    row = next(one for one in await rows(page, Platform.KUAISHOU) if one.flag != "red")
    view = page.card.view
    view.setFocus()
    view.setCurrentIndex(page.card.model.index(page.card.model.ids.index(row.id), 0))
    qtbot.keyClick(view, Qt.Key.Key_N)
    dialog = await dialog_of(page, until)
    assert not dialog.accept_button.isEnabled(), "nothing is changed yet"
    dialog.note.setPlainText("老客户")
    dialog.flag._choose("red")
    assert actions.submitted == []
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: bool(actions.submitted))
    (sent,) = actions.submitted
    assert sent == NoteOrder(
        shop_id=row.shop_id,
        order_no=row.order_no or "",
        note="老客户",
        flag="red",
        seen=row.seller_note,
        seen_flag=row.flag,
    )
    assert sent.irreversible, "Kuaishou takes no note away"


async def test_youzans_one_note_keeps_what_stood_there_and_has_stars_for_a_flag(page: OrdersPage) -> None:
    order = (await rows(page, Platform.KUAISHOU))[0]
    alone = {"platform": Platform.YOUZAN, "shop_id": "youzan:2", "order_no": None, "trade_no": "E1"}
    trade = replace(order, **alone, seller_note="原备注", flag="")
    dialog = NoteDialog(page, [trade, order])
    dialog.note.setPlainText("加急")
    dialog.flag._choose("blue" if order.flag != "blue" else "red")
    mine, theirs = dialog.commands()
    assert (mine.shop_id, mine.note, mine.flag) == (trade.shop_id, "原备注\n加急", "")
    dialog.stars._choose("star3")
    assert dialog.commands()[0].flag == "star3"
    assert dialog.commands()[1].flag == theirs.flag, "stars are Youzan's"
    assert not mine.irreversible
    assert (theirs.shop_id, theirs.note) == (order.shop_id, "加急")
    dialog.note.setPlainText("长" * (NOTE_LONGEST - 3))
    assert not dialog.accept_button.isEnabled(), "with what stood there it is too long for Youzan"
    dialog.reject()
    dialog.deleteLater()


async def test_the_flag_that_kuaishou_sets_by_itself_is_said_before(page: OrdersPage) -> None:
    order = (await rows(page, Platform.KUAISHOU))[0]
    for flag, is_said in (("", True), ("red", False)):
        dialog = NoteDialog(page, [replace(order, flag=flag)])
        assert ("灰旗" in dialog._about()) is is_said
        dialog.reject()
        dialog.deleteLater()


async def test_more_than_fifty_want_their_number_typed(page: OrdersPage) -> None:
    row = (await rows(page, Platform.KUAISHOU))[0]
    dialog = NoteDialog(page, [row] * 51)
    dialog.note.setPlainText("补发清单")
    assert not dialog.accept_button.isEnabled()
    dialog.typed.setText("51")
    assert dialog.accept_button.isEnabled()
    dialog.reject()
    dialog.deleteLater()


def test_a_note_that_somebody_else_changed_meanwhile_is_not_written_over() -> None:
    seen = Order(order_no="1", status=OrderStatus.TO_SHIP, seller_note="一", flag="red")
    note = NoteOrder(shop_id="kuaishou:1", order_no="1", note="二", seen="一", seen_flag="red")
    assert note.is_untouched_by(seen)
    assert not note.is_untouched_by(replace(seen, seller_note="别人写的"))
    assert not note.is_untouched_by(replace(seen, flag="blue"))
    assert note.is_satisfied_by(replace(seen, seller_note="二 "))
    for wrong in ({"note": " "}, {"note": "长" * (NOTE_LONGEST + 1)}):
        with pytest.raises(ValueError, match="note"):
            NoteOrder(shop_id="kuaishou:1", order_no="1", **wrong)
