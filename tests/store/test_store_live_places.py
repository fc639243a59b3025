"""Where a show's orders were made, and two shops' rooms: what is not the show's own stands beside it and not in it."""

from msgspec.structs import replace
from sqlalchemy import Connection

from console.core.clock import MINUTE, SECOND
from console.core.live import LIVE_ROOM, LiveAction, LiveSignal, LiveSnapshot, LiveSource, SoldIn
from console.core.model import Order, OrderStatus, Platform, Shop
from console.rules.live_reconcile import Places
from console.store import live_board, live_places, live_recaps, live_room, live_sessions, live_view
from console.store.live_taking import take
from console.store.orders import save_orders
from console.store.pages import driver
from console.store.shops import put_shop

ONE = Shop(shop_id="kuaishou:1", platform=Platform.KUAISHOU, platform_shop_id="1", name="一店")
TWO = Shop(shop_id="kuaishou:2", platform=Platform.KUAISHOU, platform_shop_id="2", name="二店")
ROOM, VIDEO = SoldIn(kind=LIVE_ROOM, place_id="88"), SoldIn(kind=1, place_id="5")


def order(number: int, at: int, sold_in: SoldIn | None = None, amount: int | None = 1_000) -> Order:
    return Order(
        order_no=str(number),
        status=OrderStatus.TO_SHIP,
        amount_fen=amount,
        created_at=at,
        paid_at=at,
        updated_at=at,
        sold_in=sold_in,
        buyer_id=f"b{number}",
    )


def show(conn: Connection, now: int) -> live_view.Show:
    put_shop(conn, ONE)
    put_shop(conn, TWO)
    rows = [LiveSignal(session_id="s", action=LiveAction.START, at=now)]
    take(conn, [*rows, LiveSnapshot(session_id="s", at=now + 10 * MINUTE, online=5)], now, LiveSource.INGEST)
    conn.exec_driver_sql(
        "INSERT INTO cursors (shop_id, stream, watermark) VALUES ('kuaishou:1', 'orders', ?)", (now + 10 * MINUTE,)
    )
    found = live_view.show(conn, "s")
    assert found is not None
    return found


def test_orders_made_elsewhere_stand_beside_the_show_and_not_in_it(conn: Connection, now: int) -> None:
    one = show(conn, now)
    made = [order(1, now + 1), order(2, now + 2, ROOM), order(3, now + 3, VIDEO, 7_000), order(4, now + 4, None, None)]
    save_orders(conn, ONE.shop_id, made, now)
    recap = live_recaps.recap(conn, one)
    assert recap.places == Places(live=1, elsewhere=1, elsewhere_fen=7_000, untold=2)
    assert (recap.figures["orders"].value, recap.figures["gmv_fen"].value) == (3, 2_000)
    assert recap.after is not None
    assert (recap.after.orders, recap.after.gmv_fen) == (3, 2_000)
    assert recap.fans is not None
    assert recap.fans.buyers.people == 3
    assert live_board.sales(conn, one, [], now + 10 * MINUTE).orders == 3


def test_where_nobody_says_it_all_orders_of_the_window_count(conn: Connection, now: int) -> None:
    one = show(conn, now)
    save_orders(conn, ONE.shop_id, [order(1, now + 1), order(2, now + 2)], now)
    recap = live_recaps.recap(conn, one)
    assert (recap.figures["orders"].value, recap.places) == (2, Places(untold=2))


def test_a_list_that_does_not_say_where_takes_nothing_back(conn: Connection, now: int) -> None:
    show(conn, now)
    save_orders(conn, ONE.shop_id, [order(1, now, VIDEO), order(2, now)], now)
    save_orders(conn, ONE.shop_id, [replace(order(1, now), flag="red"), order(2, now)], now)
    assert live_places.places(conn, now, now + 1) == Places(elsewhere=1, elsewhere_fen=1_000, untold=1)
    live_places.put(conn, ONE.shop_id, "1", ROOM)
    live_places.put(conn, ONE.shop_id, "unknown", ROOM)
    assert live_places.places(conn, now, now + 1) == Places(live=1, untold=1)


def test_the_orders_to_ask_for_are_the_shops_own_untold_ones_the_latest_first(conn: Connection, now: int) -> None:
    show(conn, now)
    save_orders(conn, ONE.shop_id, [order(1, now), order(2, now + 1, ROOM), order(3, now + 2), order(4, now + 9)], now)
    save_orders(conn, TWO.shop_id, [order(5, now)], now)
    assert live_places.untold(conn, ONE.shop_id, now, now + 9, 8) == ["3", "1"]
    assert live_places.untold(conn, ONE.shop_id, now, now + 9, 1) == ["3"]


def test_the_orders_of_a_stretch_are_found_without_reading_any_other(conn: Connection, now: int) -> None:
    show(conn, now)
    save_orders(conn, ONE.shop_id, [order(n, now - n * MINUTE) for n in range(1, 1_500)], now)
    made = [0]

    def count() -> int:
        made[0] += 1
        return 0

    driver(conn).set_progress_handler(count, 100)
    try:
        assert len(live_view.sales(conn, now - 3 * MINUTE, now)) == 3
        assert live_places.places(conn, now - 3 * MINUTE, now).untold == 3
        assert len(live_places.untold(conn, ONE.shop_id, now - 3 * MINUTE, now, 8)) == 3
    finally:
        driver(conn).set_progress_handler(None, 0)
    assert made[0] < 20, "hundreds of steps; to look at all of them takes many more"


def test_two_shops_on_air_are_never_added_up(conn: Connection, now: int) -> None:
    one = show(conn, now)
    for seconds, shop, people in ((0, ONE, 300), (1, TWO, 40), (15, ONE, 310), (16, TWO, 30), (30, ONE, 320)):
        assert live_room.put(conn, "s", shop.shop_id, people, now + seconds * SECOND)
    told = [pair.snapshot for pair in live_view.snapshots(conn, "s") if pair.source is LiveSource.SHOP_UV]
    assert [(row.viewers, row.online) for row in told] == [(300, None), (310, None), (320, None)]
    rooms = live_recaps.recap(conn, one).rooms
    assert [(room.name, room.most, room.last, room.is_of_moment) for room in rooms] == [
        *(("一店", 320, 320, False), ("二店", 40, 30, True))
    ]


def test_rooms_go_with_their_show_when_it_is_stitched(conn: Connection, now: int) -> None:
    show(conn, now)
    later = now + 60 * MINUTE
    take(conn, [LiveSignal(session_id="t", action=LiveAction.START, at=later)], later, LiveSource.INGEST)
    live_room.put(conn, "t", TWO.shop_id, 40, later)
    live_sessions.stitch(conn, "t", later)
    assert [(room.shop_id, room.last) for room in live_room.rooms(conn, "s")] == [(TWO.shop_id, 40)]
