"""A merchant who ships: both gateways, a worker, and sales that stand in both books of a sandbox."""

from collections.abc import Sequence
from typing import Any

from hurried import hurry
from outbox_world import LeapingClock, OwnWorld

from console import reference
from console.binding.order_shipping import OrderShipping
from console.core.clock import HOUR
from console.core.commands import Command
from console.core.model import Platform
from console.rules.ship_plan import ShipLine, keys_to_reread, plan_ship
from console.rules.ship_rows import read_text
from console.sandbox.state import Order, Trade
from console.store import ship_view
from console.store.database import Database
from console.store.orders import order_id, save_orders
from console.store.outbox_rows import Intent
from console.store.outbox_view import intent
from console.sync.hub import Hub
from console.sync.outbox import Outbox

KS_SHIP, KS_SPLIT, YZ_SHIP = (
    "open.seller.order.goods.deliver",
    "open.order.goods.split.deliver",
    "youzan.logistics.online.confirm",
)
TABLE = reference.carriers()
REREAD_MOST, REREAD_MANY = 30, 300  # as the dialog asks


def paid_just_now(world: OwnWorld, count: int, *, named: bool = False) -> list[tuple[Order, Trade]]:
    """So many sales that stand in both books, as if they had just been paid and brought in.

    ``named``: the trade names its order's number, so that the program finds it by itself.
    """
    state, now = world.ctx.world, world.ctx.clock.now_ms()
    sold = [(trade.order, trade) for trade in state.trades.values() if trade.order is not None]
    pairs = list({order.oid: (order, trade) for order, trade in sold}.values())[-count:]  # some came in twice
    assert len(pairs) == count
    for order, trade in pairs:
        trade.outer_no = str(order.oid) if named else trade.outer_no
        order.status, order.paid, order.updated, order.ship_by = 30, now - HOUR, now, now + 5 * HOUR
        order.parcels, order.refunds, order.risk, order.sent, order.delivered = [], [], False, 0, 0
        order.presale, order.promise_s = False, 6 * 3600
        trade.status, trade.updated, trade.refund_state = "WAIT_SELLER_SEND_GOODS", now, 0
        trade.parcels, trade.refunds, trade.sent = [], [], 0
        for line in trade.lines:
            line.shipped = False
    return pairs


class Merchant:
    """A file, a worker with both gateways, and sales that stand in both books."""

    def __init__(self, world: OwnWorld, database: Database, clock: LeapingClock) -> None:
        self.world, self.database, self.clock = world, database, clock
        self.worker = Outbox(database, clock, Hub())
        self.gateways = {platform: world.gateway(platform, clock) for platform in Platform}
        self.shop_ids = {platform: world.shop(platform).shop_id for platform in Platform}
        for platform, gateway in self.gateways.items():
            self.worker.bind(self.shop_ids[platform], gateway)
            hurry(gateway)

    async def close(self) -> None:
        for gateway in self.gateways.values():
            await gateway.aclose()
        self.database.close()

    async def sales(self, count: int) -> list[tuple[Order, Trade]]:
        """Kuaishou orders with their trades, as if they had just been paid and brought in; read into the file."""
        pairs = paid_just_now(self.world, count)
        for order, trade in pairs:
            await self.read(Platform.KUAISHOU, str(order.oid))
            await self.read(Platform.YOUZAN, trade.tid)
            await self.database.write(self._link, str(order.oid), trade.tid)
        return pairs

    async def read(self, platform: Platform, number: str) -> None:
        """One order as its platform has it now, into the file."""
        found = await self.gateways[platform].order(number)
        await self.database.write(save_orders, self.shop_ids[platform], [found], self.clock.now_ms())

    def _link(self, conn: Any, order_no: str, trade_no: str) -> None:
        ks, yz = self.shop_ids[Platform.KUAISHOU], self.shop_ids[Platform.YOUZAN]
        conn.exec_driver_sql(
            "INSERT INTO links (kuaishou_shop_id, youzan_shop_id, order_no, trade_no, mapping, reason, by_hand,"
            " changed_at) VALUES (?, ?, ?, ?, 'linked', 'outer_no', 0, 0)",
            (ks, yz, order_no, trade_no),
        )
        row_id = order_id(conn, ks, order_no)
        conn.exec_driver_sql(
            "UPDATE orders SET under_id = ? WHERE shop_id = ? AND order_no = ?", (row_id, yz, trade_no)
        )

    async def plan(self, text: str, **more: Any) -> tuple[ShipLine, ...]:
        """What would be sent, by what the file knows."""
        rows = read_text(text, TABLE)
        known = await self.database.read(ship_view.sales, [row.order_no for row in rows])
        return plan_ship(rows, known, **more)

    async def preflight(self, text: str) -> tuple[ShipLine, ...]:
        """The same after the platforms were asked for each of them, as the dialog does before it sends."""
        gateways = {self.shop_ids[platform]: gateway for platform, gateway in self.gateways.items()}
        asking = OrderShipping(self.database, self.database, self.clock, Hub(), gateways.get, lambda: ())
        fresh = await asking.reread(keys_to_reread(await self.plan(text), REREAD_MOST, REREAD_MANY))
        rows = read_text(text, TABLE)
        return plan_ship(rows, await self.database.read(ship_view.sales, [row.order_no for row in rows], fresh))

    async def carry_out(self, commands: Sequence[Command]) -> list[Intent]:
        """Submit, work until nothing is left, and see what came of each."""
        ids = [await self.worker.submit(command, 0) for command in commands]
        await self.worker.drain(3_600)
        found = [await self.database.read(intent, row_id) for row_id in ids]
        return [row for row in found if row is not None]

    async def ship(self, text: str, **more: Any) -> list[Intent]:
        """Both at once."""
        return await self.carry_out([command for line in await self.plan(text, **more) for command in line.commands])
