"""The key store of the system, for the shops' credentials. Nothing secret is ever written anywhere else.

Windows keeps about 1,280 characters an entry, so a record is cut into short entries; the index entry, which names them,
is written last: whoever is cut off in between still finds the record as it was, and the next one to write clears away
what he left. No key store at all: memory, until the end.
"""

import asyncio
import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol, TypeVar

import msgspec

from console.core.gateway import Credentials, SupportsVault

T = TypeVar("T")

log = logging.getLogger(__name__)

SERVICE = "merchant-console"
PART_CHARS = 1_000
TIMEOUT_S = 20.0  # the system may ask the person for a password meanwhile
PROBE = "probe"


class SupportsSecrets(SupportsVault, Protocol):
    """A vault that can also let go of what it keeps, and keep a short text that is no shop's."""

    async def forget(self, key: str) -> None: ...

    async def recall(self, key: str) -> str | None: ...

    async def keep(self, key: str, text: str) -> None: ...


class VaultTrouble(Exception):
    """The key store did not keep what it was given. Says which step failed, never what was to be kept."""


class NoVault(VaultTrouble):
    """There is no key store here, or one that keeps nothing: not one that is locked or silent for now."""


class Index(msgspec.Struct, frozen=True):
    """The entry that says where a record's parts are: ``<key>/<generation>/<0…parts-1>``."""

    generation: int
    parts: int


class KeyringVault:
    """The system's key store. Every call runs on a thread of its own and is given up after ``timeout_s``."""

    def __init__(self, service: str = SERVICE, timeout_s: float = TIMEOUT_S) -> None:
        self._service = service
        self._timeout_s = timeout_s
        self._one_at_a_time = asyncio.Lock()

    async def load(self, key: str) -> Credentials | None:
        """The credentials kept under ``key``. Raises VaultTrouble when the store does not answer."""
        text = await self.recall(key)
        try:
            return None if text is None else msgspec.json.decode(text, type=Credentials)
        except msgspec.MsgspecError:
            raise VaultTrouble("what it keeps is not ours") from None

    async def save(self, key: str, credentials: Credentials) -> None:
        """Keep them, read them back, compare. Raises VaultTrouble unless they are surely kept."""
        await self.keep(key, msgspec.json.encode(credentials).decode())

    async def recall(self, key: str) -> str | None:
        """The text kept under ``key``."""
        return await self._ask(self._read, key)

    async def keep(self, key: str, text: str) -> None:
        """Keep a text, read it back, compare."""
        await self._ask(self._replace, key, text)

    async def forget(self, key: str) -> None:
        """Remove what is kept under ``key``."""
        await self._ask(self._remove, key)

    async def probe(self) -> None:
        """See whether the store keeps anything at all. Raises VaultTrouble if not."""
        await self._ask(self._replace, PROBE, "kept")
        await self._ask(self._remove, PROBE)

    async def _ask(self, fn: Callable[..., T], *args: str) -> T:
        from keyring.errors import NoKeyringError

        async with self._one_at_a_time:
            try:
                async with asyncio.timeout(self._timeout_s):
                    return await on_a_thread(fn, *args)
            except VaultTrouble:
                raise
            except TimeoutError:
                raise VaultTrouble("no answer in time") from None
            except NoKeyringError:
                raise NoVault("there is none") from None
            except Exception as error:  # noqa: BLE001 - each system's store has errors of its own
                raise VaultTrouble(type(error).__name__) from None

    def _read(self, key: str) -> str | None:
        from keyring import get_password

        index = self._index(key)
        if index is None:
            return None
        parts = [get_password(self._service, part) for part in _parts(key, index)]
        if any(part is None for part in parts):
            raise VaultTrouble("a part is missing")
        return "".join(part or "" for part in parts)

    def _replace(self, key: str, text: str) -> None:
        from keyring import set_password

        before = self._index(key)
        cut = [text[at : at + PART_CHARS] for at in range(0, len(text), PART_CHARS)]
        after = Index(generation=1 if before is None else before.generation + 1, parts=len(cut))
        for name, part in zip(_parts(key, after), cut, strict=True):
            set_password(self._service, name, part)
        set_password(self._service, key, msgspec.json.encode(after).decode())
        if self._read(key) != text:
            raise NoVault("it did not keep what it was given")
        self._drop([*self._older(key, after.generation - 1), *self._left(key, after.generation, after.parts)])

    def _remove(self, key: str) -> None:
        index = self._index(key)
        if index is not None:
            left = [*self._older(key, index.generation - 1), *self._left(key, index.generation + 1)]
            self._drop([*left, *_parts(key, index), key])

    def _index(self, key: str) -> Index | None:
        from keyring import get_password

        text = get_password(self._service, key)
        try:
            return None if text is None else msgspec.json.decode(text, type=Index)
        except msgspec.MsgspecError:
            log.warning("the entry of %s names no parts: as if there were none", key)
            return None

    def _older(self, key: str, generation: int) -> list[str]:
        """What there is of a generation and of those before it, as far down as there is any."""
        names: list[str] = []
        while generation > 0 and (left := self._left(key, generation)):
            names += left
            generation -= 1
        return names

    def _left(self, key: str, generation: int, number: int = 0) -> list[str]:
        """The parts of a generation from that number on: a record that was never finished, or not wholly dropped."""
        from keyring import get_password

        names = []
        while get_password(self._service, name := f"{key}/{generation}/{number}") is not None:
            names.append(name)
            number += 1
        return names

    def _drop(self, names: list[str]) -> None:
        """The last one first: whoever is cut off leaves those that are looked for first."""
        from keyring import delete_password
        from keyring.errors import PasswordDeleteError

        for name in reversed(names):
            try:
                delete_password(self._service, name)
            except PasswordDeleteError:
                log.info("an entry of the key store was gone already")


