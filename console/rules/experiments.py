"""Experiments: two arms, a plan made before, and a verdict only once the plan is reached. Pure.

Looking again and again until something shows finds differences where there are none. So what is judged are the figures
up to the first day on which both arms had what was planned, and nothing that came later.
"""

import math
from collections.abc import Iterable, Sequence
from typing import Final, Literal

import msgspec

from console.rules.experiments_sums import (
    Difference,
    holm,
    needed_of_mean,
    needed_of_share,
    of_means,
    of_shares,
    uneven,
)

ArmName = Literal["a", "b"]
Kind = Literal["share", "mean"]
Split = Literal["random", "turns"]
State = Literal["running", "stopped", "archived"]
Subject = Literal["title", "price", "cover", "script", "cue", "video", "other"]
Conclusion = Literal["empty", "few", "waiting", "short", "uneven", "b", "a", "same", "untold"]
SUBJECTS: Final[tuple[Subject, ...]] = ("title", "price", "cover", "script", "cue", "video", "other")
WHOLE: Final = 0  # the day of a figure that tells everything so far


class Lines(msgspec.Struct, frozen=True, kw_only=True):
    """What experiments are judged by."""

    power: float
    alpha: float
    few: int  # with fewer in an arm nothing is worth a look
    uneven_p: float  # a split less likely than this one was not dealt as planned


class Metric(msgspec.Struct, frozen=True, kw_only=True):
    """What is compared, and its plan. Shares are of one; ``unit`` is what stands behind a mean (s, fen, …)."""

    key: str
    name: str
    kind: Kind = "share"
    unit: str = ""
    less: bool = False  # the smaller, the better
    base: float = 0.0
    sd: float = 0.0
    effect: float = 0.0  # the smallest difference that matters
    planned: int = 0  # an arm


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """From which part of the file figures are taken: an item's days around a change, or some shows of each arm."""

    source: Literal["item", "shows"]
    shop_id: str = ""
    item_id: str = ""
    changed_at: int = 0  # the first instant of the day from which B holds
    a_shows: tuple[str, ...] = ()
    b_shows: tuple[str, ...] = ()


class Experiment(msgspec.Struct, frozen=True, kw_only=True):
    """What is tried. The first metric decides."""

    id: int = 0
    shop_id: str = ""
    name: str
    subject: Subject = "other"
    a_name: str = "A"
    b_name: str = "B"
    split: Split = "random"
    metrics: tuple[Metric, ...] = ()
    taken: Taken | None = None
    state: State = "running"
    reason: str = ""
    note: str = ""
    created_at: int = 0
    stopped_at: int | None = None


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """What an arm counted on a day; ``hits`` of a share, ``mean`` and ``sd`` of a quantity."""

    metric: str
    arm: ArmName
    n: int
    day_at: int = WHOLE
    hits: int | None = None
    mean: float | None = None
    sd: float | None = None
    origin: str = "manual"
    kept_at: int = 0


