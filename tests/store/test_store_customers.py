"""Customers follow their orders: whatever happens, what is kept is what a reckoning from nothing would be."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from console.app.exported_people import say_of_customers
from console.core.clock import DAY, HOUR, parse_shop_time
from console.core.errors import Refused
from console.core.model import EXTERNAL, AfterSale, AfterSaleKind, AfterSaleStatus, Link, Mapping, Order, OrderStatus
from console.rules.customers_conditions import Condition
from console.store import customers, customers_said, customers_sheet
from console.store.aftersales import save_after_sales
from console.store.customers_asked import Asked, Reach, ids, reach
from console.store.customers_board import board, labels
from console.store.customers_sheet import CustomerRow
from console.store.links import save_links
from console.store.orders import save_orders
from console.store.pages import driver
from console.store.views import Pair

NOW = parse_shop_time("2026-11-26 14:00:00")
K, Y = "kuaishou:1", "youzan:2"
PAIR = Pair(kuaishou_shop_id=K, youzan_shop_id=Y)
LOOK = {
    "identities": "SELECT shop_id, buyer_id, how, via, rivals FROM customer_identities ORDER BY 1, 2",
    "groups": """
        SELECT group_concat(who, ' ') FROM (
            SELECT customer_id, shop_id || buyer_id AS who FROM customer_identities ORDER BY 2) GROUP BY customer_id
        ORDER BY 1
    """,
    "sums": """
        SELECT min(i.shop_id || i.buyer_id) AS who, c.sides, c.placed, c.orders, c.paid_fen, c.unpriced, c.margin_fen,
               c.refunds, c.refunded_fen, c.coupons, c.most_fen, c.first_at, c.last_at, c.gap_ms
        FROM customers AS c JOIN customer_identities AS i ON i.customer_id = c.id GROUP BY c.id ORDER BY 1
    """,
    "facets": """
        SELECT min(i.shop_id || i.buyer_id) AS who, f.facet, f.value, f.orders, f.out_of = c.orders
        FROM customer_facets AS f JOIN customers AS c ON c.id = f.customer_id
        JOIN customer_identities AS i ON i.customer_id = f.customer_id
        GROUP BY f.customer_id, f.facet, f.value ORDER BY 1, 2, 3
    """,
}


def order(no: str, buyer: str, at: int, fen: int | None, status: OrderStatus, updated: int, **more: Any) -> Order:
    told: dict[str, Any] = {"created_at": at, "paid_at": at, "updated_at": updated, "buyer_id": buyer} | more
    return Order(order_no=no, amount_fen=fen, status=status, **told)


def follow(conn: Connection, now: int) -> int:
    """As the step does it: two at a time, and none of those who were looked at with others again."""
    due, goods = customers.due(conn)
    left = list(due)
    while left:
        brought = customers.bring(conn, left[:2], due, goods, now)
        left = [buyer for buyer in left if buyer not in brought.buyers]
    customers.done(conn, goods, now)
    return len(due)


def plainly(conn: Connection, now: int) -> None:
    """Each buyer by himself, as if nobody else was due."""
    due, goods = customers.due(conn)
    for buyer, stamp in due.items():
        customers.bring(conn, [buyer], {buyer: stamp}, goods, now)
    customers.done(conn, goods, now)


def look(conn: Connection) -> dict[str, list[Any]]:
    return {name: driver(conn).execute(asked).fetchall() for name, asked in LOOK.items()}


def from_nothing(conn: Connection, now: int) -> dict[str, list[Any]]:
    """What would be kept if it had never been kept before."""
    driver(conn).execute("DELETE FROM customer_facets")
    driver(conn).execute("DELETE FROM customers")
    driver(conn).execute("DELETE FROM customer_identities")
    plainly(conn, now)
    assert not customers.due(conn)[0]
    return look(conn)


BUYERS = st.sampled_from(("a", "b", "c"))
STATUSES = st.sampled_from((OrderStatus.SUCCESS, OrderStatus.TO_SHIP, OrderStatus.CLOSED))
STEPS = st.one_of(
    st.tuples(st.just("order"), st.integers(0, 3), BUYERS, st.integers(0, 5_000), STATUSES, st.integers(0, 200)),
    st.tuples(st.just("trade"), st.integers(0, 3), BUYERS, st.sampled_from(("", EXTERNAL)), st.integers(0, 200)),
    st.tuples(st.just("refund"), st.integers(0, 3), st.integers(1, 5_000), st.sampled_from(AfterSaleStatus)),
    st.tuples(st.just("link"), st.integers(0, 3), st.integers(0, 3)),
    st.tuples(st.just("unlink"), st.integers(0, 3)),
)


def back(number: int, fen: int, status: AfterSaleStatus, at: int) -> AfterSale:
    said: dict[str, Any] = {"kind": AfterSaleKind.REFUND_ONLY, "status": status, "amount_fen": fen, "updated_at": at}
    return AfterSale(after_sale_no=f"r{number}", order_no=f"o{number}", **said)


def link(number: int, other: int) -> Link:
    said: dict[str, Any] = {"mapping": Mapping.LINKED, "confidence": 1.0, "reason": "outer_no"}
    return Link(order_no=f"o{number}", trade_no=f"t{other}", **said)


def act(conn: Connection, step: Any, at: int) -> None:
    """One thing that happens."""
    match step:
        case ("order", number, buyer, fen, status, days):
            save_orders(conn, K, [order(f"o{number}", buyer, NOW - days * DAY, fen, status, at)], at)
        case ("trade", number, buyer, source, days):
            told = order(f"t{number}", buyer, NOW - days * DAY, 900, OrderStatus.SUCCESS, at, source=source)
            save_orders(conn, Y, [told], at)
        case ("refund", number, fen, status):
            kind = AfterSaleKind.REFUND_ONLY
            told = AfterSale(
                after_sale_no=f"r{number}",
                order_no=f"o{number}",
                kind=kind,
                status=status,
                amount_fen=fen,
                updated_at=at,
            )
            save_after_sales(conn, K, [told], at)
        case ("link", number, other):
            told = link(number, other)
            save_links(conn, PAIR, [told], at, ([f"o{number}"], [f"t{other}"]))
        case ("unlink", number):
            save_links(conn, PAIR, [], at, ([f"o{number}"], []))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(STEPS, st.booleans()), min_size=1, max_size=14))
def test_whatever_happens_what_is_kept_is_what_a_reckoning_from_nothing_is(conn: Connection, steps: Any) -> None:
    with conn.begin_nested() as world:
        for number, (step, now) in enumerate(steps):
            at = NOW + number * HOUR
            act(conn, step, at)
            if now:
                follow(conn, at)
        follow(conn, NOW + DAY)
        kept = look(conn)
        assert follow(conn, NOW + DAY) == 0
        assert kept == from_nothing(conn, NOW + DAY)
        world.rollback()


def build(conn: Connection) -> None:
    """Two people of Kuaishou; a trade of Youzan's x carries the order of a, and x bought there, too."""
    done = OrderStatus.SUCCESS
    save_orders(
        conn,
        K,
        [
            order("o0", "a", NOW - 5 * DAY, 1_000, done, NOW),
            order("o1", "a", NOW - 2 * DAY, 3_000, done, NOW),
            order("o2", "b", NOW - 70 * DAY, 900, done, NOW),
        ],
        NOW,
    )
    trades = [("t0", EXTERNAL, 5), ("t9", "", 1)]
    save_orders(
        conn, Y, [order(no, "x", NOW - days * DAY, 1_000, done, NOW, source=source) for no, source, days in trades], NOW
    )
    save_links(conn, PAIR, [link(0, 0)], NOW)
    follow(conn, NOW)


