"""What the tests of the net room share."""

from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack
from typing import Any

import pytest
from net_loopback import FakeClock, Wire, listening

from console.core.model import Platform
from console.net.channel import Channel
from console.net.pace import Pace


@pytest.fixture
async def wire() -> AsyncIterator[Wire]:
    async with listening() as wire:
        yield wire


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def open_channel(wire: Wire, clock: FakeClock) -> AsyncIterator[Callable[..., Channel]]:
    """``open_channel(timeout_s=…)``: a channel to the server above, closed after the test."""
    async with AsyncExitStack() as stack:

        def make(base_url: str = "", **options: Any) -> Channel:
            channel = Channel(Platform.KUAISHOU, base_url or wire.url, clock, pace=Pace(1000, 100), **options)
            close: Callable[[], Coroutine[Any, Any, None]] = channel.aclose
            stack.push_async_callback(close)
            return channel

        yield make
