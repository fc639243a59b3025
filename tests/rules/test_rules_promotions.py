from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console import reference
from console.rules.promotions import (
    LANES,
    Promotion,
    Task,
    as_template,
    coming,
    of_year,
    planned_back,
    standing,
    working,
)
from console.rules.promotions_conflicts import Booked, Facts, Papered, Priced, Stocked, conflicts
from console.store.promotions import festivals, known, usual_template

TODAY = date(2026, 11, 26)
TWELVE = Promotion(promotion_id="twelve-2026", name="双12", day_on=date(2026, 12, 12), end_on=date(2026, 12, 12))
DAYS = reference.workdays()


def task(**told: object) -> Task:
    fields: dict[str, object] = {
        "promotion_id": "twelve-2026",
        "lane": "stock",
        "title": "补货",
        "begin_on": date(2026, 12, 1),
        "due_on": date(2026, 12, 3),
    }
    return Task(**(fields | told))  # type: ignore[arg-type]  # by name


def test_the_template_speaks_of_every_lane_three_months_ahead() -> None:
    assert {step.lane for step in usual_template()} == set(LANES)
    assert min(step.begin_days for step in usual_template()) == -90
    assert len({step.key for step in usual_template()}) == len(usual_template())


def test_the_next_of_each_is_the_calendar() -> None:
    found = [(one.promotion_id, one.day_on) for one in coming(known(), TODAY, festivals())]
    assert found == [
        ("twelve-2026", date(2026, 12, 12)),
        ("newyear-2027", date(2027, 2, 6) - timedelta(days=28)),
        ("midyear-2027", date(2027, 6, 18)),
        ("october-2027", date(2027, 11, 6)),
        ("singles-2027", date(2027, 11, 11)),
    ]


def test_a_festival_that_is_not_known_makes_no_date() -> None:
    fair = next(one for one in known() if one.festival)
    assert of_year(fair, 2026, {}) is None


@given(st.dates(date(2025, 6, 1), date(2026, 12, 1)), st.integers(0, 10))
def test_plans_are_whole_and_in_order(day: date, more: int) -> None:
    promotion = Promotion(promotion_id="own-1", name="周年庆", day_on=day, end_on=day + timedelta(days=more))
    made = planned_back(promotion, usual_template(), DAYS)
    assert len(made) == len(usual_template())
    for one, step in zip(made, usual_template(), strict=True):
        assert one.begin_on <= one.due_on
        if step.works:
            assert DAYS.is_workday(one.due_on)
    again = planned_back(promotion, as_template(promotion, made), DAYS)
    assert [(one.begin_on, one.due_on) for one in again] == [(one.begin_on, one.due_on) for one in made]


def test_the_last_working_day_that_is_not_later() -> None:
    assert working(date(2026, 11, 29), DAYS) == date(2026, 11, 27)
    assert working(date(2026, 10, 5), DAYS) == date(2026, 9, 30)


@pytest.mark.parametrize(
    ("told", "how"),
    [
        ({"due_on": date(2026, 11, 25), "begin_on": date(2026, 11, 20)}, "overdue"),
        ({"due_on": date(2026, 11, 28), "begin_on": date(2026, 11, 20)}, "near"),
        ({}, "open"),
        ({"state": "doing"}, "doing"),
        ({"state": "done"}, "unproved"),
        ({"state": "done", "proof": "入库单 1201"}, "done"),
        ({"state": "none", "due_on": date(2026, 11, 1), "begin_on": date(2026, 11, 1)}, "none"),
    ],
)
def test_how_a_task_stands(told: dict[str, object], how: str) -> None:
    assert standing(task(**told), TODAY) == how


def test_what_stands_in_the_way() -> None:
    facts = Facts(
        prices=(Priced(item_id="1", title="毛巾", price_fen=3990, low_fen=1990),),
        papers=(
            Papered(certificate_id="c", kind="质检报告", number="7", valid_to=date(2026, 12, 4)),
            Papered(certificate_id="d", kind="食品经营许可证", number="8", valid_to=date(2026, 12, 31)),
        ),
        stock=(
            Stocked(item_id="2", title="四件套", stock=60, sold=70, days=7),
            Stocked(item_id="3", title="拖把", stock=900, sold=70, days=7),
        ),
        shows=(Booked(title="开播", host="陈静", begin_on=date(2026, 12, 11), end_on=date(2026, 12, 11)),),
    )
    tasks = [
        task(lane="live", title="主会场", begin_on=date(2026, 12, 12), due_on=date(2026, 12, 12), owner="陈静"),
        task(title="迟了", begin_on=date(2026, 11, 1), due_on=date(2026, 11, 20)),
        task(title="周日", begin_on=date(2026, 12, 1), due_on=date(2026, 12, 6)),
    ]
    found = [(one.kind, one.tone, one.subject) for one in conflicts(TWELVE, tasks, facts, DAYS, TODAY)]
    assert found == [
        ("overdue", "bad", "迟了"),
        ("price", "warn", "毛巾"),
        ("certificate", "warn", "质检报告"),
        ("stock", "warn", "四件套"),
        ("host", "info", "陈静"),
        ("rest", "info", "周日"),
    ]
    (paper,) = [one for one in conflicts(TWELVE, [], facts, DAYS, TODAY) if one.kind == "certificate"]
    assert paper.days == 8


def test_one_host_in_two_shows_at_once_is_worse_than_two_shows() -> None:
    day = date(2026, 12, 12)
    several = [
        Booked(title=title, host=host, begin_on=day, end_on=day)
        for title, host in (("早场", "陈静"), ("晚场", "陈静"), ("分会场", "李明"))
    ]
    found = [(one.kind, one.tone) for one in conflicts(TWELVE, [], Facts(shows=tuple(several)), DAYS, TODAY)]
    assert found == [("host", "bad"), ("twice", "info"), ("twice", "info")]
