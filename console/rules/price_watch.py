"""Which prices a person should be told of: too far from the other shop's, or below the floor."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from console.rules.drafts import prices
from console.rules.pricing import PriceCode, Verdict
from console.rules.pushing import Goods, PushRules

PriceKind = Literal["gap", "floor"]
CODES: dict[PriceKind, PriceCode] = {"gap": PriceCode.GAP, "floor": PriceCode.BELOW_FLOOR}


class PriceTrouble(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with the price of Kuaishou goods, by the variant that is furthest off; all in fen."""

    shop_id: str
    item_id: str
    kind: PriceKind
    spec: str
    pays_fen: int
    other_fen: int | None = None
    floor_fen: int | None = None
    gap_bp: int | None = None
    margin_fen: int | None = None


def troubles(several: Iterable[Goods], rules: PushRules) -> list[PriceTrouble]:
    """Of each goods at Kuaishou at most one of a kind."""
    found = []
    for goods in several:
        side = goods.kuaishou
        if side is None:
            continue
        judged = [(spec, verdict) for spec, verdict in prices(goods, rules).items() if verdict.pays_fen is not None]
        for kind, code in CODES.items():
            held = [one for one in judged if code in one[1].codes]
            if held:
                spec, verdict = max(held, key=lambda one: _how_far(one[1], kind))
                found.append(
                    PriceTrouble(
                        shop_id=side.shop_id,
                        item_id=side.item.item_id,
                        kind=kind,
                        spec=spec,
                        pays_fen=verdict.pays_fen or 0,
                        other_fen=verdict.other_fen,
                        floor_fen=side.floor_fen,
                        gap_bp=verdict.gap_bp,
                        margin_fen=verdict.margin_fen,
                    )
                )
    return found


def _how_far(verdict: Verdict, kind: PriceKind) -> int:
    return abs(verdict.gap_bp or 0) if kind == "gap" else -(verdict.pays_fen or 0)
