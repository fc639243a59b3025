"""What the method would have said in the past, and what it missed: the bands come from that, and the right to forecast.

From each earlier day the method is told only the days before it. A band at that day is made of what had been missed
until then, so that how often a band held is measured as it will be used.
"""

from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from console.rules.forecast import WEEK, Day, Fit, fit

LEAST_TRAINING: Final = 14
MOST_DAYS: Final = 400  # of history that is looked at
MOST_ORIGINS: Final = 100
MOST_FOLDS: Final = 12
LEAST_MISSES: Final = 40  # so many make a band
LEAST_TOTALS: Final = 12
TAILS: Final = ((0.1, 0.9), (0.025, 0.975))


class Miss(msgspec.Struct, frozen=True):
    """What was said from ``origin`` for the day at ``target`` (places in the history), and what came."""

    origin: int
    target: int
    told: float
    came: float

    @property
    def ahead(self) -> int:
        return self.target - self.origin + 1

    @property
    def share(self) -> float | None:
        """By what share of itself it was too low; None where nothing was told."""
        return (self.came - self.told) / self.told if self.told > 0 else None


class Band(msgspec.Struct, frozen=True, kw_only=True):
    """The median of a day or of a sum with both bands, fen."""

    median: float
    low80: float
    high80: float
    low95: float
    high95: float


def banded(told: float, low: float, high: float, lowest: float, highest: float) -> Band:
    """The median lies in both bands, also where every miss of the past was to one side."""
    return Band(
        median=told,
        low80=min(low, told),
        high80=max(high, told),
        low95=min(low, lowest, told),
        high95=max(high, highest, told),
    )


class Spread(msgspec.Struct, frozen=True, kw_only=True):
    """How far the method misses: ``at_once`` and ``a_day`` more with each day ahead, and how that is spread."""

    at_once: float
    a_day: float
    quantiles: tuple[float, float, float, float]  # 10, 90, 2.5, 97.5 %

    def band(self, told: float, ahead: int) -> Band:
        size = self.at_once + self.a_day * ahead
        low, high, lowest, highest = (max(told * (1 + size * one), 0.0) for one in self.quantiles)
        return Band(
            median=told,
            low80=min(low, told),
            high80=max(high, told),
            low95=min(lowest, told),
            high95=max(highest, told),
        )


class Fold(msgspec.Struct, frozen=True, kw_only=True):
    """A rehearsal: from which day, what it missed, what last week's weekday would have missed, how often 80 % held."""

    begin_at: int
    wape: float | None
    naive_wape: float | None
    coverage: float | None


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """All rehearsals together; the newest fold first. ``told``: what would have been forecast for past days."""

    wape: float | None = None
    naive_wape: float | None = None
    coverage: float | None = None
    covered_days: int = 0
    folds: tuple[Fold, ...] = ()
    told: tuple[tuple[int, float], ...] = ()

    @property
    def worse(self) -> bool:
        """Whether last week's weekday tells as much; then nothing is forecast."""
        return self.wape is None or self.naive_wape is None or self.wape >= self.naive_wape > 0


