"""The verbs: what a merchant wants of a platform, with everything the platform needs to be told.

Every command is frozen and says which object it is about, which ability it needs, whether it can be taken back by
another command, and, of an object as it was read, whether it is so already (``is_satisfied_by``) or is still as the
merchant saw it (``is_untouched_by``). The two together make an unknown outcome safe on platforms without idempotency
keys. ``seen…`` is what stood before the merchant's eyes; None: nothing did.

A new verb is one struct here or in a ``commands_….py``, its name in ``Command``, and an answer in each platform's
``commands.py``. What all of them have: ``verb.py``.
"""

from typing import ClassVar, Literal, Self, TypeAlias

import msgspec
from msgspec.structs import replace

from console.core.commands_after_sales import AgreeAfterSale, RefuseAfterSale
from console.core.commands_orders import AppendParcel, NoteOrder, ShipOrder
from console.core.commands_waybills import TakeWaybill, VoidWaybill
from console.core.model import Listing, Sku
from console.core.objects import Found, ObjectKey, sku_in
from console.core.permissions import Ability
from console.core.verb import Verb


class ItemCommand(Verb, frozen=True, kw_only=True):
    """Base of the verbs about an item."""

    item_id: str

    ability: ClassVar[Ability] = Ability.ITEMS

    @property
    def key(self) -> ObjectKey:
        return ObjectKey(shop_id=self.shop_id, kind="item", object_id=self.item_id)


class SetStock(ItemCommand, frozen=True, kw_only=True, tag="set_stock"):
    """One variant's stock is to be ``target``; ``seen_at`` is when ``seen`` was read from the platform, ms UTC.

    What is sold between seeing and sending is not the merchant's change: ``target - seen`` is.
    """

    sku_id: str
    target: int
    seen: int | None = None
    seen_at: int | None = None

    ability: ClassVar[Ability] = Ability.STOCK

    def __post_init__(self) -> None:
        if self.target < 0 or (self.seen is not None and self.seen < 0):
            raise ValueError("a stock is not negative")

    @property
    def aspect(self) -> str:
        return f"stock {self.sku_id}"

    def stock_in(self, found: Found) -> int | None:
        """The stock of the variant; None where it, or its stock, is not there."""
        sku = sku_in(found, self.sku_id)
        return None if sku is None else sku.stock

    def is_satisfied_by(self, found: Found) -> bool:
        return self.stock_in(found) == self.target

    def is_untouched_by(self, found: Found) -> bool:
        stock = self.stock_in(found)
        return stock is not None and stock != self.target and self.seen in (None, stock)

    def instead_of(self, unsent: Verb) -> Self:
        return replace(self, seen=unsent.seen, seen_at=unsent.seen_at) if isinstance(unsent, SetStock) else self

    def after(self, sent: Verb) -> Self:
        return replace(self, seen=sent.target, seen_at=None) if isinstance(sent, SetStock) else self


class SetPrice(ItemCommand, frozen=True, kw_only=True, tag="set_price"):
    """One variant's price. ``override`` is the reason why it may lie below the item's floor."""

    sku_id: str
    price_fen: int
    seen_fen: int | None = None
    override: str = ""

    def __post_init__(self) -> None:
        if self.price_fen <= 0:
            raise ValueError("a price is positive")

    @property
    def aspect(self) -> str:
        return f"price {self.sku_id}"

    def is_satisfied_by(self, found: Found) -> bool:
        sku = sku_in(found, self.sku_id)
        return sku is not None and sku.price_fen == self.price_fen

    def is_untouched_by(self, found: Found) -> bool:
        sku = sku_in(found, self.sku_id)
        return sku is not None and sku.price_fen != self.price_fen and self.seen_fen in (None, sku.price_fen)

    def instead_of(self, unsent: Verb) -> Self:
        return replace(self, seen_fen=unsent.seen_fen) if isinstance(unsent, SetPrice) else self

    def after(self, sent: Verb) -> Self:
        return replace(self, seen_fen=sent.price_fen) if isinstance(sent, SetPrice) else self


class SetShelf(ItemCommand, frozen=True, kw_only=True, tag="set_shelf"):
    """An item goes onto the shelf or off it."""

    on: bool

    @property
    def aspect(self) -> str:
        return "shelf"

    def is_satisfied_by(self, found: Found) -> bool:
        return isinstance(found, Listing) and found.item.on_shelf is self.on

    def is_untouched_by(self, found: Found) -> bool:
        return isinstance(found, Listing) and found.item.on_shelf is (not self.on)


