"""Every order is accounted for: laws of the equation, 500 faults found, none in a clean month."""

import random
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rules_books import MONTH, READ_AT, Row, month, proved

from console.core.clock import DAY, HOUR, MINUTE
from console.core.model import Mapping as Standing
from console.core.model import OrderStatus
from console.rules.matching import Candidate
from console.rules.proof_books import EQUATION, Books, Finding, Kind, Said, Sold
from console.rules.proof_period import day, day_of, month_of, next_to
from console.rules.proof_period import month as month_named
from console.rules.reconciliation import Earlier, Waybills, faults, reconcile

REPLACE = msgspec.structs.replace
DAY_1 = day("2026-11-22")
NOON = DAY_1.begin_at + 12 * HOUR
LATE = DAY_1.end_at + DAY
NEVER_PAID = {"paid_at": None, "created_at": NOON}


def order(no: str = "k1", **more: Any) -> Sold:
    return Sold(**{"no": no, "status": OrderStatus.TO_SHIP, "amount_fen": 6_900, "paid_at": NOON} | more)


def trade(no: str = "E1", **more: Any) -> Sold:
    return order(no, **more)


def found(orders: list[Sold], trades: list[Sold], said: dict[str, Said], **more: Any) -> Any:
    made = Books(orders=orders, trades=trades, said=said, **{"kuaishou_until": LATE, "youzan_until": LATE} | more)
    return reconcile(made, DAY_1, now=LATE)


def one(*, said: Said | None = None, trades: list[Sold] | None = None, **more: Any) -> Finding | None:
    """What is said of a single order; None: it is linked."""
    result = found([order(**more)], trades or [], {} if said is None else {"k1": said})
    assert result.faults == ()
    (row,) = result.rows or [None]
    judged = [finding for finding in result.findings if finding.order_no == "k1" and finding.kind is not Kind.NO_ORDER]
    assert (row is None) or (row.kind is (judged[0].kind if judged else Kind.LINKED))
    return judged[0] if judged else None


LINKED = Said(trade_no="E1", mapping=Standing.LINKED, confidence=1.0, reason="outer_no")


@pytest.mark.parametrize(
    ("fields", "trades", "said", "expected"),
    [
        ({}, [trade()], LINKED, None),
        ({}, [], None, (Kind.MISSING, "no_trade")),
        ({}, [], LINKED, (Kind.MISSING, "trade_gone")),
        ({}, [], Said(parted=("E9",)), (Kind.MISSING, "parted")),
        ({}, [trade(amount_fen=6_901)], LINKED, (Kind.AMOUNT_DIFFERS, "amounts")),
        ({}, [trade(amount_fen=None)], LINKED, (Kind.TO_CONFIRM, "amount_unknown")),
        ({}, [trade(paid_at=None)], LINKED, (Kind.TO_CONFIRM, "trade_unpaid")),
        ({}, [trade()], REPLACE(LINKED, mapping=Standing.DUPLICATE), (Kind.DUPLICATE, "imported_twice")),
        ({}, [], Said(mapping=Standing.AMBIGUOUS, confidence=0.5), (Kind.TO_CONFIRM, "several_fit")),
        ({"trial": True}, [], None, (Kind.EXPLAINED, "test")),
        ({"paid_at": LATE - 29 * MINUTE}, [], None, None),  # of another day
        (
            {"status": OrderStatus.CLOSED, "ended_at": NOON + 29 * MINUTE},
            [],
            None,
            (Kind.EXPLAINED, "refunded_before_import"),
        ),
        ({"status": OrderStatus.CLOSED, "ended_at": NOON + 31 * MINUTE}, [], None, (Kind.MISSING, "no_trade")),
        (NEVER_PAID | {"status": OrderStatus.CLOSED}, [], None, (Kind.NOT_PAID, "closed_before_payment")),
        (NEVER_PAID | {"status": OrderStatus.UNPAID}, [], None, (Kind.NOT_PAID, "awaiting_payment")),
        (
            {"status": OrderStatus.CLOSED, "ended_at": NOON + HOUR},
            [trade()],
            LINKED,
            (Kind.TO_CONFIRM, "closed_on_one_side"),
        ),
        ({"status": OrderStatus.CLOSED, "ended_at": LATE - MINUTE}, [trade()], LINKED, None),
        ({"status": OrderStatus.CLOSED, "ended_at": NOON}, [trade(refunding=True)], LINKED, None),
    ],
)  # fmt: skip
def test_where_an_order_stands(
    fields: dict[str, Any], trades: list[Sold], said: Said | None, expected: tuple[Kind, str] | None
) -> None:
    judged = one(said=said, trades=trades, **fields)
    assert (judged and (judged.kind, judged.reason)) == expected


