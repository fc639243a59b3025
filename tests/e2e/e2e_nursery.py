"""Programs without a window that stop where a test says, to be killed there. Started as a script; forks one a line.

A line is JSON: ``vault`` ("file", "folder" or "system"), ``path``, ``key``, ``platform``, ``offset_ms``, and

keep    credentials to put into the vault; else the platform is asked whose token this is
stop    where to stop: "received", "saved", or a number of steps of the vault's writing
ended   as if the token's time were over

A child answers ``{"pid", "at"}`` when it stands there, or ``{"pid", "said"}`` at its end.
"""

import asyncio
import contextlib
import functools
import json
import os
import signal
import ssl
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import httpx
import keyring
import msgspec
from keyring.backend import KeyringBackend

from console import connect
from console.connect import FileVault
from console.core.clock import SystemClock
from console.core.gateway import Credentials, SupportsVault
from console.core.model import Platform
from console.platforms import kuaishou, open_gateway, youzan  # noqa: F401 - loaded once, before the forks
from console.platforms.kuaishou.gateway import KuaishouGateway  # noqa: F401
from console.platforms.youzan.gateway import YouzanGateway  # noqa: F401
from console.store import secrets
from console.store.secrets import KeyringVault


class Folder(KeyringBackend):
    """A key store that outlives its process: a file an entry. ``step`` is told before each writing."""

    priority = 1

    def __init__(self, path: Path, step: Callable[[], None]) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # keyring has no types
        self._path = path
        self._step = step
        path.mkdir(exist_ok=True)

    def _entry(self, name: str) -> Path:
        return self._path / name.replace("/", "~")

    def get_password(self, service: str, username: str) -> str | None:
        entry = self._entry(username)
        return entry.read_text() if entry.exists() else None

    def set_password(self, service: str, username: str, password: str) -> None:
        self._step()
        entry = self._entry(username)
        entry.with_suffix(".new").write_text(password)
        entry.with_suffix(".new").replace(entry)

    def delete_password(self, service: str, username: str) -> None:
        self._step()
        try:
            self._entry(username).unlink()
        except FileNotFoundError:
            from keyring.errors import PasswordDeleteError

            raise PasswordDeleteError(username) from None


def tell(**words: object) -> None:
    os.write(1, json.dumps({"pid": os.getpid(), **words}).encode() + b"\n")


def stand(at: object) -> NoReturn:
    """Say where, and wait to be killed."""
    tell(at=at)
    while True:
        signal.pause()


class Stopping:
    """The vault, with the places to stop at around its ``save``."""

    def __init__(self, vault: SupportsVault, order: dict[str, Any]) -> None:
        self._vault = vault
        self._stop: str | int = order.get("stop", "")
        self._ended = "ended" in order
        self._saving = False
        self._steps = 0

    def step(self) -> None:
        """One writing of the vault's is about to be made."""
        if self._saving:
            if self._steps == self._stop:
                stand(self._steps)
            self._steps += 1

    async def load(self, key: str) -> Credentials | None:
        held = await self._vault.load(key)
        if held is not None and self._ended:
            held.access_expires_at = 1
        return held

    async def save(self, key: str, credentials: Credentials) -> None:
        if self._stop == "received":
            stand("received")
        self._saving = True
        await self._vault.save(key, credentials)
        self._saving = self._ended = False
        if self._stop == "saved":
            stand("saved")


def vault_of(order: dict[str, Any]) -> Stopping:
    path = Path(order["path"])
    if order["vault"] == "file":
        vault = Stopping(FileVault(path), order)
        _watch(vault)
        return vault
    vault = Stopping(KeyringVault(), order)
    if order["vault"] == "folder":
        keyring.set_keyring(Folder(path, vault.step))
        secrets.PART_CHARS = 200  # several parts, to be killed between
    return vault


def _watch(vault: Stopping) -> None:
    """The steps of replacing a file: it is made, written, brought to the disk, and takes the old one's place."""

    class Watched:
        def __getattr__(self, name: str) -> Any:
            real = getattr(os, name)
            if name not in ("fsync", "replace", "close"):
                return real

            def stepped(*args: Any) -> Any:
                vault.step()
                return real(*args)

            return stepped

    vars(connect)["os"] = Watched()  # this child's alone


async def work(order: dict[str, Any]) -> str:
    """Keep what is to be kept, or ask the platform whose token this is."""
    vault, key = vault_of(order), order["key"]
    if "keep" in order:
        await vault.save(key, msgspec.convert(order["keep"], Credentials))
        return "kept"
    held = await vault.load(key)
    assert held is not None
    clock = SystemClock(order["offset_ms"])
    platform = Platform(order["platform"])
    gateway = open_gateway(platform, vault=vault, key=key, base_url=held.base_url, clock=clock)
    try:
        return (await gateway.shop()).shop_id
    finally:
        await gateway.aclose()


def child(order: dict[str, Any]) -> None:
    try:
        tell(said=asyncio.run(work(order)))
    except Exception as error:  # noqa: BLE001 - whatever it is, the test wants to read it
        tell(said=f"{type(error).__name__}: {error}")
    os._exit(0)


async def warm_up() -> None:
    """Load here what every child would load: most of its life would be that."""
    vars(ssl)["create_default_context"] = functools.cache(ssl.create_default_context)
    async with httpx.AsyncClient() as client:
        with contextlib.suppress(httpx.HTTPError):
            await client.get("http://127.0.0.1:1/")


def main() -> None:
    """Fork a child a line until there are no more."""
    asyncio.run(warm_up())
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead need nobody to wait for them
    for line in sys.stdin:
        if os.fork() == 0:
            threading.current_thread().name = "child"
            child(json.loads(line))


if __name__ == "__main__":
    main()
