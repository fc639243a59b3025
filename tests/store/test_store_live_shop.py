"""Whose show it is, where several Kuaishou shops are bound: told by its items or its room, else said to be of all."""

from sqlalchemy import Connection

from console.core.clock import DAY, HOUR, MINUTE, SECOND
from console.core.live import LiveAction, LiveEvent, LiveEventType, LiveRow, LiveSignal, LiveSnapshot, LiveSource
from console.core.model import Item, Listing, Order, OrderLine, OrderStatus, Platform, Shop
from console.rules.live import Rate
from console.store import live_board, live_moments, live_plan, live_recaps, live_room, live_shop, live_view
from console.store.items import save_listings
from console.store.live_minutes import minutes
from console.store.live_taking import take
from console.store.orders import save_orders
from console.store.shops import put_shop
from console.store.views_live import SoldLive
from console.ui.tabs.live.reading import LiveReading, read_live

ONE, OTHER = "kuaishou:1", "kuaishou:9"


def stand(conn: Connection, now: int, *numbers: str) -> live_view.Show:
    """Shops that each sold something in a show that is on; of the first for 100 fen, of the other for 99,900."""
    for number in numbers:
        shop_id = f"kuaishou:{number}"
        put_shop(conn, Shop(shop_id=shop_id, platform=Platform.KUAISHOU, platform_shop_id=number, name=number))
        save_listings(conn, shop_id, [Listing(item=Item(item_id=f"i{number}", title="", stock=5), skus=())], now)
        line = OrderLine(line_no="1", title="", item_id=f"i{number}", quantity=1)
        sold = Order(
            order_no=f"o{number}",
            status=OrderStatus.TO_SHIP,
            paid_at=now - MINUTE,
            amount_fen=100 if number == "1" else 99_900,
            lines=(line,),
        )
        save_orders(conn, shop_id, [sold], now)
        conn.exec_driver_sql("INSERT INTO cursors (shop_id, stream, watermark) VALUES (?, 'orders', ?)", (shop_id, now))
    rows: list[LiveRow] = [
        LiveSignal(session_id="s", action=action, at=at)
        for action, at in ((LiveAction.START, now - 2 * MINUTE), (LiveAction.HEARTBEAT, now))
    ]
    take(conn, rows, now, LiveSource.INGEST)
    show = live_view.show(conn, "s")
    assert show is not None
    return show


def sums(conn: Connection, show: live_view.Show, now: int) -> set[tuple[int, int]]:
    """Fen, and of how many shops together that is said to be: of cockpit, recap and the line of the last show."""
    told = live_board.sales(conn, show, minutes(conn, "s"), now)
    recap = live_recaps.recap(conn, show)
    line = live_moments.summed(conn, show)
    figure = recap.figures.get("gmv_fen", Rate())
    assert recap.after is not None
    assert recap.after.gmv_fen == figure.value
    return {
        (sum(amount for _, amount in told.sold or ()), told.shops),
        (int(figure.value or 0), figure.shops),
        (line.gmv_fen or 0, line.shops),
    }


def clicked(conn: Connection, item_id: str, now: int) -> None:
    event = LiveEvent(session_id="s", event_id=item_id, at=now, type=LiveEventType.ITEM_CLICK, item_id=item_id)
    take(conn, [event], now, LiveSource.INGEST)


def test_of_one_shop_everything_is_the_shows_and_nothing_need_be_said(conn: Connection, now: int) -> None:
    assert sums(conn, stand(conn, now, "1"), now) == {(100, 0)}


def test_nobody_tells_whose_show_it_is_so_all_shops_are_said_to_be_in_it(conn: Connection, now: int) -> None:
    assert sums(conn, stand(conn, now, "1", "9"), now) == {(100_000, 2)}


def test_the_items_of_a_show_tell_its_shop(conn: Connection, now: int) -> None:
    show = stand(conn, now, "1", "9")
    clicked(conn, "i1", now - SECOND)
    assert sums(conn, show, now) == {(100, 0)}
    recap = live_recaps.recap(conn, show)
    assert {one.item_id for one in recap.items} == {"i1"}
    assert [one.item_id for one in live_moments.goods_then(conn, show, now).goods] == ["i1"]
    live_room.put(conn, "s", OTHER, 12, now)  # another room is on at the same time
    assert live_shop.whose(conn, "s").shop_id == ONE
    clicked(conn, "i9", now)
    assert live_shop.whose(conn, "s") == live_shop.Whose(shops=2)


def test_what_shows_sold_is_of_the_shops_whose_shows_they_are(conn: Connection, now: int) -> None:
    stand(conn, now, "1", "9")
    stretch = (now - HOUR, now + 1, now)
    assert live_plan.sold_live(conn, *stretch).paid_fen == 100_000
    clicked(conn, "i1", now - SECOND)
    assert live_plan.sold_live(conn, *stretch) == SoldLive(shows=1, is_on=True, orders=1, paid_fen=100)
    assert live_plan.sold_live(conn, *stretch, ONE).paid_fen == 100
    assert live_plan.sold_live(conn, *stretch, OTHER) == SoldLive()


def test_where_no_item_was_touched_the_only_room_that_is_on_tells_it(conn: Connection, now: int) -> None:
    show = stand(conn, now, "1", "9")
    live_room.put(conn, "s", OTHER, 12, now)
    assert sums(conn, show, now) == {(99_900, 0)}
    live_room.put(conn, "s", ONE, 30, now)
    assert sums(conn, show, now) == {(100_000, 2)}


def test_own_past_shows_are_none_of_another_shop(conn: Connection, now: int) -> None:
    """Median, rank and race of a small shop's show were those of the large one beside it."""
    stand(conn, now, "1", "9")
    for number, item in enumerate(("i1", "i9", "i1", ""), 1):
        at, name = now - number * DAY, f"p{number}"
        told: list[LiveRow] = [LiveSnapshot(session_id=name, at=at, online=100 * number)]
        if item:
            told.append(LiveEvent(session_id=name, event_id="c", at=at, type=LiveEventType.ITEM_CLICK, item_id=item))
        take(conn, told, now, LiveSource.INGEST)

    def online(**of: object) -> list[int | None]:
        return [show[0].online for show in live_board.past(conn, now - HOUR, **of)]  # type: ignore[arg-type]

    assert online() == [100, 200, 300, 400]
    assert online(shop_id=ONE) == [100, 300, 400], "of one nothing tells whose it was"
    assert online(shop_id=OTHER, most=1) == [200]
    clicked(conn, "i1", now)
    reading = read_live(conn, now, None)
    assert isinstance(reading, LiveReading)
    assert (reading.past_shows, reading.kept.shop_id) == (3, ONE)
