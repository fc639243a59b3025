"""The bank of rules: packs of dated data, checked when they are loaded, and the merchant's own words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from unicodedata import category

import msgspec

from console.rules.wording.nouns import Group, Rule, Severity

SHORTEST, LONGEST = 2, 40  # letters of a word of one's own
_NAMED = re.compile(r"\{([a-z]+)\}")


class BankTrouble(ValueError):
    """A pack that says something impossible."""


class Pack(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of rules, as of a date. ``lexicon`` names parts that its patterns share."""

    pack: str
    version: str
    as_of: str
    source: str
    lexicon: Mapping[str, str] = {}
    rules: tuple[Rule, ...]


class Respelling(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a word is written to get past checkers: ``written`` is read as ``meant``."""

    written: str
    meant: str


class Spellings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The curated list of such spellings, as data."""

    source: str
    as_of: str
    spellings: tuple[Respelling, ...]


class OwnWord(msgspec.Struct, frozen=True, kw_only=True):
    """A word of the merchant's own bank."""

    term: str
    severity: Severity = Severity.WARN
    reason: str = ""
    suggest: str = ""


class Bank(msgspec.Struct, frozen=True, kw_only=True):
    """All rules in force on a day. Its version changes with any of them."""

    version: str
    as_of: str
    rules: tuple[Rule, ...]
    own: tuple[OwnWord, ...] = ()
    spellings: tuple[Respelling, ...] = ()

    def with_own(self, words: Sequence[OwnWord]) -> "Bank":
        """The same bank with other words of the merchant's own."""
        base = self.version.partition("+")[0]
        if not words:
            return msgspec.structs.replace(self, own=(), version=base)
        digest = blake2b(msgspec.msgpack.encode(list(words)), digest_size=3).hexdigest()
        return msgspec.structs.replace(self, own=tuple(words), version=f"{base}+{digest}")

    def strict_on(self, group: Group) -> "Bank":
        """With every rule of a group banned, also inside a sentence: what a switch such as minor protection does."""
        rules = tuple(
            msgspec.structs.replace(rule, severity="block", soft=False) if rule.group == group else rule
            for rule in self.rules
        )
        return msgspec.structs.replace(self, rules=rules, version=f"{self.version}+{group}")

    def without(self, rule_id: str) -> "Bank":
        """Without one rule."""
        return msgspec.structs.replace(self, rules=tuple(rule for rule in self.rules if rule.id != rule_id))


def read_pack(content: bytes) -> Pack:
    """A pack as its file says it. Raises BankTrouble."""
    try:
        pack = msgspec.json.decode(content, type=Pack)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BankTrouble(str(error)) from error
    for rule in pack.rules:
        _check(rule, pack.lexicon)
    return pack


def read_spellings(content: bytes) -> Spellings:
    """The list of spellings. Raises BankTrouble."""
    try:
        return msgspec.json.decode(content, type=Spellings)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BankTrouble(str(error)) from error


def assemble(packs: Iterable[Pack], day: str, spellings: Spellings | None = None) -> Bank:
    """The rules of all packs that are in force on ``day`` (``"2026-11-25"``). Raises BankTrouble."""
    packs = list(packs)
    rules: dict[str, Rule] = {}
    for pack in packs:
        for rule in pack.rules:
            if rule.id in rules:
                raise BankTrouble(f"{rule.id} twice")
            rules[rule.id] = msgspec.structs.replace(rule, pattern=_expand(rule.pattern, pack.lexicon))
    kept = tuple(
        rule for rule in rules.values() if rule.valid_from <= day and (not rule.valid_to or day <= rule.valid_to)
    )
    return Bank(
        version=max(pack.version for pack in packs),
        as_of=min(pack.as_of for pack in packs),
        rules=kept,
        spellings=spellings.spellings if spellings else (),
    )


def own_word_trouble(term: str) -> str:
    """Why a word cannot be one's own; empty: it can. Patterns are never taken: a word is its letters."""
    term = term.strip()
    if len(term) <= LONGEST and sum(category(char)[0] not in "CM" for char in term) < SHORTEST:  # what is seen of it
        return "short"
    if len(term) > LONGEST or "\n" in term:
        return "long"
    return "" if re.search(r"\w", term) else "signs"


@lru_cache(256)
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the bank."""
    return re.compile(pattern)


def _check(rule: Rule, lexicon: Mapping[str, str]) -> None:
    if not rule.law:
        raise BankTrouble(f"{rule.id}: no article")
    if bool(rule.pattern) != bool(rule.triggers) or not (rule.pattern or rule.terms):
        raise BankTrouble(f"{rule.id}: a pattern needs triggers, and a rule needs words or a pattern")
    if any(not term.strip() for term in (*rule.terms, *rule.triggers)):
        raise BankTrouble(f"{rule.id}: an empty word")
    if unknown := set(rule.except_) - set(rule.terms):
        raise BankTrouble(f"{rule.id}: exceptions for words it has not: {', '.join(sorted(unknown))}")
    if not rule.pattern:
        return
    try:
        if compiled(_expand(rule.pattern, lexicon)).match(""):
            raise BankTrouble(f"{rule.id}: matches nothing at all")
    except re.error as error:
        raise BankTrouble(f"{rule.id}: {error}") from error


def _expand(pattern: str, lexicon: Mapping[str, str]) -> str:
    """Names in braces by what they stand for; three levels deep are enough for a lexicon."""
    for _ in range(4):
        pattern = _NAMED.sub(lambda name: lexicon.get(name[1], name[0]), pattern)
    return pattern
