"""S20, its first three steps: two hours offline with thirty edits, three taken back, killed while the rest is sent.

Below the window everything is the program's own; the two hours pass by a clock that is set. Whoever sends afterwards is
the whole program with its window, killed with -9; what the platforms accepted is told by the sandbox's log.
"""

import asyncio
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from outbox_world import OwnWorld
from program_drill import ProgramDrill
from set_clock import SetClock
from test_e2e_outbox_killed import check_world
from test_e2e_shipping_killed import check_parcels

from console.app.joining import Assembly
from console.binding.vaults import memory
from console.core.clock import HOUR, MINUTE, SECOND
from console.core.commands import Command
from console.core.commands_orders import ShipOrder
from console.core.errors import Refused
from console.store.database import Database
from console.store.outbox_rows import Intent
from console.store.outbox_view import group
from console.store.profile import Profile

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="forks the programs"),
    pytest.mark.timeout(300),
]
EDITS, EVERY = 30, 4 * MINUTE
A_MOMENT_S = 0.05  # for whoever wakes
BACK = (4, 17, 29)  # which are taken back, the last within its ten seconds
RUNS = 4  # of the program, killed


@pytest.fixture
def drill(tmp_path: Path) -> Iterator[ProgramDrill]:
    world = OwnWorld(tmp_path, items=20)
    made = ProgramDrill(world, tmp_path, seed=20)
    yield made
    made.nursery.end()
    world.stop()


async def work_offline(drill: ProgramDrill, edits: Sequence[Command]) -> list[int]:
    """Two hours at the window while nobody answers, some edits taken back; returns the rows of all."""
    clock = SetClock()
    with Profile.open(drill.profile) as profile:
        assembly = Assembly(profile, Database.open(profile.database_path, clock), clock, memory)
        try:
            assembly.start()
            assert await assembly.connect(drill.world.connect) == []
            drill.world.stop()
            return await edit(assembly, drill, clock, edits)
        finally:
            await assembly.close()


async def edit(assembly: Assembly, drill: ProgramDrill, clock: SetClock, edits: Sequence[Command]) -> list[int]:
    begun_at, ids = clock.now_ms(), list[int]()
    for one in edits:
        ids.append(await assembly.submit(one))
        await pass_time(drill, clock, EVERY)
    assert clock.now_ms() - begun_at >= 2 * HOUR
    while len(tried := await in_vain(assembly)) < 4:  # the others wait behind these
        await pass_time(drill, clock, 5 * SECOND)
    assert {row.kind for row in tried} == {"offline"}
    assert {row.attempts for row in tried} == {0}, "nothing has left"
    ids[0] = await assembly.submit(edits[0])  # the same once more takes the place of the first
    for at in BACK:
        await assembly.undo(ids[at])
    with pytest.raises(Refused, match=r"outbox\.too_late"):
        await assembly.undo(ids[BACK[0]])
    return ids


async def in_vain(assembly: Assembly) -> list[Intent]:
    return [row for row in await assembly.database.read(group, "waiting") if row.state == "waiting"]


async def pass_time(drill: ProgramDrill, clock: SetClock, ms: int) -> None:
    drill.world.ctx.clock.advance(ms / SECOND)
    clock.leap(ms)
    await asyncio.sleep(A_MOMENT_S)


async def test_s20_thirty_edits_offline_three_taken_back_and_killed_while_sending(drill: ProgramDrill) -> None:
    await drill.prepare()
    edits: list[Command] = [*await drill.wanted(), *await drill.parcels()]
    assert len(edits) == EDITS
    ids = await work_offline(drill, edits)
    back = [edits[at] for at in BACK]
    assert drill.accepted == [], "the platforms have heard of none"

    drill.world.come_back()
    drill.later()
    wanted = [edit for edit in edits if edit not in back]
    assert len(wanted) == 27
    sent, drill.kills = [], 1  # none is killed while it only starts
    for _ in range(RUNS):
        await asyncio.to_thread(drill.killed)
        sent.append(len(drill.accepted))
        assert max(drill.told().values(), default=1) == 1, drill.told()
    assert 0 < sent[0] < 27, "killed in the midst of it"
    await drill.finish()
    assert set(drill.told().values()) == {1}, drill.told()
    assert len(drill.told()) == 27, "each once, none lost, and none that was taken back"
    done, others = await drill.rows()
    assert {row.id for row in done} == {row_id for at, row_id in enumerate(ids) if at not in BACK}
    assert {row.state for row in others} == {"undone"}
    assert len(others) == 1 + len(BACK), "what was said once more, and what was taken back"
    await check_world(drill, [one for one in wanted if not isinstance(one, ShipOrder)])
    check_parcels(drill.world, [one for one in wanted if isinstance(one, ShipOrder)])
