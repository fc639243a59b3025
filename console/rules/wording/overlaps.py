"""One finding where several say the same: ``全网最低价`` is one, not three.

Of two that lie in each other the graver stays, of equals the longer. What such a one covers is not even judged.
"""

from collections.abc import Callable, Iterable, Iterator
from heapq import heapify, heappop, heappush

import msgspec

from console.rules.wording.nouns import Finding, Rule, Severity
from console.rules.wording.sentences import Sentence

FEW = 24  # of so few each is held beside each
Judge = Callable[["Suspect"], tuple[Finding, bool]]  # how grave it is, and whether it is excused


class Suspect(msgspec.Struct, frozen=True, order=True, gc=False):
    """A hit that was not judged yet; in the order of the text. No two of a rule are of the same place."""

    start: int
    end: int
    rule_id: str
    most: Severity  # no judgement is graver
    severity: Severity  # where nothing speaks for it
    evasive: bool
    rule: Rule
    sentence: Sentence
    first: int  # where it stands in the text of which the sentence is a part
    last: int


def settled(suspects: list[Suspect], judge: Judge) -> tuple[list[Finding], list[Finding]]:
    """What is found, in the order of the text; and what is excused, where nothing else is said."""
    found: list[Finding] = []
    excused: list[Finding] = []
    for heap in _heaps(suspects):
        if len(heap) == 1:
            finding, pardoned = judge(heap[0])
            (excused if pardoned else found).append(finding)
            continue
        stay, pardons = _stay(heap, judge)
        found += sorted(stay.all, key=lambda one: (one.start, one.end, one.rule.id))
        for one in sorted(pardons, key=lambda one: (one.start, -one.end, one.rule.id)):
            if not stay.touch(one):
                stay.add(one)
                excused.append(one)
    return found, excused


def _stay(heap: list[Suspect], judge: Judge) -> tuple["_Near", list[Finding]]:
    """What is found in a heap, and all that is excused. Whatever is judged milder than it could be waits once more."""
    stay, pardons = _Near(heap), []
    waiting: list[tuple[int, int, Suspect, Finding | None]]
    waiting = [(-one.most, one.start - one.end, one, None) for one in heap]
    heapify(waiting)
    while waiting:
        grade, length, one, finding = heappop(waiting)
        if stay.cover(one):
            continue
        if finding is None:
            finding, pardoned = judge(one)
            if pardoned:
                pardons.append(finding)
                continue
            if -finding.severity != grade:
                heappush(waiting, (-finding.severity, length, one, finding))
                continue
        stay.add(finding)
    return stay, pardons


class _Near:
    """Findings of a heap by where they begin: a heap may be as long as the text, each finding is short."""

    def __init__(self, heap: list[Suspect]) -> None:
        self.all: list[Finding] = []
        self._few = len(heap) < FEW
        self._longest = 0 if self._few else max(one.end - one.start for one in heap)
        self._at: dict[int, list[Finding]] = {}

    def add(self, one: Finding) -> None:
        self.all.append(one)
        if not self._few:
            self._at.setdefault(one.start, []).append(one)

    def cover(self, one: Suspect) -> bool:
        """Whether some lie around it, or in it."""
        start, end = one.start, one.end
        for other in self._around(start, end):
            if (other.start <= start and end <= other.end) or (start <= other.start and other.end <= end):
                return True
        return False

    def touch(self, one: Finding) -> bool:
        """Whether some share a letter with it."""
        return any(one.start < other.end and other.start < one.end for other in self._around(one.start, one.end))

    def _around(self, start: int, end: int) -> Iterable[Finding]:
        """All that may touch such a span."""
        if self._few:
            return self.all
        return [other for place in range(start - self._longest, end + 1) for other in self._at.get(place, ())]


def _heaps(suspects: list[Suspect]) -> Iterator[list[Suspect]]:
    """Those that hang together, in the order of the text."""
    heap: list[Suspect] = []
    end = -1
    for one in sorted(suspects):
        if heap and one.start >= end:
            yield heap
            heap = []
        heap.append(one)
        if one.end > end:
            end = one.end
    if heap:
        yield heap
