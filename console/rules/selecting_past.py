"""What the advice would have been worth: of the items it would have led with, how many sold best in the days after."""

from collections.abc import Mapping, Sequence

import msgspec

from console.rules.selecting import PUSHED, Facts, Lines, advise


class Fold(msgspec.Struct, frozen=True, kw_only=True):
    """A rehearsal: how many were advised, how many of them and of a plain list of top sellers sold best afterwards."""

    begin_at: int
    advised: int
    hits: int
    plain_hits: int


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """All rehearsals together; None: nothing was advised in any of them."""

    folds: tuple[Fold, ...] = ()

    @property
    def share(self) -> float | None:
        """Of what was advised, what came true."""
        return _share(sum(one.hits for one in self.folds), sum(one.advised for one in self.folds))

    @property
    def plain(self) -> float | None:
        """The same of the plain list."""
        return _share(sum(one.plain_hits for one in self.folds), sum(one.advised for one in self.folds))

    @property
    def better(self) -> float | None:
        """By how much more hits than the plain list, a share of one; below nothing: fewer."""
        return None if not self.plain or self.share is None else self.share / self.plain - 1


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def fold(items: Sequence[Facts], sold_after: Mapping[int, int], lines: Lines, at: int) -> Fold:
    """One rehearsal: ``items`` as they were known at ``at``, ``sold_after`` the pieces by row of the days after.

    The advice and the plain list name equally many, and as many best sellers are looked for.
    """
    advised = [one.facts.row_id for one in advise(items, lines, at) if one.action in PUSHED][: lines.top]
    count = len(advised)
    plain = [one.row_id for one in sorted(items, key=lambda one: (-one.pieces, one.row_id))][:count]
    best = sorted(sold_after, key=lambda row: (-sold_after[row], row))[:count]
    return Fold(
        begin_at=at,
        advised=count,
        hits=len(set(advised) & set(best)),
        plain_hits=len(set(plain) & set(best)),
    )
