"""The ledger of e-waybills: every number that was taken, what became of it, whether it all adds up.

How numbers get there: ``waybill_taking.py``. That a parcel is never given two is held by the file's own keys.
"""

from collections.abc import Collection, Sequence

import msgspec
from sqlalchemy import Connection

from console.core.commands_waybills import TakeWaybill
from console.core.model import Receiver
from console.core.waybills import PrintData, Sender
from console.rules.waybills import Standing, Tally, next_package, receiver_digest, standing
from console.store import settings
from console.store.pages import as_json_list

AUTO, SENDER = "waybills.auto", "waybills.sender"

_COLUMNS = (
    "id, shop_id, order_no, package, company, carrier_code, carrier_name, branch, sender, waybill_no, taken_at, "
    "voided_at, void_reason"
)
_TIMES = "(SELECT count(*) FROM waybill_prints p WHERE p.waybill_id = w.id AND p.state = 'printed')"
_TO = "(SELECT r.digest FROM waybill_receivers r WHERE r.waybill_id = w.id)"
_LEFT = (
    "EXISTS (SELECT 1 FROM orders o, json_each(o.parcels) j WHERE o.shop_id = w.shop_id AND o.order_no = w.order_no "
    "AND upper(json_extract(j.value, '$.waybill_no')) = upper(w.waybill_no))"
)


class Waybill(msgspec.Struct, frozen=True, kw_only=True):
    """A number of the ledger. ``printed`` counts how often its label came out, ``left``: a parcel went out under it.

    ``receiver`` is the digest of whom it was taken for; empty where that is not known.
    """

    id: int
    shop_id: str
    order_no: str
    package: str
    company: str
    carrier_code: str
    carrier_name: str
    branch: str
    sender: Sender
    waybill_no: str
    taken_at: int
    voided_at: int | None
    void_reason: str
    printed: int
    left: bool
    receiver: str = ""

    def is_astray(self, to: Receiver) -> bool:
        """Whether its parcel would go to somebody, or somewhere, else than the order does by now."""
        here = receiver_digest(to)
        return bool(self.receiver and here) and self.receiver != here

    @property
    def standing(self) -> Standing:
        return standing(self.printed, self.voided_at is not None)


def waybill(conn: Connection, waybill_id: int) -> Waybill | None:
    """One number."""
    return next(iter(_asked(conn, "w.id = ?", (waybill_id,))), None)


def waybills_of(conn: Connection, shop_id: str, order_no: str) -> list[Waybill]:
    """All numbers that were ever taken for an order, the newest last."""
    return _asked(conn, "w.shop_id = ? AND w.order_no = ?", (shop_id, order_no))


def numbers_of(conn: Connection, shop_id: str, order_nos: Collection[str]) -> dict[str, list[Waybill]]:
    """Every number of these orders that is not void, the newest last."""
    where = "w.shop_id = ? AND w.voided_at IS NULL AND w.order_no IN (SELECT value FROM json_each(?))"
    found: dict[str, list[Waybill]] = {}
    for row in _asked(conn, where, (shop_id, as_json_list(order_nos))):
        found.setdefault(row.order_no, []).append(row)
    return found


def live_waybills(conn: Connection, shop_id: str, order_nos: Collection[str]) -> dict[str, Waybill]:
    """The newest number of each of these orders that has one which is not void."""
    return {order_no: rows[-1] for order_no, rows in numbers_of(conn, shop_id, order_nos).items()}


def _asked(conn: Connection, where: str, values: Sequence[object]) -> list[Waybill]:
    names = ", ".join(f"w.{name}" for name in _COLUMNS.split(", "))
    reckoned = f"{_TIMES} AS printed, {_LEFT} AS left_, {_TO} AS receiver"
    text = f"SELECT {names}, {reckoned} FROM waybills w WHERE {where} ORDER BY w.id"  # noqa: S608 - our own names
    return [
        Waybill(
            **{name: row._mapping[name] for name in _COLUMNS.split(", ") if name != "sender"},
            sender=msgspec.json.decode(row.sender, type=Sender),
            printed=int(row.printed),
            left=bool(row.left_),
            receiver=row.receiver or "",
        )
        for row in conn.exec_driver_sql(text, tuple(values))
    ]


