"""Where the gaps of a text may hide something: only those lines are looked at without their gaps.

Blanks and line ends, which every text has, matter between two letters of a word, and near triggers of patterns; other
separators are found by the automaton itself, and each line that has some is looked at.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from console.rules.wording.folding import HAN, LETTER, SHORT_LINE, Folding, Piece
from console.rules.wording.sentences import Sentence
from console.rules.wording.words import Trigger

Hit = tuple[int, int, int]  # from, to, number of the word
_FAR = 90  # letters: no pattern reaches further
Woken = tuple[Sentence, int, tuple[Trigger, ...]]  # where in a sentence a word stands that is a trigger of patterns
# Blanks before a letter that are more than punctuation between two Chinese words of three letters or more.
_ODD = re.compile(
    f" (?<!  )(?:(?<![{LETTER}]{{2}}[{HAN}] ) {{0,2}}+(?=[{HAN}a-z0-9])"
    f"| {{0,2}}+(?=[{HAN}a-z0-9])(?![{HAN}][{LETTER}]{{2}}))"
)
_PAIR = re.compile(f".{{1,{SHORT_LINE}}}+(?=\n.{{1,{SHORT_LINE}}}+(?![^\n]))")  # a short line above another
_SHORT = re.compile(f"\n{_PAIR.pattern}")


class Gaps:
    """Of texts in which ``words`` are looked for."""

    def __init__(self, folding: Folding, words: Iterable[str]) -> None:
        self._folding = folding
        self._inside = {word[at : at + 2] for word in words for at in range(len(word) - 1)}

    def pieces(self, text: str, signs: Sequence[int], woken: Sequence[Woken]) -> Iterator[tuple[int, Piece]]:
        """Lines to be looked at without their gaps, and where each begins; those of a poster are one line.

        ``signs``: where separators stand; ``woken``: where triggers do."""
        places = [*signs]
        if " " in text:
            places += self._apart(text)
        if "\n" in text:
            places += self._below(text)
        places += _near_gaps(text, woken)
        stop = -1
        for place in sorted(places):
            if place >= stop:
                first, stop = _poster(text, place, len(text))
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


def _near_gaps(text: str, woken: Iterable[Woken]) -> Iterator[int]:
    """Where triggers stand whose pattern is found as soon as gaps are gone; in long sentences: that are near gaps."""
    last, dense = None, ""
    for sentence, place, triggers in woken:
        if sentence.end - sentence.start > _FAR:  # looking for patterns in all of it takes longer than what it spares
            if _ODD.search(text, max(place - _FAR, sentence.start), min(place + _FAR, sentence.end)):
                yield place
            continue
        if sentence is not last:
            last, dense = sentence, _dense(text, sentence)
        if dense and any(trigger.anywhere(dense) for trigger in triggers):
            yield place


def _dense(text: str, sentence: Sentence) -> str:
    """A sentence that has odd blanks, or is a line of a poster, without blanks and line ends; empty: it has none."""
    first, stop = sentence.start, sentence.end
    if stop - first <= SHORT_LINE + 1 and _in_poster(text, first):
        first, stop = _poster(text, first, _FAR)
    elif not _ODD.search(text, first, stop):
        return ""
    before = text[first - 1] if first else ""  # a pattern may look at it
    return before + text[first:stop].replace(" ", "").replace("\n", "")


def _in_poster(text: str, place: int) -> bool:
    """Whether the line around a place, and the one above or below, are short."""
    line = text.rfind("\n", 0, place) + 1
    if _PAIR.match(text, line):
        return True
    return line > 0 and _PAIR.match(text, text.rfind("\n", 0, line - 1) + 1) is not None


def _poster(text: str, place: int, far: int) -> tuple[int, int]:
    """The line around a place; with those above and below it where all are short, and not too far."""
    first = text.rfind("\n", 0, place) + 1
    stop = text.find("\n", place)
    stop = len(text) if stop < 0 else stop
    if stop - first > SHORT_LINE:
        return first, stop
    while first > max(0, place - far) and 0 < first - 1 - (before := text.rfind("\n", 0, first - 1) + 1) <= SHORT_LINE:
        first = before
    while stop < min(len(text), place + far):
        after = text.find("\n", stop + 1)
        after = len(text) if after < 0 else after
        if not 0 < after - stop - 1 <= SHORT_LINE:
            break
        stop = after
    return first, stop
