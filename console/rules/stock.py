"""How a change of stock is told apart from sales: before a call, and after one whose answer never came.

A stock that was ``before`` and is ``now``, with ``sold`` pieces gone in between, has had a change of ``delta`` if
``before + delta - sold == now`` and has not if ``before - sold == now``. How much was sold only orders tell, and they
may leave a range: a platform takes a piece away when it is ordered or when it is paid, and an order that is closed may
give it back. Where both or neither fits nobody can say, and nobody may guess.
"""

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from console.core.errors import Refused
from console.core.model import Order, OrderLine, OrderStatus


class Verdict(StrEnum):
    """Whether a call was carried out."""

    APPLIED = "applied"
    NOT_APPLIED = "not_applied"
    UNCLEAR = "unclear"


class Span(msgspec.Struct, frozen=True):
    """When a reading was under way, ms UTC: what it says was so at some instant in between."""

    from_at: int
    to_at: int


class Sold(msgspec.Struct, frozen=True):
    """Pieces taken from a stock: at least, at most. Negative where closed orders gave some back."""

    least: int = 0
    most: int = 0


def change(target: int, seen: int | None, now: int) -> int:
    """What to add to a stock that is ``now``. Raises Refused where that cannot be what the merchant means.

    What is missing of ``seen`` was sold since, and stays sold. A stock that is higher than what was seen was filled up
    by somebody else: whether this is still wanted on top of that only the merchant knows.
    """
    if now == target:
        return 0
    if seen is None:
        return target - now
    if now > seen:
        raise Refused("outbox.moved", detail=f"{seen} → {now}")
    delta = target - seen
    if now + delta < 0:
        raise Refused("outbox.negative", detail=f"{now} {delta:+d}")
    return delta


def verdict(before: int, delta: int, now: int, sold: Sold | None) -> Verdict:
    """Whether ``delta`` is in ``now``; ``sold`` None: no orders can be read, and any number may have been sold."""

    def fits(pieces: int) -> bool:
        return pieces >= 0 if sold is None else sold.least <= pieces <= sold.most

    with_it, without_it = fits(before + delta - now), fits(before - now)
    if with_it == without_it:
        return Verdict.UNCLEAR
    return Verdict.APPLIED if with_it else Verdict.NOT_APPLIED


def is_sold_out(before: int, delta: int, now: int) -> bool:
    """Whether nothing was to be left, and nothing is: no sale can take more, and a call that arrives changes nothing.

    Then it does not matter whether the call or the last sale did it. Where the call says nothing as an absolute number,
    sales before it arrived are in no sum that ``verdict`` could tell it by.
    """
    return before + delta == 0 == now


def sold_between(orders: Iterable[Order], item_id: str, sku_id: str, first: Span, last: Span, *, skew_ms: int) -> Sold:
    """Pieces of a variant that left its stock after one reading and before another.

    What happened while one of them was under way, or within ``skew_ms`` of it, for the platform's clock is not ours,
    may have been in it or not.
    """
    sure = Span(first.to_at + skew_ms, last.from_at - skew_ms)
    possible = Span(first.from_at - skew_ms, last.to_at + skew_ms)
    least = most = 0
    for order in orders:
        pieces = sum(line.quantity for line in order.lines if _is(line, item_id, sku_id))
        if not pieces:
            continue
        moments = [at for at in (order.created_at, order.paid_at) if at is not None]
        least += pieces * (len(moments) == 2 and all(_within(at, sure) for at in moments))
        most += pieces * any(_within(at, possible) for at in moments)
        if order.status is OrderStatus.CLOSED and (order.updated_at or possible.from_at) >= possible.from_at:
            least -= pieces  # closed meanwhile, perhaps: the update may have been another one
    return Sold(least, most)


def _is(line: OrderLine, item_id: str, sku_id: str) -> bool:
    return line.item_id == item_id and (line.sku_id == sku_id or sku_id in ("", "0", item_id))


def _within(at: int, span: Span) -> bool:
    return span.from_at <= at <= span.to_at