def test_a_difference_that_a_person_accepted_is_explained_until_it_changes() -> None:
    by_hand = Said(
        trade_no="E1", mapping=Standing.LINKED, reason="by_hand", by_hand=True, accepted_fen=-20, note="邮费"
    )
    judged = one(said=by_hand, trades=[trade(amount_fen=6_880)])
    assert judged is not None
    assert (judged.kind, judged.reason, judged.evidence["note"]) == (Kind.EXPLAINED, "difference_accepted", "邮费")
    later = one(said=by_hand, trades=[trade(amount_fen=6_879)])
    assert later is not None
    assert later.kind is Kind.AMOUNT_DIFFERS


def test_within_the_lag_of_what_was_read_nothing_is_missing() -> None:
    until = NOON + 20 * MINUTE
    result = found([order()], [], {}, kuaishou_until=until, youzan_until=until + MINUTE)
    assert [(f.kind, f.reason) for f in result.findings] == [
        (Kind.INCOMPLETE, "kuaishou_not_read"),
        (Kind.INCOMPLETE, "youzan_not_read"),
        (Kind.EXPLAINED, "within_lag"),
    ]
    assert not result.complete
    running = reconcile(Books(orders=[order()], kuaishou_until=until, youzan_until=until), DAY_1, now=until + 30_000)
    assert running.complete
    assert running.is_clean
    assert running.until_at == until


def test_what_was_never_read_is_never_whole() -> None:
    result = found([order()], [], {}, youzan_until=None)
    assert (result.counts["paid"], result.complete, result.is_clean) == (0, False, False)
    assert reconcile(Books(), DAY_1, now=DAY_1.begin_at - 1).findings[0].reason == "not_begun"
    aside = found([], [], {}, unreadable=[("kuaishou", "k9")])
    assert [(f.reason, f.evidence["key"]) for f in aside.open] == [("unreadable", "k9")]


def test_two_orders_never_share_a_trade() -> None:
    result = found([order("k1"), order("k2")], [trade()], {"k1": LINKED, "k2": LINKED})
    assert [(f.order_no, f.reason) for f in result.findings] == [("k1", "trade_shared"), ("k2", "trade_shared")]
    assert result.faults == ()


def test_a_second_trade_is_settled_by_closing_it_or_by_hand() -> None:
    carried = Candidate(no="E2", paid_at=NOON, outer_no="k1", imported=True)
    doubled = REPLACE(LINKED, mapping=Standing.DUPLICATE)
    live = found([order()], [trade("E1"), trade("E2")], {"k1": doubled}, loose=[carried])
    assert [(one.kind, one.evidence["doubles"]) for one in live.open] == [(Kind.DUPLICATE, "E2")]
    closed = trade("E2", status=OrderStatus.CLOSED, ended_at=NOON + HOUR)
    shut = found([order()], [trade("E1"), closed], {"k1": doubled}, loose=[carried])
    assert shut.is_clean
    assert [(one.kind, one.reason) for one in shut.findings] == [(Kind.EXPLAINED, "second_trade_closed")]
    both = order(status=OrderStatus.CLOSED, ended_at=NOON + HOUR)
    assert not found([both], [trade("E1"), closed], {"k1": doubled}, loose=[carried]).is_clean
    by_hand = found([order()], [trade("E1"), trade("E2")], {"k1": REPLACE(LINKED, parted=("E2",))}, loose=[carried])
    assert by_hand.is_clean
    assert (by_hand.counts["linked"], by_hand.counts["youzan_double"]) == (1, 1)


def test_trades_around_midnight_are_explained_on_both_days() -> None:
    last, first = order("k1", paid_at=DAY_1.end_at - 1), trade("E1", paid_at=DAY_1.end_at)
    today = found([last], [first], {"k1": LINKED})
    assert (today.counts["linked"], today.counts["youzan"], today.is_clean) == (1, 0, True)
    assert today.difference_fen["trade_elsewhere"] == 6_900
    books = Books(others=[last], trades=[first], said={"k1": LINKED}, kuaishou_until=LATE, youzan_until=LATE)
    tomorrow = reconcile(books, next_to(DAY_1, 1), now=LATE)
    assert (tomorrow.counts["youzan_elsewhere"], tomorrow.is_clean) == (1, True)


