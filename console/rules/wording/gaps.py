"""Where the gaps of a text may hide something: only those lines are looked at without their gaps.

Blanks and line ends, which every text has, matter between two letters of a word, and near triggers of patterns; other
separators are found by the automaton itself, and each line that has some is looked at.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from console.rules.wording.excuses import Sentence
from console.rules.wording.folding import HAN, LETTER, SHORT_LINE, Folding, Piece

Hit = tuple[int, int, int]  # from, to, number of the word
# Blanks before a letter that are more than punctuation between two Chinese words of three letters or more.
_ODD = re.compile(
    f" (?<!  )(?:(?<![{LETTER}]{{2}}[{HAN}] ) {{0,2}}+(?=[{HAN}a-z0-9])"
    f"| {{0,2}}+(?=[{HAN}a-z0-9])(?![{HAN}][{LETTER}]{{2}}))"
)
_SHORT = re.compile(f"\n.{{1,{SHORT_LINE}}}+(?=\n.{{1,{SHORT_LINE}}}+(?![^\n]))")


class Gaps:
    """Of texts in which ``words`` are looked for."""

    def __init__(self, folding: Folding, words: Iterable[str]) -> None:
        self._folding = folding
        self._inside = {word[at : at + 2] for word in words for at in range(len(word) - 1)}

    def pieces(self, text: str, signs: Sequence[int], woken: Sequence[Sentence]) -> Iterator[tuple[int, Piece]]:
        """Lines to be looked at without their gaps, and where each begins; those of a poster are one line.

        ``signs``: where separators stand; ``woken``: the sentences that have triggers."""
        places = [*signs]
        if " " in text:
            places += self._apart(text)
        if "\n" in text:
            places += self._below(text)
        places += _near_gaps(text, woken)
        stop = -1
        for place in sorted(places):
            if place >= stop:
                first, stop = _poster(text, place)
                above = max(0, first - 1)
                piece = self._folding.gapless(text[above : stop + 1])
                if piece is not None:
                    yield above, piece

    def _apart(self, text: str) -> Iterator[int]:
        """Blanks between two letters that stand side by side in a word: few do."""
        inside, at, before = self._inside, 0, ""
        for part in text.split(" "):
            if part:
                if before + part[0] in inside:
                    yield at - 1
                before = part[-1]
            at += len(part) + 1

    def _below(self, text: str) -> Iterator[int]:
        """Ends of short lines, with another below, between two such letters."""
        for line in _SHORT.finditer(f"\n{text}"):
            place = line.end() - 1
            if text[place - 1] + text[place + 1] in self._inside:
                yield place


def _near_gaps(text: str, woken: Iterable[Sentence]) -> Iterator[int]:
    """Where sentences begin that have a gap inside, or whose line is one of a poster."""
    for sentence in woken:
        start, end = sentence.start, sentence.end
        if _ODD.search(text, start, end):
            yield start
        elif end - start <= SHORT_LINE + 1:
            first = text.rfind("\n", 0, start) + 1
            stop = text.find("\n", start)
            stop = len(text) if stop < 0 else stop
            if stop - first <= SHORT_LINE and _short_beside(text, first, stop):
                yield start


def _short_beside(text: str, first: int, stop: int) -> bool:
    """Whether the line above or below is short, too."""
    above = first and first - 1 - (text.rfind("\n", 0, first - 1) + 1)
    below = text.find("\n", stop + 1)
    return 0 < above <= SHORT_LINE or 0 < (len(text) if below < 0 else below) - stop - 1 <= SHORT_LINE


def _poster(text: str, place: int) -> tuple[int, int]:
    """The line around a place; with those above and below it where all are short."""
    first = text.rfind("\n", 0, place) + 1
    stop = text.find("\n", place)
    stop = len(text) if stop < 0 else stop
    if stop - first > SHORT_LINE:
        return first, stop
    while first and 0 < first - 1 - (before := text.rfind("\n", 0, first - 1) + 1) <= SHORT_LINE:
        first = before
    while stop < len(text):
        after = text.find("\n", stop + 1)
        after = len(text) if after < 0 else after
        if not 0 < after - stop - 1 <= SHORT_LINE:
            break
        stop = after
    return first, stop
