"""Which goods to lead with, to deepen, to try and to leave: an action an item, with the figures that speak for it.

An item is judged against the shop's own items, by places in an order and not by amounts, so that one runaway does not
hide the rest. A figure that is not known is left out of its score and never counts as bad. What compliance holds
against an item outranks everything; nothing is ever listed or delisted from here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Final, Literal, get_args

import msgspec

from console.core.clock import DAY

Part = Literal["sales", "trend", "margin", "refund", "repeat", "clicks", "conversion", "category"]
Action = Literal["push", "restock", "trial", "picture", "keep", "down", "stop", "hold", "wait"]
PARTS: Final[tuple[Part, ...]] = get_args(Part)
PUSHED: Final[frozenset[Action]] = frozenset({"push", "restock"})
ORDER: Final[tuple[Action, ...]] = get_args(Action)
Z80: Final = 1.2816
HALF: Final = 14  # days: lately, and before


class Lines(msgspec.Struct, frozen=True, kw_only=True):
    """By what goods are judged: dated defaults, and the weights of the parts of a score."""

    least_orders: int
    days: int
    long_days: int
    push: float  # of one
    drop: float
    refund: float
    short_days: int
    fall: float
    new_days: int
    top: int
    match: float
    weights: Mapping[Part, float]


def selecting_lines_from(known: Mapping[str, int]) -> Lines:
    """The lines out of figures by name (``selecting_least_orders``)."""
    weights: dict[Part, float] = {part: known[f"selecting_weight_{part}"] for part in PARTS}
    return Lines(
        least_orders=known["selecting_least_orders"],
        days=known["selecting_days"],
        long_days=known["selecting_long_days"],
        push=known["selecting_push"] / 100,
        drop=known["selecting_drop"] / 100,
        refund=known["selecting_refund_bp"] / 10_000,
        short_days=known["selecting_short_days"],
        fall=known["selecting_fall_bp"] / 10_000,
        new_days=known["selecting_new_days"],
        top=known["selecting_top"],
        match=known["selecting_match_bp"] / 10_000,
        weights=weights,
    )


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of an item at an instant. ``orders`` and sums are of ``Lines.days``; None: not known."""

    row_id: int
    title: str
    category: str = ""
    orders: int = 0
    pieces: int = 0
    amount_fen: int = 0
    late: int = 0  # pieces of the last fourteen days
    before: int = 0  # pieces of the fourteen before
    long_orders: int = 0  # of ``Lines.long_days``, as are the refunds and the buyers
    refunded: int = 0
    buyers: int = 0
    again: int = 0  # of the buyers, those who bought it more than once
    margin: float | None = None  # what is left of the price, a share of one
    stock: int | None = None
    clicks: int | None = None  # in shows; None: no show told of any
    live_orders: int | None = None
    category_share: float | None = None
    on_shelf: bool | None = None
    created_at: int | None = None
    blocks: tuple[str, ...] = ()  # what compliance holds against it: codes of the catalogue

    @property
    def pace(self) -> float:
        """Pieces a day lately."""
        return self.late / HALF

    @property
    def stock_days(self) -> float | None:
        """How long the stock lasts at this pace; None: not known, or nothing is sold."""
        return None if self.stock is None or not self.late else self.stock / self.pace

    @property
    def refund(self) -> "Rate":
        return rate(self.refunded, self.long_orders)

    @property
    def conversion(self) -> float | None:
        """Orders by clicks in shows."""
        return None if not self.clicks or self.live_orders is None else self.live_orders / self.clicks


class Rate(msgspec.Struct, frozen=True, kw_only=True):
    """A share with its 80 % interval (Wilson); all None where there is nothing to take a share of."""

    part: int
    of: int
    share: float | None
    low: float | None
    high: float | None


