"""One folder a platform, always the same file names. Here: how a gateway is put together, a shop's or the account's."""

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from console.core.clock import Clock
from console.core.gateway import SupportsShop, SupportsVault
from console.core.model import ADS, Platform

if TYPE_CHECKING:
    from console.platforms.kuaishou_ads.gateway import AdsGateway


@runtime_checkable
class Gateway(SupportsShop, Protocol):
    """What every platform's gateway is at least; ask it with ``isinstance`` for the other ``Supports…``."""

    @property
    def calls(self) -> int:
        """Attempts made over the network so far."""
        ...

    async def aclose(self) -> None:
        """Let a running token refresh end, then close the connections."""
        ...


def open_gateway(platform: Platform, *, vault: SupportsVault, key: str, base_url: str, clock: Clock) -> Gateway:
    """A gateway for the shop whose credentials lie in ``vault`` under ``key``. Nothing is sent yet."""
    from console.net.channel import Channel
    from console.net.pace import Pace
    from console.net.tokens import TokenKeeper

    match platform:
        case Platform.KUAISHOU:
            from console.platforms.kuaishou import oauth as kuaishou_oauth
            from console.platforms.kuaishou.gateway import KuaishouGateway

            # 100 calls a second an app and API [sheet 2.5]; half of it, for the app may run twice.
            channel = Channel(platform, base_url, clock, pace=Pace(50, 20))
            refresh = kuaishou_oauth.refresher(channel, clock)
            keeper = TokenKeeper(vault, key, clock, refresh, platform=platform)
            return KuaishouGateway(channel, keeper, clock)
        case Platform.YOUZAN:
            from console.platforms.youzan import oauth as youzan_oauth
            from console.platforms.youzan.gateway import YouzanGateway

            # 20 calls a second in the smallest package [sheet, limits].
            channel = Channel(platform, base_url, clock, pace=Pace(20, 20))
            refresh = youzan_oauth.refresher(channel, clock)
            keeper = TokenKeeper(vault, key, clock, refresh, platform=platform)
            return YouzanGateway(channel, keeper, clock)


def open_ads(*, vault: SupportsVault, key: str, base_url: str, clock: Clock) -> "AdsGateway":
    """The same for the ads account, which is no shop. Nothing is sent yet."""
    from console.net.channel import Channel
    from console.net.pace import Pace
    from console.net.tokens import TokenKeeper
    from console.platforms.kuaishou_ads import oauth
    from console.platforms.kuaishou_ads.gateway import AdsGateway

    # 1000 calls a minute an app on the lowest level [sheet 2.2]; half of it, for the app may run twice.
    channel = Channel(ADS, base_url, clock, pace=Pace(8, 4))
    keeper = TokenKeeper(vault, key, clock, oauth.refresher(channel, clock), platform=ADS)
    return AdsGateway(channel, keeper, clock)