def test_a_trade_of_an_order_that_is_not_paid_or_not_there_is_told() -> None:
    unpaid = order("k1", status=OrderStatus.UNPAID, paid_at=None, created_at=NOON)
    result = found([unpaid], [trade("E1"), trade("E2")], {"k1": LINKED}, loose=[Candidate(no="E2", paid_at=NOON)])
    assert [(f.trade_no, f.reason) for f in result.open] == [("E1", "order_unpaid"), ("E2", "no_order")]


def test_the_edges_of_days_and_months_are_the_shops() -> None:
    assert (DAY_1.begin_at, DAY_1.end_at - DAY_1.begin_at) == (1_795_276_800_000, DAY)
    for at, key in ((DAY_1.end_at - 1, "2026-11-22"), (DAY_1.end_at, "2026-11-23")):
        assert day_of(at).key == key
    assert month_named("2026-12").end_at == month_named("2027-01").begin_at == day("2027-01-01").begin_at
    assert [next_to(month_named("2026-03"), by).key for by in (-1, 1)] == ["2026-02", "2026-04"]
    assert month_of(day("2028-02-29").begin_at).end_at == day("2028-03-01").begin_at
    for wrong in ("2026-02-30", "2026-1-1", "", "2026-13-01"):
        with pytest.raises(ValueError, match=r"day|date|match"):
            day(wrong)
    for wrong in ("2026-13", "2026", "2026-11-01"):
        with pytest.raises(ValueError, match=r"month|match"):
            month_named(wrong)


# -- laws --------------------------------------------------------------------------------------------------------------

AMOUNTS = st.one_of(st.none(), st.integers(0, 9_999))
INSTANTS = st.one_of(st.none(), st.integers(DAY_1.begin_at - HOUR, DAY_1.end_at + HOUR))


def solds(prefix: str) -> st.SearchStrategy[list[Sold]]:
    each = st.builds(
        Sold,
        no=st.integers(1, 12).map(lambda n: f"{prefix}{n}"),
        status=st.sampled_from(OrderStatus),
        amount_fen=AMOUNTS,
        paid_at=INSTANTS,
        created_at=INSTANTS,
        ended_at=INSTANTS,
        trial=st.booleans(),
    )
    return st.lists(each, max_size=12, unique_by=lambda sold: sold.no)


SAID = st.builds(
    Said,
    trade_no=st.one_of(st.none(), st.integers(1, 12).map(lambda n: f"E{n}")),
    mapping=st.sampled_from(Standing),
    by_hand=st.booleans(),
    accepted_fen=AMOUNTS,
)


@settings(max_examples=150, deadline=None)
@given(
    orders=solds("k"),
    trades=solds("E"),
    said=st.dictionaries(st.integers(1, 12).map(lambda n: f"k{n}"), SAID, max_size=12),
    until=st.one_of(st.none(), st.integers(DAY_1.begin_at, LATE)),
)
def test_the_equation_holds_whatever_the_books_say(
    orders: list[Sold], trades: list[Sold], said: dict[str, Said], until: int | None
) -> None:
    books = Books(orders=orders, trades=trades, said=said, kuaishou_until=until, youzan_until=LATE)
    result = reconcile(books, DAY_1, now=LATE)
    assert result.faults == ()
    inside = [o for o in orders if o.is_paid and DAY_1.begin_at <= (o.paid_at or 0) < min(until or 0, DAY_1.end_at)]
    assert result.counts["paid"] == len(inside) == len(result.rows) == sum(result.counts[kind] for kind in EQUATION)
    assert result.sums_fen["paid"] == sum(o.amount_fen or 0 for o in inside)
    open_orders = sum(f.kind in EQUATION and f.kind not in (Kind.LINKED, Kind.EXPLAINED) for f in result.findings)
    assert open_orders == result.counts["paid"] - result.counts["linked"] - result.counts["explained"]
    assert reconcile(books, DAY_1, now=LATE) == result, "the same books give the same proof"


