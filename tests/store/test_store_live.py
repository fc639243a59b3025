"""A show in the file: each row once, in whatever order; the minutes kept are those its log adds up to."""

import random
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from console.core.clock import MINUTE, SystemClock
from console.core.live import LiveAction, LiveEvent, LiveEventType, LiveRow, LiveSignal, LiveSnapshot, LiveSource
from console.rules.live import minutes_of
from console.store import engines, live_recaps, live_view, schema
from console.store.live_minutes import minutes
from console.store.live_taking import note_refusals, take

BEGIN = 1_768_444_200_000 - 1_768_444_200_000 % MINUTE
FILE = LiveSource.FILE
NAMES = count()


def signal(action: LiveAction, at: int, part: str = "s") -> LiveSignal:
    return LiveSignal(session_id=part, action=action, at=at)


def event(number: int, at: int, kind: LiveEventType = LiveEventType.COMMENT, **more: object) -> LiveEvent:
    return LiveEvent(session_id="s", event_id=f"e{number}", at=at, type=kind, **more)  # type: ignore[arg-type]


def test_rows_are_taken_once_whoever_sends_them_again(conn: Connection, now: int) -> None:
    rows: list[LiveRow] = [
        signal(LiveAction.START, BEGIN),
        event(1, BEGIN + 1_000, user_key="u"),
        LiveSnapshot(session_id="s", at=BEGIN + 2_000, online=7),
        signal(LiveAction.STOP, BEGIN + MINUTE),
    ]
    assert [one.is_duplicate for one in take(conn, rows, now, FILE)] == [False] * 4
    before = minutes(conn, "s")
    assert [one.is_duplicate for one in take(conn, rows, now, FILE)] == [True] * 4
    assert minutes(conn, "s") == before
    show = live_view.show(conn, "last")
    assert show is not None
    assert (show.started_at, show.ended_at) == (BEGIN, BEGIN + MINUTE)


def test_a_show_nobody_began_is_begun_by_its_first_row(conn: Connection, now: int) -> None:
    take(conn, [event(1, BEGIN + 5_000), event(2, BEGIN)], now, FILE)
    show = live_view.show(conn, "s")
    assert show is not None
    assert (show.started_at, show.ended_at, show.last_at) == (BEGIN, None, BEGIN + 5_000)


def test_two_drop_outs_are_one_show_and_a_longer_break_is_another(conn: Connection, now: int) -> None:
    times = [(0, 20), (25, 40), (54, 80), (96, 99)]
    for number, (begin, end) in enumerate(times):
        part = f"p{number}"
        rows = [
            signal(LiveAction.START, BEGIN + begin * MINUTE, part),
            signal(LiveAction.STOP, BEGIN + end * MINUTE, part),
        ]
        take(conn, rows, now, FILE)
    assert [show.session_id for show in live_view.shows(conn)] == ["p3", "p0"]
    assert [part.part_id for part in live_view.parts(conn, "p0")] == ["p0", "p1", "p2"]
    stitched = live_view.show(conn, "p2")
    assert stitched is not None
    assert (stitched.session_id, stitched.ended_at) == ("p0", BEGIN + 80 * MINUTE)


def test_a_stream_that_opens_again_without_having_closed_goes_on(conn: Connection, now: int) -> None:
    take(conn, [signal(LiveAction.START, BEGIN, "a"), signal(LiveAction.HEARTBEAT, BEGIN + 2 * MINUTE, "a")], now, FILE)
    take(conn, [signal(LiveAction.START, BEGIN + 5 * MINUTE, "b")], now, FILE)
    assert [(part.part_id, part.ended_at) for part in live_view.parts(conn, "a")] == [
        ("a", BEGIN + 2 * MINUTE),
        ("b", None),
    ]


def test_refusals_are_counted_by_their_code(conn: Connection, now: int) -> None:
    note_refusals(conn, ["future", "bad_field: Expected `int`", "bad_field: other"], now)
    asked = "SELECT reason, rows FROM live_refusals ORDER BY reason"
    assert [tuple(row) for row in conn.exec_driver_sql(asked)] == [("bad_field", 2), ("future", 1)]


