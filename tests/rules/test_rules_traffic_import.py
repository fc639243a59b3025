from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console import reference
from console.core.clock import DAY, SHOP_TIME
from console.rules.traffic import LabelRow, SourceRow, WorkRow
from console.rules.traffic_import import TrafficLine, plan, read_lines
from console.rules.traffic_rows import read_day

TODAY = round(datetime(2026, 11, 22, tzinfo=SHOP_TIME).timestamp()) * 1000
WORDS = reference.traffic_words()


def read(cells: list[list[str]], chosen: dict[int, str] | None = None, day_at: int | None = None) -> list[TrafficLine]:
    return read_lines(plan(cells, WORDS, chosen), WORDS, TODAY, day_at)


def test_a_channel_on_a_row_each() -> None:
    cells = [
        ["直播间流量来源明细", "", "", ""],
        ["日期", "流量来源", "观看人数", "占比"],
        ["2026-11-21", "发现页", "1.2万", "60%"],
        ["2026-11-21", "付费-磁力金牛标准推广", "2,000", "10%"],
        ["2026-11-21", "神秘入口", "30", "0.1%"],
        ["2026-11-21", "合计", "2万", "100%"],
        ["2026-11-23", "发现页", "5", ""],
        ["昨天", "发现页", "5", ""],
        ["", "关注页", "5", ""],
        ["2026-11-21", "发现页", "7", ""],
        ["2026-11-21", "同城", "很多", ""],
        ["2026-11-21", "搜索", "--", "3%"],
    ]
    lines = read(cells)
    kept = [row for line in lines for row in line.rows]
    assert [(row.source, row.viewers) for row in kept if isinstance(row, SourceRow)] == [
        ("discover", 12_000),
        ("paid_standard", 2_000),
        ("other", 30),
    ]
    assert [(line.number, line.wrong) for line in lines if line.wrong] == [
        *((6, "total"), (7, "future"), (8, "bad_day"), (9, "no_day")),
        *((10, "twice"), (11, "unreadable"), (12, "no_number")),
    ]


def test_shares_alone_are_no_people() -> None:
    assert [line.wrong for line in read([["日期", "来源", "占比"], ["2026-11-21", "发现页", "60%"]])] == ["only_share"]


def test_a_column_a_channel() -> None:
    cells = [["日期", "发现页", "关注页", "合计"], ["11-21", "100", "--", "100"], ["11-20", "", "", "0"]]
    lines = read(cells)
    assert [line.wrong for line in lines] == ["", "no_number"]
    (row,) = lines[0].rows
    assert row == SourceRow(day_at=TODAY - DAY, name="发现页", source="discover", viewers=100)


def test_a_column_that_may_mean_two_things_waits_for_a_word() -> None:
    cells = [["日期", "来源", "观看人数", "场观"], ["2026-11-21", "搜索", "10", "30"]]
    made = plan(cells, WORDS)
    assert [(one.name, one.state) for one in made.columns] == [
        *(("日期", "kept"), ("来源", "kept")),
        *(("观看人数", "kept"), ("场观", "ask")),
    ]
    assert read(cells)[0].rows == (SourceRow(day_at=TODAY - DAY, name="搜索", source="search", viewers=10),)
    assert read(cells, {3: "views"})[0].rows == (
        SourceRow(day_at=TODAY - DAY, name="搜索", source="search", viewers=10, views=30),
    )


def test_works_with_counts_become_rates() -> None:
    cells = [
        [
            "作品标题",
            "发布时间",
            "内容类型",
            "时长",
            "播放量",
            "完播次数",
            "平均播放时长",
            "商品点击次数",
            "支付订单数",
        ],
        ["毛巾测评", "2026-11-20 18:30", "测评", "0:25", "2000", "500", "58秒", "100", "5"],
        ["坏的", "2026-11-20", "段子", "10", "100", "101", "", "", ""],
        ["猫", "2026-11-20", "萌宠", "10", "", "", "", "", ""],
    ]
    lines = read(cells)
    assert lines[0].rows == (
        WorkRow(
            work="2026-11-20 毛巾测评",
            title="毛巾测评",
            day_at=TODAY - 2 * DAY,
            kind="review",
            length_s=25,
            plays=2_000,
            completion=0.25,
            stay_s=58,
            click_rate=0.05,
            conversion=0.05,
        ),
    )
    assert [line.wrong for line in lines[1:]] == ["over", "no_number"]


def test_a_kind_of_ones_own_stays_in_ones_words() -> None:
    (line,) = read([["标题", "发布时间", "类型", "播放量"], ["猫", "2026-11-20", "萌宠", "9"]])
    assert isinstance(line.rows[0], WorkRow)
    assert line.rows[0].kind == "萌宠"


def test_labels_of_both_sides_and_bare_numbers_under_a_percent_title() -> None:
    lines = read([["标签", "内容占比(%)", "粉丝占比"], ["家清", "46", "41%"], ["家纺", "22", ""]], day_at=TODAY)
    assert [row for line in lines for row in line.rows] == [
        LabelRow(day_at=TODAY, side="content", label="家清", share=0.46),
        LabelRow(day_at=TODAY, side="fans", label="家清", share=0.41),
        LabelRow(day_at=TODAY, side="content", label="家纺", share=0.22),
    ]


def test_labels_of_more_than_everything_are_refused_together() -> None:
    lines = read([["标签", "粉丝占比"], ["a", "60%"], ["b", "60%"]], day_at=TODAY)
    assert [line.wrong for line in lines] == ["over", "over"]


def test_what_is_no_table_of_traffic() -> None:
    assert plan([["姓名", "电话"], ["a", "1"]], WORDS).table is None
    assert plan([], WORDS).table is None
    assert read([]) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *(("2026-11-22 20:15:00", "2026-11-22"), ("2026年1月2日", "2026-01-02"), ("20261101", "2026-11-01")),
        *(("11-22", "2026-11-22"), ("12/31", "2025-12-31"), ("2026-02-30", ""), ("0001-01-01", ""), ("soon", "")),
    ],
)
def test_days_as_people_write_them(text: str, day: str) -> None:
    at = read_day(text, TODAY)
    assert day == ("" if at is None else f"{datetime.fromtimestamp(at / 1000, SHOP_TIME):%Y-%m-%d}")


@given(
    st.lists(st.lists(st.text(max_size=12), max_size=5), max_size=5), st.sampled_from(["sources", "works", "labels"])
)
def test_no_table_whatever_ends_in_anything_but_rows_and_reasons(cells: list[list[str]], table: str) -> None:
    titles = {
        "sources": ["日期", "来源", "观看人数", "观看次数"],
        "works": ["标题", "发布时间", "时长", "播放量", "完播率"],
        "labels": ["标签", "内容占比", "粉丝占比", "日期"],
    }[table]
    for line in read([titles, *cells]):
        assert bool(line.rows) != bool(line.wrong)
