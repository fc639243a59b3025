"""Two sources for one figure: which of them is believed, how far the others are from it. Pure.

The merchant's order of sources decides, not who spoke last. A source that has been silent for longer than its figures
last gives way to the next one; where all are silent the latest figure stands, with its age.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from console.core.clock import HOUR, MINUTE, SECOND
from console.core.live import LiveSource
from console.rules.live import Rate

Order = Sequence[LiveSource]

FIGURES: Final = ("online", "stay", "interaction", "follow", "gmv_fen", "item_click")
USUAL: Final[Mapping[str, Order]] = {
    "online": (LiveSource.INGEST, LiveSource.SHOP_UV, LiveSource.MANUAL, LiveSource.FILE),
    "stay": (LiveSource.INGEST, LiveSource.FILE, LiveSource.MANUAL, LiveSource.ADS),
    "interaction": (LiveSource.INGEST, LiveSource.FILE, LiveSource.MANUAL),
    "follow": (LiveSource.INGEST, LiveSource.FILE, LiveSource.MANUAL),
    "gmv_fen": (LiveSource.ORDERS, LiveSource.INGEST, LiveSource.FILE, LiveSource.MANUAL),
    "item_click": (LiveSource.INGEST, LiveSource.FILE, LiveSource.MANUAL),
}
"""As long as the merchant changed nothing: exact before seen, seen by itself before typed, everybody before a part."""

LASTS_MS: Final[Mapping[LiveSource, int]] = {
    LiveSource.INGEST: 2 * MINUTE,
    LiveSource.OBS: 2 * MINUTE,
    LiveSource.SHOP_UV: 2 * MINUTE,
    LiveSource.ORDERS: 5 * MINUTE,
    LiveSource.MANUAL: 15 * MINUTE,
    LiveSource.FILE: 15 * MINUTE,
    LiveSource.ADS: 2 * HOUR,
}
EVERY_MS: Final[Mapping[LiveSource, int]] = {
    LiveSource.INGEST: 10 * SECOND,
    LiveSource.OBS: 10 * SECOND,
    LiveSource.SHOP_UV: 20 * SECOND,
    LiveSource.ORDERS: MINUTE,
    LiveSource.ADS: 2 * MINUTE,
    LiveSource.MANUAL: 5 * MINUTE,
    LiveSource.FILE: 5 * MINUTE,
}
"""How often each tells something new while a show is on."""
Freshness = Literal["fresh", "old", "stale"]


def freshness(source: LiveSource, age_ms: int) -> Freshness:
    """Older than two of its intervals, older than six."""
    every = EVERY_MS[source]
    return "fresh" if age_ms <= 2 * every else "old" if age_ms <= 6 * every else "stale"


BY_HAND: Final = frozenset({LiveSource.MANUAL, LiveSource.FILE})
"""What they tell stands until they tell again, minutes later."""
NEAR_MS: Final = 2 * MINUTE  # figures of the same moment are compared
APART: Final = 0.05  # two sources that differ by more than this disagree


TYPED_EVERY_MS: Final = (5 * MINUTE, 15 * MINUTE)  # in the first half hour, and later
FIRST_MS: Final = 30 * MINUTE


def typing_due(into_ms: int, typed_at: int | None, now: int) -> bool:
    """Whether somebody should type figures of a show that nobody else tells anything of."""
    every = TYPED_EVERY_MS[0] if into_ms < FIRST_MS else TYPED_EVERY_MS[1]
    return into_ms >= TYPED_EVERY_MS[0] if typed_at is None else now - typed_at >= every


def order_of(figure: str, own: Mapping[str, Sequence[str]]) -> Order:
    """The merchant's order, without what is no source of this figure; what he did not name follows as usual."""
    usual = USUAL.get(figure, ())
    known = [LiveSource(name) for name in own.get(figure, ()) if name in usual]
    found = list(dict.fromkeys(known))
    return (*found, *(one for one in usual if one not in found))


def choose(rates: Sequence[Rate], order: Order, at: int) -> Rate:
    """The latest figure of the first source that still speaks at ``at``; none does: the latest figure there is."""
    last = latest(rates)
    ranked = sorted(last.values(), key=lambda rate: _place(rate, order))
    fresh = [rate for rate in ranked if rate.at is not None and at - rate.at <= LASTS_MS.get(_of(rate), MINUTE)]
    if fresh:
        return fresh[0]
    return max(ranked, key=lambda rate: rate.at or 0, default=Rate())


def final(rates: Sequence[Rate], order: Order) -> Rate:
    """Of a show that is over: the first source in the order, however long ago it spoke."""
    return min(latest(rates).values(), key=lambda rate: _place(rate, order), default=Rate())


def latest(rates: Sequence[Rate]) -> dict[LiveSource, Rate]:
    """The last figure of each source; ``rates`` are in the order of their time."""
    return {rate.source: rate for rate in rates if rate.source is not None and rate.value is not None}


def apart(chosen: Sequence[Rate], other: Rate) -> float | None:
    """How far another source's figure is from the chosen source's of the same moment; None: there was none then."""
    near = [
        rate
        for rate in chosen
        if rate.value is not None and rate.at is not None and other.at and abs(rate.at - other.at) <= NEAR_MS
    ]
    if other.value is None or not near:
        return None
    mine = min(near, key=lambda rate: abs((rate.at or 0) - (other.at or 0))).value or 0.0
    larger = max(abs(mine), abs(other.value))
    return abs(mine - other.value) / larger if larger else 0.0


def _of(rate: Rate) -> LiveSource:
    return rate.source or LiveSource.MANUAL


def _place(rate: Rate, order: Order) -> int:
    return order.index(_of(rate)) if _of(rate) in order else len(order)


def one_line(by_source: Mapping[LiveSource, Sequence[tuple[int, int]]], order: Order) -> list[tuple[int, int]]:
    """Who watched, by one source at a time: a lower one is heard only where no higher one spoke near that moment."""
    ranked = sorted(by_source, key=lambda one: order.index(one) if one in order else len(order))
    found: list[tuple[int, int]] = list(by_source[ranked[0]]) if ranked else []
    for source in ranked[1:]:
        told = [at for at, _ in found]
        found += [one for one in by_source[source] if not _is_near(told, one[0])]
        found.sort()
    return found


def _is_near(told: Sequence[int], at: int) -> bool:
    place = bisect_left(told, at)
    return any(abs(told[one] - at) < NEAR_MS for one in (place - 1, place) if 0 <= one < len(told))
