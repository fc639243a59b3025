"""The forecast: its laws, that it never sees the future, that its band holds as often as it says, and what ads do."""

import math
import random
from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console import reference
from console.core.clock import DAY
from console.rules.forecast import WEEK, Day, Drive, driven, fit
from console.rules.forecast_budget import changed
from console.rules.forecast_lacking import Need
from console.rules.forecast_made import Forecast, History, made
from console.rules.forecast_past import fold_origins, judged, naive, rehearse, spread

LINES = reference.forecast_lines()
WEEKDAYS = (0.8, 0.85, 0.95, 1.0, 1.1, 1.3, 1.0)
SERIES = st.lists(st.integers(0, 10**7), min_size=30, max_size=60)


def days_of(paid: Sequence[float]) -> list[Day]:
    return [Day(at=at * DAY, paid_fen=value) for at, value in enumerate(paid)]


def world(seed: int, count: int = 150, noise: float = 0.2, drift: float = 0.01) -> list[Day]:
    """A shop with weekdays, a level that wanders, and chance: nothing else is to be known of it."""
    chance, level, paid = random.Random(seed), 100_000.0, []
    for at in range(count):
        level *= math.exp(chance.gauss(0, drift))
        paid.append(level * WEEKDAYS[at % WEEK] * math.exp(chance.gauss(0, noise) - noise * noise / 2))
    return days_of(paid)


def ahead(days: Sequence[Day], count: int = 14) -> list[Day]:
    return [Day(at=days[-1].at + n * DAY, paid_fen=0) for n in range(1, count + 1)]


def history(days: Sequence[Day]) -> History:
    spent = sum(day.spend_fen is not None for day in days)
    return History(days=days, sale_days=len(days), orders=500, spend_days=spent)


def told(days: Sequence[Day], count: int = 14) -> list[float]:
    learnt = fit(days, 14)
    return [learnt.median_fen(day, number) for number, day in enumerate(ahead(days, count), 1)]


@given(st.integers(1, 10**8), st.integers(28, 70))
@settings(max_examples=15)
def test_what_was_always_the_same_stays_so(value: int, count: int) -> None:
    found = made(history(days_of([value] * count)), ahead(days_of([value] * count)), LINES, trust=True)
    for day in found.days:
        for one in (day.band.median, day.band.low95, day.band.low80, day.band.high80, day.band.high95):
            assert one == pytest.approx(value)


@given(SERIES, st.sampled_from([2, 7, 100]))
@settings(max_examples=15)
def test_a_shop_so_many_times_as_large_is_told_so_many_times_as_much(paid: list[int], times: int) -> None:
    small = made(history(days_of(paid)), ahead(days_of(paid)), LINES, trust=True)
    large_days = days_of([value * times for value in paid])
    large = made(history(large_days), ahead(large_days), LINES, trust=True)
    for a, b in zip(small.days, large.days, strict=True):
        assert b.band.median == pytest.approx(a.band.median * times, abs=1e-3)
        assert b.band.high80 == pytest.approx(a.band.high80 * times, rel=1e-6, abs=1e-3)
    assert large.past.wape == pytest.approx(small.past.wape)


@given(st.integers(0, 10**6), st.integers(60, 120))
@settings(max_examples=8, deadline=None)
def test_bands_lie_in_each_other_and_grow_further_ahead(seed: int, count: int) -> None:
    days = world(seed, count)
    found = made(history(days), ahead(days, 30), LINES, trust=True)
    shares = []
    for day in found.days:
        band = day.band
        assert 0 <= band.low95 <= band.low80 <= band.median <= band.high80 <= band.high95
        shares.append((band.high80 - band.low80) / band.median)
    assert shares == sorted(shares) or shares == pytest.approx(sorted(shares))


@given(SERIES, st.integers(0, 10**7))
@settings(max_examples=15)
def test_a_rehearsal_never_sees_the_future(paid: list[int], other: int) -> None:
    days, cut = days_of(paid), len(paid) - 10
    changed_days = [*days[:cut], *(Day(at=day.at, paid_fen=other) for day in days[cut:])]
    before, after = rehearse(days, 14, 14), rehearse(changed_days, 14, 14)
    for one, two in zip(before, after, strict=True):
        if one.origin <= cut:
            assert (one.origin, one.target, one.told) == (two.origin, two.target, two.told)
    assert spread(before, cut) == spread(after, cut)


