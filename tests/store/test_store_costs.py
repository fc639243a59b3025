"""What goods cost: Youzan's word first, a sheet's where Youzan says nothing; and what is left of a piece."""

from collections.abc import Sequence

import pytest
from sqlalchemy import Connection

from console.core.model import Item, Listing, Platform, Shop, Sku
from console.rules.pricing import Cost
from console.rules.pushing import Goods
from console.store import audit, costs, push_rules, push_view
from console.store.floors import put_floor
from console.store.item_view import item_ids, item_rows, item_tab_counts
from console.store.items import retire_missing, save_listings
from console.store.shops import put_shop, remove_shop
from console.store.views import Gap, ItemFilter, ItemRow, Pair

NOW = 1_768_444_200_000


def listing(no: str, *prices: int, costs_fen: dict[str, int] | None = None) -> Listing:
    skus = tuple(
        Sku(item_id=no, sku_id=f"{no}-{n}", code=f"A-{n}", spec=f"规格 {n}", price_fen=price, stock=1)
        for n, price in enumerate(prices)
    )
    return Listing(
        item=Item(item_id=no, title="杯", code="A", price_fen=min(prices)), skus=skus, costs_fen=costs_fen or {}
    )


def put(conn: Connection, shop_id: str, one: Listing, now: int = NOW) -> None:
    save_listings(conn, shop_id, [one], now)
    retire_missing(conn, shop_id, {one.item.item_id})


def goods(conn: Connection) -> Goods:
    (found,) = push_view.goods(conn, item_ids(conn, ItemFilter()), NOW)
    return found


def row(conn: Connection, **wanted: Gap) -> ItemRow:
    (found,) = item_rows(conn, item_ids(conn, ItemFilter(**wanted)))
    return found


def known(conn: Connection) -> list[Cost | None]:
    return [both.cost for both in goods(conn).variants]


def platforms(fen: int, at: int = NOW) -> Cost:
    return Cost(fen=fen, source="platform", at=at)


def test_youzans_word_goes_before_a_sheets(conn: Connection, bound: Pair) -> None:
    put(conn, bound.kuaishou_shop_id, listing("1", 5000, 6000))
    put(conn, bound.youzan_shop_id, listing("2", 5000, 6000))
    assert known(conn) == [None, None]
    assert row(conn).margin_fen is None, "unknown is not nothing"
    costs.put_cost(conn, bound.kuaishou_shop_id, "1", 2000, NOW + 1)
    sheet = Cost(fen=2000, source="sheet", at=NOW + 1)
    assert known(conn) == [sheet, sheet]
    assert row(conn).margin_fen == 3000
    save_listings(conn, bound.youzan_shop_id, [listing("2", 5000, 6000, costs_fen={"2-1": 4500})], NOW + 2)
    assert known(conn) == [sheet, platforms(4500, NOW + 2)]
    assert row(conn).margin_fen == 1500, "of the variant that leaves least"
    save_listings(conn, bound.youzan_shop_id, [listing("2", 5000, 6000)], NOW + 3)
    assert known(conn) == [sheet, sheet], "Youzan says it no more"


def test_a_cost_of_the_whole_item_speaks_for_its_variants(conn: Connection, bound: Pair) -> None:
    put(conn, bound.kuaishou_shop_id, listing("1", 5000))
    put(conn, bound.youzan_shop_id, listing("2", 5000, costs_fen={"": 3000}))
    assert known(conn) == [platforms(3000)]


def test_fee_and_other_costs_are_reckoned_once_they_are_said(conn: Connection, bound: Pair) -> None:
    put(conn, bound.kuaishou_shop_id, listing("1", 4990))
    put(conn, bound.youzan_shop_id, listing("2", 5990, costs_fen={"2-0": 3000}))
    assert row(conn).margin_fen == 1990
    push_rules.put_rule(conn, "fee_bp", 500, NOW)
    push_rules.put_rule(conn, "other_fen", 400, NOW)
    assert row(conn).margin_fen == 4990 - 3000 - 250 - 400
    push_rules.put_rule(conn, "fee_bp", None, NOW)
    assert row(conn).margin_fen == 1590


