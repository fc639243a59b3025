"""The verbs about an order: ship it, send a parcel after it, write a note. What all have in common: ``verb.py``."""

from typing import ClassVar, Self

import msgspec
from msgspec.structs import replace

from console.core.errors import Refused
from console.core.model import Order, OrderStatus, Platform
from console.core.objects import Found, ObjectKey
from console.core.permissions import Ability
from console.core.verb import Verb


class Portion(msgspec.Struct, frozen=True, kw_only=True):
    """So many pieces of a line."""

    line_no: str
    quantity: int

    def __post_init__(self) -> None:
        if self.quantity < 1:
            raise ValueError("a parcel holds at least one piece of a line")


class Sending(msgspec.Struct, frozen=True, kw_only=True):
    """A parcel that leaves. ``carrier_code`` is the platform's own; without ``holds`` it holds all that is left."""

    waybill_no: str
    carrier_code: str
    carrier_name: str = ""
    holds: tuple[Portion, ...] = ()

    def __post_init__(self) -> None:
        if not self.waybill_no.strip() or not self.carrier_code:
            raise ValueError("a parcel has a number and a carrier")


class ShipOrder(Verb, frozen=True, kw_only=True, tag="ship_order"):
    """An order leaves in these parcels. ``seen`` are the numbers of the parcels it had when the merchant looked.

    A number that a buyer was told cannot be taken back, so that every such command is irreversible. ``anyway`` is the
    reason why goods leave of which a refund was asked; it opens no door that the platform keeps shut.
    """

    order_no: str
    parcels: tuple[Sending, ...]
    seen: tuple[str, ...] = ()
    anyway: str = ""
    sender_mobile: str = ""  # the merchant's own, where a carrier's tracking asks for it

    ability: ClassVar[Ability] = Ability.LOGISTICS

    def __post_init__(self) -> None:
        numbers = [parcel.waybill_no for parcel in self.parcels]
        if not numbers or len(set(numbers)) != len(numbers):
            raise ValueError("an order leaves in one parcel at least, each with its own number")
        if len(numbers) > 1 and not all(parcel.holds for parcel in self.parcels):
            raise ValueError("of several parcels each says what it holds")

    @property
    def key(self) -> ObjectKey:
        return ObjectKey(shop_id=self.shop_id, kind="order", object_id=self.order_no)

    @property
    def aspect(self) -> str:
        """Parcels of other lines are other commands: those of the same lines take each other's place."""
        lines = sorted({part.line_no for parcel in self.parcels for part in parcel.holds})
        return f"ship {' '.join(lines)}".rstrip()

    @property
    def irreversible(self) -> bool:
        return True

    @property
    def numbers(self) -> tuple[str, ...]:
        """The waybill numbers it brings."""
        return tuple(parcel.waybill_no for parcel in self.parcels)

    def is_satisfied_by(self, found: Found) -> bool:
        if not isinstance(found, Order):
            return False
        here = {_plain(parcel.waybill_no) for parcel in found.parcels}
        return all(_plain(number) in here for number in self.numbers)

    def is_untouched_by(self, found: Found) -> bool:
        """Whether it still waits for this: nothing of it left but what the merchant saw leave.

        Where only some lines are to leave, others may have left meanwhile; theirs are other commands.
        """
        if not isinstance(found, Order) or not may_leave(found):
            return False
        here, seen = {_plain(parcel.waybill_no) for parcel in found.parcels}, set(map(_plain, self.seen))
        if all(parcel.holds for parcel in self.parcels):
            return seen <= here and here.isdisjoint(map(_plain, self.numbers))
        return here == seen


class AppendParcel(Verb, frozen=True, kw_only=True, tag="append_parcel"):
    """One more parcel follows an order of which all has left: what was forgotten, or the second box of a set.

    ``seen`` are the numbers it had when the merchant looked, ``beside`` those that were on their way to it already.
    """

    order_no: str
    parcel: Sending
    seen: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    ability: ClassVar[Ability] = Ability.LOGISTICS

    def __post_init__(self) -> None:
        if self.parcel.holds:
            raise ValueError("nothing of the order is left that the parcel could hold")

    @property
    def key(self) -> ObjectKey:
        return ObjectKey(shop_id=self.shop_id, kind="order", object_id=self.order_no)

    @property
    def aspect(self) -> str:
        return f"append {_plain(self.parcel.waybill_no)}"

    @property
    def irreversible(self) -> bool:
        return True

    def is_satisfied_by(self, found: Found) -> bool:
        return isinstance(found, Order) and _plain(self.parcel.waybill_no) in _numbers(found)

    def is_untouched_by(self, found: Found) -> bool:
        """Whether it still waits for this: nothing follows it but what was there, or was on its way before this."""
        if not isinstance(found, Order) or found.terms.appends is not True:
            return False
        here, seen = _numbers(found), set(map(_plain, self.seen))
        return seen <= here <= seen | set(map(_plain, self.beside)) and _plain(self.parcel.waybill_no) not in here


