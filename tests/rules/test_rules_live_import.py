"""Tables and pastes of a show's figures: columns named, rows read one by one, nothing guessed."""

import pytest

from console import reference
from console.core.clock import DAY, HOUR, MINUTE, day_start
from console.rules.live_import import Plan, Row, Span, cells_of, plan, read_rows, read_when
from console.rules.live_text import Unreadable, synonyms_from

SYNONYMS = synonyms_from(reference.table("live_synonyms"))
BEGIN = day_start(1_768_478_400_000) + 20 * HOUR
SPAN = Span(session_id="s", begin_at=BEGIN, end_at=BEGIN + 3 * HOUR, now=BEGIN + 5 * HOUR)


def read(text: str, **more: bool) -> tuple[Plan, list[Row]]:
    found = plan(cells_of(text, SYNONYMS), SYNONYMS)
    return found, read_rows(found, SPAN, **more)


def test_a_table_with_a_heading_is_read_row_by_row_and_bad_rows_say_why() -> None:
    text = "\n".join(
        (
            "直播间数据 2026-01-15",
            "时间\t在线人数\t评论数\t成交金额(元)\t互动率\t心情",
            "20:05\t356\t12\t¥3,400.50\t4.1%\t好",
            "20:10\t1.2万\t--\t3500\t\t",
            "20:15\tvery many\t1\t1\t\t",
            "20:10\t400\t20\t3500\t\t",
            "later\t400\t20\t3500\t\t",
            "19:00\t400\t\t\t\t",
            "20:20\t--\t\t\t5%\t",
        )
    )
    found, rows = read(text)
    kinds = [(one.name, one.field, one.kind) for one in found.columns]
    assert kinds == [
        ("时间", "at", "time"),
        ("在线人数", "online", "kept"),
        ("评论数", "comments", "kept"),
        ("成交金额(元)", "gmv_fen", "kept"),
        ("互动率", "interaction_rate", "known"),
        ("心情", "", "unknown"),
    ]
    first, second = rows[0].snapshot, rows[1].snapshot
    assert first is not None
    assert second is not None
    assert (first.at, first.online, first.comments, first.gmv_fen) == (BEGIN + 5 * MINUTE, 356, 12, 340_050)
    assert (second.online, second.comments) == (12_000, None)
    assert [(row.number, row.wrong) for row in rows[2:]] == [
        (5, "unreadable"),
        (6, "twice"),
        (7, "bad_time"),
        (8, "outside"),
        (9, "nothing"),
    ]
    assert rows[2].said == "在线人数 very many"


@pytest.mark.parametrize(
    "text",
    [
        "观看人数：1.2万\n评论：200\n涨粉: 12",
        "观看人数\n12,000\n评论\n200\n涨粉\n12",
        "观看人数\t12000\n评论\t200\n涨粉\t12",
        "观看人数  评论  涨粉\n12000  200  12",
        "观看人数,评论,涨粉\n12000,200,12",
        "观看人数，评论，涨粉\n12000，200，12",
        "| 观看人数 | 评论 | 涨粉 |\n| 12000 | 200 | 12 |",
    ],
)
def test_a_paste_without_a_time_tells_how_the_show_ended(text: str) -> None:
    _, rows = read(text)
    (row,) = rows
    assert row.snapshot is not None, row
    assert (row.snapshot.viewers, row.snapshot.comments, row.snapshot.new_followers) == (12_000, 200, 12)
    assert row.snapshot.at == SPAN.end_at


def test_several_rows_without_a_time_are_refused() -> None:
    _, rows = read("观看人数\t评论\n1\t2\n3\t4")
    assert [row.wrong for row in rows] == ["no_time", "no_time"]


def test_what_may_mean_two_things_is_left_out_until_somebody_says_which() -> None:
    cells = cells_of("时间\t场观\t评论\n20:05\t900\t3", SYNONYMS)
    asked = plan(cells, SYNONYMS)
    assert asked.columns[1].kind == "ask"
    (row,) = read_rows(asked, SPAN)
    assert row.snapshot is not None
    assert row.snapshot.viewers is None
    said = plan(cells, SYNONYMS, {1: "views", 2: ""})
    (row,) = read_rows(said, SPAN)
    assert row.snapshot is not None
    assert (row.snapshot.viewers, row.snapshot.views, row.snapshot.comments) == (None, 900, None)


def test_counters_of_a_stretch_each_are_added_up_and_states_are_not() -> None:
    _, rows = read("时段\t在线人数\t评论\n20:05-20:10\t100\t5\n20:00-20:05\t90\t3\n20:10-20:15\t80\t--", per_row=True)
    told = [(row.snapshot.at, row.snapshot.online, row.snapshot.comments) for row in rows if row.snapshot]
    assert told == [
        (BEGIN + 10 * MINUTE, 100, 8),
        (BEGIN + 5 * MINUTE, 90, 3),
        (BEGIN + 15 * MINUTE, 80, None),
    ]


def test_people_of_several_stretches_are_not_added_up() -> None:
    _, rows = read("时段\t观看人数\t评论\n20:00-20:05\t900\t3\n20:05-20:10\t950\t5", per_row=True)
    assert [(row.snapshot.viewers, row.snapshot.comments) for row in rows if row.snapshot] == [(None, 3), (None, 8)]
    _, rows = read("时段\t观看人数\n20:00-20:05\t900", per_row=True)
    assert [(row.snapshot, row.wrong) for row in rows] == [(None, "nothing")]
    _, rows = read("时段\t观看人数\n20:00-20:05\t900")
    assert [row.snapshot.viewers for row in rows if row.snapshot] == [900]


def test_times_are_of_the_show() -> None:
    day = day_start(BEGIN)
    assert read_when("2026-01-15 20:05:30", SPAN) == day + 20 * HOUR + 5 * MINUTE + 30_000
    assert read_when("2026年1月15日 20:05", SPAN) == day + 20 * HOUR + 5 * MINUTE
    assert read_when("00:30", SPAN) == day + DAY + 30 * MINUTE
    assert read_when("第15分钟", SPAN) == read_when("15", SPAN) == BEGIN + 15 * MINUTE
    for text in ("", "合计", "25:00", "20:75", "2026-13-40 20:00"):
        with pytest.raises(Unreadable):
            read_when(text, SPAN)


def test_a_text_without_any_known_title_has_no_columns() -> None:
    assert plan(cells_of("hello\tworld\n1\t2", SYNONYMS), SYNONYMS).columns == ()
    assert plan(cells_of("", SYNONYMS), SYNONYMS).columns == ()


def test_an_empty_first_cell_of_a_paste_stays_where_it_is() -> None:
    text = "时间\t场观\t评论\n20:05\t900\t3\n\t950\t4\n  20:15\t970\t5\n"
    assert cells_of(text, SYNONYMS)[1:] == [["20:05", "900", "3"], ["", "950", "4"], ["20:15", "970", "5"]]
