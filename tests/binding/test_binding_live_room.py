"""The room's viewers while a show is on: asked at their pace, put off by trouble, kept as what they turn out to be."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from console.binding.live_room import RoomWatch
from console.core.clock import SECOND, SystemClock
from console.core.errors import Busy, Refused, Trouble
from console.core.live import LiveAction, LiveSignal, LiveSource
from console.core.model import Platform, Shop
from console.store import live_view
from console.store.database import Database
from console.store.live_minutes import minutes
from console.store.live_taking import take
from console.store.shops import put_shop
from console.sync.hub import Hub

SHOP = Shop(shop_id="kuaishou:1", platform=Platform.KUAISHOU, platform_shop_id="1", name="店")


class MovedClock(SystemClock):
    """Stands until it is moved."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 1_768_478_400_000

    def now_ms(self) -> int:
        return self.now


class Room:
    """Answers in turn, or with a trouble."""

    def __init__(self) -> None:
        self.answers: list[int | Trouble | None] = []
        self.asked = 0

    async def room_viewers(self) -> int | None:
        self.asked += 1
        answer = self.answers.pop(0)
        if isinstance(answer, Trouble):
            raise answer
        return answer


class OneShop:
    """A shop with this room, and one of another platform."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self.shop_ids = frozenset({"kuaishou:1", "youzan:1"})

    def gateway(self, shop_id: str) -> object | None:
        return self._room if shop_id == "kuaishou:1" else object()


class Bench:
    def __init__(self, database: Database) -> None:
        self.database, self.clock, self.room = database, MovedClock(), Room()
        self.watch = RoomWatch(database, self.clock, Hub(), OneShop(self.room))

    async def look(self, *answers: int | Trouble | None, after_s: int = 15) -> None:
        for one in answers:
            self.room.answers = [one]
            self.clock.now += after_s * SECOND
            await self.watch.look()

    async def told(self) -> list[tuple[int | None, int | None]]:
        rows = await self.database.read(live_view.snapshots, "s")
        assert {one.source for one in rows} <= {LiveSource.SHOP_UV}
        return [(one.snapshot.online, one.snapshot.viewers) for one in rows]


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    database = await asyncio.to_thread(Database.open, tmp_path / "console.db", SystemClock())
    made = Bench(database)
    await database.write(put_shop, SHOP)
    yield made
    await made.watch.stop()
    await asyncio.to_thread(database.close)


async def begin(bench: Bench) -> None:
    row = LiveSignal(session_id="s", action=LiveAction.START, at=bench.clock.now)
    await bench.database.write(take, [row], bench.clock.now, LiveSource.INGEST)


async def test_nobody_is_asked_while_no_show_is_on(bench: Bench) -> None:
    await bench.look(100, 100)
    assert bench.room.asked == 0


async def test_a_number_that_never_fell_is_of_all_who_came_and_the_first_fall_puts_it_right(bench: Bench) -> None:
    await begin(bench)
    await bench.look(100, 150, 150, None, 0)
    assert await bench.told() == [(None, 100), (None, 150), (None, 150)]
    await bench.look(140, 160)
    assert await bench.told() == [(100, None), (150, None), (150, None), (140, None), (160, None)]
    kept = await bench.database.read(minutes, "s")
    assert sum(one.online_sum for one in kept) == 700


async def test_who_is_busy_is_asked_ever_less_and_who_refuses_hardly_at_all(bench: Bench) -> None:
    await begin(bench)
    await bench.look(Busy("kuaishou.busy", platform=Platform.KUAISHOU))
    await bench.look(100)
    assert bench.room.asked == 1  # twice fifteen seconds are not over
    await bench.look(100, after_s=16)
    assert bench.room.asked == 2
    await bench.look(Refused("kuaishou.28", platform=Platform.KUAISHOU))
    await bench.look(*([100] * 30))
    assert bench.room.asked == 3
    await bench.look(100, after_s=200)
    assert bench.room.asked == 4


async def test_it_asks_by_itself_once_it_is_started(bench: Bench, until: Callable[..., object]) -> None:
    await begin(bench)
    bench.room.answers = [120]
    bench.watch.start()
    await until(lambda: bench.room.asked == 1)  # type: ignore[misc]  # an awaitable
    await bench.watch.stop()
