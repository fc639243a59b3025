"""The lock: nothing of a buyer is to be seen or reached until somebody comes in by the right PIN, by keys alone."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from console.core.clock import MINUTE, SECOND
from console.core.errors import Refused
from console.core.operators import Operator, Right, Role
from console.store import audit
from console.store.operators import Roster
from console.store.pins import Pins
from console.store.secrets import MemoryVault, SupportsSecrets, VaultTrouble
from console.ui.context import Desk
from console.ui.dialogs import Dialog
from console.ui.lock import LockPage
from console.ui.rights import guard, owner_only
from console.ui.session import Session
from console.ui.shell import Shell
from console.ui.widgets import button

BUYER = "陶晓雯 138****4821"
LOCK = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Vault(MemoryVault):
    """Keeps PINs for the test; can be silent."""

    def __init__(self) -> None:
        super().__init__()
        self.silent = False
        self.lasts = True

    async def opened(self) -> tuple[SupportsSecrets, bool]:
        return self, self.lasts

    async def recall(self, key: str) -> str | None:
        if self.silent:
            raise VaultTrouble("locked")
        return await super().recall(key)


@dataclass
class HandClock:
    """Stands until it is moved."""

    now: int = 1_768_444_200_000

    def now_ms(self) -> int:
        return self.now

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)


@pytest.fixture
def vault() -> Vault:
    return Vault()


@pytest.fixture
def hand() -> HandClock:
    return HandClock()


@pytest.fixture
def session(desk: Desk, vault: Vault, hand: HandClock) -> Session:
    return Session(Roster(desk.database, Pins(vault.opened), hand))


@pytest.fixture
def peopled(desk: Desk, session: Session, hand: HandClock) -> Desk:
    """A desk with a session; nobody is named yet."""
    return replace(desk, session=session, clock=hand, database=desk.database.acting(session.by))


@pytest.fixture
async def shell(qtbot: QtBot, peopled: Desk) -> AsyncIterator[Shell]:
    made = Shell(peopled.preferences)
    made.resize(1440, 900)
    made.show()
    made.furnish(peopled)
    made.activateWindow()
    yield made
    await made.close_pages()
    made.may_close = True
    made.close()
    made.deleteLater()


async def named(session: Session) -> tuple[Operator, Operator]:
    """An owner, who is at the window, and a clerk."""
    one = await session.add("陈静", Role.OWNER, "1234")
    two = await session.add("王强", Role.CLERK, "5678")
    return one, two


def page_of(shell: Shell) -> LockPage:
    assert shell.locker is not None
    return shell.locker.page


def with_buyer(shell: Shell) -> QLabel:
    """The page in sight shows a buyer, in a colour that nothing else has."""
    assert shell.page is not None
    shown = QLabel(BUYER, shell.page)
    shown.setStyleSheet("background: #ff00fe; color: #ff00fe;")
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
    shown.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    shown.setToolTip(BUYER)
    shown.resize(300, 60)
    shown.show()
    return shown


def has_buyer(widget: QWidget) -> bool:
    """Whether the colour is anywhere in a picture of it."""
    image = widget.grab().toImage()
    wanted = QColor("#ff00fe").rgb()
    return any(image.pixel(x, y) == wanted for x in range(0, image.width(), 10) for y in range(0, image.height(), 10))


def in_sight(shell: Shell) -> list[str]:
    """Every text of a visible widget, in any window of the program."""
    found = []
    for window in QApplication.topLevelWidgets():
        for widget in (window, *window.findChildren(QWidget)):
            if widget.isVisible():
                found += [str(widget.property("text") or ""), widget.accessibleName(), widget.windowTitle()]
    return found


def press(window: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key as the window system hands it over: to the window, not to a widget."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        handle = window.windowHandle()
        if handle is not None:
            QApplication.sendEvent(handle, QKeyEvent(kind, key, held))


def point(window: QWidget) -> None:
    """The mouse moves over the window."""
    at, none = QPointF(600, 890), Qt.MouseButton.NoButton
    held = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window.windowHandle(), QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, held))


async def type_pin(qtbot: QtBot, page: LockPage, pin: str, until: Any) -> None:
    await until(lambda: not page.busy and QApplication.focusWidget() is page.pin)
    qtbot.keyClicks(page.pin, pin)
    qtbot.keyClick(page.pin, Qt.Key.Key_Return)
    await until(lambda: not page.busy)


# -- locking --------------------------------------------------------------------------------------------------------


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


# -- coming in ------------------------------------------------------------------------------------------------------


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


# -- nobody there ---------------------------------------------------------------------------------------------------


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


# -- what is greyed -------------------------------------------------------------------------------------------------


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