def people(conn: Connection, **asked: Any) -> list[CustomerRow]:
    wanted = Asked(now=NOW, **asked)
    return customers_sheet.rows(conn, ids(conn, wanted), NOW)


def test_a_linked_order_joins_two_buyers_and_a_trade_brought_in_is_not_bought_twice(conn: Connection) -> None:
    build(conn)
    one, other = people(conn)
    assert (one.buyer_id, one.sides, one.orders, one.paid_fen) == ("a", 3, 3, 5_000)
    assert (other.buyer_id, other.sides, other.orders, other.segment) == ("b", 1, 1, "seldom")
    sheet = customers_sheet.sheet(conn, one.id, NOW)
    assert sheet is not None
    assert [(who.buyer_id, who.how, who.via) for who in sheet.identities] == [("a", "link", "o0"), ("x", "link", "o0")]
    assert [event.number for event in sheet.events] == ["t9", "o1", "o0"]


def test_a_buyer_whom_several_orders_name_is_joined_with_none_of_them(conn: Connection) -> None:
    build(conn)
    save_orders(conn, Y, [order("t2", "x", NOW - 70 * DAY, 900, OrderStatus.SUCCESS, NOW, source=EXTERNAL)], NOW)
    save_links(conn, PAIR, [link(0, 0), link(2, 2)], NOW)
    follow(conn, NOW)
    assert [one.sides for one in people(conn)] == [2, 1, 1]
    rivals = driver(conn).execute("SELECT rivals FROM customer_identities WHERE buyer_id = 'x'").fetchone()
    assert rivals == (1,)


