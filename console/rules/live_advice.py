"""What to do now, and why: one piece of advice at a time, with the numbers that led to it. It sends nothing by itself.

Never advised: holding back stock to make buyers wait, false scarcity, bought or disguised comments.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal

import msgspec

from console.core.clock import MINUTE
from console.core.live import LiveSnapshot
from console.rules.live import SILENT_MS, follow, interaction, stay
from console.rules.live_bands import Lines, trend
from console.rules.live_lift import Point
from console.rules.live_stream import DROPPED

Trigger = Literal[
    "silent",
    "frames_dropped",
    "online_falls",
    "clicks_no_order",
    "clicks_up_orders_flat",
    "interaction_low",
    "stay_falls",
    "follow_low",
]
Means = Literal[
    "check_stream",
    "lower_bitrate",
    "wired_line",
    "red_packet",
    "raffle_early",
    "bag",
    "question",
    "poll",
    "follow_coupon",
    "fan_price",
    "say_why",
    "welfare_item",
    "next_item",
    "pk",
    "check_price_stock",
    "explain_coupon",
    "check_listing",
]

ORDER: Final[tuple[Trigger, ...]] = (
    *("silent", "frames_dropped", "online_falls", "clicks_no_order", "clicks_up_orders_flat", "interaction_low"),
    *("stay_falls", "follow_low"),
)
"""The most urgent first."""

MEANS: Final[Mapping[Trigger, tuple[Means, ...]]] = {
    "silent": ("check_stream",),
    "frames_dropped": ("lower_bitrate", "wired_line", "check_stream"),
    "online_falls": ("check_stream", "red_packet", "raffle_early"),
    "clicks_no_order": ("check_listing", "check_price_stock"),
    "clicks_up_orders_flat": ("check_price_stock", "explain_coupon"),
    "interaction_low": ("bag", "question", "poll"),
    "stay_falls": ("welfare_item", "next_item", "pk"),
    "follow_low": ("follow_coupon", "fan_price", "say_why"),
}
RAFFLES: Final = frozenset({"bag", "raffle_early", "red_packet"})
"""Not advised while minors are to be protected."""

COOLDOWN_MS: Final = 10 * MINUTE


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong since when, the numbers, and what may help."""

    trigger: Trigger
    since_at: int
    value: float | None = None
    line: float | None = None
    means: tuple[Means, ...] = ()


class Watched(msgspec.Struct, frozen=True, kw_only=True):
    """What advice is given on. ``snapshots`` in order; orders as (paid at, fen), None where nobody tells them."""

    at: int
    begin_at: int
    snapshots: Sequence[LiveSnapshot]
    orders: Sequence[tuple[int, int]] | None
    lines: Mapping[str, Lines]
    last_at: int | None = None  # when anything last came in
    protects_minors: bool = False
    dropped: float | None = None  # share of the stream's last frames that were never sent, where a stream is linked


def advise(watched: Watched, given: Mapping[Trigger, int]) -> Advice | None:
    """The most urgent piece, unless it was given within the last ten minutes (``given``: when each last was).

    Blind, there is no advice on sales: what is not seen is not judged.
    """
    for trigger in ORDER:
        if watched.at - given.get(trigger, -COOLDOWN_MS) < COOLDOWN_MS:
            if trigger == "silent" and _silent(watched) is not None:
                return None
            continue
        found = RULES[trigger](watched)
        if found is not None:
            means = tuple(one for one in MEANS[trigger] if not (watched.protects_minors and one in RAFFLES))
            return msgspec.structs.replace(found, means=means)
        if trigger == "silent" and _silent(watched) is not None:
            return None
    return None


def _silent(watched: Watched) -> Advice | None:
    if watched.last_at is None or watched.at - watched.last_at < SILENT_MS:
        return None
    return Advice(trigger="silent", since_at=watched.last_at, value=(watched.at - watched.last_at) / 1_000)


def _frames_dropped(watched: Watched) -> Advice | None:
    if watched.dropped is None or watched.dropped <= DROPPED:
        return None
    return Advice(trigger="frames_dropped", since_at=watched.at, value=watched.dropped, line=DROPPED)


