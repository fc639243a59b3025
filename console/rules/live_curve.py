"""A long line made short: the least and the most of each stretch, so that no spike is lost. Pure."""

from collections.abc import Sequence
from typing import Final

MOST: Final = 900  # stretches: no window shows more of them side by side

Line = Sequence[tuple[int, int]]


def thinned(points: Line, most: int = MOST) -> Line:
    """At most two points for each of ``most`` stretches, and always the last one; a short line stays as it is."""
    if len(points) <= 2 * most:
        return points
    begin, end = points[0][0], points[-1][0]
    wide = max(1, -(-(end - begin + 1) // most))
    found: list[tuple[int, int]] = []
    stretch, low, high = -1, points[0], points[0]
    for point in points:
        number = (point[0] - begin) // wide
        if number != stretch:
            if stretch >= 0:
                found += _pair(low, high)
            stretch, low, high = number, point, point
        elif point[1] < low[1]:
            low = point
        elif point[1] > high[1]:
            high = point
    found += _pair(low, high)
    if found[-1] != points[-1]:
        found.append(points[-1])
    return found


def _pair(low: tuple[int, int], high: tuple[int, int]) -> list[tuple[int, int]]:
    """In the order of time; one where both are the same."""
    return [low] if low == high else sorted((low, high))
