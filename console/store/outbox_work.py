"""The worker's side of the outbox: each function is one step of one row, in one transaction.

Whatever the worker knows it writes down before it does the next thing, so that a program that is killed anywhere goes
on from what the file says.
"""

from collections.abc import Collection

from sqlalchemy import Connection

from console.core.errors import Busy, Trouble
from console.core.gateway import Attempt
from console.core.model import AfterSale, Listing, Order
from console.core.objects import Found
from console.rules.sending import Plan
from console.store import audit
from console.store.aftersales import save_after_sales
from console.store.items import save_listings
from console.store.orders import save_orders
from console.store.outbox import check, is_paused
from console.store.outbox_rows import ACTIVE, Intent, Outcome, State
from console.store.outbox_view import intent
from console.store.pages import as_json_list


def recover(conn: Connection, shop_ids: Collection[str], now: int) -> None:
    """Nobody works at these shops' rows: what was being sent is unsure, what was accepted is read back now."""
    asked = "SELECT id FROM outbox WHERE state = 'sending' AND shop_id IN (SELECT value FROM json_each(?))"
    for row in conn.exec_driver_sql(asked, (as_json_list(shop_ids),)).all():
        recover_one(conn, int(row[0]), now)


def recover_one(conn: Connection, row_id: int, now: int, *, until: int | None = None, fault: str = "") -> None:
    """The same of one row, whose worker came to grief. After a ``fault`` of ours it waits, and says why."""
    row, until = intent(conn, row_id), now if until is None else until
    if row is None or row.state not in ACTIVE:
        return
    if row.state == "sending" and row.accepted_at is None:
        unsure(conn, row_id, Busy("outbox.read_back"), until, now)
    elif fault:
        state: State = "waiting" if row.undoable else row.state
        _move(conn, row_id, state, until, trouble=Busy("outbox.fault", detail=fault))
    else:
        conn.exec_driver_sql("UPDATE outbox SET not_before_at = ? WHERE id = ? AND state = 'sending'", (until, row_id))


def release(conn: Connection, shop_id: str, now: int) -> None:
    """A shop was signed in to: what waited for that goes on."""
    conn.exec_driver_sql(
        "UPDATE outbox SET not_before_at = ? WHERE shop_id = ? AND state IN ('waiting', 'unsure', 'sending') "
        "AND kind = 'sign_in_needed'",
        (now, shop_id),
    )


def begin(conn: Connection, row_id: int, plan: Plan, read_from_at: int, read_at: int, now: int) -> Intent | None:
    """Write a call into the ledger, before it is made; None where it must not be made any more. Raises Refused."""
    row = intent(conn, row_id)
    if row is None or not row.undoable or is_paused(conn) or _is_busy(conn, row):
        return None
    check(conn, row.command)
    attempt = Attempt(
        call_id=f"{row_id:012}-{row.attempts + 1:06}",
        before=plan.before,
        delta=plan.delta,
        read_from_at=read_from_at,
        read_at=read_at,
    )
    conn.exec_driver_sql(
        "INSERT INTO outbox_calls (call_id, outbox_id, called_at, before, delta, read_from_at, read_at, outcome) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, '')",
        (attempt.call_id, row_id, now, attempt.before, attempt.delta, read_from_at, read_at),
    )
    conn.exec_driver_sql(
        "UPDATE outbox SET state = 'sending', sent_at = ?, unsure_at = NULL, attempts = attempts + 1, looks = 0, "
        "kind = '', code = '', detail = '' WHERE id = ?",
        (now, row_id),
    )
    _note(conn, now, "intent.send", row, {"call": attempt.call_id, "before": attempt.before, "delta": attempt.delta})
    return intent(conn, row_id)


def _is_busy(conn: Connection, row: Intent) -> bool:
    """Whether another command is on its way to the same object."""
    asked = (
        "SELECT count(*) FROM outbox WHERE shop_id = ? AND object_kind = ? AND object_id = ? AND id <> ? "
        "AND state IN ('sending', 'unsure')"
    )
    key = row.key
    return bool(conn.exec_driver_sql(asked, (key.shop_id, key.kind, key.object_id, row.id)).scalar_one())


def accepted(conn: Connection, row_id: int, now: int) -> None:
    """The platform said yes; the row is done when its object was read back."""
    _close_call(conn, row_id, "accepted", now)
    conn.exec_driver_sql("UPDATE outbox SET accepted_at = ?, not_before_at = ? WHERE id = ?", (now, now, row_id))


def done(conn: Connection, row_id: int, found: Found, now: int, *, outcome: Outcome = "") -> None:
    """The object was read and is as wanted: it goes where the platforms' truth is kept, and the row ends."""
    row = _alive(conn, row_id)
    if row is None:
        return
    keep(conn, row.command.shop_id, found, now)
    _close_call(conn, row_id, outcome, now)
    _move(conn, row_id, "done", now, ended_at=now)
    _note(conn, now, "intent.done", row)