def test_a_sheets_cost_is_in_the_audit_once(conn: Connection, bound: Pair) -> None:
    assert costs.put_cost(conn, bound.kuaishou_shop_id, "1", 2000, NOW)
    assert not costs.put_cost(conn, bound.kuaishou_shop_id, "1", 2000, NOW + 1)
    assert [one.action for one in audit.rows(conn, "costs.put")] == ["costs.put"]


def test_a_shop_takes_its_costs_along(conn: Connection, bound: Pair) -> None:
    put(conn, bound.youzan_shop_id, listing("2", 5990, costs_fen={"2-0": 3000}))
    remove_shop(conn, bound.youzan_shop_id)
    assert conn.exec_driver_sql("SELECT count(*) FROM goods_costs").scalar_one() == 0


# --- the gap and the floor of a row ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("most_bp", "large", "small"),
    [(None, 1, 0), (1_668, 1, 0), (1_669, 1, 0), (1_670, 0, 1), (500, 1, 0), (5_000, 0, 1)],
)
def test_the_gap_of_a_row_is_the_merchants(
    conn: Connection, bound: Pair, most_bp: int | None, large: int, small: int
) -> None:
    """49.90 against 59.90 is 16.694 %: rounded it is 1,669, exactly it is more."""
    put(conn, bound.kuaishou_shop_id, listing("1", 4990))
    put(conn, bound.youzan_shop_id, listing("2", 5990))
    if most_bp is not None:
        push_rules.put_rule(conn, "gap_bp", most_bp, NOW)
    assert item_tab_counts(conn, ItemFilter())["price_gap"] == large
    assert row(conn).gap_wide is bool(large)
    sizes: Sequence[tuple[Gap, int]] = (("large", large), ("small", small), ("none", 0))
    assert [len(item_ids(conn, ItemFilter(gap=gap))) for gap, _ in sizes] == [number for _, number in sizes]


@pytest.mark.parametrize(
    ("here", "there", "gap"),
    [
        ((4990, 6990), (4990, 6990), "none"),
        ((4990, 6990), (4990, 6890), "small"),  # the least are equal, the other variant is not
        ((4990, 6990), (4990, 9990), "small"),
        ((4990,), (4990,), "none"),
        ((4990, 4990), (4990, 4990), "none"),
    ],
)
def test_goods_cost_the_same_where_every_variant_does(
    conn: Connection, bound: Pair, here: Sequence[int], there: Sequence[int], gap: Gap
) -> None:
    """Each row is in exactly one of the filter's parts, and every count of the tabs says the same."""
    put(conn, bound.kuaishou_shop_id, listing("1", *here))
    put(conn, bound.youzan_shop_id, listing("2", *there))
    found: dict[Gap, int] = {one: len(item_ids(conn, ItemFilter(gap=one))) for one in ("none", "small", "large")}
    assert found == {"none": 0, "small": 0, "large": 0} | {gap: 1}
    assert row(conn).variant_prices_differ is (gap != "none")
    assert item_tab_counts(conn, ItemFilter(gap=gap))["all"] == 1


def test_a_price_below_its_floor_is_told_apart(conn: Connection, bound: Pair) -> None:
    put(conn, bound.kuaishou_shop_id, listing("1", 4990))
    put(conn, bound.youzan_shop_id, listing("2", 4990))
    for floor, below in ((None, False), (4990, False), (5200, True), (None, False)):
        put_floor(conn, bound.kuaishou_shop_id, "1", floor, NOW)
        assert row(conn).below_floor is below
        assert len(item_ids(conn, ItemFilter(gap="floor"))) == below


def test_goods_of_one_shop_have_no_gap(conn: Connection) -> None:
    put_shop(conn, Shop(shop_id="youzan:9", platform=Platform.YOUZAN, platform_shop_id="9", name="店"))
    put(conn, "youzan:9", listing("2", 5990, costs_fen={"2-0": 3000}))
    found = row(conn)
    assert (found.gap_wide, found.below_floor, found.margin_fen) == (False, False, None)
