"""The customers' tab over a real file: the matrix and its block, conditions, the list with its drawer, the labels."""

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from sqlalchemy import Connection
from ui_fakes import FakeActions, FakeChanges

from console.binding.customers import CustomersAsking
from console.core.changes import changed
from console.core.clock import DAY
from console.core.model import EXTERNAL, Link, Mapping, Order, OrderStatus, Platform, Receiver, Shop
from console.store.links import save_links
from console.store.orders import save_orders
from console.store.shops import pair, put_shop
from console.store.views import Pair
from console.sync.customers import CustomerStep
from console.sync.hub import Hub
from console.ui.context import Desk
from console.ui.tabs.customers.conditions import NameDialog
from console.ui.tabs.customers.drawer import WordDialog
from console.ui.tabs.customers.list_view import CustomerListView
from console.ui.tabs.customers.matrix_view import MatrixView
from console.ui.tabs.customers.page import CustomersPage
from console.ui.tabs.customers.segments_view import SegmentsView

K, Y = "kuaishou:1", "youzan:2"


async def fill(desk: Desk) -> None:
    """Five people; the first of them buys at Youzan, too."""
    now = desk.now()
    backs = {"a": (2, 40, 100), "b": (5, 70), "c": (70,), "d": (95,), "e": (3,)}
    orders = [
        order(f"{who}{at}", who, now - back * DAY, 5_000) for who, some in backs.items() for at, back in enumerate(some)
    ]
    trades = [order("t0", "x", now - 2 * DAY, 5_000, EXTERNAL), order("t1", "x", now - DAY, 8_000)]

    def build(conn: Connection) -> None:
        for platform, number in ((Platform.KUAISHOU, "1"), (Platform.YOUZAN, "2")):
            shop = Shop(shop_id=f"{platform}:{number}", platform=platform, platform_shop_id=number, name="小禾家居")
            put_shop(conn, shop)
        pair(conn, K, Y)
        save_orders(conn, K, orders, now)
        save_orders(conn, Y, trades, now)
        link = Link(order_no="a0", trade_no="t0", mapping=Mapping.LINKED, confidence=1.0, reason="outer_no")
        save_links(conn, Pair(kuaishou_shop_id=K, youzan_shop_id=Y), [link], now)

    await desk.database.write(build)
    await CustomerStep(desk.database, desk.clock, Hub()).run()


def order(no: str, who: str, at: int, fen: int, source: str = "") -> Order:
    receiver = Receiver(name_masked=f"{who}**", phone_masked=f"138****220{len(no)}", province="浙江省")
    told = {"created_at": at, "paid_at": at, "updated_at": at, "buyer_id": who, "receiver": receiver, "source": source}
    return Order(order_no=no, status=OrderStatus.SUCCESS, amount_fen=fen, **told)  # type: ignore[arg-type]  # as named


async def say(view: CustomerListView, words: str, until: Any) -> None:
    """Answer the dialog that is open."""
    await until(lambda: any(one.isVisible() for one in view.findChildren(WordDialog)))
    dialog = next(one for one in view.findChildren(WordDialog) if one.isVisible())
    dialog.field.setText(words)
    dialog.accept()
    await until(lambda: not dialog_is_open(view) and view.is_settled)


def dialog_is_open(view: CustomerListView) -> bool:
    return any(one.isVisible() for one in view.findChildren(WordDialog))