def keep(conn: Connection, shop_id: str, found: Found, now: int) -> None:
    """What was read of an object, where the platforms' truth is kept."""
    match found:
        case Listing():
            save_listings(conn, shop_id, [found], now)
        case Order():
            save_orders(conn, shop_id, [found], now)
        case AfterSale():
            save_after_sales(conn, shop_id, [found], now)
        case None:
            pass


def needs_you(conn: Connection, row_id: int, trouble: Trouble, now: int, *, outcome: Outcome = "") -> None:
    """A person has to decide. Of a call whose outcome is still unknown the ledger row stays open."""
    row = _alive(conn, row_id)
    if row is None:
        return
    _close_call(conn, row_id, outcome, now)
    _move(conn, row_id, "needs_you", now, trouble=trouble)
    _note(conn, now, "intent.needs_you", row, {"code": trouble.code})


def wait(conn: Connection, row_id: int, trouble: Trouble, until: int, now: int, *, outcome: Outcome = "") -> None:
    """Surely not carried out, or accepted and not to be seen yet: again at ``until``."""
    if _alive(conn, row_id) is not None:
        _close_call(conn, row_id, outcome, now)
        _move(conn, row_id, "waiting", until, trouble=trouble)


def unsure(conn: Connection, row_id: int, trouble: Trouble, until: int, now: int) -> None:
    """A call was made and nobody knows what came of it."""
    conn.exec_driver_sql("UPDATE outbox SET unsure_at = ?, looks = 0 WHERE id = ?", (now, row_id))
    _move(conn, row_id, "unsure", until, trouble=trouble)


def look_again(conn: Connection, row_id: int, until: int, trouble: Trouble | None = None) -> None:
    """A reading back did not tell: again at ``until``, in the same state."""
    row = _of(conn, row_id)
    conn.exec_driver_sql("UPDATE outbox SET looks = looks + 1 WHERE id = ?", (row_id,))
    _move(conn, row_id, row.state, until, trouble=trouble)


def observed(conn: Connection, row_id: int, seen: int, from_at: int, to_at: int, until: int) -> None:
    """A stock was read back: what it means is judged at ``until``, when orders tell what was sold before."""
    row = _of(conn, row_id)
    call_id = row.call.attempt.call_id if row.call is not None else ""
    conn.exec_driver_sql(
        "UPDATE outbox_calls SET seen = ?, seen_from_at = ?, seen_at = ? WHERE call_id = ?",
        (seen, from_at, to_at, call_id),
    )
    _move(conn, row_id, row.state, until, keep=True)


def forget_observed(conn: Connection, row_id: int, until: int) -> None:
    """What was read back did not tell: read it once more."""
    conn.exec_driver_sql(
        "UPDATE outbox_calls SET seen = NULL, seen_from_at = NULL, seen_at = NULL WHERE call_id = "
        "(SELECT max(call_id) FROM outbox_calls WHERE outbox_id = ?)",
        (row_id,),
    )
    look_again(conn, row_id, until)


def not_applied(conn: Connection, row_id: int, until: int, now: int) -> None:
    """Reading back proved that the call was not carried out: the command is to be sent again."""
    row = _of(conn, row_id)
    if row.state != "unsure":
        return
    _close_call(conn, row_id, "not_applied", now)
    conn.exec_driver_sql("UPDATE outbox SET unsure_at = NULL WHERE id = ?", (row_id,))
    _move(conn, row_id, "queued", until)
    _note(conn, now, "intent.not_applied", row)


def _of(conn: Connection, row_id: int) -> Intent:
    row = intent(conn, row_id)
    if row is None:
        raise LookupError(f"no row {row_id} in the outbox")
    return row


def _alive(conn: Connection, row_id: int) -> Intent | None:
    """The row, unless somebody took it back while it was worked at."""
    row = _of(conn, row_id)
    return row if row.state in ACTIVE else None


def _close_call(conn: Connection, row_id: int, outcome: Outcome, now: int) -> None:
    if outcome:
        conn.exec_driver_sql(
            "UPDATE outbox_calls SET outcome = ?, ended_at = ? WHERE outbox_id = ? AND outcome = ''",
            (outcome, now, row_id),
        )


def _move(
    conn: Connection,
    row_id: int,
    state: State,
    until: int,
    *,
    trouble: Trouble | None = None,
    ended_at: int | None = None,
    keep: bool = False,
) -> None:
    """To a state, with the reason why; ``keep``: the reason stays as it is."""
    conn.exec_driver_sql(
        "UPDATE outbox SET state = ?, not_before_at = ?, ended_at = ? WHERE id = ?", (state, until, ended_at, row_id)
    )
    if not keep:
        reason = ("", "", "") if trouble is None else (trouble.kind, trouble.code, trouble.detail)
        conn.exec_driver_sql("UPDATE outbox SET kind = ?, code = ?, detail = ? WHERE id = ?", (*reason, row_id))


def _note(conn: Connection, now: int, action: str, row: Intent, more: dict[str, object] | None = None) -> None:
    key = row.key
    audit.note(conn, now, action, f"{key.shop_id} {key.kind} {key.object_id}", {"id": row.id} | (more or {}))
