"""Matching: numbers first, evidence second, a question rather than a guess."""

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.core.clock import DAY, MINUTE
from console.core.model import Link, Mapping, OrderStatus
from console.rules.matching import Candidate, MatchingSettings, match

NOW = 1_790_000_000_000
PAID = NOW - DAY


def order(no: str = "o1", **fields: Any) -> Candidate:
    base: dict[str, Any] = {
        "codes": ("A-1",),
        "quantity": 1,
        "amount_fen": 9_900,
        "created_at": PAID - MINUTE,
        "paid_at": PAID,
        "status": OrderStatus.TO_SHIP,
        "region": "浙江省|杭州市|西湖区",
    }
    return Candidate(no=no, **(base | fields))


def trade(no: str = "t1", **fields: Any) -> Candidate:
    return order(no, **({"imported": True, "created_at": PAID + MINUTE} | fields))


def only(orders: list[Candidate], trades: list[Candidate]) -> Link:
    (link,) = match(orders, trades, now=NOW)
    return link


def test_a_number_settles_it() -> None:
    link = only([order()], [trade(outer_no="o1", codes=("other",), region="||", paid_at=PAID + DAY // 2)])
    assert (link.trade_no, link.mapping, link.confidence, link.reason) == ("t1", Mapping.LINKED, 1.0, "outer_no")


def test_a_line_number_is_a_number() -> None:
    assert only([order(line_nos=("77",))], [trade(line_nos=("77",), paid_at=None)]).mapping is Mapping.LINKED


def test_two_trades_with_one_number_are_a_duplicate_of_the_older() -> None:
    trades = [trade("t1", outer_no="o1", created_at=PAID + 2), trade("t2", outer_no="o1", created_at=PAID + 1)]
    link = only([order()], trades)
    assert (link.trade_no, link.mapping) == ("t2", Mapping.DUPLICATE)


@pytest.mark.parametrize("number", ["o1", ""])
def test_an_import_that_was_closed_gives_way_to_the_one_that_goes_on(number: str) -> None:
    """What is shipped or answered goes to the other platform under the trade that still stands there."""
    closed = trade("t1", outer_no=number, status=OrderStatus.CLOSED)
    goes_on = trade("t2", outer_no=number, created_at=PAID + 2 * MINUTE)
    assert only([order()], [closed, goes_on]).trade_no == "t2"
    assert only([order(status=OrderStatus.CLOSED)], [closed, goes_on]).trade_no == "t1"


def test_a_doubled_import_is_none_once_the_others_are_closed() -> None:
    trades = [trade("t1", outer_no="o1"), trade("t2", outer_no="o1", status=OrderStatus.CLOSED)]
    assert only([order()], trades).mapping is Mapping.LINKED
    assert only([order(status=OrderStatus.CLOSED)], trades).mapping is Mapping.DUPLICATE
    assert only([order(amount_fen=1)], trades).mapping is Mapping.AMOUNT_DIFFERS


def test_a_number_with_another_amount_is_said() -> None:
    link = only([order()], [trade(outer_no="o1", amount_fen=9_800)])
    assert (link.trade_no, link.mapping) == ("t1", Mapping.AMOUNT_DIFFERS)


def test_a_number_without_an_order_is_a_missing_order() -> None:
    link = only([], [trade(outer_no="o9", imported=False)])
    assert (link.order_no, link.trade_no, link.mapping) == (None, "t1", Mapping.MISSING_ORDER)


@pytest.mark.parametrize(
    ("fields", "mapping"),
    [
        ({}, Mapping.LINKED),
        ({"paid_at": PAID + 60_000}, Mapping.LINKED),
        ({"codes": ("",)}, Mapping.LINKED),
        ({"codes": ("slip",)}, Mapping.LINKED),
        ({"region": "||"}, Mapping.LINKED),
        ({"amount_fen": 8_900}, Mapping.AMOUNT_DIFFERS),
        ({"region": "浙江省|杭州市|滨江区"}, Mapping.AMBIGUOUS),
        ({"quantity": 2}, Mapping.MISSING_TRADE),
        ({"paid_at": PAID - 60_000}, Mapping.MISSING_TRADE),
        ({"paid_at": PAID + 60 * MINUTE}, Mapping.MISSING_TRADE),
        ({"imported": False}, Mapping.MISSING_TRADE),
    ],
)
def test_evidence(fields: dict[str, Any], mapping: Mapping) -> None:
    link = next(link for link in match([order()], [trade(**fields)], now=NOW) if link.order_no)
    assert link.mapping is mapping
    assert (link.trade_no is None) == (mapping in (Mapping.AMBIGUOUS, Mapping.MISSING_TRADE))


def test_the_reason_names_what_agreed() -> None:
    assert only([order()], [trade(codes=("",))]).reason == "time+amount+region"


def test_a_higher_threshold_asks() -> None:
    rows = match([order()], [trade(region="||")], now=NOW, settings=MatchingSettings(threshold=0.9999))
    assert [row.mapping for row in rows] == [Mapping.AMBIGUOUS]


@pytest.mark.parametrize("paid_at", [None, NOW - 29 * MINUTE])
def test_an_order_not_due_waits(paid_at: int | None) -> None:
    assert only([order(paid_at=paid_at)], []).mapping is Mapping.WAITING


def test_an_order_that_is_due_is_missed() -> None:
    assert only([order(paid_at=NOW - 31 * MINUTE)], []).mapping is Mapping.MISSING_TRADE


def test_a_native_trade_is_no_row() -> None:
    assert match([], [trade(imported=False)], now=NOW) == []


def test_an_imported_trade_waits_for_its_order() -> None:
    fresh = trade(paid_at=NOW - MINUTE, created_at=NOW)
    assert match([], [fresh], now=NOW) == []
    assert [row.mapping for row in match([], [fresh], now=NOW + 40 * MINUTE)] == [Mapping.MISSING_ORDER]


def test_twins_are_asked_about_never_guessed() -> None:
    rows = match([order("o1"), order("o2")], [trade("t1"), trade("t2")], now=NOW)
    assert [(row.mapping, row.trade_no, row.confidence) for row in rows] == [(Mapping.AMBIGUOUS, None, 0.5)] * 2


def test_one_trade_for_two_twins_is_not_given_away() -> None:
    assert {row.mapping for row in match([order("o1"), order("o2")], [trade()], now=NOW)} == {Mapping.AMBIGUOUS}


def test_a_number_on_one_twin_frees_the_other() -> None:
    rows = match([order("o1"), order("o2")], [trade("t1", outer_no="o1"), trade("t2")], now=NOW)
    assert {row.order_no: row.trade_no for row in rows} == {"o1": "t1", "o2": "t2"}


@pytest.mark.parametrize("tell", [{"region": "上海市|上海市|徐汇区"}, {"note": "送礼"}, {"paid_at": PAID + 20_000}])
def test_twins_that_differ_in_one_thing_are_told_apart(tell: dict[str, Any]) -> None:
    rows = match([order("o1"), order("o2", **tell)], [trade("t1", **tell), trade("t2")], now=NOW)
    assert {row.order_no: row.trade_no for row in rows} == {"o1": "t2", "o2": "t1"}


def test_what_is_forced_is_linked() -> None:
    """t1 was paid before o2, so it can only be o1's; what is left is o2's."""
    orders = [order("o1"), order("o2", paid_at=PAID + 10_000)]
    trades = [trade("t1", paid_at=PAID + 5_000), trade("t2", paid_at=PAID + 50_000)]
    assert {row.order_no: row.trade_no for row in match(orders, trades, now=NOW)} == {"o1": "t1", "o2": "t2"}


def test_a_doubled_import_without_numbers_is_a_duplicate() -> None:
    link = only([order()], [trade("t1", created_at=PAID + 900_000), trade("t2", created_at=PAID + 100_000)])
    assert (link.trade_no, link.mapping) == ("t2", Mapping.DUPLICATE)


def test_a_doubled_import_with_one_number_is_a_duplicate() -> None:
    link = only([order()], [trade("t1", outer_no="o1"), trade("t2")])
    assert (link.trade_no, link.mapping) == ("t1", Mapping.DUPLICATE)


def test_a_large_group_is_answered_where_it_is_sure() -> None:
    """Thirty orders of one SKU in one minute: those with a district of their own are linked, the rest are asked."""
    regions = [f"浙江省|杭州市|{'abcdefghijklmnopqrstuvwxyz'[at % 26]}区" for at in range(20)] + ["||"] * 12
    orders = [order(f"o{at:02}", region=region) for at, region in enumerate(regions)]
    trades = [trade(f"t{at:02}", region=region) for at, region in enumerate(regions)]
    rows = {row.order_no: row for row in match(orders, trades, now=NOW)}
    for at in range(20):
        assert rows[f"o{at:02}"].trade_no in (f"t{at:02}", None)
    assert all(rows[f"o{at}"].mapping is Mapping.AMBIGUOUS for at in range(20, 32))


candidates = st.builds(
    dict,
    codes=st.sampled_from([("A",), ("B",), ("",)]),
    quantity=st.integers(1, 2),
    amount_fen=st.sampled_from([1_000, 2_000]),
    paid_at=st.one_of(st.none(), st.integers(0, 150).map(lambda second: PAID + second * 1000)),
    region=st.sampled_from(["浙江省|杭州市|西湖区", "上海市|上海市|徐汇区", "||"]),
    note=st.sampled_from(["", "送礼"]),
)


@st.composite
def books(draw: st.DrawFn) -> tuple[list[Candidate], list[Candidate]]:
    orders = [order(f"o{at:02}", **fields) for at, fields in enumerate(draw(st.lists(candidates, max_size=14)))]
    trades = []
    for at, fields in enumerate(draw(st.lists(candidates, max_size=14))):
        outer = draw(st.sampled_from(["", "", "", "o00", "o01", "lost"]))
        trades.append(trade(f"t{at:02}", **fields, outer_no=outer, imported=draw(st.booleans())))
    return orders, trades


@given(books(), st.randoms())
@settings(max_examples=300, deadline=None)
def test_laws(both: tuple[list[Candidate], list[Candidate]], random: Random) -> None:
    orders, trades = both
    rows = match(orders, trades, now=NOW)
    assert [row.order_no for row in rows if row.order_no] == [one.no for one in orders], "one row an order"
    used = [row.trade_no for row in rows if row.trade_no]
    assert len(used) == len(set(used)), "a trade in one place only"
    shuffled = (random.sample(orders, len(orders)), random.sample(trades, len(trades)))
    assert match(*shuffled, now=NOW) == rows, "whatever the order"
    stranger = trade("zz", codes=("Z",), quantity=7, paid_at=PAID - DAY, amount_fen=1)
    more = match(orders, [*trades, stranger], now=NOW)
    assert [row for row in more if row.trade_no != "zz"] == rows, "a stranger changes nothing"


@given(candidates.filter(lambda fields: fields["paid_at"] is not None))
def test_identical_twins_are_never_linked(fields: dict[str, Any]) -> None:
    rows = match(
        [order("o1", **fields), order("o2", **fields)], [trade("t1", **fields), trade("t2", **fields)], now=NOW
    )
    assert all(row.trade_no is None for row in rows if row.order_no)
