"""人员与权限: renaming, roles, PINs, letting go; saved at once, and only by an owner."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_people import named, rows_of, says

from console.core.operators import Right, Role
from console.ui.context import Desk
from console.ui.rights import owner_only
from console.ui.session import Session
from console.ui.tabs.accounts.page import AccountsPage
from console.ui.tabs.settings.page import SettingsPage
from console.ui.tabs.settings.people_dialogs import NewName, NewPin, RemovePerson

# -- changing -------------------------------------------------------------------------------------------------------


async def test_a_role_is_saved_at_once(page: SettingsPage, session: Session, until: Any) -> None:
    await named(session)
    row = page.people.people[session.people[1].operator_id]
    row.role._buttons["owner"].click()
    await until(lambda: session.people[1].role is Role.OWNER)
    assert (await rows_of(page))[-1] == ("operators.role", {"name": "王强", "to": "owner", "by": "陈静"})


async def test_the_last_owner_can_neither_be_removed_nor_demoted_and_it_says_why(
    page: SettingsPage, session: Session, until: Any
) -> None:
    await named(session)
    row = page.people.people[session.people[0].operator_id]
    for part in (row.role, row.remove):
        assert not part.isEnabled()
        assert "唯一的店主" in part.toolTip()
    assert row.name.isEnabled()
    await session.set_role(session.people[1].operator_id, Role.OWNER)
    row = page.people.people[session.people[0].operator_id]
    assert row.role.isEnabled()
    assert row.remove.isEnabled()


async def test_an_owner_who_becomes_a_clerk_loses_the_rights_at_once(
    page: SettingsPage, session: Session, until: Any
) -> None:
    await named(session)
    await session.set_role(session.people[1].operator_id, Role.OWNER)
    page.people.people[session.people[0].operator_id].role._buttons["clerk"].click()
    await until(lambda: session.people[0].role is Role.CLERK)
    assert not session.may(Right.OPERATORS)
    assert not page.people.add.isEnabled()
    assert page.people.add.toolTip() == owner_only()


async def test_a_name_is_changed_by_keys_and_shown_everywhere(
    page: SettingsPage, session: Session, qtbot: QtBot, until: Any
) -> None:
    await named(session)
    page.people.open_name(session.people[0])
    dialog = page.people.dialog
    assert isinstance(dialog, NewName)
    await until(lambda: QApplication.focusWidget() is dialog.name)
    dialog.name.insert("陈小静")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    await until(lambda: page.people.dialog is None)
    assert session.current is not None
    assert session.current.name == "陈小静"
    assert "陈小静" in says(page.people)
    assert session.by() == "陈小静"


async def test_ones_own_pin_needs_the_present_one(page: SettingsPage, session: Session, until: Any) -> None:
    await named(session)
    one = session.people[0]
    page.people.open_pin(one)
    dialog = page.people.dialog
    assert isinstance(dialog, NewPin)
    assert dialog.former is not None
    dialog.former.setText("9999")
    dialog._pins.first.setText("8888")
    dialog._pins.again.setText("8888")
    for said in ("密码不对", "密码不对", "0:05"):
        dialog.accept_button.click()
        await until(lambda said=said: dialog.accept_button.isEnabled() and said in dialog.said.text())
    dialog.reject()
    await until(lambda: page.people.dialog is None)
    assert session.roster is not None
    assert [action for action, _ in await rows_of(page)].count("operators.wrong_pin") == 3


async def test_an_owner_gives_a_clerk_another_pin_without_the_former(
    page: SettingsPage, session: Session, until: Any
) -> None:
    await named(session)
    two = session.people[1]
    page.people.open_pin(two)
    dialog = page.people.dialog
    assert isinstance(dialog, NewPin)
    assert dialog.former is None
    dialog._pins.first.setText("8888")
    dialog._pins.again.setText("8888")
    dialog.accept_button.click()
    await until(lambda: page.people.dialog is None)
    assert session.roster is not None
    assert not (await session.roster.enter(two.operator_id, "5678")).inside
    assert (await session.roster.enter(two.operator_id, "8888")).inside


async def test_somebody_is_let_go_only_after_the_name_was_typed(
    page: SettingsPage, session: Session, until: Any
) -> None:
    await named(session)
    page.people.open_remove(session.people[1])
    dialog = page.people.dialog
    assert isinstance(dialog, RemovePerson)
    for typed in ("", "王", "陈静"):
        dialog.typed.setText(typed)
        assert not dialog.accept_button.isEnabled()
    dialog.typed.setText("王强")
    assert dialog.accept_button.isEnabled()
    dialog.accept_button.click()
    await until(lambda: page.people.dialog is None)
    assert [one.name for one in session.people] == ["陈静"]
    assert (await rows_of(page))[-1] == ("operators.remove", {"name": "王强", "by": "陈静"})


async def test_whoever_lets_oneself_go_is_out_at_once(page: SettingsPage, session: Session) -> None:
    await named(session)
    await session.set_role(session.people[1].operator_id, Role.OWNER)
    await session.remove(session.people[0].operator_id)
    assert session.locked
    assert session.current is None
    assert not any(session.may(right) for right in Right)


# -- who may --------------------------------------------------------------------------------------------------------


async def test_a_clerk_sees_the_list_greyed_but_ones_own_pin(page: SettingsPage, session: Session) -> None:
    await named(session)
    session.enter(session.people[1])
    mine = page.people.people[session.people[1].operator_id]
    other = page.people.people[session.people[0].operator_id]
    assert mine.pin.isEnabled()
    grey = [page.people.add, other.pin, *(part for row in (mine, other) for part in (row.role, row.name, row.remove))]
    assert not any(part.isEnabled() for part in grey)
    assert all(part.toolTip() for part in grey)
    session.enter(session.people[0])
    assert page.people.add.isEnabled()


async def test_what_only_an_owner_may_do_with_shops_is_grey_on_the_accounts_page(
    desk: Desk, session: Session, qtbot: QtBot, actions: Any, until: Any
) -> None:
    from console.core.model import Platform, Shop
    from console.store.shops import pair, put_shop

    for platform in Platform:
        shop = Shop(shop_id=f"{platform}:1", platform=platform, platform_shop_id="1", name="小禾家居")
        await desk.database.write(put_shop, shop)
    await desk.database.write(pair, "kuaishou:1", "youzan:1")
    await named(session)
    accounts = AccountsPage(replace(desk, session=session))
    qtbot.addWidget(accounts)
    accounts.show()
    await until(lambda: bool(accounts.groups) and accounts.is_settled)
    (view,) = accounts.groups.values()
    assert view.part is not None
    owners = [view.part, accounts.bind, accounts.empty.button]
    for card in view.cards.values():
        owners += [card.unbind, *card.switches.knobs.values()]
    assert all(part.isEnabled() for part in owners)
    session.enter(session.people[1])
    assert not any(part.isEnabled() for part in owners)
    assert {part.toolTip() for part in owners} == {owner_only()}
    assert all(card.again.isEnabled() for card in view.cards.values()), "a clerk signs in again"
    said: list[str] = []
    accounts.said.connect(lambda words, _: said.append(words))
    accounts.open_at({"bind": "kuaishou"})
    assert accounts.wizard is None
    assert said == [owner_only()]
    accounts.open_at({"sign_in": "kuaishou:1"})
    assert accounts.wizard is not None
    session.enter(session.people[0])
    assert all(part.isEnabled() for part in owners)
    await accounts.close_page()


async def test_the_search_finds_people_and_their_names(page: SettingsPage, session: Session) -> None:
    await named(session)
    people = page.people
    assert people.keep("权限")
    assert people.keep("王强")
    assert people.keep("PIN")
    assert not people.keep("打印机")


async def test_when_the_window_locks_is_set_in_general_and_kept(page: SettingsPage, qtbot: QtBot) -> None:
    page.show_section("general")
    knob = page.general.lock_after._buttons["10"]
    knob.setFocus()
    qtbot.keyClick(knob, Qt.Key.Key_Space)
    assert page.desk.preferences.lock_minutes == 10
    page.general.lock_after._buttons["off"].click()
    assert page.desk.preferences.lock_minutes == 0
