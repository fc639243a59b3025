"""Duties by their dates: whose day counts, when they are near, what done means, and that every row names its source."""

from datetime import date, timedelta

import pytest

from console.rules.duties import (
    LISTS,
    Duty,
    DutyState,
    Proof,
    Work,
    barred_kind,
    due_of,
    duty_from,
    mark_due,
    standing,
    waits,
)
from console.store.duties import barred, duties

TODAY = date(2026, 11, 26)
PROOF = Proof(sha256="a", name="a.pdf")


def duty(valid_from: date | None = None) -> Duty:
    return Duty(
        duty_id="X", list="live", zh="一", en="one", proof_zh="证", proof_en="proof", law="", valid_from=valid_from,
        sure=True, source_zh="源", source_en="s", as_of="2026-11-22",
    )  # fmt: skip


def test_every_row_has_words_source_and_day_and_what_is_not_sure_says_so() -> None:
    rows = duties()
    assert len({one.duty_id for one in rows}) == len(rows)
    assert {one.list for one in rows} == set(LISTS)
    assert len([one for one in rows if one.list == "minors"]) >= 7
    for one in rows:
        assert all((one.zh, one.en, one.proof_zh, one.proof_en, one.source_zh, one.source_en, one.as_of)), one.duty_id
    known = {one.duty_id: one for one in rows}
    assert known["LIV-30"].valid_from == date(2026, 2, 1)
    assert known["POL-7718"].valid_from == date(2027, 3, 16)
    assert known["PRO-DRAW"].valid_from == date(2025, 10, 15)
    for name in ("POL-ORIGIN", "POL-PACK", "POL-CITE", "POL-KS"):
        assert not known[name].sure, "nobody read an official text"
    assert known["POL-PACK"].valid_from is None, "no day is made up"


def test_the_merchants_day_counts_and_else_the_day_a_coming_rule_begins() -> None:
    coming = duty(date(2027, 3, 16))
    assert due_of(coming, Work(), TODAY) == date(2027, 3, 16)
    assert due_of(coming, Work(due_on=date(2027, 1, 5)), TODAY) == date(2027, 1, 5)
    assert due_of(duty(date(2026, 2, 1)), Work(), TODAY) is None
    assert standing(coming, Work(), TODAY) == "later"
    assert standing(coming, Work(), date(2027, 3, 10)) == "near"


@pytest.mark.parametrize(
    ("days", "mark", "stands"),
    [(31, None, "open"), (30, 30, "open"), (8, 30, "open"), (7, 7, "near"), (1, 1, "near"), (0, 1, "near"),
     (-1, 0, "overdue")],
)  # fmt: skip
def test_marks_before_the_day_and_the_day_itself_still_is_in_time(days: int, mark: int | None, stands: str) -> None:
    work = Work(due_on=TODAY + timedelta(days=days))
    assert mark_due(duty(), work, TODAY) == mark
    assert standing(duty(), work, TODAY) == stands


def test_done_without_a_proof_is_said_and_a_later_day_makes_it_due_again() -> None:
    done = Work(state=DutyState.DONE, done_on=TODAY)
    assert standing(duty(), done, TODAY) == "unproved"
    proved = Work(state=DutyState.DONE, done_on=TODAY, proofs=(PROOF,))
    assert standing(duty(), proved, TODAY) == "done"
    assert not waits(duty(), proved, TODAY)
    again = Work(state=DutyState.DONE, done_on=TODAY, proofs=(PROOF,), due_on=TODAY + timedelta(days=20))
    assert standing(duty(), again, TODAY) == "again"
    assert mark_due(duty(), again, TODAY) == 30
    assert standing(duty(), again, TODAY + timedelta(days=21)) == "overdue"


def test_what_does_not_concern_the_shop_is_never_due() -> None:
    work = Work(state=DutyState.NONE, due_on=TODAY - timedelta(days=3))
    assert (standing(duty(), work, TODAY), mark_due(duty(), work, TODAY)) == ("none", None)


def test_a_list_or_a_day_that_is_none_is_refused() -> None:
    row = {"duty_id": "X", "list": "x", "valid_from": "", "sure": "yes"}
    with pytest.raises(ValueError, match="no list"):
        duty_from(row)


@pytest.mark.parametrize(
    ("category", "kind"),
    [
        ("食品饮料 > 酒类 > 白酒", "alcohol"),
        ("收藏 > 烟具", "tobacco"),
        ("成人用品", "adult"),
        ("家居 > 酒精湿巾", ""),
        ("", ""),
    ],
)
def test_barred_goods_are_told_by_their_category(category: str, kind: str) -> None:
    assert barred_kind(category, barred()) == kind
