"""Signing in to a platform, and what of a sign-in may be shown."""

import msgspec

from console.core.clock import Clock
from console.core.gateway import Credentials, SupportsVault
from console.core.model import Platform, Shop
from console.store.views import SignIn


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
    from console.net.redaction import hide

    hide(keys.app_secret, keys.sign_secret, code)
    channel = Channel(platform, keys.base_url, clock, pace=Pace(5, 5))
    try:
        if platform is Platform.KUAISHOU:
            from console.platforms.kuaishou.oauth import exchange

            return await exchange(channel, clock, keys, code)
        from console.platforms.youzan.oauth import sign_in_silently

        return await sign_in_silently(channel, keys, clock=clock)
    finally:
        await channel.aclose()


async def ask_shop(platform: Platform, vault: SupportsVault, key: str, base_url: str, clock: Clock) -> Shop:
    """Whose tokens lie in ``vault`` under ``key``; they may be renewed meanwhile, and then lie there anew."""
    from console.platforms import open_gateway

    gateway = open_gateway(platform, vault=vault, key=key, base_url=base_url, clock=clock)
    try:
        return await gateway.shop()
    finally:
        await gateway.aclose()


def filled_up(keys: Credentials, kept: Credentials | None) -> Credentials:
    """Signing in again: what was left empty is as it was kept."""
    if kept is None:
        return keys
    names = ("app_key", "app_secret", "sign_secret", "grant_id")
    return msgspec.structs.replace(keys, **{name: getattr(keys, name) or getattr(kept, name) for name in names})


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
