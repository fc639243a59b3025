"""Big promotions: tasks planned back from the day, how each stands, and what stands in the way. Pure.

Dates are customs of the trade, or the merchant's own, until somebody confirmed them by what the platform announced.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, Literal

import msgspec

from console.rules.workdays import Workdays

Lane = Literal["platform", "price", "stock", "content", "live", "compliance"]
LANES: Final[tuple[Lane, ...]] = ("platform", "price", "stock", "content", "live", "compliance")
TaskState = Literal["open", "doing", "done", "none"]
STATES: Final[tuple[TaskState, ...]] = ("open", "doing", "done", "none")
Standing = Literal["overdue", "near", "doing", "open", "unproved", "done", "none"]
NEAR_DAYS: Final = 3
ONE: Final = timedelta(days=1)


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """A promotion of every year: its days, or how many days before a festival it lies. ``lead_days`` ahead is begun."""

    key: str
    zh: str
    en: str
    begins: str = ""  # MM-DD
    ends: str = ""
    festival: str = ""
    before_days: int = 0
    length_days: int = 1
    lead_days: int = 90
    as_of: str = ""
    source: str = ""


class Promotion(msgspec.Struct, frozen=True, kw_only=True):
    """One of a year: ``day_on`` is the day of the rush, ``end_on`` the last one of it."""

    promotion_id: str
    name: str
    day_on: date
    end_on: date
    confirmed: bool = False
    source: str = ""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a template: days are counted from the day of the rush, those before it are negative.

    ``ends`` counts from its last day. ``works``: it is due on a working day, the last one that is not later.
    """

    key: str
    lane: Lane
    zh: str
    en: str
    begin_days: int
    due_days: int
    ends: bool = False
    works: bool = False


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """A step of a lane. Of a show ``owner`` is the host. ``proof`` is what shows that it was done."""

    promotion_id: str
    lane: Lane
    title: str
    begin_on: date
    due_on: date
    id: int = 0
    key: str = ""
    owner: str = ""
    state: TaskState = "open"
    proof: str = ""
    note: str = ""
    done_at: int | None = None
    done_by: str = ""


def planned_back(
    promotion: Promotion, steps: Iterable[Step], workdays: Workdays, *, chinese: bool = True
) -> list[Task]:
    """Its tasks by a template. None is due before it begins."""
    made = []
    for step in steps:
        begin = promotion.day_on + ONE * step.begin_days
        due = (promotion.end_on if step.ends else promotion.day_on) + ONE * step.due_days
        if step.works:
            due = working(due, workdays)
        made.append(
            Task(
                promotion_id=promotion.promotion_id,
                lane=step.lane,
                title=step.zh if chinese else step.en,
                begin_on=min(begin, due),
                due_on=due,
                key=step.key,
            )
        )
    return made


def as_template(promotion: Promotion, tasks: Iterable[Task]) -> list[Step]:
    """Plan others as this one is planned; what came after its last day is counted from there."""
    made = []
    for number, task in enumerate(tasks):
        ends = task.due_on > promotion.end_on
        anchor = promotion.end_on if ends else promotion.day_on
        made.append(
            Step(
                key=task.key or f"own-{number}",
                lane=task.lane,
                zh=task.title,
                en=task.title,
                begin_days=(task.begin_on - promotion.day_on).days,
                due_days=(task.due_on - anchor).days,
                ends=ends,
            )
        )
    return made


def working(on: date, workdays: Workdays) -> date:
    """The last working day that is not later."""
    while not workdays.is_workday(on):
        on -= ONE
    return on


def standing(task: Task, today: date) -> Standing:
    """How it stands today. Done without a proof is said so."""
    if task.state == "none":
        return "none"
    if task.state == "done":
        return "done" if task.proof.strip() else "unproved"
    left = (task.due_on - today).days
    if left < 0:
        return "overdue"
    if left <= NEAR_DAYS and task.begin_on <= today:
        return "near"
    return "doing" if task.state == "doing" else "open"


def of_year(known: Known, year: int, festivals: Mapping[int, date] | None = None) -> Promotion | None:
    """The one of a year; None where its festival of that year is not known."""
    if known.festival:
        feast = (festivals or {}).get(year)
        if feast is None:
            return None
        begin = feast - ONE * known.before_days
        end = begin + ONE * (known.length_days - 1)
    else:
        begin, end = (date.fromisoformat(f"{year}-{day}") for day in (known.begins, known.ends))
    return Promotion(promotion_id=f"{known.key}-{year}", name=known.zh, day_on=begin, end_on=end)


def coming(known: Sequence[Known], today: date, festivals: Mapping[int, date] | None = None) -> list[Promotion]:
    """The next one of each, the nearest first."""
    found = []
    for one in known:
        several = (of_year(one, year, festivals) for year in (today.year, today.year + 1))
        ahead = next((made for made in several if made is not None and made.end_on >= today), None)
        if ahead is not None:
            found.append(ahead)
    return sorted(found, key=lambda one: (one.day_on, one.promotion_id))


def known_from(row: Mapping[str, str]) -> Known:
    """A row of ``resources/promotions.csv``, with the days of ``resources/promo_days.csv`` where it has none."""
    return Known(
        key=row["key"],
        zh=row["zh"],
        en=row["en"],
        begins=row["begins"],
        ends=row["ends"],
        festival=row["festival"],
        before_days=int(row["before_days"] or 0),
        length_days=int(row["length_days"] or 1),
        lead_days=int(row["lead_days"]),
        as_of=row["as_of"],
        source=row["source"],
    )


def step_from(row: Mapping[str, str]) -> Step:
    """A row of ``resources/promotion_tasks.csv``."""
    told = {name: row[name] for name in ("key", "lane", "zh", "en")}
    days = {"begin_days": int(row["begin_days"]), "due_days": int(row["due_days"])}
    return msgspec.convert({**told, **days, "ends": row["ends"] == "yes", "works": row["works"] == "yes"}, Step)
