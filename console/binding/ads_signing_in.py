"""Signing in to an ads account: the page, the code's exchange, which account it is, and what of it may be shown."""

import msgspec

from console.binding.signing_in import filled_up
from console.core.clock import Clock
from console.core.errors import Refused
from console.core.gateway import Credentials
from console.core.model import ADS
from console.store.secrets import MemoryVault
from console.store.views import SignIn

_ASKING = "asking"


def default_base_url() -> str:
    """The real platform's address."""
    from console.platforms.kuaishou_ads.oauth import BASE_URL

    return BASE_URL


def sign_in_page(keys: Credentials, callback: str, state: str) -> str:
    """The page on which the advertiser agrees; the browser then goes on with ``auth_code`` and ``state``."""
    from console.platforms.kuaishou_ads.oauth import authorize_url

    return authorize_url(keys.base_url, keys.app_key, callback, state)


async def sign_in(keys: Credentials, code: str, clock: Clock) -> tuple[Credentials, tuple[str, ...]]:
    """Tokens by the code, once, and the accounts they speak for. Raises Trouble."""
    from console.net.channel import Channel
    from console.net.pace import Pace
    from console.net.redaction import hide
    from console.platforms import open_ads
    from console.platforms.kuaishou_ads.oauth import exchange

    hide(keys.app_secret, code)
    channel = Channel(ADS, keys.base_url, clock, pace=Pace(5, 5))
    asking = MemoryVault()
    try:
        fresh = await exchange(channel, clock, keys, code)
    finally:
        await channel.aclose()
    await asking.save(_ASKING, fresh)
    gateway = open_ads(vault=asking, key=_ASKING, base_url=keys.base_url, clock=clock)
    try:
        found = await gateway.accounts()
    finally:
        await gateway.aclose()
    return await asking.load(_ASKING) or fresh, found


def chosen(named: str, found: tuple[str, ...]) -> str:
    """The account that is bound: the one that was named, else the only one. Raises Refused."""
    if named and named not in found:
        raise Refused("bind.ads_account", platform=ADS, detail=named)
    if not named and len(found) != 1:
        raise Refused("bind.ads_which", platform=ADS, detail=", ".join(found))
    return named or found[0]


def as_kept(keys: Credentials, kept: Credentials | None, advertiser_id: str) -> Credentials:
    """Signing in to this account again: what was left empty is as it was kept, and no other account will do."""
    return msgspec.structs.replace(filled_up(keys, kept), grant_id=advertiser_id)


def shown(keys: Credentials) -> SignIn:
    """What of an account's secrets is none. Each renewal moves the end on; without one somebody must sign in again."""
    return SignIn(
        app_key=keys.app_key,
        base_url=keys.base_url,
        grant_id=keys.grant_id,
        ends_at=keys.refresh_expires_at,
        token_ends_at=keys.access_expires_at,
    )
