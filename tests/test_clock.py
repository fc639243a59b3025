"""The program's own clock waits also for what no timer of Qt's holds."""

import asyncio

import pytest
from pytestqt.qtbot import QtBot

from console.core.clock import DAY, SECOND, SystemClock


@pytest.mark.parametrize("days", [1, 40])
async def test_a_wait_of_many_days_begins_and_can_be_ended(qtbot: QtBot, days: int) -> None:
    waiting = asyncio.create_task(SystemClock().sleep(days * DAY / SECOND))
    await asyncio.sleep(0)
    assert not waiting.done()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
