"""What a cue, a PK, a red packet or a bag brought: three minutes after against three minutes before."""

import math
from bisect import bisect_left
from collections.abc import Sequence
from statistics import fmean, stdev
from typing import Final, Literal

import msgspec

from console.core.clock import MINUTE

SPAN_MS: Final = 3 * MINUTE
FEW_PEOPLE: Final = 30

Doubt = Literal["", "few", "overlap", "no_before", "no_data"]


class Point(msgspec.Struct, frozen=True):
    """A figure at a moment, and of how many people it is said; None: nobody said."""

    at: int
    value: float
    people: int | None = None


class Lift(msgspec.Struct, frozen=True, kw_only=True):
    """``lift`` = after ÷ before − 1; ``low`` and ``high`` hold it nineteen times of twenty, where that can be said.

    ``doubt``: why it is not to be trusted; empty: it may be.
    """

    before: float | None = None
    after: float | None = None
    samples_before: int = 0
    samples_after: int = 0
    lift: float | None = None
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    doubt: Doubt = ""


def lift(points: Sequence[Point], at: int, others: Sequence[int] = (), span_ms: int = SPAN_MS) -> Lift:
    """Of the mark at ``at``. ``points`` in the order of time; ``others``: the other marks, of which one that is nearer
    than the span makes it doubtful."""
    first, middle, last = (bisect_left(points, edge, key=_at) for edge in (at - span_ms, at, at + span_ms))
    before, after = points[first:middle], points[middle:last]
    if not before or not after:
        return Lift(samples_before=len(before), samples_after=len(after), doubt="no_data")
    was, became = fmean(one.value for one in before), fmean(one.value for one in after)
    known = Lift(
        before=was,
        after=became,
        samples_before=len(before),
        samples_after=len(after),
        difference=became - was,
        lift=became / was - 1 if was > 0 else None,
    )
    low, high = _bounds([one.value for one in before], [one.value for one in after])
    doubt: Doubt = ""
    if was <= 0:
        doubt = "no_before"
    elif any(other != at and abs(other - at) < span_ms for other in others):
        doubt = "overlap"
    elif _few(before) or _few(after):
        doubt = "few"
    return msgspec.structs.replace(known, low=low, high=high, doubt=doubt)


def _at(point: Point) -> int:
    return point.at


def _few(points: Sequence[Point]) -> bool:
    people = [one.people for one in points if one.people is not None]
    return len(points) < 2 or not people or max(people) < FEW_PEOPLE


def _bounds(before: Sequence[float], after: Sequence[float]) -> tuple[float | None, float | None]:
    """Of the ratio, by the delta method over its logarithm; none where a side has one value or falls to nothing."""
    if len(before) < 2 or len(after) < 2:
        return None, None
    was, became = fmean(before), fmean(after)
    if was <= 0 or became <= 0:
        return None, None
    spread = math.sqrt(stdev(before) ** 2 / (len(before) * was**2) + stdev(after) ** 2 / (len(after) * became**2))
    ratio = became / was
    return ratio * math.exp(-1.96 * spread) - 1, ratio * math.exp(1.96 * spread) - 1
