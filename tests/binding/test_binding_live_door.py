"""The installation's door: opened and closed by hand, its token in the key store, its rows in the file and told."""

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

import httpx
import pytest

from console.binding.live_door import LiveDoor
from console.binding.vaults import Vaults
from console.core.changes import Changes
from console.core.clock import DAY, MINUTE, SystemClock
from console.core.errors import FileTrouble, Refused
from console.core.live import LiveRow, LiveSnapshot, Taken
from console.store import live_view
from console.store.database import Database
from console.sync.hub import Hub


class Bench:
    """A door on a real file; what the hub told is kept."""

    def __init__(self, database: Database) -> None:
        self.database, self.clock, self.hub, self.vaults = database, SystemClock(), Hub(), Vaults()
        self.told: list[Changes] = []
        self.hub.subscribe(self.told.append)
        self.door = self.another()

    def another(self) -> LiveDoor:
        """As after a restart."""
        return LiveDoor(self.database, self.clock, self.hub, self.vaults)

    async def post(self, route: str, body: Any, token: str = "") -> httpx.Response:
        headers = {"x-console-token": token or await self.door.token()}
        async with httpx.AsyncClient() as client:
            return await client.post(f"{self.door.state().address}/{route}", json=body, headers=headers)


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    database = await asyncio.to_thread(Database.open, tmp_path / "console.db", SystemClock())
    made = Bench(database)
    yield made
    await made.door.close()
    await asyncio.to_thread(database.close)


async def test_rows_come_in_and_the_window_hears_of_them(bench: Bench, until: Callable[..., Any]) -> None:
    assert not bench.door.state().is_open
    await bench.door.open(0)
    bench.told.clear()
    now = bench.clock.now_ms()
    answer = await bench.post("snapshot", {"session_id": "s", "ts_ms": now, "online": 356})
    assert answer.json()["accepted"] == 1
    await until(lambda: any("live" in one.kinds for one in bench.told))
    (told,) = await bench.database.read(live_view.as_of, "s", now)
    assert told.snapshot.online == 356
    assert (await bench.post("snapshot", {"session_id": "s", "ts_ms": now, "online": 10**9})).status_code == 422
    assert bench.door.state().rejected == 1


async def test_a_page_left_open_after_the_end_is_told_so_and_feeds_nothing(bench: Bench) -> None:
    await bench.door.open(0)
    now = bench.clock.now_ms()
    assert (await bench.post("snapshot", {"session_id": "s", "ts_ms": now - 1, "online": 5})).json()["accepted"] == 1
    await bench.door.finish("s")
    after = {"session_id": "s", "ts_ms": now + 60_000, "online": 4}
    kept = (await bench.post("snapshot", after)).json()
    assert (kept["ok"], kept["accepted"], kept["kept_apart"]) == (True, 1, 1)
    bench.told.clear()
    bench.clock.offset_ms = 17 * 60_000
    told = [("1", now), ("2", now + 16 * 60_000)]
    events = [{"event_id": name, "ts_ms": at, "type": "like"} for name, at in told]
    mixed = await bench.post("events", {"session_id": "s", "events": [*events, {"event_id": "3"}]})
    assert mixed.json()["accepted"] == 1
    assert [(one["index"], one["reason"].split(":")[0]) for one in mixed.json()["rejected"]][-1] == (1, "show_ended")
    refused = await bench.post("session", {"session_id": "s", "action": "start", "ts_ms": now + 16 * 60_000})
    assert (refused.status_code, refused.json()["rejected"]) == (422, [{"index": 0, "reason": "show_ended"}])
    show = await bench.database.read(live_view.show, "s")
    assert show is not None
    assert (show.started_at, show.ended_at is not None) == (now - 1, True)


async def test_another_token_locks_the_former_holder_out(bench: Bench) -> None:
    former = await bench.door.token()
    assert await bench.door.token() == former
    await bench.door.open(0)
    assert (await bench.post("session", {"action": "start"}, former)).status_code == 200
    await bench.door.new_token()
    assert (await bench.post("session", {"action": "start"}, former)).status_code == 401
    assert (await bench.post("session", {"action": "start"})).status_code == 200


async def test_a_start_forgets_what_was_put_aside_of_a_show_long_over(bench: Bench) -> None:
    async def aside() -> list[int | None]:
        return [one.snapshot.online for one in await bench.database.read(live_view.snapshots, "s/after")]

    now = bench.clock.now_ms()
    await bench.door.keep([LiveSnapshot(session_id="s", at=now, online=5)])
    await bench.door.finish("s")
    await bench.door.keep([LiveSnapshot(session_id="s", at=now + MINUTE, online=6)])
    await bench.door.resume()
    assert await aside() == [6]
    bench.clock.offset_ms = 2 * DAY
    await bench.door.resume()
    assert await aside() == []


