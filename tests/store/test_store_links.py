from typing import Any

from sqlalchemy import Connection

from console.core.model import EXTERNAL, Link, Mapping, Order, OrderLine, OrderStatus, Receiver
from console.store.link_decisions import link_by_hand, unlink
from console.store.links import link_counts, save_links, unsettled
from console.store.order_list import KEYS, orders_json
from console.store.orders import save_orders
from console.store.shops import pair, pairs, remove_shop
from console.store.views import Pair, Saved


def order(no: str, **more: Any) -> Order:
    line = OrderLine(line_no=f"{no}-1", title="保温杯", code="XH-1", quantity=2)
    return Order(**{"order_no": no, "status": OrderStatus.TO_SHIP, "amount_fen": 100, "lines": (line,)} | more)


def fill(conn: Connection, bound: Pair, now: int) -> None:
    save_orders(conn, bound.kuaishou_shop_id, [order("1"), order("2"), order("3")], now)
    save_orders(conn, bound.youzan_shop_id, [order("E1", amount_fen=90), order("E2"), order("E9")], now)


def linked(order_no: str | None, trade_no: str | None, mapping: Mapping = Mapping.LINKED) -> Link:
    return Link(order_no=order_no, trade_no=trade_no, mapping=mapping, confidence=1.0, reason="outer_no")


FIRST = [
    linked("1", "E1"),
    linked("2", None, Mapping.MISSING_TRADE),
    linked("3", None, Mapping.WAITING),
    linked(None, "E9", Mapping.MISSING_ORDER),
]


def shown(conn: Connection) -> dict[str, tuple[str | None, str | None]]:
    """Of each row its mapping, and the number of the row it is shown under."""
    asked = "SELECT o.order_no, o.mapping, lead.order_no FROM orders o LEFT JOIN orders lead ON lead.id = o.under_id"
    return {no: (mapping, lead) for no, mapping, lead in conn.exec_driver_sql(asked)}


def test_candidates_carry_what_matching_compares(conn: Connection, bound: Pair, now: int) -> None:
    two_lines = (
        OrderLine(line_no="a", title="x", code="A", quantity=1, outer_line_no="1-1"),
        OrderLine(line_no="b", title="y", code="", quantity=3),
    )
    receiver = Receiver(province="浙江省", city="杭州市")
    save_orders(conn, bound.kuaishou_shop_id, [order("1", created_at=5, paid_at=6, receiver=receiver)], now)
    trades = [order("E1", lines=two_lines, outer_no="1"), order("E2", source=EXTERNAL), order("E3", lines=())]
    save_orders(conn, bound.youzan_shop_id, trades, now)
    found = unsettled(conn, bound)
    (only,) = found.orders
    assert (only.no, only.codes, only.quantity, only.amount_fen) == ("1", ("XH-1",), 2, 100)
    assert (only.created_at, only.paid_at, only.region, only.line_nos) == (5, 6, "浙江省|杭州市|", ("1-1",))
    assert not only.imported
    first, second, third = found.trades
    assert (first.codes, first.quantity, first.outer_no, first.line_nos) == (("A", ""), 4, "1", ("1-1",))
    assert (first.imported, second.imported, third.imported) == (True, True, False)
    assert (third.codes, third.quantity) == ((), 0)


def test_links_are_kept_and_noted_on_the_rows(conn: Connection, bound: Pair, now: int) -> None:
    fill(conn, bound, now)
    assert save_links(conn, bound, FIRST, now) == Saved(inserted=4, ids=("1", "2", "3", "E9"))
    assert shown(conn) == {
        "1": ("linked", None),
        "2": ("missing_trade", None),
        "3": ("waiting", None),
        "E1": (None, "1"),
        "E2": (None, None),
        "E9": ("missing_order", None),
    }
    assert link_counts(conn, bound)[Mapping.LINKED] == 1
    assert link_counts(conn, bound)[Mapping.DUPLICATE] == 0


def test_the_same_links_again_write_nothing(conn: Connection, bound: Pair, now: int) -> None:
    fill(conn, bound, now)
    save_links(conn, bound, FIRST, now)
    before = conn.exec_driver_sql("SELECT total_changes()").scalar_one()
    assert save_links(conn, bound, list(reversed(FIRST)), now + 1) == Saved()
    assert conn.exec_driver_sql("SELECT total_changes()").scalar_one() == before