EVENTS = st.lists(
    st.tuples(
        st.integers(0, 12 * 60),
        st.sampled_from(sorted(LiveEventType)),
        st.sampled_from(["", "u1", "u2", "u3", "u4"]),
        st.one_of(st.none(), st.integers(1, 9)),
    ),
    max_size=60,
)
SNAPSHOTS = st.dictionaries(st.integers(0, 12 * 60), st.one_of(st.none(), st.integers(0, 900)), max_size=20)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("live") / "live.db"
    engine = engines.writer(path, busy_ms=50)
    schema.settle(engine, path, SystemClock())
    engine.dispose()
    return path


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(told=EVENTS, seen=SNAPSHOTS, order=st.randoms(use_true_random=False), cut=st.integers(1, 9))
def test_the_minutes_kept_are_those_the_log_adds_up_to(
    kept: Path,
    told: list[tuple[int, LiveEventType, str, int | None]],
    seen: dict[int, int | None],
    order: random.Random,
    cut: int,
) -> None:
    session = f"show{next(NAMES)}"
    events = [
        LiveEvent(
            session_id=session,
            event_id=f"{number}",
            at=BEGIN + s * 1_000,
            type=kind,
            user_key=who,
            count=often,
            amount_fen=often,
        )
        for number, (s, kind, who, often) in enumerate(told)
    ]
    snapshots = [LiveSnapshot(session_id=session, at=BEGIN + s * 1_000, online=online) for s, online in seen.items()]
    rows: list[LiveRow] = [*events, *snapshots]
    rows += rows[: len(rows) // 3]  # some twice
    order.shuffle(rows)
    engine = engines.writer(kept, busy_ms=50)
    with engine.connect() as conn, conn.begin() as work:
        for begin in range(0, len(rows), cut):
            take(conn, rows[begin : begin + cut], BEGIN, FILE)
        assert minutes(conn, session) == minutes_of(events, snapshots)
        work.rollback()
    engine.dispose()


def test_a_recap_says_what_marks_brought_and_from_where_the_figures_are(conn: Connection, now: int) -> None:
    rows: list[LiveRow] = [signal(LiveAction.START, BEGIN)]
    rows += [
        LiveSnapshot(session_id="s", at=BEGIN + s * 1_000, online=100 if s < 300 else 150, viewers=1_000 + s, gmv_fen=s)
        for s in range(0, 600, 10)
    ]
    rows.append(event(1, BEGIN + 300_000, LiveEventType.CUE, text="福利款"))
    rows.append(event(2, BEGIN + 310_000, LiveEventType.ORDER, amount_fen=4_990, item_id="123"))
    rows.append(signal(LiveAction.STOP, BEGIN + 600_000))
    take(conn, rows, now, FILE)
    show = live_view.show(conn, "last")
    assert show is not None
    recap = live_recaps.recap(conn, show)
    (mark,) = recap.marks
    online = mark.lifts["online"]
    assert (online.before, online.after, online.lift, online.doubt) == (100, 150, 0.5, "")
    assert (online.samples_before, online.samples_after) == (18, 18)
    assert mark.lifts["gmv_fen"].doubt == "no_before"
    gmv = recap.figures["gmv_fen"]
    assert (gmv.value, gmv.source) == (4_990, FILE)
    assert recap.figures["item_click"].value is None
    assert [(one.item_id, one.clicks, one.orders) for one in recap.items] == [("123", None, 1)]


def test_a_late_stop_of_an_earlier_opening_does_not_shorten_the_show(conn: Connection, now: int) -> None:
    rows: list[LiveRow] = [
        signal(LiveAction.START, BEGIN, "one"),
        signal(LiveAction.START, BEGIN + 10 * MINUTE, "two"),
        signal(LiveAction.STOP, BEGIN + 40 * MINUTE, "two"),
        signal(LiveAction.STOP, BEGIN + 5 * MINUTE, "one"),
    ]
    take(conn, rows, now, FILE)
    (show,) = live_view.shows(conn)
    assert show.ended_at == BEGIN + 40 * MINUTE


def test_items_and_sales_of_a_recap_are_those_of_the_log(conn: Connection, now: int) -> None:
    click, order = LiveEventType.ITEM_CLICK, LiveEventType.ORDER
    rows = [
        event(1, BEGIN, click, item_id="7"),
        event(2, BEGIN + 1, click, item_id="7", count=3),
        event(3, BEGIN + 2, click, item_id="9"),
        event(4, BEGIN + 4, order, item_id="9", amount_fen=500),
        event(5, BEGIN + 3, order, amount_fen=70),
    ]
    take(conn, rows, now, FILE)
    show = live_view.show(conn, "s")
    assert show is not None
    told = live_recaps.recap(conn, show)
    sums = [(one.item_id, one.clicks, one.orders, one.gmv_fen) for one in told.items]
    assert sums == [("7", 4, None, None), ("9", 1, 1, 500)]
    assert told.sold == [(BEGIN + 3, 70), (BEGIN + 4, 500)]


def test_people_around_a_mark_are_counted_as_often_as_they_did_something(conn: Connection, now: int) -> None:
    at = BEGIN + 10 * MINUTE
    rows: list[LiveRow] = [event(0, at, LiveEventType.CUE)]
    rows += [event(n + 10, at + n * MINUTE, LiveEventType.LIKE, count=10 if n < 0 else 30) for n in range(-3, 3)]
    rows += [event(20, at + MINUTE, LiveEventType.ENTER), event(21, BEGIN, LiveEventType.LIKE, count=900)]
    rows += [event(22, at + 20 * MINUTE, LiveEventType.LIKE)]
    take(conn, rows, now, FILE)
    show = live_view.show(conn, "s")
    assert show is not None
    (mark,) = live_recaps.recap(conn, show).marks
    lift = mark.lifts["interactions"]
    assert (lift.before, lift.after, lift.lift) == (10, 30, 2)
