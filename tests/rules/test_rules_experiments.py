import itertools
import math
import random
from statistics import mean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.rules.experiments import (
    Arm,
    Experiment,
    Figure,
    Lines,
    Metric,
    added_up,
    judge,
    needed,
    until_planned,
)
from console.rules.experiments_sums import (
    fisher,
    holm,
    needed_of_mean,
    needed_of_share,
    of_means,
    of_shares,
    t_quantile,
    t_two_sided,
    uneven,
    wilson,
)

LINES = Lines(power=0.8, alpha=0.05, few=30, uneven_p=0.001)
SHARE = Metric(key="enter", name="enter", base=0.17, effect=0.02, planned=1000)
# what was measured: n to 400 and hits of it
ARMS = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


# -- against what was published ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_is_that_of_newcombes_paper(hits: int, n: int, low: float, high: float) -> None:
    """Newcombe 1998, Statistics in Medicine 17:857, table I, method 3."""
    assert wilson(hits, n) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("a", "b", "low", "high"),
    [
        ((48, 80), (56, 70), 0.0524, 0.3339),
        ((3, 10), (9, 10), 0.1705, 0.8090),
        ((2, 7), (6, 7), 0.0582, 0.8062),
        ((0, 29), (5, 56), -0.0381, 0.1926),
        ((0, 20), (0, 10), -0.1611, 0.2775),
        ((0, 10), (10, 10), 0.6075, 1.0),
    ],
)
def test_newcombes_interval_is_that_of_his_paper(
    a: tuple[int, int], b: tuple[int, int], low: float, high: float
) -> None:
    """Newcombe 1998, Statistics in Medicine 17:873, table II, method 10."""
    found = of_shares(*a, *b)
    assert (found.low, found.high) == pytest.approx((low, high), abs=6e-5)


def test_fisher_is_the_sum_over_all_tables() -> None:
    for a_n, b_n in itertools.product(range(1, 8), repeat=2):
        for a, b in itertools.product(range(a_n + 1), range(b_n + 1)):
            hits = a + b
            ways = {
                k: math.comb(a_n, k) * math.comb(b_n, hits - k) for k in range(hits + 1) if hits - k <= b_n and k <= a_n
            }
            exact = sum(one for one in ways.values() if one <= ways[a]) / math.comb(a_n + b_n, hits)
            assert fisher(a, a_n, b, b_n) == pytest.approx(exact)


def test_the_lady_and_her_tea() -> None:
    assert fisher(3, 4, 1, 4) == pytest.approx(34 / 70)


@pytest.mark.parametrize(
    ("freedom", "share", "t"),
    [(1, 0.975, 12.7062), (2, 0.975, 4.3027), (5, 0.95, 2.0150), (10, 0.975, 2.2281), (30, 0.995, 2.7500)],
)
def test_students_table(freedom: float, share: float, t: float) -> None:
    assert t_quantile(share, freedom) == pytest.approx(t, abs=6e-5)
    assert t_two_sided(t, freedom) == pytest.approx(2 * (1 - share), rel=1e-3)


def test_one_degree_of_freedom_is_cauchys() -> None:
    for t in (0.0, 0.3, 1.0, 7.5, 400.0):
        assert t_two_sided(t, 1) == pytest.approx(1 - 2 * math.atan(t) / math.pi, rel=1e-9, abs=1e-12)


def test_welch_is_a_worked_example() -> None:
    """Fifteen and fifteen, as in the encyclopaedia's first example: t -2.46, 24.9 or 25.0 degrees, p 0.021."""
    first = [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4]
    second = [27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 20.5, 24.4]
    found = of_means(mean(first), stdev(first), 15, mean(second), stdev(second), 15)
    assert found is not None
    error = math.hypot(stdev(first), stdev(second)) / math.sqrt(15)
    assert found.value / error == pytest.approx(2.46, abs=0.005)
    assert found.p == pytest.approx(0.021, abs=0.0005)


