"""A report of a self-check as HTML, which a browser shows, the window shows and a PDF is made of."""

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Final

from console.documents import self_check_words as say
from console.documents.self_check_words import NOTHING, Lang, Words, report_words
from console.rules.self_check import SEVERITIES, SIGNERS, SOURCES, Issue, Source
from console.store.self_checks import Kept

MOST: Final = 300  # rows of a list; the workbook has all
INK: Final = {"block": "#B42318", "warn": "#B54708", "evidence": "#5B3CC4", "info": "#175CD3"}
STATE_INK: Final = {"open": "#B42318", "pardoned": "#667085", "mended": "#067647"}
STAMP_INK: Final = ("#B54708", "#B54708", "#067647")
FAINT, LINE, GROUND = "#667085", "#D0D5DD", "#F2F4F7"
STYLE: Final = """
body{max-width:820px;margin:24px auto;padding:0 24px;background:#fff;color:#101828;
font:14px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif}
table{width:100%} h1{margin:0} @media print{body{margin:0}}
"""
Cells = Sequence[object]


def page(kept: Kept, lang: Lang, *, broken: bool = False) -> str:
    """A file of its own, for a browser."""
    words = report_words(lang)
    title = escape(f"{words['title']} {kept.report.month}")
    tongue = "zh-CN" if lang == "zh_CN" else "en"
    head = f'<meta charset="utf-8"><title>{title}</title><style>{STYLE}</style>'
    return (
        f'<!doctype html><html lang="{tongue}"><head>{head}</head><body>{body(kept, lang, broken=broken)}</body></html>'
    )


def body(kept: Kept, lang: Lang, *, broken: bool = False, most: int = MOST) -> str:
    """The whole report; its sections are anchors. ``most`` findings of a source are listed."""
    words = report_words(lang)
    parts = [
        _head(kept, words, broken),
        _section("summary", 1, words),
        f"<p>{escape(say.summary(kept, words))}</p>",
        _cards(kept, words),
        f"<h3>{escape(words['by_severity'])}</h3>",
        _matrix(kept, words),
        _open(kept, words),
        _section("scope", 2, words),
        _scope(kept, words),
        _section("findings", 3, words, len(kept.report.issues)),
        _findings(kept, words, most),
        _section("suppressed", 4, words, len(kept.report.pardons)),
        _suppressed(kept, words),
        _section("trend", 5, words),
        _trend(kept, words),
        _section("signs", 6, words),
        _signs(kept, words),
        _section("inputs", 7, words),
        _inputs(kept, words),
        f"<p style='color:{FAINT}'><small>{escape(words['caution'])}</small></p>",
    ]
    return "".join(parts)


def foot(kept: Kept, lang: Lang) -> str:
    """Under every page of a PDF; page numbers are put in later."""
    said = report_words(lang)["foot"].format(month=kept.report.month, n=kept.number, hash=kept.hash[:16])
    return said + " · {page} / {pages}"


