"""The live page in a window of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from console.ui.context import Desk
from console.ui.tabs.live.page import LivePage


@asynccontextmanager
async def shown_page(desk: Desk, wide: int = 1240) -> AsyncIterator[LivePage]:
    """Shown, and taken away afterwards."""
    made = LivePage(desk)
    made.resize(wide, 820)
    made.show()
    yield made
    await made.close_page()
    made.close()
    made.deleteLater()
