"""The monthly self-check: what of a shop's words and papers was looked at, what was found, and what became of it. Pure.

Found are open, pardoned and mended findings: found = open + pardoned + mended, for every source and every severity.
Mended is what an earlier report of the month, or the last one of the month before, had as open, and what is not found
any more although its source was looked at; where its words still stand the word bank changed, and nothing is mended.
What was said in a show or a chat has happened: it is never mended.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal, get_args

import msgspec

from console.core.clock import parse_shop_time, shop_datetime
from console.rules import proof_period
from console.rules.review_masks import masked
from console.rules.wording.engine import Checker
from console.rules.wording.nouns import Category, Finding, SeverityWord, Surface
from console.rules.wording.pardons import Pardon

Source = Literal["titles", "details", "scripts", "speech", "comments", "chats", "certificates", "violations"]
State = Literal["open", "pardoned", "mended"]
Signer = Literal["checker", "reviewer"]
SOURCES: Final[tuple[Source, ...]] = get_args(Source)
SEVERITIES: Final[tuple[SeverityWord, ...]] = ("block", "warn", "evidence", "info")
STATES: Final[tuple[State, ...]] = get_args(State)
SIGNERS: Final[tuple[Signer, ...]] = get_args(Signer)
HAPPENED: Final[frozenset[Source]] = frozenset({"speech", "comments", "chats"})
SURFACES: Final[Mapping[Source, Surface]] = {
    "titles": "title",
    "details": "detail",
    "scripts": "script",
    "speech": "live",
    "comments": "comment",
    "chats": "chat",
}
KEPT_YEARS: Final = 3
VERSION: Final = "1"
TREND_MONTHS: Final = 6
LETTERS: Final = 120
_END: Final = re.compile(r"[。！？!?；;\n]")


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A text to be looked at. ``subject`` is its key, ``name`` what a person calls it, ``place`` where in it."""

    source: Source
    subject: str
    name: str
    text: str
    place: str = ""
    category: Category = "general"


class Issue(msgspec.Struct, frozen=True, kw_only=True):
    """One finding. ``reason`` are words, or a code of the document's words; ``sentence`` is masked."""

    source: Source
    subject: str
    name: str
    severity: SeverityWord
    rule_id: str
    text: str
    state: State = "open"
    place: str = ""
    sentence: str = ""
    reason: str = ""
    law: str = ""
    evasive: bool = False
    key: str = ""  # the same finding has the same key in every report
    pardon_reason: str = ""
    pardon_by: str = ""
    pardon_until: int | None = None


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """How much of a source was looked at; ``of`` None: nobody knows how much there is. ``sha256`` of all of it."""

    source: Source
    looked: int
    of: int | None
    sha256: str = ""


class Suppressed(msgspec.Struct, frozen=True, kw_only=True):
    """A pardon that stood in the month, and how many findings it covered."""

    rule_id: str
    plain: str
    scope: str
    subject: str
    reason: str
    author: str
    given_at: int
    until_at: int | None
    covered: int = 0


class MonthSum(msgspec.Struct, frozen=True, kw_only=True):
    """What the last report of a month found."""

    month: str
    found: int
    open: int


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The whole of a month's self-check; ``until_at``: the inputs were frozen then."""

    month: str
    made_at: int
    until_at: int
    bank: str
    shops: tuple[str, ...] = ()
    looked: tuple[Looked, ...] = ()
    issues: tuple[Issue, ...] = ()
    pardons: tuple[Suppressed, ...] = ()
    files: tuple[tuple[str, str, int], ...] = ()  # chat logs: name, SHA-256, lines
    before: Mapping[str, int] = {}  # found by source in the month before; empty: it has no report
    trend: tuple[MonthSum, ...] = ()  # earlier months, oldest first
    lapsed: int = 0  # of an earlier report's, no finding any more although the words stand: neither found nor mended
    rules: str = VERSION

    def count(
        self, *, source: Source | None = None, severity: SeverityWord | None = None, state: State | None = None
    ) -> int:
        """How many findings are of that kind."""
        return sum(
            source in (None, one.source) and severity in (None, one.severity) and state in (None, one.state)
            for one in self.issues
        )

    @property
    def open_blocks(self) -> int:
        """Banned, and nobody let it pass: whoever signs says why."""
        return self.count(severity="block", state="open")

    @property
    def completion(self) -> float | None:
        """0…1, each source that has anything counting alike; None: there is nothing to look at."""
        return completion(self.looked)

    @property
    def keep_until(self) -> int:
        """The first instant at which it may go, ms UTC."""
        return keep_until(self.month, self.made_at)


def completion(looked: Iterable[Looked]) -> float | None:
    """A source of unknown size counts as done once anything of it was looked at."""
    shares = [
        (1.0 if one.looked else 0.0) if one.of is None else min(1.0, one.looked / one.of)
        for one in looked
        if one.of != 0
    ]
    return sum(shares) / len(shares) if shares else None


def keep_until(month: str, made_at: int) -> int:
    """Three whole years after the month, or after it was made where that was later."""
    begun = max(proof_period.month(month).end_at, made_at)
    day = shop_datetime(begun)
    year = day.year + KEPT_YEARS
    date = f"{year}-02-28" if (day.month, day.day) == (2, 29) else f"{year}-{day:%m-%d}"
    return parse_shop_time(f"{date} {day:%H:%M:%S}")


