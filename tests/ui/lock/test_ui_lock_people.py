"""Who is at the window: at its rail's foot, at its start, after the minutes chosen, and behind guarded buttons."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_lock import HandClock, Vault, named, page_of, point, press, type_pin

from console.core.clock import MINUTE
from console.core.errors import Refused
from console.core.operators import Right, Role
from console.store import audit
from console.store.operators import Roster
from console.store.pins import Pins
from console.ui.context import Desk
from console.ui.rights import guard, owner_only
from console.ui.session import Session
from console.ui.shell import Shell
from console.ui.widgets import button


async def test_who_comes_in_is_shown_at_the_rails_foot_and_signs_what_is_done(
    shell: Shell, session: Session, qtbot: QtBot, until: Any
) -> None:
    assert shell.rail.user.accessibleName() == "店主 未设置人员"
    await named(session)
    assert shell.rail.user.accessibleName() == "陈静 店主"
    session.lock()
    page = page_of(shell)
    await until(lambda: QApplication.focusWidget() is page.pin and not page.busy)
    qtbot.keyClick(page.pin, Qt.Key.Key_Up)
    await type_pin(qtbot, page, "5678", until)
    assert shell.rail.user.accessibleName() == "王强 店员"
    assert shell.desk is not None
    await shell.desk.database.write(audit.note, 1, "links.unlink", "order 1")
    row = (await shell.desk.database.read(audit.rows))[-1]
    assert row.detail == '{"by":"王强"}'


async def test_the_rails_foot_locks_and_leads_to_the_people(shell: Shell, session: Session) -> None:
    words = [action.text() for action in shell.rail.user._menu.actions()]
    assert words == ["锁定", "设置人员和密码"]
    shell.rail.user._menu.actions()[1].trigger()
    assert shell.current_key == "settings"
    shell.rail.user._menu.actions()[0].trigger()
    assert session.locked


async def test_where_people_are_named_the_window_is_shut_from_the_start(
    qtbot: QtBot, peopled: Desk, session: Session, vault: Vault, hand: HandClock
) -> None:
    await named(session)
    again = Session(Roster(peopled.database, Pins(vault.opened), hand))
    await again.read()
    assert again.locked
    assert not again.may(Right.SIGN_IN), "nobody has come in"
    shell = Shell(peopled.preferences)
    shell.show()
    shell.furnish(replace(peopled, session=again))
    assert page_of(shell).isVisible()
    assert shell.page is not None
    assert not shell.page.isVisible()
    with pytest.raises(Refused):
        again.enter(None)
    await shell.close_pages()
    shell.may_close = True
    shell.close()
    shell.deleteLater()


async def test_another_language_does_not_open_the_lock(
    shell: Shell, session: Session, translators: Any, until: Any
) -> None:
    await named(session)
    session.lock()
    translators.use("en")
    await shell.remake()
    await until(lambda: QApplication.focusWidget() is page_of(shell).pin)
    assert page_of(shell).title.text() == "Locked"
    assert shell.page is not None
    assert not shell.page.isVisible()


async def test_it_locks_by_itself_after_the_minutes_chosen_and_not_before(
    shell: Shell, session: Session, hand: HandClock
) -> None:
    assert shell.locker is not None
    presence = shell.locker.presence
    hand.now += 60 * MINUTE
    presence.look()
    assert not session.locked, "off by default"
    shell.preferences.lock_after = "10"
    presence.seen()
    hand.now += 10 * MINUTE - 1
    presence.look()
    assert not session.locked
    hand.now += 1
    presence.look()
    assert session.locked


async def test_keys_and_the_mouse_put_it_off(shell: Shell, session: Session, hand: HandClock, until: Any) -> None:
    assert shell.locker is not None
    presence = shell.locker.presence
    shell.preferences.lock_after = "5"
    await until(lambda: QApplication.focusWindow() is shell.windowHandle())
    presence.seen()
    for act in (
        lambda: press(shell, Qt.Key.Key_Shift),
        lambda: point(shell),
    ):
        hand.now += 4 * MINUTE
        act()
        hand.now += 4 * MINUTE
        presence.look()
        assert not session.locked
    hand.now += 5 * MINUTE
    presence.look()
    assert session.locked


async def test_a_clock_put_back_neither_locks_nor_keeps_from_locking(
    shell: Shell, session: Session, hand: HandClock
) -> None:
    assert shell.locker is not None
    presence = shell.locker.presence
    shell.preferences.lock_after = "5"
    presence.seen()
    hand.now -= 600 * MINUTE
    presence.look()
    assert not session.locked
    hand.now += 5 * MINUTE
    presence.look()
    assert session.locked


async def test_a_guarded_button_is_grey_for_a_clerk_and_says_why(session: Session, qtbot: QtBot, look: Any) -> None:
    one, two = await named(session)
    made = button("绑定")
    qtbot.addWidget(made)
    made.setToolTip("its own")
    guard(session, made, Right.BIND)
    assert made.isEnabled()
    session.enter(two)
    assert not made.isEnabled()
    assert made.toolTip() == owner_only()
    made.setEnabled(True)
    made.setToolTip("other words")
    assert not made.isEnabled(), "its page may not switch it on"
    assert made.toolTip() == owner_only()
    session.enter(one)
    assert made.isEnabled()
    assert made.toolTip() == "other words"


async def test_a_button_that_its_page_switched_off_stays_off_for_an_owner(session: Session, qtbot: QtBot) -> None:
    one, two = await named(session)
    made = button("移除")
    qtbot.addWidget(made)
    made.setEnabled(False)
    guard(session, made, Right.OPERATORS)
    session.enter(two)
    session.enter(one)
    assert not made.isEnabled()


async def test_what_a_clerk_asks_of_the_people_is_refused_below_the_buttons(session: Session) -> None:
    one, two = await named(session)
    session.enter(two)
    for work in (
        lambda: session.add("新", Role.OWNER, "1234"),
        lambda: session.rename(one.operator_id, "x"),
        lambda: session.set_role(two.operator_id, Role.OWNER),
        lambda: session.remove(one.operator_id),
        lambda: session.set_pin(one.operator_id, "1111"),
    ):
        with pytest.raises(Refused) as refused:
            await work()
        assert refused.value.code == "people.owner_only"
    assert session.people == (one, two)


async def test_without_a_file_nobody_is_named_and_all_is_allowed() -> None:
    session = Session()
    await session.read()
    assert all(session.may(right) for right in Right)
    with pytest.raises(Refused):
        await session.add("陈静", Role.OWNER, "1234")
