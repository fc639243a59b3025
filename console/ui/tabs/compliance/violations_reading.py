"""Violations out of the file, with their clocks as of now: the worst clock first."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from console import reference
from console.core.clock import shop_datetime
from console.core.model import Platform
from console.rules.violations import (
    CaseState,
    Clock,
    Level,
    LevelFigures,
    Outcomes,
    clock,
    estimate,
    impact_until,
    outcomes,
)
from console.store.views import Pair

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.violations import KeptCase, Piece

RANK = {"today": 0, "near": 1, "far": 2, "never": 3, "done": 4, "over": 5}


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A case as it stands now."""

    kept: "KeptCase"
    clock: Clock
    impact_until: int | None


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """All that the board shows."""

    cases: tuple[Shown, ...] = ()
    figures: Mapping[Level, LevelFigures] = {}
    outcomes: Outcomes | None = None
    shop_id: str = ""  # whose a case that is entered will be

    @property
    def open(self) -> tuple[Shown, ...]:
        """Those that can still be appealed."""
        return tuple(one for one in self.cases if one.clock.urgency in ("far", "near", "today"))


def read_seen(conn: "Connection", pair: Pair | None, now: int) -> Seen:
    """On a database thread."""
    from console.store.level_figures import level_figures
    from console.store.shops import shops
    from console.store.violations import cases

    figures = level_figures(conn)
    found = []
    for kept in cases(conn):
        if pair is None or kept.shop_id in pair.shop_ids:
            at = clock(kept.case, figures, reference.workdays(), now)
            found.append(Shown(kept=kept, clock=at, impact_until=impact_until(kept.case, figures)))
    bound = [row.shop_id for row in shops(conn) if row.platform is Platform.KUAISHOU]
    mine = [shop_id for shop_id in bound if pair is None or shop_id in pair.shop_ids]
    return Seen(
        cases=tuple(sorted(found, key=_worst_first)),
        figures=figures,
        outcomes=outcomes((one.kept.case, one.clock) for one in found),
        shop_id=next(iter(mine or bound), ""),
    )


def read_pieces(conn: "Connection", case_id: str) -> "list[Piece]":
    """On a database thread."""
    from console.store.violations import pieces

    return pieces(conn, case_id)


def _worst_first(one: Shown) -> tuple[int, int, int]:
    due_at = one.clock.due_at if one.clock.due_at is not None else 1 << 60
    waits = one.kept.case.state is CaseState.APPEALED
    rank = RANK[one.clock.urgency]
    return (rank, 0 if waits else 1, due_at if rank < 3 else -one.kept.case.notice_at)


def share_used(one: Shown, now: int) -> float:
    """How much of the time to appeal has passed, 0 to 1; a case that is over has used all of it."""
    due_at, begun = one.clock.due_at, one.kept.case.notice_at
    if due_at is None or one.clock.urgency in ("over", "done", "never") or due_at <= begun:
        return 1.0
    return min(1.0, max(0.0, (now - begun) / (due_at - begun)))


def missing_years(one: Shown) -> tuple[int, ...]:
    """The years its window runs through whose plan of days off is not known."""
    last = one.clock.last_day
    if last is None:
        return ()
    begun = shop_datetime(one.kept.case.notice_at).date()
    days = (begun + timedelta(days=step) for step in range(1, (last - begun).days + 1))
    return tuple(dict.fromkeys(day.year for day in days if not reference.workdays().covers(day)))


def estimated(one: Shown, figures: Mapping[Level, LevelFigures]) -> date | None:
    """Where the plan is not known: the day that is more likely, beside the safe one."""
    mine, case = figures[one.kept.case.level], one.kept.case
    if mine.appeal_workdays is None:
        return None
    begun = shop_datetime(case.notice_at).date()
    return estimate(begun, mine.appeal_workdays, reference.workdays(), case.pauses, mine.count_from)


def by_level(cases: Sequence[Shown], level: Level) -> list[Shown]:
    """Those of a column, in the same order."""
    return [one for one in cases if one.kept.case.level is level]
