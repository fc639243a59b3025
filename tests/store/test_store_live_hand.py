"""What somebody says of a show by hand goes to the part that is on, and is told apart by its source."""

import pytest
from sqlalchemy import Connection

from console.core.clock import DAY, MINUTE
from console.core.errors import Refused
from console.core.live import LiveAction, LiveEvent, LiveEventType, LiveSignal, LiveSnapshot, LiveSource, Taken
from console.store import live_board, live_hand, live_recaps, live_sessions, live_streams, live_view
from console.store.live_minutes import minutes
from console.store.live_taking import take


def test_a_mark_and_the_end_are_those_of_the_part_that_is_on(conn: Connection, now: int) -> None:
    rows = [
        LiveSignal(session_id="a", action=LiveAction.START, at=now),
        LiveSignal(session_id="a", action=LiveAction.STOP, at=now + MINUTE),
        LiveSignal(session_id="b", action=LiveAction.START, at=now + 3 * MINUTE),
    ]
    take(conn, rows, now, LiveSource.INGEST)
    live_hand.mark(conn, "a", "raffle", now + 4 * MINUTE)
    (mark,) = live_view.marks(conn, "a")
    assert (mark.text, mark.at) == ("raffle", now + 4 * MINUTE)
    live_hand.finish(conn, "a", now + 5 * MINUTE)
    assert [(part.part_id, part.ended_at, part.last_at) for part in live_view.parts(conn, "a")] == [
        ("a", now + MINUTE, now + MINUTE),
        ("b", now + 5 * MINUTE, now + 5 * MINUTE),
    ]
    show = live_view.show(conn, "a")
    assert show is not None
    assert show.ended_at == now + 5 * MINUTE


def test_a_show_that_nobody_knows_is_refused(conn: Connection, now: int) -> None:
    with pytest.raises(Refused) as refused:
        live_hand.mark(conn, "nobody", "", now)
    assert refused.value.code == "live.no_show"
    with pytest.raises(Refused) as refused:
        live_hand.reopen(conn, "nobody", now)
    assert refused.value.code == "live.no_show"


def snapshot(at: int, online: int = 5, name: str = "a") -> LiveSnapshot:
    return LiveSnapshot(session_id=name, at=at, online=online)


def test_the_end_is_of_all_who_tell_of_the_show(conn: Connection, now: int) -> None:
    start = LiveSignal(session_id="a", action=LiveAction.START, at=now)
    take(conn, [start, snapshot(now + MINUTE)], now, LiveSource.INGEST)
    take(conn, [LiveSignal(session_id="obs-1", action=LiveAction.START, at=now + 1)], now, LiveSource.OBS)
    live_hand.finish(conn, "a", now + 2 * MINUTE)
    show = live_view.show(conn, "a")
    assert show is not None
    assert show.ended_at == now + 2 * MINUTE
    assert live_board.on_air(conn, now + 2 * MINUTE) is None


def test_a_page_left_open_does_not_begin_an_ended_show_anew_and_nothing_of_it_is_lost(
    conn: Connection, now: int
) -> None:
    take(conn, [snapshot(now)], now, LiveSource.INGEST)
    live_hand.finish(conn, "a", now + MINUTE)
    beat = LiveSignal(session_id="a", action=LiveAction.HEARTBEAT, at=now + 2 * MINUTE)
    said = LiveEvent(session_id="a", event_id="1", at=now + 2 * MINUTE, type=LiveEventType.LIKE, user_key="u")
    told = [beat, snapshot(now + 3 * MINUTE, 9), said]
    assert take(conn, told, now, LiveSource.INGEST) == [Taken(is_over=True)] * 3
    assert live_board.on_air(conn, now + 3 * MINUTE) is None
    assert live_view.people(conn, "a") == 0
    assert [one.at for one in minutes(conn, "a")] == [now]
    assert [one.snapshot.at for one in live_view.snapshots(conn, "a")] == [now], "nothing of it feeds the show"
    live_hand.reopen(conn, "a", now + 4 * MINUTE)
    show = live_board.on_air(conn, now + 4 * MINUTE)
    assert show is not None
    assert (show.session_id, show.last_at, len(live_view.parts(conn, "a"))) == ("a", now + 4 * MINUTE, 1)
    assert live_recaps.recap(conn, show).figures["online_peak"].value == 9
    assert live_view.people(conn, "a") == 1
    assert sum(one.likes for one in minutes(conn, "a")) == 1
    live_hand.finish(conn, "a", now + 5 * MINUTE)
    assert live_board.on_air(conn, now + 5 * MINUTE) is None


