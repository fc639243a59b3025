"""Reports of self-checks: kept at least three years, each with the hash of the one before it, signatures likewise.

A report that was changed, put in or taken out later breaks the chain at that place; so does a signature. The last links
are kept apart from the rows and every report is named in the audit, as it is with proofs of reconciliation.
"""

import zlib
from collections.abc import Iterator
from typing import Any, Final

import msgspec
from sqlalchemy import Connection

from console.core.errors import Refused
from console.rules.self_check import SEVERITIES, SOURCES, STATES, Issue, MonthSum, Report, Signer, same_person
from console.store import audit
from console.store.audit import Head
from console.store.proofs import canonical, digest, link_of

MADE: Final = "selfcheck.made"
FORMAT: Final = 1
_HEAD, _FIRST, _SIGNED = "selfcheck.head", "selfcheck.first", "selfcheck.signed"  # keys of the settings; bookkeeping
_COLUMNS = "id, month, made_at, made_by, content, books, hash"
_BOOKS = ("issues", "pardons", "files")


class Sign(msgspec.Struct, frozen=True, kw_only=True):
    """Who signed, as what, when; ``note``: why, where something banned is still open."""

    role: Signer
    name: str
    at: int
    note: str = ""
    hash: str = ""


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A report that was kept, with its signatures."""

    number: int
    made_by: str
    hash: str
    before: str  # the hash that this one is chained to
    report: Report
    signs: tuple[Sign, ...] = ()

    def signed(self, role: Signer) -> Sign | None:
        """The last signature of that kind."""
        return next((one for one in reversed(self.signs) if one.role == role), None)


class Short(msgspec.Struct, frozen=True, kw_only=True):
    """A report in a list."""

    number: int
    month: str
    made_at: int
    found: int
    open: int
    blocks: int
    completion: float | None
    keep_until: int
    hash: str
    signs: int


def keep(conn: Connection, report: Report, by: str, now: int) -> int:
    """Add a report to the chain, and its hash to the audit; returns its number."""
    made_by = str(conn.info.get(audit.ACTOR, "") or by)
    books = canonical({name: getattr(report, name) for name in _BOOKS})
    last = _link(conn, _HEAD)
    values = (last.id + 1, report.month, now, made_by, canonical(_content(report, books)).decode())
    link = Head(values[0], link_of(last.hash, values))
    conn.exec_driver_sql(
        f"INSERT INTO self_checks ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - our own names
        (*values, zlib.compress(books), link.hash),
    )
    _put_link(conn, _HEAD, link)
    audit.note(conn, now, MADE, report.month, {"number": link.id, "hash": link.hash})
    return link.id


def _content(report: Report, books: bytes) -> dict[str, Any]:
    told = {name: getattr(report, name) for name in Report.__struct_fields__ if name not in _BOOKS}
    counts = {
        source: {severity: report.count(source=source, severity=severity) for severity in SEVERITIES}
        for source in SOURCES
    }
    states = {state: report.count(state=state) for state in STATES}
    return told | {
        "format": FORMAT,
        "counts": counts,
        "states": states,
        "open_blocks": report.open_blocks,
        "completion": report.completion,
        "keep_until": report.keep_until,
        "books_sha256": digest(books),
    }


def sign(conn: Connection, number: int, role: Signer, name: str, note: str, now: int) -> None:
    """Sign a report. Raises Refused: without a name, twice as the same, one person as both, or over an open ban without
    a reason."""
    kept = report(conn, number)
    if kept is None:
        raise Refused("selfcheck.unknown", detail=str(number))
    who = str(conn.info.get(audit.ACTOR, "") or name).strip()
    if not who:
        raise Refused("selfcheck.no_name")
    if kept.signed(role) is not None:
        raise Refused("selfcheck.signed", detail=str(number))
    if any(same_person(who, one.name) for one in kept.signs):
        raise Refused("selfcheck.same_person", detail=who)
    if kept.report.open_blocks and not note.strip():
        raise Refused("selfcheck.no_reason", detail=str(kept.report.open_blocks))
    last = _link(conn, _SIGNED)
    values = (last.id + 1, number, role, who, now, note.strip()[:500])
    link = Head(values[0], link_of(last.hash, (*values, kept.hash)))
    asked = "INSERT INTO self_check_signs (id, report_id, role, name, at, note, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"
    conn.exec_driver_sql(asked, (*values, link.hash))
    _put_link(conn, _SIGNED, link)
    audit.note(conn, now, "selfcheck.signed", str(number), {"as": role, "name": who, "hash": link.hash})


def shorts(conn: Connection, most: int = 120) -> list[Short]:
    """The newest first."""
    asked = """SELECT c.id, c.month, c.made_at, c.content, c.hash,
                      (SELECT count(DISTINCT s.role) FROM self_check_signs s WHERE s.report_id = c.id)
               FROM self_checks c ORDER BY c.id DESC LIMIT ?"""
    return [_short(tuple(row)) for row in conn.exec_driver_sql(asked, (most,))]


def _short(row: tuple[Any, ...]) -> Short:
    content = msgspec.json.decode(row[3])
    return Short(
        number=row[0],
        month=row[1],
        made_at=row[2],
        found=sum(content["states"].values()),
        open=content["states"]["open"],
        blocks=content["open_blocks"],
        completion=content["completion"],
        keep_until=content["keep_until"],
        hash=row[4],
        signs=row[5],
    )


def report(conn: Connection, number: int) -> Kept | None:
    """One in full."""
    asked = "SELECT id, made_by, content, books, hash FROM self_checks WHERE id = ?"
    row = conn.exec_driver_sql(asked, (number,)).one_or_none()
    if row is None:
        return None
    told = msgspec.json.decode(row[2]) | msgspec.json.decode(zlib.decompress(row[3]))
    before = conn.exec_driver_sql("SELECT hash FROM self_checks WHERE id = ?", (number - 1,)).scalar_one_or_none()
    if before is None:
        before = _link(conn, _FIRST).hash
    signed = conn.exec_driver_sql(
        "SELECT role, name, at, note, hash FROM self_check_signs WHERE report_id = ? ORDER BY id", (number,)
    )
    return Kept(
        number=row[0],
        made_by=row[1],
        hash=row[4],
        before=str(before),
        report=Report(**_fields(told)),
        signs=tuple(Sign(role=one[0], name=one[1], at=one[2], note=one[3], hash=one[4]) for one in signed),
    )


def _fields(told: dict[str, Any]) -> dict[str, Any]:
    found = msgspec.convert({name: told[name] for name in Report.__struct_fields__ if name in told}, Report)
    return {name: getattr(found, name) for name in Report.__struct_fields__}


def last_of(conn: Connection, month: str) -> Kept | None:
    """The last report of a month."""
    asked = "SELECT max(id) FROM self_checks WHERE month = ?"
    number = conn.exec_driver_sql(asked, (month,)).scalar_one()
    return None if number is None else report(conn, int(number))


def month_sums(conn: Connection, before: str, most: int) -> tuple[MonthSum, ...]:
    """What the last report of each earlier month found, oldest first."""
    asked = """SELECT month, content FROM self_checks WHERE id IN
               (SELECT max(id) FROM self_checks WHERE month < ? GROUP BY month) ORDER BY month DESC LIMIT ?"""
    rows = [(row[0], msgspec.json.decode(row[1])["states"]) for row in conn.exec_driver_sql(asked, (before, most))]
    return tuple(
        MonthSum(month=month, found=sum(states.values()), open=states["open"]) for month, states in reversed(rows)
    )


def drop_old(conn: Connection, now: int) -> int:
    """Take reports away whose three years are over, from the oldest on; returns how many. Nothing else takes any."""
    gone = 0
    for one in reversed(shorts(conn, -1)):
        if one.keep_until > now:
            break
        conn.exec_driver_sql("DELETE FROM self_checks WHERE id = ?", (one.number,))
        _put_link(conn, _FIRST, Head(one.number, one.hash))
        audit.note(conn, now, "selfcheck.dropped", one.month, {"number": one.number, "hash": one.hash})
        gone += 1
    return gone


def broken(conn: Connection) -> str:
    """Where the chains are not as they were written: ``report 3``, ``sign 2``, or empty."""
    return next(iter(_breaks(conn)), "")


def _breaks(conn: Connection) -> Iterator[str]:
    last = _link(conn, _FIRST)
    hashes = {}
    for row in conn.exec_driver_sql(f"SELECT {_COLUMNS} FROM self_checks ORDER BY id"):  # noqa: S608 - our own names
        whole = row.id == last.id + 1 and row.hash == link_of(last.hash, tuple(row)[:5])
        if not whole or not _books_fit(row.content, row.books):
            yield f"report {last.id + 1}"
            return
        last = Head(row.id, row.hash)
        hashes[row.id] = row.hash
    if last != _link(conn, _HEAD):
        yield f"report {last.id + 1}"
    for note in audit.rows(conn, MADE):
        told = msgspec.json.decode(note.detail)
        if told["number"] > _link(conn, _FIRST).id and hashes.get(told["number"]) != told["hash"]:
            yield f"report {told['number']}"
    yield from _broken_signs(conn, hashes)


def _broken_signs(conn: Connection, hashes: dict[int, str]) -> Iterator[str]:
    last = Head()
    for row in conn.exec_driver_sql(
        "SELECT id, report_id, role, name, at, note, hash FROM self_check_signs ORDER BY id"
    ):
        values = tuple(row)[:6]
        dropped = row.report_id <= _link(conn, _FIRST).id  # its report went after three years; the audit names its hash
        linked = dropped or row.hash == link_of(last.hash, (*values, hashes.get(row.report_id, "")))
        if row.id != last.id + 1 or not linked:
            yield f"sign {last.id + 1}"
            return
        last = Head(row.id, row.hash)
    if last != _link(conn, _SIGNED):
        yield f"sign {last.id + 1}"


def _books_fit(content: str, books: bytes) -> bool:
    try:
        return bool(msgspec.json.decode(content)["books_sha256"] == digest(zlib.decompress(books)))
    except (zlib.error, msgspec.DecodeError, KeyError, TypeError):
        return False


def _link(conn: Connection, key: str) -> Head:
    text = conn.exec_driver_sql("SELECT value FROM settings WHERE key = ?", (key,)).scalar_one_or_none()
    return Head() if text is None else msgspec.json.decode(str(text), type=Head)


def _put_link(conn: Connection, key: str, link: Head) -> None:
    conn.exec_driver_sql(
        "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, msgspec.json.encode(link).decode()),
    )


def put_chat(
    conn: Connection, month: str, sha256: str, name: str, lines: int, bank: str, found: tuple[Issue, ...], now: int
) -> bool:
    """Keep what a chat log showed; the same file twice is once. Returns whether it was new."""
    asked = """INSERT INTO chat_checks (month, sha256, name, at, lines, bank, findings) VALUES (?, ?, ?, ?, ?, ?, ?)
               ON CONFLICT (month, sha256) DO UPDATE SET bank = excluded.bank, findings = excluded.findings"""
    known = conn.exec_driver_sql("SELECT 1 FROM chat_checks WHERE month = ? AND sha256 = ?", (month, sha256)).first()
    conn.exec_driver_sql(asked, (month, sha256, name, now, lines, bank, msgspec.json.encode(found).decode()))
    audit.note(conn, now, "selfcheck.chat", month, {"sha256": sha256, "name": name, "lines": lines})
    return known is None
