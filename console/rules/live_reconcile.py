"""What one source says of a show held against another, and what became of its money. Pure; unknown is None."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal

import msgspec

from console.core.clock import DAY
from console.core.live import LiveSnapshot, LiveSource
from console.rules.live import Rate, lasts, stay
from console.rules.live_sources import latest

FAR: Final = 0.05  # a larger difference wants an explanation
SETTLED_MS: Final = 15 * DAY  # refunds of a show still come in for so long

CompareKey = Literal["viewers", "stay", "new_followers", "comments", "item_clicks", "orders", "gmv_fen"]
KEYS: Final[tuple[CompareKey, ...]] = (
    *("gmv_fen", "orders", "viewers", "stay", "new_followers", "comments", "item_clicks"),
)
AGAINST: Final = (LiveSource.ORDERS, LiveSource.FILE, LiveSource.MANUAL, LiveSource.SHOP_UV)
"""Whom the helper's figures are held against, the most exact first. Ads are of advertised viewers: never compared."""


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """A figure by the helper and by somebody else. Both stay: neither is put right by the other."""

    key: CompareKey
    mine: Rate = Rate()
    other: Rate = Rate()

    @property
    def share(self) -> float | None:
        """How far the other one lies from the helper's, of the helper's; None: it cannot be said."""
        if self.mine.value is None or self.other.value is None:
            return None
        if not self.mine.value:
            return 0.0 if not self.other.value else None
        return (self.other.value - self.mine.value) / self.mine.value

    @property
    def is_far(self) -> bool:
        """Whether somebody should look at it."""
        return self.share is not None and abs(self.share) > FAR


class AdsOfShow(msgspec.Struct, frozen=True, kw_only=True):
    """What ads cost and brought in the whole hours a show touches, as the ads platform counts it."""

    cost_fen: int | None = None
    gmv_fen: int | None = None
    orders: int | None = None
    watched_s: float | None = None  # a viewer's average, of ad viewers
    read_at: int | None = None

    @property
    def roi(self) -> float | None:
        """Attributed money for each that was spent."""
        return None if not self.cost_fen or self.gmv_fen is None else self.gmv_fen / self.cost_fen


class Places(msgspec.Struct, frozen=True, kw_only=True):
    """Where the orders paid in a show were made. Those made ``elsewhere`` do not count as its own; of ``untold`` nobody
    said it, and they count."""

    live: int = 0
    elsewhere: int = 0
    elsewhere_fen: int | None = None
    untold: int = 0


class Room(msgspec.Struct, frozen=True, kw_only=True):
    """What a shop's interface told of its own room: of those who watch, or of all who came as long as it never fell."""

    shop_id: str
    name: str = ""
    first_at: int
    last_at: int
    most: int
    last: int
    is_of_moment: bool


class AfterShow(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the orders paid in a show; ``read_at``: when after-sales were read last, None: never.

    ``orders`` None: the shop's orders are not read as far as the show's end.
    """

    orders: int | None = None
    gmv_fen: int | None = None
    refunded_orders: int | None = None
    refunded_fen: int | None = None
    open_orders: int | None = None  # an after-sale of them is not over
    read_at: int | None = None
    by_item: Mapping[str, tuple[int, int]] = {}  # orders of an item, and how many of them were refunded
    ads: AdsOfShow | None = None

    @property
    def refund_share(self) -> float | None:
        """By amount."""
        return None if self.refunded_fen is None or not self.gmv_fen else self.refunded_fen / self.gmv_fen


def is_settled(end_at: int, now: int) -> bool:
    """Whether refunds of a show that ended then hardly change any more."""
    return now - end_at >= SETTLED_MS


def compare(
    told: Sequence[tuple[LiveSnapshot, LiveSource]],
    sold: Sequence[tuple[int, int]] | None,
    end_at: int,
    shops: int = 0,
) -> list[Compared]:
    """The helper's last figures against the most exact other source of each; only what at least one tells.

    ``sold``: the shop's own orders, None where they are not read so far; ``shops``: see ``Rate.shops``.
    """
    last = {key: latest(lasts(told, rate_of)) for key, rate_of in RATES.items()}
    if sold is not None:
        total = sum(amount for _, amount in sold)
        last["gmv_fen"][LiveSource.ORDERS] = Rate(value=float(total), source=LiveSource.ORDERS, at=end_at, shops=shops)
        last["orders"][LiveSource.ORDERS] = Rate(
            value=float(len(sold)), source=LiveSource.ORDERS, at=end_at, shops=shops
        )
    found = []
    for key in KEYS:
        by = last[key]
        other = next((by[source] for source in AGAINST if source in by), Rate())
        mine = by.get(LiveSource.INGEST, Rate())
        if mine.value is not None or other.value is not None:
            found.append(Compared(key=key, mine=mine, other=other))
    return found


def _counter(name: str) -> Callable[[LiveSnapshot, LiveSource], Rate]:
    def counted(one: LiveSnapshot, source: LiveSource) -> Rate:
        value = getattr(one, name)
        return Rate() if value is None else Rate(value=float(value), source=source, at=one.at)

    return counted


RATES: Final[Mapping[CompareKey, Callable[[LiveSnapshot, LiveSource], Rate]]] = {
    "gmv_fen": _counter("gmv_fen"),
    "orders": _counter("orders_paid"),
    "viewers": _counter("viewers"),
    "stay": stay,
    "new_followers": _counter("new_followers"),
    "comments": _counter("comments"),
    "item_clicks": _counter("item_clicks"),
}
