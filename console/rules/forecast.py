"""What the coming days bring: weekday, level with a fading trend, promotions, ad spend. Simple enough to be explained.

The median of a day is ``level × weekday × promotion × ads``. Everything is a share of the level, so a shop ten times
as large is told ten times as much. How wide the bands are is what the same method missed in the past, nothing else
(``forecast_past``). Money is fen; a forecast is a float until it is shown or kept.
"""

from collections.abc import Mapping, Sequence
from statistics import fmean, median
from typing import Final

import msgspec

from console.core.clock import DAY

WEEK: Final = 7
DAMPED: Final = 0.9  # a trend of today is worth so much of itself a day later
LEVELS: Final = tuple((alpha, beta) for alpha in (0.05, 0.1, 0.2, 0.35) for beta in (0.0, 0.1))
HALVES: Final = (0.5, 1.0, 2.0)  # at how many times the usual spend half of what ads can do is done
TAMED: Final = 2.5  # times the median of a fortnight
LEAST_VARIANCE: Final = 4e-4  # of what ads do from day to day: two parts in a hundred
SURE: Final = 2.0  # standard errors between what ads brought and nothing


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """A shop day: what was paid, what ads cost (None: nobody said), and the promotion that it is part of."""

    at: int
    paid_fen: float
    spend_fen: float | None = None
    promo: str = ""


class Drive(msgspec.Struct, frozen=True, kw_only=True):
    """What ads do: ``share`` of the level hangs on them, and more spend brings less and less.

    At ``half_fen`` a day half of what ads can ever do is done. ``usual_fen`` is the spend that the level stands for.
    """

    share: float
    half_fen: float
    usual_fen: float

    def factor(self, spend_fen: float) -> float:
        """By how much the level is more or less at this spend; 1 at the usual one."""
        return 1 + self.share * (self._done(spend_fen) / self._done(self.usual_fen) - 1)

    def _done(self, spend_fen: float) -> float:
        return spend_fen / (spend_fen + self.half_fen)


class Fit(msgspec.Struct, frozen=True, kw_only=True):
    """What a history says of the days after it."""

    level: float
    trend: float
    weekdays: Sequence[float]  # by ``at // DAY % 7``
    promos: Mapping[str, float]  # how many times an ordinary day; "" for one that was never seen
    drive: Drive | None = None

    def median_fen(self, day: Day, ahead: int) -> float:
        """Of the ``ahead``-th day after the history (1: the first)."""
        level = self.level + self.trend * sum(DAMPED**step for step in range(1, ahead + 1))
        found = max(level, 0.0) * self.weekdays[weekday(day)]
        if day.promo:
            found *= self.promos.get(day.promo, self.promos.get("", 1.0))
        if self.drive is not None and day.spend_fen is not None:
            found *= self.drive.factor(day.spend_fen)
        return found


def weekday(day: Day) -> int:
    """A number that every seventh day shares."""
    return day.at // DAY % WEEK


def fit(days: Sequence[Day], spend_days: int) -> Fit:
    """Learn from days that follow each other without a gap; ``spend_days``: how many of spend say something of ads."""
    paid = ordinary(days)
    weekdays = weekday_factors(days, paid)
    even = [value / weekdays[weekday(day)] for day, value in zip(days, paid, strict=True)]
    drive = driven(days, even, spend_days)
    if drive is not None:
        even = [
            value if day.spend_fen is None else value / max(drive.factor(day.spend_fen), 0.05)
            for day, value in zip(days, even, strict=True)
        ]
    level, trend = levelled(tamed(even))
    return Fit(level=level, trend=trend, weekdays=weekdays, promos=promo_lifts(days, weekdays, paid), drive=drive)


def ordinary(days: Sequence[Day]) -> list[float]:
    """What was paid, a promotion's days as if they had been like the same weekdays around them."""
    usual = [day.paid_fen for day in days if not day.promo]
    mean = fmean(usual) if usual else 0.0
    found = []
    for at, day in enumerate(days):
        if not day.promo:
            found.append(day.paid_fen)
            continue
        around = [_nearest(days, at, -WEEK), _nearest(days, at, WEEK)]
        known = [value for value in around if value is not None]
        found.append(fmean(known) if known else mean)
    return found


def _nearest(days: Sequence[Day], at: int, step: int) -> float | None:
    at += step
    while 0 <= at < len(days):
        if not days[at].promo:
            return days[at].paid_fen
        at += step
    return None


