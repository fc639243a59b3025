"""Killed with -9 in the middle of shipping, again and again: no order is shipped twice and none is forgotten.

The children are small (the file, two gateways, no window); the sandbox is spoken to over a real socket, and its own log
says what it accepted.
"""

import asyncio
import sys
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from outbox_world import OwnWorld
from test_e2e_outbox_killed import Drill

from console.core.clock import HOUR
from console.core.commands_orders import Sending, ShipOrder
from console.core.model import Platform
from console.store.database import Database
from console.store.orders import save_orders

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks children")

SIDE = 5  # orders a round, of each platform
NUMBERS = {"open.seller.order.goods.deliver": "orderId", "youzan.logistics.online.confirm": "tid"}
CARRIER = {Platform.KUAISHOU: "9", Platform.YOUZAN: "3"}


class ShippingDrill(Drill):
    """Orders that wait to be shipped, round after round."""

    def __init__(self, world: OwnWorld, folder: Path, seed: int) -> None:
        line = {platform.value: {"base_url": world.ctx.base_url} for platform in Platform}
        super().__init__(SimpleNamespace(connect=world.connect, line=line), folder, seed)
        self.world = world
        self.rounds = 0

    def ended_before(self, here: Connection, kill_within_s: float) -> bool:
        """At a call that the platforms accepted or soon after it, however slow the machine is; or where it begins."""
        writes = self.world.ctx.world.writes
        wanted = len(writes) + self.random.randrange(3)
        while len(writes) < wanted:
            if here.poll(0.001):
                return True
        return super().ended_before(here, kill_within_s)

    def wait_again(self) -> dict[Platform, list[str]]:
        """The same orders as if they had just been paid."""
        world, now = self.world.ctx.world, self.world.ctx.clock.now_ms()
        orders = list(world.orders.values())[-SIDE:]
        trades = list(world.trades.values())[-SIDE:]
        for order in orders:
            order.status, order.paid, order.updated, order.ship_by = 30, now - HOUR, now, now + 40 * HOUR
            order.parcels, order.refunds, order.risk, order.sent, order.delivered = [], [], False, 0, 0
        for trade in trades:
            trade.status, trade.updated, trade.refund_state = "WAIT_SELLER_SEND_GOODS", now, 0
            trade.parcels, trade.refunds, trade.sent = [], [], 0
            for line in trade.lines:
                line.shipped = False
        return {
            Platform.KUAISHOU: [str(order.oid) for order in orders],
            Platform.YOUZAN: [trade.tid for trade in trades],
        }

    async def parcels(self) -> list[ShipOrder]:
        """A command for each of them, by what the platform says now."""
        self.rounds += 1
        database, commands = Database.open(self.file, self.clock), []
        for platform, numbers in self.wait_again().items():
            gateway, shop_id = self.gateway(platform), self.shop_ids[platform.value]
            found = [await gateway.order(number) for number in numbers]
            await database.write(save_orders, shop_id, found, self.clock.now_ms())
            for place, number in enumerate(numbers):
                parcel = Sending(waybill_no=f"73{self.rounds:06}{place:06}", carrier_code=CARRIER[platform])
                commands.append(ShipOrder(shop_id=shop_id, order_no=number, parcels=(parcel,)))
            await gateway.aclose()
        database.close()
        return commands

    async def ship(self) -> list[ShipOrder]:
        """The same, into the file."""
        return await self.put(await self.parcels())


async def play(world: OwnWorld, folder: Path, kills: int, seed: int) -> ShippingDrill:
    drill = ShippingDrill(world, folder, seed)
    await drill.prepare()
    expected = 0
    while drill.kills < kills:
        before = len(world.ctx.world.writes)
        commands = await drill.ship()
        expected += len(commands)
        for _ in range(12):
            if await asyncio.to_thread(drill.run, 0.04):
                break
        else:
            assert await asyncio.to_thread(drill.run, None)
        done, others = await drill.rows()
        assert others == [], [(row.command, row.state, row.code, row.detail) for row in others]
        assert len(done) == expected
        drill.unsure += sum(row.call is not None and row.call.outcome == "applied" for row in done[: len(commands)])
        accepted = Counter(
            (str(entry["method"]), str(entry["body"][NUMBERS[str(entry["method"])]]))  # type: ignore[index]
            for entry in world.ctx.world.writes[before:]
        )
        assert set(accepted.values()) == {1}, accepted
        assert {number for _, number in accepted} == {command.order_no for command in commands}
        check_parcels(world, commands)
    return drill


def check_parcels(world: OwnWorld, commands: list[ShipOrder]) -> None:
    """Each order has exactly the parcel that was wanted."""
    for command in commands:
        number = command.order_no
        kept: Any = world.ctx.world.trades.get(number) or world.ctx.world.orders[int(number)]
        assert tuple(parcel.waybill_no for parcel in kept.parcels) == command.numbers


@pytest.mark.timeout(400)
async def test_a_hundred_and_seventy_kills_ship_nothing_twice_and_forget_nothing(tmp_path: Path) -> None:
    """With the thirty of ``test_e2e_outbox_killed`` two hundred in every run of the suite."""
    world = OwnWorld(tmp_path, items=20, now=None)
    try:
        drill = await play(world, tmp_path, kills=170, seed=1)
    finally:
        world.stop()
    assert drill.kills >= 170
    assert drill.unsure > 0  # some were killed between the call and its answer
