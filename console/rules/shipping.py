"""Whether an order may leave, and in which parcels: asked before anything is sent, and again right before the call.

Pure: what is known is handed in. ``Obstacle.code`` is a key of the catalogue.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from console.core.commands_orders import Sending, ShipOrder, may_leave
from console.core.errors import Refused
from console.core.model import Order, OrderStatus, Platform, Receiver
from console.rules.after_sales import ShippingHold

SF_MARK = "顺丰"
_FLAGGED = "ship.hold_flagged"
_BY_STATUS = {
    OrderStatus.UNPAID: "ship.unpaid",
    OrderStatus.PENDING: "ship.pending",
    OrderStatus.SHIPPED: "ship.shipped",
    OrderStatus.RECEIVED: "ship.shipped",
    OrderStatus.SUCCESS: "ship.shipped",
    OrderStatus.CLOSED: "ship.closed",
}


class Obstacle(msgspec.Struct, frozen=True, kw_only=True):
    """Why an order does not leave like that. ``passable``: a person may send it all the same, giving a reason."""

    code: str
    detail: str = ""
    passable: bool = False


def obstacle(order: Order, hold: ShippingHold | None = None) -> Obstacle | None:
    """What forbids to send an order, whatever its parcels; None: nothing. ``hold`` is what its after-sales say."""
    if hold is not None:
        return Obstacle(code=f"ship.hold_{hold.reason}", detail=hold.why, passable=hold.passable)
    if not may_leave(order):
        return Obstacle(code=_BY_STATUS.get(order.status, "ship.unknown"), detail=order.status_code)
    if order.terms.way != "carrier":
        return Obstacle(code=f"ship.way_{order.terms.way}")
    if order.risk:
        return Obstacle(code="ship.risk")
    if order.refunding:
        return Obstacle(code=_FLAGGED)
    if order.terms.address_asked:
        return Obstacle(code="ship.address")
    return None


def check_may_leave(command: ShipOrder, order: Order) -> None:
    """The order as it reads right before the call. Raises Refused with the reason.

    What a person sends all the same, giving a reason, its platform decides about: the flag of an after-sale that is
    open keeps it here no longer.
    """
    found = obstacle(order)
    if found is not None and found.code == _FLAGGED and command.anyway.strip():
        found = obstacle(msgspec.structs.replace(order, refunding=False))
    if found is not None:
        raise Refused(found.code, detail=found.detail)
    if not command.is_untouched_by(order):
        raise Refused("ship.moved", detail=" ".join(parcel.waybill_no for parcel in order.parcels))
    cut = uncut(order, command.parcels)
    if cut is not None:
        raise Refused(cut.code, detail=cut.detail)


def uncut(order: Order, parcels: Iterable[Sending]) -> Obstacle | None:
    """Whether the parcels hold more than is left of the order, or lines it has not.

    Where a platform says how many pieces have left, it counts those of the goods, which are the first line; the others
    are gifts.
    """
    left = {line.line_no: line.quantity for line in order.lines}
    if order.lines and order.terms.pieces_sent is not None:
        left[order.lines[0].line_no] -= order.terms.pieces_sent
    for parcel in parcels:
        for part in parcel.holds:
            if part.line_no not in left:
                return Obstacle(code="ship.no_line", detail=part.line_no)
            left[part.line_no] -= part.quantity
            if left[part.line_no] < 0:
                return Obstacle(code="ship.too_many", detail=part.line_no)
    return None


class Ability(msgspec.Struct, frozen=True, kw_only=True):
    """What a platform's shipping calls can do."""

    parcels_a_call: int  # how many parcels one command may bring
    splits_a_line: bool  # whether pieces of one line may go in different parcels
    sf_asks_mobile: bool  # whether SF's tracking needs the sender's mobile
    plain_numbers: bool  # whether a waybill number holds letters, digits and hyphens only


ABILITIES: Mapping[Platform, Ability] = {
    # open.order.goods.split.deliver takes up to 50 packages with pieces of a line each.
    Platform.KUAISHOU: Ability(parcels_a_call=50, splits_a_line=True, sf_asks_mobile=False, plain_numbers=False),
    # youzan.logistics.online.confirm makes one package a call; "one line split over several waybills" is not supported.
    Platform.YOUZAN: Ability(parcels_a_call=1, splits_a_line=False, sf_asks_mobile=True, plain_numbers=True),
}
"""As documented (Kuaishou 2025-05, Youzan 2026-09): a split that a platform cannot take is told before, not after."""


def unable(platform: Platform, order: Order, parcels: Sequence[Sending], *, sender_mobile: str = "") -> Obstacle | None:
    """What of these parcels the platform's call cannot take, told before it is made."""
    can = ABILITIES[platform]
    if order.terms.serials:
        return Obstacle(code="ship.serials")
    whole = {line.line_no: line.quantity for line in order.lines}
    for parcel in parcels:
        number = parcel.waybill_no
        if can.plain_numbers and not all(sign.isascii() and (sign.isalnum() or sign == "-") for sign in number):
            return Obstacle(code="ship.number", detail=number)
        if can.sf_asks_mobile and SF_MARK in parcel.carrier_name and not sender_mobile.strip():
            return Obstacle(code="ship.sf_mobile", detail=number)
        for part in parcel.holds:
            if not can.splits_a_line and part.quantity != whole.get(part.line_no, part.quantity):
                return Obstacle(code="ship.line_split", detail=part.line_no)
    if len(parcels) > can.parcels_a_call:
        return Obstacle(code="ship.parcels", detail=str(len(parcels)))
    return uncut(order, parcels)


def commands_for(
    shop_id: str, order: Order, parcels: Sequence[Sending], *, anyway: str = "", sender_mobile: str = ""
) -> tuple[ShipOrder, ...]:
    """The commands that send an order in these parcels: one, or one a parcel where a call takes no more."""
    seen = tuple(parcel.waybill_no for parcel in order.parcels)
    each = ABILITIES[Platform(shop_id.partition(":")[0])].parcels_a_call
    groups = [tuple(parcels)] if len(parcels) <= each else [(parcel,) for parcel in parcels]
    return tuple(
        ShipOrder(
            shop_id=shop_id,
            order_no=order.order_no,
            parcels=group,
            seen=seen,
            anyway=anyway,
            sender_mobile=sender_mobile if any(SF_MARK in one.carrier_name for one in group) else "",
        )
        for group in groups
    )


class Bound(msgspec.Struct, frozen=True, kw_only=True):
    """An order that is to go under a number, and where to."""

    order_no: str
    waybill_no: str
    buyer_id: str
    receiver: Receiver


def strangers(bound: Iterable[Bound]) -> dict[str, Obstacle]:
    """Orders that may not share a parcel: one number goes to one receiver. By order number."""
    under: dict[str, list[Bound]] = {}
    for one in bound:
        under.setdefault(one.waybill_no.strip().upper(), []).append(one)
    found: dict[str, Obstacle] = {}
    for group in under.values():
        if len({_where(one) for one in group}) > 1:
            found |= {one.order_no: Obstacle(code="ship.receivers", detail=one.waybill_no) for one in group}
    return found


def _where(one: Bound) -> tuple[str, ...]:
    """As far as masked words tell; cipher texts differ though the receiver is the same."""
    to = one.receiver
    return (one.buyer_id, to.province, to.city, to.district, to.name_masked, to.phone_masked, to.address_masked)
