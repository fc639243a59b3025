"""Where the gaps of a text may hide something: only those lines are looked at without their gaps.

Blanks and line ends, which every text has, matter where words appear as soon as they are gone, and near triggers of
patterns; other separators are found by the automaton itself, and each line that has some is looked at.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter

from console.rules.wording.folding import HAN, LETTER, SHORT_LINE, Folding, Piece, is_han

Hit = tuple[int, int, int]  # from, to, number of the word
_NEAR = 90  # letters: as far as a pattern reaches from its trigger, gaps counted
_NUMBER = itemgetter(2)
_BLANKS = re.compile(f" {{1,3}}(?=[{HAN}a-z0-9])")
_WORD = re.compile(f"[{LETTER}]{{3}}")


class Gaps:
    """Of texts that are looked at with one automaton; its separators are the numbers from ``words`` on."""

    def __init__(self, folding: Folding, find: Callable[[str], list[Hit]], words: int) -> None:
        self._folding = folding
        self._find = find
        self._words = words

    def pieces(self, text: str, hits: Sequence[Hit], woken: Sequence[int]) -> Iterator[tuple[int, Piece]]:
        """Lines to be looked at without their gaps, and where each begins; those of a poster are one line."""
        places = [start for start, _, number in hits if number >= self._words]
        if " " in text or "\n" in text:
            places += self._torn(text, hits)
            places += _near_gaps(text, woken)
        stop = -1
        for place in sorted(places):
            if place >= stop:
                first, stop = _poster(text, place)
                above = max(0, first - 1)
                piece = self._folding.gapless(text[above : stop + 1])
                if piece is not None:
                    yield above, piece

    def _torn(self, text: str, hits: Sequence[Hit]) -> list[int]:
        """Where words begin that blanks or line ends tear apart."""
        spaced = text.replace("\n", " ")
        torn = self._more(spaced, hits, self._find(spaced.replace(" ", "")))
        places = []
        at = passed = stop = 0
        for start, end in torn:
            at, passed = _onwards(spaced, at, start - passed), start
            last = _onwards(spaced, at, end - start - 1)
            if at >= stop:
                stop = _poster(text, at)[1]
            if stop > last:
                places.append(at)
        return places

    def _more(self, spaced: str, hits: Sequence[Hit], dense: Sequence[Hit]) -> list[tuple[int, int]]:
        """Of what was found without blanks that which was not found with them; places without blanks."""
        before, after = Counter(map(_NUMBER, hits)), Counter(map(_NUMBER, dense))
        more = {number for number, count in after.items() if number < self._words and count > before.get(number, 0)}
        if not more:
            return []
        whole = set()
        at = blanks = 0
        for _, end, number in hits:  # in the order of their ends
            if number in more:
                blanks += spaced.count(" ", at, end)
                at = end
                whole.add((end - blanks, number))
        return sorted((start, end) for start, end, number in dense if number in more and (end, number) not in whole)


def _onwards(text: str, at: int, letters: int) -> int:
    """The place of the letter before which there are so many others from ``at`` on; blanks are none."""
    place = at
    while letters:
        further = place + letters
        letters = text.count(" ", place, further)
        place = further
    while text[place] == " ":
        place += 1
    return place


def _near_gaps(text: str, places: Sequence[int]) -> list[int]:
    """Those of the places that have a gap in their line, so near that a pattern may reach over it."""
    near: list[int] = []
    first = stop = -1
    poster, blanks = False, list[int]()
    for place in places:
        if not first <= place < stop:
            first = text.rfind("\n", 0, place) + 1
            stop = text.find("\n", place)
            stop = len(text) if stop < 0 else stop
            poster = stop - first <= SHORT_LINE and _short_beside(text, first, stop)
            blanks = [blank.start() for blank in _BLANKS.finditer(text, first, stop) if _odd(text, *blank.span())]
        if poster or (blanks and bisect_left(blanks, place - _NEAR) < bisect_left(blanks, place + _NEAR)):
            near.append(place)
    return near


def _short_beside(text: str, first: int, stop: int) -> bool:
    """Whether the line above or below is short, too."""
    above = first and first - 1 - (text.rfind("\n", 0, first - 1) + 1)
    below = text.find("\n", stop + 1)
    return 0 < above <= SHORT_LINE or 0 < (len(text) if below < 0 else below) - stop - 1 <= SHORT_LINE


def _odd(text: str, start: int, end: int) -> bool:
    """Whether blanks are more than punctuation between two words of three letters or more."""
    if start < 3 or not (is_han(text[start - 1]) and is_han(text[end])):
        return True
    return not (_WORD.match(text, start - 3) and _WORD.match(text, end))


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
