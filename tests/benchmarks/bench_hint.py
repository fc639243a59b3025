"""How long after a risky caption reached the door its hint stands in the window, while a loud show goes on.

Through the real door into the program's own window, by the program's own clock: from the moment before the line is
sent until the verdict is drawn. Fifty comments a second come in beside it, the lines at changing moments of the
cockpit's pace. The limit is for each of them; what other programs do on this machine only ever makes it worse, so the
best of three runs counts. ``bench_hint.py 40`` tells forty lines.
"""

import asyncio
import os
import random
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent.parent / "e2e"))

from e2e_live import Helper, window
from PySide6.QtWidgets import QApplication

from console.app.joining import Assembly
from console.app.loop import run, share_the_interpreter
from console.ui.tabs.live.page import LivePage

LIMIT_MS = 1_500
LINES, TIMES = 20, 3
NOISE_A_S, NOISE_PACE_S = 50, 0.2
APART_S = (0.4, 1.4)  # a pace and anything more: the lines meet it at any moment


async def noise(helper: Helper, assembly: Assembly) -> None:
    """Comments, until it is cancelled."""
    number = 0
    while True:
        now = assembly.clock.now_ms()
        some = range(number, number + round(NOISE_A_S * NOISE_PACE_S))
        number = some.stop
        events = [{"event_id": f"n{one}", "ts_ms": now, "type": "comment", "text": "多少钱"} for one in some]
        await helper.send("/events", {"session_id": "s", "events": events})
        await asyncio.sleep(NOISE_PACE_S)


async def hinted(page: LivePage, assembly: Assembly, helper: Helper, name: str) -> int:
    """Milliseconds from the sending of one line to its hint."""
    begun = assembly.clock.now_ms()
    line = {"event_id": name, "ts_ms": begun, "type": "caption", "text": f"宝宝们这个是国家级品质 {name}"}
    await helper.send("/events", {"session_id": "s", "events": [line]})
    stream = page.cockpit.stream
    while name not in stream._verdicts or "国家级" not in stream.hint.text():  # noqa: ASYNC110 - drawn, no event
        await asyncio.sleep(0.005)
    return assembly.clock.now_ms() - begun


async def measure(folder: Path, app: QApplication, lines: int) -> list[int]:
    """Each line's milliseconds, in order of size."""
    async with window(folder, app) as (assembly, shell):
        share_the_interpreter()
        page = shell.show_tab("live")
        assert isinstance(page, LivePage)
        await assembly.live.open(0)
        helper = Helper(assembly.live.state().address, await assembly.live.token())
        await helper.send("/session", {"session_id": "s", "action": "start"})
        playing = asyncio.ensure_future(noise(helper, assembly))
        try:
            await hinted(page, assembly, helper, "warm")
            found, drawn = [], random.Random(7)
            for number in range(lines):
                await asyncio.sleep(drawn.uniform(*APART_S))
                found.append(await hinted(page, assembly, helper, f"c{number}"))
        finally:
            playing.cancel()
            await asyncio.gather(playing, return_exceptions=True)
            await helper.close()
        return sorted(found)


def main() -> None:
    """Exit 1 where the limit is missed each time."""
    lines = int(sys.argv[1]) if len(sys.argv) > 1 else LINES
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    found: list[list[int]] = []

    async def work(_stop: asyncio.Event) -> int:
        with tempfile.TemporaryDirectory() as name:
            found.append(await measure(Path(name), app, lines))
        return 0

    for _ in range(TIMES):
        run(work)
        late = found[-1]
        print(f"{len(late)} lines: median {late[len(late) // 2]} ms, longest {late[-1]} ms (limit {LIMIT_MS})")
        if late[-1] <= LIMIT_MS:
            return
    raise SystemExit(1)


if __name__ == "__main__":
    main()
