"""What demo and pictures import: by the import's own code, once, in step with the evenings that are kept."""

from console.app.exported import take_exports
from console.app.joining import Assembly
from console.app.past_shows import evening
from console.core.clock import DAY, HOUR, day_start
from console.core.live import LiveSource
from console.store.live_taking import take
from console.store.traffic_board import board


async def test_a_merchants_files_are_imported_once(assembly: Assembly) -> None:
    now = assembly.clock.now_ms()
    began = day_start(now) - DAY + 19 * HOUR
    await assembly.database.write(take, list(evening(3, began, [("1001", 0)])), now, LiveSource.INGEST)
    await take_exports(assembly)
    seen = await assembly.database.read(board, now, 14)
    (show,) = seen.shows
    last = seen.sources.people.days[-1]
    assert last.total >= (show.steps["viewers"] or 0) > 0
    assert seen.sources.people.missing == 3
    assert [one.verdict for one in seen.completions][-1] == "few"
    assert {"sketch", "review", "factory", "连麦PK"} < {one.kind for one in seen.kinds}
    assert seen.labels.now is not None
    assert round(seen.labels.now.index, 2) == 0.88
    before = seen.works_came
    await take_exports(assembly)
    assert (await assembly.database.read(board, now, 14)).works_came == before
