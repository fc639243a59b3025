"""A show that several tell of: recap, board and the line on the first page say the same, by the same sources."""

import pytest
from sqlalchemy import Connection

from console.core.clock import MINUTE
from console.core.live import LiveEvent, LiveEventType, LiveRow, LiveSnapshot, LiveSource
from console.rules.live import Rate
from console.rules.live_recap import FigureKey, Recap
from console.store import (
    health,
    live_board,
    live_hand,
    live_moments,
    live_recaps,
    live_sessions,
    live_typed,
    live_view,
    traffic_live,
)
from console.store.cursors import move_watermark
from console.store.live_counters import restarts
from console.store.live_minutes import minutes
from console.store.live_taking import take

SECOND = 1_000


def snapshot(at: int, **told: float) -> LiveSnapshot:
    return LiveSnapshot(session_id="s", at=at, **told)  # type: ignore[arg-type]


def shown(conn: Connection, name: str = "s") -> live_view.Show:
    found = live_view.show(conn, name)
    assert found is not None
    return found


def figure(recap: Recap, key: FigureKey) -> tuple[float | None, LiveSource | None]:
    found = recap.figures.get(key, Rate())
    return found.value, found.source


def test_typed_figures_stand_until_the_next_are_typed(conn: Connection, now: int) -> None:
    """Who types every five minutes was told that the last one was the mean of the evening."""
    name = live_sessions.start(conn, "", now)
    for number, people in enumerate((100, 500, 900, 20)):
        at = now + number * 5 * MINUTE
        live_typed.put(conn, name, [LiveSnapshot(session_id=name, at=at, online=people)], LiveSource.MANUAL, at)
    recap = live_recaps.recap(conn, shown(conn, name))
    assert figure(recap, "online") == (pytest.approx((100 + 500 + 900) / 3), LiveSource.MANUAL)
    assert figure(recap, "online_peak") == (900, LiveSource.MANUAL)


def test_the_line_of_a_show_is_what_its_recap_says_and_the_last_word_not_the_highest(
    conn: Connection, now: int
) -> None:
    told = [
        snapshot(now + n * 10 * SECOND, online=50 + n % 3, viewers=100 + n, gmv_fen=9_000 - n, orders_paid=9)
        for n in range(60)
    ]
    take(conn, told, now, LiveSource.INGEST)
    typed = snapshot(now + 5 * MINUTE, online=999, viewers=7, gmv_fen=50_000, orders_paid=70)
    live_typed.put(conn, "s", [typed], LiveSource.MANUAL, now + 9 * MINUTE)
    recap, line = live_recaps.recap(conn, shown(conn)), live_moments.summed(conn, shown(conn))
    assert line == live_moments.ShowSum(
        most_online=52, viewers=159, orders=9, gmv_fen=9_000 - 59, sold_by=LiveSource.INGEST
    )
    assert figure(recap, "online_peak") == (line.most_online, LiveSource.INGEST)
    assert figure(recap, "gmv_fen") == (line.gmv_fen, line.sold_by)
    assert figure(recap, "orders") == (line.orders, line.sold_by)


def test_named_people_are_of_the_viewers_that_the_believed_source_tells(conn: Connection, now: int) -> None:
    liked: list[LiveRow] = [
        LiveEvent(session_id="s", event_id=f"{n}", at=now + n, type=LiveEventType.LIKE, user_key=f"u{n}")
        for n in range(100)
    ]
    take(conn, [snapshot(now + MINUTE, viewers=1_000), *liked], now, LiveSource.INGEST)
    live_typed.put(conn, "s", [snapshot(now + MINUTE + 1, viewers=5_000)], LiveSource.MANUAL, now + MINUTE + 1)
    recap = live_recaps.recap(conn, shown(conn))
    assert figure(recap, "interaction") == (0.1, LiveSource.INGEST)


def test_orders_among_the_events_are_said_by_whoever_told_them(conn: Connection, now: int) -> None:
    """A show that was begun by hand, or by its stream, is told of by the helper all the same."""
    name = live_sessions.start(conn, "", now)
    sold = LiveEvent(session_id=name, event_id="o", at=now + 1, type=LiveEventType.ORDER, item_id="7", amount_fen=500)
    take(conn, [sold], now, LiveSource.INGEST)
    on, told = shown(conn, name), minutes(conn, name)
    assert live_board.sales(conn, on, told, now + MINUTE).source is LiveSource.INGEST
    assert figure(live_recaps.recap(conn, on), "gmv_fen") == (500, LiveSource.INGEST)
    assert live_moments.summed(conn, on).sold_by is LiveSource.INGEST
    assert live_moments.goods_then(conn, on, now + MINUTE).source is LiveSource.INGEST


