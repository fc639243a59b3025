"""Deadlines of appeals and renewals: the make-up days that a plain count misses, pauses, and years nobody knows yet."""

from datetime import date, timedelta
from itertools import pairwise

import chinese_calendar  # type: ignore[import-untyped]  # it has no stubs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.core.clock import DAY, parse_shop_time
from console.reference import violation_figures, workdays
from console.rules.certificates import (
    Certificate,
    CertState,
    Standing,
    Window,
    coverage,
    days_before,
    notice_due,
    standing,
)
from console.rules.violations import (
    Case,
    CaseState,
    Level,
    Pause,
    clock,
    impact_until,
    last_day,
    may_appeal,
    outcomes,
)

FIGURES = violation_figures()


def case(notice: str = "2026-05-08 15:00:00", level: Level = Level.SERIOUS, **more: object) -> Case:
    return Case(case_id="c", notice_at=parse_shop_time(notice), level=level, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("notice", "three", "seven"),
    [
        ("2026-02-12", "2026-02-24", "2026-02-28"),
        ("2026-02-13", "2026-02-25", "2026-03-02"),
        ("2026-04-29", "2026-05-07", "2026-05-12"),
        ("2026-05-08", "2026-05-12", "2026-05-18"),
        ("2026-06-18", "2026-06-24", "2026-06-30"),
        ("2026-09-18", "2026-09-22", "2026-09-29"),
        ("2026-09-24", "2026-09-30", "2026-10-12"),
        ("2026-09-30", "2026-10-10", "2026-10-15"),
        ("2026-12-18", "2026-12-23", "2026-12-29"),
    ],
)
def test_the_hand_made_calendar(notice: str, three: str, seven: str) -> None:
    start = date.fromisoformat(notice)
    assert last_day(start, 3, workdays()) == (date.fromisoformat(three), True)
    assert last_day(start, 7, workdays()) == (date.fromisoformat(seven), True)


def test_each_day_of_three_years_against_another_calendar() -> None:
    for offset in range((date(2026, 12, 10) - date(2024, 1, 1)).days):
        start = date(2024, 1, 1) + timedelta(days=offset)
        on, count = start, 0
        for wanted in range(1, 11):
            while count < wanted:
                on += timedelta(days=1)
                if on.year > 2026:
                    break
                count += chinese_calendar.is_workday(on)
            if on.year > 2026:
                break
            assert last_day(start, wanted, workdays()) == (on, True), (start, wanted)


def test_a_window_ends_at_midnight_and_the_notice_that_names_an_earlier_end_drives() -> None:
    found = clock(case(), FIGURES, workdays(), parse_shop_time("2026-05-11 09:00:00"))
    assert found.due_at == parse_shop_time("2026-05-13 00:00:00"), "24:00 of the 12th"
    assert (found.last_day, found.left, found.urgency, found.by) == (date(2026, 5, 12), 1, "today", "rule")
    told = case(told_due_at=parse_shop_time("2026-05-11 18:00:00"))
    assert clock(told, FIGURES, workdays(), told.notice_at).due_at == told.told_due_at
    later = case(told_due_at=parse_shop_time("2026-05-20 18:00:00"))
    assert clock(later, FIGURES, workdays(), later.notice_at).by == "rule", "the nearer one drives"


def test_the_last_millisecond_is_in_time_and_the_next_is_not() -> None:
    due_at = parse_shop_time("2026-05-13 00:00:00")
    before, after = (clock(case(), FIGURES, workdays(), now) for now in (due_at - 1, due_at))
    assert (before.urgency, may_appeal(case(), before, due_at - 1)) == ("today", True)
    assert (after.urgency, may_appeal(case(), after, due_at)) == ("over", False)


def test_the_gravest_cannot_be_appealed_and_weighs_for_good() -> None:
    grave = case(level=Level.GRAVE)
    found = clock(grave, FIGURES, workdays(), grave.notice_at)
    assert (found.due_at, found.urgency) == (None, "never")
    assert not may_appeal(grave, found, grave.notice_at)
    assert impact_until(grave, FIGURES) is None


def test_a_clock_that_was_stopped_ends_later_by_its_working_days() -> None:
    paused = case("2026-05-06 10:00:00", pauses=(Pause(begin=date(2026, 5, 8), end=date(2026, 5, 10)),))
    # 7 is one; 8, 9 (a make-up Saturday) and 10 do not count; 11 and 12 are two and three
    assert clock(paused, FIGURES, workdays(), paused.notice_at).last_day == date(2026, 5, 12)


def test_a_year_without_a_plan_comes_out_as_uncertain_and_never_late() -> None:
    uncertain = case("2026-12-30 10:00:00", Level.GENERAL)
    found = clock(uncertain, FIGURES, workdays(), uncertain.notice_at)
    assert not found.certain
    assert found.last_day is not None
    assert found.last_day <= date(2027, 1, 12), "no weekday is taken for a day off"


