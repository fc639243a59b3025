"""Whether a price may stand: against the other shop, the floor, the cost, and the price that stood before.

What is compared is what a buyer pays: the live price where there is one, less the coupon that a buyer surely gets. The
gap is Kuaishou's price against Youzan's, as the goods table shows it. Money is whole fen and shares are basis points
(1/10,000): nothing here is a float. What is not known is said to be not known; it never counts as equal.
"""

from enum import StrEnum
from typing import Literal

import msgspec

from console.core.model import Platform

BP = 10_000


class PriceCode(StrEnum):
    """Why a price is held up, or what cannot be said of it, gravest first; each has words in the catalogue."""

    FREE = "goods.price_free"  # coupons take all of it
    BELOW_FLOOR = "goods.price_below_floor"
    JUMP = "goods.price_jump"
    LOSS = "goods.price_loss"
    GAP = "goods.price_gap"
    NOT_COMPARED = "goods.price_not_compared"  # one side names no price


Decision = Literal["allow", "alert", "stop"]
Need = Literal["owner", "reason"]

_STOPS: dict[PriceCode, tuple[Need, ...]] = {
    PriceCode.BELOW_FLOOR: ("owner", "reason"),
    PriceCode.FREE: ("owner", "reason"),
    PriceCode.JUMP: ("reason",),
}
"""What holds a price up, and what must be given to let it go on all the same."""


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """What a shop asks for a variant; all in fen. ``coupon_fen`` is taken off by a coupon that every buyer gets."""

    price_fen: int | None
    live_fen: int | None = None
    coupon_fen: int = 0

    @property
    def pays_fen(self) -> int | None:
        """What a buyer pays; None where the shop names no price."""
        asked = self.price_fen if self.live_fen is None else self.live_fen
        return None if asked is None else max(asked - self.coupon_fen, 0)


CostSource = Literal["platform", "sheet"]


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """What one piece costs the merchant, who said so (Youzan, or a sheet that was brought in), and when, ms UTC."""

    fen: int
    source: CostSource
    at: int


class Costs(msgspec.Struct, frozen=True, kw_only=True):
    """What selling one piece costs: the goods, postage and packing in fen, the platform's fee in basis points."""

    goods_fen: int
    fee_bp: int
    other_fen: int = 0


class Guard(msgspec.Struct, frozen=True, kw_only=True):
    """What the merchant set: the gap and the change of a price that are still fine (basis points), and the floor."""

    gap_bp: int
    jump_bp: int | None = None
    floor_fen: int | None = None


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of a price. ``codes`` are the reasons, gravest first; ``needs`` what an override takes."""

    decision: Decision
    codes: tuple[PriceCode, ...]
    pays_fen: int | None  # what a buyer pays on the side that was judged
    other_fen: int | None  # and on the other one
    gap_bp: int | None  # Kuaishou against Youzan, rounded; negative: Kuaishou is cheaper
    margin_fen: int | None  # what is left of a piece; None: no costs are known
    needs: tuple[Need, ...] = ()

    def lets(self, *, is_owner: bool, reason: str) -> bool:
        """Whether it may go to the platform, given who asks and why."""
        given = {"owner": is_owner, "reason": bool(reason.strip())}
        return all(given[need] for need in self.needs)


def judge(
    kuaishou: Offer,
    youzan: Offer,
    guard: Guard,
    *,
    side: Platform,
    costs: Costs | None = None,
    was_fen: int | None = None,
) -> Verdict:
    """What to say of the price on ``side``, which is to be or is; ``was_fen`` is what a buyer paid there before."""
    here, there = kuaishou.pays_fen, youzan.pays_fen
    pays, other = (here, there) if side is Platform.KUAISHOU else (there, here)
    margin = margin_fen(pays, costs)
    codes = _codes(pays, guard, margin, was_fen)
    if here is None or not there:
        codes.append(PriceCode.NOT_COMPARED)
    elif is_wide(here, there, guard.gap_bp):
        codes.append(PriceCode.GAP)
    needs = {need for code in codes for need in _STOPS.get(code, ())}
    decision: Decision = "stop" if needs else "alert" if codes else "allow"
    return Verdict(
        decision=decision,
        codes=tuple(sorted(codes, key=list(PriceCode).index)),
        pays_fen=pays,
        other_fen=other,
        gap_bp=gap_bp(here, there),
        margin_fen=margin,
        needs=tuple(sorted(needs)),
    )


def _codes(pays: int | None, guard: Guard, margin: int | None, was_fen: int | None) -> list[PriceCode]:
    """What is wrong with a price by itself."""
    if pays is None:
        return []
    found = []
    if pays == 0:
        found.append(PriceCode.FREE)
    if guard.floor_fen is not None and pays < guard.floor_fen:
        found.append(PriceCode.BELOW_FLOOR)
    if margin is not None and margin < 0:
        found.append(PriceCode.LOSS)
    if was_fen and guard.jump_bp is not None and is_wide(pays, was_fen, guard.jump_bp):
        found.append(PriceCode.JUMP)
    return found


def gap_bp(kuaishou_fen: int | None, youzan_fen: int | None) -> int | None:
    """How far Kuaishou's price lies from Youzan's, in basis points, halves away from zero; None: not comparable."""
    if kuaishou_fen is None or not youzan_fen:
        return None
    far = kuaishou_fen - youzan_fen
    share = (2 * abs(far) * BP + youzan_fen) // (2 * youzan_fen)
    return share if far >= 0 else -share


def is_wide(one_fen: int, base_fen: int, most_bp: int) -> bool:
    """Whether ``one_fen`` lies further from the base than allowed: exactly, not by the rounded share."""
    return abs(one_fen - base_fen) * BP > most_bp * base_fen


def margin_fen(pays_fen: int | None, costs: Costs | None) -> int | None:
    """What is left of a piece after goods, fee (rounded up) and the rest; None where that is not known."""
    if pays_fen is None or costs is None:
        return None
    fee = -(-pays_fen * costs.fee_bp // BP)
    return pays_fen - costs.goods_fen - fee - costs.other_fen
