"""Hints beside what is said: within the cockpit's pace of a line's coming, and made once however fast a show talks."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from ui_fakes import FakeActions

from console import wording
from console.core.changes import changed
from console.core.live import LiveAction, LiveEvent, LiveEventType, LiveSignal, LiveSource
from console.store.live_taking import take
from console.ui.context import Desk
from console.ui.tabs.live.page import PACE_MS, LivePage

Until = Callable[..., Awaitable[None]]
PROMISED_MS = 1_500


async def say(desk: Desk, *names: str) -> None:
    """Captions, as the door keeps them."""
    now = desk.now()
    rows = [
        LiveSignal(session_id="s", action=LiveAction.START, at=now),
        *(
            LiveEvent(session_id="s", event_id=name, at=now, type=LiveEventType.CAPTION, text="这是国家级品质")
            for name in names
        ),
    ]
    await desk.database.write(take, rows, now, LiveSource.INGEST)


async def test_a_line_waits_for_one_pause_at_most_and_the_pause_leaves_time_to_judge(
    page: LivePage, desk: Desk, until: Until
) -> None:
    """The promise is a pace and what is done after it: here the pace, in ``bench_hint.py`` the whole by the clock."""
    assert page._pause.interval() == PACE_MS <= PROMISED_MS - 500
    page._pause.setInterval(60_000)  # here the test says when it is over
    page.read()
    await until(lambda: page.is_settled)
    begun: list[bool] = []
    start, real = page._pause.start, page._read

    async def reading() -> None:
        begun.append(True)
        await real()

    page._read = reading  # type: ignore[method-assign]  # counts, and does the same
    restarts: list[bool] = []
    page._pause.start = lambda: restarts.append(True)  # type: ignore[assignment, method-assign]
    await say(desk, "one")
    for _ in range(3):
        page.on_changes(changed("live"))
    assert begun == restarts == [], "news in a pause waits for its end and does not put it off"
    page._pause.start = start  # type: ignore[method-assign]
    page._pause.timeout.emit()
    await until(lambda: "one" in page.cockpit.stream._verdicts and not page.tasks.busy)
    assert len(begun) == 1, "the first reading after the pause has it, and is judged at once"


async def test_a_bank_that_is_long_in_the_making_is_made_once_while_the_show_talks_on(
    page: LivePage, desk: Desk, actions: FakeActions, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, gate = 0, asyncio.Event()

    async def slow() -> wording.Checker:
        nonlocal made
        made += 1
        await gate.wait()
        return wording.checker("2026-11-25")

    monkeypatch.setattr(actions.wording, "checker", slow)
    for number in range(4):
        await say(desk, f"line{number}")
        before = page.reading
        page.read()
        await until(lambda before=before: page.reading is not before)
    await until(lambda: made)
    gate.set()
    await until(lambda: {f"line{number}" for number in range(4)} <= set(page.cockpit.stream._verdicts))
    assert made == 1, "what was begun is not thrown away at each line"
    await until(lambda: not page.tasks.busy)
