"""The earlier evenings of demo and pictures: whole shows that are over, each of its own size."""

from console.app.joining import Assembly
from console.app.past_shows import EVENINGS, LONG, evening
from console.core.clock import DAY, MINUTE
from console.core.live import LiveEventType, LiveSource
from console.rules.live_tiles import TILES
from console.store import live_view
from console.store.live_taking import take
from console.ui.tabs.live.recap_reading import read_recap

NOW = 1_790_000_000_000


async def test_evenings_are_over_and_tell_every_figure_but_money(assembly: Assembly) -> None:
    database = assembly.database
    for back in range(EVENINGS, 0, -1):
        await database.write(take, list(evening(back, NOW - back * DAY, [("1001", 0)])), NOW, LiveSource.INGEST)
    shows = await database.read(live_view.shows, 20)
    assert [one.ended_at for one in shows] == [NOW - back * DAY + LONG for back in range(1, EVENINGS + 1)]
    readings = [await database.read(read_recap, one.session_id) for one in shows]
    figures = [reading.recap.figures for reading in readings if reading is not None]
    assert len({told["online"].value for told in figures}) == EVENINGS, "no two are the same size"
    assert {key for key in TILES if figures[0][key].value is not None} == {*TILES} - {"gmv_fen"}
    said = await database.read(live_view.events, shows[0].session_id, 0, NOW, (LiveEventType.COMMENT,))
    assert len(said) > LONG // MINUTE
