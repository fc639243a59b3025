"""What a monthly self-check looks at: texts of goods, run sheets, shows and chats, and the ledgers as they stand."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection

from console import reference
from console.core.clock import SECOND, shop_datetime
from console.rules.certificates import CertState
from console.rules.live_script import Script
from console.rules.proof_period import Period
from console.rules.self_check import SOURCES, Issue, Looked, Passage, Source, inputs_hash, key_of
from console.rules.violations import Case, CaseState, Level, clock
from console.rules.wording.kinds import category_of
from console.rules.wording.nouns import SeverityWord
from console.rules.wording.pardons import Pardon
from console.store import live_scripts, wording
from console.store.ledger import Entry, ledger
from console.store.level_figures import level_figures
from console.store.pages import driver
from console.store.shops import shops
from console.store.violations import cases
from console.store.wording_texts import Texts, all_texts

SHOWS: Final = "SELECT session_id, title, started_at FROM live_sessions WHERE started_at >= ? AND started_at < ?"
TALK: Final = """
SELECT type, at, text FROM live_events
WHERE session_id = ? AND type IN ('comment', 'caption') AND text <> '' ORDER BY at, event_id
"""
FACTS: Final = "SELECT shop_id || '/' || item_id FROM item_facts"
CHATS: Final = "SELECT name, sha256, lines, findings FROM chat_checks WHERE month = ? ORDER BY at, sha256"
GRAVE: Final[dict[CertState, SeverityWord]] = {
    CertState.EXPIRED: "block",
    CertState.MISSED: "warn",
    CertState.URGENT: "warn",
    CertState.RENEW: "info",
}
CASE_GRAVE: Final[dict[Level, SeverityWord]] = {Level.GENERAL: "warn", Level.SERIOUS: "block", Level.GRAVE: "block"}
_issues = msgspec.json.Decoder(tuple[Issue, ...])


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a report of a month is made of, as it was at one moment."""

    shops: tuple[str, ...]
    passages: tuple[Passage, ...]
    issues: tuple[Issue, ...]  # ready: of ledgers, and of chat logs
    looked: tuple[Looked, ...]
    pardons: tuple[Pardon, ...]
    files: tuple[tuple[str, str, int], ...]


def material(conn: Connection, month: Period, now: int) -> Material:
    """Read it all in one transaction."""
    items, sheets = all_texts(conn), live_scripts.scripts(conn)
    passages = [*_of_goods(items), *_of_scripts(sheets), *_of_shows(conn, month)]
    shows = driver(conn).execute(SHOWS, (month.begin_at, month.end_at)).fetchall()
    entries = ledger(conn, (), shop_datetime(now).date(), goods_too=False)
    told = [kept.case for kept in cases(conn) if month.begin_at <= kept.case.notice_at < month.end_at]
    chats = driver(conn).execute(CHATS, (month.key,)).fetchall()
    found = [*_of_certificates(entries), *_of_cases(conn, told, now)]
    for row in chats:
        found += _issues.decode(row[3])
    known = {row[0] for row in driver(conn).execute(FACTS)}
    counts: dict[Source, tuple[int, int | None]] = {
        "titles": (len(items), len(items)),
        "details": (sum(bool(one.detail) or one.subject in known for one in items), len(items)),
        "scripts": (len(sheets), len(sheets)),
        "speech": (_shows_with(passages, "speech"), len(shows)),
        "comments": (_shows_with(passages, "comments"), len(shows)),
        "chats": (sum(row[2] for row in chats), None),
        "certificates": (len(entries), len(entries)),
        "violations": (len(told), len(told)),
    }
    return Material(
        shops=tuple(dict.fromkeys(shop.name or shop.shop_id for shop in shops(conn))),
        passages=tuple(passages),
        issues=tuple(found),
        looked=tuple(_looked(source, *counts[source], passages, entries, told, chats) for source in SOURCES),
        pardons=wording.pardons(conn),
        files=tuple((row[0], row[1], row[2]) for row in chats),
    )


