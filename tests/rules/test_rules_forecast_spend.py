"""A table of ad spend: titles in many words, rows of a day added up, bad rows answered one by one."""

from pathlib import Path

import pytest

from console.core.clock import DAY, day_start, parse_shop_time
from console.documents import sheets
from console.rules.forecast_spend import spent
from console.sandbox import exports_forecast

NOW = parse_shop_time("2026-11-26 14:00:00")
TODAY = day_start(NOW)


def test_days_are_read_and_rows_of_a_day_add_up() -> None:
    rows = [["2026-11-24", "a", "1,200.50"], ["2026/11/24", "b", "0.5"], ["20261125", "a", "¥3元"], ["", "", ""]]
    found = spent([["磁力金牛 账户报表"], ["日期", "计划", "花费（元）"], *rows, ["合计", "", "1204"]], NOW)
    assert found.titled
    assert found.days == {TODAY - 2 * DAY: 120100, TODAY - DAY: 300}
    assert found.bad == ()


def test_bad_rows_are_answered_one_by_one() -> None:
    rows = [["date", "cost"], ["soon", "1"], ["2026-11-27", "1"], ["2019-01-01", "1"], ["2026-11-25", "-3"]]
    rest = [["2026-11-24", "x"], ["2026-11-23", "NaN"], ["2026-11-23", "1e999999"]]
    found = spent([*rows, ["2026-02-30", "1"], *rest], NOW)
    assert found.days == {}
    assert [(one.number, one.wrong, one.said) for one in found.bad] == [
        (2, "bad_day", "soon"),
        (3, "future", "2026-11-27"),
        (4, "too_old", "2019-01-01"),
        (5, "bad_cost", "-3"),
        (6, "bad_day", "2026-02-30"),
        (7, "bad_cost", "x"),
        (8, "bad_cost", "NaN"),
        (9, "bad_cost", "1e999999"),
    ]


@pytest.mark.parametrize("cells", [[], [["日期", "成交"]], [["a", "b"], ["1", "2"]]])
def test_a_table_of_something_else_is_not_taken(cells: list[list[str]]) -> None:
    assert not spent(cells, NOW).titled


def test_the_sandboxs_report_is_read_whole(tmp_path: Path) -> None:
    paid = {TODAY - back * DAY: 100_000 * back for back in range(1, 40)}
    found = spent(sheets.cells(exports_forecast.write(tmp_path, paid)), NOW)
    assert found.bad == ()
    assert set(found.days) == set(paid)
    assert all(0 < found.days[at] < fen for at, fen in paid.items())