def test_the_eighty_percent_band_holds_so_often_in_a_world_whose_truth_is_known() -> None:
    held = [judged(days, rehearse(days, 14, 14), 14) for days in (world(seed) for seed in range(12))]
    covered = fmean(one.coverage for one in held if one.coverage is not None)
    assert LINES.coverage_low <= covered <= LINES.coverage_high
    assert not any(one.worse for one in held)
    # chance alone misses 16 % here; no method can do better, and this one does hardly worse
    assert fmean(one.wape for one in held if one.wape is not None) < 0.20


@pytest.mark.long
def test_the_eighty_percent_band_holds_so_often_over_many_worlds() -> None:
    for drift, count in ((0.0, 150), (0.01, 150), (0.02, 150), (0.01, 90)):
        worlds = [world(seed, count, drift=drift) for seed in range(60)]
        found = [judged(days, rehearse(days, 14, 14), 14).coverage for days in worlds]
        assert LINES.coverage_low <= fmean(one for one in found if one is not None) <= LINES.coverage_high


def test_a_band_holds_also_for_days_that_were_never_rehearsed() -> None:
    held = total = 0
    for seed in range(25):
        days = world(seed, 134)
        found = made(history(days[:120]), days[120:], LINES, trust=True)
        held += sum(
            one.band.low80 <= day.paid_fen <= one.band.high80 for one, day in zip(found.days, days[120:], strict=True)
        )
        total += len(found.days)
    assert 0.75 <= held / total <= 0.85


def test_weekdays_are_learnt() -> None:
    paid = [100.0 * WEEKDAYS[at % WEEK] for at in range(70)]
    assert told(days_of(paid)) == pytest.approx([100.0 * WEEKDAYS[at % WEEK] for at in range(14)], rel=0.03)


def test_a_promotion_lifts_its_own_day_and_not_the_days_after() -> None:
    days = [Day(at=at * DAY, paid_fen=100.0 * (3 if at == 40 else 1), promo="sale" * (at == 40)) for at in range(70)]
    coming = [Day(at=(70 + n) * DAY, paid_fen=0, promo="sale" * (n == 3)) for n in range(14)]
    found = [day.band.median for day in made(history(days), coming, LINES, trust=True).days]
    assert found[3] == pytest.approx(300, rel=0.02)
    assert found[:3] + found[4:] == pytest.approx([100.0] * 13, rel=0.02)
    other = made(history(days), [Day(at=70 * DAY, paid_fen=0, promo="new")], LINES, trust=True)
    assert other.unseen_promos == ("new",)


def test_naive_is_the_same_weekday_of_the_last_week_before() -> None:
    days = days_of(list(range(40)))
    assert [naive(days, 30, 30 + n) for n in (0, 6, 7, 13)] == [23, 29, 23, 29]


def test_what_tells_less_than_last_week_is_not_told() -> None:
    # a shop that fell to a thousandth: last week's weekday knows, a level that is smoothed learns it slowly
    days = days_of([float(10**6 if at < 60 else 10**3) * (1 + at % 7) for at in range(76)])
    found = made(history(days), ahead(days), LINES)
    assert found.past.worse
    assert found.verdict == "worse"
    assert found.days == ()


@pytest.mark.parametrize("count", [28, 29, 41, 56])
def test_folds_leave_enough_to_learn_from_and_do_not_overlap(count: int) -> None:
    folds = fold_origins(count, 14)
    assert folds[0] == count - 14
    assert all(at >= 14 for at in folds)
    assert all(a - b == 14 for a, b in pairwise(folds))


# -- ads ---------------------------------------------------------------------------------------------------------------


def spent_world(seed: int, share: float, count: int = 90) -> list[Day]:
    chance, drive, found = random.Random(seed), Drive(share=share, half_fen=3000, usual_fen=3000), []
    for at in range(count):
        spend = chance.choice([1000.0, 2000.0, 3000.0, 4500.0, 6000.0])
        paid = 50_000 * drive.factor(spend) * WEEKDAYS[at % WEEK] * math.exp(chance.gauss(0, 0.1))
        found.append(Day(at=at * DAY, paid_fen=paid, spend_fen=spend))
    return found


