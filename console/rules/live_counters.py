"""Counters that begin again: a room that is opened anew after a cut counts from nothing. The show's go on. Pure.

Whoever watched both parts is counted in each: of people the sum is what both parts had, as for a mean over parts.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from console.core.live import LiveSnapshot
from console.rules.live import FEW

STATES: Final = frozenset({"session_id", "at", "online", "avg_stay_s", "sources"})
COUNTERS: Final = tuple(
    field.name for field in msgspec.structs.fields(LiveSnapshot) if field.name not in STATES
)  # since the beginning
LEAST: Final = FEW  # who has counted no more than this loses little


class Before(msgspec.Struct, frozen=True, kw_only=True):
    """What was counted in all parts before ``at``, where the counters began again.

    ``stayed_s``: the seconds that its viewers stayed, where a part tells their mean.
    """

    at: int
    counted: Mapping[str, int]
    stayed_s: float | None = None


def fallen(viewers: Sequence[tuple[int, int]]) -> list[int]:
    """When they began again, by who came so far, in the order of time: those never grow fewer.

    To less than half, and not for one reading alone: that one was wrong.
    """
    found = []
    for number in range(1, len(viewers) - 1):
        was, (at, people) = viewers[number - 1][1], viewers[number]
        if people * 2 < was and was > LEAST and viewers[number + 1][1] * 2 < was:
            found.append(at)
    return found


def added(at: int, parts: Sequence[tuple[Mapping[str, int], float | None]]) -> Before:
    """``parts``: of each what it had counted at its end, and its viewers' mean stay in seconds."""
    sums: dict[str, int] = {}
    stayed: float | None = 0.0
    for counted, stay_s in parts:
        for name, value in counted.items():
            sums[name] = sums.get(name, 0) + value
        viewers = counted.get("viewers")
        known = None if stay_s is None or viewers is None else stay_s * viewers
        stayed = None if stayed is None or known is None else stayed + known
    return Before(at=at, counted=sums, stayed_s=stayed)


def whole(one: LiveSnapshot, before: Before | None) -> LiveSnapshot:
    """A page's snapshot as one of the whole show; what it does not tell stays unknown."""
    if before is None:
        return one
    told = {name: value for name in COUNTERS if (value := getattr(one, name)) is not None}
    found: dict[str, float] = {name: value + before.counted.get(name, 0) for name, value in told.items()}
    mine, others = told.get("viewers"), before.counted.get("viewers", 0)
    if one.avg_stay_s is not None and mine is not None and before.stayed_s is not None and mine + others:
        found["avg_stay_s"] = (one.avg_stay_s * mine + before.stayed_s) / (mine + others)
    return msgspec.structs.replace(one, **found)


def before(restarts: Sequence[Before], at: int) -> Before | None:
    """What had been counted before the part that ``at`` lies in; ``restarts`` in the order of time."""
    return next((one for one in reversed(restarts) if one.at <= at), None)
