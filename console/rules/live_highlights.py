"""Moments of a show worth looking at again: where viewers, comments or orders grew most, and what was done. Pure."""

from collections.abc import Mapping, Sequence
from math import log, sqrt
from statistics import fmean
from typing import Final, Literal

import msgspec

from console.core.clock import MINUTE
from console.core.live import LiveEvent, LiveEventType
from console.rules.live_lift import FEW_PEOPLE, SPAN_MS, Doubt
from console.rules.live_recap import MarkLift

Kind = Literal["online", "comments", "orders", "mark"]

SPAN: Final = SPAN_MS // MINUTE
MOST: Final = 3  # of one kind
APART_MS: Final = 5 * MINUTE  # two of one kind that are nearer are one
ANSWERED: Final = (-2 * MINUTE, 90_000)  # what grows so near a mark did so because of it
LEAST_GROWTH: Final = 0.10  # of those who watch
LATELY: Final = 15  # minutes in which it must not have been as many already
LEAST_COUNT: Final = 10  # comments or orders in three minutes
LEAST_SIGNS: Final = 3.0  # times what chance alone would make of a count
DONE: Final = frozenset({LiveEventType.PK, LiveEventType.RED_PACKET, LiveEventType.BAG})


class Highlight(msgspec.Struct, frozen=True, kw_only=True):
    """A moment: of a mark what was done; else by what it grew, a minute before and after.

    ``gain`` = after ÷ before − 1; None: there was nothing before, or ``doubt`` says why it is not told.
    """

    at: int
    kind: Kind
    before: float | None = None
    after: float | None = None
    gain: float | None = None
    mark: LiveEvent | None = None
    doubt: Doubt = ""


def highlights(
    online: Mapping[int, float],
    comments: Mapping[int, int] | None,
    orders: Mapping[int, int] | None,
    marks: Sequence[MarkLift] = (),
) -> list[Highlight]:
    """In the order of time. By minutes (ms of their beginning): those that nobody told are missing, and not 0."""
    done = [_of_mark(one) for one in marks if _counts(one.mark)]
    watched = _strongest([one for one in _grown("online", online) if _is_growth(one)])
    grown = [one for one in watched if not _answers(one, done)]
    counted: tuple[tuple[Kind, Mapping[int, int] | None], ...] = (("comments", comments), ("orders", orders))
    for kind, told in counted:
        grown += _strongest([one for one in _grown(kind, told or {}) if _is_burst(one)])
    return sorted([*done, *grown], key=lambda one: (one.at, one.kind))


def _counts(mark: LiveEvent) -> bool:
    """A PK, a red packet, a bag, and what somebody marked by hand; the cues of the run sheet have a table of theirs."""
    return mark.type in DONE or mark.event_id.startswith("hand-")


def _of_mark(one: MarkLift) -> Highlight:
    lift = one.lifts["online"]
    gain = None if lift.doubt else lift.lift
    return Highlight(
        at=one.mark.at, kind="mark", before=lift.before, after=lift.after, gain=gain, mark=one.mark, doubt=lift.doubt
    )


def _grown(kind: Kind, told: Mapping[int, float] | Mapping[int, int]) -> list[Highlight]:
    """Three minutes against the three before them, wherever all six are told and it is more than lately."""
    found = []
    for at in sorted(told):
        before = [told.get(at + number * MINUTE) for number in range(-SPAN, 0)]
        after = [told.get(at + number * MINUTE) for number in range(SPAN)]
        was, became = _mean(before), _mean(after)
        if was is None or became is None or became <= max(was, _most_lately(at, told)):
            continue
        gain = became / was - 1 if was else None
        found.append(Highlight(at=at, kind=kind, before=was, after=became, gain=gain))
    return found


def _mean(values: Sequence[float | None]) -> float | None:
    told = [value for value in values if value is not None]
    return fmean(told) if len(told) == len(values) else None


def _is_growth(one: Highlight) -> bool:
    return (one.before or 0) >= FEW_PEOPLE and (one.gain or 0) >= LEAST_GROWTH


def _most_lately(at: int, told: Mapping[int, float] | Mapping[int, int]) -> float:
    """Of any three minutes lately: what only comes back after the stream was cut is no highlight."""
    ends = (at - number * MINUTE for number in range(LATELY))
    means = (_mean([told.get(end - number * MINUTE) for number in range(1, SPAN + 1)]) for end in ends)
    return max((mean for mean in means if mean is not None), default=0.0)


def _is_burst(one: Highlight) -> bool:
    """More than chance makes of two equal stretches, whose difference has the size of the root of their sum."""
    was, became = SPAN * (one.before or 0), SPAN * (one.after or 0)
    return became >= LEAST_COUNT and (became - was) / sqrt(became + was) >= LEAST_SIGNS


def _strongest(found: Sequence[Highlight]) -> list[Highlight]:
    kept: list[Highlight] = []
    for one in sorted(found, key=lambda one: (-_strength(one), one.at)):
        if len(kept) < MOST and all(abs(one.at - other.at) >= APART_MS for other in kept):
            kept.append(one)
    return kept


def _strength(one: Highlight) -> float:
    return log(((one.after or 0) + 1) / ((one.before or 0) + 1))


def _answers(one: Highlight, done: Sequence[Highlight]) -> bool:
    """What grew because of a mark is told with the mark."""
    return any(ANSWERED[0] <= one.at - mark.at <= ANSWERED[1] for mark in done)
