"""The interval around a lift holds what it promises, though one sample tells much of the next."""

import math
import random

import pytest

from console.rules.live_lift import Point, lift, student

AT = 1_768_478_400_000
SHOWS = 400


def noise(dice: random.Random, every_s: int, repeats: float) -> list[Point]:
    """Six minutes in which nothing happens: 500 watch, a twentieth more or fewer, each sample much like the last."""
    state, found = dice.gauss(0, 1), []
    for second in range(-180, 180, every_s):
        found.append(Point(AT + second * 1_000, 500 * (1 + 0.05 * state), 500))
        state = repeats * state + math.sqrt(1 - repeats * repeats) * dice.gauss(0, 1)
    return found


def covered(every_s: int, repeats: float) -> float:
    dice, held = random.Random(f"{every_s} {repeats}"), 0
    for _ in range(SHOWS):
        found = lift(noise(dice, every_s, repeats), AT)
        assert found.low is not None
        assert found.high is not None
        held += found.low <= 0 <= found.high
    return held / SHOWS


@pytest.mark.parametrize(("every_s", "repeats"), [(10, 0), (10, 0.5), (10, 0.8), (10, 0.95), (5, 0.9), (2, 0.95)])
def test_nineteen_of_twenty_intervals_hold_a_show_in_which_nothing_happened(every_s: int, repeats: float) -> None:
    assert 0.90 <= covered(every_s, repeats) <= 0.98


@pytest.mark.parametrize("repeats", [0, 0.5, 0.7, 0.9])
@pytest.mark.parametrize("every_s", [60, 90])
def test_so_do_at_least_nine_of_ten_where_each_side_has_three_sums_or_two(every_s: int, repeats: float) -> None:
    assert covered(every_s, repeats) >= 0.90


def test_independent_samples_are_told_about_as_closely_as_before() -> None:
    dice = random.Random(7)
    wide = []
    for _ in range(100):
        found = lift(noise(dice, 10, 0), AT)
        assert found.low is not None
        assert found.high is not None
        wide.append(found.high - found.low)
    known = 2 * 1.96 * 0.05 * math.sqrt(2 / 18)
    assert known < sum(wide) / 100 < 1.4 * known


def test_three_sums_have_the_freedom_of_one_side() -> None:
    sums = [
        Point(AT + minute * 60_000, value) for minute, value in zip(range(-3, 3), (9, 10, 11, 18, 20, 22), strict=True)
    ]
    found = lift(sums, AT)
    assert found.low is not None
    assert found.high is not None
    spread = student(2) * math.sqrt((0.02 + 0.02) / 4 * 2 / 3)
    assert (found.low, found.high) == (
        pytest.approx(2 * math.exp(-spread) - 1),
        pytest.approx(2 * math.exp(spread) - 1),
    )


def test_the_expansion_is_the_table() -> None:
    table = {1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 10: 2.228, 34: 2.032}
    assert {freedom: student(freedom) for freedom in table} == {
        freedom: pytest.approx(value, rel=0.04) for freedom, value in table.items()
    }
    assert student(10) == pytest.approx(2.228, abs=0.001)


def test_two_marks_at_one_instant_overlap_and_one_alone_does_not() -> None:
    """A file that tells whole seconds: a raffle and a red packet must not both be given what they did together."""
    points = noise(random.Random(3), 10, 0)
    assert lift(points, AT, [AT]).doubt == ""
    assert lift(points, AT, [AT, AT]).doubt == "overlap"
    assert lift(points, AT, [AT - 60_000]).doubt == "overlap"
