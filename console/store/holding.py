"""暂缓发货 (hold, 挂起): an order is kept back, and let go again. Each decision is a row of the audit.

It is the merchant's own intent, and stays in this file: no platform has a call for it, so none is told anything and
the deadlines of both go on. What waits in the outbox for such an order, and was not sent, is taken out of it.
"""

from collections.abc import Sequence

from sqlalchemy import Connection

from console.core.commands_orders import AppendParcel, ShipOrder
from console.core.commands_waybills import TakeWaybill
from console.core.errors import Refused
from console.rules.holding import check, is_over
from console.store import audit, outbox
from console.store.order_holds import HeldRow, ending, held_rows
from console.store.outbox_view import intent
from console.store.pages import as_json_list
from console.store.views import Shape

LEAVING = (ShipOrder, AppendParcel, TakeWaybill)
"""The commands that a hold forbids: goods that leave, and a number that is taken for them."""

_SIDES = """
SELECT shop_id, order_no FROM orders
WHERE id IN (SELECT value FROM json_each(?1)) OR under_id IN (SELECT value FROM json_each(?1))
"""
_ON_THE_WAY = """
SELECT id, shop_id, object_id FROM outbox
WHERE state IN ('queued', 'waiting', 'sending', 'unsure') AND object_kind = 'order' ORDER BY id
"""


class Kept(Shape, frozen=True, kw_only=True):
    """What became of it. ``stopped``: commands that were taken out of the outbox; ``too_late``: sent already."""

    held: int = 0
    stopped: int = 0
    too_late: int = 0


def keep_back(conn: Connection, row_ids: Sequence[int], reason: str, now: int, until_at: int | None = None) -> Kept:
    """Keep these rows from leaving, for a reason. Held ones get the new reason and time, others that are over are left
    out. Raises Refused without a reason, or for a time that is past.
    """
    reason = check(reason, until_at, now)
    kept: list[HeldRow] = []
    for row in held_rows(conn, row_ids):
        before = row.hold
        if row.is_over or (before is not None and (before.reason, before.until_at) == (reason, until_at)):
            continue
        _forget(conn, row.id)
        conn.exec_driver_sql(
            "INSERT INTO order_holds (order_id, reason, held_at, until_at, held_by) VALUES (?, ?, ?, ?, ?)",
            (row.id, reason, now, until_at, conn.info.get(audit.ACTOR, "")),
        )
        was = {} if before is None else {"was": before.reason}
        until = {} if until_at is None else {"until": until_at}
        audit.note(conn, now, "order.keep_back", _subject(row), {"why": reason, **until, **was})
        kept.append(row)
    stopped, too_late = _stop(conn, kept, reason, now)
    return Kept(held=len(kept), stopped=stopped, too_late=too_late)


def let_go(conn: Connection, row_ids: Sequence[int], why: str, now: int) -> int:
    """Let these rows leave again, for a reason; returns how many were kept back. Raises Refused without a reason."""
    if not why.strip():
        raise Refused("ship.keep_why")
    held = [row for row in held_rows(conn, row_ids) if row.hold is not None]
    for row in held:
        _forget(conn, row.id)
        audit.note(conn, now, "order.let_go", _subject(row), {"why": why.strip(), "was": _was(row)})
    return len(held)


def let_end(conn: Connection, now: int) -> int:
    """End the holds whose time has come, and those of orders that are over; returns how many."""
    rows = ending(conn, now)
    for row in rows:
        expired = row.hold is not None and is_over(row.hold, now)
        _forget(conn, row.id, now if expired else None)
        detail = {"was": _was(row)} | ({} if expired else {"status": row.status})
        audit.note(conn, now, "order.hold_expired" if expired else "order.hold_ended", _subject(row), detail)
    return len(rows)


def _stop(conn: Connection, kept: Sequence[HeldRow], reason: str, now: int) -> tuple[int, int]:
    """Take what would make them leave out of the outbox: how many commands, and how many were sent already."""
    if not kept:
        return 0, 0
    sides = {tuple(row) for row in conn.exec_driver_sql(_SIDES, (as_json_list([row.id for row in kept]),))}
    stopped = too_late = 0
    for row_id, shop_id, number in conn.exec_driver_sql(_ON_THE_WAY).all():
        known = intent(conn, int(row_id)) if (shop_id, number) in sides else None
        if known is None or not isinstance(known.command, LEAVING):
            continue
        if known.undoable:
            outbox.undo(conn, known.id, now, code="outbox.kept_back", detail=reason)
        stopped += known.undoable
        too_late += not known.undoable
    return stopped, too_late


def _was(row: HeldRow) -> str:
    return "" if row.hold is None else row.hold.told


def _subject(row: HeldRow) -> str:
    return f"{row.shop_id} order {row.order_no}"


def _forget(conn: Connection, row_id: int, until: int | None = None) -> None:
    """Take the holds of a sale away, of both its rows; ``until``: only those that were meant until then."""
    conn.exec_driver_sql(
        "DELETE FROM order_holds WHERE (order_id = ?1 OR order_id IN (SELECT id FROM orders WHERE under_id = ?1)) "
        "AND (?2 IS NULL OR until_at <= ?2)",
        (row_id, until),
    )
