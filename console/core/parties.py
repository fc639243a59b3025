"""Whom the console speaks to. Apart from the nouns, and light: the window names them before its first paint."""

from enum import StrEnum
from typing import Final, Literal, TypeAlias


class Platform(StrEnum):
    """The platforms the console speaks to."""

    KUAISHOU = "kuaishou"
    YOUZAN = "youzan"


ADS: Final = "kuaishou_ads"
"""The ads account (磁力金牛). Not a ``Platform``: it has no items and no orders, and what is done for every platform is
done for both shops, not for it."""

REVIEWER: Final = "reviewer"

Party: TypeAlias = Platform | Literal["kuaishou_ads", "reviewer"]
"""Whom a call is made to, and who is named when it fails: a platform, the ads account, or a model that reviews."""
