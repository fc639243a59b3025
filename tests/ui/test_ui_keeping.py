"""暂缓发货: by key, on many at once, with a reason; a chip and a filter show it, the same key lets go again."""

from collections.abc import AsyncIterator
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
from console.core.clock import SystemClock
from console.store.order_view import order_rows
from console.sync.hub import Hub
from console.ui.context import Desk
from console.ui.tabs.orders import columns, words
from console.ui.tabs.orders.page import OrdersPage


@pytest.fixture
async def page(desk: Desk, actions: FakeActions, qtbot: QtBot, until: Any) -> AsyncIterator[OrdersPage]:
    database: Any = desk.database
    actions.shipping = OrderShipping(database, database, SystemClock(), Hub(), lambda shop_id: None, lambda: ())
    await invent(desk.database, desk.now(), 200)
    made = await opened(desk, qtbot, until)
    made.open_at({"tab": "to_ship"})
    await quiet(made, until)
    yield made
    made.hide()
    await made.close_page()


async def test_the_key_keeps_the_chosen_back_for_a_reason_and_lets_them_go(
    page: OrdersPage, until: Any, qtbot: QtBot
) -> None:
    said: list[str] = []
    page.said.connect(lambda first, _more: said.append(first))
    ids = [row.id for row in (await shippable(page, 2))[:2]]
    page.card.model.set_checked(ids)
    page.card.view.setFocus()
    qtbot.keyClick(page.card.view, Qt.Key.Key_H)
    await until(lambda: page.keeping.dialog is not None and page.keeping.dialog.isVisible())
    dialog = page.keeping.dialog
    assert dialog is not None
    assert not dialog.accept_button.isEnabled(), "a hold without a reason is none"
    dialog.reason.setText("等赠品到货")
    dialog.accept_button.click()
    await until(lambda: bool(said))
    kept = await page.desk.database.read(order_rows, ids)
    assert [row.kept_back for row in kept] == ["等赠品到货"] * 2
    assert all("暂缓" in [chip.word for chip in words.flags(row)] for row in kept)
    assert all(columns.verb(row)[0] == "open" for row in kept), "the next thing is not to ship it"
    page.open_at({"tab": "all", "mark": "kept"})
    await quiet(page, until)
    assert sorted(page.card.model.ids) == sorted(ids)
    page.open_row(ids[0])
    await until(lambda: page.order_drawer.detail is not None)
    assert "等赠品到货" in [part.text() for part in page.order_drawer.findChildren(QLabel)]
    page.drawer.shut()
    page.ships.ship(ids)
    await until(lambda: page.ships.dialog is not None and len(page.ships.dialog.sales) == 2)
    ships = page.ships.dialog
    assert ships is not None
    assert ships.commands() == []
    assert all(sale.lead.hold is not None and sale.lead.hold.words == "等赠品到货" for sale in ships.sales.values())
    ships.reject()
    await until(lambda: page.ships.dialog is None)
    page.keeping.open(ids)
    await until(lambda: len(said) == 2)
    assert [row.kept_back for row in await page.desk.database.read(order_rows, ids)] == ["", ""]
