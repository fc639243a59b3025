"""What a click may ask for about e-waybills: numbers go through the outbox, labels through the print queue."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from console.core.waybills import Sender, WaybillAccount


class Waybills(Protocol):
    """Raises ``core.errors.Trouble`` where it cannot be done."""

    async def accounts(self, shop_id: str) -> "Sequence[WaybillAccount]":
        """The shop's contracts with carriers, and what is left of each; asked of the platform."""
        ...

    async def take(
        self,
        shop_id: str,
        order_no: str,
        account: "WaybillAccount",
        client_code: str = "",
        beside: Sequence[str] = (),
    ) -> int:
        """Have a number taken for the next parcel of an order; returns the outbox's row.

        ``beside`` are numbers of the order that wait already and are for its other parcels.
        """
        ...

    async def void(self, waybill_id: int, reason: str) -> int:
        """Have a number given back; returns the outbox's row."""
        ...

    async def print(self, waybill_ids: Sequence[int], printer: str) -> int:
        """Put labels into the queue, in this order; returns how many were not in it."""
        ...

    async def resume(self) -> None:
        """Let the print queue go on."""
        ...

    async def hold(self) -> None:
        """Stop it after the label that is at the printer."""
        ...

    async def settle(self, print_id: int, out: bool) -> None:
        """Say whether a label came out of which nobody knows."""
        ...

    async def again(self, print_id: int) -> None:
        """Try a label once more that was held back."""
        ...

    async def move(self, printer: str) -> int:
        """Have what waits printed on another printer; returns how many labels."""
        ...

    async def drop(self, print_id: int) -> None:
        """Take a label out of the queue."""
        ...

    async def set_sender(self, shop_id: str, sender: "Sender") -> None:
        """Who sends, from now on."""
        ...

    async def set_auto(self, company: str, printer: str) -> None:
        """Print a carrier's labels by themselves on this printer; empty: not any more."""
        ...

    async def test_page(self, printer: str) -> None:
        """Put a sample out; it bears no number and is in no ledger."""
        ...
