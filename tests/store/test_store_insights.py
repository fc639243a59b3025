"""Every figure of the data tab equals, to the fen, the sum of the rows that a click on it brings: in whatever world."""

from collections.abc import Sequence
from typing import Any, get_args

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from console import reference
from console.core.clock import DAY, HOUR, MINUTE, day_start, parse_shop_time
from console.core.live import LiveAction, LiveSignal, LiveSource
from console.core.model import (
    EXTERNAL,
    AdHour,
    AfterSale,
    AfterSaleKind,
    AfterSaleStatus,
    Link,
    Mapping,
    Order,
    OrderStatus,
)
from console.rules.insights import Weekday
from console.store import ads, insights, takings
from console.store.aftersales import save_after_sales
from console.store.insights_rows import is_made, rows_sum, slice_ids, slice_rows
from console.store.insights_views import Buyers, Made, Slice, Sum, What
from console.store.links import save_links
from console.store.live_taking import take
from console.store.orders import save_orders
from console.store.views import Pair

NOW = parse_shop_time("2026-11-26 14:00:00")
TODAY = day_start(NOW)
LINES = reference.insight_lines().value
K, Y, OTHER = "kuaishou:1", "youzan:2", "kuaishou:9"
WHATS: tuple[What, ...] = get_args(What)

ATS = st.integers(NOW - 130 * DAY, NOW)
FEN = st.none() | st.integers(0, 5_000_000)
ORDERS = st.lists(
    st.tuples(ATS, st.none() | st.integers(0, 3 * DAY), FEN, st.sampled_from(OrderStatus), st.sampled_from("abcd_")),
    max_size=14,
)
TRADES = st.lists(st.tuples(ATS, FEN, st.sampled_from(("", EXTERNAL)), st.sampled_from("abc_")), max_size=8)
REFUNDS = st.lists(
    st.tuples(ATS, FEN, st.sampled_from(AfterSaleStatus), st.sampled_from(AfterSaleKind), st.booleans()), max_size=8
)
HOURS = st.dictionaries(st.integers(0, 130 * 24), st.tuples(FEN, FEN), max_size=8)
SHOWS = st.lists(st.tuples(ATS, st.integers(1, 6 * HOUR)), max_size=2)


def order(no: str, at: int, pays: int | None, fen: int | None, status: OrderStatus, buyer: str, **more: Any) -> Order:
    paid_at = None if pays is None or status is OrderStatus.UNPAID else at + pays
    fields = {"created_at": at, "updated_at": at, "buyer_id": buyer.strip("_")} | more
    return Order(order_no=no, status=status, amount_fen=fen, paid_at=paid_at, **fields)


def build(conn: Connection, orders: Any, trades: Any, refunds: Any, hours: Any, shows: Any) -> None:
    """A world of one pair and a shop beside it: sales, a trade brought in, refunds, hours of ads, shows."""
    save_orders(conn, K, [order(f"K{n}", *one) for n, one in enumerate(orders)], NOW)
    made = [
        order(f"E{n}", at, MINUTE, fen, OrderStatus.SUCCESS, buyer, source=source)
        for n, (at, fen, source, buyer) in enumerate(trades)
    ]
    save_orders(conn, Y, made, NOW)
    pair = Pair(kuaishou_shop_id=K, youzan_shop_id=Y)
    both = min(len(orders), sum(one.source == EXTERNAL for one in made))
    brought = [one.order_no for one in made if one.source == EXTERNAL][:both]
    links = [Link(order_no=f"K{n}", trade_no=no, mapping=Mapping.LINKED) for n, no in enumerate(brought)]
    save_links(conn, pair, links, NOW)
    for shop_id, side in ((K, False), (Y, True)):
        rows = [
            AfterSale(
                after_sale_no=f"A{n}", order_no=f"E{n}" if side else f"K{n}", kind=kind, status=status,
                amount_fen=fen, updated_at=at,
            )
            for n, (at, fen, status, kind, of_trade) in enumerate(refunds)
            if of_trade is side
        ]  # fmt: skip
        save_after_sales(conn, shop_id, rows, NOW)
    save_orders(conn, OTHER, [order(f"X{n}", *one) for n, one in enumerate(orders[:3])], NOW)
    ads.put_account(conn, "901", K, NOW)
    ads.put_account(conn, "909", OTHER, NOW)
    ads.save_hours(conn, [AdHour(advertiser_id="909", begin_at=TODAY, cost_fen=7)], NOW)
    told = [
        AdHour(advertiser_id="901", begin_at=TODAY - back * HOUR, cost_fen=cost, gmv_fen=gmv)
        for back, (cost, gmv) in hours.items()
    ]
    ads.save_hours(conn, told, NOW)
    for n, (at, length) in enumerate(shows):
        for action, when in ((LiveAction.START, at), (LiveAction.STOP, at + length)):
            take(conn, [LiveSignal(session_id=f"show{n}", action=action, at=when)], when, LiveSource.FILE)