async def test_from_the_matrix_to_a_customer_and_apart(
    desk: Desk, actions: FakeActions, changes: FakeChanges, until: Any
) -> None:
    hub = Hub()
    hub.subscribe(changes.announce)
    actions.customers = CustomersAsking(desk.database, desk.clock, hub)
    await fill(desk)
    page = CustomersPage(desk)
    page.resize(1240, 800)
    page.show()
    await until(lambda: page.is_settled)
    asked: list[dict[str, str]] = []
    page.go.connect(lambda _tab, question: asked.append(question))

    matrix = page.view
    assert isinstance(matrix, MatrixView)
    assert matrix.matrix.grid.cells[0, 2].people == 1
    said = [matrix.matrix.grid.people_words(matrix.matrix.grid.cells[0, 2], room) for room in (200, 20)]
    assert said == ["1 人", "1"], "the segment's name has the room first"
    _choose_a_block(matrix)
    assert "2 人" in matrix.matrix.sum.text()
    matrix.matrix.list_button.click()
    page.open_at(asked[-1])
    await until(lambda: page.is_settled)
    view = page.view
    assert isinstance(view, CustomerListView)
    assert view.card.model.rowCount() == 2

    view.clear()
    await until(lambda: page.is_settled)
    assert view.card.model.rowCount() == 5
    QTest.mouseClick(view.card.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(120, 20))
    await until(lambda: page.is_settled)
    sheet = view.drawer.sheet
    assert sheet is not None
    assert [(one.buyer_id, one.how) for one in sheet.identities] == [("a", "link"), ("x", "link")]
    assert sheet.row.orders == 4
    QTest.keyClick(view.card.view, Qt.Key.Key_T)
    await say(view, "老客", until)
    view.drawer.parted.emit((Y, "x"))
    await say(view, "两个人", until)
    page.on_changes(changed("customers"))
    await until(lambda: page.is_settled)
    assert view.card.model.rowCount() == 6
    view.card.model.set_checked(view.card.model.ids[:2])
    view.join_button.click()
    await say(view, "本人确认", until)
    page.on_changes(changed("customers"))
    await until(lambda: page.is_settled)
    assert view.card.model.rowCount() == 5
    QTest.keyClick(view.card.view, Qt.Key.Key_Escape)
    assert not view.drawer.isVisible()
    view.search.set_text("老客")
    await until(lambda: page.is_settled)
    assert view.card.model.rowCount() == 1
    await page.close_page()
    page.close()


def _choose_a_block(matrix: MatrixView) -> None:
    """With Shift and the arrows, from the first cell."""
    grid = matrix.matrix.grid
    grid.choose((0, 1), (0, 1))
    QTest.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert grid.block == ((0, 1), (0, 2))


async def test_conditions_recount_and_are_kept_and_labels_list_their_people(
    desk: Desk, actions: FakeActions, until: Any
) -> None:
    actions.customers = CustomersAsking(desk.database, desk.clock, Hub())
    await fill(desk)
    page = CustomersPage(desk)
    page.resize(1240, 800)
    page.show()
    await until(lambda: page.is_settled)
    matrix = page.view
    assert isinstance(matrix, MatrixView)
    card = matrix.conditions
    assert card.number.text() == "2"
    card.rows[0].number.setText("1")
    card.rows[0].changed.emit()
    await until(lambda: page.is_settled)
    assert card.number.text() == "5"
    card.rows[0].number.setText("4")
    card.save_asked.emit()
    await until(lambda: any(one.isVisible() for one in card.findChildren(NameDialog)))
    dialog = card.findChildren(NameDialog)[0]
    dialog.name.setText("常客")
    dialog.accept()
    await until(lambda: page.is_settled)

    segments = page.enter("segments")
    assert isinstance(segments, SegmentsView)
    await until(lambda: page.is_settled)
    assert segments.found is not None
    ((saved, reach),) = segments.found.saved
    assert (saved.name, reach.people) == ("常客", 1)
    asked: list[dict[str, str]] = []
    segments.go.connect(lambda _tab, question: asked.append(question))
    borne = next(one for one in segments.found.labels if one.label.key == "province:浙江省")
    assert borne.people == 5
    segments.labels.chosen.emit(borne)
    page.open_at(asked[-1])
    await until(lambda: page.is_settled)
    assert isinstance(page.view, CustomerListView)
    assert page.view.card.model.rowCount() == 5
    await page.close_page()
    page.close()


async def test_without_orders_nothing_is_made_up(desk: Desk, until: Any) -> None:
    page = CustomersPage(desk)
    page.show()
    await until(lambda: page.is_settled)
    assert isinstance(page.view, MatrixView)
    assert page.view.none.isVisible()
    assert not page.view.body.isVisible()
    await page.close_page()
    page.close()
