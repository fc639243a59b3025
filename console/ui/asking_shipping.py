"""What a click may ask about shipping. Handed to a tab as ``Actions.shipping``."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # what is not needed before the first paint
    from console.core.model import Order
    from console.store.holding import Kept
    from console.store.terms import NoteSource


class OrderShipping(Protocol):
    """Reads of the platforms, and what is only ours. Raises Trouble."""

    async def reread(self, keys: "Collection[tuple[str, str]]") -> "dict[tuple[str, str], Order]":
        """These orders (shop, number) as their platforms have them now; those that could not be read are left out."""
        ...

    async def follow(self, shop_id: str, order_no: str) -> int:
        """Ask where an order's parcels are; returns of how many the platform told."""
        ...

    async def note_deadline(
        self, shop_id: str, order_no: str, source: "NoteSource", due_at: int | None, reason: str
    ) -> None:
        """Write down a deadline that the platform does not name, or strike it out."""
        ...

    async def keep_back(self, row_ids: "Sequence[int]", reason: str, until_at: int | None = None) -> "Kept":
        """Keep these rows of the list from leaving until they are let go, or until then; what became of it."""
        ...

    async def let_go(self, row_ids: "Sequence[int]", why: str) -> int:
        """Let these rows leave again, for a reason; returns how many were kept back."""
        ...
