"""Proofs that were made: kept for good, each with the hash of the one before it, as the audit is.

A proof that was changed, put in or taken out later breaks the chain at that place. The last link is kept apart from the
rows, and named in the audit as well, so that neither the first nor the newest proofs can be taken away unseen.
"""

import hashlib
import zlib
from typing import Any

import msgspec
from sqlalchemy import Connection

from console.rules.proof_books import CLOSED
from console.rules.proof_changes import Earlier, Row
from console.rules.reconciliation import Reconciliation
from console.store import audit
from console.store.audit import Head
from console.store.views import Pair

MADE = "proofs.made"
FORMAT = 1
_HEAD = "proofs.head"  # a key of the settings; bookkeeping, hence written past ``settings.put``
_COLUMNS = "id, kuaishou_shop_id, youzan_shop_id, period, made_at, content, books, hash"
_encoder = msgspec.json.Encoder(order="sorted")


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """One that was kept; ``content`` as canonical JSON has it."""

    number: int
    pair: Pair
    period: str
    made_at: int
    content: dict[str, Any]
    hash: str


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """One that was kept, in short."""

    number: int
    period: str
    made_at: int
    until_at: int
    complete: bool
    open: int
    counts: dict[str, int]
    hash: str


def keep(conn: Connection, pair: Pair, found: Reconciliation, now: int) -> Proof:
    """Add a proof to the chain, and its hash to the audit."""
    books = canonical(found.rows)
    content = canonical(_content(pair, found, books))
    last = head(conn)
    number = last.id + 1
    values = (number, *pair.shop_ids, found.period.key, now, content.decode(), zlib.compress(books))
    link = link_of(last.hash, values[:6])
    marks = ", ".join("?" for _ in range(8))
    conn.exec_driver_sql(f"INSERT INTO proofs ({_COLUMNS}) VALUES ({marks})", (*values, link))  # noqa: S608 - our names
    conn.exec_driver_sql(
        "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (_HEAD, msgspec.json.encode(Head(number, link)).decode()),
    )
    audit.note(conn, now, MADE, found.period.key, {"number": number, "hash": link})
    return Proof(
        number=number,
        pair=pair,
        period=found.period.key,
        made_at=now,
        content=msgspec.json.decode(content),
        hash=link,
    )


def canonical(value: object) -> bytes:
    """JSON that is the same for the same content: keys in order, no blanks."""
    return _encoder.encode(value)


def link_of(before: str, values: tuple[Any, ...]) -> str:
    """The hash of a row (its columns up to ``content``) after one whose hash is ``before``."""
    return hashlib.sha256(msgspec.json.encode([before, *values])).hexdigest()


def _content(pair: Pair, found: Reconciliation, books: bytes) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "rules": found.rules,
        "shops": list(pair.shop_ids),
        "period": found.period.key,
        "begin_at": found.period.begin_at,
        "end_at": found.period.end_at,
        "until_at": found.until_at,
        "complete": found.complete,
        "counts": found.counts,
        "sums_fen": found.sums_fen,
        "difference_fen": found.difference_fen,
        "findings": found.findings,
        "gone": found.gone,
        "recovered": found.recovered,
        "came_late": found.came_late,
        "waybills": found.waybills,
        "faults": found.faults,
        "orders_sha256": digest(canonical(sorted(row.order_no for row in found.rows))),
        "trades_sha256": digest(canonical(sorted({row.trade_no for row in found.rows if row.trade_no}))),
        "books_sha256": digest(books),
    }


def digest(content: bytes) -> str:
    """SHA-256, as text."""
    return hashlib.sha256(content).hexdigest()


def head(conn: Connection) -> Head:
    """The last link, as it was kept when the last proof was added."""
    text = conn.exec_driver_sql("SELECT value FROM settings WHERE key = ?", (_HEAD,)).scalar_one_or_none()
    if text is not None:
        return msgspec.json.decode(str(text), type=Head)
    row = conn.exec_driver_sql("SELECT id, hash FROM proofs ORDER BY id DESC LIMIT 1").one_or_none()
    return Head() if row is None else Head(int(row[0]), str(row[1]))


def earlier(conn: Connection, pair: Pair, period: str) -> Earlier | None:
    """The last proof of a period, as the next one compares with it."""
    row = conn.exec_driver_sql(
        "SELECT id, content, books FROM proofs WHERE period = ? AND kuaishou_shop_id = ? AND youzan_shop_id = ? "
        "ORDER BY id DESC LIMIT 1",
        (period, *pair.shop_ids),
    ).one_or_none()
    if row is None:
        return None
    content = msgspec.json.decode(row[1])
    return Earlier(
        number=row[0],
        until_at=content["until_at"],
        rows=msgspec.json.decode(zlib.decompress(row[2]), type=tuple[Row, ...]),
        gone=msgspec.convert(content["gone"], tuple[Row, ...]),
    )


def kept(conn: Connection, pair: Pair | None = None, most: int = 100, period: str = "") -> list[Kept]:
    """The newest proofs, newest first; of one pair of shops or of all, of one period or of all."""
    wanted = ("", "") if pair is None else pair.shop_ids
    rows = conn.exec_driver_sql(
        "SELECT id, period, made_at, content, hash FROM proofs WHERE ? IN ('', kuaishou_shop_id) "
        "AND ? IN ('', youzan_shop_id) AND ? IN ('', period) ORDER BY id DESC LIMIT ?",
        (*wanted, period, most),
    )
    return [_short(row) for row in rows]


def _short(row: Any) -> Kept:
    content = msgspec.json.decode(row.content)
    return Kept(
        number=row.id,
        period=row.period,
        made_at=row.made_at,
        until_at=content["until_at"],
        complete=content["complete"],
        open=sum(one["kind"] not in CLOSED for one in content["findings"]),
        counts=content["counts"],
        hash=row.hash,
    )


def proof(conn: Connection, number: int) -> Proof | None:
    """One in full."""
    asked = "SELECT id, kuaishou_shop_id, youzan_shop_id, period, made_at, content, hash FROM proofs WHERE id = ?"
    row = conn.exec_driver_sql(asked, (number,)).one_or_none()
    if row is None:
        return None
    return Proof(
        number=row.id,
        pair=Pair(kuaishou_shop_id=row.kuaishou_shop_id, youzan_shop_id=row.youzan_shop_id),
        period=row.period,
        made_at=row.made_at,
        content=msgspec.json.decode(row.content),
        hash=row.hash,
    )
