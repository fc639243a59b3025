"""A show in figures after it ended: the six figures, what each mark brought, what each item did. Pure."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, Literal

import msgspec

from console.core.clock import MINUTE
from console.core.live import LiveEvent, LiveSnapshot, LiveSource
from console.rules.live import (
    SILENT_MS,
    Minute,
    Rate,
    average_online,
    follow,
    interaction,
    item_click,
    lasts,
    minute_of,
    stay,
)
from console.rules.live_fans import Fans
from console.rules.live_kept import Kept
from console.rules.live_lift import SPAN_MS, Lift, Point, lift
from console.rules.live_pk import Pk
from console.rules.live_reconcile import AfterShow, Compared, Places, Room
from console.rules.live_sources import BY_HAND, LASTS_MS, final, order_of
from console.rules.live_worth import WorthKey, worth

FigureKey = (
    Literal["online", "online_peak", "stay", "interaction", "follow", "item_click", "gmv_fen", "orders"] | WorthKey
)
Measure = Literal["online", "interactions", "gmv_fen"]
MEASURES: Final[tuple[Measure, ...]] = ("online", "interactions", "gmv_fen")

Told = tuple[LiveSnapshot, LiveSource]
Sold = tuple[int, int]
"""When an order was paid, and its amount in fen."""


class MarkLift(msgspec.Struct, frozen=True, kw_only=True):
    """A cue, PK, red packet or bag, and what it brought by each measure."""

    mark: LiveEvent
    lifts: dict[Measure, Lift]


class ItemSum(msgspec.Struct, frozen=True, kw_only=True):
    """What came in of one item; None: nobody sends it."""

    item_id: str
    clicks: int | None = None
    orders: int | None = None
    gmv_fen: int | None = None


class Recap(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is said of a show afterwards."""

    title: str
    session_id: str
    begin_at: int
    end_at: int
    is_ended: bool
    parts: Sequence[tuple[int, int]]
    figures: Mapping[FigureKey, Rate]
    minutes: Sequence[Minute]
    sold: Sequence[Sold] | None
    sold_source: LiveSource
    marks: Sequence[MarkLift]
    items: Sequence[ItemSum]
    compared: Sequence[Compared] = ()
    after: AfterShow | None = None
    fans: Fans | None = None
    pks: Sequence[Pk] = ()
    places: Places | None = None  # of the shop's orders, where they are what is counted
    rooms: Sequence[Room] = ()
    cues: Sequence[Kept] = ()  # of its run sheet, as they stood at the end
    restarts: Sequence[int] = ()  # when the page's counters began again: what they had counted before is added

    @property
    def lacks_ads(self) -> bool:
        """Whether the ads report was read last before the show was over: its hours are not whole."""
        ads = None if self.after is None else self.after.ads
        return ads is not None and ads.read_at is not None and ads.read_at < self.end_at


def figures(
    told: Sequence[Told],
    named_people: int | None,
    sold: Sequence[Sold] | None,
    begin_at: int,
    end_at: int,
    sold_source: LiveSource = LiveSource.ORDERS,
    precedence: Mapping[str, Sequence[str]] | None = None,
    shops: int = 0,
) -> dict[FigureKey, Rate]:
    """Of a stretch of a show. ``sold`` None: nobody tells single orders, so that the page's own sum stands in.

    ``precedence``: the merchant's order of sources, by figure; of who is online one source speaks alone. ``shops``: see
    ``Rate.shops``.
    """
    own = precedence or {}
    last = latest(told, own)
    online = _one_source(
        [(one, source) for one, source in told if one.online is not None and begin_at <= one.at < end_at], own
    )
    longest = LASTS_MS[online[0][1]] if online and online[0][1] in BY_HAND else SILENT_MS
    mean = average_online((one for one, _ in online), longest)
    peak = max((one.online or 0 for one, _ in online), default=None)
    at, of = (online[-1][0].at, online[-1][1]) if online else (None, None)
    found: dict[FigureKey, Rate] = {
        "online": Rate(value=mean, source=of, at=at),
        "online_peak": Rate(value=peak, source=of, at=at),
    }
    for key, one in last.items():
        found[key] = one
    if found.get("interaction", Rate()).value is None and named_people:
        some = lasts(told, lambda one, source: interaction(one, named_people, source))
        found["interaction"] = final(some, order_of("interaction", own))
    if sold is not None:
        within = [amount for at, amount in sold if begin_at <= at < end_at]
        order = order_of("gmv_fen", own)
        sums: dict[FigureKey, int] = {"gmv_fen": sum(within), "orders": len(within)}
        for key, value in sums.items():
            mine = Rate(value=value, source=sold_source, at=end_at, shops=shops)
            found[key] = final([found.get(key, Rate()), mine], order)
    for worth_key, by_them in worth(told, found.get("gmv_fen", Rate()), found.get("orders", Rate())).items():
        found[worth_key] = by_them
    return found