class FieldChange(msgspec.Struct, frozen=True, kw_only=True):
    """One field of an item, and what it read before."""

    field: Literal["title", "code"]
    to: str
    seen: str | None = None


class EditItem(ItemCommand, frozen=True, kw_only=True, tag="edit_item"):
    """Some fields of an item. Only these are sent: what is not named is not touched."""

    changes: tuple[FieldChange, ...]

    def __post_init__(self) -> None:
        named = [change.field for change in self.changes]
        if not named or len(set(named)) != len(named):
            raise ValueError("an edit names each field once, and at least one")

    def is_satisfied_by(self, found: Found) -> bool:
        return isinstance(found, Listing) and all(getattr(found.item, each.field) == each.to for each in self.changes)

    def is_untouched_by(self, found: Found) -> bool:
        return (
            isinstance(found, Listing)
            and all(each.seen in (None, getattr(found.item, each.field)) for each in self.changes)
            and not self.is_satisfied_by(found)
        )


class SkuDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A variant that stays. None: the field stays, too; its stock always does."""

    sku_id: str
    code: str | None = None
    price_fen: int | None = None


class Loss(msgspec.Struct, frozen=True, kw_only=True):
    """A variant that goes, and what a person calls it: its code, else its specification."""

    sku_id: str
    name: str


class ReplaceSkus(ItemCommand, frozen=True, kw_only=True, tag="replace_skus"):
    """An item's variants, whole: those left out are deleted, which needs each in ``loses`` and the phrase ``typed``."""

    skus: tuple[SkuDraft, ...]
    loses: tuple[Loss, ...] = ()
    typed: str = ""

    def __post_init__(self) -> None:
        kept = {draft.sku_id for draft in self.skus}
        if not kept or len(kept) != len(self.skus) or kept & {loss.sku_id for loss in self.loses}:
            raise ValueError("a set of variants names each once, and at least one that stays")

    @property
    def irreversible(self) -> bool:
        return bool(self.loses)

    @property
    def confirmed(self) -> bool:
        """Whether the merchant typed what a loss asks for."""
        return not self.loses or self.typed.strip() == loss_phrase(self.loses)

    def losses_in(self, found: Found) -> tuple[Loss, ...]:
        """The variants that the platform has and this command leaves out."""
        kept = {draft.sku_id for draft in self.skus}
        skus = found.skus or () if isinstance(found, Listing) else ()
        return tuple(loss_of(sku) for sku in skus if sku.sku_id not in kept)

    def allows(self, found: Found) -> bool:
        """Whether everything that would be lost was named and confirmed."""
        named = {loss.sku_id for loss in self.loses}
        return self.confirmed and all(loss.sku_id in named for loss in self.losses_in(found))

    def is_satisfied_by(self, found: Found) -> bool:
        if not isinstance(found, Listing) or found.skus is None:
            return False
        here = {sku.sku_id: sku for sku in found.skus}
        return here.keys() == {draft.sku_id for draft in self.skus} and all(
            draft.code in (None, here[draft.sku_id].code) and draft.price_fen in (None, here[draft.sku_id].price_fen)
            for draft in self.skus
        )


Command: TypeAlias = (
    SetStock
    | SetPrice
    | SetShelf
    | EditItem
    | ReplaceSkus
    | AgreeAfterSale
    | RefuseAfterSale
    | ShipOrder
    | AppendParcel
    | NoteOrder
    | TakeWaybill
    | VoidWaybill
)


def encode(command: Command) -> str:
    """As the file keeps it."""
    return msgspec.json.encode(command).decode()


def decode(text: str | bytes) -> Command:
    """The command that ``encode`` wrote. Raises msgspec.MsgspecError."""
    command: Command = msgspec.json.decode(text, type=Command)
    return command


def loss_of(sku: Sku) -> Loss:
    """A variant as one that goes."""
    return Loss(sku_id=sku.sku_id, name=sku.code or sku.spec or sku.sku_id)


def loss_phrase(losses: tuple[Loss, ...]) -> str:
    """What is to be typed before variants are deleted: the one's name, or how many they are (``"3 SKU"``)."""
    return losses[0].name if len(losses) == 1 else f"{len(losses)} SKU"
