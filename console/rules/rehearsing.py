"""Past sales of a variant → the bursts that ``rules.oversell`` replays: one for each day on which any was sold."""

from collections.abc import Iterable, Sequence

from console.core.clock import day_start
from console.core.model import Platform
from console.rules.oversell import Burst, Sale
from console.rules.pushing import Both

CHANNEL = {Platform.KUAISHOU: 0, Platform.YOUZAN: 1}
Sold = tuple[int, Platform, str, int]  # at, where, SKU, pieces


def of_variant(both: Both, sold: Iterable[Sold], *, only: bool) -> list[Sold]:
    """The sales of one variant; all of them where it is the ``only`` one: its SKU goes by many names."""
    skus = {(p, sku.sku_id) for p in Platform if (sku := both.on(p)) is not None}
    return [sale for sale in sold if only or (sale[1], sale[2]) in skus]


def bursts(sold: Sequence[Sold], stock: int) -> tuple[Burst, ...]:
    """A day each, as if each had begun with so many pieces: what was there in truth nobody wrote down."""
    days: dict[int, list[Sale]] = {}
    for at, platform, _sku, pieces in sold:
        days.setdefault(day_start(at), []).append(Sale(at=at, channel=CHANNEL[platform], pieces=pieces))
    return tuple(Burst(stock=stock, sales=tuple(sales)) for _, sales in sorted(days.items()))
