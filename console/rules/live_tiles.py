"""The six figures of a show that is on: value, band, standing among the own shows, and the last five minutes. Pure."""

from collections.abc import Callable, Mapping, Sequence
from statistics import median, quantiles
from typing import Final, Literal

import msgspec

from console.core.clock import MINUTE
from console.core.live import LiveSnapshot, LiveSource
from console.rules.live import Rate, follow, interaction, item_click, stay
from console.rules.live_bands import (
    Band,
    Lines,
    Standing,
    Trend,
    band,
    rank,
    settled,
    standing,
    trend,
    trend_of_sums,
)
from console.rules.live_lift import Point
from console.rules.live_recap import Sold, Told
from console.rules.live_sources import APART, apart, choose, latest, order_of

TileKey = Literal["online", "stay", "interaction", "follow", "gmv_fen", "item_click"]
TILES: Final[tuple[TileKey, ...]] = ("online", "stay", "interaction", "follow", "gmv_fen", "item_click")
RATED: Final[tuple[TileKey, ...]] = ("stay", "interaction", "follow")
"""Those with a pass and an excellent line."""

FEWEST_MEDIAN: Final = 3  # shows of which a median is said
NEAR_MS: Final = 2 * MINUTE  # a past show tells its figure of a minute if it told one so shortly before

Past = Sequence[LiveSnapshot]
"""A past show, one snapshot a minute, ``at`` counted from its beginning."""


class Tile(msgspec.Struct, frozen=True, kw_only=True):
    """What a tile says. ``lines``: pass and excellent, or the own P50 and P75; None: there are none."""

    key: TileKey
    rate: Rate
    band: Band = "none"
    standing: Standing = "none"
    lines: Lines | None = None
    median: float | None = None
    rank: int | None = None
    trend: Trend = Trend()
    others: Sequence[Rate] = ()
    apart: float | None = None  # how far the farthest other source is from it, of the same moment

    @property
    def disagrees(self) -> bool:
        """Whether two sources cannot both be right."""
        return self.apart is not None and self.apart > APART


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """What the figures are made of. ``recent``: the snapshots of the last minutes, in order."""

    at: int
    begin_at: int
    recent: Sequence[Told]
    past: Sequence[Past] = ()
    sold: Sequence[Sold] | None = None
    orders: int | None = None
    sold_source: LiveSource = LiveSource.ORDERS
    sold_at: int | None = None  # as of when that is
    sold_shops: int = 0  # see ``Rate.shops``
    named_people: int | None = None
    lines: Mapping[str, Lines] = {}
    precedence: Mapping[str, Sequence[str]] = {}  # the merchant's order of sources, by figure
    beside: Mapping[str, Sequence[Rate]] = {}  # figures that no snapshot tells, by figure: of advertised viewers only


def value_of(key: TileKey, snapshot: LiveSnapshot, source: LiveSource, named: int | None = None) -> Rate:
    """The figure that one snapshot tells; money is what the page says of itself."""
    if key == "interaction":
        return interaction(snapshot, named, source)
    if key in ("stay", "follow", "item_click"):
        return _RATES[key](snapshot, source)
    told = snapshot.online if key == "online" else snapshot.gmv_fen
    return Rate() if told is None else Rate(value=float(told), source=source, at=snapshot.at)


_RATES: Final[Mapping[str, Callable[[LiveSnapshot, LiveSource], Rate]]] = {
    "stay": stay,
    "follow": follow,
    "item_click": item_click,
}


def tiles(seen: Seen) -> list[Tile]:
    """All six, in their order."""
    return [_money(seen) if key == "gmv_fen" else _tile(key, seen) for key in TILES]


MADE_OF: Final[Mapping[TileKey, tuple[str, ...]]] = {
    "online": ("online",),
    "stay": ("watch_s", "avg_stay_s"),
    "interaction": ("interactors",),
    "follow": ("new_followers",),
    "item_click": ("item_clickers", "item_clicks"),
}


def believed(told: Sequence[Told], shown: Sequence[Tile]) -> list[LiveSnapshot]:
    """The snapshots without what a source says that is not believed: advice must not fall into the gap between two."""
    if len({source for _, source in told}) < 2:
        return [one for one, _ in told]
    mine = {tile.key: tile.rate.source for tile in shown}
    found = []
    for one, source in told:
        foreign = [name for key, names in MADE_OF.items() if mine.get(key) not in (None, source) for name in names]
        found.append(msgspec.structs.replace(one, **dict.fromkeys(foreign)))
    return found


