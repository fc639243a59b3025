"""Who a customer is: purchases, money less refunds, the matrix, its segments and conditions."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from console import reference
from console.core.clock import DAY, MINUTE, parse_shop_time
from console.rules.customers import (
    SEGMENTS,
    SIDE,
    Again,
    Borders,
    Bought,
    borders_of,
    days_since,
    profile,
    segment,
    traits,
)
from console.rules.customers_conditions import FIELDS, LABEL_FACETS, Condition, groups
from console.rules.traffic import Line

NOW = parse_shop_time("2026-11-26 14:00:00")
BORDERS = borders_of(reference.customer_lines())
GRID = reference.customer_grid()

ORDERS = st.lists(
    st.builds(
        Bought,
        at=st.integers(NOW - 400 * DAY, NOW),
        fen=st.none() | st.integers(0, 9_000),
        back_fen=st.integers(0, 9_000),
        closed=st.booleans(),
        trial=st.booleans(),
        discounted=st.booleans(),
        platform=st.sampled_from(("kuaishou", "youzan")),
        lines=st.lists(
            st.tuples(st.just("家居"), st.just("地毯"), st.none() | st.integers(0, 900), st.none() | st.floats(0, 1)),
            max_size=2,
        ).map(tuple),
    ),
    max_size=8,
)


def test_closed_refunded_and_trial_orders_are_no_purchases() -> None:
    told = profile(
        [
            Bought(at=NOW - 9 * DAY, fen=1_000),
            Bought(at=NOW - 5 * DAY, fen=1_000, back_fen=300),
            Bought(at=NOW - 4 * DAY, fen=1_000, back_fen=1_000),
            Bought(at=NOW - 3 * DAY, fen=1_000, closed=True),
            Bought(at=NOW - 2 * DAY, fen=1_000, trial=True),
            Bought(at=NOW - DAY),
        ]
    )
    assert (told.placed, told.orders, told.paid_fen, told.unpriced) == (5, 3, 1_700, 1)
    assert (told.refunds, told.refunded_fen) == (3, 1_300)
    assert (told.first_at, told.last_at, told.gap_ms) == (NOW - 9 * DAY, NOW - DAY, 4 * DAY)


def test_a_margin_is_known_only_where_all_costs_are() -> None:
    known = Bought(at=NOW, fen=1_000, back_fen=200, lines=(("家居", "地毯", 1_000, 0.25),))
    assert profile([known]).margin_fen == 200
    assert profile([known, Bought(at=NOW, fen=500, lines=(("家居", "灯", 500, None),))]).margin_fen is None
    assert profile([]).margin_fen is None


@given(ORDERS, st.randoms())
def test_the_order_of_orders_makes_no_difference_and_nothing_is_counted_twice(
    orders: list[Bought], deal: object
) -> None:
    told = profile(orders)
    assert told == profile(list(reversed(orders)))
    assert told.orders <= told.placed == sum(not one.trial for one in orders)
    each: Counter[tuple[str, str]] = Counter()
    for one in orders:
        if one.counts:
            each.update(traits(one))
    assert told.facets == dict(each)
    assert all(count <= told.orders for count in told.facets.values())


def test_traits_say_when_where_and_what() -> None:
    at = parse_shop_time("2026-11-28 21:30:00")  # a Saturday
    one = Bought(
        at=at,
        made_at=at - MINUTE // 2,
        fen=9_900,
        platform="kuaishou",
        channel="live",
        province="浙江省",
        pieces=3,
        lines=(("家居", "地毯", 1, None), ("家居", "灯", 1, None)),
    )
    assert traits(one) == {
        ("hour", "21"),
        ("part", "late"),
        ("weekday", "6"),
        ("week", "weekend"),
        ("month", "11"),
        ("pieces", "many"),
        ("platform", "kuaishou"),
        ("channel", "live"),
        ("province", "浙江省"),
        ("price", "p3"),
        ("habit", "quick"),
        ("category", "家居"),
        ("leaf", "地毯"),
        ("leaf", "灯"),
    }


def test_the_matrix_is_as_the_text_says() -> None:
    assert Borders((30, 60, 90, 180), (2, 3, 5, 10)) == BORDERS
    assert [BORDERS.row(days) for days in (0, 30, 31, 60, 61, 90, 91, 180, 181)] == [0, 0, 1, 1, 2, 2, 3, 3, 4]
    assert [BORDERS.column(orders) for orders in (1, 2, 3, 4, 5, 9, 10, 99)] == [0, 1, 2, 2, 3, 3, 4, 4]
    assert set(GRID) == {(row, column) for row in range(SIDE) for column in range(SIDE)}
    assert set(GRID.values()) == set(SEGMENTS) - {"blocked"}
    at = {"value": (2, 6), "new": (2, 1), "potential": (2, 4), "seldom": (70, 1), "recall": (70, 4), "retain": (98, 9)}
    for name, (days, orders) in (at | {"lost": (200, 1), "asleep": (200, 4)}).items():
        assert segment(orders, NOW - days * DAY, NOW, BORDERS, GRID, blocked=False) == name
    assert segment(6, NOW, NOW, BORDERS, GRID, blocked=True) == "blocked"
    assert segment(0, None, NOW, BORDERS, GRID, blocked=False) == "lost"


def test_borders_that_a_person_turned_round_still_part_the_rows() -> None:
    lines = dict(reference.customer_lines())
    lines["r1_days"] = Line(value=100, since="2026-11-26", own=True)
    assert borders_of(lines).days == (100, 101, 102, 180)


def test_yesterday_is_one_day_ago_however_late_it_was() -> None:
    assert days_since(parse_shop_time("2026-11-25 23:59:59"), parse_shop_time("2026-11-26 00:00:01")) == 1


def test_few_say_nothing_of_who_comes_again() -> None:
    assert Again(regulars=100, regulars_again=40, fresh=200, fresh_again=20).times == 4.0
    assert Again(regulars=29, regulars_again=20, fresh=200, fresh_again=20).times is None
    assert Again(regulars=100, regulars_again=40, fresh=200, fresh_again=0).times is None


def test_and_binds_closer_than_or_and_what_says_nothing_is_left_out() -> None:
    one = Condition(field="orders", relation="least", low=2)
    other = Condition(field="refunds", relation="equal", low=0)
    third = Condition(field="tag", relation="any", values=("老客",), join="or")
    empty = Condition(field="paid", relation="least")
    odd = Condition(field="paid", relation="between", low=5, high=1)
    assert groups((one, other, third, empty, odd)) == ((one, other), (third,))
    assert groups((empty,)) == ()


def test_the_catalogue_has_more_than_two_hundred_labels_each_with_a_definition() -> None:
    labels = reference.customer_labels()
    assert len(labels) >= 200
    assert len({one.key for one in labels}) == len(labels)
    for one in labels:
        assert one.field in FIELDS or one.field in LABEL_FACETS
        assert one.value or one.low is not None or one.high is not None
        assert all((one.names["zh_CN"], one.names["en"], one.as_of))
    assert len({one.names["zh_CN"] for one in labels}) == len(labels)