def _one_source(online: Sequence[Told], own: Mapping[str, Sequence[str]]) -> Sequence[Told]:
    """Of several sources the first in the merchant's order."""
    sources = {source for _, source in online}
    first = next((one for one in order_of("online", own) if one in sources), None)
    return online if first is None else [one for one in online if one[1] is first]


def latest(told: Sequence[Told], own: Mapping[str, Sequence[str]] | None = None) -> dict[FigureKey, Rate]:
    """The newest value of each rate that somebody tells, of the source that comes first in the merchant's order.

    A snapshot need not hold all of them.
    """
    found: dict[FigureKey, Rate] = {}
    for key, rate_of in RATES.items() if told else ():
        some = lasts(told, rate_of)
        best = final(some, order_of("gmv_fen" if key == "orders" else key, own or {}))
        found[key] = best if best.value is not None else rate_of(*told[-1])
    return found


def _told(value: int | None, source: LiveSource, at: int) -> Rate:
    return Rate() if value is None else Rate(value=value, source=source, at=at)


RATES: Final[Mapping[FigureKey, Callable[[LiveSnapshot, LiveSource], Rate]]] = {
    "stay": stay,
    "interaction": lambda one, source: interaction(one, None, source),
    "follow": follow,
    "item_click": item_click,
    "gmv_fen": lambda one, source: _told(one.gmv_fen, source, one.at),
    "orders": lambda one, source: _told(one.orders_paid, source, one.at),
}


def of_one_source(minutes: Sequence[Minute], watched: Sequence[LiveSnapshot], several: bool) -> Sequence[Minute]:
    """The minutes with those who watch by one source alone, where ``several`` told it; the sums kept know no source."""
    if not several:
        return minutes
    sums: dict[int, list[int]] = defaultdict(list)
    for one in watched:
        if one.online is not None:
            sums[minute_of(one.at)].append(one.online)
    return [
        msgspec.structs.replace(one, online_sum=sum(sums.get(one.at, ())), online_n=len(sums.get(one.at, ())))
        for one in minutes
    ]


def mark_lifts(
    marks: Sequence[LiveEvent],
    told: Iterable[Told],
    acted: Mapping[int, Sequence[tuple[int, int]]] | None,
    sold: Sequence[Sold] | None,
    begin_at: int,
    end_at: int,
) -> list[MarkLift]:
    """Each mark against the three minutes before it. The first minutes of a show have no before.

    ``acted``: by a mark's time when people did something near it, and how often; None: nobody tells what they do.
    """
    online = [Point(one.at, float(one.online), one.online) for one, _ in told if one.online is not None]
    paid = None if sold is None else sorted(sold)
    places = [mark.at for mark in marks]
    found = []
    for mark in marks:
        around = _watching(online, mark.at)
        lifts: dict[Measure, Lift] = {"online": lift(online, mark.at, places)}
        near: Mapping[Measure, Sequence[Sold] | None] = {
            "interactions": None if acted is None else acted.get(mark.at, ()),
            "gmv_fen": None if paid is None else _near(paid, mark.at),
        }
        for measure, rows in near.items():
            points = [] if rows is None else by_minute(rows, mark.at, around, begin_at, end_at)
            lifts[measure] = lift(points, mark.at, places)
        found.append(MarkLift(mark=mark, lifts=lifts))
    return found


def _near(rows: Sequence[Sold], at: int) -> Sequence[Sold]:
    """Of rows in the order of time those that have a part in the lift of a mark: a long show has many more."""
    first, last = (bisect_left(rows, edge, key=lambda row: row[0]) for edge in (at - SPAN_MS, at + SPAN_MS))
    return rows[first:last]


def by_minute(rows: Iterable[Sold], at: int, people: int | None, begin_at: int, end_at: int) -> list[Point]:
    """Sums of the three minutes before and after ``at``, counted from it; only minutes that lie in the show."""
    sums: dict[int, int] = defaultdict(int)
    for when, amount in rows:
        if at - SPAN_MS <= when < at + SPAN_MS:
            sums[(when - at) // MINUTE] += amount
    minutes = range(-SPAN_MS // MINUTE, SPAN_MS // MINUTE)
    begins = [(number, at + number * MINUTE) for number in minutes]
    return [
        Point(begin, float(sums[number]), people)
        for number, begin in begins
        if begin >= begin_at and begin + MINUTE <= end_at
    ]


def _watching(online: Sequence[Point], at: int) -> int | None:
    """How many watched around a mark; None: nobody said."""
    near = [one.people for one in online if abs(one.at - at) < SPAN_MS and one.people is not None]
    return max(near, default=None)
