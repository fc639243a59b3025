"""The ledger of certificates. Each change leaves an audit row; the files lie in the profile under their hashes."""

from collections.abc import Sequence
from datetime import date

import msgspec
from sqlalchemy import Connection

from console.core.errors import Refused
from console.rules.certificates import Certificate
from console.store import audit
from console.store.pages import driver

FIELDS = tuple(field.name for field in msgspec.structs.fields(Certificate))
LISTS = ("categories", "products")
DAYS = ("valid_from", "valid_to")


def put_certificate(conn: Connection, shop_id: str, found: Certificate, now: int) -> None:
    """Keep it, new or changed. A certificate whose end changed is noticed anew. Raises Refused."""
    if found.valid_from is not None and found.valid_to is not None and found.valid_to < found.valid_from:
        raise Refused("certificate.order")
    if not found.kind.strip():
        raise Refused("certificate.kind")
    before = certificate(conn, found.certificate_id)
    told = _told(conn, found.certificate_id) if before is not None and before.valid_to == found.valid_to else ()
    row = {name: getattr(found, name) for name in FIELDS}
    row |= {name: msgspec.json.encode(row[name]).decode() for name in LISTS}
    row |= {name: "" if row[name] is None else row[name].isoformat() for name in DAYS}
    row |= {"shop_id": shop_id, "told": msgspec.json.encode(told).decode(), "changed_at": now}
    sql = f"INSERT OR REPLACE INTO certificates ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"  # noqa: S608
    driver(conn).execute(sql, list(row.values()))
    was = None if before is None else before.valid_to
    audit.note(
        conn, now, "certificate.put", found.certificate_id, {"kind": found.kind, "from": was, "to": found.valid_to}
    )


def drop_certificate(conn: Connection, certificate_id: str, now: int) -> None:
    """Take it out of the ledger. Its file stays."""
    if driver(conn).execute("DELETE FROM certificates WHERE certificate_id = ?", (certificate_id,)).rowcount:
        audit.note(conn, now, "certificate.drop", certificate_id)


def certificates(conn: Connection, shop_id: str = "") -> list[Certificate]:
    """The nearest end first, those without one last; of one shop, or of all."""
    asked = f"""SELECT {", ".join(FIELDS)} FROM certificates WHERE ? = '' OR shop_id = ?
                ORDER BY valid_to = '', valid_to, kind"""  # noqa: S608 - our own names
    return [_certificate(row) for row in driver(conn).execute(asked, (shop_id, shop_id))]


def certificate(conn: Connection, certificate_id: str) -> Certificate | None:
    """One of them."""
    asked = f"SELECT {', '.join(FIELDS)} FROM certificates WHERE certificate_id = ?"  # noqa: S608 - our own names
    row = driver(conn).execute(asked, (certificate_id,)).fetchone()
    return None if row is None else _certificate(row)


def notices_given(conn: Connection, certificate_id: str) -> tuple[int, ...]:
    """Which of the notices before its end were given."""
    return _told(conn, certificate_id)


def note_notice(conn: Connection, certificate_id: str, mark: int) -> None:
    """Remember that a notice was given: nobody decided it, so the audit says nothing."""
    told = msgspec.json.encode((*_told(conn, certificate_id), mark)).decode()
    driver(conn).execute("UPDATE certificates SET told = ? WHERE certificate_id = ?", (told, certificate_id))


def _told(conn: Connection, certificate_id: str) -> tuple[int, ...]:
    row = driver(conn).execute("SELECT told FROM certificates WHERE certificate_id = ?", (certificate_id,)).fetchone()
    return () if row is None else msgspec.json.decode(str(row[0]), type=tuple[int, ...])


def _certificate(row: Sequence[object]) -> Certificate:
    told = dict(zip(FIELDS, row, strict=True))
    told |= {name: msgspec.json.decode(str(told[name]), type=tuple[str, ...]) for name in LISTS}
    told |= {name: date.fromisoformat(str(told[name])) if told[name] else None for name in DAYS}
    return Certificate(**told)  # type: ignore[arg-type]
