"""S16: an hour of captions through the real door into the real window; what is risky is underlined as it comes in."""

import csv
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from e2e_live import Helper, window
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.core.clock import MINUTE, SECOND
from console.store import audit
from console.ui.tabs.compliance.page import CompliancePage
from console.ui.tabs.compliance.wording import WordingView
from console.ui.tabs.live.hints import worst
from console.ui.tabs.live.page import LivePage

pytestmark = pytest.mark.timeout(120)

LISTS = Path(__file__).parents[1] / "rules" / "wording"
AT_ONCE = 400  # lines in one call
Until = Callable[..., Awaitable[None]]


def rows(name: str) -> list[dict[str, str]]:
    with (LISTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


async def play(helper: Helper, begin: int, captions: list[dict[str, str]]) -> None:
    """These lines at their times."""
    events = [
        {"event_id": f"cap{row['index']}", "ts_ms": begin + int(row["end_ms"]), "type": "caption", "text": row["text"]}
        for row in captions
    ]
    told = await helper.send("/events", {"session_id": "s", "events": events})
    assert told["accepted"] == len(events)


async def flagged(page: LivePage, until: Until, last: str) -> dict[str, str]:
    """The grave wording of each line in sight, once the line ``last`` was looked at."""
    stream = page.cockpit.stream
    await until(lambda: f"cap{last}" in stream._verdicts, 15)
    graves = {name: worst(verdict) for name, verdict in stream._verdicts.items()}
    return {name.removeprefix("cap"): one.text for name, one in graves.items() if one is not None}


async def test_an_hour_of_captions_is_underlined_as_it_comes_in_and_one_phrase_is_let_pass(
    tmp_path: Path, qapp: QApplication, until: Until
) -> None:
    captions, labels = rows("captions.csv"), {row["index"]: row for row in rows("captions_labels.csv")}
    async with window(tmp_path, qapp) as (assembly, shell):
        page = shell.show_tab("live")
        assert isinstance(page, LivePage)
        await assembly.live.open(0)
        helper = Helper(assembly.live.state().address, await assembly.live.token())
        begin = assembly.clock.now_ms() - 62 * MINUTE
        await helper.send("/session", {"session_id": "s", "action": "start", "started_at_ms": begin})
        await helper.send("/snapshot", {"session_id": "s", "ts_ms": assembly.clock.now_ms(), "online": 300})
        found: dict[str, str] = {}
        for first in range(0, len(captions), AT_ONCE):
            some = captions[first : first + AT_ONCE]
            await play(helper, begin, some)
            found |= await flagged(page, until, some[-1]["index"])
        caught = [index for index in found if index in labels and labels[index]["kind"] == "violation"]
        others = [found[index] for index in found if index not in caught]
        assert len(caught) >= 19
        assert len(others) <= 1, others

        late = {"index": "late", "end_ms": str(61 * MINUTE), "text": "宝宝们这个是国家级品质"}
        await play(helper, begin, [late])
        stream = page.cockpit.stream
        await until(lambda: "cap" + late["index"] in stream._verdicts, 15)
        await until(lambda: "国家级" in stream.hint.text(), 15)
        stream.rows.select(0)
        stream.rows.setFocus()
        QTest.keyClick(stream.rows, Qt.Key.Key_W)
        await until(lambda: isinstance(shell.page, CompliancePage), 15)
        checker = shell.page
        assert isinstance(checker, CompliancePage)
        view = checker.view
        assert isinstance(view, WordingView)
        await until(lambda: view.is_settled and bool(view.list.rows), 15)
        assert view.editor.toPlainText() == late["text"]
        view.list.rows[0].passed.emit("注册商标", "shop", "30")
        await until(lambda: view.is_settled and not view.verdict.findings, 15)

        shell.show_tab("live")
        await until(lambda: worst(stream._verdicts.get("caplate")) is None, 15)
        assert "国家级" not in stream.hint.text() or stream.hint.isHidden()
        await play(helper, begin, [late | {"index": "again", "end_ms": str(61 * MINUTE + SECOND)}])
        await until(lambda: "capagain" in stream._verdicts, 15)
        assert worst(stream._verdicts["capagain"]) is None  # whatever else was said by then
        await helper.close()
        assert len(await assembly.database.read(audit.rows, "wording.pardon")) == 1
