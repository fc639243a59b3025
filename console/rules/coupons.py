"""Coupons that people pass on: who brought whom, over how many steps, what it cost and what it earned. Pure.

Everybody was brought by the first who asked him. Who asks himself, asks somebody a second time, or closes a circle
brought nobody, and is named.
"""

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from console.rules.touching import Ratio

MOST_INVITERS: Final = 12


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody took a coupon that somebody else passed on; ``invitee`` empty: passed on, and nobody took it yet."""

    campaign: str
    inviter: str
    invitee: str = ""
    at: int | None = None
    is_new: bool | None = None  # had never bought
    used_at: int | None = None
    paid_fen: int | None = None
    margin_fen: int | None = None
    cost_fen: int | None = None


class Inviter(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody with those whom he brought himself."""

    name: str
    brought: int
    bought: int
    new_buyers: int


class Fission(msgspec.Struct, frozen=True, kw_only=True):
    """A campaign. ``levels[0]``: brought by those whom nobody brought. None: not all of it is told."""

    campaign: str
    starters: int = 0  # who passed any on
    taken: int = 0  # who took one
    levels: tuple[int, ...] = ()
    new_buyers: int = 0
    old_buyers: int = 0
    unknown_buyers: int = 0  # paid, and nobody says whether they are new
    cost_fen: int | None = None
    cost_untold: int = 0  # rows
    paid_fen: int = 0
    earned: Ratio = Ratio()  # margin to cost, of rows that tell both
    inviters: tuple[Inviter, ...] = ()  # who brought most, first
    selves: tuple[str, ...] = ()
    again: tuple[Share, ...] = ()  # was brought by somebody else before
    circles: tuple[tuple[str, ...], ...] = ()
    first_at: int | None = None
    last_at: int | None = None

    @property
    def coefficient(self) -> float | None:
        """New buyers for each person who passed coupons on."""
        return self.new_buyers / self.starters if self.starters else None

    @property
    def cost_of_new_fen(self) -> float | None:
        """What a new buyer cost; None: nobody came, or not all costs are told."""
        return self.cost_fen / self.new_buyers if self.new_buyers and self.cost_fen is not None else None


def fissions(shares: Iterable[Share]) -> list[Fission]:
    """By campaign, the latest first."""
    by: dict[str, list[Share]] = {}
    for share in shares:
        by.setdefault(share.campaign, []).append(share)
    made = [fission(name, some) for name, some in by.items()]
    return sorted(made, key=lambda one: (-(one.last_at or 0), one.campaign))


def fission(campaign: str, shares: Sequence[Share]) -> Fission:
    """Of the rows of one campaign, in whatever order they are told."""
    ordered = sorted(shares, key=lambda one: (one.at is None, one.at or 0, one.inviter, one.invitee))
    parents: dict[str, str] = {}
    counted: list[Share] = []
    selves: list[str] = []
    again: list[Share] = []
    circles: list[tuple[str, ...]] = []
    for share in ordered:
        if not share.invitee:
            continue
        if share.invitee == share.inviter:
            selves.append(share.invitee)
        elif share.invitee in parents:
            again.append(share)
        elif circle := _circle(share, parents):
            circles.append(circle)
        else:
            parents[share.invitee] = share.inviter
            counted.append(share)
    bought = [one for one in counted if one.used_at is not None]
    costs = [one.cost_fen for one in bought]
    times = [one.at for one in shares if one.at is not None]
    both = [one for one in bought if one.margin_fen is not None and one.cost_fen is not None]
    return Fission(
        campaign=campaign,
        starters=len({one.inviter for one in shares if one.inviter}),
        taken=len(counted),
        levels=_levels(parents),
        new_buyers=sum(one.is_new is True for one in bought),
        old_buyers=sum(one.is_new is False for one in bought),
        unknown_buyers=sum(one.is_new is None for one in bought),
        cost_fen=None if None in costs or not costs else sum(cost or 0 for cost in costs),
        cost_untold=costs.count(None),
        paid_fen=sum(one.paid_fen or 0 for one in bought),
        earned=Ratio(sum(one.margin_fen or 0 for one in both), sum(one.cost_fen or 0 for one in both)),
        inviters=_inviters(counted),
        selves=tuple(dict.fromkeys(selves)),
        again=tuple(again),
        circles=tuple(circles),
        first_at=min(times, default=None),
        last_at=max(times, default=None),
    )


def _inviters(counted: Sequence[Share]) -> tuple[Inviter, ...]:
    by: dict[str, list[Share]] = {}
    for share in counted:
        by.setdefault(share.inviter, []).append(share)
    made = [
        Inviter(
            name=name,
            brought=len(some),
            bought=sum(one.used_at is not None for one in some),
            new_buyers=sum(one.used_at is not None and one.is_new is True for one in some),
        )
        for name, some in by.items()
    ]
    return tuple(sorted(made, key=lambda one: (-one.new_buyers, -one.brought, one.name)))[:MOST_INVITERS]


def _circle(share: Share, parents: dict[str, str]) -> tuple[str, ...]:
    """Whom the share would lead back to, if it closed a circle."""
    way = [share.invitee, share.inviter]
    while (up := parents.get(way[-1])) is not None:
        if up == share.invitee:
            return tuple(way)
        way.append(up)
    return ()


def _levels(parents: dict[str, str]) -> tuple[int, ...]:
    depth: dict[str, int] = {}
    for person in parents:
        way = [person]
        while (up := parents.get(way[-1])) is not None and up not in depth:
            way.append(up)
        for one in reversed(way):
            if one in parents:
                depth[one] = depth.get(parents[one], 0) + 1
    found = [0] * max(depth.values(), default=0)
    for level in depth.values():
        found[level - 1] += 1
    return tuple(found)