def part(begin_at: int, minutes: int, each: int, stay_s: float) -> list[LiveSnapshot]:
    return [
        snapshot(
            begin_at + n * 10 * SECOND,
            online=50,
            viewers=each * n,
            interactors=n,
            gmv_fen=100 * n,
            orders_paid=n,
            avg_stay_s=stay_s,
        )
        for n in range(minutes * 6 + 1)
    ]


def test_a_room_that_counts_anew_after_a_cut_goes_on_where_the_show_was(conn: Connection, now: int) -> None:
    """Recap, board, replay, curve and traffic said of a show that was cut only what its last room had counted."""
    again = now + 62 * MINUTE
    take(conn, [*part(now, 60, 10, 60.0), *part(again, 20, 5, 120.0)], again, LiveSource.INGEST)
    end_at = again + 20 * MINUTE
    assert [one.at for one in restarts(conn, "s")] == [again]
    recap = live_recaps.recap(conn, shown(conn))
    viewers, people = 3_600 + 600, 360 + 120
    assert recap.restarts == [again]
    assert recap.figures["interaction"].denominator == viewers
    assert figure(recap, "interaction") == (people / viewers, LiveSource.INGEST)
    assert figure(recap, "stay") == (pytest.approx((3_600 * 60 + 600 * 120) / viewers), LiveSource.INGEST)
    assert figure(recap, "gmv_fen") == (48_000, LiveSource.INGEST)
    (compared,) = [one for one in recap.compared if one.key == "viewers"]
    assert compared.mine.value == viewers
    line = live_moments.summed(conn, shown(conn))
    assert (line.viewers, line.orders, line.gmv_fen) == (viewers, 480, 48_000)
    told = [one.viewers or 0 for one in live_board.by_minute(conn, "s", now)]
    assert told == sorted(told)
    assert told[-1] == viewers
    (then,) = live_view.as_of(conn, "s", again + 10 * MINUTE)
    assert then.snapshot.viewers == 3_600 + 300
    (end,) = traffic_live.ends(conn, now, end_at)
    assert (end.steps["viewers"], end.avg_stay_s) == (viewers, recap.figures["stay"].value)
    raw = "SELECT MAX(viewers) FROM live_snapshots WHERE at >= ?"
    assert conn.exec_driver_sql(raw, (again,)).scalar_one() == 600, "the log keeps what was sent"


def test_one_wrong_reading_or_a_correction_is_no_new_beginning(conn: Connection, now: int) -> None:
    rows = part(now, 10, 100, 60.0)
    rows[30] = snapshot(rows[30].at, viewers=12)
    rows += [snapshot(now + 11 * MINUTE + n * 10 * SECOND, viewers=4_000 + n) for n in range(6)]
    take(conn, rows, now, LiveSource.INGEST)
    assert restarts(conn, "s") == []
    assert live_moments.summed(conn, shown(conn)).viewers == 4_005


def test_what_was_sold_is_as_old_as_the_last_reading_of_the_orders(conn: Connection, now: int) -> None:
    """Of two shops that of the one that was read longest ago; of events as the show's last row."""
    take(conn, [snapshot(now, online=5)], now, LiveSource.INGEST)
    for shop, seconds in (("kuaishou:1", 40), ("kuaishou:2", 75)):
        move_watermark(conn, shop, "orders", now - 2 * MINUTE)
        health.note_success(conn, shop, "orders", now - seconds * SECOND)
    board = live_board.sales(conn, shown(conn), (), now)
    assert (board.source, board.read_at) == (LiveSource.ORDERS, now - 75 * SECOND)
    late = now + 9 * MINUTE
    sold = LiveEvent(session_id="s", event_id="o", at=late - MINUTE, type=LiveEventType.ORDER, amount_fen=500)
    take(conn, [sold], late, LiveSource.INGEST)
    board = live_board.sales(conn, shown(conn), minutes(conn, "s"), late)
    assert (board.source, board.read_at) == (LiveSource.INGEST, late - MINUTE)


def test_what_people_did_around_a_mark_is_unknown_where_nobody_tells_single_deeds(conn: Connection, now: int) -> None:
    take(conn, [snapshot(now + n * 10 * SECOND, online=50) for n in range(60)], now, LiveSource.INGEST)
    live_hand.mark(conn, "s", "raffle", now + 5 * MINUTE)
    (mark,) = live_recaps.recap(conn, shown(conn)).marks
    deeds = mark.lifts["interactions"]
    assert (deeds.before, deeds.after, deeds.doubt) == (None, None, "no_data"), "it said 0 and 0"
    assert mark.lifts["online"].before == 50
