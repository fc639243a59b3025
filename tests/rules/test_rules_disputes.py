"""Warnings of disputes: more of a reason never makes fewer points, nothing later than the moment counts, few is few."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from console.core.clock import DAY, HOUR, parse_shop_time
from console.core.model import AfterSaleDeed, AfterSaleStatus
from console.rules.disputes import (
    WORDS,
    Case,
    Told,
    back_test,
    case_now,
    case_then,
    dispute_at,
    earlier_of,
    interval,
    is_known,
    score,
)

PLAIN = (
    "拖鞋尺码不合适", "拖把头掉了", "联系电话13812315678", "运单7712315400011", "烟雾报警器不响", "相机曝光不足",
    "不是假的，就是颜色不对",
)  # fmt: skip
SAID = ("一直拖着", "再拖就找平台", "我打12315", "不退我就报警", "去网上曝光你们", "假的，退钱", "拖鞋是假的")
NOW = parse_shop_time("2026-11-22 20:00:00")
ALL_WORDS = [word for _, words in WORDS for word in words]

hours = st.integers(0, 400)
cases = st.builds(
    lambda age, heard, amount, earlier, contacts, said, flags, back: Case(
        at=NOW,
        asked_at=NOW - age * HOUR,
        heard_at=NOW - min(age, heard) * HOUR,
        waits_for_us=flags[0],
        refused=flags[1],
        overdue=flags[2],
        stuck=flags[3],
        amount_fen=amount,
        earlier=earlier,
        contacts=contacts,
        said=said,
        back_at=None if back is None else NOW - back * HOUR,
    ),
    hours,
    hours,
    st.one_of(st.none(), st.integers(0, 500_000)),
    st.integers(0, 9),
    st.integers(1, 9),
    st.lists(st.sampled_from(["", "你好", *ALL_WORDS]), max_size=3).map("，".join),
    st.tuples(*[st.booleans()] * 4),
    st.one_of(st.none(), hours),
)


@pytest.mark.parametrize("said", PLAIN)
def test_names_of_goods_and_parts_of_numbers_are_no_threat(said: str) -> None:
    assert not score(Case(at=NOW, said=said)).points


@pytest.mark.parametrize("said", SAID)
def test_the_same_words_meant_count(said: str) -> None:
    assert [point.reason for point in score(Case(at=NOW, said=said)).points] == ["words"]


def test_a_buyer_of_thousands_is_counted_in_one_pass() -> None:
    day = [(number, NOW + number * HOUR, "same") for number in range(20_000)]
    found = earlier_of(day)
    assert (found[0], found[10], found[19_999]) == (0, 10, 180 * 24)


@given(cases, hours)
def test_more_of_a_reason_is_never_fewer_points(case: Case, more: int) -> None:
    base = score(case)
    assert 0 <= base.score <= 100
    assert base.score == min(100, sum(point.points for point in base.points))
    assert case.asked_at is not None
    assert case.heard_at is not None
    worse: list[dict[str, Any]] = [
        {"asked_at": case.asked_at - more * HOUR},
        {"heard_at": case.heard_at - more * HOUR},
        {"amount_fen": (case.amount_fen or 0) + more * 500},
        {"earlier": case.earlier + more},
        {"contacts": case.contacts + more},
        {"said": f"{case.said} 我要打12315"},
        {"refused": True},
        {"overdue": True},
        {"stuck": True},
        {"waits_for_us": True},
        {"back_at": (case.back_at or NOW) - more * HOUR},
    ]
    for change in worse:
        assert score(replace(case, **change)).score >= base.score, change


@given(cases)
def test_an_answer_never_adds(case: Case) -> None:
    assert score(replace(case, answered_at=NOW)).score <= score(case).score


def test_reasons_are_named_with_their_figures() -> None:
    case = Case(
        at=NOW,
        asked_at=NOW - 60 * HOUR,
        waits_for_us=True,
        amount_fen=26_000,
        earlier=2,
        said="过敏了，不处理就打12315",
    )
    found = {one.reason: (one.points, one.figure) for one in score(case).points}
    assert found == {
        "words": (30, 0),
        "silence": (20, 60),
        "age": (8, 60),
        "amount": (8, 26_000),
        "repeat": (8, 2),
    }
    (words,) = [one.words for one in score(case).points if one.reason == "words"]
    assert set(words) == {"12315", "过敏", "不处理"}
    assert score(Case(at=NOW)).score == 0


def told(row_id: int = 1, **more: Any) -> Told:
    known: dict[str, Any] = {"status": AfterSaleStatus.SUCCESS, "asked_at": NOW - 20 * DAY, "history": ()}
    return Told(row_id=row_id, **known | more)


def deed(hours_on: int, by: Any, words: str = "") -> AfterSaleDeed:
    return AfterSaleDeed(at=NOW - 20 * DAY + hours_on * HOUR, by=by, words=words)


def test_what_counts_as_a_dispute_and_when_that_is_known() -> None:
    stepped = told(history=(deed(30, "platform", "平台客服介入处理"),))
    assert dispute_at(stepped) == NOW - 20 * DAY + 30 * HOUR
    assert dispute_at(told(history=(deed(30, "platform", "售后完成"),))) is None
    assert dispute_at(told(history=(deed(30, "buyer", "我要申请平台介入"),))) is None
    assert dispute_at(told(seen_at=NOW)) == NOW
    running = told(status=AfterSaleStatus.PLATFORM, updated_at=NOW - DAY, history=None)
    assert dispute_at(running) == NOW - DAY
    assert is_known(running)
    assert is_known(told())
    assert not is_known(told(history=None))
    assert not is_known(told(status=AfterSaleStatus.WAIT_SELLER))


@given(st.lists(st.tuples(st.integers(0, 200), st.sampled_from(["buyer", "seller"]), st.sampled_from(ALL_WORDS))))
def test_what_came_later_changes_no_judgement_of_the_past(later: list[tuple[int, str, str]]) -> None:
    at = NOW - 19 * DAY
    known = (deed(1, "buyer", "投诉"), deed(5, "seller", "商家拒绝售后申请"))
    after = tuple(deed(25 + on, by, words) for on, by, words in later)
    one = told(history=known)
    assert score(case_then(one, 0, at)) == score(case_then(replace(one, history=(*known, *after)), 0, at))


def test_the_same_buyer_counts_and_an_unknown_one_does_not() -> None:
    rows = [
        told(row_id=1, buyer="a", asked_at=NOW - 300 * DAY),
        told(row_id=2, buyer="a", asked_at=NOW - 100 * DAY),
        told(row_id=3, buyer="a", asked_at=NOW - 10 * DAY),
        told(row_id=4, buyer="", asked_at=NOW - 9 * DAY),
        told(row_id=5, buyer="", asked_at=NOW - 8 * DAY),
    ]
    found = earlier_of((one.row_id, one.asked_at, one.buyer) for one in rows[::-1])
    assert [found.get(number, 0) for number in range(1, 6)] == [0, 0, 1, 0, 0]


def test_the_back_test_adds_up_and_says_what_is_too_few() -> None:
    step = deed(60, "platform", "平台客服介入处理")
    rows = [
        *[told(row_id=number, words="再不处理打12315", amount_fen=60_000, history=(step,)) for number in range(12)],
        *[told(row_id=20 + number, words="打12315投诉", amount_fen=60_000) for number in range(4)],
        *[told(row_id=40 + number) for number in range(30)],
        told(row_id=80, history=(step,)),
        told(row_id=90, history=None),
        told(row_id=91, history=(deed(2, "platform", "平台介入"),)),
        told(row_id=92, finished_at=NOW - 20 * DAY + HOUR),
    ]
    found = back_test(rows, (45, 30, 45))
    assert (found.looked_at, found.unknown, found.early, found.judged) == (50, 1, 2, 47)
    one = found.at(45)
    assert (one.hits, one.alarms, one.missed, one.quiet) == (12, 4, 1, 30)
    assert one.hits + one.alarms + one.missed + one.quiet == found.judged
    assert one.precision == 12 / 16
    assert one.recall == 12 / 13
    assert not one.is_few
    assert found.at(30).hits >= one.hits
    few = back_test(rows[:3], (45,)).at(45)
    assert few.is_few
    assert back_test((), (45,)).at(45).precision is None


@pytest.mark.parametrize(("hits", "of", "low", "high"), [(2, 3, 0.20, 0.94), (12, 16, 0.50, 0.90), (0, 10, 0.0, 0.28)])
def test_the_interval_of_few_is_wide(hits: int, of: int, low: float, high: float) -> None:
    found = interval(hits, of)
    assert found is not None
    assert found == pytest.approx((low, high), abs=0.02)
    assert interval(0, 0) is None


def test_as_it_stands_now() -> None:
    waiting = told(
        status=AfterSaleStatus.WAIT_SELLER_RECEIPT,
        history=(deed(1, "buyer", "坏了"), deed(3, "seller", "同意退货"), deed(50, "buyer", "已寄回")),
        updated_at=NOW - 50 * HOUR,
        deadline_at=NOW - HOUR,
        stuck=True,
    )
    case = case_now(waiting, 3, NOW)
    reasons = {one.reason for one in score(case).points}
    assert {"receipt", "overdue", "logistics", "repeat", "contact", "silence"} <= reasons
    refused = case_now(told(status=AfterSaleStatus.REFUSED), 0, NOW)
    assert "refused" in {one.reason for one in score(refused).points}
    assert "silence" not in {one.reason for one in score(refused).points}