def test_an_equation_that_does_not_hold_is_named() -> None:
    clean = found([order()], [trade()], {"k1": LINKED})
    for key, wrong in (("paid", {"orders", "fen", "difference"}), ("youzan", {"trades", "trades_fen", "difference"})):
        off = REPLACE(
            clean,
            counts=clean.counts | {key: clean.counts[key] + 1},
            sums_fen=clean.sums_fen | {key: clean.sums_fen[key] + 1},
        )
        assert set(faults(off)) == wrong
    slips = Waybills(taken=10, printed=5, voided=2, shipped=3)
    books = Books(kuaishou_until=LATE, youzan_until=LATE)
    assert reconcile(books, DAY_1, now=LATE, waybills=slips).faults == ()
    for wrong in ({"voided": 1}, {"waiting": 1}, {"astray": 1}, {"doubled": 1}):
        assert reconcile(books, DAY_1, now=LATE, waybills=REPLACE(slips, **wrong)).faults == ("waybills",)
    assert reconcile(books, DAY_1, now=LATE, waybills=REPLACE(slips, taken=11, waiting=1)).faults == ()


# -- faults put in on purpose ------------------------------------------------------------------------------------------

Fault = Callable[[Row, random.Random], str]
"""Spoils a sale; returns the number under which it must be found."""


def lose_trade(row: Row, _: random.Random) -> str:
    row.trades.clear()
    return named(row.order)


def lose_order(row: Row, _: random.Random) -> str:
    """The month was proved before: the file once had it, and its trade is left alone."""
    no = named(row.order)
    row.order = None
    return no


def double(row: Row, lots: random.Random) -> str:
    twin = row.trades[0]
    row.trades.append(REPLACE(twin, no=f"{twin.no}B", created_at=(twin.created_at or 0) + lots.randrange(90_000)))
    return named(row.order)


def one_fen_off(row: Row, lots: random.Random) -> str:
    twin = row.trades[0]
    row.trades[0] = REPLACE(twin, amount_fen=(twin.amount_fen or 0) + lots.choice((-1, 1)))
    return named(row.order)


def change_both_late(row: Row, lots: random.Random) -> str:
    """Both sides say something else than when the month was proved: they agree, and still it is told."""
    by = lots.randrange(1, 50)
    row.order = REPLACE(row.order, amount_fen=((row.order and row.order.amount_fen) or 0) + by)
    row.trades[0] = REPLACE(row.trades[0], amount_fen=(row.trades[0].amount_fen or 0) + by)
    return named(row.order)


def close_one_side_late(row: Row, lots: random.Random) -> str:
    at = READ_AT - lots.randrange(2 * HOUR, DAY)
    if lots.random() < 0.5:
        row.closed_at = at
    else:
        row.trade_closed_at = at
    return named(row.order)


def named(row: Candidate | None) -> str:
    assert row is not None
    return row.no


FAULTS: tuple[Fault, ...] = (lose_trade, lose_order, double, one_fen_off, change_both_late, close_one_side_late)


@pytest.mark.parametrize("seed", [7, 2026])
def test_a_clean_month_has_no_fault(seed: int) -> None:
    first = proved(month(seed, 3_000))
    assert (first.findings, first.faults, first.complete) == ((), (), True)
    assert first.counts["linked"] == first.counts["paid"] == 3_000
    assert proved(month(seed, 3_000), first).findings == ()


def test_five_hundred_faults_are_found_and_nothing_else() -> None:
    lots = random.Random(500)
    before = proved(month(11, 3_000))
    rows = month(11, 3_000)
    planted = {
        FAULTS[number % len(FAULTS)](rows[place], lots)
        for number, place in enumerate(lots.sample(range(len(rows)), 500))
    }
    after = proved(rows, before)
    told = {one.order_no for one in after.open if one.order_no is not None}
    assert len(planted) == 500
    assert planted - told == set(), "a fault that was not found"
    assert told - planted == set(), "an order that is in order"
    alone = [one.trade_no for one in after.open if one.order_no is None]
    assert len(alone) == sum(row.order is None for row in rows), "each lost order leaves its trade"
    assert after.faults == ()
    assert after.counts["paid"] == 3_000 - len(alone)
    again = reconcile(
        Books(kuaishou_until=READ_AT, youzan_until=READ_AT),
        MONTH,
        now=READ_AT,
        earlier=Earlier(number=2, until_at=after.until_at, rows=after.rows, gone=after.gone),
    )
    assert len(again.gone) == 3_000, "what vanished once stays vanished in later proofs"


def test_an_order_that_came_after_the_month_was_proved_is_named() -> None:
    rows = month(3, 50)
    before = proved(rows[1:])
    after = proved(rows, before)
    assert after.came_late == (named(rows[0].order),)
    assert after.is_clean