def test_what_was_put_aside_of_a_show_that_stayed_over_is_forgotten(conn: Connection, now: int) -> None:
    """Comments and names of people that nobody will see; a day later, when the next show begins."""

    def held() -> set[str]:
        asked = "SELECT session_id FROM live_events UNION SELECT session_id FROM live_snapshots"
        return {name for (name,) in conn.exec_driver_sql(asked)}

    def show(name: str, at: int) -> None:
        said = [
            LiveEvent(session_id=name, event_id=str(n), at=at + n * MINUTE, type=LiveEventType.COMMENT, text="好")
            for n in (0, 2)
        ]
        take(conn, [snapshot(at, name=name), said[0]], at, LiveSource.INGEST)
        live_hand.finish(conn, name, at + MINUTE)
        take(conn, [snapshot(at + 2 * MINUTE, name=name), said[1]], at + 2 * MINUTE, LiveSource.INGEST)

    show("a", now)
    show("b", now + 20 * MINUTE)
    assert held() == {"a", "a/after", "b", "b/after"}, "a sender may bring late that it began again"
    take(conn, [snapshot(now + DAY + 10 * MINUTE, name="c")], now + DAY + 10 * MINUTE, LiveSource.INGEST)
    assert held() == {"a", "b", "b/after", "c"}
    live_hand.finish(conn, "c", now + DAY + 11 * MINUTE)
    live_sessions.start(conn, "", now + 2 * DAY)
    assert held() == {"a", "b", "c"}


def test_after_a_quarter_of_an_hour_an_ended_show_takes_nothing_more(conn: Connection, now: int) -> None:
    take(conn, [snapshot(now)], now, LiveSource.INGEST)
    live_hand.finish(conn, "a", now + MINUTE)
    late = now + 17 * MINUTE
    start = LiveSignal(session_id="a", action=LiveAction.START, at=late)
    event = LiveEvent(session_id="a", event_id="2", at=late, type=LiveEventType.LIKE)
    before = LiveEvent(session_id="a", event_id="1", at=now + 30_000, type=LiveEventType.LIKE)
    told = take(conn, [start, snapshot(late), before, event], late, LiveSource.INGEST)
    assert [one.reason for one in told] == ["show_ended", "show_ended", "", "show_ended"]
    assert not told[2].is_over, "what was on its way is the show's"
    take(conn, [snapshot(late, name="c")], late, LiveSource.INGEST)
    assert [(one.session_id, one.ended_at) for one in live_view.shows(conn)] == [("c", None), ("a", now + MINUTE)]


def test_a_row_whose_clock_is_hours_off_does_not_move_the_shows_beginning(conn: Connection, now: int) -> None:
    def said(name: str, before_min: int) -> LiveEvent:
        return LiveEvent(session_id="a", event_id=name, at=now - before_min * MINUTE, type=LiveEventType.COMMENT)

    start = LiveSignal(session_id="a", action=LiveAction.START, at=now - 10 * MINUTE)
    beat = LiveSignal(session_id="a", action=LiveAction.HEARTBEAT, at=now - 480 * MINUTE)
    late = [said("1", 5), said("2", 480), said("3", 20), snapshot(now - 480 * MINUTE), beat]
    told = take(conn, [start, *late], now, LiveSource.INGEST)
    assert [one.reason for one in told] == ["", "", "before_show", "", "before_show", "before_show"]
    show = live_view.show(conn, "a")
    assert show is not None
    assert show.started_at == now - 20 * MINUTE, "what a sender that missed the start told a little earlier counts"
    assert [one.event_id for one in live_view.events(conn, "a")] == ["3", "1"]
    take(conn, [LiveSignal(session_id="a", action=LiveAction.START, at=now - 90 * MINUTE)], now, LiveSource.INGEST)
    again = live_view.show(conn, "a")
    assert again is not None
    assert again.started_at == now - 90 * MINUTE, "a start says itself when the show began"


def test_another_session_within_a_quarter_of_an_hour_begins_another_show(conn: Connection, now: int) -> None:
    take(conn, [snapshot(now)], now, LiveSource.INGEST)
    live_hand.finish(conn, "a", now + MINUTE)
    take(conn, [snapshot(now + 3 * MINUTE, name="b")], now, LiveSource.INGEST)
    assert [(one.session_id, one.ended_at) for one in live_view.shows(conn)] == [("b", None), ("a", now + MINUTE)]
    assert live_sessions.stitch(conn, "b", now + 4 * MINUTE) == "a", "and is joined by hand where it was the same"


