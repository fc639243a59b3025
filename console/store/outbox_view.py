"""The outbox's questions: counts for the top bar, the drawer's groups, what was done to one object, what is due."""

import logging
from collections.abc import Collection, Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection

from console.core.commands import decode
from console.core.gateway import Attempt
from console.core.objects import ObjectKey
from console.store import settings
from console.store.outbox_rows import Call, Counts, Group, Intent, State
from console.store.pages import as_json_list

log = logging.getLogger(__name__)

_FIELDS = (
    "state",
    "added_at",
    "not_before_at",
    "sent_at",
    "accepted_at",
    "unsure_at",
    "ended_at",
    "attempts",
    "looks",
    "kind",
    "code",
    "detail",
)
_ATTEMPT = ("call_id", "before", "delta", "read_from_at", "read_at")
_CALL = ("called_at", "outcome", "ended_at", "seen", "seen_from_at", "seen_at")
_ASKED = (
    f"SELECT o.id, o.command, {', '.join(f'o.{name}' for name in _FIELDS)}, "  # noqa: S608 - our own names
    f"{', '.join(f'c.{name}' for name in (*_ATTEMPT, *_CALL))} FROM outbox o LEFT JOIN outbox_calls c ON c.call_id = "
    "(SELECT max(call_id) FROM outbox_calls WHERE outbox_id = o.id) "
)
_HEADS = """
SELECT o.id FROM outbox o
WHERE o.state IN ('queued', 'waiting', 'sending', 'unsure') AND o.shop_id IN (SELECT value FROM json_each(?))
AND NOT (? AND o.state IN ('queued', 'waiting') AND o.accepted_at IS NULL)
AND ((o.state = 'waiting' AND o.accepted_at IS NOT NULL) OR o.id = (
    SELECT p.id FROM outbox p
    WHERE p.shop_id = o.shop_id AND p.object_kind = o.object_kind AND p.object_id = o.object_id
    AND p.state IN ('queued', 'waiting', 'sending', 'unsure')
    AND NOT (p.state = 'waiting' AND p.accepted_at IS NOT NULL)
    ORDER BY p.state IN ('queued', 'waiting'), p.id LIMIT 1))
ORDER BY o.not_before_at, o.id LIMIT ?"""
_NEWEST = "WHERE o.state = ? ORDER BY o.ended_at DESC, o.id DESC LIMIT ? OFFSET ?"
_OLDEST = "WHERE o.state IN (?, ?) ORDER BY o.id LIMIT ? OFFSET ?"
_STATES: dict[Group, tuple[State, ...]] = {
    "needs_you": ("needs_you",),
    "unsure": ("unsure",),
    "sending": ("sending",),
    "waiting": ("queued", "waiting"),
    "done": ("done",),
    "undone": ("undone",),
}


def intent(conn: Connection, row_id: int) -> Intent | None:
    """One row."""
    row = conn.exec_driver_sql(_ASKED + "WHERE o.id = ?", (row_id,)).one_or_none()
    return None if row is None else _intent(row)


def group(conn: Connection, name: Group, *, limit: int = 200, offset: int = 0) -> list[Intent]:
    """A group of the drawer: what is under way oldest first, what has ended newest first."""
    asked = _ASKED + (_NEWEST if name in ("done", "undone") else _OLDEST)
    first, last = _STATES[name][0], _STATES[name][-1]
    parameters = (first, limit, offset) if name in ("done", "undone") else (first, last, limit, offset)
    return _read(conn.exec_driver_sql(asked, parameters))


def history(conn: Connection, key: ObjectKey, limit: int = 200) -> list[Intent]:
    """What was wanted of one object, oldest first; of very much the latest."""
    asked = _ASKED + "WHERE o.shop_id = ? AND o.object_kind = ? AND o.object_id = ? ORDER BY o.id DESC LIMIT ?"
    rows = conn.exec_driver_sql(asked, (key.shop_id, key.kind, key.object_id, limit))
    return _read(rows)[::-1]


def counts(conn: Connection, midnight: int) -> Counts:
    """How many rows each group has; of what is done only today's."""
    found: dict[str, int] = {}
    asked = (
        "SELECT state, count(*) FROM outbox WHERE state IN ('queued', 'waiting', 'sending', 'unsure', 'needs_you', "
        "'undone') GROUP BY state UNION ALL SELECT 'done', count(*) FROM outbox WHERE state = 'done' AND ended_at >= ?"
    )
    for state, number in conn.exec_driver_sql(asked, (midnight,)):
        found[state] = int(number)
    return Counts(
        needs_you=found.get("needs_you", 0),
        unsure=found.get("unsure", 0),
        sending=found.get("sending", 0),
        waiting=found.get("queued", 0) + found.get("waiting", 0),
        done_today=found.get("done", 0),
        undone=found.get("undone", 0),
    )


def heads(conn: Connection, shop_ids: Collection[str], limit: int = 64) -> list[Intent]:
    """What may be worked at, by when it is due: of each object what is on its way, else the oldest, and what waits
    to be seen.

    A row that was accepted and only waits to be seen there does not hold up the others of its object.
    """
    paused = bool(settings.get(conn, "sending.paused", False))
    ids = [int(row[0]) for row in conn.exec_driver_sql(_HEADS, (as_json_list(shop_ids), paused, limit))]
    asked = _ASKED + "WHERE o.id IN (SELECT value FROM json_each(?)) ORDER BY o.not_before_at, o.id"  # noqa: S608
    return _read(conn.exec_driver_sql(asked, (as_json_list(ids),)))


def _read(rows: Iterable[Any]) -> list[Intent]:
    """Without those whose command only another version of the program knows: they wait for it, and hold up no other."""
    found = []
    for row in rows:
        try:
            found.append(_intent(row))
        except (msgspec.MsgspecError, ValueError):
            log.info("row %s of the outbox is another version's", row[0])
    return found


def _intent(row: Any) -> Intent:
    row_id, command, *rest = row
    fields = dict(zip(_FIELDS, rest, strict=False))
    attempt = dict(zip(_ATTEMPT, rest[len(_FIELDS) :], strict=False))
    call = dict(zip(_CALL, rest[len(_FIELDS) + len(_ATTEMPT) :], strict=True))
    made = None if attempt["call_id"] is None else Call(attempt=Attempt(**attempt), **call)
    return Intent(id=int(row_id), command=decode(command), call=made, **fields)
