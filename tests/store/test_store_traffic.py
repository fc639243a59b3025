from datetime import datetime

import pytest
from sqlalchemy import Connection

from console.core.clock import DAY, HOUR, SHOP_TIME
from console.core.live import LiveAction, LiveEvent, LiveEventType, LiveSignal, LiveSnapshot, LiveSource
from console.core.model import AdHour, Item, Listing, Platform, Shop
from console.rules.traffic import LabelRow, SourceRow, WorkRow
from console.store import ads, audit, live_taking, traffic, traffic_lines
from console.store.items import save_listings
from console.store.shops import put_shop
from console.store.traffic_board import board

TODAY = round(datetime(2026, 11, 22, tzinfo=SHOP_TIME).timestamp()) * 1000
NOW = TODAY + 20 * HOUR


def told(day_at: int, name: str, source: str, viewers: int) -> tuple[SourceRow]:
    return (SourceRow(day_at=day_at, name=name, source=source, viewers=viewers),)


def work(number: int, kind: str = "review", plays: int = 100) -> tuple[WorkRow]:
    return (
        WorkRow(
            work=str(number),
            title="毛巾",
            day_at=TODAY - number * DAY,
            kind=kind,
            length_s=12,
            plays=plays,
            completion=0.25,
            click_rate=0.05,
        ),
    )


def labels(day_at: int, content: float, fans: float) -> list[tuple[LabelRow, LabelRow]]:
    return [
        (
            LabelRow(day_at=day_at, side="content", label=label, share=ours),
            LabelRow(day_at=day_at, side="fans", label=label, share=theirs),
        )
        for label, ours, theirs in (("家清", content, fans), ("家纺", 1 - content, 1 - fans))
    ]


def show(conn: Connection, at: int, told_by: LiveSource = LiveSource.INGEST, **figures: object) -> None:
    name = f"s{at}"
    rows = [LiveSignal(session_id=name, action=LiveAction.START, at=at, room_title="晚场")]
    live_taking.take(conn, rows, at, told_by)
    snapshot = LiveSnapshot(session_id=name, at=at + HOUR, **figures)  # type: ignore[arg-type]  # figures by name
    live_taking.take(conn, [snapshot], at + HOUR, told_by)


def test_the_same_rows_again_change_nothing_and_others_replace_them(conn: Connection) -> None:
    rows = [told(TODAY, "发现页", "discover", 100), told(TODAY, "关注页", "follow", 10)]
    assert traffic.states(conn, rows) == ["new", "new"]
    assert traffic.put(conn, rows, "file", NOW) == traffic.Kept(accepted=2)
    written = conn.exec_driver_sql("SELECT * FROM traffic_sources ORDER BY name").fetchall()
    assert traffic.put(conn, rows, "paste", NOW + 5) == traffic.Kept(duplicate=2)
    assert conn.exec_driver_sql("SELECT * FROM traffic_sources ORDER BY name").fetchall() == written
    news = [told(TODAY, "发现页", "discover", 120), rows[1]]
    assert traffic.states(conn, news) == ["changed", "same"]
    assert traffic.put(conn, news, "manual", NOW + 9) == traffic.Kept(accepted=1, duplicate=1)
    kept, came = traffic.sources(conn, TODAY, TODAY + DAY)
    assert [row.viewers for row in kept] == [10, 120]
    assert (came.origins, came.kept_at, came.rows) == (frozenset({"file", "manual"}), NOW + 9, 2)
    assert [row.action for row in audit.rows(conn, "traffic")] == ["traffic.import"] * 2


def test_what_a_person_says_a_work_is_outlives_an_import(conn: Connection) -> None:
    traffic.put(conn, [work(1, "")], "file", NOW)
    traffic.set_kind(conn, "", "1", " 萌宠 ", NOW)
    traffic.put(conn, [work(1, "sketch", plays=900)], "file", NOW)
    ((row,), _) = traffic.works(conn, TODAY - 9 * DAY, TODAY + DAY)
    assert (row.kind, row.plays) == ("萌宠", 900)
    traffic.set_kind(conn, "", "1", "", NOW)
    assert traffic.works(conn, TODAY - 9 * DAY, TODAY + DAY)[0][0].kind == "sketch"
    traffic.drop_work(conn, "", "1", NOW)
    assert traffic.works(conn, 0, NOW)[0] == []


