"""Switches: as they come, turned one by one, each turn in the audit."""

import msgspec
from sqlalchemy import Connection

from console.core.permissions import Permissions, Switch
from console.store.permissions import permissions, put_read_only, put_switch

SHOP, OTHER = "kuaishou:1", "youzan:2"


def audit(conn: Connection) -> list[tuple[str, object]]:
    rows = conn.exec_driver_sql("SELECT subject, detail FROM audit ORDER BY id")
    return [(str(subject), msgspec.json.decode(detail)) for subject, detail in rows]


def test_an_untouched_shop_has_the_usual_switches(conn: Connection) -> None:
    assert permissions(conn, SHOP) == Permissions()
    assert permissions(conn, SHOP).on == {Switch.PRODUCTS, Switch.ORDERS, Switch.DATA}


def test_each_switch_turns_by_itself_and_for_one_shop(conn: Connection, now: int) -> None:
    assert put_switch(conn, SHOP, Switch.DATA, False, now)
    assert put_switch(conn, SHOP, Switch.REAL_TIME, True, now)
    assert permissions(conn, SHOP).on == {Switch.PRODUCTS, Switch.ORDERS, Switch.REAL_TIME}
    assert permissions(conn, OTHER) == Permissions()
    assert put_switch(conn, SHOP, Switch.DATA, True, now)
    assert Switch.DATA in permissions(conn, SHOP).on


def test_read_only_is_a_lock_of_its_own(conn: Connection, now: int) -> None:
    assert put_read_only(conn, SHOP, True, now)
    assert permissions(conn, SHOP) == Permissions(read_only=True)
    assert put_read_only(conn, SHOP, False, now)
    assert permissions(conn, SHOP) == Permissions()


def test_what_changes_is_in_the_audit_and_what_does_not_is_not(conn: Connection, now: int) -> None:
    assert not put_switch(conn, SHOP, Switch.ORDERS, True, now)
    assert not put_read_only(conn, SHOP, False, now)
    put_switch(conn, SHOP, Switch.ORDERS, False, now)
    put_switch(conn, SHOP, Switch.ORDERS, False, now)
    put_read_only(conn, SHOP, True, now)
    assert audit(conn) == [
        ("shops.kuaishou:1.orders", {"from": None, "to": False}),
        ("shops.kuaishou:1.read_only", {"from": None, "to": True}),
    ]
