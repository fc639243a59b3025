"""A thinned line keeps every spike, its ends and its order."""

from hypothesis import given
from hypothesis import strategies as st

from console.rules.live_curve import thinned


def test_a_short_line_stays_as_it_is() -> None:
    line = [(at, at % 7) for at in range(20)]
    assert thinned(line, 10) is line


@given(st.lists(st.integers(0, 500), min_size=1, max_size=400), st.integers(1, 20))
def test_no_spike_is_lost(values: list[int], most: int) -> None:
    line = [(at * 1_000, value) for at, value in enumerate(values)]
    short = thinned(line, most)
    assert len(short) <= max(len(line) if len(line) <= 2 * most else 0, 2 * most + 1)
    assert set(short) <= set(line)
    assert list(short) == sorted(short)
    assert short[-1] == line[-1]
    assert max(value for _, value in short) == max(values)
    assert min(value for _, value in short) == min(values)
