"""人员与权限: an owner lets clerks see buyers' data, and takes it back; nobody else turns that switch."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from console.core.operators import Right, Role
from console.store import audit
from console.store.operators import Roster
from console.store.pins import Pins
from console.ui.context import Desk
from console.ui.session import Session
from console.ui.tabs.settings.page import SettingsPage


@pytest.fixture
def session(desk: Desk) -> Session:
    return Session(Roster(desk.database, Pins(), desk.clock))


@pytest.fixture
async def page(qtbot: Any, desk: Desk, session: Session) -> AsyncIterator[SettingsPage]:
    made = SettingsPage(replace(desk, session=session))
    made.resize(1000, 700)
    made.show()
    made.show_section("people")
    yield made
    await made.close_page()
    made.close()
    made.deleteLater()


async def test_an_owner_lets_clerks_see_buyers_data(page: SettingsPage, session: Session, until: Any) -> None:
    switch = page.people.see_buyers
    assert not switch.isVisible(), "where nobody is named there are no clerks"
    owner = await session.add("陈静", Role.OWNER, "1234")
    clerk = await session.add("王强", Role.CLERK, "2345")
    assert switch.isVisible()
    switch.click()
    await until(lambda: session.granted == {Right.SEE_BUYERS} and not page.people._tasks.busy)
    session.enter(clerk)
    assert session.may(Right.SEE_BUYERS)
    assert switch.isChecked()
    assert not switch.isEnabled(), "a clerk takes and gives no rights"
    session.enter(owner)
    switch.click()
    await until(lambda: session.granted == frozenset() and not page.people._tasks.busy)
    session.enter(clerk)
    assert not session.may(Right.SEE_BUYERS)
    told = await page.desk.database.read(audit.rows, "operators.grant")
    assert ["陈静" in row.detail for row in told] == [True, True]
