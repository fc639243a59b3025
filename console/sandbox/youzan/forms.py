"""How Youzan prints and reads values: yuan texts, China-time dates, seconds (sheet 3.3)."""

from datetime import datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from console.sandbox.clock import SHOP_TIME, shop_datetime

DATE_FORM = "%Y-%m-%d %H:%M:%S"


def yuan(fen: int) -> str:
    """``982`` → ``"9.82"``."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100}.{abs(fen) % 100:02d}"


def fen_of(value: str) -> int:
    """``"9.82"`` → 982. Raises ValueError on anything else than a number with at most two decimals."""
    try:
        scaled = Decimal(value) * 100
    except InvalidOperation:
        raise ValueError(value) from None
    if not scaled.is_finite() or scaled != int(scaled):
        raise ValueError(value)
    return int(scaled)


@lru_cache(maxsize=100_000)
def date_text(at: int) -> str:
    """ms UTC → ``"2026-01-15 10:30:00"`` in China time; 0 (not yet) → an empty text."""
    return f"{shop_datetime(at):{DATE_FORM}}" if at else ""


def parse_date(text: str) -> int:
    """``"2026-01-15 10:30:00"`` → ms UTC. Raises ValueError: a bare date is not a date here."""
    return int(datetime.strptime(text, DATE_FORM).replace(tzinfo=SHOP_TIME).timestamp()) * 1000


def second_of(at: int) -> int:
    """The whole second an instant (ms) lies in: windows are compared by what is printed."""
    return at // 1000
