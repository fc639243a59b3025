"""Stretches with a co-host held against each other: who watched, followed, acted and bought while they lasted. Pure."""

from collections.abc import Iterable, Sequence
from statistics import fmean
from typing import Final

import msgspec

from console.core.clock import MINUTE
from console.core.live import LiveEvent, LiveEventType
from console.rules.live import Minute, minute_of

USUAL_MS: Final = 5 * MINUTE  # how long one lasts where nobody said that it ended
ENDS: Final = ("结束", "下播", "end", "over")
"""An event whose words hold one of these ends the stretch that is on."""


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """From a PK's beginning to its end. ``is_assumed``: nobody said when it ended."""

    event: LiveEvent
    begin_at: int
    end_at: int
    is_assumed: bool


class Pace(msgspec.Struct, frozen=True, kw_only=True):
    """Figures a minute of some minutes; None: nobody tells them in this show."""

    minutes: int = 0
    online: float | None = None
    interactions: float | None = None
    follows: float | None = None
    gmv_fen: float | None = None


class Pk(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch beside as many minutes before it, in which no other was on."""

    stretch: Stretch
    before: Pace
    during: Pace

    def change(self, name: str) -> float | None:
        """During ÷ before − 1; None where either is unknown or there was nothing before."""
        was, became = getattr(self.before, name), getattr(self.during, name)
        return became / was - 1 if was and became is not None else None


def stretches(marks: Iterable[LiveEvent], end_at: int) -> list[Stretch]:
    """In order; one that begins ends the one before it."""
    found: list[Stretch] = []
    for one in sorted((mark for mark in marks if mark.type is LiveEventType.PK), key=lambda mark: mark.at):
        ends = any(word in one.text.casefold() for word in ENDS)
        if found and found[-1].end_at > one.at:
            found[-1] = msgspec.structs.replace(found[-1], end_at=one.at, is_assumed=found[-1].is_assumed and not ends)
        elif found and ends and found[-1].is_assumed:  # it lasted longer than usual
            found[-1] = msgspec.structs.replace(found[-1], end_at=one.at, is_assumed=False)
        if not ends:
            found.append(Stretch(event=one, begin_at=one.at, end_at=min(one.at + USUAL_MS, end_at), is_assumed=True))
    return [one for one in found if one.end_at > one.begin_at]


def compared(
    marks: Sequence[LiveEvent], minutes: Sequence[Minute], sold: Iterable[tuple[int, int]] | None, end_at: int
) -> list[Pk]:
    """Every stretch with what was before it, by whole minutes.

    ``sold``: when orders were paid, and their fen; None: nobody tells it.
    """
    told = list(stretches(marks, end_at))
    money = None if sold is None else _by_minute(sold)
    busy = {at for one in told for at in _whole(one.begin_at, one.end_at)}
    by_minute = {one.at: one for one in minutes}
    found = []
    for one in told:
        during = _whole(one.begin_at, one.end_at)
        first = minute_of(one.begin_at)
        before = [at for at in range(first - len(during) * MINUTE, first, MINUTE) if at not in busy]
        pace = [_pace(some, by_minute, money, minutes) for some in (before, during)]
        found.append(Pk(stretch=one, before=pace[0], during=pace[1]))
    return found


def _by_minute(sold: Iterable[tuple[int, int]]) -> dict[int, int]:
    money: dict[int, int] = {}
    for at, fen in sold:
        money[minute_of(at)] = money.get(minute_of(at), 0) + fen
    return money


def _whole(begin_at: int, end_at: int) -> list[int]:
    """The minutes that lie in a stretch from end to end; the one it began in counts, for most of it is in."""
    return list(range(minute_of(begin_at + MINUTE // 2), max(minute_of(end_at), minute_of(begin_at) + MINUTE), MINUTE))


def _pace(
    some: Sequence[int], by_minute: dict[int, Minute], money: dict[int, int] | None, show: Sequence[Minute]
) -> Pace:
    told = [by_minute[at] for at in some if at in by_minute]
    if not told:
        return Pace()
    online = [one.online for one in told if one.online is not None]
    acts = any(one.acts for one in show)
    follows = any(one.follows for one in show)
    return Pace(
        minutes=len(told),
        online=fmean(online) if online else None,
        interactions=fmean(one.acts for one in told) if acts else None,
        follows=fmean(one.follows for one in told) if follows else None,
        gmv_fen=fmean(money.get(one.at, 0) for one in told) if money is not None else None,
    )