def test_what_ads_do_is_found_where_they_do_something() -> None:
    found = [fit(spent_world(seed, 0.6), 14).drive for seed in range(5)]
    for drive in found:
        assert drive is not None
        # by the curve and not by its parameters: several shapes say the same between 1000 and 6000
        assert drive.factor(6000) / drive.factor(1000) == pytest.approx(1.6 / 0.7, rel=0.35)


def test_ads_that_do_nothing_are_seldom_said_to_do_something() -> None:
    claimed = sum(fit(spent_world(seed, 0.0), 14).drive is not None for seed in range(20))
    assert claimed <= 2


def test_a_growing_shop_that_spends_as_it_grows_is_no_proof_of_ads() -> None:
    days = [Day(at=at * DAY, paid_fen=1000.0 * 1.02**at, spend_fen=100.0 * 1.02**at) for at in range(60)]
    assert driven(days, [day.paid_fen for day in days], 14) is None


@given(st.floats(0, 1), st.floats(1, 10**6), st.floats(1, 10**6), st.floats(0, 10**6), st.floats(1, 10**6))
def test_each_yuan_more_brings_less_than_the_one_before(
    share: float, half: float, usual: float, spend: float, step: float
) -> None:
    drive = Drive(share=share, half_fen=half, usual_fen=usual)
    first, second, third = (drive.factor(spend + n * step) for n in range(3))
    assert first <= second + 1e-9
    assert third - second <= second - first + 1e-9
    assert drive.factor(usual) == pytest.approx(1)


def test_another_budget_is_told_within_what_was_ever_spent() -> None:
    days = spent_world(1, 0.6)
    forecast = made(history(days), ahead(days), LINES, trust=True)
    same = changed(forecast, forecast.spend_fen or 0, 6000, 0.4)
    assert same is not None
    assert same.then == same.now
    more = changed(forecast, 9000, 6000, 0.4)
    assert more is not None
    assert more.beyond
    assert more.then.spend_fen == 6000
    assert more.then.paid_fen > more.now.paid_fen
    assert (more.then.roi or 0) < (more.now.roi or 0)
    poor = changed(forecast, 6000, 6000, 0.1)
    assert poor is not None
    assert poor.small
    assert changed(Forecast(verdict="worse"), 1, 1, None) is None


def test_a_forecast_says_what_it_lacks() -> None:
    days = world(3, 60)
    few = History(days=days, sale_days=9, orders=11, spend_days=0, late_sale_days=7, late_orders=7)
    found = made(few, ahead(days), LINES)
    assert found.verdict == "lacking"
    assert [(need.what, need.have, need.need, need.in_days) for need in found.lacking] == [
        ("days", 9, 28, 38),
        ("orders", 11, 100, 178),
        ("spend_days", 0, 14, None),
    ]
    without_ads = made(history(days), ahead(days), LINES, trust=True)
    assert without_ads.verdict == "made"
    assert not without_ads.roi
    assert [need.what for need in without_ads.lacking] == ["spend_days"]


def test_a_need_that_is_met_needs_no_time() -> None:
    assert Need(what="orders", have=100, need=100).in_days == 0
    assert Need(what="orders", have=99, need=100, a_day=0.1).in_days == 10


def test_a_sum_says_how_likely_it_stays_below_a_line() -> None:
    days = world(5)
    found = made(history(days), ahead(days), LINES, trust=True)
    assert found.total is not None
    total = found.total
    low, middle, high = (found.chance_below(fen) for fen in (total.low80, total.median, total.high80))
    assert low is not None
    assert middle is not None
    assert high is not None
    assert 0 < low < middle < high < 1
    assert low == pytest.approx(0.1, abs=0.05)
    assert Forecast(verdict="made").chance_below(1) is None


def test_one_runaway_day_is_no_new_level() -> None:
    usual = days_of([100.0] * 60)
    runaway = [*usual[:-3], Day(at=usual[-3].at, paid_fen=5000), *usual[-2:]]
    assert max(told(runaway)) < 115