def test_what_a_page_tells_while_only_the_stream_is_cut_belongs_to_the_show(conn: Connection, now: int) -> None:
    take(conn, [snapshot(now)], now, LiveSource.INGEST)
    part = live_streams.began(conn, now, now)
    live_streams.ended(conn, part, now + MINUTE, now + MINUTE)
    (taken,) = take(conn, [snapshot(now + 2 * MINUTE, 8)], now, LiveSource.INGEST)
    assert taken.is_over
    live_streams.began(conn, now + 3 * MINUTE, now + 3 * MINUTE)
    assert [one.snapshot.at for one in live_view.snapshots(conn, "a")] == [now, now + 2 * MINUTE]
    assert now + 2 * MINUTE in [one.at for one in minutes(conn, "a")]


def test_a_sender_that_begins_again_within_a_quarter_of_an_hour_goes_on(conn: Connection, now: int) -> None:
    def begin(minutes: int) -> LiveSignal:
        return LiveSignal(session_id="a", action=LiveAction.START, at=now + minutes * MINUTE)

    take(conn, [begin(0)], now, LiveSource.INGEST)
    live_hand.finish(conn, "a", now + 10 * MINUTE)
    (known,) = take(conn, [begin(0)], now, LiveSource.INGEST)  # once more, late
    assert known.is_duplicate
    assert live_board.on_air(conn, now + 10 * MINUTE) is None
    (again,) = take(conn, [begin(20)], now, LiveSource.INGEST)
    assert not again.is_duplicate
    assert live_board.on_air(conn, now + 20 * MINUTE) is not None
    live_hand.finish(conn, "a", now + 21 * MINUTE)
    take(conn, [begin(37)], now, LiveSource.INGEST)
    assert live_board.on_air(conn, now + 37 * MINUTE) is None


def test_a_show_is_not_begun_anew_while_another_is_on(conn: Connection, now: int) -> None:
    take(conn, [snapshot(now)], now, LiveSource.INGEST)
    live_hand.finish(conn, "a", now + MINUTE)
    live_sessions.start(conn, "another", now + 2 * MINUTE)
    with pytest.raises(Refused) as refused:
        live_hand.reopen(conn, "a", now + 3 * MINUTE)
    assert refused.value.code == "live.still_on"


def test_what_a_page_tells_after_the_end_is_not_of_the_show_but_what_a_person_brings_is(
    conn: Connection, now: int
) -> None:
    told = LiveSnapshot(session_id="a", at=now, online=300, viewers=2_000, new_followers=80)
    take(conn, [told], now, LiveSource.INGEST)
    live_hand.finish(conn, "a", now + MINUTE)
    take(conn, [LiveSnapshot(session_id="a", at=now + 9 * MINUTE, viewers=3, new_followers=0)], now, LiveSource.INGEST)
    brought = LiveSnapshot(session_id="a", at=now + 9 * MINUTE, viewers=2_100, watch_s=210_000)
    take(conn, [brought], now, LiveSource.FILE)
    show = live_view.show(conn, "a")
    assert show is not None
    found = live_recaps.recap(conn, show)
    assert (found.figures["follow"].value, found.figures["stay"].value) == (0.04, 100)
    assert [one.at for one in found.minutes] == [now - now % MINUTE]
    (viewers,) = [one for one in found.compared if one.key == "viewers"]
    assert (viewers.mine.value, viewers.other.value) == (2_000, 2_100)


def test_the_end_of_a_show_nobody_knows_begins_none_and_lengthens_none(conn: Connection, now: int) -> None:
    take(conn, [snapshot(now)], now, LiveSource.INGEST)
    live_hand.finish(conn, "a", now + MINUTE)
    (answer,) = take(
        conn, [LiveSignal(session_id="b", action=LiveAction.STOP, at=now + 9 * MINUTE)], now, LiveSource.INGEST
    )
    assert answer.is_duplicate
    early = LiveSignal(session_id="a", action=LiveAction.STOP, at=now - 10 * MINUTE)  # by a clock that is wrong
    assert take(conn, [early], now, LiveSource.INGEST)[0].is_duplicate
    (show,) = live_view.shows(conn)
    assert (show.started_at, show.ended_at) == (now, now + MINUTE)


def ended_at(conn: Connection, name: str = "a") -> int | None:
    show = live_view.show(conn, name)
    assert show is not None
    return show.ended_at


