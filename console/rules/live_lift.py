"""What a cue, a PK, a red packet or a bag brought: three minutes after against three minutes before."""

import math
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean
from typing import Final, Literal

import msgspec

from console.core.clock import MINUTE

SPAN_MS: Final = 3 * MINUTE
FEW_PEOPLE: Final = 30
UNMEASURED: Final = 4  # of so few samples a side nobody can tell how they repeat each other
LEAST_FREEDOM: Final = 3.0
EXACT: Final = {1.0: 12.706, 2.0: 4.303}  # Student's t where its expansion falls short

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
    """Of the mark at ``at``. ``points`` in the order of time; ``others``: all marks: another one that is nearer than
    the span makes it doubtful, be it at the same instant."""
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
    elif sum(abs(other - at) < span_ms for other in others) > (at in others):
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
    """Of the ratio, by the delta method over its logarithm; none where a side has one value or falls to nothing.

    Samples of every ten seconds repeat each other: who watched a moment ago still does. ``_independent`` says how many
    they are worth, and Student's t how little so few tell; spread is told as a share of each side's mean and taken
    together. Held against noise that repeats itself (lag-1 from 0 to 0.95, a value each 1, 5 or 10 s), 94 to 97 of a
    hundred such intervals hold the truth. Of three sums a minute the repeating cannot be measured: they have the
    freedom of one side alone, of two and not of four, and half as much width again; so 99 of a hundred hold the truth
    where no minute tells the next, and still 92 where each tells nine tenths of it.
    """
    if len(before) < 2 or len(after) < 2:
        return None, None
    was, became = fmean(before), fmean(after)
    if was <= 0 or became <= 0:
        return None, None
    sides = [value / was - 1 for value in before], [value / became - 1 for value in after]
    spare = sum(value * value for side in sides for value in side)
    worth = _independent(sides, spare)
    counts = [len(side) * worth for side in sides]
    spread = math.sqrt(spare / (len(before) + len(after) - 2 / worth) * sum(1 / count for count in counts))
    freedom = max(LEAST_FREEDOM if worth < 1 else 1.0, sum(counts) - 2)
    if _unmeasured(sides):
        freedom = float(min(2, len(before) - 1, len(after) - 1))
    width = student(freedom) * spread
    ratio = became / was
    return ratio * math.exp(-width) - 1, ratio * math.exp(width) - 1


def _unmeasured(sides: tuple[Sequence[float], Sequence[float]]) -> bool:
    return len(sides[0]) + len(sides[1]) <= 2 * UNMEASURED


def _independent(sides: tuple[Sequence[float], Sequence[float]], spare: float) -> float:
    """What a sample is worth among its like, from how each tells the next: 1 where it tells nothing of it.

    (1 - r) / (1 + r) by the lag-1 autocorrelation r of both sides, which so few samples show too small and which is put
    up by Kendall's correction; a side is never worth less than two.
    """
    mean = (len(sides[0]) + len(sides[1])) / 2
    if _unmeasured(sides) or not spare:
        return 1.0
    shown = sum(one * following for side in sides for one, following in pairwise(side)) / spare
    repeats = min(1.0, max(0.0, (mean * shown + 1) / (mean - 4)))
    return min(1.0, max((1 - repeats) / (1 + repeats), 2 / min(len(side) for side in sides)))


def student(freedom: float) -> float:
    """Above which lie 2.5 % of Student's t, by its expansion around the normal: 3 % too small between two and three."""
    if freedom in EXACT:
        return EXACT[freedom]
    at = 1.959964
    terms = (
        (at**3 + at) / 4,
        (5 * at**5 + 16 * at**3 + 3 * at) / 96,
        (3 * at**7 + 19 * at**5 + 17 * at**3 - 15 * at) / 384,
    )
    return at + sum(term / freedom**power for power, term in enumerate(terms, 1))
