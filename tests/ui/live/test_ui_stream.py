"""The link to OBS in the settings, and the stream's health in the head of a show."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui_fakes import FakeActions

from console.core.clock import MINUTE, SECOND
from console.core.errors import Offline
from console.core.live import LiveAction, LiveSignal, LiveSnapshot, LiveSource
from console.core.streaming import LinkChoice, LinkStage, StreamState, StreamStatus
from console.store import live_sessions
from console.store.live_taking import take
from console.ui.context import Desk
from console.ui.tabs.live.page import LivePage
from console.ui.tabs.settings.page import SettingsPage
from console.ui.tray import Tray

Until = Callable[[Callable[[], bool]], Awaitable[None]]


def state(now: int, **more: object) -> StreamState:
    status = StreamStatus(at=now, is_active=True, congestion=0.12, skipped_frames=31, total_frames=9_000)
    usual: dict[str, object] = {"stage": LinkStage.ON, "status": status, "dropped": 0.004, "kbps": 5_950.0}
    return StreamState(**{**usual, **more})  # type: ignore[arg-type]


@pytest.fixture
async def settings(desk: Desk, qapp: QApplication) -> AsyncIterator[SettingsPage]:
    made = SettingsPage(desk)
    made.resize(1100, 760)
    made.show()
    yield made
    await made.close_page()
    made.close()
    made.deleteLater()


async def test_obs_is_linked_tried_and_its_password_kept(
    settings: SettingsPage, actions: FakeActions, until: Until
) -> None:
    link, section = actions.live.stream, settings.live
    settings.show_section("live")
    await until(lambda: settings.is_settled)
    assert (section.host.text(), section.port.text()) == ("127.0.0.1", "4455")
    assert not section.on.isChecked()
    QTest.mouseClick(section.on, Qt.MouseButton.LeftButton)
    await until(lambda: link.set.on)
    section.port.setText("4460")
    section.port.editingFinished.emit()
    await until(lambda: link.set == LinkChoice(on=True, port=4_460))
    section.password.setText("planted")
    QTest.mouseClick(section.keep_password, Qt.MouseButton.LeftButton)
    await until(lambda: link.secret == "planted")
    await until(lambda: section.password.text() == "")
    QTest.mouseClick(section.test, Qt.MouseButton.LeftButton)
    await until(lambda: "5.5.2" in section.verdict.text())
    assert link.tested == [(link.set, None)], "the kept password is used, not shown"
    link.trouble = Offline("obs.silent", detail="127.0.0.1:4460")
    QTest.mouseClick(section.test, Qt.MouseButton.LeftButton)
    await until(lambda: "127.0.0.1:4460" in section.verdict.text())
    link.now = StreamState(stage=LinkStage.REFUSED, code="obs.password")
    section.show_state()
    assert "密码不对" in section.state.accessibleName()
    assert "显示连接信息" in section.state.toolTip()


async def show(desk: Desk, page: LivePage) -> None:
    now = desk.now()
    rows = [LiveSignal(session_id="s", action=LiveAction.START, at=now - MINUTE)]
    told = [LiveSnapshot(session_id="s", at=now - n * 10 * SECOND, online=300) for n in range(6)]
    await desk.database.write(take, [*rows, *told], now, LiveSource.INGEST)
    page.read()
    async with asyncio.timeout(20):
        while page.on_air is None or not page.is_settled:  # noqa: ASYNC110 - the state of several widgets
            await asyncio.sleep(0.01)


async def test_the_head_says_how_the_stream_is(page: LivePage, desk: Desk, actions: FakeActions) -> None:
    link, head = actions.live.stream, page.cockpit.head

    def stamps() -> list[str]:
        page.tick()
        return [said.text() for _, said in head._stamps if not said.isHidden()]

    await show(desk, page)
    assert not any("OBS" in one for one in stamps()), "nothing is linked"
    link.now = state(desk.now())
    assert "OBS · 丢帧 0.4% · 拥塞 12%" in stamps()
    assert any("9,000 帧，丢 31 帧" in said.toolTip() for _, said in head._stamps)
    link.now = state(desk.now(), status=StreamStatus(at=desk.now(), is_active=True, is_reconnecting=True))
    assert "OBS · 重连中" in stamps()
    assert "重连中" in head.state.accessibleName()
    link.now = StreamState(stage=LinkStage.WAITING, code="obs.silent")
    assert "OBS · 无应答" in stamps()
    assert "直播中" in head.state.accessibleName(), "the helper goes on telling"


async def test_the_wall_says_of_the_show_what_the_cockpit_says(
    page: LivePage, desk: Desk, actions: FakeActions, until: Until
) -> None:
    """Begun by hand and told of by nobody: the wall called it cut for the whole evening."""
    now = desk.now()
    await desk.database.write(live_sessions.start, "", now - MINUTE)
    page.read()
    await until(lambda: page.is_settled and page.on_air is not None)
    page.toggle_wall()
    wall = page.wall
    assert wall is not None
    assert wall.state.text() == page.cockpit.head.state.accessibleName() == "直播中"
    actions.live.stream.now = state(now, status=StreamStatus(at=now, is_active=True, is_reconnecting=True))
    page.tick()
    assert page.on_air is not None
    wall.tick(page.on_air, now)
    assert wall.state.text() == page.cockpit.head.state.accessibleName()
    assert "重连中" in wall.state.text()
    page.toggle_wall()
    await until(lambda: page.wall is None)


async def test_dropped_frames_are_the_first_advice(page: LivePage, desk: Desk, actions: FakeActions) -> None:
    actions.live.stream.now = state(desk.now(), dropped=0.034)
    await show(desk, page)
    assert page.cockpit.advice_now is not None
    assert page.cockpit.advice_now.trigger == "frames_dropped"
    assert "3.4%" in page.cockpit.advice._evidence.text()


async def test_it_calls_where_nobody_looks_and_never_twice(page: LivePage, desk: Desk, actions: FakeActions) -> None:
    rings: list[int] = []
    page.caller.ring = lambda: rings.append(1)
    said: list[tuple[str, str]] = []
    page.caller.tray.say = lambda title, words: said.append((title, words))  # type: ignore[method-assign]
    page.caller.is_in_front = lambda: False
    desk.preferences.live_sound = True
    actions.live.stream.now = state(desk.now(), dropped=0.034)
    await show(desk, page)
    await show(desk, page)
    assert said == [("推流丢帧", "现在 3.4%，线 2%")]
    assert rings == [1]
    assert page.caller.tray.icon is None, "nothing is beside the clock that was not asked for"


async def test_without_a_place_beside_the_clock_the_window_asks_to_be_seen(page: LivePage) -> None:
    page.caller.tray.say("推流丢帧", "现在 3.4%")
    assert page.caller.tray.icon is None


async def test_sounds_and_notices_are_set_in_the_settings(settings: SettingsPage, desk: Desk, until: Until) -> None:
    settings.show_section("live")
    await until(lambda: settings.is_settled)
    assert not desk.preferences.live_sound
    QTest.mouseClick(settings.live.sound, Qt.MouseButton.LeftButton)
    QTest.mouseClick(settings.live.notices, Qt.MouseButton.LeftButton)
    assert desk.preferences.live_sound
    assert not desk.preferences.live_notices


async def test_without_a_show_the_link_is_among_the_connections(
    page: LivePage, desk: Desk, actions: FakeActions
) -> None:
    asked: list[tuple[str, object]] = []
    page.go.connect(lambda key, question: asked.append((key, question)))
    chips = page.idle.connections._chips
    page.tick()
    assert "可选" in chips[3].accessibleName()
    actions.live.stream.now = StreamState(stage=LinkStage.WAITING, next_try_at=desk.now() + 8_000, code="obs.silent")
    page.tick()
    assert "无应答" in chips[3].accessibleName()
    QTest.mouseClick(page.idle.door.obs, Qt.MouseButton.LeftButton)
    assert asked == [("settings", {"section": "live"})]


@pytest.mark.qt_log_ignore("No such signal QPlatformNativeInterface", extend=True)  # offscreen has no such place
async def test_where_there_is_a_place_beside_the_clock_it_is_used_and_left_clean(page: LivePage) -> None:
    tray = Tray(page, lambda: True)
    opened: list[int] = []
    tray.opened.connect(lambda: opened.append(1))
    tray.say("推流丢帧", "现在 3.4%")
    icon = tray.icon
    assert icon is not None
    assert icon.toolTip() == "推流丢帧"
    assert not icon.icon().isNull()
    icon.messageClicked.emit()
    assert opened == [1]
    tray.say("断流", "60 秒没有数据")
    assert tray.icon is icon, "one for all notices"
    tray.close()
    assert tray.icon is None
