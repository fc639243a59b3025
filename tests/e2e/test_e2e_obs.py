"""OBS, set up by hand in the real window: the cockpit opens with the stream and goes with it."""

import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from e2e_live import window
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.core.live import LiveSource
from console.core.streaming import LinkStage
from console.store import live_view
from console.ui.tabs.live.page import LivePage
from console.ui.tabs.settings.page import SettingsPage

sys.path.append(str(Path(__file__).parents[1] / "ingest"))

from ingest_obs import FakeObs

pytestmark = pytest.mark.timeout(120)

Until = Callable[..., Awaitable[None]]


async def test_the_cockpit_comes_and_goes_with_the_stream(tmp_path: Path, qapp: QApplication, until: Until) -> None:
    obs = FakeObs("planted")
    await obs.start()
    try:
        async with window(tmp_path, qapp) as (assembly, shell):
            settings = shell.show_tab("settings")
            assert isinstance(settings, SettingsPage)
            settings.show_section("live")
            section, link = settings.live, assembly.live.stream
            await until(lambda: section.is_settled, 10)
            section.port.setText(str(obs.port))
            section.port.editingFinished.emit()
            section.password.setText("planted")
            QTest.mouseClick(section.keep_password, Qt.MouseButton.LeftButton)
            await until(lambda: section.choice.port == obs.port and not section.password.text(), 10)
            QTest.mouseClick(section.on, Qt.MouseButton.LeftButton)
            await until(lambda: link.state().stage is LinkStage.ON, 10)
            page = shell.show_tab("live")
            assert isinstance(page, LivePage)
            await obs.change("STARTED", outputActive=True, outputDuration=2_000, outputTotalFrames=120)
            await until(lambda: page.rooms.currentWidget() is page.cockpit, 10)
            page.tick()
            assert "直播中" in page.cockpit.head.state.accessibleName(), "no figure came in, and yet it is on"
            await obs.change("STOPPED", outputActive=False)
            await until(lambda: page.rooms.currentWidget() is page.idle, 10)
            (show,) = await assembly.database.read(live_view.shows)
            assert show.source is LiveSource.OBS
            assert show.ended_at is not None
            assert "OBS" in page.idle.last.rows.words()[0]
    finally:
        await obs.stop()
