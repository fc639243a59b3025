"""An imported plan of days off counts again after a restart, and is gone with another profile."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from console import reference
from console.app.joining import Assembly
from console.rules.day_plans import DayPlan, PlanDay
from console.store import day_plans
from console.store.profile import Profile


@pytest.fixture(autouse=True)
def _the_calendar_as_it_came() -> Iterator[None]:
    yield
    reference.take_days(())


async def test_a_plan_counts_again_after_a_restart_in_its_own_profile(tmp_path: Path) -> None:
    plan = DayPlan(year=2027, days=(PlanDay(on=date(2027, 1, 1), works=False),))
    with Profile.open(tmp_path / "one") as profile:
        assembly = await Assembly.open(profile)
        assert not reference.workdays().covers(date(2027, 1, 4))
        await assembly.database.write(day_plans.put_plan, plan, "2027.csv", 1)
        await assembly.close()
        again = await Assembly.open(profile)
        assert reference.workdays().covers(date(2027, 1, 4))
        await again.close()
    with Profile.open(tmp_path / "two") as profile:
        other = await Assembly.open(profile)
        assert not reference.workdays().covers(date(2027, 1, 4))
        await other.close()
