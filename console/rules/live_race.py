"""The first thirty minutes against the shop's own past shows, minute by minute. No platform tells a score."""

from collections.abc import Mapping, Sequence
from statistics import fmean, median
from typing import Final, Literal

import msgspec

RaceKey = Literal["viewers", "interactions", "followers", "item_clicks", "gmv_fen"]
RACE_KEYS: Final[tuple[RaceKey, ...]] = ("viewers", "interactions", "followers", "item_clicks", "gmv_fen")
RACE_MINUTES: Final = 30
LIGHTS: Final = (5, 10, 15, 20, 30)
LAST_SHOWS: Final = 7
FEWEST_SHOWS: Final = 3
CAP: Final = (0.5, 1.5)
LEADS, TRAILS = 1.05, 0.95

Light = Literal["leading", "even", "trailing", "waiting"]

Curve = Mapping[RaceKey, Sequence[float | None]]
"""Cumulative at the end of each minute from 0; None where nobody told it."""


class Race(msgspec.Struct, frozen=True, kw_only=True):
    """Where a show stands at a minute. ``missing``: how many past shows there should be more, to say anything."""

    minute: int
    score: float | None = None
    ratios: Mapping[RaceKey, float]
    lights: Mapping[int, Light]
    weakest: RaceKey | None = None
    missing: int = 0


def race(now: Curve, past: Sequence[Curve], minute: int) -> Race:
    """``past``: the latest first. ``minute`` is the last one that is whole."""
    shows = past[:LAST_SHOWS]
    at = min(minute, RACE_MINUTES)
    lights: dict[int, Light] = dict.fromkeys(LIGHTS, "waiting")
    if len(shows) < FEWEST_SHOWS:
        return Race(minute=at, ratios={}, lights=lights, missing=FEWEST_SHOWS - len(shows))
    for mark in LIGHTS:
        if mark <= at:
            lights[mark] = _light(_score(_ratios(now, shows, mark - 1)))
    ratios = _ratios(now, shows, at - 1) if at > 0 else {}
    weakest = min(ratios, key=lambda key: ratios[key], default=None)
    if weakest is not None and ratios[weakest] >= TRAILS:
        weakest = None
    return Race(minute=at, score=_score(ratios), ratios=ratios, lights=lights, weakest=weakest)


def _ratios(now: Curve, shows: Sequence[Curve], minute: int) -> dict[RaceKey, float]:
    found: dict[RaceKey, float] = {}
    for key in RACE_KEYS:
        mine = _at(now, key, minute)
        theirs = [value for show in shows if (value := _at(show, key, minute)) is not None]
        if mine is None or len(theirs) < FEWEST_SHOWS or median(theirs) <= 0:
            continue
        found[key] = mine / median(theirs)
    return found


def _at(curve: Curve, key: RaceKey, minute: int) -> float | None:
    told = curve.get(key, ())
    return told[minute] if 0 <= minute < len(told) else None


def _score(ratios: Mapping[RaceKey, float]) -> float | None:
    """The mean of the ratios, each capped: one runaway figure must not hide that all others trail."""
    return fmean(min(CAP[1], max(CAP[0], ratio)) for ratio in ratios.values()) if ratios else None


def _light(score: float | None) -> Light:
    if score is None:
        return "waiting"
    return "leading" if score >= LEADS else "even" if score >= TRAILS else "trailing"
