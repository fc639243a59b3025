"""Are proofs and audit as they were written: both chains looked through from end to end, and against each other."""

import zlib
from collections.abc import Iterator
from typing import Literal

import msgspec
from sqlalchemy import Connection

from console.store import audit, proofs
from console.store.audit import Head

Chain = Literal["proofs", "audit"]
Damage = Literal["changed", "missing"]


class Break(msgspec.Struct, frozen=True, kw_only=True):
    """The first row of a chain that is not as it was written, or is not there."""

    chain: Chain
    row: int
    damage: Damage


class Verified(msgspec.Struct, frozen=True, kw_only=True):
    """How many rows were looked through, and where a chain is broken; none: nowhere."""

    proofs: int
    audit: int
    breaks: tuple[Break, ...]


def verify(conn: Connection) -> Verified:
    """Look through both chains."""
    breaks = [*_of_audit(conn), *_of_proofs(conn)]
    if not breaks:  # an audit that was tampered with is no witness
        breaks += _against_audit(conn)
    counts = (conn.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one() for name in ("proofs", "audit"))  # noqa: S608
    kept, noted = counts
    return Verified(proofs=kept, audit=noted, breaks=tuple(breaks))


def _of_audit(conn: Connection) -> Iterator[Break]:
    row = audit.broken_at(conn)
    if row is not None:
        there = conn.exec_driver_sql("SELECT count(*) FROM audit WHERE id = ?", (row,)).scalar_one()
        yield Break(chain="audit", row=row, damage="changed" if there else "missing")


def _of_proofs(conn: Connection) -> Iterator[Break]:
    last = Head()
    asked = "SELECT id, kuaishou_shop_id, youzan_shop_id, period, made_at, content, books, hash FROM proofs ORDER BY id"
    for row in conn.exec_driver_sql(asked):
        if row.id != last.id + 1:
            yield Break(chain="proofs", row=last.id + 1, damage="missing")
            return
        values = tuple(row)[:6]
        if row.hash != proofs.link_of(last.hash, values) or not _books_fit(row.content, row.books):
            yield Break(chain="proofs", row=row.id, damage="changed")
            return
        last = Head(row.id, row.hash)
    kept = proofs.head(conn)
    if kept.id > last.id:
        yield Break(chain="proofs", row=last.id + 1, damage="missing")
    elif kept != last:
        yield Break(chain="proofs", row=last.id, damage="changed")


def _books_fit(content: str, books: bytes) -> bool:
    """Whether the orders beside a proof are those it was made of."""
    try:
        wanted = msgspec.json.decode(content)["books_sha256"]
        return bool(wanted == proofs.digest(zlib.decompress(books)))
    except (zlib.error, msgspec.DecodeError, KeyError, TypeError):
        return False


def _against_audit(conn: Connection) -> Iterator[Break]:
    """The audit names every proof that was made: one that it names and the file has not was taken away."""
    there = {int(row.id): str(row.hash) for row in conn.exec_driver_sql("SELECT id, hash FROM proofs")}
    for row in audit.rows(conn, proofs.MADE):
        try:
            told = msgspec.json.decode(row.detail, type=dict[str, int | str])
        except msgspec.DecodeError:
            continue  # the audit's own chain says so
        number = int(told.get("number", 0))
        if there.get(number) != told.get("hash"):
            yield Break(chain="proofs", row=number, damage="changed" if number in there else "missing")
            return
