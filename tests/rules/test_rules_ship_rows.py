"""What people paste, understood row by row; what is not understood is kept and says why."""

import re

import pytest

from console.core.model import Platform
from console.reference import carriers
from console.rules.ship_rows import read_text

TABLE = carriers()


def test_rows_in_the_ways_people_write_them() -> None:
    text = """订单号\t快递\t单号
2026000000000001\t中通快递\t73000000000001
2026000000000002,圆通,YT0000000000001
2026000000000003;SF Express;SF1000000000001
E20260115103000000000001 申通 77000000000000

2026000000000005\tJT0000000000001\t极兔
2026000000000006,YT0000000000009"""
    rows = read_text(text, TABLE)
    assert [(row.order_no, row.carrier.name if row.carrier else None, row.waybill_no) for row in rows] == [
        ("2026000000000001", "中通快递", "73000000000001"),
        ("2026000000000002", "圆通速递", "YT0000000000001"),
        ("2026000000000003", "顺丰速运", "SF1000000000001"),
        ("E20260115103000000000001", "申通快递", "77000000000000"),
        ("2026000000000005", "极兔速递", "JT0000000000001"),
        ("2026000000000006", "圆通速递", "YT0000000000009"),  # by the look of its number
    ]
    assert [row.line for row in rows] == [2, 3, 4, 5, 7, 8]
    assert all(row.obstacle is None and row.doubt is None for row in rows)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("2026000000000001,中通快递", "ship.no_number"),
        ("2026000000000001,飞毛腿,123456789012", "ship.carrier"),
        ("2026000000000001,,123456789", "ship.carrier"),
        ("只有中文 没有单号 1", "ship.row"),
    ],
)
def test_a_row_that_is_not_understood_says_why(line: str, code: str) -> None:
    (row,) = read_text(line, TABLE)
    assert row.obstacle is not None
    assert (row.obstacle.code, row.raw) == (code, line)


def test_a_row_told_twice_and_a_number_of_another_carrier() -> None:
    text = "1001,中通,73000000000001\n1001,中通,73000000000001\n1001,中通,73000000000002\n1002,中通,YT0000000000001"
    rows = read_text(text, TABLE)
    assert [row.obstacle.code if row.obstacle else "" for row in rows] == ["", "ship.twice", "", ""]
    assert [row.doubt.code if row.doubt else "" for row in rows] == ["", "", "", "ship.mismatch"]


def test_each_platform_reads_its_own_code_and_retired_ones_are_not_offered() -> None:
    zto = TABLE.named("中通")
    assert zto is not None
    assert [zto.code(platform) for platform in Platform] == ["9", "3"]
    assert TABLE.coded(Platform.YOUZAN, "3") is zto
    assert TABLE.coded(Platform.KUAISHOU, "1") is not None
    both = TABLE.usable(Platform)
    assert zto in both
    assert not any(one.retired for one in both)
    assert all(one.code(Platform.YOUZAN) for one in both)
    assert TABLE.named("极兔") not in both, "Youzan's public list does not have it"


def test_every_pattern_of_the_table_compiles() -> None:
    assert sum(bool(re.compile(one.pattern)) for one in TABLE.rows if one.pattern) >= 10


@pytest.mark.parametrize("text", ["8.68E+14,中通,73000000000001", "1001,中通,7.30000000000012E+17", "1001 中通 7.3e17"])
def test_a_number_that_lost_digits_ships_nothing(text: str) -> None:
    (row,) = read_text(text, TABLE)
    assert row.obstacle is not None
    assert row.obstacle.code == "ship.rounded"
