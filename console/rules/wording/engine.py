"""The checker: one pass of one automaton over the text, then only what it found is looked at.

Words, the triggers of patterns, and separators are in the same automaton. A text is seen as it stands; its lines that
have gaps where it matters are seen without them; and what is spelled to get past checkers is seen as it was meant.
Every finding is a span of the original.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from operator import itemgetter

from daachorse import CharwiseDoubleArrayAhoCorasick

from console.rules.wording.bank import Bank
from console.rules.wording.excuses import excused
from console.rules.wording.folding import Folding, Piece, Way, separators
from console.rules.wording.gaps import Gaps, Hit, Woken
from console.rules.wording.nouns import Category, Finding, Rule, Severity, Surface, Verdict
from console.rules.wording.overlaps import Suspect, settled
from console.rules.wording.respelled import lines, rewritten
from console.rules.wording.sentences import Sentence, Sentences
from console.rules.wording.surfaces import severity_on
from console.rules.wording.words import REACH, SIGN, Meanings, Trigger, Word, Written, entries_of, meanings

_BUYERS_SPEAK: frozenset[Surface] = frozenset({"detail", "video", "comment", "chat"})
AROUND = 10  # letters on each side that make a finding known again

_Grades = tuple[dict[str, Severity], list[Meanings | Word | None]]
_Back = Callable[[int, int], tuple[int, int]]
_Keep = Callable[[int, int, bool], bool | None]  # is a hit new here, and is it evasive; None: not new


class Checker:
    """Checks texts by a bank. Made once a bank: it is built in a fraction of a second, and is safe on any thread."""

    def __init__(self, bank: Bank, folding: Folding) -> None:
        self.bank = bank
        self.folding = folding
        words = entries_of(bank, folding)
        signs = [sign for sign in separators() if sign not in words]
        self.automaton = CharwiseDoubleArrayAhoCorasick([*words, *signs])
        self.harmless = {
            word: entry
            for word, entries in words.items()
            for entry in entries
            if isinstance(entry, Word) and entry.has_phrases
        }
        self._entries = list(words.values())
        self._signs = [SIGN] * len(signs)
        self.gaps = Gaps(folding, words)
        self._rules = {
            entry.rule.id: entry.rule for each in self._entries for entry in each if not isinstance(entry, Written)
        }
        self._graded: dict[tuple[Surface, Category], _Grades] = {}

    def grades(self, surface: Surface, category: Category) -> _Grades:
        """How grave each rule is there, and what each word of the automaton stands for there; None: nothing."""
        key = (surface, category)
        known = self._graded.get(key)
        if known is None:
            all_grades = ((rule.id, severity_on(rule, surface, category)) for rule in self._rules.values())
            grades = {rule_id: grade for rule_id, grade in all_grades if grade is not None}
            left = (
                [one for one in each if isinstance(one, Written) or one.rule.id in grades] for each in self._entries
            )
            there = (meanings(each) if each else None for each in left)
            known = self._graded[key] = (grades, [*there, *self._signs])
        return known

    def check(self, text: str, surface: Surface = "detail", category: Category = "general") -> Verdict:
        """What is risky in a text, in its order; covered findings left out."""
        look = _Look(self, text, surface, category)
        look.whole()
        found, pardoned = settled(look.suspects, look.judge)
        return Verdict(findings=tuple(found), excused=tuple(pardoned))

    def every(self, text: str, surface: Surface = "detail", category: Category = "general") -> tuple[Finding, ...]:
        """All findings, those too that a longer one covers."""
        look = _Look(self, text, surface, category)
        look.whole()
        judged = map(look.judge, sorted(look.suspects))
        return tuple(finding for finding, pardoned in judged if not pardoned)


class _View:
    """One way to see a text, or a part of it, and the way back to the original."""

    __slots__ = ("back", "begun", "keep", "sentences", "signs", "text", "woken")

    def __init__(self, text: str, back: _Back | None, keep: _Keep | None) -> None:
        self.text = text
        self.back = back  # None: they are the same
        self.keep = keep  # None: everything is new, nothing evasive
        self.sentences = Sentences(text)
        self.begun: dict[str, int] = {}  # by rule, up to where its pattern was tried
        self.signs: list[int] = []  # where separators stand
        self.woken: list[Woken] = []  # where a pattern may reach over a gap


class _Look:
    """One text being looked at."""

    def __init__(self, checker: Checker, text: str, surface: Surface, category: Category) -> None:
        self.original = text
        self.suspects: list[Suspect] = []
        self._checker = checker
        self._heard = surface in _BUYERS_SPEAK
        self._category: Category = category
        self._grades, self._meanings = checker.grades(surface, category)
        self._seen: set[tuple[str, int, int]] = set()
        self._folded = False

    def whole(self) -> None:
        """The text as it stands, then its lines that have gaps, without them."""
        checker = self._checker
        find = checker.automaton.find_overlapping
        plain = checker.folding.plain(self.original)
        text, back = plain.text, plain.back if plain.way else None
        self._folded = text is not self.original
        view = _View(text, back, None)
        self._view(view, find(text))
        for first, piece in checker.gaps.pieces(text, view.signs, view.woken):
            seen = _View(piece.text, _through(piece.way, first, back), _crossing(piece))
            self._view(seen, find(piece.text), piece=piece)

    def _view(self, view: _View, hits: list[Hit], *, piece: Piece | None = None, spelled: bool = False) -> None:
        meanings, text, sentence_at = self._meanings, view.text, view.sentences.at
        written: list[tuple[int, int, str]] = []
        for start, end, number in hits:
            meant = meanings[number]
            if meant is None:
                continue
            if meant is SIGN:
                view.signs.append(start)
                continue
            triggers, words, spellings = ((), (meant,), ()) if isinstance(meant, Word) else meant
            if triggers and (piece is None or piece.gap_near(start - REACH, end + REACH)):
                self._try(view, sentence_at(start), triggers, start, end)
            if piece is not None and not piece.crossed(start, end):
                continue
            for word in words:
                if word.stands(text, start, end):
                    self._hit(view, sentence_at(start), word.rule, start, end, word=True)
            if spellings and not spelled:
                written += [(start, end, one.meant) for one in spellings if one.stands(text, start, end)]
        self._respelled(view, written)

    def _try(self, view: _View, sentence: Sentence, triggers: tuple[Trigger, ...], start: int, end: int) -> None:
        """Patterns around their trigger, in the same sentence. A word that is harmless is so here too."""
        view.woken.append((sentence, start, triggers))
        text, high = view.text, end + 2 * REACH
        if high > sentence.end:
            high = sentence.end
        for trigger in triggers:
            at = end - trigger.reach
            if at < sentence.start:
                at = sentence.start
            while place := trigger.first(text, at, start + 1):  # iterating over all places at once takes longer
                at = place.start()
                if match := trigger.match(text, at, high):
                    self._matched(view, sentence, trigger.rule, match)
                at += 1

    def _matched(self, view: _View, sentence: Sentence, rule: Rule, match: re.Match[str]) -> None:
        start, end = match.span()
        if start < view.begun.get(rule.id, 0):
            return
        view.begun[rule.id] = end
        word = self._checker.harmless.get(match.group())
        if word is None or word.stands(view.text, start, end):
            self._hit(view, sentence, rule, start, end, word=False)

    def _respelled(self, view: _View, written: list[tuple[int, int, str]]) -> None:
        """The lines that hold such spellings, as they were meant."""
        for first, stop, parts in lines(view.text, written):
            meant, way, spans = rewritten(view.text, first, stop, parts)

            def inner(start: int, end: int, way: Way = way) -> tuple[int, int]:
                first, last = way.start(start), way.end(end)
                return view.back(first, last) if view.back else (first, last)

            def touches(start: int, end: int, _word: bool, spans: Sequence[tuple[int, int]] = spans) -> bool | None:
                after = bisect_right(spans, start, key=itemgetter(1))  # the first that ends behind the start
                return True if after < len(spans) and spans[after][0] < end else None

            self._view(_View(meant, inner, touches), self._checker.automaton.find_overlapping(meant), spelled=True)

    def _hit(self, view: _View, sentence: Sentence, rule: Rule, start: int, end: int, *, word: bool) -> None:
        evasive = False
        keep = view.keep
        if keep is not None:
            kept = keep(start, end, word)
            if kept is None:
                return
            evasive = kept
        begin, stop = (start, end) if view.back is None else view.back(start, end)
        key = (rule.id, begin, stop)
        if key in self._seen:
            return
        self._seen.add(key)
        if self._folded and keep is None:  # invisible characters, or look-alikes
            written = self.original[begin:stop]
            if written != view.text[start:end]:
                evasive = stop - begin > end - start or self._checker.folding.alike(written)
        most = severity = self._grades[rule.id]
        if severity is Severity.INFO:
            most = Severity.EVIDENCE  # what can be proved
        elif evasive and severity is Severity.WARN:
            most = Severity.BLOCK
        self.suspects.append(Suspect(begin, stop, rule.id, most, severity, evasive, rule, sentence, start, end))

    def judge(self, one: Suspect) -> tuple[Finding, bool]:
        """How grave it is where it stands, and whether it is excused."""
        rule, sentence, start, end, evasive = one.rule, one.sentence, one.first, one.last, one.evasive
        milder, excuse = excused(
            rule, one.severity, sentence, start, end,
            self._heard and not evasive, evasive, self._category in rule.categories,
        )  # fmt: skip
        if evasive and milder is Severity.WARN:
            milder = Severity.BLOCK
        text = sentence.whole
        finding = Finding(
            rule=rule, severity=milder or one.severity, start=one.start, end=one.end,
            text=self.original[one.start : one.end], plain=text[start:end], evasive=evasive,
            around=text[start - AROUND if start > AROUND else 0 : end + AROUND], excuse=excuse,
        )  # fmt: skip
        return finding, milder is None


def _through(way: Way, first: int, back: _Back | None) -> _Back:
    if back is None:
        return lambda start, end: (first + way.start(start), first + way.end(end))
    return lambda start, end: back(first + way.start(start), first + way.end(end))


def _crossing(piece: Piece) -> _Keep:
    """New are hits that reach over a gap; of patterns only such as reach over gaps that hardly are punctuation."""

    def keep(start: int, end: int, word: bool) -> bool | None:
        if not piece.crossed(start, end) or not (word or piece.joined(start, end)):
            return None
        return piece.evades(start, end)

    return keep
