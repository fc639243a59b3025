"""One folder a platform, always the same file names. Here: how a shop's gateway is put together."""

from typing import Protocol, runtime_checkable

from console.core.clock import Clock
from console.core.gateway import SupportsShop, SupportsVault
from console.core.model import Platform


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