def test_how_many_are_needed() -> None:
    """The usual tables: 80 %, two-sided 5 %."""
    assert needed_of_share(0.10, 0.05, power=0.8, alpha=0.05) == pytest.approx(686, abs=1)
    assert needed_of_share(0.50, 0.10, power=0.8, alpha=0.05) == pytest.approx(388, abs=1)
    assert needed_of_mean(1, 0.5, power=0.8, alpha=0.05) == 64  # Cohen's table
    assert needed_of_mean(1, 0.8, power=0.8, alpha=0.05) == 26
    for base, effect in ((0.1, 0.95), (0, 0.1), (0.2, 0)):
        with pytest.raises(ValueError, match="shares"):
            needed_of_share(base, effect, power=0.8, alpha=0.05)


def test_the_plan_has_the_power_that_it_says() -> None:
    chance = random.Random(7)
    n = needed_of_share(0.2, 0.1, power=0.8, alpha=0.05)
    draws = [[sum(chance.random() < share for _ in range(n)) for share in (0.2, 0.3)] for _ in range(600)]
    found = sum(of_shares(a, n, b, n).p < 0.05 for a, b in draws) / len(draws)
    assert 0.75 < found < 0.86


def test_holm_as_it_is_printed() -> None:
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])


def test_a_split_that_was_not_dealt_evenly() -> None:
    assert uneven(5000, 5000) == 1
    assert uneven(821, 748) == pytest.approx(0.0653, abs=2e-3)
    assert uneven(10_000, 10_700) < 0.001


# -- laws -------------------------------------------------------------------------------------------------------------


@given(ARMS, ARMS)
def test_swapping_the_arms_swaps_the_sign(a: tuple[int, int], b: tuple[int, int]) -> None:
    one, other = of_shares(*a, *b), of_shares(*b, *a)
    assert (one.value, one.low, one.high) == pytest.approx((-other.value, -other.high, -other.low), abs=1e-12)
    assert one.p == pytest.approx(other.p)
    assert -1 - 1e-12 <= one.low <= one.value + 1e-12
    assert one.value - 1e-12 <= one.high <= 1 + 1e-12
    assert 0 <= one.p <= 1


@given(
    st.floats(-50, 50),
    st.floats(0.01, 50),
    st.integers(2, 200),
    st.floats(-50, 50),
    st.floats(0.01, 50),
    st.integers(2, 200),
)
def test_means_swap_and_their_interval_says_what_p_says(
    a: float, a_sd: float, a_n: int, b: float, b_sd: float, b_n: int
) -> None:
    one, other = of_means(a, a_sd, a_n, b, b_sd, b_n), of_means(b, b_sd, b_n, a, a_sd, a_n)
    assert one is not None
    assert other is not None
    assert (one.low, one.high) == pytest.approx((-other.high, -other.low), rel=1e-9, abs=1e-9)
    if abs(one.p - 0.05) > 1e-6:
        assert (one.p < 0.05) is (one.low > 0 or one.high < 0)


def test_the_interval_covers_as_often_as_it_says() -> None:
    chance = random.Random(11)
    for a_share, b_share, n in ((0.03, 0.05, 120), (0.4, 0.45, 60), (0.01, 0.01, 200)):
        held = 0
        for _ in range(1500):
            a, b = (sum(chance.random() < share for _ in range(n)) for share in (a_share, b_share))
            found = of_shares(a, n, b, n)
            held += found.low <= b_share - a_share <= found.high
        assert 0.935 < held / 1500 <= 1


@given(st.lists(st.floats(-1000, 1000), min_size=2, max_size=40), st.integers(1, 5))
def test_days_add_up_to_what_one_count_says(values: list[float], size: int) -> None:
    parts = [values[at : at + size] for at in range(0, len(values), size)]

    def figure(day: int, some: list[float]) -> Figure:
        mean = math.fsum(some) / len(some)
        sd = math.sqrt(math.fsum((one - mean) ** 2 for one in some) / (len(some) - 1)) if len(some) > 1 else None
        return Figure(metric="m", arm="a", day_at=day + 1, n=len(some), mean=mean, sd=sd)

    whole, days = added_up([figure(0, values)]), added_up(figure(day, some) for day, some in enumerate(parts))
    assert days.n == whole.n
    assert days.mean == pytest.approx(whole.mean, abs=1e-6)
    assert days.sd == pytest.approx(whole.sd, abs=1e-5)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8))
