"""The oversell rehearsal: as a plainer simulation says; larger buffers never oversell more; honest about one burst."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.rules.oversell import Burst, Sale, Way, advise, interval, phases, rehearse, replay

MINUTE = 60_000
SALES = st.lists(
    st.builds(Sale, at=st.integers(0, 60), channel=st.integers(0, 1), pieces=st.integers(1, 4)), max_size=25
)
BURSTS = st.builds(Burst, stock=st.integers(0, 30), sales=SALES.map(tuple))
GAPS = st.integers(1, 40)


def show(seed: int, *, stock: int = 120, rate: float = 1.2, length: int = 3 * MINUTE) -> Burst:
    """The end of a live show: two thirds on channel 0, at random instants."""
    dice = random.Random(seed)
    count = int(length / 1000 * rate)
    sales = [Sale(at=dice.randrange(length), channel=int(dice.random() < 0.33)) for _ in range(count)]
    return Burst(stock=stock, sales=tuple(sales))


def plainly(burst: Burst, way: Way, phase: int) -> int:
    """Millisecond by millisecond, as it would happen: what is oversold."""
    sales = sorted(burst.sales, key=lambda sale: sale.at)
    left, shows = burst.stock, [way.shown(burst.stock)] * 2
    for now in range(max((sale.at for sale in sales), default=0) + 1):
        if now >= phase and (now - phase) % way.gap_ms == 0:
            shows = [way.shown(left)] * 2
        for sale in sales:
            for _ in range(sale.pieces if sale.at == now else 0):
                if shows[sale.channel] > 0:
                    shows[sale.channel] -= 1
                    left -= 1
    return max(-left, 0)


@given(BURSTS, GAPS, st.integers(0, 5), st.none() | st.integers(0, 9), st.integers(1, 40))
def test_a_run_is_what_happens_second_by_second(
    burst: Burst, gap: int, buffer: int, cap: int | None, phase: int
) -> None:
    way = Way(gap_ms=gap, buffer=buffer, cap=cap)
    first = min((sale.at for sale in burst.sales), default=0)
    assert replay(burst, way, phase)[0] == plainly(burst, way, first + phase)


@given(BURSTS, GAPS, st.integers(0, 8), st.integers(0, 8), st.none() | st.integers(0, 9))
@settings(max_examples=400)
def test_a_larger_buffer_never_oversells_more(burst: Burst, gap: int, buffer: int, more: int, cap: int | None) -> None:
    small, large = (Way(gap_ms=gap, buffer=one, cap=cap) for one in (buffer, buffer + more))
    for phase, _ in phases(burst, gap):
        assert replay(burst, large, phase)[0] <= replay(burst, small, phase)[0]


@given(BURSTS, GAPS)
def test_a_buffer_as_large_as_the_stock_sells_nothing(burst: Burst, gap: int) -> None:
    outcome = rehearse([burst], Way(gap_ms=gap, buffer=burst.stock))
    wanted = min(sum(sale.pieces for sale in burst.sales), burst.stock)
    assert (outcome.worst, outcome.risk, outcome.unsold) == (0, 0, pytest.approx(wanted))


@given(BURSTS, GAPS)
def test_the_phases_make_one_whole(burst: Burst, gap: int) -> None:
    found = phases(burst, gap)
    assert sum(weight for _, weight in found) == pytest.approx(1)
    assert all(0 < at <= gap and weight > 0 for at, weight in found)


@given(st.lists(BURSTS, min_size=1, max_size=4), GAPS, st.sampled_from((0.0, 0.1, 0.5)))
def test_the_advice_keeps_the_risk_and_one_piece_less_would_not(bursts: list[Burst], gap: int, risk: float) -> None:
    advice = advise(bursts, gap_ms=gap, cap=None, risk=risk)
    assert advice.outcome.risk <= risk
    if advice.buffer:
        assert rehearse(bursts, Way(gap_ms=gap, buffer=advice.buffer - 1)).risk > risk


@pytest.mark.parametrize("seed", range(20))
def test_the_forecast_of_a_recorded_burst_is_true_within_a_piece(seed: int) -> None:
    """S15: what happens over all the moments polling may begin is what the rehearsal said."""
    burst, way = show(seed, stock=60, length=MINUTE, rate=2), Way(gap_ms=10_000, buffer=3)
    dice = random.Random(seed)
    first = min(sale.at for sale in burst.sales)
    real = [plainly_fast(burst, way, first + dice.randrange(1, 10_001)) for _ in range(400)]
    assert sum(real) / len(real) == pytest.approx(rehearse([burst], way).expected, abs=1)


def plainly_fast(burst: Burst, way: Way, phase: int) -> int:
    """As ``plainly``, only at instants at which something happens."""
    polls = range(phase, max(sale.at for sale in burst.sales) + 1, way.gap_ms)
    happenings = sorted([(at, 0, 0) for at in polls] + [(sale.at, 1, sale.channel) for sale in burst.sales])
    left, shows = burst.stock, [way.shown(burst.stock)] * 2
    for _, is_sale, channel in happenings:
        if not is_sale:
            shows = [way.shown(left)] * 2
        elif shows[channel] > 0:
            shows[channel] -= 1
            left -= 1
    return max(-left, 0)


@pytest.mark.parametrize("seed", range(20))
def test_with_the_advice_the_recorded_burst_oversells_nothing(seed: int) -> None:
    burst = show(seed, stock=60, length=MINUTE, rate=2)
    advice = advise([burst], gap_ms=10_000, cap=None, risk=0)
    assert advice.without.worst > 0
    way = Way(gap_ms=10_000, buffer=advice.buffer)
    dice = random.Random(seed)
    assert not any(plainly_fast(burst, way, 1 + dice.randrange(10_000)) for _ in range(200))


def test_polling_more_often_needs_a_smaller_buffer() -> None:
    shows = [show(seed, stock=60, length=MINUTE, rate=2) for seed in range(8)]
    slow, fast = (advise(shows, gap_ms=gap, cap=None, risk=0.05) for gap in (60_000, 10_000))
    assert fast.buffer < slow.buffer
    assert fast.without.expected < slow.without.expected


def test_one_burst_proves_little_and_says_so() -> None:
    advice = advise([show(1)], gap_ms=10_000, cap=None, risk=0.1)
    assert (advice.outcome.sample, advice.sure_buffer) == (1, None)
    assert advice.outcome.high > 0.5


def test_what_is_sure_of_many_bursts_keeps_more_back() -> None:
    shows = [show(seed, stock=30, length=MINUTE // 2) for seed in range(40)]
    advice = advise(shows, gap_ms=10_000, cap=None, risk=0.1)
    assert advice.sure_buffer is not None
    assert advice.sure_buffer > advice.buffer
    assert rehearse(shows, Way(gap_ms=10_000, buffer=advice.sure_buffer)).high <= 0.1
    assert advice.outcome.low <= advice.outcome.risk <= advice.outcome.high


def test_the_interval_is_wilsons() -> None:
    assert interval(0, 10) == pytest.approx((0, 0.2775), abs=1e-3)
    assert interval(0.5, 10) == pytest.approx((0.2366, 0.7634), abs=1e-3)


def test_there_is_nothing_to_rehearse_without_a_burst() -> None:
    with pytest.raises(ValueError, match="burst"):
        rehearse([], Way(gap_ms=1))
