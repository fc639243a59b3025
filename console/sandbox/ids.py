"""Ids in the forms of the two platforms. Nothing here remembers: where an id must be new, the caller looks."""

from random import Random

from console.sandbox.clock import shop_datetime


def digits(random: Random, count: int) -> str:
    """``count`` digits, the first not zero."""
    return str(random.randrange(10 ** (count - 1), 10**count))


def hexadecimal(random: Random, count: int) -> str:
    """``count`` lower-case hexadecimal digits."""
    return f"{random.getrandbits(4 * count):0{count}x}"


def _dated(random: Random, at: int) -> int:
    day = shop_datetime(at)
    second = day.hour * 3600 + day.minute * 60 + day.second
    return int(f"{day:%y%j}{second:05d}{random.randrange(10**6):06d}")


def order_id(random: Random, at: int) -> int:
    """Kuaishou ``oid``: 16 digits, growing with the time of the order (ms UTC)."""
    return _dated(random, at)


def refund_id(random: Random, at: int) -> int:
    """Kuaishou ``refundId``: 16 digits."""
    return _dated(random, at)


def item_id(random: Random) -> int:
    """Kuaishou ``kwaiItemId``: 13 or 14 digits."""
    return random.randrange(2_000_000_000_000, 30_000_000_000_000)


def sku_id(random: Random) -> int:
    """Kuaishou ``kwaiSkuId``: 15 digits."""
    return random.randrange(10**14, 10**15)


def open_id(random: Random) -> str:
    """A person as one application sees them (both platforms): 32 hexadecimal digits."""
    return hexadecimal(random, 32)


def app_key(random: Random) -> str:
    """Kuaishou ``appkey``: ``ks`` and 18 digits."""
    return "ks" + digits(random, 18)


def trade_id(random: Random, at: int) -> str:
    """Youzan ``tid``: ``E``, the shop time to the second, 9 digits."""
    return f"E{shop_datetime(at):%Y%m%d%H%M%S}{random.randrange(10**9):09d}"


def trade_line_id(random: Random) -> str:
    """Youzan ``oid`` of a trade's line: 19 digits."""
    return digits(random, 19)


def trade_refund_id(random: Random, at: int) -> str:
    """Youzan ``refund_id``: the shop time to the second, 10 digits."""
    return f"{shop_datetime(at):%Y%m%d%H%M%S}{random.randrange(10**10):010d}"


def youzan_item_id(random: Random) -> int:
    """Youzan ``item_id``: 10 digits."""
    return random.randrange(10**9, 10**10)


def youzan_sku_id(random: Random) -> int:
    """Youzan ``sku_id``: 8 digits."""
    return random.randrange(10**7, 10**8)
