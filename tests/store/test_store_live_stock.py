"""Stock of what is on show, noted when it changes; a show is not prolonged by it."""

from sqlalchemy import Connection

from console.core.clock import HOUR, MINUTE
from console.core.live import LiveEvent, LiveEventType, LiveSource
from console.core.model import Item, Listing, Order, OrderLine, OrderStatus, Platform, Shop
from console.store import live_board, live_stock, live_view
from console.store.item_readings import note_complete, note_page
from console.store.items import save_listings
from console.store.live_taking import take
from console.store.orders import save_orders
from console.store.shops import put_shop

SHOP = Shop(shop_id="kuaishou:1", platform=Platform.KUAISHOU, platform_shop_id="1", name="店")


def stand(conn: Connection, now: int, **stock: int) -> None:
    goods = [Listing(item=Item(item_id=name[1:], title=name, stock=left), skus=()) for name, left in stock.items()]
    save_listings(conn, SHOP.shop_id, goods, now)


def click(item_id: str, at: int) -> LiveEvent:
    return LiveEvent(session_id="s", event_id=f"c{item_id}{at}", at=at, type=LiveEventType.ITEM_CLICK, item_id=item_id)


def test_stock_is_noted_when_it_changes_and_told_as_of_a_moment(conn: Connection, now: int) -> None:
    put_shop(conn, SHOP)
    stand(conn, now, i1=50, i2=9, i3=7)
    take(conn, [click("1", now), click("2", now)], now, LiveSource.INGEST)
    before = live_view.show(conn, "s")
    assert live_stock.note(conn, "s", now + MINUTE) == 2
    assert live_stock.note(conn, "s", now + 2 * MINUTE) == 0
    stand(conn, now, i1=44, i2=0)
    assert live_stock.note(conn, "s", now + 3 * MINUTE) == 2
    assert live_stock.stock_at(conn, "s", now) == {}
    assert live_stock.stock_at(conn, "s", now + 2 * MINUTE) == {"1": 50, "2": 9}
    assert live_stock.stock_at(conn, "s", now + HOUR) == {"1": 44, "2": 0}
    assert live_view.show(conn, "s") == before


def test_what_was_in_play_once_is_followed_on(conn: Connection, now: int) -> None:
    put_shop(conn, SHOP)
    stand(conn, now, i1=50)
    take(conn, [click("1", now)], now, LiveSource.INGEST)
    live_stock.note(conn, "s", now)
    stand(conn, now, i1=3)
    assert live_stock.note(conn, "s", now + HOUR) == 1


def sale(number: int, at: int, pieces: int = 1) -> LiveEvent:
    kind = LiveEventType.ORDER
    return LiveEvent(session_id="s", event_id=f"o{number}", at=at, type=kind, item_id="1", amount_fen=100, count=pieces)


def on_show(conn: Connection, now: int) -> live_board.Goods:
    (one,) = live_board.goods(conn, "s", live_board.tally(conn, "s", live_board.Tally()), now)
    return one


def test_what_sold_since_the_stock_was_read_is_taken_off(conn: Connection, now: int) -> None:
    put_shop(conn, SHOP)
    stand(conn, now - 14 * MINUTE, i1=100)
    take(conn, [sale(n, now - 15 * MINUTE + n * 9_000) for n in range(100)], now, LiveSource.INGEST)
    one = on_show(conn, now)
    assert (one.stock, one.stock_at, one.sold_since, one.left) == (100, now - 14 * MINUTE, 93, 7)
    assert one.minutes_left is not None
    assert live_board.risk(one.minutes_left) == "high"
    note_complete(conn, SHOP.shop_id, now - MINUTE, now)  # read anew, and as it was: somebody filled it up
    again = on_show(conn, now)
    assert (again.stock_at, again.sold_since, again.left) == (now - MINUTE, 6, 94)


def test_pieces_are_those_of_the_shops_orders_where_the_show_tells_fewer(conn: Connection, now: int) -> None:
    put_shop(conn, SHOP)
    stand(conn, now - 10 * MINUTE, i1=50)
    take(conn, [sale(1, now - 9 * MINUTE)], now, LiveSource.INGEST)

    def order(number: int, at: int, status: OrderStatus = OrderStatus.TO_SHIP, item_id: str = "1") -> Order:
        lines = (OrderLine(line_no="1", title="", item_id=item_id, quantity=3),)
        return Order(order_no=str(number), status=status, paid_at=at, amount_fen=100, lines=lines)

    rows = [
        *(order(1, now - 9 * MINUTE), order(2, now - MINUTE)),
        *(order(3, now - 11 * MINUTE), order(4, now - MINUTE, OrderStatus.UNPAID), order(5, now - MINUTE, item_id="2")),
    ]
    save_orders(conn, SHOP.shop_id, rows, now)
    assert (on_show(conn, now).sold_since, on_show(conn, now).left) == (6, 44)


def test_what_sells_while_a_long_list_is_read_is_not_lost(conn: Connection, now: int) -> None:
    """The list's first page was asked for ten minutes before its last was kept."""
    put_shop(conn, SHOP)
    stand(conn, now - HOUR, i1=50)
    take(conn, [sale(n, now - n * MINUTE) for n in (12, 9, 5, 1)], now, LiveSource.INGEST)
    note_complete(conn, SHOP.shop_id, now - 10 * MINUTE, now - 2 * MINUTE)
    assert (on_show(conn, now).stock_at, on_show(conn, now).sold_since) == (now - 10 * MINUTE, 3)
    stand(conn, now - 4 * MINUTE, i1=40)
    note_page(conn, SHOP.shop_id, now - 6 * MINUTE, now - 4 * MINUTE)
    one = on_show(conn, now)
    assert (one.stock_at, one.sold_since, one.left) == (now - 6 * MINUTE, 2, 38), "its page was asked for before"
    note_complete(conn, SHOP.shop_id, now - 3 * MINUTE, now)
    assert on_show(conn, now).sold_since == 1
    (left,) = conn.exec_driver_sql("SELECT count(*) FROM item_readings").one()
    assert left == 1, "what an older page told is told by the list"
