"""The working-day clock: equal to an independent calendar on every day that is known, never late where none is."""

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.reference import table, workdays
from console.rules.workdays import Workdays, workdays_from

DAY = timedelta(days=1)
FIRST, LAST = date(2024, 1, 1), date(2026, 12, 31)
EVERY = [FIRST + DAY * step for step in range((LAST - FIRST).days + 1)]
KNOWN = {on: chinese_calendar.is_workday(on) for on in EVERY}


def truly(start: date, count: int) -> date | None:
    """By the other calendar; None where it would have to know 2027."""
    on = start
    while count:
        on += DAY
        if on not in KNOWN:
            return None
        count -= KNOWN[on]
    return on


def without(year: int) -> Workdays:
    """The calendar as it was before that year's plan came out; the festivals are known for years ahead."""
    rows = [row for row in table("workdays") if row["kind"] == "festival" or not row["date"].startswith(str(year))]
    return workdays_from(rows)


def test_every_day_of_three_years_is_as_the_other_calendar_has_it() -> None:
    calendar = workdays()
    assert calendar.years == (2024, 2025, 2026)
    assert [on for on in EVERY if calendar.is_workday(on) != KNOWN[on]] == []
    assert all(calendar.day(on).certain for on in EVERY)


@pytest.mark.parametrize("count", range(1, 11))
def test_one_to_ten_working_days_from_every_day_are_as_the_other_calendar_has_them(count: int) -> None:
    calendar = workdays()
    for start in EVERY:
        due, true = calendar.add(start, count), truly(start, count)
        assert true is None or (due.on, due.certain) == (true, True), start
        assert due.certain is (true is not None)


@pytest.mark.parametrize(
    ("notice", "count", "due"),
    [
        (date(2025, 9, 30), 5, date(2025, 10, 14)),  # 09, 10, 11 (make-up Saturday), 13, 14
        (date(2026, 9, 30), 3, date(2026, 10, 10)),  # 08, 09, 10 (make-up Saturday)
        (date(2026, 9, 30), 7, date(2026, 10, 15)),
        (date(2026, 2, 13), 1, date(2026, 2, 14)),  # a make-up Saturday
        (date(2026, 2, 14), 1, date(2026, 2, 24)),
    ],
)
def test_deadlines_across_holidays_are_as_counted_by_hand(notice: date, count: int, due: date) -> None:
    assert workdays().add(notice, count).on == due


def test_a_year_without_a_plan_is_uncertain_and_on_the_safe_side() -> None:
    calendar = workdays()
    assert not calendar.covers(date(2027, 3, 1))
    new_year, far_weekend, near_weekend = date(2027, 1, 1), date(2027, 3, 6), date(2027, 1, 30)
    assert [(day.works, day.certain) for day in map(calendar.day, (new_year, far_weekend, near_weekend))] == [
        (True, False),
        (False, False),
        (True, False),
    ]
    due = calendar.add(date(2026, 12, 30), 3)
    assert (due.on, due.certain) == (date(2027, 1, 2), False)
    assert calendar.day(date(2035, 3, 4)).works, "no festival of 2035 is known: any weekend may be a make-up day"


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_a_deadline_reckoned_without_the_plan_is_never_later_than_the_true_one(year: int) -> None:
    calendar, early = without(year), 0
    for start in (on for on in EVERY if on.year == year):
        for count in (1, 3, 5, 7, 15, 30):
            due, true = calendar.add(start, count), truly(start, count)
            if true is None or true.year != year:
                continue
            assert not due.certain
            assert due.on <= true, (start, count)
            early += due.on < true
    assert early, "it cannot be equal: the holidays are not known"


@given(st.dates(FIRST, date(2026, 6, 30)), st.integers(0, 60))
def test_adding_and_counting_between_agree(start: date, count: int) -> None:
    calendar = workdays()
    assert calendar.between(start, calendar.add(start, count).on) == count
    assert calendar.between(start, start - DAY) == 0


def test_what_no_table_may_say_is_refused() -> None:
    with pytest.raises(ValueError, match="not half"):
        workdays_from([{"date": "2026-01-01", "kind": "half", "name": ""}])
    with pytest.raises(ValueError, match="forwards"):
        workdays().add(FIRST, -1)
