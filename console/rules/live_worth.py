"""What those who came were worth to a show: by a thousand views, by a viewer, by an order. Pure."""

from collections.abc import Sequence
from typing import Literal

from console.core.live import LiveSnapshot, LiveSource
from console.rules.live import Rate, gpm_fen, lasts, rate

WorthKey = Literal["gpm_fen", "viewer_value_fen", "order_value_fen"]


def worth(told: Sequence[tuple[LiveSnapshot, LiveSource]], gmv: Rate, orders: Rate) -> dict[WorthKey, Rate]:
    """The sum that is believed over the newest count that somebody tells, in fen [sheet §7].

    Source and time are those of the count. By orders, not by buyers: an order names its buyer at one platform only.
    """
    sold = None if gmv.value is None else round(gmv.value)
    by_views = lasts(told, lambda one, source: gpm_fen(sold, one, source))
    by_viewers = lasts(told, lambda one, source: rate(sold, one.viewers, source, one.at))
    by_orders = Rate()
    if orders.source is not None:
        by_orders = rate(sold, orders.value, orders.source, orders.at or 0)
    return {
        "gpm_fen": by_views[-1] if by_views else Rate(),
        "viewer_value_fen": by_viewers[-1] if by_viewers else Rate(),
        "order_value_fen": by_orders,
    }
