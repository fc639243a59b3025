"""人员与权限: taking in by keys, what a PIN must be, and where it is kept."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_people import Vault, bytes_of, named, rows_of, says, type_in

from console.core.operators import Right, Role
from console.ui.session import Session
from console.ui.tabs.settings.page import SettingsPage
from console.ui.tabs.settings.people_dialogs import AddPerson, NewPin

# -- taking in ------------------------------------------------------------------------------------------------------


async def test_the_first_person_is_an_owner_taken_in_by_keys_and_is_there_at_once(
    page: SettingsPage, session: Session, qtbot: QtBot, until: Any
) -> None:
    people = page.people
    assert "打开窗口的人就是店主" in says(people)
    people.add.setFocus()
    qtbot.keyClick(people.add, Qt.Key.Key_Space)
    dialog = people.dialog
    assert isinstance(dialog, AddPerson)
    assert dialog.role.key() == "owner"
    assert len(dialog.role._buttons) == 1
    await until(lambda: QApplication.focusWidget() is dialog.name)
    dialog.name.insert("陈静")  # an input method's work
    qtbot.keyClick(dialog.name, Qt.Key.Key_Tab)
    if QApplication.focusWidget() is not dialog._pins.first:  # past the role
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    type_in(qtbot, "1234", "1234")
    await until(lambda: people.dialog is None)
    assert [(one.name, one.role) for one in session.people] == [("陈静", Role.OWNER)]
    assert session.current == session.people[0]
    assert not session.locked
    assert people.saved.text() == "已保存"
    assert "正在使用本窗口" in says(people)


async def test_a_clerk_is_taken_in_by_default_and_by_whom_is_kept(
    page: SettingsPage, session: Session, until: Any
) -> None:
    await session.add("陈静", Role.OWNER, "1234")
    page.people.open_add()
    dialog = page.people.dialog
    assert isinstance(dialog, AddPerson)
    assert dialog.role.key() == "clerk"
    dialog.name.setText("王强")
    dialog._pins.first.setText("5678")
    dialog._pins.again.setText("5678")
    dialog.accept_button.click()
    await until(lambda: page.people.dialog is None)
    assert session.people[1].role is Role.CLERK
    assert await rows_of(page) == [
        ("operators.add", {"name": "陈静", "role": "owner"}),
        ("operators.add", {"name": "王强", "role": "clerk", "by": "陈静"}),
    ]


@pytest.mark.parametrize(
    ("name", "pin", "again", "why"),
    [
        ("", "1234", "1234", "还没有填写姓名"),
        ("陈静", "1234", "1234", "已经有人用这个姓名"),
        ("王强", "12", "12", "4 到 8 位数字"),
        ("王强", "1234", "1235", "两次输入的密码不一样"),
    ],
)
async def test_what_is_wrong_is_said_while_typing(
    page: SettingsPage, session: Session, name: str, pin: str, again: str, why: str
) -> None:
    await session.add("陈静", Role.OWNER, "1234")
    page.people.open_add()
    dialog = page.people.dialog
    assert isinstance(dialog, AddPerson)
    assert dialog.said.text() == "", "nothing is wrong before anything was typed"
    dialog.name.setText(name)
    dialog._pins.first.setText(pin)
    dialog._pins.again.setText(again)
    assert why in dialog.said.text()
    assert not dialog.accept_button.isEnabled()
    assert why in dialog.accept_button.toolTip()
    dialog.reject()
    assert len(session.people) == 1


async def test_a_silent_key_store_keeps_the_dialog_open_and_takes_nobody_in(
    page: SettingsPage, session: Session, vault: Vault, until: Any
) -> None:
    vault.silent = True
    page.people.open_add()
    dialog = page.people.dialog
    assert isinstance(dialog, AddPerson)
    dialog.name.setText("陈静")
    dialog._pins.first.setText("1234")
    dialog._pins.again.setText("1234")
    dialog.accept_button.click()
    await until(lambda: "钥匙串没有应答" in dialog.said.text())
    assert dialog.isVisible()
    assert session.people == ()
    assert session.may(Right.OPERATORS)
    vault.silent = False
    dialog.accept_button.click()
    await until(lambda: page.people.dialog is None)
    assert [one.name for one in session.people] == ["陈静"]


async def test_cancelling_leaves_no_pin_behind(page: SettingsPage, session: Session) -> None:
    page.people.open_add()
    dialog = page.people.dialog
    assert isinstance(dialog, AddPerson)
    dialog._pins.first.setText("1234")
    dialog.reject()
    assert dialog._pins.first.text() == ""
    assert session.people == ()


# -- the key store, the file, the settings beside -------------------------------------------------------------------


async def test_without_a_key_store_it_is_said_for_as_long_as_it_is_so(
    page: SettingsPage, session: Session, vault: Vault
) -> None:
    assert not page.people.fleeting.isVisible()
    vault.lasts = False
    await named(session)
    assert page.people.fleeting.isVisible()
    assert "密码只保留到程序关闭" in page.people.fleeting.accessibleName()


async def test_no_pin_and_no_hash_reaches_the_profile(
    page: SettingsPage, session: Session, vault: Vault, tmp_path: Path, until: Any
) -> None:
    await session.add("陈静", Role.OWNER, "70318264")
    page.people.open_pin(session.people[0])
    dialog = page.people.dialog
    assert isinstance(dialog, NewPin)
    assert dialog.former is not None
    dialog.former.setText("70318264")
    dialog._pins.first.setText("50318264")
    dialog._pins.again.setText("50318264")
    dialog.accept_button.click()
    await until(lambda: page.people.dialog is None)
    kept = [text.decode().split("$") for text in vault._kept.values()]
    assert len(kept) == 1
    held = await asyncio.to_thread(bytes_of, tmp_path)
    assert "陈静".encode() in held
    for secret in ("70318264", "50318264", kept[0][-1], kept[0][-2]):
        assert secret.encode() not in held
