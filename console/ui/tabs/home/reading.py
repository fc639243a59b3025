"""What home reads from the file: one reading, one snapshot, no widget."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from console.core.clock import DAY
from console.core.model import Mapping, Platform
from console.store.insights_views import added_up as added_up
from console.store.views import HealthRow, ItemTab, MappingSum, Pair, ShopRow, Step, Stream, TightSku, Todo
from console.store.views_compliance import MonthCheck, OpenCases
from console.store.views_live import NextShow, SoldLive
from console.ui.sources import Sources, sources_of
from console.ui.tabs.home.period import Period

if TYPE_CHECKING:
    from sqlalchemy import Connection

WEEK = 7 * DAY


@dataclass(frozen=True)
class HomeReading:
    """Everything on the page but what the vault knows."""

    now: int
    period: Period
    shops: tuple[ShopRow, ...]
    health: tuple[HealthRow, ...]
    todo: Todo
    item_tabs: dict[ItemTab, int]
    mappings: dict[Mapping, int]
    due_fen: int
    since_at: int | None  # of the first paid order in the file
    steps: tuple[Step, ...]
    before: tuple[Step, ...]  # the whole period before, in steps
    week_ago: tuple[Step, ...]  # the same weekday, for single days
    before_so_far: Step  # the period before, up to the same time
    proof: tuple[MappingSum, ...]
    tight: tuple[TightSku, ...]
    tight_total: int
    late_tonight: int = 0  # at the present pace, those that are late already included
    troubled: int = 0  # orders of which something is wrong with a parcel
    appeals: OpenCases = field(default_factory=OpenCases)
    month_check: MonthCheck = field(default_factory=MonthCheck)
    next_show: NextShow = field(default_factory=NextShow)
    sold_live: SoldLive = field(default_factory=SoldLive)

    @property
    def total(self) -> Step:
        """The period so far."""
        return added_up(self.steps, self.period.begin_at)

    @property
    def platforms(self) -> frozenset[Platform]:
        """The platforms that have a shop here."""
        return frozenset(shop.platform for shop in self.shops)

    @property
    def reaches_before(self) -> bool:
        """Whether the file goes back to the beginning of the period before: else it is not compared with."""
        return self.since_at is not None and self.since_at < self.period.before.begin_at

    def sources(self, stream: Stream, until: int | None = None) -> Sources:
        """The age of what this stream brought, a platform each; its oldest shop counts."""
        return sources_of(self.shops, self.health, stream, self.now, until)


def read_home(conn: "Connection", period: Period, pair: Pair | None, now: int) -> HomeReading:
    """Read it on a database thread."""
    from console.store import figures, health, live_plan, open_cases, self_check_due, ship_figures, shops, takings
    from console.store.item_view import item_tab_counts
    from console.store.views import DUE_SOON, ItemFilter

    def sold(of: Period) -> tuple[Step, ...]:
        return tuple(takings.takings(conn, of.begin_at, of.until, of.step, pair))

    def in_scope(shop_id: str) -> bool:
        return pair is None or shop_id in pair.shop_ids

    tight, tight_total = takings.tight_skus(conn, now, pair)
    before = sold(period.before)
    return HomeReading(
        now=now,
        period=period,
        shops=tuple(shop for shop in shops.shops(conn) if in_scope(shop.shop_id)),
        health=tuple(row for row in health.health(conn) if in_scope(row.shop_id)),
        todo=figures.todo(conn, now, pair),
        item_tabs=item_tab_counts(conn, ItemFilter(pair=pair)),
        mappings=takings.mapping_counts(conn, pair),
        due_fen=takings.due_fen(conn, now + DUE_SOON, pair),
        since_at=takings.first_paid_at(conn, pair),
        steps=sold(period),
        before=before,
        week_ago=() if period.is_days else sold(period.shifted(WEEK)),
        before_so_far=_so_far(conn, period, before, pair),
        proof=tuple(takings.proof(conn, period.begin_at, period.until, pair)),
        tight=tuple(tight),
        tight_total=tight_total,
        late_tonight=ship_figures.late_count(conn, now, pair),
        troubled=ship_figures.troubled_count(conn, pair),
        appeals=open_cases.open_cases(conn, pair, now),
        month_check=self_check_due.month_check(conn, now),
        next_show=live_plan.next_show(conn, now),
        sold_live=live_plan.sold_live(
            conn, period.begin_at, period.until, now, "" if pair is None else pair.kuaishou_shop_id
        ),
    )


def _so_far(conn: "Connection", period: Period, before: Sequence[Step], pair: Pair | None) -> Step:
    """The period before up to the same time: its whole steps, and what the last one had by then."""
    from console.store.takings import takings

    whole, rest = divmod(period.elapsed, period.step)
    begin_at = period.before.begin_at + whole * period.step
    last = takings(conn, begin_at, begin_at + rest, period.step, pair) if rest else []
    return added_up([*before[:whole], *last], period.before.begin_at)