def past_values(key: TileKey, past: Sequence[Past], into_ms: int) -> list[float]:
    """What the own past shows had at the same time of the show."""
    found = []
    for show in past:
        told = [one for one in show if into_ms - NEAR_MS < one.at <= into_ms]
        values = [rate.value for one in told if (rate := value_of(key, one, LiveSource.INGEST)).value is not None]
        found += values[-1:]
    return found


def _tile(key: TileKey, seen: Seen) -> Tile:
    told = [value_of(key, one, source, seen.named_people) for one, source in seen.recent]
    known = [*seen.beside.get(key, ()), *(rate for rate in told if rate.value is not None)]
    rate = choose(known, order_of(key, seen.precedence), seen.at)
    rates = [one for one in known if one.source is rate.source]
    others = _others(known, rate)
    points = [Point(one.at, one.value) for one in rates if one.at is not None and one.value is not None]
    past = past_values(key, seen.past, seen.at - seen.begin_at)
    lines = seen.lines.get(key) if key in RATED else _own_lines(past) if key == "item_click" else None
    return Tile(
        key=key,
        rate=rate,
        band=_settled(rates, lines) if lines is not None and key in RATED else "none",
        standing=standing(rate.value, past) if key not in RATED and len(past) >= FEWEST_MEDIAN else "none",
        lines=lines,
        median=_median(past),
        rank=rank(rate.value, past),
        trend=trend(points, seen.at),
        others=others,
        apart=_farthest(rates, others),
    )


def _money(seen: Seen) -> Tile:
    """What was sold: single orders where somebody tells them, else the page's own sum."""
    page = _tile("gmv_fen", seen)
    if seen.sold is None:
        return page
    within = [(at, amount) for at, amount in seen.sold if at <= seen.at]
    value = float(sum(amount for _, amount in within))
    as_of = seen.at if seen.sold_at is None else min(seen.at, seen.sold_at)
    mine = Rate(value=value, numerator=seen.orders, source=seen.sold_source, at=as_of, shops=seen.sold_shops)
    told = [page.rate, *page.others] if page.rate.value is not None else []
    told = [one for one in told if one.source is not seen.sold_source or one.source is LiveSource.INGEST]
    if choose([*told, mine], order_of("gmv_fen", seen.precedence), seen.at) is not mine:
        return msgspec.structs.replace(page, others=[*page.others, mine], apart=_money_apart(within, told))
    past = past_values("gmv_fen", seen.past, as_of - seen.begin_at)
    return msgspec.structs.replace(
        page,
        rate=mine,
        standing=standing(value, past) if len(past) >= FEWEST_MEDIAN else "none",
        rank=rank(value, past),
        trend=trend_of_sums(within, seen.begin_at, as_of),  # what is not read yet was not sold less
        others=told,
        apart=_money_apart(within, told),
    )


def _money_apart(sold: Sequence[Sold], told: Sequence[Rate]) -> float | None:
    """Each sum that somebody told against what had been sold by then."""
    found = []
    for rate in told:
        by_then = sum(amount for at, amount in sold if rate.at is None or at <= rate.at)
        found.append(apart([msgspec.structs.replace(rate, value=float(by_then))], rate))
    return max((one for one in found if one is not None), default=None)


def _farthest(mine: Sequence[Rate], others: Sequence[Rate]) -> float | None:
    found = [apart(mine, other) for other in others if other.source is not LiveSource.ADS]  # ads see a part only
    return max((one for one in found if one is not None), default=None)


def _settled(rates: Sequence[Rate], lines: Lines) -> Band:
    """Sample after sample, so that the tile does not tremble around a line."""
    shown: Band = "none"
    seen: list[Band] = []
    for rate in rates:
        seen.append(band(rate, lines))
        shown = settled(shown, seen)
    return shown


def _median(past: Sequence[float]) -> float | None:
    return median(past) if len(past) >= FEWEST_MEDIAN else None


def _own_lines(past: Sequence[float]) -> Lines | None:
    """The own median and upper quarter stand in where nobody says what is good."""
    if len(past) < FEWEST_MEDIAN:
        return None
    cut = quantiles(past, n=4, method="inclusive")
    return Lines(passing=cut[1], excellent=cut[2], origin="own")


def _others(rates: Sequence[Rate], chosen: Rate) -> list[Rate]:
    """The last value of every other source: they are said, not mixed in."""
    return [rate for source, rate in latest(rates).items() if source is not chosen.source]
