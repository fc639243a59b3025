"""How alike two titles are, and which titles are worth comparing. It only ever makes suggestions, never a link."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

_NOISE = re.compile(r"[\W_]+")
_FIGURE = re.compile(r"\d+(?:\.\d+)?[a-z]*")
_OTHER_FIGURES = 0.75  # 500ml and 1l are other goods, however alike the words are
_COMMON = 200  # a pair of characters that more titles hold says nothing about any of them


def plain(text: str) -> str:
    """A title without width, case, spaces and punctuation: ``"316 不锈钢 500ML"`` → ``"316不锈钢500ml"``."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text).casefold())


def figures(text: str) -> frozenset[str]:
    """The figures in a title, with what follows them: ``{"316", "500ml"}``."""
    return frozenset(_FIGURE.findall(unicodedata.normalize("NFKC", text).casefold()))


class Title:
    """A title as it is compared: normalised once, compared often."""

    __slots__ = ("figures", "plain")

    def __init__(self, text: str) -> None:
        self.plain = plain(text)
        self.figures = figures(text)

    def likeness(self, other: "Title") -> float:
        """0…1; 1 only for titles that differ in nothing but spaces and punctuation. Symmetric."""
        if not self.plain or not other.plain:
            return 0.0
        found = fuzz.ratio(self.plain, other.plain) / 100
        differ = not (self.figures <= other.figures or other.figures <= self.figures)
        return found * _OTHER_FIGURES if differ else found


class Titles:
    """Titles to look among.

    Only titles that share a pair of characters which is not common are compared, so that cost grows with the number of
    titles and not with its square.
    """

    def __init__(self, titles: Sequence[Title]) -> None:
        self.titles = titles
        index: dict[str, list[int]] = defaultdict(list)
        for at, title in enumerate(titles):
            for pair in _pairs(title.plain):
                index[pair].append(at)
        self._index = {pair: found for pair, found in index.items() if len(found) <= _COMMON}

    def near(self, title: Title) -> set[int]:
        """Indexes of those worth comparing with this one."""
        return {at for pair in _pairs(title.plain) for at in self._index.get(pair, ())}

    def likest(self, title: Title, least: float, most: int) -> list[tuple[int, float]]:
        """Those most alike: (index, likeness), best first, ``most`` of them at most."""
        found = ((at, title.likeness(self.titles[at])) for at in self.near(title))
        return sorted((pair for pair in found if pair[1] >= least), key=lambda pair: (-pair[1], pair[0]))[:most]


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)} or {text}
