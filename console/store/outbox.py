"""The merchant's side of the outbox: add, undo, retry, drop. Each is one transaction with its row in the audit.

What a merchant wants and what a platform says never share a row: nothing here touches items or orders.
"""

from msgspec.structs import replace
from sqlalchemy import Connection

from console.core.clock import SECOND
from console.core.commands import Command, ReplaceSkus, SetPrice, SetStock, encode, loss_phrase
from console.core.commands_orders import AppendParcel, ShipOrder
from console.core.commands_waybills import TakeWaybill, VoidWaybill
from console.core.errors import Refused
from console.core.permissions import SWITCH_OF
from console.store import audit, settings
from console.store.floors import floor_fen
from console.store.outbox_rows import ACTIVE, Intent, State
from console.store.outbox_view import history, intent
from console.store.permissions import permissions
from console.store.ship_gate import check_append, check_ship
from console.store.waybill_gate import check_waybill

UNDO_MS = 10 * SECOND
"""How long a command waits before it is sent, so that it can be taken back."""

_PAUSED = "sending.paused"


def add(conn: Connection, command: Command, now: int, *, undo_ms: int = UNDO_MS) -> int:
    """Take a command in; returns its id. Raises Refused where it must not even be tried.

    It takes the place of an unsent one about the same thing, and reckons with one that is on its way.
    """
    check(conn, command)
    command = _in_line(conn, command, now)
    if isinstance(command, AppendParcel):
        command = _beside(conn, command)
    key = command.key
    row_id = conn.exec_driver_sql(
        "INSERT INTO outbox (shop_id, object_kind, object_id, command, state, added_at, not_before_at,"
        " attempts, looks, kind, code, detail) VALUES (?, ?, ?, ?, 'queued', ?, ?, 0, 0, '', '', '') RETURNING id",
        (key.shop_id, key.kind, key.object_id, encode(command), now, now + undo_ms),
    ).scalar_one()
    _note(conn, now, "intent.add", int(row_id), command, command)
    return int(row_id)


def check(conn: Connection, command: Command) -> None:
    """Raise Refused if a command must not be sent: by switches, a price's floor, an unconfirmed loss, an after-sale."""
    platform, shop_id = command.key.platform, command.shop_id
    if conn.exec_driver_sql("SELECT count(*) FROM shops WHERE shop_id = ?", (shop_id,)).scalar_one() == 0:
        raise Refused("outbox.unbound", platform=platform)
    by = permissions(conn, shop_id)
    if by.read_only:
        raise Refused("tier.read_only", platform=platform)
    if not by.may_write(command.ability):
        raise Refused(f"tier.switch_{SWITCH_OF[command.ability]}", platform=platform)
    if isinstance(command, ShipOrder):
        check_ship(conn, command)
    if isinstance(command, AppendParcel):
        check_append(conn, command)
    if isinstance(command, TakeWaybill | VoidWaybill):
        check_waybill(conn, command)
    if isinstance(command, ReplaceSkus) and not command.confirmed:
        raise Refused("outbox.sku_loss", platform=platform, detail=loss_phrase(command.loses))
    if isinstance(command, SetPrice) and not command.override.strip():
        floor = floor_fen(conn, shop_id, command.item_id)
        if floor is not None and command.price_fen < floor:
            raise Refused("outbox.below_floor", platform=platform, detail=f"{command.price_fen / 100:.2f}")


def _in_line(conn: Connection, command: Command, now: int) -> Command:
    """The command as it must read among those about the same thing: newest first."""
    if not command.aspect:
        return command
    for row in reversed(_alike(conn, command)):
        if row.undoable:
            _end(conn, row, "undone", now, "outbox.superseded")
            command = command.instead_of(row.command)
        elif row.state in ACTIVE:
            return command.after(row.command)
        elif row.state == "done" and _was_seen_before(command, row):
            raise Refused("outbox.moved", platform=command.key.platform)
    return command


def _beside(conn: Connection, command: AppendParcel) -> AppendParcel:
    """A further parcel, knowing of those that were asked for before it and may have followed when it is sent."""
    others = [row.command for row in history(conn, command.key) if row.state != "undone"]
    numbers = [one.parcel.waybill_no for one in others if isinstance(one, AppendParcel)]
    return replace(command, beside=tuple(number for number in numbers if number != command.parcel.waybill_no))


def _alike(conn: Connection, command: Command) -> list[Intent]:
    return [
        row
        for row in history(conn, command.key)
        if type(row.command) is type(command) and row.command.aspect == command.aspect
    ]