class MemoryVault:
    """Credentials for as long as the program runs; also the vault of tests."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    async def load(self, key: str) -> Credentials | None:
        text = self._kept.get(key)
        return None if text is None else msgspec.json.decode(text, type=Credentials)

    async def save(self, key: str, credentials: Credentials) -> None:
        self._kept[key] = msgspec.json.encode(credentials)

    async def forget(self, key: str) -> None:
        self._kept.pop(key, None)

    async def recall(self, key: str) -> str | None:
        text = self._kept.get(key)
        return None if text is None else text.decode()

    async def keep(self, key: str, text: str) -> None:
        self._kept[key] = text.encode()


async def open_vault() -> tuple[SupportsSecrets, bool]:
    """The system's key store, memory where there is none; and whether what is saved will last.

    One that is locked or silent stays the store, and is asked again at its next use: in an empty memory in its place
    nobody would have a PIN, and every shop would seem to be signed out.
    """
    vault = KeyringVault()
    try:
        await vault.probe()
    except NoVault as trouble:
        log.info("no key store: %s", trouble)  # the window says so for as long as it is so
        return MemoryVault(), False
    except VaultTrouble as trouble:
        log.info("the key store is silent for now: %s", trouble)
    return vault, True


def _parts(key: str, index: Index) -> list[str]:
    return [f"{key}/{index.generation}/{number}" for number in range(index.parts)]


async def on_a_thread(fn: Callable[..., T], *args: str) -> T:
    """Run ``fn`` on a daemon thread: one stuck behind a system prompt must not keep the program from ending."""
    answer: Future[T] = Future()

    def work() -> None:
        if not answer.set_running_or_notify_cancel():
            return
        try:
            answer.set_result(fn(*args))
        except BaseException as error:  # noqa: BLE001 - it is raised where it is awaited
            answer.set_exception(error)

    threading.Thread(target=work, name="key-store", daemon=True).start()
    return await asyncio.wrap_future(answer)
