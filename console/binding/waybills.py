"""What a person asks about e-waybills: numbers through the outbox, labels through the spooler."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from console.core.clock import Clock
from console.core.commands_waybills import TakeWaybill, VoidWaybill
from console.core.errors import Refused
from console.core.gateway import SupportsShop, SupportsWaybills
from console.core.model import Platform
from console.core.printing import Printer, PrinterTrouble
from console.core.waybills import Sender, Slip, WaybillAccount
from console.store import waybills
from console.store.database import Database
from console.sync.hub import Hub
from console.sync.outbox import Outbox
from console.sync.printing import Spooler

if TYPE_CHECKING:
    GatewayOf = Callable[[str], SupportsShop | None]

SAMPLE = "0000000000000"


class WaybillAsking:
    """Writes through the hand of whoever asks."""

    def __init__(
        self,
        database: Database,
        hand: Database,
        clock: Clock,
        hub: Hub,
        gateway_of: "GatewayOf",
        outbox: Outbox,
        open_printer: Callable[[str], Printer],
    ) -> None:
        self._hand = hand
        self._clock = clock
        self._gateway_of = gateway_of
        self._outbox = outbox
        self._open_printer = open_printer
        self.spooler = Spooler(database, clock, hub, open_printer)
        self.spooler.hand = hand

    async def accounts(self, shop_id: str) -> Sequence[WaybillAccount]:
        """The shop's contracts. Raises Trouble."""
        gateway: object = self._gateway_of(shop_id)
        if not isinstance(gateway, SupportsWaybills):
            raise Refused("waybill.cannot", platform=Platform(shop_id.partition(":")[0]))
        return await gateway.waybill_accounts()

    async def take(
        self,
        shop_id: str,
        order_no: str,
        account: WaybillAccount,
        client_code: str = "",
        beside: Sequence[str] = (),
    ) -> int:
        """A command for the next parcel of an order. It is asked for by itself: nothing waits for an undo."""
        package = await self._hand.read(waybills.package_for, shop_id, order_no)
        sender = await self._hand.read(waybills.sender_of, shop_id)
        command = TakeWaybill(
            shop_id=shop_id,
            order_no=order_no,
            package=package,
            account=account,
            sender=sender,
            client_code=client_code,
            beside=tuple(beside),
        )
        return await self._outbox.submit(command, 0)

    async def void(self, waybill_id: int, reason: str) -> int:
        """A command that gives a number back; it can be undone for the usual while. Raises Refused."""
        known = await self._hand.read(waybills.waybill, waybill_id)
        if known is None or known.voided_at is not None:
            raise Refused("waybill.void" if known else "waybill.unknown", detail=known.waybill_no if known else "")
        command = VoidWaybill(
            shop_id=known.shop_id,
            order_no=known.order_no,
            package=known.package,
            company=known.company,
            waybill_no=known.waybill_no,
            reason=reason,
        )
        return await self._outbox.submit(command)

    async def print(self, waybill_ids: Sequence[int], printer: str) -> int:
        return await self.spooler.print(waybill_ids, printer)

    async def resume(self) -> None:
        await self.spooler.resume()

    async def hold(self) -> None:
        await self.spooler.hold()

    async def settle(self, print_id: int, out: bool) -> None:
        await self.spooler.settle(print_id, out)

    async def again(self, print_id: int) -> None:
        await self.spooler.again(print_id)

    async def move(self, printer: str) -> int:
        return await self.spooler.move(printer)

    async def drop(self, print_id: int) -> None:
        await self.spooler.drop(print_id)

    async def set_sender(self, shop_id: str, sender: Sender) -> None:
        await self._hand.write(waybills.put_sender, shop_id, sender, self._clock.now_ms())

    async def set_auto(self, company: str, printer: str) -> None:
        await self._hand.write(waybills.put_auto, company, printer, self._clock.now_ms())

    async def test_page(self, printer: str) -> None:
        """A sample, past the queue. Raises Refused in the printer's words."""
        slip = Slip(waybill_no=SAMPLE, carrier_name="TEST", taken_at=self._clock.now_ms(), goods=(("100 × 180 mm", 1),))
        try:
            await asyncio.to_thread(lambda: self._open_printer(printer).put(slip))
        except PrinterTrouble as trouble:
            raise Refused(trouble.code, detail=trouble.detail) from None
