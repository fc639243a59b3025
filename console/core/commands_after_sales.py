"""What a seller answers to an after-sale. Both answers are final: no other command brings back what was.

``version`` is the platform's own lock as it stood before the merchant's eyes. An after-sale that moved on since is
never answered: the platform refuses it, and before that the reading right before the call finds it out.
"""

from typing import ClassVar, Literal

import msgspec

from console.core.model import AfterSale, AfterSaleKind, AfterSaleStatus
from console.core.objects import Found, ObjectKey
from console.core.permissions import Ability
from console.core.verb import Verb

Grant = Literal["refund", "return", "receipt"]
"""What is agreed to: money back at once, goods back first, or that the goods came back and the money goes."""

WORDS_MOST, PICTURES_MOST = 300, 6

_PAID = (AfterSaleStatus.REFUNDING, AfterSaleStatus.SUCCESS)
_RETURNING = (AfterSaleStatus.WAIT_BUYER_RETURN, AfterSaleStatus.WAIT_SELLER_RECEIPT, *_PAID)


class ReturnAddress(msgspec.Struct, frozen=True, kw_only=True):
    """Where goods come back to: the merchant's own, needed where the platform does not know it."""

    name: str
    mobile: str
    address: str


class AfterSaleCommand(Verb, frozen=True, kw_only=True):
    """Base of the answers."""

    after_sale_no: str
    version: str
    seen: str  # the platform's word for the state that is answered to

    ability: ClassVar[Ability] = Ability.AFTER_SALES

    @property
    def key(self) -> ObjectKey:
        return ObjectKey(shop_id=self.shop_id, kind="after_sale", object_id=self.after_sale_no)

    @property
    def irreversible(self) -> bool:
        return True

    def is_untouched_by(self, found: Found) -> bool:
        return isinstance(found, AfterSale) and found.status_code == self.seen and version_of(found) == self.version


class AgreeAfterSale(AfterSaleCommand, frozen=True, kw_only=True, tag="agree_after_sale"):
    """The buyer gets what was asked for. ``amount_fen`` is the sum asked for, as it was seen."""

    grant: Grant
    asked: AfterSaleKind
    amount_fen: int | None = None
    freight_fen: int | None = None  # the claim for sending the goods back, agreed to with the receipt
    return_to: ReturnAddress | None = None

    def is_satisfied_by(self, found: Found) -> bool:
        if not isinstance(found, AfterSale):
            return False
        return found.status in (_RETURNING if self.grant == "return" else _PAID)


class RefuseAfterSale(AfterSaleCommand, frozen=True, kw_only=True, tag="refuse_after_sale"):
    """The buyer does not get it, and is told why: by a reason of the platform's list where it has one, in words, with
    pictures (their addresses) where the reason asks for proof. ``received``: the goods are back and not as they should.
    """

    reason_code: str = ""
    words: str = ""
    pictures: tuple[str, ...] = ()
    received: bool = False

    def __post_init__(self) -> None:
        if len(self.words) > WORDS_MOST or len(self.pictures) > PICTURES_MOST:
            raise ValueError("a refusal has at most 300 characters and six pictures")

    def is_satisfied_by(self, found: Found) -> bool:
        return isinstance(found, AfterSale) and found.status in (AfterSaleStatus.REFUSED, AfterSaleStatus.CLOSED)


def version_of(found: AfterSale) -> str:
    """The platform's lock: its own version where the detail told one; empty where it did not."""
    return "" if found.facts is None else found.facts.version
