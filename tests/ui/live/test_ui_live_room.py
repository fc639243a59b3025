"""A show that is on has the whole window, and everything in it can be reached and left by key."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from test_ui_live import feed, read, show
from test_ui_stream import state
from ui_fakes import FakeActions

from console.core.changes import changed
from console.ui.context import Desk
from console.ui.shell import Shell
from console.ui.shots import settle
from console.ui.tabs.live.fitted import Fitted
from console.ui.tabs.live.page import LivePage

Until = Callable[[Callable[[], bool]], Awaitable[None]]


@pytest.fixture
async def shell(qtbot: QtBot, desk: Desk, until: Until) -> AsyncIterator[Shell]:
    made = Shell(desk.preferences)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    await until(made.isActiveWindow)
    made.furnish(desk)
    yield made
    await made.close_pages()
    made.may_close = True
    made.close()
    made.deleteLater()


async def on_air(shell: Shell, desk: Desk) -> LivePage:
    await feed(desk, show(desk.now()))
    page = shell.show_tab("live")
    assert isinstance(page, LivePage)
    await read(page)
    await settle(shell)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    return page


async def test_the_cockpit_has_the_window_and_needs_no_scrolling(shell: Shell, desk: Desk) -> None:
    assert shell.rail.width() == 200
    page = await on_air(shell, desk)
    assert shell.rail.width() == 56
    assert not shell.statusbar.isVisible()
    body = page.cockpit.findChild(Fitted)
    assert body is not None
    assert body.verticalScrollBar().maximum() == 0, "all of it is in sight at once"
    shell.rail.fold_asked.emit()
    assert shell.rail.width() == 200, "somebody asked for it"
    shell.rail.fold_asked.emit()
    assert shell.rail.width() == 56
    shell.rail.fold_asked.emit()
    shell.show_tab("orders")
    assert shell.rail.width() == 200
    assert shell.statusbar.isVisible()


def walked(window: QWidget, start: QWidget, most: int = 120) -> list[QWidget]:
    """What Tab arrives at, beginning there, until it comes round."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    found: list[QWidget] = []
    for _ in range(most):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is None or here in found:
            break
        found.append(here)
    return found


async def test_tab_reaches_every_part_of_the_cockpit(shell: Shell, desk: Desk) -> None:
    page = await on_air(shell, desk)
    room = page.cockpit
    reached = walked(shell, page)
    wanted: list[QWidget] = [room.head.history, room.head.figures, room.head.mark, room.head.wall, room.head.finish]
    wanted += [*room.tiles.tiles, room.curve.curve, room.goods.rows, room.stream.rows]
    missed = [one.accessibleName() or type(one).__name__ for one in wanted if one not in reached]
    assert missed == []
    for one in reached:
        named = one.accessibleName() or getattr(one, "text", str)() or one.toolTip()
        assert named, f"{type(one).__name__} in {type(one.parent()).__name__} has no name"
    order = [reached.index(one) for one in (room.head.mark, room.tiles.tiles[0], room.goods.rows)]
    assert order == sorted(order), "as it is read"


async def test_escape_leads_back_from_every_room(shell: Shell, desk: Desk, until: Until) -> None:
    page = await on_air(shell, desk)
    for view, room in (("recap", page.recap), ("scripts", page.scripts), ("replay", page.replay)):
        page.open_at({"view": view})
        await until(lambda room=room: page.rooms.currentWidget() is room and page.is_settled)  # type: ignore[misc]  # bound now
        assert shell.rail.width() == 200
        inside = QApplication.focusWidget()
        assert inside is not None
        assert room.isAncestorOf(inside) or inside in (room, page), "the keys go to what is in sight"
        QTest.keyClick(inside, Qt.Key.Key_Escape)
        await until(lambda: page.rooms.currentWidget() is not room)  # noqa: B023 - waited for at once
        if room is page.replay:
            assert page.rooms.currentWidget() is page.recap
            QTest.keyClick(page.recap, Qt.Key.Key_Escape)
        assert page.rooms.currentWidget() is page.cockpit
    page.open_at({"view": "now", "figures": "pad"})
    await until(lambda: page.figures.isVisible() and page.is_settled)
    inside = QApplication.focusWidget()
    assert inside is not None
    assert page.figures.isAncestorOf(inside)
    QTest.keyClick(inside, Qt.Key.Key_Escape)
    assert not page.figures.isVisible()


async def test_whoever_packs_orders_during_a_show_is_called(
    shell: Shell, desk: Desk, actions: FakeActions, until: Until
) -> None:
    page = await on_air(shell, desk)
    rings: list[int] = []
    page.caller.ring = lambda: rings.append(1)
    desk.preferences.live_sound = True
    shell.show_tab("orders")
    read_at = page.on_air.now if page.on_air is not None else 0
    actions.live.stream.now = state(desk.now(), dropped=0.034)
    page.lookout.look()
    await until(lambda: shell.toast.isVisible() and page.on_air is not None and page.on_air.now > read_at)
    assert shell.toast.accessibleName() == "推流丢帧 现在 3.4%，线 2%"
    assert rings == [1]
    assert shell.current_key == "orders"
    shell.toast.hide()
    page.lookout.look()
    await until(lambda: not page.tasks.busy)
    assert (shell.toast.isVisible(), rings) == (False, [1]), "once is enough"


async def test_a_show_that_begins_is_looked_after_though_its_page_was_never_shown(
    shell: Shell, desk: Desk, until: Until
) -> None:
    await until(lambda: shell.is_settled)
    assert shell._pages.get("live") is None
    await feed(desk, show(desk.now()))
    desk.changes.changed.emit(changed("live"))
    await until(lambda: shell._pages.get("live") is not None)
    page = shell._pages["live"]
    assert isinstance(page, LivePage)
    await until(lambda: page.on_air is not None)
    assert (shell.current_key, page.isVisible()) == ("home", False)


async def test_out_of_sight_the_file_is_asked_only_about_a_show(shell: Shell, desk: Desk, until: Until) -> None:
    page = shell.show_tab("live")
    assert isinstance(page, LivePage)
    await until(lambda: page.is_settled)
    asked: list[int] = []
    page.lookout.due.connect(lambda: asked.append(1))
    page.lookout.look()
    shell.show_tab("orders")
    page.lookout.look()
    desk.changes.changed.emit(changed("orders"))
    page.lookout.look()
    assert asked == []
    desk.changes.changed.emit(changed("live"))
    page.lookout.look()
    page.lookout.look()
    assert asked == [1]
    await until(lambda: page.is_settled)
