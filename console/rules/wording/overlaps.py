"""One finding where several say the same: ``全网最低价`` is one, not three."""

from collections.abc import Iterable, Iterator

from console.rules.wording.nouns import Finding

FEW = 24  # of so few each is held beside each


def without_covered(found: list[Finding]) -> list[Finding]:
    """In the order of the text; of two that lie in each other the graver stays, of equals the longer."""
    kept: list[Finding] = []
    for heap in _heaps(found):
        if len(heap) == 1:
            kept.append(heap[0])
            continue
        stay = _Near(heap)
        for one in sorted(heap, key=lambda each: (-each.severity, each.start - each.end, each.start, each.rule_id)):
            if not any(_covers(other, one) for other in stay.around(one)):
                stay.add(one)
        kept.extend(sorted(stay.all, key=_order))
    return kept


def not_spoken_of(excused: list[Finding], found: list[Finding]) -> list[Finding]:
    """Of what is excused that of which nothing else is said; of two that touch the first and longer one."""
    if not excused:
        return []
    spoken = {id(one) for one in found}
    alone: list[Finding] = []
    for heap in _heaps([*excused, *found]):
        shown = _Near(heap)
        for one in heap:
            if id(one) in spoken:
                shown.add(one)
        for one in sorted((each for each in heap if id(each) not in spoken), key=lambda each: (each.start, -each.end)):
            if not any(one.start < other.end and other.start < one.end for other in shown.around(one)):
                shown.add(one)
                alone.append(one)
    return alone


class _Near:
    """Findings of a heap by where they begin: a heap may be as long as the text, each finding is short."""

    def __init__(self, heap: list[Finding]) -> None:
        self.all: list[Finding] = []
        self._few = len(heap) < FEW
        self._longest = 0 if self._few else max(one.end - one.start for one in heap)
        self._at: dict[int, list[Finding]] = {}

    def add(self, one: Finding) -> None:
        self.all.append(one)
        if not self._few:
            self._at.setdefault(one.start, []).append(one)

    def around(self, one: Finding) -> Iterable[Finding]:
        """All that may touch it."""
        if self._few:
            return self.all
        places = range(one.start - self._longest, one.end + 1)
        return [other for place in places for other in self._at.get(place, ())]


def _heaps(found: list[Finding]) -> Iterator[list[Finding]]:
    """Findings that hang together, in the order of the text."""
    heap: list[Finding] = []
    end = -1
    for one in sorted(found, key=_order):
        if heap and one.start >= end:
            yield heap
            heap = []
        heap.append(one)
        end = max(end, one.end)
    if heap:
        yield heap


def _order(one: Finding) -> tuple[int, int, str]:
    return one.start, one.end, one.rule.id


def _covers(kept: Finding, one: Finding) -> bool:
    inside = kept.start <= one.start and one.end <= kept.end
    around = one.start <= kept.start and kept.end <= one.end
    return inside or around
