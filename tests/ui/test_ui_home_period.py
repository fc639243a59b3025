"""The stretches of time that home looks at."""

from hypothesis import given
from hypothesis import strategies as st

from console.core.clock import DAY, HOUR, day_start, parse_shop_time
from console.ui.tabs.home.period import DAYS, Period, PeriodKey

KEYS: tuple[PeriodKey, ...] = tuple(DAYS)
instants = st.integers(0, 4_000_000_000_000)
keys = st.sampled_from(KEYS)


@given(keys, instants)
def test_a_period_is_whole_shop_days_and_holds_what_has_passed(key: PeriodKey, now: int) -> None:
    period = Period.of(key, now)
    assert period.length == DAYS[key] * DAY
    assert day_start(period.begin_at) == period.begin_at
    assert period.begin_at < period.until <= period.end_at
    assert period.until <= now + 1


@given(keys.filter(lambda key: key != "yesterday"), instants)
def test_now_is_in_the_period_and_nothing_after_it_is(key: PeriodKey, now: int) -> None:
    period = Period.of(key, now)
    assert period.begin_at <= now < period.until
    assert period.until == now + 1


@given(keys, instants)
def test_the_period_before_ends_where_this_one_begins(key: PeriodKey, now: int) -> None:
    period = Period.of(key, now)
    before = period.before
    assert (before.end_at, before.length) == (period.begin_at, period.length)
    assert before.until == before.end_at


@given(keys, instants)
def test_steps_and_bars_share_a_period_evenly(key: PeriodKey, now: int) -> None:
    period = Period.of(key, now)
    assert period.bar % period.step == 0
    assert period.length % period.bar == 0


@given(instants)
def test_yesterday_is_the_day_before_today_and_over(now: int) -> None:
    assert Period.of("yesterday", now).end_at == Period.of("today", now).begin_at
    assert Period.of("yesterday", now).elapsed == DAY


def test_days_are_the_shop_s_not_the_machine_s() -> None:
    period = Period.of("today", parse_shop_time("2026-01-15 00:30:00"))
    assert period.begin_at == parse_shop_time("2026-01-15 00:00:00")
    assert period.elapsed == HOUR // 2 + 1
