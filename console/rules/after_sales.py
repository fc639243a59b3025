"""What an after-sale means for everything else: may the goods leave, whose turn is it, does its money count. Pure."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from console.core.model import AfterSale, AfterSaleKind, AfterSaleStatus
from console.rules.holding import Hold

OVER = (AfterSaleStatus.SUCCESS, AfterSaleStatus.CLOSED)
"""The states that nothing follows."""

HoldReason = Literal["asked", "refunding", "refunded", "unknown", "flagged", "kept"]


class ShippingHold(msgspec.Struct, frozen=True, kw_only=True):
    """Why goods must not leave: ``reason`` is a code for the words, ``after_sale`` the one that holds them.

    ``platform_refuses``: the platform itself turns the call down. It lets goods leave of which a refund was only asked;
    such goods are held all the same. ``flagged``: the order says that an after-sale is open, which one is not known.
    ``kept``: the merchant keeps them back, as ``hold`` says, until somebody lets them go.
    """

    reason: HoldReason
    after_sale: AfterSale | None = None
    platform_refuses: bool = False
    hold: Hold | None = None

    @property
    def why(self) -> str:
        """What stands in the words about it: the buyer's reason, or the merchant's with who and since when."""
        if self.hold is not None:
            return self.hold.told
        return "" if self.after_sale is None else self.after_sale.reason

    @property
    def passable(self) -> bool:
        """Whether a person may send the goods all the same, giving a reason."""
        return not self.platform_refuses and self.reason != "kept"


def aftersale_blocks_shipping(
    after_sales: Iterable[AfterSale], *, amount_fen: int | None = None, flagged: bool = False
) -> ShippingHold | None:
    """Whether an order's after-sales, of both platforms, forbid to print or ship it; None: they do not.

    ``amount_fen`` is what the order came to: a settled refund of less leaves something to ship, one of unknown size
    does not. ``flagged`` is the order's own word that an after-sale is open (``Order.refunding``).
    """
    holds = [hold for one in after_sales if (hold := _hold(one, amount_fen)) is not None]
    if holds:
        return max(holds, key=lambda hold: (hold.platform_refuses, _URGENCY.index(hold.reason)))
    return ShippingHold(reason="flagged") if flagged else None


_URGENCY: tuple[HoldReason, ...] = ("flagged", "unknown", "asked", "refunded", "refunding")


def _hold(one: AfterSale, amount_fen: int | None) -> ShippingHold | None:
    if one.status is AfterSaleStatus.CLOSED:
        return None
    if one.status is AfterSaleStatus.SUCCESS:
        if one.kind is not AfterSaleKind.REFUND_ONLY or _leaves_a_rest(one, amount_fen):
            return None
        return ShippingHold(reason="refunded", after_sale=one, platform_refuses=True)
    if one.status is AfterSaleStatus.REFUNDING:
        return ShippingHold(reason="refunding", after_sale=one, platform_refuses=True)
    reason: HoldReason = "unknown" if one.status is AfterSaleStatus.UNKNOWN else "asked"
    return ShippingHold(reason=reason, after_sale=one)


def _leaves_a_rest(one: AfterSale, amount_fen: int | None) -> bool:
    return one.amount_fen is not None and amount_fen is not None and one.amount_fen < amount_fen


def is_open(one: AfterSale) -> bool:
    """Whether something may still follow."""
    return one.status not in OVER


def settled_fen(one: AfterSale) -> int | None:
    """The money that went back; None where none did, or not yet. What is only asked for is never money."""
    if one.status is not AfterSaleStatus.SUCCESS or one.kind is AfterSaleKind.EXCHANGE:
        return None
    return one.amount_fen
