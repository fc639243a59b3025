"""The merchant's own words, and findings that were let pass. Every change is in the audit."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection

from console.core.errors import Refused
from console.rules.wording.bank import OwnWord, own_word_trouble
from console.rules.wording.nouns import Severity
from console.rules.wording.pardons import Pardon
from console.store import audit
from console.store.pages import as_json_list, driver

MOST_WORDS = 60_000
_PARDONS = "SELECT id, rule_id, plain, scope, subject, reason, author, given_at, until_at FROM wording_pardons"


def words(conn: Connection) -> tuple[OwnWord, ...]:
    """The own bank, in the order of its words."""
    asked = "SELECT term, severity, reason, suggest FROM wording_words ORDER BY term"
    return tuple(
        OwnWord(term=term, severity=Severity.of(severity), reason=reason, suggest=suggest)
        for term, severity, reason, suggest in driver(conn).execute(asked)
    )


def put_words(conn: Connection, more: Sequence[OwnWord], now: int) -> int:
    """Add words, or change them; returns how many that changed. Raises Refused, and then keeps none of them."""
    for word in more:
        if own_word_trouble(word.term):
            raise Refused("wording.word", detail=word.term[:40])
    before = {word.term: word for word in words(conn)}
    wanted = {word.term.strip(): word for word in more}
    news = {term: word for term, word in wanted.items() if before.get(term) != word}
    if len(before | news) > MOST_WORDS:
        raise Refused("wording.too_many", detail=str(MOST_WORDS))
    driver(conn).executemany(
        "INSERT OR REPLACE INTO wording_words (term, severity, reason, suggest, changed_at) VALUES (?, ?, ?, ?, ?)",
        [(term, word.severity.word, word.reason, word.suggest, now) for term, word in news.items()],
    )
    if news:
        audit.note(conn, now, "wording.words", "", {"put": len(news), "words": sorted(news)[:20]})
    return len(news)


def drop_words(conn: Connection, terms: Iterable[str], now: int) -> int:
    """Take words out; returns how many there were."""
    gone = list(terms)
    asked = "DELETE FROM wording_words WHERE term IN (SELECT value FROM json_each(?))"
    dropped = driver(conn).execute(asked, (as_json_list(gone),)).rowcount
    if dropped:
        audit.note(conn, now, "wording.words", "", {"dropped": dropped, "words": sorted(gone)[:20]})
    return int(dropped)


def pardons(conn: Connection) -> tuple[Pardon, ...]:
    """All that were given, newest first; those too that have ended."""
    return tuple(
        Pardon(
            pardon_id=row[0], rule_id=row[1], plain=row[2], scope=row[3], subject=row[4], reason=row[5], author=row[6],
            given_at=row[7], until_at=row[8],
        )
        for row in driver(conn).execute(f"{_PARDONS} ORDER BY id DESC")
    )  # fmt: skip


def pardon(conn: Connection, given: Pardon, now: int) -> int:
    """Let a finding pass; returns its id. Raises Refused without a reason, or for a past end."""
    if not given.reason.strip():
        raise Refused("wording.no_reason")
    if given.until_at is not None and given.until_at <= now:
        raise Refused("wording.past_end")
    author = str(conn.info.get(audit.ACTOR, "") or given.author)
    row_id = int(
        driver(conn).execute(
            "INSERT INTO wording_pardons (rule_id, plain, scope, subject, reason, author, given_at, until_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (given.rule_id, given.plain, given.scope, given.subject, given.reason.strip(), author, now, given.until_at),
        ).lastrowid
        or 0
    )  # fmt: skip
    detail = {"rule": given.rule_id, "text": given.plain, "scope": given.scope, "reason": given.reason.strip()}
    audit.note(conn, now, "wording.pardon", given.subject, detail | {"until": given.until_at})
    return row_id


class _Noted(msgspec.Struct, frozen=True):
    by: str = ""


class Signed(msgspec.Struct, frozen=True, kw_only=True):
    """Who signed a text off, and when."""

    by: str
    at: int


def sign(conn: Connection, digest: str, name: str, counts: Mapping[str, int], bank: str, now: int) -> None:
    """Note in the audit that a text may go out as it is. Raises Refused where a banned wording is left."""
    if counts.get(Severity.BLOCK.word, 0):
        raise Refused("wording.banned", detail=name)
    audit.note(conn, now, "wording.sign", digest, {"name": name, "counts": dict(counts), "bank": bank})


def signed(conn: Connection, digest: str) -> Signed | None:
    """The last time that very text was signed off."""
    found = audit.rows(conn, "wording.sign", digest)
    if not found:
        return None
    detail = msgspec.json.decode(found[-1].detail, type=_Noted)
    return Signed(by=detail.by, at=found[-1].at)


def revoke(conn: Connection, pardon_id: int, now: int) -> bool:
    """Let it pass no longer; returns whether there was such a pardon."""
    gone = driver(conn).execute("DELETE FROM wording_pardons WHERE id = ?", (pardon_id,)).rowcount
    if gone:
        audit.note(conn, now, "wording.revoke", str(pardon_id))
    return bool(gone)
