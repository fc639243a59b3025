"""What is left of a piece at Kuaishou, for the rows of a page: price less cost, fee and the rest."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row

from console.core.model import Platform
from console.rules.pricing import Offer, margin_fen
from console.rules.pushing import PushRules
from console.store import costs, offers
from console.store.push_rules import push_rules
from console.store.views import SkuRow


def least(conn: Connection, rows: Iterable[Row[Any]], variants: Mapping[int, Sequence[SkuRow]]) -> dict[int, int]:
    """Of each row that is at Kuaishou, the variant that leaves least; rows without a known cost are not in it."""
    here = [row for row in rows if row.kuaishou_item_id is not None]
    ids = [one for row in here for one in (row.kuaishou_item_id, row.youzan_item_id) if one is not None]
    told = costs.known(conn, ids)
    if not told:
        return {}
    rules, live, coupons = push_rules(conn), offers.told(conn, "live"), offers.told(conn, "coupon")
    found = {}
    for row in here:
        key = (row.shop_id, row.kuaishou_item_id)
        side = Offer(price_fen=None, live_fen=live.get(key), coupon_fen=coupons.get(key, 0))
        left = _margins(row, variants.get(row.id, ()), told, rules, side)
        if left:
            found[row.id] = min(left)
    return found


def _margins(row: Row[Any], variants: Sequence[SkuRow], told: costs.Known, rules: PushRules, offer: Offer) -> list[int]:
    ids = {Platform.KUAISHOU: row.kuaishou_item_id, Platform.YOUZAN: row.youzan_item_id}
    priced = [
        (both.kuaishou.price_fen, costs.cost_of(told, ids, both.kuaishou, both.youzan))
        for both in variants
        if both.kuaishou is not None
    ] or [(row.kuaishou_price_fen, costs.cost_of(told, ids, None, None))]
    pays = ((msgspec.structs.replace(offer, price_fen=price).pays_fen, cost) for price, cost in priced)
    left = (margin_fen(price, rules.costs(cost)) for price, cost in pays)
    return [one for one in left if one is not None]
