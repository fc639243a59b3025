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


# -- what stands in the way -------------------------------------------------------------------------------------------


class Priced(msgspec.Struct, frozen=True, kw_only=True):
    """Goods whose price now is above the lowest that was paid within the seven days before."""

    item_id: str
    title: str
    price_fen: int
    low_fen: int


class Papered(msgspec.Struct, frozen=True, kw_only=True):
    """A certificate that ends before the promotion does."""

    certificate_id: str
    kind: str
    number: str
    valid_to: date


class Stocked(msgspec.Struct, frozen=True, kw_only=True):
    """Goods that are gone before the promotion is over, at the present pace."""

    item_id: str
    title: str
    stock: int
    sold: int  # pieces of the last ``days``
    days: int

    @property
    def lasts(self) -> float:
        """How many days."""
        return self.stock * self.days / self.sold


class Booked(msgspec.Struct, frozen=True, kw_only=True):
    """A show that is planned; over the days ``begin_on`` to ``end_on``."""

    title: str
    host: str
    begin_on: date
    end_on: date


ConflictKind = Literal["price", "certificate", "stock", "twice", "host", "overdue", "rest"]
Tone = Literal["bad", "warn", "info"]


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the way, and of what; the rest of the fields as the kind needs them."""

    kind: ConflictKind
    tone: Tone
    subject: str
    other: str = ""
    on: date | None = None
    other_on: date | None = None
    fen: int | None = None
    low_fen: int | None = None
    days: int | None = None
    number: int = 0
    ref: str = ""  # the id of an item, a certificate or a task


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What the file tells; ``priced_n`` and ``stocked_n``: of how many goods it is known, so that silence is heard."""

    prices: tuple[Priced, ...] = ()
    priced_n: int = 0
    papers: tuple[Papered, ...] = ()
    papers_n: int = 0
    stock: tuple[Stocked, ...] = ()
    stocked_n: int = 0
    shows: tuple[Booked, ...] = ()


def conflicts(
    promotion: Promotion, tasks: Sequence[Task], facts: Facts, workdays: Workdays, today: date
) -> list[Conflict]:
    """The worst first."""
    found = [
        *_of_prices(facts),
        *_of_papers(promotion, facts, today),
        *_of_stock(promotion, facts, today),
        *_of_shows((*facts.shows, *_shows_of(tasks))),
        *_of_tasks(tasks, workdays, today),
    ]
    order = ("bad", "warn", "info")
    return sorted(found, key=lambda one: order.index(one.tone))


def _of_prices(facts: Facts) -> list[Conflict]:
    return [
        Conflict(
            kind="price", tone="bad", subject=one.title, fen=one.price_fen, low_fen=one.low_fen, ref=one.item_id
        )
        for one in facts.prices
    ]  # fmt: skip


def _of_papers(promotion: Promotion, facts: Facts, today: date) -> list[Conflict]:
    return [
        Conflict(
            kind="certificate",
            tone="bad" if one.valid_to < today else "warn",
            subject=one.kind,
            other=one.number,
            on=one.valid_to,
            days=(promotion.day_on - one.valid_to).days,
            ref=one.certificate_id,
        )
        for one in facts.papers
        if one.valid_to <= promotion.end_on
    ]


def _of_stock(promotion: Promotion, facts: Facts, today: date) -> list[Conflict]:
    needed = max(1, (promotion.end_on - today).days + 1)
    return [
        Conflict(
            kind="stock", tone="warn", subject=one.title, days=int(one.lasts), number=one.stock, ref=one.item_id
        )
        for one in facts.stock
        if one.lasts < needed
    ]  # fmt: skip


def _shows_of(tasks: Iterable[Task]) -> list[Booked]:
    return [
        Booked(title=one.title, host=one.owner.strip(), begin_on=one.begin_on, end_on=one.due_on)
        for one in tasks
        if one.lane == "live" and one.state in ("open", "doing") and one.begin_on == one.due_on
    ]


def _of_shows(shows: Sequence[Booked]) -> list[Conflict]:
    """Two at once, and one host without a day between."""
    found = []
    in_order = sorted(shows, key=lambda one: (one.begin_on, one.title))
    for place, one in enumerate(in_order):
        for other in in_order[place + 1 :]:
            same = bool(one.host) and one.host == other.host
            if other.begin_on <= one.end_on:
                kind: ConflictKind = "host" if same else "twice"
                tone: Tone = "bad" if same else "info"
            elif same and other.begin_on == one.end_on + ONE:
                kind, tone = "host", "info"
            else:
                continue
            found.append(
                Conflict(
                    kind=kind,
                    tone=tone,
                    subject=one.host if same else one.title,
                    other=other.title,
                    on=one.begin_on,
                    other_on=other.begin_on,
                )
            )
    return found


def _of_tasks(tasks: Sequence[Task], workdays: Workdays, today: date) -> list[Conflict]:
    late = [one for one in tasks if standing(one, today) == "overdue"]
    found = [
        Conflict(kind="overdue", tone="bad", subject=one.title, on=one.due_on, other=one.owner, ref=str(one.id))
        for one in late
    ]
    for one in tasks:
        waits = one.state in ("open", "doing") and one.due_on >= today and one.lane in ("price", "stock", "compliance")
        if waits and one.begin_on != one.due_on and not workdays.is_workday(one.due_on):
            name = workdays.day(one.due_on).name
            found.append(
                Conflict(kind="rest", tone="info", subject=one.title, on=one.due_on, other=name, ref=str(one.id))
            )
    return found


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
