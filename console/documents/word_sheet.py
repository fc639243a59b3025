"""The merchant's own words as a table: out, and in again with every bad row named."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from console.documents.sheets import Export, Field, read
from console.rules.wording.bank import OwnWord, own_word_trouble
from console.rules.wording.nouns import Severity

TITLES = ("词", "级别", "原因", "建议")
_LEVELS = {
    Severity.BLOCK: "禁用",
    Severity.WARN: "提示",
    Severity.EVIDENCE: "举证",
    Severity.INFO: "风格",
}
_READ = {word: level for level, word in _LEVELS.items()} | {level.word: level for level in Severity}


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What a file holds: words, and the rows that are none."""

    words: tuple[OwnWord, ...]
    bad: tuple[int, ...] = ()


def export_words(path: Path, words: Iterable[OwnWord]) -> None:
    """Write them. Raises OSError."""
    with Export(path, [Field(title=title, wide=24) for title in TITLES]) as sheet:
        sheet.add((word.term, _LEVELS[word.severity], word.reason, word.suggest) for word in words)


def import_words(path: Path) -> Taken:
    """Read them; an empty level is a caution. Raises SheetTrouble, OSError."""
    found: dict[str, OwnWord] = {}
    bad: list[int] = []
    for row in read(path, TITLES[:1]):
        term = row.cells[TITLES[0]].strip()
        level = _READ.get(row.cells.get(TITLES[1], "").strip() or "warn")
        if level is None or own_word_trouble(term):
            bad.append(row.number)
            continue
        reason, suggest = (row.cells.get(title, "").strip() for title in TITLES[2:])
        found[term] = OwnWord(term=term, severity=level, reason=reason, suggest=suggest)
    return Taken(words=tuple(found.values()), bad=tuple(bad))