def slices(begin: int, end: int, pair: Pair | None) -> Sequence[Slice]:
    """Every kind of figure there is; of the customers' board every cell."""
    found = [Slice(what=what, begin_at=begin, end_at=end, now=NOW, pair=pair) for what in WHATS if what != "value"]
    cells = [(row, column) for row in range(3) for column in range(3)]
    return found + [Slice(what="value", begin_at=0, end_at=NOW + 1, now=NOW, pair=pair, cell=cell) for cell in cells]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ORDERS, TRADES, REFUNDS, HOURS, SHOWS, st.integers(0, 129), st.integers(1, 90), st.booleans())
@example(
    orders=[(NOW - DAY, MINUTE, 999, OrderStatus.SUCCESS, "a"), (NOW - 40 * DAY, None, 1, OrderStatus.CLOSED, "b")],
    trades=[(NOW - DAY, 999, EXTERNAL, "a"), (NOW - 2 * DAY, None, "", "_")],
    refunds=[(NOW, 999, AfterSaleStatus.SUCCESS, AfterSaleKind.REFUND_ONLY, True)],
    hours={0: (None, 5), 5: (100, 300)},
    shows=[(NOW - DAY - HOUR, 2 * HOUR)],
    back=3,
    days=3,
    paired=True,
)
def test_the_rows_behind_a_figure_come_to_it(
    conn: Connection,
    bound: Pair,
    orders: Any,
    trades: Any,
    refunds: Any,
    hours: Any,
    shows: Any,
    back: int,
    days: int,
    paired: bool,
) -> None:
    with conn.begin_nested() as world:
        build(conn, orders, trades, refunds, hours, shows)
        begin = TODAY - back * DAY
        for wanted in slices(begin, min(begin + days * DAY, NOW + 1), bound if paired else None):
            told = insights.figure(conn, wanted, LINES)
            ids = slice_ids(conn, wanted, LINES)
            rows = slice_rows(conn, wanted, ids)
            assert [row.id for row in rows] == ids
            assert len(rows) == told.rows
            fen = sum(row.amount_fen or 0 for row in rows)
            assert is_made(wanted) or fen == told.fen, wanted
            unknown = sum(row.amount_fen is None for row in rows)
            assert rows_sum(conn, wanted, ids) == Sum(rows=len(rows), fen=fen, unknown=unknown)
        _agree(conn, begin, bound if paired else None)
        world.rollback()


def _agree(conn: Connection, begin: int, pair: Pair | None) -> None:
    """The sums that name their index say what ``takings`` says; the days of a chart come to the card."""
    steps = takings.takings(conn, begin, NOW + 1, DAY, pair)
    total = insights.totals(conn, begin, NOW + 1, NOW, pair)
    assert sum(step.paid_fen for step in steps) == total.sold.paid_fen
    board = insights.value_board(conn, NOW, LINES, pair)
    everything = insights.sold(conn, 0, NOW + 1, pair)
    assert sum(cell.orders for cell in board.cells) + board.unnamed == everything.orders
    assert total.buyers.people + total.buyers.unnamed <= total.sold.orders
    assert total.live.paid_fen <= total.sold.paid_fen
    assert total.ads.paired_cost_fen <= total.ads.cost.fen