def test_a_person_takes_apart_and_joins_with_a_reason_that_the_audit_keeps(conn: Connection) -> None:
    build(conn)
    with pytest.raises(Refused):
        customers_said.part(conn, (Y, "x"), " ", NOW)
    assert customers_said.part(conn, (Y, "x"), "两个人", NOW) == 1
    follow(conn, NOW)
    assert [(one.buyer_id, one.orders) for one in people(conn)] == [("x", 1), ("a", 2), ("b", 1)]
    customers_said.choose(conn, (Y, "x"), (K, "b"), True, "本人确认", NOW)
    follow(conn, NOW)
    assert [(one.buyer_id, one.orders, one.sides) for one in people(conn)] == [("b", 2, 3), ("a", 2, 1)]
    actions = [row[0] for row in driver(conn).execute("SELECT action FROM audit ORDER BY id")]
    assert actions[-2:] == ["customers.part", "customers.join"]
    assert look(conn) == from_nothing(conn, NOW)


def test_what_people_say_hangs_on_whoever_he_is_joined_with(conn: Connection) -> None:
    build(conn)
    customers_said.tag(conn, (Y, "x"), "老客", NOW)
    customers_said.note(conn, (K, "a"), "问过尺码", NOW)
    customers_said.consent(conn, (Y, "x"), "sms", True, NOW)
    (one,) = people(conn, text="老客")
    sheet = customers_sheet.sheet(conn, one.id, NOW)
    assert sheet is not None
    assert (sheet.tags, sheet.consents, sheet.events[0].words) == (("老客",), {"sms": True}, "问过尺码")
    assert reach(conn, Asked(now=NOW)) == Reach(people=2, of=2, reachable=1, unasked=1)
    customers_said.block(conn, (K, "a"), "职业打假", NOW)
    assert reach(conn, Asked(now=NOW)) == Reach(people=2, of=2, blocked=1, unasked=1)
    assert [one.segment for one in people(conn)] == ["blocked", "seldom"]
    customers_said.block(conn, (Y, "x"), "", NOW, on=False)
    assert [one.segment for one in people(conn)] == ["potential", "seldom"]


def test_what_the_matrix_counts_a_click_brings(conn: Connection) -> None:
    build(conn)
    told = board(conn, NOW, None)
    assert {(cell.row, cell.column): (cell.people, cell.paid_fen) for cell in told.cells} == {
        (0, 2): (1, 5_000),
        (2, 0): (1, 900),
    }
    for cell in told.cells:
        assert len(people(conn, cells=((cell.row, cell.column),))) == cell.people
    for name, count in told.segments.items():
        assert len(people(conn, segment=name)) == count
    assert sum(told.segments.values()) == 2
    assert (told.days, told.at, told.unnamed) == (71, NOW, 0)