NOTE_LONGEST = 200
STARS = ("star1", "star2", "star3", "star4", "star5")
"""Youzan's flags: one to five stars. None of its calls is known to take them away again."""
UNTOLD_FLAG = "grey"  # Kuaishou's, of a note that came without a flag where there was none


class NoteOrder(Verb, frozen=True, kw_only=True, tag="note_order"):
    """The seller's note on an order, and a flag beside it. ``seen`` and ``seen_flag`` stood there when it was written.

    Kuaishou keeps every note and shows the newest; Youzan has one, and this takes its place. A flag is a colour at
    Kuaishou and a number of stars at Youzan (``STARS``); it can be changed and not taken away.
    """

    order_no: str
    note: str = ""
    flag: str = ""
    seen: str = ""
    seen_flag: str = ""

    ability: ClassVar[Ability] = Ability.ORDERS

    def __post_init__(self) -> None:
        if not self.note.strip() and not self.flag:
            raise ValueError("a note says something, or shows a flag")
        if len(self.note) > NOTE_LONGEST:
            raise ValueError("a note is no letter")

    @property
    def key(self) -> ObjectKey:
        return ObjectKey(shop_id=self.shop_id, kind="order", object_id=self.order_no)

    @property
    def aspect(self) -> str:
        return "note"

    @property
    def irreversible(self) -> bool:
        """A note that Kuaishou keeps cannot be taken away."""
        return self.key.platform is Platform.KUAISHOU and bool(self.note.strip())

    def is_satisfied_by(self, found: Found) -> bool:
        if not isinstance(found, Order):
            return False
        written = not self.note.strip() or found.seller_note.strip() == self.note.strip()
        return written and self.flag in ("", found.flag)

    def is_untouched_by(self, found: Found) -> bool:
        return isinstance(found, Order) and (found.seller_note, found.flag) == (self.seen, self.seen_flag)

    def instead_of(self, unsent: Verb) -> Self:
        """Both at once: whoever writes a second note, or sets a flag beside a first, does not take the first back."""
        if not isinstance(unsent, NoteOrder):
            return self
        note = self._below(unsent.note)
        return replace(self, note=note, flag=self.flag or unsent.flag, seen=unsent.seen, seen_flag=unsent.seen_flag)

    def after(self, sent: Verb) -> Self:
        """Kuaishou keeps the one on its way as another; where there is one only, it is kept above this."""
        if not isinstance(sent, NoteOrder):
            return self
        note = self.note if self.key.platform is Platform.KUAISHOU else self._below(sent.note)
        seen, flag = sent.note.strip() or sent.seen, sent.flag or sent.seen_flag
        if sent.note.strip() and not flag and self.key.platform is Platform.KUAISHOU:
            flag = UNTOLD_FLAG
        return replace(self, note=note, seen=seen, seen_flag=flag)

    def _below(self, earlier: str) -> str:
        """This note under one that its platform has not shown yet. Raises Refused where both have no room."""
        own, above = self.note.strip(), earlier.strip()
        if self.key.platform is not Platform.KUAISHOU:
            own = own.removeprefix(self.seen.strip()).strip()
        if not own or own in above.split("\n"):
            return above
        both = f"{above}\n{own}".strip()
        if len(both) > NOTE_LONGEST:
            raise Refused("outbox.note_long", platform=self.key.platform, detail=str(NOTE_LONGEST))
        return both


def may_leave(order: Order) -> bool:
    """Whether something of an order is still to be sent, by its state."""
    return order.status is OrderStatus.TO_SHIP or (
        order.status is OrderStatus.SHIPPED and order.terms.pieces_sent is not None
    )


def _plain(number: str) -> str:
    """Platforms trim and capitalise what they were given."""
    return number.strip().upper()


def _numbers(order: Order) -> set[str]:
    return {_plain(parcel.waybill_no) for parcel in order.parcels}
