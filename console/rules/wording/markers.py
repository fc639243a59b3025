"""A mark in a text, ``<!-- 合规忽略 ABS-RANK-003: 商标名 -->``, lets a rule pass in the next line, with a reason."""

import re
from collections.abc import Sequence

import msgspec

from console.rules.wording.nouns import Finding, Verdict

_MARK = re.compile(r"<!--[ \t]*合规忽略[ \t]+([A-Za-z]+(?:-[A-Za-z0-9]+)+)[ \t]*[:：][ \t]*(\S[^\n]{0,200}?)[ \t]*-->")


class Marker(msgspec.Struct, frozen=True, kw_only=True):
    """Where the mark stands, and which part of the text it speaks of."""

    rule_id: str
    reason: str
    start: int
    end: int
    first: int
    stop: int

    def covers(self, finding: Finding) -> bool:
        """Whether this finding passes: its rule, in the next line, or whatever the mark itself says."""
        if self.start <= finding.start and finding.end <= self.end:
            return True
        return finding.rule_id == self.rule_id and self.first <= finding.start and finding.end <= self.stop


def markers(text: str) -> list[Marker]:
    """All marks with a reason; what has none is none."""
    found = []
    for mark in _MARK.finditer(text):
        first = text.find("\n", mark.end()) + 1 or len(text)
        stop = text.find("\n", first)
        found.append(
            Marker(
                rule_id=mark[1].upper(),
                reason=mark[2],
                start=mark.start(),
                end=mark.end(),
                first=first,
                stop=len(text) if stop < 0 else stop,
            )
        )
    return found


def with_markers(verdict: Verdict, marks: Sequence[Marker]) -> Verdict:
    """The verdict without what the marks let pass; that is among what is excused."""
    if not marks:
        return verdict
    passed = [one for one in verdict.findings if any(mark.covers(one) for mark in marks)]
    if not passed:
        return verdict
    left = tuple(one for one in verdict.findings if one not in passed)
    marked = (msgspec.structs.replace(one, excuse="marker") for one in passed)
    return Verdict(findings=left, excused=tuple(sorted((*verdict.excused, *marked), key=lambda one: one.start)))


def unused_markers(verdict: Verdict, marks: Sequence[Marker]) -> list[Marker]:
    """Those that let nothing pass in the line they speak of: ``verdict`` is as it was before them."""
    return [
        mark
        for mark in marks
        if not any(one.rule_id == mark.rule_id and mark.first <= one.start < mark.stop for one in verdict.findings)
    ]
