"""Killed with -9 between the arrival of a new pair and its first use: no shop is lost, whatever holds its secrets."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import msgspec
import pytest
from e2e_merchant import SMALL, code_of, keys_of

import console
from console.binding.signing_in import sign_in
from console.core.clock import SystemClock
from console.core.gateway import Credentials
from console.core.model import Platform

pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="forks are POSIX's"),
]

NURSERY = Path(__file__).with_name("e2e_nursery.py")
Stop = str | int
PART_CHARS = 200  # several parts, to be killed between


class Nursery:
    """The process that forks the programs to be killed."""

    def __init__(self, box: Any, *command: str, env: dict[str, str] | None = None) -> None:
        words = command or (sys.executable, str(NURSERY))
        self._process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env)
        self._offset_ms = round(float(box.ask("/clock")["offset_s"]) * 1000)

    def ask(self, **order: Any) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"offset_ms": self._offset_ms, **order}) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def kill(self, pid: int) -> None:
        os.kill(pid, signal.SIGKILL)
        with suppress(ProcessLookupError):
            while True:
                os.kill(pid, 0)
                time.sleep(0.001)

    def end(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(20)
        self._process.stdout.close()


class Shop:
    """A shop that is signed in to, and the vault its secrets lie in."""

    def __init__(self, nursery: Nursery, platform: Platform, vault: str, path: Path, keys: Credentials) -> None:
        self._nursery = nursery
        self._where = {"vault": vault, "path": str(path), "key": platform.value, "platform": platform.value}
        answer = nursery.ask(**self._where, keep=msgspec.to_builtins(keys))
        assert answer.get("said") == "kept", answer

    def killed(self, stop: Stop) -> None:
        """Run a program that has to renew, up to there, and kill it."""
        answer = self._nursery.ask(**self._where, stop=stop, ended=True)
        assert answer.get("at") == stop, answer
        self._nursery.kill(answer["pid"])

    def renew(self) -> None:
        """Run one that has to renew, to its end."""
        answer = self._nursery.ask(**self._where, ended=True)
        assert answer["said"].startswith(self._where["platform"]), answer

    def said(self) -> str:
        """What the next program says when it asks whose token this is: the shop's id, or its trouble."""
        return str(self._nursery.ask(**self._where)["said"])


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory, make_sandbox: Callable[..., Any]) -> Iterator[Any]:
    """One world for all that die."""
    made = make_sandbox(tmp_path_factory.mktemp("killed"), *SMALL, "--frozen")
    yield made
    made.stop()


@pytest.fixture
def nursery(box: Any) -> Iterator[Nursery]:
    made = Nursery(box)
    yield made
    made.end()


async def signed_in(box: Any, platform: Platform) -> Credentials:
    """A pair of one's own."""
    return await sign_in(platform, keys_of(box, platform), code_of(box, platform), SystemClock())


def place(box: Any, vault: str, folder: Path) -> Path:
    """Where the vault lies: a copy of the connection file, or a folder."""
    if vault == "file":
        return Path(shutil.copy(box.connect, folder / "line.json"))
    return folder / "entries"


def stops(vault: str, keys: Credentials, *, safe: bool) -> list[Stop]:
    """Where to die: around the saving and before each of its steps; ``safe``: only where the new pair is kept already.

    A file is brought to the disk, replaced, and its folder brought to the disk. In a key store parts are written, then
    the index, then the former parts go.
    """
    if vault == "file":
        steps, kept_from = 4, 2
    else:
        parts = -(-len(msgspec.json.encode(keys)) // PART_CHARS)
        steps, kept_from = 2 * parts + 1, parts + 1
    return [*range(kept_from, steps), "saved"] if safe else ["received", *range(steps), "saved"]


def outlived(ways: dict[Shop, list[Stop]], runs: int) -> set[str]:
    """Kill so many programs; what the next ones said."""
    said = set()
    for shop, stop in islice(cycle((shop, stop) for shop, places in ways.items() for stop in places), runs):
        shop.killed(stop)
        said.add(shop.said())
    return said


async def lose_none(box: Any, nursery: Nursery, vault: str, folder: Path, *, grace_s: int, runs: int) -> None:
    """Kill programs in the midst of renewing; each next one must know its shop, and one more renewal tidies up.

    Without grace the platform has forgotten the old pair: what counts is that the new one was safe. With the grace that
    Kuaishou documents, a program that dies with the new pair in its hands only is no loss either.
    """
    box.ask("/tokens", {"grace_s": grace_s})
    where = place(box, vault, folder)
    ways = {}
    for each in Platform:
        keys = await signed_in(box, each)
        ways[Shop(nursery, each, vault, where, keys)] = stops(vault, keys, safe=not grace_s)
    said = outlived(ways, runs)
    assert {one.partition(":")[0] for one in said} == {"kuaishou", "youzan"}, said
    assert len(said) == 2, said
    for shop in ways:
        shop.renew()
    if vault == "folder":
        now = {f"{each.value}/{json.loads((where / each.value).read_text())['generation']}" for each in Platform}
        left = {entry.name.replace("~", "/") for entry in where.iterdir() if "~" in entry.name}
        assert {name.rpartition("/")[0] for name in left} == now, "no piece of an older record"


@pytest.mark.parametrize("vault", ["file", "folder"])
@pytest.mark.parametrize("runs", [50, pytest.param(100, marks=pytest.mark.long)])
async def test_programs_killed_before_the_first_use_lose_no_shop(
    box: Any, nursery: Nursery, tmp_path: Path, vault: str, runs: int
) -> None:
    await lose_none(box, nursery, vault, tmp_path, grace_s=0, runs=runs)


@pytest.mark.parametrize("vault", ["file", "folder"])
@pytest.mark.parametrize("runs", [12, pytest.param(100, marks=pytest.mark.long)])
async def test_who_dies_before_the_new_pair_is_safe_lives_by_the_platforms_grace(
    box: Any, nursery: Nursery, tmp_path: Path, vault: str, runs: int
) -> None:
    await lose_none(box, nursery, vault, tmp_path, grace_s=300, runs=runs)


UNLOCKED = "echo -n pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec {python} {script}"


@pytest.mark.keyring
@pytest.mark.skipif(
    shutil.which("dbus-run-session") is None or shutil.which("gnome-keyring-daemon") is None,
    reason="no Secret Service on this machine",
)
async def test_a_real_key_store_loses_no_shop(box: Any, tmp_path: Path) -> None:
    env = {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), "PATH": "/usr/bin:/bin"}
    env["PYTHONPATH"] = str(Path(console.__file__).parents[1])
    command = UNLOCKED.format(python=sys.executable, script=NURSERY)
    nursery = Nursery(box, "dbus-run-session", "--", "bash", "-c", command, env=env)
    try:
        box.ask("/tokens", {"grace_s": 0})
        ways: dict[Shop, list[Stop]] = {}
        for each in Platform:
            ways[Shop(nursery, each, "system", tmp_path, await signed_in(box, each))] = ["saved"]
        said = outlived(ways, 6)
        assert {one.partition(":")[0] for one in said} == {"kuaishou", "youzan"}, said
        assert len(said) == 2, said
    finally:
        nursery.end()
