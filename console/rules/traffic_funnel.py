"""进房漏斗: from being shown to paying, in people by what live pages told, in counts by the ads report. Pure."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

import msgspec

Unit = Literal["people", "counts"]
PEOPLE: Final = ("exposed", "viewers", "item_exposed", "item_clickers", "buyers")
COUNTS: Final = ("impressions", "live_views", "cart_clicks", "item_clicks", "orders_submitted", "orders")


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step. ``told``: of how many shows or days it is known; ``rate``: of the step before it that is known.

    The rate is of those ``both`` alone that tell both steps: where they are not all, it differs from the quotient of
    what is printed, and that must be said beside it.
    """

    key: str
    number: int | None
    told: int
    rate: float | None = None
    rate_of: str = ""
    both: int = 0
    is_of_some: bool = False  # of fewer shows or days than tell one of the two steps


class Funnel(msgspec.Struct, frozen=True, kw_only=True):
    """All steps of one unit; ``parts``: shows or days."""

    unit: Unit
    steps: tuple[Step, ...]
    parts: int

    @property
    def is_known(self) -> bool:
        return sum(step.number is not None for step in self.steps) > 1

    @property
    def largest(self) -> int:
        return max((step.number or 0 for step in self.steps), default=0)


def funnel(unit: Unit, parts: Sequence[Mapping[str, int | None]]) -> Funnel:
    """Add up shows (people) or days (counts). A person of two shows is two people here."""
    names = PEOPLE if unit == "people" else COUNTS
    steps: list[Step] = []
    before, told_before = "", 0
    for name in names:
        told = [number for part in parts if (number := part.get(name)) is not None]
        rate, both = _rate(parts, before, name) if before and told else (None, 0)
        steps.append(
            Step(
                key=name,
                number=sum(told) if told else None,
                told=len(told),
                rate=rate,
                rate_of=before if rate is not None else "",
                both=both,
                is_of_some=rate is not None and both < max(len(told), told_before),
            )
        )
        before, told_before = (name, len(told)) if told else (before, told_before)
    return Funnel(unit=unit, steps=tuple(steps), parts=len(parts))


def _rate(parts: Sequence[Mapping[str, int | None]], before: str, name: str) -> tuple[float | None, int]:
    """And of how many parts it is."""
    both = [
        (one, two) for part in parts if (one := part.get(before)) is not None and (two := part.get(name)) is not None
    ]
    below = sum(one for one, _ in both)
    return (sum(two for _, two in both) / below if below else None), len(both)
