"""Tasks have an owner; changes arrive at most five times a second."""

import asyncio
from typing import Any

import pytest
import shiboken6
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot
from ui_fakes import FakeChanges

from console.core.changes import Changes, changed
from console.ui.bridge import Bridge
from console.ui.tasks import Tasks


async def test_the_same_key_replaces_what_runs() -> None:
    tasks = Tasks("test")
    done: list[str] = []

    async def say(word: str) -> None:
        await asyncio.sleep(0)
        done.append(word)

    tasks.start(say("old"), key="ids")
    tasks.start(say("new"), key="ids")
    tasks.start(say("other"))
    await asyncio.sleep(0.01)
    assert done == ["new", "other"]
    assert not tasks.busy
    await tasks.close()


async def test_trouble_is_reported_at_once() -> None:
    reported: list[BaseException] = []
    tasks = Tasks("test", reported.append)

    async def fail() -> None:
        raise ValueError("broken")

    tasks.start(fail())
    await asyncio.sleep(0.01)
    assert [str(error) for error in reported] == ["broken"]
    await tasks.close()


async def test_without_a_reporter_the_loop_is_told() -> None:
    told: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context))
    tasks = Tasks("page")

    async def fail() -> None:
        raise ValueError("broken")

    tasks.start(fail(), key="load")
    await asyncio.sleep(0.01)
    assert told[0]["message"] == "task page:load failed"
    await tasks.close()


async def test_closing_cancels_and_nothing_starts_afterwards() -> None:
    tasks = Tasks("test")
    ended: list[str] = []

    async def wait() -> None:
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError:
            ended.append("cancelled")
            raise

    tasks.start(wait())
    await asyncio.sleep(0)
    await tasks.close()
    assert ended == ["cancelled"]
    assert tasks.start(wait()) is None


@pytest.mark.gui
@pytest.mark.parametrize("told_to_stop", [True, False])
async def test_whoever_was_told_to_stop_may_find_its_widget_gone(qapp: object, told_to_stop: bool) -> None:
    reported: list[BaseException] = []
    tasks, widget, gone = Tasks("dialog", reported.append), QProgressBar(), asyncio.Event()

    async def show_progress() -> None:
        try:
            await gone.wait()
        finally:
            widget.hide()

    running = tasks.start(show_progress(), key="compare")
    assert running is not None
    await asyncio.sleep(0)
    shiboken6.delete(widget)
    if told_to_stop:
        tasks.cancel("compare")
    else:
        gone.set()
    await asyncio.wait([running])
    await asyncio.sleep(0)  # who owns it is told in the turn after
    assert [type(error) for error in reported] == ([] if told_to_stop else [RuntimeError])
    await tasks.close()


@pytest.mark.gui
async def test_changes_go_on_at_once_then_together(qtbot: QtBot, until: Any) -> None:
    changes, heard = FakeChanges(), list[Changes]()
    bridge = Bridge(changes)
    bridge.changed.connect(heard.append)
    changes.announce(changed("orders", shop_id="a"))
    for _ in range(50):
        changes.announce(changed("orders", shop_id="a"))
        changes.announce(changed("items", shop_id="a"))
    assert heard == [changed("orders", shop_id="a")]
    await until(lambda: len(heard) == 2)
    assert heard[1] == changed("orders", "items", shop_id="a")
    bridge.close()
    assert changes.listeners == []
