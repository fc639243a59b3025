"""A model is set up in the settings, tried, and asked about a text: real widgets, a real socket, its faults."""

import asyncio
import json
import subprocess
import sys
import urllib.request
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from console.app.joining import Assembly
from console.store.profile import Profile
from console.ui import theme
from console.ui.bridge import Bridge
from console.ui.context import Desk
from console.ui.language import Translators
from console.ui.preferences import Preferences
from console.ui.tabs.compliance.page import CompliancePage
from console.ui.tabs.compliance.reviews import ReviewsView
from console.ui.tabs.compliance.reviews_dialog import VerdictDialog
from console.ui.tabs.settings.page import SettingsPage

START = "import sys; from console.sandbox.serve import main; sys.exit(main(sys.argv[1:]))"
WORLD = ["--port", "0", "--seed", "5", "--items", "5", "--orders", "20", "--frozen"]
SPOKEN = "家人们，三天见效，马上涨价，找13812345678"


@pytest.fixture
def model() -> Iterator[dict[str, Any]]:
    """The stand-in; ``control`` takes its faults."""
    process = subprocess.Popen([sys.executable, "-c", START, *WORLD], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    line = json.loads(process.stdout.readline())
    with urllib.request.urlopen(line["kuaishou"]["base_url"] + "/reviewer") as answer:
        yield {**json.load(answer), "control": line["control_url"]}
    process.terminate()
    process.communicate(timeout=15)


@pytest.fixture
async def desk(qapp: QApplication, tmp_path: Path) -> AsyncIterator[Desk]:
    translators = Translators(qapp)
    translators.use("zh_CN")
    theme.apply(qapp, "light")
    with Profile.open(tmp_path / "profile") as profile:
        assembly = await Assembly.open(profile)
        preferences = Preferences(tmp_path / "window.ini")
        preferences.language = "zh_CN"
        bridge = Bridge(assembly.hub)
        yield Desk(
            database=assembly.database,
            changes=bridge,
            clock=assembly.clock,
            actions=assembly,
            preferences=preferences,
            log_path=tmp_path / "console.log",
        )
        bridge.close()
        await assembly.close()
    translators.use("en")


def strike(model: dict[str, Any], fault: str) -> None:
    body = json.dumps({"on": [fault], "times": 1}).encode()
    urllib.request.urlopen(urllib.request.Request(f"{model['control']}/faults", data=body)).close()


async def test_from_the_settings_to_a_verdict_with_faults_in_between(
    desk: Desk, model: dict[str, Any], until: Any
) -> None:
    settings = SettingsPage(desk)
    settings.show()
    settings.show_section("review")
    await until(lambda: settings.is_settled)
    room = settings.review
    room.key.setText("sk-wrong-key-000000")
    room.keep_key.click()
    await until(lambda: room.key.placeholderText() == "已保存密钥")
    for name, text in (("base_url", model["base_url"]), ("model", model["model"]), ("price_in_fen", "0.80")):
        room.fields[name].setText(text)
        room.fields[name].editingFinished.emit()
        await until(lambda name=name: room.rows[name].note.text() == "已保存")
    room.on.click()
    await until(lambda: room.test.isEnabled())
    room.test.click()
    await until(lambda: room.verdict.text() == "审核模型不认这把密钥。")
    room.key.setText(model["key"])
    room.keep_key.click()
    await until(lambda: room.rows["key"].note.text() == "已保存" and room.key.text() == "")
    await until(lambda: room.test.isEnabled())
    room.test.click()
    await until(lambda: "2 条提示" in room.verdict.text())
    await settings.close_page()
    settings.close()
    settings.deleteLater()

    page = CompliancePage(desk)
    page.resize(1180, 780)
    page.show()
    await until(lambda: page.is_settled)
    view = page.enter("reviews")
    assert isinstance(view, ReviewsView)
    view.text.setPlainText(SPOKEN)
    await until(lambda: view.by_model.isEnabled() and "*" in view.sent.toPlainText() and view.is_settled)
    await asyncio.to_thread(strike, model, "throttle")
    view.by_model.click()
    await until(lambda: len(view.verdicts) == 3 and view.is_settled)
    assert view.verdicts[0].trouble == "net.busy"
    await until(lambda: view.by_model.isEnabled())
    view.by_model.click()
    await until(lambda: len(view.verdicts) == 4 and view.is_settled)
    found = view.verdicts[0]
    assert [one.text for one in found.points if one.by == "model"] == ["三天见效", "马上涨价"]
    assert found.dropped == 1
    assert "13812345678" not in found.sent
    opened = asyncio.create_task(view.open_verdict(found))
    await until(lambda: view.findChildren(VerdictDialog))
    dialog = view.findChildren(VerdictDialog)[0]
    words = [one.text() for one in dialog.findChildren(QLabel)]
    assert "<b>承诺见效时间</b>" in words, "markup of a model is shown as it is"
    dialog.reject()
    await opened
    await until(lambda: view.is_settled)
    await page.close_page()
    page.close()
    page.deleteLater()
