"""Stored value, and members: what lies with the shop, what came and went, whether it comes out even. Pure.

The law of an account: balance = top-ups + bonuses − spent − refunds. Where it does not hold, the difference is said.
"""

from collections.abc import Iterable
from typing import Literal

import msgspec

MoveKind = Literal["topup", "bonus", "spend", "refund"]


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """As of a day; None: the export does not tell it."""

    account: str
    day_at: int
    balance_fen: int
    topup_fen: int | None = None
    bonus_fen: int | None = None
    spent_fen: int | None = None
    refund_fen: int | None = None
    last_at: int | None = None

    @property
    def expected_fen(self) -> int | None:
        """What the balance should be; None: not all sums are told. A bonus that is not told is none."""
        if self.topup_fen is None or self.spent_fen is None:
            return None
        return self.topup_fen + (self.bonus_fen or 0) - self.spent_fen - (self.refund_fen or 0)

    @property
    def difference_fen(self) -> int | None:
        """How far the balance lies above what it should be."""
        expected = self.expected_fen
        return None if expected is None else self.balance_fen - expected


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """Money came to an account or went from it."""

    move: str
    account: str
    at: int
    kind: MoveKind
    fen: int


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    """All accounts together. ``idle``: with a balance that did not move for long; ``unmoved``: nobody knows when."""

    accounts: int = 0
    holders: int = 0  # with a balance
    balance_fen: int = 0
    idle: int = 0
    idle_fen: int = 0
    unmoved: int = 0
    checked: int = 0  # accounts that tell all sums
    apart: tuple[Account, ...] = ()  # those that do not come out even, the farthest first
    apart_fen: int = 0
    day_from: int | None = None  # as of when, the oldest and the newest
    day_to: int | None = None
    topup_fen: int | None = None  # within the stretch; None: no movements are known
    spent_fen: int | None = None


def stored(accounts: Iterable[Account], idle_before: int) -> Stored:
    """Sum accounts up; what last moved before ``idle_before`` is idle."""
    all_ = list(accounts)
    holders = [one for one in all_ if one.balance_fen > 0]
    idle = [one for one in holders if one.last_at is not None and one.last_at < idle_before]
    checked = [one for one in all_ if one.difference_fen is not None]
    apart = sorted((one for one in checked if one.difference_fen), key=lambda one: -abs(one.difference_fen or 0))
    return Stored(
        accounts=len(all_),
        holders=len(holders),
        balance_fen=sum(one.balance_fen for one in all_),
        idle=len(idle),
        idle_fen=sum(one.balance_fen for one in idle),
        unmoved=sum(one.last_at is None for one in holders),
        checked=len(checked),
        apart=tuple(apart),
        apart_fen=sum(one.difference_fen or 0 for one in apart),
        day_from=min((one.day_at for one in all_), default=None),
        day_to=max((one.day_at for one in all_), default=None),
    )


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Buyers of one kind: how many, how often, for how much."""

    people: int = 0
    orders: int = 0
    paid_fen: int = 0

    @property
    def each_fen(self) -> float | None:
        """For how much one bought."""
        return self.paid_fen / self.people if self.people else None


class Membership(msgspec.Struct, frozen=True, kw_only=True):
    """Members by level, and buyers who are members beside those who are not."""

    levels: tuple[tuple[str, int], ...] = ()
    members: int = 0
    named: int = 0  # members whose orders can be found
    buyers: Group = Group()  # who are members
    others: Group = Group()
    kept_at: int | None = None

    @property
    def share(self) -> float | None:
        """Of buyers, those who are members."""
        people = self.buyers.people + self.others.people
        return self.buyers.people / people if people and self.named else None

    def few(self, least: int) -> bool:
        """Whether either side has too few people for a comparison."""
        return min(self.buyers.people, self.others.people) < least