def write_html(path: Path, kept: Kept, lang: Lang, *, broken: bool = False) -> None:
    """Whole, or not at all. Blocks. Raises OSError."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(page(kept, lang, broken=broken), encoding="utf-8")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _section(key: str, number: int, words: Words, count: int | None = None) -> str:
    said = f"{number}&nbsp; {escape(words[key])}" + ("" if count is None else f" <font color='{FAINT}'>{count}</font>")
    return f"<h2><a name='{key}'></a>{said}</h2>"


def _head(kept: Kept, words: Words, broken: bool) -> str:
    report = kept.report
    signed = sum(kept.signed(role) is not None for role in SIGNERS)
    ink = INK["block"] if broken else STAMP_INK[signed]
    under = " · ".join([*report.shops, say.month_name(report.month, words)])
    stamp = (
        f"<table border='1' cellspacing='0' cellpadding='6' style='border-collapse:collapse;border-color:{ink}'>"
        f"<tr><td align='center'><font color='{ink}'><b>{escape(say.stamp(kept, words, broken=broken))}</b></font></td>"
        "</tr></table>"
    )
    title = f"<h1>{escape(words['title'])}</h1><font color='{FAINT}'>{escape(under)}</font>"
    facts = (
        ("frozen", say.moment(report.until_at)),
        ("bank", report.bank),
        ("keep_until", f"{say.day(report.keep_until)}（{words['keep_note']}）"),
        ("made_by", kept.made_by or NOTHING),
    )
    told = " &nbsp; ".join(f"{escape(words[key])} {escape(value)}" for key, value in facts)
    return (
        f"<table width='100%'><tr><td>{title}</td><td width='130' align='right' valign='top'>{stamp}</td></tr></table>"
        f"<p style='color:{FAINT}'><small>{told}</small></p><hr>"
    )


def _cards(kept: Kept, words: Words) -> str:
    report, by = kept.report, say.change(kept)
    found, mended = len(report.issues), report.count(state="mended")
    blocks = report.open_blocks
    against = words["no_before_short"] if by is None else words["against_before"].format(n=say.signed_number(by))
    cards = (
        (words["found"], found, against, FAINT if by is None or by > 0 else STATE_INK["mended"]),
        (words["mended"], mended, f"{mended * 100 // found}%" if found else NOTHING, FAINT),
        (words["pardoned"], report.count(state="pardoned"), words["with_reason"], FAINT),
        (
            words["open"],
            report.count(state="open"),
            words["with_blocks"].format(n=blocks) if blocks else words["no_blocks"],
            INK["block"] if blocks else FAINT,
        ),
    )
    cells = "".join(
        f"<td width='25%' bgcolor='{GROUND}'><font color='{FAINT}'>{escape(name)}</font><br>"
        f"<font size='6'><b>{number}</b></font><br><small><font color='{ink}'>{escape(under)}</font></small></td>"
        for name, number, under, ink in cards
    )
    return f"<table width='100%' cellspacing='6' cellpadding='8'><tr>{cells}</tr></table>"


def _matrix(kept: Kept, words: Words) -> str:
    """Every count here is counted from the findings themselves; the last row is their sum."""
    report = kept.report
    looked = {one.source: say.looked_words(one, words) for one in report.looked}
    rows = [_matrix_row(kept, words[source], looked.get(source, NOTHING), source) for source in SOURCES]
    rows.append([f"<b>{cell}</b>" for cell in _matrix_row(kept, words["total"], "", None)])
    heads = [words[key] for key in ("source", "looked", *SEVERITIES, "before", "difference")]
    return _table(heads, rows, right=range(1, 8), wide=(22, 14, 11, 11, 10, 9, 12, 11), raw=True)


def _matrix_row(kept: Kept, name: str, looked: str, source: Source | None) -> list[str]:
    report = kept.report
    counts = [report.count(source=source, severity=severity) for severity in SEVERITIES]
    first = f"<font color='{INK['block']}'><b>{counts[0]}</b></font>" if counts[0] else "0"
    last = [NOTHING, NOTHING]
    if report.before:
        before = sum(report.before.values()) if source is None else report.before.get(source, 0)
        last = [str(before), say.signed_number(sum(counts) - before)]
    return [escape(name), escape(looked), first, *map(str, counts[1:]), *last]


def _open(kept: Kept, words: Words) -> str:
    found = [one for one in say.sorted_issues(kept.report.issues) if one.state == "open"]
    if not found:
        return f"<p>{escape(words['none_open'])}</p>"
    rows = [_open_row(one, words) for one in found[:12]]
    more = (
        "" if len(found) <= 12 else f"<p><small>{escape(words['first_rows'].format(n=12, all=len(found)))}</small></p>"
    )
    title = f"<h3>{escape(words['open_list'].format(n=len(found)))}</h3>"
    return title + _table((), rows, wide=(24, 36, 40), raw=True) + more


def _open_row(one: Issue, words: Words) -> list[str]:
    grade = f"<font color='{INK[one.severity]}'><b>{escape(words[one.severity])}&nbsp; {escape(one.rule_id)}</b></font>"
    return [grade, escape(say.wording(one, words)), f"{escape(words[one.source])} · {escape(say.where(one))}"]


def _scope(kept: Kept, words: Words) -> str:
    rows: list[Cells] = []
    for one in kept.report.looked:
        of = words["unknown"] if one.of is None else f"{one.of:,}"
        share = NOTHING if not one.of else f"{min(100, one.looked * 100 // one.of)}%"
        rows.append((words[one.source], say.looked_words(one, words), of, share))
    heads = [words[key] for key in ("source", "scope_done", "scope_of", "scope_share")]
    note = f"<p style='color:{FAINT}'><small>{escape(words['scope_note'])}</small></p>"
    return _table(heads, rows, right=(1, 2, 3), wide=(40, 20, 20, 20)) + note


def _findings(kept: Kept, words: Words, most: int) -> str:
    if not kept.report.issues:
        return f"<p>{escape(words['no_findings'])}</p>"
    parts = []
    for source in SOURCES:
        mine = say.sorted_issues([one for one in kept.report.issues if one.source == source])
        if not mine:
            continue
        parts.append(f"<h3><a name='{source}'></a>{escape(words[source])} {len(mine)}</h3>")
        rows = [_finding(one, words) for one in mine[:most]]
        heads = [words[key] for key in ("severity", "where", "wording", "why", "state")]
        parts.append(_table(heads, rows, wide=(15, 20, 27, 26, 12), raw=True))
        if len(mine) > most:
            parts.append(f"<p>{escape(words['first_rows'].format(n=most, all=len(mine)))}</p>")
    return "".join(parts)


def _finding(one: Issue, words: Words) -> list[str]:
    grade = f"<font color='{INK[one.severity]}'><b>{escape(words[one.severity])}</b><br>{escape(one.rule_id)}</font>"
    end = f"<font color='{STATE_INK[one.state]}'>{escape(say.state(one, words))}</font>"
    return [grade, escape(say.where(one)), escape(say.wording(one, words)), escape(say.why(one, words)), end]


def _suppressed(kept: Kept, words: Words) -> str:
    if not kept.report.pardons:
        return f"<p>{escape(words['no_suppressed'])}</p>"
    rows = [
        (
            one.rule_id,
            f"“{one.plain}” {say.scope(one, words)}",
            one.reason,
            one.author or NOTHING,
            say.moment(one.given_at),
            words["no_end"] if one.until_at is None else say.moment(one.until_at),
            one.covered,
        )
        for one in kept.report.pardons
    ]
    heads = [words[key] for key in ("rule", "wording", "reason", "author", "given", "until", "covered")]
    return _table(heads, rows, right=(6,), wide=(14, 22, 22, 10, 13, 13, 6))


def _trend(kept: Kept, words: Words) -> str:
    now = (kept.report.month, len(kept.report.issues), kept.report.count(state="open"))
    rows: list[Cells] = [(one.month, one.found, one.open) for one in kept.report.trend]
    return _table([words["month"], words["found"], words["open"]], [*rows, now], right=(1, 2), wide=(40, 30, 30))


def _signs(kept: Kept, words: Words) -> str:
    rows: list[Cells] = []
    for role in SIGNERS:
        one = kept.signed(role)
        if one is None:
            rows.append((words[role], words["to_sign"], NOTHING, NOTHING, NOTHING))
        else:
            rows.append((words[role], one.name, say.moment(one.at), one.note or NOTHING, one.hash[:16]))
    heads = ["", words["name"], words["time"], words["note"], "SHA-256"]
    return _table(heads, rows, wide=(14, 16, 20, 30, 20))


def _inputs(kept: Kept, words: Words) -> str:
    rows: list[Cells] = [(words[one.source], one.sha256) for one in kept.report.looked]
    rows += [(f"{words['file']} {name}", sha256) for name, sha256, _ in kept.report.files]
    rows.append((words["chained"], kept.before or words["first_report"]))
    rows.append((words["hash"], kept.hash))
    return f"<p><small>{escape(words['inputs_note'])}</small></p>" + _table((), rows, wide=(22, 78))


def _table(
    heads: Cells, rows: Iterable[Cells], right: Iterable[int] = (), wide: Sequence[int] = (), *, raw: bool = False
) -> str:
    """``wide``: shares of the whole, in percent; ``raw``: the cells are HTML already."""
    sides = set(right)
    lines = [_line("th", heads, sides, wide, raw=False)] if heads else []
    lines += [_line("td", row, sides, wide, raw=raw) for row in rows]
    return f"<table border='0' cellspacing='0' cellpadding='5' width='100%'>{''.join(lines)}</table>"


def _line(tag: str, cells: Cells, right: set[int], wide: Sequence[int], *, raw: bool) -> str:
    ground = f" bgcolor='{GROUND}'" if tag == "th" else ""
    made = []
    for at, cell in enumerate(cells):
        share = f" width='{wide[at]}%'" if at < len(wide) else ""
        said = str(cell) if raw else escape(str(cell))
        side = "right" if at in right else "left"
        rule = f" style='border-bottom:1px solid {LINE}'"
        made.append(f"<{tag} align='{side}'{ground}{share}{rule}>{said}</{tag}>")
    return f"<tr>{''.join(made)}</tr>"