def test_a_sender_that_still_tells_of_a_show_it_ended_goes_on_with_it(conn: Connection, now: int) -> None:
    stop = LiveSignal(session_id="a", action=LiveAction.STOP, at=now + MINUTE)
    take(conn, [snapshot(now), stop, snapshot(now + MINUTE + 30_000)], now, LiveSource.INGEST)
    assert ended_at(conn) == now + MINUTE, "what was on its way"
    take(conn, [snapshot(now + 3 * MINUTE)], now, LiveSource.INGEST)
    assert ended_at(conn) is None
    take(conn, [LiveSignal(session_id="a", action=LiveAction.STOP, at=now + 9 * MINUTE)], now, LiveSource.INGEST)
    assert ended_at(conn) == now + 9 * MINUTE
    take(conn, [snapshot(now + 40 * MINUTE)], now, LiveSource.INGEST)
    assert ended_at(conn) == now + 9 * MINUTE, "long after"


def test_the_end_of_the_stream_stands_against_a_page_that_goes_on(conn: Connection, now: int) -> None:
    take(conn, [snapshot(now)], now, LiveSource.INGEST)
    part = live_streams.began(conn, now, now)
    live_streams.ended(conn, part, now + MINUTE, now + MINUTE)
    take(conn, [snapshot(now + 5 * MINUTE)], now, LiveSource.INGEST)
    assert ended_at(conn) == now + MINUTE


def test_a_page_closed_hours_later_lengthens_no_show_and_joins_no_other_to_it(conn: Connection, now: int) -> None:
    take(conn, [snapshot(now)], now, LiveSource.INGEST)
    live_hand.finish(conn, "a", now + MINUTE)
    late = [snapshot(now + minute * MINUTE) for minute in range(2, 180, 10)]
    take(
        conn, [*late, LiveSignal(session_id="a", action=LiveAction.STOP, at=now + 180 * MINUTE)], now, LiveSource.INGEST
    )
    assert ended_at(conn) == now + MINUTE
    take(conn, [snapshot(now + 182 * MINUTE, name="b")], now, LiveSource.INGEST)
    assert [one.session_id for one in live_view.shows(conn)] == ["b", "a"]


def signal(action: LiveAction, at: int, name: str) -> LiveSignal:
    return LiveSignal(session_id=name, action=action, at=at)


@pytest.mark.parametrize("beside_s", [20, 300])
def test_of_two_windows_with_the_same_page_one_is_closed_and_the_show_goes_on(
    conn: Connection, now: int, beside_s: int
) -> None:
    """It was over for the whole window, and refused after a quarter of an hour what the other one told."""

    def told(second: int, name: str) -> LiveSnapshot:
        return snapshot(now + second * 1_000, 50, name)

    begun, closed = now + 100_000, now + (100 + beside_s) * 1_000
    take(conn, [signal(LiveAction.START, now, "a"), *(told(n, "a") for n in range(0, 100, 10))], now, LiveSource.INGEST)
    take(conn, [signal(LiveAction.START, begun, "b")], now, LiveSource.INGEST)
    for second in range(100, 100 + beside_s, 10):
        take(conn, [told(second, "a"), told(second + 5, "b")], now, LiveSource.INGEST)
    take(conn, [signal(LiveAction.STOP, closed, "b")], now, LiveSource.INGEST)
    for second in range(100 + beside_s + 10, 2_000, 10):
        (taken,) = take(conn, [told(second, "a")], now, LiveSource.INGEST)
        assert taken == Taken()
    assert live_board.on_air(conn, now + 2_000_000) is not None
    assert ended_at(conn) is None
    take(conn, [signal(LiveAction.STOP, now + 2_000_000, "a")], now, LiveSource.INGEST)
    assert ended_at(conn) == now + 2_000_000, "both are closed"


def test_a_page_loaded_anew_is_over_when_it_is_closed(conn: Connection, now: int) -> None:
    """Its former name tells nothing more: nobody waits for it."""
    take(conn, [signal(LiveAction.START, now, "a"), snapshot(now + 9_000)], now, LiveSource.INGEST)
    take(conn, [signal(LiveAction.START, now + 20_000, "b"), snapshot(now + MINUTE, 5, "b")], now, LiveSource.INGEST)
    take(conn, [signal(LiveAction.STOP, now + 9 * MINUTE, "b")], now, LiveSource.INGEST)
    assert ended_at(conn) == now + 9 * MINUTE
