"""How many pieces would be sold that are not there: a past burst of sales replayed against a way of keeping stock.

Two channels sell one stock. Every ``gap_ms`` both are told how many pieces they may show (stock less buffer, at most
the cap); in between each counts down alone and knows nothing of the other. What is sold beyond the stock is oversold.
When the polling falls into the burst is chance, so a burst is replayed for every phase that makes a difference, or for
evenly spaced ones where there are too many.

A sale of several pieces counts as so many sales of one. On two channels a larger buffer then never oversells more: per
interval the difference between both runs shrinks or turns by at most twice what the buffers differ by. On three it may,
therefore there are two. The gap is meant whole: from one writing of both stocks to the next, the call itself included.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import sqrt

import msgspec

MOST_PHASES = 120
CHANNELS = (0, 1)


class Sale(msgspec.Struct, frozen=True, kw_only=True):
    """Pieces that buyers wanted at an instant (ms UTC, or ms since anything) on channel 0 or 1."""

    at: int
    channel: int
    pieces: int = 1


class Burst(msgspec.Struct, frozen=True, kw_only=True):
    """What was there, and what buyers wanted of it."""

    stock: int
    sales: tuple[Sale, ...]


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """A way of keeping stock: how often both channels are told, what is kept back, and the most that either shows."""

    gap_ms: int
    buffer: int = 0
    cap: int | None = None

    def shown(self, left: int) -> int:
        """What a channel may show of what is left."""
        free = max(left - self.buffer, 0)
        return free if self.cap is None else min(free, self.cap)


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What a way of keeping stock does to some bursts. ``sample`` bursts, each with equally likely phases."""

    expected: float  # pieces oversold a burst, on average
    worst: int
    risk: float  # share of bursts with any piece oversold
    low: float  # the true share lies between these two with 95 % certainty, for bursts of this kind
    high: float
    sample: int
    unsold: float  # pieces that were wanted and there, but not shown: what the buffer costs a burst


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """The smallest buffer that keeps the risk on the bursts that were seen, and what it does.

    ``sure_buffer`` is the smallest one that keeps the risk on bursts of this kind with 95 % certainty;
    None where so few bursts prove it of no buffer at all.
    """

    buffer: int
    outcome: Outcome
    without: Outcome  # what would happen with no buffer
    sure_buffer: int | None


def rehearse(bursts: Sequence[Burst], way: Way) -> Outcome:
    """Replay the bursts. Raises ValueError where there is none, or the gap is no time."""
    if not bursts or way.gap_ms <= 0:
        raise ValueError("a rehearsal needs a burst and a gap")
    worst, expected, risk, unsold = 0, 0.0, 0.0, 0.0
    for burst in bursts:
        runs = [(weight, *replay(burst, way, phase)) for phase, weight in phases(burst, way.gap_ms)]
        worst = max(worst, *(over for _, over, _ in runs))
        expected += sum(weight * over for weight, over, _ in runs)
        risk += sum(weight for weight, over, _ in runs if over)
        unsold += sum(weight * left for weight, _, left in runs)
    number = len(bursts)
    share = min(risk / number, 1.0)
    low, high = interval(share, number)
    return Outcome(
        expected=expected / number,
        worst=worst,
        risk=share,
        low=low,
        high=high,
        sample=number,
        unsold=unsold / number,
    )


def advise(bursts: Sequence[Burst], *, gap_ms: int, cap: int | None, risk: float) -> Advice:
    """The buffer with which no larger share of the bursts than ``risk`` oversells. Seconds of work for many bursts."""
    done: dict[int, Outcome] = {}

    def outcome(buffer: int) -> Outcome:
        if buffer not in done:
            done[buffer] = rehearse(bursts, Way(gap_ms=gap_ms, buffer=buffer, cap=cap))
        return done[buffer]

    most = max((burst.stock for burst in bursts), default=0)  # a buffer as large as the stock sells nothing
    buffer = _smallest(most, lambda one: outcome(one).risk <= risk)
    provable = outcome(most).high <= risk
    return Advice(
        buffer=buffer,
        outcome=outcome(buffer),
        without=outcome(0),
        sure_buffer=_smallest(most, lambda one: outcome(one).high <= risk) if provable else None,
    )


def _smallest(most: int, keeps: Callable[[int], bool]) -> int:
    """The smallest buffer that keeps what ``most`` keeps: a larger one never does worse."""
    low, high = 0, most
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if keeps(middle) else (middle + 1, high)
    return low


def replay(burst: Burst, way: Way, phase_ms: float) -> tuple[int, int]:
    """One run, polling first ``phase_ms`` after the first sale: pieces oversold, pieces wanted and there but unsold."""
    sales = sorted(burst.sales, key=lambda sale: sale.at)
    sold = wanted = 0
    shows = [way.shown(burst.stock)] * len(CHANNELS)
    next_at = (sales[0].at if sales else 0) + phase_ms
    for sale in sales:
        if sale.at >= next_at:
            shows = [way.shown(burst.stock - sold)] * len(CHANNELS)
            next_at += ((sale.at - next_at) // way.gap_ms + 1) * way.gap_ms
        taken = min(sale.pieces, shows[sale.channel])
        shows[sale.channel] -= taken
        sold += taken
        wanted += sale.pieces
    return max(sold - burst.stock, 0), max(min(wanted, burst.stock) - sold, 0)


def phases(burst: Burst, gap_ms: int) -> list[tuple[float, float]]:
    """When polling may fall, and how likely: (ms after the first sale, weight); the weights make 1.

    Only the order of polls and sales matters, so one phase between each two neighbouring sales, taken modulo the gap,
    is all of them.
    """
    first = min((sale.at for sale in burst.sales), default=0)
    edges = sorted({(sale.at - first) % gap_ms for sale in burst.sales} | {0, gap_ms})
    if len(edges) > MOST_PHASES + 1:
        return [((at + 0.5) * gap_ms / MOST_PHASES, 1 / MOST_PHASES) for at in range(MOST_PHASES)]
    return [((a + b) / 2, (b - a) / gap_ms) for a, b in pairwise(edges)]


def interval(share: float, number: int) -> tuple[float, float]:
    """Wilson's interval of 95 % for a share seen in ``number`` bursts."""
    z = 1.96
    middle = (share + z * z / (2 * number)) / (1 + z * z / number)
    half = z / (1 + z * z / number) * sqrt(max(share * (1 - share), 0.0) / number + z * z / (4 * number * number))
    return max(middle - half, 0.0), min(middle + half, 1.0)
