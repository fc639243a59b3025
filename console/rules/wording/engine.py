"""The checker: one pass of one automaton over the text, then only what it found is looked at.

Words and the triggers of patterns are in the same automaton. A text is seen as it stands, without its gaps, and as it
was meant where it is spelled to get past checkers; every finding is a span of the original.
"""

from collections.abc import Callable, Iterator

from daachorse import CharwiseDoubleArrayAhoCorasick

from console.rules.wording.bank import Bank, compiled
from console.rules.wording.excuses import LONGEST, Sentence, excused, sentence_around
from console.rules.wording.folding import Folding, Piece, Plain, Way
from console.rules.wording.nouns import Category, Finding, Rule, Severity, Surface, Verdict
from console.rules.wording.overlaps import without_covered
from console.rules.wording.surfaces import severity_on
from console.rules.wording.words import Trigger, Word, entries_of

_BUYERS_SPEAK: frozenset[Surface] = frozenset({"detail", "video", "comment", "chat"})
AROUND = 10  # letters on each side that make a finding known again

_Back = Callable[[int, int], tuple[int, int]]
_Keep = Callable[[int, int, bool], bool | None]  # is a hit new here, and is it evasive; None: not new


class Checker:
    """Checks texts by a bank. Made once a bank: it is built in a fraction of a second, and is safe on any thread."""

    def __init__(self, bank: Bank, folding: Folding) -> None:
        self.bank = bank
        self._folding = folding
        words = entries_of(bank, folding)
        self._entries = list(words.values())
        self._harmless = {
            word: entry
            for word, entries in words.items()
            for entry in entries
            if isinstance(entry, Word) and entry.has_phrases
        }
        self._automaton = CharwiseDoubleArrayAhoCorasick(list(words))

    def check(self, text: str, surface: Surface = "detail", category: Category = "general") -> Verdict:
        """What is risky in a text, in its order; covered findings left out."""
        look = _Look(self, text, surface, category)
        look.whole()
        found = without_covered(look.found)
        return Verdict(findings=tuple(found), excused=tuple(_alone(look.excused, found)))

    def every(self, text: str, surface: Surface = "detail", category: Category = "general") -> tuple[Finding, ...]:
        """All findings, those too that a longer one covers."""
        look = _Look(self, text, surface, category)
        look.whole()
        return tuple(sorted(look.found, key=lambda one: (one.start, one.end, one.rule_id)))


class _Look:
    """One text being looked at."""

    def __init__(self, checker: Checker, text: str, surface: Surface, category: Category) -> None:
        self.original = text
        self.found: list[Finding] = []
        self.excused: list[Finding] = []
        self._checker = checker
        self._surface: Surface = surface
        self._category: Category = category
        self._graded: dict[str, Severity | None] = {}
        self._seen: set[tuple[str, int, int]] = set()

    def whole(self) -> None:
        """The text as it stands, then without its gaps."""
        folding = self._checker._folding
        plain = folding.plain(self.original)
        self._view(plain.text, plain.back, lambda start, end, _word: False)
        for piece in folding.pieces(plain.text):
            self._view(piece.text, _through(piece.way, plain), _crossing(piece))

    def _view(self, text: str, back: _Back, keep: _Keep, *, spelled: bool = False) -> None:
        entries, sentences = self._checker._entries, _Sentences(text)
        tried: set[tuple[str, int]] = set()
        written: list[tuple[int, int, str]] = []
        for start, end, number in self._checker._automaton.find_overlapping(text):
            for entry in entries[number]:
                if isinstance(entry, Word):
                    if entry.stands(text, start, end):
                        self._hit(entry.rule, text, start, end, back, keep, sentences, word=True)
                elif isinstance(entry, Trigger):
                    sentence = sentences.at(start, end)
                    if (entry.rule.id, sentence.start) not in tried and self._grade(entry.rule) is not None:
                        tried.add((entry.rule.id, sentence.start))
                        self._try(entry.rule, text, sentence, back, keep, sentences)
                elif not spelled and entry.stands(text, start, end):
                    written.append((start, end, entry.meant))
        if written:
            self._respelled(text, written, back, keep)

    def _try(
        self, rule: Rule, text: str, sentence: Sentence, back: _Back, keep: _Keep, sentences: "_Sentences"
    ) -> None:
        """A pattern in a sentence. What is harmless as a word is harmless here too."""
        harmless = self._checker._harmless
        for match in compiled(rule.pattern).finditer(text, sentence.start, sentence.end):
            word = harmless.get(match.group())
            if word is None or word.stands(text, *match.span()):
                self._hit(rule, text, *match.span(), back, keep, sentences, word=False)

    def _respelled(self, text: str, written: list[tuple[int, int, str]], back: _Back, keep: _Keep) -> None:
        """The lines that hold such spellings, as they were meant."""
        for first, stop, parts in _lines(text, written):
            meant, way, spans = _rewritten(text, first, stop, parts)

            def inner(start: int, end: int, way: Way = way) -> tuple[int, int]:
                return back(way.start(start), way.end(end))

            def touches(start: int, end: int, _word: bool, spans: tuple[tuple[int, int], ...] = spans) -> bool | None:
                return True if any(low < end and start < high for low, high in spans) else None

            self._view(meant, inner, touches, spelled=True)

    def _hit(
        self,
        rule: Rule,
        text: str,
        start: int,
        end: int,
        back: _Back,
        keep: _Keep,
        sentences: "_Sentences",
        *,
        word: bool,
    ) -> None:
        evasive = keep(start, end, word)
        severity = self._grade(rule)
        if evasive is None or severity is None or start >= end:
            return
        begin, stop = back(start, end)
        if (rule.id, begin, stop) in self._seen:
            return
        self._seen.add((rule.id, begin, stop))
        written = self.original[begin:stop]
        if not evasive and written != text[start:end]:  # invisible characters in between, or look-alikes
            evasive = stop - begin > end - start or self._checker._folding.alike(written)
        heard = self._surface in _BUYERS_SPEAK and not evasive
        own = self._category in rule.categories
        milder, excuse = excused(
            rule, severity, sentences.at(start, end), start, end, heard=heard, evasive=evasive, own=own
        )
        if evasive and milder is Severity.WARN:
            milder = Severity.BLOCK
        finding = Finding(
            rule=rule, severity=milder or severity, start=begin, end=stop, text=written, plain=text[start:end],
            evasive=evasive, around=text[max(0, start - AROUND) : end + AROUND], excuse=excuse,
        )  # fmt: skip
        (self.excused if milder is None else self.found).append(finding)

    def _grade(self, rule: Rule) -> Severity | None:
        if rule.id not in self._graded:
            self._graded[rule.id] = severity_on(rule, self._surface, self._category)
        return self._graded[rule.id]


