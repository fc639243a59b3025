"""The link to OBS: shows begin and end with its stream, it comes back after a break, and its password is no setting."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from console.binding.obs_link import ObsLink
from console.binding.vaults import Vaults
from console.core.clock import SystemClock
from console.core.errors import Offline, Refused
from console.core.streaming import LinkChoice, LinkStage, StreamState
from console.store import live_board, live_view
from console.store.database import Database
from console.store.secrets import SupportsSecrets, VaultTrouble
from console.sync.hub import Hub

sys.path.append(str(Path(__file__).parents[1] / "ingest"))

from ingest_obs import FakeObs

Until = Callable[..., Any]
SECRET = "planted-password-of-obs"


class QuickClock(SystemClock):
    """Waits less between two tries."""

    def __init__(self) -> None:
        super().__init__()
        self.slept: list[float] = []
        self.at_rest: Callable[[], object] = lambda: None

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at_rest()
        await asyncio.sleep(0.01)


class Bench:
    """A link on a real file, and an OBS beside it."""

    def __init__(self, database: Database) -> None:
        self.database, self.clock, self.vaults = database, QuickClock(), Vaults()
        self.obs = FakeObs(SECRET)
        self.link = self.another()

    def another(self) -> ObsLink:
        return ObsLink(self.database, self.clock, Hub(), self.vaults)

    def choice(self, *, on: bool = True) -> LinkChoice:
        return LinkChoice(on=on, port=self.obs.port)

    async def shows(self) -> list[live_view.Show]:
        return await self.database.read(live_view.shows)

    async def on_air(self) -> live_view.Show | None:
        return await self.database.read(live_board.on_air, self.clock.now_ms())


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    database = await asyncio.to_thread(Database.open, tmp_path / "console.db", SystemClock())
    made = Bench(database)
    await made.obs.start()
    yield made
    await made.link.close()
    await made.obs.stop()
    await asyncio.to_thread(database.close)


async def until_shows(bench: Bench, wanted: Callable[[list[live_view.Show]], bool]) -> list[live_view.Show]:
    async with asyncio.timeout(20):
        while not wanted(found := await bench.shows()):  # noqa: ASYNC110 - the file tells nobody
            await asyncio.sleep(0.01)
    return found


async def test_a_show_begins_and_ends_with_the_stream(bench: Bench, until: Until) -> None:
    await bench.link.set_choice(bench.choice(), SECRET)
    await until(lambda: bench.link.state().stage is LinkStage.ON)
    assert await bench.shows() == []
    await bench.obs.change("STARTED", outputActive=True, outputDuration=30_000, outputTotalFrames=900)
    (show,) = await until_shows(bench, bool)
    assert show.ended_at is None
    assert abs(bench.clock.now_ms() - 30_000 - show.started_at) < 20_000, "it began half a minute before it was told"
    await until(lambda: (state := bench.link.state()).status is not None and state.status.is_active)
    await bench.obs.change("STOPPED", outputActive=False)
    (show,) = await until_shows(bench, lambda found: found[0].ended_at is not None)
    assert await bench.on_air() is None


async def test_it_comes_back_after_ever_longer_pauses(bench: Bench, until: Until) -> None:
    await bench.link.set_choice(bench.choice(), SECRET)
    bench.obs.stream["outputActive"] = True
    await until(lambda: bench.link.state().stage is LinkStage.ON)
    await until_shows(bench, bool)
    port = bench.obs.port
    await bench.obs.stop()
    await until(lambda: len(bench.clock.slept) >= 8)
    assert bench.link.state().code == "obs.silent"
    assert bench.clock.slept[:8] == [1, 2, 4, 8, 16, 32, 60, 60]
    assert await bench.on_air() is not None, "nobody said that the stream ended"
    bench.obs.stream["outputActive"] = False
    await bench.obs.start(port)
    await until(lambda: bench.link.state().stage is LinkStage.ON)
    (show,) = await until_shows(bench, lambda found: found[0].ended_at is not None)
    assert show.ended_at is not None
    assert show.ended_at < bench.clock.now_ms(), "it ended when it was last seen, not when that was found out"
    again = bench.another()
    await bench.link.close()
    await again.resume()
    await until(lambda: again.state().stage is LinkStage.ON)
    await again.close()


async def test_a_wrong_password_is_not_tried_twice_and_nothing_of_it_is_in_the_file(
    bench: Bench, until: Until, tmp_path: Path
) -> None:
    await bench.link.set_choice(bench.choice(), "another-planted-word")
    await until(lambda: bench.link.state().stage is LinkStage.REFUSED)
    assert bench.link.state().code == "obs.password"
    assert bench.clock.slept == []
    with pytest.raises(Refused):
        await bench.link.test(bench.choice())
    greeting = await bench.link.test(bench.choice(), SECRET)
    assert (greeting.version, greeting.is_active) == ("5.5.2", False)
    assert bench.link.state().stage is LinkStage.REFUSED, "a test keeps nothing"
    await bench.link.set_choice(bench.choice(), SECRET)
    await until(lambda: bench.link.state().stage is LinkStage.ON)
    await bench.link.set_choice(bench.choice(on=False))
    assert bench.link.state().stage is LinkStage.OFF
    assert await bench.link.has_password()
    await bench.link.set_choice(bench.choice(on=False), "")
    assert not await bench.link.has_password()
    for content in await asyncio.to_thread(lambda: [file.read_bytes() for file in tmp_path.iterdir()]):
        assert SECRET.encode() not in content
        assert b"another-planted-word" not in content


class LockedAtFirst(Vaults):
    """A key ring that somebody unlocks after two tries."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    async def open(self) -> SupportsSecrets:
        self.asked += 1
        if self.asked in (2, 3):
            raise VaultTrouble("locked")
        return await super().open()


async def test_a_key_ring_locked_for_the_moment_does_not_end_the_link(bench: Bench, until: Until) -> None:
    bench.vaults = LockedAtFirst()
    bench.link = bench.another()
    told: list[StreamState] = []
    bench.clock.at_rest = lambda: told.append(bench.link.state())
    await bench.link.set_choice(bench.choice(), SECRET)
    await until(lambda: bench.link.state().stage is LinkStage.ON)
    assert [(one.stage, one.code) for one in told] == [(LinkStage.WAITING, "obs.vault")] * 2
    assert bench.clock.slept == [1, 2]


async def test_changes_at_once_leave_one_link(bench: Bench, until: Until) -> None:
    await asyncio.gather(*(bench.link.set_choice(bench.choice(), SECRET) for _ in range(4)))
    await until(lambda: bench.link.state().stage is LinkStage.ON)
    assert sum(task.get_name() == "obs:link" for task in asyncio.all_tasks()) == 1


async def test_what_cannot_be_is_not_kept_and_nobody_at_the_port_is_said(bench: Bench) -> None:
    for wrong in (LinkChoice(host=" "), LinkChoice(port=0), LinkChoice(port=65_536)):
        with pytest.raises(Refused):
            await bench.link.set_choice(wrong)
    assert await bench.link.choice() == LinkChoice()
    await bench.obs.stop()
    with pytest.raises(Offline):
        await bench.link.test(bench.choice(), SECRET)


async def test_a_picture_is_given_where_the_link_is_on(bench: Bench) -> None:
    with pytest.raises(Refused, match=r"obs\.off"):
        await bench.link.picture()
    await bench.link.set_choice(bench.choice(), SECRET)
    bench.obs.picture = b"a picture"
    assert await bench.link.picture() == b"a picture"
