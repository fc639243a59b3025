"""The orders tab on a real file: rows, counts, filters, keyboard, drawer, and what stands there when it is empty."""

from collections.abc import AsyncIterator
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from ui_fakes import FakeActions
from ui_shipping import FakeShipping

from console.app.invented import KUAISHOU, invent
from console.core.changes import changed
from console.core.model import Mapping, Order, OrderLine, OrderStatus
from console.store.order_view import order_rows, order_tab_counts
from console.store.orders import order_id, save_orders
from console.store.views import TROUBLED, OrderFilter, OrderRow
from console.ui import texts
from console.ui.context import Desk
from console.ui.tabs.orders import columns, words
from console.ui.tabs.orders.page import OrdersPage
from console.ui.tabs.orders.sheet import OrderSheet

ORDERS = 200


async def opened(desk: Desk, qtbot: QtBot, until: Any) -> OrdersPage:
    page = OrdersPage(desk)
    qtbot.addWidget(page)
    page.resize(1240, 800)
    page.show()
    await quiet(page, until)
    return page


async def quiet(page: OrdersPage, until: Any) -> None:
    """Painting asks for rows, so it belongs to waiting."""

    def still() -> bool:
        page.grab()
        return page.is_settled

    await until(still)


@pytest.fixture
async def page(desk: Desk, qtbot: QtBot, until: Any) -> AsyncIterator[OrdersPage]:
    await invent(desk.database, desk.now(), ORDERS)
    made = await opened(desk, qtbot, until)
    yield made
    made.hide()
    await made.close_page()


@pytest.fixture
async def bare(desk: Desk, qtbot: QtBot, until: Any) -> AsyncIterator[OrdersPage]:
    made = await opened(desk, qtbot, until)
    yield made
    made.hide()
    await made.close_page()


async def rows(page: OrdersPage) -> list[OrderRow]:
    """Every row of the view, as the file has it."""
    return await page.desk.database.read(order_rows, list(page.card.model.ids))


def said(widget: Any) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


async def test_every_tab_lists_what_its_badge_counts(page: OrdersPage, until: Any) -> None:
    counts = await page.desk.database.read(order_tab_counts, OrderFilter())
    assert counts["all"] == ORDERS
    for tab, count in counts.items():
        page.open_at({"tab": tab})
        await quiet(page, until)
        assert page.card.model.rowCount() == count
        assert len(await rows(page)) == count


async def test_the_search_finds_two_chinese_characters(page: OrdersPage, until: Any) -> None:
    page.open_at({"tab": "all", "text": "地毯"})
    await quiet(page, until)
    found = await rows(page)
    assert 0 < len(found) < ORDERS
    assert all("地毯" in row.title for row in found)


async def test_a_whole_number_finds_its_order_and_no_other(page: OrdersPage, until: Any) -> None:
    page.open_at({"tab": "all"})
    await quiet(page, until)
    one = (await rows(page))[7]
    assert one.order_no is not None
    page.open_at({"tab": "all", "text": one.order_no})
    await quiet(page, until)
    assert [row.order_no for row in await rows(page)] == [one.order_no]


async def test_mapping_filter_and_its_way_back(page: OrdersPage, until: Any) -> None:
    page.open_at({"tab": "all", "mapping": "missing_trade"})
    await quiet(page, until)
    assert {row.mapping for row in await rows(page)} == {Mapping.MISSING_TRADE}
    assert page.filters.clearing.isVisible()
    page.filters.clearing.click()
    await quiet(page, until)
    assert page.card.model.rowCount() == ORDERS


async def test_nothing_fits_says_so_and_leads_back(page: OrdersPage, until: Any) -> None:
    page.open_at({"tab": "all", "text": "没有这样的商品"})
    await quiet(page, until)
    assert page.card.empty.isVisible()
    assert "没有符合的订单" in said(page.card.empty)
    elsewhere = "Only orders are searched here; goods that were never sold are found under Products"
    assert QCoreApplication.translate("OrdersPage", elsewhere) in said(page.card.empty)
    page.card.empty.button.click()
    await quiet(page, until)
    assert page.card.model.rowCount() == ORDERS


