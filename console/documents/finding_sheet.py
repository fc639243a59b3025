"""What was found in a text as a table: each finding with its article and reason, and what passes with why."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from console.documents.sheets import Export, Field
from console.rules.wording.nouns import Finding, Verdict

TITLES = ("级别", "行", "原文", "规范化后", "规则", "依据", "原因", "建议", "放行原因")


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """How severities and excuses are called, by whoever knows the language."""

    severity: Callable[[Finding], str]
    excuse: Callable[[str], str]


def export_findings(path: Path, text: str, verdict: Verdict, told: Told, titles: Sequence[str] = TITLES) -> None:
    """Write them, in the order of the text; what is excused names its excuse. Raises OSError."""
    with Export(path, [Field(title=title, wide=22) for title in titles]) as sheet:
        sheet.add(_rows(text, verdict, told))


def _rows(text: str, verdict: Verdict, told: Told) -> Iterator[Sequence[str]]:
    number, at = 1, 0
    every: Iterable[Finding] = sorted((*verdict.findings, *verdict.excused), key=lambda one: one.start)
    for one in every:
        number += text.count("\n", at, one.start)
        at = one.start
        yield (
            told.severity(one),
            str(number),
            one.text.replace("\n", " "),
            one.plain if one.plain != one.text else "",
            one.rule_id,
            one.rule.law,
            one.rule.reason,
            "；".join(one.rule.suggest),
            told.excuse(one.excuse) if one.excuse else "",
        )
