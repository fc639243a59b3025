"""Shows begun, joined and taken apart by hand: rows, minutes and people stay those of a recomputation."""

import pytest
from sqlalchemy import Connection

from console.core.clock import HOUR, MINUTE, SECOND
from console.core.errors import Refused
from console.core.live import LiveAction, LiveEvent, LiveEventType, LiveRow, LiveSignal, LiveSnapshot, LiveSource
from console.rules.live import minutes_of
from console.store import live_sessions, live_typed, live_view
from console.store.live_minutes import minutes
from console.store.live_taking import take


def show(name: str, at: int, *, ends: bool = True) -> list[LiveRow]:
    rows: list[LiveRow] = [LiveSignal(session_id=name, action=LiveAction.START, at=at, room_title=f"show {name}")]
    for n in range(4):
        rows.append(LiveSnapshot(session_id=name, at=at + n * MINUTE, online=100 + n))
        rows.append(
            LiveEvent(
                session_id=name,
                event_id=f"{name}-{n}",
                at=at + n * MINUTE + SECOND,
                type=LiveEventType.COMMENT,
                user_key=f"u{n % 2}",
            )
        )
    if ends:
        rows.append(LiveSignal(session_id=name, action=LiveAction.STOP, at=at + 4 * MINUTE))
    return rows


def same_as_the_log(conn: Connection, name: str) -> bool:
    told = [one.snapshot for one in live_view.snapshots(conn, name)]
    return minutes(conn, name) == minutes_of(live_view.events(conn, name), told)


def test_two_shows_are_joined_and_taken_apart_again(conn: Connection, now: int) -> None:
    later = now + HOUR
    take(conn, show("a", now) + show("b", later), later, LiveSource.INGEST)
    apart = {name: minutes(conn, name) for name in ("a", "b")}
    assert live_sessions.stitch(conn, "b", later) == "a"
    one = live_view.show(conn, "b")
    assert one is not None
    assert (one.session_id, one.started_at, one.ended_at) == ("a", now, later + 4 * MINUTE)
    assert [part.part_id for part in live_view.parts(conn, "a")] == ["a", "b"]
    assert live_view.people(conn, "a") == 2
    assert same_as_the_log(conn, "a")
    assert live_sessions.part_off(conn, "a", "b", later) == "b"
    assert {name: minutes(conn, name) for name in ("a", "b")} == apart
    assert [(show.session_id, show.title, show.ended_at) for show in live_view.shows(conn)] == [
        ("b", "show a", later + 4 * MINUTE),
        ("a", "show a", now + 4 * MINUTE),
    ]


def test_what_cannot_be_joined_or_taken_apart_is_refused(conn: Connection, now: int) -> None:
    take(conn, show("a", now), now, LiveSource.INGEST)
    for act, code in (
        (lambda: live_sessions.stitch(conn, "a", now), "live.none_before"),
        (lambda: live_sessions.part_off(conn, "a", "a", now), "live.no_part"),
        (lambda: live_sessions.rename(conn, "nobody", "x", now), "live.no_show"),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == code


def test_a_show_is_begun_by_hand_unless_one_is_on(conn: Connection, now: int) -> None:
    name = live_sessions.start(conn, " evening ", now)
    found = live_view.show(conn, name)
    assert found is not None
    assert (found.title, found.started_at, found.ended_at, found.source) == ("evening", now, None, LiveSource.MANUAL)
    with pytest.raises(Refused) as refused:
        live_sessions.start(conn, "another", now + MINUTE)
    assert refused.value.code == "live.still_on"
    # The helper that comes afterwards goes on with it.
    take(conn, show("helper", now + 2 * MINUTE, ends=False), now, LiveSource.INGEST)
    assert [one.session_id for one in live_view.shows(conn)] == [name]
    live_sessions.rename(conn, name, "late evening", now)
    assert [one.title for one in live_view.shows(conn)] == ["late evening"]


def test_typed_figures_are_kept_beside_those_of_others_and_taken_back(conn: Connection, now: int) -> None:
    take(conn, show("a", now, ends=False), now, LiveSource.INGEST)
    before = minutes(conn, "a")
    mine = LiveSnapshot(session_id="a", at=now + MINUTE, online=700, avg_stay_s=102.0)
    (taken,) = live_typed.put(conn, "a", [mine], LiveSource.MANUAL, now)
    (again,) = live_typed.put(conn, "a", [mine], LiveSource.MANUAL, now)
    assert (taken.is_duplicate, again.is_duplicate) == (False, True)
    (one,) = live_typed.typed(conn, "a")
    assert (one.at, one.source, one.values) == (now + MINUTE, LiveSource.MANUAL, {"online": 700, "avg_stay_s": 102.0})
    assert not live_typed.take_back(conn, "a", now + MINUTE, LiveSource.INGEST, now)
    assert live_typed.take_back(conn, "a", now + MINUTE, LiveSource.MANUAL, now)
    assert (live_typed.typed(conn, "a"), minutes(conn, "a")) == ([], before)
