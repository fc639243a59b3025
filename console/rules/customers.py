"""Who a customer is to the shop: how lately, how often, how much; which segment that makes. Pure.

Closed and wholly refunded orders are no purchases, nor are the shop's own trials; money is what was paid less what went
back. What is not known is None, never 0.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import Final, Literal

import msgspec

from console.core.clock import DAY, MINUTE, day_start, shop_datetime
from console.rules.traffic import Line

SIDE: Final = 5
Segment = Literal["value", "potential", "new", "seldom", "recall", "retain", "asleep", "lost", "blocked"]
SEGMENTS: Final[tuple[Segment, ...]] = (
    "value",
    "potential",
    "new",
    "seldom",
    "recall",
    "retain",
    "asleep",
    "lost",
    "blocked",
)
Lines = Mapping[str, Line]
"""By name: ``r1_days`` … ``r4_days``, ``f2_orders`` … ``f5_orders``, ``least_days``, ``again_days``."""

PARTS: Final[tuple[tuple[int, str], ...]] = (
    (6, "night"),
    (9, "early"),
    (11, "morning"),
    (14, "noon"),
    (18, "afternoon"),
    (21, "evening"),
    (24, "late"),
)
PRICES: Final[tuple[tuple[int, str], ...]] = (
    (2_000, "p1"),
    (5_000, "p2"),
    (10_000, "p3"),
    (20_000, "p4"),
    (50_000, "p5"),
    (100_000, "p6"),
)


class Borders(msgspec.Struct, frozen=True):
    """Where rows and columns of the matrix end: days since the last purchase, and purchases."""

    days: tuple[int, int, int, int]  # the longest of the first four rows
    orders: tuple[int, int, int, int]  # the least of the last four columns

    def row(self, days: int) -> int:
        """Of so many shop days since the last purchase."""
        return sum(days > one for one in self.days)

    def column(self, orders: int) -> int:
        """Of so many purchases."""
        return sum(orders >= one for one in self.orders)


Grid = Mapping[tuple[int, int], Segment]
"""Which segment a cell belongs to, by row and column."""


def borders_of(lines: Lines) -> Borders:
    """As the lines say; each at least one more than the one before, so that no cell is turned round."""
    days, orders = [0], [1]
    for number in range(1, SIDE):
        days.append(max(days[-1] + 1, round(lines[f"r{number}_days"].value)))
        orders.append(max(orders[-1] + 1, round(lines[f"f{number + 1}_orders"].value)))
    return Borders((days[1], days[2], days[3], days[4]), (orders[1], orders[2], orders[3], orders[4]))


def grid_from(rows: Iterable[Mapping[str, str]]) -> Grid:
    """The table of cells as it comes with the program."""
    known = {str(one): one for one in SEGMENTS}
    return {(int(row["row"]), int(row["column"])): known[row["segment"]] for row in rows}


def days_since(at: int, now: int) -> int:
    """Whole shop days between two instants: yesterday is 1, however late it was."""
    return (day_start(now) - day_start(at)) // DAY


def since(days: int, now: int) -> int:
    """The first instant that is at most so many shop days ago."""
    return day_start(now) - days * DAY


class Bought(msgspec.Struct, frozen=True, kw_only=True):
    """A paid order as the sums see it. ``lines``: category, leaf, and the share of the price that is left, if known."""

    at: int
    made_at: int | None = None
    fen: int | None = None
    back_fen: int = 0
    closed: bool = False
    trial: bool = False
    discounted: bool = False
    noted: bool = False
    platform: str = ""
    channel: str = ""
    province: str = ""
    promo: str = ""
    pieces: int = 1
    lines: tuple[tuple[str, str, int | None, float | None], ...] = ()

    @property
    def counts(self) -> bool:
        """Whether it is a purchase."""
        whole = self.fen is not None and 0 < self.fen <= self.back_fen
        return not (self.closed or self.trial or whole)


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody's orders come to."""

    placed: int = 0
    orders: int = 0
    paid_fen: int = 0
    unpriced: int = 0
    margin_fen: int | None = None
    refunds: int = 0
    refunded_fen: int = 0
    coupons: int = 0
    most_fen: int | None = None
    first_at: int | None = None
    last_at: int | None = None
    gap_ms: int | None = None
    facets: dict[tuple[str, str], int] = {}


