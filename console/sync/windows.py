"""Which stretches of update time are to be read: pure arithmetic over a platform's window rule."""

from console.core.clock import MINUTE, SECOND
from console.core.gateway import Window, WindowRule

EDGE_MS = 5 * MINUTE  # stay this far from the oldest readable instant: it moves on while a reading lasts
LEAST_MS = SECOND  # no platform tells update times finer than this


def plan(watermark: int | None, now: int, rule: WindowRule) -> list[Window]:
    """The windows to read, oldest first, up to now; the watermark is what was read completely before.

    A watermark in the future comes from a clock that was wrong: everything is read again.
    """
    oldest = now - rule.reach_ms + EDGE_MS
    begin = oldest if watermark is None or watermark > now else max(oldest, watermark - rule.overlap_ms)
    windows: list[Window] = []
    while begin < now:
        end = min(begin + rule.span_ms, now)
        windows.append(Window(begin_at=begin, end_at=end))
        begin = end
    return windows


def halves(window: Window) -> tuple[Window, Window] | None:
    """A window cut in two; None where it is as short as can be."""
    middle = (window.begin_at + window.end_at) // 2 // LEAST_MS * LEAST_MS
    if not window.begin_at < middle < window.end_at:
        return None
    return Window(begin_at=window.begin_at, end_at=middle), Window(begin_at=middle, end_at=window.end_at)


def settled(window: Window, now: int, rule: WindowRule) -> int:
    """How far the watermark may move once ``window`` is complete: rows may still show up within the lag."""
    return min(window.end_at, now - rule.lag_ms)
