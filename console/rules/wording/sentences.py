"""The sentences of a text: a neighbour's word excuses nobody, and no pattern reaches into the next one."""

import re

import msgspec

STOPS = "。！？!?；;\n"
LONGEST = 240  # letters looked at on one side, where somebody writes without any stop
_STOP = re.compile(f"[{STOPS}]")


class Sentence(msgspec.Struct, eq=False):
    """The sentence around a hit; what is asked of it twice is looked up once."""

    whole: str  # the text of which it is a part
    start: int
    end: int
    text: str
    known: dict[int, bool] = {}  # by the id of the pattern: hashing a pattern reads all of it

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether the sentence says it."""
        known = self.known.get(id(pattern))
        if known is None:
            known = self.known[id(pattern)] = pattern.search(self.text) is not None
        return known

    def line_says(self, pattern: re.Pattern[str]) -> bool:
        """Whether its whole line says it."""
        known = self.known.get(id(pattern))
        if known is None:
            first = max(self.whole.rfind("\n", 0, self.start) + 1, self.start - LONGEST)
            last = self.whole.find("\n", max(self.start, self.end - 1), self.end + LONGEST)
            found = pattern.search(self.whole, first, last if last >= 0 else self.end + LONGEST)
            known = self.known[id(pattern)] = found is not None
        return known


class Sentences:
    """The sentences of a text, each made when it is first asked for. Whoever asks goes through the text forwards."""

    __slots__ = ("_last", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._last = Sentence(text, 0, 0, "")

    def at(self, start: int) -> Sentence:
        """From stop to stop; where somebody writes without any stop, LONGEST letters on each side at least."""
        last = self._last
        if last.start <= start < last.end and (last.end - last.start <= LONGEST or self._well_inside(last, start)):
            return last
        text, low, high = self._text, start - LONGEST if start > LONGEST else 0, start + 2 * LONGEST
        first = text.rfind("\n", low, start) + 1 or low
        while (stop := _STOP.search(text, first, high)) and stop.end() <= start:
            first = stop.end()
        end = stop.end() if stop else min(len(text), high)
        self._last = last = Sentence(text, first, end, text[first:end])
        return last

    def _well_inside(self, sentence: Sentence, start: int) -> bool:
        """Whether so much of the sentence is seen on both sides that more would change nothing."""
        low, high = sentence.start, sentence.end
        whole_left = low == 0 or self._text[low - 1] in STOPS or start - low >= LONGEST // 2
        whole_right = high == len(self._text) or self._text[high - 1] in STOPS or high - start >= LONGEST // 2
        return whole_left and whole_right
