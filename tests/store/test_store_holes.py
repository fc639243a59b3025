"""What was missed while a shop was signed out: opened once, filled stream by stream, told with its rows."""

from sqlalchemy import Connection

from console.core.clock import HOUR
from console.store.health import health, note_success, note_trouble
from console.store.holes import Hole, hole, note_read, open_hole

SHOP = "kuaishou:1"


def died(conn: Connection) -> None:
    """Orders were read at 1 h and goods at 2 h; at 3 h both were turned away."""
    for stream, at in (("orders", HOUR), ("items", 2 * HOUR)):
        note_success(conn, SHOP, stream, at)
        note_trouble(conn, SHOP, stream, "sign_in_needed", "kuaishou.24", "", 3 * HOUR)


def found(conn: Connection) -> Hole:
    answer = hole(conn, SHOP)
    assert answer is not None
    return answer


def test_a_shop_that_was_well_has_no_hole(conn: Connection) -> None:
    note_success(conn, SHOP, "orders", HOUR)
    note_trouble(conn, SHOP, "orders", "busy", "kuaishou.1016", "", 2 * HOUR)
    open_hole(conn, SHOP, health(conn), 3 * HOUR)
    note_read(conn, SHOP, "orders", 5, 4 * HOUR, whole=True)
    assert hole(conn, SHOP) is None


def test_it_reaches_from_the_last_whole_reading_and_is_filled_stream_by_stream(conn: Connection) -> None:
    died(conn)
    open_hole(conn, SHOP, health(conn), 9 * HOUR)
    assert (found(conn).dead_at, found(conn).from_at, found(conn).done_at) == (3 * HOUR, HOUR, None)
    note_read(conn, SHOP, "orders", 30, 10 * HOUR, whole=False)
    note_read(conn, SHOP, "orders", 8, 11 * HOUR, whole=True)
    assert found(conn).done_at is None
    note_read(conn, SHOP, "items", 0, 10 * HOUR, whole=True)
    assert found(conn).done_at == 11 * HOUR
    assert {stream: one.rows for stream, one in found(conn).streams.items()} == {"orders": 38, "items": 0}


def test_what_is_read_later_is_not_the_holes(conn: Connection) -> None:
    died(conn)
    open_hole(conn, SHOP, health(conn), 9 * HOUR)
    for stream in ("orders", "items"):
        note_read(conn, SHOP, stream, 1, 10 * HOUR, whole=True)
    note_read(conn, SHOP, "orders", 100, 20 * HOUR, whole=True)
    assert found(conn).streams["orders"].rows == 1
    assert found(conn).done_at == 10 * HOUR


def test_signing_in_twice_keeps_an_open_hole(conn: Connection) -> None:
    died(conn)
    open_hole(conn, SHOP, health(conn), 9 * HOUR)
    note_read(conn, SHOP, "orders", 7, 10 * HOUR, whole=False)
    note_trouble(conn, SHOP, "orders", "sign_in_needed", "kuaishou.24", "", 11 * HOUR)
    open_hole(conn, SHOP, health(conn), 12 * HOUR)
    assert (found(conn).signed_in_at, found(conn).streams["orders"].rows) == (9 * HOUR, 7)
