"""The ads accounts that are read: bound to a Kuaishou shop, each with its secrets at hand, a gateway and a reader.

They are no shops and hence not in the engine: what they cost and brought is read every ten minutes, by the hour.
"""

import asyncio
import logging
from collections.abc import Coroutine, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import msgspec

from console.binding import records
from console.binding.ads_reading import AdsReader
from console.binding.ads_self_test import ads_self_test, worst
from console.binding.ads_signing_in import as_kept, chosen, shown, sign_in
from console.binding.metering import Meter
from console.core.changes import changed
from console.core.clock import Clock
from console.core.errors import Busy, Refused, SignInNeeded, Trouble
from console.core.gateway import Credentials, SupportsVault
from console.core.model import ADS
from console.core.permissions import Check
from console.store import ads
from console.store.views import SignIn

if TYPE_CHECKING:
    from console.binding.vaults import Vaults
    from console.platforms.kuaishou_ads.gateway import AdsGateway
    from console.store.database import Database
    from console.sync.hub import Hub

log = logging.getLogger(__name__)


def vault_key(advertiser_id: str) -> str:
    """The name under which an account's secrets lie, and its health; no shop id looks like it."""
    return f"{ADS}:{advertiser_id}"


class AdsBindings:
    """Owns the gateways and readers of the accounts. Whoever makes it closes it, before the file is closed."""

    def __init__(self, database: "Database", clock: Clock, hub: "Hub", vaults: "Vaults") -> None:
        self._database = database
        self._clock = clock
        self._hub = hub
        self._vaults = vaults
        self._gateways: dict[str, AdsGateway] = {}
        self._readers: dict[str, AdsReader] = {}
        self._meter = Meter(database, clock)
        self._started = False
        self._one_at_a_time = asyncio.Lock()
        self._kept: set[asyncio.Task[Any]] = set()

    @property
    def account_ids(self) -> frozenset[str]:
        """The accounts that are read."""
        return frozenset(self._gateways)

    def start(self) -> None:
        """Begin to read: the accounts that are bound, and those that will be."""
        self._started = True
        for reader in self._readers.values():
            reader.start()

    def wake(self) -> None:
        """Read now instead of at the next turn."""
        for reader in self._readers.values():
            reader.wake()

    async def resume(self) -> bool:
        """Read every account of the file whose secrets are at hand. False: the vault did not answer, ask again."""
        answered = True
        for row in await self._database.read(ads.accounts):
            async with self._one_at_a_time:
                if row.advertiser_id not in self._gateways:
                    answered &= await self._resume(row)
        return answered

    async def _resume(self, row: ads.AdAccountRow) -> bool:
        key = vault_key(row.advertiser_id)
        trouble: Trouble = SignInNeeded("net.no_credentials")
        try:
            keys = await self._vaults.load(key)
        except Busy as silent:
            log.info("the secrets of %s: %s", key, silent)
            keys, trouble = None, silent
        if keys is not None:
            self._read(row.advertiser_id, row.shop_id, keys.base_url)
        else:  # of one that was let go nothing is noted: it has no health
            told = (trouble.kind, trouble.code, trouble.detail, self._clock.now_ms())
            await self._database.write(records.note_unread, key, *told)
        self._hub.announce(changed("health", shop_id=row.shop_id))
        return not isinstance(trouble, Busy)

    async def bind(self, shop_id: str, keys: Credentials, code: str, expected: str = "") -> str:
        """Sign in and read this account from now on, for a Kuaishou shop; returns its number.

        ``keys.grant_id`` names the account where the grant speaks for several. ``expected`` is one that is signed in
        to again: its kept secrets stand in for empty fields. Raises Trouble; then nothing was kept.
        """
        if expected:
            keys = as_kept(keys, await self._load(expected), expected)
        fresh, found = await sign_in(keys, code, self._clock)
        advertiser_id = chosen(keys.grant_id, found)
        fresh = msgspec.structs.replace(fresh, grant_id=advertiser_id)
        await self._to_the_end(self._take_in(advertiser_id, shop_id, fresh))
        return advertiser_id

    async def _take_in(self, advertiser_id: str, shop_id: str, keys: Credentials) -> None:
        key = vault_key(advertiser_id)
        async with self._one_at_a_time:
            former = self._readers.get(advertiser_id)
            await self._stop(advertiser_id)  # a refresh that still runs would put the old pair over the new one
            try:
                await self._vaults.save(key, keys)
            except Busy as trouble:
                if former is not None:
                    self._read(advertiser_id, former.shop_id, former.base_url)
                else:
                    with suppress(Busy):
                        await self._vaults.forget(key)
                raise Refused("bind.vault", platform=ADS, detail=trouble.detail) from None
            await self._database.write(records.keep_ads, advertiser_id, key, shop_id, self._clock.now_ms())
            self._read(advertiser_id, shop_id, keys.base_url)
        self._hub.announce(changed("shops", "health", shop_id=shop_id))

    async def adopt(self, advertiser_id: str, shop_id: str, vault: SupportsVault, key: str, base_url: str) -> None:
        """Read the account whose secrets lie in another vault; they stay there. Nothing is asked before."""
        async with self._one_at_a_time:
            await self._stop(advertiser_id)
            self._vaults.lend(vault_key(advertiser_id), vault, key)
            kept = (advertiser_id, vault_key(advertiser_id), shop_id, self._clock.now_ms())
            await self._database.write(records.keep_ads, *kept)
            self._read(advertiser_id, shop_id, base_url)
        self._hub.announce(changed("shops", "health", shop_id=shop_id))

    async def unbind(self, advertiser_id: str) -> None:
        """Stop reading an account and forget its secrets. Its hours stay, for the day it is bound again.

        Raises Busy where the key store does not let go of them: then the account is read as before.
        """
        await self._to_the_end(self._unbind(advertiser_id))

    async def _unbind(self, advertiser_id: str) -> None:
        key = vault_key(advertiser_id)
        async with self._one_at_a_time:
            former = self._readers.get(advertiser_id)
            await self._stop(advertiser_id)
            try:
                await self._vaults.forget(key)
            except Busy:
                if former is not None:
                    self._read(advertiser_id, former.shop_id, former.base_url)
                raise
            await self._database.write(records.let_go_ads, key, self._clock.now_ms())
        self._hub.announce(changed("shops", "health"))

    async def leave(self, shop_id: str) -> None:
        """The shop is let go: so are its accounts."""
        for row in await self._database.read(ads.accounts):
            if row.shop_id == shop_id:
                await self.unbind(row.advertiser_id)

    async def sign_ins(self) -> Mapping[str, SignIn]:
        """What may be shown of every account's sign-in, by its number; an account without secrets is not in it."""
        numbers = [row.advertiser_id for row in await self._database.read(ads.accounts)]
        kept = {number: await self._load(number) for number in numbers}
        return {number: shown(keys) for number, keys in kept.items() if keys is not None}

    async def _load(self, advertiser_id: str) -> Credentials | None:
        try:
            return await self._vaults.load(vault_key(advertiser_id))
        except Busy as trouble:
            log.info("the secrets of %s: %s", vault_key(advertiser_id), trouble)
            return None

    async def self_test(self, advertiser_id: str) -> Check:
        """What is to be said of an account's self-test: its first trouble, if it has one."""
        checks = await ads_self_test(self._gateways.get(advertiser_id), advertiser_id, self._clock)
        await self._meter.note()
        return worst(checks)

    async def read_once(self) -> None:
        """Read every account now, one after the other; what troubles one is in its health."""
        for reader in list(self._readers.values()):
            await reader.read()

    def _read(self, advertiser_id: str, shop_id: str, base_url: str) -> None:
        from console.platforms import open_ads

        key = vault_key(advertiser_id)
        gateway = open_ads(vault=self._vaults, key=key, base_url=base_url, clock=self._clock)
        self._gateways[advertiser_id] = gateway
        self._meter.watch(key, gateway)
        account = (advertiser_id, key, shop_id, base_url)
        self._readers[advertiser_id] = AdsReader(gateway, account, self._database, self._clock, self._hub)
        if self._started:
            self._readers[advertiser_id].start()

    async def _stop(self, advertiser_id: str) -> None:
        reader = self._readers.pop(advertiser_id, None)
        if reader is not None:
            await reader.stop()
        gateway = self._gateways.pop(advertiser_id, None)
        if gateway is not None:
            await gateway.aclose()
            await self._meter.leave(vault_key(advertiser_id))

    async def rest(self) -> None:
        """Stop reading all accounts; their secrets stay."""
        async with self._one_at_a_time:
            for advertiser_id in list(self._gateways):
                await self._stop(advertiser_id)

    async def close(self) -> None:
        """Let bindings and token refreshes finish, end the readers, close all connections."""
        await asyncio.gather(*self._kept, return_exceptions=True)
        await self.rest()
        await self._meter.close()

    async def _to_the_end(self, work: Coroutine[Any, Any, None]) -> None:
        """Half a binding is none: what was begun is finished even if the caller is cancelled."""
        task = asyncio.create_task(work)
        self._kept.add(task)
        task.add_done_callback(self._kept.discard)
        await asyncio.shield(task)
