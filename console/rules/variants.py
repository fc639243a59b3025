"""When a variant is not the same on both platforms."""

from console.core.model import Sku


def differ(here: Sku | None, there: Sku | None) -> bool:
    """Whether it is on one side only, or both sides name a price or a stock and not the same."""
    if here is None or there is None:
        return True
    return prices_differ(here, there) or (None not in (here.stock, there.stock) and here.stock != there.stock)


def prices_differ(here: Sku | None, there: Sku | None) -> bool:
    """Whether both sides name a price of it and not the same."""
    prices = [None if sku is None else sku.price_fen for sku in (here, there)]
    return None not in prices and prices[0] != prices[1]
