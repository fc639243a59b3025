"""Who of a show was there before: people by the helper's keys, buyers by their orders."""

from sqlalchemy import Connection

from console.core.clock import DAY, MINUTE
from console.core.live import LiveAction, LiveEvent, LiveEventType, LiveRow, LiveSignal, LiveSource
from console.core.model import OrderStatus
from console.rules.live_fans import Fans
from console.store import live_view
from console.store.live_loyal import fans
from console.store.live_recaps import has_orders
from console.store.live_taking import take

AT = 1_768_444_200_000


def show(conn: Connection, name: str, at: int, people: range) -> None:
    rows: list[LiveRow] = [LiveSignal(session_id=name, action=LiveAction.START, at=at)]
    rows += [
        LiveEvent(
            session_id=name,
            event_id=f"{n}",
            at=at + MINUTE + n,
            type=LiveEventType.COMMENT,
            user_key=f"u{n}",
            text="好",
        )
        for n in people
    ]
    rows.append(LiveEvent(session_id=name, event_id="e", at=at, type=LiveEventType.ENTER, user_key="only-entered"))
    rows.append(LiveSignal(session_id=name, action=LiveAction.STOP, at=at + 30 * MINUTE))
    take(conn, rows, at, LiveSource.INGEST)


def of(conn: Connection, name: str) -> Fans:
    found = live_view.show(conn, name)
    assert found is not None
    return fans(conn, found, has_orders=has_orders(conn, found.until_at))


def order(conn: Connection, number: int, paid_at: int, buyer: str, status: OrderStatus = OrderStatus.TO_SHIP) -> None:
    conn.exec_driver_sql(
        "INSERT INTO orders (shop_id, order_no, status, status_code, paid_at, amount_fen, buyer_id, buyer_masked,"
        " buyer_note, seller_note, flag, risk, refunding, outer_no, source, receiver, region, parcels, kept_at)"
        " VALUES ('kuaishou:1', ?, ?, '', ?, 990, ?, '', '', '', '', 0, 0, '', '', '{}', '', '[]', 0)",
        (str(number), status.value, paid_at, buyer),
    )


def test_people_who_spoke_before_are_counted_once_however_often_they_came(conn: Connection) -> None:
    show(conn, "a", AT - 2 * DAY, range(40))
    assert of(conn, "a").viewers.doubt == "first"
    show(conn, "b", AT - DAY, range(20, 60))
    show(conn, "c", AT, range(50, 90))
    assert (of(conn, "b").viewers.people, of(conn, "b").viewers.returning) == (40, 20)
    found = of(conn, "c").viewers
    assert (found.people, found.returning, found.before, found.share) == (40, 10, 2, 0.25)


def test_buyers_are_known_as_far_as_orders_are_read_and_name_them(conn: Connection) -> None:
    show(conn, "c", AT, range(1))
    for number in range(40):
        order(conn, number, AT + MINUTE, f"b{number}")
    for number in range(10):
        order(conn, 100 + number, AT - 3 * DAY, f"b{number}")
        order(conn, 200 + number, AT - 2 * DAY, f"b{number}")
    order(conn, 300, AT - DAY, "b20", OrderStatus.UNPAID)
    order(conn, 301, AT + 2 * MINUTE, "")
    assert of(conn, "c").buyers.doubt == "no_orders"
    conn.exec_driver_sql(
        "INSERT INTO cursors (shop_id, stream, watermark) VALUES ('kuaishou:1', 'orders', ?)", (AT + DAY,)
    )
    found = of(conn, "c").buyers
    assert (found.people, found.returning, found.share) == (40, 10, 0.25)
    assert (found.before, found.unnamed, found.since_at) == (20, 1, AT - 3 * DAY)
