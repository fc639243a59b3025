"""The window's questions."""

from typing import Any

import pytest
from sqlalchemy import Connection

from console.core.model import (
    AfterSale,
    AfterSaleKind,
    AfterSaleStatus,
    AuditState,
    Item,
    Link,
    Listing,
    Mapping,
    Order,
    OrderLine,
    OrderStatus,
    Parcel,
    Platform,
    Sku,
)
from console.store.aftersales import save_after_sales
from console.store.item_view import item_detail, item_ids, item_rows, item_tab_counts
from console.store.items import retire_missing, save_listings
from console.store.links import save_links
from console.store.order_view import order_detail, order_ids, order_rows, order_tab_counts
from console.store.orders import save_orders
from console.store.pairing import Goods, pair_up
from console.store.views import ItemFilter, OrderFilter, Pair

S = OrderStatus


def order(no: str, status: OrderStatus = S.TO_SHIP, **more: Any) -> Order:
    lines = (OrderLine(line_no=f"{no}-1", title="双层玻璃保温杯", code="XH-1", spec="米白", quantity=2),)
    return Order(order_no=no, status=status, **{"lines": lines, "amount_fen": 100} | more)


@pytest.fixture
def orders(conn: Connection, bound: Pair, now: int) -> Pair:
    parcels = (Parcel(waybill_no="SF777", carrier_name="顺丰"),)
    page = [
        order("1", S.TO_SHIP, paid_at=30, ship_by_at=900, amount_fen=300, parcels=parcels),
        order("2", S.UNPAID, amount_fen=100),
        order("3", S.SHIPPED, paid_at=10, ship_by_at=800, buyer_note="Please 50%"),
        order("4", S.SUCCESS, paid_at=20, refunding=True, lines=()),
    ]
    save_orders(conn, bound.kuaishou_shop_id, page, now)
    trades = [order("E1", S.TO_SHIP, paid_at=31, amount_fen=290, ship_by_at=700), order("E5", S.CLOSED, paid_at=5)]
    save_orders(conn, bound.youzan_shop_id, [*trades, order("E6", S.PENDING, paid_at=6)], now)
    links = [
        Link(order_no="1", trade_no="E1", mapping=Mapping.AMOUNT_DIFFERS, confidence=0.9, reason="outer_no"),
        Link(order_no="3", trade_no=None, mapping=Mapping.MISSING_TRADE),
        Link(order_no=None, trade_no="E5", mapping=Mapping.MISSING_ORDER, confidence=0.5, reason="none"),
    ]
    save_links(conn, bound, links, now)
    return bound


def numbers(conn: Connection, **wanted: Any) -> list[str | None]:
    return [row.order_no or row.trade_no for row in order_rows(conn, order_ids(conn, OrderFilter(**wanted)))]


def test_a_trade_is_shown_under_its_order(conn: Connection, orders: Pair) -> None:
    assert numbers(conn) == ["1", "4", "3", "E6", "E5", "2"]  # latest payment first, unpaid last


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"tab": "to_ship"}, ["1", "E6"]),
        ({"tab": "unpaid"}, ["2"]),
        ({"tab": "shipped"}, ["3"]),
        ({"tab": "done"}, ["4"]),
        ({"tab": "closed"}, ["E5"]),
        ({"tab": "after_sale"}, ["4"]),
        ({"tab": "mapping"}, ["1", "3", "E5"]),
        ({"mapping": Mapping.MISSING_TRADE}, ["3"]),
        ({"paid_from": 10, "paid_to": 30}, ["4", "3"]),
        ({"descending": False}, ["E5", "E6", "3", "4", "1", "2"]),
        ({"sort": "amount_fen"}, ["1", "E6", "E5", "4", "3", "2"]),
        ({"sort": "ship_by_at", "descending": False, "tab": "to_ship"}, ["1", "E6"]),
        ({"text": "sf777"}, ["1"]),
        ({"text": "E1"}, ["1"]),
        ({"text": " 玻璃 "}, ["1", "3", "E6", "E5", "2"]),
        ({"text": "50%"}, ["3"]),
        ({"text": "5_%"}, []),
        ({"text": "'; DROP TABLE orders"}, []),
    ],
)
def test_filters_and_sorts(conn: Connection, orders: Pair, wanted: dict[str, Any], found: list[str]) -> None:
    assert numbers(conn, **wanted) == found
    assert numbers(conn, pair=orders, **wanted) == found


def test_another_pair_sees_nothing(conn: Connection, orders: Pair) -> None:
    assert numbers(conn, pair=Pair(kuaishou_shop_id="kuaishou:8", youzan_shop_id="youzan:9")) == []