def profile(orders: Iterable[Bought]) -> Profile:
    """Add them up; the order in which they come makes no difference."""
    paid = [one for one in orders if not one.trial]
    counted = [one for one in paid if one.counts]
    back = [one for one in paid if one.back_fen > 0 or one.closed]
    times = sorted(one.at for one in counted)
    worth = [one.fen - one.back_fen for one in counted if one.fen is not None]
    margins = [left_of(one) for one in counted]
    facets: Counter[tuple[str, str]] = Counter()
    for one in counted:
        facets.update(traits(one))
    return Profile(
        placed=len(paid),
        orders=len(counted),
        paid_fen=sum(worth),
        unpriced=len(counted) - len(worth),
        margin_fen=None if not margins or None in margins else round(fsum(one for one in margins if one is not None)),
        refunds=len(back),
        refunded_fen=sum(one.back_fen for one in back),
        coupons=sum(one.discounted for one in counted),
        most_fen=max(worth, default=None),
        first_at=times[0] if times else None,
        last_at=times[-1] if times else None,
        gap_ms=(times[-1] - times[0]) // (len(times) - 1) if len(times) > 1 else None,
        facets=dict(facets),
    )


def left_of(one: Bought) -> float | None:
    """What is left of an order after the costs of its goods; None where one of them is not known."""
    if one.fen is None or not one.lines:
        return None
    known = [(fen, share) for _, _, fen, share in one.lines if fen is not None and share is not None]
    worth = sum(fen for fen, _ in known)
    if len(known) < len(one.lines) or worth <= 0:
        return None
    share = sum(fen * share for fen, share in known) / worth
    return (one.fen - one.back_fen) * share


def traits(one: Bought) -> set[tuple[str, str]]:
    """The traits of a purchase that customers are told apart by; each once."""
    when = shop_datetime(one.at)
    found = {
        ("hour", f"{when.hour:02}"),
        ("part", band(when.hour + 1, PARTS, "late")),
        ("weekday", str(when.isoweekday())),
        ("week", "weekend" if when.isoweekday() > 5 else "workday"),
        ("month", f"{when.month:02}"),
        ("pieces", "one" if one.pieces <= 1 else "many" if one.pieces > 2 else "two"),
    }
    told = {"platform": one.platform, "channel": one.channel, "province": one.province, "promo": one.promo}
    found |= {(facet, value) for facet, value in told.items() if value}
    if one.fen is not None:
        found.add(("price", band(one.fen + 1, PRICES, "p7")))
    if one.noted:
        found.add(("habit", "notes"))
    if one.discounted:
        found.add(("habit", "coupon"))
    if one.made_at is not None and one.at >= one.made_at:
        found.add(("habit", "quick" if one.at - one.made_at <= MINUTE else "slow"))
    for category, leaf, *_ in one.lines:
        found |= {(facet, value) for facet, value in (("category", category), ("leaf", leaf)) if value}
    return found


def band(value: int, borders: Sequence[tuple[int, str]], above: str) -> str:
    """The name of the first border that is not below the value."""
    return next((name for border, name in borders if value <= border), above)


def segment(orders: int, last_at: int | None, now: int, borders: Borders, grid: Grid, *, blocked: bool) -> Segment:
    """Which segment somebody is in; who never bought for good is lost."""
    if blocked:
        return "blocked"
    if last_at is None or orders < 1:
        return "lost"
    return grid[borders.row(days_since(last_at, now)), borders.column(orders)]


# -- who comes again ---------------------------------------------------------------------------------------------------


class Again(msgspec.Struct, frozen=True, kw_only=True):
    """How many of those who had bought before the stretch bought again in it: regulars and new buyers apart."""

    regulars: int = 0
    regulars_again: int = 0
    fresh: int = 0
    fresh_again: int = 0
    days: int = 0
    least: int = 30
    known_days: int = 0  # of orders before the stretch

    @property
    def enough(self) -> bool:
        return min(self.regulars, self.fresh) >= self.least

    @property
    def times(self) -> float | None:
        """How many times as often regulars come again; None: too few to say, or no new buyer came again."""
        if not self.enough or not self.fresh_again:
            return None
        return (self.regulars_again / self.regulars) / (self.fresh_again / self.fresh)
