"""What fails for a while - the file, or a fault of our own - ends no loop: it is told once and tried again later."""

import asyncio
from typing import Any

import pytest

from console.core.errors import FileTrouble
from console.core.model import Platform
from console.store.database import Database
from console.store.figures import counts
from console.store.health import health
from console.sync.auditing import Auditor
from console.sync.engine import Engine
from console.sync.hub import Hub
from console.sync.nightly import LOOK_S
from console.sync.resting import FILE_LONGEST_S, FIRST_S, LONGEST_S, Resting
from console.sync.streams import ShopStreams


@pytest.fixture
async def faults() -> Any:
    """What the loop's handler was told of, as in the program: there it becomes an error report."""
    told: list[str] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: told.append(f"{context['message']}: {context['exception']!r}"))
    yield told
    loop.set_exception_handler(None)


async def all_well(database: Database, *streams: str) -> None:
    """Wait until these streams were read to their end."""
    async with asyncio.timeout(5):
        while not set(streams) <= {row.stream for row in await database.read(health) if not row.kind}:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


@pytest.fixture
async def engine(database: Database, clock: Any, hub: Hub, shop: Any, gateway: Any) -> Any:
    engine = Engine(database, clock, hub)
    engine.bind(shop, gateway)
    yield engine
    await engine.stop()


@pytest.fixture
def full(database: Database, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """``full.append(True)``: from now on the disk is full; ``full.clear()``: there is room again."""
    real: Any = database.write
    now: list[bool] = []

    async def write(fn: Any, *args: Any, **kwargs: Any) -> Any:
        if now:
            raise FileTrouble("disk.full", "console.db")
        return await real(fn, *args, **kwargs)

    monkeypatch.setattr(database, "write", write)
    return now


async def test_a_disk_that_was_full_for_a_while_ends_no_stream(
    engine: Engine, gateway: Any, make: Any, database: Database, full: list[bool], until: Any, expected_logs: list[str]
) -> None:
    expected_logs.append("rests: disk.full")
    full.append(True)
    engine.start()
    await until(lambda: gateway.said("orders") >= 3 and gateway.said("items") >= 3)
    gateway.books = {"o0001": make.order(1)}
    gateway.stock = {"i0001": make.listing(1)}
    full.clear()
    await all_well(database, "orders", "items", "after_sales")
    assert (await database.read(counts))[Platform.KUAISHOU]["orders"] == 1
    assert not [task.get_name() for tasks in engine._tasks.values() for task in tasks if task.done()]


async def test_a_fault_of_ours_is_told_once_shown_and_tried_again(
    engine: Engine, shop: Any, gateway: Any, make: Any, database: Database, faults: list[str], until: Any, clock: Any
) -> None:
    gateway.books = {"o0001": make.order(1)}
    real, broken = gateway.orders, [True]

    async def orders(window: Any, cursor: Any) -> Any:
        page = await real(window, cursor)
        if broken:
            raise ZeroDivisionError(f"at {clock.now}")
        return page

    gateway.orders = orders
    engine.bind(shop, gateway)
    engine.start()
    await until(lambda: gateway.said("orders") >= 4)
    (row,) = [row for row in await database.read(health) if row.stream == "orders"]
    assert (row.kind, row.code, row.detail) == ("unreadable", "sync.fault", "ZeroDivisionError")
    assert len(faults) == 1, faults
    assert faults[0].startswith("sync:kuaishou:1:orders failed: ZeroDivisionError")
    broken.clear()
    engine.wake()
    await all_well(database, "orders")
    assert (await database.read(counts))[Platform.KUAISHOU]["orders"] == 1


@pytest.mark.parametrize("step", ["_match", "_link", "_tickets", "_price"])
async def test_a_step_that_fails_is_taken_again(
    engine: Engine, until: Any, monkeypatch: pytest.MonkeyPatch, faults: list[str], clock: Any, step: str
) -> None:
    tries: list[int] = []

    async def run() -> int:
        tries.append(clock.now)
        if len(tries) < 4:
            raise KeyError(len(tries))
        return 0

    monkeypatch.setattr(getattr(engine, step), "run", run)
    engine.start()
    await until(lambda: len(tries) >= 4)
    assert len(faults) == 1, faults


async def test_a_night_that_failed_is_made_up_for(
    database: Database,
    clock: Any,
    hub: Hub,
    shop: Any,
    gateway: Any,
    full: list[bool],
    until: Any,
    faults: list[str],
    expected_logs: list[str],
) -> None:
    expected_logs.append("sync:gap audit rests: disk.full")
    streams, made = ShopStreams(shop, gateway, database, clock, hub), []

    async def after() -> None:
        made.append(clock.now)
        if len(made) == 1:
            raise ZeroDivisionError

    auditor = Auditor(database, clock, hub, lambda: [streams], after)
    full.append(True)
    auditor.start()
    await until(lambda: gateway.said("orders") >= 2)
    assert not made
    full.clear()
    await until(lambda: len(made) == 2)
    assert made[1] - made[0] >= LOOK_S * 1_000
    assert len(faults) == 1, faults
    await auditor.stop()


async def test_the_pause_grows_and_is_bounded(faults: list[str], expected_logs: list[str]) -> None:
    expected_logs.append("a loop rests: disk.full")
    resting = Resting("a loop")
    full = FileTrouble("disk.full", "console.db")
    assert [resting.after(full) for _ in range(5)] == [FIRST_S, 30, FILE_LONGEST_S, FILE_LONGEST_S, FILE_LONGEST_S]
    resting.well()
    assert resting.after(full) == FIRST_S
    assert [resting.after(ZeroDivisionError()) for _ in range(40)][-1] == LONGEST_S
    assert len(faults) == 1