def _online_falls(watched: Watched) -> Advice | None:
    points = [Point(one.at, float(one.online)) for one in watched.snapshots if one.online is not None]
    share = trend(points, watched.at).share
    if share is None or share > -0.30:
        return None
    return Advice(trigger="online_falls", since_at=watched.at - 5 * MINUTE, value=share, line=-0.30)


def _stay_falls(watched: Watched) -> Advice | None:
    points = [Point(one.at, rate.value) for one in watched.snapshots if (rate := stay(one)).value is not None]
    now, before = _near(points, watched.at), _near(points, watched.at - 5 * MINUTE)
    if now is None or before is None or before <= 0 or now / before - 1 > -0.15:
        return None
    return Advice(trigger="stay_falls", since_at=watched.at - 5 * MINUTE, value=now / before - 1, line=-0.15)


def _low(watched: Watched, name: str, trigger: Trigger, minutes: int) -> Advice | None:
    rate = interaction if name == "interaction" else follow
    lines = watched.lines.get(name)
    since = watched.at - minutes * MINUTE
    told = [(one.at, rate(one)) for one in watched.snapshots if one.at >= since]
    told = [(at, one) for at, one in told if one.value is not None and not one.is_few]
    if lines is None or len(told) < 3 or told[0][0] - since > MINUTE:
        return None
    values = [one.value for _, one in told if one.value is not None]
    if max(values) >= lines.passing:
        return None
    return Advice(trigger=trigger, since_at=since, value=values[-1], line=lines.passing)


def _clicks(watched: Watched, since: int, until: int) -> int | None:
    """Item clicks between two moments, by the page's counter; None where it is not told or went back."""
    points = [Point(one.at, float(one.item_clicks)) for one in watched.snapshots if one.item_clicks is not None]
    begin, end = _near(points, since), _near(points, until)
    return None if begin is None or end is None or end < begin else round(end - begin)


def _orders(watched: Watched, since: int, until: int) -> int | None:
    return None if watched.orders is None else sum(since < at <= until for at, _ in watched.orders)


def _clicks_no_order(watched: Watched) -> Advice | None:
    since = watched.at - 10 * MINUTE
    if since < watched.begin_at:
        return None
    clicks, orders = _clicks(watched, since, watched.at), _orders(watched, since, watched.at)
    if clicks is None or orders is None or clicks < 30 or orders:
        return None
    return Advice(trigger="clicks_no_order", since_at=since, value=float(clicks), line=0.0)


def _clicks_up_orders_flat(watched: Watched) -> Advice | None:
    middle, begin = watched.at - 5 * MINUTE, watched.at - 10 * MINUTE
    if begin < watched.begin_at:
        return None
    now, before = _clicks(watched, middle, watched.at), _clicks(watched, begin, middle)
    sold, sold_before = _orders(watched, middle, watched.at), _orders(watched, begin, middle)
    if now is None or not before or sold is None or sold_before is None:
        return None
    if now < 30 or now / before < 1.3 or sold > sold_before:
        return None
    return Advice(trigger="clicks_up_orders_flat", since_at=middle, value=now / before - 1, line=0.3)


def _near(points: Sequence[Point], at: int, within: int = MINUTE) -> float | None:
    """The latest value at a moment, if it is not older than a minute."""
    told = [one for one in points if at - within < one.at <= at]
    return told[-1].value if told else None


RULES: Final[Mapping[Trigger, Callable[[Watched], Advice | None]]] = {
    "silent": _silent,
    "frames_dropped": _frames_dropped,
    "online_falls": _online_falls,
    "clicks_no_order": _clicks_no_order,
    "clicks_up_orders_flat": _clicks_up_orders_flat,
    "interaction_low": lambda watched: _low(watched, "interaction", "interaction_low", 3),
    "stay_falls": _stay_falls,
    "follow_low": lambda watched: _low(watched, "follow", "follow_low", 5),
}
