"""A year's plan of days off from a file: looked over before any deadline counts by it."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from console import reference
from console.core.errors import Refused
from console.documents.plan_sheet import read_plan
from console.documents.sheets import SheetTrouble
from console.rules.day_plans import DayPlan, PlanDay, plan_of, rows_of
from console.rules.violations import last_day


@pytest.fixture(autouse=True)
def _the_calendar_as_it_came() -> Iterator[None]:
    yield
    reference.take_days(())


def made_up(year: int = 2027) -> list[PlanDay]:
    """Not the real plan: 2027's is not out. Whole all the same."""
    off = [date(year, 1, 1) + timedelta(days=n) for n in range(3)]
    off += [date(year, 2, 6) + timedelta(days=n) for n in range(8)]
    off += [date(year, 5, 1) + timedelta(days=n) for n in range(5)]
    off += [date(year, 10, 1) + timedelta(days=n) for n in range(7)]
    worked = [date(year, 2, 20), date(year, 10, 10)]
    return [*(PlanDay(on=on, works=False) for on in off), *(PlanDay(on=on, works=True, name="调休") for on in worked)]


def test_a_whole_plan_makes_its_year_certain() -> None:
    start = date(2026, 12, 28)
    assert last_day(start, 5, reference.workdays())[1] is False
    plan = plan_of(made_up(), reference.years_that_came())
    assert (plan.year, plan.off) == (2027, 23)
    reference.take_days(rows_of([plan]))
    assert reference.workdays().covers(date(2027, 6, 1))
    assert last_day(start, 5, reference.workdays()) == (date(2027, 1, 5), True)
    assert reference.workdays().is_workday(date(2027, 2, 20)), "a Saturday that is worked"
    assert reference.workdays().day(date(2026, 10, 10)).certain, "what came with the program stays"
    reference.take_days(())
    assert not reference.workdays().covers(date(2027, 6, 1))


@pytest.mark.parametrize(
    ("days", "code"),
    [
        ([], "plan.years"),
        ([*made_up(), PlanDay(on=date(2028, 1, 1), works=False)], "plan.years"),
        (made_up(2026), "plan.known"),
        ([*made_up(), PlanDay(on=date(2027, 1, 1), works=False)], "plan.twice"),
        ([*made_up(), PlanDay(on=date(2027, 3, 1), works=True)], "plan.worked"),
        ([one for one in made_up() if one.on.month != 10], "plan.torn"),
        (made_up()[:12], "plan.torn"),
    ],
)
def test_what_cannot_be_a_years_plan_is_refused(days: list[PlanDay], code: str) -> None:
    with pytest.raises(Refused) as caught:
        plan_of(days, reference.years_that_came())
    assert caught.value.code == code


def test_a_table_and_the_public_json_say_the_same(tmp_path: Path) -> None:
    plan = DayPlan(year=2027, days=tuple(sorted(made_up(), key=lambda one: one.on)))
    table = tmp_path / "2027.csv"
    lines = [f"{one.on},{'班' if one.works else '休'},{one.name}" for one in plan.days]
    table.write_text("日期,类型,名称\n" + "\n".join(lines), encoding="gb18030")
    public = tmp_path / "2027.json"
    days = [{"name": one.name, "date": one.on.isoformat(), "isOffDay": not one.works} for one in plan.days]
    public.write_text(json.dumps({"year": 2027, "papers": [], "days": days}), encoding="utf-8")
    assert plan_of(read_plan(table), ()) == plan_of(read_plan(public), ()) == plan


def test_a_bad_row_or_a_torn_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("日期,类型\n2027-01-01,休\n2027-01-32,休\n", encoding="utf-8")
    with pytest.raises(SheetTrouble) as caught:
        read_plan(path)
    assert (caught.value.code, caught.value.detail) == ("plan.row", "3")
    for name, content in (("y.json", b'{"days": ['), ("z.xlsx", b"PK torn"), ("w.json", b"x" * ((1 << 20) + 1))):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(SheetTrouble):
            read_plan(tmp_path / name)
