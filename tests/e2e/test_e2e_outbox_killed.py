"""Killed with -9 while it drains: nothing is sent twice and nothing is lost, by the sandbox's own log."""

import asyncio
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import forking
import outbox_child
import pytest

from console.connect import FileVault
from console.core.clock import SystemClock
from console.core.commands import Command, SetPrice, SetStock
from console.core.model import Listing, Platform
from console.platforms import open_gateway
from console.store import audit, outbox
from console.store.database import Database
from console.store.outbox_rows import Intent
from console.store.outbox_view import group
from console.store.shops import put_shop

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks children")

C = TypeVar("C", bound=Command)
COMMANDS = 20
CALLS = {
    "open.item.sku.stock.update": "skuId",
    "open.item.sku.price.update": "skuId",
    "youzan.item.quantity.update": "sku_id",
    "youzan.item.sku.update": "sku_id",
}


class Drill:
    """One profile, one sandbox, and child after child."""

    def __init__(self, box: Any, folder: Path, seed: int) -> None:
        self.box, self.file, self.random = box, folder / "console.db", Random(seed)
        self.kills = self.unsure = 0
        self.context = forking.server()
        self.clock = SystemClock()
        self.vault = FileVault(box.connect)
        self.shop_ids: dict[str, str] = {}

    async def prepare(self) -> None:
        """The shops into the file."""
        database = Database.open(self.file, self.clock)
        for platform in Platform:
            gateway: Any = self.gateway(platform)
            shop = await gateway.shop()
            self.shop_ids[platform.value] = shop.shop_id
            await database.write(put_shop, shop)
            await gateway.aclose()
        database.close()

    def gateway(self, platform: Platform) -> Any:
        base_url = self.box.line[platform.value]["base_url"]
        return open_gateway(platform, vault=self.vault, key=platform.value, base_url=base_url, clock=self.clock)

    async def listings(self) -> dict[Platform, list[Listing]]:
        """Some goods of each side, as they are now."""
        found: dict[Platform, list[Listing]] = {}
        for platform in Platform:
            gateway = self.gateway(platform)
            rows = (await gateway.items(None)).rows[:8]
            wanted = [await gateway.listing(row.item.item_id) for row in rows]
            found[platform] = [one for one in wanted if one is not None and one.skus]
            await gateway.aclose()
        return found

    async def wanted(self) -> list[Command]:
        """Twenty commands, several of them about the same item."""
        wanted: dict[tuple[str, str], Command] = {}
        goods = await self.listings()
        while len(wanted) < COMMANDS:
            platform = self.random.choice(list(Platform))
            sku = self.random.choice(self.random.choice(goods[platform]).skus or ())
            assert sku.stock is not None
            assert sku.price_fen is not None
            where = {"shop_id": self.shop_ids[platform.value], "item_id": sku.item_id, "sku_id": sku.sku_id}
            command: Command
            if self.random.random() < 0.75:
                by = self.random.choice([-3, -2, 4, 5, 6]) if sku.stock - (sku.reserved or 0) > 3 else 5
                command = SetStock(**where, target=sku.stock + by, seen=sku.stock)
            else:
                command = SetPrice(**where, price_fen=sku.price_fen + 10, seen_fen=sku.price_fen)
            wanted[sku.sku_id, type(command).__name__] = command
        return list(wanted.values())

    async def add(self) -> list[Command]:
        """The same, into the file."""
        return await self.put(await self.wanted())

    async def put(self, commands: Sequence[C]) -> list[C]:
        """Commands into the file, to be sent at once."""
        database = Database.open(self.file, self.clock)
        for command in commands:
            await database.write(outbox.add, command, self.clock.now_ms(), undo_ms=0)
        database.close()
        return list(commands)

    def run(self, kill_within_s: float | None) -> bool:
        """One child; returns whether it came to its end."""
        here, there = self.context.Pipe(duplex=False)
        child = self.context.Process(
            target=outbox_child.drain, args=(self.file, self.box.connect, self.shop_ids, there)
        )
        child.start()
        there.close()
        try:
            assert here.poll(20), "the child did not begin"
            assert here.recv() == "begins"
            if not (here.poll(None) if kill_within_s is None else self.ended_before(here, kill_within_s)):
                child.kill()
                self.kills += 1
                child.join(10)
                return False
            assert here.recv() == "done"
            child.join(10)
            return True
        finally:
            here.close()
            child.close()

    def ended_before(self, here: Connection, kill_within_s: float) -> bool:
        """Wait for the moment to kill; True where the child came to its end before."""
        return here.poll(self.random.random() * kill_within_s)

    async def rows(self) -> tuple[list[Intent], list[Intent]]:
        """What is done, and everything else; the audit is looked through on the way."""
        database = Database.open(self.file, self.clock)
        done = await database.read(group, "done", limit=10_000)
        others = [
            row
            for name in ("needs_you", "unsure", "sending", "waiting", "undone")
            for row in await database.read(group, name)
        ]  # type: ignore[arg-type] # all of them are groups
        assert await database.read(audit.broken_at) is None
        database.close()
        return done, others


async def play(open_sandbox: Callable[..., Any], folder: Path, kills: int, seed: int) -> Drill:
    """So many kills; more where none of them, on a busy machine, fell between a call and its answer."""
    box = open_sandbox("--seed", "3", "--items", "30", "--orders", "60", "--frozen")
    drill = Drill(box, folder, seed)
    await drill.prepare()
    expected = 0
    while drill.kills < kills or (not drill.unsure and drill.kills < 6 * kills):
        before = len(box.ask("/log"))
        commands = await drill.add()
        expected += len(commands)
        for _ in range(5):
            if await asyncio.to_thread(drill.run, 0.2):
                break
        else:
            assert await asyncio.to_thread(drill.run, None)
        done, others = await drill.rows()
        assert others == []
        assert len(done) == expected
        drill.unsure += sum(row.call is not None and row.call.outcome == "applied" for row in done[:COMMANDS])
        check_log(box.ask("/log")[before:], commands)
        await check_world(drill, commands)
    return drill


def check_log(log: list[dict[str, Any]], commands: list[Command]) -> None:
    """Each command was accepted exactly once."""
    accepted = Counter((entry["method"], str(entry["body"][CALLS[entry["method"]]])) for entry in log)
    assert set(accepted.values()) == {1}, [key for key, times in accepted.items() if times > 1]
    assert len(accepted) == len(commands)


async def check_world(drill: Drill, commands: list[Command]) -> None:
    """Every object is as it was wanted."""
    for platform in Platform:
        gateway = drill.gateway(platform)
        for command in commands:
            if command.key.platform is platform:
                assert command.is_satisfied_by(await gateway.listing(command.key.object_id)), command
        await gateway.aclose()


@pytest.mark.timeout(180)
async def test_thirty_kills_lose_and_double_nothing(open_sandbox: Callable[..., Any], tmp_path: Path) -> None:
    drill = await play(open_sandbox, tmp_path, kills=30, seed=1)
    assert drill.kills >= 30
    assert drill.unsure > 0  # some were killed between the call and its answer


@pytest.mark.long
@pytest.mark.timeout(1_800)
@pytest.mark.parametrize("seed", [2, 3, 4])
async def test_hundreds_of_kills_lose_and_double_nothing(
    open_sandbox: Callable[..., Any], tmp_path: Path, seed: int
) -> None:
    assert (await play(open_sandbox, tmp_path, kills=200, seed=seed)).kills >= 200