async def test_it_opens_again_where_it_was_left_open_and_not_where_it_was_shut(bench: Bench) -> None:
    port = (await bench.door.open(0)).address.partition(":")[2]
    await bench.door.close()
    bench.door = bench.another()
    await bench.door.resume()
    assert bench.door.state().address.partition(":")[2] == port, "helpers are paired with this address"
    await bench.door.shut()
    bench.door = bench.another()
    await bench.door.resume()
    assert not bench.door.state().is_open


def doors() -> int:
    return sum(thread.name == "ingest-door" for thread in threading.enumerate())


async def test_two_clicks_at_once_open_one_door_with_the_token_that_is_kept(bench: Bench) -> None:
    before = doors()
    states = await asyncio.gather(bench.door.open(0), bench.door.open(0), bench.door.token())
    assert (states[0], doors() - before) == (states[1], 1)
    assert (await bench.post("session", {"action": "start"}, states[2])).status_code == 200
    await asyncio.gather(bench.door.shut(), bench.door.open(0), bench.door.shut())
    assert (bench.door.state().is_open, doors() - before) == (False, 0)


async def test_two_folders_chosen_at_once_leave_the_last_one_watched(bench: Bench, tmp_path: Path) -> None:
    await asyncio.gather(*(bench.door.watch(tmp_path / name) for name in "ab"))
    assert sum(task.get_name() == "live:folder" for task in asyncio.all_tasks()) == 1
    assert bench.door.state().folder == str(tmp_path / "b")


async def test_a_taken_port_is_said(bench: Bench) -> None:
    other = bench.another()
    taken = (await other.open(0)).address
    try:
        with pytest.raises(Refused) as refused:
            await bench.door.open(int(taken.split(":")[2].partition("/")[0]))
        assert refused.value.code == "live.port"
        assert bench.door.state().taken_port == int(refused.value.detail)
        await bench.door.open(0)
        assert bench.door.state().taken_port == 0
    finally:
        await other.close()


async def test_a_watched_folder_is_read_on_after_a_restart(
    bench: Bench, tmp_path: Path, until: Callable[..., Any]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    file, now = folder / "show.jsonl", bench.clock.now_ms()

    def line(second: int) -> str:
        return json.dumps({"kind": "snapshot", "session_id": "s", "ts_ms": now + second, "online": second}) + "\n"

    async def kept() -> list[int | None]:
        return [one.snapshot.online for one in await bench.database.read(live_view.snapshots, "s")]

    async def holds(wanted: list[int]) -> None:
        async with asyncio.timeout(20):
            while await kept() != wanted:  # noqa: ASYNC110 - the folder tells nobody
                await asyncio.sleep(0.02)

    file.write_text(line(1))
    await bench.door.watch(folder)
    await holds([1])
    await bench.door.close()
    with file.open("a") as more:
        more.write(line(2) + line(3))
    bench.door = bench.another()
    await bench.door.resume()
    await holds([1, 2, 3])
    assert await bench.database.read(lambda conn: conn.exec_driver_sql("SELECT * FROM live_refusals").all()) == []


async def test_a_file_of_ours_that_takes_nothing_for_a_while_ends_no_watching(
    bench: Bench, tmp_path: Path, until: Callable[..., Any], expected_logs: list[str]
) -> None:
    class Quick(SystemClock):
        async def sleep(self, seconds: float) -> None:
            await asyncio.sleep(0.01)

    class Full(LiveDoor):
        troubles = 1

        async def keep(self, rows: Sequence[LiveRow]) -> Sequence[Taken]:
            if self.troubles:
                self.troubles -= 1
                raise FileTrouble("disk.full", "console.db")
            return await super().keep(rows)

    expected_logs.append("cannot be kept now")
    bench.door = Full(bench.database, Quick(), bench.hub, bench.vaults)
    row = {"kind": "snapshot", "session_id": "s", "ts_ms": bench.clock.now_ms(), "online": 5}
    (tmp_path / "show.jsonl").write_text(json.dumps(row) + "\n")
    await bench.door.watch(tmp_path)
    await until(lambda: any("live" in one.kinds for one in bench.told[1:]))
    (told,) = await bench.database.read(live_view.snapshots, "s")
    assert told.snapshot.online == 5


async def test_a_feed_from_the_future_is_said_to_have_a_fast_clock(bench: Bench) -> None:
    await bench.door.open(0)
    now = bench.clock.now_ms()
    await bench.post("snapshot", {"session_id": "s", "ts_ms": now + 2 * MINUTE, "online": 356})
    assert MINUTE < bench.door.state().ahead_ms <= 2 * MINUTE
    await bench.door.shut()
    assert bench.door.state().ahead_ms > MINUTE, "of a watched folder it is told without a door, too"
