"""The words of the automaton, and what each of them stands for."""

import re
from collections.abc import Sequence

from console.rules.wording.anatomy import first_letters, reach
from console.rules.wording.bank import Bank, OwnWord, compiled
from console.rules.wording.folding import Folding
from console.rules.wording.nouns import Rule

REACH = 30  # letters: no pattern reaches further from its trigger


class Word:
    """A word of a rule: where it may not stand, and which phrases around it make it harmless."""

    __slots__ = ("_edges", "_phrases", "rule")

    def __init__(self, rule: Rule, term: str, phrases: tuple[str, ...]) -> None:
        self.rule = rule
        self._edges = _edges(term)
        places: dict[tuple[int, int], set[str]] = {}
        for phrase in phrases:
            for at in _places(phrase, term):
                places.setdefault((at, len(phrase)), set()).add(phrase)
        self._phrases = tuple((at, long, frozenset(those)) for (at, long), those in places.items())

    @property
    def has_phrases(self) -> bool:
        """Whether some phrases make it harmless."""
        return bool(self._phrases)

    def stands(self, text: str, start: int, end: int) -> bool:
        """Whether it is that word, and not a part of another."""
        if self._edges and not _free(text, start, end, self._edges):
            return False
        for at, long, phrases in self._phrases:
            first = start - at
            if first >= 0 and text[first : first + long] in phrases:
                return False
        return True


class Trigger:
    """Where it stands, its rule's pattern is tried where it can begin, no further to the left than it reaches."""

    __slots__ = ("anywhere", "first", "match", "reach", "rule")

    def __init__(self, rule: Rule, first: re.Pattern[str], far: int) -> None:
        pattern = compiled(rule.pattern)
        self.rule = rule
        self.match = pattern.match
        self.anywhere = pattern.search
        self.first = first.search
        self.reach = far


class Written:
    """A spelling that stands for another word."""

    __slots__ = ("_edges", "meant")

    def __init__(self, written: str, meant: str) -> None:
        self._edges = _edges(written)
        self.meant = meant

    def stands(self, text: str, start: int, end: int) -> bool:
        """Not in the middle of Latin letters."""
        return not self._edges or _free(text, start, end, self._edges)


_ANY = re.compile(r"[\s\S]")
Entry = Word | Trigger | Written
Meanings = tuple[tuple[Trigger, ...], tuple[Word, ...], tuple[Written, ...]]  # of one word of the automaton
SIGN: Meanings = ((), (), ())  # of a separator


def meanings(entries: Sequence[Entry]) -> Meanings | Word:
    """What a word stands for, by kinds; or the only word of a rule: of one's own there may be very many."""
    first = entries[0]
    if len(entries) == 1 and isinstance(first, Word):
        return first
    return (
        tuple(one for one in entries if isinstance(one, Trigger)),
        tuple(one for one in entries if isinstance(one, Word)),
        tuple(one for one in entries if isinstance(one, Written)),
    )


def entries_of(bank: Bank, folding: Folding) -> dict[str, list[Entry]]:
    """Every word that is looked for, folded as texts are."""
    entries: dict[str, list[Entry]] = {}
    fold = folding.term
    for rule in bank.rules:
        for term in rule.terms:
            word = fold(term)
            phrases = tuple(fold(phrase) for phrase in rule.except_.get(term, ()))
            entries.setdefault(word, []).append(Word(rule, word, phrases))
        if rule.triggers:
            first, far = first_letters(rule.pattern) or _ANY, reach(rule.pattern, REACH)
            for trigger in rule.triggers:
                entries.setdefault(fold(trigger), []).append(Trigger(rule, first, far))
    for spelling in bank.spellings:
        written = fold(spelling.written)
        entries.setdefault(written, []).append(Written(written, spelling.meant))
    for own in bank.own:
        word = fold(own.term)
        if word:
            entries.setdefault(word, []).append(Word(own_rule(own), word, ()))
    return entries


def own_rule(word: OwnWord) -> Rule:
    """A word of one's own as a rule."""
    return Rule(
        id=f"OWN-{word.severity.name}",
        title="自有词库",
        group="own",
        severity=word.severity.word,
        law="商家自定",
        reason=word.reason,
        suggest=(word.suggest,) if word.suggest else (),
        terms=(word.term,),
    )


def _edges(term: str) -> tuple[bool, bool, bool, bool] | None:
    """Which sides of a word must not go on in letters, or in digits."""
    if not term:
        return None
    first, last = term[0], term[-1]
    sides = (_latin(first), first.isdigit(), _latin(last), last.isdigit())
    return sides if any(sides) else None


def _latin(char: str) -> bool:
    return "a" <= char <= "z"


def _free(text: str, start: int, end: int, edges: tuple[bool, bool, bool, bool]) -> bool:
    before = text[start - 1] if start else ""
    after = text[end] if end < len(text) else ""
    latin_before, digit_before, latin_after, digit_after = edges
    if (latin_before and before and _latin(before)) or (latin_after and after and _latin(after)):
        return False
    if digit_before and before and (before.isdigit() or before == "."):
        return False
    return not (digit_after and after.isdigit())


def _places(phrase: str, term: str) -> list[int]:
    found, at = [], phrase.find(term)
    while at >= 0:
        found.append(at)
        at = phrase.find(term, at + 1)
    return found
