"""How far figures from outside may go: what is beyond is a fault of its row, and the file could not hold it."""

MOST = 2**53  # up to here whole numbers are exact in every reader of JSON
LAST_AT = 253_402_271_999_000  # the last second of the year 9999, shop time; ms UTC


def whole(value: int) -> int:
    """The figure, if any shop can mean it. Raises ValueError."""
    if not -MOST <= value <= MOST:
        raise ValueError("a number beyond 2^53")
    return value
