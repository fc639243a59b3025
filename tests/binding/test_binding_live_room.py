"""The room's viewers while a show is on: asked at their pace, put off by trouble, kept as what they turn out to be."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from console.binding.live_room import RoomWatch
from console.core.clock import HOUR, MINUTE, SECOND, SystemClock
from console.core.errors import Busy, Refused, Trouble
from console.core.gateway import Page, Window, WindowRule
from console.core.live import LIVE_ROOM, LiveAction, LiveSignal, LiveSource, SoldIn
from console.core.model import Order, OrderStatus, Platform, Shop
from console.rules.live_reconcile import Places
from console.store import live_places, live_view
from console.store.database import Database
from console.store.live_minutes import minutes
from console.store.live_taking import take
from console.store.orders import save_orders
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
        self.woken: list[str] = []
        self.watch = RoomWatch(
            *(database, self.clock, Hub(), OneShop(self.room)), wake_shops=lambda: self.woken.append("shops")
        )

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


async def test_a_fault_of_ours_ends_no_watching(
    bench: Bench, until: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context["message"]))
    real, slept, failing = bench.watch.look, list[float](), [ZeroDivisionError(), ZeroDivisionError()]

    async def look() -> None:
        if failing:
            raise failing.pop()
        await real()

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        await asyncio.sleep(0)

    monkeypatch.setattr(bench.watch, "look", look)
    monkeypatch.setattr(bench.clock, "sleep", sleep)
    await begin(bench)
    bench.room.answers = [120] * 1_000
    bench.watch.start()
    await until(lambda: bench.room.asked >= 1)  # type: ignore[misc]  # an awaitable
    await bench.watch.stop()
    assert slept[:2] == [15, 30]
    assert told == ["live:room failed"]


class Counter(Room):
    """A room whose shop also tells single orders."""

    order_windows = WindowRule(span_ms=HOUR, reach_ms=HOUR, lag_ms=0, overlap_ms=0)

    def __init__(self, made_in: dict[str, SoldIn | Trouble | None]) -> None:
        super().__init__()
        self.made_in = made_in
        self.asked_for: list[str] = []

    async def orders(self, window: Window, cursor: str | None) -> Page[Order]:
        raise AssertionError("lists are not read here")

    async def order(self, order_no: str) -> Order | None:
        self.asked_for.append(order_no)
        made_in = self.made_in[order_no]
        if isinstance(made_in, Trouble):
            raise made_in
        return Order(order_no=order_no, status=OrderStatus.TO_SHIP, sold_in=made_in)


async def sell(bench: Bench, numbers: range) -> None:
    now = bench.clock.now
    rows = [
        Order(order_no=str(n), status=OrderStatus.TO_SHIP, paid_at=now + n, amount_fen=100, updated_at=now)
        for n in numbers
    ]
    await bench.database.write(save_orders, SHOP.shop_id, rows, now)


def counting(bench: Bench, made_in: dict[str, SoldIn | Trouble | None]) -> Counter:
    counter = bench.room = Counter(made_in)
    bench.watch = RoomWatch(bench.database, bench.clock, Hub(), OneShop(counter))
    return counter


async def test_it_asks_where_the_shows_orders_were_made_a_few_at_a_time_and_after_it_too(bench: Bench) -> None:
    await begin(bench)
    await sell(bench, range(6))
    counter = counting(bench, {str(n): SoldIn(kind=LIVE_ROOM if n else 1) for n in range(6)})
    begin_at = bench.clock.now
    await bench.look(100)
    assert counter.asked_for == ["5", "4", "3", "2"]
    row = LiveSignal(session_id="s", action=LiveAction.STOP, at=bench.clock.now)
    await bench.database.write(take, [row], bench.clock.now, LiveSource.INGEST)
    await bench.look(100, 100)
    assert counter.asked_for[4:] == ["1", "0"]
    made = await bench.database.read(live_places.places, begin_at, begin_at + MINUTE)
    assert made == Places(live=5, elsewhere=1, elsewhere_fen=100)


async def test_a_platform_that_does_not_say_it_is_soon_asked_no_more(bench: Bench) -> None:
    await begin(bench)
    await sell(bench, range(20))
    counter = counting(bench, dict.fromkeys((str(n) for n in range(20)), None))
    await bench.look(*([100] * 5))
    assert len(counter.asked_for) == len(set(counter.asked_for)) == 8


async def test_trouble_with_orders_puts_orders_off_and_not_the_room(bench: Bench) -> None:
    await begin(bench)
    await sell(bench, range(4))
    counter = counting(bench, dict.fromkeys("0123", Busy("kuaishou.busy", platform=Platform.KUAISHOU)))
    await bench.look(100, 110)
    assert (counter.asked_for, counter.asked) == (["3"], 2)


async def test_the_shops_are_read_once_as_a_show_begins(bench: Bench) -> None:
    await bench.look(None)
    assert bench.woken == []
    await begin(bench)
    await bench.look(100, 100)
    assert bench.woken == ["shops"]
