"""When a page reads: at once, once more after a flurry of news, and every minute."""

from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from console.ui.pacing import AGAIN_S, Pacing


@pytest.fixture
def read() -> list[int]:
    return []


async def test_a_flurry_of_news_is_read_once_at_once_and_once_after_the_pause(
    qtbot: QtBot, read: list[int], until: Any
) -> None:
    page = QObject()
    pacing = Pacing(page, lambda: (read.append(len(read)), pacing.begun())[0])
    pacing._pause.setInterval(60_000)  # here the test says when it is over
    pacing.news()
    assert len(read) == 1
    for _ in range(50):
        pacing.news()
    assert len(read) == 1
    pacing._pause.setInterval(1)
    await until(lambda: len(read) == 2)
    await until(lambda: not pacing._pause.isActive())
    assert len(read) == 2, "nothing came since"


def test_without_news_a_minute_s_ticks_bring_one_reading(qtbot: QtBot, read: list[int]) -> None:
    page = QObject()
    pacing = Pacing(page, lambda: read.append(1))
    for _ in range(2 * AGAIN_S + 1):
        pacing.tick()
    assert len(read) == 2
