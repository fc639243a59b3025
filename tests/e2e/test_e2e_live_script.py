"""S14 whole: ninety minutes by a run sheet of 24 cues and 12 items, cues and items by key, the stream stopped and begun
again in the middle; the table of lifts is what one reckons by hand.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from statistics import fmean
from typing import Any

import pytest
from e2e_live import window
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from websockets.asyncio.client import ClientConnection, connect

from console.core.clock import MINUTE, SECOND
from console.rules.live_script import Cue, CueKind, Script
from console.store import live_view
from console.ui.dialogs import Dialog
from console.ui.tabs.live.page import LivePage

pytestmark = pytest.mark.timeout(120)

Until = Callable[..., Awaitable[None]]
CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
TICK, LONG, CUES, ITEMS = 10 * SECOND, 90 * MINUTE, 24, 12
APART = LONG // CUES
CUT, BACK = 46 * MINUTE, 48 * MINUTE + 30 * SECOND
KINDS = (CueKind.SELLING, CueKind.RAFFLE, CueKind.RED_PACKET, CueKind.PK, CueKind.BAG)


def script() -> Script:
    cues = [
        Cue(
            cue_id=f"c{n}",
            into_ms=n * APART,
            kind=KINDS[n % len(KINDS)],
            title=f"节点 {n}",
            item_id=f"{1_001 + n % ITEMS}",
        )
        for n in range(CUES)
    ]
    return Script(script_id="evening", name="晚场 90 分", cues=tuple(cues))


def watching(into: int) -> int:
    """A hill with a step at every third cue."""
    number = into // TICK
    return 400 + number % 7 + 3 * (number // 30) + 25 * (into // (3 * APART) % 2)


def told(first: int, last: int) -> list[int]:
    """The moments that somebody tells in a stretch; none while the stream is cut."""
    return [into for into in range(-(-first // TICK) * TICK, last, TICK) if not CUT <= into < BACK]


class Line:
    """The helper's socket into the door: each row is answered before the next one goes."""

    def __init__(self, socket: ClientConnection, begin: int) -> None:
        self._socket = socket
        self._begin = begin

    async def send(self, rows: Iterable[dict[str, Any]]) -> None:
        for row in rows:
            while True:
                await self._socket.send(json.dumps(row))
                answer = json.loads(await self._socket.recv())
                if [one["reason"] for one in answer["rejected"]] != ["too_fast"]:
                    break
                await asyncio.sleep(0.02)
            assert answer["accepted"] == 1, answer

    async def signal(self, part: str, action: str, into: int) -> None:
        at = "started_at_ms" if action == "start" else "ts_ms"
        await self.send([{"kind": "session", "session_id": part, "action": action, at: self._begin + into}])

    async def snapshots(self, first: int, last: int) -> None:
        await self.send(
            {
                "kind": "snapshot",
                "session_id": "a" if into < CUT else "b",
                "ts_ms": self._begin + into,
                "online": watching(into),
                "viewers_uv": 3_000 + into // TICK,
            }
            for into in told(first, last)
        )

    async def clicks(self, into: int) -> None:
        """The first item is clicked most."""
        await self.send(
            {
                "kind": "event",
                "session_id": "a",
                "event_id": f"k{n}",
                "ts_ms": self._begin + into,
                "type": "item_click",
                "item_id": str(1_001 + n),
                "count": 50 - n,
            }
            for n in range(ITEMS)
        )


async def test_the_lifts_of_a_whole_run_sheet_are_those_reckoned_by_hand(
    tmp_path: Path, qapp: QApplication, until: Until
) -> None:
    async with window(tmp_path, qapp) as (assembly, shell):
        page = shell.show_tab("live")
        assert isinstance(page, LivePage)
        QTest.keyClick(shell, Qt.Key.Key_F9)  # silent while nothing is on
        await assembly.scripts.put(script())
        await assembly.scripts.choose("evening")
        state = await assembly.live.open(0)
        begin = assembly.clock.now_ms()
        url = state.address.replace("http", "ws") + "/stream"
        async with connect(url, additional_headers={"x-console-token": await assembly.live.token()}) as socket:
            line = Line(socket, begin)
            await line.signal("a", "start", 0)
            await line.clicks(0)
            await until(lambda: page.on_air is not None and len(page.on_air.goods) == ITEMS and page.is_settled, 10)
            QTest.keyClick(shell, Qt.Key.Key_3, CTRL_ALT)
            await until(lambda: page.on_air is not None and page.on_air.featured == "1003", 10)
            for number in range(CUES):
                into = number * APART
                first = max(0, into - APART)
                if first < CUT < into:
                    await line.snapshots(first, CUT)
                    await line.signal("a", "stop", CUT)
                    await line.signal("b", "start", BACK)
                    first = BACK
                await line.snapshots(first, into)
                assembly.clock.offset_ms += begin + into - assembly.clock.now_ms()
                page.cueing.tick(assembly.clock.now_ms())
                assert page.cueing.panel.next.name.text() == f"节点 {number}"
                QTest.keyClick(shell, Qt.Key.Key_F9)
                await until(lambda: not page.tasks.busy, 10)
            await line.snapshots((CUES - 1) * APART, LONG)
        assembly.clock.offset_ms += begin + LONG - assembly.clock.now_ms()
        shell.show_tab("orders")
        for key, how in ((Qt.Key.Key_F10, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_5, CTRL_ALT)):
            QTest.keyClick(shell, key, how)  # silent outside the live page
        shell.show_tab("live")
        page.cockpit.head.finish.click()
        await until(lambda: bool(page.findChildren(Dialog)))
        page.findChildren(Dialog)[0].accept()
        await until(lambda: page.rooms.currentWidget() is page.recap and page.recap.reading is not None, 10)
        QTest.keyClick(shell, Qt.Key.Key_4, CTRL_ALT)  # silent once it is over

        (show,) = await assembly.database.read(live_view.shows)
        assert [one.part_id for one in await assembly.database.read(live_view.parts, show.session_id)] == ["a", "b"]
        reading = page.recap.reading
        assert reading is not None
        assert [one.mark.text for one in reading.recap.marks] == [f"节点 {n}" for n in range(CUES)]
        rows = page.recap.lifts.rows.words()
        for number, one in enumerate(reading.recap.marks):
            at = one.mark.at - begin
            assert 0 <= at - number * APART < SECOND, "confirmed within a second of its time"
            if not number:
                assert one.lifts["online"].doubt in ("no_data", "few"), "the first cue has hardly a before"
                continue
            before = [watching(into) for into in told(0, LONG) if at - 3 * MINUTE <= into < at]
            after = [watching(into) for into in told(0, LONG) if at <= into < at + 3 * MINUTE]
            found = one.lifts["online"]
            assert (found.samples_before, found.samples_after) == (len(before), len(after))
            assert found.before == pytest.approx(fmean(before))
            assert found.after == pytest.approx(fmean(after))
            by_hand = fmean(after) / fmean(before) - 1
            assert found.lift == pytest.approx(by_hand)
            assert found.doubt == ""
            assert f"{'▲' if by_hand >= 0 else '▼'} {abs(by_hand):.0%}" in rows[number]
