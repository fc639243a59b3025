"""Twins on both platforms, who answers what, and the figures: laws that hold for all of them."""

from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from console.core.clock import HOUR, MINUTE
from console.core.model import AfterSale, AfterSaleKind, AfterSaleStatus
from console.rules.after_sales_figures import Course, figures
from console.rules.after_sales_step import SETTLE_MS, deadline, pair_up, step
from console.rules.giving_out import Case, GivingRule, choose, give_out

NOW = 1_790_000_000_000
PEOPLE = ("ann", "bob", "cid")

times = st.integers(NOW - 100 * HOUR, NOW)
cases = st.builds(
    Case,
    id=st.integers(1, 10**6),
    kind=st.sampled_from(AfterSaleKind),
    reason=st.sampled_from(("", "质量问题", "七天无理由", "Broken")),
    amount_fen=st.none() | st.integers(0, 50_000),
    carriers=st.lists(st.sampled_from(("中通快递", "顺丰速运")), max_size=2).map(tuple),
    created_at=st.none() | times,
    operator_id=st.sampled_from(("", "gone", *PEOPLE)),
    by_hand=st.booleans(),
)
rules = st.builds(
    GivingRule,
    rule_id=st.text("abc", min_size=1, max_size=3),
    operator_id=st.sampled_from(("gone", *PEOPLE)),
    kinds=st.lists(st.sampled_from(AfterSaleKind), max_size=2).map(tuple),
    reasons=st.lists(st.sampled_from(("质量", "broken")), max_size=2).map(tuple),
    from_fen=st.none() | st.integers(0, 50_000),
    below_fen=st.none() | st.integers(0, 50_000),
    carriers=st.lists(st.sampled_from(("中通", "顺丰")), max_size=1).map(tuple),
    older_h=st.none() | st.integers(0, 72),
)


@given(st.lists(rules, max_size=5), st.lists(cases, max_size=8), st.booleans())
def test_rules_never_touch_what_a_person_gave_and_never_give_to_one_who_left(
    every: list[GivingRule], held: list[Case], anew: bool
) -> None:
    changes = give_out(every, held, PEOPLE, NOW, anew=anew)
    assert all(change.operator_id in PEOPLE and change.operator_id != change.was for change in changes)
    kept = {case.id for case in held if case.by_hand and case.operator_id in PEOPLE}
    had = {case.id for case in held if case.operator_id in PEOPLE}
    touched = {change.id for change in changes}
    by_id = {case.id for case in held}
    assert touched <= by_id
    if len(by_id) == len(held):
        assert not touched & kept
        assert anew or not touched & had


@given(st.lists(rules, max_size=5), cases, rules)
def test_the_first_rule_that_fits_counts(every: list[GivingRule], case: Case, more: GivingRule) -> None:
    chosen = choose(every, case, PEOPLE, NOW)
    after = choose([*every, more], case, PEOPLE, NOW)
    assert after == chosen if chosen is not None else after in (None, more)


@given(st.lists(rules, max_size=4), st.lists(cases, max_size=6, unique_by=lambda case: case.id))
def test_giving_out_twice_changes_nothing_more(every: list[GivingRule], held: list[Case]) -> None:
    given_to = {change.id: change.operator_id for change in give_out(every, held, PEOPLE, NOW, anew=True)}
    after = [
        msgspec.structs.replace(case, operator_id=given_to.get(case.id, case.operator_id), by_hand=False)
        if case.id in given_to
        else case
        for case in held
    ]
    assert give_out(every, after, PEOPLE, NOW, anew=True) == []


def test_what_is_not_known_fits_no_rule_about_it() -> None:
    case = Case(id=1, kind=AfterSaleKind.OTHER)
    for narrow in ({"from_fen": 0}, {"below_fen": 1}, {"older_h": 0}, {"reasons": ("x",)}, {"carriers": ("x",)}):
        rule = GivingRule(rule_id="r", operator_id="ann", **narrow)
        assert choose([rule], case, PEOPLE, NOW) is None
    assert choose([GivingRule(rule_id="r", operator_id="ann")], case, PEOPLE, NOW) is not None