def test_how_long_it_weighs() -> None:
    general = case("2026-05-08 15:00:00", Level.GENERAL)
    assert impact_until(general, FIGURES) == parse_shop_time("2026-06-08 00:00:00")
    won = case(state=CaseState.WON, decided_at=parse_shop_time("2026-05-15 12:00:00"))
    assert impact_until(won, FIGURES) == won.decided_at


def test_what_became_of_them() -> None:
    cases = [case(state=CaseState.WON, cause="虚假宣传"), case(state=CaseState.LOST, cause="虚假宣传"), case()]
    now = parse_shop_time("2026-06-01 00:00:00")
    found = outcomes([(one, clock(one, FIGURES, workdays(), now)) for one in cases])
    assert (found.total, found.missed, found.win_share) == (3, 1, 0.5)
    assert found.by_cause == [("虚假宣传", 2)]
    assert outcomes([]).win_share is None


# -- certificates -----------------------------------------------------------------------------------------------------

DEVICE = Window(begin_days=90, latest_days=30, in_workdays=True)


def held(end: date | None, **more: object) -> Certificate:
    return Certificate(certificate_id="1", kind="医疗器械经营许可证", valid_to=end, **more)  # type: ignore[arg-type]


def test_a_certificate_passes_through_its_states() -> None:
    end = date(2026, 9, 30)
    seen: list[tuple[CertState, date]] = []
    for offset in range(300):
        today = date(2026, 1, 1) + timedelta(days=offset)
        state = standing(held(end), DEVICE, workdays(), today).state
        if not seen or seen[-1][0] is not state:
            seen.append((state, today))
    assert [state for state, _ in seen] == [
        CertState.VALID,
        CertState.RENEW,
        CertState.URGENT,
        CertState.MISSED,
        CertState.EXPIRED,
    ]
    begin, missed, expired = seen[1][1], seen[3][1], seen[4][1]
    assert workdays().between(begin, end) == 90
    assert workdays().between(missed - timedelta(days=1), end) == 30
    assert expired == end + timedelta(days=1), "the last day of validity still is one"


def test_without_an_end_or_before_its_beginning() -> None:
    today = date(2026, 11, 26)
    assert standing(held(None), DEVICE, workdays(), today).state is CertState.OPEN
    later = held(date(2027, 11, 1), valid_from=today + timedelta(days=1))
    assert standing(later, DEVICE, workdays(), today).state is CertState.NOT_YET


@given(st.dates(date(2024, 4, 1), date(2026, 12, 31)), st.sampled_from([3, 5, 7, 15, 30]))
def test_counting_back_without_a_plan_is_never_later_than_the_truth(end: date, count: int) -> None:
    known = workdays()
    blind = type(known)(off={}, work={}, festivals=known.festivals)
    truth, certain = days_before(end, count, known)
    assert certain
    guess, sure = days_before(end, count, blind)
    assert not sure
    assert guess <= truth


def test_notices_come_once_each_the_nearest_only() -> None:
    assert notice_due(100, ()) is None
    assert notice_due(14, ()) == 15
    assert notice_due(14, (15,)) is None
    assert notice_due(0, (15, 7)) == 1
    assert notice_due(-1, ()) is None
    told: list[int] = []
    for left in range(95, -1, -1):
        mark = notice_due(left, told)
        if mark is not None:
            told.append(mark)
    assert told == [90, 60, 30, 15, 7, 1]


def test_what_must_not_be_sold() -> None:
    valid, lapsed = Standing(state=CertState.URGENT), Standing(state=CertState.EXPIRED)
    food = held(None, categories=("食品",))
    assert coverage(food.kind, "食品 > 零食", "1", [(food, valid)]) == "valid"
    assert coverage(food.kind, "食品 > 零食", "1", [(food, lapsed)]) == "lapsed"
    assert coverage(food.kind, "食品 > 零食", "1", [(food, lapsed), (food, valid)]) == "valid"
    assert coverage(food.kind, "家居", "1", [(food, valid)]) == "none"
    assert coverage("别的", "食品", "1", [(food, valid)]) == "none"
    one = held(None, products=("7",))
    assert [coverage(one.kind, "食品", item, [(one, valid)]) for item in ("7", "8")] == ["valid", "none"]


def test_impact_days_are_whole_shop_days() -> None:
    days = [impact_until(case(f"2026-05-0{day} 00:00:00", Level.GENERAL), FIGURES) for day in (1, 2, 3)]
    assert all(after is not None and before is not None and after - before == DAY for before, after in pairwise(days))
