"""The world keeps its promises: about time, about numbers carried, about what cannot be told apart."""

from collections import Counter
from dataclasses import asdict

import pytest

from console.sandbox.clock import DAY, MINUTE, SECOND, parse_instant
from console.sandbox.refunds import ANGRY, DONE, EXCHANGE, OVER, WORDS
from console.sandbox.state import Order, Person, Sku, Trade, World
from console.sandbox.trades import IMPORTED, carries_number
from console.sandbox.world import build

NOW = parse_instant("2026-03-18T21:17:05.250+08:00")
SEEDS = (1, 2, 3)


@pytest.fixture(scope="module", params=SEEDS)
def world(request: pytest.FixtureRequest) -> World:
    return build(request.param, items=120, orders=3_000, now_ms=NOW)


def imported(world: World) -> list[Trade]:
    return [trade for trade in world.trades.values() if trade.order]


def paid_orders(world: World) -> list[Order]:
    return [order for order in world.orders.values() if order.paid]


def shown_code(sku: Sku) -> str:
    return sku.code if sku.ks_code is None else sku.ks_code


def region(buyer: Person) -> tuple[str, str, str]:
    return buyer.province, buyer.city, buyer.district


def order_face(order: Order) -> tuple[object, ...]:
    paid_second = order.paid // SECOND
    return shown_code(order.sku), order.quantity, order.payment, paid_second, region(order.buyer), order.remark


def test_one_seed_and_one_instant_make_one_world() -> None:
    first, again = (build(7, items=12, orders=200, now_ms=NOW) for _ in range(2))
    other = build(8, items=12, orders=200, now_ms=NOW)
    assert [asdict(order) for order in first.orders.values()] == [asdict(order) for order in again.orders.values()]
    assert list(first.trades) == list(again.trades)
    assert list(first.orders) != list(other.orders)


@pytest.mark.parametrize("orders", [0, 1, 7, 40])
def test_small_worlds_stand(orders: int) -> None:
    world = build(5, items=1, orders=orders, now_ms=NOW)
    assert len(world.orders) == orders
    assert len(world.products) == 1


def test_everything_lies_within_85_days(world: World) -> None:
    for order in world.orders.values():
        instants = [order.paid, order.sent, order.received, order.ended, *(note[0] for note in order.notes)]
        instants += [at for refund in order.refunds for at in (refund.created, refund.updated)]
        assert all(NOW - 85 * DAY <= at <= NOW for at in (order.created, order.updated, *filter(None, instants)))
    for trade in world.trades.values():
        instants = [trade.paid, trade.sent, trade.ended, *(refund.updated for refund in trade.refunds)]
        assert all(NOW - 85 * DAY <= at <= NOW for at in (trade.created, trade.updated, *filter(None, instants)))


def test_orders_are_in_all_states_and_their_instants_agree(world: World) -> None:
    assert {order.status for order in world.orders.values()} == {10, 30, 40, 50, 70, 80}
    for order in world.orders.values():
        assert bool(order.paid) == (order.status in (30, 40, 50, 70) or (order.status == 80 and bool(order.refunds)))
        assert bool(order.sent) == bool(order.parcels)
        steps = [order.created, order.paid, order.sent, order.received]
        assert [at for at in steps if at] == sorted(at for at in steps if at)
        assert order.delivered == (order.quantity if order.sent else 0)
    assert any(order.status == 30 and order.ship_by < NOW for order in world.orders.values()), "nothing is late"


def test_after_sales_are_in_all_states_on_both_sides(world: World) -> None:
    shown = {refund.status for order in world.orders.values() for refund in order.refunds}
    assert shown >= {10, 11, 12, 20, 21, 22, 30, 40, 45, 50, 60, 70}
    for order in world.orders.values():
        for refund in order.refunds:
            assert refund.amount <= order.payment
            if refund.status == DONE and refund.handling != EXCHANGE and refund.amount == order.payment:
                assert order.status == 80
    mirrored = sum(len(trade.refunds) for trade in imported(world))
    assert mirrored > 0.8 * sum(len(order.refunds) for order in world.orders.values())


def test_at_most_forty_percent_carry_the_number_and_it_is_the_right_one(world: World) -> None:
    carrying = [trade for trade in imported(world) if carries_number(trade)]
    assert 0.3 < len(carrying) / len(imported(world)) <= 0.4
    for trade in carrying:
        assert trade.order is not None
        assert str(trade.order.oid) in (trade.outer_no, trade.lines[0].outer_oid, trade.memo.removeprefix("快手单号 "))
    assert all(trade.outer_no or trade.lines[0].outer_oid or trade.memo for trade in carrying)
    assert {bool(trade.outer_no) for trade in carrying} == {True, False}


