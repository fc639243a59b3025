"""Matching against a world whose truth is known: no wrong link, nearly all found."""

from collections import Counter

import pytest

from console.core.clock import DAY
from console.core.model import Mapping, OrderStatus
from console.rules.matching import Candidate, match
from console.sandbox.state import Order, Person, Trade, World
from console.sandbox.world import build

NOW = 1_790_000_000_000


def region(person: Person) -> str:
    return f"{person.province}|{person.city}|{person.district}"


def from_order(order: Order) -> Candidate:
    """What the order's wire lets one see."""
    code = order.sku.code if order.sku.ks_code is None else order.sku.ks_code
    return Candidate(
        no=str(order.oid),
        codes=(code,),
        quantity=order.quantity,
        amount_fen=order.payment,
        created_at=order.created,
        paid_at=order.paid or None,
        status=OrderStatus.UNKNOWN,
        region=region(order.buyer),
        note=order.remark,
        line_nos=(str(order.oid),),
    )


def from_trade(trade: Trade) -> Candidate:
    """What the trade's wire lets one see; a lost SKU code is stood in for by the item's."""
    carried = trade.outer_no or (trade.memo.removeprefix("快手单号 ") if trade.memo.startswith("快手单号 ") else "")
    return Candidate(
        no=trade.tid,
        codes=tuple(line.outer_sku_code or line.product.code for line in trade.lines),
        quantity=sum(line.quantity for line in trade.lines),
        amount_fen=trade.payment,
        created_at=trade.created,
        paid_at=trade.paid or None,
        region=region(trade.buyer),
        note=trade.buyer_message,
        outer_no=carried,
        imported=trade.pay_type == 203,
        line_nos=tuple(line.outer_oid for line in trade.lines if line.outer_oid),
    )


def books(world: World) -> tuple[list[Candidate], list[Candidate], set[tuple[str, str]]]:
    truth = {(str(trade.order.oid), trade.tid) for trade in world.trades.values() if trade.order is not None}
    return [*map(from_order, world.orders.values())], [*map(from_trade, world.trades.values())], truth


@pytest.mark.parametrize("seed", [7, 11, 2026])
def test_no_wrong_link_and_nearly_all_found(seed: int) -> None:
    orders, trades, truth = books(build(seed, 300, 5_000, NOW))
    rows = match(orders, trades, now=NOW)
    given = {(row.order_no, row.trade_no) for row in rows if row.order_no and row.trade_no}
    assert given <= truth, "a wrong link"
    assert len(given) >= 0.97 * len(truth)
    kinds = Counter(row.mapping for row in rows)
    with_trade = {order_no for order_no, _ in truth}
    missed = {row.order_no for row in rows if row.mapping is Mapping.MISSING_TRADE}
    assert len(missed & with_trade) <= 0.005 * len(orders), "imports that were not recognised"
    assert kinds[Mapping.AMBIGUOUS] <= 0.015 * len(orders)
    assert not any(row.mapping is Mapping.MISSING_ORDER for row in rows) or kinds[Mapping.MISSING_ORDER] <= 10


@pytest.mark.long
def test_a_hundred_thousand_orders() -> None:
    orders, trades, truth = books(build(3, 2_000, 100_000, NOW - DAY))
    rows = match(orders, trades, now=NOW)
    given = {(row.order_no, row.trade_no) for row in rows if row.order_no and row.trade_no}
    assert given <= truth
    assert len(given) >= 0.97 * len(truth)