def print_data(conn: Connection, waybill_id: int) -> PrintData:
    """What the platform's print component would be fed."""
    text = conn.exec_driver_sql("SELECT print_data FROM waybills WHERE id = ?", (waybill_id,)).scalar_one()
    return msgspec.json.decode(str(text), type=PrintData)


def package_for(conn: Connection, shop_id: str, order_no: str) -> str:
    """The parcel that a number is to be taken for now."""
    asked = "SELECT package FROM waybills WHERE shop_id = ? AND order_no = ?"
    return next_package(order_no, [str(row[0]) for row in conn.exec_driver_sql(asked, (shop_id, order_no))])


def has_number(conn: Connection, command: TakeWaybill) -> bool:
    """Whether just this parcel was given its number."""
    asked = "SELECT count(*) FROM waybills WHERE shop_id = ? AND package = ?"
    return bool(conn.exec_driver_sql(asked, (command.shop_id, command.package)).scalar_one())


# -- the books ------------------------------------------------------------------------------------------------------

_TALLY = f"""
SELECT count(*) AS taken,
    coalesce(sum(voided_at IS NOT NULL), 0) AS voided,
    coalesce(sum(voided_at IS NULL AND times > 0), 0) AS printed,
    coalesce(sum(voided_at IS NULL AND times = 0 AND left_), 0) AS unprinted,
    coalesce(sum(voided_at IS NULL AND times = 0 AND NOT left_), 0) AS waiting,
    coalesce(sum(left_), 0) AS shipped,
    coalesce(sum(times - firsts), 0) AS reprints,
    coalesce(sum(left_ AND voided_at IS NOT NULL), 0) AS astray,
    coalesce(sum(firsts > 1), 0) AS doubled
FROM (SELECT w.voided_at, {_TIMES} AS times, {_LEFT} AS left_, {_TIMES[:-1]} AND NOT p.reprint) AS firsts
    FROM waybills w WHERE w.taken_at >= ? AND w.taken_at < ? AND (? IS NULL OR w.shop_id = ?))
"""  # noqa: S608 - our own names


def waybill_counts(conn: Connection, from_at: int, to_at: int, shop_id: str | None = None) -> Tally:
    """The ledger of the numbers that were taken from ``from_at`` until before ``to_at`` (ms UTC)."""
    row = conn.exec_driver_sql(_TALLY, (from_at, to_at, shop_id, shop_id)).one()
    return Tally(**row._mapping)


# -- what the merchant set ------------------------------------------------------------------------------------------


def sender_of(conn: Connection, shop_id: str) -> Sender:
    """Who sends, as far as it was set."""
    kept = settings.get(conn, f"{SENDER}.{shop_id}", {})
    return msgspec.convert(kept, Sender)


def put_sender(conn: Connection, shop_id: str, sender: Sender, now: int) -> bool:
    """Set it. It is the merchant's own name and number, which every parcel bears."""
    return settings.put(conn, f"{SENDER}.{shop_id}", msgspec.to_builtins(sender), now)


def auto_printed(conn: Connection) -> dict[str, str]:
    """The carriers whose labels are printed as soon as their number is there: by carrier, on which printer."""
    kept = settings.get(conn, AUTO, {})
    return {str(company): str(printer) for company, printer in kept.items()} if isinstance(kept, dict) else {}


def put_auto(conn: Connection, company: str, printer: str, now: int) -> bool:
    """Print a carrier's labels by themselves on this printer; empty: not any more."""
    rules = auto_printed(conn)
    rules.pop(company, None)
    return settings.put(conn, AUTO, rules | ({company: printer} if printer else {}), now)


def carriers_used(conn: Connection) -> dict[str, str]:
    """The carriers that numbers were taken from, newest first: code and name."""
    asked = "SELECT company, carrier_name FROM waybills GROUP BY company ORDER BY max(taken_at) DESC"
    return {str(company): str(name) for company, name in conn.exec_driver_sql(asked)}
