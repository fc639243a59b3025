"""What the overview reads from the file: figures and trend first, the boards after them. No widget."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from console.core.clock import DAY, HOUR, day_start, shop_datetime
from console.rules.insights import Lines, Span, Weekday, projected
from console.rules.traffic_split import Split, split
from console.store.insights_views import Made, Totals, ValueBoard
from console.store.views import HealthRow, Pair, ShopRow, Step, Stream
from console.ui.sources import Sources, sources_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

MOST_PROMO_DAYS = 60
LEAST_DAYS = 30  # of the trend: a single day is shown among those before it


@dataclass(frozen=True)
class Visits:
    """How many people came on a day, as somebody imported it."""

    day_at: int
    viewers: int
    kept_at: int


@dataclass(frozen=True)
class OverviewReading:
    """The figures of a span, of the one before it, and the days around them."""

    now: int
    span: Span
    pair: Pair | None
    lines: Lines
    shops: tuple[ShopRow, ...]
    health: tuple[HealthRow, ...]
    since_at: int | None  # of the first paid order in the file
    total: Totals
    before: Totals
    steps: tuple[Step, ...]  # of the span: its days, or the hours of a single one
    days: tuple[Step, ...]  # of the trend, with those before it that its first mean needs
    lead: int  # how many of ``days`` are only for the mean
    weekdays: tuple[Weekday, ...]
    visits: Visits | None = None  # of the latest day that was imported
    own_promos: Mapping[str, str] = field(default_factory=dict)  # names by day, of the merchant's own calendar

    def sources(self, stream: Stream) -> Sources:
        """How old what this stream brought is."""
        return sources_of(self.shops, self.health, stream, self.now, self.span.until)

    @property
    def reaches_before(self) -> bool:
        """Whether the file goes back to the beginning of the span before: else it is not compared with."""
        return self.since_at is not None and self.since_at < self.span.before.begin_at

    @property
    def is_known(self) -> bool:
        """Whether anything was read of orders."""
        return self.sources("orders").is_known

    def is_read(self, at: int) -> bool:
        """Whether orders of an instant can be here: of what came after the last whole reading nothing is known."""
        read_at = self.sources("orders").oldest
        return read_at is not None and at <= read_at

    @property
    def read_steps(self) -> list[Step]:
        """The steps of the span up to the last whole reading: what comes after it is no fall to nothing."""
        return [step for step in self.steps if self.is_read(step.at)]

    @property
    def projection(self) -> int | None:
        """What today comes to, fen, if it ends as the same weekdays before did."""
        today = day_start(self.now)
        last = self.days[-1] if self.days else None
        if last is None or last.at != today or self.sources("orders").late:
            return None
        return projected(last.paid_fen, self.weekdays, self.lines.weekdays_least)


@dataclass(frozen=True)
class Boards:
    """Product funnel and customer value."""

    now: int
    span: Span
    made: Made
    value: ValueBoard
    split: Split  # of the days, as far as they were imported
    split_at: int | None  # when the last of it was kept


def read_overview(conn: "Connection", span: Span, pair: Pair | None, now: int, lines: Lines) -> OverviewReading:
    """Read it on a database thread."""
    from console.store import health, insights, shops, takings

    def in_scope(shop_id: str) -> bool:
        return pair is None or shop_id in pair.shop_ids

    shown = max(span.days, LEAST_DAYS if span.days == 1 else 1)
    lead = lines.mean_days - 1
    begin = span.end_at - (shown + lead) * DAY
    before = span.before
    days = tuple(takings.takings(conn, begin, span.until, DAY, pair))
    mine = days[-span.days :]
    hours = takings.takings(conn, span.begin_at, span.until, HOUR, pair) if span.days == 1 else ()
    return OverviewReading(
        now=now,
        span=span,
        pair=pair,
        lines=lines,
        shops=tuple(shop for shop in shops.shops(conn) if in_scope(shop.shop_id)),
        health=tuple(row for row in health.health(conn) if in_scope(row.shop_id)),
        since_at=takings.first_paid_at(conn, pair),
        total=insights.totals(conn, span.begin_at, span.until, now, pair, mine),
        before=insights.totals(conn, before.begin_at, before.until, now, pair),
        steps=tuple(hours) or mine,
        days=days,
        lead=lead,
        weekdays=_weekdays(conn, span, pair, now, lines),
        visits=_visits(conn, day_start(now) - DAY, pair),
        own_promos=_own_promos(conn, now),
    )


def _own_promos(conn: "Connection", now: int) -> dict[str, str]:
    """The days of the promotion calendar: what the merchant confirmed or put there himself, and what comes next."""
    from console.store import promotions

    found: dict[str, str] = {}
    for one in promotions.promotions(conn, shop_datetime(now).date()):
        for n in range(min((one.end_on - one.day_on).days + 1, MOST_PROMO_DAYS)):
            found.setdefault(f"{one.day_on + timedelta(days=n):%Y-%m-%d}", one.name)
    return found


def _visits(conn: "Connection", day_at: int, pair: Pair | None) -> Visits | None:
    """How many came on a day by what was imported of it, and is not known to be of another shop."""
    from console.store import traffic

    rows, came = traffic.sources(conn, day_at, day_at + DAY, "" if pair is None else pair.kuaishou_shop_id)
    people = split(rows, "viewers", day_at, 1).total
    return Visits(day_at, people, came.kept_at) if people and came.kept_at is not None else None


def _weekdays(conn: "Connection", span: Span, pair: Pair | None, now: int, lines: Lines) -> tuple[Weekday, ...]:
    from console.store import insights

    today = day_start(now)
    if span.end_at <= today:
        return ()
    return tuple(insights.weekdays(conn, today, now + 1 - today, lines.weekdays, pair))


def read_boards(conn: "Connection", span: Span, pair: Pair | None, now: int, lines: Lines) -> Boards:
    """Read it on a database thread."""
    from console.store import insights, traffic

    shop_id = "" if pair is None else pair.kuaishou_shop_id
    rows, came = traffic.sources(conn, span.begin_at, span.end_at, shop_id)
    return Boards(
        now=now,
        span=span,
        made=insights.made(conn, span.begin_at, span.until, pair),
        value=insights.value_board(conn, now, lines.value, pair),
        split=split(rows, "viewers", span.begin_at, span.days),
        split_at=came.kept_at,
    )
