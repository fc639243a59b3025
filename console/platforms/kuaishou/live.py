"""The room of the shop's own streamer: how many watch, and nothing else. No other figure of a show has a method."""

from typing import Annotated

import msgspec

from console.core.errors import Refused, Unreadable
from console.core.model import Platform
from console.platforms.kuaishou.calls import Calls
from console.platforms.kuaishou.wire import Wire

OFF_AIR = "kuaishou.21"  # one of the two answers while nobody broadcasts; the other is 0


class RoomUv(Wire, frozen=True):
    """``open.live.shop.seller.real.uv``: those who watch now or since the start, which of them is not published."""

    real_watch_uv: Annotated[int, msgspec.Meta(ge=0)] | None = None


async def room_viewers(calls: Calls) -> int | None:
    """What the platform counts; 0 or None: nobody broadcasts. An answer without a number is no 0: raises Unreadable."""
    try:
        told = await calls.read("open.live.shop.seller.real.uv", {}, RoomUv, urgent=True)
    except Refused as refused:
        if refused.code == OFF_AIR:
            return None
        raise
    if told.real_watch_uv is None:
        raise Unreadable("wire.envelope", platform=Platform.KUAISHOU, detail="no realWatchUv")
    return told.real_watch_uv
