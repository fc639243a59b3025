from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console import reference
from console.core.clock import DAY, SHOP_TIME
from console.rules.stored_value import Account, stored
from console.rules.touching import CHANNELS, Told, against, compare
from console.rules.touching_gate import Person, Result, digest, left_out, lift, match, place
from console.rules.touching_import import ReadLine, plan, read_lines

NOW = round(datetime(2026, 11, 26, 15, tzinfo=SHOP_TIME).timestamp()) * 1000
WORDS = reference.touch_words()
LINES = reference.touch_lines()
SMS, WIDGET = CHANNELS["sms"], CHANNELS["live_widget"]


def read(cells: list[list[str]]) -> list[ReadLine]:
    return read_lines(plan(cells, WORDS), WORDS, NOW)


# -- channels ----------------------------------------------------------------------------------------------------------


def test_a_ratio_counts_only_rows_that_tell_both_sides() -> None:
    told = [
        Told(channel="sms", origin="file", sent=100, reached=90, cost_fen=450, buyers=2, margin_fen=2_000),
        Told(channel="sms", origin="manual", sent=300, reached=None, cost_fen=None, buyers=3),
        Told(channel="fan_group", origin="manual", sent=200, reached=80, cost_fen=0, buyers=4, margin_fen=9_000),
    ]
    sms, fans = compare(told)
    assert (sms.channel, sms.sent, sms.reach.value, sms.cost.value) == ("sms", 400, 0.9, 4.5)
    assert sms.conversion.value == pytest.approx(5 / 400)
    assert sms.roi.value == pytest.approx(2_000 / 450)
    assert sms.origins == {"file", "manual"}
    assert not sms.free
    assert fans.free
    assert fans.roi.value is None