def _looked(
    source: Source,
    looked: int,
    of: int | None,
    passages: Sequence[Passage],
    entries: Sequence[Entry],
    told: Sequence[Case],
    chats: Sequence[tuple[str, str, int, str]],
) -> Looked:
    """With the hash of what was looked at, so that nobody can say later that it was something else."""
    mine: Iterable[Passage] = [one for one in passages if one.source == source]
    if source == "certificates":
        mine = [_plain(source, one.certificate.certificate_id, one.certificate) for one in entries]
    elif source == "violations":
        mine = [_plain(source, one.case_id, one) for one in told]
    elif source == "chats":
        mine = [Passage(source=source, subject=row[1], name="", text=str(row[2])) for row in chats]
    return Looked(source=source, looked=looked, of=of, sha256=inputs_hash(mine))


def _plain(source: Source, subject: str, row: object) -> Passage:
    return Passage(source=source, subject=subject, name="", text=msgspec.json.encode(row, order="sorted").decode())


def _shows_with(passages: Iterable[Passage], source: Source) -> int:
    return len({one.subject for one in passages if one.source == source})


def _of_goods(items: Iterable[Texts]) -> Iterator[Passage]:
    for item in items:
        kind = category_of(item.category)
        yield Passage(source="titles", subject=item.subject, name=item.title, text=item.title, category=kind)
        more = "\n".join(part for part in (item.more, item.detail) if part)
        if more:
            yield Passage(source="details", subject=item.subject, name=item.title, text=more, category=kind)


def _of_scripts(sheets: Iterable[Script]) -> Iterator[Passage]:
    for sheet in sheets:
        for number, cue in enumerate(sheet.cues, 1):
            text = "\n".join(part for part in (cue.title, cue.words) if part)
            kind = category_of(sheet.category)
            yield Passage(
                source="scripts",
                subject=sheet.script_id,
                name=sheet.name,
                place=str(number),
                text=text,
                category=kind,
            )


def _of_shows(conn: Connection, month: Period) -> Iterator[Passage]:
    for session_id, title, started_at in driver(conn).execute(SHOWS, (month.begin_at, month.end_at)).fetchall():
        name = f"{shop_datetime(started_at):%m-%d %H:%M} {title}".strip()
        for kind, at, text in driver(conn).execute(TALK, (session_id,)):
            source: Source = "speech" if kind == "caption" else "comments"
            into = max(0, at - started_at) // SECOND
            place = f"{into // 3600:02}:{into // 60 % 60:02}:{into % 60:02}"
            yield Passage(source=source, subject=session_id, name=name, place=place, text=text)


def _of_certificates(entries: Iterable[Entry]) -> Iterator[Issue]:
    for one in entries:
        state, paper = one.standing.state, one.certificate
        if state not in GRAVE:
            continue
        ends = "" if paper.valid_to is None else paper.valid_to.isoformat()
        yield Issue(
            source="certificates",
            subject=paper.certificate_id,
            name=paper.kind,
            severity=GRAVE[state],
            rule_id=f"CERT-{state.value.upper()}",
            text=ends,
            reason=f"cert_{state.value}",
            key=key_of("certificates", paper.certificate_id, state.value, ends),
        )


def _of_cases(conn: Connection, told: Iterable[Case], now: int) -> Iterator[Issue]:
    """What was won or mended is mended, by its own state; everything else is open, also when the appeal was lost."""
    figures = level_figures(conn)
    for case in told:
        due_at = clock(case, figures, reference.workdays(), now).due_at
        last = "" if due_at is None else f"{shop_datetime(due_at - 1):%Y-%m-%d}"
        yield Issue(
            source="violations",
            subject=case.case_id,
            name=case.cause or case.case_id,
            place=f"{shop_datetime(case.notice_at):%Y-%m-%d}",
            severity=CASE_GRAVE[case.level],
            rule_id=f"CASE-{case.level.value.upper()}",
            text=last,
            sentence=case.subject,
            reason=f"case_{case.state.value}",
            state="mended" if case.state in (CaseState.WON, CaseState.MENDED) else "open",
            key=key_of("violations", case.case_id),
        )