def origins(days: int, horizon: int) -> list[int]:
    """From which places rehearsals begin: those of the folds, and some between them."""
    step = max(1, -(-(days - LEAST_TRAINING) // MOST_ORIGINS))
    return sorted({*range(LEAST_TRAINING, days, step), *fold_origins(days, horizon)})


def fold_origins(days: int, horizon: int) -> list[int]:
    """Rehearsals that do not overlap, the newest first."""
    return [at for n in range(1, MOST_FOLDS + 1) if (at := days - n * horizon) >= LEAST_TRAINING]


def rehearse(
    days: Sequence[Day], horizon: int, spend_days: int, learn: Callable[[Sequence[Day], int], Fit] = fit
) -> list[Miss]:
    """What the method would have said from each origin. The spend of a rehearsed day is taken as it came: it is a plan
    that the merchant makes."""
    found = []
    for origin in origins(len(days), horizon):
        learnt = learn(days[:origin], spend_days)
        for target in range(origin, min(origin + horizon, len(days))):
            told = learnt.median_fen(days[target], target - origin + 1)
            found.append(Miss(origin, target, told, days[target].paid_fen))
    return found


def spread(misses: Sequence[Miss], before: int | None = None) -> Spread | None:
    """Of what was missed of days before a place in the history; None where that is too little."""
    known = [
        (miss.ahead, miss.share)
        for miss in misses
        if miss.share is not None and (before is None or miss.target < before)
    ]
    if len(known) < LEAST_MISSES:
        return None
    at_once, a_day = _line([(ahead, abs(share)) for ahead, share in known])
    scaled = sorted(share / size for ahead, share in known if (size := at_once + a_day * ahead) > 0)
    if not scaled:
        return Spread(at_once=0.0, a_day=0.0, quantiles=(0.0, 0.0, 0.0, 0.0))
    (low, high), (lowest, highest) = ((quantile(scaled, a), quantile(scaled, b)) for a, b in TAILS)
    return Spread(at_once=at_once, a_day=a_day, quantiles=(low, high, lowest, highest))


def _line(points: Sequence[tuple[int, float]]) -> tuple[float, float]:
    """Where the mean miss begins and how it grows, never less further ahead."""
    count = len(points)
    mean_x, mean_y = sum(x for x, _ in points) / count, sum(y for _, y in points) / count
    across = sum((x - mean_x) ** 2 for x, _ in points)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in points) / across if across else 0.0
    slope = max(0.0, min(slope, mean_y / mean_x))
    return mean_y - slope * mean_x, slope


def quantile(ordered: Sequence[float], share: float) -> float:
    """Of sorted values, a little to the outside, as fits values that are to come."""
    place = min(max((len(ordered) + 1) * share - 1, 0.0), len(ordered) - 1.0)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def naive(days: Sequence[Day], origin: int, target: int) -> float:
    """The same weekday of the last week before ``origin``."""
    return days[origin - WEEK + (target - origin) % WEEK].paid_fen


def judged(days: Sequence[Day], misses: Sequence[Miss], horizon: int) -> Past:
    """The folds, and all of them together."""
    folds: list[Fold] = []
    told: dict[int, float] = {}
    held = covered = 0
    sums = [0.0, 0.0, 0.0]  # missed, missed by the naive method, came
    for origin in fold_origins(len(days), horizon):
        mine = [miss for miss in misses if miss.origin == origin]
        width = spread(misses, origin)
        inside = None if width is None else sum(_holds(width, miss) for miss in mine)
        one = [
            sum(abs(miss.told - miss.came) for miss in mine),
            sum(abs(naive(days, origin, miss.target) - miss.came) for miss in mine),
            sum(miss.came for miss in mine),
        ]
        sums = [a + b for a, b in zip(sums, one, strict=True)]
        if inside is not None:
            held, covered = held + inside, covered + len(mine)
        folds.append(
            Fold(
                begin_at=days[origin].at,
                wape=_share(one[0], one[2]),
                naive_wape=_share(one[1], one[2]),
                coverage=None if inside is None else inside / len(mine),
            )
        )
        told |= {days[miss.target].at: miss.told for miss in mine}
    return Past(
        wape=_share(sums[0], sums[2]),
        naive_wape=_share(sums[1], sums[2]),
        coverage=held / covered if covered else None,
        covered_days=covered,
        folds=tuple(folds),
        told=tuple(sorted(told.items())),
    )


def _holds(width: Spread, miss: Miss) -> bool:
    band = width.band(miss.told, miss.ahead)
    return band.low80 <= miss.came <= band.high80


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole > 0 else None


def totals(misses: Sequence[Miss], horizon: int) -> list[float]:
    """By what share each whole rehearsal was too low in sum, in order."""
    by: dict[int, list[Miss]] = {}
    for miss in misses:
        by.setdefault(miss.origin, []).append(miss)
    whole = [some for some in by.values() if len(some) == horizon and sum(one.told for one in some) > 0]
    return sorted(sum(one.came for one in some) / sum(one.told for one in some) - 1 for some in whole)
