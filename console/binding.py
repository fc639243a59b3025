"""Binding shops: sign in, ask whose token it is, keep the secrets in the vault and the shop in the file, read it.

Below the window and above both columns: the window reaches it through its ``Actions``. A shop whose secrets the vault
does not hold is not read; its rows stay. The vault's key of a shop is its id.
"""

import asyncio
import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

import msgspec

from console.core.changes import changed
from console.core.clock import Clock
from console.core.errors import Refused
from console.core.gateway import Credentials, SupportsVault
from console.core.model import Platform, Shop
from console.store import audit, health, shops
from console.store.secrets import MemoryVault, VaultTrouble
from console.store.views import Pair, ShopRow, SignIn

if TYPE_CHECKING:
    from sqlalchemy import Connection as Rows

    from console.connect import Connection
    from console.platforms import Gateway
    from console.store.database import Database
    from console.sync.engine import Engine
    from console.sync.hub import Hub

log = logging.getLogger(__name__)

_ASKING = "asking"  # the key under which a shop's secrets lie while nobody knows yet which shop it is


class SupportsSecrets(SupportsVault, Protocol):
    """A vault that can also let go of what it keeps."""

    async def forget(self, key: str) -> None: ...


def default_base_url(platform: Platform) -> str:
    """The real platform's address."""
    if platform is Platform.KUAISHOU:
        from console.platforms.kuaishou.oauth import BASE_URL
    else:
        from console.platforms.youzan.oauth import BASE_URL
    return BASE_URL


def sign_in_page(keys: Credentials, callback: str, state: str) -> str:
    """The page of Kuaishou on which the merchant agrees. Youzan's own-use apps need none."""
    from console.platforms.kuaishou.oauth import authorize_url

    return authorize_url(keys.base_url, keys.app_key, callback, state)


async def sign_in(platform: Platform, keys: Credentials, code: str, clock: Clock) -> Credentials:
    """Tokens for these keys: Kuaishou's by the code, once; Youzan's by the silent grant of an own-use app."""
    from console.net.channel import Channel
    from console.net.pace import Pace

    channel = Channel(platform, keys.base_url, clock, pace=Pace(5, 5))
    try:
        if platform is Platform.KUAISHOU:
            from console.platforms.kuaishou.oauth import exchange

            return await exchange(channel, clock, keys, code)
        from console.platforms.youzan.oauth import sign_in_silently

        return await sign_in_silently(channel, keys, clock=clock)
    finally:
        await channel.aclose()


async def ask_shop(platform: Platform, keys: Credentials, clock: Clock) -> tuple[Shop, Credentials]:
    """Whose tokens these are; and the keys, which may have been renewed meanwhile."""
    from console.platforms import open_gateway

    vault = MemoryVault()
    await vault.save(_ASKING, keys)
    gateway = open_gateway(platform, vault=vault, key=_ASKING, base_url=keys.base_url, clock=clock)
    try:
        shop = await gateway.shop()
    finally:
        await gateway.aclose()
    return shop, await vault.load(_ASKING) or keys


