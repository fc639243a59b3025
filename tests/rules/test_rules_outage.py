"""Ends foreseen: the first one and its reason, each notice once, every seeded end told of three days ahead."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.catalogue import knows
from console.core.clock import DAY, HOUR
from console.rules.outage import MARKS_DAYS, Ends, Notice, Stop, due_notice, first_stop, stops

NOW = 1_768_444_200_000
END = Stop(at=NOW, cause="sign_in")
ends = st.builds(
    Ends, **{f"{name}_at": st.none() | st.integers(0, 10**13) for name in ("sign_in", "quota", "paid_until")}
)


def told_over(stop: Stop, looks: list[int]) -> list[tuple[int, int]]:
    """What a person hears when the program looks at these times: (when, mark)."""
    heard: list[tuple[int, int]] = []
    for at in looks:
        notice = due_notice(stop, [mark for _, mark in heard], at)
        if notice is not None:
            heard.append((at, notice.days))
    return heard


def test_the_first_end_is_the_one_that_counts() -> None:
    found = Ends(sign_in_at=NOW + 9 * DAY, quota_at=NOW + 2 * DAY, paid_until_at=NOW + 30 * DAY)
    assert first_stop(found) == Stop(at=NOW + 2 * DAY, cause="quota")
    assert [stop.cause for stop in stops(found)] == ["quota", "sign_in", "paid_until"]
    assert first_stop(Ends()) is None
    assert first_stop(Ends(test_user_at=NOW)) == Stop(at=NOW, cause="test_user")


@given(ends)
def test_no_end_comes_before_the_first(found: Ends) -> None:
    times = [at for at in (found.sign_in_at, found.quota_at, found.paid_until_at) if at is not None]
    first = first_stop(found)
    assert (first.at if first is not None else None) == min(times, default=None)
    assert len(stops(found)) == len(times)


def test_each_mark_is_told_once_and_at_its_time() -> None:
    looks = list(range(NOW - 10 * DAY, NOW + 3 * DAY, HOUR))
    assert told_over(END, looks) == [(NOW - 7 * DAY, 7), (NOW - 3 * DAY, 3), (NOW - DAY, 1), (NOW, 0)]


@pytest.mark.parametrize(
    ("left_ms", "mark"),
    [(7 * DAY + 1, None), (7 * DAY, 7), (3 * DAY + 1, 7), (3 * DAY, 3), (DAY, 1), (1, 1), (0, 0), (-9 * DAY, 0)],
)
def test_after_a_long_sleep_only_the_nearest_mark_is_told(left_ms: int, mark: int | None) -> None:
    notice = due_notice(END, (), NOW - left_ms)
    assert notice == (None if mark is None else Notice(stop=END, days=mark))


def test_marks_that_were_slept_through_are_not_told_later() -> None:
    assert told_over(END, [NOW - DAY, NOW - DAY + 1, NOW - HOUR]) == [(NOW - DAY, 1)]


@given(st.lists(st.integers(NOW - 20 * DAY, NOW + 20 * DAY), max_size=30))
def test_marks_only_fall_and_are_never_late_by_a_look(looks: list[int]) -> None:
    looks.sort()
    marks = [mark for _, mark in told_over(END, looks)]
    assert marks == sorted(set(marks), reverse=True)
    if looks and looks[-1] >= NOW:
        assert marks[-1] == 0


def test_every_seeded_end_is_told_of_three_days_ahead() -> None:
    """A shop's computer is switched on once a day, at some hour."""
    dice = random.Random(12)
    for _ in range(300):
        stop = Stop(at=NOW + dice.randrange(8 * DAY, 180 * DAY), cause="sign_in")
        looks = [NOW + day * DAY + dice.randrange(DAY) for day in range(200)]
        heard = told_over(stop, looks)
        assert stop.at - heard[0][0] >= 72 * HOUR
        assert heard[-1][1] == 0


def test_each_cause_has_words() -> None:
    assert all(knows(Stop(at=0, cause=cause).code) for cause in ("sign_in", "test_user", "quota", "paid_until"))
    assert MARKS_DAYS == (7, 3, 1, 0)
