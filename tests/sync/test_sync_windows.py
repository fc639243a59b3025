"""Windows: every instant since the watermark is in one, and none is longer than the platform allows."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from console.core.clock import DAY, MINUTE, SECOND
from console.core.gateway import Window, WindowRule
from console.sync.windows import EDGE_MS, halves, plan, settled

NOW = 1_790_000_000_000
RULE = WindowRule(span_ms=7 * DAY, reach_ms=90 * DAY, lag_ms=30 * SECOND, overlap_ms=5 * MINUTE)


@given(st.one_of(st.none(), st.integers(NOW - 200 * DAY, NOW)), st.integers(DAY // 8, 8 * DAY))
@settings(deadline=None)
def test_windows_cover_all_that_can_be_read(mark: int | None, span: int) -> None:
    rule = WindowRule(span_ms=span, reach_ms=90 * DAY, lag_ms=30 * SECOND, overlap_ms=5 * MINUTE)
    windows = plan(mark, NOW, rule)
    oldest = NOW - 90 * DAY + EDGE_MS
    assert windows[0].begin_at == max(oldest, (mark or 0) - rule.overlap_ms)
    assert windows[-1].end_at == NOW
    assert all(one.end_at == two.begin_at for one, two in pairwise(windows))
    assert all(0 < window.end_at - window.begin_at <= span for window in windows)


def test_a_watermark_of_the_future_is_not_believed() -> None:
    assert plan(NOW + DAY, NOW, RULE) == plan(None, NOW, RULE)


def test_the_watermark_stays_behind_the_lag() -> None:
    assert settled(Window(begin_at=0, end_at=NOW), NOW, RULE) == NOW - RULE.lag_ms
    assert settled(Window(begin_at=0, end_at=NOW - DAY), NOW, RULE) == NOW - DAY


@given(st.integers(0, NOW), st.integers(1, DAY))
@settings(deadline=None)
def test_halves_share_nothing_and_miss_nothing(begin: int, length: int) -> None:
    parts = halves(Window(begin_at=begin, end_at=begin + length))
    if parts is None:
        assert length <= 2 * SECOND
    else:
        assert parts[0].begin_at == begin
        assert parts[0].end_at == parts[1].begin_at
        assert parts[1].end_at == begin + length