def test_changed_and_lost_links(conn: Connection, bound: Pair, now: int) -> None:
    fill(conn, bound, now)
    save_links(conn, bound, FIRST, now)
    later = [linked("1", "E2", Mapping.AMOUNT_DIFFERS), linked("2", "E1"), FIRST[2]]
    assert save_links(conn, bound, later, now) == Saved(changed=3, ids=("1", "2", "E9"))
    assert shown(conn) == {
        "1": ("amount_differs", None),
        "2": ("linked", None),
        "3": ("waiting", None),
        "E1": (None, "2"),
        "E2": (None, "1"),
        "E9": (None, None),
    }


def test_a_link_made_by_hand_stays(conn: Connection, bound: Pair, now: int) -> None:
    fill(conn, bound, now)
    save_links(conn, bound, FIRST, now)
    link_by_hand(conn, bound, "2", "E1", now)
    assert {c.no for c in unsettled(conn, bound).orders} == {"1", "3"}
    assert {c.no for c in unsettled(conn, bound).trades} == {"E2", "E9"}
    save_links(conn, bound, FIRST, now)
    assert shown(conn)["E1"] == (None, "2")
    assert shown(conn)["2"] == ("linked", None)
    assert unlink(conn, bound, "2", now)
    assert not unlink(conn, bound, "2", now)
    save_links(conn, bound, FIRST, now)
    assert shown(conn)["E1"] == (None, "1")
    actions = conn.exec_driver_sql("SELECT action, subject FROM audit ORDER BY id").all()
    assert [tuple(row) for row in actions] == [("links.by_hand", "2"), ("links.unlink", "2")]


def test_a_changed_order_keeps_its_link(conn: Connection, bound: Pair, now: int) -> None:
    fill(conn, bound, now)
    save_links(conn, bound, FIRST, now)
    save_orders(conn, bound.kuaishou_shop_id, [order("1", flag="red")], now)
    save_orders(conn, bound.youzan_shop_id, [order("E1", flag="red")], now)
    assert (shown(conn)["1"], shown(conn)["E1"]) == (("linked", None), (None, "1"))


def test_the_command_lines_objects(conn: Connection, bound: Pair, now: int) -> None:
    fill(conn, bound, now)
    save_orders(conn, bound.kuaishou_shop_id, [order("4", paid_at=7, ship_by_at=8)], now)
    save_links(conn, bound, FIRST, now)
    found = list(orders_json(conn))
    assert [tuple(row) for row in found] == [(*KEYS, "kept_back")] * 5
    assert [row.pop("kept_back") for row in found] == [None] * 5
    assert [tuple(row.values()) for row in found] == [
        ("1", "E1", "linked", 1.0, 100, 90, None, None),
        ("2", None, "missing_trade", 1.0, 100, None, None, None),
        ("3", None, "waiting", 1.0, 100, None, None, None),
        ("4", None, "waiting", None, 100, None, 7, 8),
        (None, "E9", "missing_order", 1.0, None, 100, None, None),
    ]
    assert [row["order_no"] for row in orders_json(conn, Mapping.WAITING)] == ["3", "4"]
    assert [row["trade_no"] for row in orders_json(conn, Mapping.MISSING_ORDER)] == ["E9"]


def test_parting_forgets_what_links_said(conn: Connection, bound: Pair, now: int) -> None:
    fill(conn, bound, now)
    save_links(conn, bound, FIRST, now)
    assert pair(conn, "kuaishou:8", bound.youzan_shop_id)
    assert pairs(conn) == [Pair(kuaishou_shop_id="kuaishou:8", youzan_shop_id=bound.youzan_shop_id)]
    assert set(shown(conn).values()) == {(None, None)}


def test_removing_a_shop_leaves_the_other(conn: Connection, bound: Pair, now: int) -> None:
    fill(conn, bound, now)
    save_links(conn, bound, FIRST, now)
    remove_shop(conn, bound.kuaishou_shop_id)
    assert shown(conn) == {"E1": (None, None), "E2": (None, None), "E9": (None, None)}
    for table in ("order_lines", "order_search"):
        assert conn.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 3
    assert pairs(conn) == []