class _Sentences:
    """The sentences of a view, each made once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._last: Sentence | None = None

    def at(self, start: int, end: int) -> Sentence:
        last = self._last
        if (
            last is None
            or not (last.start <= start and end <= last.end)
            or last.end - start < LONGEST // 8 < len(last.text) - LONGEST
        ):
            last = self._last = sentence_around(self._text, start, end)
        return last


def _through(way: Way, plain: Plain) -> _Back:
    return lambda start, end: plain.back(way.start(start), way.end(end))


def _crossing(piece: Piece) -> _Keep:
    """New are hits that reach over a gap; of patterns only such as reach over gaps that hardly are punctuation."""

    def keep(start: int, end: int, word: bool) -> bool | None:
        crossed = [gap for gap in piece.gaps if start < gap < end]
        if not crossed or not (word or all(gap in piece.odd for gap in crossed)):
            return None
        return True

    return keep


def _alone(excused: list[Finding], found: list[Finding]) -> Iterator[Finding]:
    """Excused ones that nothing else is said of, longest first seen."""
    shown: list[tuple[int, int]] = [(one.start, one.end) for one in found]
    for one in sorted(excused, key=lambda one: (one.start, -one.end)):
        if not any(one.start < end and start < one.end for start, end in shown):
            shown.append((one.start, one.end))
            yield one


def _lines(text: str, written: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, list[tuple[int, int, str]]]]:
    parts: list[tuple[int, int, str]] = []
    first = stop = -1
    for part in sorted(written, key=lambda one: (one[0], -one[1])):
        if part[0] >= stop:
            if parts:
                yield first, stop, parts
            first = text.rfind("\n", 0, part[0]) + 1
            stop = text.find("\n", part[1])
            stop = len(text) if stop < 0 else stop
            parts = []
        if not parts or part[0] >= parts[-1][1]:
            parts.append(part)
    if parts:
        yield first, stop, parts


def _rewritten(
    text: str, first: int, stop: int, parts: list[tuple[int, int, str]]
) -> tuple[str, Way, tuple[tuple[int, int], ...]]:
    out, starts, origins, lengths, spans, length, at = [], [], [], [], [], 0, first
    for start, end, meant in [*parts, (stop, stop, "")]:
        for piece, origin, covers in ((text[at:start], at, start - at), (meant, start, end - start)):
            if piece:
                out.append(piece)
                starts.append(length)
                origins.append(origin)
                lengths.append(covers)
                length += len(piece)
        if meant:
            spans.append((length - len(meant), length))
        at = end
    return "".join(out), Way(tuple(starts), tuple(origins), tuple(lengths)), tuple(spans)
