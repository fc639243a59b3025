"""What is wrong with a parcel, by its journey; and what the platform's rule would cost, before it does. Pure.

A journey that nobody tells is not a fault: without a track nothing is found. The amounts are an estimate by figures
that the merchant sets; the platform's present ones are not published.
"""

from collections.abc import Iterable
from typing import Literal

import msgspec

from console.core.shipping import Track, TrackEvent

Finding = Literal["uncollected", "still", "returned", "astray", "signed_unseen", "trouble"]
"""Not collected in time, not moved in time, on its way back, gone the wrong way, signed unseen, in trouble."""

SEVERITY: tuple[Finding, ...] = ("returned", "astray", "trouble", "signed_unseen", "uncollected", "still")

_ENDED = ("signed", "returned")
_STRAYED = ("错发", "错分", "转错", "误派", "分拣错误", "改派", "非本区域")
_DELIVERY = ("派送", "派件", "投递", "送达", "驿站", "自提", "快递柜", "代收")
_ARRIVES = ("到达", "抵达")
_LEAVES = ("发往", "离开", "已发出")
COMPLAINTS = ("物流", "快递", "发货", "未收到", "没收到", "漏发", "少发", "破损", "签收")
"""What the reason of an after-sale has in it that is about the way, not about the goods."""


class Patience(msgspec.Struct, frozen=True, kw_only=True):
    """From when on something is a finding, ms."""

    uncollected_ms: int
    still_ms: int
    signed_fast_ms: int


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """A parcel's way: since when its number stands there, and where it is to go."""

    sent_at: int | None
    province: str = ""
    city: str = ""
    district: str = ""


def findings(track: Track | None, way: Way, patience: Patience, now: int) -> tuple[Finding, ...]:
    """Everything wrong with a parcel, the worst first."""
    if track is None or (track.state == "unknown" and not track.events):
        return ()
    found: set[Finding] = set()
    if track.state in ("returning", "returned"):
        found.add("returned")
    if track.state == "trouble":
        found.add("trouble")
    if strayed(track, way):
        found.add("astray")
    if track.state == "signed" and signed_unseen(track, patience):
        found.add("signed_unseen")
    moved_at = track.moved_at
    if moved_at is None:
        if way.sent_at is not None and now - way.sent_at >= patience.uncollected_ms:
            found.add("uncollected")
    elif track.state not in _ENDED and now - moved_at >= patience.still_ms:
        found.add("still")
    return tuple(one for one in SEVERITY if one in found)


def strayed(track: Track, way: Way) -> bool:
    """Whether the carrier says so, or it had reached its town and went on to another."""
    if any(word in event.words for event in track.events for word in _STRAYED):
        return True
    town = way.city.removesuffix("市")
    if len(town) < 2:  # a town of one sign is no town
        return False
    there = False
    for event in _in_order(track.events):
        named = town in event.words or (len(way.district) > 1 and way.district in event.words)
        if there and not named and any(word in event.words for word in _LEAVES):
            return _names_a_place(event.words)
        there = there or (named and any(word in event.words for word in _ARRIVES))
    return False


def _names_a_place(words: str) -> bool:
    """``离开【杭州转运中心】，发往【广州】``: only such words name another town."""
    return "发往" in words and any(sign in words for sign in ("市", "省", "【", "["))


def signed_unseen(track: Track, patience: Patience) -> bool:
    """Signed though nobody brought it: no delivery was told, or it was signed sooner than it can have come."""
    events = _in_order(track.events)
    if not events:
        return True
    brought = any(word in event.words for event in events for word in _DELIVERY)
    return not brought or events[-1].at - events[0].at < patience.signed_fast_ms


def _in_order(events: Iterable[TrackEvent]) -> list[TrackEvent]:
    return sorted(events, key=lambda event: event.at)


class PayRule(msgspec.Struct, frozen=True, kw_only=True):
    """What is paid for a promise that was broken: a share of the amount (basis points) within bounds, fen."""

    share_bp: int
    least_fen: int
    most_fen: int

    def amount_fen(self, amount_fen: int | None) -> int | None:
        """For an order of that amount; None where nobody knows it."""
        if amount_fen is None:
            return None
        return min(max(-(-amount_fen * self.share_bp // 10_000), self.least_fen), self.most_fen)


class Payout(msgspec.Struct, frozen=True, kw_only=True):
    """What would be taken, for what, and from when on."""

    cause: Literal["late", "uncollected"]
    amount_fen: int | None
    at: int

    def is_due(self, now: int) -> bool:
        """Whether it is too late to avoid it."""
        return now >= self.at


def payout(
    *,
    amount_fen: int | None,
    ship_by_at: int | None,
    sent_at: int | None,
    found: Iterable[Finding],
    rule: PayRule,
    patience: Patience,
) -> Payout | None:
    """What the platform would take of an order: for leaving late, or for a number under which nothing left."""
    if "uncollected" in set(found) and sent_at is not None:
        at = sent_at + patience.uncollected_ms
        return Payout(cause="uncollected", amount_fen=rule.amount_fen(amount_fen), at=at)
    if ship_by_at is not None and (sent_at is None or sent_at > ship_by_at):
        return Payout(cause="late", amount_fen=rule.amount_fen(amount_fen), at=ship_by_at)
    return None


def is_complaint(reason: str) -> bool:
    """Whether an after-sale is about the way."""
    return any(word in reason for word in COMPLAINTS)


class Complaints(msgspec.Struct, frozen=True, kw_only=True):
    """Orders that left, and those of them that somebody complained of."""

    shipped: int
    complained: int

    @property
    def rate(self) -> float | None:
        """0…1; None where nothing left."""
        return self.complained / self.shipped if self.shipped else None