def test_tab_counts_equal_the_tabs(conn: Connection, orders: Pair) -> None:
    counts = order_tab_counts(conn, OrderFilter(pair=orders))
    assert counts["all"] == 6
    for tab, count in counts.items():
        assert len(order_ids(conn, OrderFilter(tab=tab))) == count
    assert order_tab_counts(conn, OrderFilter(text="sf777"))["to_ship"] == 1


def test_a_row_shows_both_sides(conn: Connection, orders: Pair) -> None:
    first = order_rows(conn, order_ids(conn, OrderFilter()))[0]
    assert (first.platform, first.order_no, first.trade_no) == (Platform.KUAISHOU, "1", "E1")
    assert (first.mapping, first.confidence, first.reason) == (Mapping.AMOUNT_DIFFERS, 0.9, "outer_no")
    assert (first.amount_fen, first.other_amount_fen, first.ship_by_at, first.other_ship_by_at) == (300, 290, 900, 700)
    assert (first.title, first.spec, first.line_count, first.quantity) == ("双层玻璃保温杯", "米白", 1, 2)
    assert first.parcels[0].waybill_no == "SF777"


def test_a_lone_trade_leads_its_row(conn: Connection, orders: Pair) -> None:
    (lone,) = order_rows(conn, order_ids(conn, OrderFilter(mapping=Mapping.MISSING_ORDER)))
    assert (lone.platform, lone.order_no, lone.trade_no) == (Platform.YOUZAN, None, "E5")
    assert (lone.confidence, lone.reason, lone.other_amount_fen) == (0.5, "none", None)


def test_rows_keep_the_order_asked_for(conn: Connection, orders: Pair) -> None:
    ids = order_ids(conn, OrderFilter())
    assert [row.id for row in order_rows(conn, [ids[3], 999, ids[0]])] == [ids[3], ids[0]]
    assert order_rows(conn, []) == []


def test_the_latest_after_sale_is_shown(conn: Connection, orders: Pair, now: int) -> None:
    page = [
        AfterSale(after_sale_no=no, order_no="1", kind=AfterSaleKind.EXCHANGE, status=status, created_at=at)
        for no, status, at in (("a", AfterSaleStatus.PLATFORM, 2), ("b", AfterSaleStatus.CLOSED, 1))
    ]
    save_after_sales(conn, orders.kuaishou_shop_id, page, now)
    row = order_rows(conn, order_ids(conn, OrderFilter(text="sf777")))[0]
    assert (row.after_sale, row.after_sale_kind) == (AfterSaleStatus.PLATFORM, AfterSaleKind.EXCHANGE)


def test_details_hold_both_sides(conn: Connection, orders: Pair) -> None:
    detail = order_detail(conn, order_ids(conn, OrderFilter(text="sf777"))[0])
    assert detail is not None
    assert detail.other is not None
    assert detail.link is not None
    assert (detail.order.order_no, detail.other.order_no, detail.by_hand) == ("1", "E1", False)
    assert detail.link.mapping is Mapping.AMOUNT_DIFFERS
    lone = order_detail(conn, order_ids(conn, OrderFilter(mapping=Mapping.MISSING_ORDER))[0])
    assert lone is not None
    assert lone.link is not None
    assert (lone.order.order_no, lone.other, lone.link.trade_no) == ("E5", None, "E5")
    assert order_detail(conn, 999) is None


# --- goods -----------------------------------------------------------------------------------------------------------


def listing(no: str, code: str, price: int, *sku_codes: str, **more: Any) -> Listing:
    skus = tuple(Sku(item_id=no, sku_id=f"{no}{n}", code=c, price_fen=price, stock=1) for n, c in enumerate(sku_codes))
    return Listing(item=Item(item_id=no, title=f"货 {no}", code=code, price_fen=price, stock=5, **more), skus=skus)


@pytest.fixture
def goods(conn: Connection, bound: Pair, now: int) -> Pair:
    kuaishou = [
        listing("1", "A", 5000, "A-1", "A-2", updated_at=10),
        listing("2", "", 3000, "B-1", updated_at=20),
        listing("3", "C", 1000, audit=AuditState.REFUSED, audit_reason="图片违规", updated_at=30),
    ]
    youzan = [listing("11", "A", 4000, "A-1", "A-9", updated_at=40), listing("12", "B", 3000, "B-1", updated_at=1)]
    save_listings(conn, bound.kuaishou_shop_id, kuaishou, now)
    save_listings(conn, bound.youzan_shop_id, [*youzan, listing("13", "D", 100, updated_at=2)], now)
    retire_missing(conn, bound.kuaishou_shop_id, {"1", "2", "3"})
    retire_missing(conn, bound.youzan_shop_id, {"11", "12", "13"})
    return bound


