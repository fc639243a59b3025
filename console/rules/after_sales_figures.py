"""How fast after-sales are answered and closed, against the lines of the trade. Pure."""

from collections.abc import Iterable, Sequence

import msgspec

from console.core.clock import HOUR

ACCEPTABLE_H, AIM_H = 72, 48
"""How long a return may take: most shops', and what is aimed at (mission F6)."""


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """When an after-sale was asked for, first answered and ended, as far as the platform tells."""

    created_at: int | None
    answered_at: int | None = None
    finished_at: int | None = None
    told: bool = False  # its history was read, so that a missing answer means that there was none


class Pace(msgspec.Struct, frozen=True, kw_only=True):
    """A mean, over how many, and of how many it is not known."""

    hours: float | None
    of: int
    unknown: int = 0


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """Of the after-sales that were asked for in a stretch of time. ``refund_rate`` 0…1; None where nothing was paid."""

    answer: Pace
    close: Pace
    refunded: int
    paid: int

    @property
    def refund_rate(self) -> float | None:
        return None if not self.paid else self.refunded / self.paid


def figures(courses: Sequence[Course], *, refunded: int, paid: int) -> Figures:
    """Mean hours to the first answer and to the end. What is not known is counted apart, never as nothing."""
    answered = [course for course in courses if course.answered_at is not None]
    untold = sum(1 for course in courses if course.answered_at is None and not course.told)
    ended = [course for course in courses if course.finished_at is not None]
    return Figures(
        answer=Pace(
            hours=_mean((one.created_at, one.answered_at) for one in answered), of=len(answered), unknown=untold
        ),
        close=Pace(hours=_mean((one.created_at, one.finished_at) for one in ended), of=len(ended)),
        refunded=refunded,
        paid=paid,
    )


def _mean(spans: Iterable[tuple[int | None, int | None]]) -> float | None:
    hours = [(end - begin) / HOUR for begin, end in spans if begin is not None and end is not None and end >= begin]
    return sum(hours) / len(hours) if hours else None
