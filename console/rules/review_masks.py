"""What is covered before a text leaves this computer. Covered letters keep their number: places stay what they were."""

import re
from collections.abc import Iterable
from typing import Final

COVER: Final = "*"
SHORTEST_NAME: Final = 2

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}",  # mail
        r"(?<!\d)(?:\+?86[ -]?)?1[3-9](?:[ -]?\d){9}(?!\d)",  # mobile phones
        r"(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)",  # landlines
        r"(?<!\d)\d{17}[\dXx](?![\dA-Za-z])",  # identity cards
        r"(?<!\d)\d{9,}(?!\d)",  # orders, waybills, accounts
        r"(?i:微信|v信|vx|wx|qq)号?[:： ]{0,2}[A-Za-z0-9_-]{5,20}",
        r"[一-鿿]{2,10}?(?:路|街|大道|巷|弄|村|小区)\d{1,5}(?:号|栋|幢|弄)[\d号栋幢室单元楼层-]{0,12}",
    )
)


def masked(text: str, names: Iterable[str] = ()) -> str:
    """``text`` with names, phones and other marks of persons covered, letter by letter."""
    for pattern in _PATTERNS:
        text = pattern.sub(_covered, text)
    for name in sorted({one.strip() for one in names}, key=len, reverse=True):
        if len(name) >= SHORTEST_NAME:
            text = text.replace(name, COVER * len(name))
    return text


def covered(before: str, after: str) -> int:
    """How many letters were covered."""
    return sum(one != other for one, other in zip(before, after, strict=True))


def _covered(match: re.Match[str]) -> str:
    return COVER * len(match.group())
