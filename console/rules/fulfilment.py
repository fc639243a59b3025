"""By when goods must leave, how punctually they do, and what will be late tonight. Pure: figures and now are handed in.

A deadline is a clock's, not a calendar's: promised hours run on through nights and holidays. Every one that was named
is kept with who named it; the nearest counts, whatever an extension says that the platform's own field does not.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec
from msgspec.structs import replace

from console.core.clock import DAY, HOUR, day_start
from console.core.model import EXTERNAL, Order
from console.core.shipping import Deadline, Terms

Level = Literal["late", "first", "second", "third", "calm"]
"""How near a deadline is: past it, within the nearest step (1 h), the middle one (4 h), the farthest (12 h), beyond."""


class Lines(msgspec.Struct, frozen=True, kw_only=True):
    """The figures that shipping is judged by, dated defaults that the merchant may change."""

    promise_ms: int  # what holds where neither platform nor goods say otherwise
    on_time_ms: int  # the rate counts what left within
    steps_ms: tuple[int, int, int]  # warnings this long before the deadline, nearest first
    usual_hours: float  # what others need from payment to shipping
    wanted_hours: float
    pace_ms: int  # the present pace is that of the last so long


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A deadline that the merchant wrote down."""

    source: Literal["noted_extension", "noted_promise"]
    at: int


def deadlines(order: Order, notes: Sequence[Note], promise_ms: int) -> tuple[Deadline, ...]:
    """Every deadline of an order with who named it, the nearest first. None where it was never paid.

    A trade that was brought in from the other platform has none of its own: its order has. What no carrier takes is
    promised within no hours.
    """
    told = [one for one in order.terms.deadlines if one.source in ("platform", "promised", "extension")]
    if not told and order.ship_by_at is not None:
        told.append(Deadline(source="platform", at=order.ship_by_at))
    if not told and order.paid_at is not None and order.source != EXTERNAL and order.terms.way == "carrier":
        told.append(Deadline(source="default", at=order.paid_at + promise_ms))
    told += [Deadline(source=note.source, at=note.at) for note in notes]
    return tuple(sorted(told, key=lambda one: (one.at, one.source)))


def with_deadline(order: Order, notes: Sequence[Note], promise_ms: int) -> Order:
    """The order with all its deadlines, where there are several, and the nearest of them as the one that counts."""
    if not notes and not order.terms.deadlines:  # nearly all: the same, sooner
        if order.ship_by_at is not None or order.paid_at is None or order.source == EXTERNAL:
            return order
        if order.terms.way != "carrier":
            return order
        return replace(order, ship_by_at=order.paid_at + promise_ms)
    found = deadlines(order, notes, promise_ms)
    if not found:
        return order
    kept = () if len(found) == 1 else found
    terms = order.terms if kept == order.terms.deadlines else replace(order.terms, deadlines=kept)
    if terms is order.terms and found[0].at == order.ship_by_at:
        return order
    return replace(order, ship_by_at=found[0].at, terms=terms)


def level(due_at: int | None, now: int, steps_ms: tuple[int, int, int]) -> Level:
    """How near a deadline is. The step itself belongs to it: 4 hours before is within 4 hours."""
    if due_at is None:
        return "calm"
    left = due_at - now
    if left < 0:
        return "late"
    names: tuple[Level, Level, Level] = ("first", "second", "third")
    return next((name for name, step in zip(names, steps_ms, strict=True) if left <= step), "calm")


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """What counts of one paid order. ``shipped_at`` None: it has not left."""

    id: int
    paid_at: int
    due_at: int | None = None
    shipped_at: int | None = None
    presale: bool = False
    held: bool = False  # the platform or an after-sale forbids to send it; of tonight: the merchant, too


class Punctuality(msgspec.Struct, frozen=True, kw_only=True):
    """How a stretch of orders left. What is not due yet is in no rate; pre-sale goods are judged by their own clock."""

    on_time: int = 0
    late: int = 0  # left, after the hours that count
    overdue: int = 0  # still here, beyond them
    open: int = 0  # still here, and not due yet
    presale_on_time: int = 0
    presale_late: int = 0  # the overdue ones included
    mean_hours: float | None = None  # from payment to shipping, pre-sale goods left out
    shipped: int = 0  # the orders that the mean is of

    @property
    def rate(self) -> float | None:
        """The share that left in time of those that had to, 0…1; None where none had to."""
        judged = self.on_time + self.late + self.overdue
        return self.on_time / judged if judged else None