def test_a_figure_is_held_against_its_line_and_few_people_say_nothing() -> None:
    many, few = (
        compare([Told(channel="fan_group", origin="file", sent=n, reached=n // 2, cost_fen=n * 60, margin_fen=n * 600)])
        for n in (200, 20)
    )
    assert [against(many[0], what, LINES).verdict for what in ("reach", "cost", "roi")] == ["below", "above", "above"]
    assert [against(few[0], what, LINES).verdict for what in ("reach", "cost", "roi")] == ["", "", ""]
    assert against(many[0], "open", LINES).line is None
    told = [
        Told(channel="fan_group", origin="file", sent=500),
        Told(channel="fan_group", origin="file", sent=5, reached=5),
    ]
    (some,) = compare(told)
    assert (some.sent, some.reach.value, against(some, "reach", LINES).verdict) == (505, 1.0, ""), "five tell it"


# -- the gate ----------------------------------------------------------------------------------------------------------


def test_everybody_who_is_left_out_is_left_out_for_a_reason() -> None:
    people = [
        Person(customer="a", address="13800002201", consent=True),
        Person(customer="a", address="13800002201", consent=True),
        Person(customer="b", address="13800002201", consent=True),
        Person(customer="c", address="3", consent=True, blocked=True),
        Person(customer="d", address="4"),
        Person(customer="e", address="5", consent=False),
        Person(customer="f", address="6", consent=True, touched_at=NOW - 6 * DAY),
        Person(customer="g", address="7", consent=True, touched_at=NOW - 8 * DAY),
        Person(customer="h", consent=True),
    ]
    placed = place(people, SMS, NOW - 7 * DAY)
    assert [one.person.customer for one in placed if one.part == "send"] == ["a", "g"]
    assert left_out(placed) == {"twice": 2, "blocked": 1, "consent": 2, "reached": 1, "address": 1}
    tails = ("6021", "6021", "138****6021", "138****6021")
    alike = [Person(customer=str(at), address=tail, consent=True) for at, tail in enumerate(tails)]
    assert left_out(place(alike, SMS, NOW)) == {}, "last digits are several people's"
    assert left_out(place(people, WIDGET, NOW - 7 * DAY)) == {"twice": 1, "blocked": 1, "reached": 1}


@given(
    st.lists(st.tuples(st.integers(0, 60), st.booleans(), st.sampled_from([True, False, None]))),
    st.floats(0, 1),
    st.text(max_size=5),
)
def test_nobody_is_lost_and_the_share_kept_out_is_exact(
    told: list[tuple[int, bool, bool | None]], share: float, salt: str
) -> None:
    people = [Person(customer=str(key), address=str(key), blocked=no, consent=yes) for key, no, yes in told]
    placed = place(people, SMS, NOW, share, salt)
    assert [one.person for one in placed] == people
    assert all((one.part == "left") == bool(one.why) for one in placed)
    free = [one for one in placed if one.part != "left"]
    assert len({one.person.customer for one in free}) == len(free)
    assert sum(one.part == "hold" for one in placed) == round(len(free) * min(0.5, share))
    assert placed == place(people, SMS, NOW, share, salt)


def test_a_lift_says_its_interval_and_its_doubt() -> None:
    sure = lift(1_000, 80, 100, 2, 30)
    assert sure.doubt == ""
    assert sure.difference == pytest.approx(0.06)
    assert sure.low is not None
    assert sure.high is not None
    assert 0 < sure.low < 0.06 < sure.high
    assert lift(1_000, 80, 100, 6, 30).doubt == "overlap"
    assert lift(1_000, 80, 29, 0, 30).doubt == "few"
    assert lift(1_000, 80, 0, 0, 30).difference is None


def test_the_same_people_by_the_same_channel_with_the_same_words_are_the_same_list() -> None:
    assert digest(["a", "b"], "sms", "hi ") == digest(["b", "a"], "sms", "hi")
    assert len({digest(["a"], "sms", "hi"), digest(["a"], "call", "hi"), digest(["a"], "sms", "ho")}) == 3


def test_results_find_their_people_and_strays_are_named() -> None:
    people = [("c1", "138", "Li"), ("c2", "139", "Li"), ("c3", "", "Wang")]
    rows = [Result(key=key, reached=True) for key in ("c1", "139", "Li", "Wang", "nobody")]
    rows.append(Result(key="c1", reached=False, said="拒收"))
    found, strays = match(rows, people)
    assert {key: row.reached for key, row in found.items()} == {"c1": False, "c2": True, "c3": True}
    assert strays == [2, 4]


# -- stored value ------------------------------------------------------------------------------------------------------


def account(key: str, balance: int, topup: int | None, spent: int | None, last: int | None = None) -> Account:
    return Account(
        account=key, day_at=NOW, balance_fen=balance, topup_fen=topup, bonus_fen=100, spent_fen=spent, last_at=last
    )


def test_a_balance_that_does_not_come_out_even_is_said() -> None:
    found = stored(
        [
            account("a", 600, 1_000, 500, NOW - 91 * DAY),
            account("b", 700, 1_000, 500, NOW - 2 * DAY),
            account("c", 300, None, 500),
            account("d", 0, 0, 100, NOW - 300 * DAY),
        ],
        NOW - 90 * DAY,
    )
    assert (found.accounts, found.holders, found.balance_fen) == (4, 3, 1_600)
    assert (found.idle, found.idle_fen, found.unmoved) == (1, 600, 1)
    assert (found.checked, [one.account for one in found.apart], found.apart_fen) == (3, ["b"], 100)


# -- tables ------------------------------------------------------------------------------------------------------------


def test_a_table_of_figures_is_known_by_its_titles_and_its_bad_rows_are_named() -> None:
    cells = [
        ["触达汇总"],
        ["日期", "渠道", "发送人数", "到达率", "到达人数", "成本", "成交人数", "毛利", "负责人"],
        ["2026-11-20", "短信", "3,420", "96.8%", "3,310", "¥153.90", "31", "1,240.5", "阿凯"],
        ["2026-11-20", "短信", "10", "", "", "", "", "", ""],
        ["2026-11-20", "漂流瓶", "1.2万", "", "", "0", "", "", ""],
        ["2026-11-20", "企微社群", "100", "", "120", "", "", "", ""],
        ["2026-12-20", "企微社群", "100", "", "", "", "", "", ""],
        ["2026-11-19", "企微社群", "很多", "", "", "", "", "", ""],
        ["2026-11-18", "", "3", "", "", "", "", "", ""],
    ]
    made = plan(cells, WORDS)
    assert (made.table, made.unknown, made.first) == ("figures", ("负责人",), 3)
    lines = read(cells)
    kept = [line.row for line in lines if isinstance(line.row, Told)]
    assert [(row.channel, row.name, row.sent, row.cost_fen, row.margin_fen) for row in kept] == [
        ("sms", "", 3_420, 15_390, 124_050),
        ("other", "漂流瓶", 12_000, 0, None),
    ]
    assert [line.wrong for line in lines if line.wrong] == ["twice", "more", "future", "unreadable", "no_key"]


def test_every_other_table_is_known_too() -> None:
    shares = [
        ["活动名称", "邀请人", "被邀请人", "是否新客", "领取时间"],
        ["邀2得15", "a", "b", "新客", "2026-11-02 10:00"],
    ]
    accounts = [["会员卡号", "储值余额", "累计充值", "累计消费"], ["88", "-1.5", "10", "11.5"]]
    moves = [
        ["流水号", "卡号", "交易时间", "类型", "金额"],
        ["1", "88", "2026-11-02", "消费", "-3"],
        ["2", "88", "", "消费", "3"],
    ]
    members = [["会员卡号", "会员等级", "有赞ID"], ["88", "金卡", "yz1"]]
    results = [["客户编号", "发送结果", "失败原因"], ["c1", "失败", "空号"], ["c2", "大概", ""]]
    consents = [["有赞ID", "渠道", "是否同意"], ["yz1", "短信", "同意"], ["yz1", "公众号", "同意"]]
    assert plan(consents, WORDS).table == "consents"
    assert [line.wrong for line in read(consents)] == ["", "unknown_word"]
    assert [plan(one, WORDS).table for one in (shares, accounts, moves, members, results)] == [
        *("shares", "accounts", "moves", "members", "results"),
    ]
    assert [line.wrong for line in (*read(moves), *read(results))] == ["", "no_day", "", "unknown_word"]
    assert isinstance(read(accounts)[0].row, Account)
    assert plan([["甲", "乙"], ["1", "2"]], WORDS).table is None
    assert read([["甲", "乙"], ["1", "2"]]) == []


def test_a_time_that_no_clock_shows_is_refused_not_reckoned_into_another_day() -> None:
    head = ["流水号", "卡号", "交易时间", "类型", "金额"]
    times = ("2026-11-20 23:59:59.999", "2026-11-20 00:00", "2026-11-20 25:10", "2026-11-20 10:75")
    lines = read([head, *([str(at), "88", time, "充值", "1"] for at, time in enumerate(times))])
    assert [line.wrong for line in lines] == ["", "", "bad_day", "bad_day"]