def weekday_factors(days: Sequence[Day], paid: Sequence[float]) -> list[float]:
    """Each weekday against the week around it, drawn towards one where there are few; their mean is one."""
    ratios: list[list[float]] = [[] for _ in range(WEEK)]
    for at in range(WEEK // 2, len(paid) - WEEK // 2):
        week = fmean(paid[at - WEEK // 2 : at + WEEK // 2 + 1])
        if week > 0:
            ratios[weekday(days[at])].append(paid[at] / week)
    found = [(sum(some) + 1) / (len(some) + 1) for some in ratios]
    mean = fmean(found)
    return [max(value / mean, 0.01) for value in found]


def tamed(even: Sequence[float]) -> list[float]:
    """A day far above those around it is no new level: it counts as a high one and not for more."""
    found = []
    for at, value in enumerate(even):
        around = median(even[max(0, at - WEEK) : at + WEEK + 1])
        found.append(min(value, TAMED * around) if around > 0 else value)
    return found


def levelled(even: Sequence[float]) -> tuple[float, float]:
    """Level and trend by the smoothing that told the following weeks of this very history best."""
    sums = [0.0]
    for value in even:
        sums.append(sums[-1] + value)
    best: tuple[float, float, float] | None = None
    for alpha, beta in LEVELS:
        missed, level, trend = _smooth(even, sums, alpha, beta)
        if best is None or missed < best[0]:
            best = (missed, level, trend)
    return (0.0, 0.0) if best is None else best[1:]


def _smooth(even: Sequence[float], sums: Sequence[float], alpha: float, beta: float) -> tuple[float, float, float]:
    """How much a smoothing missed of the weeks that followed, and where it ends."""
    level, trend, missed = fmean(even[:WEEK]), 0.0, 0.0
    for at, value in enumerate(even):
        told = level + DAMPED * trend
        level = told + alpha * (value - told)
        trend = DAMPED * trend + alpha * beta * (value - told)
        if WEEK <= at < len(even) - WEEK:
            missed += abs((sums[at + 1 + WEEK] - sums[at + 1]) / WEEK - level - 3 * trend)
    return missed, level, trend


def promo_lifts(days: Sequence[Day], weekdays: Sequence[float], paid: Sequence[float]) -> dict[str, float]:
    """How many times an ordinary day each promotion's days were; "" is the mean of them all. Empty: none was seen."""
    by: dict[str, list[float]] = {}
    for at, day in enumerate(days):
        around = paid[max(0, at - WEEK) : at + WEEK + 1]
        usual = fmean(around) * weekdays[weekday(day)]
        if day.promo and usual > 0:
            by.setdefault(day.promo, []).append(day.paid_fen / usual)
    found = {key: fmean(some) for key, some in by.items()}
    return found | {"": fmean(found.values())} if found else {}


# -- ads ---------------------------------------------------------------------------------------------------------------


def driven(days: Sequence[Day], even: Sequence[float], least: int) -> Drive | None:
    """What ads do, where days of more and of less spend show it beyond doubt; None where they do not.

    A day is compared with the week before it, in spend and in what was paid, so that a shop that grows and spends
    more as it grows does not pass for the work of ads.
    """
    spent = [day.spend_fen for day in days]
    known = [value for value in spent if value is not None]
    positive = [value for value in known if value > 0]
    if len(known) < least or len(positive) < least // 2:
        return None
    usual, middle = _usual(known), median(positive)
    if usual <= 0:
        return None
    best: tuple[float, Drive] | None = None
    for times in HALVES:
        half = times * middle
        share, error, rest = _regress(_steps(days, even, half))
        if error is not None and share > SURE * error and (best is None or rest < best[0]):
            best = (rest, Drive(share=min(share, 1.0), half_fen=half, usual_fen=usual))
    return None if best is None else best[1]


def _usual(known: Sequence[float]) -> float:
    """What is spent a day lately."""
    return fmean(known[-2 * WEEK :])


def usual_spend(days: Sequence[Day]) -> float | None:
    """The mean of the last two weeks of known spend; None where none is known."""
    known = [day.spend_fen for day in days if day.spend_fen is not None]
    return _usual(known) if known else None


def _steps(days: Sequence[Day], even: Sequence[float], half: float) -> list[tuple[float, float]]:
    """By how much spend did more or less than in the week before, and by how much more or less was paid."""
    done = [None if day.spend_fen is None else day.spend_fen / (day.spend_fen + half) for day in days]
    found = []
    for at in range(WEEK, len(days)):
        before = [value for value in done[at - WEEK : at] if value is not None]
        here, usual = done[at], fmean(even[at - WEEK : at])
        if here is None or len(before) < WEEK // 2 or days[at].promo or usual <= 0 or fmean(before) <= 0:
            continue
        found.append((here / fmean(before) - 1, even[at] / usual - 1))
    return found


def _regress(steps: Sequence[tuple[float, float]]) -> tuple[float, float | None, float]:
    """Slope, its standard error (None: spend hardly varies, so nothing can be told), and the squares that are left."""
    if len(steps) < WEEK:
        return 0.0, None, 0.0
    mean_x, mean_y = fmean(x for x, _ in steps), fmean(y for _, y in steps)
    across = sum((x - mean_x) ** 2 for x, _ in steps)
    if across < LEAST_VARIANCE * len(steps):
        return 0.0, None, 0.0
    slope = sum((x - mean_x) * (y - mean_y) for x, y in steps) / across
    rest = sum((y - mean_y - slope * (x - mean_x)) ** 2 for x, y in steps)
    return slope, (rest / (len(steps) - 2) / across) ** 0.5, rest