def inputs_hash(passages: Iterable[Passage]) -> str:
    """Of every text with what it belongs to, whatever the order."""
    lines = sorted(f"{one.subject}\0{one.place}\0{one.category}\0{one.text}" for one in passages)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def look(passages: Iterable[Passage], checker: Checker, pardons: Sequence[Pardon], now: int) -> list[Issue]:
    """What the checker finds in these texts; what was let pass is among it, marked."""
    found = []
    for one in passages:
        surface = SURFACES[one.source]
        for finding in checker.check(one.text, surface, one.category).findings:
            found.append(_issue(one, finding, pardons, now))
    return found


def _issue(one: Passage, finding: Finding, pardons: Sequence[Pardon], now: int) -> Issue:
    names = (one.subject, one.name)
    pardon = next((each for each in pardons if any(each.covers(finding, name, now) for name in names)), None)
    return Issue(
        source=one.source,
        subject=one.subject,
        name=masked(one.name),
        place=one.place,
        severity=finding.severity.word,
        rule_id=finding.rule_id,
        text=masked(finding.text),
        sentence=masked(sentence(one.text, finding.start, finding.end)),
        reason=finding.rule.reason,
        law=finding.rule.law,
        evasive=finding.evasive,
        state="open" if pardon is None else "pardoned",
        key=key_of(one.source, one.subject, finding.rule_id, finding.plain, finding.around),
        pardon_reason="" if pardon is None else pardon.reason,
        pardon_by="" if pardon is None else pardon.author,
        pardon_until=None if pardon is None else pardon.until_at,
    )


def key_of(*parts: str) -> str:
    """What a finding is known by: not by where it stands, so that text above may be moved."""
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=8).hexdigest()


def sentence(text: str, start: int, end: int) -> str:
    """The sentence around a finding, and no more of the text."""
    ends = [match.end() for match in _END.finditer(text, 0, start)]
    begin = max(ends[-1] if ends else 0, start - LETTERS)
    stop = _END.search(text, end)
    last = min(stop.end() if stop else len(text), end + LETTERS)
    return " ".join(text[begin:last].split())


def suppressions(pardons: Iterable[Pardon], issues: Sequence[Issue], begin_at: int, until_at: int) -> list[Suppressed]:
    """All pardons that stood within the stretch, with what they covered."""
    found = []
    for one in pardons:
        if one.given_at > until_at or (one.until_at is not None and one.until_at < begin_at):
            continue
        told = {name: getattr(one, name) for name in Suppressed.__struct_fields__ if name != "covered"}
        covered = sum(_covers(one, issue) for issue in issues)
        found.append(Suppressed(**told | {"plain": masked(one.plain)}, covered=covered))
    return found


def _covers(pardon: Pardon, issue: Issue) -> bool:
    same = (issue.rule_id, issue.pardon_reason, issue.pardon_by) == (pardon.rule_id, pardon.reason, pardon.author)
    of_it = pardon.scope == "shop" or pardon.subject in (issue.subject, issue.name)
    return issue.state == "pardoned" and same and of_it and issue.pardon_until == pardon.until_at


def with_mended(
    issues: Sequence[Issue], looked: Iterable[Looked], earlier: Report | None, month: str, passages: Iterable[Passage]
) -> tuple[tuple[Issue, ...], int]:
    """The findings with those of an earlier report that are mended; each key at most as often as it was found.

    Also how many are gone although their words stand where they stood: the word bank or the category changed, nobody
    mended anything. Of one month they are added up, from report to report.
    """
    if earlier is None:
        return tuple(issues), 0
    whole = {one.source for one in looked if one.looked or one.of == 0} - HAPPENED
    now = {(one.source, one.key) for one in issues}
    gone = [
        msgspec.structs.replace(one, state="mended")
        for one in earlier.issues
        if one.source in whole
        and (one.source, one.key) not in now
        and (one.state == "open" or (one.state == "mended" and earlier.month == month))
    ]
    texts = _texts(gone, passages)
    mended = [one for one in gone if not _stands(one, texts.get((one.source, one.subject), ""))]
    before = earlier.lapsed if earlier.month == month else 0
    return (*issues, *mended), before + len(gone) - len(mended)


def _texts(gone: Iterable[Issue], passages: Iterable[Passage]) -> dict[tuple[Source, str], str]:
    """What is written today where these findings were, in one line each."""
    wanted = {(one.source, one.subject) for one in gone}
    found: dict[tuple[Source, str], list[str]] = {}
    for one in passages:
        if (one.source, one.subject) in wanted:
            found.setdefault((one.source, one.subject), []).append(" ".join(one.text.split()))
    return {place: "\n".join(texts) for place, texts in found.items()}


def _stands(one: Issue, text: str) -> bool:
    """Whether the sentence of a finding is still there, which was kept with persons covered."""
    said = one.sentence or one.text
    return bool(text) and (said in text or said in "\n".join(masked(line) for line in text.split("\n")))


def same_person(one: str, other: str) -> bool:
    """Whether two names are one, however they were typed: nobody reviews what they checked themselves."""
    return _bare(one) == _bare(other)


def _bare(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def by_source(report: Report) -> dict[str, int]:
    """What a later month compares with."""
    return {source: report.count(source=source) for source in SOURCES}


def check_chat(name: str, lines: Iterable[str], checker: Checker) -> list[Issue]:
    """What is risky in a log of the shop's own chats; of each line only the sentence that matters is kept, masked."""
    passages = [
        Passage(source="chats", subject=name, name=name, place=str(number), text=line)
        for number, line in enumerate(lines, 1)
        if line.strip()
    ]
    return look(passages, checker, (), 0)
