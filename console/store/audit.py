"""Who changed what of ours. Rows are only ever added, and each carries the hash of the one before it.

A row that was changed, put in or taken out later breaks the chain at that place: ``broken_at`` finds it. The last link
is also kept apart from the rows, so that the newest rows cannot be taken away unseen. Who can write the whole file can
of course make a new chain: an exported head (``head``) is what shows that.
"""

import hashlib
from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection

ACTOR = "actor"  # of a connection's ``info``: who asked for what is being written; see ``Database.acting``
_HEAD = "audit.head"  # a key of the settings; bookkeeping, hence written past ``settings.put``
_COLUMNS = "id, at, action, subject, detail, hash"


class Head(msgspec.Struct, frozen=True):
    """The last link of the chain."""

    id: int = 0
    hash: str = ""


class AuditRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row; ``detail`` is JSON or empty."""

    id: int
    at: int
    action: str
    subject: str
    detail: str
    hash: str


def note(conn: Connection, now: int, action: str, subject: str, detail: object = None) -> None:
    """Add a row: ``note(conn, now, "settings.put", "theme", {"from": …, "to": …})``. Never a secret.

    Where somebody asked for it, ``detail`` also says ``by`` whom.
    """
    told = _signed(detail, conn.info.get(ACTOR, ""))
    text = "" if told is None else msgspec.json.encode(told).decode()
    last = head(conn)
    row = AuditRow(id=last.id + 1, at=now, action=action, subject=subject, detail=text, hash="")
    link = Head(row.id, link_of(last.hash, row))
    conn.exec_driver_sql(
        f"INSERT INTO audit ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608 - our own names
        (row.id, row.at, row.action, row.subject, row.detail, link.hash),
    )
    conn.exec_driver_sql(
        "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (_HEAD, msgspec.json.encode(link).decode()),
    )


def _signed(detail: object, by: str) -> object:
    if not by:
        return detail
    if detail is None:
        return {"by": by}
    return {**detail, "by": by} if isinstance(detail, dict) else {"what": detail, "by": by}


def head(conn: Connection) -> Head:
    """The last link, as it was kept when the last row was added; the empty one before the first row."""
    text = conn.exec_driver_sql("SELECT value FROM settings WHERE key = ?", (_HEAD,)).scalar_one_or_none()
    if text is not None:
        return msgspec.json.decode(str(text), type=Head)
    row = conn.exec_driver_sql("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1").one_or_none()
    return Head() if row is None else Head(int(row[0]), str(row[1]))


def link_of(before: str, row: AuditRow) -> str:
    """The hash of a row after one whose hash is ``before``."""
    content = msgspec.json.encode([before, row.id, row.at, row.action, row.subject, row.detail])
    return hashlib.sha256(content).hexdigest()


def broken_at(conn: Connection) -> int | None:
    """The id of the first row that is not as it was written, or is missing; None: the chain is whole."""
    last = Head()
    for row in _each(conn):
        if row.id != last.id + 1 or row.hash != link_of(last.hash, row):
            return last.id + 1
        last = Head(row.id, row.hash)
    return None if head(conn) == last else last.id + 1


def rows(conn: Connection, action: str = "", subject: str = "") -> list[AuditRow]:
    """The rows in their order: all, or those of actions that begin with ``action`` and of one ``subject``."""
    return list(_each(conn, action, subject))


def _each(conn: Connection, action: str = "", subject: str = "") -> Iterator[AuditRow]:
    """One by one: all of them may be years."""
    asked = f"SELECT {_COLUMNS} FROM audit WHERE substr(action, 1, ?) = ? AND ? IN ('', subject) ORDER BY id"  # noqa: S608
    for row in conn.exec_driver_sql(asked, (len(action), action, subject)):
        yield AuditRow(id=row[0], at=row[1], action=row[2], subject=row[3], detail=row[4], hash=row[5])
