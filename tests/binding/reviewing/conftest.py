"""The stand-in model behind a real socket, its faults, and reviews over a file of their own."""

import asyncio
import json
import subprocess
import sys
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
from binding_reviewing import START, WORLD, Bench, Sandbox, StandingClock

from console.store.database import Database


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    process = subprocess.Popen([sys.executable, "-c", START, *WORLD], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    line = json.loads(process.stdout.readline())
    with urllib.request.urlopen(line["kuaishou"]["base_url"] + "/reviewer") as answer:
        yield {**line, "reviewer": json.load(answer)}
    process.terminate()
    process.communicate(timeout=15)


@pytest.fixture
def fault(sandbox: Sandbox) -> Iterator[Callable[[str], None]]:
    """Have the next call struck by it."""

    def send(body: dict[str, object]) -> None:
        content = json.dumps(body).encode()
        urllib.request.urlopen(urllib.request.Request(f"{sandbox['control_url']}/faults", data=content)).close()

    yield lambda name: send({"on": [name], "times": 1})
    send({"off": ["slow", "torn_json", "wrong_envelope", "throttle", "server_error", "cut_before", "token_revoked"]})


@pytest.fixture
async def bench(tmp_path: Path, sandbox: Sandbox) -> AsyncIterator[Bench]:
    clock = StandingClock()
    database = await asyncio.to_thread(Database.open, tmp_path / "console.db", clock)
    yield Bench(database, sandbox)
    await asyncio.to_thread(database.close)
