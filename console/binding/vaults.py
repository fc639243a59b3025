"""Where each shop's secrets lie: in the connection file that names it for this run, else in the system's key store.

Whatever holds them may fail to answer; the shop's reading then rests and is tried again, like a platform's.
"""

import asyncio
from collections.abc import Awaitable, Callable

from console.connect import ConnectTrouble
from console.core.errors import Busy
from console.core.gateway import Credentials, SupportsVault
from console.store.secrets import MemoryVault, SupportsSecrets, VaultTrouble

Opener = Callable[[], Awaitable[tuple[SupportsSecrets, bool]]]


async def memory() -> tuple[SupportsSecrets, bool]:
    """For runs that leave the key store alone: secrets end with the program."""
    return MemoryVault(), False


class Vaults:
    """SupportsSecrets over all of them; the keys are shop ids. Raises Busy where secrets cannot be reached.

    The key store is opened when it is first needed, for the system may ask the person for a password then.
    """

    def __init__(self, open_store: Opener = memory) -> None:
        self._open_store = open_store
        self._store: SupportsSecrets | None = None
        self._opening = asyncio.Lock()
        self._lent: dict[str, tuple[SupportsVault, str]] = {}
        self.lasting = True  # until the store turned out to be none

    def lend(self, shop_id: str, vault: SupportsVault, key: str) -> None:
        """For this run the shop's secrets lie in another vault, under the name they have there."""
        self._lent[shop_id] = (vault, key)

    async def load(self, key: str) -> Credentials | None:
        vault, name = await self._place(key)
        try:
            return await vault.load(name)
        except (VaultTrouble, ConnectTrouble) as trouble:
            raise _silent(trouble) from None

    async def save(self, key: str, credentials: Credentials) -> None:
        vault, name = await self._place(key)
        try:
            await vault.save(name, credentials)
        except (VaultTrouble, ConnectTrouble) as trouble:
            raise _silent(trouble) from None

    async def forget(self, key: str) -> None:
        """Let go of a shop's secrets. A connection file stays as it is: it is the person's own. Raises Busy: kept."""
        store = await self.open()
        try:
            await store.forget(key)
        except VaultTrouble as trouble:
            raise _silent(trouble) from None
        self._lent.pop(key, None)

    async def open(self) -> SupportsSecrets:
        """The key store, or what stands in for it; asked for once."""
        async with self._opening:
            if self._store is None:
                self._store, self.lasting = await self._open_store()
            return self._store

    async def opened(self) -> tuple[SupportsSecrets, bool]:
        """The same, and whether what it keeps lasts: for others than shops."""
        return await self.open(), self.lasting

    async def _place(self, shop_id: str) -> tuple[SupportsVault, str]:
        return self._lent[shop_id] if shop_id in self._lent else (await self.open(), shop_id)


def _silent(trouble: Exception) -> Busy:
    return Busy("bind.vault_silent", detail=str(trouble), sent=False)
