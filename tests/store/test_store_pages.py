"""What a page does to the file: newest wins, equal writes nothing, everything is counted."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from console.core.clock import SystemClock
from console.core.model import (
    AfterSale,
    AfterSaleKind,
    AfterSaleStatus,
    AuditState,
    Item,
    Listing,
    Order,
    OrderLine,
    OrderStatus,
    Parcel,
    Receiver,
    Sku,
)
from console.store import aftersales, engines, items, orders, schema
from console.store.aftersales import after_sales_of, save_after_sales
from console.store.items import item_updates, retire_missing, save_listings, skus_of
from console.store.orders import load_order, order_id, order_lines, save_orders
from console.store.pages import driver, insert_sql
from console.store.tables import AfterSales, Items, OrderLines, Orders, Skus, table_of
from console.store.views import Saved

SHOP = "kuaishou:1"
OTHER_SHOP = "youzan:2"


def order(no: str = "1", at: int | None = 100, **more: Any) -> Order:
    lines = (OrderLine(line_no=f"{no}-1", title="双层玻璃保温杯", code="XH-1", quantity=2, price_fen=5990),)
    return Order(**{"order_no": no, "status": OrderStatus.TO_SHIP, "updated_at": at, "lines": lines} | more)


def after_sale(no: str = "9", at: int = 100, **more: Any) -> AfterSale:
    return AfterSale(
        after_sale_no=no,
        order_no="1",
        kind=AfterSaleKind.REFUND_ONLY,
        updated_at=at,
        **{"status": AfterSaleStatus.WAIT_SELLER} | more,
    )


def listing(item_id: str = "7", at: int = 100, skus: tuple[Sku, ...] | None = None, **more: Any) -> Listing:
    return Listing(item=Item(item_id=item_id, updated_at=at, **{"title": "保温杯", "code": "XH"} | more), skus=skus)


def sku(sku_id: str = "70", item_id: str = "7", **more: Any) -> Sku:
    return Sku(item_id=item_id, sku_id=sku_id, **{"code": f"XH-{sku_id}", "price_fen": 5990, "stock": 3} | more)


def changes(conn: Connection) -> int:
    return int(conn.exec_driver_sql("SELECT total_changes()").scalar_one())


# --- nouns and tables ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("noun", "columns", "elsewhere"),
    [
        (Order, orders.COLUMNS, {"lines", "terms", "sold_in", "whole", "told"}),
        (OrderLine, orders.LINE_COLUMNS, set()),
        (Item, items.COLUMNS, set()),
        (Sku, items.SKU_COLUMNS, set()),
        (AfterSale, aftersales.COLUMNS, {"facts"}),
    ],
)
def test_every_field_of_a_noun_is_kept(
    noun: type[msgspec.Struct], columns: tuple[str, ...], elsewhere: set[str]
) -> None:
    assert set(noun.__struct_fields__) - elsewhere == set(columns) - {"region"}


@pytest.mark.parametrize("model", [Orders, OrderLines, Items, Skus, AfterSales])
def test_no_column_is_forgotten(model: Any) -> None:
    bookkeeping = {"id", "shop_id", "kept_at", "order_id", "position", "gone", "skus_at", "under_id", "mapping"}
    written = {Orders: orders.COLUMNS, OrderLines: orders.LINE_COLUMNS, Items: items.COLUMNS}
    written |= {Skus: items.SKU_COLUMNS, AfterSales: aftersales.COLUMNS}
    assert {column.name for column in table_of(model).c} - bookkeeping == set(written[model])


def test_columns_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="order"):
        insert_sql(Orders, ("shop_id", "id"))


def full_order() -> Order:
    return order(
        "42",
        status_code="30",
        created_at=1,
        paid_at=2,
        shipped_at=3,
        finished_at=4,
        ship_by_at=5,
        amount_fen=6,
        goods_fen=7,
        discount_fen=8,
        postage_fen=9,
        refunded_fen=10,
        buyer_id="b",
        buyer_masked="小*",
        buyer_note="快",
        seller_note="慢",
        flag="red",
        risk=True,
        refunding=True,
        outer_no="E1",
        source="live",
        receiver=Receiver(name_masked="王*", province="浙江省", city="杭州市", district="西湖区", phone_cipher="#x#"),
        parcels=(Parcel(waybill_no="SF1", carrier_code="4"), Parcel(waybill_no="SF2", parcel_id="p")),
    )


def test_an_order_comes_back_as_it_was(conn: Connection, now: int) -> None:
    save_orders(conn, SHOP, [full_order()], now)
    row = order_id(conn, SHOP, "42")
    assert row is not None
    assert load_order(conn, row) == full_order()
    assert order_id(conn, OTHER_SHOP, "42") is None


def test_an_after_sale_comes_back_as_it_was(conn: Connection, now: int) -> None:
    kept = after_sale(amount_fen=5, reason="尺码不合适", line_no="1-1", created_at=1, deadline_at=2, finished_at=3)
    earlier = after_sale("8", created_at=0)
    save_after_sales(conn, SHOP, [earlier, kept], now)
    assert after_sales_of(conn, SHOP, "1") == [kept, earlier]


# --- the three rules -------------------------------------------------------------------------------------------------


def test_a_page_is_counted(conn: Connection, now: int) -> None:
    assert save_orders(conn, SHOP, [order("1"), order("2")], now) == Saved(inserted=2, ids=("1", "2"))
    page = [order("1"), order("2", 101, flag="red"), order("3")]
    assert save_orders(conn, SHOP, page, now) == Saved(inserted=1, changed=1, ids=("3", "2"))


def test_the_same_page_again_writes_nothing(conn: Connection, now: int) -> None:
    page = [order(str(n)) for n in range(20)] + [full_order(), order("none", None)]
    listings = [listing("7", skus=(sku(), sku("71"))), listing("8")]
    save_orders(conn, SHOP, page, now)
    save_listings(conn, SHOP, listings, now)
    save_after_sales(conn, SHOP, [after_sale()], now)
    before = changes(conn)
    assert save_orders(conn, SHOP, page, now + 1) == Saved()
    assert save_listings(conn, SHOP, listings, now + 1) == Saved()
    assert save_after_sales(conn, SHOP, [after_sale()], now + 1) == Saved()
    assert retire_missing(conn, SHOP, {"7", "8"}) == Saved()
    assert changes(conn) == before


def test_an_older_page_changes_nothing(conn: Connection, now: int) -> None:
    save_orders(conn, SHOP, [order("1", 200, status=OrderStatus.SHIPPED)], now)
    assert save_orders(conn, SHOP, [order("1", 100, lines=())], now) == Saved()
    assert load_order(conn, 1) == order("1", 200, status=OrderStatus.SHIPPED)


def test_other_content_of_the_same_moment_is_taken(conn: Connection, now: int) -> None:
    save_orders(conn, SHOP, [order("1")], now)
    assert save_orders(conn, SHOP, [order("1", flag="red")], now).changed == 1


def test_a_list_that_prints_no_parcels_takes_none_away(conn: Connection, now: int) -> None:
    told = full_order()
    listed = msgspec.structs.replace(told, parcels=())
    save_orders(conn, SHOP, [listed], now)
    assert save_orders(conn, SHOP, [told], now) == Saved(changed=1, ids=("42",))
    assert save_orders(conn, SHOP, [listed], now) == Saved(), "the same state, and less said of it"
    assert save_orders(conn, OTHER_SHOP, [listed], now) == Saved(inserted=1, ids=("42",))
    later = msgspec.structs.replace(listed, updated_at=(told.updated_at or 0) + 1)
    assert save_orders(conn, SHOP, [later], now) == Saved(changed=1, ids=("42",)), "they may be others by now"


def test_parcels_that_the_platform_took_back_are_gone_also_at_the_same_moment(conn: Connection, now: int) -> None:
    told = full_order()
    save_orders(conn, SHOP, [told], now)
    none = msgspec.structs.replace(told, parcels=(), told=("parcels",))
    assert save_orders(conn, SHOP, [none], now) == Saved(changed=1, ids=("42",))
    assert save_orders(conn, SHOP, [none], now) == Saved()
    row_id = order_id(conn, SHOP, told.order_no)
    kept = None if row_id is None else load_order(conn, row_id)
    assert kept is not None
    assert kept.parcels == ()


def test_a_page_of_orders_asks_little(conn: Connection, now: int) -> None:
    """Each question is a cost that every page of a sync has: notes, and the rows as they were; of known ones, lines."""
    asked: list[str] = []
    driver(conn).set_trace_callback(asked.append)
    save_orders(conn, SHOP, [order(str(at)) for at in range(3)], now)
    fresh = [sql for sql in asked if sql.startswith("SELECT")]
    asked.clear()
    save_orders(conn, SHOP, [order(str(at), 10_000) for at in range(3)], now)
    driver(conn).set_trace_callback(None)
    assert (len(fresh), sum(sql.startswith("SELECT") for sql in asked)) == (2, 3)


def test_a_row_that_does_not_say_when_is_believed(conn: Connection, now: int) -> None:
    save_orders(conn, SHOP, [order("1", 100)], now)
    assert save_orders(conn, SHOP, [order("1", None, flag="red")], now).changed == 1
    assert save_orders(conn, SHOP, [order("1", 50)], now).changed == 1


def test_lines_alone_can_change_an_order(conn: Connection, now: int) -> None:
    save_orders(conn, SHOP, [order("1"), order("2")], now)
    fewer = order("1", lines=(OrderLine(line_no="x", title="杯盖"),))
    assert save_orders(conn, SHOP, [fewer, order("2")], now) == Saved(changed=1, ids=("1",))
    assert [line.title for line in order_lines(conn, SHOP, "1")] == ["杯盖"]
    assert [line.title for line in order_lines(conn, SHOP, "2")] == ["双层玻璃保温杯"]
    assert save_orders(conn, SHOP, [order("1", lines=())], now).changed == 1
    assert order_lines(conn, SHOP, "1") == []


def test_lines_are_left_alone_when_only_the_order_changes(conn: Connection, now: int) -> None:
    save_orders(conn, SHOP, [order("1")], now)
    conn.exec_driver_sql(
        "CREATE TEMP TRIGGER watch BEFORE DELETE ON order_lines BEGIN SELECT raise(FAIL, 'touched'); END"
    )
    assert save_orders(conn, SHOP, [order("1", 101, flag="red")], now).changed == 1


def test_a_row_named_twice_counts_once(conn: Connection, now: int) -> None:
    page = [order("1", 200, flag="red"), order("1", 100), order("1", 200, flag="red")]
    assert save_orders(conn, SHOP, page, now) == Saved(inserted=1, ids=("1",))
    assert load_order(conn, 1) == order("1", 200, flag="red")


def test_shops_do_not_mix(conn: Connection, now: int) -> None:
    save_orders(conn, SHOP, [order("1")], now)
    assert save_orders(conn, OTHER_SHOP, [order("1")], now).inserted == 1
    save_listings(conn, SHOP, [listing(skus=(sku(),))], now)
    assert save_listings(conn, OTHER_SHOP, [listing(skus=(sku(),))], now).inserted == 2
    assert retire_missing(conn, OTHER_SHOP, set()).changed == 2
    assert len(skus_of(conn, SHOP, "7")) == 1


def test_an_empty_page(conn: Connection, now: int) -> None:
    assert save_orders(conn, SHOP, [], now) == Saved()
    assert save_listings(conn, SHOP, [], now) == Saved()


# --- items -----------------------------------------------------------------------------------------------------------


def test_skus_are_counted_with_their_items(conn: Connection, now: int) -> None:
    assert save_listings(conn, SHOP, [listing(skus=(sku(), sku("71")))], now) == Saved(inserted=3, ids=("7",))
    assert save_listings(conn, SHOP, [listing(skus=(sku(stock=2), sku("71")))], now) == Saved(changed=1, ids=("7",))


def test_a_sku_that_is_left_out_is_gone_and_may_return(conn: Connection, now: int) -> None:
    save_listings(conn, SHOP, [listing(skus=(sku(), sku("71")))], now)
    assert save_listings(conn, SHOP, [listing(at=101, skus=(sku(),))], now) == Saved(changed=2, ids=("7",))
    assert [s.sku_id for s in skus_of(conn, SHOP, "7")] == ["70"]
    assert save_listings(conn, SHOP, [listing(at=101, skus=(sku(), sku("71")))], now) == Saved(changed=1, ids=("7",))
    assert [s.sku_id for s in skus_of(conn, SHOP, "7")] == ["70", "71"]


def test_a_listing_without_skus_keeps_those_we_hold(conn: Connection, now: int) -> None:
    save_listings(conn, SHOP, [listing(skus=(sku(),))], now)
    save_listings(conn, SHOP, [listing(at=101, title="新标题")], now)
    assert len(skus_of(conn, SHOP, "7")) == 1


def test_an_older_listing_does_not_touch_skus(conn: Connection, now: int) -> None:
    save_listings(conn, SHOP, [listing(at=200, skus=(sku(), sku("71")))], now)
    assert save_listings(conn, SHOP, [listing(at=100, skus=(sku(stock=99),))], now) == Saved()
    assert [s.stock for s in skus_of(conn, SHOP, "7")] == [3, 3]


def test_items_of_one_sku_without_a_number_of_its_own(conn: Connection, now: int) -> None:
    page = [listing("7", skus=(sku("0", "7"),)), listing("8", skus=(sku("0", "8"),))]
    assert save_listings(conn, SHOP, page, now).inserted == 4


def test_item_updates_says_of_when_the_skus_are(conn: Connection, now: int) -> None:
    save_listings(conn, SHOP, [listing("7", 100), listing("8", 100, skus=())], now)
    assert item_updates(conn, SHOP) == {"8": 100}
    save_listings(conn, SHOP, [listing("7", 150, skus=(sku(),)), listing("8", 150)], now)
    assert item_updates(conn, SHOP) == {"7": 150, "8": 100}


def test_what_a_sweep_did_not_see_is_gone_and_may_return(conn: Connection, now: int) -> None:
    page = [listing("7", skus=(sku(),)), listing("8", skus=(sku("80", "8"),))]
    save_listings(conn, SHOP, page, now)
    assert retire_missing(conn, SHOP, {"7"}) == Saved(changed=2, ids=("8",))
    assert item_updates(conn, SHOP) == {"7": 100}
    assert save_listings(conn, SHOP, page, now) == Saved(changed=2, ids=("8",))
    assert item_updates(conn, SHOP) == {"7": 100, "8": 100}


def test_an_audit_state_is_kept(conn: Connection, now: int) -> None:
    save_listings(conn, SHOP, [listing(audit=AuditState.REFUSED, audit_reason="图片违规", on_shelf=True)], now)
    row = conn.exec_driver_sql("SELECT audit, audit_reason, on_shelf FROM items").one()
    assert tuple(row) == ("refused", "图片违规", 1)


# --- any order, any number of times ----------------------------------------------------------------------------------


def edition(no: int, at: int) -> Order:
    """What the platform says of an order at an instant: a function of both, as on a platform that dates its changes."""
    lines = tuple(OrderLine(line_no=str(n), title=f"{no} {at}", quantity=n + 1) for n in range((no + at) % 3))
    flag = ("", "red", "blue")[at % 3]
    return order(str(no), at, amount_fen=no * 100 + at, flag=flag, lines=lines)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    path = tmp_path_factory.mktemp("replay") / "replay.db"
    made = engines.writer(path, busy_ms=50)
    schema.settle(made, path, SystemClock())
    yield made
    made.dispose()


PAGES = st.lists(st.lists(st.builds(edition, st.integers(1, 6), st.integers(1, 5)), max_size=8), max_size=6)


@given(pages=PAGES, data=st.data())
@settings(deadline=None, max_examples=80)
def test_pages_in_any_order_end_in_the_same_rows(engine: Any, pages: list[list[Order]], data: st.DataObject) -> None:
    newest: dict[str, Order] = {}
    for found in (order for page in pages for order in page):
        if found.order_no not in newest or (found.updated_at or 0) > (newest[found.order_no].updated_at or 0):
            newest[found.order_no] = found
    replay = data.draw(st.permutations(pages + pages)) if pages else []
    with engine.connect() as conn:
        outer = conn.begin()
        inserted = sum(save_orders(conn, SHOP, page, 1).inserted for page in replay)
        ids = conn.exec_driver_sql("SELECT id FROM orders").scalars().all()
        kept = [load_order(conn, row_id) for row_id in ids]
        searchable = conn.exec_driver_sql("SELECT order_id FROM order_search").scalars().all()
        outer.rollback()
    assert {o.order_no: o for o in kept if o is not None} == newest
    assert inserted == len(kept) == len(newest)
    assert sorted(searchable) == sorted(ids)