def test_labels_by_hand_take_out_what_is_not_written_any_more(conn: Connection) -> None:
    traffic.put(conn, labels(TODAY - 7 * DAY, 0.5, 0.9), "file", NOW)
    traffic.put(conn, labels(TODAY, 0.6, 0.7), "file", NOW)
    seen = board(conn, NOW, 7).labels
    assert seen.now is not None
    assert seen.before is not None
    assert (round(seen.now.index, 6), round(seen.before, 6), seen.before_at) == (0.9, 0.6, TODAY - 7 * DAY)
    traffic.replace_labels(conn, TODAY, [LabelRow(day_at=TODAY, side="fans", label="母婴", share=1.0)], "manual", NOW)
    assert traffic.labels(conn, "fans", TODAY).shares == {"母婴": 1.0}
    assert set(traffic.labels(conn, "content", TODAY).shares) == {"家清", "家纺"}
    assert traffic.labels(conn, "fans", TODAY - DAY).day_at == TODAY - 7 * DAY


def test_an_empty_file_knows_nothing_and_says_no_zero(conn: Connection) -> None:
    seen = board(conn, NOW, 14)
    assert (seen.sources.people.missing, seen.sources.people.apart, seen.sources.came.rows) == (14, None, 0)
    assert (list(seen.kinds), seen.labels.now, seen.labels.before) == ([], None, None)
    assert all(one.middle is None and one.recent is None for one in seen.completions)
    assert not seen.people.is_known
    assert not seen.counts.is_known


def test_pages_of_shows_tell_the_split_of_days_that_were_not_imported(conn: Connection) -> None:
    split = '[{"key":"discover","name":"发现页","viewers_uv":70},{"name":"搜索页","viewers_uv":30},"?",{"name":1}]'
    for day in (TODAY, TODAY - DAY):
        show(conn, day + 19 * HOUR, viewers=100, sources=split)
    traffic.put(conn, [told(TODAY - DAY, "发现页", "discover", 5)], "file", NOW)
    seen = board(conn, NOW, 2).sources
    assert [day.by for day in seen.people.days] == [{"discover": 5}, {"discover": 70, "search": 30}]
    assert (seen.unused, seen.shows, seen.came.origins) == (1, 2, frozenset({"file", "ingest"}))


def test_a_day_whose_counts_alone_were_imported_keeps_the_people_that_its_pages_told(conn: Connection) -> None:
    split = '[{"key":"discover","name":"发现页","viewers_uv":70,"views_pv":90}]'
    show(conn, TODAY + 19 * HOUR, viewers=100, sources=split)
    counts = SourceRow(day_at=TODAY, name="搜索页", source="search", views=800)
    traffic.put(conn, [(counts,)], "file", NOW)
    seen = board(conn, NOW, 1).sources
    assert seen.people.days[0].by == {"discover": 70}
    assert seen.counts.days[0].by == {"search": 800}
    assert seen.unused == 0


def test_a_show_of_another_shop_is_not_this_shops_traffic(conn: Connection) -> None:
    for number, item_id in (("1", "a"), ("2", "b")):
        named = Shop(shop_id=f"kuaishou:{number}", platform=Platform.KUAISHOU, platform_shop_id=number, name="店")
        put_shop(conn, named)
        save_listings(conn, named.shop_id, [Listing(item=Item(item_id=item_id, title="毛巾"), skus=())], NOW)
    for hour, item_id, viewers in ((9, "a", 10), (12, "b", 200), (15, "", 3_000)):
        at = TODAY + hour * HOUR
        show(conn, at, viewers=viewers, exposed=viewers * 2)
        if item_id:
            kind = LiveEventType.ITEM_CLICK
            click = LiveEvent(session_id=f"s{at}", event_id="1", at=at + 1, type=kind, item_id=item_id)
            live_taking.take(conn, [click], at + 1, LiveSource.INGEST)
    seen = {of: board(conn, NOW, 7, of).people.steps[1].number for of in ("", "kuaishou:1", "kuaishou:2")}
    assert seen == {"": 3_210, "kuaishou:1": 3_010, "kuaishou:2": 3_200}, "of one show nobody knows whose it is"


