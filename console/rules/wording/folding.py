"""Texts as they are meant: widths, traditional characters, look-alikes, gaps and invisible characters folded away.

Everything keeps its way back: a place in the folded text is a place in the original. Special characters are looked for
first, and only where some are anything is rebuilt.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import msgspec

from console.rules.wording.styled import styled

SHORT_LINE = 8  # letters: two such lines, one below the other, may be one word of a poster
HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_IGNORED = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff\u0300-\u036f\u20d0-\u20ff"
)
_EMOJI = (
    "\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d\U0001f000-\U0001f1ff"
    "\U0001f200-\U0001faff"
)
_SEPARATORS = " \t\u00a0\u2000-\u200a\u3000·.*_~|/\\-–—―‐•・●○◆◇■□★☆♥♡+=^#&【】\\[\\](){}<>〈〉「」『』“”\"'‘’`"
_USUAL = ' \u3000/|-—[]【】()“”"'  # between two words these are mostly punctuation
_STRANGES = f"{_IGNORED}№℡™㏇㎏㎎㏄"
_STRANGE = re.compile(f"[{_STRANGES}]")
_FAR_USUAL = "\U00010000-\U0001d3ff\U0001d800-\U0001f0ff\U0001f200-\U0002f7ff\U0002fa20-\U000dffff\U000e1000-\U0010ffff"
LETTER = f"^\n{_SEPARATORS}{_EMOJI}"  # in brackets: what is no separator
GAP = re.compile(f"[{_SEPARATORS}{_EMOJI}][{_SEPARATORS}{_EMOJI}]{{0,2}}(?=[{HAN}a-z0-9])")  # one first: faster
_POSTER = re.compile(rf"(?m)^[^\n]{{1,{SHORT_LINE}}}\n(?=[^\n]{{1,{SHORT_LINE}}}$)")


class Tables(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is read for what, as data: two strings of the same length each."""

    source: str
    as_of: str
    traditional: tuple[str, str]
    lookalike: tuple[str, str]


class Way(msgspec.Struct, frozen=True):
    """From places in a folded text back: runs of the text that were moved as they are."""

    starts: tuple[int, ...]
    origins: tuple[int, ...]
    lengths: tuple[int, ...]

    def start(self, place: int) -> int:
        """Where the character at ``place`` stood."""
        run = bisect_right(self.starts, place) - 1
        return self.origins[run] + min(place - self.starts[run], max(self.lengths[run] - 1, 0))

    def end(self, place: int) -> int:
        """Where the part that ends before ``place`` ended."""
        return self.start(place - 1) + 1


class Piece(msgspec.Struct, frozen=True):
    """The lines of a text that have gaps, without them; gaps in places of ``text``."""

    text: str
    way: Way
    gaps: tuple[int, ...]
    odd: tuple[int, ...]  # those of the gaps that hardly are punctuation
    spaced: tuple[int, ...]  # those that typography puts between Chinese and figures

    def crossed(self, start: int, end: int) -> bool:
        """Whether a span reaches over a gap."""
        return _between(self.gaps, start, end) > 0

    def joined(self, start: int, end: int) -> bool:
        """Whether it reaches over no gaps but such as typography, or evasion, puts inside a word."""
        return _between(self.odd, start, end) + _between(self.spaced, start, end) == _between(self.gaps, start, end)

    def evades(self, start: int, end: int) -> bool:
        """Whether a gap that it reaches over is more than typography."""
        return _between(self.gaps, start, end) > _between(self.spaced, start, end)

    def gap_near(self, start: int, end: int) -> bool:
        """Whether a gap that may be inside a word is anywhere near."""
        return _between(self.odd, start, end) + _between(self.spaced, start, end) > 0


def _between(places: tuple[int, ...], start: int, end: int) -> int:
    return bisect_left(places, end) - bisect_right(places, start)


class Plain(msgspec.Struct, frozen=True):
    """A text with every character folded; ``way`` is None where it is as long as the original."""

    text: str
    way: Way | None

    def back(self, start: int, end: int) -> tuple[int, int]:
        """A span of the original."""
        return (start, end) if self.way is None else (self.way.start(start), self.way.end(end))


