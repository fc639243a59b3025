"""The arithmetic of comparing two arms: intervals, p values and how many are needed. Pure, and without a library.

Shares: Wilson's score interval, Newcombe's hybrid of two of them (1998, method 10), the score test where enough are
expected in every cell and Fisher's exact one elsewhere. Quantities: Welch. Several metrics: Holm.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from statistics import NormalDist
from typing import Final

import msgspec

NORMAL: Final = NormalDist()
EXPECTED: Final = 5.0  # fewer expected in a cell: Fisher's test
_STEPS: Final = 400  # of a continued fraction, and of a bisection


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """B − A with its interval, and how likely so much is where there is no difference."""

    value: float
    low: float
    high: float
    p: float


def wilson(hits: int, n: int, level: float = 0.95) -> tuple[float, float]:
    """The score interval of a share. ``n`` is at least 1."""
    z = NORMAL.inv_cdf((1 + level) / 2)
    middle = (hits + z * z / 2) / (n + z * z)
    half = z / (n + z * z) * math.sqrt(hits * (n - hits) / n + z * z / 4)
    return max(0.0, middle - half), min(1.0, middle + half)


def of_shares(a_hits: int, a_n: int, b_hits: int, b_n: int, level: float = 0.95) -> Difference:
    """Two shares, by Newcombe's interval."""
    a, b = a_hits / a_n, b_hits / b_n
    (a_low, a_high), (b_low, b_high) = wilson(a_hits, a_n, level), wilson(b_hits, b_n, level)
    low = b - a - math.hypot(b - b_low, a_high - a)
    high = b - a + math.hypot(b_high - b, a - a_low)
    return Difference(value=b - a, low=low, high=high, p=_p_of_shares(a_hits, a_n, b_hits, b_n))


def _p_of_shares(a_hits: int, a_n: int, b_hits: int, b_n: int) -> float:
    hits, n = a_hits + b_hits, a_n + b_n
    if min(hits, n - hits) * min(a_n, b_n) / n < EXPECTED:
        return fisher(a_hits, a_n, b_hits, b_n)
    pooled = hits / n
    error = math.sqrt(pooled * (1 - pooled) * (1 / a_n + 1 / b_n))
    return math.erfc(abs(b_hits / b_n - a_hits / a_n) / error / math.sqrt(2))


def fisher(a_hits: int, a_n: int, b_hits: int, b_n: int) -> float:
    """Both sides: all tables with these margins that are no likelier than the one that was seen."""
    hits, n = a_hits + b_hits, a_n + b_n
    whole = _choose(n, hits)
    logs = [_choose(a_n, k) + _choose(b_n, hits - k) - whole for k in range(max(0, hits - b_n), min(a_n, hits) + 1)]
    seen = _choose(a_n, a_hits) + _choose(b_n, b_hits) - whole
    return min(1.0, math.fsum(math.exp(one) for one in logs if one <= seen + 1e-9))


def _choose(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)


def of_means(
    a_mean: float, a_sd: float, a_n: int, b_mean: float, b_sd: float, b_n: int, level: float = 0.95
) -> Difference | None:
    """Two means, by Welch. None where it cannot be told: fewer than two of an arm, or no spread at all."""
    if min(a_n, b_n) < 2:
        return None
    a_part, b_part = a_sd * a_sd / a_n, b_sd * b_sd / b_n
    error = math.sqrt(a_part + b_part)
    if error <= 0:
        return None
    # parts of the whole, squared later: squares of tiny variances would be lost
    a_share, b_share = a_part / (a_part + b_part), b_part / (a_part + b_part)
    freedom = 1 / (a_share**2 / (a_n - 1) + b_share**2 / (b_n - 1))
    value = b_mean - a_mean
    half = t_quantile((1 + level) / 2, freedom) * error
    return Difference(value=value, low=value - half, high=value + half, p=t_two_sided(value / error, freedom))


def t_two_sided(t: float, freedom: float) -> float:
    """How likely a t at least so far from 0 is."""
    return _beta_share(freedom / 2, 0.5, freedom / (freedom + t * t))


@lru_cache(256)
def t_quantile(share: float, freedom: float) -> float:
    """The t below which ``share`` of all lie; ``share`` above a half."""
    low, high = 0.0, 1.0
    while t_two_sided(high, freedom) > 2 * (1 - share):
        high *= 2
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if t_two_sided(middle, freedom) > 2 * (1 - share) else (low, middle)
    return (low + high) / 2


def _beta_share(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta_share(b, a, 1 - x)
    front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(front) * _fraction(a, b, x) / a


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function, by Lentz."""
    c, d = 1.0, 1 / _kept(1 - (a + b) * x / (a + 1))
    found = d
    for m in range(1, _STEPS):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _kept(1 + term * d)
            c = _kept(1 + term / c)
            found *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return found


def _kept(value: float) -> float:
    return value if abs(value) > 1e-300 else 1e-300


def holm(ps: Sequence[float]) -> list[float]:
    """Each p as it counts where all of them are looked at together."""
    adjusted = [1.0] * len(ps)
    worst = 0.0
    for rank, place in enumerate(sorted(range(len(ps)), key=lambda one: ps[one])):
        worst = max(worst, min(1.0, (len(ps) - rank) * ps[place]))
        adjusted[place] = worst
    return adjusted


def uneven(a_n: int, b_n: int, a_share: float = 0.5) -> float:
    """How likely so uneven a split is where ``a_share`` of all are dealt to A."""
    n = a_n + b_n
    if not n:
        return 1.0
    return math.erfc(abs(a_n - n * a_share) / math.sqrt(n * a_share * (1 - a_share)) / math.sqrt(2))


def needed_of_share(base: float, effect: float, *, power: float, alpha: float) -> int:
    """How many an arm needs to find a share that is off ``base`` by ``effect``. Raises ValueError for no share."""
    other = base + effect
    if not (0 < base < 1 and 0 < other < 1) or not effect:
        raise ValueError("shares lie between none and all")
    both = (base + other) / 2
    reach = NORMAL.inv_cdf(1 - alpha / 2) * math.sqrt(2 * both * (1 - both))
    reach += NORMAL.inv_cdf(power) * math.sqrt(base * (1 - base) + other * (1 - other))
    return max(2, math.ceil((reach / effect) ** 2))


def needed_of_mean(sd: float, effect: float, *, power: float, alpha: float) -> int:
    """How many an arm needs to find a mean that is off by ``effect``, by the t distribution. Raises ValueError."""
    if sd <= 0 or not effect or not math.isfinite(sd / effect):
        raise ValueError("a deviation above 0 and an effect")
    n = max(2, math.ceil(2 * ((NORMAL.inv_cdf(1 - alpha / 2) + NORMAL.inv_cdf(power)) * sd / effect) ** 2))
    for _ in range(20):  # a few more: t has wider tails than the normal
        reach = t_quantile(1 - alpha / 2, 2 * n - 2) + t_quantile(power, 2 * n - 2)
        more = max(2, math.ceil(2 * (reach * sd / effect) ** 2))
        if more <= n:
            break
        n = more
    return n
