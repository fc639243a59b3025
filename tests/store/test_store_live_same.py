"""A moment of a show is told the same by the cockpit when it was now, and by the replay afterwards."""

import pytest
from sqlalchemy import Connection

from console.core.clock import MINUTE, SECOND
from console.core.live import LiveSnapshot, LiveSource
from console.store import live_typed, live_view
from console.store.cursors import move_watermark
from console.store.live_taking import take
from console.ui.tabs.live.curve_card import drawn
from console.ui.tabs.live.reading import LiveReading, read_live
from console.ui.tabs.live.replay_reading import read_moment
from console.ui.tabs.live.words import exact

NOW = 1_768_478_400_000


def same(conn: Connection, at: int) -> dict[str, tuple[str, LiveSource | None]]:
    """What the cockpit says at ``at``, once the replay was held against it."""
    cockpit = read_live(conn, at, None)
    assert isinstance(cockpit, LiveReading)
    show = live_view.show(conn, "s")
    assert show is not None
    then = read_moment(conn, show, at).figures
    said = {tile.key: (exact(tile.key, tile.rate.value), tile.rate.source) for tile in cockpit.tiles}
    assert said == {key: (exact(key, then[key].value), then[key].source) for key in said}
    return said


def test_the_curve_of_deeds_is_what_the_pages_counters_rose_by_where_no_single_deed_is_told(conn: Connection) -> None:
    """The browser's helper sends no single comment or click: the curve said that nobody did any all evening."""

    def told(number: int) -> LiveSnapshot:
        counters = {"comments": 2 * number, "likes": 3 * number}
        return LiveSnapshot(session_id="s", at=NOW + number * 10 * SECOND, online=9, **counters)

    take(conn, [told(number) for number in range(24)], NOW, LiveSource.INGEST)
    reading = read_live(conn, NOW + 4 * MINUTE, None)
    assert isinstance(reading, LiveReading)
    assert reading.acts == {NOW + minute * MINUTE: 30 for minute in (1, 2, 3)}
    assert reading.clicks is None
    assert [value for _, value in drawn(reading, "acts").line] == [30, 30, 30]
    nobody = drawn(reading, "clicks")
    assert (list(nobody.line), nobody.line_name[-1]) == ([], "—")


@pytest.fixture
def fed(conn: Connection) -> Connection:
    """The helper told of ten minutes and fell silent; somebody types a figure here and one there."""
    told = [
        LiveSnapshot(session_id="s", at=NOW + n * 10 * SECOND, online=300, viewers=1_000 + n, interactors=90)
        for n in range(60)
    ]
    take(conn, told, NOW, LiveSource.INGEST)
    for minute, typed in ((13, {"avg_stay_s": 102.0}), (15, {"online": 356})):
        at = NOW + minute * MINUTE
        one = LiveSnapshot(session_id="s", at=at, **typed)  # type: ignore[arg-type]
        live_typed.put(conn, "s", [one], LiveSource.MANUAL, at)
    return conn


def test_what_was_typed_minutes_apart_and_what_fell_silent(fed: Connection) -> None:
    """The replay forgot the stay when somebody typed who was online, and said what the silent helper had told last."""
    said = same(fed, NOW + 16 * MINUTE)
    assert said["online"] == ("356", LiveSource.MANUAL)
    assert said["stay"] == ("1:42", LiveSource.MANUAL)
    assert said["gmv_fen"] == ("—", None)
    assert same(fed, NOW + 5 * MINUTE)["online"] == ("300", LiveSource.INGEST)


def test_orders_that_are_read_and_are_none_are_0_and_not_unknown(fed: Connection) -> None:
    move_watermark(fed, "kuaishou:1", "orders", NOW + 16 * MINUTE)
    assert same(fed, NOW + 16 * MINUTE)["gmv_fen"] == ("¥0.00", LiveSource.ORDERS)
