"""Which after-sale of one platform is the same as one of the other, and whether the two agree. Pure.

A Kuaishou after-sale reaches Youzan by way of the imported trade. Neither platform names the other's number, so the two
are told by their order, their link and when they were asked for.
"""

from collections.abc import Sequence
from typing import Literal

from console.core.clock import MINUTE
from console.core.model import AfterSale, AfterSaleStatus
from console.rules.after_sales import OVER, is_open

Step = Literal["in_step", "behind", "apart"]

NEAR_MS = 15 * MINUTE
"""How far apart the two may have been asked for: import tools carry an after-sale over every few minutes."""
SETTLE_MS = 30 * MINUTE
"""How long one side may lag after the other moved before it counts as a disagreement."""

_MONEY_AGREED = (AfterSaleStatus.REFUNDING, AfterSaleStatus.SUCCESS)


def pair_up(ours: Sequence[AfterSale], theirs: Sequence[AfterSale]) -> list[tuple[int, int]]:
    """Indexes of those that are the same, of one order and its trade: nearest in time first, each used once.

    What is left over on both sides is paired where one is open on each: there is nothing else it could be.
    """
    near = sorted(
        (gap, a, b)
        for a, one in enumerate(ours)
        for b, other in enumerate(theirs)
        if (gap := _gap(one, other)) is not None and gap <= NEAR_MS
    )
    found: list[tuple[int, int]] = []
    for _, a, b in near:
        if all(a != used and b != taken for used, taken in found):
            found.append((a, b))
    open_a = [a for a, one in enumerate(ours) if is_open(one) and all(a != used for used, _ in found)]
    open_b = [b for b, one in enumerate(theirs) if is_open(one) and all(b != used for _, used in found)]
    if len(open_a) == len(open_b) == 1:
        found.append((open_a[0], open_b[0]))
    return sorted(found)


def _gap(one: AfterSale, other: AfterSale) -> int | None:
    if one.created_at is None or other.created_at is None:
        return None
    return abs(one.created_at - other.created_at)


def step(one: AfterSale, other: AfterSale, now: int) -> Step:
    """Whether both platforms say the same. One that moved a moment ago gives the other time to follow."""
    if agree(one.status, other.status):
        return "in_step"
    moved = max((at for at in (one.updated_at, other.updated_at) if at is not None), default=0)
    both_over = one.status in OVER and other.status in OVER
    return "apart" if both_over or now - moved > SETTLE_MS else "behind"


def agree(one: AfterSaleStatus, other: AfterSaleStatus) -> bool:
    """The same state; Youzan knows no other word for money on its way than for money that arrived."""
    return one == other or (one in _MONEY_AGREED and other in _MONEY_AGREED)


def deadline(*sides: AfterSale | None) -> int | None:
    """By when the merchant has to act: the nearest that an open side names. None: no platform says."""
    named = [side.deadline_at for side in sides if side is not None and is_open(side) and side.deadline_at is not None]
    return min(named, default=None)
