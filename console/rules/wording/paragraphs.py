"""A text that is being written: only paragraphs that nobody has seen yet are checked, the others are remembered."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from console.rules.wording.engine import Checker
from console.rules.wording.folding import SHORT_LINE
from console.rules.wording.nouns import Category, Finding, Surface, Verdict

REMEMBERED = 20_000  # paragraphs


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Lines with where they begin; short ones below each other, as on posters, are one paragraph."""
    at = start = 0
    kept: list[str] = []
    for line in text.split("\n"):
        poster = kept and 0 < len(line) <= SHORT_LINE and len(kept[-1]) <= SHORT_LINE
        if not poster:
            if kept:
                yield start, "\n".join(kept)
            start, kept = at, []
        if line:
            kept.append(line)
        at += len(line) + 1
    if kept:
        yield start, "\n".join(kept)


class Paragraphs:
    """Of one text on one surface in one category. ``look`` may run on any thread; the rest belongs to its owner's."""

    def __init__(self, checker: Checker, surface: Surface, category: Category) -> None:
        self.checker = checker
        self.surface: Surface = surface
        self.category: Category = category
        self._known: OrderedDict[str, Verdict] = OrderedDict()

    def missing(self, text: str) -> list[str]:
        """Paragraphs that are to be looked at, each once."""
        return list(dict.fromkeys(part for _, part in paragraphs(text) if part not in self._known))

    def look(self, parts: Iterable[str]) -> dict[str, Verdict]:
        """Look at paragraphs; nothing is remembered yet."""
        return {part: self.checker.check(part, self.surface, self.category) for part in parts}

    def learn(self, seen: Mapping[str, Verdict]) -> None:
        """Remember what was seen."""
        self._known.update(seen)
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)

    def verdict(self, text: str) -> Verdict:
        """All that is remembered of a text, in places of the whole."""
        findings: list[Finding] = []
        excused: list[Finding] = []
        for start, part in paragraphs(text):
            known = self._known.get(part)
            if known is not None:
                findings.extend(_moved(one, start) for one in known.findings)
                excused.extend(_moved(one, start) for one in known.excused)
        return Verdict(findings=tuple(findings), excused=tuple(excused))


def _moved(one: Finding, by: int) -> Finding:
    return one if not by else msgspec.structs.replace(one, start=one.start + by, end=one.end + by)
