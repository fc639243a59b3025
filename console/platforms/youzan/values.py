"""Youzan's loose values: one field comes as a number here and as text there.

Every reader takes what JSON can hold and gives ours, or raises ValueError, which makes the row a bad row. What the
platform left out, printed empty or printed as zero time is None.
"""

from datetime import datetime, timedelta

from console.core.bounds import LAST_AT, whole
from console.core.clock import SHOP_TIME
from console.core.money import fen

Loose = bool | int | float | str | None

_FIRST_MILLISECONDS = 100_000_000_000  # 12 digits: as seconds that is the year 5138, as milliseconds 1973
_EPOCH = datetime(1970, 1, 1, 8)  # on the wall clock of the shop, as moments are printed
_SECOND = timedelta(seconds=1)
_YES = frozenset({"1", "true"})
_NO = frozenset({"0", "false", ""})


def text(value: Loose) -> str:
    """Ids and words as text; ``None`` is empty."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def identity(value: Loose) -> str:
    """An id as text; 0 is how Youzan writes "none"."""
    word = text(value)
    return "" if word == "0" else word


def number(value: Loose) -> int | None:
    """A whole number, also where it is printed as text (``"12"``, ``"12.0"``)."""
    if value is None or value == "":
        return None
    if isinstance(value, int):
        return whole(int(value))
    exact = float(value)
    if not exact.is_integer():
        raise ValueError(f"not a whole number: {value!r}")
    return whole(int(value) if isinstance(value, str) and value.lstrip("-").isdigit() else int(exact))


def flag(value: Loose) -> bool | None:
    """A boolean, also as ``"0"``/``"1"`` or ``"true"``/``"false"``."""
    if value is None or isinstance(value, bool):
        return value
    word = text(value).lower()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise ValueError(f"not a yes or no: {value!r}")


def instant(value: Loose) -> int | None:
    """A moment as ms UTC: shop-time text, or a count of seconds (10 digits) or of milliseconds (13 digits)."""
    if value is None or value in ("", 0, "0"):
        return None
    if isinstance(value, str) and not value.isdigit():
        return _wall_clock(value)
    count = number(value)
    if count is None or count < 0:
        raise ValueError(f"not a moment: {value!r}")
    at = count if count >= _FIRST_MILLISECONDS else count * 1000
    if at > LAST_AT:
        raise ValueError(f"not a moment: {value!r}")
    return at


def _wall_clock(value: str) -> int | None:
    if value.startswith("0000-"):
        return None
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is not None:
        try:
            moment = moment.astimezone(SHOP_TIME).replace(tzinfo=None)
        except OverflowError:
            raise ValueError(f"not a moment: {value!r}") from None
    return (moment - _EPOCH) // _SECOND * 1000


def money(value: Loose) -> int | None:
    """An amount printed in yuan (``"9.82"``) as fen."""
    if value is None or value == "":
        return None
    return whole(fen(value))
