"""The checker: one pass of one automaton over the text, then only what it found is looked at.

Words and the triggers of patterns are in the same automaton. A text is seen as it stands, without its gaps, and as it
was meant where it is spelled to get past checkers; every finding is a span of the original.
"""

from collections.abc import Callable, Iterator

from daachorse import CharwiseDoubleArrayAhoCorasick

from console.rules.wording.bank import Bank
from console.rules.wording.excuses import STOPS, Sentences, excused
from console.rules.wording.folding import Folding, Piece, Plain, Way
from console.rules.wording.nouns import Category, Finding, Rule, Severity, Surface, Verdict
from console.rules.wording.overlaps import not_spoken_of, without_covered
from console.rules.wording.surfaces import severity_on
from console.rules.wording.words import Entry, Trigger, Word, Written, entries_of

_BUYERS_SPEAK: frozenset[Surface] = frozenset({"detail", "video", "comment", "chat"})
REACH = 30  # letters: no pattern reaches further from its trigger
AROUND = 10  # letters on each side that make a finding known again

_Back = Callable[[int, int], tuple[int, int]]
_Keep = Callable[[int, int, bool], bool | None]  # is a hit new here, and is it evasive; None: not new


class Checker:
    """Checks texts by a bank. Made once a bank: it is built in a fraction of a second, and is safe on any thread."""

    def __init__(self, bank: Bank, folding: Folding) -> None:
        self.bank = bank
        self.folding = folding
        words = entries_of(bank, folding)
        self.automaton = CharwiseDoubleArrayAhoCorasick(list(words))
        self.harmless = {
            word: entry
            for word, entries in words.items()
            for entry in entries
            if isinstance(entry, Word) and entry.has_phrases
        }
        self._entries = list(words.values())
        self._rules = {
            entry.rule.id: entry.rule for each in self._entries for entry in each if not isinstance(entry, Written)
        }
        self._graded: dict[tuple[Surface, Category], tuple[dict[str, Severity | None], list[list[Entry]]]] = {}

    def grades(self, surface: Surface, category: Category) -> tuple[dict[str, Severity | None], list[list[Entry]]]:
        """How grave each rule is there, and what each word of the automaton stands for there."""
        key = (surface, category)
        known = self._graded.get(key)
        if known is None:
            grades = {rule.id: severity_on(rule, surface, category) for rule in self._rules.values()}
            entries = [
                [one for one in each if isinstance(one, Written) or grades[one.rule.id] is not None]
                for each in self._entries
            ]
            known = self._graded[key] = (grades, entries)
        return known

    def check(self, text: str, surface: Surface = "detail", category: Category = "general") -> Verdict:
        """What is risky in a text, in its order; covered findings left out."""
        look = _Look(self, text, surface, category)
        look.whole()
        found = without_covered(look.found)
        return Verdict(findings=tuple(found), excused=tuple(not_spoken_of(look.excused, found)))

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
        self._grades, self._entries = checker.grades(surface, category)
        self._seen: set[tuple[str, int, int]] = set()
        self._plain = ""

    def whole(self) -> None:
        """The text as it stands, then without its gaps."""
        folding = self._checker.folding
        plain = folding.plain(self.original)
        self._plain = plain.text
        self._view(plain.text, plain.back, lambda start, end, _word: False)
        piece = folding.gapless(plain.text)
        if piece is not None:
            self._view(piece.text, _through(piece.way, plain), _crossing(piece), piece=piece)

    def _view(self, text: str, back: _Back, keep: _Keep, *, piece: Piece | None = None, spelled: bool = False) -> None:
        entries, sentences = self._entries, Sentences(text)
        tried: dict[str, int] = {}
        written: list[tuple[int, int, str]] = []
        for start, end, number in self._checker.automaton.find_overlapping(text):
            for entry in entries[number]:
                trigger = isinstance(entry, Trigger)
                if piece is not None and not _worth(piece, start, end, trigger=trigger):
                    continue
                if isinstance(entry, Trigger):
                    if tried.get(entry.rule.id, -1) < end + REACH:
                        tried[entry.rule.id] = self._try(entry, text, start, end, back, keep, sentences)
                elif not entry.stands(text, start, end):
                    continue
                elif isinstance(entry, Word):
                    self._hit(entry.rule, text, start, end, back, keep, sentences, word=True)
                elif not spelled:
                    written.append((start, end, entry.meant))
        if written:
            self._respelled(text, written, back, keep)

    def _try(
        self, trigger: Trigger, text: str, start: int, end: int, back: _Back, keep: _Keep, sentences: Sentences
    ) -> int:
        """A pattern around its trigger, and up to where it was tried. A word that is harmless is so here too."""
        sentence = sentences.at(start)
        high = min(sentence.end, end + 2 * REACH)
        for match in trigger.pattern.finditer(text, max(sentence.start, start - REACH), high):
            word = self._checker.harmless.get(match.group())
            if word is None or word.stands(text, *match.span()):
                self._hit(trigger.rule, text, *match.span(), back, keep, sentences, word=False)
        return high if high < sentence.end or sentence.text[-1:] not in STOPS else high + REACH

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
        sentences: Sentences,
        *,
        word: bool,
    ) -> None:
        evasive = keep(start, end, word)
        severity = self._grades[rule.id]
        if evasive is None or severity is None or start >= end:
            return
        begin, stop = back(start, end)
        if (rule.id, begin, stop) in self._seen:
            return
        self._seen.add((rule.id, begin, stop))
        written = self.original[begin:stop]
        if text is self._plain and written != text[start:end]:  # invisible characters in between, or look-alikes
            evasive = stop - begin > end - start or self._checker.folding.alike(written)
        heard = self._surface in _BUYERS_SPEAK and not evasive
        own = self._category in rule.categories
        milder, excuse = excused(rule, severity, sentences.at(start), start, end, heard=heard, evasive=evasive, own=own)
        if evasive and milder is Severity.WARN:
            milder = Severity.BLOCK
        finding = Finding(
            rule=rule, severity=milder or severity, start=begin, end=stop, text=written, plain=text[start:end],
            evasive=evasive, around=text[max(0, start - AROUND) : end + AROUND], excuse=excuse,
        )  # fmt: skip
        (self.excused if milder is None else self.found).append(finding)


def _through(way: Way, plain: Plain) -> _Back:
    return lambda start, end: plain.back(way.start(start), way.end(end))


def _crossing(piece: Piece) -> _Keep:
    """New are hits that reach over a gap; of patterns only such as reach over gaps that hardly are punctuation."""

    def keep(start: int, end: int, word: bool) -> bool | None:
        if not piece.crossed(start, end) or not (word or piece.joined(start, end)):
            return None
        return piece.evades(start, end)

    return keep


def _worth(piece: Piece, start: int, end: int, *, trigger: bool) -> bool:
    """Whether looking closer can show what the text with its gaps did not show."""
    return piece.gap_near(start - REACH, end + REACH) if trigger else piece.crossed(start, end)


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
