"""Money is an int of fen everywhere; yuan text exists only on wires and screens."""

from decimal import Decimal, InvalidOperation


def fen(yuan: str | int | float | Decimal) -> int:
    """``"9.82"`` → 982. Raises ValueError for anything that is not an exact number of fen."""
    try:
        value = Decimal(str(yuan)) * 100
    except InvalidOperation:
        raise ValueError(f"not an amount in yuan: {yuan!r}") from None
    if not value.is_finite() or value != value.to_integral_value():
        raise ValueError(f"not a whole number of fen: {yuan!r}")
    return int(value)


def yuan(amount_fen: int) -> str:
    """982 → ``"9.82"``; -5 → ``"-0.05"``."""
    whole, cents = divmod(abs(amount_fen), 100)
    return f"{'-' if amount_fen < 0 else ''}{whole}.{cents:02d}"
