"""The forecast of calls: exact where the days are alike, near on seeded months, silent where nothing is known."""

import random

import pytest

from console.core.clock import DAY, HOUR, day_start, parse_shop_time, shop_datetime
from console.rules.outage import Ends, due_notice, first_stop
from console.rules.quota import Allowance, Forecast, calendar_month, forecast, monthly

FEBRUARY, MARCH = parse_shop_time("2026-02-01 00:00:00"), parse_shop_time("2026-03-01 00:00:00")
Counts = dict[int, int]


def seeded_counts(seed: int, *, weekly: float = 0.3, noise: float = 0.1) -> Counts:
    """January and February of a shop: a level, weekdays that differ by ± ``weekly``, days that stray by ``noise``."""
    dice = random.Random(seed)
    level = dice.uniform(2_000, 60_000)
    shares = [1 + dice.uniform(-weekly, weekly) for _ in range(7)]
    days = range(FEBRUARY - 31 * DAY, MARCH, DAY)
    return {day: round(level * shares[shop_datetime(day).weekday()] * max(0, dice.gauss(1, noise))) for day in days}


def seen_by(counts: Counts, now: int) -> Counts:
    """What is in the file at ``now``: today only as far as it has gone."""
    today = day_start(now)
    part = (now - today) / DAY
    return {day: round(count * part) if day == today else count for day, count in counts.items() if day <= today}


def error(seed: int, now: int) -> float:
    """How far the forecast of February is off, as a part of it."""
    counts = seeded_counts(seed)
    truth = sum(count for day, count in counts.items() if day >= FEBRUARY)
    said = forecast(seen_by(counts, now), monthly(10**9, now), now).at_end
    assert said is not None
    return abs(said - truth) / truth


def test_a_steady_shop_is_foreseen_to_the_call() -> None:
    now = FEBRUARY + 9 * DAY + 12 * HOUR
    counts = {FEBRUARY + day * DAY: 1_000 for day in range(-20, 9)} | {FEBRUARY + 9 * DAY: 500}
    assert forecast(counts, monthly(20_000, now), now) == Forecast(
        used=9_500, most=20_000, at_end=28_000, runs_out_at=FEBRUARY + 20 * DAY
    )
    assert forecast(counts, monthly(28_000, now), now).runs_out_at is None


def test_the_month_is_the_shops() -> None:
    assert calendar_month(FEBRUARY) == calendar_month(MARCH - 1) == (FEBRUARY, MARCH)
    december = parse_shop_time("2026-12-31 23:59:59")
    assert calendar_month(december)[1] == december + 1_000


def test_what_was_used_up_is_said_today() -> None:
    now = FEBRUARY + 3 * DAY + HOUR
    counts = {FEBRUARY: 400, FEBRUARY + DAY: 700}
    assert forecast(counts, monthly(1_000, now), now).runs_out_at == day_start(now)


def test_nothing_is_foreseen_before_a_whole_day_was_seen() -> None:
    now = FEBRUARY + HOUR
    assert forecast({FEBRUARY: 5}, monthly(1_000, now), now) == Forecast(used=5, most=1_000)
    assert forecast({}, monthly(1_000, now), now) == Forecast(used=0, most=1_000)
    assert Forecast(used=5).share_at_end is None


def test_a_trial_runs_over_months() -> None:
    """10,000 calls in 60 days."""
    trial = Allowance(most=10_000, begin_at=FEBRUARY, end_at=FEBRUARY + 60 * DAY)
    counts = {FEBRUARY + day * DAY: 200 for day in range(10)}
    found = forecast(counts, trial, FEBRUARY + 10 * DAY)
    assert (found.used, found.at_end, found.share_at_end) == (2_000, 12_000, 1.2)
    assert found.runs_out_at == FEBRUARY + 50 * DAY


def test_days_on_which_the_program_slept_count_as_nothing() -> None:
    now = FEBRUARY + 8 * DAY
    counts = {FEBRUARY: 800}  # and seven days without a call
    said = forecast(counts, monthly(10**6, now), now).at_end
    assert said is not None
    assert 800 < said < 800 + 20 * 100, "a tenth of a day's calls a day, and less for being long ago"


def test_more_calls_never_put_the_end_off() -> None:
    now = FEBRUARY + 15 * DAY
    for seed in range(30):
        counts = seen_by(seeded_counts(seed), now)
        more = {day: count + count // 10 for day, count in counts.items()}
        most = 25 * sum(counts.values()) // len(counts)
        few, many = (forecast(each, monthly(most, now), now) for each in (counts, more))
        assert few.at_end is not None
        assert many.at_end is not None
        assert many.at_end >= few.at_end
        if few.runs_out_at is not None:
            assert many.runs_out_at is not None
            assert many.runs_out_at <= few.runs_out_at


@pytest.mark.parametrize(("day", "within", "of_200"), [(15, 0.05, 190), (22, 0.05, 200), (27, 0.03, 200)])
def test_seeded_months_end_within_five_in_a_hundred(day: int, within: float, of_200: int) -> None:
    """From the middle of the month in 19 of 20, in its last week in all."""
    now = FEBRUARY + (day - 1) * DAY + 10 * HOUR
    good = sum(error(seed, now) <= within for seed in range(200))
    assert good >= of_200


def test_running_out_is_told_of_three_days_ahead() -> None:
    """Asked once a day; the package is a fifth too small, so it ends in the last third of the month."""
    for seed in range(100):
        counts = seeded_counts(seed)
        most = round(0.8 * sum(count for day, count in counts.items() if day >= FEBRUARY))
        used, out_at = 0, MARCH
        for day in range(FEBRUARY, MARCH, DAY):
            used += counts[day]
            if used > most:
                out_at = day
                break
        heard: list[tuple[int, int]] = []
        for day in range(FEBRUARY, out_at, DAY):
            now = day + 10 * HOUR
            stop = first_stop(Ends(quota_at=forecast(seen_by(counts, now), monthly(most, now), now).runs_out_at))
            notice = None if stop is None else due_notice(stop, [mark for _, mark in heard], now)
            if notice is not None:
                heard.append((now, notice.days))
        assert heard, seed
        assert out_at - heard[0][0] >= 72 * HOUR, seed
