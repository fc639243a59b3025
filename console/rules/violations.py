"""What a penalty of the platform means in time: until when it may be appealed, and how long it weighs. Pure.

No platform tells violations by an interface: they are typed, pasted or imported. The figures of the levels are dated
rows that the merchant may change, for the platform's own pages could not be read.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, Literal

import msgspec

from console.core.clock import DAY, HOUR, day_start, shop_datetime
from console.rules.workdays import Workdays


class Level(StrEnum):
    """How grave the platform holds it to be."""

    GENERAL = "general"
    SERIOUS = "serious"
    GRAVE = "grave"


class CaseState(StrEnum):
    """What has been done about it."""

    OPEN = "open"
    APPEALED = "appealed"
    WON = "won"
    LOST = "lost"
    MENDED = "mended"


CountFrom = Literal["next", "same"]
"""Day 1 is the first working day after the notice, or the day of the notice itself where that is a working day."""


class LevelFigures(msgspec.Struct, frozen=True, kw_only=True):
    """A level's figures. ``appeal_workdays`` None: cannot be appealed; ``impact_days`` None: for good.

    ``cutoff_hour``: when the last day ends, shop time; 24 is its midnight.
    """

    appeal_workdays: int | None = None
    impact_days: int | None = None
    measure_zh: str = ""
    measure_en: str = ""
    as_of: str = ""
    source: str = ""
    count_from: CountFrom = "next"
    cutoff_hour: int = 24


class Pause(msgspec.Struct, frozen=True, kw_only=True):
    """Days on which the clock stands still, such as while the platform asks for more; both ends belong to it."""

    begin: date
    end: date
    reason: str = ""


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """A penalty as it was told. ``told_due_at``: the deadline that the notice itself names, where it names one."""

    case_id: str
    notice_at: int
    level: Level
    cause: str = ""
    subject: str = ""  # the goods, show or order it is about
    order_no: str = ""
    points: int | None = None
    fine_fen: int | None = None
    told_due_at: int | None = None
    state: CaseState = CaseState.OPEN
    appealed_at: int | None = None
    decided_at: int | None = None
    mended_at: int | None = None
    pauses: tuple[Pause, ...] = ()
    source: str = ""  # typed, pasted, or the file it came from


Urgency = Literal["far", "near", "today", "over", "never", "done"]


class Clock(msgspec.Struct, frozen=True, kw_only=True):
    """Until when a case may be appealed. ``due_at`` is the first instant that is too late; None: cannot be appealed.

    ``certain`` False: a year's plan of days off is not known; then ``due_at`` is the earliest it can be.
    ``by``: whose date it is, the notice's or ours; the nearer one drives.
    """

    due_at: int | None = None
    last_day: date | None = None
    certain: bool = True
    by: Literal["notice", "rule", "none"] = "none"
    left: int | None = None  # working days, today not counted
    urgency: Urgency = "never"


NEAR: Final = 3  # working days


def clock(case: Case, figures: Mapping[Level, LevelFigures], workdays: Workdays, now: int) -> Clock:
    """By the level's figures; usually day 1 is the first working day after the notice, and the last ends at 24:00."""
    mine = figures[case.level]
    count = mine.appeal_workdays
    if count is None:
        return Clock()
    begun = shop_datetime(case.notice_at).date()
    last, certain = last_day(begun, count, workdays, case.pauses, mine.count_from)
    due_at, by = end_of_day(last) - (24 - mine.cutoff_hour) * HOUR, "rule"
    if case.told_due_at is not None and case.told_due_at < due_at:
        due_at, by, certain = case.told_due_at, "notice", True
        last = shop_datetime(due_at - 1).date()
    today = shop_datetime(now).date()
    left = workdays.between(today, last)
    return Clock(
        due_at=due_at,
        last_day=last,
        certain=certain,
        by="notice" if by == "notice" else "rule",
        left=left,
        urgency=_urgency(case, now, due_at, left),
    )


def last_day(
    notice: date, count: int, workdays: Workdays, pauses: Sequence[Pause] = (), count_from: CountFrom = "next"
) -> tuple[date, bool]:
    """The last day of a window of working days, and whether that is certain. Paused days are not counted."""
    on, certain = _before(notice, count_from), True
    while count > 0:
        on += timedelta(days=1)
        day = workdays.day(on)
        certain = certain and day.certain
        count -= day.works and not is_paused(on, pauses)
    return on, certain


