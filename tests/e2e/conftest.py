"""A sandbox in its own process, and the program run as a person would run it."""

import json
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from e2e_run import EVENING, NO_FORK, Run


class Sandbox:
    """The process, its one line in a file, and its control."""

    def __init__(self, folder: Path, *words: str) -> None:
        self.connect = folder / "sandbox.json"
        self._log = (folder / "sandbox.log").open("wb")
        command = [sys.executable, "-m", "console", "sandbox", "--port", "0", *words]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self._log)
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, (folder / "sandbox.log").read_text()
        self.connect.write_bytes(line)
        self.line: dict[str, Any] = json.loads(line)

    def ask(self, path: str, body: Any = None) -> Any:
        """A control call: GET, or POST where there is a body."""
        content = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self.line["control_url"] + path, data=content, headers={"content-type": "application/json"}
        )
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def world(self) -> dict[str, dict[str, int]]:
        """How many rows the list calls can reach."""
        world = self.ask("/world")
        return {side: {kind: rows["count"] for kind, rows in kinds.items()} for side, kinds in world.items()}

    def stop(self) -> None:
        self._process.send_signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(10)
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()
        self._log.close()


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    """A frozen world, small enough for every test run, and the same in each: it depends on when it is made."""
    words = ("--seed", "7", "--items", "40", "--orders", "600", "--frozen", "--now", EVENING.replace(" ", "T"))
    box = Sandbox(tmp_path_factory.mktemp("sandbox"), *words)
    yield box
    box.stop()


@pytest.fixture(scope="session")
def make_sandbox() -> type[Sandbox]:
    """``make_sandbox(folder, "--items", "8")``; whoever makes it stops it."""
    return Sandbox


@pytest.fixture
def open_sandbox(tmp_path: Path) -> Iterator[Callable[..., Sandbox]]:
    """A sandbox of one's own: ``open_sandbox("--items", "300")``."""
    boxes: list[Sandbox] = []

    def start(*words: str) -> Sandbox:
        folder = tmp_path / f"sandbox{len(boxes)}"
        folder.mkdir()
        boxes.append(Sandbox(folder, *words))
        return boxes[-1]

    yield start
    for box in boxes:
        box.stop()


@pytest.fixture
def sync(tmp_path: Path) -> Callable[..., Run]:
    """``sync(sandbox)``: one sync into this test's profile."""

    def run(box: Sandbox, *words: str, profile: Path = tmp_path / "profile", whole: bool = NO_FORK) -> Run:
        told = ("--profile", str(profile), "--connect", str(box.connect), "--once", "--json", "--lang", "en")
        return Run("sync", *told, *words, whole=whole)

    return run


@pytest.fixture
def command() -> type[Run]:
    """``command("orders", …)``: the program with these words."""
    return Run
