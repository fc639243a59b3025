"""内容对比 and 完播率: which content earns its viewers, and which lengths are watched to their end. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import median, quantiles
from typing import Literal

import msgspec

from console.rules.traffic import BUCKETS, KINDS, RATED, Lines, WorkRow, bucket_of, share_of, weighted

Verdict = Literal["good", "info", "warn", "few", "none"]
"""``few``: too few works to say; ``none``: no work of late."""


class KindFigures(msgspec.Struct, frozen=True, kw_only=True):
    """What one kind of content earns. ``plays`` is the sample; None: not told. ``few``: too small to compare."""

    kind: str
    works: int
    plays: int | None
    stay_s: float | None = None
    click_rate: float | None = None
    conversion: float | None = None
    few: bool = False


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """The figures that a kind is compared with, as of a day."""

    stay_s: float
    click_rate: float
    conversion: float
    since: str
    own: bool


class Completion(msgspec.Struct, frozen=True, kw_only=True):
    """The works of one length: the middle half of the own works, and those of late."""

    bucket: str
    works: int
    low: float | None = None  # P25
    middle: float | None = None
    high: float | None = None  # P75
    recent: float | None = None
    recent_works: int = 0
    line: float = 0.0
    verdict: Verdict = "none"


def by_kind(rows: Iterable[WorkRow], lines: Lines) -> list[KindFigures]:
    """Each kind, the largest sample first; works of which nobody said what they are come last (kind ``""``)."""
    of: dict[str, list[WorkRow]] = defaultdict(list)
    for row in rows:
        of[row.kind].append(row)
    made = [figures(kind, works, lines) for kind, works in of.items()]
    return sorted(made, key=lambda one: (not one.kind, -(one.plays or 0), one.kind))


def figures(kind: str, works: Sequence[WorkRow], lines: Lines) -> KindFigures:
    """One kind: its rates are those of all its plays together, never the mean of its works' rates."""
    told = [row.plays for row in works if row.plays is not None]
    plays = sum(told) if told else None
    return KindFigures(
        kind=kind,
        works=len(works),
        plays=plays,
        stay_s=weighted((row.stay_s, row.plays) for row in works),
        click_rate=weighted((row.click_rate, row.plays) for row in works),
        conversion=weighted((row.conversion, _clicks(row)) for row in works),
        few=plays is None or plays < lines["least"].value,
    )


def references(lines: Lines) -> dict[str, Reference]:
    """What the kinds that have figures are compared with."""
    found = {}
    for kind in RATED:
        three = [lines[f"{kind}_{name}"] for name in ("stay_s", "click_bp", "conversion_bp")]
        found[kind] = Reference(
            stay_s=three[0].value,
            click_rate=three[1].value / 10_000,
            conversion=three[2].value / 10_000,
            since=max(one.since for one in three),
            own=any(one.own for one in three),
        )
    return found


def completions(rows: Iterable[WorkRow], recent_from: int, lines: Lines) -> list[Completion]:
    """Every length, also those without works. ``recent_from``: works published from then on are the latest.

    A work is compared with works: the median of the latest against the quartiles of all.
    """
    of: dict[str, list[WorkRow]] = defaultdict(list)
    for row in rows:
        bucket = bucket_of(row.length_s)
        if bucket is not None and row.completion is not None:
            of[bucket].append(row)
    return [_completion(bucket, of[bucket], recent_from, lines) for bucket in BUCKETS]


def _completion(bucket: str, works: Sequence[WorkRow], recent_from: int, lines: Lines) -> Completion:
    rates = [row.completion for row in works if row.completion is not None]
    late = [row.completion for row in works if row.completion is not None and row.day_at >= recent_from]
    made = Completion(bucket=bucket, works=len(rates), recent_works=len(late), line=share_of(lines, f"pool_{bucket}"))
    if not rates:
        return made
    low, middle, high = quantiles(rates, n=4, method="inclusive") if len(rates) > 1 else (rates[0],) * 3
    recent = median(late) if late else None
    return msgspec.structs.replace(
        made,
        low=low,
        middle=middle,
        high=high,
        recent=recent,
        verdict=_verdict(len(rates), recent, middle, high, lines),
    )


def _verdict(works: int, recent: float | None, middle: float, high: float, lines: Lines) -> Verdict:
    """By the own works, never by the line: that one is met by the shortest only."""
    if works < lines["least"].value:
        return "few"
    if recent is None:
        return "none"
    near = share_of(lines, "near")
    return "good" if recent >= high * near else "info" if recent >= middle * near else "warn"


def kinds_of(rows: Iterable[WorkRow]) -> list[str]:
    """The kinds to choose from: those with a name, then the merchant's own."""
    return [*KINDS, *sorted({row.kind for row in rows if row.kind and row.kind not in KINDS})]


def lengths(rows: Iterable[WorkRow]) -> Mapping[str, int]:
    """How many works each reason leaves out of the lengths: no length, no completion, too long."""
    found = {"no_length": 0, "no_completion": 0, "too_long": 0}
    for row in rows:
        if row.length_s is None:
            found["no_length"] += 1
        elif row.completion is None:
            found["no_completion"] += 1
        elif bucket_of(row.length_s) is None:
            found["too_long"] += 1
    return found


def _clicks(row: WorkRow) -> float | None:
    return None if row.plays is None or row.click_rate is None else row.plays * row.click_rate
