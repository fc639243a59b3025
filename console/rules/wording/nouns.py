"""What the wording checker speaks of: severities, surfaces, categories, rules and findings."""

from collections.abc import Mapping
from enum import IntEnum
from hashlib import blake2b
from typing import Literal, get_args

import msgspec

SeverityWord = Literal["block", "warn", "evidence", "info"]
Surface = Literal["title", "image", "detail", "video", "script", "live", "chat", "profile", "comment"]
Category = Literal["general", "beauty", "food", "health", "medical", "education", "investment"]
Group = Literal[
    "absolute", "authority", "symbol", "medical", "proof", "promise", "price", "rivals", "fake", "brushing",
    "diversion", "results", "superstition", "minors", "vulgar", "discrimination", "contraband", "pressure", "service",
    "own",
]  # fmt: skip

SURFACES: tuple[Surface, ...] = get_args(Surface)
CATEGORIES: tuple[Category, ...] = get_args(Category)


class Severity(IntEnum):
    """How grave, least first: only BLOCK stops what the console would send."""

    INFO = 1
    EVIDENCE = 2
    WARN = 3
    BLOCK = 4

    @property
    def word(self) -> SeverityWord:
        """As files and answers write it."""
        return _WORDS[self]

    @classmethod
    def of(cls, word: SeverityWord) -> "Severity":
        """``"warn"`` → WARN."""
        return cls[word.upper()]

    @property
    def lower(self) -> "Severity | None":
        """One step down, where nothing is left to say below INFO. Proof on file is no step of this ladder."""
        return _LOWER[self]


_WORDS: dict[Severity, SeverityWord] = {
    Severity.INFO: "info",
    Severity.EVIDENCE: "evidence",
    Severity.WARN: "warn",
    Severity.BLOCK: "block",
}
_LOWER: dict[Severity, Severity | None] = {
    Severity.INFO: None,
    Severity.EVIDENCE: Severity.INFO,
    Severity.WARN: Severity.INFO,
    Severity.BLOCK: Severity.WARN,
}


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rule of the bank: words, or a pattern that is tried where one of its ``triggers`` stands.

    ``categories`` empty: everywhere; else elsewhere it counts as ``elsewhere``. ``soft``: one step down inside a whole
    sentence, where such a word is often harmless. ``firm``: a buyer's tone or a question excuses nothing;
    ``opinion``: of a buyer it is no more than one.
    """

    id: str
    title: str
    group: Group
    severity: SeverityWord
    law: str
    reason: str
    suggest: tuple[str, ...] = ()
    surfaces: tuple[Surface, ...] = ()
    categories: tuple[Category, ...] = ()
    elsewhere: SeverityWord | None = None
    allowed_in: tuple[Category, ...] = ()  # there only proof is asked for
    raised: Mapping[SeverityWord, tuple[Category, ...]] = {}
    soft: bool = False
    firm: bool = False
    opinion: bool = False
    valid_from: str = ""
    valid_to: str = ""
    terms: tuple[str, ...] = ()
    except_: Mapping[str, tuple[str, ...]] = msgspec.field(name="except", default={})
    pattern: str = ""
    triggers: tuple[str, ...] = ()


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One risk. ``start``, ``end`` are code points of the original text; ``plain`` is how it was understood."""

    rule: Rule
    severity: Severity
    start: int
    end: int
    text: str
    plain: str
    evasive: bool = False
    around: str = ""
    excuse: str = ""  # a key of ``excuses.EXCUSES``: why this is no finding after all, or a milder one

    @property
    def rule_id(self) -> str:
        """The rule that found it."""
        return self.rule.id

    @property
    def fingerprint(self) -> str:
        """Stays as it is when text above is moved."""
        return blake2b(f"{self.rule.id}\0{self.plain}\0{self.around}".encode(), digest_size=8).hexdigest()


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What was found, and what would have been found if it were not excused."""

    findings: tuple[Finding, ...] = ()
    excused: tuple[Finding, ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether something of it must be changed or overridden."""
        return any(one.severity is Severity.BLOCK for one in self.findings)
