from console import reference
from console.core.clock import parse_shop_time
from console.rules.experiments import WHOLE, Experiment, Metric
from console.rules.experiments_import import read_table, words_from

WORDS = words_from(reference.table("experiment_words"))
COVER = Experiment(
    name="封面", a_name="产品特写", b_name="主播手持", metrics=(Metric(key="enter", name="进入率", planned=100),)
)
TWO = Experiment(
    name="口令",
    metrics=(
        Metric(key="engage", name="互动率", planned=100),
        Metric(key="stay", name="停留", kind="mean", unit="s", planned=100),
    ),
)


def test_days_and_arms_by_letter_or_by_name() -> None:
    cells = [
        ["封面实验"],
        ["日期", "组", "样本", "次数"],
        ["2026-11-20", "A", "1,200", "206"],
        ["2026/11/20", "主播手持", "1188", "240"],
        ["", "", "", ""],
    ]
    found = read_table(cells, COVER, WORDS, "file")
    assert [(one.arm, one.n, one.hits, one.origin) for one in found.figures] == [
        ("a", 1200, 206, "file"),
        ("b", 1188, 240, "file"),
    ]
    assert {one.day_at for one in found.figures} == {parse_shop_time("2026-11-20 00:00:00")}


def test_every_bad_row_says_why() -> None:
    cells = [
        ["day", "arm", "n", "hits"],
        ["2026-11-20", "C", "10", "1"],
        ["20 November", "A", "10", "1"],
        ["2026-02-30", "A", "10", "1"],
        ["2026-11-20", "A", "0", "0"],
        ["2026-11-20", "A", "10", "11"],
        ["2026-11-20", "A", "10", "4"],
        ["2026-11-20", "A", "10", "5"],
    ]
    found = read_table(cells, COVER, WORDS, "paste")
    assert [one.wrong for one in found.lines] == ["arm", "day", "day", "n", "hits", None, "twice"]
    assert [one.number for one in found.lines] == [2, 3, 4, 5, 6, 7, 8]


def test_a_share_and_a_quantity_in_one_table() -> None:
    cells = [
        ["组", "指标", "样本", "次数", "均值", "标准差"],
        ["A", "互动率", "300", "15", "", ""],
        ["B", "停留", "300", "", "78.5", "40"],
        ["B", "停留时长", "300", "", "78.5", "40"],
        ["A", "停留", "300", "", "70", ""],
    ]
    found = read_table(cells, TWO, WORDS, "file")
    assert [(one.metric, one.hits, one.mean, one.day_at) for one in found.figures] == [
        ("engage", 15, None, WHOLE),
        ("stay", None, 78.5, WHOLE),
    ]
    assert [one.wrong for one in found.lines] == [None, None, "metric", "mean"]


def test_what_a_table_lacks() -> None:
    assert read_table([["x", "y"]], COVER, WORDS, "file").lacks == ("arm", "n")
    assert read_table([["组", "样本"], ["A", "10"]], COVER, WORDS, "file").lacks == ("hits",)
    assert read_table([["组", "样本", "次数"], ["A", "10", "1"]], TWO, WORDS, "file").lacks == ("metric",)
    assert read_table([], COVER, WORDS, "file").lacks == ("arm", "n")