class Arm(msgspec.Struct, frozen=True, kw_only=True):
    """All of an arm."""

    n: int = 0
    hits: int = 0
    mean: float | None = None
    sd: float | None = None

    def value(self, kind: Kind) -> float | None:
        """The share or the mean; None where nothing was counted."""
        if not self.n:
            return None
        return self.hits / self.n if kind == "share" else self.mean


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What can be said of a metric. ``p`` is None before the plan is reached, and as Holm counts it after."""

    metric: Metric
    a: Arm
    b: Arm
    difference: Difference | None
    reached: bool
    p: float | None
    conclusion: Conclusion
    uneven_p: float | None = None

    @property
    def n(self) -> int:
        return self.a.n + self.b.n

    @property
    def planned(self) -> int:
        return 2 * self.metric.planned


def needed(metric: Metric, metrics: int, lines: Lines) -> int:
    """How many an arm needs; with several metrics each is planned for its share of the risk. Raises ValueError."""
    alpha = lines.alpha / max(1, metrics)
    if metric.kind == "share":
        return needed_of_share(metric.base, metric.effect, power=lines.power, alpha=alpha)
    return needed_of_mean(metric.sd, metric.effect, power=lines.power, alpha=alpha)


def planned(experiment: Experiment, lines: Lines) -> Experiment:
    """With its plan reckoned."""
    count = len(experiment.metrics)
    metrics = tuple(
        msgspec.structs.replace(one, planned=needed(one, count, lines)) for one in experiment.metrics
    )  # fmt: skip
    return msgspec.structs.replace(experiment, metrics=metrics)


def added_up(figures: Iterable[Figure]) -> Arm:
    """Several days as one. Deviations are of a sample, and so is that of all of them."""
    kept = [one for one in figures if one.n > 0]
    n = sum(one.n for one in kept)
    hits = sum(one.hits or 0 for one in kept)
    means = [one for one in kept if one.mean is not None]
    if not means:
        return Arm(n=n, hits=hits)
    mean = math.fsum(one.n * (one.mean or 0.0) for one in means) / n
    within = math.fsum((one.n - 1) * (one.sd or 0.0) ** 2 for one in means)
    between = math.fsum(one.n * ((one.mean or 0.0) - mean) ** 2 for one in means)
    known = all(one.sd is not None or one.n == 1 for one in means)
    sd = math.sqrt((within + between) / (n - 1)) if known and n > 1 else None
    return Arm(n=n, hits=hits, mean=mean, sd=sd)


def until_planned(figures: Sequence[Figure], planned_n: int) -> tuple[Arm, Arm, bool]:
    """Both arms up to the first day on which each has what was planned, and whether there is such a day."""
    days = sorted({one.day_at for one in figures})
    seen: list[Figure] = []
    for day in days:
        seen += [one for one in figures if one.day_at == day]
        a, b = (added_up(one for one in seen if one.arm == arm) for arm in ("a", "b"))
        if planned_n and min(a.n, b.n) >= planned_n:
            return a, b, True
    return added_up(one for one in seen if one.arm == "a"), added_up(one for one in seen if one.arm == "b"), False


def compare(metric: Metric, a: Arm, b: Arm) -> Difference | None:
    """B − A; None where it cannot be told."""
    if not a.n or not b.n:
        return None
    if metric.kind == "share":
        return of_shares(a.hits, a.n, b.hits, b.n)
    if a.mean is None or b.mean is None or a.sd is None or b.sd is None:
        return None
    return of_means(a.mean, a.sd, a.n, b.mean, b.sd, b.n)


def judge(experiment: Experiment, figures: Sequence[Figure], lines: Lines) -> list[Verdict]:
    """Each metric. Only those that reached their plan have a p, and Holm counts all metrics of the plan."""
    found = []
    for metric in experiment.metrics:
        mine = [one for one in figures if one.metric == metric.key]
        a, b, reached = until_planned(mine, metric.planned)
        found.append((metric, a, b, reached, compare(metric, a, b)))
    raw = [one[4].p if one[3] and one[4] is not None else 1.0 for one in found]  # who is not there yet: not the best
    counted = holm(raw)
    return [
        _verdict(experiment, told, p if told[3] and told[4] is not None else None, lines)
        for told, p in zip(found, counted, strict=True)
    ]


def _verdict(
    experiment: Experiment, told: tuple[Metric, Arm, Arm, bool, Difference | None], p: float | None, lines: Lines
) -> Verdict:
    metric, a, b, reached, difference = told
    split = uneven(a.n, b.n) if experiment.split == "random" and a.n and b.n else None
    is_uneven = split is not None and split < lines.uneven_p
    return Verdict(
        metric=metric,
        a=a,
        b=b,
        difference=difference,
        reached=reached,
        p=None if is_uneven else p,
        conclusion=_conclusion(metric, (a, b), reached, difference, p, is_uneven, lines),
        uneven_p=split,
    )


def _conclusion(
    metric: Metric,
    arms: tuple[Arm, Arm],
    reached: bool,
    difference: Difference | None,
    p: float | None,
    is_uneven: bool,
    lines: Lines,
) -> Conclusion:
    fewest = min(one.n for one in arms)
    if not any(one.n for one in arms):
        return "empty"
    if is_uneven:
        return "uneven"
    if not reached:
        least = lines.few if metric.kind == "share" else 2
        if fewest < min(least, metric.planned):
            return "few"
        return "short" if sum(one.n for one in arms) >= 2 * metric.planned else "waiting"
    if difference is None or p is None:
        return "untold"
    if p >= lines.alpha:
        return "same"
    return "b" if (difference.value > 0) is not metric.less else "a"
