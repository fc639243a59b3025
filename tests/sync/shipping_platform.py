"""A platform that ships, too: orders with two lines, sent whole or in parts, held back or sent by somebody else."""

import asyncio

from msgspec.structs import replace
from outbox_platform import Clock, FakeGateway, FakePlatform

from console.core.clock import HOUR
from console.core.commands import Command
from console.core.commands_orders import ShipOrder
from console.core.errors import Offline, Refused
from console.core.gateway import Attempt
from console.core.model import Order, OrderLine, OrderStatus, Parcel, Platform
from console.core.shipping import Terms

WAITING = ("p0", "p1", "p2", "p3", "p4", "p5")
LINES = (OrderLine(line_no="1", title="锅", quantity=2), OrderLine(line_no="2", title="盖", quantity=1))
PIECES = sum(line.quantity for line in LINES)


class ShippingPlatform(FakePlatform):
    """``waiting`` are the orders to ship, ``sent`` how many pieces of each line have left."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self.waiting = {number: self._order(number) for number in WAITING}
        self.sent: dict[tuple[str, str], int] = {}
        self.elsewhere: list[str] = []

    def _order(self, number: str) -> Order:
        now = self.clock.now
        return Order(
            order_no=number,
            status=OrderStatus.TO_SHIP,
            created_at=now,
            paid_at=now,
            updated_at=now,
            ship_by_at=now + 48 * HOUR,
            lines=LINES,
        )

    def ship_elsewhere(self, number: str) -> None:
        """Somebody uses the back office."""
        if self.waiting[number].status is OrderStatus.TO_SHIP:
            waybill = f"ELSE{len(self.elsewhere)}"
            self.elsewhere.append(waybill)
            left = {line.line_no: line.quantity - self.sent.get((number, line.line_no), 0) for line in LINES}
            self._leave(number, waybill, left)

    def take(self, command: Command, attempt: Attempt) -> None:
        if not isinstance(command, ShipOrder):
            super().take(command, attempt)
            return
        self.heard += 1
        order = self.waiting[command.order_no]
        rest = order.status is OrderStatus.SHIPPED and order.terms.pieces_sent is not None
        if order.risk or order.refunding or not (order.status is OrderStatus.TO_SHIP or rest):
            raise Refused("kuaishou.21", platform=Platform.KUAISHOU)
        left = {line.line_no: line.quantity - self.sent.get((order.order_no, line.line_no), 0) for line in LINES}
        for parcel in command.parcels:
            holds = {part.line_no: part.quantity for part in parcel.holds} or left
            if any(count > left[line_no] for line_no, count in holds.items()):
                raise Refused("kuaishou.11", platform=Platform.KUAISHOU)
            self._leave(command.order_no, parcel.waybill_no, holds)
        self.accepted.append(int(attempt.call_id.partition("-")[0]))

    def _leave(self, number: str, waybill: str, holds: dict[str, int]) -> None:
        for line_no, count in holds.items():
            self.sent[number, line_no] = self.sent.get((number, line_no), 0) + count
        order, now = self.waiting[number], self.clock.now
        gone = sum(self.sent.get((number, line.line_no), 0) for line in LINES)
        self.waiting[number] = replace(
            order,
            status=OrderStatus.SHIPPED,
            shipped_at=order.shipped_at or now,
            updated_at=now,
            parcels=(*order.parcels, Parcel(waybill_no=waybill, carrier_code="9")),
            terms=Terms(pieces_sent=gone if gone < PIECES else None),
        )


class ShippingGateway(FakeGateway):
    """The way to it."""

    behind: ShippingPlatform

    async def order(self, order_no: str) -> Order | None:
        await self._travel()
        if self.hiccups:
            self.hiccups -= 1
            raise Offline("net.timeout", platform=Platform.KUAISHOU)
        found = self.behind.waiting.get(order_no)
        self.behind.clock.tick(40)
        self.process.spark()
        await asyncio.sleep(0)
        return found
