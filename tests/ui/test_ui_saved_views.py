"""更多筛选 and 我的视图: what a filter leaves is exact, and a view comes back with its rows and their order."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from console.app.invented import KUAISHOU, YOUZAN, invent
from console.core.model import Order, OrderLine, OrderStatus, Parcel, Receiver
from console.core.shipping import Terms
from console.store.order_view import order_rows
from console.store.orders import save_orders
from console.store.views import OrderRow
from console.ui.context import Desk
from console.ui.paging import Sort
from console.ui.preferences import Preferences
from console.ui.tabs.orders.more_filters import CARRIER, FLAG, MARK
from console.ui.tabs.orders.page import OrdersPage
from console.ui.tabs.orders.saved_views import MOST, NameDialog, views_of
from console.ui.tabs.orders.words import mapping_chips


def order(number: str, now: int, **more: Any) -> Order:
    fields: dict[str, Any] = {
        "status": OrderStatus.TO_SHIP,
        "status_code": "30",
        "created_at": now - 1_000,
        "paid_at": now - 1_000,
        "updated_at": now,
        "amount_fen": 9_900,
        "lines": (OrderLine(line_no="1", title="水洗棉四件套", code="SX-9", quantity=1),),
    }
    return Order(order_no=number, **(fields | more))


@pytest.fixture
async def page(desk: Desk, qtbot: QtBot, until: Any) -> AsyncIterator[OrdersPage]:
    now = desk.now()
    await invent(desk.database, now, 40)
    parcel = Parcel(waybill_no="YT7700001111", carrier_code="6", carrier_name="圆通速递")
    receiver = Receiver(name_masked="周**", phone_masked="138****6021", city="杭州市")
    mine = [
        order("770000000001", now, flag="red", seller_note="老客户，多放一包样品"),
        order("770000000002", now, risk=True, flag="blue"),
        order("770000000003", now, refunding=True, receiver=receiver),
        order("770000000004", now, status=OrderStatus.SHIPPED, shipped_at=now - 10, parcels=(parcel,)),
        order("770000000005", now),
        order("770000000006", now, terms=Terms(presale=True)),
        order("770000000007", now, status=OrderStatus.SHIPPED, parcels=(parcel,), terms=Terms(pieces_sent=1)),
    ]
    await desk.database.write(save_orders, KUAISHOU, mine, now)
    made = OrdersPage(desk)
    qtbot.addWidget(made)
    made.resize(1240, 800)
    made.show()
    made.open_at({"tab": "all"})
    await quiet(made, until)
    yield made
    made.hide()
    await made.close_page()


async def quiet(page: OrdersPage, until: Any) -> None:
    def still() -> bool:
        page.grab()
        return page.is_settled

    await until(still)


async def rows(page: OrdersPage, until: Any) -> list[OrderRow]:
    await quiet(page, until)
    return await page.desk.database.read(order_rows, list(page.card.model.ids))


async def numbers(page: OrdersPage, until: Any, **question: str) -> list[str]:
    page.open_at({"tab": "all", **question})
    return sorted(row.order_no or "" for row in await rows(page, until))


async def test_the_search_finds_tail_waybill_goods_remark_and_masked_buyer(page: OrdersPage, until: Any) -> None:
    assert await numbers(page, until, text="70000000004") == ["770000000004"]
    assert await numbers(page, until, text="yt7700001111") == ["770000000004", "770000000007"]
    assert len(await numbers(page, until, text="SX-9")) == 7
    assert await numbers(page, until, text="多放一包") == ["770000000001"]
    assert await numbers(page, until, text="周**") == ["770000000003"]
    assert await numbers(page, until, text="6021") == ["770000000003"]
    assert await numbers(page, until, text="13812346021") == ["770000000003"], "a whole phone finds its masked one"
    assert await numbers(page, until, text="13912346021") == []


async def test_a_number_that_was_taken_and_has_not_left_is_found(page: OrdersPage, desk: Desk, until: Any) -> None:
    await take(desk, "770000000005", "SF0000000009")
    assert await numbers(page, until, text="sf0000000009") == ["770000000005"]
    assert await numbers(page, until, carrier="顺丰速运") == ["770000000005"]


async def take(desk: Desk, order_no: str, waybill_no: str) -> None:
    """A number as the outbox keeps it."""

    def kept(conn: Connection) -> None:
        conn.exec_driver_sql(
            "INSERT INTO waybills (shop_id, order_no, package, company, carrier_code, carrier_name, branch, sender,"
            " waybill_no, print_data, taken_at, void_reason) VALUES (?, ?, ?, 'SF', '4', '顺丰速运', '', '{}', ?, '{}',"
            " 1, '')",
            (KUAISHOU, order_no, f"{order_no}-1", waybill_no),
        )

    await desk.database.write(kept)


async def test_marks_and_flags_leave_exactly_their_rows(page: OrdersPage, until: Any) -> None:
    page.open_at({"tab": "all", "mark": "risk"})
    found = await rows(page, until)
    assert found
    assert all(row.risk for row in found)
    page.open_at({"tab": "all", "mark": "after_sale"})
    found = await rows(page, until)
    assert "770000000003" in {row.order_no for row in found}
    assert all(row.refunding for row in found)
    assert await numbers(page, until, mark="presale") == ["770000000006"]
    assert await numbers(page, until, mark="part") == ["770000000007"]
    (part,) = await rows(page, until)
    assert [chip.word for chip in mapping_chips(part)][1:] == ["已发 1/1"]
    assert "770000000001" in await numbers(page, until, flag="red")
    assert {row.flag for row in await rows(page, until)} == {"red"}
    flagged = await numbers(page, until, flag="any")
    plain = await numbers(page, until, flag="none")
    assert len(flagged) + len(plain) == len(await numbers(page, until))
    assert "770000000004" in await numbers(page, until, carrier="圆通速递")
    (row,) = await page.desk.database.read(order_rows, [page.card.model.ids[0]])
    star = Order(order_no="E1", status=OrderStatus.TO_SHIP, flag="star3")
    await page.desk.database.write(save_orders, YOUZAN, [star], page.desk.now())
    await page.desk.database.write(
        lambda conn: conn.exec_driver_sql("UPDATE orders SET under_id = ? WHERE order_no = 'E1'", (row.id,))
    )
    assert await numbers(page, until, flag="star3") == [row.order_no], "a trade's stars are found by its order"


async def test_the_menu_says_what_is_on_and_the_way_back_clears_it(page: OrdersPage, until: Any) -> None:
    filters = page.filters
    assert filters.more.text() == "更多筛选"
    filters.more._choose(FLAG, "red")
    filters.more._choose(MARK, "risk")
    assert filters.more.text() == "更多筛选 2"
    assert "红旗" in filters.more.accessibleName()
    assert await rows(page, until) == [], "none is red and held"
    filters.clearing.click()
    assert [filters.more.key(name) for name in (MARK, FLAG, CARRIER)] == ["all"] * 3
    assert len(await rows(page, until)) > 5


async def test_a_view_comes_back_with_its_rows_and_their_order(
    page: OrdersPage, desk: Desk, qtbot: QtBot, until: Any
) -> None:
    page.open_at({"tab": "to_ship", "flag": "any", "text": "77000"})
    page.card.model.sort_by(Sort("amount_fen", descending=True))
    before = await rows(page, until)
    page.views.ask_name()
    await until(lambda: page.views.dialog is not None and page.views.dialog.isVisible())
    dialog = page.views.dialog
    assert dialog is not None
    assert not dialog.accept_button.isEnabled(), "a view has a name"
    dialog.name.setText("插旗的")  # Qt's test keys know no Chinese
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    await until(lambda: page.views.button.text() == "插旗的")
    page.open_at({"tab": "all"})
    await quiet(page, until)
    assert page.views.button.text() == "我的视图"
    again = Preferences(desk.log_path.parent / "window.ini")
    assert [view.name for view in views_of(again.order_views)] == ["插旗的"]
    page.views._fill()
    page.views.button.menu_shown.actions()[0].trigger()
    assert await rows(page, until) == before
    assert page.card.model.sort_order == Sort("amount_fen", descending=True)
    assert page.views.button.text() == "插旗的"
    page.views.button.menu_shown.aboutToShow.emit()
    remove = page.views.button.menu_shown.actions()[-1]
    assert remove.text() == "删除“插旗的”"
    remove.trigger()
    assert page.views.button.text() == "我的视图"
    assert views_of(desk.preferences.order_views) == []


async def test_a_name_that_is_taken_replaces_and_says_so(page: OrdersPage) -> None:
    page.views.keep("今晚")
    page.open_at({"tab": "mapping"})
    page.views.keep("今晚")
    assert [(view.name, view.question) for view in page.views.views] == [("今晚", {"tab": "mapping"})]
    dialog = NameDialog(page, ["今晚"], "今晚")
    assert "将被替换" in dialog.note.text()
    full = NameDialog(page, [f"{n}" for n in range(MOST)], "新的")
    assert not full.accept_button.isEnabled()
    for made in (dialog, full):
        made.reject()
        made.deleteLater()


def test_what_nobody_can_read_is_no_view() -> None:
    assert views_of("{]") == views_of('[{"name": 3}]') == []


async def test_a_narrow_window_keeps_every_filter_in_it(page: OrdersPage, until: Any) -> None:
    page.open_at({"tab": "to_ship", "text": "77000"})
    page.resize(968, 600)
    await quiet(page, until)
    right = page.filters.views.mapTo(page, page.filters.views.rect().topRight()).x()
    assert right <= page.width()
    assert page.filters.views.text() == ""
    assert page.filters.views.accessibleName() == "我的视图"


@pytest.mark.parametrize(
    "broken", [b"", b"\xff\xfe\x00[General", b"[General]\norder_views={,\n", b"[General]\norder_views=[1, 2]"]
)
def test_views_are_a_profiles_own_and_a_broken_file_costs_no_more_than_they(tmp_path: Path, broken: bytes) -> None:
    one, other = (Preferences(tmp_path / name / "window.ini") for name in ("a", "b"))
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
    kept = '[{"name":"今晚, 加急","question":{"tab":"to_ship","due":"late"},"sort":"ship_by_at"}]'
    one.order_views = kept
    one._file.sync()
    assert views_of(other.order_views) == []
    assert [view.name for view in views_of(Preferences(tmp_path / "a" / "window.ini").order_views)] == ["今晚, 加急"]
    (tmp_path / "b" / "window.ini").write_bytes(broken)
    spoilt = Preferences(tmp_path / "b" / "window.ini")
    assert views_of(spoilt.order_views) == []
    spoilt.order_views = kept
    spoilt._file.sync()
    assert len(views_of(Preferences(tmp_path / "b" / "window.ini").order_views)) == 1, "what is kept next is kept"
