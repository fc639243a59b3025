"""PINs: what is kept of one is a salted scrypt hash, and only in the key store. Never in the file, never in a log.

A PIN keeps colleagues apart at this window. It is short: whoever can read the key store can find it by trying.
"""

import asyncio
import hashlib
import hmac
import secrets
from collections.abc import Awaitable, Callable

from console.core.errors import Busy
from console.store.secrets import MemoryVault, SupportsSecrets, VaultTrouble

Opener = Callable[[], Awaitable[tuple[SupportsSecrets, bool]]]

_N, _R, _P = 2**15, 8, 1  # 32 MB and about a tenth of a second for one try
_MOST = 64 * 1024 * 1024


async def in_memory() -> tuple[SupportsSecrets, bool]:
    """PINs that end with the program."""
    return MemoryVault(), False


def sealed(pin: str, salt: bytes | None = None) -> str:
    """What is kept of a PIN: ``scrypt$n$r$p$salt$hash``. Takes a tenth of a second: never on the loop."""
    salt = secrets.token_bytes(16) if salt is None else salt
    return f"scrypt${_N}${_R}${_P}${salt.hex()}${_hash(pin, salt, _N, _R, _P).hex()}"


def fits(pin: str, kept: str) -> bool:
    """Whether this is the PIN that was sealed; compared in constant time. Never on the loop."""
    try:
        kind, n, r, p, salt, digest = kept.split("$")
        made = _hash(pin, bytes.fromhex(salt), int(n), int(r), int(p))
        return kind == "scrypt" and hmac.compare_digest(made, bytes.fromhex(digest))
    except ValueError:  # not ours: nobody's PIN fits it
        return False


def _hash(pin: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=n, r=r, p=p, maxmem=_MOST, dklen=32)


class Pins:
    """The PINs of all people, by their ids. The key store is opened when it is first needed."""

    def __init__(self, open_store: Opener = in_memory) -> None:
        self._open_store = open_store
        self._store: SupportsSecrets | None = None
        self._opening = asyncio.Lock()
        self.lasting = True  # until the store turned out to be none

    async def has(self, operator_id: str) -> bool:
        """Whether a PIN is kept for this one. Raises Busy."""
        return await self._recall(operator_id) is not None

    async def fits(self, operator_id: str, pin: str) -> bool:
        """Whether this is the one's PIN; where none is kept, any is. Raises Busy: then nobody gets in."""
        kept = await self._recall(operator_id)
        return kept is None or await asyncio.to_thread(fits, pin, kept)

    async def put(self, operator_id: str, pin: str) -> None:
        """Keep this PIN in place of any former one. Raises Busy; then the former one may still hold."""
        store = await self._open()
        text = await asyncio.to_thread(sealed, pin)
        try:
            await store.keep(_key(operator_id), text)
        except VaultTrouble as trouble:
            raise _silent(trouble) from None

    async def forget(self, operator_id: str) -> None:
        """Let go of it. Raises Busy."""
        store = await self._open()
        try:
            await store.forget(_key(operator_id))
        except VaultTrouble as trouble:
            raise _silent(trouble) from None

    async def _recall(self, operator_id: str) -> str | None:
        store = await self._open()
        try:
            return await store.recall(_key(operator_id))
        except VaultTrouble as trouble:
            raise _silent(trouble) from None

    async def _open(self) -> SupportsSecrets:
        async with self._opening:
            if self._store is None:
                self._store, self.lasting = await self._open_store()
            return self._store


def _key(operator_id: str) -> str:
    return f"pin/{operator_id}"


def _silent(trouble: VaultTrouble) -> Busy:
    return Busy("people.vault", detail=str(trouble), sent=False)
