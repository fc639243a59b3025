"""A price too far off, or below its floor, is told once, with what is left of a piece, for as long as it is so."""

import pytest
from sqlalchemy import Connection

from console.core.errors import Refused
from console.core.model import Item, Listing, Sku
from console.rules.price_watch import troubles
from console.store import offers, price_alerts, push_rules, push_view
from console.store.alerts import Watched, watch
from console.store.floors import put_floor
from console.store.item_view import item_rows
from console.store.items import retire_missing, save_listings
from console.store.views import Pair

NOW = 1_768_444_200_000


def put(conn: Connection, shop_id: str, no: str, *prices: int, cost: int | None = None, now: int = NOW) -> None:
    skus = tuple(
        Sku(item_id=no, sku_id=f"{no}-{n}", code=f"A-{n}", spec=f"规格 {n}", price_fen=price, stock=1)
        for n, price in enumerate(prices)
    )
    item = Item(item_id=no, title="双层杯", code="A", price_fen=min(prices))
    costs = {} if cost is None else {sku.sku_id: cost for sku in skus}
    save_listings(conn, shop_id, [Listing(item=item, skus=skus, costs_fen=costs)], now)
    retire_missing(conn, shop_id, {no})


def judged(conn: Connection, now: int) -> bool:
    """What the step after reading does."""
    goods = push_view.goods(conn, price_alerts.all_goods(conn), now)
    return price_alerts.keep(conn, troubles(goods, push_rules.push_rules(conn)), now)


def look(conn: Connection, now: int = NOW) -> Watched:
    return watch(conn, {}, now)


def test_s7_a_gap_is_told_once_with_its_margin(conn: Connection, bound: Pair) -> None:
    """Youzan 59.90, Kuaishou 49.90 on one variant of two."""
    put(conn, bound.kuaishou_shop_id, "1", 4990, 5990)
    put(conn, bound.youzan_shop_id, "2", 5990, 5990, cost=3000)
    assert judged(conn, NOW)
    (alert,) = look(conn).to_tell
    assert (alert.cause, alert.level, alert.code, alert.number) == ("price", 2, "goods.price_gap", 1)
    assert alert.price is not None
    told = alert.price.trouble
    assert (told.pays_fen, told.other_fen, told.gap_bp, told.margin_fen, told.spec) == (
        4990,
        5990,
        -1669,
        1990,
        "规格 0",
    )
    assert look(conn, NOW + 1).to_tell == ()
    assert not judged(conn, NOW + 1), "the same again is no news"
    assert [one.key for one in look(conn, NOW + 1).alerts] == [alert.key], "it stays in the bell"
    put(conn, bound.kuaishou_shop_id, "1", 5990, 5990, now=NOW + 2)
    assert judged(conn, NOW + 2)
    assert look(conn, NOW + 2).alerts == ()
    put(conn, bound.kuaishou_shop_id, "1", 4990, 5990, now=NOW + 3)
    judged(conn, NOW + 3)
    assert len(look(conn, NOW + 3).to_tell) == 1, "another time is another cause"


def test_a_gap_that_grows_is_still_the_same(conn: Connection, bound: Pair) -> None:
    put(conn, bound.kuaishou_shop_id, "1", 4990)
    put(conn, bound.youzan_shop_id, "2", 5990)
    judged(conn, NOW)
    look(conn)
    put(conn, bound.kuaishou_shop_id, "1", 3990, now=NOW + 1)
    assert judged(conn, NOW + 1)
    seen = look(conn, NOW + 1)
    assert seen.to_tell == ()
    (alert,) = seen.alerts
    assert alert.price is not None
    assert alert.price.trouble.pays_fen == 3990
    assert alert.price.trouble.margin_fen is None, "no cost, no margin"


def test_the_merchants_threshold_and_floor_count(conn: Connection, bound: Pair) -> None:
    put(conn, bound.kuaishou_shop_id, "1", 4990)
    put(conn, bound.youzan_shop_id, "2", 5990)
    push_rules.put_rule(conn, "gap_bp", 2_000, NOW)
    assert not judged(conn, NOW)
    put_floor(conn, bound.kuaishou_shop_id, "1", 5200, NOW)
    assert judged(conn, NOW)
    (alert,) = look(conn).to_tell
    assert (alert.level, alert.code) == (1, "goods.price_below_floor")
    assert alert.price is not None
    assert alert.price.trouble.floor_fen == 5200


def test_a_floor_holds_for_goods_of_kuaishou_alone(conn: Connection, bound: Pair) -> None:
    put(conn, bound.kuaishou_shop_id, "1", 4990)
    assert not judged(conn, NOW)
    put_floor(conn, bound.kuaishou_shop_id, "1", 5200, NOW)
    assert judged(conn, NOW)
    assert [one.trouble.kind for one in price_alerts.standing(conn)] == ["floor"]


def test_many_are_one_line(conn: Connection, bound: Pair) -> None:
    for shop_id, price in zip(bound.shop_ids, (4990, 5990), strict=True):
        found = [
            Listing(item=Item(item_id=f"{no}", title=f"货 {no}", code=f"C{no}", price_fen=price), skus=())
            for no in range(5)
        ]
        save_listings(conn, shop_id, found, NOW)
        retire_missing(conn, shop_id, {f"{no}" for no in range(5)})
    judged(conn, NOW)
    (alert,) = look(conn).to_tell
    assert (alert.number, alert.price) == (5, None)


@pytest.mark.parametrize(("part", "fen"), [("live", 4990), ("coupon", 1000)])
def test_a_live_price_and_a_coupon_are_what_a_buyer_pays(
    conn: Connection, bound: Pair, part: offers.Part, fen: int
) -> None:
    """S7 with a live price that the merchant entered: 59.90 in both shops, 49.90 in shows, floor 52.00."""
    put(conn, bound.kuaishou_shop_id, "1", 5990)
    put(conn, bound.youzan_shop_id, "2", 5990, cost=3000)
    put_floor(conn, bound.kuaishou_shop_id, "1", 5200, NOW)
    assert not judged(conn, NOW)
    assert offers.put(conn, part, bound.kuaishou_shop_id, "1", fen, NOW)
    assert not offers.put(conn, part, bound.kuaishou_shop_id, "1", fen, NOW)
    assert judged(conn, NOW)
    found = {one.trouble.kind: one.trouble for one in price_alerts.standing(conn)}
    assert {kind: (one.pays_fen, one.gap_bp, one.margin_fen) for kind, one in found.items()} == {
        "gap": (4990, -1669, 1990),
        "floor": (4990, -1669, 1990),
    }
    (row,) = item_rows(conn, price_alerts.all_goods(conn))
    assert (row.gap_wide, row.widest_bp, row.below_floor, row.margin_fen) == (True, -1669, True, 1990)
    assert offers.put(conn, part, bound.kuaishou_shop_id, "1", None, NOW)
    assert judged(conn, NOW)
    assert price_alerts.standing(conn) == []


def test_an_offer_that_makes_no_sense_is_refused(conn: Connection, bound: Pair) -> None:
    with pytest.raises(Refused):
        offers.put(conn, "live", bound.kuaishou_shop_id, "1", 0, NOW)
