"""What a show taught, each with its evidence: a rule, the numbers, nothing that was not measured. Pure."""

from collections.abc import Mapping
from typing import Final, Literal

import msgspec

from console.rules.live_bands import Lines
from console.rules.live_recap import Recap

Lesson = Literal["best_mark", "weak_mark", "below", "excellent", "cut", "doubtful"]
RATED: Final = ("stay", "interaction", "follow")


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """``name``: the mark's words or the figure's key; the two values are what led to it."""

    lesson: Lesson
    name: str = ""
    value: float | None = None
    line: float | None = None
    count: int = 0


def findings(recap: Recap, lines: Mapping[str, Lines]) -> list[Finding]:
    """The marks that brought most and least, the figures beyond their lines, the cuts, and how much is doubtful."""
    return [*_marks(recap), *_figures(recap, lines), *_cuts(recap)]


def _marks(recap: Recap) -> list[Finding]:
    trusted = [(one.lifts["online"].lift, one) for one in recap.marks if not one.lifts["online"].doubt]
    known = sorted(((value, one) for value, one in trusted if value is not None), key=lambda pair: -pair[0])
    found = []
    if known and known[0][0] > 0:
        value, one = known[0]
        found.append(Finding(lesson="best_mark", name=one.mark.event_id, value=value, count=len(known)))
    if known and known[-1][0] < 0:
        value, one = known[-1]
        found.append(Finding(lesson="weak_mark", name=one.mark.event_id, value=value, count=len(known)))
    doubtful = len(recap.marks) - len(known)
    if doubtful:
        found.append(Finding(lesson="doubtful", count=doubtful))
    return found


def _figures(recap: Recap, lines: Mapping[str, Lines]) -> list[Finding]:
    found = []
    for key in RATED:
        rate, line = recap.figures.get(key), lines.get(key)
        if rate is None or line is None or rate.value is None or rate.is_few:
            continue
        if rate.value < line.passing:
            found.append(Finding(lesson="below", name=key, value=rate.value, line=line.passing))
        elif rate.value >= line.excellent:
            found.append(Finding(lesson="excellent", name=key, value=rate.value, line=line.excellent))
    return found


def _cuts(recap: Recap) -> list[Finding]:
    lost = [after[0] - before[1] for before, after in zip(recap.parts, recap.parts[1:], strict=False)]
    return [Finding(lesson="cut", value=sum(lost) / 60_000, count=len(lost))] if lost else []
