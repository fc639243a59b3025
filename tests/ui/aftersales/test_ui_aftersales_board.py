"""After-sale tickets on a real file: the board, its cards, the list, and the ways in and out."""

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui_aftersales import K, fill, quiet, shown

from console.core.clock import HOUR
from console.store import tickets
from console.store.views_tickets import TicketFilter, TicketRow
from console.ui import paint, texts
from console.ui.context import Desk
from console.ui.paint import ChipLook
from console.ui.tabs.orders.aftersale_card import Card
from console.ui.tabs.orders.aftersale_page import AfterSalesPage
from console.ui.tabs.orders.page import OrdersPage
from console.ui.tabs.orders.rooms import OrdersTab


async def test_the_board_puts_each_ticket_where_its_turn_is(page: AfterSalesPage) -> None:
    assert page.shows_board
    assert shown(page) == {"answer": ["1", "2"], "buyer": ["3"], "receipt": ["4"], "platform": ["5"]}
    assert "5" in page.under.text()
    lane = page.board.lanes["answer"]
    assert texts.money(3_000) in lane.money.text()
    assert page.figures.text().count(texts.NOTHING) >= 1, "nobody told a first answer: a dash, not nothing"


async def test_keys_walk_over_the_board_and_open_a_ticket(page: AfterSalesPage, until: Any) -> None:
    cards = page.board.lanes["answer"].cards
    cards.setFocus()
    QTest.keyClick(cards, Qt.Key.Key_Down)
    assert cards.current == 1
    QTest.keyClick(cards, Qt.Key.Key_Return)
    await until(lambda: page.ticket_drawer.detail is not None and page.is_settled)
    assert page.ticket_drawer.detail is not None
    assert page.ticket_drawer.detail.row.after_sale_no.endswith("2")
    assert cards.opened == page.ticket_drawer.detail.row.id
    QTest.keyClick(page.ticket_drawer, Qt.Key.Key_Escape)
    assert not page.drawer.isVisible()
    assert cards.opened is None
    asked: list[tuple[str, int]] = []
    page.board.acted.connect(lambda what, row: asked.append((what, row)))
    answered: list[tuple[Any, ...]] = []
    page.answering.start = lambda *values: answered.append(values)  # type: ignore[method-assign] # the key is meant
    QTest.keyClick(cards, Qt.Key.Key_A)
    assert asked == [("agree", cards.rows[1].id)]
    page.open_at({"tab": "answer"})
    await quiet(page, until)
    page.card.view.setCurrentIndex(page.card.model.index(0, 1))
    QTest.keyClick(page.card.view, Qt.Key.Key_R)
    first = page.card.model.id_at(0)
    assert answered[1:] == [("refuse", first)]
    QTest.keyClick(page.card.view, Qt.Key.Key_Return)
    await until(lambda: page.drawer.isVisible() and page.is_settled)
    QTest.keyClick(page.card.view, Qt.Key.Key_A)
    assert answered[2:] == [("agree", first, "")]


async def test_a_click_on_a_cards_button_answers_that_ticket(page: AfterSalesPage, qtbot: QtBot) -> None:
    cards = page.board.lanes["answer"].cards
    asked: list[tuple[Any, ...]] = []
    page.answering.start = lambda *values: asked.append(values)  # type: ignore[method-assign] # the click is meant
    place = cards._card.places(cards.place_of(0), cards.rows[0])[1]
    qtbot.mouseClick(cards, Qt.MouseButton.LeftButton, pos=place.center())
    assert asked == [("refuse", cards.rows[0].id)]


async def test_the_list_sorts_by_what_is_due_and_copies_numbers(page: AfterSalesPage, until: Any) -> None:
    page.open_at({"tab": "all"})
    await quiet(page, until)
    assert not page.shows_board
    assert page.card.model.rowCount() == 6
    page.open_at({"tab": "answer"})
    await quiet(page, until)
    first = page.card.model.row(0)
    assert first is not None
    assert first.after_sale_no.endswith("1")
    page.do_verb(first.id, "copy:kuaishou")
    assert QGuiApplication.clipboard().text() == first.order_no


async def test_nothing_of_a_filter_says_so_and_clears(page: AfterSalesPage, until: Any) -> None:
    page.open_at({"tab": "all", "text": "no such thing"})
    await quiet(page, until)
    assert page.card.model.rowCount() == 0
    page.card.empty.button.click()
    await quiet(page, until)
    assert page.card.model.rowCount() == 6


async def test_one_comes_in_from_the_orders_and_goes_back(desk: Desk, qtbot: QtBot, until: Any) -> None:
    await fill(desk)
    tab = OrdersTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1240, 800)
    tab.show()
    asked: list[tuple[str, object]] = []
    tab.go.connect(lambda where, question: asked.append((where, question)))
    assert isinstance(tab.room, OrdersPage)
    tab.open_at({"room": "aftersales"})
    room = tab.room
    assert isinstance(room, AfterSalesPage)
    await quiet(room, until)
    room.back.click()
    assert asked == [("orders", {"room": ""})]
    tab.open_at({"room": ""})
    assert isinstance(tab.room, OrdersPage)
    tab.open_at({"room": "aftersales", "tab": "platform"})
    assert tab.room is room
    await quiet(room, until)
    assert room.card.model.rowCount() == 1
    await until(lambda: all(page.is_settled for page in tab._rooms.values()))
    tab.hide()
    await tab.close_page()


async def test_a_narrow_card_still_says_what_kind_it_is(page: AfterSalesPage, desk: Desk) -> None:
    def first(conn: Any) -> TicketRow:
        return tickets.ticket_rows(conn, tickets.ticket_ids(conn, TicketFilter()))[0]

    now = desk.now()
    row = replace(
        await desk.database.read(first), kind=K.REFUND_ONLY, deadline_at=now + 8 * HOUR, step="apart", stuck=False
    )
    wide = Card.chips(row, now, 600)
    assert all(look.icon for _, look in wide)
    assert len(wide) == 3
    due, kind = wide[0][1], wide[1][1]
    bare = sum(paint.chip_width(without_icon(look)) for look in (due, kind))
    narrow = Card.chips(row, now, bare + 4)
    assert [look.word for _, look in narrow] == [due.word, kind.word], "the kind stays, the rest gives way"
    assert [look.icon for _, look in narrow] == ["", ""]
    (due_at, _), (kind_at, shown) = narrow
    assert kind_at + paint.chip_width(shown) < due_at


def without_icon(look: ChipLook) -> ChipLook:
    return ChipLook(look.tone, "", look.word)