async def test_by_keyboard_through_the_drawer(page: OrdersPage, qtbot: QtBot, until: Any) -> None:
    view, drawer = page.card.view, page.order_drawer
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    await until(lambda: drawer.isVisible() and drawer.detail is not None)
    first = page.card.model.id_at(0)
    assert drawer.detail.row.id == first
    qtbot.keyClick(view, Qt.Key.Key_Down)
    await until(lambda: drawer.detail.row.id == page.card.model.id_at(1))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not drawer.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert page.card.model.checked == {page.card.model.id_at(1)}


async def test_the_drawer_shows_both_sides_and_why(page: OrdersPage, until: Any) -> None:
    page.open_at({"tab": "mapping", "mapping": "amount_differs"})
    await quiet(page, until)
    row = (await rows(page))[0]
    page.open_row(row.id)
    await until(lambda: page.order_drawer.detail is not None)
    shown = said(page.order_drawer)
    for piece in (row.order_no, row.trade_no, texts.money(row.amount_fen), texts.money(row.other_amount_fen)):
        assert piece in shown
    assert "两边金额不同" in shown
    assert "None" not in shown


async def test_the_choice_is_summed_and_copied(page: OrdersPage, qtbot: QtBot, until: Any) -> None:
    page.open_at({"tab": "all"})
    await quiet(page, until)
    view = page.card.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    chosen = [row for row in await rows(page) if row.id in page.card.model.checked]
    assert chosen
    total = texts.money(sum(row.amount_fen or 0 for row in chosen))
    await until(lambda: total in page._sum.text())
    await page._copy_numbers()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == [row.order_no for row in chosen]


async def test_new_orders_come_into_the_open_view(page: OrdersPage, until: Any) -> None:
    page.open_at({"tab": "unpaid"})
    await quiet(page, until)
    before = page.card.model.rowCount()
    now = page.desk.now()
    fresh = Order(order_no="99001", status=OrderStatus.UNPAID, created_at=now, updated_at=now, amount_fen=100)
    await page.desk.database.write(save_orders, KUAISHOU, [fresh], now)
    page.on_changes(changed("orders", shop_id=KUAISHOU))
    await until(lambda: page.card.model.rowCount() == before + 1, seconds=8)


async def test_sorting_is_done_by_the_file(page: OrdersPage, until: Any) -> None:
    from console.ui.paging import Sort

    page.open_at({"tab": "all"})
    for descending in (True, False):
        page.card.model.sort_by(Sort("amount_fen", descending))
        await quiet(page, until)
        amounts = [row.amount_fen for row in await rows(page)]
        assert amounts == sorted(amounts, reverse=descending)


async def test_without_a_shop_it_leads_to_the_accounts(bare: OrdersPage, qtbot: QtBot) -> None:
    assert "还没有绑定店铺" in said(bare.card.empty)
    assert not bare.ships.strip.isVisible(), "of no orders at all nothing is counted"
    with qtbot.capture_exceptions() as errors:
        asked: list[str] = []
        bare.go.connect(lambda key, question: asked.append(key))
        bare.card.empty.button.click()
    assert (asked, errors) == (["accounts"], [])


async def test_an_empty_tab_offers_a_reading(page: OrdersPage, actions: FakeActions, until: Any) -> None:
    page.open_at({"tab": "after_sale"})
    await quiet(page, until)
    assert page.card.model.rowCount() == 0
    assert "没有售后中的订单" in said(page.card.empty)
    page.card.empty.button.click()
    await until(lambda: actions.synced == 1)


async def test_ids_and_money_are_never_cut(page: OrdersPage, until: Any) -> None:
    """The narrowest window still shows whole numbers: columns give way, ids do not."""
    from console.ui import paint
    from console.ui.tabs.orders import columns

    page.resize(952, 600)
    page.open_at({"tab": "all"})
    await quiet(page, until)
    view = page.card.view
    for row in await rows(page):
        number = max(paint.width(one, 13) for one in (row.order_no or "", row.trade_no or ""))
        assert number < view.columnWidth(1)
    assert view.isColumnHidden(columns.ACTION)


