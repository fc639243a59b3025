"""Where a figure stands: against its lines, against the shop's own past, against five minutes ago. Pure."""

from collections.abc import Sequence
from statistics import fmean, median
from typing import Final, Literal

import msgspec

from console.core.clock import MINUTE
from console.rules.live import Rate
from console.rules.live_lift import Point

Band = Literal["excellent", "pass", "below", "few", "none"]
Standing = Literal["above", "even", "below", "none"]

HELD: Final = 3  # samples a band must last before the tile changes: figures tremble around a line
EVEN: Final = (0.95, 1.05)  # of the own median
FEWEST_SHOWS: Final = 8  # of which a rank is said
SPAN_MS: Final = 5 * MINUTE


class Lines(msgspec.Struct, frozen=True, kw_only=True):
    """Pass and excellent of a figure: a dated default, or what the merchant set. ``origin`` is printed beside them."""

    passing: float
    excellent: float
    origin: str = "default"


def band(rate: Rate, lines: Lines) -> Band:
    """Against its two lines. Nobody's figure has no band; that of a few people says so."""
    if rate.value is None:
        return "none"
    if rate.is_few:
        return "few"
    if rate.value >= lines.excellent:
        return "excellent"
    return "pass" if rate.value >= lines.passing else "below"


def settled(shown: Band, seen: Sequence[Band], held: int = HELD) -> Band:
    """What to show: another band only once the last ``held`` samples agree on it. To have none shows at once."""
    if not seen:
        return shown
    last = seen[-1]
    if last == "none" or shown == "none":
        return last
    return last if len(seen) >= held and set(seen[-held:]) == {last} else shown


def standing(value: float | None, past: Sequence[float]) -> Standing:
    """Against the median of the shop's own past shows at this minute."""
    if value is None or not past:
        return "none"
    middle = median(past)
    if middle <= 0:
        return "none"
    ratio = value / middle
    return "even" if EVEN[0] <= ratio <= EVEN[1] else "above" if ratio > 1 else "below"


def rank(value: float | None, past: Sequence[float]) -> int | None:
    """The percentile among the own past shows, 0…100; None with fewer than eight of them: it would say nothing."""
    if value is None or len(past) < FEWEST_SHOWS:
        return None
    below = sum(one < value for one in past)
    same = sum(one == value for one in past)
    return round(100 * (below + same / 2) / len(past))


class Trend(msgspec.Struct, frozen=True, kw_only=True):
    """The last stretch against the one before it, as means; None where one of the two is empty."""

    now: float | None = None
    before: float | None = None

    @property
    def change(self) -> float | None:
        """The plain difference."""
        return None if self.now is None or self.before is None else self.now - self.before

    @property
    def share(self) -> float | None:
        """The same of what it was."""
        return None if self.now is None or not self.before or self.before <= 0 else self.now / self.before - 1


def trend(points: Sequence[Point], at: int, span_ms: int = SPAN_MS) -> Trend:
    """Of a figure that is a state, such as who is online: its means."""
    now = [one.value for one in points if at - span_ms < one.at <= at]
    before = [one.value for one in points if at - 2 * span_ms < one.at <= at - span_ms]
    return Trend(now=fmean(now) if now else None, before=fmean(before) if before else None)


def trend_of_sums(rows: Sequence[tuple[int, int]], begin_at: int, at: int, span_ms: int = SPAN_MS) -> Trend:
    """Of what adds up, such as money: the sums of both stretches; none before the show was on for both of them."""
    if at - 2 * span_ms < begin_at:
        return Trend()
    now = sum(amount for when, amount in rows if at - span_ms < when <= at)
    before = sum(amount for when, amount in rows if at - 2 * span_ms < when <= at - span_ms)
    return Trend(now=float(now), before=float(before))
