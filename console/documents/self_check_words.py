"""What a report of a self-check says, in the reader's language, and how its rows read in every form of it."""

import csv
import io
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, Literal

from console.bundled import bundled
from console.core.clock import shop_datetime
from console.rules.self_check import SIGNERS, Issue, Looked, Suppressed
from console.store.self_checks import Kept

Lang = Literal["zh_CN", "en"]
Words = Mapping[str, str]
NOTHING: Final = "—"


@cache
def report_words(lang: Lang) -> Words:
    """From ``resources/selfcheck_words.csv``."""
    text = bundled("resources", "selfcheck_words.csv").read_text(encoding="utf-8")
    return {row["key"]: row["zh" if lang == "zh_CN" else "en"] for row in csv.DictReader(io.StringIO(text))}


def moment(at: int | None) -> str:
    """``2026-11-22 20:00`` in shop time."""
    return NOTHING if at is None else f"{shop_datetime(at):%Y-%m-%d %H:%M}"


def day(at: int) -> str:
    """``2029-11-30`` in shop time; of a midnight the day before it, which is the last one."""
    return f"{shop_datetime(at - 1):%Y-%m-%d}"


def month_name(month: str, words: Words) -> str:
    """``2026 年 11 月``."""
    year, _, number = month.partition("-")
    return words["month_of"].format(year=year, month=number)


def stamp(kept: Kept, words: Words, *, broken: bool = False) -> str:
    """How far it is signed; a record that was changed says so before all else."""
    if broken:
        return words["broken"]
    signed = sum(kept.signed(role) is not None for role in SIGNERS)
    return words[("draft", "half_signed", "signed")[signed]]


def summary(kept: Kept, words: Words) -> str:
    """In one paragraph: what was looked at, what was found, how it compares."""
    report = kept.report
    looked = {one.source: one.looked for one in report.looked}
    said = words["summary_text"].format(
        goods=f"{looked.get('titles', 0):,}",
        scripts=looked.get("scripts", 0),
        shows=looked.get("speech", 0),
        chats=f"{looked.get('chats', 0):,}",
        found=len(report.issues),
        **{state: report.count(state=state) for state in ("mended", "pardoned", "open")},
    )
    parts = [said, words["lapsed_text"].format(n=report.lapsed) if report.lapsed else "", against_before(kept, words)]
    return ("" if said.endswith("。") else " ").join(part for part in parts if part)


def against_before(kept: Kept, words: Words) -> str:
    """How the month compares with the one before."""
    by = change(kept)
    if by is None:
        return words["no_before"]
    return words["same"] if not by else words["more" if by > 0 else "less"].format(n=abs(by))


def change(kept: Kept) -> int | None:
    """How many more were found than in the month before; None: it has no report."""
    before = kept.report.before
    return len(kept.report.issues) - sum(before.values()) if before else None


def signed_number(value: int) -> str:
    """With a real minus."""
    return f"+{value}" if value > 0 else str(value).replace("-", "−")


def looked_words(one: Looked, words: Words) -> str:
    """How much was looked at, in its own unit."""
    unit = {"speech": "unit_shows", "comments": "unit_shows", "chats": "unit_lines"}.get(one.source)
    return f"{one.looked:,}" if unit is None else words[unit].format(n=f"{one.looked:,}")


def where(one: Issue) -> str:
    """The text it stands in, and where in it."""
    return " · ".join(part for part in (one.name, one.place) if part)


def wording(one: Issue, words: Words) -> str:
    """What was found, with the sentence around it; of a ledger its date."""
    if one.source == "certificates":
        return words["ends"].format(day=one.text) if one.text else NOTHING
    if one.source == "violations":
        due = words["appeal_by"].format(day=one.text) if one.text else ""
        return " · ".join(part for part in (one.sentence, due) if part) or NOTHING
    quoted = f"“{one.text}”"
    return quoted if one.sentence in ("", one.text) else f"{quoted} {one.sentence}"


def why(one: Issue, words: Words) -> str:
    """The reason with its article."""
    reason = words.get(one.reason, one.reason)
    return f"{reason}（{one.law}）" if one.law else reason


def state(one: Issue, words: Words) -> str:
    """What became of it; what was let pass says by whom and why."""
    said = words[f"state_{one.state}"]
    return said if one.state != "pardoned" else " · ".join(p for p in (said, one.pardon_by, one.pardon_reason) if p)


def scope(one: Suppressed, words: Words) -> str:
    """How far a pardon reaches."""
    return " ".join(part for part in (words.get(f"scope_{one.scope}", one.scope), one.subject) if part)


def sorted_issues(issues: Sequence[Issue]) -> list[Issue]:
    """The gravest first, what is open before what is not."""
    grades = ("block", "warn", "evidence", "info")
    states = ("open", "pardoned", "mended")
    return sorted(issues, key=lambda one: (states.index(one.state), grades.index(one.severity), one.source, one.name))
