"""What became of a show's orders: refunds by amount and by item, ads of the hours it touches, sources held together."""

import msgspec
from sqlalchemy import Connection

from console.core.clock import DAY, HOUR, MINUTE
from console.core.live import LiveAction, LiveEvent, LiveEventType, LiveRow, LiveSignal, LiveSnapshot, LiveSource
from console.core.model import (
    AdHour,
    AfterSale,
    AfterSaleKind,
    AfterSaleStatus,
    Order,
    OrderLine,
    OrderStatus,
    Platform,
    Shop,
)
from console.rules.live_reconcile import AdsOfShow, is_settled
from console.store import ads, live_after, live_recaps, live_typed, live_view
from console.store.aftersales import save_after_sales
from console.store.live_taking import take
from console.store.orders import save_orders
from console.store.shops import put_shop

SHOP = Shop(shop_id="kuaishou:1", platform=Platform.KUAISHOU, platform_shop_id="1", name="店")


def order(number: int, paid_at: int | None, item_id: str = "7") -> Order:
    status = OrderStatus.UNPAID if paid_at is None else OrderStatus.TO_SHIP
    line = OrderLine(line_no="1", title="巾", item_id=item_id, quantity=1)
    made_at = paid_at or 1
    return Order(
        order_no=str(number),
        status=status,
        amount_fen=1_000 * number,
        created_at=made_at,
        paid_at=paid_at,
        updated_at=made_at,
        lines=(line,),
    )


def back(
    number: int, status: AfterSaleStatus, amount: int, kind: AfterSaleKind = AfterSaleKind.REFUND_ONLY
) -> AfterSale:
    return AfterSale(
        after_sale_no=f"r{number}{status}",
        order_no=str(number),
        kind=kind,
        status=status,
        amount_fen=amount,
        updated_at=1,
    )


def sell(conn: Connection, now: int) -> None:
    put_shop(conn, SHOP)
    orders = [
        order(1, now),
        order(2, now + MINUTE),
        order(3, now + 2 * MINUTE, "8"),
        order(4, None),
        order(5, now + DAY),
    ]
    save_orders(conn, SHOP.shop_id, orders, now)


def test_refunds_are_unknown_until_after_sales_are_read(conn: Connection, now: int) -> None:
    sell(conn, now)
    found = live_after.after(conn, now, now + HOUR)
    assert (found.orders, found.gmv_fen, found.refunded_fen, found.refund_share) == (3, 6_000, None, None)
    rows = [
        back(1, AfterSaleStatus.SUCCESS, 600),
        back(2, AfterSaleStatus.WAIT_SELLER, 2_000),
        back(3, AfterSaleStatus.SUCCESS, 0, AfterSaleKind.EXCHANGE),
        back(5, AfterSaleStatus.SUCCESS, 5_000),
    ]
    save_after_sales(conn, SHOP.shop_id, rows, now)
    conn.exec_driver_sql("INSERT INTO cursors (shop_id, stream, watermark) VALUES ('kuaishou:1', 'after_sales', 9)")
    found = live_after.after(conn, now, now + HOUR)
    assert (found.refunded_orders, found.refunded_fen, found.open_orders, found.read_at) == (1, 600, 1, 9)
    assert found.refund_share == 0.1
    assert found.by_item == {"7": (2, 1), "8": (1, 0)}
    assert not is_settled(now, now + 14 * DAY)
    assert is_settled(now, now + 15 * DAY)


