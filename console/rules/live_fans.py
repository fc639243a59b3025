"""Who came back: of the people a show names, and of its buyers. Only where somebody tells who they are. Pure."""

from typing import Final, Literal

import msgspec

from console.rules.live import FEW

LAST: Final = 30  # shows looked back at

Doubt = Literal["", "unnamed", "first", "few", "never", "no_orders", "no_buyers"]
"""Why it is not to be trusted: nobody is named; nothing before it names anybody; fewer than 30; of so many nobody came
back, so that the keys are likely made anew for each show; orders are not read up to its end; they name no buyer."""


class Loyal(msgspec.Struct, frozen=True, kw_only=True):
    """``returning`` of ``people`` were there before. ``unnamed``: orders that name nobody, not in ``people``."""

    people: int = 0
    returning: int | None = None
    before: int = 0  # shows before it that name anybody; of buyers: orders kept from before it
    since_at: int | None = None  # of buyers: the first order that is kept
    unnamed: int = 0
    doubt: Doubt = ""

    @property
    def share(self) -> float | None:
        """None: cannot be said."""
        if self.returning is None or not self.people or self.doubt in ("unnamed", "first", "never"):
            return None
        return self.returning / self.people


class Fans(msgspec.Struct, frozen=True, kw_only=True):
    """Viewers and buyers who came back."""

    viewers: Loyal
    buyers: Loyal


def viewers(people: int, returning: int, before: int) -> Loyal:
    """Of those who commented, liked, shared or gave, for only they are named."""
    doubt: Doubt = ""
    if not people:
        doubt = "unnamed"
    elif not before:
        doubt = "first"
    elif people < FEW:
        doubt = "few"
    elif not returning:
        doubt = "never"
    known = None if doubt in ("unnamed", "first") else returning
    return Loyal(people=people, returning=known, before=before, doubt=doubt)


def buyers(people: int, returning: int, before: int, unnamed: int, since_at: int | None, *, has_orders: bool) -> Loyal:
    """Of those whose orders in the show say who bought: had they bought before it began, as far as orders are kept?"""
    doubt: Doubt = ""
    if not has_orders:
        doubt = "no_orders"
    elif not people:
        doubt = "no_buyers"
    elif not before:
        doubt = "first"
    elif people < FEW:
        doubt = "few"
    known = None if doubt in ("no_orders", "no_buyers", "first") else returning
    return Loyal(people=people, returning=known, before=before, since_at=since_at, unnamed=unnamed, doubt=doubt)
