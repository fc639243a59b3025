"""What a click may ask about a buyer's data. Handed to a tab as ``Actions.revealing``."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # what is not needed before the first paint
    from console.core.revealing import Field, Plain


class Reveals(Protocol):
    """One field of one order at a time. Raises Trouble."""

    async def reveal(self, row_id: int, field: "Field") -> "Plain":
        """Its text, to be shown and forgotten. The audit says who looked when this returns, and who was refused."""
        ...