def test_each_label_is_borne_by_as_many_as_a_condition_by_it_finds(conn: Connection) -> None:
    build(conn)
    counted = labels(conn, NOW, None)
    assert sum(one.people > 0 for one in counted) > 20
    assert labels(conn, NOW, PAIR) == counted
    assert not any(one.people for one in labels(conn, NOW, Pair(kuaishou_shop_id="kuaishou:9", youzan_shop_id=Y)))
    for one in counted:
        if one.label.group != "category":
            by = Condition(field="label", relation="any", values=(one.label.key,))
            assert len(ids(conn, Asked(now=NOW, conditions=(by,)))) == one.people, one.label.key
    row = people(conn)[0]
    sheet = customers_sheet.sheet(conn, row.id, NOW)
    assert sheet is not None
    mine = [one.key for one in sheet.labels]
    assert {"orders:3-3", "paid:5000-9999", "platform:kuaishou", "platform:youzan"} <= set(mine)


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        (Condition(field="orders", relation="least", low=2), ["a"]),
        (Condition(field="orders", relation="equal", low=1), ["b"]),
        (Condition(field="recent", relation="most", low=1), ["a"]),
        (Condition(field="recent", relation="least", low=70), ["b"]),
        (Condition(field="recent", relation="equal", low=70), ["b"]),
        (Condition(field="gap", relation="between", low=1, high=2), ["a"]),
        (Condition(field="mean", relation="between", low=1_600, high=1_666), ["a"]),
        (Condition(field="margin", relation="least", low=0), []),
        (Condition(field="platform", relation="none", values=("youzan",)), ["b"]),
        (Condition(field="segment", relation="any", values=("seldom", "potential")), ["a", "b"]),
        (Condition(field="cell", relation="any", values=("2-0",)), ["b"]),
        (Condition(field="label", relation="any", values=("gone",)), []),
        (Condition(field="name", relation="any", values=("b",)), ["b"]),
    ],
)
def test_conditions_find_whom_they_say(conn: Connection, condition: Condition, found: list[str]) -> None:
    build(conn)
    assert [one.buyer_id for one in people(conn, conditions=(condition,))] == found


def test_segments_are_kept_by_name(conn: Connection) -> None:
    one = Condition(field="orders", relation="least", low=2)
    customers_said.save(conn, "老客", (one,), NOW)
    kept = customers_said.save(conn, " 老客 ", (one, one), NOW)
    (saved,) = customers_said.saved(conn)
    assert (saved.id, saved.name, saved.conditions) == (kept, "老客", (one, one))
    customers_said.drop(conn, kept, NOW)
    assert customers_said.saved(conn) == []


def test_who_comes_again_is_told_of_regulars_and_of_new_buyers(conn: Connection) -> None:
    done = OrderStatus.SUCCESS
    days = {"a": (200, 150, 5), "b": (200, 150), "c": (150, 5), "d": (150,), "e": (150,), "f": (5,)}
    told = [
        order(f"{who}{number}", who, NOW - back * DAY, 100, done, NOW)
        for who, backs in days.items()
        for number, back in enumerate(backs)
    ]
    save_orders(conn, K, told, NOW)
    follow(conn, NOW)
    found = board(conn, NOW, None).again
    assert (found.regulars, found.regulars_again, found.fresh, found.fresh_again) == (2, 1, 3, 1)
    assert found.times is None


def test_a_shop_that_is_forgotten_takes_its_customers_along(conn: Connection) -> None:
    build(conn)
    driver(conn).execute("DELETE FROM orders WHERE shop_id = ?", (K,))
    follow(conn, NOW)
    assert [(one.buyer_id, one.sides) for one in people(conn)] == [("x", 2)]


def test_the_demo_says_something_of_its_customers_once(conn: Connection) -> None:
    build(conn)
    say_of_customers(conn, NOW)
    before = driver(conn).execute("SELECT count(*) FROM audit").fetchone()
    say_of_customers(conn, NOW)
    assert driver(conn).execute("SELECT count(*) FROM audit").fetchone() == before
    assert len(customers_said.saved(conn)) == 2
    assert board(conn, NOW, None).lines["least_days"].own