def test_shows_are_a_kind_of_content_and_a_funnel_of_people(conn: Connection) -> None:
    show(conn, TODAY + 9 * HOUR, exposed=1_000, viewers=200, avg_stay_s=60.0, item_clickers=40, buyers=4)
    show(conn, TODAY + 19 * HOUR, viewers=600, avg_stay_s=120.0)
    seen = board(conn, NOW, 7)
    assert [(one.kind, one.works, one.plays, one.stay_s) for one in seen.kinds] == [("live", 2, 800, 105.0)]
    assert (seen.kinds[0].click_rate, seen.kinds[0].conversion) == (0.2, 0.1)
    steps = {step.key: (step.number, step.told, step.rate) for step in seen.people.steps}
    assert steps["exposed"] == (1_000, 1, None)
    assert steps["viewers"] == (800, 2, 0.2), "of the one show that tells both"
    assert steps["item_exposed"] == (None, 0, None)


def test_the_ads_report_stands_apart_and_fills_the_funnel_of_counts(conn: Connection) -> None:
    ads.put_account(conn, "7", "kuaishou:1", NOW)
    hours = [
        AdHour(advertiser_id="7", begin_at=TODAY + hour * HOUR, impressions=1_000, live_views=views)
        for hour, views in ((1, 200), (2, None))
    ]
    ads.save_hours(conn, hours, NOW)
    ads.note_read(conn, "7", NOW)
    traffic.put(conn, [(SourceRow(day_at=TODAY, name="发现页", source="discover", views=50),)], "file", NOW)
    seen = board(conn, NOW, 2)
    assert (seen.sources.counts.total, seen.sources.counts.apart, seen.sources.people.apart) == (50, 200, None)
    assert [(step.number, step.rate) for step in seen.counts.steps][:3] == [(2_000, None), (200, 0.1), (None, None)]
    assert (seen.ads, seen.ads_read_at) == (1, NOW)
    assert board(conn, NOW, 2, "kuaishou:2").ads == 0


def test_a_line_of_ones_own_is_dated_and_can_be_taken_back(conn: Connection) -> None:
    assert traffic_lines.lines(conn)["least"].since == "2026-11-26"
    traffic_lines.put_line(conn, "least", 2, NOW)
    one = traffic_lines.lines(conn)["least"]
    assert (one.value, one.since, one.own) == (2, "2026-11-22", True)
    traffic.put(conn, [work(1), work(2)], "file", NOW)
    assert board(conn, NOW, 7).completions[1].verdict == "good"
    traffic_lines.put_line(conn, "least", None, NOW)
    assert not traffic_lines.lines(conn)["least"].own
    assert board(conn, NOW, 7).completions[1].verdict == "few"
    with pytest.raises(ValueError, match="no line"):
        traffic_lines.put_line(conn, "nonsense", 1, NOW)


def test_a_board_asks_few_questions_however_much_is_kept(conn: Connection) -> None:
    traffic.put(conn, [work(number % 25, plays=number) for number in range(25)], "file", NOW)
    asked: list[str] = []
    conn.connection.driver_connection.set_trace_callback(asked.append)  # type: ignore[union-attr]  # a real sqlite3 one
    board(conn, NOW, 30)
    conn.connection.driver_connection.set_trace_callback(None)  # type: ignore[union-attr]  # likewise
    assert len(asked) < 20


def test_of_however_many_shows_none_is_left_out_of_the_sums(conn: Connection) -> None:
    many = 450
    for number in range(many):
        at = NOW - number * 60_000
        conn.exec_driver_sql("INSERT INTO live_sessions VALUES (?, '', ?, ?, ?, 'ingest')", (f"s{number}", at, at, at))
        told = (
            "INSERT INTO live_snapshots (session_id, at, source, viewers, exposed, sources) VALUES (?, ?, ?, ?, ?, '')"
        )
        conn.exec_driver_sql(told, (f"s{number}", at, "ingest", 2, 5))
    steps = {step.key: step.number for step in board(conn, NOW, 7).people.steps}
    assert (steps["viewers"], steps["exposed"]) == (2 * many, 5 * many)
