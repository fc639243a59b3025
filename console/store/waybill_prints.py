"""The queue of labels and what came of each. A label that may have come out is never printed again by itself.

queued    waits for its turn, in the order it was asked for
printing  handed to the printer; found so at a start, nobody knows whether it came out
unclear   just that: a person looks at the paper and says so
held      must not be printed now (an after-sale, an order that is over); ``code`` says why
printed   came out. The first of a number is the print, all others are reprints and marked
dropped   not wanted any more
"""

from collections.abc import Iterable
from typing import Literal

import msgspec
from sqlalchemy import Connection

from console.core.errors import Refused
from console.core.waybills import Slip
from console.rules.waybills import slip_of
from console.store import audit, settings
from console.store.ship_gate import twins
from console.store.waybill_gate import order_of_number, print_forbidden
from console.store.waybills import Waybill, numbers_of, waybill

PrintState = Literal["queued", "printing", "unclear", "held", "printed", "dropped"]
STOPPED = "waybills.stopped"
_SHOWN = 500


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """A label whose turn it is."""

    id: int
    printer: str
    slip: Slip


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """What ``begin`` did: the label whose turn it is, and how many before it were set aside."""

    job: Job | None = None
    held: int = 0


class PrintRow(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the queue's panel."""

    id: int
    waybill_id: int
    shop_id: str
    order_no: str
    waybill_no: str
    carrier_name: str
    state: PrintState
    reprint: bool
    printer: str
    asked_at: int
    ended_at: int | None
    code: str
    detail: str


class Stopped(msgspec.Struct, frozen=True, kw_only=True):
    """Why the queue stands still."""

    code: str
    detail: str = ""


def ask(conn: Connection, waybill_ids: Iterable[int], printer: str, now: int) -> int:
    """Put labels into the queue, in this order; returns how many. What is in it already stays where it is.

    A number that was printed before is printed as a reprint. Raises Refused for one that is not in the ledger.
    """
    added = 0
    for waybill_id in waybill_ids:
        known = waybill(conn, waybill_id)
        if known is None or known.voided_at is not None:
            raise Refused("waybill.void" if known else "waybill.unknown", detail=known.waybill_no if known else "")
        added += conn.exec_driver_sql(
            "INSERT INTO waybill_prints (waybill_id, state, reprint, printer, asked_at, code, detail) "
            "VALUES (?, 'queued', ?, ?, ?, '', '') ON CONFLICT DO NOTHING",
            (waybill_id, known.printed > 0, printer, now),
        ).rowcount
        if known.printed:
            audit.note(conn, now, "waybill.reprint", known.package, {"number": known.waybill_no})
    return added


def begin(conn: Connection, now: int) -> Turn:
    """The next label, marked as handed over before it is. Those that must not be printed are set aside, with why."""
    held = 0
    while stopped(conn) is None:
        asked = "SELECT id, waybill_id, printer FROM waybill_prints WHERE state = 'queued' ORDER BY id LIMIT 1"
        row = conn.exec_driver_sql(asked).one_or_none()
        known = None if row is None else waybill(conn, int(row[1]))
        if row is None or known is None:
            break
        obstacle = print_forbidden(conn, known)
        if obstacle is not None:
            _move(conn, int(row[0]), "held", now, obstacle.code, obstacle.detail)
            held += 1
            continue
        # whether it is a reprint is settled only now: another print of it may have come out since it was asked for
        conn.exec_driver_sql(
            "UPDATE waybill_prints SET state = 'printing', begun_at = ?, reprint = ?, code = '', detail = '' "
            "WHERE id = ?",
            (now, known.printed > 0, int(row[0])),
        )
        return Turn(job=Job(id=int(row[0]), printer=str(row[2]), slip=slip(conn, known)), held=held)
    return Turn(held=held)


def slip(conn: Connection, known: Waybill) -> Slip:
    """What the label of a number says now. Raises Refused where its order is not in the file."""
    order = order_of_number(conn, known.shop_id, known.order_no)
    if order is None:
        raise Refused("ship.unknown_order", detail=known.order_no)
    parcels = [one.id for one in numbers_of(conn, known.shop_id, [known.order_no]).get(known.order_no, ())]
    name = conn.exec_driver_sql("SELECT name FROM shops WHERE shop_id = ?", (known.shop_id,)).scalar_one_or_none()
    return slip_of(
        order,
        waybill_no=known.waybill_no,
        carrier_name=known.carrier_name,
        branch=known.branch,
        taken_at=known.taken_at,
        sender=known.sender,
        shop_name=str(name or ""),
        trade_no=next((number for _, number in twins(conn, known.shop_id, known.order_no)), ""),
        copy=known.printed,
        parcel=parcels.index(known.id) + 1 if known.id in parcels else 1,
        parcels=max(len(parcels), 1),
    )


def came_out(conn: Connection, print_id: int, now: int) -> None:
    """The printer took it."""
    _move(conn, print_id, "printed", now)


def failed(conn: Connection, print_id: int, code: str, detail: str, now: int, *, sure: bool) -> None:
    """It did not come out, or nobody knows; the queue stops until a person lets it go on."""
    _move(conn, print_id, "queued" if sure else "unclear", now, code, detail)
    stop(conn, code, detail, now)


def recover(conn: Connection, now: int) -> int:
    """A former run left these: what was at the printer is unclear, the rest waits for a person. Returns how many."""
    conn.exec_driver_sql("UPDATE waybill_prints SET state = 'unclear', code = 'print.killed' WHERE state = 'printing'")
    left = int(conn.exec_driver_sql("SELECT count(*) FROM waybill_prints WHERE state = 'queued'").scalar_one())
    if left and stopped(conn) is None:
        stop(conn, "print.left", "", now)
    return left


def settle(conn: Connection, print_id: int, out: bool, now: int) -> None:
    """A person looked at the paper: it came out, or it did not and is to be printed. Raises Refused."""
    if _state(conn, print_id) != "unclear":
        raise Refused("print.not_unclear")
    _move(conn, print_id, "printed" if out else "queued", now)
    audit.note(conn, now, "waybill.settle", str(print_id), {"came_out": out})


def again(conn: Connection, print_id: int, now: int) -> None:
    """Try a label that was set aside once more; it is checked again. Raises Refused."""
    if _state(conn, print_id) != "held":
        raise Refused("print.not_held")
    _move(conn, print_id, "queued", now)


def drop(conn: Connection, print_id: int, now: int) -> None:
    """A label is not wanted any more. Raises Refused once it is at the printer."""
    if _state(conn, print_id) not in ("queued", "held"):
        raise Refused("print.too_late")
    _move(conn, print_id, "dropped", now)


def move(conn: Connection, printer: str, now: int) -> int:
    """What waits, and what was set aside, goes to another printer, in the same order; returns how many."""
    asked = "UPDATE waybill_prints SET printer = ? WHERE state IN ('queued', 'held') AND printer <> ?"
    moved = conn.exec_driver_sql(asked, (printer, printer)).rowcount
    if moved:
        audit.note(conn, now, "waybill.other_printer", printer, {"labels": moved})
    return moved


def drop_all(conn: Connection, now: int) -> int:
    """Take everything out of the queue that is not at the printer; returns how many."""
    asked = "UPDATE waybill_prints SET state = 'dropped', ended_at = ? WHERE state IN ('queued', 'held')"
    return conn.exec_driver_sql(asked, (now,)).rowcount


def stop(conn: Connection, code: str, detail: str, now: int) -> None:
    """Nothing is printed any more, until ``resume``."""
    settings.put(conn, STOPPED, {"code": code, "detail": detail}, now)


def resume(conn: Connection, now: int) -> None:
    """Go on where it stands."""
    settings.put(conn, STOPPED, None, now)


def stopped(conn: Connection) -> Stopped | None:
    """Why the queue stands still; None: it does not."""
    kept = settings.get(conn, STOPPED)
    return None if kept is None else msgspec.convert(kept, Stopped)


def queue(conn: Connection, *, ended: bool = False) -> list[PrintRow]:
    """What is in the queue, in its order; ``ended``: what came of the latest ones, newest first."""
    rows = conn.exec_driver_sql(_ENDED if ended else _OPEN, (_SHOWN,))
    return [PrintRow(**{**row._mapping, "reprint": bool(row.reprint)}) for row in rows]


_ROWS = (
    "SELECT p.id, p.waybill_id, w.shop_id, w.order_no, w.waybill_no, w.carrier_name, p.state, p.reprint, p.printer, "
    "p.asked_at, p.ended_at, p.code, p.detail FROM waybill_prints p JOIN waybills w ON w.id = p.waybill_id WHERE "
)
_OPEN = _ROWS + "p.state IN ('queued', 'printing', 'unclear', 'held') ORDER BY p.id LIMIT ?"
_ENDED = _ROWS + "p.state IN ('printed', 'dropped') ORDER BY p.ended_at DESC, p.id DESC LIMIT ?"


def out_since(conn: Connection, since: int) -> dict[str, int]:
    """How many labels came out of each printer since then, reprints included."""
    asked = "SELECT printer, count(*) FROM waybill_prints WHERE state = 'printed' AND ended_at >= ? GROUP BY printer"
    return {str(printer): int(count) for printer, count in conn.exec_driver_sql(asked, (since,))}


def _state(conn: Connection, print_id: int) -> str:
    found = conn.exec_driver_sql("SELECT state FROM waybill_prints WHERE id = ?", (print_id,)).scalar_one_or_none()
    if found is None:
        raise Refused("print.not_found")
    return str(found)


def _move(conn: Connection, print_id: int, state: PrintState, now: int, code: str = "", detail: str = "") -> None:
    ended = now if state in ("printed", "dropped") else None
    conn.exec_driver_sql(
        "UPDATE waybill_prints SET state = ?, ended_at = ?, code = ?, detail = ? WHERE id = ?",
        (state, ended, code, detail, print_id),
    )
