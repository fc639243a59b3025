"""How days are counted where a level says so otherwise, days on which the clock stands still, and rules with a day."""

from datetime import date

import msgspec
import pytest

from console import wording
from console.core.clock import HOUR, format_shop_time, parse_shop_time, shop_datetime
from console.reference import violation_figures, workdays
from console.rules.violations import (
    Case,
    Level,
    LevelFigures,
    Pause,
    clock,
    counted_days,
    estimate,
    last_day,
    pause_trouble,
)
from console.rules.wording.nouns import Severity

NOTICE = "2026-11-18 15:00:00"  # a Wednesday


def figures(**changes: object) -> dict[Level, LevelFigures]:
    known = violation_figures()
    return {**known, Level.SERIOUS: msgspec.structs.replace(known[Level.SERIOUS], **changes)}


def case(**more: object) -> Case:
    return Case(case_id="c", notice_at=parse_shop_time(NOTICE), level=Level.SERIOUS, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "due"),
    [
        ({}, "2026-11-24 00:00:00"),
        ({"count_from": "same"}, "2026-11-21 00:00:00"),
        ({"cutoff_hour": 18}, "2026-11-23 18:00:00"),
        ({"count_from": "same", "cutoff_hour": 12}, "2026-11-20 12:00:00"),
    ],
)
def test_a_level_may_count_otherwise_and_end_at_another_hour(changes: dict[str, object], due: str) -> None:
    found = clock(case(), figures(**changes), workdays(), parse_shop_time(NOTICE))
    assert found.due_at == parse_shop_time(due)
    assert format_shop_time(parse_shop_time(due)) == due
    last = shop_datetime(parse_shop_time(due) - 1).date()
    assert found.last_day == last
    over = clock(case(), figures(**changes), workdays(), parse_shop_time(due))
    assert over.urgency == "over"
    assert clock(case(), figures(**changes), workdays(), parse_shop_time(due) - HOUR).urgency == "today"


def test_a_notice_on_a_day_off_counted_from_that_day_begins_with_the_next_working_one() -> None:
    sunday = date(2026, 11, 22)
    assert last_day(sunday, 1, workdays(), (), "same") == last_day(sunday, 1, workdays()) == (date(2026, 11, 23), True)


def test_the_days_counted_are_those_that_the_clock_counts() -> None:
    pause = Pause(begin=date(2026, 11, 19), end=date(2026, 11, 20), reason="补材料")
    for how in ("next", "same"):
        last, _ = last_day(date(2026, 11, 18), 3, workdays(), (pause,), how)  # type: ignore[arg-type]
        days = counted_days(case(pauses=(pause,)), last, workdays(), how)  # type: ignore[arg-type]
        assert (len(days), days[-1]) == (3, last)
        assert not any(pause.begin <= day <= pause.end for day in days)
    assert counted_days(case(), None, workdays(), "next") == ()


def test_an_estimate_stands_still_with_the_clock() -> None:
    plain = estimate(date(2027, 3, 1), 3, workdays())
    paused = estimate(date(2027, 3, 1), 3, workdays(), (Pause(begin=plain, end=plain, reason="x"),))
    assert paused > plain


def test_a_pause_has_an_order_a_reason_and_comes_after_the_notice() -> None:
    notice = date(2026, 11, 18)
    fine = Pause(begin=notice, end=date(2026, 11, 19), reason="补材料")
    assert pause_trouble([fine], notice) == ""
    wrong = {
        "case.pause_order": msgspec.structs.replace(fine, end=date(2026, 11, 17)),
        "case.pause_early": msgspec.structs.replace(fine, begin=date(2026, 11, 17)),
        "case.pause_reason": msgspec.structs.replace(fine, reason=" "),
    }
    for code, pause in wrong.items():
        assert pause_trouble([fine, pause], notice) == code


@pytest.mark.parametrize("text", ["不添加色素", "0添加", "无添加酱油", "不含添加剂", "无任何添加"])
def test_claims_of_no_additives_are_banned_of_food_only_once_the_standard_is_in_force(text: str) -> None:
    before, after = (wording.checker(day).check(text, "title", "food").findings for day in ("2027-03-15", "2027-03-16"))
    assert [one.severity for one in before] == [Severity.WARN]
    assert [(one.rule_id, one.severity) for one in after] == [("FOD-110", Severity.BLOCK)]
    assert "GB 7718-2025" in after[0].rule.law