class Bindings:
    """The shops the vault holds secrets of: a gateway each, and a place in the engine. Whoever makes it closes it."""

    def __init__(
        self, database: "Database", clock: Clock, engine: "Engine", hub: "Hub", vault: SupportsSecrets
    ) -> None:
        self._database = database
        self._clock = clock
        self._engine = engine
        self._hub = hub
        self._vault = vault
        self._gateways: dict[str, Gateway] = {}

    @property
    def shop_ids(self) -> frozenset[str]:
        """The shops that are read."""
        return frozenset(self._gateways)

    async def resume(self) -> None:
        """Read every shop of the file whose secrets are at hand; say of the others that they must be signed in to."""
        rows = await self._database.read(shops.shops)
        for row in rows:
            if row.shop_id in self._gateways:
                continue
            keys = await self._load(row.shop_id)
            if keys is None:
                await self._database.write(_note_no_secrets, row.shop_id, self._clock.now_ms())
                self._hub.announce(changed("health", shop_id=row.shop_id))
            else:
                self._read(_shop_of(row), keys)

    async def bind(self, platform: Platform, keys: Credentials, code: str = "", expected: str = "") -> Shop:
        """Sign in and read this shop from now on.

        ``expected`` is the shop that is signed in to again; its kept secrets stand in for fields left empty. Raises
        Trouble; then nothing was kept.
        """
        if expected:
            keys = _filled_up(keys, await self._load(expected))
        return await self._take_in(platform, await sign_in(platform, keys, code, self._clock), expected)

    async def adopt(self, connection: "Connection") -> list[Shop]:
        """Bind both shops that a connection's line names, and say that they belong together."""
        found = [await self._take_in(platform, connection.keys(platform).credentials()) for platform in Platform]
        by_platform = {shop.platform: shop.shop_id for shop in found}
        await self.pair(by_platform[Platform.KUAISHOU], by_platform[Platform.YOUZAN])
        return found

    async def _take_in(self, platform: Platform, keys: Credentials, expected: str = "") -> Shop:
        shop, keys = await ask_shop(platform, keys, self._clock)
        if expected and shop.shop_id != expected:
            raise Refused("bind.other_shop", platform=platform, detail=shop.name, sent=True)
        await self._stop(shop.shop_id)  # a refresh that still runs would put the old pair over the new one
        try:
            await self._vault.save(shop.shop_id, keys)
        except VaultTrouble as trouble:
            await self.resume()
            raise Refused("bind.vault", platform=platform, detail=str(trouble)) from None
        await self._database.write(_keep, shop, self._clock.now_ms())
        self._read(shop, keys)
        self._hub.announce(changed("shops", "health", shop_id=shop.shop_id))
        return shop

    def _read(self, shop: Shop, keys: Credentials) -> None:
        from console.platforms import open_gateway

        gateway = open_gateway(
            shop.platform, vault=self._vault, key=shop.shop_id, base_url=keys.base_url, clock=self._clock
        )
        self._gateways[shop.shop_id] = gateway
        self._engine.bind(shop, gateway)

    async def unbind(self, shop_id: str) -> None:
        """Stop reading a shop and forget its secrets. Its rows and its pair stay, for the day it is bound again."""
        await self._stop(shop_id)
        await self._vault.forget(shop_id)
        await self._database.write(_let_go, shop_id, self._clock.now_ms())
        self._hub.announce(changed("shops", "health", shop_id=shop_id))

    async def erase(self, shop_id: str) -> None:
        """Unbind a shop and forget every row of it, too."""
        await self.unbind(shop_id)
        await self._database.write(_erase, shop_id, self._clock.now_ms())
        every = changed("shops", "items", "orders", "after_sales", "links", "health", "quarantine")
        self._hub.announce(every)

    async def pair(self, kuaishou_shop_id: str, youzan_shop_id: str) -> None:
        """Say that two shops belong together; their orders are compared from now on."""
        await self._database.write(_pair, kuaishou_shop_id, youzan_shop_id, self._clock.now_ms())
        self._hub.announce(changed("shops", "items", "orders", "links"))

    async def part(self, former: Pair) -> None:
        """Undo a pair. What the shops said stays; what was compared is forgotten."""
        await self._database.write(_part, former, self._clock.now_ms())
        self._hub.announce(changed("shops", "items", "orders", "links"))

    async def sign_ins(self) -> Mapping[str, SignIn]:
        """What may be shown of every shop's sign-in; a shop without secrets is not in it."""
        rows = await self._database.read(shops.shops)
        kept = {row.shop_id: (row.platform, await self._load(row.shop_id)) for row in rows}
        return {shop_id: shown(platform, keys) for shop_id, (platform, keys) in kept.items() if keys is not None}

    async def _load(self, shop_id: str) -> Credentials | None:
        try:
            return await self._vault.load(shop_id)
        except VaultTrouble as trouble:
            log.warning("the secrets of %s cannot be read: %s", shop_id, trouble)
            return None

    async def _stop(self, shop_id: str) -> None:
        gateway = self._gateways.pop(shop_id, None)
        if gateway is not None:
            await self._engine.unbind(shop_id)
            await gateway.aclose()

    async def close(self) -> None:
        """Let token refreshes finish and close all connections. The engine is stopped before."""
        gateways, self._gateways = self._gateways, {}
        await asyncio.gather(*(gateway.aclose() for gateway in gateways.values()))


def shown(platform: Platform, keys: Credentials) -> SignIn:
    """What of a shop's secrets is none. A Youzan own-use app renews by its number alone and so never ends by itself."""
    renews_for_ever = platform is Platform.YOUZAN and bool(keys.grant_id)
    return SignIn(
        app_key=keys.app_key,
        base_url=keys.base_url,
        grant_id=keys.grant_id,
        ends_at=None if renews_for_ever else keys.refresh_expires_at,
        token_ends_at=keys.access_expires_at,
        renews_for_ever=renews_for_ever,
    )


def _filled_up(keys: Credentials, kept: Credentials | None) -> Credentials:
    if kept is None:
        return keys
    names = ("app_key", "app_secret", "sign_secret", "grant_id")
    return msgspec.structs.replace(keys, **{name: getattr(keys, name) or getattr(kept, name) for name in names})


def _shop_of(row: ShopRow) -> Shop:
    return Shop(
        shop_id=row.shop_id,
        platform=row.platform,
        platform_shop_id=row.platform_shop_id,
        name=row.name,
        open_id=row.open_id,
    )


def _keep(conn: "Rows", shop: Shop, now: int) -> None:
    shops.put_shop(conn, shop)
    health.forget(conn, shop.shop_id)
    audit.note(conn, now, "shops.bind", shop.shop_id, {"name": shop.name})


def _let_go(conn: "Rows", shop_id: str, now: int) -> None:
    health.forget(conn, shop_id)
    audit.note(conn, now, "shops.unbind", shop_id)


def _erase(conn: "Rows", shop_id: str, now: int) -> None:
    shops.remove_shop(conn, shop_id)
    audit.note(conn, now, "shops.erase", shop_id)


def _pair(conn: "Rows", kuaishou_shop_id: str, youzan_shop_id: str, now: int) -> None:
    if shops.pair(conn, kuaishou_shop_id, youzan_shop_id):
        audit.note(conn, now, "shops.pair", kuaishou_shop_id, {"with": youzan_shop_id})


def _part(conn: "Rows", former: Pair, now: int) -> None:
    shops.part(conn, former)
    audit.note(conn, now, "shops.part", former.kuaishou_shop_id, {"with": former.youzan_shop_id})


def _note_no_secrets(conn: "Rows", shop_id: str, now: int) -> None:
    """Only of a shop that was being read: one that was let go on purpose has no health."""
    for row in health.health(conn):
        if row.shop_id == shop_id:
            health.note_trouble(conn, shop_id, row.stream, "sign_in_needed", "net.no_credentials", "", now)
