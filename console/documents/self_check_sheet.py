"""A report of a self-check as a workbook: summary, every finding, what was let pass, and the inputs' hashes."""

import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from console.documents import self_check_words as say
from console.documents.self_check_words import Lang, report_words
from console.rules.self_check import SEVERITIES, SIGNERS, SOURCES
from console.store.self_checks import Kept

Cells = Sequence[str | int | None]


def write_sheet(path: Path, kept: Kept, lang: Lang, *, broken: bool = False) -> None:
    """Whole, or not at all. Blocks. Raises OSError."""
    import xlsxwriter  # here: nobody waits for it who writes none

    made = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(made, options)
    words = report_words(lang)
    bold = book.add_format({"bold": True})

    def sheet(key: str, titles: Sequence[str], rows: Iterable[Cells], wide: Sequence[int]) -> None:
        page = book.add_worksheet(words[key][:31])
        for place, width in enumerate(wide):
            page.set_column(place, place, width)
        for place, title in enumerate(titles):
            page.write_string(0, place, title, bold)
        page.freeze_panes(1, 0)
        for number, row in enumerate(rows, 1):
            for place, value in enumerate(row):
                _put(page, number, place, value)

    titles = [words[key] for key in ("source", "looked", *SEVERITIES, "before", "difference")]
    sheet("summary", titles, [*_matrix(kept, lang), (), *_facts(kept, lang, broken)], (28, 26, 10, 10, 10, 10, 10, 10))
    titles = [words[key] for key in ("severity", "rule", "source", "where", "wording", "why", "state")]
    sheet("findings", titles, _findings(kept, lang), (10, 20, 18, 34, 40, 44, 30))
    titles = [words[key] for key in ("rule", "wording", "scope", "reason", "author", "given", "until", "covered")]
    sheet("suppressed", titles, _suppressed(kept, lang), (20, 24, 24, 30, 14, 18, 18, 8))
    sheet("inputs", [words["source"], "SHA-256", words["lines"]], _inputs(kept, lang), (34, 70, 10))
    book.close()
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(made.getvalue())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _put(page: Any, row: int, place: int, value: str | int | None) -> None:
    if isinstance(value, str) and value:
        page.write_string(row, place, value[:32_767])
    elif isinstance(value, int):
        page.write_number(row, place, value)


def _matrix(kept: Kept, lang: Lang) -> list[Cells]:
    report, words = kept.report, report_words(lang)
    looked = {one.source: one.looked for one in report.looked}
    rows: list[Cells] = []
    for source in SOURCES:
        counts = [report.count(source=source, severity=severity) for severity in SEVERITIES]
        before = report.before.get(source, 0) if report.before else None
        by = None if before is None else sum(counts) - before
        rows.append((words[source], looked.get(source), *counts, before, by))
    counts = [report.count(severity=severity) for severity in SEVERITIES]
    whole = sum(report.before.values()) if report.before else None
    rows.append((words["total"], None, *counts, whole, say.change(kept)))
    return rows


def _facts(kept: Kept, lang: Lang, broken: bool) -> list[Cells]:
    report, words = kept.report, report_words(lang)
    rows: list[Cells] = [(words[state], report.count(state=state)) for state in ("open", "pardoned", "mended")]
    rows += [
        (words["month"], report.month),
        (words["frozen"], say.moment(report.until_at)),
        (words["bank"], report.bank),
        (words["made_by"], kept.made_by),
        (words["number"], kept.number),
        (words["keep_until"], say.day(report.keep_until)),
        (words["signs"], say.stamp(kept, words, broken=broken)),
    ]
    for role in SIGNERS:
        one = kept.signed(role)
        rows.append((words[role], words["to_sign"] if one is None else f"{one.name} {say.moment(one.at)} {one.note}"))
    return [*rows, (words["chained"], kept.before), (words["hash"], kept.hash), (words["caution"], None)]


def _findings(kept: Kept, lang: Lang) -> list[Cells]:
    words = report_words(lang)
    return [
        (
            words[one.severity],
            one.rule_id,
            words[one.source],
            say.where(one),
            say.wording(one, words),
            say.why(one, words),
            say.state(one, words),
        )
        for one in say.sorted_issues(kept.report.issues)
    ]


def _suppressed(kept: Kept, lang: Lang) -> list[Cells]:
    words = report_words(lang)
    return [
        (
            one.rule_id,
            one.plain,
            say.scope(one, words),
            one.reason,
            one.author,
            say.moment(one.given_at),
            words["no_end"] if one.until_at is None else say.moment(one.until_at),
            one.covered,
        )
        for one in kept.report.pardons
    ]


def _inputs(kept: Kept, lang: Lang) -> list[Cells]:
    words = report_words(lang)
    rows: list[Cells] = [(words[one.source], one.sha256, one.looked) for one in kept.report.looked]
    return [*rows, *[(f"{words['file']} {name}", sha256, lines) for name, sha256, lines in kept.report.files]]
