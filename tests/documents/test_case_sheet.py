"""Violations read from tables: titles as back offices give them, every bad row named with why; notices pasted."""

from pathlib import Path

import pytest

from console import reference
from console.core.clock import parse_shop_time
from console.documents.case_sheet import Bad, paste_cases, read_cases
from console.documents.sheets import Export, Field, SheetTrouble
from console.rules.notices import notice
from console.rules.violations import Level

HEAD = "违规编号,处罚时间,违规等级,违规原因,关联订单,扣分,罚款(元),申诉期(工作日)\n"


def table(path: Path, text: str) -> Path:
    path.write_text(text, encoding="gb18030")
    return path


def test_titles_have_many_names_and_working_days_become_a_day(tmp_path: Path) -> None:
    path = table(
        tmp_path / "违规.csv", HEAD + "KS-1,2026-09-30 14:05,一般,虚假发货,2619000000001、2619000000002,-2,500,5\n"
    )
    (case,) = read_cases(path, reference.workdays()).cases
    assert (case.case_id, case.level, case.cause) == ("KS-1", Level.GENERAL, "虚假发货")
    assert case.notice_at == parse_shop_time("2026-09-30 14:05:00")
    assert case.told_due_at == parse_shop_time("2026-10-14 00:00:00"), (
        "8, 9, 10 (a Saturday made up), 12 and 13 October"
    )
    assert (case.order_no.split(), case.points, case.fine_fen) == (["2619000000001", "2619000000002"], 2, 50_000)
    assert case.source == "违规.csv"


def test_bad_rows_are_named_and_good_ones_kept(tmp_path: Path) -> None:
    rows = (
        "A,2026-09-30,一般,,,,,\n",
        "B,昨天,一般,,,,,\n",
        "C,2026-09-30,中等,,,,,\n",
        "D,2026-09-30,严重,,,两,,\n",
        "E,2026-09-30,严重,,,,1.234,\n",
        "F,2026-09-30,严重,,,,,99\n",
        "A,2026-09-30,特别严重,,,,,\n",
    )
    taken = read_cases(table(tmp_path / "a.csv", HEAD + "".join(rows)), reference.workdays())
    assert [case.case_id for case in taken.cases] == ["A"]
    assert list(taken.bad) == [
        Bad(3, "case.date", "昨天"),
        Bad(4, "case.level", "中等"),
        Bad(5, "case.points", "两"),
        Bad(6, "case.fine", "1.234"),
        Bad(7, "case.due", "99"),
        Bad(8, "case.twice", "A"),
    ]


def test_a_case_without_a_number_is_known_again(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with Export(path, [Field(title="日期"), Field(title="级别"), Field(title="原因")]) as sheet:
        sheet.add([("2026/9/30", "严重违规", "虚假宣传"), ("2026/9/30", "严重违规", "价格误导")])
    first, again = (read_cases(path, reference.workdays()).cases for _ in range(2))
    assert first == again
    assert len({case.case_id for case in first}) == 2


def test_pasted_cells_are_a_table_too() -> None:
    taken = paste_cases("通知日期\t级别\t申诉截止\n2026-11-18\t严重\t2026-11-23\n", reference.workdays())
    assert taken.cases[0].told_due_at == parse_shop_time("2026-11-24 00:00:00"), "the day runs to its 24:00"
    with pytest.raises(SheetTrouble) as trouble:
        paste_cases("编号\t原因\n1\t2\n", reference.workdays())
    assert trouble.value.code == "sheet.columns"


def test_a_notice_tells_what_it_names() -> None:
    told = notice(
        "【违规通知】违规单号：KS20261118001\n通知时间：2026年11月18日 23:10\n"
        "您的店铺因严重违规被扣12分，罚款1,500.00元。\n"
        "违规原因：直播口播“全网最低价”\n涉及订单：2632100012345678、E20261118231000012300017\n"
        "请于2026-11-23前提交申诉（3个工作日内）。"
    )
    assert (told.case_no, told.level, told.points, told.fine_fen) == ("KS20261118001", Level.SERIOUS, 12, 150_000)
    assert told.notice_at == parse_shop_time("2026-11-18 23:10:00")
    assert (told.due_at, told.workdays) == (parse_shop_time("2026-11-24 00:00:00"), 3)
    assert told.orders == ("2632100012345678", "E20261118231000012300017")
    assert told.cause == "直播口播“全网最低价”"


@pytest.mark.parametrize(
    "text",
    [
        "一般违规累计三次按严重违规处理",
        "您好，商品已下架",
        "扣2分，另扣3分。3个工作日或7个工作日内",
        "通知时间：2026-13-41",
    ],
)
def test_nothing_is_guessed(text: str) -> None:
    told = notice(text)
    assert told.level is None
    assert told.points is None
    assert (told.notice_at, told.due_at, told.workdays) == (None, None, None)


def test_the_gravest_level_is_not_taken_for_the_second() -> None:
    assert notice("店铺因特别严重违规清退").level is Level.GRAVE


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("编号\t级别\n" + "长" * 2_000_000 + "\t一般", "sheet.unreadable"),
        ("编号\t级别", "sheet.empty"),
        ("", "sheet.empty"),
    ],
)
def test_what_is_pasted_and_is_no_table_is_refused(text: str, code: str) -> None:
    with pytest.raises(SheetTrouble) as refused:
        paste_cases(text, reference.workdays())
    assert refused.value.code == code