def item_numbers(conn: Connection, **wanted: Any) -> list[str | None]:
    rows = item_rows(conn, item_ids(conn, ItemFilter(**wanted)))
    return [row.kuaishou_item_id or row.youzan_item_id for row in rows]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["1", "3", "2", "13"]),
        ({"descending": False}, ["13", "2", "3", "1"]),
        ({"tab": "linked"}, ["1", "2"]),
        ({"tab": "only_kuaishou"}, ["3"]),
        ({"tab": "only_youzan"}, ["13"]),
        ({"tab": "failed"}, ["3"]),
        ({"tab": "price_gap"}, ["1"]),
        ({"sort": "kuaishou_price_fen"}, ["1", "2", "3", "13"]),
        ({"sort": "youzan_price_fen", "descending": False}, ["13", "2", "1", "3"]),
        ({"sort": "gap_percent"}, ["1", "2", "13", "3"]),
        ({"sort": "title", "descending": False}, ["1", "13", "2", "3"]),
        ({"text": "a-9"}, ["1"]),
        ({"text": "货 12"}, ["2"]),
        ({"text": "%"}, []),
    ],
)
def test_goods_filters_and_sorts(conn: Connection, goods: Pair, wanted: dict[str, Any], found: list[str]) -> None:
    assert item_numbers(conn, **wanted) == found
    assert item_numbers(conn, pair=goods, **wanted) == found


def test_goods_counts_equal_the_tabs(conn: Connection, goods: Pair) -> None:
    counts = item_tab_counts(conn, ItemFilter(pair=goods))
    assert counts["all"] == 4
    for tab, count in counts.items():
        assert len(item_ids(conn, ItemFilter(tab=tab))) == count


def test_a_line_of_goods_shows_both_sides(conn: Connection, goods: Pair) -> None:
    first, refused, _, lone = item_rows(conn, item_ids(conn, ItemFilter()))
    assert (first.kuaishou_item_id, first.youzan_item_id, first.code) == ("1", "11", "A")
    assert (first.kuaishou_price_fen, first.youzan_price_fen, first.gap_percent) == (5000, 4000, 25.0)
    assert (first.kuaishou_stock, first.youzan_stock, first.updated_at) == (5, 5, 40)
    assert (refused.audit, refused.audit_reason) == (AuditState.REFUSED, "图片违规")
    assert (refused.youzan_price_fen, refused.youzan_stock, refused.gap_percent) == (None, None, None)
    assert (lone.kuaishou_item_id, lone.youzan_item_id, lone.kuaishou_price_fen) == (None, "13", None)


def test_goods_details_join_the_skus(conn: Connection, goods: Pair) -> None:
    detail = item_detail(conn, item_ids(conn, ItemFilter())[0])
    assert detail is not None
    assert detail.kuaishou is not None
    assert detail.youzan is not None
    assert (detail.kuaishou.item_id, detail.youzan.item_id) == ("1", "11")
    assert [(s.code, s.kuaishou is not None, s.youzan is not None) for s in detail.skus] == [
        ("A-1", True, True),
        ("A-2", True, False),
        ("A-9", False, True),
    ]
    assert item_detail(conn, 999) is None


def test_gone_goods_are_not_shown(conn: Connection, goods: Pair) -> None:
    retire_missing(conn, goods.kuaishou_shop_id, {"2"})
    assert item_numbers(conn) == ["11", "2", "13"]
    assert item_numbers(conn, tab="only_youzan") == ["11", "13"]


def test_pairing_never_guesses() -> None:
    def sold(*pieces: tuple[int, str, str]) -> list[Goods]:
        return [Goods(row_id, code, frozenset(skus.split())) for row_id, code, skus in pieces]

    assert pair_up(sold((1, "A", ""), (2, "A", "")), sold((11, "A", ""))) == {}  # a code two items bear
    assert pair_up(sold((1, "A", "x")), sold((11, "A", ""), (12, "", "x"))) == {11: 1}  # item codes go first
    assert pair_up(sold((1, "", "x y")), sold((11, "", "y z"))) == {11: 1}
    assert pair_up(sold((1, "", "x"), (2, "", "y")), sold((11, "", "x y"))) == {}  # two may be meant
    assert pair_up(sold((1, "", "x y")), sold((11, "", "x"), (12, "", "y"))) == {}
    assert pair_up(sold((1, "", ""), (2, "B", "")), sold((11, "", ""), (12, "C", ""))) == {}
