"""The meter: each call is counted once, whatever happens to the gateway, the task or the file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from console.binding.metering import Meter
from console.core.clock import SystemClock
from console.core.errors import FileTrouble
from console.store.calls import calls_by_day
from console.store.database import Database


class Gateway:
    """Counts, and does nothing else."""

    def __init__(self, calls: int = 0) -> None:
        self.calls = calls


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "console.db", SystemClock())
    yield opened
    opened.close()


async def counted(database: Database, shop_id: str = "a") -> int:
    return sum((await database.read(calls_by_day, shop_id, 0)).values())


async def test_what_was_called_since_the_last_time_is_noted(database: Database) -> None:
    meter, gateway = Meter(database, SystemClock()), Gateway(40)
    meter.watch("a", gateway)
    gateway.calls += 3
    await meter.note()
    await meter.note()
    gateway.calls += 4
    await meter.close()
    assert await counted(database) == 7


async def test_a_gateway_that_goes_takes_no_calls_along(database: Database) -> None:
    meter, first, second = Meter(database, SystemClock()), Gateway(), Gateway()
    meter.watch("a", first)
    first.calls = 5
    await meter.leave("a")
    meter.watch("a", second)
    second.calls = 6
    await meter.close()
    assert await counted(database) == 11


async def test_it_notes_by_itself(database: Database, until: Any) -> None:
    meter, gateway = Meter(database, SystemClock(), every_s=0.01), Gateway()
    meter.watch("a", gateway)
    gateway.calls = 2
    await until(lambda: meter._noted["a"] == 2)
    await meter.close()
    assert await counted(database) == 2


async def test_what_the_file_did_not_take_is_noted_later(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    async def full(*_: object) -> None:
        raise FileTrouble("disk.full", "x")

    meter, gateway = Meter(database, SystemClock()), Gateway()
    meter.watch("a", gateway)
    gateway.calls = 9
    with monkeypatch.context() as patch:
        patch.setattr(database, "write", full)
        await meter.note()
    assert await counted(database) == 0
    await meter.close()
    assert await counted(database) == 9


async def test_a_meter_that_watched_nothing_closes(database: Database) -> None:
    await Meter(database, SystemClock()).close()
    assert await counted(database) == 0
