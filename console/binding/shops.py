"""The shops that are read: each has its secrets at hand, a gateway and a place in the engine.

A shop whose secrets cannot be reached is not read; its rows stay.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from console.binding import records
from console.binding.metering import Meter
from console.binding.self_test import kept_self_test, needs_of
from console.binding.signing_in import ask_shop, filled_up, shown, sign_in
from console.core.changes import changed
from console.core.clock import Clock
from console.core.errors import Busy, FileTrouble, Refused
from console.core.gateway import Credentials, SupportsVault
from console.core.model import Platform, Shop
from console.core.permissions import Check, Need
from console.store.secrets import MemoryVault
from console.store.shops import shops
from console.store.views import Pair, ShopRow, SignIn

if TYPE_CHECKING:
    from console.binding.vaults import Vaults
    from console.core.errors import TroubleKind
    from console.platforms import Gateway
    from console.store.database import Database
    from console.sync.engine import Engine
    from console.sync.hub import Hub
    from console.sync.outbox import Outbox

T = TypeVar("T")

log = logging.getLogger(__name__)

_ASKING = "asking"  # the key under which a shop's secrets lie while nobody knows yet which shop it is


class Bindings:
    """Owns the gateways of the shops that are read. Whoever makes it closes it, after the engine was stopped."""

    def __init__(
        self,
        database: "Database",
        clock: Clock,
        engine: "Engine",
        hub: "Hub",
        vaults: "Vaults",
        outbox: "Outbox | None" = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._engine = engine
        self._hub = hub
        self._vaults = vaults
        self._outbox = outbox
        self._gateways: dict[str, Gateway] = {}
        self._opened: dict[str, tuple[Shop, str]] = {}  # the shop and the address of each gateway
        self._meter = Meter(database, clock)
        self._one_at_a_time = asyncio.Lock()  # two bindings of one shop must not both open a gateway
        self._kept: set[asyncio.Task[Any]] = set()

    @property
    def shop_ids(self) -> frozenset[str]:
        """The shops that are read."""
        return frozenset(self._gateways)

    def gateway(self, shop_id: str) -> "Gateway | None":
        """What speaks for a shop; None while it is not read. It stays ours to close."""
        return self._gateways.get(shop_id)

    @property
    def calls(self) -> int:
        """Attempts made over the network by the shops that are read."""
        return sum(gateway.calls for gateway in self._gateways.values())

    async def resume(self) -> bool:
        """Read every shop of the file whose secrets are at hand; say of the others that they must be signed in to.

        False: the vault did not answer for some of them, so ask again later.
        """
        answered = True
        for row in await self._database.read(shops):
            async with self._one_at_a_time:
                if row.shop_id not in self._gateways:
                    answered &= await self._resume(row)
        return answered

    async def _resume(self, row: ShopRow) -> bool:
        try:
            keys = await self._vaults.load(row.shop_id)
        except Busy as trouble:
            log.info("the secrets of %s: %s", row.shop_id, trouble)
            await self._note(row.shop_id, trouble.kind, trouble.code, trouble.detail)
            return False
        if keys is None:
            await self._note(row.shop_id, "sign_in_needed", "net.no_credentials")
        else:
            self._read(_shop_of(row), keys.base_url)
            self._hub.announce(changed("health", shop_id=row.shop_id))
        return True

    async def _note(self, shop_id: str, kind: "TroubleKind", code: str, detail: str = "") -> None:
        await self._database.write(records.note_unread, shop_id, kind, code, detail, self._clock.now_ms())
        self._hub.announce(changed("health", shop_id=shop_id))

    async def bind(self, platform: Platform, keys: Credentials, code: str = "", expected: str = "") -> Shop:
        """Sign in and read this shop from now on.

        ``expected`` is the shop that is signed in to again; its kept secrets stand in for fields left empty. Raises
        Trouble; then nothing was kept. Whoever is cancelled finds all of it done, or nothing.
        """
        if expected:
            keys = filled_up(keys, await self._load(expected))
        asking = MemoryVault()
        await asking.save(_ASKING, await sign_in(platform, keys, code, self._clock))
        shop = await ask_shop(platform, asking, _ASKING, keys.base_url, self._clock)
        if expected and shop.shop_id != expected:
            raise Refused("bind.other_shop", platform=platform, detail=shop.name)
        keys = await asking.load(_ASKING) or keys
        await self._to_the_end(self._take_in(shop, keys))
        return shop

    async def adopt(self, platform: Platform, vault: SupportsVault, key: str, base_url: str) -> Shop:
        """Read the shop whose secrets lie in another vault; they stay there. Raises Trouble."""
        shop = await ask_shop(platform, vault, key, base_url, self._clock)
        await self._to_the_end(self._take_over(shop, vault, key, base_url))
        return shop

    async def _take_over(self, shop: Shop, vault: SupportsVault, key: str, base_url: str) -> None:
        async with self._one_at_a_time:
            await self._stop(shop.shop_id)
            self._vaults.lend(shop.shop_id, vault, key)
            await self._database.write(records.adopt, shop, self._clock.now_ms())
            self._read(shop, base_url)
        self._hub.announce(changed("shops", "health", shop_id=shop.shop_id))

    async def _take_in(self, shop: Shop, keys: Credentials) -> None:
        async with self._one_at_a_time:
            former = await self._stop(shop.shop_id)  # a refresh that still runs would put the old pair over the new one
            try:
                await self._vaults.save(shop.shop_id, keys)
            except Busy as trouble:
                await self._take_back(shop, former)
                raise Refused("bind.vault", platform=shop.platform, detail=trouble.detail) from None
            await self._database.write(records.keep, shop, self._clock.now_ms())
            self._read(shop, keys.base_url)
        self._hub.announce(changed("shops", "health", shop_id=shop.shop_id))

    async def _take_back(self, shop: Shop, former: tuple[Shop, str] | None) -> None:
        """The vault did not keep the new secrets: go on with the old ones, or leave none."""
        before = await self._load(shop.shop_id) if former is None else None
        if former is not None:
            self._read(*former)
        elif before is not None:
            self._read(shop, before.base_url)
        else:
            with suppress(Busy):
                await self._vaults.forget(shop.shop_id)

    def _read(self, shop: Shop, base_url: str) -> None:
        from console.platforms import open_gateway

        gateway = open_gateway(
            shop.platform, vault=self._vaults, key=shop.shop_id, base_url=base_url, clock=self._clock
        )
        self._gateways[shop.shop_id] = gateway
        self._opened[shop.shop_id] = (shop, base_url)
        self._meter.watch(shop.shop_id, gateway)
        self._engine.bind(shop, gateway)
        if self._outbox is not None:
            self._outbox.bind(shop.shop_id, gateway)

    async def unbind(self, shop_id: str) -> None:
        """Stop reading a shop and forget its secrets. Its rows and its pair stay, for the day it is bound again.

        Raises Busy where the key store does not let go of them: then the shop is read as before.
        """
        await self._to_the_end(self._unbind(shop_id))

    async def _unbind(self, shop_id: str) -> None:
        async with self._one_at_a_time:
            former = await self._stop(shop_id)
            try:
                await self._vaults.forget(shop_id)
            except Busy:
                if former is not None:
                    self._read(*former)
                raise
            await self._database.write(records.let_go, shop_id, self._clock.now_ms())
        self._hub.announce(changed("shops", "health", shop_id=shop_id))

    async def erase(self, shop_id: str) -> None:
        """Unbind a shop and forget every row of it, too."""
        await self._to_the_end(self._erase(shop_id))

    async def _erase(self, shop_id: str) -> None:
        await self._unbind(shop_id)
        await self._database.write(records.erase, shop_id, self._clock.now_ms())
        try:
            if not await self._database.rewrite():
                log.info("what was erased stays in the file's log until the program ends")
        except FileTrouble as trouble:  # the rows are gone all the same
            log.warning("the file is not written anew: %s", trouble.code)
        every = changed("shops", "items", "orders", "after_sales", "links", "health", "quarantine", "outbox")
        self._hub.announce(every)

    async def pair(self, kuaishou_shop_id: str, youzan_shop_id: str) -> None:
        """Say that two shops belong together; their orders are compared from now on."""
        await self._database.write(records.pair, kuaishou_shop_id, youzan_shop_id, self._clock.now_ms())
        self._hub.announce(changed("shops", "items", "orders", "links"))

    async def part(self, former: Pair) -> None:
        """Undo a pair. What the shops said stays; what was compared is forgotten."""
        await self._database.write(records.part, former, self._clock.now_ms())
        self._hub.announce(changed("shops", "items", "orders", "links"))

    async def self_test(self, shop_id: str) -> AsyncIterator[Check]:
        """Test what a shop lets the console do: the answers come one by one, and are kept when all are there."""
        gateway = self._gateways.get(shop_id)
        async for check in kept_self_test(gateway, shop_id, self._database, self._clock, self._hub):
            yield check
        await self._meter.note()

    def needs(self, shop_id: str) -> Sequence[Need]:
        """What a self-test of the shop would ask for; nothing while the shop is not read."""
        return needs_of(self._gateways.get(shop_id))

    async def sign_ins(self) -> Mapping[str, SignIn]:
        """What may be shown of every shop's sign-in; a shop without secrets is not in it."""
        rows = await self._database.read(shops)
        kept = {row.shop_id: (row.platform, await self._load(row.shop_id)) for row in rows}
        return {shop_id: shown(platform, keys) for shop_id, (platform, keys) in kept.items() if keys is not None}

    async def _load(self, shop_id: str) -> Credentials | None:
        try:
            return await self._vaults.load(shop_id)
        except Busy as trouble:
            log.info("the secrets of %s: %s", shop_id, trouble)
            return None

    async def _to_the_end(self, work: Coroutine[Any, Any, T]) -> T:
        """Half a binding is none: what was begun is finished even if the caller is cancelled."""
        task = asyncio.create_task(work)
        self._kept.add(task)
        task.add_done_callback(self._kept.discard)
        return await asyncio.shield(task)

    async def _stop(self, shop_id: str) -> tuple[Shop, str] | None:
        """Stop reading it; returns how it was read, for whoever must go on with it after all."""
        gateway = self._gateways.pop(shop_id, None)
        if gateway is not None:
            if self._outbox is not None:
                await self._outbox.unbind(shop_id)
            await self._engine.unbind(shop_id)
            await gateway.aclose()
            await self._meter.leave(shop_id)
        return self._opened.pop(shop_id, None)

    async def rest(self) -> None:
        """Stop reading all shops; their secrets stay."""
        async with self._one_at_a_time:
            for shop_id in list(self._gateways):
                await self._stop(shop_id)

    async def close(self) -> None:
        """Let bindings and token refreshes finish and close all connections. The engine is stopped before."""
        await asyncio.gather(*self._kept, return_exceptions=True)
        gateways, self._gateways = self._gateways, {}
        await asyncio.gather(*(gateway.aclose() for gateway in gateways.values()))
        await self._meter.close()


def _shop_of(row: ShopRow) -> Shop:
    return Shop(
        shop_id=row.shop_id,
        platform=row.platform,
        platform_shop_id=row.platform_shop_id,
        name=row.name,
        open_id=row.open_id,
    )
