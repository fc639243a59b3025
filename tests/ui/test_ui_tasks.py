"""Tasks have an owner; changes arrive at most five times a second."""

import asyncio
from typing import Any

import pytest
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