def punctuality(cases: Iterable[Case], lines: Lines, now: int) -> Punctuality:
    """The 48-hour rate and the mean hours from payment to shipping."""
    on_time = late = overdue = waiting = presale_on_time = presale_late = 0
    waits: list[int] = []
    for case in cases:
        if case.presale:
            judged = _by_own_clock(case, now)
            presale_on_time += judged is True
            presale_late += judged is False
            continue
        limit = case.paid_at + lines.on_time_ms
        if case.shipped_at is not None:
            waits.append(case.shipped_at - case.paid_at)
            on_time += case.shipped_at <= limit
            late += case.shipped_at > limit
        elif not case.held:
            overdue += now > limit
            waiting += now <= limit
    return Punctuality(
        on_time=on_time,
        late=late,
        overdue=overdue,
        open=waiting,
        presale_on_time=presale_on_time,
        presale_late=presale_late,
        mean_hours=sum(waits) / len(waits) / HOUR if waits else None,
        shipped=len(waits),
    )


def _by_own_clock(case: Case, now: int) -> bool | None:
    """Whether pre-sale goods kept their own deadline; None: not due yet, or it is not known."""
    if case.due_at is None:
        return None
    if case.shipped_at is not None:
        return case.shipped_at <= case.due_at
    return False if now > case.due_at and not case.held else None


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of tonight if the work goes on as in the last hours, the most urgent first.

    ``late`` are the ids of those that will not leave in time, those that are late already first. ``an_hour`` None:
    nothing left in that time, so that nothing is foretold but what is late by itself.
    """

    due: int  # must leave until midnight, the late ones included; without those that are held
    held: int = 0  # due, too, and kept back: by the platform, an after-sale or the merchant
    late: tuple[int, ...] = ()
    an_hour: float | None = None
    needed_an_hour: float | None = None  # so that all leave in time that still can
    ends_at: int | None = None  # when the last one due tonight would leave


def forecast(waiting: Iterable[Case], left: Iterable[int], lines: Lines, now: int) -> Forecast:
    """Tonight at the present pace. ``left`` are the instants at which orders left lately."""
    night = day_start(now) + DAY
    tonight = [case for case in waiting if case.due_at is not None and case.due_at < night]
    queue = sorted(
        (case for case in tonight if not case.held),
        key=lambda case: (case.due_at or 0, case.id),
    )
    gone = sum(now - lines.pace_ms <= at <= now for at in left)
    late = [case.id for case in queue if (case.due_at or 0) < now]
    rest = [case for case in queue if (case.due_at or 0) >= now]
    slow: list[int] = []
    ends_at = now
    if gone:
        for place, case in enumerate(rest, start=len(late) + 1):
            ends_at = now + place * lines.pace_ms // gone
            if ends_at > (case.due_at or 0):
                slow.append(case.id)
    else:
        slow = [case.id for case in rest]
    return Forecast(
        due=len(queue),
        held=len(tonight) - len(queue),
        late=(*late, *slow),
        an_hour=gone * HOUR / lines.pace_ms or None,
        needed_an_hour=_needed(rest, now),
        ends_at=ends_at if gone and queue else None,
    )


def _needed(rest: Sequence[Case], now: int) -> float | None:
    """The least pace at which each of them leaves in time, the most urgent first."""
    paces = [place * HOUR / max((case.due_at or 0) - now, 1) for place, case in enumerate(rest, start=1)]
    return max(paces, default=None)


def warn(due_at: int | None, now: int, steps_ms: tuple[int, int, int], told: Sequence[int]) -> int | None:
    """The step in hours that is to be told of now, once: None where it, or a nearer one, was told of already."""
    reached = [step for step in steps_ms if due_at is not None and due_at - now <= step]
    if not reached:
        return None
    step = min(reached) // HOUR
    return None if any(mark <= step for mark in told) else step


NO_TERMS = Terms()
"""What an order has that says nothing beside its deadline."""
