"""Figures as people write them, and columns as back offices name them."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console import reference
from console.bundled import bundled
from console.rules.live_text import (
    Unreadable,
    map_headers,
    read_field,
    read_number,
    read_pad,
    read_percent,
    read_seconds,
    snapshot_of,
    synonyms_from,
)

with bundled("resources", "live_synonyms.csv").open(encoding="utf-8", newline="") as _file:
    SYNONYMS = synonyms_from(csv.DictReader(_file))


@pytest.mark.parametrize(
    ("text", "value", "rounded"),
    [
        ("356", 356, False),
        ("1.2万", 12_000, True),
        ("10w+", 100_000, True),
        ("3,400.50", 3_400.5, False),
        ("¥3,400", 3_400, False),
        ("１，２３４", 1_234, False),
        ("2亿", 200_000_000, True),
        ("5k", 5_000, True),
    ],
)
def test_numbers(text: str, value: float, rounded: bool) -> None:
    found = read_number(text)
    assert found is not None
    assert (found.value, found.rounded) == (pytest.approx(value), rounded)


@pytest.mark.parametrize("text", ["", "--", "—", "暂无", " - "])
def test_unknown_is_none_and_never_nothing(text: str) -> None:
    assert read_number(text) is None
    assert read_percent(text) is None
    assert read_seconds(text) is None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("1分30秒", 90), ("01:30", 90), ("90", 90), ("90秒", 90), ("1:02:03", 3_723), ("2小时5分", 7_500)],
)
def test_durations(text: str, seconds: int) -> None:
    found = read_seconds(text)
    assert found is not None
    assert found.value == seconds


def test_a_share_is_one_by_its_sign_not_by_its_size() -> None:
    assert [one.value for text in ("5.3%", "120%", "0.053") if (one := read_percent(text))] == pytest.approx(
        [0.053, 1.2, 0.053]
    )
    with pytest.raises(Unreadable):
        read_percent("5.3")


@pytest.mark.parametrize(
    ("field", "text"), [("online", "3.5"), ("online", "-1"), ("online", "9亿"), ("gmv_fen", "好多"), ("likes", "1e9")]
)
def test_what_cannot_be_is_not_taken(field: str, text: str) -> None:
    with pytest.raises(Unreadable):
        read_field(field, text)


def test_money_is_fen() -> None:
    found = read_field("gmv_fen", "¥1,234.56")
    assert found is not None
    assert found.value == 123_456


@given(st.integers(0, 400_000_000))
def test_a_plain_number_comes_back(number: int) -> None:
    for text in (str(number), f"{number:,}"):
        found = read_field("likes", text)
        assert found is not None
        assert (found.value, found.rounded) == (number, False)


@given(st.text(max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    read_pad(text, SYNONYMS)
    for read in (read_number, read_percent, read_seconds):
        try:
            read(text)
        except Unreadable:
            continue


def test_the_longest_name_wins_and_what_may_mean_two_things_is_asked() -> None:
    headers = ["时间", "观看人数", "场观", "商品点击率(%)", "曝光点击率", "成交金额（元）", "天气", "GPM"]
    found = map_headers(headers, SYNONYMS)
    assert dict(found.fields) == {
        0: "at",
        1: "viewers",
        3: "item_click_rate",
        4: "item_exposure_click_rate",
        5: "gmv_fen",
        7: "gpm_fen",
    }
    assert list(found.ask) == [2]
    assert list(found.unknown) == [6]


def test_every_synonym_means_itself() -> None:
    for one in SYNONYMS:
        assert next(iter(map_headers([one.name], SYNONYMS).fields.values())) == one.field
    names = [one.name.lower() for one in SYNONYMS]
    assert len(names) == len(set(names))


def test_a_line_typed_in_a_hurry() -> None:
    pad = read_pad("在线 356 停留 1:42 点赞 2300，涨粉12 天气 好 成交1.2万", SYNONYMS)
    assert pad.values == {
        "online": 356,
        "avg_stay_s": 102,
        "likes": 2_300,
        "new_followers": 12,
        "gmv_fen": 1_200_000,
    }
    assert list(pad.unread) == ["天气", "好"]
    snapshot = snapshot_of(pad.values, "s", 5)
    assert snapshot is not None
    assert (snapshot.online, snapshot.avg_stay_s, snapshot.viewers) == (356, 102, None)
    assert snapshot_of({"online_peak": 9}, "s", 5) is None
    assert read_pad("在线 很多", SYNONYMS).unread == ["在线 很多"]


def test_a_line_may_be_english() -> None:
    pad = read_pad("online 356 stay 1:42 likes 2300 followers 12 GMV 1990", reference.live_synonyms())
    assert pad.values == {"online": 356, "avg_stay_s": 102, "likes": 2300, "new_followers": 12, "gmv_fen": 199_000}
    assert pad.unread == []


@pytest.mark.parametrize(
    ("line", "values", "unread"),
    [
        ("在线 1,234 停留 1:42", {"online": 1_234, "avg_stay_s": 102}, []),
        ("在线1，234，点赞 12,345", {"online": 1_234, "likes": 12_345}, []),
        ("在线 356,点赞 2300", {"online": 356, "likes": 2_300}, []),
        ("在线 1,2345 点赞 9", {"likes": 9}, ["在线 1,2345"]),
        ("在线 35,12", {}, ["在线 35,12"]),
    ],
)
def test_a_comma_parts_thousands_and_is_never_the_end_of_a_figure(
    line: str, values: dict[str, float], unread: list[str]
) -> None:
    """It kept 1 of ``1,234``."""
    pad = read_pad(line, SYNONYMS)
    assert (pad.values, list(pad.unread)) == (values, unread)