class Folding:
    """Folds by given tables. Made once: its tables are long."""

    def __init__(self, tables: Tables) -> None:
        for written, meant in (tables.traditional, tables.lookalike):
            if len(written) != len(meant):
                raise ValueError("folding tables of different lengths")
        self._lookalike = dict(zip(*tables.lookalike, strict=True))
        pairs = dict(styled()) | dict(zip(*tables.traditional, strict=True)) | self._lookalike
        self._map = {char: meant for char, meant in pairs.items() if not _STRANGE.match(char)}
        self._special = _all_but_usual({*pairs, *_STRANGE.findall("".join(map(chr, range(0x10000))))})
        self._alike = re.compile(f"[{''.join(map(re.escape, self._lookalike))}]")

    def plain(self, text: str) -> Plain:
        """Every character as it is meant; invisible ones are gone."""
        try:
            return Plain(self._special.sub(self._meant, text), None)
        except _Strange:
            shorter, way = _without(text, _STRANGE.finditer(text))
            return Plain(self._special.sub(self._meant, shorter), way)

    def term(self, text: str) -> str:
        """A word of the bank, folded as texts are."""
        return self.plain(text.strip()).text

    def alike(self, text: str) -> bool:
        """Whether a piece of the original is written with characters that only look like others."""
        return self._alike.search(text) is not None

    def gapless(self, plain: str) -> Piece | None:
        """The lines that have gaps, without them. Lines of posters, short and below each other, are one."""
        gaps = [span for m in GAP.finditer(plain) if _in_a_word(plain, *(span := m.span()))]
        poster = [(m.end() - 1, m.end()) for m in _POSTER.finditer(plain)]
        if poster:
            gaps = sorted(gaps + poster)
        return _gapless(plain, gaps, {start for start, _ in poster}) if gaps else None

    def _meant(self, special: re.Match[str]) -> str:
        char = special[0]
        meant = self._map.get(char)
        if meant is None and _STRANGE.match(char):
            raise _Strange
        return meant or char


def _all_but_usual(special: set[str]) -> re.Pattern[str]:
    """Finds special characters as those that are no others: a class is fastest with what is in it, as nearly all is.

    Of those far out, which are few, whole ranges count as special."""
    usual, first = [], 0
    for code in [*sorted(ord(char) for char in special if char < "\U00010000"), 0x10000]:
        if first < code:
            usual.append(f"{re.escape(chr(first))}-{re.escape(chr(code - 1))}")
        first = code + 1
    return re.compile(f"[^{''.join(usual)}{_FAR_USUAL}]")


class _Strange(Exception):
    """A character that is none, or more than one."""


def separators() -> tuple[str, ...]:
    """All that may be a gap, a sign each, but for blanks."""
    sign = re.compile(f"[{_SEPARATORS}{_EMOJI}]")
    places = (range(0x21, 0x2FFF), range(0x3000, 0x3040), range(0x1F000, 0x1FB00), range(0xA0, 0xA1), range(9, 10))
    return tuple(sorted({chr(code) for each in places for code in each if sign.match(chr(code))}))


def _in_a_word(text: str, start: int, end: int) -> bool:
    """Whether a gap has letters on both sides, and a Chinese one on one of them."""
    before = text[start - 1] if start else ""
    after = text[end]
    return is_han(before) or (is_han(after) and (before.isdigit() or "a" <= before <= "z"))


def _figures(text: str, start: int, end: int) -> bool:
    """Whether it is the usual space between Chinese and figures or Latin words."""
    return text[start:end].isspace() and start > 0 and not (is_han(text[start - 1]) and is_han(text[end]))


def is_han(char: str) -> bool:
    """Whether it is a Chinese character."""
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or char >= "\U00020000"


def _gapless(plain: str, gaps: list[tuple[int, int]], joined: set[int]) -> Piece:
    parts: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    lengths: list[int] = []
    places: list[int] = []
    odd: list[int] = []
    spaced: list[int] = []
    length, at, stop = 0, 0, -1

    def add(first: int, last: int) -> None:
        nonlocal length
        parts.append(plain[first:last])
        starts.append(length)
        origins.append(first)
        lengths.append(last - first)
        length += last - first

    for number, (start, end) in enumerate(gaps):
        if start > stop:  # another line
            if stop >= 0:
                add(at, min(stop + 1, len(plain)))
            at = plain.rfind("\n", 0, start) + 1
            if at and not parts:
                add(at - 1, at)  # what follows does not begin the text
        add(at, start)
        stop = plain.find("\n", end)
        stop = len(plain) if stop < 0 else stop
        places.append(length)
        after = gaps[number + 1][0] if number + 1 < len(gaps) else stop
        if _figures(plain, start, end):
            spaced.append(length)
        elif start in joined or start - at <= 2 or min(after, stop) - end <= 2 or plain[start:end].strip(_USUAL):
            odd.append(length)
        at = end
    add(at, min(stop + 1, len(plain)))
    return Piece(
        "".join(parts), Way(tuple(starts), tuple(origins), tuple(lengths)), tuple(places), tuple(odd), tuple(spaced)
    )


def _without(text: str, found: Iterator[re.Match[str]]) -> tuple[str, Way]:
    parts, starts, origins, lengths, length, at = [], [], [], [], 0, 0

    def add(part: str, origin: int, covers: int) -> None:
        nonlocal length
        if part:
            parts.append(part)
            starts.append(length)
            origins.append(origin)
            lengths.append(covers)
            length += len(part)

    for match in found:
        add(text[at : match.start()], at, match.start() - at)
        add(_spelled(match.group()), match.start(), len(match.group()))
        at = match.end()
    add(text[at:], at, len(text) - at)
    if not starts:
        return "", Way((0,), (0,), (0,))
    return "".join(parts), Way(tuple(starts), tuple(origins), tuple(lengths))


def _spelled(strange: str) -> str:
    """``№`` is two letters; what nobody sees is none."""
    return unicodedata.normalize("NFKC", strange).casefold() if unicodedata.category(strange[0]) == "So" else ""
