"""The stream begins and ends shows; whoever else tells of the same show belongs to it."""

from sqlalchemy import Connection

from console.core.clock import MINUTE, SECOND
from console.core.live import LiveAction, LiveSignal, LiveSnapshot, LiveSource
from console.store import live_board, live_view
from console.store.live_streams import began, ended, goes_on
from console.store.live_taking import take
from console.store.live_view import openings

AT = 1_768_444_200_000


def helper(conn: Connection, action: LiveAction, at: int, part: str = "h") -> None:
    take(conn, [LiveSignal(session_id=part, action=action, at=at)], at, LiveSource.INGEST)


def seen(conn: Connection, at: int, part: str = "h") -> None:
    take(conn, [LiveSnapshot(session_id=part, at=at, online=9)], at, LiveSource.INGEST)


def one_show(conn: Connection) -> live_view.Show:
    (show,) = live_view.shows(conn)
    return show


def test_a_stream_alone_is_a_show(conn: Connection) -> None:
    part = began(conn, AT, AT + 5 * SECOND)
    assert (one_show(conn).started_at, one_show(conn).source) == (AT, LiveSource.OBS)
    goes_on(conn, part, AT + MINUTE, AT + MINUTE)
    assert live_board.on_air(conn, AT + MINUTE) is not None
    assert began(conn, AT + 40, AT + 2 * MINUTE) == part, "the program was started anew, the stream was not"
    ended(conn, part, AT + 3 * MINUTE, AT + 3 * MINUTE)
    assert one_show(conn).ended_at == AT + 3 * MINUTE
    assert live_board.on_air(conn, AT + 3 * MINUTE + 1) is None
    again = began(conn, AT + 10 * MINUTE, AT + 10 * MINUTE)
    assert again != part
    assert one_show(conn).ended_at is None, "it opened again within a quarter of an hour"
    assert len(openings(live_view.parts(conn, one_show(conn).session_id))) == 2


def test_helper_and_stream_tell_of_one_opening_and_the_stream_ends_it(conn: Connection) -> None:
    part = began(conn, AT, AT + SECOND)
    helper(conn, LiveAction.START, AT + 20 * SECOND)
    for number in range(2, 20):
        seen(conn, AT + number * 30 * SECOND)
        goes_on(conn, part, AT + number * 30 * SECOND, AT + number * 30 * SECOND)
    parts = live_view.parts(conn, one_show(conn).session_id)
    assert len(parts) == 2
    assert [one.part_id for one in openings(parts)] == [part]
    assert began(conn, AT + 90, AT + 10 * MINUTE) == part, "after a restart, too"
    ended(conn, part, AT + 11 * MINUTE, AT + 11 * MINUTE)
    assert one_show(conn).ended_at == AT + 11 * MINUTE
    seen(conn, AT + 11 * MINUTE + SECOND)
    assert live_board.on_air(conn, AT + 11 * MINUTE + SECOND) is None, "what comes in late begins nothing"


def test_a_stream_seen_late_joins_the_show_and_says_when_it_began(conn: Connection) -> None:
    helper(conn, LiveAction.START, AT + 4 * MINUTE)
    seen(conn, AT + 5 * MINUTE)
    part = began(conn, AT, AT + 6 * MINUTE)
    assert (one_show(conn).session_id, one_show(conn).started_at) == ("h", AT)
    ended(conn, part, AT + 9 * MINUTE, AT + 9 * MINUTE)
    assert one_show(conn).ended_at == AT + 9 * MINUTE


def test_a_drop_out_that_only_the_stream_noticed_is_one(conn: Connection) -> None:
    first = began(conn, AT, AT)
    helper(conn, LiveAction.START, AT)
    for second in range(0, 240, 10):
        seen(conn, AT + second * SECOND)
    goes_on(conn, first, AT + 60 * SECOND, AT + 60 * SECOND)
    ended(conn, first, AT + 70 * SECOND, AT + 70 * SECOND)
    second_part = began(conn, AT + 130 * SECOND, AT + 130 * SECOND)
    goes_on(conn, second_part, AT + 200 * SECOND, AT + 200 * SECOND)
    found = openings(live_view.parts(conn, one_show(conn).session_id))
    assert [one.part_id for one in found] == [first, second_part]
    assert (found[0].ended_at, found[1].started_at) == (AT + 70 * SECOND, AT + 130 * SECOND)
