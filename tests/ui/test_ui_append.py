"""追加包裹 from the drawer: the platform is asked first, and only a number of a further parcel is sent."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot
from test_ui_orders import opened, quiet
from test_ui_shipping import FakeShipping
from ui_fakes import FakeActions

from console.app.invented import KUAISHOU, invent
from console.core.commands_orders import AppendParcel
from console.core.model import Order, OrderStatus, Parcel
from console.core.shipping import Terms
from console.store.orders import save_orders
from console.ui.context import Desk
from console.ui.tabs.orders.page import OrdersPage


@pytest.fixture
async def page(desk: Desk, actions: FakeActions, qtbot: QtBot, until: Any) -> AsyncIterator[OrdersPage]:
    actions.shipping = FakeShipping()
    await invent(desk.database, desk.now(), 10)
    made = await opened(desk, qtbot, until)
    yield made
    made.hide()
    await made.close_page()


async def test_one_more_parcel_follows_where_the_platform_lets_it(
    page: OrdersPage, actions: FakeActions, until: Any
) -> None:
    now = page.desk.now()
    gone = Order(
        order_no="990000000001",
        status=OrderStatus.SHIPPED,
        status_code="40",
        created_at=now - 9,
        paid_at=now - 8,
        shipped_at=now - 7,
        updated_at=now,
        amount_fen=100,
        parcels=(Parcel(waybill_no="73000000000001", carrier_code="9", carrier_name="中通快递"),),
    )
    await page.desk.database.write(save_orders, KUAISHOU, [gone], now)
    page.open_at({"tab": "shipped", "text": gone.order_no})
    await quiet(page, until)
    page.open_row(page.card.model.ids[0])
    await until(lambda: page.order_drawer.detail is not None)
    said_: list[str] = []
    page.said.connect(lambda words, _more: said_.append(words))
    page.order_drawer.append_asked.emit()
    await until(lambda: bool(said_))
    assert "最新状态" in said_[0], "an order that nobody could read is not appended to"
    shipping: Any = actions.shipping
    shipping.fresh[KUAISHOU, gone.order_no] = gone
    page.order_drawer.append_asked.emit()
    await until(lambda: len(said_) == 2)
    assert "不允许" in said_[1]
    shipping.fresh[KUAISHOU, gone.order_no] = replace(gone, terms=Terms(appends=True))
    page.order_drawer.append_asked.emit()
    await until(lambda: page.append.dialog is not None and page.append.dialog.isVisible())
    dialog = page.append.dialog
    assert dialog is not None
    assert not dialog.accept_button.isEnabled()
    dialog.number.setText("73000000000001")
    assert not dialog.accept_button.isEnabled(), "the order has this one"
    dialog.number.setText("SF1000000000001")
    assert dialog.carrier.key() == "顺丰速运"
    assert actions.submitted == []
    dialog.accept_button.click()
    await until(lambda: bool(actions.submitted))
    (sent,) = actions.submitted
    assert isinstance(sent, AppendParcel)
    assert (sent.order_no, sent.parcel.waybill_no, sent.seen) == (gone.order_no, "SF1000000000001", ("73000000000001",))
    assert sent.irreversible
