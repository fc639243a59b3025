"""Stretches of time, means of whole days, how today may end, what is late and what is not due yet, the nine cells."""

from hypothesis import given
from hypothesis import strategies as st

from console import reference
from console.core.clock import DAY, HOUR, day_start, parse_shop_time
from console.rules.insights import (
    LENGTHS,
    Promo,
    SpanKey,
    Weekday,
    change,
    means,
    of_next_day,
    own,
    projected,
    promo_on,
    share,
    span,
)

NOW = parse_shop_time("2026-11-26 09:30:00")
INSTANTS = st.integers(parse_shop_time("2020-01-01 00:00:00"), parse_shop_time("2035-01-01 00:00:00"))


@given(INSTANTS, st.sampled_from(sorted(LENGTHS)))
def test_a_span_ends_now_and_is_compared_with_as_much_time(now: int, key: SpanKey) -> None:
    made = span(key, now)
    assert made.days == LENGTHS[key]
    assert made.begin_at == day_start(made.begin_at)
    assert made.begin_at <= now < made.until == now + 1 <= made.end_at
    before = made.before
    assert before.end_at == made.begin_at
    assert before.until - before.begin_at == made.until - made.begin_at


@given(INSTANTS, INSTANTS, INSTANTS)
def test_days_of_ones_own_hold_no_future_and_at_least_one_day(first: int, last: int, now: int) -> None:
    made = own(first, last, now)
    assert made.begin_at < made.until <= made.end_at
    assert made.until <= now + 1
    assert made.days >= 1


def test_a_mean_leaves_out_what_is_not_over_or_not_known() -> None:
    days: list[int | None] = [None, 7, 7, 7, 7, 7, 7, 14, None]
    assert means(days, 7) == [None] * 7 + [8.0, None]


@given(st.lists(st.none() | st.integers(0, 10**9), max_size=40), st.integers(1, 10))
def test_a_mean_lies_between_the_least_and_the_most_of_its_days(days: list[int | None], of: int) -> None:
    for at, mean in enumerate(means(days, of)):
        some = [one for one in days[max(0, at - of + 1) : at + 1] if one is not None]
        assert (mean is not None) == (len(some) == of)
        assert mean is None or min(some) <= mean <= max(some)


def test_today_goes_on_as_the_same_weekdays_did() -> None:
    assert projected(300, [Weekday(100, 500), Weekday(200, 400)], 2) == 600
    assert projected(300, [Weekday(100, 500)], 2) is None
    assert projected(300, [], 0) is None


@given(st.integers(0, 10**9), st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)), max_size=6))
def test_a_projection_never_lies_below_what_is_there(by_now: int, days: list[tuple[int, int]]) -> None:
    made = projected(by_now, [Weekday(part, part + rest) for part, rest in days], 1)
    assert (made is None) == (not days)
    assert made is None or made >= by_now


def test_before_ten_o_clock_yesterday_is_still_to_come_and_after_it_missing() -> None:
    yesterday = day_start(NOW) - DAY
    assert of_next_day(NOW, None, 10) == "pending"
    assert of_next_day(NOW, yesterday - DAY, 10) == "pending"
    assert of_next_day(NOW, yesterday + HOUR, 10) == "next_day"
    assert of_next_day(NOW + HOUR, yesterday - 1, 10) == "none"
    assert of_next_day(NOW + HOUR, yesterday, 10) == "next_day"


def test_nothing_of_nothing_is_not_known() -> None:
    assert share(0, 0) is None
    assert share(None, 5) is None
    assert share(1, 4) == 0.25
    assert change(5, 0) is None
    assert change(5, None) is None
    assert change(3, 4) == -0.25


def test_a_promotion_may_lie_over_the_turn_of_the_year() -> None:
    spring = Promo(key="spring", names={"zh_CN": "年货节", "en": "Spring sale"}, begins="12-28", ends="01-20")
    found = [promo_on(parse_shop_time(f"{day} 12:00:00"), [spring]) for day in ("2026-12-28", "2027-01-20")]
    assert found == [spring, spring]
    assert promo_on(parse_shop_time("2027-01-21 00:00:00"), [spring]) is None


def test_the_promotions_that_came_with_the_program_are_days() -> None:
    on = promo_on(parse_shop_time("2026-11-11 23:59:59"), reference.promos())
    assert on is not None
    assert on.names["zh_CN"] == "双11"
    assert promo_on(parse_shop_time("2026-11-12 00:00:00"), reference.promos()) is None


def test_the_nine_cells_border_where_the_lines_say() -> None:
    lines = reference.insight_lines().value
    assert lines.cell(NOW - 30 * DAY, 1, NOW) == (0, 0)
    assert lines.cell(NOW - 30 * DAY - 1, 2, NOW) == (1, 1)
    assert lines.cell(NOW - 90 * DAY, 4, NOW) == (1, 1)
    assert lines.cell(NOW - 90 * DAY - 1, 5, NOW) == (2, 2)
