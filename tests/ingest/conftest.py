"""A door that is really open, on a real thread, before a keeper that remembers what it was given."""

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from ingest_keeper import TOKEN, Keeper, StillClock

from console.ingest.door import Door


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def door(keeper: Keeper, clock: StillClock) -> Iterator[Door]:
    opened = Door(keeper, clock, TOKEN, calls_a_s=10_000)
    opened.start()
    yield opened
    opened.stop()


@pytest.fixture
def post(door: Door) -> Iterator[Callable[..., httpx.Response]]:
    """``post("events", {...})`` with the right token."""
    with httpx.Client(headers={"x-console-token": TOKEN}) as client:

        def send(route: str, body: Any = None, **more: Any) -> httpx.Response:
            if "content" in more:
                return client.post(f"{door.address}/{route}", **more)
            return client.post(f"{door.address}/{route}", json=body, **more)

        yield send