def test_holm_never_makes_it_better(ps: list[float]) -> None:
    assert all(p <= counted <= 1 for p, counted in zip(ps, holm(ps), strict=True))


# -- the plan ---------------------------------------------------------------------------------------------------------


def days(*told: tuple[int, int, int, int], metric: str = "enter") -> list[Figure]:
    """Days of (hits of A, n of A, hits of B, n of B)."""
    return [
        Figure(metric=metric, arm=arm, day_at=day, n=n, hits=hits)  # type: ignore[arg-type]  # a or b
        for day, (a, a_n, b, b_n) in enumerate(told, 1)
        for arm, hits, n in (("a", a, a_n), ("b", b, b_n))
    ]


def trial(*metrics: Metric, split: str = "random") -> Experiment:
    return Experiment(name="cover", metrics=metrics or (SHARE,), split=split)  # type: ignore[arg-type]  # one of two


def test_no_p_before_the_plan_however_large_the_difference() -> None:
    (found,) = judge(trial(), days((100, 900, 300, 900)), LINES)
    assert (found.p, found.conclusion, found.reached) == (None, "waiting", False)
    assert found.difference is not None


def test_what_comes_after_the_plan_changes_nothing() -> None:
    first = days((170, 1000, 230, 1000))
    (then,) = judge(trial(), first, LINES)
    (later,) = judge(trial(), [*first, *days((0, 1, 0, 1), (900, 1000, 10, 1000))[2:]], LINES)
    assert then.conclusion == "b"
    assert (later.p, later.a, later.b) == (then.p, then.a, then.b)


def test_verdicts_in_words() -> None:
    def of(*told: tuple[int, int, int, int], metric: Metric = SHARE, split: str = "random") -> str:
        return judge(trial(metric, split=split), days(*told), LINES)[0].conclusion

    assert of() == "empty"
    assert of((3, 20, 4, 20)) == "few"
    assert of((90, 500, 0, 0)) == "few"  # the other arm was not told yet: no mismatch
    assert of((170, 1000, 175, 1000)) == "same"
    assert of((230, 1000, 170, 1000)) == "a"
    assert of((230, 1000, 170, 1000), metric=Metric(key="enter", name="", less=True, planned=1000)) == "b"
    assert of((230, 1300, 170, 1000)) == "uneven"
    assert of((400, 1300, 170, 1000), split="turns") == "a"
    assert of((230, 1300, 100, 900), split="turns") == "short"


def test_holm_counts_all_metrics_of_a_test() -> None:
    other = Metric(key="buy", name="buy", base=0.1, effect=0.02, planned=1000)
    figures = [*days((170, 1000, 205, 1000)), *days((100, 1000, 102, 1000), metric="buy")]
    alone = judge(trial(SHARE), figures, LINES)[0]
    both = judge(trial(SHARE, other), figures, LINES)
    assert alone.conclusion == "b"
    assert alone.p is not None
    assert both[0].p == pytest.approx(2 * alone.p)
    assert both[0].conclusion == "same"
    assert needed(SHARE, 2, LINES) > needed(SHARE, 1, LINES)


def test_a_quantity_without_spread_tells_nothing() -> None:
    metric = Metric(key="m", name="", kind="mean", planned=10)
    figures = [Figure(metric="m", arm=arm, n=40, mean=5.0, sd=0.0) for arm in ("a", "b")]  # type: ignore[arg-type]
    assert judge(trial(metric), figures, LINES)[0].conclusion == "untold"
    assert until_planned([], 10) == (Arm(), Arm(), False)