def test_ads_are_of_the_whole_hours_a_show_touches(conn: Connection, now: int) -> None:
    hour = now // HOUR * HOUR
    assert live_after.ads(conn, now, now + HOUR) is None
    hours = [
        AdHour(advertiser_id="a", begin_at=hour, cost_fen=100, gmv_fen=500, orders=1, watched_s=60.0, live_views=10),
        AdHour(
            advertiser_id="a", begin_at=hour + HOUR, cost_fen=300, gmv_fen=None, orders=2, watched_s=90.0, live_views=20
        ),
        AdHour(advertiser_id="a", begin_at=hour + 2 * HOUR, cost_fen=7, gmv_fen=7, orders=7),
    ]
    ads.save_hours(conn, hours, now)
    assert live_after.ads(conn, hour + MINUTE, hour + HOUR + 1) == AdsOfShow(cost_fen=400, orders=3, watched_s=80.0)
    assert live_after.ads_rates(conn, hour, hour + MINUTE) == {}  # nobody says when it was read
    ads.put_account(conn, "a", "kuaishou:1", now)
    ads.note_read(conn, "a", now)
    (rate,) = live_after.ads_rates(conn, hour, hour + MINUTE)["stay"]
    assert (rate.value, rate.source, rate.at) == (60.0, LiveSource.ADS, now)
    first = live_after.ads(conn, hour + MINUTE, hour + HOUR)
    assert first is not None
    assert first.roi == 5.0


def test_the_helper_is_held_against_the_most_exact_other_source(conn: Connection, now: int) -> None:
    sell(conn, now)
    rows: list[LiveRow] = [
        LiveSignal(session_id="s", action=LiveAction.START, at=now),
        LiveSnapshot(session_id="s", at=now + 10 * MINUTE, viewers=1_000, comments=100, orders_paid=3, gmv_fen=6_600),
        LiveSignal(session_id="s", action=LiveAction.STOP, at=now + 11 * MINUTE),
    ]
    take(conn, rows, now, LiveSource.INGEST)
    export = LiveSnapshot(session_id="s", at=now + 10 * MINUTE, viewers=1_020, comments=110, item_clicks=9, gmv_fen=1)
    live_typed.put(conn, "s", [export], LiveSource.FILE, now + HOUR)
    conn.exec_driver_sql(
        "INSERT INTO cursors (shop_id, stream, watermark) VALUES ('kuaishou:1', 'orders', ?)", (now + HOUR,)
    )
    show = live_view.show(conn, "s")
    assert show is not None
    recap = live_recaps.recap(conn, show)
    told = {one.key: (one.mine.value, one.other.value, one.other.source, one.is_far) for one in recap.compared}
    assert told == {
        "gmv_fen": (6_600, 6_000, LiveSource.ORDERS, True),
        "orders": (3, 3, LiveSource.ORDERS, False),
        "viewers": (1_000, 1_020, LiveSource.FILE, False),
        "comments": (100, 110, LiveSource.FILE, True),
        "item_clicks": (None, 9, LiveSource.FILE, False),
    }
    assert recap.after is not None
    assert recap.after.orders == 3


def test_items_sold_what_the_orders_say_once_these_are_read(conn: Connection, now: int) -> None:
    click = LiveEvent(session_id="s", event_id="1", at=now + 1, type=LiveEventType.ITEM_CLICK, item_id="9")
    rows: list[LiveRow] = [
        LiveSignal(session_id="s", action=LiveAction.START, at=now),
        click,
        LiveEvent(session_id="s", event_id="2", at=now + 2, type=LiveEventType.ORDER, item_id="9", amount_fen=5),
        LiveSignal(session_id="s", action=LiveAction.STOP, at=now + 11 * MINUTE),
    ]
    take(conn, rows, now, LiveSource.INGEST)
    sell(conn, now)
    known = order(6, now + 3 * MINUTE, "6")
    lines = (msgspec.structs.replace(known.lines[0], amount_fen=900),)
    save_orders(conn, SHOP.shop_id, [msgspec.structs.replace(known, lines=lines)], now)
    show = live_view.show(conn, "s")
    assert show is not None

    def items() -> list[tuple[str, int | None, int | None, int | None]]:
        found = live_recaps.recap(conn, show).items
        return [(one.item_id, one.clicks, one.orders, one.gmv_fen) for one in found]

    assert items() == [("9", 1, 1, 5)], "orders were not read so far: the page's own word"
    conn.exec_driver_sql(
        "INSERT INTO cursors (shop_id, stream, watermark) VALUES ('kuaishou:1', 'orders', ?)", (now + HOUR,)
    )
    assert items() == [("9", 1, 0, 0), ("7", None, 2, None), ("6", None, 1, 900), ("8", None, 1, None)]
