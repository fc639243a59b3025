"""``check``: the wording of a file, without a window. Code 0: nothing is blocked; 1: something is; 2: not readable."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from console.catalogue import Language
from console.cli.arguments import Options
from console.cli.say import FINDINGS, OK, USAGE, answer, say

if TYPE_CHECKING:
    from console.documents.passages import Passage
    from console.rules.wording.engine import Checker
    from console.rules.wording.nouns import Category, Finding, Surface


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A finding as it is answered: ``start`` and ``end`` are code points of the line, the cell or the cue."""

    rule_id: str
    severity: str
    start: int
    end: int
    text: str
    line: int
    cell: str | None
    reason: str
    law: str
    suggestions: tuple[str, ...]
    evasive: bool


def run(options: Options) -> int:
    """Check one file; returns the exit code."""
    from console.documents.passages import PassageTrouble

    lang = options.lang or "zh_CN"
    try:
        read = _read(options.file)
    except PassageTrouble as trouble:
        say(trouble.code, lang, path=options.file, detail=trouble.detail)
        return USAGE
    except OSError as error:
        say(
            "cli.unreadable_file" if options.file.exists() else "cli.no_file",
            lang,
            path=options.file,
            detail=error.strerror or "",
        )
        return USAGE
    from console.core.clock import SystemClock, shop_datetime
    from console.wording import checker

    by = checker(shop_datetime(SystemClock().now_ms()).date().isoformat())
    found = list(look(by, read, options.surface, options.category))
    wrong = answer(_said(found, by.bank.version, options, lang), lang)
    if wrong:
        return wrong
    return FINDINGS if any(one.severity == "block" for one in found) else OK


def _read(file: Path) -> "list[Passage]":
    from console.documents.passages import MOST_BYTES, passages, read_passages

    if str(file) == "-":
        return passages(sys.stdin.buffer.read(MOST_BYTES + 1), "txt", "-")
    return read_passages(file)


def look(checker: "Checker", read: "Iterable[Passage]", surface: "Surface", category: "Category") -> Iterator[Found]:
    """What is found, in the order of the file. Lines of one text are looked at together: posters break words."""
    text: list[Passage] = []
    for passage in read:
        if passage.cell:
            yield from _found(checker, [passage], surface, category)
        else:
            text.append(passage)
    yield from _found(checker, text, surface, category)


def _found(checker: "Checker", read: "list[Passage]", surface: "Surface", category: "Category") -> Iterator[Found]:
    from console.rules.wording.markers import markers, with_markers

    if not read:
        return
    starts, at = [], 0
    for passage in read:
        starts.append(at)
        at += len(passage.text) + 1
    text = "\n".join(passage.text for passage in read)
    verdict = with_markers(checker.check(text, surface, category), markers(text))
    number = 0
    for finding in verdict.findings:
        while number + 1 < len(starts) and starts[number + 1] <= finding.start:
            number += 1
        yield _placed(finding, read[number], starts[number])


def _placed(finding: "Finding", passage: "Passage", at: int) -> Found:
    """A finding that goes on in the next line ends here with its own."""
    start, end = finding.start - at, min(finding.end - at, len(passage.text))
    return Found(
        rule_id=finding.rule_id,
        severity=finding.severity.word,
        start=start,
        end=end,
        text=passage.text[start:end],
        line=passage.line,
        cell=passage.cell or None,
        reason=finding.rule.reason,
        law=finding.rule.law,
        suggestions=finding.rule.suggest,
        evasive=finding.evasive,
    )


def _said(found: list[Found], version: str, options: Options, lang: Language) -> Iterator[bytes]:
    if options.format == "json":
        yield msgspec.json.encode({"findings": found, "bank": version})
        return
    if options.format == "sarif":
        from console.cli.check_sarif import sarif

        yield msgspec.json.encode(sarif(found, version, options.file))
        return
    from console.catalogue import words

    for one in found:
        place = one.cell or str(one.line)
        severity = words(f"wording.{one.severity}", lang).text
        why = f"{one.reason}（{one.law}）" + "".join(f" → {each}" for each in one.suggestions)
        yield f"{place}:{one.start + 1}-{one.end} {severity} {one.rule_id} “{one.text}” {why}".encode()
    if not found:
        yield words("wording.clean", lang, detail=version).text.encode()
