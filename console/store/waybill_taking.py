"""A number comes into the ledger, or is given back: one transaction with the end of the outbox's command."""

import msgspec
from sqlalchemy import Connection

from console.core.commands_waybills import TakeWaybill, VoidWaybill
from console.core.errors import Refused
from console.core.waybills import TakenWaybill
from console.rules.waybills import receiver_digest
from console.store import audit, outbox_work, waybill_prints
from console.store.waybill_gate import order_of_number
from console.store.waybills import auto_printed


def keep(conn: Connection, row_id: int, command: TakeWaybill, taken: TakenWaybill, now: int) -> int:
    """The platform gave a number: it goes into the ledger and the command of the outbox ends, both or neither.

    Returns the number's row. The same number for the same parcel is kept once, however often it was told.
    """
    account = command.account
    conn.exec_driver_sql(
        "INSERT INTO waybills (shop_id, order_no, package, company, carrier_code, carrier_name, branch, sender, "
        "waybill_no, print_data, taken_at, void_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '') "
        "ON CONFLICT (shop_id, package) DO NOTHING",
        (
            command.shop_id,
            command.order_no,
            command.package,
            account.company,
            account.carrier_code,
            account.carrier_name,
            account.branch_name,
            msgspec.json.encode(command.sender).decode(),
            taken.waybill_no,
            msgspec.json.encode(taken.print_data).decode(),
            now,
        ),
    )
    asked = "SELECT id, waybill_no FROM waybills WHERE shop_id = ? AND package = ?"
    kept = conn.exec_driver_sql(asked, (command.shop_id, command.package)).one()
    if str(kept[1]) != taken.waybill_no:
        raise Refused("waybill.two_numbers", platform=command.key.platform, detail=f"{kept[1]} {taken.waybill_no}")
    _note_receiver(conn, int(kept[0]), command)
    outbox_work.done(conn, row_id, None, now, outcome="accepted")
    audit.note(conn, now, "waybill.take", command.package, {"number": taken.waybill_no, "company": account.company})
    printer = auto_printed(conn).get(account.company)
    if printer is not None:
        waybill_prints.ask(conn, [int(kept[0])], printer, now)
    return int(kept[0])


def _note_receiver(conn: Connection, waybill_id: int, command: TakeWaybill) -> None:
    """Whom it was taken for: the order was read right before."""
    order = order_of_number(conn, command.shop_id, command.order_no)
    digest = "" if order is None else receiver_digest(order.receiver)
    if digest:
        asked = "INSERT INTO waybill_receivers (waybill_id, digest) VALUES (?, ?) ON CONFLICT (waybill_id) DO NOTHING"
        conn.exec_driver_sql(asked, (waybill_id, digest))


def void(conn: Connection, row_id: int, command: VoidWaybill, now: int) -> None:
    """The platform took a number back: so says the ledger, and the command of the outbox ends."""
    conn.exec_driver_sql(
        "UPDATE waybills SET voided_at = coalesce(voided_at, ?), void_reason = ? "
        "WHERE shop_id = ? AND company = ? AND waybill_no = ?",
        (now, command.reason, command.shop_id, command.company, command.waybill_no),
    )
    conn.exec_driver_sql(
        "UPDATE waybill_prints SET state = 'dropped', ended_at = ?, code = 'waybill.void' WHERE state IN "
        "('queued', 'held') AND waybill_id IN (SELECT id FROM waybills WHERE shop_id = ? AND company = ? "
        "AND waybill_no = ?)",
        (now, command.shop_id, command.company, command.waybill_no),
    )
    outbox_work.done(conn, row_id, None, now, outcome="accepted")
    audit.note(conn, now, "waybill.void", command.package, {"number": command.waybill_no, "reason": command.reason})
