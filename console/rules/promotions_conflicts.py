"""What stands in the way of a big promotion: prices, papers, stock, shows at once and tasks that are late. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, Literal

import msgspec

from console.rules.promotions import ONE, Promotion, Task, standing
from console.rules.workdays import Workdays

DESKS: Final = ("price", "stock", "compliance")  # lanes whose work others than the shop take part in


class Priced(msgspec.Struct, frozen=True, kw_only=True):
    """Goods whose price now is above the lowest that was paid within the seven days before: no interface tells the
    struck-through price, so that this is what must not be struck through, and no finding."""

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
        *_of_tasks(promotion, tasks, workdays, today),
    ]
    order = ("bad", "warn", "info")
    return sorted(found, key=lambda one: order.index(one.tone))


def _of_prices(facts: Facts) -> list[Conflict]:
    return [
        Conflict(
            kind="price", tone="warn", subject=one.title, fen=one.price_fen, low_fen=one.low_fen, ref=one.item_id
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


def _of_tasks(promotion: Promotion, tasks: Sequence[Task], workdays: Workdays, today: date) -> list[Conflict]:
    late = [one for one in tasks if standing(one, today) == "overdue"]
    found = [
        Conflict(kind="overdue", tone="bad", subject=one.title, on=one.due_on, other=one.owner, ref=str(one.id))
        for one in late
    ]
    for one in tasks:
        waits = one.state in ("open", "doing") and today <= one.due_on < promotion.day_on and one.lane in DESKS
        if waits and one.begin_on != one.due_on and not workdays.is_workday(one.due_on):
            name = workdays.day(one.due_on).name
            found.append(
                Conflict(kind="rest", tone="info", subject=one.title, on=one.due_on, other=name, ref=str(one.id))
            )
    return found
