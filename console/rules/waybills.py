"""What may be taken, printed and voided, what a slip says, whether the ledger adds up. Pure.

``Obstacle.code`` is a key of the catalogue.
"""

import hashlib
from collections.abc import Sequence
from typing import Literal

import msgspec

from console.core.model import Order, Receiver
from console.core.waybills import Sender, Slip
from console.rules.after_sales import ShippingHold
from console.rules.shipping import Obstacle, obstacle

Standing = Literal["waiting", "printed", "voided"]
"""waiting  taken, not printed yet
printed  came out at least once, and is not void
voided   given back, printed or not"""

_GROUP = 5
_LINES = 5


def take_obstacle(
    order: Order, hold: ShippingHold | None, waiting: Sequence[str], *, beside: Sequence[str] = (), left: int = 0
) -> Obstacle | None:
    """What forbids to take a number.

    ``waiting`` are numbers of the order under which nothing left yet: one of them is used before another is taken, but
    for those in ``beside``, which are for other parcels. ``left`` is under how many a parcel did: no parcel is empty.
    """
    unasked = [number for number in waiting if number not in beside]
    if unasked:
        return Obstacle(code="waybill.has_one", detail=unasked[-1])
    found = obstacle(order, hold)
    if found is not None:
        return found
    if waiting and len(waiting) + left >= pieces(order):
        return Obstacle(code="waybill.pieces", detail=str(pieces(order)))
    return None


def pieces(order: Order) -> int:
    """How many pieces an order has: it leaves in no more parcels."""
    return sum(line.quantity for line in order.lines)


def receiver_digest(to: Receiver) -> str:
    """Tells receivers apart by what a platform shows of them; cipher texts differ though the receiver is the same."""
    shown = (to.province, to.city, to.district, to.name_masked, to.phone_masked, to.address_masked)
    return hashlib.sha256("\n".join(shown).encode()).hexdigest()[:32] if any(shown) else ""


def print_obstacle(
    order: Order | None, hold: ShippingHold | None, waybill_no: str, *, voided: bool, moved: bool = False
) -> Obstacle | None:
    """What forbids to print a label: a void number, an after-sale, an order that left otherwise, another receiver than
    the number was taken for (``moved``).

    A label of an order that left under just this number may be printed again.
    """
    if voided:
        return Obstacle(code="waybill.void", detail=waybill_no)
    if order is None:
        return Obstacle(code="ship.unknown_order")
    found = obstacle(order, hold)
    if found is not None and found.code == "ship.shipped" and left_under(order, waybill_no):
        return None
    return Obstacle(code="waybill.moved", detail=waybill_no) if found is None and moved else found


def void_obstacle(order: Order | None, waybill_no: str, *, voided: bool) -> Obstacle | None:
    """What forbids to give a number back: it is void already, or a parcel went out under it."""
    if voided:
        return Obstacle(code="waybill.void", detail=waybill_no)
    if order is not None and left_under(order, waybill_no):
        return Obstacle(code="waybill.used", detail=waybill_no)
    return None


def left_under(order: Order, waybill_no: str) -> bool:
    """Whether a parcel of the order went out under this number."""
    return any(parcel.waybill_no.strip().upper() == waybill_no.upper() for parcel in order.parcels)


def standing(printed: int, voided: bool) -> Standing:
    """Where a number is in the ledger."""
    return "voided" if voided else "printed" if printed else "waiting"


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """The ledger of the numbers that were taken in some stretch of time. Each counts in one of the first five only.

    ``unprinted`` left without a label of ours (the platform's own was used), ``waiting`` neither left nor was printed.
    ``shipped`` are all under which a parcel left, ``astray`` those of them that are void.
    """

    taken: int = 0
    printed: int = 0
    voided: int = 0
    unprinted: int = 0
    waiting: int = 0
    shipped: int = 0
    reprints: int = 0
    astray: int = 0
    doubled: int = 0  # numbers with two first prints: never

    @property
    def adds_up(self) -> bool:
        """Every number is accounted for once, none was first printed twice, none went out that is void."""
        accounted = self.printed + self.voided + self.unprinted + self.waiting
        return self.taken == accounted and not self.doubled and not self.astray


def slip_of(
    order: Order,
    *,
    waybill_no: str,
    carrier_name: str,
    branch: str,
    taken_at: int,
    sender: Sender,
    shop_name: str,
    trade_no: str = "",
    copy: int = 0,
    parcel: int = 1,
    parcels: int = 1,
) -> Slip:
    """What is printed of an order: the buyer masked, the goods by name and number."""
    to = order.receiver
    return Slip(
        waybill_no=waybill_no,
        carrier_name=carrier_name,
        branch=branch,
        taken_at=taken_at,
        receiver_name=masked_name(to.name_masked),
        receiver_phone=masked_digits(to.phone_masked),
        receiver_place=f"{to.province} {to.city} {to.district}".strip(),
        receiver_address=masked_address(to),
        sender_name=sender.name,
        sender_phone=masked_digits(sender.mobile),
        sender_place=sender.place,
        shop_name=shop_name,
        order_no=order.order_no,
        trade_no=trade_no,
        goods=goods_of(order),
        copy=copy,
        parcel=parcel,
        parcels=parcels,
    )


def goods_of(order: Order) -> tuple[tuple[str, int], ...]:
    """The lines as the packer reads them; of many the first, and how many pieces the others are."""
    lines = [(" ".join(part for part in (line.title, line.spec) if part), line.quantity) for line in order.lines]
    if len(lines) <= _LINES:
        return tuple(lines)
    rest = sum(many for _, many in lines[_LINES - 1 :])
    return (*lines[: _LINES - 1], ("…", rest))


def masked_name(name: str) -> str:
    """Platforms mask names; one that came plain is masked here."""
    return name if "*" in name or not name else name[0] + "**"


def masked_digits(number: str) -> str:
    """``138****6021``, whoever masked it."""
    if "*" in number or len(number) < 7:
        return number
    return f"{number[:3]}{'*' * (len(number) - 7)}{number[-4:]}"


def masked_address(to: Receiver) -> str:
    """The street as the platform masked it; one that came plain keeps no digit, so that no door is named."""
    if "*" in to.address_masked:
        return to.address_masked
    return "".join("*" if sign.isdigit() else sign for sign in to.address_masked)


def grouped(number: str) -> str:
    """``75841 29033 7745``: for the eye; bars hold it without gaps."""
    return " ".join(number[at : at + _GROUP] for at in range(0, len(number), _GROUP))


def next_package(order_no: str, former: Sequence[str]) -> str:
    """The name of the next parcel of an order: a void number's parcel is never named again."""
    known = set(former)
    return next(name for at in range(1, len(known) + 2) if (name := f"{order_no}-{at}") not in known)
