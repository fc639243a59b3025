"""S14, short: a show through the real door into the real window; cut and stitched; its lift as reckoned by hand."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import fmean

import pytest
from e2e_live import Helper, window
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.joining import Assembly
from console.core.clock import MINUTE, SECOND
from console.rules.live_script import Cue, Script
from console.store import live_view
from console.ui.dialogs import Dialog
from console.ui.tabs.live.page import LivePage

pytestmark = pytest.mark.timeout(120)

TICK = 10 * SECOND
CUE, CUT, BACK, NOW = 4 * MINUTE, 7 * MINUTE + 30 * SECOND, 8 * MINUTE + 30 * SECOND, 11 * MINUTE
Until = Callable[..., Awaitable[None]]


def watching(into: int) -> int:
    """How many watch: a slow hill, 40 more after the cue."""
    return 300 + into // MINUTE * 5 + (into // TICK) % 3 + (40 if into >= CUE else 0)


async def play(helper: Helper, begin: int) -> None:
    """The show so far: two parts, a snapshot each ten seconds, one cue, a sale each half minute."""
    for part, first, last in (("a", 0, CUT), ("b", BACK, NOW + TICK)):
        start = {"session_id": part, "action": "start", "started_at_ms": begin + first, "room_title": "晚场"}
        await helper.send("/session", start)
        for into in range(first - first % TICK, last, TICK):
            row = {
                "session_id": part,
                "ts_ms": begin + into,
                "online": watching(into),
                "viewers_uv": 2_000 + into // TICK,
            }
            assert (await helper.send("/snapshot", row))["accepted"] == 1
        events = [
            {
                "event_id": f"{part}{into}",
                "ts_ms": begin + into,
                "type": "order",
                "item_id": "1001",
                "amount_fen": 1_990,
            }
            for into in range(first, min(last, NOW), 30 * SECOND)
        ]
        if part == "a":
            events.append({"event_id": "cue", "ts_ms": begin + CUE, "type": "cue", "text": "整点抽奖"})
            await helper.send("/events", {"session_id": part, "events": events})
            await helper.send("/session", {"session_id": part, "action": "stop", "ts_ms": begin + CUT})
        else:
            await helper.send("/events", {"session_id": part, "events": events})


async def confirm_by_key(assembly: Assembly, page: LivePage, begin: int, until: Until) -> None:
    """A cue of the run sheet, done with F9: it lies in the opening that is on, at the moment of the key."""
    cue = Cue(cue_id="one", into_ms=NOW - MINUTE, title="卖点循环")
    await assembly.scripts.put(Script(script_id="sheet", name="晚场", cues=(cue,)))
    await assembly.scripts.choose("sheet")
    await until(lambda: page.cueing.panel.next.name.text() == "卖点循环")
    pressed = assembly.clock.now_ms()
    QTest.keyClick(page, Qt.Key.Key_F9)
    await until(lambda: any(one.text == "卖点循环" for one, _ in page.on_air.marks if page.on_air))  # type: ignore[union-attr]
    mark = next(one for one in await assembly.database.read(live_view.marks, "a") if one.text == "卖点循环")
    assert 0 <= mark.at - pressed < SECOND
    openings = await assembly.database.read(live_view.parts, "a")
    assert [one.part_id for one in openings] == ["a", "b"]
    assert openings[0].last_at < begin + BACK <= mark.at <= openings[1].last_at
    assert page.undo_here()  # so that it does not stand beside the cue that the page tells
    await until(lambda: page.on_air is not None and page.on_air.cue_marks == {})


async def test_a_show_comes_in_is_stitched_and_its_lift_is_what_one_reckons_by_hand(
    tmp_path: Path, qapp: QApplication, until: Until
) -> None:
    async with window(tmp_path, qapp) as (assembly, shell):
        page = shell.show_tab("live")
        assert isinstance(page, LivePage)
        QTest.mouseClick(page.idle.door.toggle, Qt.MouseButton.LeftButton)
        await until(lambda: assembly.live.state().is_open)
        begin = assembly.clock.now_ms() - NOW
        helper = Helper(assembly.live.state().address, await assembly.live.token())
        await play(helper, begin)
        await helper.close()
        await until(lambda: page.on_air is not None and page.on_air.online[-1][1] == watching(NOW), 10)
        assert page.rooms.currentWidget() is page.cockpit
        assert "已拼接 2 段" in page.cockpit.head.under.text()
        await confirm_by_key(assembly, page, begin, until)
        assert "直播中" in page.cockpit.head.state.accessibleName()
        shell.show_tab("orders")
        QTest.keyClick(shell, Qt.Key.Key_F10)  # silent outside the live page
        shell.show_tab("live")
        QTest.keyClick(shell, Qt.Key.Key_F10)
        await until(lambda: page.on_air is not None and len(page.on_air.marks) == 2, 10)
        page.cockpit.head.finish.click()
        await until(lambda: bool(page.findChildren(Dialog)))
        page.findChildren(Dialog)[0].accept()
        await until(lambda: page.rooms.currentWidget() is page.recap, 10)

        (show,) = await assembly.database.read(live_view.shows)  # one, though its room opened twice
        assert [part.part_id for part in await assembly.database.read(live_view.parts, show.session_id)] == ["a", "b"]
        before = fmean(watching(into) for into in range(CUE - 3 * MINUTE, CUE, TICK))
        after = fmean(watching(into) for into in range(CUE, CUE + 3 * MINUTE, TICK))
        reading = page.recap.reading
        assert reading is not None
        lift = reading.recap.marks[0].lifts["online"]
        assert lift.before == pytest.approx(before)
        assert lift.after == pytest.approx(after)
        assert lift.lift == pytest.approx(after / before - 1)
        row = page.recap.lifts.rows.words()[0]
        assert "整点抽奖" in row
        assert f"▲ {after / before - 1:.0%}" in row
        assert f"{before:,.0f}" in row
        sold = sum(1 for first, last in ((0, CUT), (BACK, NOW)) for _ in range(first, last, 30 * SECOND))
        assert f"{sold} 单" in next(tile.said() for tile in page.recap.tiles.tiles if tile.key == "gmv_fen")