def rate(part: int, of: int) -> Rate:
    """``part`` of ``of`` with what chance alone leaves open."""
    if of <= 0:
        return Rate(part=part, of=of, share=None, low=None, high=None)
    part = min(part, of)
    share, z2 = part / of, Z80 * Z80
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = Z80 * sqrt(share * (1 - share) / of + z2 / (4 * of * of)) / (1 + z2 / of)
    return Rate(part=part, of=of, share=share, low=max(0.0, middle - half), high=min(1.0, middle + half))


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """What to do with an item. ``places``: by each part which share of the shop's items it outdoes."""

    facts: Facts
    action: Action
    score: float | None = None
    places: Mapping[Part, float] = {}

    @property
    def reasons(self) -> tuple[Part, ...]:
        """The parts that speak most for or against it, the strongest first."""
        return tuple(sorted(self.places, key=lambda part: -abs(self.places[part] - 0.5)))


def figure(facts: Facts, part: Part) -> float | None:
    """The figure that items are put in order by; more is better."""
    match part:
        case "sales":
            return facts.pace
        case "trend":
            return None if facts.late + facts.before < HALF // 2 else facts.late / max(facts.before, 1)
        case "margin":
            return facts.margin
        case "refund":
            return None if facts.refund.share is None else -facts.refund.share
        case "repeat":
            return facts.again / facts.buyers if facts.buyers else None
        case "clicks":
            return facts.clicks
        case "conversion":
            return facts.conversion
        case "category":
            return facts.category_share


def places(items: Sequence[Facts], part: Part) -> dict[int, float]:
    """By row: the share of the other items that are worse, equal ones half. One alone stands in the middle."""
    known = [(one.row_id, value) for one in items if (value := figure(one, part)) is not None]
    values = sorted(value for _, value in known)
    found = {}
    for row_id, value in known:
        below, same = _below(values, value)
        found[row_id] = (below + (same - 1) / 2) / (len(values) - 1) if len(values) > 1 else 0.5
    return found


def _below(values: Sequence[float], value: float) -> tuple[int, int]:
    left = bisect_left(values, value)
    return left, bisect_right(values, value) - left


def score(by: Mapping[Part, float], weights: Mapping[Part, float]) -> float | None:
    """The weighted mean of the places that are known; None where none of them weighs anything."""
    whole = sum(weights.get(part, 0) for part in by)
    return sum(place * weights.get(part, 0) for part, place in by.items()) / whole if whole > 0 else None


def advise(items: Sequence[Facts], lines: Lines, now: int) -> list[Advice]:
    """An action for every item, what is to be done first on top. Items with too few orders have no score."""
    judged = [one for one in items if one.long_orders >= lines.least_orders]
    by_part = {part: places(judged, part) for part in PARTS}
    found = []
    for one in items:
        by: dict[Part, float] = {part: some[one.row_id] for part, some in by_part.items() if one.row_id in some}
        scored = score(by, lines.weights) if by else None
        found.append(Advice(facts=one, action=action(one, scored, by, lines, now), score=scored, places=by))
    return sorted(found, key=lambda advice: (ORDER.index(advice.action), -(advice.score or 0), -advice.facts.pace))


def action(one: Facts, scored: float | None, by: Mapping[Part, float], lines: Lines, now: int) -> Action:
    """What to do with an item; the first that applies."""
    refund = one.refund
    if one.blocks:
        return "hold"
    if refund.low is not None and refund.low > lines.refund and scored is not None:
        return "stop"
    if scored is None:
        return _unknown(one, lines, now)
    days = one.stock_days
    if scored >= lines.push and (one.margin is None or one.margin > 0):
        return "restock" if days is not None and days < lines.short_days else "push"
    if one.margin is not None and one.margin <= 0:
        return "down"
    if by.get("clicks", 1.0) <= 0.25 and by.get("conversion", 0.0) >= 0.5:
        return "picture"  # who looks buys, but few look
    if scored <= lines.drop or (one.before >= HALF and one.late < lines.fall * one.before):
        return "down"
    return "keep"


def _unknown(one: Facts, lines: Lines, now: int) -> Action:
    """Of an item with too few orders: a small trial, where it can be had and is new or grows; else wait."""
    if one.stock == 0 or one.on_shelf is False:
        return "wait"
    new = one.created_at is not None and now - one.created_at <= lines.new_days * DAY
    return "trial" if new or (one.late > one.before and one.late >= HALF // 2) else "wait"
