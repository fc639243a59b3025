"""What changed: a write returns it, the hub announces it, views decide whether they care."""

from typing import Literal

import msgspec

Kind = Literal[
    "shops",
    "items",
    "orders",
    "after_sales",
    "links",
    "health",
    "settings",
    "quarantine",
    "outbox",
    "prices",
    "waybills",
    "live",
    "wording",
    "compliance",
    "traffic",
    "touches",
    "customers",
]


class Changes(msgspec.Struct, frozen=True):
    """Which kinds of rows changed, and of which shop (None: of none in particular)."""

    kinds: frozenset[Kind]
    shop_id: str | None = None

    def __or__(self, other: "Changes") -> "Changes":
        same = self.shop_id if self.shop_id == other.shop_id else None
        return Changes(self.kinds | other.kinds, same)


def changed(*kinds: Kind, shop_id: str | None = None) -> Changes:
    """``changed("orders", shop_id=…)``: the short way to say it."""
    return Changes(frozenset(kinds), shop_id)
