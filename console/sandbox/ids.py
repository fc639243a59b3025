"""Ids in the forms of the two platforms. Nothing here remembers: where an id must be new, the caller looks."""

from functools import cache
from random import Random

from console.sandbox.clock import DAY, HOUR, shop_datetime

SHIFT = 8 * HOUR  # shop time from UTC


def digits(random: Random, count: int) -> str:
    """``count`` digits, the first not zero."""
    return str(random.randrange(10 ** (count - 1), 10**count))


def hexadecimal(random: Random, count: int) -> str:
    """``count`` lower-case hexadecimal digits."""
    return f"{random.getrandbits(4 * count):0{count}x}"


@cache
def _day(day: int) -> tuple[str, str]:
    """A day (counted from 1970, shop time) as ``yyDDD`` and ``yyyyMMdd``; ids are made by the hundred thousand."""
    date = shop_datetime(day * DAY - SHIFT)
    return f"{date:%y%j}", f"{date:%Y%m%d}"


def _dated(random: Random, at: int) -> int:
    day, into = divmod(at + SHIFT, DAY)
    return int(f"{_day(day)[0]}{into // 1_000:05d}{random.randrange(1_000_000):06d}")


def _stamp(at: int) -> str:
    """Shop time as ``yyyyMMddHHmmss``."""
    day, into = divmod(at + SHIFT, DAY)
    seconds = into // 1_000
    return f"{_day(day)[1]}{seconds // 3_600:02d}{seconds // 60 % 60:02d}{seconds % 60:02d}"


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
    return f"E{_stamp(at)}{random.randrange(10**9):09d}"


def trade_line_id(random: Random) -> str:
    """Youzan ``oid`` of a trade's line: 19 digits."""
    return digits(random, 19)


def trade_refund_id(random: Random, at: int) -> str:
    """Youzan ``refund_id``: the shop time to the second, 10 digits."""
    return f"{_stamp(at)}{random.randrange(10**10):010d}"


def youzan_item_id(random: Random) -> int:
    """Youzan ``item_id``: 10 digits."""
    return random.randrange(10**9, 10**10)


def youzan_sku_id(random: Random) -> int:
    """Youzan ``sku_id``: 8 digits."""
    return random.randrange(10**7, 10**8)