def test_buyers_are_people_and_those_without_a_name_are_said(conn: Connection, bound: Pair) -> None:
    done = OrderStatus.SUCCESS
    save_orders(conn, K, [order(f"K{n}", NOW - HOUR, 0, 100, done, who) for n, who in enumerate("aab__")], NOW)
    save_orders(conn, Y, [order("N1", NOW - HOUR, 0, 100, done, "a")], NOW)
    assert insights.buyers(conn, TODAY, NOW, bound) == Buyers(people=3, unnamed=2)
    assert insights.buyers(conn, TODAY - DAY, TODAY, bound) == Buyers()


def test_of_the_orders_placed_some_are_paid(conn: Connection, bound: Pair) -> None:
    given = [
        order("K1", NOW - HOUR, 0, 100, OrderStatus.SUCCESS, "a"),
        order("K2", NOW - HOUR, None, 100, OrderStatus.UNPAID, "a"),
        order("K3", NOW - HOUR, None, 100, OrderStatus.CLOSED, "a"),
        order("K4", NOW - DAY, HOUR, 100, OrderStatus.SUCCESS, "a"),
    ]
    save_orders(conn, K, given, NOW)
    save_orders(conn, Y, [order("E1", NOW - HOUR, 0, 100, OrderStatus.SUCCESS, "a", source=EXTERNAL)], NOW)
    assert insights.made(conn, TODAY, NOW) == Made(made=3, paid=1)


def test_earlier_weekdays_are_parted_at_this_time_of_day(conn: Connection, bound: Pair) -> None:
    week = TODAY - 7 * DAY
    given = [(week + HOUR, 100), (week + 15 * HOUR, 50), (week - 7 * DAY + HOUR, 7), (TODAY + HOUR, 999)]
    orders = [order(f"K{n}", at, 0, fen, OrderStatus.SUCCESS, "a") for n, (at, fen) in enumerate(given)]
    save_orders(conn, K, orders, NOW)
    assert insights.weekdays(conn, TODAY, 14 * HOUR, 4, bound) == [Weekday(100, 150)]
    first = [order("K9", week - 10 * DAY, 0, 1, OrderStatus.SUCCESS, "a")]
    save_orders(conn, K, first, NOW)
    assert insights.weekdays(conn, TODAY, 14 * HOUR, 4, bound) == [Weekday(100, 150), Weekday(7, 7)]


def test_ads_of_several_accounts_are_as_old_as_the_one_read_longest_ago(conn: Connection, bound: Pair) -> None:
    assert insights.ads(conn, TODAY, NOW).accounts == 0
    for number, hours in (("901", (100, 300)), ("902", (50, None))):
        ads.put_account(conn, number, K, NOW)
        told = AdHour(advertiser_id=number, begin_at=TODAY, cost_fen=hours[0], gmv_fen=hours[1])
        ads.save_hours(conn, [told], NOW)
    ads.note_read(conn, "901", NOW)
    assert insights.ads(conn, TODAY, NOW).read_at is None
    ads.note_read(conn, "902", NOW - HOUR)
    told_of = insights.ads(conn, TODAY, NOW, bound)
    assert (told_of.accounts, told_of.cost, told_of.read_at) == (2, Sum(rows=2, fen=150), NOW - HOUR)
    assert (told_of.gmv_fen, told_of.paired_cost_fen) == (300, 100)
    other = Pair(kuaishou_shop_id="kuaishou:9", youzan_shop_id=Y)
    assert insights.ads(conn, TODAY, NOW, other) == insights.ads(conn, NOW, NOW, other)