async def test_a_choice_of_one_tab_stands_there_only(page: OrdersPage, until: Any) -> None:
    filters = page.filters
    page.open_at({"tab": "to_ship"})
    assert (filters.due.isVisible(), filters.after_sale.isVisible()) == (True, False)
    page.open_at({"tab": "after_sale", "after_sale": "ours"})
    assert (filters.due.isVisible(), filters.after_sale.isVisible()) == (False, True)
    page.open_at({"tab": "all", "due": "soon"})
    assert filters.due.isVisible(), "a choice that leaves rows out is never hidden"
    await quiet(page, until)


async def test_a_row_offers_what_is_next_for_it(page: OrdersPage, actions: FakeActions, until: Any) -> None:
    actions.shipping = FakeShipping()  # the dialog asks anew as soon as it is open
    page.open_at({"tab": "all"})
    await quiet(page, until)
    found = await rows(page)
    said = {row.id: columns.verb(row) for row in found}
    for row in found:
        word = said[row.id][1]
        if row.mapping is Mapping.AMOUNT_DIFFERS:
            assert word == "核对"
        elif row.mapping in TROUBLED:
            assert word == "处理"
        elif row.status is OrderStatus.TO_SHIP and not row.risk and not row.refunding:
            assert word == ("发货" if row.order_no else "查看")
        else:
            assert word == "查看"
    assert {"核对", "处理", "发货", "查看"} == {word for _, word in said.values()}
    ready = next(row for row in found if said[row.id][0] == "ship")
    page.do_verb(ready.id, "ship")
    await until(lambda: page.ships.dialog is not None and page.ships.dialog.isVisible())
    dialog = page.ships.dialog
    assert dialog is not None
    assert ready.order_no in dialog.written.toPlainText()
    dialog.reject()
    await until(lambda: page.ships.dialog is None)


async def test_tab_goes_on_as_one_reads(page: OrdersPage, qtbot: QtBot) -> None:
    """From the head through tabs and filters to the list, each part once and none above the one before."""
    first = page.head.itemAt(4).widget()
    assert first is not None
    seen, at = [first], first
    while at is not page.card.view:
        at = at.nextInFocusChain()
        assert at is not first, "the list was never reached"
        if at.isVisible() and at.focusPolicy() & Qt.FocusPolicy.TabFocus and page.isAncestorOf(at):
            seen.append(at)
    rows = [part.mapTo(page, part.rect().center()) for part in seen]
    assert len(seen) == len(set(seen)) > 10
    assert all(one.y() <= after.y() + 20 for one, after in pairwise(rows))
    assert all(one.x() < after.x() for one, after in pairwise(rows) if abs(one.y() - after.y()) < 10)


async def test_where_a_row_stands_is_said_where_no_deadline_is(desk: Desk, qtbot: QtBot, until: Any) -> None:
    await invent(desk.database, desk.now(), 200)
    page = await opened(desk, qtbot, until)
    page.open_at({"tab": "all"})
    await quiet(page, until)
    rows = await desk.database.read(order_rows, list(page.card.model.ids))
    cell = page.card.model.columns[columns.SHIP_BY - 1].cell
    said = {row.status: cell.words(row) for row in rows if row.status not in words.WAITING_TO_SHIP}
    assert said
    assert said == {status: words.status_word(status) for status in said}
    page.hide()
    await page.close_page()


async def test_long_remarks_and_variants_make_no_drawer_wider(page: OrdersPage, until: Any) -> None:
    """A buyer pastes an address of the web, or leans on a key: the drawer's other cards stay in sight."""
    now = page.desk.now()
    lines = tuple(OrderLine(line_no=f"{n}", title=f"商品{n}", spec="加厚" * 30, quantity=1) for n in range(60))
    note = f"https://a.example/?{'W' * 900} \u202eمرحبا\u202c 👩🏽‍🚀"
    one = Order(order_no="88", status=OrderStatus.TO_SHIP, amount_fen=0, paid_at=now, buyer_note=note, lines=lines)
    await page.desk.database.write(save_orders, KUAISHOU, [one], now)
    row_id = await page.desk.database.read(order_id, KUAISHOU, "88")
    page.open_row(row_id or 0)
    await until(lambda: page.order_drawer.detail is not None and page.order_drawer.detail.row.id == row_id)
    (sheet,) = [one for one in page.findChildren(OrderSheet) if one.isVisible()]
    assert sheet.minimumSizeHint().width() <= 560
