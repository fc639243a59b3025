"""The whole program with its window, killed with -9 again and again while it sends: nothing twice, nothing forgotten.

It opens its profile, syncs, shows its window (offscreen) and carries out what the file holds; what the platforms
accepted is told by the sandbox's own log. Between two runs the platforms' clock goes on by some minutes, and the
program takes its time from it: what waits for the clock is due at the next start.
"""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from outbox_world import OwnWorld
from program_drill import ProgramDrill
from test_e2e_shipping_killed import check_parcels

from console.core.commands_orders import ShipOrder
from console.store.outbox_rows import Intent

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks the programs")


async def play(drill: ProgramDrill, kills: int) -> None:
    """Kill so many; after each the file is whole, nothing was accepted twice, and every command is in it."""
    expected, done = 0, list[Intent]()
    while drill.kills < kills:
        if not drill.open:
            await drill.give()
            expected += len(drill.given)
        await asyncio.to_thread(drill.killed)
        if drill.kills == kills:
            await drill.finish()
        assert max(drill.told().values(), default=1) == 1, drill.told()
        done, others = await drill.rows()
        assert len(done) + len(others) == expected
        assert "needs_you" not in {row.state for row in others}, [(row.command, row.code, row.detail) for row in others]
        if not others:
            assert len(drill.told()) == len(drill.given), "each of them was accepted"
            check_parcels(drill.world, [one for one in drill.given if isinstance(one, ShipOrder)])
    assert not drill.open
    assert any(row.call is not None and row.call.outcome == "applied" for row in done), "some died before the answer"


@pytest.fixture
def drill(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[ProgramDrill]:
    world = OwnWorld(tmp_path, items=20)
    made = ProgramDrill(world, tmp_path, seed=int(request.param))
    yield made
    made.nursery.end()
    world.stop()


@pytest.mark.timeout(600)
@pytest.mark.parametrize("drill", [1], indirect=True)
async def test_the_program_killed_twenty_times_doubles_and_forgets_nothing(drill: ProgramDrill) -> None:
    await drill.prepare()
    await play(drill, 20)


@pytest.mark.long
@pytest.mark.timeout(1_800)
@pytest.mark.parametrize("drill", [2, 3], indirect=True)
async def test_the_program_killed_a_hundred_times_doubles_and_forgets_nothing(drill: ProgramDrill) -> None:
    await drill.prepare()
    await play(drill, 100)
