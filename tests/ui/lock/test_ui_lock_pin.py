"""Coming in by the right PIN: what is said of a wrong one, how long it waits, and where none was kept."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_lock import LOCK, HandClock, Vault, named, page_of, type_pin

from console.core.clock import SECOND
from console.ui.session import Session
from console.ui.shell import Shell


async def test_without_people_enter_unlocks_and_the_page_says_so(shell: Shell, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClick(shell, Qt.Key.Key_L, LOCK)
    page = page_of(shell)
    assert session.locked
    assert not page.pin.isVisible()
    assert "按回车键即可解锁" in page.under.text()
    focus = QApplication.focusWidget()
    assert focus is page.open
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert not session.locked
    assert not page.isVisible()


async def test_a_wrong_pin_is_said_then_waits_longer_and_longer(
    shell: Shell, session: Session, hand: HandClock, qtbot: QtBot, until: Any
) -> None:
    await named(session)
    session.lock()
    page = page_of(shell)
    await type_pin(qtbot, page, "9999", until)
    assert "密码不对" in page.said.text()
    assert page.pin.text() == ""
    await type_pin(qtbot, page, "9999", until)
    await type_pin(qtbot, page, "9999", until)
    assert "0:05" in page.said.text()
    assert not page.pin.isEnabled()
    assert not page.open.isEnabled()
    hand.now += 3 * SECOND
    page._count()
    assert "0:02" in page.said.text()
    hand.now += 2 * SECOND
    page._count()
    assert page.said.text() == ""
    await type_pin(qtbot, page, "9999", until)
    assert "0:10" in page.said.text()
    hand.now += 10 * SECOND
    page._count()
    await type_pin(qtbot, page, "1234", until)
    assert not session.locked


async def test_a_wait_cannot_be_shortened_by_going_to_another_person_and_back(
    shell: Shell, session: Session, qtbot: QtBot, until: Any
) -> None:
    await named(session)
    session.lock()
    page = page_of(shell)
    for _ in range(3):
        await type_pin(qtbot, page, "9999", until)
    page.people[1].setChecked(True)
    await until(lambda: not page.busy)
    assert page.pin.isEnabled()
    page.people[0].setChecked(True)
    await until(lambda: not page.busy)
    assert not page.pin.isEnabled()
    assert "0:05" in page.said.text()


async def test_too_short_a_pin_is_not_counted(shell: Shell, session: Session, qtbot: QtBot, until: Any) -> None:
    await named(session)
    session.lock()
    page = page_of(shell)
    for _ in range(5):
        page.pin.clear()
        await type_pin(qtbot, page, "12", until)
        assert "4 到 8 位" in page.said.text()
    assert page.open.isEnabled()


async def test_a_pin_is_digits_only_and_never_shown_or_copied(
    shell: Shell, session: Session, qtbot: QtBot, until: Any
) -> None:
    await named(session)
    session.lock()
    page = page_of(shell)
    await until(lambda: QApplication.focusWidget() is page.pin)
    qtbot.keyClicks(page.pin, "1a2 3456789")
    assert page.pin.text() == "12345678"
    assert not any(character in page.pin.displayText() for character in "12345678")
    clipboard = QApplication.clipboard()
    clipboard.setText("before")
    page.pin.selectAll()
    page.pin.copy()
    assert clipboard.text() == "before"
    clipboard.clear()


async def test_a_silent_key_store_is_said_and_lets_nobody_in(
    shell: Shell, session: Session, vault: Vault, qtbot: QtBot, until: Any
) -> None:
    await named(session)
    session.lock()
    page = page_of(shell)
    await until(lambda: not page.busy)
    vault.silent = True
    await type_pin(qtbot, page, "1234", until)
    assert "钥匙串" in page.said.text()
    assert session.locked
    vault.silent = False
    await type_pin(qtbot, page, "1234", until)
    assert not session.locked


async def test_where_no_pin_was_kept_enter_unlocks_and_it_is_said(
    shell: Shell, session: Session, vault: Vault, qtbot: QtBot, until: Any
) -> None:
    one, _ = await named(session)
    await vault.forget(f"pin/{one.operator_id}")
    session.lock()
    page = page_of(shell)
    await until(lambda: not page.busy)
    assert "没有保存 陈静 的密码" in page.said.text()
    assert not page.pin.isEnabled()
    page.focus_here()
    qtbot.keyClick(page.open, Qt.Key.Key_Return)
    await until(lambda: not session.locked)
