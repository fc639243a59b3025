"""By when an order must leave and what of it has left, from the platform's row [sheet 3.3.1, 3.3.2]. Pure."""

from typing import Any

from console.core.live import SoldIn
from console.core.shipping import Deadline, DeadlineSource, Terms
from console.platforms.kuaishou.wire import OrderBase, OrderRow

_ADDRESS_WAITS = 10  # addressUpdateAuditInfo.auditStatus
MOST_DIGITS = 19
_UNSENT = ("2", "3")  # coType: a voucher, a top-up
_SHIPPED = 40  # a partly shipped order is shipped already


def terms_of(row: OrderRow) -> Terms:
    """What it says beside the one deadline that counts."""
    base, audit = row.order_base_info, row.address_update_audit_info
    named = _deadlines(base)
    return Terms(
        deadlines=named if len(named) > 1 else (),
        presale=base.pre_sale == 1,
        pieces_sent=_part(row),
        appends=_appends(row),
        way="nothing" if str(base.co_type) in _UNSENT else "carrier",
        serials=_wants_serials(row),
        address_asked=True if audit is not None and audit.audit_status == _ADDRESS_WAITS else None,
    )


def sold_in(base: OrderBase) -> SoldIn | None:
    """Where the order was made; None where the row does not say it, or in no way that is understood."""
    kind, place = (_number(value) for value in (base.carrier_type, base.carrier_id))
    return SoldIn(kind=kind, place_id=str(place or "")) if kind else None


def _number(value: Any) -> int | None:
    if isinstance(value, str) and value.isdecimal() and len(value) <= MOST_DIGITS:
        value = int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**63 else None


def _deadlines(base: OrderBase) -> tuple[Deadline, ...]:
    """The field to go by; the promise where it says another instant; an extension the platform knows of."""
    fields: tuple[tuple[DeadlineSource, int | None], ...] = (
        ("platform", base.valid_promise_shipment_time_stamp),
        ("promised", base.promise_time_stamp_of_delivery),
        ("extension", base.seller_delay_promise_time_stamp),
    )
    found: list[Deadline] = []
    for source, at in fields:
        if at is not None and at > 0 and all(at != one.at for one in found):
            found.append(Deadline(source=source, at=at))
    return tuple(found)


def _wants_serials(row: OrderRow) -> bool:
    sent = row.order_delivery_info
    return sent is not None and sent.serial_number_info is not None and bool(sent.serial_number_info.serial_type)


def _appends(row: OrderRow) -> bool | None:
    """Whether a further parcel may follow what has left; said only of an order of which all has."""
    sent = row.order_delivery_info
    return True if sent is not None and sent.enable_append_package and _part(row) is None else None


def _part(row: OrderRow) -> int | None:
    """How many pieces have left, where that is not all of them."""
    base, item, sent = row.order_base_info, row.order_item_info, row.order_delivery_info
    if base.status != _SHIPPED or item is None or item.num is None or sent is None or sent.delivery_num is None:
        return None
    return sent.delivery_num if 0 < sent.delivery_num < item.num else None