def _was_seen_before(command: Command, done: Intent) -> bool:
    """Whether the merchant looked at the stock before a change of it that is done by now."""
    seen_at = command.seen_at if isinstance(command, SetStock) else None
    return seen_at is not None and seen_at < (done.ended_at or 0)


def decline(conn: Connection, command: Command, now: int) -> None:
    """A merchant was shown what a command would do and said no: nothing is sent, the audit remembers."""
    audit.note(conn, now, "intent.decline", _subject(command), {"command": command})


def undo(conn: Connection, row_id: int, now: int, *, code: str = "", detail: str = "") -> Intent:
    """Take a command back that was not sent; ``code`` is why, where nobody asked for it. Raises Refused once it was."""
    row = _known(conn, row_id)
    if not row.undoable:
        raise Refused("outbox.too_late", platform=row.key.platform)
    _end(conn, row, "undone", now, code, detail)
    _note(conn, now, "intent.undo", row_id, row.command)
    return row


def undo_all(conn: Connection, now: int) -> int:
    """Take everything back that was not sent; returns how many."""
    asked = "SELECT id FROM outbox WHERE state IN ('queued', 'waiting') AND accepted_at IS NULL ORDER BY id"
    ids = [int(row[0]) for row in conn.exec_driver_sql(asked)]
    for row_id in ids:
        undo(conn, row_id, now)
    return len(ids)


def retry(conn: Connection, row_id: int, now: int) -> Intent:
    """Go on with a command now. One that may have arrived is only read back, whoever asks. Raises Refused."""
    row = _known(conn, row_id)
    state: State = row.state
    if row.state == "needs_you":
        if row.open_call is not None and _overtaken(conn, row):
            raise Refused("outbox.overtaken", platform=row.key.platform)
        state = "unsure" if row.open_call is not None else "queued" if row.accepted_at is None else "sending"
    elif row.state not in ACTIVE or (row.state == "sending" and row.accepted_at is None):
        raise Refused("outbox.too_late", platform=row.key.platform)
    conn.exec_driver_sql(
        "UPDATE outbox SET state = ?, not_before_at = ?, looks = 0, ended_at = NULL WHERE id = ?", (state, now, row_id)
    )
    _note(conn, now, "intent.retry", row_id, row.command)
    return row


def drop(conn: Connection, row_id: int, now: int) -> Intent:
    """Give a command up that a person was asked about, or take it back. Raises Refused where it may be on its way."""
    row = _known(conn, row_id)
    if row.undoable:
        return undo(conn, row_id, now)
    if row.state != "needs_you":
        raise Refused("outbox.too_late", platform=row.key.platform)
    conn.exec_driver_sql(
        "UPDATE outbox_calls SET outcome = 'given_up', ended_at = ? WHERE outbox_id = ? AND outcome = ''", (now, row_id)
    )
    _end(conn, row, "undone", now, "outbox.dropped")
    _note(conn, now, "intent.drop", row_id, row.command)
    return row


def pause(conn: Connection, paused: bool, now: int) -> bool:
    """Hold everything back that was not sent, or let it go; reading back goes on."""
    return settings.put(conn, _PAUSED, paused, now)


def is_paused(conn: Connection) -> bool:
    """Whether everything is held back."""
    return bool(settings.get(conn, _PAUSED, False))


def _overtaken(conn: Connection, row: Intent) -> bool:
    """Whether a later command about the same thing was sent: what is read now no longer tells of this one."""
    return any(later.id > row.id and later.attempts for later in _alike(conn, row.command))


def _known(conn: Connection, row_id: int) -> Intent:
    row = intent(conn, row_id)
    if row is None:
        raise Refused("outbox.not_found")
    return row


def _end(conn: Connection, row: Intent, state: State, now: int, code: str = "", detail: str = "") -> None:
    conn.exec_driver_sql(
        "UPDATE outbox SET state = ?, ended_at = ?, kind = '', code = ?, detail = ? WHERE id = ?",
        (state, now, code, detail, row.id),
    )


def _note(conn: Connection, now: int, action: str, row_id: int, about: Command, command: Command | None = None) -> None:
    audit.note(conn, now, action, _subject(about), {"id": row_id} | ({} if command is None else {"command": command}))


def _subject(command: Command) -> str:
    return f"{command.shop_id} {command.key.kind} {command.key.object_id}"