def is_paused(on: date, pauses: Sequence[Pause]) -> bool:
    """Whether the clock stands still on that day."""
    return any(pause.begin <= on <= pause.end for pause in pauses)


def _before(notice: date, count_from: CountFrom) -> date:
    return notice if count_from == "next" else notice - timedelta(days=1)


def counted_days(case: Case, last: date | None, workdays: Workdays, count_from: CountFrom) -> tuple[date, ...]:
    """The working days of its window up to ``last``, day 1 first."""
    if last is None:
        return ()
    begun = _before(shop_datetime(case.notice_at).date(), count_from)
    days = (begun + timedelta(days=step) for step in range(1, (last - begun).days + 1))
    return tuple(day for day in days if workdays.is_workday(day) and not is_paused(day, case.pauses))


def pause_trouble(pauses: Sequence[Pause], notice: date) -> str:
    """What is wrong with pauses, a code of the catalogue; empty: nothing."""
    if any(one.end < one.begin for one in pauses):
        return "case.pause_order"
    if any(one.begin < notice for one in pauses):
        return "case.pause_early"
    return "case.pause_reason" if any(not one.reason.strip() for one in pauses) else ""


def end_of_day(on: date) -> int:
    """24:00 of a shop day, which is 0:00 of the next, ms UTC."""
    return (on - date(1970, 1, 1)).days * DAY - 8 * 3_600_000 + DAY


def estimate(
    notice: date, count: int, workdays: Workdays, pauses: Sequence[Pause] = (), count_from: CountFrom = "next"
) -> date:
    """Where a year's plan is not known: Monday to Friday without the feasts themselves. May be later than the truth;
    it is shown beside the safe day, and nothing is reminded of by it."""
    on = _before(notice, count_from)
    while count > 0:
        on += timedelta(days=1)
        works = workdays.day(on).works if workdays.covers(on) else on.weekday() < 5 and on not in workdays.festivals
        count -= works and not is_paused(on, pauses)
    return on


def _urgency(case: Case, now: int, due_at: int, left: int) -> Urgency:
    if case.state is not CaseState.OPEN:
        return "done"
    if now >= due_at:
        return "over"
    if now >= due_at - DAY or left <= 1:
        return "today"
    return "near" if left <= NEAR else "far"


def impact_until(case: Case, figures: Mapping[Level, LevelFigures]) -> int | None:
    """Until when it weighs on the shop, calendar days from the notice; None: for good. A won appeal ends it."""
    if case.state is CaseState.WON:
        return case.decided_at if case.decided_at is not None else case.notice_at
    days = figures[case.level].impact_days
    return None if days is None else day_start(case.notice_at) + (days + 1) * DAY


def may_appeal(case: Case, found: Clock, now: int) -> bool:
    """Whether there is anything to be sent, and still time."""
    return case.state is CaseState.OPEN and found.due_at is not None and now < found.due_at


class Outcomes(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the cases. ``win_share`` None: none was decided."""

    total: int
    by_state: Mapping[str, int]
    by_cause: Sequence[tuple[str, int]]
    missed: int
    win_share: float | None


def outcomes(cases: Iterable[tuple[Case, Clock]]) -> Outcomes:
    """Counts over all cases; those whose window passed unused are ``missed``."""
    rows = list(cases)
    states = Counter(case.state.value for case, _ in rows)
    causes = Counter(case.cause for case, _ in rows if case.cause)
    decided = states[CaseState.WON.value] + states[CaseState.LOST.value]
    return Outcomes(
        total=len(rows),
        by_state=dict(states),
        by_cause=sorted(causes.items(), key=lambda row: (-row[1], row[0])),
        missed=sum(found.urgency == "over" for _, found in rows),
        win_share=states[CaseState.WON.value] / decided if decided else None,
    )


def figures_from(rows: Iterable[Mapping[str, str]]) -> dict[Level, LevelFigures]:
    """Rows of ``resources/violation_figures.csv``; an empty cell is none. Raises ValueError, KeyError."""
    return {
        Level(row["level"]): LevelFigures(
            appeal_workdays=int(row["appeal_workdays"]) if row["appeal_workdays"] else None,
            impact_days=int(row["impact_days"]) if row["impact_days"] else None,
            measure_zh=row["measure_zh"],
            measure_en=row["measure_en"],
            as_of=row["as_of"],
            source=row["source"],
        )
        for row in rows
    }
