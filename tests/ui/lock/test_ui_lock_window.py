"""The locked window: nothing of a buyer is to be seen or reached until somebody comes in, by keys alone."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QToolTip
from pytestqt.qtbot import QtBot
from ui_lock import BUYER, LOCK, has_buyer, in_sight, named, page_of, press, type_pin, with_buyer

from console.ui.dialogs import Dialog
from console.ui.session import Session
from console.ui.shell import Shell


async def test_locked_by_key_nothing_of_a_buyer_is_in_a_picture_or_in_sight(
    shell: Shell, session: Session, qtbot: QtBot
) -> None:
    await named(session)
    shown = with_buyer(shell)
    assert has_buyer(shell)
    qtbot.keyClick(shell, Qt.Key.Key_L, LOCK)
    assert session.locked
    assert not has_buyer(shell)
    assert not shown.isVisible()
    assert not any(BUYER in text for text in in_sight(shell))
    assert shell.grab().toImage() != shown.grab().toImage()


async def test_no_key_reaches_what_is_locked(shell: Shell, session: Session, qtbot: QtBot, until: Any) -> None:
    await named(session)
    shown = with_buyer(shell)
    shown.setFocus()
    acted: list[bool] = []
    shortcut = QShortcut(QKeySequence("Ctrl+J"), shell)
    shortcut.activated.connect(lambda: acted.append(True))
    qtbot.keyClick(shell, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert acted == [True]
    clipboard = QApplication.clipboard()
    clipboard.setText("before")
    session.lock()
    page = page_of(shell)
    await until(lambda: QApplication.focusWidget() is page.pin)
    before = shell.current_key
    for key in (Qt.Key.Key_J, Qt.Key.Key_4, Qt.Key.Key_K, Qt.Key.Key_F, Qt.Key.Key_R, Qt.Key.Key_A, Qt.Key.Key_C):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(shell, key, Qt.KeyboardModifier.ControlModifier)
    for key in (Qt.Key.Key_F6, Qt.Key.Key_F5, Qt.Key.Key_Escape, Qt.Key.Key_Menu):
        qtbot.keyClick(QApplication.focusWidget() or shell, key)
    assert acted == [True]
    assert shell.current_key == before
    assert clipboard.text() == "before"
    assert session.locked
    for _ in range(12):
        qtbot.keyClick(QApplication.focusWidget() or shell, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus is page or page.isAncestorOf(focus), focus
    clipboard.clear()


async def test_after_unlocking_keys_and_focus_are_as_before(
    shell: Shell, session: Session, qtbot: QtBot, until: Any
) -> None:
    await named(session)
    shell.topbar.search.setFocus()
    session.lock()
    await type_pin(qtbot, page_of(shell), "1234", until)
    await until(lambda: not session.locked)
    assert QApplication.focusWidget() is shell.topbar.search
    qtbot.keyClick(shell, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert shell.current_key == "orders"


@pytest.mark.qt_log_ignore("This plugin does not support (grabbing the keyboard|raise)", extend=True)
async def test_neither_tooltip_nor_toast_nor_menu_outlasts_the_lock(shell: Shell, session: Session, until: Any) -> None:
    await named(session)
    shown = with_buyer(shell)
    shell.toast.say(BUYER)
    menu = QMenu(BUYER, shell)
    menu.addAction(BUYER)
    menu.popup(QPoint(10, 10))
    assert shell.toast.isVisible()
    session.lock()
    assert shell.toast.isHidden(), "else it would stay for ever after unlocking"
    assert not menu.isVisible()
    shell.toast.say(BUYER)
    assert not shell.toast.isVisible(), "what is said meanwhile is not shown either"
    where = QPoint(5, 5)
    QApplication.sendEvent(shown, QHelpEvent(QEvent.Type.ToolTip, where, shown.mapToGlobal(where)))
    assert not QToolTip.isVisible()
    assert not any(BUYER in text for text in in_sight(shell))
    menu.deleteLater()
    shell.toast.hide()


async def test_a_dialog_is_put_away_and_comes_back_for_the_same_person_as_it_was(
    shell: Shell, session: Session, qtbot: QtBot, until: Any
) -> None:
    await named(session)
    dialog = Dialog(shell, BUYER, "发货")
    ended: list[int] = []
    dialog.finished.connect(ended.append)
    dialog.open()
    await until(dialog.isVisible)
    session.lock()
    assert not dialog.isVisible()
    await type_pin(qtbot, page_of(shell), "1234", until)
    await until(dialog.isVisible)
    assert dialog.isModal()
    assert ended == []
    dialog.reject()
    assert ended == [0]
    dialog.deleteLater()


async def test_a_dialog_of_one_is_closed_when_another_comes_in(
    shell: Shell, session: Session, qtbot: QtBot, until: Any
) -> None:
    await named(session)
    dialog = Dialog(shell, BUYER, "发货")
    ended: list[int] = []
    dialog.finished.connect(ended.append)
    dialog.open()
    session.lock()
    page = page_of(shell)
    await until(lambda: QApplication.focusWidget() is page.pin and not page.busy)
    qtbot.keyClick(page.pin, Qt.Key.Key_Down)
    await type_pin(qtbot, page, "5678", until)
    assert session.current is not None
    assert session.current.name == "王强"
    assert ended == [QDialog.DialogCode.Rejected.value]
    assert not dialog.isVisible()
    dialog.deleteLater()


@pytest.mark.qt_log_ignore("This plugin does not support (setting window opacity|raise)", extend=True)
async def test_what_opens_while_locked_waits(shell: Shell, session: Session, qtbot: QtBot, until: Any) -> None:
    await named(session)
    session.lock()
    dialog = Dialog(shell, BUYER, "发货")
    dialog.open()
    assert dialog.windowOpacity() == 0
    await until(lambda: not dialog.isVisible())
    await type_pin(qtbot, page_of(shell), "1234", until)
    await until(dialog.isVisible)
    assert dialog.windowOpacity() == 1
    dialog.reject()
    dialog.deleteLater()


async def test_the_lock_keys_work_over_a_dialog_too(shell: Shell, session: Session, until: Any) -> None:
    await named(session)
    dialog = Dialog(shell, BUYER, "发货")
    dialog.open()
    await until(lambda: QApplication.focusWindow() is dialog.windowHandle())
    press(dialog, Qt.Key.Key_L, LOCK)
    assert session.locked
    assert not dialog.isVisible()
    session.enter(session.current)
    dialog.reject()
    dialog.deleteLater()


async def test_reading_goes_on_and_pages_hear_of_it(shell: Shell, session: Session, changes: Any, until: Any) -> None:
    from console.core.changes import changed
    from console.core.model import Platform, Shop
    from console.store.shops import put_shop

    await named(session)
    session.lock()
    assert shell.desk is not None
    shop = Shop(shop_id="kuaishou:1", platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居")
    await shell.desk.database.write(put_shop, shop)
    changes.announce(changed("shops"))
    await until(lambda: [one.name for one in shell.overview.shops] == ["小禾家居"])
    assert session.locked
    assert not any("小禾家居" in text for text in in_sight(shell))