def test_some_orders_share_minute_amount_and_code(world: World) -> None:
    groups = Counter((shown_code(o.sku), o.payment, o.paid // MINUTE) for o in paid_orders(world))
    assert 0.03 < sum(size for size in groups.values() if size > 1) / len(world.orders) < 0.1


def test_at_most_one_percent_cannot_be_told_apart_and_carries_no_number(world: World) -> None:
    faces = Counter(order_face(order) for order in paid_orders(world))
    alike = [order for order in paid_orders(world) if faces[order_face(order)] > 1]
    assert 0 < len(alike) <= 0.01 * len(world.orders)
    numbers = {order.oid for order in alike}
    of_them = [trade for trade in imported(world) if trade.order and trade.order.oid in numbers]
    assert len(of_them) == len(alike)
    assert not any(map(carries_number, of_them))


def test_imports_are_missing_doubled_late_and_edited_now_and_then(world: World) -> None:
    times = Counter(trade.order.oid for trade in imported(world) if trade.order)
    paid = paid_orders(world)
    missing = [order for order in paid if order.oid not in times and order.oid not in world.imports_due]
    assert 0 < len(missing) < 0.02 * len(paid)
    assert 0 < sum(count == 2 for count in times.values()) < 0.01 * len(paid)
    assert set(times.values()) == {1, 2}
    edited = [trade for trade in imported(world) if trade.order and trade.payment != trade.order.payment]
    assert 0 < len(edited) < 0.02 * len(times)
    exact = sum(trade.order is not None and trade.paid == trade.order.paid // 1000 * 1000 for trade in imported(world))
    assert 0.7 < exact / len(imported(world)) < 0.8


def test_trades_add_up(world: World) -> None:
    for trade in world.trades.values():
        assert trade.payment == trade.total - trade.discount + trade.adjust + trade.postage
        assert sum(line.payment for line in trade.lines) == trade.payment
        assert trade.payment > 0
        assert sum(line.total for line in trade.lines) == trade.total
        assert (trade.pay_type == IMPORTED) == (trade.order is not None)
        assert trade.created % SECOND == trade.paid % SECOND == 0


def test_youzan_has_its_own_trades_too(world: World) -> None:
    native = [trade for trade in world.trades.values() if trade.order is None]
    assert len(native) == round(0.08 * len(world.orders))
    assert not any(carries_number(trade) for trade in native)
    assert {trade.platform for trade in native} == {"wx", "alipay_mini_program"}


def test_goods_are_mostly_on_both_sides(world: World) -> None:
    both = [product for product in world.products if product.ks_item_id and product.yz_item_id]
    assert 0.8 < len(both) / len(world.products) < 1
    assert all(1 <= len(product.skus) <= 6 for product in world.products)
    assert all(product.audit_reason for product in world.products if product.audit in (1, 3))
    assert any(sku.ks_price != sku.yz_price for product in both for sku in product.skus)
    assert any(product.yz_title for product in both)
    codes = [sku.code for product in world.products for sku in product.skus]
    assert len(set(codes)) == len(codes)


def test_ids_have_the_platforms_forms(world: World) -> None:
    assert all(len(str(oid)) == 16 for oid in world.orders)
    assert all(len(tid) == 24 and tid[0] == "E" and tid[1:].isdecimal() for tid in world.trades)
    assert all(len(line.oid) == 19 for trade in world.trades.values() for line in trade.lines)
    refunds = [refund for trade in world.trades.values() for refund in trade.refunds]
    assert all(isinstance(refund.refund_id, str) and len(refund.refund_id) == 24 for refund in refunds)


def test_after_sales_of_angry_buyers_come_to_the_platform_and_say_so(world: World) -> None:
    """Warnings of disputes are tried on them: each has its outcome in its own history."""
    found = [refund for order in world.orders.values() for refund in order.refunds]
    judged = [one for one in found if any(role == 3 and "介入" in title for _, role, title in one.history)]
    assert len(judged) >= 5
    assert all(one.description in ANGRY for one in judged)
    assert any(one.status in OVER for one in judged), "past ones, too"
    others = [one for one in found if one not in judged]
    assert {one.description for one in others} & set(WORDS)
