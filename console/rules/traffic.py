"""Where viewers come from, and what was published: the nouns of traffic, and the lines that it is judged by. Pure.

None of it comes from an interface of a platform: it is imported or typed, or told by the live page itself.
"""

from collections.abc import Iterable, Mapping
from typing import Final, Literal, TypeVar

import msgspec

Standing = Literal["natural", "private", "paid", "apart", "unknown"]
"""``apart``: site-wide promotion moves free traffic, too, so that it is never added to anything."""

CHANNELS: Final[Mapping[str, Standing]] = {
    "discover": "natural",
    "featured": "natural",
    "follow": "private",
    "nearby": "natural",
    "live_square": "natural",
    "search": "natural",
    "mall": "natural",
    "profile": "private",
    "video": "natural",
    "share": "private",
    "paid_standard": "paid",
    "paid_other": "paid",
    "paid_sitewide": "apart",
    "other": "unknown",
    "unknown": "unknown",
}
KINDS: Final = ("sketch", "review", "factory", "clip", "pictures")
"""Kinds of content that have a name; a merchant's own are kept in his words."""

RATED: Final = ("sketch", "review", "factory")  # kinds with figures to compare with
BUCKETS: Final[Mapping[str, float]] = {"s7": 7, "s18": 18, "s30": 30, "m1": 60, "m2": 120, "m5": 300}
"""Lengths of works by their longest, in seconds; on longer ones nothing is said."""

Origin = Literal["file", "paste", "manual", "ingest", "ads"]
Side = Literal["content", "fans"]


class SourceRow(msgspec.Struct, frozen=True, kw_only=True):
    """How many came from one place on a shop day. ``show`` empty: the day as a whole. None: not told.

    ``shop_id`` empty, here and below: nobody said of which shop.
    """

    day_at: int
    name: str
    source: str
    show: str = ""
    viewers: int | None = None  # people
    views: int | None = None  # counts
    shop_id: str = ""


class WorkRow(msgspec.Struct, frozen=True, kw_only=True):
    """A published work with its figures so far; rates are shares of one."""

    work: str
    title: str
    day_at: int
    kind: str = ""
    length_s: float | None = None
    plays: int | None = None
    completion: float | None = None
    stay_s: float | None = None
    click_rate: float | None = None
    conversion: float | None = None
    shop_id: str = ""


class LabelRow(msgspec.Struct, frozen=True, kw_only=True):
    """How much of the content, or of the fans, is under a label, as of a day."""

    day_at: int
    side: Side
    label: str
    share: float
    shop_id: str = ""


TrafficRow = SourceRow | WorkRow | LabelRow


N = TypeVar("N", bound=TrafficRow)


def of_shop(rows: Iterable[N], shop_id: str) -> tuple[N, ...]:
    """The rows of a table as those of one shop."""
    return tuple(msgspec.structs.replace(row, shop_id=shop_id) for row in rows)


def may_be_one(shop_id: str, other: str) -> bool:
    """Whether two rows may be of the same shop."""
    return shop_id == other or not shop_id or not other


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A figure to judge by; ``since`` is the day it was set, ``own`` whether the merchant set it."""

    value: float
    since: str
    own: bool = False


Lines = Mapping[str, Line]
"""By name, without ``traffic_`` in front: ``pool_s7_bp``, ``sketch_stay_s``, ``least``."""


def share_of(lines: Lines, name: str) -> float:
    """A line kept in hundredths of a percent, as a share of one."""
    return lines[f"{name}_bp"].value / 10_000


def standing_of(source: str) -> Standing:
    """What kind of traffic a channel is; of one that nobody knows it is unknown."""
    return CHANNELS.get(source, "unknown")


def bucket_of(length_s: float | None) -> str | None:
    """Which length a work has; None: not told, or longer than all of them."""
    if length_s is None or length_s <= 0:
        return None
    return next((key for key, longest in BUCKETS.items() if length_s <= longest), None)


def weighted(pairs: Iterable[tuple[float | None, float | None]]) -> float | None:
    """The mean of values by their weights, never the mean of means; None where no pair is whole."""
    whole = [(value, weight) for value, weight in pairs if value is not None and weight]
    weight = sum(one for _, one in whole)
    return sum(value * one for value, one in whole) / weight if weight > 0 else None
