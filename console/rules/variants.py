"""When a variant is not the same on both platforms."""

from console.core.model import Sku


def differ(here: Sku | None, there: Sku | None) -> bool:
    """Whether it is on one side only, or both sides name a price or a stock and not the same."""
    if here is None or there is None:
        return True
    pairs = ((here.price_fen, there.price_fen), (here.stock, there.stock))
    return any(None not in pair and pair[0] != pair[1] for pair in pairs)
