"""The verbs about e-waybills: take a number, void one. What all commands have in common: ``verb.py``.

A number cannot be seen at an order before the parcel leaves, so that neither verb is ever "satisfied" by an order as it
reads. What makes them safe to say twice is the platform's own key: the same request, or the same package of the same
order, is given the same number; a voided number stays void.
"""

from typing import ClassVar

from console.core.commands_orders import may_leave
from console.core.model import Order
from console.core.objects import Found, ObjectKey
from console.core.permissions import Ability
from console.core.verb import Verb
from console.core.waybills import Sender, WaybillAccount


class WaybillCommand(Verb, frozen=True, kw_only=True):
    """Base of both: about a parcel of an order."""

    order_no: str
    package: str  # which parcel: "<order>-1"

    ability: ClassVar[Ability] = Ability.LOGISTICS

    @property
    def key(self) -> ObjectKey:
        return ObjectKey(shop_id=self.shop_id, kind="order", object_id=self.order_no)

    def is_satisfied_by(self, found: Found) -> bool:
        return False


class TakeWaybill(WaybillCommand, frozen=True, kw_only=True, tag="take_waybill"):
    """A parcel of an order gets a number, by this contract, from this sender.

    ``beside`` are numbers that wait for other parcels of the order: the merchant saw them and splits it.
    """

    account: WaybillAccount
    sender: Sender
    client_code: str = ""  # 顺丰 asks for the partner's code
    beside: tuple[str, ...] = ()

    @property
    def aspect(self) -> str:
        return f"take {self.package}"

    @property
    def request_id(self) -> str:
        """The platform's key: the same for the same parcel and carrier, whoever asks and whenever."""
        return f"{self.account.company}-{self.package}"

    def is_untouched_by(self, found: Found) -> bool:
        return isinstance(found, Order) and may_leave(found)


class VoidWaybill(WaybillCommand, frozen=True, kw_only=True, tag="void_waybill"):
    """A number that was taken is given back; it never comes again. ``reason`` is for the ledger."""

    company: str
    waybill_no: str
    reason: str = ""

    @property
    def aspect(self) -> str:
        return f"void {self.company} {self.waybill_no}"

    @property
    def irreversible(self) -> bool:
        return True

    def is_untouched_by(self, found: Found) -> bool:
        """Whether the number was not used: not one of the order's parcels."""
        if not isinstance(found, Order):
            return False
        return all(parcel.waybill_no.upper() != self.waybill_no.upper() for parcel in found.parcels)