def _one(status: AfterSaleStatus, created: int | None = NOW, updated: int | None = NOW, **more: Any) -> AfterSale:
    return AfterSale(
        after_sale_no="1",
        order_no="1",
        kind=AfterSaleKind.REFUND_ONLY,
        status=status,
        created_at=created,
        updated_at=updated,
        **more,
    )


sides = st.lists(st.builds(_one, st.sampled_from(AfterSaleStatus), st.none() | times, st.none() | times), max_size=5)


@given(sides, sides)
def test_each_after_sale_has_one_twin_at_most(ours: list[AfterSale], theirs: list[AfterSale]) -> None:
    found = pair_up(ours, theirs)
    assert len({a for a, _ in found}) == len(found) == len({b for _, b in found})
    assert sorted((b, a) for a, b in pair_up(theirs, ours)) == found or len(found) == len(pair_up(theirs, ours))


@given(st.lists(times, min_size=1, max_size=5, unique_by=lambda at: at // (40 * MINUTE)))
def test_copies_that_came_a_few_minutes_later_are_all_found(moments: list[int]) -> None:
    ours = [_one(AfterSaleStatus.SUCCESS, at) for at in moments]
    theirs = [_one(AfterSaleStatus.SUCCESS, at // 1000 * 1000) for at in moments]
    assert pair_up(ours, theirs) == [(n, n) for n in range(len(moments))]


@given(st.sampled_from(AfterSaleStatus), st.sampled_from(AfterSaleStatus), times, times)
def test_the_step_is_the_same_from_either_side(one: AfterSaleStatus, other: AfterSaleStatus, a: int, b: int) -> None:
    left, right = _one(one, a, a), _one(other, b, b)
    assert step(left, right, NOW) == step(right, left, NOW)
    assert step(left, _one(one, b, b), NOW) == "in_step"


def test_a_side_may_lag_for_a_while_and_then_it_is_a_disagreement() -> None:
    asked, gone = _one(AfterSaleStatus.WAIT_SELLER), _one(AfterSaleStatus.WAIT_BUYER_RETURN)
    assert step(asked, gone, NOW + SETTLE_MS) == "behind"
    assert step(asked, gone, NOW + SETTLE_MS + 1) == "apart"
    assert step(_one(AfterSaleStatus.SUCCESS), _one(AfterSaleStatus.CLOSED), NOW) == "apart"
    assert step(_one(AfterSaleStatus.REFUNDING), _one(AfterSaleStatus.SUCCESS), NOW) == "in_step"


def test_the_nearest_deadline_of_an_open_side_drives() -> None:
    late, soon = (
        _one(AfterSaleStatus.WAIT_SELLER, deadline_at=NOW + HOUR),
        _one(AfterSaleStatus.WAIT_SELLER, deadline_at=NOW),
    )
    over = _one(AfterSaleStatus.CLOSED, deadline_at=NOW - HOUR)
    assert deadline(late, soon, over) == NOW
    assert deadline(over, None) is None
    assert deadline(_one(AfterSaleStatus.WAIT_SELLER)) is None


def test_means_leave_out_what_is_not_known_and_say_how_much_that_is() -> None:
    courses = [
        Course(created_at=0, answered_at=2 * HOUR, finished_at=10 * HOUR, told=True),
        Course(created_at=0, answered_at=4 * HOUR, told=True),
        Course(created_at=0, finished_at=30 * HOUR),
        Course(created_at=0, told=True),
    ]
    said = figures(courses, refunded=1, paid=4)
    assert (said.answer.hours, said.answer.of, said.answer.unknown) == (3.0, 2, 1)
    assert (said.close.hours, said.close.of) == (20.0, 2)
    assert said.refund_rate == 0.25
    nothing = figures([], refunded=0, paid=0)
    assert (nothing.answer.hours, nothing.close.hours, nothing.refund_rate) == (None, None, None)
