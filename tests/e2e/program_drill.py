"""The whole program over one profile, run after run, each of them killed; and the world it sends to."""

import sqlite3
import threading
from collections import Counter
from contextlib import closing, suppress
from pathlib import Path

from outbox_world import LeapingClock, OwnWorld
from test_e2e_outbox_killed import CALLS
from test_e2e_shipping_killed import NUMBERS, ShippingDrill
from window_nursery import Nursery

from console.core.clock import SECOND
from console.core.commands import Command
from console.core.model import Platform
from console.store.database import Database
from console.sync.hub import Hub
from console.sync.outbox import Outbox

LATER_S = 11 * 60  # longer than the outbox ever waits by itself
EDITS = {"open.item.edit": "itemId", "youzan.item.common.update": "item_id"}
OPEN = "SELECT count(*) FROM outbox WHERE state IN ('queued', 'waiting', 'sending', 'unsure')"
DUE = f"""
{OPEN} AND not_before_at <= ? AND NOT EXISTS (
    SELECT 1 FROM outbox AS other WHERE other.object_id = outbox.object_id AND other.id <> outbox.id
    AND other.state IN ('queued', 'waiting', 'sending', 'unsure') AND other.not_before_at > ?
    AND (other.state <> 'queued' OR other.id < outbox.id))
"""


class Writes(list[dict[str, object]]):
    """The platforms' log of what they accepted; they answer after each when ``answering``."""

    def __init__(self) -> None:
        super().__init__()
        self.answering = threading.Event()
        self.answering.set()

    def append(self, entry: dict[str, object]) -> None:
        super().append(entry)
        self.answering.wait(60)


class ProgramDrill(ShippingDrill):
    """One profile, run after run of the program."""

    def __init__(self, world: OwnWorld, folder: Path, seed: int) -> None:
        profile = folder / "profile"
        profile.mkdir(mode=0o700)
        super().__init__(world, profile, seed)
        self.profile = profile
        self.nursery = Nursery(folder / "nursery.log")
        self.given: list[Command] = []
        self.from_write = 0
        self.writes = world.ctx.world.writes = Writes()
        self.clock.offset_ms = world.ctx.clock.offset_ms  # what it gives is due in the world's time

    def wait_again(self) -> dict[Platform, list[str]]:
        """No after-sale holds them, on neither side."""
        numbers = super().wait_again()
        chosen = {id(self.world.ctx.world.orders[int(number)]) for number in numbers[Platform.KUAISHOU]}
        for trade in self.world.ctx.world.trades.values():
            if id(trade.order) in chosen:
                trade.refunds, trade.refund_state = [], 0
        return numbers

    async def give(self) -> None:
        """Another round of what a merchant wants: goods and parcels of both platforms."""
        self.from_write = len(self.accepted)
        self.given = [*await self.add(), *await self.ship()]

    @property
    def accepted(self) -> list[dict[str, object]]:
        return self.writes

    def count(self, asked: str, *values: int) -> int:
        """How many commands, as the file says while the program has it; -1 where it does not say."""
        with (
            suppress(sqlite3.OperationalError),
            closing(sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)) as conn,
        ):
            return int(conn.execute(asked, values).fetchone()[0])
        return -1

    @property
    def open(self) -> int:
        """Commands that have not come to their end."""
        return self.count(OPEN)

    def rests(self) -> bool:
        """Whether there is nothing to do before the clock goes on."""
        soon = self.clock.now_ms() + SECOND  # the program's own clock is some milliseconds off this one
        return self.count(DUE, soon, soon) == 0

    def killed(self) -> None:
        """One run of the program, killed somewhere.

        While it starts, between a call that was heard and its answer, at such a call, or a while after one.
        """
        before = len(self.accepted)
        words = ("--profile", self.profile, "--connect", self.world.connect, "--lang", "zh_CN")
        program, way = self.nursery.start(*words, whole=self.kills % 10 == 2), self.kills % 5
        if way == 0:
            program.waits_for(lambda: False, self.random.random() * 0.8)
        else:
            if way == 1:
                self.writes.answering.clear()
            assert program.waits_for(lambda: len(self.accepted) > before or self.rests()), self.count(OPEN)
            if way > 1:
                program.waits_for(self.rests, self.random.random() * 0.2)
        program.kill()
        self.writes.answering.set()
        self.kills += 1
        self.later()

    def later(self) -> None:
        self.world.ctx.clock.advance(LATER_S)
        self.clock.offset_ms = self.world.ctx.clock.offset_ms

    async def finish(self) -> None:
        """Without a window and by leaps of the clock: the same worker carries out what is left."""
        clock = LeapingClock(self.world)
        clock.offset_ms = self.clock.offset_ms
        database = Database.open(self.file, clock)
        worker, gateways = Outbox(database, clock, Hub()), [self.world.gateway(one, clock) for one in Platform]
        for gateway in gateways:
            worker.bind(self.shop_ids[gateway.platform.value], gateway)
        await worker.drain(3_600)
        for gateway in gateways:
            await gateway.aclose()
        database.close()

    def told(self) -> Counter[tuple[str, str]]:
        """What the platforms accepted in this round: how often each call about each thing."""
        names = CALLS | NUMBERS | EDITS
        return Counter(
            (str(entry["method"]), str(entry["body"][names[str(entry["method"])]]))  # type: ignore[index]
            for entry in self.accepted[self.from_write :]
        )
